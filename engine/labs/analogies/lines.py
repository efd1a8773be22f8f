"""Rows of words from what a person typed, or from a text or CSV file: `man woman king queen; France, Paris, …`.

Words are separated by tabs, commas, semicolons or colons, else by blanks; a line that begins with a colon names the
relation of those after it, as in the files of Mikolov et al. (2013).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputRefused
from engine.labkit.text_lines import read_lines
from engine.sentences import say

FILES = (".csv", ".tsv", ".txt")
HEADS = ({"a", "from", "country", "word"}, {"b", "to", "capital"})  # of a table's first two columns


@dataclass(frozen=True)
class Lines:
    """Rows of exactly so many words, the relation of each, and what was left out."""

    name: str  # of the file; "" where it was typed
    rows: tuple[tuple[str, ...], ...]
    relations: tuple[str, ...]
    notes: tuple[str, ...]


def lines_of(source: str, width: int, most: int, example: str) -> Lines:
    """Rows of `width` words (one more is the relation), each once, at most `most`.

    Raises:
        InputRefused: a file that cannot be read, or no row of that many words.
    """
    path = _file(source)
    if path is None:
        name, lines, separators = "", [part for line in source.splitlines() for part in line.split(";")], "\t,:"
    else:
        (lines, _), name, separators = read_lines(path, say("type the words here")), path.name, "\t,;:"
    rows, relations, notes = _rows(lines, width, separators, path is not None)
    if not rows:
        raise InputRefused(
            say(
                "No line of {name} holds {width} words. Write one group of {width} on each line, for example "
                "{example}.",
                name=name or say("what was typed"),
                width=width,
                example=example,
            )
        )
    if len(rows) > most:
        notes.append(say("Only the first {most:,} of {n:,} lines are used.", most=most, n=len(rows)))
    return Lines(name, tuple(rows[:most]), tuple(relations[:most]), tuple(notes))


def _file(source: str) -> Path | None:
    """The file that is meant; None for typed words."""
    text = source.strip()
    if not text or "\n" in text:
        return None
    try:
        path = Path(text).expanduser()
        return path if path.is_file() or path.suffix.lower() in FILES else None
    except (OSError, RuntimeError, ValueError):  # no name of a file, or no such home
        return None


def _rows(
    lines: Sequence[str], width: int, separators: str, headed: bool
) -> tuple[list[tuple[str, ...]], list[str], list[str]]:
    """The rows, the relation of each, and what was left out in sentences; `headed`: a table may begin with names."""
    rows: list[tuple[str, ...]] = []
    relations: list[str] = []
    known: set[tuple[str, ...]] = set()
    relation, bad, again = "", list[int](), 0
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text.startswith(":"):
            relation = text[1:].strip()
            continue
        words = _words(text, separators)
        if not words or (headed and number == 1 and _is_head(words)):
            continue
        if len(words) not in (width, width + 1) or not all(words[:width]):
            bad.append(number)
        elif words[:width] in known:
            again += 1
        else:
            known.add(words[:width])
            rows.append(words[:width])
            relations.append(words[width] if len(words) > width else relation)
    notes: list[str] = []
    if bad:
        notes.append(
            say(
                "Left out, since they do not hold {width} words: {n}, the first in line {line}.",
                width=width,
                n=len(bad),
                line=bad[0],
            )
        )
    if again:
        notes.append(say("Left out, since they stand there twice: {n}.", n=again))
    return rows, relations, notes


def _is_head(words: tuple[str, ...]) -> bool:
    return len(words) >= len(HEADS) and all(word.casefold() in names for word, names in zip(words, HEADS, strict=False))


def _words(text: str, separators: str) -> tuple[str, ...]:
    """The words of one line."""
    mark = next((mark for mark in separators if mark in text), "")
    if not mark:
        return tuple(text.split())
    try:
        found = next(csv.reader([text], delimiter=mark, skipinitialspace=True), [])
    except csv.Error:
        found = text.split(mark)
    return tuple(word.strip() for word in found)
