"""How the next token is drawn: a few pure functions on one row of logits, and randomness that is a function only.

Each draw is an exponential race, argmax(p / E) with E ~ Exp(1): the same as drawing from p. E is a function of
(seed, position, token id) alone, from a counter-based generator (Philox; Salmon et al., "Parallel random numbers: as
easy as 1, 2, 3", SC 2011). So stepping back and on again gives the same token, and two runs that differ in one
switched-off head share their luck: they differ only where their probabilities do.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused
from engine.records import F32, I32, Sampling
from engine.sentences import say

F64 = npt.NDArray[np.float64]
COLDEST = 1e-30  # temperature below which a difference of logits cannot be divided by it: the likeliest, as at 0


def checked(sampling: Sampling) -> Sampling:
    """Return `sampling` if its values can be used.

    Raises:
        InputRefused: one is out of its range or not a number.
    """
    ranges = (
        (say("temperature"), sampling.temperature, 0.0, math.inf, say("0 (always the most likely token) or more")),
        ("top-k", sampling.top_k, 0, math.inf, say("0 (all tokens) or more")),
        ("top-p", sampling.top_p, 1e-9, 1.0, say("above 0 and at most 1")),
        ("min-p", sampling.min_p, 0.0, 1.0, say("between 0 and 1")),
        (
            say("repetition penalty"),
            sampling.repetition_penalty,
            1e-3,
            1e3,
            say("between 0.001 and 1000 (1 changes nothing)"),
        ),
        (say("seed"), sampling.seed, 0, 2**64 - 1, say("a whole number from 0 to 2^64 - 1")),
    )
    for name, value, low, high, wanted in ranges:
        if not (math.isfinite(value) and low <= value <= high):
            raise InputRefused(
                say("The {name} must be {wanted}, but {value} was given.", name=name, wanted=wanted, value=value)
            )
    return sampling


def penalised(logits: F32, seen: I32, penalty: float) -> F32:
    """Logits [V] with those of the tokens `seen` [T] made less likely: positive ones divided, negative ones multiplied.

    Source: Keskar et al., "CTRL" (1909.05858), section 4.1.
    """
    if penalty == 1.0 or not len(seen):
        return logits
    ids = np.unique(seen)
    out = logits.copy()  # [V]
    out[ids] = np.where(out[ids] > 0, out[ids] / penalty, out[ids] * penalty)
    return out


def softmax(logits: F32, temperature: float = 1.0) -> F32:
    """Probabilities [V] of `logits` [V] at a temperature above 0."""
    scaled: F32 = (logits - logits.max()) / np.float32(temperature)  # [V]
    np.exp(scaled, out=scaled)
    scaled /= scaled.sum()
    return scaled


def narrowed(probs: F32, sampling: Sampling) -> F32:
    """Probabilities [V] with those outside top-k, then top-p, then min-p set to 0; not normalised again.

    top-p keeps the fewest likeliest tokens that together reach it (Holtzman et al., 1904.09751); min-p keeps those with
    at least that share of the likeliest token's probability (Nguyen et al., 2407.01082). The likeliest always stays.
    """
    floor = 0.0
    if 0 < sampling.top_k < len(probs):
        floor = float(np.partition(probs, -sampling.top_k)[-sampling.top_k])
    if sampling.top_p < 1.0:
        falling = np.sort(probs[probs >= floor])[::-1]  # [n]
        reached = np.cumsum(falling, dtype=np.float64) / falling.sum(dtype=np.float64)
        last = min(int(np.searchsorted(reached, sampling.top_p)), len(falling) - 1)
        floor = max(floor, float(falling[last]))
    floor = max(floor, sampling.min_p * float(probs.max()))
    kept: F32 = probs if floor == 0.0 else np.where(probs >= np.float32(floor), probs, np.float32(0))
    return kept


def exponentials(seed: int, position: int, count: int) -> F64:
    """Exp(1) numbers [count] float64, a function of (seed, position) and their index only.

    In float64: with 24 bits one of 50,000 tokens meets E = 0, and wins however unlikely it is, once in 300 draws.
    """
    generator = np.random.Generator(np.random.Philox(key=seed, counter=[0, 0, 0, position]))
    return generator.standard_exponential(count)


def draw(logits: F32, sampling: Sampling, seen: I32, position: int) -> int:
    """The token that `position` gets, from the logits [V] before it and the tokens `seen` [T] so far."""
    scores = penalised(logits, seen, sampling.repetition_penalty)
    if sampling.temperature < COLDEST:
        return int(scores.argmax())
    probs = narrowed(softmax(scores, sampling.temperature), sampling)
    return int((probs / exponentials(sampling.seed, position, len(probs))).argmax())
