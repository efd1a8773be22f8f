"""What the pointer rests on in the picture of a fit: a point, else the curve above or below the pointer."""

from __future__ import annotations

from typing import Any

import numpy as np

from viz.charts.aim import Points, Spot
from viz.labs.fitting.points import F64

ALONG, NEW = "along", "new"  # the first of the things that are no points: ("along", place of the grid), ("new", x, y)


class PointsAndCurve(Points):
    """Points by their numbers, and the places of a curve; while points are `added`, free places instead of these.

    A point that is `held` is all that is pointed at.
    """

    def __init__(self, xs: F64, ys: F64, grid: F64, curve: F64, added: bool, held: int | None = None) -> None:
        super().__init__(xs, ys)
        self._grid, self._curve, self._added, self._held = grid, curve, added, held

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        if self._held is not None:
            return self.spot(self._held)
        found = super().near(x, y, em_x, em_y)
        if found is not None:
            return found
        if self._added:
            return Spot((NEW, x, y), x, y)
        if not len(self._curve):
            return None
        return self.spot((ALONG, int(np.argmin(np.abs(self._grid - x)))))

    def spot(self, thing: Any) -> Spot | None:
        if not isinstance(thing, tuple):
            return super().spot(thing)
        if thing[0] == NEW:
            return Spot(thing, thing[1], thing[2]) if self._added else None
        at = thing[1]
        known = at < len(self._curve) and bool(np.isfinite(self._curve[at]))
        return Spot(thing, float(self._grid[at]), float(self._curve[at])) if known else None
