"""Every field of numbers that any view's frame can hold, by the types that its classes declare."""

from __future__ import annotations

import collections.abc
import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from viz.figures.numbers import LEFT_OUT
from viz.registry import all_views


def numeric_fields() -> set[tuple[type, str]]:
    """(class, field) of whatever holds numbers, truth values apart."""
    found: set[tuple[type, str]] = set()
    met: set[type] = set()
    for view in all_views().values():
        for part in _parts(typing.get_type_hints(view.frame)["return"]):
            _walk(part, met, found)
    return found


def _walk(owner: type, met: set[type], found: set[tuple[type, str]]) -> None:
    if owner in met or not dataclasses.is_dataclass(owner) or issubclass(owner, LEFT_OUT):
        return
    met.add(owner)
    for kind in owner.__subclasses__():
        if not kind.__module__.startswith("tests."):  # made up by a test that ran before
            _walk(kind, met, found)
    try:
        hints = typing.get_type_hints(owner)
    except NameError:  # a record for type checkers only, which holds no numbers
        return
    for field in dataclasses.fields(owner):
        for part in _parts(hints[field.name]):
            if _is_number(part):
                found.add((owner, field.name))
            elif isinstance(part, type):
                _walk(part, met, found)


def _is_number(part: Any) -> bool:
    if typing.get_origin(part) is np.ndarray:
        return np.dtype(np.bool_) != np.dtype(_scalar(part)) if _scalar(part) else True
    return isinstance(part, type) and issubclass(part, (int, float, np.number)) and not issubclass(part, bool)


def _scalar(array: Any) -> type | None:
    (_, dtype) = typing.get_args(array)
    (scalar,) = typing.get_args(dtype)
    return scalar if isinstance(scalar, type) and not issubclass(scalar, (np.integer, np.floating)) else None


def _parts(hint: Any) -> Iterator[Any]:
    """The types that a hint is made of: arrays as they are, of mappings the values."""
    origin = typing.get_origin(hint)
    if origin is np.ndarray or origin is None:
        yield hint
    elif origin is typing.Literal or origin is collections.abc.Callable:
        return
    else:
        arguments = typing.get_args(hint)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            arguments = arguments[1:]
        elif origin is not typing.Union and origin is not types.UnionType and not isinstance(origin, type):
            return
        for argument in arguments:
            if argument is not Ellipsis:
                yield from _parts(argument)
