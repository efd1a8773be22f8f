"""The loss over the plane as a surface that is turned by hand, with the descents on it.

It is painted from far to near, cell after cell, so that it is drawn alike on screen and as vectors in a figure.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.labs.landscape.records import F64
from engine.records import F32
from viz.camera import Camera
from viz.charts.colours import lookup
from viz.charts.look import Look
from viz.charts.turned import TurnedPane, take
from viz.labs.landscape.landscape_frame import LandscapeFrame

translate = QCoreApplication.translate  # by this name its texts are collected

FIRST = Camera(azimuth=-30.0, elevation=38.0)
TALL = 0.8  # of the half side of the plane
CELLS = 40  # along a side that are painted
LIFT = 0.012  # of paths above the surface
SUN = np.array([-0.4, 0.8, 0.45]) / np.linalg.norm([-0.4, 0.8, 0.45])


class SurfacePane(TurnedPane):
    """See the module."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, translate("LandscapeView", "Loss as a surface"), FIRST)
        self._frame: LandscapeFrame | None = None
        self._colours: tuple[str, ...] = ()

    def show_frame(self, frame: LandscapeFrame, look: Look, colours: tuple[str, ...]) -> None:
        """Show a frame; `colours` of the descents."""
        self._frame, self._colours = frame, colours
        self.show_look(look)

    def draw_scene(self, painter: QPainter, box: QRectF, look: Look) -> None:
        frame = self._frame
        if frame is None or frame.found is None or frame.height is None:
            return
        painter.setClipRect(box)
        points, values = self._grid(frame)
        n = points.shape[0]
        shot = take(points.reshape(-1, 3), self.camera, self.first, box)
        pixels, depth = shot.pixels.reshape(n, n, 2), shot.depth.reshape(n, n)
        self._draw_cells(painter, points, pixels, depth, values, look)
        self._draw_paths(painter, box, frame, points, look)

    def _grid(self, frame: LandscapeFrame) -> tuple[F32, F32]:
        """Points [n, n, 3] (x right, y the loss, z towards the viewer as b falls) and their heights 0 to 1 [n, n]."""
        height = frame.height
        if height is None:
            return np.zeros((0, 0, 3), np.float32), np.zeros((0, 0), np.float32)
        chosen = np.unique(np.round(np.linspace(0, len(height) - 1, CELLS + 1)).astype(int))
        part = height[np.ix_(chosen, chosen)]
        values = scaled(part, height)
        side = np.linspace(-1, 1, len(chosen))
        x, z = np.meshgrid(side, -side)
        points = np.stack([x, TALL * (2 * values - 1) * 0.5, z], axis=2)
        return points.astype(np.float32), values.astype(np.float32)

    @staticmethod
    def _draw_cells(painter: QPainter, points: F32, pixels: F32, depth: F32, values: F32, look: Look) -> None:
        table = lookup(look.theme.ramp)
        middle = (depth[:-1, :-1] + depth[1:, 1:]) / 2
        one, other = points[:-1, 1:] - points[:-1, :-1], points[1:, :-1] - points[:-1, :-1]
        normal = np.cross(one, other)
        normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-9)
        light = 0.72 + 0.28 * np.abs(normal @ SUN)
        mean = (values[:-1, :-1] + values[1:, :-1] + values[:-1, 1:] + values[1:, 1:]) / 4
        painter.setPen(QPen(QColor(look.theme.ground), 0.4))
        columns = middle.shape[1]
        for at in np.argsort(-middle, axis=None, kind="stable").tolist():
            row, column = divmod(at, columns)
            value = float(mean[row, column])
            if not np.isfinite(value):
                continue
            red, green, blue = (table[round(255 * min(max(value, 0.0), 1.0))] * light[row, column]).astype(int).tolist()
            painter.setBrush(QColor(min(red, 255), min(green, 255), min(blue, 255)))
            corners = ((row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column))
            painter.drawPolygon(QPolygonF([QPointF(*map(float, pixels[corner])) for corner in corners]))

    def _draw_paths(self, painter: QPainter, box: QRectF, frame: LandscapeFrame, points: F32, look: Look) -> None:
        found, height = frame.found, frame.height
        if found is None or height is None:
            return
        whole = points.reshape(-1, 3)
        for start, colour in zip(range(len(found.paths)), self._colours, strict=False):
            path = found.paths[start, : frame.moment + 1]
            x = 2 * (path[:, 0] - found.a[0]) / (found.a[-1] - found.a[0]) - 1
            z = 1 - 2 * (path[:, 1] - found.b[0]) / (found.b[-1] - found.b[0])
            with np.errstate(divide="ignore", invalid="ignore"):
                y = TALL * (2 * scaled(np.log10(found.path_loss[start, : frame.moment + 1]), height) - 1) * 0.5 + LIFT
            inside = np.isfinite(x + y + z) & (np.abs(x) <= 1) & (np.abs(z) <= 1)
            if not inside.any():
                continue
            seen = take(np.stack([x, y, z], axis=1)[inside].astype(np.float32), self.camera, self.first, box, whole)
            places = [QPointF(*map(float, place)) for place in seen.pixels]
            for ink, wide in ((look.theme.ground, 0.34), (colour, 0.2)):
                painter.setPen(QPen(QColor(ink), wide * look.em))
                painter.drawPolyline(QPolygonF(places))
            painter.setPen(QPen(QColor(look.theme.ground), 0.1 * look.em))
            painter.setBrush(QColor(colour))
            if inside[-1]:
                painter.drawEllipse(places[-1], 0.42 * look.em, 0.42 * look.em)


def scaled(values: F64, height: F64) -> F64:
    """Heights from 0 (the lowest of the plane) to 1 (the highest)."""
    low, high = float(np.nanmin(height)), float(np.nanmax(height))
    return np.asarray(np.clip((values - low) / max(high - low, 1e-12), 0, 1))
