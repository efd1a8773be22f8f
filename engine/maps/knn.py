"""The neighbour graph a UMAP fit starts from: exact where that is affordable, approximate where it is not.

For up to `EXACT_COST` multiplications every cosine (or distance) is computed in blocks: the result is the true one,
the same on every machine up to rounding, it needs no compiling, and it can say how far it is. Larger sets, and other
metrics, take umap-learn's NN-descent. The convention is umap-learn's: each row's first neighbour is itself, at 0.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.maps.nominate import nominees
from engine.records import F32, I32

EXACT_COST = 2e12  # N * N * D: some 30 seconds on two cores
_ENTRIES = 2**24

Told = Callable[[int, int], None]


def exact_is_affordable(n: int, d: int, metric: str) -> bool:
    """Whether `exact_neighbours` is the way for [n, d] vectors under `metric`."""
    return metric in ("cosine", "euclidean") and float(n) * n * d <= EXACT_COST


def exact_neighbours(vectors: F32, k: int, metric: str, told: Told = lambda done, total: None) -> tuple[I32, F32]:
    """Each row's k nearest of `vectors` [N, D], itself first: (indices [N, k], distances [N, k])."""
    points, halves = _prepared(vectors, metric)
    count = len(points)
    indices = np.empty((count, k), np.int32)
    distances = np.empty((count, k), np.float32)
    step = max(1, _ENTRIES // count)
    for start in range(0, count, step):
        told(start, count)
        closeness = points[start : start + step] @ points.T - halves  # [b, N] larger is nearer
        for offset, row in enumerate(closeness):
            at = start + offset
            row[at] = np.inf
            found = _largest(row, k)
            row[at] = halves[at] if metric == "euclidean" else 1.0
            indices[at] = found
            distances[at] = _distance(row[found], halves[at], metric)
    told(count, count)
    return indices, distances


def _prepared(vectors: F32, metric: str) -> tuple[F32, F32]:
    """Vectors whose product, less the second value [N], orders neighbours: unit vectors, or |b|^2 / 2 subtracted."""
    if metric == "cosine":
        lengths = np.sqrt(np.einsum("nd,nd->n", vectors, vectors))[:, None]
        unit = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
        return unit, np.zeros(len(vectors), np.float32)
    centred = vectors - vectors.mean(axis=0, dtype=np.float64).astype(np.float32)
    return centred, np.einsum("nd,nd->n", centred, centred) / 2


def _distance(closeness: F32, half: np.float32, metric: str) -> F32:
    if metric == "cosine":
        return np.maximum(1 - closeness, 0)
    lengths: F32 = np.sqrt(np.maximum(2 * (half - closeness), 0))
    return lengths


def _largest(row: F32, k: int) -> I32:
    """Indices of the k largest of `row` [N], largest first, ties by index."""
    found = nominees(row, k)
    order = np.lexsort((found, -row[found]))[:k]
    return found[order].astype(np.int32)
