"""Bars of loss per set of texts with their 95 % intervals, and the loss along the scale."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen

from engine.labs.language_neurons.records import Language
from engine.records import F32
from viz.charts.plot import CENTRE, F64, LEFT, Plot
from viz.charts.rulers import ticks
from viz.theme import Theme

PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.Dense4Pattern, Qt.BrushStyle.BDiagPattern)
MEASURES = ("rise over intact", "loss")


def bars_of(found: Language, neuron: int, measure: str) -> tuple[F32, F32, F32]:
    """Values [S, k], low and high ends [S, k]: bits per token, or the rise as a share of the intact loss."""
    if measure == MEASURES[1]:
        return found.loss[neuron], found.low[neuron], found.high[neuron]
    intact = found.loss[neuron][:, :1]
    return found.rise[neuron] / intact, found.rise_low[neuron] / intact, found.rise_high[neuron] / intact


def colours_of(theme: Theme, measure: str) -> tuple[str, ...]:
    """Of the bars of one set: (intact,) zero, mean."""
    return (theme.muted, theme.categories[0], theme.categories[1])[0 if measure == MEASURES[1] else 1 :]


def draw_bars(
    painter: QPainter, plot: Plot, names: list[str], bars: tuple[F32, F32, F32], colours: tuple[str, ...]
) -> None:
    """A group of bars for each set, an interval on each; the y axis is drawn by the caller."""
    values, low, high = bars
    theme, em = plot.theme, plot.em
    n, k = values.shape
    wide = plot.box.width() / max(n, 1)
    zero = plot.y(min(max(0.0, plot.ys[0]), plot.ys[1]))
    for row in range(n):
        for column in range(k):
            left = plot.box.left() + (row + 0.14 + 0.72 * column / k) * wide
            y = plot.y(float(values[row, column]))
            bar = QRectF(left, min(y, zero), 0.72 * wide / k * 0.9, max(abs(zero - y), 1.0))
            painter.fillRect(bar, QBrush(QColor(colours[column]), PATTERNS[column % 3]))
            painter.setPen(QPen(QColor(colours[column]), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar)
            x = bar.center().x()
            painter.setPen(QPen(QColor(theme.text), max(em * 0.1, 1.2)))
            ends = [plot.y(float(end[row, column])) for end in (low, high)]
            painter.drawLine(QPointF(x, ends[0]), QPointF(x, ends[1]))
            for end in ends:
                painter.drawLine(QPointF(x - em * 0.25, end), QPointF(x + em * 0.25, end))
        painter.setPen(QColor(theme.text))
        box = QRectF(plot.box.left() + row * wide, plot.box.bottom() + em * 0.3, wide, em * 1.4)
        painter.drawText(box, CENTRE, names[row])
    painter.setPen(QPen(QColor(theme.muted), 1.2))
    painter.drawLine(QPointF(plot.box.left(), zero), QPointF(plot.box.right(), zero))


def reach(values: list[F32]) -> tuple[float, float]:
    """The range of a chart of all of these: with 0 in it and a little room where there are values."""
    low = min(0.0, *(float(np.nanmin(part)) for part in values))
    high = max(1e-6, *(float(np.nanmax(part)) for part in values))
    room = 0.06 * (high - low)
    return (low - room if low < 0 else 0.0), high + room


def shares(plot: Plot) -> list[tuple[float, str]]:
    """Ticks of an axis of shares, in percent with their sign."""
    most = max(2, int(plot.box.height() / (plot.em * 2.4)))
    return [(value, percent_tick(value)) for value in ticks(*plot.ys, most)]


def percent_tick(value: float) -> str:
    """`+5 %`, `0 %`, `−2.5 %`."""
    return f"{100 * value:+.3g} %".replace("-", "−") if value else "0 %"


def without_x(plot: Plot) -> Plot:
    """The same plot without numbers along x, for groups that have names."""
    return Plot(plot.box, (float("nan"), float("nan")), plot.ys, plot.theme, plot.em)


def draw_swatches(painter: QPainter, line: QRectF, names: list[str], colours: tuple[str, ...], theme: Theme) -> None:
    """What each bar of a group is, with its colour and pattern."""
    x, high = line.left(), line.height()
    for row, (name, colour) in enumerate(zip(names, colours, strict=True)):
        box = QRectF(x, line.top() + high * 0.2, high * 0.9, high * 0.6)
        painter.fillRect(box, QBrush(QColor(colour), PATTERNS[row % 3]))
        painter.setPen(QPen(QColor(colour), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(x + high * 1.2, line.top(), line.width(), high), LEFT, name)
        x += high * 2.2 + QFontMetricsF(painter.font()).horizontalAdvance(name)


def draw_curve(painter: QPainter, plot: Plot, found: Language, colours: tuple[str, ...]) -> None:
    """The rise over intact along the scale, set by set, with its interval."""
    xs: F64 = found.scales.astype(np.float64)
    at = int(np.argmin(np.abs(found.scales - 1)))
    for row in range(len(found.sets)):
        intact = float(found.loss[0, row, 0])
        colour = colours[row % len(colours)]
        low, high = (part[row].astype(np.float64) / intact for part in (found.curve_low, found.curve_high))
        plot.band(painter, xs, low, high, colour)
        rise = (found.curve[row].astype(np.float64) - intact) / intact
        plot.line(painter, xs, rise, colour, row, dots=True)
    painter.setPen(QPen(QColor(plot.theme.muted), 1.2, Qt.PenStyle.DotLine))
    x = plot.x(float(found.scales[at]))
    painter.drawLine(QPointF(x, plot.box.top()), QPointF(x, plot.box.bottom()))


def curve_reach(found: list[Language]) -> tuple[float, float]:
    """The range of the curves of several models."""
    return reach([part / it.loss[0, :, :1] for it in found for part in (it.curve_low, it.curve_high)])
