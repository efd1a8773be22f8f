"""A matrix from which parts are read: in float32, put into an order, or shuffled.

The weights stay where and as the model keeps them; what is read is copied, so a matrix of gigabytes costs no second
one. What is not finite is read as not-a-number.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from engine.errors import Stopped
from engine.labkit.workbench import Workbench
from engine.labs.weights import shuffle
from engine.records import F32, I32, I64

AT_ONCE = 2**22  # weights of a band


class Source:
    """[rows, columns] weights. `orders` are which stored row and column stands at each place."""

    def __init__(
        self, weights: Tensor, orders: tuple[I32, I32] | None = None, places: shuffle.Places | None = None
    ) -> None:
        self._weights = weights
        self._places = places
        self.rows, self.columns = (int(n) for n in weights.shape)
        none = np.empty(0, np.int32)
        self.row_order, self.column_order = orders or (none, none)

    def ordered(self, row_order: I32, column_order: I32) -> Source:
        """The same in another order."""
        return Source(self._weights, (row_order, column_order), self._places)

    def shuffled(self, seed: int) -> Source:
        """The same weights at places drawn by lot, in their stored order."""
        if not shuffle.fits(self.rows, self.columns):
            return Source(self._weights, None, shuffle.Places(self.rows, self.columns, seed))
        values = self._weights.detach().to("cpu", torch.float32).numpy()
        return Source(torch.from_numpy(shuffle.shuffled(values, seed)))

    def picked(self, rows: I64, columns: I64) -> F32:
        """[len(rows), len(columns)] of single places."""
        return _finite(self._taken(rows, columns))

    def read(self, top: int, bottom: int, left: int, right: int) -> F32:
        """[bottom - top, right - left] float32, NaN where a weight is not finite."""
        if self._places is None and not len(self.row_order) and not len(self.column_order):
            return _finite(self._weights[top:bottom, left:right])
        return self.picked(np.arange(top, bottom), np.arange(left, right))

    def _taken(self, rows: I64, columns: I64) -> Tensor:
        rows = self.row_order[rows].astype(np.int64) if len(self.row_order) else rows
        columns = self.column_order[columns].astype(np.int64) if len(self.column_order) else columns
        if self._places is not None:
            rows, columns = self._places.source(rows, columns)
            return self._weights[self._at(rows), self._at(columns)]
        return self._weights[self._at(rows)][:, self._at(columns)]

    def _at(self, places: I64) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(places)).to(self._weights.device)

    def bands(self, bench: Workbench, doing: str, step: int = 1) -> Iterator[tuple[int, int]]:
        """(top, bottom) of bands of rows, each a multiple of `step` but for the last, that say how far it is.

        Raises:
            Stopped: a person said so.
        """
        high = max(step, AT_ONCE // max(self.columns, 1) // step * step)
        for top in range(0, self.rows, high):
            if bench.stop():
                raise Stopped
            bench.progress(doing, top, self.rows)
            yield top, min(top + high, self.rows)


def _finite(part: Tensor) -> F32:
    values: F32 = part.detach().to("cpu", torch.float32).contiguous().numpy()
    bad = ~np.isfinite(values)
    return np.where(bad, np.float32(np.nan), values) if bad.any() else values
