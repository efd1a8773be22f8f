"""Points of a chart that can be dragged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from viz.charts.graphs import pg

if TYPE_CHECKING:
    from viz.charts.plots import Plot

Dragged = Callable[[int, float, float, bool], object]  # point, x, y, whether it is the last of the drag


class Handles(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """Takes drags that begin on a point; all others are the plot's."""

    def __init__(self) -> None:
        super().__init__()
        self._where = QRectF()
        self._plot: Plot | None = None
        self._dragged: Dragged | None = None
        self._held: int | None = None  # the point that is being dragged

    def take(self, plot: Plot, dragged: Dragged) -> None:
        """Drags on `plot` are told to `dragged`. After `show_axes`."""
        self._plot, self._dragged = plot, dragged
        (left, right), (low, high) = plot.vb.whole
        where = QRectF(left, low, right - left, high - low)
        if where != self._where:
            self.prepareGeometryChange()
            self._where = where

    def boundingRect(self) -> QRectF:
        return self._where

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        """Nothing: the points are drawn by the plot."""

    def mouseDragEvent(self, event: Any) -> None:
        """pyqtgraph's hook."""
        if event.button() != Qt.MouseButton.LeftButton or self._plot is None or self._dragged is None:
            event.ignore()
            return
        if event.isStart():
            spot = self._plot.spot_at(event.buttonDownScenePos())
            self._plot.point_at(event.buttonDownScenePos())  # the crosshair goes with the point
            self._held = spot.thing if spot is not None and isinstance(spot.thing, int) else None
        if self._held is None:
            event.ignore()
            return
        event.accept()
        place = self._plot.vb.mapSceneToView(event.scenePos())
        held = self._held
        if event.isFinish():
            self._held = None
        self._dragged(held, place.x(), place.y(), event.isFinish())
