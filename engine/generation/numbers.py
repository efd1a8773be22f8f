"""The numbers of a step: the K likeliest next tokens, the entropy of all, and how surprising the token was.

All from one row of logits per position, in float32, on the model's device; only K numbers a row leave it. Rows are
taken a few at a time: the probabilities of a long prompt over a large vocabulary would be larger than the model.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.errors import ModelUnusable
from engine.records import F32, I32

_AT_ONCE = 2**22  # logits turned into probabilities at a time


@dataclass(frozen=True)
class Numbers:
    """What Tokens says of t positions besides states."""

    next_ids: I32  # [t, K]
    next_probs: F32  # [t, K]
    next_logits: F32  # [t, K]
    entropy: F32  # [t] bits
    surprisal: F32  # [t] bits


def numbers(logits: Tensor, token_ids: I32, before: Tensor | None, k: int) -> Numbers:
    """From logits [t, V] after each of `token_ids` [t], and the logits [V] `before` the first (None: position 0).

    Raises:
        ModelUnusable: the logits are not finite.
    """
    t, size = logits.shape
    k = min(k, size)
    rows = max(1, _AT_ONCE // size)
    parts = [_row_numbers(logits[low : low + rows], k) for low in range(0, t, rows)]
    totals, entropies, ids, top = (torch.cat(column) for column in zip(*parts, strict=True))
    host = torch.cat([totals[:, None], entropies[:, None], top], dim=1).cpu().numpy()  # [t, 2 + K]
    total, entropy, next_logits = host[:, 0], host[:, 1], np.ascontiguousarray(host[:, 2:])
    if not np.isfinite(total).all():
        raise ModelUnusable(_NOT_FINITE)
    surprisal = np.empty(t, np.float32)
    surprisal[0] = math.nan if before is None else surprisal_of(before, int(token_ids[0]))
    if t > 1:
        chosen = torch.from_numpy(token_ids[1:].astype(np.int64)).to(logits.device)
        given = logits[:-1].gather(1, chosen[:, None])[:, 0].cpu().numpy()  # [t - 1]
        surprisal[1:] = np.maximum(total[:-1] - given, 0) / math.log(2)
    return Numbers(
        ids.to(torch.int32).cpu().numpy(),
        np.exp(next_logits - total[:, None]),
        next_logits,
        np.maximum(entropy, 0).astype(np.float32),
        surprisal,
    )


_NOT_FINITE = (
    "The model's logits are not finite numbers (NaN or infinity): its weights are damaged, or its states overflow in "
    "this precision. Fetch it again, or load it with dtype float32."
)


def _row_numbers(logits: Tensor, k: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """log-sum-exp [r], entropy in bits [r], ids [r, K] and logits [r, K] of the K largest."""
    top, ids = torch.topk(logits, k)
    total = torch.logsumexp(logits, dim=-1)
    probs = torch.exp(logits - total[:, None])  # [r, V]
    mean = probs.mul_(logits.clamp_min(torch.finfo(torch.float32).min)).sum(-1)  # 0 * -inf counts as 0
    return total, (total - mean) / math.log(2), ids, top


def surprisal_of(logits: Tensor, token_id: int) -> float:
    """-log2 p of a token, from the logits [V] before it."""
    return max(float(torch.logsumexp(logits, dim=-1) - logits[token_id]), 0.0) / math.log(2)


def probabilities(logits: Tensor) -> F32:
    """Untempered probabilities. [V] float32"""
    probs: F32 = torch.softmax(logits, dim=-1).cpu().numpy()
    return probs
