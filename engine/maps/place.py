"""Placing new vectors into a frozen layout: each by itself, deterministically, where most of its neighbours are.

The 15 true neighbours of a vector (cosine, full space) lie scattered over the map, so their mean is nowhere. Instead
a few spots are judged by how many of the 15 they would have among their own 15 and 50 nearest points on the map: the
neighbours' own places, then around the two best of those the means of the neighbours they reach and the midpoints
towards the others. The best spot wins; a soft count of nearness breaks ties.

Share kept (DESIGN section 6), 500 tokens of the default model held out of a 3D fit, standard error 0.012,
49,152 x 576: this 0.396; the densest of the 15 places at the best fixed width (mode) 0.365, with mean shift from there
0.373; the medoid 0.316; `umap.transform` 0.292; the nearest neighbour's place 0.283; the mean 0.128. Among the 15
nearest on the map instead of 50: 0.322, mode 0.278, transform 0.175; among 200: 0.448, mode 0.439, transform 0.416.

A vector in the direction of a background point lands exactly on it and is then judged like that point, itself left out.
A vector without a direction (zero) goes to the middle of the map and keeps nothing. PCA layouts are linear, so there
new vectors are projected as the fitted ones were.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.errors import InputRefused
from engine.maps.faithfulness import F64, MAP_NEAREST, TIE, TRUE_NEIGHBOURS, MapTree
from engine.maps.spaces import SpaceVectors
from engine.records import F32, I32, I64, Bools, Layout, Neighbours, Placed
from engine.sentences import say

SAME_DIRECTION = 1 - 1e-6
_RANKS = (15, MAP_NEAREST)
_REFINED = 2  # best neighbours' places around which further spots are tried

Project = Callable[[F32], tuple[F32, F32]]


class Placer:
    """Places vectors of one space into one layout of it.

    `project` maps one vector [D] (standardised where the space is) to its places ([3], [2]); given for PCA layouts.
    """

    def __init__(self, vectors: SpaceVectors, layout: Layout, project: Project | None = None) -> None:
        if len(layout.points3) != len(vectors.search.vectors):
            raise InputRefused(
                say(
                    "A layout of {n} points does not belong to a space of {vectors}.",
                    n=len(layout.points3),
                    vectors=len(vectors.search.vectors),
                )
            )
        self.layout = layout
        self._vectors = vectors
        self._project = project
        left_out = vectors.background.left_out
        self._trees = (MapTree(layout.points3, left_out), MapTree(layout.points2, left_out))

    def place(self, new: F32) -> Placed:
        """Places of `new` vectors [n, D], as the model gives them (standardising happens here).

        Raises:
            InputRefused: the vectors are of another width than the space's.
        """
        prepared = self._vectors.prepared(new)  # [n, D]
        points = (np.zeros((len(new), 3), np.float32), np.zeros((len(new), 2), np.float32))
        kept = np.zeros((2, len(new)), np.float32)
        for row, (ids, cosines) in enumerate(self._vectors.search.nearest_each(prepared, TRUE_NEIGHBOURS + 1)):
            for which, spot in enumerate(self._places(prepared[row], ids, cosines)):
                points[which][row], kept[which, row] = spot
        giants = self._vectors.are_giants(new)
        return Placed(self.layout.key, points[0], points[1], kept[0], kept[1], giants)

    def at_points(self, indices: I32 | I64) -> Placed:
        """Background points `indices` [n] as they lie in the layout, each with the share it keeps itself.

        In vocabulary spaces this is where the run's tokens are: cheaper than placing their rows, and a token whose row
        equals another's keeps its own point.
        """
        rows = np.asarray(indices, np.int64)
        kept = np.zeros((2, len(rows)), np.float32)
        found = self._vectors.search.nearest_each(self._vectors.vectors[rows], TRUE_NEIGHBOURS + 1)
        for at, (row, (ids, _)) in enumerate(zip(rows, found, strict=True)):
            others = ids[ids != row][:TRUE_NEIGHBOURS]
            for which, tree in enumerate(self._trees):
                kept[which, at] = tree.kept(tree.points[row], others, itself=True)
        left_out = self._vectors.background.left_out
        marked = np.zeros(len(rows), np.bool_) if left_out is None else left_out[rows]
        layout = self.layout
        return Placed(layout.key, layout.points3[rows], layout.points2[rows], kept[0], kept[1], marked)

    def neighbours(self, index: int, n: int = TRUE_NEIGHBOURS) -> Neighbours:
        """The n nearest of background point `index`, in the full space and on the 3D map, itself left out."""
        count = len(self.layout.points3)
        if not 0 <= index < count:
            raise InputRefused(
                say(
                    "The map's points are numbered 0 to {last}, but {index} was asked for.", last=count - 1, index=index
                )
            )
        search, tree = self._vectors.search, self._trees[0]
        full, cosines = search.nearest(search.vectors[index], n + 1)
        near, distances = tree.nearest(tree.points[index], n + 1)
        a, b = full != index, near != index
        return Neighbours(
            self.layout.space,
            index,
            full[a][:n].astype(np.int32),
            cosines[a][:n],
            near[b][:n].astype(np.int32),
            distances[b][:n].astype(np.float32),
        )

    def _places(self, vector: F32, ids: I64, cosines: F32) -> list[tuple[F32, float]]:
        """(place, share kept) in 3D and in 2D, from the 16 nearest background points, best first."""
        if len(ids) == 0 or not vector.any():
            return [(np.zeros(3, np.float32), 0.0), (np.zeros(2, np.float32), 0.0)]
        same = bool(cosines[0] >= SAME_DIRECTION)
        if self._project is not None:
            same = same and np.array_equal(vector, self._vectors.vectors[ids[0]])
        others = ids[1:] if same else ids[:TRUE_NEIGHBOURS]
        if same:
            spots = [tree.points[ids[0]].astype(np.float32) for tree in self._trees]
        elif self._project is not None:
            spots = list(self._project(vector))
        else:
            return [best_spot(tree, others) for tree in self._trees]
        return [
            (spot, tree.kept(spot.astype(np.float64), others, itself=same))
            for tree, spot in zip(self._trees, spots, strict=True)
        ]


def best_spot(tree: MapTree, neighbours: I64) -> tuple[F32, float]:
    """The spot [d] of the map that has most of `neighbours` [k] within its nearest points, and the share it has."""
    places = tree.points[neighbours]  # [k, d]
    first = _judged(tree, places, places)
    best = np.argsort(-first.scores, kind="stable")[:_REFINED]
    reached = first.inside[best].swapaxes(1, 2).reshape(-1, len(places))  # [2 b, k], never empty: each reaches itself
    means = reached @ places / reached.sum(axis=1)[:, None]
    new = np.ones((len(best), len(places)), np.bool_)  # midpoints that are not a place or another's midpoint
    for at in range(len(best)):
        new[at, best[: at + 1]] = False
    midpoints = ((places[best][:, None] + places) / 2)[new]
    further = np.concatenate([means, midpoints]).astype(np.float32).astype(np.float64)  # [m, d], as handed out
    second = _judged(tree, further, places)
    chosen = int(np.concatenate([first.scores, second.scores]).argmax())
    judged, row, of = (first, chosen, places) if chosen < len(places) else (second, chosen - len(places), further)
    return of[row].astype(np.float32), float(judged.inside[row, :, _RANKS.index(MAP_NEAREST)].mean())


@dataclass(frozen=True)
class _Judged:
    """How good m spots are for k neighbours."""

    scores: F64  # [m]
    inside: Bools  # [m, k, 2]: the neighbour is among the 15, the 50 nearest of the spot


def _judged(tree: MapTree, spots: F64, places: F64) -> _Judged:
    """`spots` [m, d] judged for neighbours at `places` [k, d]."""
    distances = np.sqrt(np.square(spots[:, None] - places).sum(axis=2))  # [m, k]
    reach = tree.reach(spots, _RANKS)  # [m, 2]
    inside = distances[:, :, None] <= reach[:, None] * TIE
    scale = np.where(reach[:, 1] > 0, reach[:, 1], 1)[:, None]
    nearness = np.exp(-0.5 * np.square(distances / scale)).sum(axis=1)
    return _Judged(inside.sum(axis=(1, 2)) + 0.1 * nearness, inside)
