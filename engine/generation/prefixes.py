"""Keys and values of the paths walked last, so that going back, branching and returning recompute only what differs.

The cache of the path walked last is whole, as the model's layers want it: they grow by `torch.cat`, which copies. Of a
path that was left behind only what that one does not hold is kept, so that a beginning is there once however many
branches lead from it; when the walk goes elsewhere what the others shared with it is handed on to them as views of its
end. A path that is returned to is put together again, exactly. Layers that forget (a sliding window) or overwrite (a
recurrence) cannot be parted: their caches are kept as they are. What is left behind is limited in bytes, wherever it
lies; the paths left longest ago go first, and are run again where they are wanted.

The cache of the very path that is gone on from is lent as it is, with a note of what it held: after a step that failed
it is put back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from transformers import Cache, DynamicCache, PreTrainedModel

from engine.capture.cache import new_cache
from engine.libraries.transformers_inside import (
    Part,
    contents,
    cut,
    joined_to,
    n_bytes,
    part_of,
    part_within,
    put_back,
)

KEPT = 32  # paths left behind
LIMIT = 256 * 2**20  # bytes of what is kept of them


@dataclass(frozen=True)
class _Walked:
    path: list[int]  # nodes whose keys and values it holds
    cache: Cache


@dataclass(frozen=True)
class _Left:
    """A path that was left behind: the first `start` nodes are those of the path walked last."""

    path: list[int]
    start: int
    parts: tuple[Part, ...]  # of the nodes after them

    def after(self, length: int) -> tuple[Part, ...]:
        """Its parts of the nodes from `length` on, on their own."""
        return _within(self.parts, length - self.start, len(self.path) - self.start, own=True)


class Prefixes:
    """The caches of one run; a model that takes no cache has none: every step is a whole forward."""

    def __init__(self, model: PreTrainedModel, caches: bool = True, limit: int = LIMIT) -> None:
        self._model = model
        self._limit = limit
        self._last: _Walked | None = None
        self._left: list[_Left | _Walked] = []  # the newest last; whole where it cannot be parted
        self._lent: tuple[_Walked, list[dict[str, Any]]] | None = None  # and what its layers held
        self.can_cache = caches and isinstance(new_cache(model), DynamicCache)

    def clear(self) -> None:
        """Forget all."""
        self._left.clear()
        self._last = self._lent = None

    @property
    def left_bytes(self) -> int:
        """Bytes of what is kept of paths left behind; what several share counts once."""
        whole = sum(n_bytes(left.cache) for left in self._left if isinstance(left, _Walked))
        stores = {
            id(part.store): part.store.n_bytes for left in self._left if isinstance(left, _Left) for part in left.parts
        }
        return whole + sum(stores.values())

    # -- taking --------------------------------------------------------------------------------------------------

    def longest(self, path: Sequence[int]) -> tuple[int, Cache | None]:
        """How many of `path`'s first nodes need not be computed again, and a cache of them that may be grown."""
        self._take_back()
        last = self._last
        if last is not None and path and last.path == path:
            self._last, self._lent = None, (last, contents(last.cache))
            return len(path), last.cache
        held: list[_Left | _Walked] = [*self._left, *([last] if last is not None else [])]
        for shared, one in sorted(((_shared(path, one.path), one) for one in held), key=lambda pair: -pair[0]):
            twin = self._first(one, shared) if shared else None
            if twin is not None:
                return shared, twin
        return 0, new_cache(self._model) if self.can_cache else None

    def _take_back(self) -> None:
        """A cache was lent and what it was lent for did not end well: it is as it was before."""
        if self._lent is not None:
            last, layers = self._lent
            put_back(last.cache, layers)
            self._last, self._lent = last, None

    def _first(self, one: _Left | _Walked, length: int) -> Cache | None:
        """A cache of the first `length` nodes of a path; None where they are not all there any more."""
        if isinstance(one, _Walked):
            return cut(one.cache, length)
        begun = cut(self._last.cache, min(one.start, length)) if self._last is not None else None
        if begun is None or length <= one.start:
            return begun
        return joined_to(begun, _within(one.parts, 0, length - one.start))

    # -- keeping -------------------------------------------------------------------------------------------------

    def keep(self, path: list[int], cache: Cache | None) -> None:
        """Remember the cache of `path`, which was walked last; what lies on the way to it is contained."""
        before = self._lent[0] if self._lent is not None else self._last
        self._lent = None
        if cache is None:
            return
        self._last = _Walked(path, cache)
        self._left = [left for left in self._left if not _contains(path, left.path)]
        if before is not None and not _contains(path, before.path):
            self._leave(before, path)
        while self._left and (len(self._left) > KEPT or self.left_bytes > self._limit):
            del self._left[0]

    def _leave(self, before: _Walked, path: list[int]) -> None:
        """The walk has gone from `before` to `path`, which does not lead on from there."""
        shared = _shared(before.path, path)
        end = part_of(before.cache, shared)
        kept: list[_Left | _Walked] = []
        for left in self._left:
            if isinstance(left, _Walked):
                kept.append(left)
            elif (known := _shared(left.path, path)) >= left.start:  # the new path holds as much of it, or more
                kept.append(replace(left, start=known, parts=left.after(known)) if known > left.start else left)
            elif end is not None:
                between = part_within(end, 0, left.start - shared)
                kept.append(replace(left, start=shared, parts=(between, *left.parts)))
        if not any(_contains(left.path, before.path) for left in kept):
            kept.append(before if end is None else _Left(before.path, shared, (end,)))
        self._left = kept


def _within(parts: Sequence[Part], low: int, high: int, own: bool = False) -> tuple[Part, ...]:
    """Positions `low` to `high` of consecutive parts; `own`: where a part is cut it holds no more than that."""
    found: list[Part] = []
    for part in parts:
        if low < part.length and high > 0:
            found.append(part_within(part, max(low, 0), min(high, part.length), own))
        low, high = low - part.length, high - part.length
    return tuple(found)


def _contains(path: Sequence[int], beginning: Sequence[int]) -> bool:
    """Whether one path of a tree leads over the end of another."""
    n = len(beginning)
    return n <= len(path) and (n == 0 or path[n - 1] == beginning[-1])


def _shared(a: Sequence[int], b: Sequence[int]) -> int:
    """Length of the common prefix. Two paths of one tree that share a node share all before it."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if a[middle - 1] == b[middle - 1] else (low, middle - 1)
    return low
