"""Where the heads' thumbnails stand: square matrices with bars for the words at their edges and names above them."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from viz.charts.aim import Shape, Spot
from viz.charts.atlas_grid import AtlasGrid, squares

BESIDE, ABOVE, BELOW = 0.7, 1.15, 0.15  # em of a place that its matrix leaves free; above it are its name and a bar
BARE = 0.25  # em of the same at each side where no names stand above
NAMED = 1.4  # em of a side below which none do
UNNAMED = 0.6  # what a thumbnail without a name above it counts for, against one with a name
LARGER, POWER = 1.35, 6  # the upper thumbnails are to be so much larger; how little the larger of the two counts
Cell = tuple[int, int, int, int]  # layer, head, query, key


@dataclass(frozen=True)
class Thumbnails:
    """The places of one grid, in pixels of its area."""

    grid: AtlasGrid
    beside: float  # pixels of each place at both sides together
    above: float
    below: float
    named: bool  # above the matrices

    @property
    def side(self) -> float:
        """Of each matrix."""
        return min(self.grid.width - self.beside, self.grid.height - self.above - self.below)

    def matrix(self, at: int) -> QRectF:
        """Where the matrix of number `at` is."""
        place = self.grid.place(at)
        return QRectF(place.center().x() - self.side / 2, place.top() + self.above, self.side, self.side)

    def at(self, point: QPointF) -> int | None:
        """The number of the matrix under a point."""
        found = self.grid.at(point)
        return found if found is not None and self.matrix(found).contains(point) else None


def thumbnails(area: QRectF, n: int, em: float) -> Thumbnails:
    """As large as they can be; without names above them where these would take more than they tell."""
    named = _thumbnails(area, n, BESIDE * em, ABOVE * em, BELOW * em, True)
    if named.side >= NAMED * em:
        return named
    return _thumbnails(area, n, 2 * BARE * em, BARE * em, BARE * em, False)


def _thumbnails(area: QRectF, n: int, beside: float, above: float, below: float, named: bool) -> Thumbnails:
    return Thumbnails(squares(area, n, beside, above + below), beside, above, below, named)


@functools.lru_cache(maxsize=32)
def best_cut(width: float, height: float, upper: int, lower: int, em: float) -> float:
    """The share of a height that `upper` thumbnails get, the `lower` ones the rest: the smaller of the two decides.

    The other one counts a little too (a power mean), so that room which brings one next to nothing goes to it.
    """

    def small(high: float, n: int) -> float:
        found = thumbnails(QRectF(0, 0, width, max(high, 1.0)), n, em)
        return 1 / max(found.side * (1.0 if found.named else UNNAMED), 0.1)

    def lost(share: float) -> float:
        one, other = LARGER * small(height * share, upper), small(height * (1 - share), lower)
        return math.pow(one, POWER) + math.pow(other, POWER)

    return min((percent / 100 for percent in range(10, 91)), key=lost)


class HeadCells:
    """Every cell of every thumbnail as a thing to point at, in a plot of 0 to 1.

    The arrow keys go from head to head, and from block to block, whichever of the two the plot shows side by side.
    """

    shape: Shape = "own"

    def __init__(
        self, places: Callable[[], Thumbnails], heads: tuple[tuple[int, int], ...], n: int, model: tuple[int, int]
    ) -> None:
        """`heads` are the layer and head of each thumbnail, `n` its rows; `model` is how many layers and heads."""
        self._places, self._heads, self._n, self._model = places, heads, n, model

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        places = self._places()
        area = places.grid.area
        point = QPointF(x * area.width(), y * area.height())
        at = places.at(point)
        if at is None:
            return None
        box, n = places.matrix(at), self._n
        key = min(int((point.x() - box.left()) / box.width() * n), n - 1)
        query = min(int((point.y() - box.top()) / box.height() * n), n - 1)
        return self.spot((*self._heads[at], query, key))

    def spot(self, thing: Cell | None) -> Spot | None:
        if thing is None or thing[:2] not in self._heads or max(thing[2:]) >= self._n:
            return None
        places = self._places()
        box, area = places.matrix(self._heads.index(thing[:2])), places.grid.area
        x = box.left() + (thing[3] + 0.5) / self._n * box.width()
        y = box.top() + (thing[2] + 0.5) / self._n * box.height()
        return Spot(thing, x / area.width(), y / area.height())

    def beside(self, thing: Cell, right: int, down: int) -> Spot | None:
        layer, head = thing[0] + down, thing[1] + right
        if not (0 <= layer < self._model[0] and 0 <= head < self._model[1]):
            return None
        return Spot((layer, head, *thing[2:]), float("nan"), float("nan"))
