"""Progress of a command on standard error: a line for every new stage, and one every ten percent."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

_EVERY = 10  # percent between two lines


class Told:
    """On a terminal only: a program that reads gets none."""

    def __init__(self) -> None:
        self._last = ("", -1)

    def tell(self, doing: str, done: int, total: int) -> None:
        """Say how far something is; `total` 0: nobody knows."""
        if not sys.stderr.isatty():
            return
        percent = 100 * done // total // _EVERY * _EVERY if total else 0
        if (doing, percent) != self._last:
            self._last = (doing, percent)
            amount = f" {percent} %" if total else ""
            print(f"{doing}{amount}", file=sys.stderr, flush=True)


class Counted:
    """How many of several are done and about how long the rest takes: on a terminal, and where a program reads.

    A line a second at most there, and one every ten percent here. The last is always told.
    """

    def __init__(self, total: int, what: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._what, self._clock = total, what, clock
        self._began = self._told = clock()
        self._percent = 0

    def tell(self, done: int, made: int) -> None:
        """`done` of all are there, of which `made` were made by now and took time."""
        from viz.map.paint.fit_words import duration

        now, percent = self._clock(), 100 * done // self._total // _EVERY * _EVERY
        is_due = now - self._told >= 1 if sys.stderr.isatty() else percent > self._percent
        if not is_due and done < self._total:
            return
        self._told, self._percent = now, percent
        left = (now - self._began) / made * (self._total - done) if made else 0.0
        after = f", about {duration(left)} left" if left else ""
        print(f"{done:,} of {self._total:,} {self._what}{after}", file=sys.stderr, flush=True)
