"""States as a cloud in three dimensions, painted with QPainter: it turns by hand, and prints as vectors too.

Points are drawn from far to near, larger and fuller the nearer they are; their colour is the depth of the bracket
string they stand for, and those beyond the trained length are hollow. A few strings are drawn as lines, prefix by
prefix: where the net counts, depth after depth lies on a level of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.labs.brackets.records import Cloud
from engine.records import F32
from viz.camera import Camera, home_distance, project
from viz.charts.colours import Scale, mixed
from viz.theme import Theme

LINES = 3  # strings drawn as lines
HOME = Camera(azimuth=-18.0, elevation=10.0)


def standing(cloud: Cloud) -> F32:
    """The points around the middle of what most of them fill, nearly all within a radius of 1.  # [N, 3]"""
    if not len(cloud.points3):
        return cloud.points3
    low, high = np.quantile(cloud.points3, (0.05, 0.95), axis=0)
    points = cloud.points3 - (low + high) / 2
    radius = float(np.quantile(np.linalg.norm(points, axis=1), 0.95))
    return np.asarray(points / max(radius, 1e-9), np.float32)


@dataclass(frozen=True)
class Shot:
    """Where the points are seen in `box`."""

    pixels: F32  # [N, 2]
    near: F32  # [N] 0 = furthest, 1 = nearest


def take(points: F32, camera: Camera, box: QRectF) -> Shot:
    """See the points from a camera whose distance is relative: 1 shows all of them."""
    width, height = max(box.width(), 1.0), max(box.height(), 1.0)
    home = home_distance(camera, points, np.empty((0, 3), np.float32), width, height, inside=0.97, margin=0.9)
    seen = Camera(camera.target, camera.azimuth, camera.elevation, home * camera.distance / HOME.distance)
    pixels, depth = project(seen.matrix(width, height), points, width, height)
    if not len(depth):
        return Shot(pixels, depth)
    span = max(float(depth.max() - depth.min()), 1e-6)
    near = np.asarray((depth.max() - depth) / span, np.float32)
    return Shot(np.asarray(pixels + np.array([box.left(), box.top()], np.float32), np.float32), near)


def depth_scale(cloud: Cloud, theme: Theme) -> Scale:
    """The colours of the square roots of depths, so that 0, 1 and 2 are told apart; the end that would vanish on the
    ground is left out.
    """
    stops = theme.ramp[2:]
    return Scale(stops, 0.0, float(np.sqrt(max(int(cloud.depth.max()), 1))) if len(cloud.depth) else 1.0)


def draw_cloud(
    painter: QPainter, box: QRectF, points: F32, cloud: Cloud, camera: Camera, trained: int, theme: Theme, em: float
) -> None:
    """The points [N, 3] of a cloud and the lines of a few strings, inside `box`."""
    shot, scale = take(points, camera, box), depth_scale(cloud, theme)
    painter.save()
    painter.setClipRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for string in range(LINES):
        rows = np.flatnonzero(cloud.string == string)
        painter.setPen(QPen(mixed(theme.surface, theme.muted, 0.65), max(em * 0.07, 1.0)))
        painter.drawPolyline(QPolygonF([QPointF(*map(float, shot.pixels[row])) for row in rows]))
    deepest = int(cloud.depth.max()) if len(cloud.depth) else 0
    colours = [scale.colour(float(np.sqrt(depth))) for depth in range(deepest + 1)]
    faded = [mixed(colour.name(), theme.surface, 0.45) for colour in colours]
    for row in np.argsort(shot.near, kind="stable").tolist():
        near, depth = float(shot.near[row]), int(cloud.depth[row])
        size = em * (0.16 + 0.22 * near)
        colour = (colours if near > 0.4 else faded)[depth]
        place = QPointF(float(shot.pixels[row, 0]), float(shot.pixels[row, 1]))
        if cloud.length[row] > trained:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, max(em * 0.09, 1.0)))
        else:
            painter.setBrush(colour)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(place, size, size)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.restore()
    painter.setPen(QPen(QColor(theme.border), 1.0))
    painter.drawRect(box)
