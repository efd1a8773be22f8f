"""Cosines of a few vectors with every row of a matrix, and the ranks of expected words among them, in blocks.

A rank counts what is nearer and sorts nothing. Products of other shapes round otherwise, so a token's own cosine is
taken from the same product that it is counted in before it is counted out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.errors import Stopped
from engine.records import F32, I32

ROWS, QUERIES = 8192, 512  # of one product
TINY = 1e-30
Stop = Callable[[], bool]
Told = Callable[[int, int], None]


@dataclass(frozen=True)
class Asked:
    """A direction, the expected word's vector, and the tokens that spell it and the input words."""

    query: F32  # [D]
    expected: F32  # [D]
    spell_expected: I32
    spell_inputs: I32


def cosines(weight: Tensor, queries: F32, stop: Stop) -> Iterator[tuple[int, Tensor]]:
    """(first row, [rows, q] cosines) of the whole matrix [V, D], block by block. A row of zeros has none: 0.

    Raises:
        Stopped: a person asked for an end.
    """
    asked = torch.from_numpy(_unit(queries)).to(weight.device).T.contiguous()  # [D, q]
    for start in range(0, len(weight), ROWS):
        if stop():
            raise Stopped
        with torch.inference_mode():
            rows = weight[start : start + ROWS].float()
            yield start, (rows @ asked) / torch.linalg.vector_norm(rows, dim=1, keepdim=True).clamp_min(TINY)


def nearest(weight: Tensor, query: F32, count: int, stop: Stop) -> tuple[I32, F32]:
    """The `count` rows with the largest cosine, largest first: (ids, cosines)."""
    values = torch.cat([block[:, 0].cpu() for _, block in cosines(weight, query[None], stop)])  # [V]
    found = values.topk(min(count, len(values)))
    return found.indices.numpy().astype(np.int32), found.values.numpy().astype(np.float32)


def ranks(weight: Tensor, asked: Sequence[Asked], stop: Stop, told: Told = lambda done, total: None) -> F32:
    """[n, 2] the expected word's rank: input words excluded, and allowed; NaN where there is none."""
    parts = []
    for start in range(0, len(asked), QUERIES):
        told(start, len(asked))
        parts.append(_block(weight, asked[start : start + QUERIES], stop))
    return np.concatenate(parts) if parts else np.empty((0, 2), np.float32)


def _block(weight: Tensor, asked: Sequence[Asked], stop: Stop) -> F32:
    queries = np.stack([it.query for it in asked])  # [q, D]
    known = np.unique(np.concatenate([np.concatenate([it.spell_expected, it.spell_inputs]) for it in asked]))
    best = _best(weight, queries, asked, known)  # [q]
    limit = torch.from_numpy(best).to(weight.device)
    nearer = torch.zeros(len(asked), dtype=torch.long, device=weight.device)
    own = np.zeros((len(known), len(asked)), bool)  # known tokens that were counted
    for start, block in cosines(weight, queries, stop):
        counted = block > limit
        nearer += counted.sum(0)
        here = np.flatnonzero((known >= start) & (known < start + len(block)))
        if len(here):
            own[here] = counted[torch.from_numpy(known[here].astype(np.int64) - start).to(block.device)].cpu().numpy()
    count = nearer.cpu().numpy()
    found = np.full((len(asked), 2), np.nan, np.float32)
    for row, it in enumerate(asked):
        if not np.any(it.query) or not np.any(it.expected):
            continue
        others = np.setdiff1d(it.spell_inputs, it.spell_expected)
        allowed = 1 + count[row] - own[np.searchsorted(known, it.spell_expected), row].sum()
        found[row, 1] = allowed
        if not np.intersect1d(it.spell_inputs, it.spell_expected).size:
            found[row, 0] = allowed - own[np.searchsorted(known, others), row].sum()
    return found


def _best(weight: Tensor, queries: F32, asked: Sequence[Asked], known: I32) -> F32:
    """[q] the cosine of each query with the expected word: its vector's, or the nearest token's that spells it."""
    unit = _unit(queries)
    rows = _unit(weight[torch.from_numpy(known.astype(np.int64)).to(weight.device)].float().cpu().numpy())
    found = np.einsum("qd,qd->q", unit, _unit(np.stack([it.expected for it in asked])))
    for row, it in enumerate(asked):
        if len(it.spell_expected):
            own = rows[np.searchsorted(known, it.spell_expected)] @ unit[row]
            found[row] = max(float(found[row]), float(own.max()))
    best: F32 = found.astype(np.float32)
    return best


def _unit(rows: F32) -> F32:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    unit: F32 = (rows / np.maximum(lengths, TINY)).astype(np.float32)
    return unit
