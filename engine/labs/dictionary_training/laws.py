"""Fits the law of 2406.04093 to the errors of a sweep, with the standard error of every number.

Least squares on the logarithm of the error, so that a tenth too much counts the same for small and large errors; the
covariance is the residual's variance times (J'J)^-1 at the best place, found from several starts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from engine.labs.dictionary_training.records import F64, PUBLISHED, Law, SweepPoint, law

FULL = ("a", "bk", "bn", "g", "z", "h")
FEWEST_FULL = 8  # points of three widths and three k
STARTS = 12


def fitted(points: Sequence[SweepPoint]) -> Law | None:
    """The law of the last errors of dictionaries that were trained to their end; None where too few were."""
    done = [point for point in points if math.isfinite(point.final) and point.final > 0]
    n, k = (np.array([getattr(point, name) for point in done], np.float64) for name in ("width", "k"))
    error = np.array([point.final for point in done])
    if len({*n}) >= 3 and len({*k}) >= 3 and len(done) >= FEWEST_FULL:
        return _fit("full", FULL, n, k, error)
    names = ("a", *(("bk",) if len({*k}) > 1 else ()), "bn")
    if len({*n}) < 2 or len(done) <= len(names):
        return None
    return _fit("power", names, n, k, error)


def _fit(form: str, names: tuple[str, ...], n: F64, k: F64, error: F64) -> Law | None:
    def residuals(numbers: F64) -> F64:
        with np.errstate(over="ignore", invalid="ignore"):
            told = law(dict(zip(names, numbers, strict=True)), n, k)
            left = np.log(np.maximum(told, 1e-300)) - np.log(error)
        return np.asarray(np.nan_to_num(left, nan=1e3, posinf=1e3, neginf=-1e3), np.float64)

    published = np.array([PUBLISHED[name] for name in names])
    if form == "power":
        published[0] = math.log(error.mean())
    found = _best(residuals, published)
    return None if found is None else _law(form, names, *found)


def _best(residuals: Callable[[F64], F64], start: F64) -> tuple[F64, F64, F64] | None:
    """The numbers of the smallest residuals, these, and the Jacobian; from the published law and places about it."""
    from scipy.optimize import least_squares

    rng, best = np.random.default_rng(0), None
    for turn in range(STARTS):
        begin = start + (rng.normal(0, 0.5, len(start)) if turn else 0.0)
        found = least_squares(residuals, begin, method="trf", x_scale="jac", max_nfev=4000)
        if np.isfinite(found.cost) and (best is None or found.cost < best.cost):
            best = found
    return None if best is None else (best.x, best.fun, best.jac)


def _law(form: str, names: tuple[str, ...], values: F64, left: F64, slope: F64) -> Law:
    free = len(left) - len(values)
    errors = np.full(len(values), np.nan)
    if free > 0:
        covariance = np.linalg.pinv(slope.T @ slope) * float(left @ left) / free
        errors = np.sqrt(np.maximum(np.diag(covariance), 0.0))
    return Law("full" if form == "full" else "power", names, values, errors, float(np.sqrt((left**2).mean())))


def against_compute(points: Sequence[SweepPoint]) -> Law | None:
    """ln error = a + b ln FLOPs along the lower hull: at each amount of compute the least error reached so far."""
    pairs = sorted(
        (flops, error)
        for point in points
        for flops, error in zip(point.flops.tolist(), point.mse.tolist(), strict=True)
        if flops > 0 and error > 0
    )
    hull: list[tuple[float, float]] = []
    for flops, error in pairs:
        if not hull or error < hull[-1][1]:
            hull.append((flops, error))
    if len(hull) < 3:
        return None
    x, y = np.log(np.array(hull)).T
    slope = np.stack([np.ones_like(x), x], axis=1)
    values = np.linalg.lstsq(slope, y, rcond=None)[0]
    return _law("power", ("a", "b"), values, slope @ values - y, slope)
