"""Keys and values of the paths walked last, so that going back, branching and returning recompute only what differs.

A cached path is never copied to be branched: `fork` shares its tensors, and cutting one to a prefix takes views of
them (see `engine.libraries.transformers_inside`). The cache of the very path that is gone on from is lent as it is,
with a note of what it held: after a step that failed it is put back. A layer with a sliding window forgets what lies
behind the window; such a cache can be cut only while nothing was forgotten, and is otherwise built again from the
tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from transformers import Cache, DynamicCache, PreTrainedModel

from engine.capture.cache import new_cache
from engine.libraries.transformers_inside import contents, cut, put_back

KEPT = 4  # paths; what they share is held once


@dataclass(frozen=True)
class _Held:
    path: list[int]  # nodes whose keys and values it holds
    cache: Cache


class Prefixes:
    """The few most recent caches of one run; a model that takes no cache has none: every step is a whole forward."""

    def __init__(self, model: PreTrainedModel, caches: bool = True) -> None:
        self._model = model
        self._held: list[_Held] = []
        self._lent: tuple[_Held, list[dict[str, Any]]] | None = None  # and what its layers held
        self.can_cache = caches and isinstance(new_cache(model), DynamicCache)

    def clear(self) -> None:
        """Forget all."""
        self._held.clear()
        self._lent = None

    def _take_back(self) -> None:
        """A cache was lent and what it was lent for did not end well: it is as it was before."""
        if self._lent is not None:
            held, layers = self._lent
            put_back(held.cache, layers)
            self._held.append(held)
            self._lent = None

    def longest(self, path: Sequence[int]) -> tuple[int, Cache | None]:
        """How many of `path`'s first nodes need not be computed again, and a cache of them that may be grown."""
        self._take_back()
        if path and self._held and self._held[-1].path == path:
            last = self._held.pop()
            self._lent = (last, contents(last.cache))
            return len(path), last.cache
        for shared, held in sorted(
            ((_shared(path, held.path), held) for held in self._held), key=lambda pair: -pair[0]
        ):
            twin = cut(held.cache, shared)
            if twin is not None and shared:
                return shared, twin
        return 0, new_cache(self._model) if self.can_cache else None

    def keep(self, path: list[int], cache: Cache | None) -> None:
        """Remember the cache of `path`. What it grew from is forgotten, since it is contained."""
        self._lent = None
        if cache is None:
            return
        contained = [held for held in self._held if _shared(path, held.path) == len(held.path)]
        self._held = [held for held in self._held if held not in contained]
        self._held.append(_Held(path, cache))
        del self._held[:-KEPT]


def _shared(a: Sequence[int], b: Sequence[int]) -> int:
    """Length of the common prefix. Two paths of one tree that share a node share all before it."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if a[middle - 1] == b[middle - 1] else (low, middle - 1)
    return low
