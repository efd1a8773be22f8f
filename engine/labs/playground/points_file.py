"""One's own points from a CSV file: which columns hold them, and what is wrong with it, in a sentence.

Separators may be commas, semicolons, tabs or spaces; a first line of names is taken as such. Rows with text in a
number's place or with too few columns are left out and counted; classes may be words.
"""

from __future__ import annotations

import csv
import io
import math
from pathlib import Path

import numpy as np

from engine.errors import InputRefused, in_short, shown
from engine.labkit.text_lines import read_lines
from engine.labs.playground.questions import ReadPoints
from engine.labs.playground.records import MOST_CLASSES, MOST_ROWS, PointsRead
from engine.sentences import say, together

Row = list[str]


def read_points(question: ReadPoints) -> PointsRead:
    """The points of a file.

    Raises:
        InputRefused: it cannot be read, or does not hold what is wanted.
    """
    path = Path(question.path)
    lines, _ = read_lines(path)
    return points_in(lines, question.function, path.name)


def points_in(lines: list[str], function: bool, name: str) -> PointsRead:
    """The points that these lines hold. Raises InputRefused."""
    rows = _cells(lines)
    numbers = 2
    wanted = 2 if function else 3
    names = tuple(rows[0]) if _number(rows[0][0]) is None else ()
    body = rows[1:] if names else rows
    good = [row for row in body if len(row) >= wanted and all(_number(cell) is not None for cell in row[:numbers])]
    if not good:
        raise InputRefused(_what_is_wrong(rows[-1] if len(rows) > 1 else rows[0], function, name))
    if len(good) > MOST_ROWS:
        raise InputRefused(
            say("{name} holds {n:,} points, but {most:,} at most can be used. Leave some out.", name=name, n=len(good),
                most=MOST_ROWS)
        )  # fmt: skip
    note: str = ""
    if left := len(body) - len(good):
        note = say("{n} rows of {name} were left out: text in a number's place, or too few columns.", n=left, name=name)
    values = [[float(_number(cell) or 0.0) for cell in row[:numbers]] for row in good]
    classes: tuple[str, ...] = ()
    if not function:
        labels = [row[2].strip() for row in good]
        classes = _classes(labels, name, note)
        for row, label in zip(values, labels, strict=True):
            row.append(float(classes.index(label)))
    return PointsRead(np.array(values, np.float64).tobytes(), len(good), names[:wanted], classes, note)


def _cells(lines: list[str]) -> list[Row]:
    """The cells of each line, by the separator that the first lines have."""
    head = "\n".join(lines[:20])
    separator = max(",;\t", key=head.count)
    if not head.count(separator):
        return [line.split() for line in lines]
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO("\n".join(lines)), delimiter=separator)]


def _number(cell: str) -> float | None:
    """The finite number that a cell holds; a decimal comma is taken too."""
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _classes(labels: list[str], name: str, note: str) -> tuple[str, ...]:
    """The classes: numbers in their order, words in that of their first appearance; `note` says what was left out.

    Raises:
        InputRefused: there are too few or too many; a row that was left out may be why.
    """
    found = tuple(dict.fromkeys(labels))
    if all(_number(label) is not None for label in found):
        found = tuple(sorted(found, key=lambda label: _number(label) or 0.0))
    if not 2 <= len(found) <= MOST_CLASSES:
        few = say(
            "The third column of {name} should hold 2 to {most} classes, but holds {n} ({first}). Give each point "
            "one of a few classes, or learn a function of x from two columns.",
            name=name,
            most=MOST_CLASSES,
            n=len(found),
            first=in_short(", ".join(found[:3]), 60),
        )
        raise InputRefused(together(few, note))
    return found


def _what_is_wrong(row: Row, function: bool, name: str) -> str:
    """The sentence for a file of which no row could be used."""
    met = shown(", ".join(row), 60)
    if function:
        return say(
            "{name} should have two columns of numbers in each row, x and a value, but {met} was met. Save it as CSV "
            "with one point on each line.",
            name=name,
            met=met,
        )
    return say(
        "{name} should have three columns in each row, x, y and a class, the first two numbers, but {met} was met. "
        "Save it as CSV with one point on each line.",
        name=name,
        met=met,
    )
