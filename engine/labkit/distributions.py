"""Distributions over the vocabulary: log-probabilities, divergence, entropy, the likeliest tokens; in float64."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.errors import ModelUnusable
from engine.records import F32

F64 = npt.NDArray[np.float64]


def log_probs(logits: F32) -> F64:
    """[..., V] natural logarithms of the probabilities, in float64.

    Raises:
        ModelUnusable: they are not finite.
    """
    wide = logits.astype(np.float64)
    wide -= wide.max(axis=-1, keepdims=True)
    wide -= np.log(np.exp(wide).sum(axis=-1, keepdims=True))
    if not np.isfinite(wide).all():
        raise ModelUnusable("The changed model's logits are not finite numbers: use a smaller scale.")
    return wide


def divergence(intact: F64, changed: F64) -> F64:
    """KL(intact || changed) in bits of log-probabilities [..., V]."""
    bits: F64 = (np.exp(intact) * (intact - changed)).sum(axis=-1) / np.log(2)
    return np.maximum(bits, 0.0)


def entropy(logs: F64) -> F64:
    """Bits of log-probabilities [..., V]."""
    bits: F64 = -(np.exp(logs) * logs).sum(axis=-1) / np.log(2)
    return bits


def likeliest(row: F32, k: int) -> npt.NDArray[np.int64]:
    """Ids of the k largest of [V], largest first."""
    k = min(k, len(row))
    some = np.argpartition(-row, k - 1)[:k]
    return some[np.argsort(-row[some], kind="stable")]
