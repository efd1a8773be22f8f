"""What was derived from a run last, under a key of everything it depends on: a hover then costs nothing."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from engine.run import Run

T = TypeVar("T")


class Kept:
    """One value for each name, made again when its key changes. Arrays in a key count by identity: hold them."""

    _by_run: ClassVar[weakref.WeakKeyDictionary[Run, tuple[Kept, Kept]]] = weakref.WeakKeyDictionary()

    def __init__(self) -> None:
        self._values: dict[str, tuple[tuple[Any, ...], Any]] = {}
        self.rays: dict[int, tuple[tuple[Any, ...], tuple[Any, ...] | None]] = {}  # node -> key, its rays

    @classmethod
    def of(cls, run: Run, second: bool = False) -> Kept:
        """The store of a run, or of the second map beside the first; it goes when the run goes."""
        if run not in cls._by_run:
            cls._by_run[run] = cls(), cls()
        return cls._by_run[run][second]

    def get(self, name: str, key: tuple[Any, ...], derive: Callable[[], T]) -> T:
        """The value kept under `key`, else what `derive` makes, which is then kept."""
        known = self._values.get(name)
        if known is None or known[0] != key:
            known = self._values[name] = (key, derive())
        value: T = known[1]
        return value
