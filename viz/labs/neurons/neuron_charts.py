"""The charts of one neuron: lists of tokens with a bar each, and values along the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.records import F32, I32, Vocabulary
from viz.charts.aim import Columns, Rows
from viz.charts.numbers import signed
from viz.charts.rulers import Ruler, categories
from viz.theme import Theme
from viz.token_text import shown

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

TOKEN = 1.35  # em of a token's row
FEW = 40  # positions, of which each has a dot


@dataclass(frozen=True)
class Listed:
    """Tokens [K] in falling order of what their values [K] tell."""

    title: str
    unit: str
    ids: I32
    values: F32


def draw_list(
    grid: ChartGrid, row: int, column: int, listed: Listed, count: int, vocabulary: Vocabulary | None, theme: Theme
) -> None:
    """The title, and below it the first `count` tokens with a bar and the number of each, in two rows of the grid."""
    ids, values = listed.ids[:count], listed.values[:count]
    n, top = len(ids), float(np.abs(values).max(initial=1e-9))
    grid.words(row, 2 * column, listed.title, bold=True)
    grid.words(row, 2 * column + 1, listed.unit, size=0.8, colour=theme.muted, right=True)
    if not n:
        return
    plot = grid.plot(row + 1, 2 * column, columns=2)
    names = tuple(shown(vocabulary, token) for token in ids.tolist())
    numbers = tuple(signed(float(value)) for value in values)
    plot.show_axes(
        Ruler(0, top, listed.unit, numbers=signed, hidden=True, fixed=True),
        categories(names, down=True, clear=True, fixed=True),
        categories(numbers, down=True, clear=True, far=True),
    )
    plot.at_most(high=1.1 * TOKEN * n)
    colours = [theme.diverging[-2] if value > 0 else theme.diverging[1] for value in values.tolist()]
    plot.bars(np.arange(n), np.abs(values), colours, across=True, thick=0.6)
    plot.aim(Rows(n), lambda at: f"{names[at]}\n{listed.unit} {numbers[at]}")


def draw_along(plot: Plot, values: F32, first: int, names: tuple[str, str], words: Sequence[str], colour: str) -> None:
    """Values [T] of the text `words` [T] from position `first` on; `names` of the axes."""
    n, counted = len(values), values[first:].astype(np.float64)
    low, high = min(float(counted.min(initial=0)), 0.0), max(float(counted.max(initial=0)), 1e-6)
    room = (high - low) * 0.04
    xs = np.arange(first, n, dtype=np.float64)
    end = max(n - 1, 1) * 1.015
    x = Ruler(0, end, names[0], whole=True)
    plot.show_axes(x, Ruler(low - room * (low < 0), high + room, names[1]))
    plot.line(xs, counted, colour, dots=n <= FEW)

    def told(at: int) -> str:
        return f"{words[at]} ({at})\n{names[1]} {values[at]:z.3g}".replace("-", "−")

    plot.aim(Columns(xs, range(first, n)), told)
