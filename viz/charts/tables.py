"""What charts show as rows of a table, one for each value: for a file that other programs read.

Every value stands in a row of its own with the names of what it belongs to, so that all charts of a view fit into one
table. Numbers are those that were drawn, with all their digits; a category is named as its axis names it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from viz.charts.readings import Drawn
from viz.charts.rulers import Ruler

COLUMNS = ("chart", "series", "x name", "x", "y name", "y", "value")  # `value`: of a table's cell
MOST = 500_000  # rows
Entry = str | int | float
Row = tuple[Entry, ...]


def rows_of(charts: Iterable[tuple[Sequence[Drawn], Ruler, Ruler]]) -> tuple[Row, ...]:
    """The rows of what was drawn on each chart with its axes (x, y); none where there are more than `MOST`."""
    parts = [(number, drawn, x, y) for number, (all_drawn, x, y) in enumerate(charts, 1) for drawn in all_drawn]
    if sum(drawn.values.size for _, drawn, _, _ in parts) > MOST:
        return ()
    return tuple(row for number, drawn, x, y in parts for row in _rows(number, drawn, x, y))


def _rows(number: int, drawn: Drawn, x: Ruler, y: Ruler) -> Iterator[Row]:
    if drawn.kind == "table":
        for (row, column), value in np.ndenumerate(drawn.values):
            if math.isfinite(value):
                yield number, drawn.name, x.name, _named(x, column), y.name, _named(y, row), float(value)
        return
    for at, value in zip(drawn.at.tolist(), drawn.values.tolist(), strict=True):
        if math.isfinite(at) and math.isfinite(value):
            one, other = (value, at) if drawn.across else (at, value)
            yield number, drawn.name, x.name, _named(x, one), y.name, _named(y, other), ""


def _named(ruler: Ruler, value: float) -> Entry:
    """A category by its label, where there is one; else the number."""
    at = round(value)
    if ruler.is_categories and math.isclose(at, value, abs_tol=1e-6) and 0 <= at < len(ruler.labels):
        return ruler.labels[at]
    return value
