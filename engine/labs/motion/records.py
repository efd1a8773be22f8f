"""The measures of a path, all from the distances between its points, and what they are by chance. Numpy only.

A path is T points in any number of dimensions. Step length, turning angle, curvature, distance from the start and the
recurrence plot are functions of the T x T distances alone, so another order of the same points costs only a look at
the same table, and the window follows a run by adding one row to it. Both processes measure with what stands here.
A point that is left out has NaN distances, and so has whatever needs it.

A random walk with given step lengths needs no coordinates either: the cosine c between a fixed direction and a random
one in d dimensions has the density (1 - c^2)^((d - 3) / 2), so (c + 1) / 2 follows Beta((d - 1) / 2, (d - 1) / 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.records import F32, AnyArray, Bools, Frozen

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]

GIANT = 4.0  # times the median length, from which on a state counts as an outlier, as on the maps
RECURRENT = 0.1  # share of pairs of points that count as near each other
SHUFFLES = 200
WALKS = 200


@dataclass(frozen=True)
class Steps(Frozen):
    """What is measured at each point of a path, or of many at once. NaN where it is undefined: see `steps_of`."""

    length: F64  # [..., T] from the point before
    turn: F64  # [..., T] degrees between the step to a point and the step from it: 0 straight on, 180 back
    curvature: F64  # [..., T] of the circle through a point and those before and after it: 1 / radius
    from_start: F64  # [..., T]


def grown(known: F64, points: AnyArray) -> F64:
    """The distances [T, T] of `points` [T, D], of which the first ones are `known` [t, t]. NaN rows are left out.

    By differences, not by products: equal points are exactly 0 apart.
    """
    n, t = len(points), len(known)
    wide = points.astype(np.float64)
    made = np.full((n, n), np.nan)
    made[:t, :t] = known
    for row in range(t, n):
        made[row, : row + 1] = made[: row + 1, row] = np.sqrt(np.square(wide[: row + 1] - wide[row]).sum(axis=1))
    return made


def distances_of(points: AnyArray) -> F64:
    """[T, T] distances of `points` [T, D]."""
    return grown(np.empty((0, 0)), points)


def steps_of(distances: F64, orders: I64 | None = None) -> Steps:
    """The measures of the points in their own order, or in each of `orders` [..., T].

    A step of length 0 has no direction: no angle and no curvature stand at its two ends.
    """
    n = len(distances)
    order = np.arange(n) if orders is None else orders  # [..., T]
    length, turn = np.full(order.shape, np.nan), np.full(order.shape, np.nan)
    curvature, start = np.full(order.shape, np.nan), np.full(order.shape, np.nan)
    known = np.flatnonzero(np.isfinite(np.diagonal(distances)))
    if len(known):
        start = distances[np.take(order, [known[0]], axis=-1), order]
    if n > 1:
        length[..., 1:] = distances[order[..., :-1], order[..., 1:]]
    if n > 2:
        chord = distances[order[..., :-2], order[..., 2:]]
        turn[..., 1:-1], curvature[..., 1:-1] = _bent(length[..., 1:-1], length[..., 2:], chord)
    return Steps(length, turn, curvature, start)


def _bent(one: F64, other: F64, chord: F64) -> tuple[F64, F64]:
    """Turning angles in degrees and curvatures of two steps and the distance between their ends."""
    product = one * other
    with np.errstate(divide="ignore", invalid="ignore"):
        cosine = np.where(product > 0, (chord**2 - one**2 - other**2) / (2 * product), np.nan)
        cosine = np.clip(cosine, -1, 1)
        bend = np.where(chord > 0, 2 * np.sqrt(1 - cosine**2) / chord, np.nan)
    return np.degrees(np.arccos(cosine)), bend


def left_out_of(states: F32, first_too: bool, longest: float = float("nan")) -> Bools:
    """Which of a text's states [T, D] are outliers: position 0 where `first_too`, and those of `longest` and more.

    `longest` NaN: 4 times the median length of the states after the first.
    """
    lengths = np.sqrt(np.square(states.astype(np.float64)).sum(axis=1))
    if np.isnan(longest):
        longest = GIANT * float(np.median(lengths[1:])) if len(lengths) > 1 else float("inf")
    out: Bools = lengths > longest
    if first_too and len(out):
        out[0] = True
    return out if first_too else np.zeros(len(states), bool)


def shuffled(known: I64, n: int, count: int = SHUFFLES, seed: int = 0) -> I64:
    """`count` orders [count, n] in which the points `known` change places and the others stay."""
    rng = np.random.default_rng(seed)
    orders = np.tile(np.arange(n), (count, 1))
    orders[:, known] = rng.permuted(np.tile(known, (count, 1)), axis=1)
    return orders


def random_cosines(shape: tuple[int, ...], dimensions: int, rng: np.random.Generator) -> F64:
    """Cosines of random directions in `dimensions` with a fixed one."""
    if dimensions < 2:
        return rng.choice([-1.0, 1.0], shape)
    half = (dimensions - 1) / 2
    return np.asarray(2 * rng.beta(half, half, shape) - 1)


def walks(length: F64, dimensions: int, count: int = WALKS, seed: int = 0) -> Steps:
    """`count` random walks with the step lengths [T] of a path; where that has a gap or no length, so have they."""
    rng = np.random.default_rng(seed)
    steps = np.tile(length, (count, 1))  # [count, T]
    turn, curvature = np.full(steps.shape, np.nan), np.full(steps.shape, np.nan)
    start = np.full(steps.shape, np.nan)
    cosine = random_cosines(steps.shape, dimensions, rng)
    if steps.shape[1] > 2:
        one, other = steps[:, 1:-1], steps[:, 2:]
        chord = np.sqrt(np.maximum(one**2 + other**2 + 2 * one * other * cosine[:, 2:], 0))
        turn[:, 1:-1], curvature[:, 1:-1] = _bent(one, other, chord)
    away, cosine = np.zeros(count), random_cosines(steps.shape, dimensions, rng)
    known = np.flatnonzero(np.isfinite(length))
    if len(known):
        start[:, known[0] - 1] = 0
    for at in known:
        away = np.sqrt(np.maximum(away**2 + steps[:, at] ** 2 + 2 * away * steps[:, at] * cosine[:, at], 0))
        start[:, at] = away
    return Steps(steps, turn, curvature, start)


# -- one number of a whole path ------------------------------------------------------------------------------------


def mean(values: AnyArray) -> AnyArray:
    """The mean over the last axis of what is known; NaN where nothing is."""
    known = np.isfinite(values)
    count = known.sum(axis=-1)
    sums = np.where(known, values, 0).sum(axis=-1)
    return np.asarray(np.where(count > 0, sums / np.maximum(count, 1), np.nan))


def autocorrelation(values: AnyArray, lag: int = 1) -> AnyArray:
    """Of numbers [..., T]: sum of (v_t - m)(v_{t+lag} - m) over pairs that are known, by the sum of (v_t - m)^2.

    The usual estimate (Box & Jenkins): of independent numbers its mean is about -1 / T.
    """
    centred = values - mean(values)[..., None]
    power = np.nansum(centred**2, axis=-1)
    if values.shape[-1] <= lag:
        return np.full(values.shape[:-1], np.nan)
    products = np.nansum(centred[..., :-lag] * centred[..., lag:], axis=-1)
    return np.asarray(np.where(power > 0, products / np.where(power > 0, power, 1), np.nan))


def direction_autocorrelation(directions: AnyArray, lag: int = 1) -> float:
    """The same of vectors [T, D]: inner products in place of products. NaN rows are unknown."""
    known = np.asarray(np.isfinite(directions).all(axis=-1))
    if known.sum() <= lag:
        return float("nan")
    centred = np.where(known[:, None], directions - directions[known].mean(axis=0), 0)
    power = float((centred**2).sum())
    return float((centred[:-lag] * centred[lag:]).sum()) / power if power > 0 else float("nan")


def growth(from_start: F64) -> F64:
    """The exponent a of distance ~ steps^a, by least squares of the logarithms. A random walk has 1/2. [...]"""
    first = np.argmax(np.isfinite(from_start), axis=-1)
    away = np.arange(from_start.shape[-1]) - first[..., None]
    with np.errstate(divide="ignore", invalid="ignore"):
        x, y = np.log(np.where(away > 0, away, np.nan)), np.log(np.where(from_start > 0, from_start, np.nan))
    x = np.where(np.isfinite(y), x, np.nan)
    y = np.where(np.isfinite(x), y, np.nan)
    dx, dy = x - mean(x)[..., None], y - mean(y)[..., None]
    spread = np.nansum(dx**2, axis=-1)
    enough = np.isfinite(dx).sum(axis=-1) > 2
    return np.asarray(np.where(enough, np.nansum(dx * dy, axis=-1) / np.where(spread > 0, spread, 1), np.nan))


def determinism(distances: F64, orders: I64 | None = None, share: float = RECURRENT) -> F64:
    """Of the recurrent pairs (the nearest `share` of all), how many continue along a diagonal: (i+1, j+1) or (i-1, j-1)
    is recurrent too. [...]

    DET of recurrence quantification with lines of two and more (Marwan et al. 2007), without the main diagonal and
    its neighbours.
    """
    n = len(distances)
    order = np.arange(n) if orders is None else orders
    rows, columns = np.triu_indices(n, 2)
    every = distances[np.triu_indices(n, 1)]
    every = every[np.isfinite(every)]
    if len(every) < 10:
        return np.full(order.shape[:-1], np.nan)
    near = distances <= np.quantile(every, share)
    flat = order.reshape(-1, n)
    found = np.full(len(flat), np.nan)
    for at, one in enumerate(flat):
        table = np.zeros((n + 2, n + 2), bool)
        table[rows + 1, columns + 1] = near[one[rows], one[columns]]
        inside = table[1:-1, 1:-1]
        lines = inside & (table[:-2, :-2] | table[2:, 2:])
        found[at] = lines.sum() / inside.sum() if inside.any() else np.nan
    return found.reshape(order.shape[:-1])


def of_typical(distances: F64, orders: I64 | None = None) -> Any:
    """Mean step length by the mean distance of any two points: below 1 where neighbours in the text are neighbours."""
    every = distances[np.triu_indices(len(distances), 1)]
    whole = float(mean(every))
    return mean(steps_of(distances, orders).length) / whole if whole > 0 else np.nan * mean(every)
