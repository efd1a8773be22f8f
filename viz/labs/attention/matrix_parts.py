"""What is drawn of a matrix at a zoom: cells without those that hold nothing, and the sums beside them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.records import F32
from viz.charts.matrix_pyramid import without_future
from viz.labs.attention.matrix_frame import Shown

F64 = npt.NDArray[np.float64]
LEAST = 1e-3  # what is all but zero shows no bars


@dataclass(frozen=True)
class MatrixParts:
    """Parts of a matrix; NaN in the future, and in the first column where that is left out."""

    matrix: Shown
    without_first: bool

    @property
    def n(self) -> int:
        """Positions."""
        return self.matrix.n

    def cut(self, left: float, top: float, width: float, pixels: float) -> tuple[F32, int, int, int]:
        """Cells for a part at so many pixels, positions each spans, and the first one's column and row."""
        cells, span, x, y = self.matrix.cut(left, top, width, pixels)
        shown = without_future(cells, x // span, y // span)
        if self.without_first and x == 0 and span == 1 and shown.size:
            shown[:, 0] = np.nan
        return shown, span, x, y


@dataclass(frozen=True, eq=False)
class SumBars:
    """The sums of the positions in sight, of several together where they are dense."""

    at: F64  # [n] the middle of each bar
    sums: F32  # [n] that of the largest amount among the positions of each bar
    thick: float  # positions a bar spans
    largest: float  # the amount of the longest bar


def seen_sums(sums: F32, low: float, high: float, pixels: float) -> SumBars:
    """The bars of sums [T] at `pixels` from position `low` to `high`.

    The longest is the largest of those seen: beside the first token's sum the others of a long text would vanish.
    """
    start = max(int(low + 0.5), 0)
    seen = sums[start : max(int(high + 0.5), start) + 1]
    largest = max(float(np.abs(seen).max(initial=0.0)), LEAST)
    pixels = max(pixels, 1.0)
    step = max(int((high - low) / pixels), 1)
    if not len(seen):
        return SumBars(np.empty(0), np.empty(0, np.float32), 1.0, largest)
    begins = np.arange(0, len(seen), step)
    most, least = np.maximum.reduceat(seen, begins), np.minimum.reduceat(seen, begins)
    values = np.where(-least > most, least, most).astype(np.float32)
    cell = pixels / max(high - low, 1e-9)
    thick = step - 0.2 if cell >= 3 else step + 0.5 / cell  # narrow bars overlap a little: no seams between them
    middles = np.asarray(start + begins + (step - 1) / 2, np.float64)
    return SumBars(middles, values, float(thick), largest)
