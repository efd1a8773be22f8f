"""Remembers the last results of a pure function by the *identity* of its array arguments.

A frame is computed anew at every token, but the background does not change: derived arrays (normalised points, colours,
landmarks) must stay the same objects, so that `paint` sees that nothing is to be uploaded. Hashing the arrays would
cost more than the work, so identity decides; the arguments are kept alive, so that an id cannot be taken over.
"""

from __future__ import annotations

import functools
from collections import OrderedDict
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import numpy as np

P = ParamSpec("P")
R = TypeVar("R")


def by_identity(size: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a pure function: arrays are compared by identity, all else by equality; `size` results are kept."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        kept: OrderedDict[tuple[object, ...], tuple[tuple[object, ...], R]] = OrderedDict()

        @functools.wraps(function)
        def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
            values = (*args, *kwargs.items())
            key = tuple(("array", id(v)) if isinstance(v, np.ndarray) else v for v in values)
            if key in kept:
                kept.move_to_end(key)
                return kept[key][1]
            result = function(*args, **kwargs)
            kept[key] = (values, result)
            while len(kept) > size:
                kept.popitem(last=False)
            return result

        return remembered

    return decorate
