"""The part in sight of a table that is too large to be coloured as a whole, or that is not known as a whole.

An `ImageItem` is given its array whenever the range changes, several times a frame. This picture is taken once for
each that is painted, at the resolution of the screen, from whatever knows the table; how sharp is up to that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from engine.records import F32
from viz.charts.graphs import pg
from viz.charts.heatmap import Colouring, image_of

SHARPER = 3.0  # times the cells of the screen, in a figure that is to be printed


class Parts(Protocol):
    """A square table of which parts can be had."""

    @property
    def n(self) -> int:
        """Rows, and columns."""

    def cut(self, left: float, top: float, width: float, pixels: float) -> tuple[F32, int, int, int]:
        """Of the part from (left, top) on at so many pixels: cells, what each spans, and the first's column and row."""


class HeatPart(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """The picture. Column c spans x from c - 0.5 to c + 0.5, row r the same of y; NaN as the colouring says."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: Parts | None = None
        self._colouring: Colouring | None = None
        self._seen: Callable[[float, float, float, float], object] | None = None
        self._asked: tuple[float, ...] = ()
        self._image = QImage()
        self._where = QRectF()
        self._bounds = QRectF()  # kept, since Qt asks for it while the plot is being deleted
        self.cells = np.empty((0, 0), np.float32)  # those painted last

    def show_parts(
        self, parts: Parts, colouring: Colouring, seen: Callable[[float, float, float, float], object] | None = None
    ) -> None:
        """`seen` is told of every part painted: left, top, width (in cells), and pixels across."""
        self.prepareGeometryChange()
        if parts != self._parts or colouring != self._colouring:
            self._asked = ()
        self._parts, self._colouring, self._seen = parts, colouring, seen
        self._bounds = QRectF(-0.5, -0.5, parts.n, parts.n)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def viewTransformChanged(self) -> None:
        self.update()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        parts, view, colouring = self._parts, self.getViewBox(), self._colouring
        if parts is None or view is None or colouring is None:
            return
        (left, right), (low, high) = view.viewRange()
        width = max(right - left, high - low)
        still = widget is None
        pixels = width * painter.deviceTransform().mapRect(QRectF(0, 0, 1, 1)).width() * (SHARPER if still else 1.0)
        asked = (left + 0.5, low + 0.5, width, pixels)
        if asked != self._asked:
            self._asked = asked
            self.cells, span, x, y = parts.cut(*asked)
            rows, columns = self.cells.shape
            self._image = image_of(self.cells, colouring)
            self._where = QRectF(x - 0.5, y - 0.5, columns * span, rows * span)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(self._where, self._image)
        if self._seen is not None and not still:
            self._seen(*asked)
