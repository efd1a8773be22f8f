"""Points as people bring them: typed, pasted, or from a CSV file; what cannot be read is said with its row.

One line holds a point each, x before y. On a single line points are parted by semicolons: "1, 2; 3, 5". A comma is
taken for the sign before decimals where another sign parts the columns, as spreadsheets of many countries write them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.errors import InputRefused
from engine.sentences import cut, say
from viz.typed_number import plain_number

F64 = npt.NDArray[np.float64]
Index = npt.NDArray[np.intp]
ROWS = "; "  # between points on one line
MOST = 1000  # points
LARGEST = 1e100  # of a number: squares and differences of larger ones leave what a computer's numbers reach
LARGEST_FILE = 1 << 20  # bytes
LONGEST_NAME = 40  # characters of an axis
MISSING = frozenset(("", "na", "n/a", "nan", "null", "none", "-", "–", "?"))


@dataclass(frozen=True)
class Points:
    """Points in the order they were given in."""

    x: F64  # [n]
    y: F64  # [n]
    x_name: str = ""
    y_name: str = ""
    left_out: tuple[int, ...] = ()  # rows (from 1) without a number, of the text they were read from

    def __len__(self) -> int:
        return len(self.x)

    @property
    def distinct(self) -> int:
        """How many different x there are."""
        return len(np.unique(self.x))


def points_of(xs: Iterable[float], ys: Iterable[float], x_name: str = "", y_name: str = "") -> Points:
    """Points of two columns, read-only."""
    x, y = np.array(list(xs), np.float64), np.array(list(ys), np.float64)
    for column in (x, y):
        column.flags.writeable = False
    return Points(x, y, x_name, y_name)


def read_points(text: str) -> Points:
    """The points of a text. Raises InputRefused with a sentence that names the row."""
    rows = _rows(text)
    if not rows:
        raise InputRefused(say("There are no points here. Write one a line, x before y, such as “1, 2”."))
    names = _names(rows[0][1])
    kept: list[tuple[float, float]] = []
    left_out: list[int] = []
    for number, cells in rows[1:] if names else rows:
        point = _point(number, cells)
        if point is None:
            left_out.append(number)
        else:
            kept.append(point)
    if not kept:
        raise InputRefused(say("No row has two numbers. Write a point a line, x before y, such as “1, 2”."))
    if len(kept) > MOST:
        raise InputRefused(
            say(
                "There are {n} points; up to {most} can be fitted here. Leave some of them out.", n=len(kept), most=MOST
            )
        )
    x_name, y_name = names or ("", "")
    found = points_of((x for x, _ in kept), (y for _, y in kept), x_name, y_name)
    return Points(found.x, found.y, x_name, y_name, tuple(left_out))


def read_file(path: Path) -> Points:
    """The points of a file. Raises InputRefused with a sentence."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InputRefused(say("{name} is larger than 1 MB; a table of up to {most} points is expected.",
                                   name=path.name, most=MOST))  # fmt: skip
        data = path.read_bytes()
    except OSError as error:
        raise InputRefused(say("{name} cannot be read: {why}.", name=path.name, why=error.strerror or "")) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if "\0" in text:
        raise InputRefused(say("{name} is not a text file. A table (CSV) is expected.", name=path.name))
    return read_points(text)


def write_points(points: Points) -> str:
    """The same points as a text that `read_points` reads: on one line, with all digits."""
    head = [f"{_clean(points.x_name)}, {_clean(points.y_name)}"] if points.x_name or points.y_name else []
    rows = [f"{x!r}, {y!r}" for x, y in zip(points.x.tolist(), points.y.tolist(), strict=True)]
    return ROWS.join(head + rows)


def _clean(name: str) -> str:
    """A name of an axis without the signs that part columns and rows."""
    return re.sub(r"[,;\s]+", " ", name).strip()


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The cells of each row that is not empty, with its number from 1."""
    lines = text.lstrip("\ufeff").strip().splitlines()
    if len(lines) == 1 and ";" in lines[0]:
        lines = lines[0].split(";")
    numbered = [(at, line.strip()) for at, line in enumerate(lines, 1)]
    numbered = [(at, line) for at, line in numbered if line and not line.startswith("#")]
    parting = next((sign for sign in ("\t", ";", ",") if any(sign in line for _, line in numbered)), None)
    return [(at, [cell.strip().strip('"').strip() for cell in line.split(parting)]) for at, line in numbered]


def _number(cell: str) -> float | None:
    """The number of a cell; None where there is none."""
    try:
        return float(plain_number(cell))
    except ValueError:
        return None


def _names(cells: Sequence[str]) -> tuple[str, str] | None:
    """The names of the columns, where the first row has words instead of numbers."""
    words = [cell for cell in cells if cell.lower() not in MISSING]
    if len(cells) < 2 or not words or any(_number(cell) is not None for cell in words):
        return None
    return cut(cells[0], LONGEST_NAME), cut(cells[1], LONGEST_NAME)


def _point(row: int, cells: Sequence[str]) -> tuple[float, float] | None:
    """The point of a row; None where a number is missing. Raises InputRefused for what is no number."""
    if len(cells) < 2 and cells[0].lower() not in MISSING:
        raise InputRefused(
            say(
                "Row {row} has one column only (“{cell}”); two numbers are expected, x before y.",
                row=row, cell=cut(cells[0], LONGEST_NAME),
            )
        )  # fmt: skip
    if any(cell.lower() in MISSING for cell in cells[:2]):
        return None
    return _checked(row, cells[0]), _checked(row, cells[1])


def _checked(row: int, cell: str) -> float:
    found, shown = _number(cell), cut(cell, LONGEST_NAME)
    if found is None:
        raise InputRefused(
            say(
                "Row {row} has “{cell}” where a number is expected. Correct it, or leave the cell empty to skip "
                "the row.",
                row=row, cell=shown,
            )
        )  # fmt: skip
    if not math.isfinite(found) or abs(found) > LARGEST:
        raise InputRefused(
            say(
                "Row {row} has {cell}; numbers between −1e100 and 1e100 are expected. Choose another unit.",
                row=row, cell=shown,
            )
        )  # fmt: skip
    return found
