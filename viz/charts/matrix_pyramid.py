"""Matrices made smaller without losing what is strong in them, and the future of attention left empty. Numbers only.

A pyramid holds a matrix at 1, 1/2, 1/4, … of its size, each cell the largest (by amount) of four below, so that one
strong cell among a million stays visible and drawing costs what the screen holds, not what the matrix does. Cells of
the future are no zeros: they are NaN, which takes a colour of its own.
"""

from __future__ import annotations

import numpy as np

from engine.records import F32

LEAST = 1.0 - 1e-6  # pixels of a cell


def halved(values: F32, signed: bool) -> F32:
    """Each cell the one of four with the largest amount that is known; an odd edge is filled up with nothing."""
    return halved_across(halved_down(values, signed), signed)  # whole rows first: they lie together in memory


def halved_down(values: F32, signed: bool) -> F32:
    """Half as many rows, in the same way."""
    if len(values) % 2:
        values = np.pad(values, ((0, 1), (0, 0)), constant_values=np.nan)
    larger = _larger if signed else np.fmax
    return np.asarray(larger(values[0::2], values[1::2]), dtype=np.float32)


def halved_across(values: F32, signed: bool) -> F32:
    """Half as many columns, in the same way."""
    if values.shape[1] % 2:
        values = np.pad(values, ((0, 0), (0, 1)), constant_values=np.nan)
    larger = _larger if signed else np.fmax
    return np.asarray(larger(values[:, 0::2], values[:, 1::2]), dtype=np.float32)


def _larger(one: F32, other: F32) -> F32:
    """Cell by cell the one with the larger amount."""
    return np.where((np.abs(other) > np.abs(one)) | np.isnan(one), other, one)


def level_for(cell: float, n: int) -> int:
    """How often a matrix of n rows is halved where a cell has so many pixels, so that each cell has one at least.

    With less than one, cells would be left out here and there.
    """
    level = 0
    while cell * 2**level < LEAST and 2 ** (level + 1) <= n:
        level += 1
    return level


class Pyramid:
    """A matrix at all its sizes, made as they are needed."""

    def __init__(self, values: F32, signed: bool = False) -> None:
        self._levels = [values]
        self._signed = signed

    @property
    def values(self) -> F32:
        """The matrix itself."""
        return self._levels[0]

    def level(self, number: int) -> F32:
        """The matrix at 1 / 2^number of its size."""
        while len(self._levels) <= number:
            self._levels.append(halved(self._levels[-1], self._signed))
        return self._levels[number]

    def cut(self, left: float, top: float, width: float, height: float, pixels: float) -> tuple[F32, int, int, int]:
        """The part from (left, top) on at the largest size of which `pixels` across show every cell.

        Returns the cells, how many positions each spans, and the first one's column and row in positions.
        """
        number = 0
        while width / 2**number > pixels * (1 + 1e-6) and 2 ** (number + 1) <= max(self.values.shape):
            number += 1
        cells, span = self.level(number), 2**number
        x0, y0 = max(int(left // span), 0), max(int(top // span), 0)
        x1 = min(int((left + width) // span) + 1, cells.shape[1])
        y1 = min(int((top + height) // span) + 1, cells.shape[0])
        return cells[y0:y1, x0:x1], span, x0 * span, y0 * span


def without_future(cells: F32, left: int, top: int) -> F32:
    """A copy with NaN where a cell (columns from `left`, rows from `top`, in cells) lies wholly in the future."""
    rows, columns = np.arange(top, top + cells.shape[0]), np.arange(left, left + cells.shape[1])
    return np.where(columns[None, :] > rows[:, None], np.float32(np.nan), cells)
