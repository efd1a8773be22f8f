"""Base of views that show the run's tokens as chips over lines: layout, scrolling, hovering, scrubbing and keys.

A subclass says which chips there are (`row`), how one looks (`look`) and what stands above them (`draw_head`).
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from viz.charts.flow import Flow, flow
from viz.charts.painted import PaintedView
from viz.charts.strip_frame import StripTokens
from viz.charts.token_chips import ChipCache, ChipStyle, Look, draw_chip, draw_divider
from viz.intents import Hover, LookAt
from viz.theme import Theme

BESIDE = 1.9  # em before the lines of two rows


@dataclass(frozen=True)
class SecondRow:
    """Other chips below the first ones from a position on: position for position."""

    tokens: StripTokens
    fork: int  # the first position that has one

    @property
    def texts(self) -> tuple[str, ...]:
        """What they say, from position 0 on."""
        return self.tokens.texts


@dataclass(frozen=True)
class ChipRow:
    """The chips: their texts, where the prompt ends, whether numbers stand under them, and which one is looked at."""

    tokens: StripTokens
    texts: tuple[str, ...]
    n_prompt: int
    numbers: bool
    position: int
    second: SecondRow | None = None

    @property
    def length(self) -> int:
        """Positions that have a chip, in either row."""
        return max(len(self.texts), len(self.second.texts) if self.second is not None else 0)


class ChipsView(PaintedView):
    """Chips over lines; see the module."""

    header = 2.0  # em

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered: int | None = None  # position under the pointer
        self.hovered_second = False  # whether it is over the chip of the second row there
        self._flow: Flow | None = None
        self._flow_key: tuple[Any, ...] = ()
        self._widths: dict[str, float] = {}
        self._widths_of: tuple[Any, ...] = ()
        self._style_kept: ChipStyle | None = None
        self._style_key: tuple[Any, ...] = ()
        self._size = 1.0
        self._needs = 0  # pixels of height, as the layout around it knows
        self._fitted = 2.6  # times as large as by themselves: the chips of a figure at most
        self._chips = ChipCache()
        self._in_view: tuple[int, int] = (-1, -1)
        self._second_in_view: tuple[str, ...] = ()
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setAccessibleName(self.tr("Scroll the tokens"))
        self._bar.valueChanged.connect(self.update)
        self._bar.hide()

    def row(self) -> ChipRow | None:
        """The chips of the frame painted last; None before there is one."""
        raise TypeError(f"{type(self).__name__} must define row()")

    def look(self, position: int) -> Look:
        """How a chip looks."""
        raise TypeError(f"{type(self).__name__} must define look(position)")

    def second_look(self, position: int) -> Look:
        """How a chip of the second row looks."""
        raise TypeError(f"{type(self).__name__} must define second_look(position)")

    def draw_beside(self, painter: QPainter, rows: tuple[QRectF, QRectF]) -> None:
        """What stands before a line of two rows."""

    def draw_head(self, painter: QPainter, rect: QRectF) -> None:
        """What stands above the chips."""

    def empty_text(self) -> str:
        """What is said where there are no chips."""
        return ""

    def paint(self, frame: Any, theme: Theme) -> None:
        super().paint(frame, theme)
        self._lay_out()
        row = self.row()
        if row is None:
            return
        if (row.position, len(row.texts)) != self._in_view:
            self._in_view = (row.position, len(row.texts))
            self._scroll_to(row.position)
        second = row.second.texts[row.second.fork :] if row.second is not None else ()
        if row.second is not None and second[:1] != self._second_in_view[:1]:
            self._scroll_to(row.second.fork)  # where both part
        self._second_in_view = second

    # -- geometry ------------------------------------------------------------------------------------------------

    def style_of(self, row: ChipRow) -> ChipStyle:
        """Sizes and fonts of the chips."""
        key = (self.font().key(), self._size, row.numbers)
        if self._style_kept is None or key != self._style_key:
            size = self._size
            self._style_kept = ChipStyle(self.em * size, self.font_of(size), self.font_of(0.72 * size), row.numbers)
            self._style_key = key
        return self._style_kept

    def _area(self, rect: QRectF) -> QRectF:
        """Where the chips go: `rect` without margins, header and scroll bar."""
        em, row = self.em, self.row()
        bar = 0 if self.still else self._bar.sizeHint().width()
        beside = BESIDE * em if row is not None and row.second is not None else 0.0
        return rect.adjusted(em * 0.6 + beside, em * self.header, -em * 0.4 - bar, -em * 0.3)

    def _laid_out(self, row: ChipRow, width: float) -> Flow:
        """The chips' places for a width; kept until texts, width or font change."""
        style = self.style_of(row)
        face = (style.font.key(), style.numbers)
        second = row.second
        key = (row.texts, row.n_prompt, width, face, None if second is None else (second.texts, second.fork))
        if self._flow is None or key != self._flow_key:
            if face != self._widths_of:
                self._widths, self._widths_of = {}, face
            widths = self._widths
            for text in (*row.texts, *(second.texts if second is not None else ())):
                if text not in widths:
                    widths[text] = style.width(text)
            divider = row.n_prompt if row.n_prompt < len(row.texts) else -1
            listed = [widths[text] for text in row.texts]
            if second is not None:
                pairs = itertools.zip_longest(listed, (widths[text] for text in second.texts), fillvalue=0.0)
                listed = [max(pair) for pair in pairs]
            fork = -1 if second is None else second.fork
            self._flow = flow(listed, width, style.line_height, style.gap, divider, style.em * 0.9, fork)
            self._flow_key = key
        return self._flow

    def minimumSizeHint(self) -> QSize:
        """With large letters the header and one line of chips."""
        row = self.row()
        if self.still or row is None or not row.texts:
            return super().minimumSizeHint()
        high = self.em * (self.header + 0.3) + self.style_of(row).line_height * (1 if row.second is None else 2)
        return super().minimumSizeHint().expandedTo(QSize(0, math.ceil(high)))

    def _lay_out(self) -> None:
        """Set the scroll bar to the lines there are."""
        area, row = self._area(QRectF(self.rect())), self.row()
        if row is None or area.width() <= 0:
            return
        lines = self._laid_out(row, area.width())
        over = max(lines.height - area.height(), 0.0)
        self._bar.setVisible(over > 0 and not self.still)
        self._bar.setRange(0, round(math.ceil(over / lines.line_height) * lines.line_height))  # whole lines
        self._bar.setPageStep(max(round(area.height()), 1))
        self._bar.setSingleStep(round(lines.line_height))
        if (needs := self.minimumSizeHint().height()) != self._needs:
            self._needs = needs
            self.updateGeometry()
        wide = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - wide, round(area.top()), wide, max(round(area.height()), 1))

    def _scroll_to(self, position: int) -> None:
        """Bring a position into sight, with no line cut off at the top."""
        if self._flow is None or position < 0:
            return
        lines, line, high = self._flow, self._flow.line_of(position), self._flow.line_height
        room = max(int(self._area(QRectF(self.rect())).height() // high), 1) * high  # whole lines
        top, bottom, shown = lines.top_of(line), lines.top_of(line + 1), round(self._bar.value() / high) * high
        if top < shown or bottom - top > room:
            self._bar.setValue(round(top))
        elif bottom > shown + room:
            self._bar.setValue(round(bottom - room))

    def _in_sight(self, area: QRectF, lines: Flow) -> QRectF:
        """The upper part of the area that whole lines fill: none is cut in half at its end, where one fits at all."""
        scroll = self._bar.value()
        shown = [lines.top_of(line + 1) - scroll for line in lines.lines_between(scroll, scroll + area.height())]
        whole = [bottom for bottom in shown if bottom <= area.height() + 1]
        if self.still or not whole or len(whole) == len(shown):
            return area
        return QRectF(area.left(), area.top(), area.width(), whole[-1])

    def position_at(self, point: QPoint, nearest: bool = False) -> int | None:
        """The position whose chip is at `point` of the widget (`nearest`: the closest one)."""
        area = self._area(QRectF(self.rect()))
        if self._flow is None or not (nearest or self._in_sight(area, self._flow).contains(point.toPointF())):
            return None
        place = point.toPointF() - area.topLeft()
        return self._flow.at(place.x(), place.y() + self._bar.value(), nearest)

    def is_second(self, point: QPoint) -> bool:
        """Whether a point lies in the second row of its line."""
        row, area = self.row(), self._area(QRectF(self.rect()))
        if row is None or row.second is None or self._flow is None:
            return False
        y = point.y() - area.top() + self._bar.value()
        line = self._flow.line_at(y)
        return line >= self._flow.double_from and y >= self._flow.top_of(line) + self._flow.line_height

    def chip_rect(self, position: int) -> QRectF:
        """Where a position's chip is on the widget (possibly scrolled out of sight)."""
        area, row = self._area(QRectF(self.rect())), self.row()
        if row is None:
            return QRectF()
        return self._chip_in(area, self._laid_out(row, area.width()), self.style_of(row), position)

    def _chip_in(self, area: QRectF, lines: Flow, style: ChipStyle, position: int) -> QRectF:
        y = area.top() + lines.top_of(lines.line_of(position)) - self._bar.value()
        left, wide = float(lines.lefts[position]), float(lines.widths[position])
        return QRectF(area.left() + left, y + style.em * 0.1, min(wide, area.width()), style.height)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        row, area = self.row(), self._area(rect)
        if row is None:
            return
        if self.still:
            self._fit_all(row, area)
        wide = rect.right() - area.left() - self.em * 0.6
        self.draw_head(painter, QRectF(area.left(), rect.top(), wide, self.em * self.header))
        if not row.texts:
            painter.setFont(self.font_of())
            painter.setPen(QColor(self.colours.muted))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.empty_text())
            return
        lines, scroll = self._laid_out(row, area.width()), self._bar.value()
        sight = self._in_sight(area, lines)
        painter.save()
        painter.setClipRect(sight.adjusted(-4, 0, 4, 4 if sight == area else 0))
        for line in lines.lines_between(scroll, scroll + sight.height() - 1):
            for position in lines.members(line):
                chip = self._chip_in(area, lines, self.style_of(row), position)
                if position < len(row.texts):
                    self.draw_position(painter, row, chip, position)
                if row.second is not None and row.second.fork <= position < len(row.second.texts):
                    self._draw_second(painter, row, chip.translated(0, lines.line_height), position)
        painter.restore()
        if row.second is not None:
            self._draw_beside(painter, row, sight, lines)

    def draw_position(self, painter: QPainter, row: ChipRow, rect: QRectF, position: int) -> None:
        """One chip, and the rule before it where the prompt has ended."""
        style = self.style_of(row)
        if position == row.n_prompt > 0:
            draw_divider(painter, rect.left() - style.em * 0.55, rect.top(), style, self.colours)
        look = self.look(position)
        if self.still:
            draw_chip(painter, rect, look, style, self.colours)
        else:
            self._chips.draw(painter, rect, look, style, self.colours)

    def _draw_second(self, painter: QPainter, row: ChipRow, rect: QRectF, position: int) -> None:
        draw = draw_chip if self.still else self._chips.draw
        draw(painter, rect, self.second_look(position), self.style_of(row), self.colours)

    def _draw_beside(self, painter: QPainter, row: ChipRow, area: QRectF, lines: Flow) -> None:
        """What stands before each line of two rows in sight."""
        style, scroll = self.style_of(row), self._bar.value()
        painter.save()
        painter.setClipRect(area.adjusted(-BESIDE * self.em, 0, 4, 4))
        for line in lines.lines_between(scroll, scroll + area.height()):
            if line >= lines.double_from:
                top = area.top() + lines.top_of(line) - scroll + style.em * 0.1
                first = QRectF(area.left() - BESIDE * self.em, top, BESIDE * self.em, style.height)
                self.draw_beside(painter, (first, first.translated(0, lines.line_height)))
        painter.restore()

    def _fit_all(self, row: ChipRow, area: QRectF) -> None:
        """For a figure: chips as large as leaves every token in the picture, down to where text cannot be read.

        They grow no more where less is shown later: in a film they keep the size that its last text has.
        """
        self._size = self._fitted
        while self._laid_out(row, area.width()).height > area.height() and self._size * self.em > 4:
            self._size *= 0.93
        self._fitted = self._size
        self._lay_out()  # what fits is not scrolled, whatever did not fit before
        self._bar.setValue(0)
        self._scroll_to(row.position)

    # -- gestures ------------------------------------------------------------------------------------------------

    def look_at(self, position: int) -> None:
        """Look at a position; the last one is followed from then on."""
        row = self.row()
        if row is not None and row.texts:
            last = len(row.texts) - 1
            position = min(max(position, 0), last)
            if position != row.position:
                self.send(LookAt(None if position == last else position))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = self.position_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and position is not None:
            self.look_at(position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scrubbing = bool(event.buttons() & Qt.MouseButton.LeftButton)
        point = event.position().toPoint()
        position = self.position_at(point, nearest=scrubbing)
        if scrubbing and position is not None:
            self.look_at(position)
        self._hover_over(position, self.is_second(point))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_over(None)

    def _hover_over(self, position: int | None, second: bool = False) -> None:
        row = self.row()
        if row is None:
            return
        tokens = row.second.tokens if second and row.second is not None else row.tokens
        first = row.second.fork if second and row.second is not None else 0
        if position is not None and not first <= position < len(tokens.texts):
            position = None  # the other row alone has a chip there
        if (position, second) == (self.hovered, self.hovered_second):
            return
        self.hovered, self.hovered_second = position, second
        if position is None:
            self.send(Hover())
        else:
            self.send(Hover(int(tokens.token_ids[position]), int(tokens.nodes[position])))
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta().y() or event.angleDelta().y() * self._bar.singleStep() / 120
        self._bar.setValue(self._bar.value() - round(pixels))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        row = self.row()
        if row is not None:
            self._scroll_to(row.position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row()
        if row is None or row.position < 0 or self._flow is None:
            super().keyPressEvent(event)
            return
        here = row.position
        targets = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Up: self._flow.beside(here, -1),
            Qt.Key.Key_Down: self._flow.beside(here, 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(row.texts) - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.look_at(target)
