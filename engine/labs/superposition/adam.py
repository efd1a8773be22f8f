"""Adam (Kingma and Ba 2015, algorithm 1) on numpy arrays, with the rate falling to 0 along half a cosine."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

BETA, BETA2, TINY = 0.9, 0.999, 1e-8
Arrays = list[npt.NDArray[Any]]


def advance(values: Arrays, gradients: Arrays, means: Arrays, squares: Arrays, step: int, rate: float) -> None:
    """Make step `step` (from 0) in place, of values, and of what is remembered of their gradients."""
    for at, gradient in enumerate(gradients):
        kind = gradient.dtype.type
        means[at] += kind(1 - BETA) * (gradient - means[at])
        squares[at] += kind(1 - BETA2) * (gradient * gradient - squares[at])
        spread = np.sqrt(squares[at] / kind(1 - BETA2 ** (step + 1))) + kind(TINY)
        values[at] -= kind(rate / (1 - BETA ** (step + 1))) * means[at] / spread


def falling(rate: float, step: int, steps: int) -> float:
    """The rate of a step: all of it at first, 0 after the last."""
    return float(rate * 0.5 * (1 + np.cos(np.pi * step / steps)))
