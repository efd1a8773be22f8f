"""A small x-y chart painted with QPainter: axes with round ticks, lines with bands, marks; sizes in em.

One object maps values to the screen and draws the frame; the caller draws series in the order they should lie. Lines
differ by their dash as well as their colour, so that none is told by colour alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from viz.charts.colours import mixed
from viz.charts.rulers import short, ticks
from viz.theme import Theme

F64 = npt.NDArray[np.float64]
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


@dataclass(frozen=True)
class Plot:
    """Where values of x in `xs` and y in `ys` lie in `box` (the inside, without the axes' words)."""

    box: QRectF
    xs: tuple[float, float]
    ys: tuple[float, float]
    theme: Theme
    em: float

    def x(self, value: float) -> float:
        """The screen's x of a value."""
        return self.box.left() + (value - self.xs[0]) / max(self.xs[1] - self.xs[0], 1e-12) * self.box.width()

    def y(self, value: float) -> float:
        """The screen's y of a value."""
        return self.box.bottom() - (value - self.ys[0]) / max(self.ys[1] - self.ys[0], 1e-12) * self.box.height()

    def frame(
        self,
        painter: QPainter,
        x_name: str,
        y_name: str,
        y_ticks: Sequence[tuple[float, str]] = (),
        whole: bool = False,
    ) -> None:
        """Axes, ticks with their numbers, faint lines across, and what the axes are."""
        em, theme = self.em, self.theme
        metrics = QFontMetricsF(painter.font())
        marks = list(y_ticks) or [(v, short(v)) for v in ticks(*self.ys, max(2, int(self.box.height() / (em * 2.4))))]
        for value, text in marks:
            y = self.y(value)
            painter.setPen(QPen(mixed(theme.surface, theme.border, 0.7), 1.0))
            painter.drawLine(QPointF(self.box.left(), y), QPointF(self.box.right(), y))
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(self.box.left() - em * 4.4, y - em, em * 4.0, em * 2), RIGHT, text)
        for value in ticks(*self.xs, max(2, int(self.box.width() / (em * 4.5)))):
            if whole and value != round(value):
                continue
            where = QRectF(self.x(value) - em * 2.5, self.box.bottom() + em * 0.15, em * 5, em * 1.2)
            painter.drawText(where, CENTRE, short(value))
        painter.setPen(QPen(QColor(theme.border), 1.2))
        painter.drawLine(self.box.bottomLeft(), self.box.bottomRight())
        painter.drawLine(self.box.bottomLeft(), self.box.topLeft())
        painter.setPen(QColor(theme.muted))
        below = QRectF(self.box.left(), self.box.bottom() + em * 1.2, self.box.width(), em * 1.3)
        painter.drawText(below, CENTRE, metrics.elidedText(x_name, Qt.TextElideMode.ElideRight, below.width()))
        above = QRectF(self.box.left() - em * 2.5, self.box.top() - em * 1.6, self.box.width() + em * 2.5, em * 1.3)
        painter.drawText(above, LEFT, metrics.elidedText(y_name, Qt.TextElideMode.ElideRight, above.width()))

    def points(self, xs: Iterable[float], ys: Iterable[float]) -> list[list[QPointF]]:
        """Runs of points without gaps (NaN)."""
        runs: list[list[QPointF]] = [[]]
        for x, y in zip(xs, ys, strict=True):
            if math.isfinite(x) and math.isfinite(y):
                runs[-1].append(QPointF(self.x(x), self.y(min(max(y, self.ys[0]), self.ys[1]))))
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]

    def line(
        self, painter: QPainter, xs: Sequence[float] | F64, ys: Sequence[float] | F64, colour: str, dash: int = 0,
        dots: bool = False, width: float = 0.16,
    ) -> None:  # fmt: skip
        """A line through the values; where it has few of them, with a dot each."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for run in self.points(map(float, xs), map(float, ys)):
            painter.setPen(QPen(QColor(colour), max(self.em * width, 1.4), DASHES[dash % len(DASHES)]))
            painter.drawPolyline(QPolygonF(run))
            if dots or len(run) == 1:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour))
                for point in run:
                    painter.drawEllipse(point, self.em * 0.22, self.em * 0.22)
                painter.setBrush(Qt.BrushStyle.NoBrush)

    def band(self, painter: QPainter, xs: F64, low: F64, high: F64, colour: str) -> None:
        """The interval around a line."""
        good = np.isfinite(low) & np.isfinite(high)
        if good.sum() < 2:
            return
        there = [QPointF(self.x(float(x)), self.y(float(v))) for x, v in zip(xs[good], high[good], strict=True)]
        back = [QPointF(self.x(float(x)), self.y(float(v))) for x, v in zip(xs[good], low[good], strict=True)]
        fill = QColor(colour)
        fill.setAlphaF(0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF([*there, *reversed(back)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def limit(self, painter: QPainter, value: float, words: str) -> None:
        """A dashed vertical line at `value` of x, with words at its top."""
        if not self.xs[0] <= value <= self.xs[1]:
            return
        x = self.x(value)
        painter.setPen(QPen(QColor(self.theme.warning), max(self.em * 0.1, 1.2), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, self.box.top()), QPointF(x, self.box.bottom()))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + self.em * 0.4
        left = x - wide - self.em * 0.3 if x + wide > self.box.right() else x + self.em * 0.3
        painter.drawText(QRectF(left, self.box.top(), wide, self.em * 1.3), LEFT, words)


@dataclass(frozen=True)
class Key:
    """One entry of a legend."""

    name: str
    colour: str
    dash: int = 0


def draw_key(painter: QPainter, where: QRectF, entries: Sequence[Key], theme: Theme, em: float) -> None:
    """Entries side by side: a piece of the line, then its name; those that do not fit go onto a second row."""
    metrics = QFontMetricsF(painter.font())
    x, y = where.left(), where.top()
    for entry in entries:
        wide = em * 2.2 + metrics.horizontalAdvance(entry.name) + em * 1.2
        if x + wide > where.right() + em and x > where.left():
            x, y = where.left(), y + em * 1.3
        painter.setPen(QPen(QColor(entry.colour), max(em * 0.2, 2.0), DASHES[entry.dash % len(DASHES)]))
        painter.drawLine(QPointF(x, y + em * 0.7), QPointF(x + em * 1.8, y + em * 0.7))
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(x + em * 2.2, y, wide, em * 1.4), LEFT, entry.name)
        x += wide
