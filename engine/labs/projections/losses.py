"""What a layout loses and invents around each of its points: true neighbours gone far, and strangers come near.

The true neighbours are searched once for a space (`engine.maps.neighbour_table`), those on the map once for a layout. A
neighbour counts as near in the other space where it is no farther than the point of the rank in question, so that of
several points in one place none is called lost for want of a rank of its own.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.projections.neighbourhoods import F64, allows, unit
from engine.labs.projections.records import KS, REACHES, AskLosses, Losses, Lost
from engine.maps.faithfulness import TIE
from engine.maps.neighbour_table import IDS, NeighbourTable
from engine.maps.spaces import SpaceVectors
from engine.records import F32, I64
from engine.sentences import say

FILLED_FROM = 5  # measured points that a point which is not measured is shown by
FEWEST = 12  # points
AT_ONCE = 2048
COSINE_SLACK = np.float32(1e-6)  # of two ways of summing one cosine in float32


def answer(question: AskLosses, bench: Workbench) -> Losses:
    """Both pictures of one layout.

    Raises:
        InputRefused: the space is not open, has no such layout, or holds too few points. Stopped: a person asked for an
            end, or something else came in between.
    """
    vectors, layouts = bench.layouts(question.space)
    layout = next((it for it in layouts if it.key == question.key), None)
    if vectors is None or layout is None:
        raise InputRefused(
            say("The map of {what} is not open. Show it first, then measure it.", what=question.space.in_words)
        )
    table = vectors.neighbour_table
    n = len(table.counted)
    if n < FEWEST:
        raise InputRefused(
            say("These measures need at least {fewest} points, but this map has {n}.", fewest=FEWEST, n=n)
        )
    device = bench.anatomy.device
    table.grow(
        None if device.type == "cpu" else device, bench.stop, lambda done, all_: bench.progress(SEARCHING, done, all_)
    )
    three = _lost(vectors, table, layout.points3, bench, 0)
    two = _lost(vectors, table, layout.points2, bench, 1)
    chance = np.array(
        [max(0.0, 1 - reach / (n - 1)) if allows(k, n) else np.nan for k, reach in zip(KS, REACHES, strict=True)]
    )
    measured = np.sort(table.counted[table.rows]).astype(np.int32)
    return Losses(question.space, question.key, three, two, measured, n, chance.astype(np.float32))


SEARCHING, COMPARING = say("Searching the true neighbours of each point"), say("Comparing neighbours on the map")


def _lost(vectors: SpaceVectors, table: NeighbourTable, points: F32, bench: Workbench, which: int) -> Lost:
    """One picture of two: `points` [N, d]."""
    from scipy.spatial import cKDTree

    places = points[table.counted].astype(np.float64)
    tree, rows, ids, reach = cKDTree(places), table.rows, table.ids, table.reach
    lost, invented = np.empty((len(rows), len(KS))), np.empty((len(rows), len(KS)))
    for start in range(0, len(rows), AT_ONCE):
        if bench.stop():
            raise Stopped
        bench.progress(COMPARING, which * len(rows) + start, 2 * len(rows))
        part = slice(start, start + AT_ONCE)
        near, radius = _on_map(tree, places, rows[part])
        lost[part] = _far_on_map(places, rows[part], ids[part], radius)
        invented[part] = _far_in_full(vectors, table.counted, rows[part], near, reach[part])
    counted, every = table.counted, len(points)
    likeness = np.full((2, len(KS)), np.nan)
    full = np.full((2, every, len(KS)), np.nan)
    for at, values in enumerate((lost, invented)):
        full[at, counted[rows]] = values
        if len(rows) < len(counted):
            others = np.setdiff1d(np.arange(len(counted)), rows)
            filled, again = _filled(places, rows, values, others)
            full[at, counted[others]] = filled
            likeness[at] = [_correlation(values[:, k], again[:, k]) for k in range(len(KS))]
    return Lost(
        full[0].astype(np.float32), full[1].astype(np.float32), lost.mean(0).astype(np.float32),
        invented.mean(0).astype(np.float32), likeness.astype(np.float32),
    )  # fmt: skip


def _on_map(tree: object, places: F64, rows: I64) -> tuple[I64, F64]:
    """([b, IDS or fewer] nearest others on the map, [b, 3] distances of those of the ranks REACHES)."""
    n = len(places)
    distances, found = tree.query(places[rows], k=min(REACHES[-1], n - 1) + 1)  # type: ignore[attr-defined]
    itself = found == rows[:, None]
    itself[~itself.any(1), -1] = True  # many points in its very place: any of them stands for it
    others = found[~itself].reshape(len(rows), -1)
    away = distances[~itself].reshape(len(rows), -1)
    return others[:, :IDS], away[:, [min(rank, away.shape[1]) - 1 for rank in REACHES]]


def _far_on_map(places: F64, rows: I64, ids: np.ndarray[tuple[int, ...], np.dtype[np.int32]], radius: F64) -> F64:
    """[b, 3] the share of the k true neighbours that lie outside the radius."""
    away = np.sqrt(np.square(places[ids] - places[rows][:, None]).sum(axis=2))  # [b, IDS]
    return _shares(lambda at: away > radius[:, at, None] * TIE, len(places))


def _far_in_full(vectors: SpaceVectors, counted: I64, rows: I64, near: I64, reach: F32) -> F64:
    """[b, 3] the share of the k nearest on the map whose cosine is below that of the rank in question."""
    cosines = np.empty(near.shape, np.float32)
    for start in range(0, len(rows), 64):
        part = slice(start, start + 64)
        here = unit(vectors.vectors[counted[rows[part]]])  # [c, D]
        there = unit(vectors.vectors[counted[near[part].ravel()]]).reshape(*near[part].shape, -1)  # [c, IDS, D]
        cosines[part] = np.matmul(there, here[:, :, None])[:, :, 0]
    return _shares(lambda at: cosines < reach[:, at, None] - COSINE_SLACK, len(counted))


def _shares(far: Callable[[int], np.ndarray[tuple[int, ...], np.dtype[np.bool_]]], n: int) -> F64:
    """[b, 3] by KS; NaN where k is too large for so many points."""
    columns = [far(at)[:, :k].mean(1) for at, k in enumerate(KS)]
    made = np.stack(columns, axis=1).astype(np.float64)
    made[:, [not allows(k, n) for k in KS]] = np.nan
    return made


def _filled(places: F64, rows: I64, values: F64, others: I64) -> tuple[F64, F64]:
    """([o, 3] of points that were not measured, [m, 3] of measured ones had they not been): means of those near."""
    from scipy.spatial import cKDTree

    tree = cKDTree(places[rows])
    k = min(FILLED_FROM, len(rows) - 1)
    _, near = tree.query(places[others], k=range(1, k + 1))
    _, beside = tree.query(places[rows], k=range(2, k + 2))
    return values[near].mean(1), values[beside].mean(1)


def _correlation(one: F64, other: F64) -> float:
    """Pearson's; NaN where one of them does not vary."""
    if len(one) < 3 or not (one.std() > 0 and other.std() > 0):
        return float("nan")
    return float(np.corrcoef(one, other)[0, 1])
