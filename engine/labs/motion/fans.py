"""Does a fan of next states point in a definite direction? Two figures, each beside its controls. Numpy only.

The resultant length of the directions from the current point to the k candidates (1: all the same, about 1 / sqrt(k)
for independent ones) is large for ANY states seen from here: all of them lie around the middle of the space, and the
current point lies outside of it, so all directions share the way back to the middle. The whole fan of another step has
much the same length. It also says no more than the mean cosine c of two of these directions: R^2 = (1 + (k - 1) c) / k.
Measured around the middle of the space instead, the shared origin is gone: the mean cosine of two candidates there is
0 for unrelated ones, and what it is above candidates of other steps is this step's own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.labs.motion.questions import Fans
from engine.labs.motion.records import F64, SHUFFLES, direction_autocorrelation, shuffled
from engine.records import AnyArray

LAGS = 8
SAME = 1e-4  # of the lengths of two states: what two forwards of one text may differ by, with room to spare


def units(vectors: AnyArray) -> F64:
    """[..., D] of length 1; NaN where a vector has no length."""
    wide = vectors.astype(np.float64)
    length = np.sqrt(np.square(wide).sum(axis=-1, keepdims=True))
    return np.asarray(np.where(length > 0, wide / np.where(length > 0, length, 1), np.nan))


def directions(ends: AnyArray, point: AnyArray) -> F64:
    """[..., k, D] of length 1 from `point` [..., D] to `ends` [..., k, D]; NaN to an end that is the point itself.

    A candidate of the step before is where the text went on, so it is this point, computed by another forward: what is
    left between the two is rounding, and has no direction.
    """
    there, here = ends.astype(np.float64), point.astype(np.float64)[..., None, :]
    way = there - here
    reach = np.sqrt(np.square(there).sum(axis=-1, keepdims=True)) + np.sqrt(np.square(here).sum(axis=-1, keepdims=True))
    far = np.sqrt(np.square(way).sum(axis=-1, keepdims=True)) > SAME * reach
    return units(np.where(far, way, 0.0))


def resultant(directions: F64) -> F64:
    """[..., D] the mean of unit vectors [..., k, D], those that are NaN left out; NaN where fewer than two are left."""
    known = np.asarray(np.isfinite(directions).all(axis=-1))
    count = known.sum(axis=-1)
    sums = np.where(known[..., None], directions, 0).sum(axis=-2)
    return np.asarray(np.where((count > 1)[..., None], sums / np.maximum(count, 1)[..., None], np.nan))


def resultant_length(ends: AnyArray, point: AnyArray) -> F64:
    """[...] of the directions from `point` [..., D] to `ends` [..., k, D]."""
    mean = resultant(directions(ends, point))
    return np.asarray(np.sqrt(np.square(mean).sum(axis=-1)))


def pair_cosine(ends: AnyArray) -> F64:
    """[...] mean cosine of two different ones of `ends` [..., k, D], around the origin."""
    directions = units(ends)
    known = np.asarray(np.isfinite(directions).all(axis=-1))
    count = known.sum(axis=-1)
    total = np.square(np.where(known[..., None], directions, 0).sum(axis=-2)).sum(axis=-1)
    pairs = count * (count - 1)
    return np.asarray(np.where(pairs > 0, (total - count) / np.where(pairs > 0, pairs, 1), np.nan))


@dataclass(frozen=True)
class Figures:
    """Of each step of one text. [T] each."""

    cosine: F64
    cosine_mixed: F64
    cosine_random: F64
    length: F64
    length_other: F64
    length_mixed: F64
    length_random: F64
    directions: F64  # [T, D] of the fan, of length 1


def figures(points: AnyArray, fans: AnyArray, randoms: AnyArray, known: AnyArray, seed: int = 0) -> Figures:
    """The figures of `points` [T, D] with `fans` and `randoms` [T, k, D], around the origin; steps not `known` are NaN.

    Other steps are those of the same text: one for the whole fan, k different ones (or all there are) for mixed ones.
    """
    n, k = fans.shape[:2]
    rng = np.random.default_rng(seed)
    rows = np.flatnonzero(known)
    one, mixed = np.full(n, np.nan), np.full((3, n), np.nan)
    for at in rows:
        others = rows[rows != at]
        if len(others) < 2:
            continue
        chosen = rng.permutation(others)[:k]
        ends = fans[chosen, rng.integers(0, k, len(chosen))]
        one[at] = resultant_length(fans[rng.choice(others)], points[at])
        mixed[0, at], mixed[1, at] = pair_cosine(ends), resultant_length(ends, points[at])

    def where_known(values: F64) -> F64:
        return np.asarray(np.where(known, values, np.nan))

    own = resultant(directions(fans, points))
    headings = np.where(known[:, None], units(own), np.nan)
    return Figures(
        where_known(pair_cosine(fans)), mixed[0], where_known(pair_cosine(randoms)),
        where_known(resultant_length(fans, points)), one, mixed[1], where_known(resultant_length(randoms, points)),
        headings,
    )  # fmt: skip


def turns(directions: F64, seed: int = 0) -> tuple[F64, F64]:
    """Autocorrelation of fans' directions [T, D] at lags 1 to LAGS: own [LAGS], and in shuffled orders [S, LAGS]."""
    known = np.flatnonzero(np.isfinite(directions).all(axis=-1))
    lags = range(1, LAGS + 1)
    own = np.array([direction_autocorrelation(directions, lag) for lag in lags])
    if len(known) < 3:
        return own, np.full((SHUFFLES, LAGS), np.nan)
    centred = np.zeros(directions.shape)
    centred[known] = directions[known] - directions[known].mean(axis=0)
    products, n = centred @ centred.T, len(directions)  # [T, T]
    power = np.trace(products)
    orders = shuffled(known, n, SHUFFLES, seed)
    other = np.full((SHUFFLES, LAGS), np.nan)
    for lag in lags:
        if len(known) > lag and power > 0:
            other[:, lag - 1] = products[orders[:, :-lag], orders[:, lag:]].sum(axis=1) / power
    return own, other


def finding(node: int, both: tuple[Figures, Figures | None], seed: int = 0) -> Fans:
    """The finding of one text, in the full space and where there is one on the map."""
    names = (
        "cosine", "cosine_mixed", "cosine_random", "length", "length_other", "length_mixed", "length_random",
    )  # fmt: skip
    nothing = np.full(len(both[0].cosine), np.nan)
    columns = [np.stack([nothing if it is None else getattr(it, name) for it in both]) for name in names]
    lags = np.full((3, 2, LAGS), np.nan)
    for which, it in enumerate(both):
        if it is not None:
            own, other = turns(it.directions, seed)
            lags[0, which] = own
            if np.isfinite(other).all():
                lags[1, which], lags[2, which] = np.percentile(other, (2.5, 97.5), axis=0)
            else:
                whole = np.isfinite(other).all(axis=0)
                lags[1:, which, whole] = np.percentile(other[:, whole], (2.5, 97.5), axis=0)
    return Fans(node, *columns, *lags)
