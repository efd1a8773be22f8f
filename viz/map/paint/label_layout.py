"""Places labels so that none covers another: greedy, the most important first, a leader line where one moves off.

Each label tries places around its anchor, near ones first; the first that collides with nothing placed before and lies
within the view is taken. One that finds none is left out, unless it must be shown, when it goes where it fits anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.records import F32

Box = tuple[float, float, float, float]  # left, top, right, bottom

NEAR = 9.0  # pixels between an anchor and a label beside it
_AROUND = ((1, -0.5), (1, 0.25), (-1, -0.5), (-1, 0.25), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
_RINGS = (1.0, 2.4, 4.2, 6.5, 9.5)


@dataclass(frozen=True)
class Wish:
    """A label that wants a place. `centred` labels stand on their anchor or nowhere."""

    x: float
    y: float
    width: float
    height: float
    centred: bool = False
    must: bool = False
    spacing: float = 2.0


@dataclass(frozen=True)
class Spot:
    """Where a label was put: its top left, and whether a line must lead back to the anchor."""

    left: float
    top: float
    leader: bool


class Occupied:
    """Boxes taken so far, in a coarse grid so that a test looks at few of them."""

    CELL = 96.0
    GRAIN = 8.0  # pixels of the raster in which lines are kept

    def __init__(self, taken: Iterable[Box] = ()) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}
        self._lines: np.ndarray[Any, np.dtype[np.bool_]] | None = None  # [rows, columns] of grains that lines cross
        for box in taken:
            self.add(box)

    def add(self, box: Box) -> None:
        """Take a box."""
        for cell in self._cells_of(box):
            self._cells.setdefault(cell, []).append(box)

    def add_lines(self, places: F32, width: float, height: float) -> None:
        """Take the grains in which [n, 2] pixels along lines lie; those outside `width` x `height` do not count."""
        grid = np.zeros((int(height // self.GRAIN) + 1, int(width // self.GRAIN) + 1), np.bool_)
        at = np.floor(places / self.GRAIN).astype(np.int64)
        inside = (at >= 0).all(axis=1) & (at[:, 0] < grid.shape[1]) & (at[:, 1] < grid.shape[0])
        grid[at[inside, 1], at[inside, 0]] = True
        self._lines = grid

    def is_free(self, box: Box) -> bool:
        """Whether nothing taken overlaps `box`."""
        left, top, right, bottom = box
        for cell in self._cells_of(box):
            for a, b, c, d in self._cells.get(cell, ()):
                if left < c and a < right and top < d and b < bottom:
                    return False
        return self._lines is None or not self._crossed(self._lines, box)

    def _crossed(self, lines: np.ndarray[Any, np.dtype[np.bool_]], box: Box) -> bool:
        left, top, right, bottom = (int(v // self.GRAIN) for v in box)
        return bool(lines[max(top, 0) : max(bottom, 0) + 1, max(left, 0) : max(right, 0) + 1].any())

    def _cells_of(self, box: Box) -> list[tuple[int, int]]:
        size = self.CELL
        across = range(int(box[0] // size), int(box[2] // size) + 1)
        down = range(int(box[1] // size), int(box[3] // size) + 1)
        return [(i, j) for i in across for j in down]


def place(wishes: Sequence[Wish], width: float, height: float, occupied: Occupied) -> list[Spot | None]:
    """A spot for each wish, in order of importance, or None; what is placed is added to `occupied`."""
    return [_place_one(wish, width, height, occupied) for wish in wishes]


def _place_one(wish: Wish, width: float, height: float, occupied: Occupied) -> Spot | None:
    if wish.centred:
        places: Iterable[tuple[float, float, bool]] = [(wish.x - wish.width / 2, wish.y - wish.height / 2, False)]
    else:
        places = _around(wish)
    for left, top, leader in places:
        if not (left >= 0 and left + wish.width <= width and top >= 0 and top + wish.height <= height):
            continue
        s = wish.spacing
        if occupied.is_free((left - s, top - s, left + wish.width + s, top + wish.height + s)):
            occupied.add((left, top, left + wish.width, top + wish.height))
            return Spot(left, top, leader)
    return _anywhere(wish, width, height, occupied) if wish.must else None


def _around(wish: Wish) -> Iterable[tuple[float, float, bool]]:
    """Top left corners around the anchor, ring by ring; from the second ring on a leader is needed."""
    for ring in _RINGS:
        gap = NEAR * ring
        for side, rise in _AROUND:
            if side > 0:
                left = wish.x + gap
            elif side < 0:
                left = wish.x - gap - wish.width
            else:
                left = wish.x - wish.width / 2
            if side == 0:
                top = wish.y - gap - wish.height if rise < 0 else wish.y + gap
            else:
                top = wish.y - wish.height / 2 + rise * (gap if abs(rise) == 1 else 0.5 * wish.height)
            yield left, top, ring > 1.0


def _anywhere(wish: Wish, width: float, height: float, occupied: Occupied) -> Spot | None:
    """The free place in the view that is nearest to the anchor, on a grid of label heights."""
    best: Spot | None = None
    least = float("inf")
    step = wish.height + 2 * wish.spacing
    for row in range(int(height // step)):
        for column in range(int(width // (wish.width / 2 + 1)) - 1):
            left, top = column * wish.width / 2, row * step + wish.spacing
            away = (left + wish.width / 2 - wish.x) ** 2 + (top + wish.height / 2 - wish.y) ** 2
            box = (left, top, left + wish.width, top + wish.height)
            if away < least and box[2] <= width and box[3] <= height and occupied.is_free(box):
                best, least = Spot(left, top, True), away
    if best is not None:
        occupied.add((best.left, best.top, best.left + wish.width, best.top + wish.height))
    return best
