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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import numpy as np

from engine.records import F32, I32, UmapParams

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


def approximate_neighbours(blocks: Any, vectors: F32, k: int, metric: str, seed: int) -> tuple[I32, F32]:
    """Each point's k nearest, itself first, by NN-descent, and their distances. [n, k], [n, k]"""
    random = np.random.RandomState(seed)
    found = blocks.nearest_neighbors(vectors, k, metric, {}, False, random, low_memory=True)
    return found[0], found[1]


def neighbour_graph(blocks: Any, vectors: F32, metric: str, seed: int, indices: I32, distances: F32) -> Any:
    """The weighted graph of points and their nearest [n, k], as a sparse matrix [n, n]."""
    random = np.random.RandomState(seed)
    return blocks.fuzzy_simplicial_set(
        vectors, indices.shape[1], random, metric, knn_indices=indices, knn_dists=distances, return_dists=False
    )[0]


def arranged(
    blocks: Any, vectors: F32, graph: Any, start: F32, params: UmapParams, random: np.random.RandomState, bar: Bar
) -> F32:
    """The optimised layout of `graph` from the places `start` [n, d]. [n, d]"""
    a, b = blocks.find_ab_params(1.0, params.min_dist)
    points, _ = blocks.simplicial_set_embedding(
        vectors, graph.copy(), start.shape[1], 1.0, a, b, 1.0, 5, None, start, random, params.metric, {}, False, {},
        False, tqdm_kwds=bar,
    )  # fmt: skip
    return np.asarray(points, np.float32)


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
