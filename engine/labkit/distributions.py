"""Distributions over the vocabulary: log-probabilities, divergence, entropy, the likeliest tokens; in float64.

A model may forbid tokens, by a logit of -inf: its p is 0 then, and 0 log 0 counts as 0.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.errors import ModelUnusable
from engine.records import F32
from engine.sentences import say

F64 = npt.NDArray[np.float64]


def log_probs(logits: F32) -> F64:
    """[..., V] natural logarithms of the probabilities, in float64; -inf where the model forbids a token.

    Raises:
        ModelUnusable: they are no probabilities: a logit is not a number or +inf, or all are -inf.
    """
    wide = logits.astype(np.float64)
    largest = wide.max(axis=-1, keepdims=True)  # not a number where one is not
    if not np.isfinite(largest).all():
        raise ModelUnusable(say("The modified model's logits are not finite numbers. Use a smaller scale."))
    wide -= largest
    wide -= np.log(np.exp(wide).sum(axis=-1, keepdims=True))
    return wide


def divergence(intact: F64, changed: F64) -> F64:
    """KL(intact || changed) in bits of log-probabilities [..., V]; infinite where `changed` alone forbids a token."""
    possible = intact > -np.inf
    apart = np.subtract(intact, changed, out=np.zeros(np.broadcast(intact, changed).shape), where=possible)
    bits: F64 = (np.exp(intact) * apart).sum(axis=-1) / np.log(2)
    return np.maximum(bits, 0.0)


def entropy(logs: F64) -> F64:
    """Bits of log-probabilities [..., V]."""
    bits: F64 = -(np.exp(logs) * np.where(logs > -np.inf, logs, 0.0)).sum(axis=-1) / np.log(2)
    return bits


def likeliest(row: F32, k: int) -> npt.NDArray[np.int64]:
    """Ids of the k largest of [V], largest first."""
    k = min(k, len(row))
    some = np.argpartition(-row, k - 1)[:k]
    return some[np.argsort(-row[some], kind="stable")]
