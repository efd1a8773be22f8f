"""The room that what stands in a grid of charts takes, and what gives way where there is not enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsGridLayout

from viz.charts.look import Look
from viz.charts.plots import Plot
from viz.charts.rows import BarRow

GAP = 0.5  # em around everything and between
LOWEST = 3.0  # em of a plot between its axes, below which nothing can be read off
Place = tuple[int, int, int, int]  # row, column, rows and columns spanned


def least_height(there: Mapping[Place, Any], look: Look) -> float:
    """Pixels that all rows take where plots are as low as they can be read, with their axes."""
    rows: dict[int, float] = {}
    for (row, _, n, _), item in sorted(there.items(), key=lambda it: it[0][2]):
        needed = LOWEST * look.em + _around(item, look) if isinstance(item, Plot) else item.minimumHeight()
        known = sum(rows.get(each, 0.0) for each in range(row, row + n))
        rows[row] = rows.get(row, 0.0) + max(needed - known, 0.0)
    return sum(rows.values()) + GAP * look.em * (len(rows) + 1)


def _around(plot: Plot, look: Look) -> float:
    """Pixels that its axes take above and below, and the name of a side axis, which stands over it."""
    axes = (plot.sides[side].room(look) for side in ("top", "bottom") if side in plot.sides)
    return sum(axes) + float(plot.layout.rowMinimumHeight(0))


def fit_bars(bars: Sequence[BarRow], places: QGraphicsGridLayout, width: float) -> None:
    """Have colour bars do without their labels, and be short, where a layout would be too wide, and charts be cut."""
    for narrow, short in ((False, False), (True, False), (True, True)):
        for bar in bars:
            bar.give_way(narrow, short)
        if not bars or places.effectiveSizeHint(Qt.SizeHint.MinimumSize).width() <= width:
            break
    for bar in bars:
        bar.layout.activate()  # at once, also where the row stays as wide: a figure is painted before the next event
