"""What a UMAP fit will take on this machine, from short runs of its parts on random numbers of the same width.

The parts grow in known ways: exact neighbours with the square of the points, the approximate ones with n log n, the
graph and the measuring with the points, the arranging with points and epochs. Each is run once on `POINTS` points and
scaled. Memory is that of the process after such a run, and the arrays that grow with the points. Larger arrays leave
the processor's cache, so it is a lower estimate rather than a higher one; it is shown as "about".
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from engine.libraries.umap_inside import (
    approximate_neighbours,
    arranged_together,
    building_blocks,
    neighbour_graph,
)
from engine.maps.faithfulness import both_kept
from engine.maps.joint_fit import EPOCHS, STRENGTH, related
from engine.maps.knn import exact_is_affordable, exact_neighbours
from engine.maps.search import CosineSearch
from engine.maps.umap_fit import arranged_from
from engine.records import F32, FitCost, FitJob, UmapParams

POINTS = 1200  # of a short run
FEW, MANY, LARGE = 200, 500, 10_000  # umap-learn's epochs: few for more than LARGE points
_TRIED = 12  # epochs of a short run
_LAYERS = 4  # of one of layers together
_BLOCK = 2 * 4 * 2**24  # bytes of the cosines held at once
_EDGE = 4 * 12  # bytes of an edge of the graph, and of its copies


@dataclass(frozen=True)
class _Measured:
    """Seconds of each part of one short run of `points`, and the bytes of the process after it."""

    points: int
    neighbours: float
    graph: float
    epoch: float  # in 3D and 2D together
    measuring: float
    bytes: int


class FitCosts:
    """Estimates; a short run of one kind is made once."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._known: dict[tuple[int, int, str, bool, int, bool], _Measured] = {}

    def of(self, job: FitJob, params: UmapParams) -> FitCost:
        """What `job` takes with `params`."""
        exact = exact_is_affordable(job.n, job.d, params.metric)
        kind = (job.d, params.n_neighbors, params.metric, exact, min(job.n, POINTS), job.layers > 1)
        if kind not in self._known:
            self._known[kind] = self._measure(*kind)
        return estimated(job, params, self._known[kind], exact)

    def _measure(self, d: int, k: int, metric: str, exact: bool, points: int, together: bool) -> _Measured:
        params = UmapParams(k, metric=metric)
        blocks = building_blocks(not exact)
        vectors = np.random.default_rng(0).standard_normal((points, d)).astype(np.float32)
        self._parts(
            vectors[: min(points, 200)], exact, together, params, blocks
        )  # compiles, or loads what was compiled
        near, graph, epochs = self._parts(vectors, exact, together, params, blocks)
        places = vectors[:, :3] if d >= 3 else np.zeros((points, 3), np.float32)
        measuring = self._seconds(lambda: both_kept(CosineSearch(vectors), places, places[:, :2]))[0]
        return _Measured(points, near, graph, epochs / _TRIED, measuring, _resident())

    def _parts(
        self, vectors: F32, exact: bool, together: bool, params: UmapParams, blocks: Any
    ) -> tuple[float, float, float]:
        """Seconds of neighbours, graph and `_TRIED` epochs in 3D and 2D."""
        k = min(params.n_neighbors, len(vectors) - 1)
        near, found = self._seconds(lambda: _neighbours(vectors, k, exact, params, blocks))
        made, graph = self._seconds(lambda: neighbour_graph(blocks, vectors, params.metric, 0, *found))
        epochs = 0.0
        for axes in (3, 2):
            start = np.resize(vectors[:, :axes], (len(vectors), axes)).astype(np.float32)
            if together:
                epochs += self._seconds(partial(_together, graph, start, params, blocks))[0] / _LAYERS
            else:
                alone = partial(arranged_from, graph, start, params, lambda *_: None, blocks, _TRIED)
                epochs += self._seconds(alone)[0]
        return near, made, epochs

    def _seconds(self, work: Callable[[], Any]) -> tuple[float, Any]:
        began = self._clock()
        found = work()
        return self._clock() - began, found


def estimated(job: FitJob, params: UmapParams, of: _Measured, exact: bool) -> FitCost:
    """A short run scaled to `job`."""
    more = job.n / of.points
    grown = more**2 if exact else more * math.log(max(job.n, 2)) / math.log(max(of.points, 2))
    epochs = EPOCHS if job.layers > 1 else FEW if job.n > LARGE else MANY
    each = of.neighbours * grown + (of.graph + of.measuring + of.epoch * epochs) * more
    shared = job.layers * job.n * job.d * 4
    graph = job.layers * job.n * min(params.n_neighbors, job.n) * 2 * _EDGE
    own = of.bytes + 2 * job.n * job.d * 4 + _BLOCK + graph
    return FitCost(job.layers * each, int(shared + own))


def _together(graph: Any, start: F32, params: UmapParams, blocks: Any) -> None:
    graphs, counted = [graph] * _LAYERS, np.ones((_LAYERS, len(start)), np.bool_)
    relations, weights = related(graphs, counted)
    starts = [start] * _LAYERS
    arranged_together(blocks, graphs, starts, relations, weights, STRENGTH, params, _TRIED, lambda *_: None)


def _neighbours(vectors: F32, k: int, exact: bool, params: UmapParams, blocks: Any) -> Any:
    if exact:
        return exact_neighbours(vectors, k, params.metric)
    return approximate_neighbours(blocks, vectors, k, params.metric, params.seed)


def _resident() -> int:
    import psutil

    return int(psutil.Process().memory_info().rss)
