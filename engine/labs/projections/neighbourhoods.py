"""Ranks of neighbours in the full space and on maps, for a few points against all of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.labs.projections.records import KS
from engine.records import F32, I64

F64 = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Order:
    """Of one point: how far all others are, and which are nearest, nearest first."""

    distances: F32  # [N] its own is infinite
    nearest: I64  # [k]
    ordered: F32  # [N] the distances in rising order


def order_of(distances: F32, itself: int, k: int) -> Order:
    """The order of all points by `distances` [N], ties by index; the point itself is none of them."""
    distances = distances.copy()
    distances[itself] = np.inf
    edge = np.partition(distances, k - 1)[k - 1]
    some = np.flatnonzero(distances <= edge)
    nearest = some[np.argsort(distances[some], kind="stable")][:k]
    return Order(distances, nearest.astype(np.int64), np.sort(distances))


def ranks(order: Order, points: I64) -> I64:
    """[k] the rank, from 1, of other points' distances in an order; of equal ones the first."""
    return (np.searchsorted(order.ordered, order.distances[points], side="left") + 1).astype(np.int64)


def penalties(ranked: I64, n_points: int) -> F64:
    """[3] what one point's k nearest in one space lose by their ranks [50] in the other, by KS, scaled so that 1 minus
    the mean over points is trustworthiness or continuity; NaN where 2k is not below the number of points."""
    found = np.full(len(KS), np.nan)
    for at, k in enumerate(KS):
        if allows(k, n_points):
            found[at] = 2 * np.maximum(ranked[:k] - k, 0).sum() / (k * (2 * n_points - 3 * k - 1))
    return found


def shared(one: I64, other: I64, n_points: int) -> F64:
    """[3] the share of the k nearest of one order that are among those of another, by KS."""
    found = np.full(len(KS), np.nan)
    for at, k in enumerate(KS):
        if allows(k, n_points):
            found[at] = np.isin(one[:k], other[:k]).mean()
    return found


def allows(k: int, n_points: int) -> bool:
    """Whether the measures are defined for k neighbours: k < n / 2 (scikit-learn)."""
    return 2 * k < n_points


def unit(vectors: F32) -> F32:
    """Rows of length 1; rows of zeros stay so."""
    lengths = np.sqrt(np.einsum("nd,nd->n", vectors, vectors))[:, None]
    rows: F32 = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return rows


def apart(points: F32, place: F32) -> F32:
    """[N] squared distances of `points` [N, d] from a place [d]."""
    away = points - place
    squares: F32 = np.einsum("nd,nd->n", away, away)
    return squares
