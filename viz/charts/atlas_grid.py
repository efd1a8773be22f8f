"""Where an atlas's thumbnails stand: heads in a row per layer with blocks of layers side by side, or simply in order.

The arrangement is the one that makes thumbnails largest; where height is left they are stretched up to half again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

STRETCH = 1.5


@dataclass(frozen=True)
class AtlasGrid:
    """Places of `n` heads in `area`: `columns` blocks of `rows` layers, or in order `columns` x `rows` heads."""

    area: QRectF
    n: int
    heads: int  # in a row of a block; 1 where they stand in order
    columns: int
    rows: int
    label: float  # room for a layer's number, left of each block
    width: float
    height: float

    def place(self, at: int) -> QRectF:
        """Where number `at` stands."""
        row, head = divmod(at, self.heads)
        if self.heads == 1:
            column, row = at % self.columns, at // self.columns
        else:
            column, row = divmod(row, self.rows)
        left = self.area.left() + column * self.block + self.label + head * self.width
        return QRectF(left, self.area.top() + row * self.height, self.width, self.height)

    @property
    def block(self) -> float:
        """Width of a block with its label."""
        return self.label + self.heads * self.width

    def at(self, point: QPointF) -> int | None:
        """The number under a point; None beside all of them."""
        row = math.floor((point.y() - self.area.top()) / self.height)
        column, rest = divmod(point.x() - self.area.left(), self.block)
        head = math.floor((rest - self.label) / self.width)
        if not (0 <= row < self.rows and 0 <= column < self.columns and 0 <= head < self.heads):
            return None
        place = row * self.columns + int(column) if self.heads == 1 else int(column) * self.rows + row
        found = place * self.heads + head
        return found if found < self.n else None


def by_layer(area: QRectF, layers: int, heads: int, label: float) -> AtlasGrid:
    """Layers as rows of heads, in as many blocks side by side as makes thumbnails largest."""
    return _largest(area, layers, heads, label, layers * heads)


def in_order(area: QRectF, n: int) -> AtlasGrid:
    """One after the other, row by row."""
    return _largest(area, n, 1, 0.0, n)


def _largest(area: QRectF, lines: int, heads: int, label: float, n: int) -> AtlasGrid:
    best = AtlasGrid(area, n, heads, 1, max(lines, 1), label, 1.0, 1.0)
    most = 0.0
    for columns in range(1, lines + 1):
        rows = math.ceil(lines / columns)
        width = (area.width() / columns - label) / heads
        height = area.height() / rows
        side = min(width, height)
        if side > 1 and side * min(height, side * STRETCH) > most:
            most = side * min(height, side * STRETCH)
            best = AtlasGrid(area, n, heads, columns, rows, label, side, min(height, side * STRETCH))
    return best
