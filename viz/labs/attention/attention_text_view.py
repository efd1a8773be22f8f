"""The run as running text, shaded by attention: point at a token and see what it attends to, or what attends to it.

One head (or a layer's mean) shades the chips and writes the share under each. Several heads at once are stripes under
the text in colours of their own, each as long as its share. The token pointed at in any view is the one asked about.
What is not stored is computed again: whole heads of short texts, the one row or column asked about of long ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from engine.labs.attention.records import AskHeadLine, HeadLine, Mix
from engine.records import F32
from engine.run import Run
from viz.charts.chips_view import ChipRow, ChipsView
from viz.charts.colours import Scale
from viz.charts.head_names import Head, head_list, head_name, read_heads
from viz.charts.legend import draw_legend, legend_width
from viz.charts.numbers import percent, with_percent
from viz.charts.speech import say_changed
from viz.charts.strip_frame import StripTokens, tokens_shown
from viz.charts.token_chips import Look
from viz.intents import AskReplay, Intent, ask_labs
from viz.joined import listed, named
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.attention.attention_store import column_of, row_of
from viz.labs.attention.long_matrix import LONG
from viz.labs.attention.matrix_frame import is_long
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

PLACED = 100  # tokens from which a token is named with its position: what is meant may be out of sight
DIRECTIONS = (
    QT_TRANSLATE_NOOP("AttentionTextView", "attends to"),
    QT_TRANSLATE_NOOP("AttentionTextView", "attended by"),
)


@dataclass(frozen=True)
class AttentionTextFrame:
    """The tokens and how much the one asked about attends to each (or is attended to by each)."""

    tokens: StripTokens
    source: int  # position asked about, -1 for none
    position: int  # looked at
    direction: str  # one of DIRECTIONS
    heads: tuple[Head, ...]
    mean: bool  # the mean of the chosen head's layer, in place of heads
    weights: F32  # [n, T], NaN where there is none; n heads, or 1 for a mean
    missing: tuple[Head, ...]  # heads whose attention is not known
    line: AskHeadLine | None  # of a long text: what is to be asked next
    refused: str  # what of the list of heads could not be read
    why_not: str
    run_id: int


class AttentionTextView(ChipsView):
    """Shaded text; see the module."""

    name = "attention_text"
    title = QT_TRANSLATE_NOOP("AttentionTextView", "Attention on the text")
    tab = QT_TRANSLATE_NOOP("AttentionTextView", "On the text")
    subtitle = QT_TRANSLATE_NOOP("AttentionTextView", "From or to a token")
    keywords = (
        QT_TRANSLATE_NOOP("AttentionTextView", "attention highlighting"),
        QT_TRANSLATE_NOOP("AttentionTextView", "BertViz"),
        QT_TRANSLATE_NOOP("AttentionTextView", "saliency"),
    )
    area = "right"
    order = 32
    tip = QT_TRANSLATE_NOOP(
        "AttentionTextView",
        "Point at a token: the text is shaded by how much it attends to each other token, or how much they attend "
        "to it.",
    )
    options = (
        Option(
            "direction",
            QT_TRANSLATE_NOOP("AttentionTextView", "Direction"),
            "choice",
            DIRECTIONS[0],
            choices=DIRECTIONS,
            tip=QT_TRANSLATE_NOOP("AttentionTextView", "What the token attends to, or which tokens attend to it."),
        ),
        Option(
            "mean",
            QT_TRANSLATE_NOOP("AttentionTextView", "Mean of the layer"),
            "switch",
            False,
            tip=QT_TRANSLATE_NOOP("AttentionTextView", "The mean over all heads of the selected head's layer."),
        ),
        Option(
            "heads",
            QT_TRANSLATE_NOOP("AttentionTextView", "Heads"),
            "text",
            "",
            tip=QT_TRANSLATE_NOOP(
                "AttentionTextView", "Several heads in colours, as in 5.1 7.3; empty: the selected one."
            ),
        ),
    )
    figure_lines = 420
    header = 3.6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: AttentionTextFrame | None = None

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> AttentionTextFrame:
        tokens = tokens_shown(run, ui)
        n = len(tokens.texts)
        position = n - 1 if ui.position is None else min(max(ui.position, 0), n - 1)
        lit = np.nonzero(tokens.nodes == ui.hover_node)[0].tolist() if ui.hover_node is not None else []
        source = lit[0] if lit else position
        layers, n_heads = (run.info.n_layers, run.info.n_heads) if run.info else (0, 0)
        chosen = (min(ui.head[0], max(layers - 1, 0)), min(ui.head[1], max(n_heads - 1, 0)))
        mean = bool(option_value(cls, ui, "mean"))
        heads, refused = read_heads(str(option_value(cls, ui, "heads")), layers, n_heads)
        heads = tuple((chosen[0], head) for head in range(n_heads)) if mean else heads or (chosen,)
        direction = str(option_value(cls, ui, "direction"))
        known = n > 0 and layers > 0
        why = (run.info.why_missing("attn") or "") if run.info else ""
        line: AskHeadLine | None = None
        if known and is_long(run):
            mixes = [Mix(heads)] if mean else [Mix((head,)) for head in heads]
            asked = [AskHeadLine(run.current, mix, source, direction != DIRECTIONS[0]) for mix in mixes]
            found = [_of_line(run, question) for question in asked]
            wanted = [question for question, row in zip(asked, found, strict=True) if row is None]
            may = run.run_id > 0 and not ui.playing and not why
            line = wanted[0] if wanted and may and wanted[0] not in run.findings else None
        else:
            found = [_weights(run, source, head, direction) for head in heads] if known else []
        rows = [row for row in found if row is not None]
        missing = tuple(head for head, row in zip(heads, found, strict=False) if row is None)
        weights = np.stack(rows) if rows and not missing else np.full((1, n), np.nan, np.float32)
        if mean and len(rows) > 1 and not missing:
            weights = weights.mean(axis=0, keepdims=True)
        return AttentionTextFrame(
            tokens, source, position, direction, heads, mean, weights, missing, line, refused, why, run.run_id
        )

    @classmethod
    def wants(cls, frame: AttentionTextFrame) -> Sequence[Intent]:
        if frame.line is not None or not frame.missing or frame.why_not or len(frame.tokens.texts) > LONG:
            return ask_labs(frame.line)
        node, heads = int(frame.tokens.nodes[-1]), frame.missing[:1] if frame.mean else frame.missing
        return [AskReplay(node, layer, "attn", None if frame.mean else head) for layer, head in heads]

    @classmethod
    def lacks(cls, frame: AttentionTextFrame) -> bool:
        return bool(frame.missing) and not frame.why_not

    def paint(self, frame: AttentionTextFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        say_changed(self, self.sentence(frame) or self.empty_text())

    def row(self) -> ChipRow | None:
        frame = self.painted
        if frame is None:
            return None
        return ChipRow(frame.tokens, frame.tokens.texts, frame.tokens.n_prompt, True, frame.position)

    def empty_text(self) -> str:
        return self.tr("No attention yet. Type a prompt and press play.")

    def look(self, position: int) -> Look:
        frame = self.painted
        if frame is None:
            return Look("")
        values = frame.weights[:, position]
        one = len(frame.weights) == 1
        value = float(values[0])
        there = bool(np.isfinite(value))
        scale = Scale(self.colours.ramp, 0.0, 1.0)
        stripes = (
            ()
            if one
            else tuple((self._colour(index), float(part)) for index, part in enumerate(values) if np.isfinite(part))
        )
        return Look(
            text=frame.tokens.texts[position],
            fill=scale.colour(float(np.sqrt(value))) if one and there else None,
            share=value if one and there else None,
            number=with_percent(f"{100 * value:z.0f}") if one and value >= 0.01 else "",
            current=position == frame.source,
            hovered=not self.still and position == self.hovered,
            generated=position >= frame.tokens.n_prompt,
            stripes=stripes,
        )

    def _colour(self, index: int) -> QColor:
        return QColor(self.colours.categories[index % len(self.colours.categories)])

    # -- words ---------------------------------------------------------------------------------------------------

    def _named(self, frame: AttentionTextFrame) -> str:
        if frame.mean:
            return self.tr("mean of layer {layer}").format(layer=frame.heads[0][0] if frame.heads else 0)
        return head_list(frame.heads)

    def _heading(self, frame: AttentionTextFrame) -> str:
        """What is asked: the token and the direction."""
        if frame.source < 0:
            return ""
        token = f"{frame.tokens.texts[frame.source]} ({frame.source})"
        if frame.direction == DIRECTIONS[0]:
            return self.tr("{token} attends to").format(token=token)
        return self.tr("{token} is attended to by").format(token=token)

    def sentence(self, frame: AttentionTextFrame) -> str:
        """The three largest shares in words."""
        if frame.refused:
            return self.tr("not heads of this model: {text}").format(text=frame.refused)
        if frame.source < 0:
            return ""
        if frame.missing:
            return frame.why_not or self.tr("not stored in this run; recomputed with the loaded model")
        top = np.nan_to_num(frame.weights.max(axis=0), nan=0.0)
        best = [int(i) for i in np.argsort(-top, kind="stable")[:3] if top[i] > 0]
        far = len(frame.tokens.texts) > PLACED
        best_said = listed(f"{frame.tokens.texts[i]}{f' ({i})' if far else ''} {percent(float(top[i]))}" for i in best)
        return named(self._named(frame), best_said)

    def draw_head(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        if frame is None or not frame.tokens.texts:
            return
        em, left = self.em, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        line = QRectF(rect.left(), rect.top() + em * 0.2, rect.width(), em * 1.5)
        room = line.width()
        painter.setFont(self.font_of(0.9))
        if len(frame.weights) == 1:
            label, low, high = self.tr("square root"), with_percent("0"), with_percent("100")
            wide = legend_width(painter.font(), label, low, high, 70)
            if wide < room * 0.6:
                draw_legend(painter, line, Scale(self.colours.ramp, 0, 1), label, low, high, self.colours, 70)
                room -= wide + em
        else:
            room -= self._draw_heads(painter, line, frame) + em
        painter.setPen(QColor(self.colours.text))
        painter.setFont(self.font_of(1.0, bold=True))
        said = QFontMetricsF(painter.font()).elidedText(self._heading(frame), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(line.left(), line.top(), room, line.height()), left, said)
        painter.setFont(self.font_of(0.9))
        painter.setPen(QColor(self.colours.warning if frame.refused else self.colours.muted))
        said = QFontMetricsF(painter.font()).elidedText(self.sentence(frame), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line.translated(0, em * 1.45), left, said)

    def _draw_heads(self, painter: QPainter, line: QRectF, frame: AttentionTextFrame) -> float:
        """The colour of each head, at the right; returns the room taken."""
        metrics, em, x = QFontMetricsF(painter.font()), self.em, line.right()
        for index in range(len(frame.heads) - 1, -1, -1):
            named = head_name(*frame.heads[index])
            x -= metrics.horizontalAdvance(named) + em * 0.2
            painter.setPen(QColor(self.colours.muted))
            painter.drawText(
                QRectF(x, line.top(), line.right() - x, line.height()), int(Qt.AlignmentFlag.AlignVCenter), named
            )
            x -= em * 0.9
            painter.fillRect(QRectF(x, line.center().y() - em * 0.3, em * 0.6, em * 0.6), self._colour(index))
            x -= em * 0.4
        return line.right() - x


def _of_line(run: Run, question: AskHeadLine) -> F32 | None:
    """[T] the row or column of a long text, where it is known."""
    found = run.findings.get(question)
    if not isinstance(found, HeadLine):
        return None
    weights = np.full(len(run), np.nan, np.float32)
    if question.column:
        weights[question.position :] = found.values
    else:
        weights[: question.position + 1] = found.values
    return weights


def _weights(run: Run, source: int, head: Head, direction: str) -> F32 | None:
    """[T] how much `source` attends to each token, or each to it; NaN where it cannot."""
    n = len(run)
    weights = np.full(n, np.nan, np.float32)
    if direction == DIRECTIONS[0]:
        row = row_of(run, source, *head)
        if row is None:
            return None
        weights[: source + 1] = row
    else:
        column = column_of(run, source, *head)
        if column is None:
            return None
        weights[source:] = column
    return weights
