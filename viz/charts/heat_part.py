"""The part in sight of a table that is too large to be coloured as a whole, or that is not known as a whole.

It is taken from whatever knows the table, once for each part that is painted; how sharp is up to that.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, cast

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from engine.records import F32
from viz.charts.heatmap import Colouring, image_of
from viz.charts.table_picture import Surface, TablePicture

SHARPER = 3.0  # times the cells of the screen, in a figure of vectors: it is to be printed, or enlarged


class Parts(Protocol):
    """A square table of which parts can be had."""

    @property
    def n(self) -> int:
        """Rows, and columns."""

    def cut(self, left: float, top: float, width: float, pixels: float) -> tuple[F32, int, int, int]:
        """Of the part from (left, top) on at so many pixels: cells, what each spans, and the first's column and row."""


class HeatPart(TablePicture):
    """The picture; NaN as the colouring says."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Parts, Colouring] | None = None
        self._seen: Callable[[float, float, float, float], object] | None = None
        self.cells = np.empty((0, 0), np.float32)  # those painted last

    def show_parts(
        self, parts: Parts, colouring: Colouring, seen: Callable[[float, float, float, float], object] | None = None
    ) -> None:
        """`seen` is told of every part painted: left, top, width (in cells), and pixels across."""
        same = self._shown == (parts, colouring)
        self._shown, self._seen = (parts, colouring), seen
        self.show_size(parts.n, parts.n, same=same)

    def needed(self, surface: Surface) -> Hashable:
        """Left, top, width (in cells), and pixels across, or down where there are fewer."""
        (left, right), (low, high) = self.getViewBox().viewRange()
        width = max(right - left, high - low)
        asked = (
            left + 0.5,
            low + 0.5,
            width,
            width * min(surface.across, surface.down) * (SHARPER if surface.vector else 1.0),
        )
        if self._seen is not None and not surface.still:
            self._seen(*asked)
        return asked

    def made(self, needed: Hashable) -> tuple[QImage, QRectF]:
        """The part in sight."""
        if self._shown is None:
            return QImage(), QRectF()
        parts, colouring = self._shown
        self.cells, span, x, y = parts.cut(*cast(tuple[float, float, float, float], needed))
        rows, columns = self.cells.shape
        return image_of(self.cells, colouring), QRectF(x - 0.5, y - 0.5, columns * span, rows * span)
