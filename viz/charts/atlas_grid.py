"""Where an atlas's thumbnails stand: heads in a row per layer with blocks of layers side by side, or simply in order.

The arrangement is the one that makes thumbnails largest; where height is left they are stretched up to half again.
Where a few layers have many heads, each layer takes several lines. Thumbnails with names are square, in order.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

STRETCH = 1.5
LOOSE = 1.3  # times the room that a square needs, at most
FOLDED = 2.0  # times the area of a thumbnail that a layer of several lines must bring


@dataclass(frozen=True)
class AtlasGrid:
    """Places of `n` heads in `area`: `columns` blocks of `rows` layers, or in order `columns` x `rows` heads."""

    area: QRectF
    n: int
    heads: int  # of a layer; 1 where they stand in order
    columns: int
    rows: int
    label: float  # room for a layer's number, left of each block
    width: float
    height: float
    folds: int = 1  # lines a layer takes
    across: bool = False  # the second place is right of the first, not below it

    def place(self, at: int) -> QRectF:
        """Where number `at` stands."""
        layer, head = divmod(at, self.heads)
        fold, head = divmod(head, self.in_line)
        row, column = divmod(layer, self.columns) if self.across else divmod(layer, self.rows)[::-1]
        left = self.area.left() + column * self.block + self.label + head * self.width
        return QRectF(left, self.area.top() + (row * self.folds + fold) * self.height, self.width, self.height)

    @property
    def in_line(self) -> int:
        """Heads that stand beside each other."""
        return -(-self.heads // self.folds)

    @property
    def block(self) -> float:
        """Width of a block with its label."""
        return self.label + self.in_line * self.width

    def at(self, point: QPointF) -> int | None:
        """The number under a point; None beside all of them."""
        row, fold = divmod(math.floor((point.y() - self.area.top()) / self.height), self.folds)
        column, rest = divmod(point.x() - self.area.left(), self.block)
        along = math.floor((rest - self.label) / self.width)
        head = fold * self.in_line + along
        if not (0 <= row < self.rows and 0 <= column < self.columns and 0 <= along < self.in_line):
            return None
        layer = row * self.columns + int(column) if self.across else int(column) * self.rows + row
        found = layer * self.heads + head
        return found if head < self.heads and found < self.n else None


def by_layer(area: QRectF, layers: int, heads: int, label: float) -> AtlasGrid:
    """Layers as rows of heads, in as many blocks side by side as makes thumbnails largest."""
    best = _largest(area, layers, heads, label, 1)
    for folds in range(2, math.isqrt(max(heads, 1)) + 1):
        found = _largest(area, layers, heads, label, folds)
        if _size(found) > FOLDED * _size(best) or (best.folds > 1 and _size(found) > _size(best)):
            best = found
    return best


def in_order(area: QRectF, n: int) -> AtlasGrid:
    """One after the other, row by row."""
    return _largest(area, n, 1, 0.0, 1, across=True)


def squares(area: QRectF, n: int, beside: float, above: float) -> AtlasGrid:
    """Square thumbnails one after the other, each place with so much room besides: to its sides, and above.

    Where room is left over, places become wider or higher, and their thumbnails stay square.
    """
    best, most = in_order(area, 0), -math.inf
    for columns in range(1, max(n, 1) + 1):
        rows = max(math.ceil(n / columns), 1)
        side = min(area.width() / columns - beside, area.height() / rows - above)
        if side > most:
            most, wide, high = side, max(side, 1.0) + beside, max(side, 1.0) + above
            loose = max(wide, min(area.width() / columns, wide * LOOSE))
            best = AtlasGrid(area, n, 1, columns, rows, 0.0, loose, max(high, min(area.height() / rows, high * LOOSE)),
                             across=True)  # fmt: skip
    return best


def _size(grid: AtlasGrid) -> float:
    return grid.width * grid.height


def _largest(area: QRectF, lines: int, heads: int, label: float, folds: int, across: bool = False) -> AtlasGrid:
    best = AtlasGrid(area, lines * heads, heads, 1, max(lines, 1), label, 1.0, 1.0, folds, across)
    for columns in range(1, lines + 1):
        rows = math.ceil(lines / columns)
        width = (area.width() / columns - label) / best.in_line
        height = area.height() / (rows * folds)
        side = min(width, height)
        if side > 1 and side * min(height, side * STRETCH) > _size(best):
            high = min(height, side * STRETCH)
            best = AtlasGrid(area, lines * heads, heads, columns, rows, label, side, high, folds, across)
    return best
