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

_AT_ONCE = 2**22  # logits turned into probabilities at a time: 16 MB, enough rows to share among the cores


@dataclass(frozen=True)
class Numbers:
    """What Tokens says of t positions besides states."""

    next_ids: I32  # [t, K]
    next_probs: F32  # [t, K]
    next_logits: F32  # [t, K]
    entropy: F32  # [t] bits
    surprisal: F32  # [t] bits
    totals: F32  # [t] log of the sum of exp(logits)


def numbers(logits: Tensor, token_ids: I32, k: int, first_surprisal: float = math.nan) -> Numbers:
    """From logits [t, V] after each of `token_ids` [t]; the first one's surprisal is known to whoever drew it.

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
    surprisal[0] = first_surprisal
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
        np.ascontiguousarray(total),
    )


_NOT_FINITE = (
    "The model's logits are not finite numbers (NaN or infinity): its weights are damaged, or its states overflow in "
    "this precision. Fetch it again, or load it with dtype float32."
)


def _row_numbers(logits: Tensor, k: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """log-sum-exp [r], entropy in bits [r], ids [r, K] and logits [r, K] of the K largest."""
    ids = _likeliest(logits, k)
    top = logits.gather(1, ids)
    probs = torch.softmax(logits, dim=-1)  # [r, V]
    total = top[:, 0] - probs.gather(1, ids[:, :1])[:, 0].log()
    mean = torch.bmm(probs[:, None, :], logits[:, :, None])[:, 0, 0]
    if not bool(mean.isfinite().all()):  # a model that forbids tokens gives them -inf: 0 * -inf is to count as 0
        mean = (probs * logits.clamp_min(torch.finfo(torch.float32).min)).sum(-1)
    return total, (total - mean) / math.log(2), ids, top


def _likeliest(logits: Tensor, k: int) -> Tensor:
    """Ids of the k largest of each row, largest first. [r, k] int64

    numpy selects four times as fast as torch's topk on a processor, where one row of 50,000 is a step's whole work.
    """
    if logits.device.type != "cpu" or logits.shape[0] > 1 or k == logits.shape[1]:
        return torch.topk(logits, k).indices
    row = logits[0].numpy()
    found = np.argpartition(row, len(row) - k)[len(row) - k :]
    return torch.from_numpy(found[np.argsort(-row[found], kind="stable")])[None]


def surprisal_of(logits: Tensor, token_id: int, total: float | None = None) -> float:
    """-log2 p of a token, from the logits [V] before it and the log of the sum of their exponentials, where known."""
    known = float(torch.logsumexp(logits, dim=-1)) if total is None else total
    return max(known - float(logits[token_id]), 0.0) / math.log(2)


def probabilities(logits: Tensor) -> F32:
    """Untempered probabilities. [V] float32"""
    probs: F32 = torch.softmax(logits, dim=-1).cpu().numpy()
    return probs
