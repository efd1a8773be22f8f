"""What the changes do inside: the logit lens of every layer, intact beside changed, and the chosen head's attention.

Both are of the place looked at. The question goes to the engine once the next token of the same plan is known, so that
the bars of the switchboard never wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.ablation.records import AskChangedInside, ChangedInside
from engine.records import F32
from engine.run import Run
from viz.changed import here
from viz.charts.colours import mixed
from viz.charts.numbers import bits, nice_ceiling, percent
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.charts.strip_frame import strip_tokens
from viz.intents import ChooseLayer, Intent, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.state_names import layer_of, row_after, state_place, state_tick, states_axis
from viz.theme import Theme
from viz.token_text import shown, shown_all
from viz.ui_state import UiState

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)
TOP = 3.4  # em above the table


@dataclass(frozen=True)
class InsideFrame:
    """What is shown, and what is to be asked."""

    position: int
    question: AskChangedInside | None
    found: ChangedInside | None
    lens: tuple[tuple[str, ...], tuple[str, ...]]  # [L+1] likeliest token of each layer, intact and changed
    token_text: str
    texts: tuple[str, ...]  # [T]
    layer: int
    changed: bool
    why_not: str


class AblationInsideView(PaintedView):
    """Lens and attention; see the module."""

    name = "ablation_inside"
    title = QT_TRANSLATE_NOOP("AblationInsideView", "Intervention by layer")
    tab = QT_TRANSLATE_NOOP("AblationInsideView", "By layer")
    subtitle = QT_TRANSLATE_NOOP("AblationInsideView", "Original and modified, layer by layer")
    keywords = (
        QT_TRANSLATE_NOOP("AblationInsideView", "logit lens"),
        QT_TRANSLATE_NOOP("AblationInsideView", "KL divergence"),
        QT_TRANSLATE_NOOP("AblationInsideView", "ablation effect"),
        QT_TRANSLATE_NOOP("AblationInsideView", "per layer"),
        QT_TRANSLATE_NOOP("AblationInsideView", "ablation"),
    )
    area = "right"
    order = 42
    gives_next_away = True
    tip = QT_TRANSLATE_NOOP(
        "AblationInsideView",
        "Where the interventions first change the prediction on its way through the layers, and what the selected "
        "head then attends to.",
    )
    figure_lines = 560

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: InsideFrame | None = None
        self._rows: list[tuple[QRectF, int]] = []

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> InsideFrame:
        at = here(run, ui)
        changed = bool(ui.plan.changes or run.plan.changes)
        question = AskChangedInside(ui.plan, at.node, *ui.head, at.token) if at.fresh is not None else None
        fresh = run.findings.get(question) if question is not None else None
        found = fresh if isinstance(fresh, ChangedInside) else _latest(run, at.node)
        lens: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        if found is not None:
            one, other = (tuple(shown_all(run.vocabulary, found.lens_ids[row, :, 0].tolist())) for row in (0, 1))
            lens = (one, other)
        return InsideFrame(
            at.position, question if fresh is None and run.run_id > 0 and not ui.playing else None,
            found, lens,
            shown(run.vocabulary, found.token) if found is not None else "", strip_tokens(run).texts[: at.position + 1],
            ui.layer, changed, at.why_not or at.refused,
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: InsideFrame) -> Sequence[Intent]:
        return ask_labs(frame.question, in_turn=True)

    @classmethod
    def lacks(cls, frame: InsideFrame) -> bool:
        return frame.changed and frame.found is None and frame.position >= 0 and not frame.why_not

    def paint(self, frame: InsideFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        say_changed(self, self.verdict(frame))

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        self._rows = []
        if frame is None:
            return
        line = QRectF(rect.left() + em * 0.7, rect.top() + em * 0.3, rect.width() - em * 1.4, em * 1.4)
        painter.setFont(self.font_of(0.95))
        painter.setPen(QColor(self.colours.text))
        self._text(painter, line, self.verdict(frame))
        if frame.found is None or not frame.changed:
            return
        wide = rect.width() * (0.6 if frame.found.attention is not None else 1.0) - em * 1.2
        top = rect.top() + em * TOP
        self._draw_lens(painter, QRectF(line.left(), top, wide, rect.bottom() - top - em * 0.4), frame, frame.found)
        if frame.found.attention is not None:
            x = line.left() + wide + em
            box = QRectF(x, top, rect.right() - x - em * 0.7, rect.bottom() - top - em * 0.4)
            self._draw_attention(painter, box, frame, frame.found, frame.found.attention)

    def _text(self, painter: QPainter, where: QRectF, text: str, flags: int = LEFT) -> None:
        elided = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, flags, elided)

    def _draw_lens(self, painter: QPainter, box: QRectF, frame: InsideFrame, found: ChangedInside) -> None:
        em, theme = self.em, self.colours
        n = found.token_probs.shape[1]
        fit = max(int(box.height() / (em * 1.3)), 2)
        every = -(-n // fit)
        states = list(range(n - 1, -1, -every))[::-1]
        high = box.height() / max(len(states), 8)
        edges = [0.0, 0.17, 0.45, 0.73, 1.0]
        cells = [(box.left() + a * box.width(), (b - a) * box.width() - em * 0.4) for a, b in pairwise(edges)]
        painter.setFont(self.font_of(0.82))
        painter.setPen(QColor(theme.muted))
        heads = (
            states_axis(),
            self.tr("original predicts"),
            self.tr("modified predicts"),
            self.tr("KL, bits"),
        )
        for (x, wide), text in zip(cells, heads, strict=True):
            self._text(painter, QRectF(x, box.top() - em * 1.35, wide, em * 1.3), text)
        top = nice_ceiling(max(float(found.kl.max()), 0.01))
        painter.setFont(self.font_of(min(0.92, high / em * 0.8)))
        for row, state in enumerate(states):
            where = QRectF(box.left(), box.top() + row * high, box.width(), high)
            self._rows.append((where, layer_of(state)))
            self._draw_state(painter, where, cells, frame, found, state, float(found.kl[state]) / top)

    def _draw_state(
        self, painter: QPainter, where: QRectF, cells: list[tuple[float, float]], frame: InsideFrame,
        found: ChangedInside, state: int, share: float,
    ) -> None:  # fmt: skip
        em, theme = self.em, self.colours
        if state == row_after(frame.layer):
            painter.setPen(QPen(QColor(theme.accent), 1.2))
            painter.setBrush(mixed(theme.raised, theme.surface, 0.4))
            painter.drawRoundedRect(where.adjusted(-em * 0.2, 0.5, 0, -0.5), em * 0.2, em * 0.2)
        differ = frame.lens[0][state] != frame.lens[1][state]
        painter.setPen(QColor(theme.muted))
        name = state_tick(state, found.token_probs.shape[1])
        self._text(painter, QRectF(cells[0][0], where.top(), cells[0][1], where.height()), name)
        for row, colour in ((0, theme.path), (1, theme.fan)):
            x, wide = cells[1 + row]
            painter.setPen(QColor(colour if differ else theme.text))
            number = percent(float(found.lens_probs[row, state, 0]))
            taken = QFontMetricsF(painter.font()).horizontalAdvance(number) + em * 0.4
            self._text(painter, QRectF(x, where.top(), wide - taken, where.height()), frame.lens[row][state])
            painter.setPen(QColor(theme.muted))
            self._text(painter, QRectF(x, where.top(), wide, where.height()), number, RIGHT)
        x, wide = cells[3]
        number = bits(float(found.kl[state]))
        taken = em * 2.6
        bar = QRectF(x, where.top() + where.height() * 0.22, max((wide - taken) * share, 0), where.height() * 0.56)
        painter.fillRect(bar, QColor(theme.warning))
        painter.setPen(QColor(theme.text))
        self._text(painter, QRectF(x, where.top(), wide, where.height()), number, RIGHT)

    def _draw_attention(
        self, painter: QPainter, box: QRectF, frame: InsideFrame, found: ChangedInside, rows: F32
    ) -> None:
        em, theme = self.em, self.colours
        painter.setFont(self.font_of(0.82))
        painter.setPen(QColor(theme.muted))
        words = self.tr("L{layer}.H{head} attends to").format(layer=found.layer, head=found.head)
        self._text(painter, QRectF(box.left(), box.top() - em * 1.35, box.width(), em * 1.3), words)
        fit = max(int(box.height() / (em * 1.5)), 1)
        keys = np.sort(np.argsort(-rows.max(axis=0), kind="stable")[:fit])
        high = min(box.height() / max(len(keys), 1), em * 2.1)
        painter.setFont(self.font_of(0.88))
        names = [frame.texts[key] if key < len(frame.texts) else "?" for key in keys]
        metrics = QFontMetricsF(painter.font())
        name = min(max((metrics.horizontalAdvance(text) for text in names), default=0) + em * 0.5, box.width() * 0.4)
        number = metrics.horizontalAdvance("99.9 → 99.9") + em * 0.5
        for row, (key, text) in enumerate(zip(keys.tolist(), names, strict=True)):
            where = QRectF(box.left(), box.top() + row * high, box.width(), high)
            painter.setPen(QColor(theme.text))
            self._text(painter, QRectF(where.left(), where.top(), name, high), text)
            room = max(where.width() - name - number, em)
            for index, (colour, part) in enumerate(((theme.path, 0.14), (theme.fan, 0.5))):
                wide = room * float(rows[index, key])
                painter.fillRect(
                    QRectF(where.left() + name, where.top() + high * part, wide, high * 0.34), QColor(colour)
                )
            said = f"{100 * float(rows[0, key]):z.1f} → {100 * float(rows[1, key]):z.1f}"
            self._text(painter, where, said, RIGHT)
        end = box.top() + len(keys) * high
        left = len(frame.texts) - len(keys)
        if left > 0 and end + em * 1.2 < box.bottom():
            painter.setPen(QColor(theme.muted))
            self._text(painter, QRectF(box.left(), end, box.width(), em * 1.2), self.tr("and {n} more").format(n=left))

    def nothing_to_see(self, frame: InsideFrame) -> str:
        return "" if frame.found is not None else self.verdict(frame)

    # -- words and gestures --------------------------------------------------------------------------------------

    def verdict(self, frame: InsideFrame) -> str:
        """What switching the parts off does inside, in words; before that, what to do."""
        found = frame.found
        if frame.position < 0:
            return self.tr("Type a prompt and run it, then switch a component off.")
        if frame.why_not:
            return frame.why_not
        if not frame.changed:
            return self.tr("No interventions are on: the original and the modified model are the same in every layer.")
        if found is None:
            return self.tr("Reading every layer of the original and the modified model…")
        moved = np.flatnonzero(found.moved > 0)
        if not len(moved):
            return self.tr("The interventions make no difference at this position.")
        top = int(found.kl.argmax())
        said = self.tr("The states first differ {first}; the lens differs most {top} (KL {kl} bits).")
        return said.format(first=state_place(int(moved[0])), top=state_place(top), kl=bits(float(found.kl[top])))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for where, layer in self._rows:
            if event.button() == Qt.MouseButton.LeftButton and where.contains(event.position()):
                self.send(ChooseLayer(layer))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys choose the layer of the row above or below."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        layers = [layer for _, layer in self._rows]
        if not step or not layers or self.painted is None:
            super().keyPressEvent(event)
            return
        at = layers.index(self.painted.layer) if self.painted.layer in layers else 0
        self.send(ChooseLayer(layers[min(max(at + step, 0), len(layers) - 1)]))


def _latest(run: Run, node: int) -> ChangedInside | None:
    """The newest finding at this place, whatever its plan."""
    for question in reversed(run.findings):
        found = run.findings[question]
        if isinstance(found, ChangedInside) and found.node == node:
            return found
    return None
