"""All heads' attention at thumbnail size, and their scores, kept up to date row by row as tokens come.

A thumbnail has at most `BINS` cells a side; when the text outgrows them, neighbouring cells are merged two by two by
their maximum, so that a single strong cell stays visible. Merging by maximum is associative, so a store grown row by
row equals one made at once, and a new token costs what its own rows cost. Scores are sums over rows and grow alike.

Definitions, on the text on screen (for row p with attention a[j], j = 0..p): previous a[p-1]; current a[p]; first
a[0]; duplicate the sum over earlier j with the same token as p; induction the sum over j whose predecessor is the
same token as p; entropy -sum a log2 a in bits; distance sum a (p - j). Means over the rows where each can occur.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from engine.labs.attention.records import AskAtlas, AtlasFound
from engine.records import F32
from engine.run import Run

BINS = 64
SCORES = ("previous", "duplicate", "induction", "first", "current", "entropy", "distance")
F64 = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Atlas:
    """All heads at once. Cells of the future are NaN, as are rows whose attention is not stored."""

    cells: F32  # [L, H, n, n] the maximum over `bin` x `bin` positions each
    without_first: F32  # [L, H, n] column 0 of `cells` when key 0 is left out
    bin: int  # positions per cell and side
    n_rows: int  # T
    n_missing: int  # rows without stored attention
    scores: F32  # [len(SCORES), L, H], NaN where never defined


_origins: weakref.WeakKeyDictionary[Atlas, object] = weakref.WeakKeyDictionary()


def same_origin(one: Atlas, other: Atlas) -> bool:
    """Whether both were taken from one growing store, so that only rows from the earlier one's last on differ."""
    origin = _origins.get(one)
    return origin is not None and origin is _origins.get(other)


class AttentionStore:
    """Grows with a run; `atlas()` gives a picture of it that later growth does not change."""

    def __init__(self, layers: int, heads: int) -> None:
        self.nodes: list[int] = []
        self._tokens: list[int] = []
        self._bin = 1
        self._cells = np.full((layers, heads, BINS, BINS), np.nan, np.float32)
        self._without = np.full((layers, heads, BINS), np.nan, np.float32)
        self._sums = np.zeros((len(SCORES), layers, heads))
        self._counts = np.zeros(len(SCORES))
        self._missing = 0

    def add(self, node: int, token: int, attn: F32 | None) -> None:
        """The next position's rows [L, H, p + 1], or None where they are not stored."""
        row = len(self.nodes)
        self.nodes.append(node)
        self._tokens.append(token)
        if row >= BINS * self._bin:
            self._halve()
        if attn is None:
            self._missing += 1
            return
        at, starts = row // self._bin, np.arange(0, row + 1, self._bin)
        pooled = attn if self._bin == 1 else np.maximum.reduceat(attn, starts, axis=2)  # [L, H, bins]
        target = self._cells[:, :, at, : pooled.shape[2]]
        np.fmax(target, pooled, out=target)
        first = attn[:, :, 1 : self._bin]
        if first.shape[2]:
            np.fmax(self._without[:, :, at], first.max(axis=2), out=self._without[:, :, at])
        self._score(row, attn)

    def _halve(self) -> None:
        """Merge cells two by two."""
        half = BINS // 2
        lines = np.fmax(self._cells[:, :, ::2], self._cells[:, :, 1::2])
        merged = np.fmax(lines[..., ::2], lines[..., 1::2])
        rows = np.fmax(self._without, self._cells[:, :, :, 1])  # the second column now shares the first one's cell
        self._cells = np.full_like(self._cells, np.nan)  # a new one: pictures of the other were given away
        self._cells[:, :, :half, :half] = merged
        self._without[:] = np.nan
        self._without[:, :, :half] = np.fmax(rows[..., ::2], rows[..., 1::2])
        self._bin *= 2

    def _score(self, row: int, attn: F32) -> None:
        tokens = np.array(self._tokens)  # [row + 1]
        same = np.nonzero(tokens[:row] == tokens[row])[0]
        with np.errstate(divide="ignore", invalid="ignore"):
            entropy = -np.nansum(attn * np.log2(attn), axis=2)
        found = {"first": attn[:, :, 0], "current": attn[:, :, row], "entropy": entropy}
        found["distance"] = attn @ np.arange(row, -1, -1, dtype=np.float32)
        if row:
            found["previous"] = attn[:, :, row - 1]
        if len(same):
            found["duplicate"] = attn[:, :, same].sum(axis=2)
            found["induction"] = attn[:, :, same + 1].sum(axis=2)
        for name, values in found.items():
            if row or name in ("entropy", "distance"):
                index = SCORES.index(name)
                self._sums[index] += values
                self._counts[index] += 1

    def atlas(self) -> Atlas:
        """A copy of what is known so far."""
        rows = len(self.nodes)
        n = -(-rows // self._bin)
        counts = self._counts[:, None, None]
        with np.errstate(divide="ignore", invalid="ignore"):
            scores = np.where(counts > 0, self._sums / counts, np.nan).astype(np.float32)
        cells = self._cells[:, :, :n, :n]
        if self._bin > 1:  # the last row may still grow; with a row for each token none does, and nothing is copied
            cells = cells.copy()
        made = Atlas(cells, self._without[:, :, :n].copy(), self._bin, rows, self._missing, scores)
        _origins[made] = self
        return made


_stores: weakref.WeakKeyDictionary[Run, tuple[AttentionStore, Atlas]] = weakref.WeakKeyDictionary()
_made: weakref.WeakKeyDictionary[Run, tuple[AtlasFound, Atlas]] = weakref.WeakKeyDictionary()


def atlas_of(run: Run) -> Atlas | None:
    """All heads of the active path; None without a model's shape or a token, or where no attention is stored at all."""
    if run.info is None or not len(run):
        return None
    path = list(run.path)
    store, known = _stores.get(run, (None, None))
    if store is None or store.nodes != path[: len(store.nodes)]:
        store, known = AttentionStore(run.info.n_layers, run.info.n_heads), None
    if known is None or len(store.nodes) < len(path):
        for node in path[len(store.nodes) :]:
            record = run.nodes[node]
            store.add(node, record.token_id, record.attn)
        known = store.atlas()
        _stores[run] = (store, known)
    if not known.n_missing:
        return known
    return _computed(run) or (known if known.n_missing < known.n_rows else None)


def _computed(run: Run) -> Atlas | None:
    """What a lab found of the same path, where rows are not stored."""
    found = run.findings.get(AskAtlas(run.current))
    if not isinstance(found, AtlasFound):
        return None
    made = _made.get(run)
    if made is None or made[0] is not found:
        atlas = Atlas(found.cells, found.without_first, found.bin, found.n, 0, found.scores)
        made = _made[run] = (found, atlas)
    return made[1]


def row_of(run: Run, position: int, layer: int, head: int) -> F32 | None:
    """What the token at `position` of the path attends to, [position + 1]; None where it is not known."""
    record = run.at(position)
    if record.attn is not None:
        return np.asarray(record.attn[layer, head])
    replayed = run.replayed.get((run.current, layer, "attn", head))
    return None if replayed is None else replayed[position, : position + 1]


def column_of(run: Run, position: int, layer: int, head: int) -> F32 | None:
    """How much each later position attends to `position`, [T - position]; None where one of them is not known."""
    replayed = run.replayed.get((run.current, layer, "attn", head))
    if replayed is not None:
        return replayed[position:, position]
    rows = [run.nodes[node].attn for node in run.path[position:]]
    if any(row is None for row in rows):
        return None
    return np.array([row[layer, head, position] for row in rows if row is not None], np.float32)


def layer_mean(run: Run, layer: int) -> F32 | None:
    """[T, T] mean over the heads of a layer; None where one of them is not known."""
    if run.info is None:
        return None
    n = len(run)
    if all(run.nodes[node].attn is not None for node in run.path):
        mean = np.zeros((n, n), np.float32)
        for row, node in enumerate(run.path):
            attn = run.nodes[node].attn
            if attn is not None:
                mean[row, : row + 1] = attn[layer].mean(axis=0)
        return mean
    heads = [run.attention(layer, head) for head in range(run.info.n_heads)]
    if any(head is None for head in heads):
        return None
    return np.asarray(np.mean([head for head in heads if head is not None], axis=0), dtype=np.float32)
