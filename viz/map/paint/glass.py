"""The glass over the map: a transparent widget on which labels, statement, legend and hover label are painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viz.camera import Camera
from viz.map.paint.composition import Composition
from viz.map.paint.overlay import Overlay
from viz.map.viewport import Viewport


class Glass(QWidget):
    """Over the canvas of one view. `covered` names the boxes on it that lie under something else."""

    def __init__(
        self, parent: QWidget, viewport: Viewport, overlay: Overlay, covered: Callable[[], Sequence[QRect]]
    ) -> None:
        super().__init__(parent)
        self.viewport, self.overlay, self.covered = viewport, overlay, covered
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.composition = Composition(())
        self._camera: Camera | None = None  # of the last picture
        self.has_ground = False  # where nothing below has drawn it

    def paintEvent(self, event: QPaintEvent) -> None:
        """Compose and paint the labels for the camera as it is now."""
        viewport = self.viewport
        frame, theme, camera, size = viewport.seen, viewport.theme, viewport.motion.camera, viewport.label_size
        if frame is None or theme is None:
            return
        width, height = viewport.size()
        taken = [
            (float(box.left()), float(box.top()), float(box.right()), float(box.bottom())) for box in self.covered()
        ]
        hasty = viewport.pointing.share < 1.0
        moving = camera != self._camera or viewport.motion.mix < 1.0
        self._camera = camera
        self.composition = self.overlay.compose(frame, theme, camera, width, height, size, taken, hasty, moving)
        painter = QPainter(self)
        if self.has_ground:
            painter.fillRect(self.rect(), QColor(theme.ground))
        self.overlay.paint(
            painter, frame, theme, camera, self.composition, width, height, size, viewport.pointing,
            viewport.motion.pulse,
        )  # fmt: skip
        painter.end()
