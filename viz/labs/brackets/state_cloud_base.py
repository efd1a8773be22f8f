"""Base of painted views with a cloud of states that turns by hand: while it turns, only the cloud is painted anew."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from viz.charts.painted import PaintedView
from viz.labs.brackets.state_cloud import HOME


class CloudView(PaintedView):
    """Subclass, set `cloud_box` in `draw`, and write `draw_points`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.camera = HOME
        self.cloud_box = QRectF()
        self._grabbed: QPointF | None = None

    def draw_points(self, painter: QPainter) -> None:
        """Paint the cloud into `cloud_box`."""
        raise TypeError(f"{type(self).__name__} must define draw_points(painter)")

    @property
    def _cloud_rect(self) -> QRect:
        return self.cloud_box.toAlignedRect().adjusted(-1, -1, 1, 1)

    def update_cloud(self) -> None:
        """Have the cloud alone painted anew."""
        self.update(self._cloud_rect)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.painted is None or self.cloud_box.isEmpty() or not self._cloud_rect.contains(event.rect()):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        try:
            painter.fillRect(event.rect(), QColor(self.colours.surface))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw_points(painter)
        finally:
            painter.end()

    # -- gestures ------------------------------------------------------------------------------------------------

    def _turn(self, dx: float, dy: float) -> None:
        self.camera = self.camera.turned(dx, dy)
        self.update_cloud()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.cloud_box.contains(event.position()):
            self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self._turn(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.camera = HOME
        self.update_cloud()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.cloud_box.contains(event.position()):
            factor = 0.999 ** event.angleDelta().y()
            distance = min(max(self.camera.distance * factor, HOME.distance * 0.2), HOME.distance * 3)
            self.camera = replace(self.camera, distance=distance)
            self.update_cloud()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-20, 0), Qt.Key.Key_Right: (20, 0), Qt.Key.Key_Up: (0, -20), Qt.Key.Key_Down: (0, 20),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._turn(*step)
