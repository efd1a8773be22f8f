"""Deep equality of frames: dataclasses, arrays and plain values, NaN equal to NaN."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np


def difference(one: Any, other: Any, where: str = "frame") -> str | None:
    """None where both are equal all the way down, else a sentence naming the first place that differs."""
    if one is other:
        return None
    if type(one) is not type(other):
        return f"{where}: {type(one).__name__} against {type(other).__name__}"
    if isinstance(one, np.ndarray):
        return _of_arrays(one, other, where)
    if dataclasses.is_dataclass(one):
        fields = (entry.name for entry in dataclasses.fields(one))
        return _first(difference(getattr(one, name), getattr(other, name), f"{where}.{name}") for name in fields)
    if isinstance(one, Mapping):
        if one.keys() != other.keys():
            return f"{where}: keys {sorted(map(str, one))} against {sorted(map(str, other))}"
        return _first(difference(one[key], other[key], f"{where}[{key!r}]") for key in one)
    if isinstance(one, Sequence) and not isinstance(one, (str, bytes)):
        if len(one) != len(other):
            return f"{where}: {len(one)} entries against {len(other)}"
        return _first(difference(a, b, f"{where}[{i}]") for i, (a, b) in enumerate(zip(one, other, strict=True)))
    if isinstance(one, float) and one != one and other != other:
        return None
    return None if one == other else f"{where}: {one!r} against {other!r}"


def same(one: Any, other: Any) -> bool:
    """Whether both are equal all the way down."""
    return difference(one, other) is None


def _of_arrays(one: Any, other: Any, where: str) -> str | None:
    if one.dtype != other.dtype or one.shape != other.shape:
        return f"{where}: {one.dtype}{one.shape} against {other.dtype}{other.shape}"
    nan = one.dtype.kind in "fc"
    return None if np.array_equal(one, other, equal_nan=nan) else f"{where}: other values"


def _first(found: Any) -> str | None:
    return next((sentence for sentence in found if sentence is not None), None)
