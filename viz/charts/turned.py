"""A widget that shows something in space and turns it by drag, wheel and arrow keys; Home shows it as at first.

What is shown is drawn with QPainter, so that figures have it as vectors. Subclass and write `draw_scene`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from engine.records import F32
from viz.camera import Camera, home_distance, project
from viz.charts.look import Look

STEP = 20.0  # pixels of a drag that a press of an arrow key stands for
NEARER = 0.8
STEPS = {
    Qt.Key.Key_Left: (-STEP, 0.0), Qt.Key.Key_Right: (STEP, 0.0), Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}  # fmt: skip
_NONE = np.empty((0, 3), np.float32)


@dataclass(frozen=True)
class Shot:
    """Where points are seen in a box."""

    pixels: F32  # [N, 2]
    depth: F32  # [N] distance from the camera

    @property
    def near(self) -> F32:
        """0 = furthest, 1 = nearest.  # [N]"""
        if not len(self.depth):
            return self.depth
        span = max(float(self.depth.max() - self.depth.min()), 1e-6)
        return np.asarray((self.depth.max() - self.depth) / span, np.float32)


def take(points: F32, camera: Camera, first: Camera, box: QRectF, whole: F32 | None = None) -> Shot:
    """See points [N, 3] from a camera; at the distance of `first` all of `whole` (else of the points) is seen."""
    width, height = max(box.width(), 1.0), max(box.height(), 1.0)
    framed = points if whole is None else whole
    home = home_distance(camera, framed, _NONE, width, height, inside=0.99, margin=0.92)
    seen = replace(camera, distance=home * camera.distance / first.distance)
    pixels, depth = project(seen.matrix(width, height), points, width, height)
    return Shot(np.asarray(pixels + np.array([box.left(), box.top()], np.float32), np.float32), depth)


class TurnedPane(QWidget):
    """See the module. `camera` is where it is seen from, `first` where it is seen from at first."""

    def __init__(self, parent: QWidget, name: str, first: Camera) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.first = self.camera = first
        self.look: Look | None = None
        self._grabbed: QPointF | None = None

    def draw_scene(self, painter: QPainter, box: QRectF, look: Look) -> None:
        """Paint what there is, seen from `camera`, into `box`."""
        raise TypeError(f"{type(self).__name__} must define draw_scene(painter, box, look)")

    def show_look(self, look: Look) -> None:
        """Paint anew, in this look."""
        self.look = look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw_scene(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self.look)
        finally:
            painter.end()  # a painter left open on a widget brings the program down

    def turn(self, dx: float, dy: float) -> None:
        """Turn as a drag by so many pixels does."""
        self.camera = self.camera.turned(dx, dy)
        self.update()

    def zoom(self, factor: float) -> None:
        """Go nearer, or further away."""
        far = self.first.distance
        self.camera = replace(self.camera, distance=min(max(self.camera.distance * factor, far * 0.2), far * 3))
        self.update()

    def go_home(self) -> None:
        """See it as at first."""
        self.camera = self.first
        self.update()

    def pressed_at(self, place: QPointF) -> None:
        """Something was clicked without being turned."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._grabbed = self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self.turn(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None and (event.position() - self._pressed).manhattanLength() < 4:
            self.pressed_at(event.position())
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.go_home()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(0.999 ** event.angleDelta().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self.turn(*STEPS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(NEARER)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / NEARER)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_0):
            self.go_home()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 90)
