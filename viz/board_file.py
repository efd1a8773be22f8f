"""A board of interventions as a file: JSON, its components by name, a laboratory's interventions by their facts.

An array of an intervention stands in base64, little-endian, with its type and shape. A kind that is not known here is
refused in a sentence, as damage is.
"""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from engine import checked_json
from engine.adjustable import Adjustable
from engine.errors import InputRefused, JsonProblem, in_short, shown
from engine.intervention_facts import Facts, facts_of, intervention_of
from engine.records import AnyArray, Site
from engine.sentences import say
from viz.board import QUOTED, Board, Row, Subject, Where, positions_of, row_of, shown_positions, strength_of

FORMAT = 1
LONGEST_NAME = 200
MOST_NUMBERS = 2**24  # of an array
TYPES = ("<f2", "<f4", "<f8")


def subject_facts(subject: Subject) -> dict[str, Any]:
    """What a row is about, for JSON."""
    if isinstance(subject, Site):
        return {"site": str(subject)}
    facts = facts_of(subject)
    values = {name: value for name, value in facts.values.items() if name not in ("strength", "positions")}
    arrays = {name: _packed(array) for name, array in facts.arrays.items()}
    return {"kind": facts.kind, "values": values, "arrays": arrays}


def subject_of(facts: Mapping[str, Any]) -> Subject:
    """What a row is about, of such facts.

    Raises:
        InputRefused: it names no component, or is of a kind that is not known here. TypeError, KeyError, ValueError or
            AttributeError: damage.
    """
    if "kind" not in facts:
        return row_of(str(facts["site"])).subject
    arrays = {name: _unpacked(array) for name, array in facts.get("arrays", {}).items()}
    made = intervention_of(Facts(facts["kind"], facts["values"], arrays))
    if not isinstance(made, Adjustable):
        raise ValueError(f"{facts['kind']!s:.100} has no strength")
    return made


def _packed(array: AnyArray) -> dict[str, Any]:
    little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
    return {
        "type": little.dtype.str,
        "shape": list(array.shape),
        "base64": base64.b64encode(little.tobytes()).decode(),
    }


def _unpacked(facts: Mapping[str, Any]) -> AnyArray:
    kind, shape = facts["type"], facts["shape"]
    if kind not in TYPES or not all(type(size) is int and 0 < size <= MOST_NUMBERS for size in shape):
        raise ValueError(f"an array of {kind!s:.20} and shape {shape!s:.40}")
    data = base64.b64decode(facts["base64"], validate=True)
    if len(data) != math.prod(shape) * np.dtype(kind).itemsize:
        raise ValueError(f"an array of shape {shape!s:.40} has {len(data)} bytes")
    return np.frombuffer(data, kind).reshape(shape).astype(np.dtype(kind).newbyteorder("="))


def to_json(board: Board, model: str) -> str:
    """The board as text for a file."""
    rows = [
        {
            **subject_facts(row.subject),
            "scale": row.scale,
            "mean": row.mean,
            "positions": list(row.where) if isinstance(row.where, tuple) else shown_positions(row.where),
            "on": row.on,
            "solo": row.solo,
            "name": row.name,
        }
        for row in board.rows
    ]
    return json.dumps({"orrery": "interventions", "format": FORMAT, "model": model, "rows": rows}, indent=1) + "\n"


def from_json(text: str) -> tuple[Board, str]:
    """A board and the model it was made for.

    Raises:
        InputRefused: it is no such file, one of a newer format, or damaged; the sentence says where.
    """
    try:
        found = checked_json.parsed(text, spare_numbers=True)  # a row with such a number is named
    except JsonProblem as error:
        raise InputRefused(
            say(
                "This file is not a list of interventions saved by Orrery: it cannot be read as JSON ({error}).",
                error=error,
            )
        ) from error
    if not isinstance(found, dict) or found.get("orrery") != "interventions":
        raise InputRefused(
            say(
                'This file is not a list of interventions saved by Orrery: the entry "orrery": "interventions" '
                "is missing. Choose a .json file that was saved here."
            )
        )
    if found.get("format") != FORMAT:
        raise InputRefused(
            say(
                "This list of interventions has the format {get}, but this Orrery reads format {format}. Get a "
                "newer version of Orrery.",
                get=shown(found.get("format")),
                format=FORMAT,
            )
        )
    rows = found.get("rows")
    if not isinstance(rows, list):
        raise InputRefused(say("This list of interventions is damaged: its rows are not a list. Choose another file."))
    board = Board()
    for number, row in enumerate(rows, start=1):
        made = _row(row, number)
        if board.index(made.target) >= 0:
            raise InputRefused(
                say(
                    "This list of interventions is damaged: {site} is in it twice (row {number}).",
                    site=made.label,
                    number=number,
                )
            )
        board = board.put(made)
    return board, in_short(found.get("model", ""), LONGEST_NAME)


def _row(row: Any, number: int) -> Row:
    try:
        return _read(row)
    except InputRefused as error:
        raise InputRefused(
            say("This list of interventions is damaged in row {number}: {error}", number=number, error=error)
        ) from error
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise InputRefused(
            say(
                "This list of interventions is damaged in row {number}: it names no component, or positions that "
                "are none.",
                number=number,
            )
        ) from error


def _read(row: Any) -> Row:
    """Raises InputRefused, KeyError, TypeError, ValueError or AttributeError for what is none."""
    subject = subject_of(row)
    positions = row.get("positions", "all")
    where: Where = positions_of(positions if isinstance(positions, str) else ",".join(str(int(it)) for it in positions))
    scale, mean = strength_of(str(row.get("scale", 0.0)), subject), row.get("mean", False)
    flags = (mean, row.get("on", True), row.get("solo", False))
    for key, flag in zip(("mean", "on", "solo"), flags, strict=True):
        if not isinstance(flag, bool):
            raise InputRefused(say("“{key}” must be true or false, but is {flag}.", key=key, flag=shown(flag)))
    return Row(subject, scale, flags[0], where, flags[1], flags[2], in_short(row.get("name", ""), LONGEST_NAME))


# -- a row in one line, for specs of figures and lessons -----------------------------------------------------------


def row_text(row: Row) -> str:
    """A row as `row_in` reads it; whether it is on, its name and solo are left out."""
    facts = {**subject_facts(row.subject), "scale": row.scale}
    if row.where is not None:
        facts["positions"] = shown_positions(row.where)
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def row_in(text: str) -> Row:
    """The row that a JSON object means. Raises InputRefused where it means none."""
    try:
        return _read(checked_json.parsed(text, spare_numbers=True))
    except (JsonProblem, KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise InputRefused(
            say(
                "“{text}” names no intervention: write a component such as L5.H1=0, or a JSON object as Orrery saves "
                "it.",
                text=in_short(text, QUOTED),
            )
        ) from error
