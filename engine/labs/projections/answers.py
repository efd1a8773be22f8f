"""Measures all layouts of a space on the same points, each against all others, with a shuffled layout beside them.

One product of the sampled points with all vectors orders the full space once for every layout.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.projections import clusters, losses, neighbours, selected
from engine.labs.projections.known import known
from engine.labs.projections.neighbourhoods import (
    F64,
    Order,
    apart,
    order_of,
    penalties,
    ranks,
    shared,
    unit,
)
from engine.labs.projections.records import (
    KS,
    SHUFFLED,
    Agreement,
    AskApart,
    AskClusters,
    AskLosses,
    AskProjections,
    AskTrueNeighbours,
    Measured,
    Projections,
)
from engine.maps.faithfulness import sampled
from engine.questions import Finding, Question
from engine.records import F32, I64, Directions, Layout
from engine.sentences import say

AT_ONCE = 32  # sampled points of one product
PAIRS = 40  # other points that each is compared with by distance
FEWEST = 12  # points


@dataclass
class _Map:
    """One layout's places of the counted points, and what has been measured of them."""

    key: str
    dimensions: Literal[2, 3]
    points: F32  # [N, d]
    trust: list[F64] = field(default_factory=list)  # [3] each
    continuity: list[F64] = field(default_factory=list)
    kept: list[F64] = field(default_factory=list)
    far: list[F32] = field(default_factory=list)  # [PAIRS] distances of each sampled point
    nearest: I64 | None = None  # of the sampled point at hand


def answer(question: AskProjections, bench: Workbench) -> Projections:
    """The measures.

    Raises:
        InputRefused: the space is not open, or holds too few points. Stopped: a person asked for an end.
    """
    began = time.perf_counter()
    vectors, layouts = bench.layouts(question.space)
    wanted = [layout for layout in layouts if layout.key in question.keys]
    if vectors is None or not wanted:
        raise InputRefused(
            say("The map of {what} is not open. Show it first, then measure it.", what=question.space.in_words)
        )
    left_out = vectors.background.left_out
    counted = np.arange(len(vectors.vectors)) if left_out is None else np.flatnonzero(~left_out)
    if len(counted) < FEWEST:
        raise InputRefused(
            say("These measures need at least {fewest} points, but this map has {n}.", fewest=FEWEST, n=len(counted))
        )
    rows = sampled(len(counted), question.n, question.seed)  # of the counted points
    maps = _maps(wanted, counted, question.seed)
    twins = _twins(wanted)
    full = unit(vectors.vectors[counted])
    rng = np.random.default_rng(question.seed)
    others = np.stack([rng.choice(len(counted), min(PAIRS, len(counted)), replace=False) for _ in rows])
    far, alike = list[F32](), {pair: list[F64]() for pair in twins}
    for start in range(0, len(rows), AT_ONCE):
        bench.progress(say("Measuring the layouts"), start, len(rows))
        batch = rows[start : start + AT_ONCE]
        cosines = full[batch] @ full.T  # [b, N]
        for at, row in enumerate(batch.tolist()):
            if bench.stop():
                raise Stopped
            there = others[start + at][others[start + at] != row]
            order = order_of(1 - cosines[at], row, _depth(len(counted)))
            far.append((1 - cosines[at])[there])
            _measure(maps, order, row, there, len(counted))
            for one, other in twins:
                first, second = maps[one].nearest, maps[other].nearest
                if first is not None and second is not None:
                    alike[one, other].append(shared(first, second, len(counted)))
    bench.progress(say("Measuring the layouts"), len(rows), len(rows))
    agreements = tuple(
        Agreement((maps[one].key, maps[other].key), maps[one].dimensions, np.mean(values, axis=0).astype(np.float32))
        for (one, other), values in alike.items()
    )
    return Projections(
        question.space, tuple(_measured(it, far) for it in maps), agreements, counted[rows].astype(np.int32),
        len(counted), sum(map(len, far)), time.perf_counter() - began, known(),
    )  # fmt: skip


def _depth(n_points: int) -> int:
    return min(KS[-1], n_points - 1)


def _maps(layouts: Sequence[Layout], counted: I64, seed: int) -> list[_Map]:
    """Every layout in 3D and 2D, then the first of them with its points dealt out anew."""
    maps = [
        _Map(layout.key, dimensions, points[counted]) for layout in layouts for dimensions, points in _points(layout)
    ]
    dealt = np.random.default_rng(seed).permutation(len(counted))
    return [*maps, *(_Map(SHUFFLED, it.dimensions, it.points[dealt]) for it in maps[:2])]


def _points(layout: Layout) -> tuple[tuple[Literal[3], F32], tuple[Literal[2], F32]]:
    return (3, layout.points3), (2, layout.points2)


def _twins(layouts: Sequence[Layout]) -> list[tuple[int, int]]:
    """Pairs of maps whose layouts differ by their seed alone, by their numbers."""

    def apart_from_seed(layout: Layout) -> object:
        params = layout.params
        if params is None or isinstance(params, Directions):  # which have no seed
            return None
        return layout.algorithm, layout.library, dataclasses.replace(params, seed=0)

    facts = [apart_from_seed(layout) for layout in layouts]
    return [
        (2 * one + part, 2 * other + part)
        for other in range(len(layouts))
        for one in range(other)
        for part in (0, 1)
        if facts[one] is not None and facts[one] == facts[other]
    ]


def _measure(maps: Sequence[_Map], full: Order, row: int, others: I64, n: int) -> None:
    """Add one sampled point's measures to each map."""
    for it in maps:
        order = order_of(apart(it.points, it.points[row]), row, _depth(n))
        it.trust.append(penalties(ranks(full, order.nearest), n))
        it.continuity.append(penalties(ranks(order, full.nearest), n))
        it.kept.append(shared(full.nearest, order.nearest, n))
        it.far.append(np.sqrt(order.distances[others]))
        it.nearest = order.nearest


def _measured(it: _Map, far: Sequence[F32]) -> Measured:
    from scipy.stats import spearmanr

    trust, continuity, kept = (np.stack(values) for values in (it.trust, it.continuity, it.kept))  # [n, 3]
    found = spearmanr(np.concatenate(far), np.concatenate(it.far)).statistic
    return Measured(
        it.key, it.dimensions, _mean(1 - trust), _mean(1 - continuity), _mean(kept), _error(trust), _error(continuity),
        _error(kept), float(found),
    )  # fmt: skip


def _mean(values: F64) -> F32:
    """[3] means of [n, 3]."""
    means: F32 = values.mean(0).astype(np.float32)
    return means


def _error(values: F64) -> F32:
    """[3] standard errors of the means of [n, 3]."""
    if len(values) < 2:
        return np.full(len(KS), np.nan, np.float32)
    errors: F32 = (values.std(0, ddof=1) / np.sqrt(len(values))).astype(np.float32)
    return errors


ANSWERS: dict[type[Question], Callable[..., Finding]] = {
    AskProjections: answer,
    AskLosses: losses.answer,
    AskApart: selected.answer,
    AskClusters: clusters.answer,
    AskTrueNeighbours: neighbours.answer,
}
