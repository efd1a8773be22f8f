"""One line of the benchmark table, and how a benchmark module prints its lines.

Every figure is a ratio against a named alternative measured in the same run, since machines are noisy; the absolute
value stands beside it for the reader. A module defines `measure() -> list[Row]` and ends with `main(measure)`:
`python -m tests.bench.NAME` prints the table, `--json` one JSON object per line for `python main.py bench`.
"""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`value` and `against_value` share `unit`; `ratio` is what `limit` speaks of."""

    name: str
    value: float
    unit: str
    against: str
    against_value: float
    ratio: float
    limit: str  # in words: "at least 1.0", "at most 2.0"
    passed: bool


def at_least(name: str, value: float, unit: str, against: str, against_value: float, limit: float) -> Row:
    """A row whose ratio value / against_value must not be below `limit`."""
    ratio = value / against_value
    return Row(name, value, unit, against, against_value, ratio, f"at least {limit:g}", ratio >= limit)


def at_most(name: str, value: float, unit: str, against: str, against_value: float, limit: float) -> Row:
    """A row whose ratio value / against_value must not be above `limit`."""
    ratio = value / against_value
    return Row(name, value, unit, against, against_value, ratio, f"at most {limit:g}", ratio <= limit)


def table(rows: Iterable[Row]) -> str:
    """The rows as aligned text."""
    head = ("what", "Orrery", "against", "", "ratio", "limit", "")
    cells = [head] + [
        (
            row.name,
            f"{row.value:.4g} {row.unit}",
            f"{row.against_value:.4g} {row.unit}",
            row.against,
            f"{row.ratio:.2f}",
            row.limit,
            "ok" if row.passed else "MISSED",
        )
        for row in rows
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)


def main(measure: Callable[[], list[Row]]) -> None:
    """Print what `measure` finds, as a table or as JSON lines."""
    rows = measure()
    if "--json" in sys.argv[1:]:
        for row in rows:
            print(json.dumps(dataclasses.asdict(row)))
    else:
        print(table(rows))
