"""A training in slices of seconds or less: the engine serves other questions between two of them."""

from __future__ import annotations

import time
from collections.abc import Callable

from engine.errors import Stopped


class Slice:
    """The time of one slice, and whether a person stopped it."""

    def __init__(self, seconds: float, stop: Callable[[], bool]) -> None:
        self._ends = time.monotonic() + seconds
        self._stop = stop

    def goes_on(self) -> bool:
        """Whether a further step is made: asked between two."""
        return time.monotonic() < self._ends and not self._stop()

    def heed_stop(self) -> None:
        """Raises Stopped where a person asked for an end."""
        if self._stop():
            raise Stopped
