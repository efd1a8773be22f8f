"""The plan of a run in a run file: changes of sites as plain facts, other kinds by the name of their class.

A kind is named by the module and class of its record (`engine.labs.X.records.Kind`); its plain values and sites stand
in the metadata and its arrays under `plan.<n>.<field>`. Only records of laboratories are looked for, so a file cannot
name any other code.
"""

from __future__ import annotations

import dataclasses
import importlib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args, get_type_hints

import numpy as np

from engine.errors import RunFileProblem
from engine.files.tensor_file import Entry, held
from engine.records import AnyArray, Change, Intervention, Plan, Site
from engine.sentences import say

_LABORATORY = re.compile(r"(engine\.labs\.[a-z][a-z0-9_]*\.records)\.([A-Z][A-Za-z0-9]*)")


def put(entries: dict[str, Entry], plan: Plan) -> list[dict[str, Any]]:
    """The plan for the metadata; arrays of its interventions go to `entries`."""
    return [_put(entries, f"plan.{index}", change) for index, change in enumerate(plan.changes)]


def _put(entries: dict[str, Entry], prefix: str, change: Intervention) -> dict[str, Any]:
    if type(change) is Change:
        return dataclasses.asdict(change)
    fields = {entry.name: getattr(change, entry.name) for entry in dataclasses.fields(change)}
    arrays = [name for name, value in fields.items() if isinstance(value, np.ndarray)]
    for name in arrays:
        entries[f"{prefix}.{name}"] = held(fields.pop(name))
    values = {name: _plain(value) for name, value in fields.items()}
    return {"kind": f"{type(change).__module__}.{type(change).__qualname__}", "values": values, "arrays": arrays}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def get(facts: Sequence[Mapping[str, Any]], read: Callable[[str], AnyArray]) -> Plan:
    """The plan of the metadata.

    Raises:
        RunFileProblem: an intervention is of a kind that is not known here. TypeError, KeyError or ValueError: damage.
    """
    return Plan(tuple(_get(change, f"plan.{index}", read) for index, change in enumerate(facts)))


def _get(facts: Mapping[str, Any], prefix: str, read: Callable[[str], AnyArray]) -> Intervention:
    if "kind" not in facts:
        positions = facts["positions"]
        where = None if positions is None else tuple(positions)
        return Change(Site(**facts["site"]), facts["scale"], facts["mean"], where)
    kind = _kind(facts["kind"])
    hints = get_type_hints(kind)
    values = {name: _typed(hints[name], value) for name, value in facts["values"].items()}
    return kind(**values, **{name: read(f"{prefix}.{name}") for name in facts["arrays"]})


def _kind(name: str) -> type[Intervention]:
    match = _LABORATORY.fullmatch(name)
    problem = RunFileProblem(
        say(
            "This run was made with an intervention of the kind {name!r:.100}, which this Orrery does not "
            "know: open it with the Orrery that saved it, or update this one.",
            name=name,
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


def _typed(hint: Any, value: Any) -> Any:
    """A value of JSON as the field's type has it: a list as a tuple, a dictionary as the record that is declared."""
    if isinstance(value, list):
        inner = next((each for each in get_args(hint) if each is not type(None)), Any)
        return tuple(_typed(inner, each) for each in value)
    if isinstance(value, dict):
        kind: Any = next(each for each in (hint, *get_args(hint)) if dataclasses.is_dataclass(each))
        hints = get_type_hints(kind)
        return kind(**{name: _typed(hints[name], each) for name, each in value.items()})
    return value
