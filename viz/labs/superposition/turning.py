"""A part of a plot that is dragged to turn what is drawn in three dimensions, instead of moving the plot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from viz.charts.graphs import pg

DEGREES = 0.35  # for a pixel


class Turning(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """Lies invisibly over the plot; tells by how many degrees to turn, and whether the drag has ended."""

    def __init__(self) -> None:
        super().__init__()
        self._tell: Callable[[float, float, bool], object] | None = None
        self._box = QRectF(-2, -2, 4, 4)

    def show_for(self, tell: Callable[[float, float, bool], object], reach: float) -> None:
        """Take drags within `reach` of the origin from now on."""
        self._tell = tell
        box = QRectF(-reach, -reach, 2 * reach, 2 * reach)
        if box != self._box:
            self.prepareGeometryChange()
            self._box = box

    def boundingRect(self) -> QRectF:
        return self._box

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        pass

    def mouseDragEvent(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._tell is None:
            event.ignore()
            return
        event.accept()
        moved = event.screenPos() - event.lastScreenPos()
        self._tell(-DEGREES * moved.x(), DEGREES * moved.y(), bool(event.isFinish()))
