"""The one image that holds every head's thumbnail, redrawn only where the attention changed.

Each thumbnail has a fixed square of the sheet, so a new token touches one row of pixels per layer. Where thumbnails
are shown smaller than they have cells, cells are merged by their maximum first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from engine.records import F32, Bools
from viz.charts.heatmap import Colouring
from viz.labs.attention.attention_store import Atlas, same_origin


@dataclass(frozen=True)
class SheetPlan:
    """How a sheet is made: its squares, the room between them in pixels of the sheet, and its colours."""

    layers: int
    heads: int
    step: int  # cells merged to one pixel and side
    capacity: int  # pixels a thumbnail may have a side
    right: int  # pixels of ground after each thumbnail
    below: int
    ground: str
    colouring: Colouring
    without_first: bool

    def place(self, layer: int, head: int) -> QRectF:
        """Where a thumbnail lies on the sheet."""
        return QRectF(*self._corner(layer, head), self.capacity, self.capacity)

    def block(self, layer: int, layers: int) -> QRectF:
        """Where layers with all their heads lie, with the room right of and below each."""
        wide, high = self.capacity + self.right, self.capacity + self.below
        return QRectF(*self._corner(layer, 0), self.heads * wide, layers * high)

    def _corner(self, layer: int, head: int) -> tuple[float, float]:
        return head * (self.capacity + self.right), layer * (self.capacity + self.below)


class AtlasSheet:
    """`image` holds L x H squares of `capacity` pixels a side, filled from the top left as the text grows."""

    def __init__(self, plan: SheetPlan) -> None:
        self.plan = plan
        self._table = plan.colouring.table()
        high, wide = plan.capacity + plan.below, plan.capacity + plan.right
        ground = np.uint32(QColor(plan.ground).rgb())
        self._pixels = np.full((plan.layers * high, plan.heads * wide), ground, np.uint32)
        self._squares = self._pixels.reshape(plan.layers, high, plan.heads, wide)[
            :, : plan.capacity, :, : plan.capacity
        ]
        self._squares[:] = self._table[-1]
        self._shown: Atlas | None = None
        self.image = QImage(
            self._pixels.data,
            plan.heads * wide,
            plan.layers * high,
            4 * plan.heads * wide,
            QImage.Format.Format_RGB32,
        )  # shares the memory of `_pixels`

    def show(self, atlas: Atlas) -> None:
        """Bring the sheet up to date."""
        step = self.plan.step
        cells = shown_cells(atlas, self.plan.without_first)
        changed, self._shown = _changed_rows(self._shown, atlas, self.plan.without_first), atlas
        if changed is None:
            self._squares[:] = self._table[-1]
            changed = np.ones(cells.shape[2], bool)
        for row in np.unique(np.nonzero(changed)[0] // step).tolist():
            band = merged(cells[:, :, row * step : (row + 1) * step], step)[:, :, 0]  # [L, H, cells]
            self._squares[:, row, :, : band.shape[2]] = self._table[self.plan.colouring.indices(band)]


def _changed_rows(before: Atlas | None, after: Atlas, without_first: bool) -> Bools | None:
    """[n] which rows of any head differ; None where the two cannot be compared (another shape, or shrunk)."""
    if before is None or before.bin != after.bin or before.cells.shape[:2] != after.cells.shape[:2]:
        return None
    old, new = before.cells.shape[2], after.cells.shape[2]
    if old > new:
        return None
    changed = np.ones(new, bool)
    if same_origin(before, after):
        changed[: before.n_rows // after.bin] = False
        return changed
    cells, later = shown_cells(before, without_first), shown_cells(after, without_first)[:, :, :old, :old]
    same = np.ascontiguousarray(cells).view(np.int32) == np.ascontiguousarray(later).view(np.int32)
    changed[:old] = ~same.all(axis=(0, 1, 3))
    return changed


def shown_cells(atlas: Atlas, without_first: bool) -> F32:
    """[L, H, n, n] the thumbnails, attention to the first token left out if asked."""
    if not without_first or not atlas.cells.shape[3]:
        return atlas.cells
    cells = atlas.cells.copy()
    cells[:, :, :, 0] = atlas.without_first
    return cells


def merged(cells: F32, step: int) -> F32:
    """[L, H, rows, columns] with `step` x `step` cells merged by their maximum; NaN only where all are."""
    if step == 1:
        return cells
    layers, heads, rows, columns = cells.shape
    high, wide = -(-rows // step) * step, -(-columns // step) * step
    if (high, wide) != (rows, columns):
        padded = np.full((layers, heads, high, wide), np.nan, np.float32)
        padded[:, :, :rows, :columns] = cells
        cells = padded
    lines = _largest_of([cells[:, :, at::step] for at in range(step)])
    return _largest_of([lines[..., at::step] for at in range(step)])


def _largest_of(parts: list[F32]) -> F32:
    """The largest of several tables, cell by cell: numpy goes over whole tables far faster than over small blocks."""
    largest = parts[0].copy()
    for part in parts[1:]:
        np.fmax(largest, part, out=largest)
    return largest
