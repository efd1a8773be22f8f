"""Writes path, fans and marks of a figure as vectors, the shapes that `viz.visuals` has `ribbons` and `discs` for.

Readers of PDF show a gradient that fades out as if it did not (seen in poppler and Ghostscript). So a piece has one
opacity, the mean of its ends', and a glow is made of discs that lie over one another.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPolygonF

from engine.records import F32
from viz.camera import project
from viz.visuals.shapes import Marks, Segments

NEAR = 0.02  # in front of the camera, as the shaders have it
GLOW_DISCS = 10
CORE = 0.72  # of a disc's radius; its rim lies outside


def _colour(values: F32) -> QColor:
    red, green, blue, alpha = (min(max(float(v), 0.0), 1.0) for v in values)
    return QColor.fromRgbF(red, green, blue, alpha)


def paint_segments(painter: QPainter, segments: Segments, matrix: F32, width: float, height: float) -> None:
    """Every piece in logical pixels of a view of this size, whole, the first lowest."""
    painter.setPen(Qt.PenStyle.NoPen)
    start, end = clipped(segments.start, segments.end, matrix)
    seen = np.isfinite(start).all(axis=1)
    starts, _ = project(matrix, start, width, height)
    ends, _ = project(matrix, end, width, height)
    for row in np.flatnonzero(seen).tolist():
        x, y, to_x, to_y = (float(v) for v in (*starts[row], *ends[row]))
        first, last = (float(v) / 2 for v in segments.width[row])
        length = math.hypot(to_x - x, to_y - y)
        if length < 1e-3:
            continue
        dx, dy = (to_x - x) / length, (to_y - y) / length
        head = float(segments.head[row])
        if head > 0:
            shown = min(head, length * 0.5)
            first, last = first * shown / head, last * shown / head
            middle_x, middle_y = x + (to_x - x) * 0.58, y + (to_y - y) * 0.58
            x, y = middle_x - dx * shown / 2, middle_y - dy * shown / 2
            to_x, to_y = middle_x + dx * shown / 2, middle_y + dy * shown / 2
        painter.setBrush(_fill(segments.colour[row], x, y, to_x, to_y))
        corners = ((x, y, first), (to_x, to_y, last), (to_x, to_y, -last), (x, y, -first))
        painter.drawPolygon(QPolygonF([QPointF(px - dy * side, py + dx * side) for px, py, side in corners]))


def _fill(colours: F32, x: float, y: float, to_x: float, to_y: float) -> QBrush:
    """From the first of two colours to the second, in the mean of their opacities."""
    same = colours.copy()
    same[:, 3] = colours[:, 3].mean()
    if np.allclose(same[0], same[1], atol=0.01):
        return QBrush(_colour(same[0]))
    fill = QLinearGradient(x, y, to_x, to_y)
    fill.setColorAt(0.0, _colour(same[0]))
    fill.setColorAt(1.0, _colour(same[1]))
    return QBrush(fill)


def clipped(start: F32, end: F32, matrix: F32) -> tuple[F32, F32]:
    """[R, 3] ends of the parts in front of the camera; NaN where there is none."""
    depth0, depth1 = start @ matrix[:3, 3] + matrix[3, 3], end @ matrix[:3, 3] + matrix[3, 3]
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.clip((NEAR - depth0) / (depth1 - depth0), 0.0, 1.0)[:, None]
    at = start + (end - start) * part
    first = np.where((depth0 < NEAR)[:, None], at, start)
    last = np.where((depth1 < NEAR)[:, None], at, end)
    behind = (depth0 < NEAR) & (depth1 < NEAR)
    first[behind] = last[behind] = np.nan
    return first.astype(np.float32), last.astype(np.float32)


def paint_marks(painter: QPainter, marks: Marks, rim: F32, matrix: F32, width: float, height: float) -> None:
    """Discs with their rims and glows, and rings."""
    pixels, depth = project(matrix, marks.place, width, height)
    ground = np.array([*rim, 1.0], np.float32)
    for row in np.flatnonzero(depth > NEAR).tolist():
        centre = QPointF(float(pixels[row, 0]), float(pixels[row, 1]))
        radius, glow, ring = float(marks.look[row, 0]) / 2, float(marks.look[row, 2]), float(marks.look[row, 3])
        colour = marks.colour[row]
        if glow > 0:
            _glow(painter, centre, radius, glow, colour)
        if ring > 0:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(_colour(colour))
            pen.setWidthF(ring)
            painter.setPen(pen)
            painter.drawEllipse(centre, radius - ring / 2, radius - ring / 2)
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        ground[3] = colour[3]
        painter.setBrush(_colour(ground))
        painter.drawEllipse(centre, radius, radius)
        painter.setBrush(_colour(colour))
        painter.drawEllipse(centre, radius * CORE, radius * CORE)


def _glow(painter: QPainter, centre: QPointF, radius: float, glow: float, colour: F32) -> None:
    """Light around a disc that falls off with the square of the distance, as discs that add up to it."""
    reach = radius * (1.0 + 3.0 * glow) + 1.0
    painter.setPen(Qt.PenStyle.NoPen)
    there = 0.0
    for part in np.linspace(1.0, 0.0, GLOW_DISCS, endpoint=False).tolist():
        at = radius + (reach - radius) * part
        past = 1.0 - part + 0.5 / GLOW_DISCS
        wanted = float(colour[3]) * glow * 0.55 * past * past
        shade = colour.copy()
        shade[3] = 1.0 - (1.0 - wanted) / (1.0 - there)
        there = wanted
        painter.setBrush(_colour(shade))
        painter.drawEllipse(centre, at, at)
