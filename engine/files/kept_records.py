"""Records as plain data and arrays, so that a file can hold them beside a run: what laboratories found, and places.

A record is written by the name of its class, its fields by name; arrays lie apart, as tensors. Only frozen dataclasses
of the engine's own numpy-only modules are made again, by their constructors: nothing is ever unpickled.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final

import numpy as np

from engine.records import AnyArray, read_only
from engine.sentences import english, say

MODULES: Final = re.compile(r"engine\.(records|questions|dictionaries\.records|labs\.[a-z_]+\.(records|questions))")
DEEPEST: Final = 12

Read = Callable[[str], AnyArray]


def encode(value: object, arrays: dict[str, AnyArray], prefix: str) -> Any:
    """`value` as JSON has it; its arrays are added to `arrays`, under names that begin with `prefix`.

    Raises:
        TypeError: it holds something that is neither a record, a tuple, a mapping, an array, a number nor a text.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, np.ndarray):
        name = f"{prefix}{len(arrays)}"
        arrays[name] = value
        return {"array": name}
    if isinstance(value, np.generic):
        return encode(value.item(), arrays, prefix)
    if isinstance(value, float):
        return value if math.isfinite(value) else {"float": str(value)}
    if isinstance(value, str):
        return english(value)
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    if isinstance(value, tuple | list):
        return {"tuple": [encode(item, arrays, prefix) for item in value]}
    if isinstance(value, Mapping):
        return {"mapping": [[encode(it, arrays, prefix) for it in pair] for pair in value.items()]}
    if dataclasses.is_dataclass(value) and not isinstance(value, type) and MODULES.fullmatch(type(value).__module__):
        fields = {
            field.name: encode(getattr(value, field.name), arrays, prefix)
            for field in dataclasses.fields(value)
            if field.init
        }
        return {"record": f"{type(value).__module__}:{type(value).__qualname__}", "fields": fields}
    raise TypeError(f"a file has no place for {type(value).__qualname__}")


def decode(coded: Any, read: Read, deep: int = 0) -> Any:
    """What `encode` was given. `read` gives an array by its name.

    Raises:
        ValueError, KeyError, TypeError, AttributeError, ImportError: it is damaged, or of another version.
    """
    if deep > DEEPEST:
        raise ValueError(say("its records lie too deep in each other"))
    if not isinstance(coded, Mapping):
        return coded
    if "array" in coded:
        return read_only(read(coded["array"]))
    if "float" in coded:
        return float(coded["float"])
    if "bytes" in coded:
        return bytes.fromhex(coded["bytes"])
    if "tuple" in coded:
        return _all(coded["tuple"], read, deep)
    if "mapping" in coded:
        return dict(_all(pair, read, deep) for pair in coded["mapping"])
    fields = {name: decode(value, read, deep + 1) for name, value in coded["fields"].items()}
    return _class(coded["record"])(**fields)


def _all(items: Sequence[Any], read: Read, deep: int) -> tuple[Any, ...]:
    return tuple(decode(item, read, deep + 1) for item in items)


def _class(name: str) -> type:
    module, _, qualname = name.partition(":")
    if not MODULES.fullmatch(module) or not qualname.isidentifier():
        raise ValueError(say("it names a record that is none"))
    found = getattr(import_module(module), qualname)
    if not isinstance(found, type) or not dataclasses.is_dataclass(found) or found.__module__ != module:
        raise ValueError(say("it names a record that is none"))
    return found
