"""One t-SNE fit by openTSNE, in the mapper process only, where the library is imported when a fit begins.

openTSNE's public parts: affinities of given neighbours, a given start, its optimiser with a callback. In 2D the
repulsion is interpolated (FIt-SNE, Linderman et al. 2019), which openTSNE has for one and two dimensions; in 3D it is
Barnes and Hut's approximation, which takes several times as long. The start is the PCA layout (Kobak & Berens 2019)
with the jitter of openTSNE's own PCA start, drawn by the seed, so that seeds differ and a seed repeats. Early
exaggeration 12 for 250 iterations, then 500; learning rate n / exaggeration (Belkina et al. 2019): its defaults.
"""

from __future__ import annotations

import importlib.metadata
import math
import os
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.errors import MapProblem
from engine.maps.fitting import Told, check_common, check_range, finite, neighbours, part
from engine.maps.pca import pca_layout
from engine.maps.scaling import unit_ball
from engine.records import F32, I32, TsneParams
from engine.sentences import say

FEWEST = 12
EARLY, LATE = 250, 500  # iterations
EXAGGERATION = 12.0
FEW = 10_000  # points up to which the exact tree is the faster in 2D, as openTSNE has it
_START = 1e-4  # standard deviation of the start along its first axis
_JITTER = 0.01  # of that
_EVERY = 10  # iterations between two tellings


def library_name() -> str:
    """ "openTSNE" with its version, as it enters a layout's key."""
    return f"openTSNE {importlib.metadata.version('openTSNE')}"


def checked(params: TsneParams, n: int) -> TsneParams:
    """`params` as they can be used on n points. Raises InputRefused or MapProblem as `check_common`."""
    check_common(params, n, FEWEST, "t-SNE")
    check_range(params.perplexity, 2, 100, say("The perplexity"))
    if 3 * params.perplexity > n - 1:
        raise MapProblem(
            say(
                "A perplexity of {perplexity:g} needs at least {fewest} points, but this space has {n}. Choose "
                "{last} or less.",
                perplexity=params.perplexity,
                fewest=math.ceil(3 * params.perplexity) + 1,
                n=n,
                last=(n - 1) // 3,
            )
        )
    return params


def fit_tsne(vectors: F32, params: TsneParams, told: Told) -> tuple[F32, F32]:
    """Lay `vectors` [n, D] out: (points3 [n, 3], points2 [n, 2]), 98 % of them in the unit ball."""
    checked(params, len(vectors))
    told(say("Loading openTSNE"), 0, 0)
    import openTSNE  # noqa: F401  # said before the search for neighbours, which may take long, that it is not there

    start = pca_layout(vectors)
    k = min(math.ceil(3 * params.perplexity), len(vectors) - 1)
    indices, distances = neighbours(vectors, k + 1, params.metric, params.seed, told)
    affinities = _affinities(indices[:, 1:], distances[:, 1:], params)
    points3 = _arranged(affinities, start.points3, params, part(told, say("Arranging in 3D")))
    points2 = _arranged(affinities, start.points2, params, part(told, say("Arranging in 2D")))
    return unit_ball(points3)[0], unit_ball(points2)[0]


def _affinities(indices: I32, distances: F32, params: TsneParams) -> Any:
    from openTSNE.affinity import PerplexityBasedNN
    from openTSNE.nearest_neighbors import PrecomputedNeighbors

    known = PrecomputedNeighbors(indices, distances)
    return PerplexityBasedNN(perplexity=params.perplexity, knn_index=known, n_jobs=_jobs(), random_state=params.seed)


def _arranged(affinities: Any, start: F32, params: TsneParams, told: Callable[[int, int], None]) -> F32:
    """The optimised layout of `affinities` from the places `start` [n, d]. [n, d]"""
    from openTSNE import TSNE

    n, dimensions = start.shape
    done = 0

    def heard(iteration: int, _error: float, _places: Any) -> bool:
        told(done + iteration, EARLY + LATE)
        return False

    embedding = TSNE(
        n_components=dimensions,
        negative_gradient_method="fft" if dimensions < 3 and n > FEW else "bh",
        n_jobs=_jobs(),
        callbacks=heard,
        callbacks_every_iters=_EVERY,
        random_state=params.seed,
    ).prepare_initial(affinities=affinities, initialization=_small(start, params.seed))
    told(0, EARLY + LATE)
    embedding.optimize(EARLY, exaggeration=EXAGGERATION, inplace=True)
    done = EARLY
    embedding.optimize(LATE, inplace=True)
    return finite(np.asarray(embedding, np.float32), say("Try another perplexity."))


def _small(start: F32, seed: int) -> Any:
    """The start as t-SNE wants it: tiny, so that the gradients move it, and no two points in one place. [n, d] f64"""
    spread = float(start[:, 0].std()) or 1.0
    noise = np.random.RandomState(seed).normal(scale=_JITTER, size=start.shape)
    return (start.astype(np.float64) / spread + noise) * _START


def _jobs() -> int:
    """Threads: one core stays with the window."""
    return max(1, (os.cpu_count() or 1) - 1)
