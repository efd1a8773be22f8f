"""Text made by counting alone: each symbol is drawn from what followed the n - 1 before it, forced where one thing did.

Where a table has not met what stands before, the table of the next lower n is asked, down to that of single symbols.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from engine.errors import InputRefused
from engine.labs.ngrams.counted import Check, Counted
from engine.labs.ngrams.records import I64, LONGEST_PROMPT, ORDERS, Passage, Written, WrittenLine
from engine.records import I32
from engine.sentences import say

LONGEST: Final = 2000  # characters that are written
NOWHERE: Final = -1


def written(counted: Counted, prompt: str, length: int, seed: int, check: Check) -> Written:
    """A continuation by each table.

    Raises:
        InputRefused: a length that cannot be written.
    """
    if not 1 <= length <= LONGEST:
        raise InputRefused(say("Between 1 and {most:,} characters can be written, not {n}.", most=LONGEST, n=length))
    prompt = prompt[-LONGEST_PROMPT:]
    _, before = counted.ids_of(prompt.rstrip(" ") if counted.of.unit == "words" else prompt)
    lines = []
    for n in ORDERS:
        check()
        lines.append(_Writing(counted, before, n, seed).line(length))
    return Written(prompt, tuple(lines))


class _Writing:
    """One continuation."""

    def __init__(self, counted: Counted, before: I32, n: int, seed: int) -> None:
        self._counted, self._tables, self._n = counted, counted.tables, n
        self._ids = before[max(len(before) - n + 1, 0) :].tolist() if n > 1 else []
        self._rng = np.random.default_rng([seed, n])

    def line(self, length: int) -> WrittenLine:
        """Symbols until there are as many characters."""
        symbols, steps, done = [], list[tuple[int, int, int, int]](), 0
        while done < length:
            last = steps[-1][3] if steps else NOWHERE
            symbol, step = self._step(last)
            symbols.append(self._counted.symbols[symbol])
            steps.append(step)
            done += len(symbols[-1])
        used, choices, times, places = np.array(steps, np.int64).T
        passage, passages = self._passages(places)
        return WrittenLine(
            self._n, tuple(symbols), used.astype(np.int32), choices.astype(np.int32), times.astype(np.int32), passage,
            passages,
        )  # fmt: skip

    def _step(self, last: int) -> tuple[int, tuple[int, int, int, int]]:
        """The next symbol; the n that offered it, how many it offered and how often, and where a forced one stands."""
        tables, before = self._tables, self._ids[max(len(self._ids) - self._n + 1, 0) :] if self._n > 1 else []
        for begin in range(len(before) + 1):
            context = np.array(before[begin:], np.int32)
            run = tables.run_of(context)
            low, high = tables.level(len(context) + 1).after(run, tables.n_symbols) if run >= 0 else (0, 0)
            if high > low:
                break
        level = tables.level(len(context) + 1)
        counts = level.counts[low:high]
        chosen = low + int(self._rng.choice(high - low, p=counts / counts.sum()))
        symbol = int(level.keys[chosen] % tables.n_symbols)
        self._ids.append(symbol)
        place = NOWHERE
        if high - low == 1:
            places = tables.places(len(context) + 1, chosen) + len(context)
            place = last + 1 if last >= 0 and np.isin(last + 1, places) else int(places[0])
        return symbol, (len(context) + 1, high - low, int(counts.sum()), place)

    def _passages(self, places: I64) -> tuple[I32, tuple[Passage, ...]]:
        """Which passage each forced symbol was copied from: those that stand beside each other there are one."""
        of_symbol = np.full(len(places), -1, np.int32)
        found: list[Passage] = []
        begin = 0
        for at in range(1, len(places) + 1):
            goes_on = at < len(places) and places[at] >= 0 and places[at] == places[at - 1] + 1
            if goes_on:
                continue
            if places[begin] >= 0:
                of_symbol[begin:at] = len(found)
                found.append(self._counted.passage(int(places[begin]), int(places[at - 1]) + 1))
            begin = at
        return of_symbol, tuple(found)
