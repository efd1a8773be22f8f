"""One UMAP fit, in the mapper process only: umap-learn and numba are imported when it begins.

umap-learn's own building blocks are used instead of its `UMAP` class, for three reasons: the neighbours can be exact
(`engine.maps.knn`), one graph serves the 3D and the 2D layout, and the stages can say how far they are. The start is
the PCA layout (Kobak & Linderman 2021: the start decides the global arrangement), so the animated move from one to
the other keeps its bearings; the sequential optimiser with a seeded generator makes a fit repeatable. Only the
approximate neighbours of very large sets run in parallel and may differ in detail from fit to fit.
"""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.libraries.umap_inside import arranged, building_blocks, neighbour_graph
from engine.maps.fitting import Told, check_common, check_range, finite, neighbours, part
from engine.maps.knn import exact_is_affordable
from engine.maps.pca import pca_layout
from engine.maps.scaling import unit_ball
from engine.records import F32, UmapParams
from engine.sentences import say

FEWEST = 4
_EPOCHS_DONE = re.compile(r"(\d+)/(\d+)")


def library_name() -> str:
    """ "umap-learn" with its version, as it enters a layout's key."""
    return f"umap-learn {importlib.metadata.version('umap-learn')}"


def checked(params: UmapParams, n: int) -> UmapParams:
    """`params` as they can be used on n points. Raises InputRefused or MapProblem as `check_common`."""
    check_common(params, n, FEWEST, "UMAP")
    check_range(params.n_neighbors, 2, 200, say("The number of neighbours"))
    check_range(params.min_dist, 0, 0.99, say("The least distance"))
    return params


def fit_umap(vectors: F32, params: UmapParams, told: Told) -> tuple[F32, F32]:
    """Lay `vectors` [n, D] out: (points3 [n, 3], points2 [n, 2]), 98 % of them in the unit ball."""
    checked(params, len(vectors))
    told(say("Loading umap-learn"), 0, 0)
    blocks = building_blocks(not exact_is_affordable(vectors.shape[0], vectors.shape[1], params.metric))
    start = pca_layout(vectors)
    k = min(params.n_neighbors, len(vectors) - 1)
    indices, distances = neighbours(vectors, k, params.metric, params.seed, told)
    told(say("Compiling"), 0, 0)
    graph = neighbour_graph(blocks, vectors, params.metric, params.seed, indices, distances)
    points3 = arranged_from(graph, start.points3, params, part(told, say("Arranging in 3D")), blocks)
    points2 = arranged_from(graph, start.points2, params, part(told, say("Arranging in 2D")), blocks)
    return unit_ball(points3)[0], unit_ball(points2)[0]


def arranged_from(
    graph: Any, start: F32, params: UmapParams, told: Callable[[int, int], None], blocks: Any,
    epochs: int | None = None,
) -> F32:  # fmt: skip
    """The optimised layout of `graph` from the places `start` [n, d]. [n, d]

    Raises:
        MapProblem: it is not finite.
    """
    random = np.random.RandomState(params.seed)
    jitter = random.normal(scale=1e-4, size=start.shape)  # no two starts equal, no axis flat
    bar = {"file": _Epochs(told), "bar_format": "{n_fmt}/{total_fmt}", "disable": False, "mininterval": 0.2}
    points = arranged(blocks, graph, (start + jitter).astype(np.float32), params, random, bar, epochs)
    return finite(points, say("Try another number of neighbours or another minimum distance."))


class _Epochs:
    """A file for tqdm to write its bar to, which reads the epochs out of it."""

    def __init__(self, told: Callable[[int, int], None]) -> None:
        self._told = told

    def write(self, text: str) -> int:
        found = _EPOCHS_DONE.search(text)
        if found:
            self._told(int(found[1]), int(found[2]))
        return len(text)

    def flush(self) -> None:
        """tqdm calls it; nothing is held back here."""
