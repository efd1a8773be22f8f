"""The picture of a table of many components by few tokens, as an item of a plot.

Rows are thinner than pixels long before columns are. The rows in sight that fall on one pixel are drawn as the value of
the largest amount among them, so that a single strong component is never lost; columns are left as they are. Zoomed in,
every component has its own row.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from engine.records import F32
from viz.charts.graphs import pg
from viz.charts.heatmap import Colouring, image_of
from viz.charts.vector_device import magnification
from viz.labs.hello_bye.panels import thinned


class Components(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """See the module. Column c spans x from c - 0.5 to c + 0.5, row r the same of y."""

    def __init__(self) -> None:
        super().__init__()
        self._values: F32 | None = None
        self._colouring: Colouring | None = None
        self._bounds = QRectF()  # kept, since Qt asks for it while the plot is being deleted
        self._made: tuple[int, int, int] | None = None  # first row, row after the last, rows drawn as one
        self._image = QImage()

    def show_values(self, values: F32, colouring: Colouring) -> None:
        """[rows, columns], the first row on top."""
        if values is self._values and colouring == self._colouring:
            return
        self.prepareGeometryChange()
        self._values, self._colouring, self._made = values, colouring, None
        rows, columns = values.shape
        self._bounds = QRectF(-0.5, -0.5, columns, rows)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def viewTransformChanged(self) -> None:
        self.update()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        values, view, colouring = self._values, self.getViewBox(), self._colouring
        if values is None or view is None or colouring is None:
            return
        low, high = view.viewRange()[1]
        row = painter.deviceTransform().mapRect(QRectF(0, 0, 1, 1)).height() * magnification(painter)
        asked = rows_in_sight(len(values), low, high, row)
        first, end, together = asked
        if asked != self._made:
            self._made = asked
            self._image = image_of(thinned(values[first:end], together), colouring)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRectF(-0.5, first - 0.5, values.shape[1], self._image.height() * together), self._image)


def rows_in_sight(n: int, low: float, high: float, pixels: float) -> tuple[int, int, int]:
    """The first of `n` rows to draw between `low` and `high`, the one after the last, and how many are drawn as one
    where a row has so many `pixels`. Groups begin at multiples of their size, so that they stay while one moves."""
    together = max(1, math.ceil(1 / max(pixels, 1e-6) - 1e-6))
    first = max(math.floor(low + 0.5), 0) // together * together
    end = -(-math.ceil(high + 0.5) // together) * together
    return first, min(end, n), min(together, n)
