"""The map of the pictures in space: a cloud that is turned by hand, each point in its digit's colour."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.digits.records import DIGITS
from engine.records import F32, U8
from viz.camera import Camera
from viz.charts.colours import mixed
from viz.charts.look import Look
from viz.charts.turned import Shot, TurnedPane, take
from viz.labs.digits.digits_frame import DigitsFrame

translate = QCoreApplication.translate  # by this name its texts are collected

FIRST = Camera(azimuth=-24.0, elevation=16.0)
REACH = 12.0  # pixels around a click


class Cloud(TurnedPane):
    """See the module. `choose` is told the number of a picture that was clicked."""

    def __init__(
        self, parent: QWidget, colours: Callable[[Look], tuple[str, ...]], choose: Callable[[int], object]
    ) -> None:
        super().__init__(parent, translate("DigitsView", "Map of the pictures in space"), FIRST)
        self._colours, self._choose = colours, choose
        self._frame: DigitsFrame | None = None
        self._shot: Shot | None = None

    def show_frame(self, frame: DigitsFrame, look: Look) -> None:
        """Show the map of a frame."""
        self._frame = frame
        self.show_look(look)

    def draw_scene(self, painter: QPainter, box: QRectF, look: Look) -> None:
        frame = self._frame
        if frame is None or frame.map is None or frame.pictures is None:
            return
        theme, em, colours = look.theme, look.em, self._colours(look)
        points, digits = frame.map.points3, frame.pictures.digits
        shot = self._shot = take(points, self.camera, self.first, box)
        near = shot.near
        painter.setClipRect(box)
        painter.setPen(Qt.PenStyle.NoPen)
        shades = [[mixed(colour, theme.ground, 0.6 * (1 - step / 7)) for step in range(8)] for colour in colours]
        for row in np.argsort(near, kind="stable").tolist():
            step = float(near[row])
            painter.setBrush(shades[int(digits[row])][min(int(step * 8), 7)])
            size = em * (0.09 + 0.14 * step)
            painter.drawEllipse(QPointF(float(shot.pixels[row, 0]), float(shot.pixels[row, 1])), size, size)
        self._draw_names(painter, box, points, digits, look, colours)
        if frame.placed is not None:
            self._draw_placed(painter, box, frame.placed.points3, points, look)

    def _draw_names(
        self, painter: QPainter, box: QRectF, points: F32, digits: U8, look: Look, colours: tuple[str, ...]
    ) -> None:
        middles = np.stack([np.median(points[digits == digit], axis=0) for digit in range(DIGITS)])
        seen = take(middles.astype(np.float32), self.camera, self.first, box, whole=points)
        painter.setFont(look.font_of(1.6, bold=True))
        for digit, (x, y) in enumerate(seen.pixels.tolist()):
            where = QRectF(x - look.em, y - look.em, 2 * look.em, 2 * look.em)
            painter.setPen(QColor(look.theme.ground))
            for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
                painter.drawText(where.translated(dx, dy), Qt.AlignmentFlag.AlignCenter, str(digit))
            painter.setPen(QColor(colours[digit]))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(digit))

    def _draw_placed(self, painter: QPainter, box: QRectF, place: F32, points: F32, look: Look) -> None:
        seen = take(place[None], self.camera, self.first, box, whole=points)
        x, y = seen.pixels[0].tolist()
        half = 0.7 * look.em
        painter.setPen(QPen(QColor(look.theme.text), 0.12 * look.em))
        painter.setBrush(QColor(look.theme.accent))
        painter.drawPolygon([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])

    def pressed_at(self, place: QPointF) -> None:
        if self._shot is None or not len(self._shot.pixels):
            return
        away = np.hypot(*(self._shot.pixels - np.array([place.x(), place.y()])).T)
        away = np.where(away <= REACH, self._shot.depth, np.inf)  # the nearest to the eye of those under the pointer
        if np.isfinite(away).any():
            self._choose(int(np.argmin(away)))
