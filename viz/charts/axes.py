"""An axis as a `Ruler` says: round numbers or named categories, faint lines across, its name where it can be read.

pyqtgraph lays the axis out and follows zoom and drag; what is written is decided here. The name of a vertical axis
stands above it, not turned by a quarter. Labels are left out before they touch.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from heapq import nlargest

import shiboken6
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from viz.charts.colours import mixed
from viz.charts.graphs import pg
from viz.charts.look import Look
from viz.charts.rulers import Ruler, shown_labels, ticks

TICK, UNDER, NAME = 0.8, 0.68, 0.85  # em of the type
LINE = 1.2  # lines' height, in em of their type
NARROWEST = 2.4  # em of a column's label, where it is not shorter: with less room every second is left out, and so on
MEASURED = 24  # of the labels, those with most letters: all of a long text would take long at every frame
MANY = 24  # ticks of an axis, for the room that the longest number may need
VERTICAL = ("left", "right")
ELIDED = Qt.TextElideMode.ElideRight
CENTRE = Qt.AlignmentFlag.AlignCenter
MIDDLE, LEFT, RIGHT = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class _Words:
    """A piece of text in its place; `turned`: written upwards."""

    where: QRectF
    text: str
    how: Qt.AlignmentFlag
    font: QFont
    colour: str
    turned: bool = False

    def draw(self, painter: QPainter) -> None:
        painter.setFont(self.font)
        painter.setPen(QColor(self.colour))
        how, where = int(self.how | Qt.TextFlag.TextDontClip), self.where
        if not self.turned:
            painter.drawText(where, how, self.text)
            return
        painter.save()
        painter.translate(where.center().x(), where.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, -where.width() / 2, where.height(), where.width()), how, self.text)
        painter.restore()


class Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph is untyped
    """One side of a plot; see the module."""

    def __init__(self, side: str) -> None:
        super().__init__(side)
        self.enableAutoSIPrefix(False)
        self.ruler = Ruler(hidden=True)
        self.lift = 0.0  # pixels that the name of a vertical axis stands higher, above the labels at the top
        self._look: Look | None = None
        self._room: tuple[float, float] | None = None  # pixels that the ruler needs at an em
        self._taken = -1.0
        self.picture: object = None
        self._lines: list[tuple[QPointF, QPointF]] = []
        self._words: list[_Words] = []
        self.hide()

    @property
    def is_vertical(self) -> bool:
        return str(self.orientation) in VERTICAL

    def show_ruler(self, ruler: Ruler, look: Look) -> None:
        """Take the ruler, and the room it needs."""
        if (ruler, look) == (self.ruler, self._look):
            return
        self.ruler, self._look, self._room = ruler, look, None
        self.setVisible(not ruler.hidden)
        self.setGrid(255 if ruler.lines else False)
        self.picture = None
        self.update()

    def take_room(self, room: float) -> None:
        """Pixels across the axis that it has from now on, if it is to be seen."""
        room = 0.0 if self.ruler.hidden else room
        if room != self._taken:
            self._taken = room
            self.setWidth(room) if self.is_vertical else self.setHeight(room)

    def room(self, look: Look) -> float:
        """Pixels across the axis that its words need; asked for often, so kept."""
        if self._room is None or self._room[0] != look.em:
            self._room = (look.em, self._needed(look))
        return self._room[1]

    def _needed(self, look: Look) -> float:
        ruler, em = self.ruler, look.em
        if ruler.hidden:
            return 0.0
        least = ruler.least * em if self.is_vertical else 0.0
        if not self.is_vertical and not ruler.turned:
            lines = LINE * em * (TICK + UNDER * bool(ruler.under) + 1.05 * NAME * bool(ruler.name))
            return float(lines + 0.35 * em)
        metrics = QFontMetricsF(look.font_of(TICK, bold=ruler.is_categories))
        texts: list[str] = nlargest(MEASURED, set(ruler.labels), len) or [text for _, text in ruler.marks]
        texts = texts or self._numbers(ruler.low, ruler.high, MANY)
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
        return float(max(min(widest, ruler.widest * em) + 0.7 * em, least))

    def _numbers(self, low: float, high: float, most: int) -> list[str]:
        return [self.ruler.numbers(value) for value in self._ticks(low, high, most)]

    def _ticks(self, low: float, high: float, most: int) -> list[float]:
        found = ticks(low, high, most)
        return [value for value in found if value == round(value)] if self.ruler.whole else found

    # -- where things lie ----------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        """The axis, the lines across the plot, and the words that reach out of it."""
        em = self._look.em if self._look else 12.0
        rect: QRectF = self.mapRectFromParent(self.geometry())
        view = self.linkedView()
        if view is not None and shiboken6.isValid(view):
            rect = rect.united(view.mapRectToItem(self, view.boundingRect()))
        return rect.adjusted(-3 * em, -2 * em - self.lift, 3 * em, em)

    def shape(self) -> QPainterPath:
        """Where the mouse means the axis."""
        path = QPainterPath()
        path.addRect(self.mapRectFromParent(self.geometry()))
        return path

    def _length(self, box: QRectF) -> float:
        return float(box.height() if self.is_vertical else box.width())

    def _place(self, box: QRectF, value: float) -> float:
        """The item's y (of a vertical axis) or x of a value."""
        low, high = self.range
        part = (value - low) / ((high - low) or 1.0)
        return float(box.bottom() - part * box.height() if self.is_vertical else box.left() + part * box.width())

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        """Draw what was laid out for this range and size; pyqtgraph sets `picture` to None when either changes."""
        look = self._look
        if look is None or self.ruler.hidden:
            return
        if self.picture is None:
            self.picture = self._lines
            self._lay_out(look)
        theme = look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(mixed(theme.surface, theme.border, 0.7), 1.0))
        for start, end in self._lines:
            painter.drawLine(start, end)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        if not self.ruler.is_categories:
            painter.setPen(QPen(QColor(theme.border), 1.2))
            painter.drawLine(*self._edge())
        for words in self._words:
            words.draw(painter)

    def _edge(self) -> tuple[QPointF, QPointF]:
        """The plot's edge that the axis stands at."""
        box: QRectF = self.mapRectFromParent(self.geometry())
        return {
            "left": (box.topRight(), box.bottomRight()),
            "right": (box.topLeft(), box.bottomLeft()),
            "top": (box.bottomLeft(), box.bottomRight()),
            "bottom": (box.topLeft(), box.topRight()),
        }[self.orientation]

    def _lay_out(self, look: Look) -> None:
        box: QRectF = self.mapRectFromParent(self.geometry())
        self._lines.clear()
        self._words.clear()
        low, high = sorted(self.range)
        if self.ruler.is_categories:
            self._lay_out_labels(look, box, low, high)
        else:
            for value, text in self._marks(look, box, low, high):
                self._write(look, box, value, text)
                if self.ruler.lines:
                    self._draw_across(value)
        if self.ruler.name:
            self._write_name(look, box)

    def _marks(self, look: Look, box: QRectF, low: float, high: float) -> list[tuple[float, str]]:
        """Values in sight and what is written at them."""
        if self.ruler.marks:
            return [(value, text) for value, text in self.ruler.marks if low - 1e-9 <= value <= high + 1e-9]
        most = max(2, int(self._length(box) / (look.em * (2.4 if self.is_vertical else 4.5))))
        return [(value, self.ruler.numbers(value)) for value in self._ticks(low, high, most)]

    def _draw_across(self, value: float) -> None:
        view = self.linkedView()
        if view is None:
            return
        inside: QRectF = view.mapRectToItem(self, view.boundingRect())
        at = self._place(self.mapRectFromParent(self.geometry()), value)
        ends = (
            ((inside.left(), at), (inside.right(), at))
            if self.is_vertical
            else ((at, inside.top()), (at, inside.bottom()))
        )
        self._lines.append((QPointF(*ends[0]), QPointF(*ends[1])))

    def _write(self, look: Look, box: QRectF, value: float, text: str) -> None:
        em, at = look.em, self._place(box, value)
        font, colour = look.font_of(TICK), look.theme.muted
        if self.is_vertical:
            beside = (
                box.adjusted(-em, 0, -0.35 * em, 0) if self.orientation == "left" else box.adjusted(0.35 * em, 0, em, 0)
            )
            where = QRectF(beside.left(), at - em, beside.width(), 2 * em)
            how = MIDDLE | (RIGHT if self.orientation == "left" else LEFT)
        else:
            where, how = QRectF(at - 4 * em, self._first_line(look, box), 8 * em, LINE * TICK * em), CENTRE
        self._words.append(_Words(where, text, how, font, colour))

    def _first_line(self, look: Look, box: QRectF) -> float:
        """The y where the ticks' words of a horizontal axis begin."""
        if self.orientation == "bottom":
            return box.top() + 0.2 * look.em
        under = UNDER * bool(self.ruler.under)
        return box.bottom() - (LINE * (TICK + under) + 0.2) * look.em

    def _lay_out_labels(self, look: Look, box: QRectF, low: float, high: float) -> None:
        ruler, em = self.ruler, look.em
        step = self._length(box) / max(high - low, 1e-9)
        stacked = self.is_vertical or ruler.turned
        size = min(max(step / (1.05 * em), ruler.smallest), TICK) if stacked else TICK
        every = max(1, math.ceil((1.05 * size * em if stacked else self._narrowest(look)) / max(step, 1e-9) - 1e-6))
        for at in shown_labels(len(ruler.labels), low, high, every, ruler.chosen, ruler.marked):
            chosen = at == ruler.chosen
            font = look.font_of(size, bold=chosen)
            read = (ruler.under or ruler.clear) and at not in ruler.quiet
            plain = look.theme.text if read else look.theme.muted
            colour = look.theme.accent if chosen or at in ruler.marked else plain
            if self.is_vertical:
                self._write(look, box, at, QFontMetricsF(font).elidedText(ruler.labels[at], ELIDED, ruler.widest * em))
                self._words[-1] = _Words(self._words[-1].where, self._words[-1].text, self._words[-1].how, font, colour)
                continue
            if ruler.turned:
                self._write_turned(look, box, at, font, colour)
                continue
            wide, top = step * every - 0.2 * em, self._first_line(look, box)
            left = self._place(box, at) - (step / 2 if ruler.at_start else wide / 2)
            how = MIDDLE | (LEFT if ruler.at_start else Qt.AlignmentFlag.AlignHCenter)
            lines = [(ruler.labels[at], font, colour, top, TICK)]
            if ruler.under:
                small = look.font_of(UNDER, bold=chosen)
                lines.append((ruler.under[at], small, look.theme.muted, top + LINE * TICK * em, UNDER))
            for text, type_, ink, y, size in lines:
                cut = QFontMetricsF(type_).elidedText(text, ELIDED, wide)
                self._words.append(_Words(QRectF(left, y, wide, LINE * size * em), cut, how, type_, ink))

    def _write_turned(self, look: Look, box: QRectF, at: int, font: QFont, colour: str) -> None:
        """A column's label, upwards from the plot or hanging below it."""
        em, above = look.em, self.orientation == "top"
        middle, far = self._place(box, at), self.ruler.widest * em
        edge = box.bottom() - 0.35 * em - far if above else box.top() + 0.35 * em
        text = QFontMetricsF(font).elidedText(self.ruler.labels[at], ELIDED, far)
        where = QRectF(middle - em, edge, 2 * em, far)
        self._words.append(_Words(where, text, MIDDLE | (LEFT if above else RIGHT), font, colour, turned=True))

    def _narrowest(self, look: Look) -> float:
        """Pixels that a column needs for its label to be read."""
        metrics = QFontMetricsF(look.font_of(TICK, bold=True))
        widest = max((metrics.horizontalAdvance(text) for text in self.ruler.labels), default=0.0)
        return float(min(widest + 0.5 * look.em, NARROWEST * look.em))

    def _write_name(self, look: Look, box: QRectF) -> None:
        em, font, ruler = look.em, look.font_of(NAME), self.ruler
        view = self.linkedView()
        inside: QRectF = view.mapRectToItem(self, view.boundingRect()) if view is not None else box
        high = LINE * NAME * em
        y = box.top() - high - 0.2 * em - self.lift
        if self.orientation == "left":
            where, how = QRectF(box.left(), y, inside.right() - box.left(), high), LEFT
        elif self.orientation == "right":
            where, how = QRectF(inside.left(), y, box.right() - inside.left(), high), RIGHT
        else:
            y = box.bottom() - high if self.orientation == "bottom" else box.top()
            where, how = QRectF(box.left(), y, box.width(), high), Qt.AlignmentFlag.AlignHCenter
        text = QFontMetricsF(font).elidedText(ruler.name, ELIDED, where.width())
        self._words.append(_Words(where, text, MIDDLE | how, font, look.theme.muted))
