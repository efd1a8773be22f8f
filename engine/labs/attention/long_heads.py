"""Answers about single heads of long texts: a picture of maxima, a part of the matrix, a row or a column.

Weights come in chunks of rows (`engine.capture.head_rows`) and are reduced as they come, so memory is linear in T: the
states and, per block asked about, queries and keys; one chunk of weights; the picture. Queries and keys of the heads
asked about last are kept. They are made for each head by itself, unless more than a few of a block are asked about.
"""

from __future__ import annotations

import time
import weakref
from collections import Counter, OrderedDict
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import pad

from engine.capture.head_rows import HeadRows, OneByOne, Way, head_rows, quickest
from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.workbench import Workbench
from engine.labs.attention.records import (
    CELLS,
    AskHeadLine,
    AskHeadPicture,
    AskHeadWindow,
    HeadLine,
    HeadPicture,
    HeadWindow,
    Mix,
)
from engine.sentences import say

BLOCKS_KEPT = 3
SINGLY = 2  # heads of a block up to which each is computed by itself
REPORTED = 512  # rows between two words of how far it is
ENOUGH = 12  # rows from which a comparison is remembered


@dataclass
class _Kept:
    """What is remembered with a session's model."""

    blocks: OrderedDict[tuple[int, int, int], HeadRows] = field(default_factory=OrderedDict)  # by run, node, layer
    ways: dict[object, Way] = field(default_factory=dict)  # kind of block -> the quickest that is right


_kept: weakref.WeakKeyDictionary[Session, _Kept] = weakref.WeakKeyDictionary()


def picture(question: AskHeadPicture, bench: Workbench) -> HeadPicture:
    """The whole matrix, reduced.

    Raises:
        InputRefused: no such node or head, or a model without attention. Stopped: a person asked for an end.
    """
    began = time.perf_counter()
    rows = _Mixed(bench, question.node, question.mix)
    n = rows.length
    size = bin_of(n)
    count = -(-n // size)
    cells, without = torch.zeros(count, count), torch.zeros(count)
    ones = torch.ones(max(n, 1))
    sums, columns, first = torch.zeros(n), torch.zeros(n, dtype=torch.float64), torch.zeros(n)
    step = max(rows.chunk, size)
    for low in range(0, n, step):
        if low and low % REPORTED == 0:
            bench.progress(say("Recomputing the attention of a head"), low, n)
        high = min(low + step, n)
        weights = rows.weights(low, high)  # [r, high]
        sums[low:high], first[low:high] = weights @ ones[:high], weights[:, 0]
        columns[:high] += ones[: high - low] @ weights
        at = slice(low // size, -(-high // size))
        reduced = _extremes(weights, size, rows.signed)
        cells[at, : reduced.shape[1]] = reduced
        if size > 1:
            without[at] = _extremes(pad(weights[:, 1:size], (0, 1)), size, rows.signed)[:, 0]
    if n > REPORTED:
        bench.progress(say("Recomputing the attention of a head"), n, n)
    return HeadPicture(
        question.node, question.mix, n, size, cells.numpy(), without.numpy(), sums.numpy(), columns.float().numpy(),
        first.numpy(), time.perf_counter() - began,
    )  # fmt: skip


def bin_of(n: int) -> int:
    """The smallest power of two at which n positions are at most CELLS cells."""
    size = 1
    while -(-n // size) > CELLS:
        size *= 2
    return size


def _extremes(weights: Tensor, size: int, signed: bool) -> Tensor:
    """[r, k] as cells of size x size, each the largest, by amount where signed."""
    if size == 1:
        return weights
    rows, columns = weights.shape
    whole = pad(weights, (0, -columns % size, 0, -rows % size))
    blocks = whole.view(whole.shape[0] // size, size, -1, size)
    high = blocks.amax(dim=1).amax(dim=-1)  # rows first: they lie together in memory
    if not signed:
        return high
    low = blocks.amin(dim=1).amin(dim=-1)
    return torch.where(-low > high, low, high)


def window(question: AskHeadWindow, bench: Workbench) -> HeadWindow:
    """A part of the matrix. Raises as `picture`."""
    rows = _Mixed(bench, question.node, question.mix)
    top, left = question.top, question.left
    if not (0 <= top < rows.length and 0 <= left < rows.length and 1 <= question.side <= CELLS):
        raise InputRefused(
            say("A part of the matrix must begin inside it and have 1 to {cells} rows. Ask for another.", cells=CELLS)
        )
    high = min(top + question.side, rows.length)
    right = min(left + question.side, rows.length)
    values = torch.zeros(high - top, right - left)
    for low in range(top, high, rows.chunk):
        end = min(low + rows.chunk, high)
        weights = rows.weights(low, end)  # [r, end]
        seen = weights[:, left : min(right, end)]
        values[low - top : end - top, : seen.shape[1]] = seen
    return HeadWindow(question.node, question.mix, top, left, values.numpy())


def line(question: AskHeadLine, bench: Workbench) -> HeadLine:
    """A row or a column. Raises as `picture`."""
    rows, at = _Mixed(bench, question.node, question.mix), question.position
    if not 0 <= at < rows.length:
        raise InputRefused(say("There is no position {at} in a text of {length} tokens.", at=at, length=rows.length))
    if not question.column:
        values = rows.weights(at, at + 1)[0]
    else:
        chunks = [(low, min(low + rows.chunk, rows.length)) for low in range(at, rows.length, rows.chunk)]
        values = torch.cat([rows.weights(low, high)[:, at].clone() for low, high in chunks])
    return HeadLine(question.node, question.mix, at, question.column, np.ascontiguousarray(values.numpy()))


class _Mixed:
    """Rows of a mix of heads at a node."""

    def __init__(self, bench: Workbench, node: int, mix: Mix) -> None:
        heads = (*mix.plus, *mix.minus)
        anatomy = bench.anatomy
        if not mix.plus or any(
            not (0 <= layer < anatomy.n_layers and 0 <= head < anatomy.n_heads) for layer, head in heads
        ):
            raise InputRefused(
                say(
                    "There is no such head: this model has layers 0 to {last} of {n_heads} heads.",
                    last=anatomy.n_layers - 1,
                    n_heads=anatomy.n_heads,
                )
            )
        self._bench, self._mix, self.signed = bench, mix, bool(mix.minus)
        layers = Counter(layer for layer, _ in set(heads))
        self._rows = {layer: _rows_of(bench, node, layer, layers[layer] > SINGLY) for layer in sorted(layers)}
        self.length = next(iter(self._rows.values())).length
        self.chunk = max(rows.chunk for rows in self._rows.values())

    def weights(self, low: int, high: int) -> Tensor:
        """[high - low, high]"""
        if self._bench.stop():
            raise Stopped
        mixed = self._mean(self._mix.plus, low, high)
        return mixed - self._mean(self._mix.minus, low, high) if self.signed else mixed

    def _mean(self, heads: tuple[tuple[int, int], ...], low: int, high: int) -> Tensor:
        total = self._rows[heads[0][0]].weights(heads[0][1], low, high)
        for layer, head in heads[1:]:
            total = total + self._rows[layer].weights(head, low, high)
        return total / len(heads) if len(heads) > 1 else total


def _rows_of(bench: Workbench, node: int, layer: int, many: bool) -> HeadRows:
    """Rows of a block's heads, of which one or two are asked about, or `many`."""
    session = bench.session
    session.tree.require(node)
    if node < 0:
        raise InputRefused(
            say("There is no text yet, so there is no attention to show. Type a prompt and run it first.")
        )
    known = _kept.setdefault(session, _Kept())
    key = (session.run_id, node, layer)
    if key not in known.blocks or (many and isinstance(known.blocks[key], OneByOne)):
        states = session.states(node, layer, bench.stop)  # [T, D]
        session.cool()
        ids = torch.from_numpy(session.tree.ids(session.tree.path(node)).astype(np.int64))
        kind = _kind(bench, layer)
        way = known.ways.get(kind) or quickest(bench.model, bench.anatomy, layer, states, ids)
        if len(states) >= ENOUGH:
            known.ways[kind] = way
        if many and way is Way.ONE_BY_ONE:
            way = Way.KEPT
        known.blocks[key] = head_rows(bench.model, bench.anatomy, layer, states, ids, bench.stop, way)
        while len(known.blocks) > BLOCKS_KEPT:
            known.blocks.popitem(last=False)
    known.blocks.move_to_end(key)
    return known.blocks[key]


def _kind(bench: Workbench, layer: int) -> object:
    """What blocks that compute attention alike have in common: the module's class and its settings."""
    module = bench.anatomy.blocks[layer].attention
    settings = {name: value for name, value in vars(module).items() if isinstance(value, (int, float, str, type(None)))}
    return type(module), tuple(sorted((name, repr(value)) for name, value in settings.items() if "idx" not in name))
