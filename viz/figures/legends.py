"""Legends that panels of a figure have in common: which these are, and how they stand in rows below the panels.

A colour bar or a legend that two panels or more would have is drawn once. Limits of colours that a view lets others
set become the widest of the panels, so that a colour means the same in all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from viz.charts.colours import Scale
from viz.charts.common import Common, Entries, Quantity, quantity
from viz.charts.keys import Bar
from viz.charts.legend import gradient
from viz.charts.look import Look
from viz.charts.rows import draw_mark, mark_width
from viz.joined import listed
from viz.theme import Theme

BAR, THICK, APART, LINE = 5.5, 0.6, 1.6, 1.6  # em of the type: a colour bar's length and height, between two, a row


@dataclass(frozen=True)
class Explains:
    """What the charts of one panel say of themselves."""

    bars: tuple[Bar, ...] = ()
    legends: tuple[Entries, ...] = ()


@dataclass(frozen=True)
class Legend:
    """A colour bar, or the entries of a legend, and the panels that it is of."""

    of: tuple[int, ...]
    bar: Bar | None = None
    entries: Entries = ()


def in_common(said: Sequence[Explains]) -> tuple[Legend, ...]:
    """What two panels or more of a figure say alike, with the limits of all of them, in the order of the panels."""
    found: list[Legend] = []
    for name in dict.fromkeys(quantity(bar) for each in said for bar in each.bars):
        bars = {index: bar for index, each in enumerate(said) for bar in each.bars if quantity(bar) == name}
        if len(bars) > 1 and (bar := _of_all(tuple(bars.values()))) is not None:
            found.append(Legend(tuple(bars), bar=bar))
    for entries in dict.fromkeys(entries for each in said for entries in each.legends):
        of = tuple(index for index, each in enumerate(said) if entries in each.legends)
        if len(of) > 1:
            found.append(Legend(of, entries=entries))
    return tuple(found)


def _of_all(bars: tuple[Bar, ...]) -> Bar | None:
    """The bar that explains all of these, which are of one quantity; None where their limits differ and are fixed."""
    high = max(bar.colouring.high for bar in bars)
    if all(bar.free for bar in bars):
        return bars[0].up_to(high)
    same = {(bar.colouring, bar.said_at_ends) for bar in bars}
    return bars[0] if len(same) == 1 else None


def common_of(panel: int, legends: Sequence[Legend]) -> Common:
    """What a panel is told of them."""
    limits: dict[Quantity, float] = {
        quantity(it.bar): it.bar.colouring.high for it in legends if it.bar is not None and panel in it.of
    }
    return Common(limits, frozenset(it.entries for it in legends if it.entries and panel in it.of))


# -- drawing -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Placed:
    """A legend with its top left, in pixels of the page."""

    legend: Legend
    before: str  # the letters of its panels, where it is not of all
    x: float
    y: float
    font: QFont

    @property
    def parts(self) -> tuple[str, ...]:
        """What is written: before the bar what it means and its low end, after it the high one; or the entries."""
        bar = self.legend.bar
        if bar is None:
            return tuple(key.name for key in self.legend.entries)
        low, high = bar.said_at_ends
        return (bar.said, low, high) if bar.said else (low, high)

    @property
    def width(self) -> float:
        """Pixels from its left to its right."""
        metrics = QFontMetricsF(self.font)
        em = float(self.font.pixelSize())
        wide = sum(metrics.horizontalAdvance(text) + 0.5 * em for text in self.parts)
        wide += metrics.horizontalAdvance(self.before) + 0.8 * em if self.before else 0.0
        if self.legend.bar is not None:
            return wide + (BAR + 0.5) * em
        return wide + sum(mark_width(key, em) + 0.5 * em for key in self.legend.entries)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint it on the page."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self.font)
        pen = _Pen(painter, self.x, self.y, theme)
        if self.before:
            pen.write(self.before, theme.text, 0.8)
        if (bar := self.legend.bar) is not None:
            *first, high = self.parts
            for text in first:
                pen.write(text, theme.muted)
            pen.bar(bar)
            pen.write(high, theme.muted)
        else:
            look = Look(theme, self.font, float(self.font.pixelSize()), True)
            for key in self.legend.entries:
                box = QRectF(pen.x, self.y, mark_width(key, pen.em), LINE * pen.em)
                draw_mark(painter, look, key, box)
                pen.x = box.right()
                pen.write(key.name, theme.text, 1.0)
        painter.restore()


class _Pen:
    """Writes from left to right on a line."""

    def __init__(self, painter: QPainter, x: float, y: float, theme: Theme) -> None:
        self.x, self._y, self._painter, self._theme = x, y, painter, theme
        self.em = float(painter.font().pixelSize())

    def write(self, text: str, colour: str, gap: float = 0.5) -> None:
        wide = QFontMetricsF(self._painter.font()).horizontalAdvance(text)
        self._painter.setPen(QColor(colour))
        where = QRectF(self.x, self._y, wide + 2, LINE * self.em)
        self._painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        self.x += wide + gap * self.em

    def bar(self, bar: Bar) -> None:
        em = self.em
        where = QRectF(self.x, self._y + (LINE - THICK) / 2 * em, BAR * em, THICK * em)
        self._painter.fillRect(where, gradient(Scale(bar.colouring.stops, 0, 1), where))
        self._painter.setPen(QPen(QColor(self._theme.border), em / 16))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(where)
        self.x += (BAR + 0.5) * em


def placed(
    legends: Sequence[Legend], letters: Sequence[str], font: QFont, at: QPointF, width: float
) -> tuple[tuple[Placed, ...], float]:
    """Legends in rows from `at` that are no wider than `width`, and how high they are together."""
    em = float(font.pixelSize())
    x, y, found = at.x(), at.y(), []
    for legend in legends:
        names = [letters[index] for index in legend.of]
        before = "" if len(legend.of) == len(letters) else listed(names)
        one = Placed(legend, before, x, y, font)
        if x > at.x() and x + one.width > at.x() + width:
            x, y = at.x(), y + LINE * em
            one = Placed(legend, before, x, y, font)
        found.append(one)
        x += one.width + APART * em
    return tuple(found), y + LINE * em - at.y() if found else 0.0
