"""A picture of the plane on a chart."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from viz.charts.graphs import pg


class PlaneImage(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """A picture that fills a rectangle of the axes."""

    def __init__(self) -> None:
        super().__init__()
        self._where = QRectF()
        self.image = QImage()

    def show_pixels(self, pixels: npt.NDArray[np.uint8], where: QRectF) -> None:
        """[rows, columns, 4] red, green, blue, alpha, rows from the top; y grows upwards in `where`."""
        self.prepareGeometryChange()
        self._where = where
        turned = np.ascontiguousarray(pixels[::-1])
        height, width = turned.shape[:2]
        self.image = QImage(turned.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
        self.update()

    def boundingRect(self) -> QRectF:
        return self._where

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        painter.drawImage(self._where, self.image)
