"""The error on points that a fit has not seen: k-fold cross-validation, of every degree at once.

The points are cut into k parts at random; each part is held out once, and the curve fitted to the others. Orthonormal
polynomials are nested, so one basis of the highest degree has the fits of all lower ones in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from viz.labs.fitting.families import Family
from viz.labs.fitting.least_squares import Basis, basis_of, fit
from viz.labs.fitting.points import F64, Index

NEW = 201  # places of new points


@dataclass(frozen=True)
class Errors:
    """Mean squared errors by degree [D] (or of one family [1]), as means over the parts; NaN: not determined."""

    train: F64
    held_out: F64
    error: F64  # standard error of `held_out` over the parts

    @property
    def best(self) -> int:
        """Where the held-out error is least; -1: nowhere."""
        return -1 if np.isnan(self.held_out).all() else int(np.nanargmin(self.held_out))

    @property
    def simplest(self) -> int:
        """The first that is within one standard error of the least (Hastie, Tibshirani and Friedman 2009, 7.10)."""
        if self.best < 0:
            return -1
        most = self.held_out[self.best] + np.nan_to_num(self.error[self.best])
        return int(np.flatnonzero(self.held_out <= most)[0])


def parts_of(n: int, k: int, seed: int) -> list[Index]:
    """The indices of n points in k parts at random, as even as they can be, each part in rising order."""
    order = np.random.default_rng(seed).permutation(n)
    return [np.sort(part) for part in np.array_split(order, min(max(k, 2), n))]


def by_degree(x: F64, y: F64, family: Family, parts: list[Index]) -> Errors:
    """The errors of polynomials of degree 0 to that of `family` [degree + 1]."""
    train, held = np.full((2, len(parts), family.degree + 1), np.nan)
    for at, part in enumerate(parts):
        rest = np.setdiff1d(np.arange(len(x)), part)
        basis = _highest(family, x[rest])
        if basis is None:
            continue
        along = basis.q.T @ y[rest]
        for row, functions, to in ((train, basis.q, y[rest]), (held, basis.at(x[part]), y[part])):
            values = np.cumsum(functions * along, axis=1)  # [m, degrees]
            row[at, : values.shape[1]] = np.mean((to[:, None] - values) ** 2, axis=0)
    return _errors(train, held)


def expected(x: F64, family: Family, curve: Callable[[F64], F64], noise: float) -> F64:
    """The mean squared error to be expected on new points of a known curve, between these, by degree [degree + 1].

    Over all draws of normal noise of this standard deviation at x [n]: noise² + bias² + variance (Hastie, Tibshirani
    and Friedman 2009, equation 7.9), as a mean over places between the ends of x. NaN: not determined.
    """
    found = np.full(family.degree + 1, np.nan)
    basis = _highest(family, x)
    if basis is None:
        return found
    new = np.linspace(float(x.min()), float(x.max()), NEW)
    functions = basis.at(new)  # [NEW, p]
    means = np.cumsum(functions * (basis.q.T @ curve(x)), axis=1)  # of the fits, by degree
    bias = np.mean((means - curve(new)[:, None]) ** 2, axis=0)
    variance = noise**2 * np.mean(np.cumsum(functions**2, axis=1), axis=0)
    found[: functions.shape[1]] = noise**2 + bias + variance
    return found


def of_family(x: F64, y: F64, family: Family, parts: list[Index]) -> Errors:
    """The errors of one family [1]."""
    train, held = np.full((2, len(parts), 1), np.nan)
    for at, part in enumerate(parts):
        rest = np.setdiff1d(np.arange(len(x)), part)
        basis = basis_of(family, x[rest])
        if basis is not None:
            found = fit(basis, y[rest])
            train[at], held[at] = np.mean((y[rest] - found.fitted) ** 2), np.mean((y[part] - found.at(x[part])) ** 2)
    return _errors(train, held)


def _highest(family: Family, x: F64) -> Basis | None:
    """The basis of the highest degree, up to the family's, that x determines."""
    degree = min(family.degree, len(np.unique(x)) - 1)
    while degree >= 0:
        basis = basis_of(Family((), degree, family.middle, family.half), x)
        if basis is not None:
            return basis
        degree -= 1
    return None


def _errors(train: F64, held: F64) -> Errors:
    """Means over the parts [k, D], where all of them have a value."""
    with np.errstate(over="ignore", invalid="ignore"):
        error = held.std(axis=0, ddof=1) / np.sqrt(len(held)) if len(held) > 1 else np.full(held.shape[1], np.nan)
        return Errors(train.mean(axis=0), held.mean(axis=0), error)
