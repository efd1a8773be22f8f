"""What stands out in charts, in sentences for who does not see them: computed from the values that were drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from viz.charts.readings import Drawn, exact
from viz.charts.rulers import Ruler
from viz.joined import sentences
from viz.plural import plural

translate = QCoreApplication.translate  # by this name its texts are collected

MOST = 12  # series that are told, over all charts: who wants all has the table
SEARCHED = 4_000_000  # cells of a table up to which its largest is looked for in every frame


def told(charts: Iterable[tuple[Sequence[Drawn], Ruler, Ruler]]) -> str:
    """A sentence for each series of charts with its axes (x, y); what has no values is not told."""
    parts = [(drawn, x, y) for all_drawn, x, y in charts for drawn in all_drawn]
    said = [sentence for part in parts[:MOST] if (sentence := _series(*part))]
    if len(parts) > MOST:
        n = len(parts) - MOST
        said.append(plural(translate("Spoken", "{n} further series [is|are] in the table.", "", n), n).format(n=n))
    return sentences(*said)


def _series(drawn: Drawn, x: Ruler, y: Ruler) -> str:
    if drawn.kind == "table":
        return _table(drawn, x, y)
    along, of = (y, x) if drawn.across else (x, y)
    known = np.flatnonzero(np.isfinite(drawn.at) & np.isfinite(drawn.values))
    if not len(known):
        return ""
    values, n = drawn.values[known], len(known)
    high, low = (int(known[at]) for at in (np.argmax(values), np.argmin(values)))
    name = drawn.name or of.name
    if n == 1:
        said = translate("Spoken", "{name}: {value} at {place}.")
        return said.format(name=_name(name), value=_value(of, values[0]), place=_place(along, drawn.at[high]))
    said = plural(
        translate("Spoken", "{name}: {n} value(s), highest {high} at {at_high}, lowest {low} at {at_low}.", "", n), n
    )
    return said.format(
        name=_name(name), n=n, high=_value(of, drawn.values[high]), at_high=_place(along, drawn.at[high]),
        low=_value(of, drawn.values[low]), at_low=_place(along, drawn.at[low]),
    )  # fmt: skip


def _table(drawn: Drawn, x: Ruler, y: Ruler) -> str:
    rows, columns = drawn.values.shape
    size = translate("Spoken", "{name}: {rows} × {columns} cells.").format(
        name=_name(drawn.name), rows=rows, columns=columns
    )
    if not drawn.values.size or drawn.values.size > SEARCHED or not np.isfinite(drawn.values).any():
        return size
    row, column = np.unravel_index(int(np.nanargmax(drawn.values)), drawn.values.shape)
    largest = translate("Spoken", "Largest: {value} at row {row}, column {column}.").format(
        value=f"{float(drawn.values[row, column]):z.3g}".replace("-", "−"),
        row=_place(y, float(row)), column=_place(x, float(column)),
    )  # fmt: skip
    return sentences(size, largest)


def _name(name: str) -> str:
    return name or translate("Spoken", "values")


def _value(ruler: Ruler, value: float) -> str:
    """A value in the words of its axis; one that has none there, as a number."""
    return (exact(ruler, float(value)) if not ruler.is_categories else "") or f"{value:z.3g}".replace("-", "−")


def _place(ruler: Ruler, value: float) -> str:
    """A place along an axis in its own words."""
    return exact(ruler, float(value)) or f"{value:g}"
