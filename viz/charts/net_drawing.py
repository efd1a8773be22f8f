"""How a small net's neurons and weights are drawn: their pictures, curves, names and colours."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from engine.nets.records import F64
from engine.records import F32
from viz.charts.colours import mixed
from viz.charts.heatmap import Colouring, image_of
from viz.charts.look import Look
from viz.charts.painted import CENTRE

HUGE = 1e30  # in place of what is no finite number


def draw_class(painter: QPainter, box: QRectF, name: str, look: Look) -> None:
    """A class on its neuron, in smaller letters and cut where its name is long."""
    size = min(1.1, 0.7 * box.height() / look.em)
    painter.setFont(look.font_of(size, bold=True))
    room = box.width() - 2
    if len(name) > 1 and QFontMetricsF(painter.font()).horizontalAdvance(name) > room:
        painter.setFont(look.font_of(max(0.7, size * 0.7), bold=True))
    metrics = QFontMetricsF(painter.font())
    painter.drawText(box, CENTRE, metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))


def weight_colour(weight: float, part: float, look: Look) -> QColor:
    """Diverging around 0, faint where it is weak."""
    strong = look.theme.diverging[0 if weight < 0 else -1]
    return mixed(look.theme.surface, strong, round(0.25 + 0.75 * part, 2))


def picture_of(values: F32, look: Look) -> QImage:
    """A neuron's answers over the plane, diverging around 0."""
    values = np.nan_to_num(values, nan=0.0, posinf=HUGE, neginf=-HUGE)
    high = max(float(np.abs(values).max()), 1e-6)
    return image_of(values, Colouring(look.theme.diverging, "", high, signed=True))


def draw_curve(painter: QPainter, box: QRectF, values: F64, look: Look) -> None:
    """A neuron's answers along x, with the line of 0."""
    values = np.nan_to_num(values, nan=0.0, posinf=HUGE, neginf=-HUGE)
    high = max(float(np.abs(values).max()), 1e-6)
    inner = box.adjusted(2, 2, -2, -2)
    middle = inner.center().y()
    painter.setPen(QPen(QColor(look.theme.border), 1))
    painter.drawLine(QLineF(inner.left(), middle, inner.right(), middle))
    xs = np.linspace(inner.left(), inner.right(), len(values))
    ys = middle - values / high * inner.height() / 2
    painter.setPen(QPen(QColor(look.theme.path), 1.4))
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]))
