"""All heads of a text whose attention is not stored: thumbnails of maxima and scores, block by block.

Weights come in chunks of rows of one head at a time (`engine.capture.head_rows`) and are reduced at once, so memory is
linear in T. Definitions of the scores are those of `viz.labs.attention.attention_store`, to which the result must be
equal.
"""

from __future__ import annotations

import time
from collections.abc import Iterable

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import pad

from engine.capture.head_rows import REPLAYED_ROWS, head_rows
from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.attention.records import (
    BINS,
    TEXT_SCORES,
    AskAtlas,
    AtlasFound,
)
from engine.records import F32
from engine.sentences import say


def answer(question: AskAtlas, bench: Workbench) -> AtlasFound:
    """The thumbnails and scores of all heads.

    Raises:
        InputRefused: no such node, or a model without attention. Stopped: a person asked for an end.
    """
    began, session, anatomy = time.perf_counter(), bench.session, bench.anatomy
    session.tree.require(question.node)
    if question.node < 0:
        raise InputRefused(
            say("There is no text yet, so there is no attention to show. Type a prompt and run it first.")
        )
    for quantity in ("attn", "replay"):
        if quantity in anatomy.missing:
            raise InputRefused(anatomy.missing[quantity])
    ids = torch.from_numpy(session.tree.ids(session.tree.path(question.node)).astype(np.int64))
    reduced = _Reduced(ids)
    shape = (anatomy.n_layers, anatomy.n_heads)
    cells = np.full((*shape, reduced.count, reduced.count), np.nan, np.float32)
    without = np.full((*shape, reduced.count), np.nan, np.float32)
    scores = np.full((len(TEXT_SCORES), *shape), np.nan, np.float32)
    for layer in range(anatomy.n_layers):
        bench.progress(say("Computing the attention of every head"), layer, anatomy.n_layers)
        if anatomy.blocks[layer].attention is None:
            continue
        states = session.states(question.node, layer, bench.stop)
        session.cool()
        rows = head_rows(bench.model, anatomy, layer, states, ids, bench.stop)
        for head in range(anatomy.n_heads):
            if bench.stop():
                raise Stopped
            chunks = ((low, rows.weights(head, low, high)) for low, high in reduced.chunks)
            cells[layer, head], without[layer, head], scores[:, layer, head] = reduced.head(chunks)
    bench.progress(say("Computing the attention of every head"), anatomy.n_layers, anatomy.n_layers)
    return AtlasFound(question.node, len(ids), reduced.size, cells, without, scores, time.perf_counter() - began)


class _Reduced:
    """How a head's rows become its thumbnail and its scores, for one text."""

    def __init__(self, ids: Tensor) -> None:
        self._ids, n = ids, len(ids)
        self.size = 1
        while -(-n // self.size) > BINS:
            self.size *= 2
        self.count = -(-n // self.size)
        step = max(REPLAYED_ROWS, self.size)
        self.chunks = [(low, min(low + step, n)) for low in range(0, n, step)]
        self._same = [self._earlier(low, high) for low, high in self.chunks]

    def _earlier(self, low: int, high: int) -> tuple[Tensor, Tensor, Tensor]:
        """Which (row, key) pairs are the same token earlier, as indices, and which rows have one."""
        same = (self._ids[low:high, None] == self._ids[None, :high]).tril(low - 1)  # [r, high]
        rows, keys = torch.nonzero(same, as_tuple=True)
        return rows, keys, same.any(1)

    def head(self, chunks: Iterable[tuple[int, Tensor]]) -> tuple[F32, F32, F32]:
        """Cells [c, c], their first column without key 0 [c], and the scores [7]."""
        cells, without = torch.full((self.count, self.count), torch.nan), torch.full((self.count,), torch.nan)
        sums, counts = torch.zeros(len(TEXT_SCORES), dtype=torch.float64), torch.zeros(len(TEXT_SCORES))
        for (low, weights), same in zip(chunks, self._same, strict=True):
            self._merge(cells, without, low, weights)
            self._score(sums, counts, low, weights, same)
        scores = torch.where(counts > 0, sums / counts.clamp_min(1), torch.nan)
        return cells.numpy(), without.numpy(), scores.float().numpy()

    def _merge(self, cells: Tensor, without: Tensor, low: int, weights: Tensor) -> None:
        size = self.size
        at = slice(low // size, -(-(low + len(weights)) // size))
        found = _largest(weights, size)  # [k, m]
        keys = torch.arange(found.shape[1])
        later = keys[None, :] > torch.arange(at.start, at.stop)[:, None]
        cells[at, : found.shape[1]] = found.masked_fill(later, torch.nan)
        if size > 1:
            without[at] = _largest(pad(weights[:, 1:size], (0, 1)), size)[:, 0]

    def _score(
        self, sums: Tensor, counts: Tensor, low: int, weights: Tensor, same: tuple[Tensor, Tensor, Tensor]
    ) -> None:
        rows, keys, has = same
        n = len(weights)
        at = torch.arange(low, low + n)
        own, first = weights[torch.arange(n), at], weights[:, 0]
        later = at > 0
        back = (at[:, None] - torch.arange(weights.shape[1])[None]).clamp_min(0).float()
        found = {
            "previous": (weights[torch.arange(n), (at - 1).clamp_min(0)][later], int(later.sum())),
            "duplicate": (weights[rows, keys], int(has.sum())),
            "induction": (weights[rows, keys + 1], int(has.sum())),
            "first": (first[later], int(later.sum())),
            "current": (own[later], int(later.sum())),
            "entropy": (-torch.special.xlogy(weights, weights) / np.log(2), n),
            "distance": (weights * back, n),
        }
        for index, name in enumerate(TEXT_SCORES):
            values, count = found[name]
            sums[index] += values.double().sum()
            counts[index] += count


def _largest(weights: Tensor, size: int) -> Tensor:
    if size == 1:
        return weights
    whole = pad(weights, (0, -weights.shape[1] % size, 0, -len(weights) % size))
    blocks = whole.view(len(whole) // size, size, -1, size)
    return blocks.amax(dim=1).amax(dim=-1)
