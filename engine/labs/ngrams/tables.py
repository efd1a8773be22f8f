"""Counts of all runs of 1 to 6 symbols of a text, from one sort of its positions.

The codes of three symbols are numbered in their order, and pairs of such numbers are the codes of six: sorting the
positions by these sorts them by the six symbols that begin there, whatever their number V is. Every table is then cut
out of this one order: the positions at which a run of n symbols begins stand together, so its count is how many they
are, its places are themselves, and what may follow it are the runs of n + 1 between the same ends.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from engine.records import I32

I64 = npt.NDArray[np.int64]
LONGEST: Final = 6  # symbols
HALF: Final = 3


@dataclass(frozen=True, eq=False)
class Level:
    """The table of one n: its runs in the order of their symbols.

    A run is found by the run of n - 1 that it begins with (its number there) and its last symbol.
    """

    keys: I64  # [G] number of the run of n - 1 it begins with, times V, plus its last symbol; rising
    first: I32  # [G] where its positions begin in `Tables.order`
    counts: I32  # [G]

    def __len__(self) -> int:
        return len(self.keys)

    def find(self, before: I64, symbols: I64, n_symbols: int) -> I64:
        """[q] the numbers of the runs that begin with runs `before` and end with `symbols`, -1 where there is none."""
        if not len(self.keys):
            return np.full(len(before), -1, np.int64)
        wanted = before * n_symbols + symbols
        at = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        there = (before >= 0) & (symbols >= 0) & (self.keys[at] == wanted)
        return np.where(there, at, -1)

    def after(self, before: int, n_symbols: int) -> tuple[int, int]:
        """The runs, from and to, that begin with run `before` of the table of n - 1."""
        low, high = np.searchsorted(self.keys, (before * n_symbols, (before + 1) * n_symbols))
        return int(low), int(high)


@dataclass(frozen=True, eq=False)
class Tables:
    """All tables of one text of N symbols."""

    ids: I32  # [N]
    n_symbols: int  # V
    order: I32  # [N] positions, by the symbols that begin there
    levels: tuple[Level, ...]  # of n = 1 .. LONGEST; runs that the text's end cuts are not counted

    def level(self, n: int) -> Level:
        """The table of runs of n symbols."""
        return self.levels[n - 1]

    def run_of(self, symbols: I32) -> int:
        """The number of one run of up to LONGEST symbols in its table; -1 where it does not occur, 0 of none at all."""
        at = np.zeros(1, np.int64)
        for level, symbol in zip(self.levels, symbols.tolist(), strict=False):
            at = level.find(at, np.array([symbol], np.int64), self.n_symbols)
        return int(at[0])

    def places(self, n: int, run: int) -> I32:
        """The positions at which a run of n symbols begins, in the text's order."""
        level = self.level(n)
        low = int(level.first[run])
        found: I32 = np.sort(self.order[low : low + int(level.counts[run])])
        return found

    @cached_property
    def by_position(self) -> tuple[I32, ...]:
        """Of n = 1 .. LONGEST: [N] the number of the run that begins at each position, -1 at the end."""
        found = []
        for n, level in enumerate(self.levels, start=1):
            here = np.full(len(self.ids), -1, np.int32)
            numbers = np.repeat(np.arange(len(level), dtype=np.int32), level.counts)
            here[self._rows(n)] = numbers
            found.append(here)
        return tuple(found)

    def _rows(self, n: int) -> I32:
        """[N - n + 1] the positions at which whole runs of n begin, in the order of their symbols."""
        whole: I32 = self.order[self.order <= len(self.ids) - n]
        return whole


def count(ids: I32, n_symbols: int, check: Callable[[], None] = lambda: None) -> Tables:
    """Count all runs of up to LONGEST symbols of [N] `ids` < `n_symbols`. `check` is called between steps."""
    codes = _codes(ids, n_symbols)
    check()
    order = np.argsort(codes, kind="stable").astype(np.int32)
    del codes
    total = len(ids)
    padded = np.concatenate([ids, np.full(LONGEST, -1, np.int32)])
    levels: list[Level] = []
    new = np.zeros(total, np.bool_)  # [N] whether the run of n at a place of the order differs from the one before it
    new[:1] = True
    before = np.zeros(total, np.int32)  # [N] the number of the run of n - 1 there
    for n in range(1, LONGEST + 1):
        check()
        symbols = padded[order + (n - 1)]
        new[1:] |= symbols[1:] != symbols[:-1]
        whole = order <= total - n
        begins = np.flatnonzero(new & whole)
        keys = before[begins].astype(np.int64) * n_symbols + symbols[begins]
        ends = np.append(begins[1:], total)
        cut = np.flatnonzero(~whole)  # rows of runs that the text's end cuts, fewer than n
        counts = (ends - begins - np.diff(np.searchsorted(cut, np.append(begins, total)))).astype(np.int32)
        levels.append(Level(keys, begins.astype(np.int32), counts))
        before = np.cumsum(new & whole, dtype=np.int32)
        before -= 1
        np.maximum(before, 0, out=before)
    return Tables(ids, n_symbols, order, tuple(levels))


def _codes(ids: I32, n_symbols: int) -> I64:
    """[N] numbers in the order of the LONGEST symbols from each position on; what the text's end cuts comes first."""
    base = n_symbols + 1
    shifted = np.concatenate([ids.astype(np.int64) + 1, np.zeros(LONGEST, np.int64)])  # 0: past the end
    threes = np.zeros(len(ids) + HALF, np.int64)
    for at in range(HALF):
        threes *= base
        threes += shifted[at : at + len(threes)]
    del shifted
    known = np.unique(threes)
    ranks = np.searchsorted(known, threes)
    del threes
    codes = ranks[: len(ids)] * (len(known) + 1)
    codes += ranks[HALF:]
    return codes
