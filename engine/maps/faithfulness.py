"""How much of the full space a map keeps, as one number with its error.

*Kept* (DESIGN section 6): of a vector's 15 true neighbours (cosine, all dimensions), the share that is among the 50
points nearest to it on the map. A point is among the 50 nearest when fewer than 50 others are strictly nearer.

For a whole layout it is measured on a seeded sample of the fitted points, each left out of its own neighbourhoods
(as a full-space neighbour and as a point on the map): that is what a person looking at the map sees. It is not a
held-out figure of the algorithm; `tests/bench/preserve.py` measures that one for placing, in a layout fitted without
the points placed. Every placed point carries its own share.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.maps.search import CosineSearch
from engine.records import F32, I64, Bools

TRUE_NEIGHBOURS = 15
MAP_NEAREST = 50
SAMPLE = 500
TIE = 1 + 1e-9  # two ways of summing one distance may differ in the last bit

F64 = npt.NDArray[np.float64]


class MapTree:
    """Points of a layout, searchable by place. Left-out points are drawn but are nobody's neighbours."""

    def __init__(self, points: F32, left_out: Bools | None = None) -> None:
        from scipy.spatial import cKDTree

        self.points = points.astype(np.float64)  # [N, d]
        self._ids = np.arange(len(points)) if left_out is None else np.flatnonzero(~left_out)
        self._tree = cKDTree(self.points[self._ids])

    def reach(self, places: F64, ranks: tuple[int, ...]) -> F64:
        """Distances from `places` [n, d] to their r-th nearest points, for each rank (from 1). [n, len(ranks)]"""
        wanted = [min(rank, len(self._ids)) for rank in ranks]
        distances, _ = self._tree.query(places, k=wanted)
        return np.asarray(distances, np.float64).reshape(len(places), len(wanted))

    def nearest(self, place: F64, k: int) -> tuple[I64, F64]:
        """The k points nearest to `place` [d]: (indices [k], distances [k]), ties by index."""
        distances, rows = self._tree.query(place, k=np.arange(1, min(k, len(self._ids)) + 1))
        ids = self._ids[np.asarray(rows)]
        order = np.lexsort((ids, distances))
        return ids[order], np.asarray(distances, np.float64)[order]

    def kept(self, place: F64, neighbours: I64, itself: bool = False) -> float:
        """Share of `neighbours` [k] among the nearest of `place` [d]; `itself`: the map point there is not counted."""
        if len(neighbours) == 0:
            return 0.0
        radius = self.reach(place[None], (MAP_NEAREST + itself,))[0, 0]
        distances = np.sqrt(np.square(self.points[neighbours] - place).sum(axis=1))
        return float((distances <= radius * TIE).mean())


@dataclass(frozen=True)
class Kept:
    """A layout's figures: mean shares in 3D and 2D, the standard error of the first, and of how many points."""

    three: float
    two: float
    error: float
    n: int


def layout_kept(
    search: CosineSearch, points: F32, n: int = SAMPLE, seed: int = 0, left_out: Bools | None = None
) -> tuple[float, float]:
    """Mean share kept by `points` [N, d] over n sampled points, and its standard error."""
    rows = sampled(len(points), n, seed, left_out)
    shares = _shares(MapTree(points, left_out), _true_neighbours(search, rows), rows)
    return _mean_and_error(shares)


def both_kept(
    search: CosineSearch, points3: F32, points2: F32, left_out: Bools | None = None, n: int = SAMPLE, seed: int = 0
) -> Kept:
    """`layout_kept` of the 3D and the 2D points of one layout, on the same sample."""
    rows = sampled(len(points3), n, seed, left_out)
    neighbours = _true_neighbours(search, rows)
    three, error = _mean_and_error(_shares(MapTree(points3, left_out), neighbours, rows))
    two, _ = _mean_and_error(_shares(MapTree(points2, left_out), neighbours, rows))
    return Kept(three, two, error, len(rows))


def sampled(count: int, n: int, seed: int, left_out: Bools | None = None) -> I64:
    """n of the `count` points (fewer where there are not as many), by seed, in rising order. [n]"""
    eligible = np.arange(count) if left_out is None else np.flatnonzero(~left_out)
    chosen = np.random.default_rng(seed).choice(eligible, min(n, len(eligible)), replace=False)
    return np.sort(chosen).astype(np.int64)


def _true_neighbours(search: CosineSearch, rows: I64) -> list[I64]:
    """The full-space neighbours of background points `rows` [n], themselves left out."""
    found = search.nearest_each(search.vectors[rows], TRUE_NEIGHBOURS + 1)
    return [ids[ids != row][:TRUE_NEIGHBOURS] for row, (ids, _) in zip(rows, found, strict=True)]


def _shares(tree: MapTree, neighbours: list[I64], rows: I64) -> F64:
    return np.array([tree.kept(tree.points[row], ids, itself=True) for row, ids in zip(rows, neighbours, strict=True)])


def _mean_and_error(shares: F64) -> tuple[float, float]:
    if len(shares) == 0:
        return 0.0, 0.0
    return float(shares.mean()), float(shares.std(ddof=1) / np.sqrt(len(shares))) if len(shares) > 1 else 0.0
