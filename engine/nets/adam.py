"""Adam (Kingma and Ba 2015, algorithm 1, in the order of PyTorch's), of torch's tensors and numpy's arrays alike.

It imports neither: only operators are used, so a training in numpy needs no torch and both follow one formula.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

BETA, BETA2, TINY = 0.9, 0.999, 1e-8
Array = Any  # a tensor or an array of floats: neither is imported here


def between(start: Array, end: Array, part: float) -> Array:
    """A part of the way from one to the other; torch.lerp is the same, but for how it rounds."""
    return start + part * (end - start)


def adam(
    gradient: Array, means: Array, squares: Array, step: int, rate: float,
    mixed: Callable[[Array, Array, float], Array] = between,
) -> tuple[Array, Array, Array]:  # fmt: skip
    """What is remembered after step `step` (from 0) of the gradient and of its square, and what is to be subtracted."""
    means = mixed(means, gradient, 1 - BETA)
    squares = BETA2 * squares + (1 - BETA2) * gradient * gradient
    root = squares**0.5 / (1 - BETA2 ** (step + 1)) ** 0.5 + TINY
    return means, squares, rate / (1 - BETA ** (step + 1)) * means / root


def advance(
    values: list[Array], gradients: Sequence[Array], means: list[Array], squares: list[Array], step: int, rate: float
) -> None:
    """The same of several arrays at once, in place."""
    for at, gradient in enumerate(gradients):
        means[at], squares[at], move = adam(gradient, means[at], squares[at], step, rate)
        values[at] -= move


def falling(rate: float, step: int, steps: int) -> float:
    """A rate that falls along half a cosine: all of it at first, 0 after the last step."""
    return float(rate * 0.5 * (1 + math.cos(math.pi * step / steps)))
