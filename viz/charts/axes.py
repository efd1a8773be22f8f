"""An axis as a `Ruler` says: round numbers or named categories, faint lines across, its name where it can be read.

pyqtgraph lays the axis out and follows zoom and drag; what is written is decided here. The name of a vertical axis
stands above it, not turned by a quarter. Labels are left out before they touch.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from heapq import nlargest
from typing import NamedTuple

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
UNCUT = Qt.TextFlag.TextDontClip
CENTRE = int(Qt.AlignmentFlag.AlignCenter | UNCUT)
LEFT, RIGHT, IN_MIDDLE = (
    int(Qt.AlignmentFlag.AlignVCenter | side | UNCUT)
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter)
)


class _Words(NamedTuple):
    """A piece of text in its place; `turned`: written upwards."""

    where: QRectF
    text: str
    how: int
    font: QFont
    colour: str
    turned: bool = False


def _write_all(painter: QPainter, words: list[_Words]) -> None:
    """Draw pieces of text: what is turned in one go, and fonts and pens as seldom as they change."""
    for turned in (False, True):
        font, colour = None, ""
        if turned:
            painter.save()
            painter.rotate(-90)
        for piece in (it for it in words if it.turned == turned):
            if piece.font is not font:
                font = piece.font
                painter.setFont(font)
            if piece.colour != colour:
                colour = piece.colour
                painter.setPen(QColor(colour))
            where = piece.where
            if turned:
                where = QRectF(-where.bottom(), where.left(), where.height(), where.width())
            painter.drawText(where, piece.how, piece.text)
        if turned:
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
        self._cut: dict[tuple[str, bool], str] = {}
        self._cut_for: tuple[object, ...] = ()
        self.hide()

    # pyqtgraph's own label stays empty: it would be set as rich text for each pen, and be laid out at every size

    def setLabel(self, *_: object, **__: object) -> None:
        """Names are the rulers'."""

    def updateAutoSIPrefix(self) -> None:
        """So are the numbers."""

    def setPen(self, *_: object, **__: object) -> None:
        """Colours are the look's."""

    def setTextPen(self, *_: object, **__: object) -> None:
        """As `setPen`."""

    def setTickPen(self, *_: object, **__: object) -> None:
        """As `setPen`."""

    def resizeEvent(self, event: object = None) -> None:
        self.picture = None

    @property
    def is_vertical(self) -> bool:
        return str(self.orientation) in VERTICAL

    def show_ruler(self, ruler: Ruler, look: Look) -> None:
        """Take the ruler, and the room it needs."""
        if (ruler, look) == (self.ruler, self._look):
            return
        as_chosen = replace(self.ruler, chosen=ruler.chosen, marked=ruler.marked)  # what is chosen needs no more room
        if (ruler, look) != (as_chosen, self._look):
            self._room = None
        self.ruler, self._look = ruler, look
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
        _write_all(painter, self._words)

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
            font = look.font_of(TICK)
            for value, text in self._marks(look, box, low, high):
                self._write(look, box, value, text, font, look.theme.muted)
                if self.ruler.lines:
                    self._draw_across(value)
        if self.ruler.name:
            self._write_name(look, box)

    def _marks(self, look: Look, box: QRectF, low: float, high: float) -> list[tuple[float, str]]:
        """Values in sight and what is written at them."""
        if self.ruler.marks:
            seen = [(value, text) for value, text in self.ruler.marks if low - 1e-9 <= value <= high + 1e-9]
            return self._apart(seen, look, box) if self.is_vertical else seen
        most = max(2, int(self._length(box) / (look.em * (2.4 if self.is_vertical else 4.5))))
        return [(value, self.ruler.numbers(value)) for value in self._ticks(low, high, most)]

    def _apart(self, marks: list[tuple[float, str]], look: Look, box: QRectF) -> list[tuple[float, str]]:
        """The marks that have a line each: the first and the last, and between them what does not touch those kept."""
        kept: list[tuple[float, str]] = []
        for mark in (*marks[:1], *marks[-1:], *marks[1:-1]):
            at = self._place(box, mark[0])
            if all(abs(at - self._place(box, other)) >= TICK * look.em for other, _ in kept):
                kept.append(mark)
        return sorted(kept)

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

    def _write(self, look: Look, box: QRectF, value: float, text: str, font: QFont, colour: str) -> None:
        """A text at a value."""
        em, at = look.em, self._place(box, value)
        if self.is_vertical:
            left = self.orientation == "left"
            where = QRectF(box.left() + (-em if left else 0.35 * em), at - em, box.width() + 0.65 * em, 2 * em)
            how = RIGHT if left else LEFT
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
        fonts = [look.font_of(size, bold) for bold in (False, True)]
        cut = self._cut_to(fonts, ruler.widest * em if stacked else step * every - 0.2 * em)
        for at in shown_labels(len(ruler.labels), low, high, every, ruler.chosen, ruler.marked):
            chosen = at == ruler.chosen
            read = (ruler.under or ruler.clear) and at not in ruler.quiet
            plain = look.theme.text if read else look.theme.muted
            colour = look.theme.accent if chosen or at in ruler.marked else plain
            text, font = cut(ruler.labels[at], chosen), fonts[chosen]
            if self.is_vertical:
                self._write(look, box, at, text, font, colour)
            elif ruler.turned:
                self._write_turned(look, box, at, text, font, colour)
            else:
                self._write_below(look, box, at, text, font, colour, (step, every))

    def _cut_to(self, fonts: list[QFont], wide: float) -> Callable[[str, bool], str]:
        """Cuts a label, plain or bold, at a width. The same labels come again at every frame, so what fits is kept."""
        metrics = [QFontMetricsF(font) for font in fonts]
        for_what = (wide, fonts[0].key())
        if for_what != self._cut_for:
            self._cut_for = for_what
            self._cut.clear()

        def cut(text: str, bold: bool) -> str:
            found = self._cut.get((text, bold))
            if found is None:
                found = self._cut[text, bold] = metrics[bold].elidedText(text, ELIDED, wide)
            return found

        return cut

    def _write_below(
        self, look: Look, box: QRectF, at: int, text: str, font: QFont, colour: str, apart: tuple[float, int]
    ) -> None:
        """A column's label, and what stands under it. `apart`: pixels of a column, and of how many one is named."""
        em, ruler, (step, every) = look.em, self.ruler, apart
        wide, top = step * every - 0.2 * em, self._first_line(look, box)
        left = self._place(box, at) - (step / 2 if ruler.at_start else wide / 2)
        how = LEFT if ruler.at_start else IN_MIDDLE
        self._words.append(_Words(QRectF(left, top, wide, LINE * TICK * em), text, how, font, colour))
        if ruler.under:
            small = look.font_of(UNDER, bold=at == ruler.chosen)
            under = QFontMetricsF(small).elidedText(ruler.under[at], ELIDED, wide)
            where = QRectF(left, top + LINE * TICK * em, wide, LINE * UNDER * em)
            self._words.append(_Words(where, under, how, small, look.theme.muted))

    def _write_turned(self, look: Look, box: QRectF, at: int, text: str, font: QFont, colour: str) -> None:
        """A column's label, upwards from the plot or hanging below it."""
        em, above = look.em, self.orientation == "top"
        middle, far = self._place(box, at), self.ruler.widest * em
        edge = box.bottom() - 0.35 * em - far if above else box.top() + 0.35 * em
        where = QRectF(middle - em, edge, 2 * em, far)
        self._words.append(_Words(where, text, LEFT if above else RIGHT, font, colour, turned=True))

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
            where, how = QRectF(box.left(), y, box.width(), high), IN_MIDDLE
        text = QFontMetricsF(font).elidedText(ruler.name, ELIDED, where.width())
        self._words.append(_Words(where, text, how, font, look.theme.muted))
