"""What a table of a view's numbers is as a file."""

from __future__ import annotations

import csv
import io
import json
import math

from viz.intents import SaveTable


def as_csv(table: SaveTable) -> str:
    """The table as lines of values."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([table.columns, *table.rows])
    return text.getvalue()


def as_json(table: SaveTable) -> str:
    """The table as an object for each row; a number that is none, and an empty value, as null."""
    rows = [{column: _as_value(value) for column, value in zip(table.columns, row, strict=True)} for row in table.rows]
    return json.dumps({"about": dict(table.about), "rows": rows}, ensure_ascii=False, indent=1, allow_nan=False)


def _as_value(value: str | float) -> str | int | float | None:
    return None if value == "" or (isinstance(value, float) and not math.isfinite(value)) else value
