"""Pictures of matrices: values to colours by a table, reduced by the maximum where cells are smaller than pixels.

A pyramid holds the matrix at 1, 1/2, 1/4, … of its size, each cell the largest (by amount) of four below, so that one
strong cell among a million stays visible and drawing costs what the screen holds, not what the matrix does. Cells of
the future are no zeros: they take a colour of their own, which no value has.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from engine.records import F32
from viz.charts.colours import lookup
from viz.theme import rgb

Mode = Literal["linear", "square root", "log"]
MODES: tuple[Mode, ...] = ("linear", "square root", "log")
U32 = npt.NDArray[np.uint32]
LOWEST = 1e-4  # of the highest value: where a logarithmic scale ends
EMPTY = 256  # index of the colour of cells that hold nothing


@dataclass(frozen=True)
class Colouring:
    """How values become colours. Signed: symmetric around 0."""

    stops: tuple[str, ...]
    empty: str  # colour of cells that hold nothing; "" leaves them transparent
    high: float
    mode: Mode = "linear"
    signed: bool = False

    @property
    def low(self) -> float:
        """The value of the first colour."""
        if self.signed:
            return -self.high
        return self.high * LOWEST if self.mode == "log" else 0.0

    def indices(self, values: F32) -> npt.NDArray[np.uint16]:
        """Colour numbers 0..255 of `values` (any shape), `EMPTY` for NaN."""
        high = max(self.high, 1e-12)
        with np.errstate(invalid="ignore", divide="ignore"):
            share = np.asarray(values / np.float32(high), dtype=np.float32)
            part: F32
            if self.signed:
                part = np.asarray((share + 1) / 2, dtype=np.float32)
            elif self.mode == "log":
                part = np.asarray(1 - np.log(np.maximum(share, LOWEST)) / np.float32(np.log(LOWEST)), dtype=np.float32)
            else:
                part = (
                    np.asarray(np.sqrt(np.maximum(share, 0)), dtype=np.float32) if self.mode == "square root" else share
                )
            steps = np.clip(part * 255 + 0.5, 0, 255)
            empty = np.isnan(steps)
        return np.where(empty, np.float32(EMPTY), steps).astype(np.uint16)

    def table(self) -> U32:
        """[257] 0xAARRGGBB of each number."""
        red, green, blue = np.round(rgb(self.empty or "#000000") * 255).astype(np.uint8)
        colours = np.vstack([lookup(self.stops), [[red, green, blue]]]).astype(np.uint32)  # [257, 3]
        table = np.asarray(0xFF000000 | colours[:, 0] << 16 | colours[:, 1] << 8 | colours[:, 2], dtype=np.uint32)
        if not self.empty:
            table[EMPTY] = 0
        return table


def image_of(values: F32, colouring: Colouring) -> QImage:
    """[rows, columns] values as an image of one pixel each."""
    pixels = np.ascontiguousarray(colouring.table()[colouring.indices(values)])
    height, width = pixels.shape
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()


def halved(values: F32, signed: bool) -> F32:
    """Each cell the one of four with the largest amount that is known; an odd edge is filled up with nothing."""
    rows, columns = values.shape
    if rows % 2 or columns % 2:
        padded = np.full((rows + rows % 2, columns + columns % 2), np.nan, np.float32)
        padded[:rows, :columns] = values
        values = padded
    larger = _larger if signed else np.fmax
    upper = larger(values[0::2], values[1::2])  # whole rows first: they lie together in memory
    return np.asarray(larger(upper[:, 0::2], upper[:, 1::2]), dtype=np.float32)


def _larger(one: F32, other: F32) -> F32:
    """Cell by cell the one with the larger amount."""
    return np.where((np.abs(other) > np.abs(one)) | np.isnan(one), other, one)


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
        """The part from (left, top) on at the size that suits `pixels` across.

        Returns the cells, how many positions each spans, and the first one's column and row in positions.
        """
        number = 0
        while width / 2**number > pixels * 1.5 and 2 ** (number + 1) <= max(self.values.shape):
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
