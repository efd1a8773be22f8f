"""A matrix as tiles: the whole of it coarse, and over it the part that is known more sharply. Only draws.

Where cells are smaller than pixels, rows and columns are halved each for itself by what is strongest, since a matrix
of a vocabulary is eighty times as high as wide. Colours are made once for each part and kept with it.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.records import F32
from viz.charts.heatmap import Colouring, image_of
from viz.charts.matrix_pyramid import LEAST, halved_across, halved_down
from viz.charts.table_picture import Surface, TablePicture
from viz.charts.vector_device import magnification
from viz.labs.weights.tiles import Tile

LINES_FROM = 5.0  # pixels between lines below which they are left out


class MatrixHeat(TablePicture):
    """The picture; see the module."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: tuple[Tile, ...] = ()
        self._colouring: Colouring | None = None
        self._lines: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
        self._line_colour = QColor()
        self._images: dict[int, tuple[F32, QImage]] = {}  # by the cells' identity, which holds while they are kept

    def show_tiles(
        self,
        size: tuple[int, int],
        tiles: tuple[Tile, ...],
        colouring: Colouring,
        lines: tuple[tuple[float, ...], tuple[float, ...]] = ((), ()),
        line_colour: str = "#000000",
    ) -> None:
        """The whole first, then sharper parts. `lines`: before which rows and which columns a new group begins."""
        if colouring != self._colouring:
            self._images = {}
        kept = {id(tile.cells): self._images[id(tile.cells)] for tile in tiles if id(tile.cells) in self._images}
        same = bool(tiles and self._tiles) and tiles[0].cells is self._tiles[0].cells and colouring == self._colouring
        self._tiles, self._colouring, self._images = tiles, colouring, kept
        self._lines, self._line_colour = lines, QColor(line_colour)
        self.show_size(*size, same=same)

    def needed(self, surface: Surface) -> Hashable:
        """How often the rows and the columns of the whole are halved, so that a cell is a pixel or larger."""
        if not self._tiles:
            return 0, 0
        spans = self._tiles[0].spans
        return _halvings(surface.down * spans[0]), _halvings(surface.across * spans[1])

    def made(self, needed: Hashable) -> tuple[QImage, QRectF]:
        """The whole."""
        if not self._tiles or self._colouring is None:
            return QImage(), QRectF()
        down, across = cast(tuple[int, int], needed)
        whole, signed = self._tiles[0], self._colouring.signed
        cells = whole.cells
        for _ in range(down):
            cells = halved_down(cells, signed)
        for _ in range(across):
            cells = halved_across(cells, signed)
        spans = whole.spans[0] << down, whole.spans[1] << across
        return image_of(cells, self._colouring), _place(Tile(cells, spans))

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        painter.setClipRect(self.boundingRect(), Qt.ClipOperation.IntersectClip)  # the last cells may reach beyond
        super().paint(painter, option, widget)
        cell, times = painter.deviceTransform().mapRect(QRectF(0, 0, 1, 1)), magnification(painter)
        for tile in self._tiles[1:]:
            down, across = cell.height() * times * tile.spans[0], cell.width() * times * tile.spans[1]
            if min(down, across) >= LEAST / 2:  # smaller ones would be left out here and there
                painter.drawImage(_place(tile), self._image(tile))
        self._paint_lines(painter, cell.height() * times, cell.width() * times)

    def _image(self, tile: Tile) -> QImage:
        known = self._images.get(id(tile.cells))
        if known is None and self._colouring is not None:
            known = self._images[id(tile.cells)] = tile.cells, image_of(tile.cells, self._colouring)
        return known[1] if known is not None else QImage()

    def _paint_lines(self, painter: QPainter, down: float, across: float) -> None:
        pen = QPen(self._line_colour, 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        box = self.boundingRect()
        for row in self._lines[0] if _apart(self._lines[0]) * down >= LINES_FROM else ():
            painter.drawLine(QPointF(box.left(), row - 0.5), QPointF(box.right(), row - 0.5))
        for column in self._lines[1] if _apart(self._lines[1]) * across >= LINES_FROM else ():
            painter.drawLine(QPointF(column - 0.5, box.top()), QPointF(column - 0.5, box.bottom()))


def _place(tile: Tile) -> QRectF:
    """Where a tile lies in rows and columns."""
    bottom, right = tile.ends
    return QRectF(tile.left - 0.5, tile.top - 0.5, right - tile.left, bottom - tile.top)


def _halvings(pixels: float) -> int:
    """How often cells of so many pixels are joined in twos until they have one."""
    count = 0
    while 0 < pixels * 2**count < LEAST and count < 30:
        count += 1
    return count


def _apart(lines: tuple[float, ...]) -> float:
    """The smallest distance of two lines."""
    return min((b - a for a, b in itertools.pairwise(lines)), default=float("inf"))
