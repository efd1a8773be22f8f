"""UMAP layouts of several layers at once, so that going from one to the next moves points instead of shuffling them.

By the optimiser of umap-learn's `AlignedUMAP`: every layer keeps its own neighbour graph, and each token is pulled
towards its places in the layers near by, the more, the more neighbours it has in common there. Unlike `AlignedUMAP`
itself the graphs are of exact neighbours, all layers begin at one start (PCA of the mean states), and compiled code is
kept.

Measured on the states of 1,500 tokens of the bundled sample after layers 0, 5 … 30 of the default model, in 3D, each
layout turned onto the one before (Procrustes): the mean way of a point to the next layer, in root mean square radii of
the layout, and the share of neighbours kept (`engine.maps.faithfulness`, standard error about 0.01).

    fitted one by one                                       0.65  0.788   processor seconds 13
    each begun from the one before                          0.60  0.789   12
    the same at a quarter of the learning rate              0.53  0.789   13
    and 100 epochs of that                                  0.38  0.785    4
    this                                                    0.23  0.772   93 with 2D and compiling
    this, pulled towards the next layers only               0.26  0.773   28
    one graph, a token tied to itself in the next layer     0.19  0.739    9

Tokens dealt out anew: 1.28. The optimiser forgets its start, so a chain of starts aligns little. One graph of all
layers is quicker and moves points least, but the layers push each other's points away, which costs neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from engine.errors import InputRefused, MapProblem
from engine.libraries.umap_inside import arranged_together, building_blocks, neighbour_graph
from engine.maps.fitting import Told, neighbours, part
from engine.maps.knn import exact_is_affordable
from engine.maps.pca import pca_layout
from engine.maps.scaling import unit_ball
from engine.maps.umap_fit import checked
from engine.records import F32, I32, Bools, UmapParams
from engine.sentences import say

WINDOW = 3  # layers before and after that pull a point, as in AlignedUMAP
STRENGTH = 0.01  # of the pull, as in AlignedUMAP
SIDE = 10.0  # of the box that points begin in, as in UMAP
EPOCHS = 200
STAGE = say("Laying out layers together")
_PARTS = {  # per cent of the whole in which each goes on
    "Finding neighbours": (0, 15),
    "Compiling": (15, 15),
    "Arranging in 3D": (15, 55),
    "Arranging in 2D": (55, 92),
    "Measuring": (92, 100),
}
FEWEST_LAYERS = 2


def as_one(told: Told) -> Told:
    """Tell the parts of such a fit as one that takes long, so that the time left is that of all of it."""

    def all_told(stage: str, done: int, total: int) -> None:
        first, last = _PARTS.get(stage, (0, 0))
        within = done / total if total > 0 else 0.0
        told(STAGE, round(10 * (first + (last - first) * within)), 1000)

    return all_told


def fit_jointly(vectors: Sequence[F32], left_out: Bools, params: UmapParams, told: Told) -> list[tuple[F32, F32]]:
    """Lay `vectors` [n, D] of each layer out together: [(points3 [c, 3], points2 [c, 2])] of the c points
    that the layer does not leave out (`left_out` [layers, n]). 98 % of all lie in the unit ball.

    Raises:
        InputRefused: a parameter is out of range, or there is one layer only. MapProblem: there are too few points.
    """
    if len(vectors) < FEWEST_LAYERS:
        raise InputRefused(say("Layouts are aligned between at least 2 layers, but {n} was asked for.", n=len(vectors)))
    counted = ~left_out  # [L, n]
    for row in counted:
        checked(params, int(row.sum()))
    told(say("Loading umap-learn"), 0, 0)
    width = vectors[0].shape[1]
    blocks = building_blocks(not exact_is_affordable(len(vectors[0]), width, params.metric))
    graphs = _graphs(vectors, counted, params, told, blocks)
    relations, weights = related(graphs, counted)
    start3, start2 = _start(vectors, counted, params.seed)
    made = []
    for stage, starts in ((say("Arranging in 3D"), start3), (say("Arranging in 2D"), start2)):
        told_here = part(told, stage)
        points = arranged_together(blocks, graphs, starts, relations, weights, STRENGTH, params, EPOCHS, told_here)
        whole = np.concatenate(points)
        if not np.isfinite(whole).all():
            raise MapProblem(
                say(
                    "UMAP gave points that are not finite. Try another number of neighbours or another minimum "
                    "distance."
                )
            )
        made.append(np.split(unit_ball(whole)[0], np.cumsum(counted.sum(axis=1))[:-1]))
    return list(zip(*made, strict=True))


def related(graphs: Sequence[Any], counted: Bools) -> tuple[I32, F32]:
    """Which point of the layers near by each point is, and the share of neighbours that it has in common there.

    [L, 2 w + 1, n] each: of layer m those of the layers m - w … m + w, n counting the `counted` points [L, N] of the
    largest layer; -1 and 0 where a layer leaves the point out, or is not there.
    """
    n_layers, offsets = len(graphs), range(-WINDOW, WINDOW + 1)
    shape = (n_layers, len(offsets), int(counted.sum(axis=1).max()))
    relations, weights = np.full(shape, -1, np.int32), np.zeros(shape, np.float32)
    rank = np.cumsum(counted, axis=1) - 1  # [L, N] of a point among the counted ones of its layer
    edges = [_of_all(graph, row) for graph, row in zip(graphs, counted, strict=True)]
    for layer in range(n_layers):
        for at, offset in enumerate(offsets):
            other = layer + offset
            if offset == 0 or not 0 <= other < n_layers:
                continue
            both = np.flatnonzero(counted[layer] & counted[other])
            relations[layer, at, rank[layer, both]] = rank[other, both]
            weights[layer, at, rank[layer, both]] = _in_common(edges[layer], edges[other])[both]
    return relations, weights


def _of_all(graph: Any, counted: Bools) -> Any:
    """Which pairs of all N points a graph of the counted ones joins, as ones [N, N]."""
    from scipy import sparse  # when a fit begins, not with the maps

    rows = np.flatnonzero(counted)
    pairs = graph.tocoo()
    shape = (len(counted), len(counted))
    return sparse.coo_matrix((np.ones(pairs.nnz, np.float32), (rows[pairs.row], rows[pairs.col])), shape).tocsr()


def _in_common(one: Any, other: Any) -> F32:
    """Jaccard's index of each point's neighbours in two graphs [N]; 1 where it has none in either."""
    shared = np.asarray(one.multiply(other).sum(axis=1)).ravel()
    either = np.asarray(one.sum(axis=1)).ravel() + np.asarray(other.sum(axis=1)).ravel() - shared
    return np.where(either > 0, shared / np.maximum(either, 1), 1).astype(np.float32)


def _graphs(vectors: Sequence[F32], counted: Bools, params: UmapParams, told: Told, blocks: Any) -> list[Any]:
    graphs = []
    for at, (layer, rows) in enumerate(zip(vectors, counted, strict=True)):
        told(say("Finding neighbours"), at, len(vectors))
        fitted = layer if rows.all() else layer[rows]
        k = min(params.n_neighbors, len(fitted) - 1)
        indices, distances = neighbours(fitted, k, params.metric, params.seed, lambda stage, done, total: None)
        graphs.append(neighbour_graph(blocks, fitted, params.metric, params.seed, indices, distances))
    told(say("Compiling"), 0, 0)
    return graphs


def _start(vectors: Sequence[F32], counted: Bools, seed: int) -> tuple[list[F32], list[F32]]:
    """Where points begin, [c, 3] and [c, 2] of each layer: a token at one place in all, by PCA of its mean state."""
    mean = np.zeros(vectors[0].shape, np.float32)
    for layer in vectors:
        mean += layer / np.float32(len(vectors))
    everywhere: Bools = np.asarray(counted.all(axis=0))
    found = pca_layout(mean, everywhere if everywhere.any() else None)
    random = np.random.RandomState(seed)
    starts = []
    for points in (found.points3, found.points2):
        low, high = points.min(axis=0), points.max(axis=0)
        wide = SIDE * (points - low) / np.maximum(high - low, 1e-12)
        # no two starts equal, no axis flat
        starts.append([(wide + random.normal(scale=1e-4, size=wide.shape))[row].astype(np.float32) for row in counted])
    return starts[0], starts[1]
