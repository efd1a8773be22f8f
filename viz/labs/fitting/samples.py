"""Points to begin with: drawn from a known curve with noise, so that a fit can be compared with what it should find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from viz.labs.fitting.points import F64, Points, points_of

GRAVITY = 9.80665  # m/s², the standard one


@dataclass(frozen=True)
class Sample:
    """A curve, and where points are drawn from it."""

    curve: Callable[[F64], F64]
    low: float  # of x
    high: float
    least: float = -np.inf  # the curve means nothing below


def _fall(heights: F64) -> F64:
    """Seconds that a fall from so many metres takes without air, NaN below the ground."""
    with np.errstate(invalid="ignore"):
        return np.asarray(np.sqrt(2.0 * heights / GRAVITY))


SAMPLES: dict[str, Sample] = {
    "tower": Sample(_fall, 7.0, 56.0, least=0.0),  # eight floors of 7 m
    "line": Sample(lambda x: 1.0 + 0.5 * x, 0.0, 10.0),
    "parabola": Sample(lambda x: 0.3 * (x - 4.0) ** 2, 0.0, 10.0),
    "sine": Sample(np.sin, 0.0, 10.0),
    "step": Sample(lambda x: np.where(x < 5.0, 0.0, 1.0), 0.0, 10.0),
    "bell": Sample(lambda x: 1.0 / (1.0 + 25.0 * x**2), -1.0, 1.0),  # Runge 1901
}


def spread_of(name: str, noise: float) -> float:
    """The standard deviation of a noise that is given as a share of the curve's range."""
    sample = SAMPLES[name]
    fine = sample.curve(np.linspace(sample.low, sample.high, 201))
    return noise * float(fine.max() - fine.min())


def drawn(name: str, n: int, noise: float, seed: int) -> Points:
    """`n` points at even steps of x; normal noise whose standard deviation is `noise` times the curve's range."""
    sample = SAMPLES[name]
    x = np.linspace(sample.low, sample.high, n)
    y = sample.curve(x)
    return points_of(x, y + spread_of(name, noise) * np.random.default_rng(seed).standard_normal(n))
