"""What the crosshair of a chart can rest on: rows, columns, cells or points, each with a thing that a view knows.

Finding what is near the pointer and what lies beside it are plain arithmetic, so that mouse and keyboard reach the
same things and both are tested without a window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
Values = Sequence[float] | npt.NDArray[np.floating[Any]]
Shape = Literal["row", "column", "cell", "cross", "point", "own"]  # own: marked by an item of the view's
REACH = 0.9  # em around the pointer within which a point is found


@dataclass(frozen=True)
class Spot:
    """A thing and where it is, in the values of the axes; `wide` is how many columns its cell spans."""

    thing: Any
    x: float
    y: float
    wide: float = 1.0


class Targets(Protocol):
    """What can be pointed at in one plot."""

    shape: Shape

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        """What is at (x, y); `em_x` and `em_y` are what one em spans on each axis."""

    def spot(self, thing: Any) -> Spot | None:
        """Where a thing is."""

    def beside(self, thing: Any, right: int, down: int) -> Spot | None:
        """What is one step (-1, 0, 1) on screen from a thing, or the first thing of all where `thing` is none."""


def nothing(thing: Any) -> None:
    """What pointing and choosing do where a view wants neither."""


@dataclass(frozen=True)
class Aim:
    """What can be pointed at in a plot, what is said of it, and what is told when it is pointed at or chosen."""

    targets: Targets
    words: Callable[[Any], str]
    point: Callable[[Any], object] = nothing  # the thing, None when the pointer leaves
    choose: Callable[[Any], object] | None = None  # by a click, the arrow keys and Enter
    chosen: Any = None  # where the arrow keys begin
    browse: bool = False  # the arrow keys only point, and Enter chooses what is pointed at
    ends: tuple[Any, Any] | None = None  # what Home and End choose


class Rows:
    """Categories along y, drawn downwards; the things are their numbers, or `things`."""

    shape: Shape = "row"

    def __init__(self, n: int, things: Sequence[Any] | None = None) -> None:
        self._things = list(range(n) if things is None else things)

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        at = round(y)
        return Spot(self._things[at], x, float(at)) if 0 <= at < len(self._things) else None

    def spot(self, thing: Any) -> Spot | None:
        return Spot(thing, float("nan"), float(self._things.index(thing))) if thing in self._things else None

    def beside(self, thing: Any, right: int, down: int) -> Spot | None:
        if right:
            return None
        at = self._things.index(thing) + down if thing in self._things else 0
        return self.spot(self._things[at]) if 0 <= at < len(self._things) else None


class Columns:
    """Values of x in rising order (categories, positions, steps of a training); the things are their numbers."""

    shape: Shape = "column"

    def __init__(self, xs: Values, things: Sequence[Any] | None = None) -> None:
        self._xs = np.asarray(xs, dtype=np.float64)
        self._things = list(range(len(self._xs)) if things is None else things)

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        if not len(self._xs):
            return None
        at = int(np.argmin(np.abs(self._xs - x)))
        return Spot(self._things[at], float(self._xs[at]), y)

    def spot(self, thing: Any) -> Spot | None:
        if thing not in self._things:
            return None
        return Spot(thing, float(self._xs[self._things.index(thing)]), float("nan"))

    def beside(self, thing: Any, right: int, down: int) -> Spot | None:
        if down or not self._things:
            return None
        at = self._things.index(thing) + right if thing in self._things else 0
        return self.spot(self._things[at]) if 0 <= at < len(self._things) else None


class Cells:
    """Cells of a table drawn downwards; the things are (row, column), rows by their number or as `rows` names them.

    `cross`: row and column are marked as well.
    """

    def __init__(self, rows: int | Sequence[Any], columns: int, cross: bool = False) -> None:
        self._rows = list(range(rows) if isinstance(rows, int) else rows)
        self._columns = columns
        self.shape: Shape = "cross" if cross else "cell"

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        return self._spot(round(y), round(x))

    def _spot(self, line: int, column: int) -> Spot | None:
        inside = 0 <= line < len(self._rows) and 0 <= column < self._columns
        return Spot((self._rows[line], column), float(column), float(line)) if inside else None

    def spot(self, thing: Any) -> Spot | None:
        row, column = thing
        return self._spot(self._rows.index(row), column) if row in self._rows else None

    def beside(self, thing: Any, right: int, down: int) -> Spot | None:
        if thing is None or thing[0] not in self._rows:
            return self._spot(0, 0)
        return self._spot(self._rows.index(thing[0]) + down, thing[1] + right)


class Points:
    """Points anywhere; the things are their numbers, or `things`. NaN is nowhere."""

    shape: Shape = "point"

    def __init__(self, xs: Values, ys: Values, things: Sequence[Any] | None = None):
        self._at = np.stack([np.asarray(xs, dtype=np.float64), np.asarray(ys, dtype=np.float64)], axis=1)  # [n, 2]
        self._things = list(range(len(self._at)) if things is None else things)

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        if not len(self._at):
            return None
        away = np.hypot((self._at[:, 0] - x) / (em_x or 1.0), (self._at[:, 1] - y) / (em_y or 1.0))
        away = np.where(np.isnan(away), np.inf, away)
        best = int(np.argmin(away))
        return self._spot(best) if away[best] <= REACH else None

    def _spot(self, at: int) -> Spot:
        return Spot(self._things[at], float(self._at[at, 0]), float(self._at[at, 1]))

    def spot(self, thing: Any) -> Spot | None:
        return self._spot(self._things.index(thing)) if thing in self._things else None

    def beside(self, thing: Any, right: int, down: int) -> Spot | None:
        """The next one to that side; of x for a step sideways, of y for one up or down."""
        known = np.flatnonzero(np.isfinite(self._at).all(axis=1))
        if not len(known):
            return None
        if thing not in self._things:
            return self._spot(int(known[0]))
        axis, step = (0, right) if right else (1, -down)
        order = known[np.lexsort((known, self._at[known, axis]))].tolist()
        here = self._things.index(thing)
        at = order.index(here) + step if here in order else 0
        return self._spot(order[at]) if 0 <= at < len(order) else None
