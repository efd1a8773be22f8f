"""Rows of words in a grid of charts: headings, colour bars, and the legend that names colours, dashes and marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsLinearLayout, QWidget

from viz.charts.graphs import pg
from viz.charts.heat import ColourBar
from viz.charts.keys import Bar, Key
from viz.charts.look import Look
from viz.charts.plots import DASHES

KEY = 0.85  # em of a legend's type
SMALL, BAR, SHORT = 0.82, 5.5, 2.0  # em of a colour bar's words, its length, and that where there is no room
LINE = 1.5  # lines' height, in em of their type


class WordsRow(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph is untyped
    """One line of plain text, cut at its end; or, where a width is given, as many lines as it takes."""

    def __init__(self, breaks: bool = True) -> None:
        """`breaks`: in a figure it takes as many lines as it needs."""
        super().__init__()
        self.text, self._breaks = "", breaks
        self._look: Look | None = None
        self._size, self._bold, self._colour = 1.0, False, ""
        self._right, self._width = False, 0.0
        self._lines: tuple[str, ...] = ("",)

    def show_words(
        self, text: str, look: Look, size: float, bold: bool, colour: str, right: bool, width: float = 0.0
    ) -> None:
        self.text, self._look, self._size, self._bold = text, look, size, bold
        self._colour, self._right = colour or look.theme.text, right
        self._width = width
        self._break(width or self.size().width())
        self.update()

    def _break(self, width: float) -> None:
        """Into lines of this width, where it may be broken: as it is told, and in a figure, where nothing is cut."""
        look = self._look
        if look is None:
            return
        broken = (self._width > 0 or (look.still and self._breaks)) and width > 0
        self._lines = self._broken(look, width) if broken else (self.text,)
        high = LINE * self._size * look.em * len(self._lines)
        if high != self.minimumHeight() or high != self.maximumHeight():
            self.setFixedHeight(high)

    def resizeEvent(self, event: object) -> None:
        if not self._width:
            self._break(self.size().width())

    def _broken(self, look: Look, width: float) -> tuple[str, ...]:
        metrics = QFontMetricsF(look.font_of(self._size, self._bold))
        lines = [""]
        for word in self.text.split(" "):
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if lines[-1] and metrics.horizontalAdvance(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return tuple(lines)

    def needed(self) -> float:
        """Pixels that the whole text takes."""
        if self._look is None:
            return 0.0
        return QFontMetricsF(self._look.font_of(self._size, self._bold)).horizontalAdvance(self.text) + 1.0

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        if self._look is None:
            return
        painter.setFont(self._look.font_of(self._size, self._bold))
        painter.setPen(QColor(self._colour))
        width, height = self.size().width(), self.size().height() / len(self._lines)
        side = Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft
        for row, line in enumerate(self._lines):
            text = QFontMetricsF(painter.font()).elidedText(line, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(0, row * height, width, height), int(Qt.AlignmentFlag.AlignVCenter | side), text)


def mark_width(entry: Key, em: float) -> float:
    """Pixels of the mark before an entry's name."""
    return {"line": 2.1, "tick": 0.6}.get(entry.mark, 1.2) * em


def draw_mark(painter: QPainter, look: Look, entry: Key, box: QRectF) -> None:
    """Draw the mark of an entry in the middle of `box`, from its left."""
    em, middle, colour = look.em, box.center().y(), QColor(entry.colour)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if entry.mark == "line":
        painter.setPen(QPen(colour, max(0.2 * em, 2.0), DASHES[entry.dash % len(DASHES)]))
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.left() + 1.7 * em, middle))
    elif entry.mark == "tick":
        painter.setPen(QPen(colour, max(0.16 * em, 1.5)))
        x = box.left() + 0.15 * em
        painter.drawLine(QPointF(x, middle - 0.45 * em), QPointF(x, middle + 0.45 * em))
    else:
        painter.setPen(Qt.PenStyle.NoPen if entry.tint >= 1 else QPen(colour, max(0.09 * em, 1.2)))
        fill = QColor(colour)
        fill.setAlphaF(entry.tint)
        painter.setBrush(fill)
        size = 0.34 * em
        place = QRectF(box.left() + 0.1 * em, middle - size, 2 * size, 2 * size)
        if entry.mark == "o":
            painter.drawEllipse(place)
        else:
            painter.drawRect(place)


class KeyRow(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph is untyped
    """A legend: entries side by side, on as many lines as they need."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Key, ...] = ()
        self._look: Look | None = None

    def show_key(self, entries: Sequence[Key], look: Look) -> None:
        self.entries, self._look = tuple(entries), look
        self._fit()
        self.update()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        """Take the height that the entries need at this width."""
        if self._look is not None:
            lines = 1 + max((line for _, line in self._places(self.size())), default=0)
            high = lines * LINE * KEY * self._look.em
            if high != self.minimumHeight():
                self.setFixedHeight(high)

    def _places(self, size: QSizeF) -> list[tuple[float, int]]:
        """x and line of each entry."""
        if self._look is None:
            return []
        em, metrics = self._look.em, QFontMetricsF(self._look.font_of(KEY))
        places, x, line = [], 0.0, 0
        for entry in self.entries:
            wide = mark_width(entry, em) + metrics.horizontalAdvance(entry.name) + 0.4 * em
            if x and x + wide > size.width():
                x, line = 0.0, line + 1
            places.append((x, line))
            x += wide + 1.0 * em
        return places

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        look = self._look
        if look is None:
            return
        painter.setFont(look.font_of(KEY))
        high = LINE * KEY * look.em
        for entry, (x, line) in zip(self.entries, self._places(self.size()), strict=True):
            draw_mark(painter, look, entry, QRectF(x, line * high, mark_width(entry, look.em), high))
            painter.setPen(QColor(look.theme.text))
            left = x + mark_width(entry, look.em)
            room = QRectF(left, line * high, max(self.size().width() - left, 1.0), high)
            text = QFontMetricsF(painter.font()).elidedText(entry.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


class BarRow(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph is untyped
    """What colours mean, and a colour bar between its ends, on one line."""

    def __init__(self) -> None:
        super().__init__()
        self.layout = QGraphicsLinearLayout(Qt.Orientation.Horizontal)
        self.layout.setContentsMargins(0, 0, 0, 0)
        self.bar, self.parts = ColourBar(), [WordsRow(breaks=False) for _ in range(3)]
        self._shown: tuple[Bar, Look] | None = None
        self._least = 0.0, 0.0  # width of the label and of all at least
        items: tuple[Any, ...] = (*self.parts[:2], self.bar, self.parts[2])
        for item in items:
            self.layout.addItem(item)
            self.layout.setAlignment(item, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(self.layout)

    def give_way(self, narrow: bool, short: bool = False) -> None:
        """Ask for the room of the bar and its ends only, so that the charts beside and below are not cut.

        `short`: the bar is shorter too.
        """
        if self._shown is None:
            return
        of_label, whole = self._least
        em = self._shown[1].em
        bar = (SHORT if short else BAR) * em
        if self.bar.maximumWidth() != bar:
            self.bar.setFixedWidth(bar)
        least = whole - of_label * narrow - (BAR * em - bar)
        for item, wide in ((self.parts[0], 0.0 if narrow else of_label), (self, least)):
            if item.minimumWidth() != wide:
                item.setMinimumWidth(wide)

    def show_bar(self, bar: Bar, look: Look) -> None:
        if (bar, look) == self._shown:
            return
        self._shown, em = (bar, look), look.em
        for part, text in zip(self.parts, (bar.label, *bar.said_at_ends), strict=True):
            part.show_words(text, look, SMALL, False, look.theme.muted, False)
            part.setFixedWidth(part.needed())
        label, needed = self.parts[0], sum(part.needed() for part in self.parts) + (BAR + 2.0) * em
        least = max(min(label.needed(), bar.least * em), 0.0)
        self.layout.setSpacing(0.5 * em)
        self.bar.show_bar(bar.colouring, look)
        self.setFixedHeight(LINE * SMALL * em)
        self._least = least, needed - label.needed() + least
        self.give_way(False)
        self.setPreferredWidth(needed)
        self.setMaximumWidth(needed)
