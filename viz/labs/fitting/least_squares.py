"""Least squares by an orthogonal basis of the terms at the points, and how much the fit hangs on these points.

With Q R the terms at the points (QR decomposition, Householder), the fitted values are Q Qᵀ y, those at any other x
the terms there times R⁻¹ Qᵀ y. A refit to other y is a product with the same Q, so hundreds of refits cost no more
than one matrix product.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from viz.labs.fitting.families import Family
from viz.labs.fitting.points import F64

UNSURE = 1e13  # condition number from which on rounding decides a coefficient
REFITS = 400
INSIDE = 0.9  # of the refits lie in the interval


@dataclass(frozen=True)
class Basis:
    """The terms at n points as orthonormal columns [n, p], and R⁻¹ [p, p] with the scale of each column in it."""

    family: Family
    q: F64  # [n, p]
    back: F64  # [p, p]: the terms at other x times this are the same functions as `q`

    def at(self, x: F64) -> F64:
        """The orthonormal functions at x [m] -> [m, p]."""
        with np.errstate(invalid="ignore", over="ignore"):
            return np.asarray(self.family.columns(x) @ self.back)


def basis_of(family: Family, x: F64) -> Basis | None:
    """The basis at x [n]; None where these do not determine the coefficients."""
    columns = family.columns(x)
    if len(x) < family.size or not np.isfinite(columns).all():
        return None
    sizes = np.linalg.norm(columns, axis=0)
    if not (np.isfinite(sizes).all() and sizes.all()):
        return None
    q, r = np.linalg.qr(columns / sizes)
    singular = np.linalg.svd(r, compute_uv=False)
    if singular[-1] * UNSURE < singular[0]:
        return None
    return Basis(family, q, np.linalg.inv(r) / sizes[:, None])


@dataclass(frozen=True)
class Fit:
    """A fitted curve."""

    basis: Basis
    along: F64  # [p]: its share along each column of the basis, Qᵀ y
    fitted: F64  # [n]

    @property
    def coefficients(self) -> F64:
        """Of the family's terms [p]."""
        return np.asarray(self.basis.back @ self.along)

    def at(self, x: F64) -> F64:
        """Its values at x [m]; NaN where a term has none."""
        with np.errstate(invalid="ignore", over="ignore"):
            values = self.basis.at(x) @ self.along
        return np.where(np.isfinite(values), values, np.nan)


def fit(basis: Basis, y: F64) -> Fit:
    """The curve of the family with the least sum of squared residuals at the points of the basis."""
    along = basis.q.T @ y
    return Fit(basis, along, basis.q @ along)


def rmse(residuals: F64) -> float:
    """Root of the mean squared residual."""
    return float(np.sqrt(np.mean(residuals**2))) if len(residuals) else float("nan")


def refitted(found: Fit, y: F64, x: F64, seed: int) -> F64 | None:
    """Values at x [m] of curves fitted to other noise: [REFITS, m]; None without a residual to draw from.

    The residual bootstrap (Davison and Hinkley 1997, algorithm 6.1): residuals, each divided by the root of 1 minus
    its leverage and centred, are drawn with replacement, added to the fitted values, and the curve is fitted again.
    """
    leverage = np.sum(found.basis.q**2, axis=1)
    n, p = found.basis.q.shape
    if n <= p:
        return None
    free = 1.0 - leverage > 1e-9
    residuals = np.where(free, y - found.fitted, 0.0) / np.sqrt(np.where(free, 1.0 - leverage, 1.0))
    residuals -= residuals.mean()
    draws = residuals[np.random.default_rng(seed).integers(n, size=(n, REFITS))]  # [n, REFITS]
    with np.errstate(invalid="ignore", over="ignore"):
        spread = found.basis.at(x) @ (found.basis.q.T @ draws)  # [m, REFITS]
    return np.asarray(found.at(x)[None] + np.where(np.isfinite(spread), spread, np.nan).T)


def interval(refits: F64) -> tuple[F64, F64]:
    """The ends of the middle `INSIDE` of refits [b, m] at each x: ([m], [m])."""
    tail = 50.0 * (1.0 - INSIDE)
    low, high = np.percentile(refits, [tail, 100.0 - tail], axis=0)
    return low, high
