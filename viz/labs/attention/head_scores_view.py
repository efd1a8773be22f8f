"""Which head does what: a picture of all heads coloured by one score, and the strongest of them as bars.

On random tokens said twice the scores are the model's own habits (a lab computes them once per model); on the text on
screen they are means over that text, which is another thing and is labelled so. From 0.4 on a head counts: its cell
is framed, and the bars show the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from engine.labs.attention.records import (
    COUNTS_AT,
    HEAD_SCORES,
    AskHeadScores,
    HeadScores,
)
from engine.records import F32
from engine.run import Run
from viz.charts.colours import Scale, mixed
from viz.charts.head_names import Head, head_name
from viz.charts.head_picker import HeadPicker
from viz.charts.legend import draw_legend, legend_width
from viz.charts.speech import say_changed
from viz.intents import ChooseHead, Intent, ask_labs
from viz.labs.attention.attention_store import atlas_of
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

BASES = ("random tokens said twice", "the text on screen")
SHOWN = 15
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True)
class HeadScoresFrame:
    """Scores of all heads. `scores` is empty where there are none (yet)."""

    scores: F32  # [5, L, H] by HEAD_SCORES, NaN where not defined on the text
    errors: F32 | None  # [5, L, H] standard errors; None on a text
    score: str
    on_text: bool
    strongest: tuple[Head, ...]  # by the shown score, at most SHOWN
    induction: Head | None  # the strongest induction head
    chosen: Head
    n_rows: int  # positions of the text, or sequences
    length: int  # tokens said twice
    seed: int
    has_model: bool
    why_not: str  # from the model
    question: AskHeadScores | None  # still to be answered

    @property
    def shown(self) -> F32:
        """[L, H] of the shown score."""
        return np.asarray(self.scores[HEAD_SCORES.index(self.score)])


def strongest(values: F32, count: int) -> tuple[Head, ...]:
    """The heads with the highest of `values` [L, H], highest first; those without a value are left out."""
    flat = values.ravel()
    order = np.argsort(-np.nan_to_num(flat, nan=-1.0), kind="stable")[:count]
    return tuple((int(i) // values.shape[1], int(i) % values.shape[1]) for i in order if np.isfinite(flat[i]))


class HeadScoresView(HeadPicker):
    """The picture and the bars; see the module."""

    name = "head_scores"
    title = "Which head does what"
    area = "right"
    order = 34
    tip = "Every head by one score: what came before, the same token, what followed it, the first token, itself."
    options = (
        Option("score", "Score", "choice", "induction", choices=HEAD_SCORES, tip="What the heads are coloured by."),
        Option("on", "On", "choice", BASES[0], choices=BASES, tip="What the scores are measured on."),
        Option("seed", "Seed", "integer", 0, low=0, high=9999, in_bar=False, tip="Of the random tokens."),
    )
    figure_lines = 600

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: HeadScoresFrame | None = None
        self.button = QPushButton(self.tr("Show the strongest induction head"), self)
        self.button.setAccessibleName(self.tr("Show the strongest induction head"))
        self.button.clicked.connect(self._choose_induction)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> HeadScoresFrame:
        on_text = option_value(cls, ui, "on") == BASES[1]
        score, seed = str(option_value(cls, ui, "score")), int(option_value(cls, ui, "seed"))
        question = AskHeadScores(seed=seed)
        finding = run.findings.get(question)
        scores, errors, n_rows = np.empty((len(HEAD_SCORES), 0, 0), np.float32), None, 0
        atlas = atlas_of(run) if on_text else None
        if atlas is not None:
            scores, n_rows = atlas.scores[: len(HEAD_SCORES)], atlas.n_rows - atlas.n_missing
        elif not on_text and isinstance(finding, HeadScores):
            scores, errors, n_rows = finding.scores, finding.errors, finding.sequences
        why = (run.info.why_missing("attn") or "") if run.info else ""
        waits = run.info is not None and not on_text and not why and not scores.size
        induction = strongest(scores[HEAD_SCORES.index("induction")], 1)
        return HeadScoresFrame(
            scores, errors, score, on_text, strongest(scores[HEAD_SCORES.index(score)], SHOWN),
            induction[0] if induction else None, (ui.layer, ui.head), n_rows, question.length, seed,
            run.info is not None, why, question if waits else None,
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: HeadScoresFrame) -> Sequence[Intent]:
        return ask_labs(frame.question)

    def paint(self, frame: HeadScoresFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.button.setEnabled(frame.induction is not None)
        say_changed(self, f"{self._basis(frame)}. {self._facts(frame)}")

    # -- geometry ------------------------------------------------------------------------------------------------

    def _parts(self, rect: QRectF) -> tuple[QRectF, QRectF]:
        """Where the picture's cells and the bars stand: side by side where the view is wide."""
        em = self.em
        body = rect.adjusted(em * 0.6, em * 5.8, -em * 0.8, -em * (0.6 if self.still else 2.9))
        label = em * 2.2
        if body.width() > body.height() * 1.15:
            cells = QRectF(body.left() + label, body.top(), body.width() * 0.55 - label, body.height())
            bars = QRectF(cells.right() + em * 1.5, body.top(), body.right() - cells.right() - em * 1.5, body.height())
            return cells, bars
        high = max(body.height() - em * 1.3 * (SHOWN + 1.6), body.height() * 0.45)
        cells = QRectF(body.left() + label, body.top(), body.width() - label, high)
        bars = QRectF(body.left(), cells.bottom() + em * 1.6, body.width(), body.bottom() - cells.bottom() - em * 1.6)
        return cells, bars

    def under(self, point: QPointF) -> Head | None:
        """The head whose cell or bar is under a point of the widget."""
        frame = self.painted
        if frame is None or not frame.scores.size:
            return None
        cells, bars = self._parts(QRectF(self.rect()))
        if cells.contains(point):
            layers, heads = frame.shown.shape
            row = int((point.y() - cells.top()) / cells.height() * layers)
            column = int((point.x() - cells.left()) / cells.width() * heads)
            return min(row, layers - 1), min(column, heads - 1)
        row = int((point.y() - bars.top()) / self._bar_height(bars)) if bars.contains(point) else -1
        return frame.strongest[row] if 0 <= row < len(frame.strongest) else None

    def _bar_height(self, bars: QRectF) -> float:
        return min(bars.height() / SHOWN, self.em * 2.0)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        if frame is None:
            return
        self._draw_heading(painter, rect, frame)
        if not frame.scores.size:
            self._draw_reason(painter, rect, frame)
            return
        cells, bars = self._parts(rect)
        self._draw_cells(painter, cells, frame)
        self._draw_axes(painter, cells, frame)
        self._draw_bars(painter, bars, frame)

    def _draw_heading(self, painter: QPainter, rect: QRectF, frame: HeadScoresFrame) -> None:
        em = self.em
        line = QRectF(rect.left() + em * 0.6, rect.top() + em * 0.25, rect.width() - em * 1.2, em * 1.5)
        painter.setPen(QColor(self.colours.text))
        painter.setFont(self.font_of(1.05, bold=True))
        painter.drawText(line, LEFT, self.tr(frame.score))
        used = QFontMetricsF(painter.font()).horizontalAdvance(self.tr(frame.score)) + em
        painter.setFont(self.font_of(0.9))
        label = self.tr("share of attention")
        if legend_width(painter.font(), label, "0", "1", 80) < line.width() - used:
            draw_legend(painter, line, Scale(self.colours.ramp, 0, 1), label, "0", "1", self.colours, 80)
        painter.setPen(QColor(self.colours.muted))
        metrics = QFontMetricsF(painter.font())
        for row, said in enumerate((self._basis(frame), self._facts(frame)), start=1):
            elided = metrics.elidedText(said, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line.translated(0, em * 1.4 * row), LEFT, elided)

    def _draw_cells(self, painter: QPainter, cells: QRectF, frame: HeadScoresFrame) -> None:
        values, scale = frame.shown, Scale(self.colours.ramp, 0.0, 1.0)
        layers, heads = values.shape
        hatch = QBrush(mixed(self.colours.surface, self.colours.border, 0.8), Qt.BrushStyle.BDiagPattern)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for layer in range(layers):
            for head in range(heads):
                value = float(values[layer, head])
                painter.fillRect(
                    self._cell(cells, frame, layer, head), scale.colour(value) if np.isfinite(value) else hatch
                )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.colours.text), max(self.em * 0.09, 1.0)))
        for layer, head in np.argwhere(np.nan_to_num(values, nan=0.0) >= COUNTS_AT).tolist():
            painter.drawRect(self._cell(cells, frame, layer, head).adjusted(0.5, 0.5, -0.5, -0.5))
        self._mark(painter, cells, frame, frame.chosen, self.colours.accent)
        if self._hover is not None and not self.still:
            self._mark(painter, cells, frame, self._hover, self.colours.path)

    def _mark(self, painter: QPainter, cells: QRectF, frame: HeadScoresFrame, head: Head, colour: str) -> None:
        layers, heads = frame.shown.shape
        if head[0] < layers and head[1] < heads:
            painter.setPen(QPen(QColor(colour), max(self.em * 0.18, 2.0)))
            painter.drawRect(self._cell(cells, frame, *head).adjusted(-1, -1, 1, 1))

    @staticmethod
    def _cell(cells: QRectF, frame: HeadScoresFrame, layer: int, head: int) -> QRectF:
        layers, heads = frame.shown.shape
        wide, high = cells.width() / heads, cells.height() / layers
        gap = 1.0 if min(wide, high) > 5 else 0.0
        return QRectF(cells.left() + head * wide, cells.top() + layer * high, wide - gap, high - gap)

    def _draw_axes(self, painter: QPainter, cells: QRectF, frame: HeadScoresFrame) -> None:
        em, (layers, heads) = self.em, frame.shown.shape
        painter.setFont(self.font_of(0.75))
        painter.setPen(QColor(self.colours.muted))
        high, wide = cells.height() / layers, cells.width() / heads
        for layer in range(0, layers, max(1, round(em * 1.1 / high + 0.5)) if high < em * 1.1 else 1):
            y = cells.top() + (layer + 0.5) * high
            painter.drawText(QRectF(cells.left() - em * 2.2, y - em, em * 1.8, em * 2), RIGHT, f"L{layer}")
        for head in range(0, heads, 1 if wide > em * 1.8 else 5):
            x = cells.left() + (head + 0.5) * wide
            box = QRectF(x - em * 2, cells.top() - em * 1.15, em * 4, em * 1.1)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"H{head}")

    def _draw_bars(self, painter: QPainter, bars: QRectF, frame: HeadScoresFrame) -> None:
        em, high = self.em, self._bar_height(bars)
        painter.setFont(self.font_of(min(0.95, high / em * 0.72)))
        metrics = QFontMetricsF(painter.font())
        name = max((metrics.horizontalAdvance(head_name(*it)) for it in frame.strongest), default=0) + em * 0.6
        number = metrics.horizontalAdvance("0.000") + em * 0.5
        track = QRectF(bars.left() + name, bars.top(), max(bars.width() - name - number, em), high * SHOWN)
        for row, (layer, head) in enumerate(frame.strongest):
            line = QRectF(bars.left(), bars.top() + row * high, bars.width(), high)
            self._draw_bar(painter, line, track, frame, layer, head)
        limit = track.left() + COUNTS_AT * track.width()
        painter.setPen(QPen(QColor(self.colours.muted), 1.2, Qt.PenStyle.DashLine))
        bottom = bars.top() + high * len(frame.strongest)
        painter.drawLine(QPointF(limit, bars.top() - em * 0.2), QPointF(limit, bottom))
        painter.setFont(self.font_of(0.75))
        above = QRectF(limit - em * 5, bars.top() - em * 1.25, em * 10, em * 1.1)
        painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), self.tr("counts from {at}").format(at=COUNTS_AT))

    def _draw_bar(
        self, painter: QPainter, line: QRectF, track: QRectF, frame: HeadScoresFrame, layer: int, head: int
    ) -> None:
        value, is_chosen = float(frame.shown[layer, head]), (layer, head) == frame.chosen
        lit = (layer, head) == self._hover and not self.still
        painter.setPen(QColor(self.colours.accent if is_chosen else self.colours.path if lit else self.colours.text))
        painter.drawText(line, LEFT, head_name(layer, head))
        painter.drawText(line, RIGHT, f"{value:.3f}")
        thick = line.height() * 0.62
        bar = QRectF(track.left(), line.center().y() - thick / 2, track.width() * min(value, 1.0), thick)
        strong = value >= COUNTS_AT
        colour = QColor(self.colours.fan) if strong else mixed(self.colours.fan, self.colours.surface, 0.55)
        painter.fillRect(bar, QColor(self.colours.accent) if is_chosen else colour)
        if frame.errors is not None:
            error = float(frame.errors[HEAD_SCORES.index(frame.score), layer, head]) * track.width()
            painter.setPen(QPen(QColor(self.colours.text), 1.2))
            y = line.center().y()
            painter.drawLine(QPointF(bar.right() - error, y), QPointF(bar.right() + error, y))

    def _draw_reason(self, painter: QPainter, rect: QRectF, frame: HeadScoresFrame) -> None:
        if not frame.has_model:
            said = self.tr("Load a model to see which of its heads does what.")
        elif frame.why_not:
            said = frame.why_not
        elif frame.on_text:
            said = self.tr("There is no stored attention on this text to score. Write a prompt and press play.")
        else:
            said = self.tr("Scoring every head on random tokens. This needs the model and takes a few seconds.")
        painter.setFont(self.font_of())
        painter.setPen(QColor(self.colours.muted))
        inside = rect.adjusted(self.em * 2, self.em * 4, -self.em * 2, -self.em * 3)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), said)

    # -- words ---------------------------------------------------------------------------------------------------

    def _basis(self, frame: HeadScoresFrame) -> str:
        if not frame.scores.size:
            return ""
        if frame.on_text:
            return self.tr("on the text on screen, means over {n} positions").format(n=frame.n_rows)
        return self.tr("on {n} sequences of {length} random tokens said twice, seed {seed}").format(
            n=frame.n_rows, length=frame.length, seed=frame.seed
        )

    def _facts(self, frame: HeadScoresFrame) -> str:
        """The head pointed at, else how many count."""
        if not frame.scores.size:
            return ""
        if self._hover is not None and self._hover[0] < frame.shown.shape[0] and self._hover[1] < frame.shown.shape[1]:
            values = frame.scores[:, self._hover[0], self._hover[1]].tolist()
            parts = [
                f"{self.tr(name)} {value:.2f}"
                for name, value in zip(HEAD_SCORES, values, strict=True)
                if np.isfinite(value)
            ]
            return " · ".join([head_name(*self._hover), *parts])
        if not np.isfinite(frame.shown).any():
            return self.tr("Nothing repeats in this text, so this score is not defined on it.")
        count = int((np.nan_to_num(frame.shown, nan=0.0) >= COUNTS_AT).sum())
        return self.tr("{count} of {all} heads at {at} or more (framed)").format(
            count=count, all=frame.shown.size, at=COUNTS_AT
        )

    # -- gestures ------------------------------------------------------------------------------------------------

    def _choose_induction(self) -> None:
        if self.painted is not None and self.painted.induction is not None:
            self.send(ChooseHead(*self.painted.induction))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size, em = self.button.sizeHint(), self.em
        width = min(size.width(), self.width() - round(em))
        self.button.setGeometry(
            self.width() - width - round(em * 0.6),
            self.height() - size.height() - round(em * 0.4),
            width,
            size.height(),
        )

    def choice(self) -> tuple[Head, tuple[int, int]] | None:
        frame = self.painted
        if frame is None or not frame.scores.size:
            return None
        return frame.chosen, (frame.shown.shape[0], frame.shown.shape[1])
