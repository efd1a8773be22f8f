"""Whether two frames show the same, so that an unchanged one is not painted again.

Every answer and every step of a slider brings a new frame to every view that is seen; most are what is shown already.
The same object counts as unchanged: a frame is frozen, and what it holds is (`View.frame`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import numpy as np


def same_frame(one: Any, other: Any) -> bool:
    """Whether both are equal all the way down, NaN equal to NaN. What is of no known kind is equal to itself alone."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return _same_arrays(one, other)
    if dataclasses.is_dataclass(one):
        fields = (entry.name for entry in dataclasses.fields(one))
        return all(same_frame(getattr(one, name), getattr(other, name)) for name in fields)
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(same_frame, one, other))
    if isinstance(one, Mapping):
        return one.keys() == other.keys() and all(same_frame(one[key], other[key]) for key in one)
    return bool(one == other) or (isinstance(one, float) and one != one and other != other)


def _same_arrays(one: Any, other: Any) -> bool:
    if one.dtype != other.dtype or one.shape != other.shape:
        return False
    return bool(np.array_equal(one, other, equal_nan=one.dtype.kind in "fc"))
