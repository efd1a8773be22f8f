"""Remembers what a view derives from a run until the run changes.

`frame` is called for every hover as well as for every token; what depends on the run alone is kept here, so that a
hover over a run of thousands of tokens costs nothing and large arrays stay the same objects. A run counts as
unchanged while its `changed` counter, its nodes, its place and its vocabulary are the same.
"""

from __future__ import annotations

import functools
import weakref
from collections.abc import Callable
from typing import TypeVar

from engine.records import Vocabulary
from engine.run import Run

T = TypeVar("T")
_Key = tuple[int, int, int, int]


def per_run(derive: Callable[[Run], T]) -> Callable[[Run], T]:
    """`derive(run)`, computed anew only after the run has changed."""
    return _remembering(derive, lambda run: run.changed)


def per_path(derive: Callable[[Run], T]) -> Callable[[Run], T]:
    """The same for what depends on tokens alone, which findings and replays that arrive do not touch."""
    return _remembering(derive, lambda _run: 0)


def _remembering(derive: Callable[[Run], T], version: Callable[[Run], int]) -> Callable[[Run], T]:
    kept: weakref.WeakKeyDictionary[Run, tuple[_Key, Vocabulary | None, T]] = weakref.WeakKeyDictionary()

    @functools.wraps(derive)
    def remembered(run: Run) -> T:
        key = (version(run), len(run.nodes), run.current, run.prompt_tokens)
        known = kept.get(run)
        if known is not None and known[0] == key and known[1] is run.vocabulary:
            return known[2]
        value = derive(run)
        kept[run] = (key, run.vocabulary, value)
        return value

    return remembered
