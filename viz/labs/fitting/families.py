"""Families of curves that are linear in their coefficients: for any x, the values of each term.

Polynomials are sums of Chebyshev's on an x that is scaled to -1 … 1: the same curves as sums of powers, but their
coefficients can be told apart at degree 20 and beyond, where those of powers drown in rounding.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.polynomial import chebyshev

from viz.labs.fitting.points import F64
from viz.labs.fitting.terms import column, split_terms

POLYNOMIAL, INVERSE_SINE, ROOT, TERMS = FAMILIES = ("polynomial", "inverse_sine", "root", "terms")
WRITTEN = {INVERSE_SINE: ("1", "1/x", "sin(x)"), ROOT: ("1", "sqrt(x)")}


@dataclass(frozen=True)
class Family:
    """Which curves are fitted; of polynomials with the x that -1 and 1 stand for."""

    terms: tuple[str, ...] = ()  # none: a polynomial
    degree: int = 1
    middle: float = 0.0
    half: float = 1.0

    @property
    def is_polynomial(self) -> bool:
        return not self.terms

    @property
    def size(self) -> int:
        """How many coefficients it has."""
        return len(self.terms) or self.degree + 1

    def columns(self, x: F64) -> F64:
        """The terms at x [n] -> [n, size], not finite where a term has no value."""
        if self.terms:
            return np.stack([column(term, x) for term in self.terms], axis=1)
        return np.asarray(chebyshev.chebvander((x - self.middle) / self.half, self.degree), np.float64)


def family_of(name: str, degree: int, written: str, x: F64) -> Family:
    """A family for points at x [n]. Raises InputRefused for terms that cannot be read."""
    if name != POLYNOMIAL:
        return Family(WRITTEN.get(name) or split_terms(written))
    low, high = float(x.min()), float(x.max())
    return Family((), degree, low / 2 + high / 2, (high / 2 - low / 2) or 1.0)
