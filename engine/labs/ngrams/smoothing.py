"""What tables predict for symbols they may never have seen: each n leaves a share of its probability to the n below it.

    p_n(w | h) = share_n(h w) + rest_n(h) p_(n-1)(w | h without its first symbol),     p_0 = 1 / V

Witten and Bell (1991), as Chen and Goodman (1999) give it: with c the count of h w, C and T the number of symbols and
of different symbols that came after h, share = c / (C + T) and rest = T / (C + T). A uniform text stays uniform.

Kneser and Ney (1995), interpolated: share = max(c - D, 0) / C and rest = D T / C, where below the highest n the counts
are of the different symbols before a run, and D = n1 / (n1 + 2 n2) of each table, with n1 and n2 the runs counted once
and twice. After a run that was never met the share is 0 and the rest 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from engine.labs.ngrams.records import Method
from engine.labs.ngrams.tables import LONGEST, Tables
from engine.records import I32

F64 = npt.NDArray[np.float64]
I64 = npt.NDArray[np.int64]
USUAL: Final = 0.75  # the discount where a table has no run that was met once, or none met twice


@dataclass(frozen=True, eq=False)
class Shares:
    """One table's part of the formula."""

    share: F64  # [G_n] of its runs
    rest: F64  # [G_(n-1)] of the runs that they begin with; 1 where nothing came after


def discount(counts: I32) -> float:
    """D of a table with these counts."""
    once, twice = int((counts == 1).sum()), int((counts == 2).sum())
    return once / (once + 2 * twice) if once and twice else USUAL


class Smoothed:
    """The probabilities of a text's tables. `spare`: symbols that may come and were never met, for 1 / (V + spare)."""

    def __init__(self, tables: Tables, method: Method, spare: int = 0, fixed: float | None = None) -> None:
        self.tables, self.method, self.uniform = tables, method, 1.0 / (tables.n_symbols + spare)
        self._fixed = fixed  # a discount for all tables, instead of each one's own
        self._made: dict[tuple[int, bool], Shares] = {}

    def shares(self, n: int, top: bool) -> Shares:
        """Of the table of n, as the highest one or as one below it."""
        lower = self.method == "Kneser-Ney" and not top
        if (n, lower) not in self._made:
            self._made[n, lower] = self._shares(n, self._before[n - 1] if lower else self.tables.level(n).counts)
        return self._made[n, lower]

    def _shares(self, n: int, counts: I32) -> Shares:
        level = self.tables.level(n)
        begins = level.keys // self.tables.n_symbols  # [G] the run of n - 1
        n_before = len(self.tables.level(n - 1)) if n > 1 else 1
        total = np.bincount(begins, counts, n_before)  # C
        different = np.bincount(begins, minlength=n_before).astype(np.float64)  # T
        some = total > 0
        if self.method == "Witten-Bell":
            whole = total + different
            share = counts / whole[begins]
            rest = np.divide(different, whole, out=np.ones(n_before), where=some)
        else:
            less = discount(counts) if self._fixed is None else self._fixed
            left = np.maximum(counts - less, 0.0)
            share = np.divide(left, total[begins], out=np.zeros(len(begins)), where=some[begins])
            rest = np.divide(np.bincount(begins, np.minimum(counts, less), n_before), total, out=np.ones(n_before),
                             where=some)  # fmt: skip
        return Shares(share, rest)

    @cached_property
    def _before(self) -> tuple[I32, ...]:
        """Of n = 1 .. LONGEST - 1: [G] how many different symbols came before each run."""
        found = []
        for n in range(1, LONGEST):
            longer, here = self.tables.level(n + 1), self.tables.by_position[n - 1]
            after_first = self.tables.order[longer.first] + 1
            found.append(np.bincount(here[after_first], minlength=len(self.tables.level(n))).astype(np.int32))
        return tuple(found)

    def probabilities(self, ids: I32, n: int) -> F64:
        """[T] of each symbol of a text after the n - 1 before it; symbols that the tables do not know are -1.

        At the beginning of the text fewer are before it. An unknown symbol has what is left of `1 / (V + spare)`.
        """
        total = len(ids)
        found = np.full(total, self.uniform)
        for k, (before, here) in enumerate(self._runs(ids, n), start=1):
            low = k - 1  # the last symbol of the first run of k: there k is the highest, elsewhere where k is n
            for top, part in ((True, slice(low, low + 1 if k < n else total)), (False, slice(low + 1, total))):
                if part.start < min(part.stop, total) and (top or k < n):
                    self._add(found[part], before[part.start - low :], here[part.start - low :], self.shares(k, top))
        return found

    @staticmethod
    def _add(found: F64, before: I64, here: I64, shares: Shares) -> None:
        """Put the table of one n above what the lower ones gave, for the first of some runs."""
        before, here = before[: len(found)], here[: len(found)]
        rest = np.where(before >= 0, shares.rest[before], 1.0)
        share = np.where(here >= 0, shares.share[here], 0.0) if len(shares.share) else np.zeros(len(here))
        found *= rest
        found += share

    def _runs(self, ids: I32, n: int) -> list[tuple[I64, I64]]:
        """Of k = 1 .. n: the numbers of the runs of k - 1 and of k symbols that begin at 0 .. T - k."""
        here = np.zeros(len(ids) + 1, np.int64)  # of no symbol at all there is one run
        found = []
        for k in range(1, n + 1):
            before = here[: max(len(ids) - k + 1, 0)]
            here = self.tables.level(k).find(before, ids[k - 1 :].astype(np.int64), self.tables.n_symbols)
            found.append((before, here))
        return found

    def next(self, context: I32, n: int) -> F64:
        """[V] of each symbol after `context`, of which the last n - 1 are heeded."""
        found = np.full(self.tables.n_symbols, self.uniform)
        context = context[max(len(context) - (n - 1), 0) :] if n > 1 else context[:0]
        for k in range(1, len(context) + 2):
            before = self.tables.run_of(context[len(context) - (k - 1) :])
            if before < 0:
                break
            shares, level = self.shares(k, k == len(context) + 1), self.tables.level(k)
            low, high = level.after(before, self.tables.n_symbols)
            found *= shares.rest[before]
            found[level.keys[low:high] % self.tables.n_symbols] += shares.share[low:high]
        return found
