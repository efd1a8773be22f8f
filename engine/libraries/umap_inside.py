"""umap-learn's inside: its building blocks, loaded without what a fit with exact neighbours does not use.

umap-learn imports its approximate neighbour search (pynndescent), which compiles when it is first imported on a machine
and loads slowly ever after, so it is kept out by stand-ins while umap-learn is imported, and put in only when a fit
asks for approximate neighbours. What does get compiled is kept in numba's cache. Measured in processor seconds, one
thread, both layouts, against `UMAP(precomputed_knn=...)` of umap-learn 0.5.12: 2,000 points 15 against 60 in the first
fit on a machine and 7.5 against 34 in later ones; 49,152 points 76 against 103, and 85 against 86. Most fits are of a
few thousand states, and wait for a person. Used in the mapper process only.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import numpy as np

from engine.libraries.changed import relied_on
from engine.records import F32, I32, UmapParams

NEGATIVES = 5  # samples that push for one that pulls, umap-learn's default
Bar = Mapping[str, object]  # of tqdm, which tells the epochs done

_STAND_INS: Mapping[str, tuple[str, object]] = {
    "pynndescent": ("NNDescent", None),
    "pynndescent.distances": ("named_distances", {}),
    "pynndescent.sparse": ("sparse_named_distances", {}),
}
KEPT_COMPILED = (
    ("umap.layouts", "_nb_optimize_layout_euclidean_single_epoch"),
    ("umap.umap_", "smooth_knn_dist"),
    ("umap.umap_", "compute_membership_strengths"),
)


@relied_on("umap-learn")
def approximate_neighbours(blocks: Any, vectors: F32, k: int, metric: str, seed: int) -> tuple[I32, F32]:
    """Each point's k nearest, itself first, by NN-descent, and their distances. [n, k], [n, k]"""
    random = np.random.RandomState(seed)
    found = blocks.nearest_neighbors(vectors, k, metric, {}, False, random, low_memory=True)
    return found[0], found[1]


@relied_on("umap-learn")
def neighbour_graph(blocks: Any, vectors: F32, metric: str, seed: int, indices: I32, distances: F32) -> Any:
    """The weighted graph of points and their nearest [n, k], as a sparse matrix [n, n]."""
    random = np.random.RandomState(seed)
    return blocks.fuzzy_simplicial_set(
        vectors, indices.shape[1], random, metric, knn_indices=indices, knn_dists=distances, return_dists=False
    )[0]


@relied_on("umap-learn")
def arranged(
    blocks: Any, graph: Any, start: F32, params: UmapParams, random: np.random.RandomState, bar: Bar,
    epochs: int | None = None,
) -> F32:  # fmt: skip
    """The optimised layout of `graph` from the places `start` [n, d], in umap-learn's number of epochs or so many.
    [n, d]

    Where a start is given the vectors themselves are not looked at, so the start stands for them.
    """
    a, b = blocks.find_ab_params(1.0, params.min_dist)
    points, _ = blocks.simplicial_set_embedding(
        start, graph.copy(), start.shape[1], 1.0, a, b, 1.0, 5, epochs, start, random, params.metric, {}, False, {},
        False, tqdm_kwds=bar,
    )  # fmt: skip
    return np.asarray(points, np.float32)


@relied_on("umap-learn")
def arranged_together(
    blocks: Any, graphs: Sequence[Any], starts: Sequence[F32], relations: I32, weights: F32, strength: float,
    params: UmapParams, epochs: int, told: Callable[[int, int], None],
) -> list[F32]:  # fmt: skip
    """The optimised layouts of several graphs from `starts` [c, d] of each, by the optimiser of `AlignedUMAP`. [c, d]

    `relations` [L, 2 w + 1, n] names the point of the layer m - w … m + w that each point of layer m is, -1 for none,
    and `weights` of that shape how strongly `strength` pulls it there. The loop is that of umap-learn's
    `optimize_layout_aligned_euclidean`, with compiled code that is kept and with progress.
    """
    numba = importlib.import_module("numba")
    layouts = importlib.import_module("umap.layouts")
    one_epoch = numba.njit(layouts._optimize_layout_aligned_euclidean_single_epoch, fastmath=True, cache=True)
    random = np.random.RandomState(params.seed)
    lists = tuple(numba.typed.List() for _ in range(7))
    heads, tails, per_edge, per_negative, next_negative, next_edge, points = lists
    for graph, start in zip(graphs, starts, strict=True):
        kept = graph.tocoo(copy=True)
        kept.data[kept.data < kept.data.max() / epochs] = 0
        kept.eliminate_zeros()
        heads.append(kept.row.astype(np.int32))
        tails.append(kept.col.astype(np.int32))
        spacing = blocks.make_epochs_per_sample(kept.data, epochs)
        per_edge.append(spacing)
        next_edge.append(spacing.astype(np.float32))
        for negatives in (per_negative, next_negative):
            negatives.append(spacing.astype(np.float32) / np.float32(NEGATIVES))
        points.append(np.array(start, np.float32, order="C"))
    a, b = blocks.find_ab_params(1.0, params.min_dist)
    state = random.randint(np.iinfo(np.int32).min + 1, np.iinfo(np.int32).max - 1, 3).astype(np.int64)
    rate = 1.0
    for epoch in range(epochs):
        told(epoch, epochs)
        one_epoch(
            points, points, heads, tails, per_edge, a, b, weights, relations, state, 1.0, strength,
            starts[0].shape[1], True, rate, per_negative, next_negative, next_edge, epoch,
        )  # fmt: skip
        rate = 1.0 - epoch / epochs
    return [np.array(layer) for layer in points]


@relied_on("umap-learn")
def building_blocks(approximate: bool) -> Any:
    """The module `umap.umap_`; its `NNDescent` works only where `approximate` neighbours are announced."""
    with _without_approximate_search():
        blocks = importlib.import_module("umap.umap_")
        layouts = importlib.import_module("umap.layouts")
    if approximate:
        blocks.NNDescent = importlib.import_module("pynndescent").NNDescent  # type: ignore[attr-defined]
    # Its own lock is a semaphore, which a cancelled process would leave behind.
    layouts.tqdm.set_lock(threading.RLock())
    for module, name in KEPT_COMPILED:
        function = getattr(sys.modules[module], name, None)
        if function is not None and hasattr(function, "enable_caching"):
            function.enable_caching()
    return blocks


@contextmanager
def _without_approximate_search() -> Iterator[None]:
    """Stand-ins in the place of pynndescent, unless it or umap-learn is loaded already."""
    if "pynndescent" in sys.modules or "umap.umap_" in sys.modules:
        yield
        return
    for module, (name, value) in _STAND_INS.items():
        stand_in = ModuleType(module)
        setattr(stand_in, name, value)
        sys.modules[module] = stand_in
    try:
        yield
    finally:
        for module in _STAND_INS:
            sys.modules.pop(module, None)
