"""The cells of an error surface over (length, depth): as a table, as things to point at, and what they come to.

Only cells of equal parity exist, so each spans two lengths: its own and the one after it.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.labs.brackets.records import Surface
from engine.records import F32
from viz.charts.aim import Shape, Spot

F64 = npt.NDArray[np.float64]
Cell = tuple[int, int]  # length, depth
WIDE = 2  # lengths


def table_of(values: F64, rows: int) -> F32:
    """Values [length, depth] as a picture has them: depths 0 to rows - 1 upwards, each cell over its two lengths.

    Returns: [depth, length], NaN where there is nothing.
    """
    shown = np.asarray(values, np.float32).T
    beside = np.full_like(shown, np.nan)
    beside[:, 1:] = shown[:, :-1]
    return np.ascontiguousarray(np.where(np.isfinite(shown), shown, beside)[:rows])


def shares_wrong(surface: Surface) -> tuple[float, float]:
    """Share of wrong prefixes that strings of the trained lengths begin with, and of all others (NaN: there are none).

    A prefix of a trained string has as many brackets left as it is deep.
    """
    n = len(surface.counts)
    reached = np.add.outer(np.arange(n), np.arange(n)) <= surface.trained_length  # [length, depth]
    wrong = np.nan_to_num(surface.wrong) * surface.counts
    parts = []
    for where in (reached, ~reached):
        count = surface.counts[where].sum()
        parts.append(float(wrong[where].sum() / count) if count else float("nan"))
    return parts[0], parts[1]


class SurfaceCells:
    """Cells in which prefixes were met, as targets of a crosshair; the things are (length, depth)."""

    shape: Shape = "cell"

    def __init__(self, surface: Surface, rows: int) -> None:
        self._surface, self._rows = surface, rows

    def spot(self, thing: Cell) -> Spot | None:
        length, depth = thing
        n = len(self._surface.counts)
        there = 0 <= length < n and 0 <= depth < min(n, self._rows) and self._surface.counts[length, depth]
        return Spot(thing, length + 0.5, float(depth), WIDE) if there else None

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        length, depth = round(x), round(y)
        return self.spot((length, depth)) or self.spot((length - 1, depth))

    def beside(self, thing: Cell | None, right: int, down: int) -> Spot | None:
        """The next cell to that side; from the end of the trained strings where there is none yet."""
        length, depth = thing or (self._surface.trained_length, 0)
        return self.spot((length + 2 * right, depth - 2 * down))
