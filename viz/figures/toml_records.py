"""Records of plain values as TOML: each field a key, each record a table, each tuple of records an array of tables.

Reading goes by the types of the fields. What is wrong is gathered, with its line and, for a key that is not known, the
nearest that is: a person who wrote the file by hand wants to hear of all of it at once.
"""

from __future__ import annotations

import dataclasses
import difflib
import math
import re
import tomllib
import types
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import tomlkit

from engine import checked_json
from engine.errors import InputRefused, JsonProblem, in_short, reason, shown
from engine.sentences import say

MOST_BYTES = 2**20
MOST_ENTRIES = 10_000  # of a list
_T = TypeVar("_T")
Place = tuple[str | int, ...]  # ("figure", 0, "panel", 1, "view")
_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-\s\"']+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-]+|\"[^\"]*\"|'[^']*')\s*=")
_KINDS = {
    bool: say("true or false"), int: say("a whole number"), float: say("a number"),
    str: say("a text in quotation marks"),
}  # fmt: skip


@dataclass(frozen=True)
class Problem:
    """What is wrong in a file, in a sentence, and the line it is in (from 1 on; 0 where that is not known)."""

    line: int
    sentence: str


@dataclass
class Reader:
    """The lines of one file, and what is wrong in it so far."""

    lines: Mapping[Place, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, place: Place, sentence: str) -> None:
        """Tell a problem, at the line of the nearest thing around it that has one."""
        line = 0
        for length in range(len(place), 0, -1):
            near = place[:length]
            line = self.lines.get(near, self.lines.get((*near, 0), 0))
            if line:
                break
        self.problems.append(Problem(line, sentence))

    def record(self, cls: type[_T], table: object, place: Place = ()) -> _T:
        """The record that a table says; a field whose value cannot be used has its default, and a problem is told."""
        if not isinstance(table, Mapping):
            self.add(place, say("“{name}” is a table, but {table} was met.", name=_name(place), table=shown(table, 60)))
            return cls()
        hints = typing.get_type_hints(cls)
        for key in table:
            if key not in hints:
                self.add(
                    (*place, key),
                    unknown(key, hints, say("key of {place}", place=_name(place)) if place else say("key")),
                )
        found = {
            name: self._value(hint, table[name], (*place, name), _default(cls, name))
            for name, hint in hints.items()
            if name in table
        }
        return cls(**found)

    def _value(self, hint: Any, value: object, place: Place, default: Any) -> Any:
        if isinstance(hint, types.UnionType):
            hint = next(each for each in typing.get_args(hint) if each is not type(None))
        if dataclasses.is_dataclass(hint):
            return self.record(typing.cast("type[Any]", hint), value, place)
        if typing.get_origin(hint) is tuple:
            return self._several(typing.get_args(hint)[0], value, place, default)
        if hint in _KINDS:
            return self._plain(hint, value, place, default)
        if isinstance(value, Mapping) and all(isinstance(each, (bool, int, float, str)) for each in value.values()):
            return types.MappingProxyType(dict(value))
        self.add(place, say("“{name}” is a table of texts, numbers, and true or false.", name=_name(place)))
        return default

    def _several(self, hint: Any, value: object, place: Place, default: Any) -> Any:
        if not isinstance(value, list) or len(value) > MOST_ENTRIES:
            self.add(
                place,
                say(
                    "“{name}” is a list of at most {most_entries}, but {value} was met.",
                    name=_name(place),
                    most_entries=MOST_ENTRIES,
                    value=shown(value, 60),
                ),
            )
            return default
        if dataclasses.is_dataclass(hint):
            made = typing.cast("type[Any]", hint)
            return tuple(self.record(made, each, (*place, index)) for index, each in enumerate(value))
        found = [self._plain(hint, each, place, None) for each in value]
        return default if None in found else tuple(found)

    def _plain(self, kind: type, value: object, place: Place, default: Any) -> Any:
        good = isinstance(value, kind) or (kind is float and isinstance(value, int))
        if good and isinstance(value, bool) and kind is not bool:
            good = False
        if good and kind in (int, float):
            good = math.isfinite(value) and abs(value) < 2**53  # type: ignore[arg-type]
        if good and isinstance(value, str):
            return value.encode("utf-8", "replace").decode()
        if good:
            return kind(value)
        self.add(
            place,
            say(
                "“{name}” is {kind}, but {value} was met.",
                name=_name(place),
                kind=_KINDS[kind],
                value=shown(value, 60),
            ),
        )
        return default


def unknown(key: str, known: Iterable[str], what: str) -> str:
    """The sentence about a name that is not known, with the nearest that is."""
    names = sorted(known)
    near = difflib.get_close_matches(key, names, 1, 0.5)
    values = {"key": in_short(key, 60), "what": what}
    if near:
        return say("“{key}” is not a {what}; did you mean “{name}”?", name=near[0], **values)
    return say("“{key}” is not a {what}; there are {names}.", names=", ".join(names) or say("none"), **values)


def read(path: Path) -> tuple[dict[str, Any], Reader]:
    """What a file says, and a reader of its records. Raises InputRefused where it cannot be read."""
    try:
        data = checked_json.content(path, MOST_BYTES)
        text = data.decode("utf-8-sig")
    except (OSError, ValueError, JsonProblem) as error:
        why = say("it is not text in UTF-8") if isinstance(error, UnicodeDecodeError) else reason(error)
        raise InputRefused(
            say("{path} cannot be read ({why}). Name a spec: a text file in TOML.", path=path, why=why)
        ) from error
    return parsed(text, str(path))


def parsed(text: str, name: str) -> tuple[dict[str, Any], Reader]:
    """What a text says, and a reader of its records. Raises InputRefused where it is no TOML."""
    try:
        return tomllib.loads(text), Reader(lines_of(text))
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        why = say("it is nested too deep") if isinstance(error, RecursionError) else reason(error)
        raise InputRefused(say("{name} is not TOML: {why}. Correct that line.", name=name, why=why)) from error


def lines_of(text: str) -> dict[Place, int]:
    """The line of each table and key that stands in the text, from 1 on."""
    found: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    inside = ""  # the quotation marks of a text over several lines
    for number, line in enumerate(text.splitlines(), start=1):
        was_inside = inside
        inside = _still_inside(line, inside)
        if was_inside:
            continue
        if met := _HEADER.fullmatch(line):
            names = [part.strip().strip("\"'") for part in met.group(2).split(".")]
            table = _within(names, counts, met.group(1) == "[[")
            found.setdefault(table, number)
        elif met := _KEY.match(line):
            found.setdefault((*table, met.group(1).strip("\"'")), number)
    return found


def _within(names: list[str], counts: dict[Place, int], is_array: bool) -> Place:
    """The place of a header: arrays of tables count from 0, and what stands below is in their newest."""
    place: Place = ()
    for depth, name in enumerate(names):
        place = (*place, name)
        if is_array and depth == len(names) - 1:
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place


def _still_inside(line: str, inside: str) -> str:
    for marks in ('"""', "'''"):
        if inside in ("", marks) and line.count(marks) % 2:
            return "" if inside else marks
    return inside


def _default(cls: type[Any], name: str) -> Any:
    return getattr(cls(), name)


def _name(place: Place) -> str:
    """ "panel 2 of figure 1", "view"."""
    if not place:
        return "the file"
    if isinstance(place[-1], int):
        return f"{place[-2]} {place[-1] + 1}"
    return str(place[-1])


# -- writing -----------------------------------------------------------------------------------------------------


def written(record: Any) -> str:
    """A record as TOML, with what differs from a fresh one; reading it gives an equal record."""
    return tomlkit.dumps(as_table(record))


def as_table(record: Any, always: tuple[str, ...] = ("format", "view", "size")) -> dict[str, Any]:
    """A record as a table: fields that have their default are left out, but for those named `always`."""
    fresh = type(record)()
    found: dict[str, Any] = {}
    for entry in dataclasses.fields(record):
        value = getattr(record, entry.name)
        if value is None or (value == getattr(fresh, entry.name) and entry.name not in always):
            continue
        found[entry.name] = _as_plain(value)
    return found


def _as_plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return as_table(value)
    if isinstance(value, tuple):
        return [_as_plain(each) for each in value]
    return dict(value) if isinstance(value, Mapping) else value
