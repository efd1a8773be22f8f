"""What takes long, each with an entry of its own: told of by whoever does it, and gone with what it was for.

The time left is what the present stage has taken so far, for what of it is left: said only once that means something.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.state import Key, Work
from viz.in_language import in_language

_SOONEST = 2.0  # seconds of a stage after which its end is foretold
_LEAST = 0.02  # share of it that has to be done


class Works(QObject):
    """The list, in the order in which things began."""

    changed = Signal(object)  # tuple[Work, ...]

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._works: dict[Key, Work] = {}
        self._began: dict[Key, tuple[float, int]] = {}  # of the present stage: when, and how much was done then

    @property
    def all(self) -> tuple[Work, ...]:
        """What goes on."""
        return tuple(self._works.values())

    def __contains__(self, key: object) -> bool:
        return key in self._works

    def tell(self, key: Key, doing: str, done: int, total: int, unit: str = "", can_cancel: bool = True) -> None:
        """One of them is so far."""
        before = self._works.get(key)
        if before is None or before.doing != doing or done < before.done:
            self._began[key] = (self._clock(), done)
        self._works[key] = Work(key, doing, done, total, unit, self._left(key, done, total), can_cancel)
        self.changed.emit(self.all)

    def _left(self, key: Key, done: int, total: int) -> float | None:
        began, first = self._began[key]
        seconds, made = self._clock() - began, done - first
        if total <= 0 or seconds < _SOONEST or made < _LEAST * total:
            return None
        return seconds * max(total - done, 0) / made

    def change_language(self) -> None:
        """Say in the person's language what is being done."""
        self._works = {key: in_language(work) for key, work in self._works.items()}

    def end(self, key: Key) -> None:
        """One of them is over."""
        self.keep(lambda other: other != key)

    def keep(self, which: Callable[[Key], bool]) -> None:
        """Only these go on."""
        kept = {key: work for key, work in self._works.items() if which(key)}
        if len(kept) < len(self._works):
            self._works = kept
            self.changed.emit(self.all)
