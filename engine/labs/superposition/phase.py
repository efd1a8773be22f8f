"""The phase diagram of two features in one dimension (Elhage et al. 2022, "Superposition as a phase change").

With two features the expected loss is an integral over the unit square that Gauss-Legendre's rule takes exactly where
nothing bends, so no examples are drawn: both absent, one of them present, both present, each with its probability.
Beside the trained outcome stands the formula's: the least of the exact losses of three fixed solutions.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from engine.labs.superposition.records import F64
from engine.labs.superposition.toy import variance
from engine.nets.adam import advance, falling

NODES = 10  # along each feature
STEPS, RATE = 400, 0.05
HALF = 0.25  # squared weight from which on a feature is represented
NEITHER, FIRST, SECOND, BOTH = range(4)


def nodes(density: float) -> tuple[F64, F64]:
    """Examples [q, 2] and their probabilities [q], which add up to 1."""
    places, shares = np.polynomial.legendre.leggauss(NODES)
    places, shares = (places + 1) / 2, shares / 2
    none, zeros = np.zeros((1, 2)), np.zeros(NODES)
    one, other = np.stack([places, zeros], axis=1), np.stack([zeros, places], axis=1)
    both = np.stack(np.meshgrid(places, places, indexing="ij"), axis=-1).reshape(-1, 2)
    absent = 1 - density
    probs = [
        np.array([absent**2]), absent * density * shares, absent * density * shares,
        density**2 * np.outer(shares, shares).ravel(),
    ]  # fmt: skip
    return np.concatenate([none, one, other, both]), np.concatenate(probs)


def exact_loss(weights: F64, biases: F64, importance: F64, density: float) -> F64:
    """The expected loss of models [s, 2]; importance [s, 2].  # [s]"""
    x, probs = nodes(density)
    answers = np.maximum((x @ weights.T)[:, :, None] * weights + biases, 0)  # [q, s, 2]
    return np.asarray(np.einsum("q,qsf,sf->s", probs, np.square(answers - x[:, None]), importance) / 2)


def trained(importance: F64, density: float, seed: int, going: Callable[[], bool]) -> tuple[F64, F64]:
    """Weights [s, 2] and biases [s, 2] that gradient descent (Adam) comes to from s starts; importance [s, 2]."""
    rng = np.random.default_rng(seed)
    weights, biases = rng.standard_normal(importance.shape), np.zeros(importance.shape)
    x, probs = nodes(density)
    means, squares = ([np.zeros_like(weights), np.zeros_like(weights)] for _ in range(2))  # of the gradients
    for step in range(STEPS):
        if not going():
            break
        hidden = x @ weights.T  # [q, s]
        answers = hidden[:, :, None] * weights + biases  # [q, s, 2]
        slope = np.where(answers > 0, answers - x[:, None], 0) * importance * probs[:, None, None]
        inner = (slope * weights).sum(axis=-1)  # [q, s]
        gradients = (np.einsum("qs,qsf->sf", hidden, slope) + inner.T @ x, slope.sum(axis=0))
        advance([weights, biases], list(gradients), means, squares, step, falling(RATE, step, STEPS))
    return weights, biases


def outcome(weights: F64) -> npt.NDArray[np.int64]:
    """Which of the two features models [s, 2] represent.  # [s]"""
    there = np.square(weights) >= HALF
    return np.asarray(there[:, 0] * FIRST + there[:, 1] * SECOND, np.int64)


def formula(importance: F64, density: float) -> npt.NDArray[np.int64]:
    """The best of: the first alone, the second alone, both as an antipodal pair. Importance [s, 2].  # [s]

    Alone, the other costs its variance; opposite each other they are wrong only where both are present, by the smaller
    of the two in either, and E[min(x, y)^2] = 1/6.
    """
    alone = variance(density)
    losses = np.stack(
        [importance[:, 1] * alone, importance[:, 0] * alone, importance.sum(axis=1) * density**2 / 6], axis=1
    )
    return np.asarray(losses.argmin(axis=1) + 1, np.int64)
