"""What the crosshair says where a view says nothing of its own: the exact values of what was drawn.

Each line, group of bars, cloud of points and table that is drawn leaves a `Drawn`; from these the targets and the
words follow.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from viz.charts.aim import F64, Cells, Columns, Points, Rows, Targets
from viz.charts.numbers import NOT_THERE
from viz.charts.rulers import Ruler, short


@dataclass(frozen=True, eq=False)
class Drawn:
    """Values as they were drawn: [n] along the axis, or [rows, columns] of a table."""

    kind: Literal["line", "bars", "points", "table"]
    at: F64
    values: F64
    name: str = ""
    across: bool = False  # bars that lie: `at` is along y


def exact(ruler: Ruler, value: float) -> str:
    """A value in the words of its axis, with all its digits where the axis would shorten it."""
    if not math.isfinite(value):
        return NOT_THERE
    if ruler.is_categories:
        at = round(value)
        return ruler.labels[at] if 0 <= at < len(ruler.labels) else ""
    return f"{value:z.5g}".replace("-", "−") if ruler.numbers is short else ruler.numbers(value)


def reading(drawn: Sequence[Drawn], x: Ruler, y: Ruler) -> tuple[Targets, Callable[[Any], str]] | None:
    """Targets and their words; None where nothing was drawn that has values."""
    for kind, made in (("table", _of_table), ("points", _of_points), ("line", _of_lines), ("bars", _of_bars)):
        of_kind = [it for it in drawn if it.kind == kind and it.values.size]
        if of_kind:
            return made(of_kind, x, y)
    return None


def _said(name: str, value: str) -> str:
    return f"{name} {value}".strip()


def _of_table(drawn: list[Drawn], x: Ruler, y: Ruler) -> tuple[Targets, Callable[[Any], str]]:
    rows, columns = drawn[-1].values.shape

    def words(cell: tuple[int, int]) -> str:
        row, column = cell
        where = " · ".join(part for part in (exact(y, row), exact(x, column)) if part)
        return f"{where}\n{_said(drawn[-1].name, exact(Ruler(), float(drawn[-1].values[row, column])))}"

    return Cells(rows, columns), words


def _of_lines(drawn: list[Drawn], x: Ruler, y: Ruler) -> tuple[Targets, Callable[[Any], str]]:
    xs = np.unique(np.concatenate([line.at for line in drawn]))

    def words(at: int) -> str:
        said = [_said(x.name, exact(x, float(xs[at])))]
        for line in drawn:
            found = np.flatnonzero(line.at == xs[at])
            if len(found):
                said.append(_said(line.name or y.name, exact(y, float(line.values[found[0]]))))
        return "\n".join(said)

    return Columns(xs), words


def _of_bars(drawn: list[Drawn], x: Ruler, y: Ruler) -> tuple[Targets, Callable[[Any], str]]:
    along, up = (y, x) if drawn[0].across else (x, y)
    ats = np.unique(np.concatenate([np.round(group.at, 6) for group in drawn]))
    count = len(along.labels) or len(ats)

    def words(at: int) -> str:
        place = float(at) if along.is_categories else float(ats[at])
        said = [exact(along, place)]
        for group in drawn:
            near = np.flatnonzero(np.abs(group.at - place) < 0.5 if along.is_categories else group.at == ats[at])
            said += [_said(group.name or up.name, exact(up, float(group.values[it]))) for it in near]
        return "\n".join(said)

    if drawn[0].across:
        return Rows(count), words
    return Columns(np.arange(count, dtype=np.float64) if along.is_categories else ats), words


def _of_points(drawn: list[Drawn], x: Ruler, y: Ruler) -> tuple[Targets, Callable[[Any], str]]:
    xs, ys = np.concatenate([it.at for it in drawn]), np.concatenate([it.values for it in drawn])
    names = [it.name for it in drawn for _ in range(len(it.at))]

    def words(at: int) -> str:
        said = (names[at], _said(x.name, exact(x, float(xs[at]))), _said(y.name, exact(y, float(ys[at]))))
        return "\n".join(part for part in said if part)

    return Points(xs, ys), words
