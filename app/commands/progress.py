"""Progress of a command on standard error: a line for every new stage, and one every ten percent."""

from __future__ import annotations

import sys

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
