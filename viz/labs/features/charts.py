"""The charts of a feature's page: its histogram, and lists of what it writes, what feeds it, and what lies near it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.features.records import Contexts, Ends
from engine.records import F32, Vocabulary
from viz.charts.aim import Columns, Rows
from viz.charts.numbers import fixed
from viz.charts.rulers import Ruler, categories
from viz.theme import Theme
from viz.token_text import shown

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid

translate = QCoreApplication.translate  # by this name its texts are collected
FILLED = 0.92  # of a step is the bar
ROW = 1.4  # em of a bar's row


@dataclass(frozen=True)
class Bars:
    """Named values, the largest first, and what chance gives."""

    title: str
    unit: str
    names: tuple[str, ...]
    values: F32  # [n]
    chance: float = 0.0  # 0: none is known
    numbers: tuple[str, ...] = ()  # instead of the values with two decimals


def draw_bars(
    grid: ChartGrid, row: int, column: int, bars: Bars, count: int, theme: Theme,
    choose: Callable[[int], object] | None = None,
) -> None:  # fmt: skip
    """The title, and below it the first `count` names with a bar and a number each, in two rows of the grid."""
    n = min(len(bars.names), count)
    grid.words(row, 2 * column, bars.title, bold=True, size=0.88)
    grid.words(row, 2 * column + 1, bars.unit, size=0.76, colour=theme.muted, right=True)
    if not n:
        grid.words(row + 1, 2 * column, translate("FeaturesCharts", "none"), size=0.85, colour=theme.muted, columns=2)
        return
    names, values = bars.names[:n], bars.values[:n]
    top = max(float(np.abs(values).max(initial=0.0)), bars.chance, 1e-9)
    numbers = bars.numbers[:n] or tuple(fixed(float(value), 2) for value in values)
    plot = grid.plot(row + 1, 2 * column, columns=2)
    plot.show_axes(
        Ruler(0, 1.02 * top, bars.unit, hidden=True, fixed=True),
        categories(names, down=True, clear=True, fixed=True, widest=11.0),
        categories(numbers, down=True, clear=True, far=True),
    )
    plot.at_most(high=1.1 * ROW * n)
    colours = [theme.diverging[-2] if value > 0 else theme.diverging[1] for value in values.tolist()]
    plot.bars(np.arange(n), np.abs(values), colours, across=True, thick=0.6, name=bars.title)
    if bars.chance > 0:
        plot.limit(bars.chance, colour=theme.muted)

    def told(at: Any) -> str:
        said = f"{names[at]}\n{bars.unit} {numbers[at]}"
        if bars.chance <= 0:
            return said
        by_chance = translate("FeaturesCharts", "largest by chance: {value}").format(value=fixed(bars.chance, 2))
        return f"{said}\n{by_chance}"

    plot.aim(Rows(n), told, choose=choose, browse=True)


def of_ends(ends: Ends, titles: tuple[str, str], unit: str, vocabulary: Vocabulary | None) -> tuple[Bars, Bars]:
    """The tokens that are made likelier and less likely."""
    pairs = ((titles[0], ends.up, ends.up_by), (titles[1], ends.down, ends.down_by))
    up, down = (
        Bars(title, unit, tuple(shown(vocabulary, it) for it in ids.tolist()), values, ends.random)
        for title, ids, values in pairs
    )
    return up, down


def of_pairs(title: str, unit: str, letter: str, pairs: Sequence[tuple[int, int]], values: F32, chance: float) -> Bars:
    """Neurons or heads."""
    return Bars(title, unit, tuple(f"L{layer}.{letter}{index}" for layer, index in pairs), values, chance)


def draw_histogram(grid: ChartGrid, row: int, found: Contexts, theme: Theme) -> None:
    """How often the feature is how active; positions at which it is 0 are not counted."""
    plot = grid.plot(row, 0)
    edges, counts = found.edges.astype(np.float64), found.counts
    heights = np.log10(counts + 1.0)
    top = float(heights.max(initial=np.log10(2.0)))
    marks = ((0.0, "0"), *((float(np.log10(10**n + 1)), f"{10**n:,}") for n in range(int(top) + 1)))
    plot.show_axes(
        Ruler(0.0, float(edges[-1]), translate("FeaturesCharts", "activation, where it is not 0")),
        Ruler(0.0, 1.04 * top, translate("FeaturesCharts", "positions (each step ten times as many)"), marks=marks),
    )
    middles, step = (edges[:-1] + edges[1:]) / 2, float(edges[1] - edges[0])
    plot.bars(middles, np.where(counts > 0, heights, np.nan), theme.path, thick=FILLED * step)
    for part in (1 / 3, 2 / 3):
        plot.limit(part * float(edges[-1]), colour=theme.muted)
    plot.aim(
        Columns(middles), lambda at: f"{fixed(float(edges[at]), 2)} … {fixed(float(edges[at + 1]), 2)}\n{counts[at]:,}"
    )
