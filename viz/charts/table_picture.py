"""Base of items that show a table as a picture, made while it is painted, as sharp as what it is painted on.

A picture of one pixel a cell is stretched by the painter, which leaves cells out where they are smaller than pixels: a
strong one among them would be lost. So each kind says which picture it needs where a cell is so large on the target, a
screen or a figure, and makes it smaller itself by what is strongest. The picture is kept until another one is needed.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from viz.charts.graphs import pg
from viz.charts.vector_device import is_vector, magnification


@dataclass(frozen=True)
class Surface:
    """What is painted on: pixels of a cell across and down, whether that is a figure, and one of vectors."""

    across: float
    down: float
    still: bool
    vector: bool


class TablePicture(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """The picture. Column c spans x from c - 0.5 to c + 0.5, row r the same of y."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()  # kept, since Qt asks for it while the plot is being deleted
        self._made: Hashable = None
        self._where = QRectF()
        self.image = QImage()  # painted last

    def show_size(self, rows: int, columns: int, *, same: bool) -> None:
        """The table has so many; `same`: it and its colours are those of before."""
        bounds = QRectF(-0.5, -0.5, columns, rows)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds
        if not same:
            self._made = None
        self.update()

    def needed(self, surface: Surface) -> Hashable:
        """What the picture depends on, other than the table and its colours."""
        raise TypeError(f"{type(self).__name__} must define needed(surface)")

    def made(self, needed: Hashable) -> tuple[QImage, QRectF]:
        """The picture, and where it lies in rows and columns."""
        raise TypeError(f"{type(self).__name__} must define made(needed)")

    def boundingRect(self) -> QRectF:
        return self._bounds

    def viewTransformChanged(self) -> None:
        self.update()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        if self.getViewBox() is None or self._bounds.isEmpty():
            return
        cell, times = painter.deviceTransform().mapRect(QRectF(0, 0, 1, 1)), magnification(painter)
        surface = Surface(cell.width() * times, cell.height() * times, widget is None, is_vector(painter))
        needed = self.needed(surface)
        if self._made is None or needed != self._made:
            self.image, self._where = self.made(needed)
            self._made = needed
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(self._where, self.image)
