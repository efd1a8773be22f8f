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
from engine.sentences import say

_AT_ONCE = 2**22  # logits turned into probabilities at a time: 16 MB, enough rows to share among the cores
_GROUP = 16  # logits of which only the largest is looked at first


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
    if t == 1 and logits.device.type == "cpu":
        return _of_a_step(logits[0], k, first_surprisal)
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


def _of_a_step(logits: Tensor, k: int, surprisal: float) -> Numbers:
    """The same for one row [V] on a processor, in a quarter of the calls: a token of a small model feels each."""
    row = logits.numpy()
    largest = np.argpartition(row, len(row) - k)[len(row) - k :] if k < len(row) else np.arange(k)
    ids: I32 = largest[np.argsort(-row[largest], kind="stable")].astype(np.int32)
    top = row[ids]
    probs = torch.softmax(logits, 0)
    total = float(top[0]) - math.log(float(probs[int(ids[0])]))
    mean = float(torch.dot(probs, logits))
    if not math.isfinite(mean):
        mean = float((probs * logits).nansum())
    if not math.isfinite(total):
        raise ModelUnusable(_NOT_FINITE)
    return Numbers(
        ids[None],
        np.exp(top - np.float32(total))[None],
        top[None],
        np.array([max((total - mean) / math.log(2), 0.0)], np.float32),
        np.array([surprisal], np.float32),
        np.array([total], np.float32),
    )


_NOT_FINITE = say(
    "The model's logits are not finite numbers (NaN or infinity): its weights are damaged, or its "
    "states overflow in this precision. Get it again from its source, or load it with dtype float32."
)


def _row_numbers(logits: Tensor, k: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """log-sum-exp [r], entropy in bits [r], ids [r, K] and logits [r, K] of the K largest."""
    ids = _likeliest(logits, k)
    top = logits.gather(1, ids)
    probs = torch.softmax(logits, dim=-1)  # [r, V]
    total = top[:, 0] - probs.gather(1, ids[:, :1])[:, 0].log()
    mean = probs.mul_(logits).nansum(-1)  # a model that forbids tokens gives them -inf: 0 * -inf counts as 0
    return total, (total - mean) / math.log(2), ids, top


def _likeliest(logits: Tensor, k: int) -> Tensor:
    """Ids of the k largest of each row, largest first. [r, k] int64

    The k largest of a row lie in the k groups with the largest maxima, so only those are searched; selecting from a
    whole row of 50,000 takes five times as long. A group is every (V // _GROUP)-th id, so that the maxima are taken
    along memory.
    """
    n_groups = logits.shape[1] // _GROUP
    if k >= n_groups // 4:
        return torch.topk(logits, k).indices
    whole = n_groups * _GROUP
    maxima = logits[:, :whole].view(-1, _GROUP, n_groups).amax(1)  # [r, groups]
    best = torch.topk(maxima, k, sorted=False).indices  # [r, k]
    steps = torch.arange(0, whole, n_groups, device=logits.device)
    ids = (best[:, :, None] + steps).flatten(1)  # [r, k * _GROUP]
    if whole < logits.shape[1]:
        rest = torch.arange(whole, logits.shape[1], device=logits.device).expand(len(logits), -1)
        ids = torch.cat([ids, rest], dim=1)
    return ids.gather(1, torch.topk(logits.gather(1, ids), k).indices)


def surprisal_of(logits: Tensor, token_id: int, total: float | None = None) -> float:
    """-log2 p of a token, from the logits [V] before it and the log of the sum of their exponentials, where known."""
    known = float(torch.logsumexp(logits, dim=-1)) if total is None else total
    return max(known - float(logits[token_id]), 0.0) / math.log(2)


def probabilities(logits: Tensor) -> F32:
    """Untempered probabilities. [V] float32"""
    probs: F32 = torch.softmax(logits, dim=-1).cpu().numpy()
    return probs
