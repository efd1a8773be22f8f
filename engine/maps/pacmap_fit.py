"""One PaCMAP fit (Wang, Huang, Rudin and Shaposhnik 2021, JMLR 22), in the mapper process only.

The near pairs are chosen among exact neighbours; mid-near and further pairs are drawn by the seed, in PaCMAP's own
space of the first 100 principal components. For the cosine the rows are made unit vectors first. Its start is its own
PCA, whose axes may be mirrored: the result is mirrored back onto the PCA layout, so the animated move keeps its
bearings.
"""

from __future__ import annotations

import importlib.metadata
import io
import re
from collections.abc import Callable

import numpy as np

from engine.libraries.pacmap_inside import MORE, arranged, near_pairs
from engine.maps.fitting import Told, check_common, check_range, finite, neighbours, part
from engine.maps.pca import pca_layout
from engine.maps.scaling import unit_ball
from engine.maps.spaces import norms_of
from engine.records import F32, PacmapParams
from engine.sentences import say

METRICS = {"cosine": "angular", "euclidean": "euclidean"}  # PaCMAP's names
FEWEST = 12
ITERATIONS = 450  # 100, 100 and 250 of its three phases
_DONE = re.compile(r"Iteration:\s*(\d+)")


def library_name() -> str:
    """ "PaCMAP" with its version, as it enters a layout's key."""
    return f"PaCMAP {importlib.metadata.version('pacmap')}"


def checked(params: PacmapParams, n: int) -> PacmapParams:
    """`params` as they can be used on n points. Raises InputRefused or MapProblem as `check_common`."""
    check_common(params, n, FEWEST, "PaCMAP", tuple(METRICS))
    check_range(params.n_neighbors, 2, 200, say("The number of neighbours"))
    check_range(params.mn_ratio, 0.1, 5, say("The ratio of mid-near pairs"))
    check_range(params.fp_ratio, 0.5, 20, say("The ratio of further pairs"))
    return params


def fit_pacmap(vectors: F32, params: PacmapParams, told: Told) -> tuple[F32, F32]:
    """Lay `vectors` [n, D] out: (points3 [n, 3], points2 [n, 2]), 98 % of them in the unit ball."""
    checked(params, len(vectors))
    told(say("Loading PaCMAP"), 0, 0)
    import pacmap  # noqa: F401  # said before the search for neighbours, which may take long, that it is not there

    rows = _prepared(vectors, params.metric)
    k = pairs_of_each(params, len(rows))
    found, distances = neighbours(vectors, min(k + MORE, len(rows) - 1) + 1, params.metric, params.seed, told)
    if params.metric == "cosine":  # as PaCMAP measures angles: the chord between unit vectors
        distances = np.sqrt(2 * distances)
    told(say("Compiling"), 0, 0)
    pairs = near_pairs(rows, np.ascontiguousarray(found[:, 1:]), np.ascontiguousarray(distances[:, 1:]), k)
    start = pca_layout(vectors)
    ratios, distance = (params.mn_ratio, params.fp_ratio), METRICS[params.metric]
    laid_out = []
    for like in (start.points3, start.points2):
        said = _Iterations(part(told, say("Arranging in 3D") if like.shape[1] == 3 else say("Arranging in 2D")))
        points = arranged(rows, pairs, k, like.shape[1], ratios, distance, params.seed, said)
        finite(points, say("Try another number of neighbours."))
        laid_out.append(unit_ball(_mirrored(points, like))[0])
    return laid_out[0], laid_out[1]


def pairs_of_each(params: PacmapParams, n: int) -> int:
    """Near pairs of each of n points: as many as are asked for, unless all three kinds need more points than there are
    (PaCMAP's own rule)."""
    k = min(params.n_neighbors, n - 1)
    if k + round(k * params.mn_ratio) + round(k * params.fp_ratio) >= n:
        k = int(n / (1 + params.mn_ratio + params.fp_ratio))
    return max(k, 1)


def _prepared(vectors: F32, metric: str) -> F32:
    if metric != "cosine":
        return np.ascontiguousarray(vectors, np.float32)
    lengths = norms_of(vectors)[:, None]
    return np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)


def _mirrored(points: F32, like: F32) -> F32:
    """`points` [n, d] with each axis turned so that it runs the way of the same axis of `like` [n, d]."""
    away = points - points.mean(axis=0)
    signs = np.sign((away * like).sum(axis=0))  # [d]
    turned: F32 = (away * np.where(signs == 0, 1, signs)).astype(np.float32)
    return turned


class _Iterations(io.StringIO):
    """A file for PaCMAP to print to, which reads the iterations out of it."""

    def __init__(self, told: Callable[[int, int], None]) -> None:
        super().__init__()
        self._told = told

    def write(self, text: str) -> int:
        found = _DONE.search(text)
        if found:
            self._told(int(found[1]), ITERATIONS)
        return len(text)
