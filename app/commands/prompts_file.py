"""Reads a file of prompts: one a line, or a table (CSV, TSV, JSONL) whose columns set what differs between them.

What is wrong with the file as a whole refuses it. What is wrong with one prompt is kept with it, so that whoever runs
them can go on with the others.
"""

from __future__ import annotations

import codecs
import csv
import difflib
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engine import checked_json
from engine.errors import InputRefused, JsonProblem, in_short, reason, shown
from engine.generation.sampling import checked
from engine.records import Sampling

COLUMNS = ("prompt", "name", "tokens", "temperature", "top_k", "top_p", "min_p", "repetition_penalty", "seed", "next")
TABLES = {".csv": ",;\t", ".tsv": "\t"}  # suffix: what may stand between values
OBJECTS = (".jsonl", ".ndjson")
LARGEST = 64 * 2**20  # bytes
LONGEST_NAME = 120  # characters: a file is called so
_WHOLE = ("tokens", "top_k", "seed")
_IN_NO_NAME = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')


@dataclass(frozen=True)
class Asked:
    """One prompt and what is asked of it."""

    line: int  # in the file, from 1
    name: str
    prompt: str
    tokens: int  # to generate
    sampling: Sampling
    next: str = ""  # a token whose probability is asked for
    fault: str = ""  # why it cannot be run, as a sentence

    def told(self, why: object) -> str:
        """A sentence about this prompt that names its line."""
        return f"Line {self.line} ({in_short(self.name, 60)}): {why}"


def read_prompts(path: Path, tokens: int, sampling: Sampling) -> tuple[Asked, ...]:
    """The prompts of a file in its order; `tokens` and `sampling` hold where a column does not say otherwise.

    Raises:
        InputRefused: it cannot be read, is no text, holds no prompt, or has columns that are not known.
    """
    text = _text(path)
    suffix = path.suffix.lower()
    if suffix in TABLES:
        rows = list(_table(path, text, TABLES[suffix]))
    elif suffix in OBJECTS:
        rows = list(_objects(path, text))
    else:
        lines = text.replace("\r\n", "\n").split("\n")
        rows = [(number, {"prompt": line}, "") for number, line in enumerate(lines, 1) if line.strip()]
    if not rows:
        raise InputRefused(
            f"{path.name} holds no prompt. Put one on each line, or make it a table with a column prompt."
        )
    width = max(3, len(str(len(rows))))
    asked = [
        _asked(line, values, fault, f"{number:0{width}}", Asked(line, "", "", tokens, sampling))
        for number, (line, values, fault) in enumerate(rows, 1)
    ]
    return tuple(_named_once(asked))


def _text(path: Path) -> str:
    try:
        data = checked_json.content(path, LARGEST)
    except (OSError, ValueError) as error:
        why = error if isinstance(error, JsonProblem) else reason(error)
        raise InputRefused(f"{in_short(path)} cannot be read ({why}). Name a file of prompts.") from error
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputRefused(f"Line {line} of {path.name} is not UTF-8 text. Save the file as UTF-8.") from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise InputRefused(f"Line {line} of {path.name} holds a character NUL, as no text does. Save it as UTF-8 text.")
    return text


# -- tables ------------------------------------------------------------------------------------------------------

_Row = tuple[int, Mapping[str, Any], str]  # line, values by column, fault


def _table(path: Path, text: str, separators: str) -> Iterator[_Row]:
    first = text.lstrip("\r\n").partition("\n")[0]
    separator = max(separators, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    columns: list[str] = []
    line = 1
    try:
        for values in reader:
            begins, line = line, reader.line_num + 1
            if not any(value.strip() for value in values):
                continue
            if not columns:
                columns = _columns(path, values)
            elif len(values) != len(columns):
                yield begins, {}, f"It has {len(values)} values, but the table has {len(columns)} columns."
            else:
                yield begins, dict(zip(columns, values, strict=True)), ""
    except csv.Error as error:
        raise InputRefused(f"Line {line} of {path.name} is not a line of a table ({reason(error)}).") from error


def _objects(path: Path, text: str) -> Iterator[_Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = checked_json.parsed(line)
        except JsonProblem as error:
            yield number, {}, f"It is not JSON ({error})."
            continue
        if not isinstance(found, dict):
            yield number, {}, f'An object such as {{"prompt": "…"}} was expected, but {shown(found, 60)} stands there.'
            continue
        columns = _columns(path, list(found), f" in line {number}")
        yield number, dict(zip(columns, found.values(), strict=True)), ""


def _columns(path: Path, names: list[str], where: str = "") -> list[str]:
    """The columns that are meant. Raises InputRefused where one is unknown or there twice, or none is prompt."""
    columns = [re.sub(r"[\s-]+", "_", name.strip().casefold()) for name in names]
    for name, column in zip(names, columns, strict=True):
        if column not in COLUMNS:
            near = difflib.get_close_matches(column, COLUMNS, 1, 0.5)
            meant = f" Did you mean {near[0]!r}?" if near else ""
            raise InputRefused(
                f"{path.name} has a column {shown(name, 60)}{where}, which is not known.{meant} Columns are "
                f"{', '.join(COLUMNS)}."
            )
        if columns.count(column) > 1:
            raise InputRefused(f"{path.name} has the column {column!r} twice{where}.")
    if "prompt" not in columns:
        raise InputRefused(f"{path.name} has no column 'prompt'{where}: it is the one that must be there.")
    return columns


# -- one prompt --------------------------------------------------------------------------------------------------


def _asked(line: int, values: Mapping[str, Any], fault: str, name: str, default: Asked) -> Asked:
    said = {column: value for column, value in values.items() if value is not None and str(value) != ""}
    try:
        if fault:
            raise InputRefused(fault)
        name = _name(said.pop("name", name))
        texts = {column: _as_text(column, said.pop(column, "")) for column in ("prompt", "next")}
        if not texts["prompt"].strip():
            raise InputRefused("The prompt is empty.")
        numbers = {column: _number(column, value) for column, value in said.items()}
        tokens = int(numbers.pop("tokens", default.tokens))
        if tokens < 0:
            raise InputRefused(f"The number of tokens must be 0 or more, but it is {tokens}.")
        return Asked(line, name, tokens=tokens, sampling=checked(replace(default.sampling, **numbers)), **texts)
    except InputRefused as error:
        return replace(default, name=in_short(name, LONGEST_NAME), fault=str(error))


def _name(value: object) -> str:
    name = str(value).strip()
    if not name or len(name) > LONGEST_NAME or _IN_NO_NAME.search(name) or name[0] == "." or name[-1] == ".":
        raise InputRefused(
            f"The name must be one that a file can have, of at most {LONGEST_NAME} characters, but it is "
            f"{shown(name, 60)}."
        )
    return name


def _as_text(column: str, value: object) -> str:
    if not isinstance(value, str):
        raise InputRefused(f"The {column} must be a text, but it is {shown(value, 60)}.")
    return value


def _number(column: str, value: object) -> Any:
    kind: type[int | float] = int if column in _WHOLE else float
    try:
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            raise ValueError
        return kind(str(value).strip())
    except ValueError as error:
        what = "a whole number" if kind is int else "a number"
        raise InputRefused(f"The {column} must be {what}, but it is {shown(value, 60)}.") from error


def _named_once(asked: list[Asked]) -> Iterator[Asked]:
    """The second of a name is at fault: many file systems know no difference between capitals and small letters."""
    first: dict[str, int] = {}
    for one in asked:
        before = first.setdefault(one.name.casefold(), one.line)
        if before != one.line and not one.fault:
            yield replace(one, fault=f"Its name is that of line {before}: give each prompt a name of its own.")
        else:
            yield one
