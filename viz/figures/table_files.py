"""Tables as files that other programs read: every table that leaves the program is written here.

CSV (RFC 4180), JSON and Parquet say of themselves where the numbers come from; tab-separated text is what spreadsheets
paste. Texts are UTF-8.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from engine.errors import InputRefused
from engine.sentences import say

CSV, JSON, PARQUET = ".csv", ".json", ".parquet"
SUFFIXES = (CSV, PARQUET, JSON)
ABOUT: Final = "about"  # the key under which a JSON or Parquet file says where its numbers come from
LARGEST = 2**53  # whole numbers up to it are what they are as floating-point numbers
Cell = str | int | float
Rows = Sequence[Sequence[Cell]]


def written(suffix: str, columns: Sequence[str], rows: Rows, about: Mapping[str, str]) -> bytes:
    """The file of this kind, one of `SUFFIXES`. Raises InputRefused where the kind needs a package that is missing."""
    if suffix == PARQUET:
        return as_parquet(columns, rows, about)
    text = as_json(columns, rows, about) if suffix == JSON else as_csv(columns, rows, about)
    return text.encode("utf-8", "replace")


def as_csv(columns: Sequence[str], rows: Rows, about: Mapping[str, str]) -> str:
    """Lines of values below the names of the columns; before them lines that begin with # and say `about`."""
    text = io.StringIO(newline="")
    for name, said in about.items():
        text.write(f"# {name}: {' '.join(said.split())}\r\n")
    csv.writer(text).writerows([columns, *rows])
    return text.getvalue()


def as_tabs(columns: Sequence[str], rows: Rows) -> str:
    """The same, parted by tabs and quoted where a text holds one: what spreadsheets paste into cells."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows([columns, *rows])
    return text.getvalue()


def as_json(columns: Sequence[str], rows: Rows, about: Mapping[str, str]) -> str:
    """The table as an object for each row; a number that is none, and an empty value, as null."""
    told = [{column: _as_value(value) for column, value in zip(columns, row, strict=True)} for row in rows]
    return json.dumps({ABOUT: dict(about), "rows": told}, ensure_ascii=False, indent=1, allow_nan=False)


def _as_value(value: Cell) -> Cell | None:
    return None if value == "" or (isinstance(value, float) and not math.isfinite(value)) else value


def as_parquet(columns: Sequence[str], rows: Rows, about: Mapping[str, str]) -> bytes:
    """The table with typed columns; an empty value is null, and `about` a JSON text in the file's metadata.

    A column of numbers and texts becomes two: the numbers as NAME, the texts as NAME_text. Raises InputRefused where
    pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise InputRefused(
            say(
                "Parquet files need the package pyarrow, which is not installed: name a file that ends in .csv, "
                'or install Orrery with its extra "parquet" (pip install -c constraints.txt -e ".[parquet]").'
            )
        ) from error
    whole: dict[str, Any] = {}
    for at, name in enumerate(columns):
        whole.update(_typed(name, [row[at] for row in rows]))
    told = json.dumps(dict(about), ensure_ascii=False).encode("utf-8", "replace")
    table = pa.table(whole).replace_schema_metadata({ABOUT: told})
    sink = io.BytesIO()
    parquet.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def _typed(name: str, values: Sequence[Cell]) -> dict[str, list[Cell | None]]:
    """The columns of one type each that hold these values."""
    numbers = [_is_number(value) for value in values]
    if not any(numbers):
        return {name: [_clean(str(value)) if value != "" else None for value in values]}
    held = [value for value, is_number in zip(values, numbers, strict=True) if is_number]
    kind = next((kind for kind in (bool, int) if all(type(value) is kind for value in held)), float)
    columns: dict[str, list[Cell | None]] = {
        name: [kind(value) if is_number else None for value, is_number in zip(values, numbers, strict=True)]
    }
    if any(value != "" and not is_number for value, is_number in zip(values, numbers, strict=True)):
        columns[f"{name}_text"] = [
            None if is_number or value == "" else _clean(str(value))
            for value, is_number in zip(values, numbers, strict=True)
        ]
    return columns


def _is_number(value: Cell) -> bool:
    """A whole number too large for a floating-point one stays a text: it would become another."""
    return isinstance(value, float) or (isinstance(value, int) and abs(value) <= LARGEST)


def _clean(text: str) -> str:
    """Without halves of characters, which UTF-8 has no bytes for."""
    return text.encode("utf-8", "replace").decode("utf-8")
