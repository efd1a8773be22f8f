"""What is painted of a feature by hand: its contexts and a typed text, token by token on colours of activations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QWidget

from engine.labs.features.records import Contexts, Group, Tried
from engine.records import Vocabulary
from viz.charts.colours import Scale, ink_on
from viz.charts.legend import draw_legend
from viz.charts.look import Look
from viz.charts.numbers import fixed
from viz.charts.painted import CENTRE, LEFT, RIGHT, cut
from viz.charts.shaded_line import ShadedLine
from viz.charts.shaded_text import draw_shaded
from viz.plain import show_tip
from viz.token_text import shown_all

translate = QCoreApplication.translate  # by this name its texts are collected
ROW, TITLE = 1.62, 1.75  # em of a context, and of the words above some
SIZE = 0.92  # em of type
Box = tuple[QRectF, str]


@dataclass(frozen=True)
class Painted:
    """What is to be painted."""

    contexts: Contexts | None = None
    range: str = "all"
    tried: Tried | None = None
    vocabulary: Vocabulary | None = None
    largest: float = 0.0


def range_words(group: Group, counted: int) -> str:
    """What a range is, and how much of it there is."""
    said = {
        "top": translate("FeaturesShading", "Strongest (one for each passage)"),
        "upper": translate("FeaturesShading", "Upper third, {low} to {high}: {n} positions, some at random"),
        "middle": translate("FeaturesShading", "Middle third, {low} to {high}: {n} positions, some at random"),
        "random": translate("FeaturesShading", "At random of all {n} positions where it is active"),
    }[group.of]
    return said.format(low=fixed(group.low, 2), high=fixed(group.high, 2), n=f"{group.positions:,}", all=f"{counted:,}")


class Shading(QWidget):
    """Paints what it is told, and says the activation of the token under the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._painted = Painted()
        self._look: Look | None = None
        self._boxes: list[Box] = []
        self.setAccessibleName(translate("FeaturesShading", "Tokens shaded by the feature's activation"))
        self.hide()

    def show_painted(self, painted: Painted, look: Look) -> None:
        """Paint this; nothing hides the part."""
        self._painted, self._look = painted, look
        self.setMinimumHeight(round(7 * look.em))
        self.setVisible(painted.contexts is not None or painted.tried is not None)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = event.pos().toPointF()
            said = next((words for box, words in self._boxes if box.contains(at)), "")
            show_tip(event.globalPos(), said, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: object) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._boxes = []
            self._draw(painter, QRectF(self.rect()), look)
        finally:
            painter.end()  # a painter left open on a widget brings the program down

    def _draw(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        shown = self._painted
        high = shown.contexts.largest if shown.contexts is not None else shown.largest
        if shown.tried is not None and shown.contexts is None:
            high = max(high, float(shown.tried.values.max(initial=0.0)))
        scale = Scale(look.theme.ramp, 0.0, max(high, 1e-9))
        painter.setFont(look.font_of(0.85))
        line = QRectF(rect.left(), rect.top(), rect.width() - 0.8 * look.em, 1.3 * look.em)
        words = translate("FeaturesShading", "activation")
        draw_legend(painter, line, scale, words, "0", fixed(high, 2), look.theme, 7 * look.em)
        below = rect.adjusted(0, 1.5 * look.em, 0, 0)
        if shown.contexts is not None:
            self._draw_groups(painter, rect, shown.contexts, scale, look)
        elif shown.tried is not None:
            self._draw_text(painter, below, shown.tried, scale, look)

    def _draw_groups(self, painter: QPainter, rect: QRectF, found: Contexts, scale: Scale, look: Look) -> None:
        groups = [it for it in found.groups if self._painted.range in ("all", it.of) and len(it.token_ids)]
        y = rect.top()
        for group, count in zip(groups, rows_of(groups, rect.height() / look.em), strict=True):
            painter.setFont(look.font_of(0.85, True))
            painter.setPen(QColor(look.theme.muted))
            room = rect.width() - (20 * look.em if y == rect.top() else 0)  # the legend stands beside the first
            painter.drawText(
                QRectF(rect.left(), y, room, TITLE * look.em), LEFT,
                cut(painter, range_words(group, found.positions), room),
            )  # fmt: skip
            y += TITLE * look.em
            for row in range(count):
                self._draw_context(
                    painter, QRectF(rect.left(), y, rect.width(), ROW * look.em), group, row, scale, look
                )
                y += ROW * look.em

    def _draw_context(
        self, painter: QPainter, line: QRectF, group: Group, row: int, scale: Scale, look: Look
    ) -> None:  # fmt: skip
        em, found = look.em, self._painted.contexts
        if found is None:
            return
        there = np.flatnonzero(group.token_ids[row] >= 0)
        ids, values = group.token_ids[row, there], group.values[row, there]
        words = shown_all(self._painted.vocabulary, ids.tolist())
        at = int(np.flatnonzero(there == found.at)[0])
        painter.setFont(look.font_of(0.85))
        metrics = QFontMetricsF(painter.font())
        wide, kind = metrics.horizontalAdvance("000.00") + 0.8 * em, min(7 * em, 0.18 * line.width())
        painter.setPen(QColor(look.theme.muted))
        painter.drawText(QRectF(line.left(), line.top(), wide, line.height()), LEFT, fixed(float(values[at]), 2))
        painter.drawText(
            QRectF(line.right() - kind, line.top(), kind, line.height()), RIGHT, cut(painter, group.titles[row], kind)
        )
        body = QRectF(line.left() + wide, line.top() + 0.1 * em, line.width() - wide - kind - 0.6 * em, 1.38 * em)
        shaded = ShadedLine(tuple(words), tuple(float(it) for it in values), at)
        draw_shaded(painter, body, shaded, scale, look.font_of(SIZE), em, look.theme)
        told = translate("FeaturesShading", "{token}: activation {value}")
        most = "\n".join(
            told.format(token=word, value=fixed(float(value), 3))
            for word, value in zip(words, values, strict=True)
            if value > 0
        )
        self._boxes.append((body, most))

    def _draw_text(self, painter: QPainter, rect: QRectF, tried: Tried, scale: Scale, look: Look) -> None:
        """Tokens over lines, each with its activation below it."""
        em, x, y = look.em, rect.left(), rect.top()
        words = shown_all(self._painted.vocabulary, tried.token_ids.tolist())
        font, small = look.font_of(1.05), look.font_of(0.72)
        for word, value in zip(words, tried.values.tolist(), strict=True):
            number = fixed(value, 2) if value > 0 else ""
            wide = max(QFontMetricsF(font).horizontalAdvance(word), QFontMetricsF(small).horizontalAdvance(number))
            wide = min(wide + 0.4 * em, rect.width())
            if x + wide > rect.right() and x > rect.left():
                x, y = rect.left(), y + 2.7 * em
            if y + 2.5 * em > rect.bottom():
                break
            box = QRectF(x, y, wide, 1.55 * em)
            fill = scale.colour(value) if value > 0 else QColor(look.theme.raised)
            painter.fillRect(box, fill)
            painter.setFont(font)
            painter.setPen(ink_on(fill))
            painter.drawText(box, CENTRE, cut(painter, word, wide))
            painter.setFont(small)
            painter.setPen(QColor(look.theme.muted))
            painter.drawText(QRectF(x, y + 1.55 * em, wide, 0.95 * em), CENTRE, number)
            self._boxes.append((box, translate("FeaturesShading", "{token}: activation {value}").format(
                token=word, value=fixed(value, 3))))  # fmt: skip
            x += wide + 0.12 * em


def rows_of(groups: list[Group], room: float) -> list[int]:
    """How many contexts of each group fit into `room` em: the first has about as many as all others together."""
    lines = max(int((room - TITLE * len(groups)) / ROW), len(groups))
    have = [len(group.token_ids) for group in groups]
    if len(groups) < 2:
        return [min(lines, it) for it in have]
    others = min(lines // 2 // (len(groups) - 1), max(have[1:]))
    first = min(lines - others * (len(groups) - 1), have[0])
    return [first, *(min(max(others, 1), it) for it in have[1:])]
