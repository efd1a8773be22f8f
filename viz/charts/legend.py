"""A colour bar with its numbers: every colour on screen has one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen

from viz.charts.colours import Scale
from viz.theme import Theme


def legend_width(font: QFont, label: str, low: str, high: str, bar: float) -> float:
    """Room `draw_legend` takes."""
    metrics = QFontMetricsF(font)
    gap = metrics.height() * 0.5
    return sum(metrics.horizontalAdvance(text) for text in (label, low, high)) + bar + 3.5 * gap


def draw_legend(
    painter: QPainter, rect: QRectF, scale: Scale, label: str, low: str, high: str, theme: Theme, bar: float = 90.0
) -> None:
    """`label low ▭▭▭ high` at the right end of `rect`, in the painter's font."""
    metrics = QFontMetricsF(painter.font())
    gap = metrics.height() * 0.5
    centred = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    x = rect.right() - legend_width(painter.font(), label, low, high, bar) + gap
    painter.setPen(QColor(theme.muted))
    for text in (label, low):
        width = metrics.horizontalAdvance(text)
        painter.drawText(QRectF(x, rect.top(), width + 2, rect.height()), centred, text)
        x += width + gap
    thick = metrics.height() * 0.6
    where = QRectF(x, rect.center().y() - thick / 2, bar, thick)
    painter.fillRect(where, gradient(scale, where))
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.drawRect(where)
    painter.setPen(QColor(theme.muted))
    x = where.right() + gap
    painter.drawText(QRectF(x, rect.top(), metrics.horizontalAdvance(high) + 2, rect.height()), centred, high)


def gradient(scale: Scale, where: QRectF) -> QLinearGradient:
    """The scale's colours from left to right of `where`."""
    ramp = QLinearGradient(where.topLeft(), where.topRight())
    for index, stop in enumerate(scale.stops):
        ramp.setColorAt(index / (len(scale.stops) - 1), QColor(stop))
    return ramp
