"""What fits of all algorithms share: their neighbours, checks of their parameters, and how a stage tells its progress.

Neighbours are exact where that is affordable (`engine.maps.knn`), else umap-learn's approximate ones: a layout's
quality is then a matter of its algorithm, not of the search that its library brings along, and the fit is repeatable.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.errors import InputRefused, MapProblem
from engine.libraries.umap_inside import approximate_neighbours, building_blocks
from engine.maps.knn import exact_is_affordable, exact_neighbours
from engine.records import F32, I32, FitParams
from engine.sentences import say

METRICS = ("cosine", "euclidean", "correlation", "manhattan", "chebyshev")

Told = Callable[[str, int, int], None]  # stage in words, done, total (0 = unknown)


def check_common(params: FitParams, n: int, fewest: int, name: str, metrics: tuple[str, ...] = METRICS) -> None:
    """Check what the parameters of every algorithm have, on n points.

    Raises:
        InputRefused: a parameter is out of range.
        MapProblem: there are too few points.
    """
    if n < fewest:
        raise MapProblem(
            say(
                "{name} needs at least {fewest} points, but this space has {n}. The PCA layout shows them.",
                name=name,
                fewest=fewest,
                n=n,
            )
        )
    if params.metric not in metrics:
        raise InputRefused(
            say(
                "The metric must be one of {metrics}, but is {metric!r}.",
                metrics=", ".join(metrics),
                metric=params.metric,
            )
        )
    if not 0 <= params.seed < 2**32:
        raise InputRefused(say("The seed must be 0 to {last}, but is {seed}.", last=2**32 - 1, seed=params.seed))


def check_range(value: float, low: float, high: float, name: str) -> None:
    """Raise InputRefused where a number is not from `low` to `high`."""
    if not low <= value <= high:
        raise InputRefused(
            say("{name} must be {low:g} to {high:g}, but is {value:g}.", name=name, low=low, high=high, value=value)
        )


def neighbours(vectors: F32, k: int, metric: str, seed: int, told: Told) -> tuple[I32, F32]:
    """Each point's k nearest, itself first, and their distances. [n, k], [n, k]"""
    stage = say("Finding neighbours")
    if exact_is_affordable(vectors.shape[0], vectors.shape[1], metric):
        return exact_neighbours(vectors, k, metric, part(told, stage))
    told(stage, 0, 0)
    return approximate_neighbours(building_blocks(True), vectors, k, metric, seed)


def part(told: Told, name: str) -> Callable[[int, int], None]:
    """What tells the progress of one stage."""
    return lambda done, total: told(name, done, total)


def finite(points: F32, advice: str) -> F32:
    """`points` as they are. Raises MapProblem, with `advice`, where they are not finite."""
    if not np.isfinite(points).all():
        raise MapProblem(say("The fit gave points that are not finite. {advice}", advice=advice))
    return points
