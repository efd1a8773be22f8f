"""Interventions of laboratories as plain facts and arrays, for files of any kind, and back.

A kind is named by the module and class of its record (`engine.labs.X.records.Kind`). Only records of laboratories are
looked for, so a file cannot name any other code, and every value must be of the type that the record declares.
"""

from __future__ import annotations

import dataclasses
import importlib
import math
import re
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np

from engine.errors import InputRefused, in_short
from engine.records import AnyArray, Intervention
from engine.sentences import say

_LABORATORY = re.compile(r"(engine\.labs\.[a-z][a-z0-9_]*\.records)\.([A-Z][A-Za-z0-9]*)")


@dataclasses.dataclass(frozen=True)
class Facts:
    """An intervention in parts: `values` are what JSON holds."""

    kind: str
    values: Mapping[str, Any]
    arrays: Mapping[str, AnyArray]


def facts_of(change: Intervention) -> Facts:
    """The parts of an intervention."""
    fields = {entry.name: getattr(change, entry.name) for entry in dataclasses.fields(change)}
    arrays = {name: value for name, value in fields.items() if isinstance(value, np.ndarray)}
    values = {name: _plain(value) for name, value in fields.items() if name not in arrays}
    return Facts(f"{type(change).__module__}.{type(change).__qualname__}", values, arrays)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def intervention_of(facts: Facts) -> Intervention:
    """The intervention of these parts.

    Raises:
        InputRefused: it is of a kind that is not known here. TypeError, KeyError or ValueError: damage.
    """
    kind = kind_of(facts.kind)
    hints = get_type_hints(kind)
    values = {name: typed(hints[name], value) for name, value in facts.values.items()}
    for name, array in facts.arrays.items():
        if get_origin(hints[name]) is not np.ndarray or array.dtype.kind != "f" or not np.isfinite(array).all():
            raise ValueError(f"{name:.40} holds no numbers")
    return kind(**values, **facts.arrays)


def kind_of(name: object) -> type[Intervention]:
    """The class of that name. Raises InputRefused where no laboratory has it."""
    match = _LABORATORY.fullmatch(name) if isinstance(name, str) else None
    problem = InputRefused(
        say(
            "This Orrery does not know interventions of the kind {name!r}: use the Orrery that saved them, or update "
            "this one.",
            name=in_short(str(name), 100),
        )
    )
    if match is None:
        raise problem
    try:
        found = getattr(importlib.import_module(match[1]), match[2], None)
    except Exception as error:
        raise problem from error
    if not isinstance(found, type) or not issubclass(found, Intervention):
        raise problem
    return found


def typed(hint: Any, value: Any) -> Any:
    """A value of JSON as a record's field has it: a list as a tuple, a dictionary as the record that is declared.

    Raises:
        ValueError: it is none of that type.
    """
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _one_of(inner, value)
    if origin is Literal and value in inner and type(value) in map(type, inner):
        return value
    if origin is tuple and isinstance(value, list):
        kinds = inner[:1] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(typed(kind, each) for kind, each in zip(kinds, value, strict=True))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and isinstance(value, dict):
        hints = get_type_hints(hint)
        return hint(**{name: typed(hints[name], each) for name, each in value.items()})
    if hint is float and type(value) in (int, float) and math.isfinite(value):
        return value
    if (hint in (int, str, bool) and type(value) is hint) or (hint in (None, NoneType) and value is None):
        return value
    raise ValueError(f"{value!s:.40} is not what belongs there")


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    for kind in kinds:
        try:
            return typed(kind, value)
        except (ValueError, TypeError, KeyError):
            continue
    raise ValueError(f"{value!s:.40} is not what belongs there")
