"""A coarse grouping of a space's points for colour: k-means on directions in 20 principal axes.

Lloyd's iterations run on a seeded part of the points (k-means++ start, Arthur & Vassilvitskii 2007), then all are
assigned. Groups are numbered by falling size, so the same vectors always give the same colours.
"""

from __future__ import annotations

import numpy as np

from engine.maps.pca import principal_axes
from engine.records import F32, I64, U8, Bools

GROUPS = 20
_AXES = 20
_PART = 8192
_ROUNDS = 25


def coarse_groups(vectors: F32, norms: F32, counted: Bools | None = None, seed: int = 0, k: int = GROUPS) -> U8:
    """The group of each of `vectors` [N, D] with lengths `norms` [N]; fitted on the `counted` rows. [N] uint8"""
    along = principal_axes(vectors, _AXES, counted).project(vectors)  # [N, 20]
    along /= np.where(norms > 0, norms, 1)[:, None]
    eligible = np.arange(len(along)) if counted is None or not counted.any() else np.flatnonzero(counted)
    random = np.random.default_rng(seed)
    part = along[np.sort(random.choice(eligible, min(_PART, len(eligible)), replace=False))]  # [p, 20]
    centres = _settled(part, _spread(part, min(k, len(part)), random))
    groups = _nearest(along, centres)
    sizes = np.bincount(groups, minlength=len(centres))
    rank = np.empty(len(centres), np.uint8)
    rank[np.argsort(-sizes, kind="stable")] = np.arange(len(centres))
    return rank[groups]


def _spread(points: F32, k: int, random: np.random.Generator) -> F32:
    """k-means++: each next centre drawn with the square of its distance to the nearest so far. [k, d]"""
    centres = [points[random.integers(len(points))]]
    gaps = np.full(len(points), np.inf)
    for _ in range(k - 1):
        gaps = np.minimum(gaps, np.square(points - centres[-1], dtype=np.float64).sum(axis=1))
        total = gaps.sum()
        if total <= 0:
            break
        centres.append(points[random.choice(len(points), p=gaps / total)])
    return np.array(centres, np.float32)


def _settled(points: F32, centres: F32) -> F32:
    for _ in range(_ROUNDS):
        groups = _nearest(points, centres)
        sums = (groups == np.arange(len(centres))[:, None]).astype(np.float64) @ points  # [k, d]
        sizes = np.bincount(groups, minlength=len(centres))[:, None]
        moved = np.where(sizes > 0, sums / np.maximum(sizes, 1), centres).astype(np.float32)
        if np.array_equal(moved, centres):
            break
        centres = moved
    return centres


def _nearest(points: F32, centres: F32) -> I64:
    found: I64 = (np.square(centres).sum(axis=1) / 2 - points @ centres.T).argmin(axis=1)
    return found
