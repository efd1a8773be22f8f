"""The bundled facts and sentences of grammar, and a person's own facts as CSV.

A CSV has the columns prompt, subject and answer, and may have one called relation; rows of one relation with the same
words around the subject are neighbours of each other. The bundled ones: `resources/facts/facts.json`.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any, Final

from engine import checked_json
from engine.errors import InputRefused, JsonProblem, in_short
from engine.folders import RESOURCES
from engine.labs.facts.records import Contrast, FactSets, Relation
from engine.sentences import say

BUNDLED: Final = RESOURCES / "facts" / "facts.json"
LARGEST: Final = 2**22  # bytes of a CSV
MOST_ROWS: Final = 2000
NEEDED: Final = ("prompt", "subject", "answer")


def bundled() -> FactSets:
    """What comes along. Raises InputRefused where it is damaged."""
    try:
        read = checked_json.read_object(BUNDLED)
        relations = tuple(_relation(each) for each in read["relations"])
        contrasts = tuple(Contrast(*map(_text, each)) for each in read["contrasts"])
    except (OSError, JsonProblem, KeyError, TypeError, ValueError) as error:
        raise InputRefused(say("The bundled facts cannot be read ({why}). Install Orrery again.", why=error)) from error
    return FactSets(relations, contrasts)


def _relation(given: Any) -> Relation:
    pairs = [(_text(subject), _text(answer)) for subject, answer in given["facts"]]
    others = tuple(
        (_text(template), tuple(_text(answers[subject]) for subject, _ in pairs))
        for template, answers in given.get("same_subject", {}).items()
    )
    return Relation(
        _text(given["name"]), _text(given["prompt"]), tuple(map(_text, given["paraphrases"])),
        tuple(subject for subject, _ in pairs), tuple(answer for _, answer in pairs), others,
    )  # fmt: skip


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!s:.40} is not a text")
    return value


def own(path: Path) -> FactSets:
    """A person's facts: each relation of the file as one, of prompts that stand as they are.

    Raises:
        InputRefused: it cannot be read, lacks a column, or no row is of use.
    """
    name = in_short(path.name)
    try:
        text = checked_json.content(path, LARGEST).decode("utf-8-sig")
    except (OSError, ValueError) as error:
        why = error if isinstance(error, JsonProblem) else getattr(error, "strerror", None) or say("it is not UTF-8")
        raise InputRefused(
            say("{path} cannot be read ({why}). Name a CSV file of facts.", path=in_short(path), why=why)
        ) from error
    rows = _rows(name, text)
    groups: dict[str, list[dict[str, str]]] = {}
    left = 0
    for row in rows:
        subject = row["subject"]
        if not all(row[key].strip() for key in NEEDED) or subject not in row["prompt"]:
            left += 1
            continue
        groups.setdefault(row.get("relation") or "", []).append(row)
    if not groups:
        raise InputRefused(
            say("{name} holds no fact: each row needs a prompt, a subject that is in it, and an answer.", name=name)
        )
    relations = tuple(relation for label, several in groups.items() for relation in _of_rows(label or name, several))
    note = say("{n} rows were left out: a part is missing, or the subject is elsewhere.", n=left) if left else ""
    return FactSets(relations, (), note)


def _rows(name: str, text: str) -> list[dict[str, str]]:
    try:
        reader = csv.DictReader(io.StringIO(text), restval="")
        fields = [field.strip().lower() for field in reader.fieldnames or ()]
        missing = [field for field in NEEDED if field not in fields]
        if missing:
            raise InputRefused(
                say(
                    "{name} lacks the column {missing}. The first line must name prompt, subject and answer.",
                    name=name,
                    missing=", ".join(missing),
                )
            )
        reader.fieldnames = fields
        rows = []
        for row in reader:
            rows.append({key: value for key, value in row.items() if isinstance(key, str) and isinstance(value, str)})
            if len(rows) > MOST_ROWS:
                raise InputRefused(say("{name} has more than {most:,} rows. Take fewer.", name=name, most=MOST_ROWS))
    except csv.Error as error:
        raise InputRefused(say("{name} is not a CSV file ({why}).", name=name, why=error)) from error
    return rows


def _of_rows(label: str, rows: list[dict[str, str]]) -> list[Relation]:
    """Rows whose prompts are one template make one relation; the others stand alone, with their own prompt."""
    by_template: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        before, _, after = row["prompt"].rpartition(row["subject"])
        by_template.setdefault(f"{before}{{}}{after}", []).append((row["subject"], row["answer"].strip()))
    return [
        Relation(label, template, (), tuple(one for one, _ in pairs), tuple(other for _, other in pairs), ())
        for template, pairs in by_template.items()
    ]


def read(path: str) -> FactSets:
    """The bundled sets for "", else those of a file."""
    return own(Path(path).expanduser()) if path else bundled()


def filled(template: str, subject: str) -> str:
    """A template with its subject."""
    return template.replace("{}", subject, 1)
