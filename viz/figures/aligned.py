"""Axes of a figure's panels in line: plots in one column begin and end at one x, those in one row at one y."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from viz.charts.chart_view import ChartView
from viz.figures.grid import Box, Cell
from viz.figures.picture import Made

MOST = 0.25  # of a panel's side is left free at most, so that its plots stand in line with others
Edges = tuple[float, float, float, float]  # left, top, right, bottom: from the panel's edges, in pixels of the page


def align(cells: Sequence[Cell], panels: Sequence[tuple[Box, Made]]) -> None:
    """Move the plots of panels that hold charts, one grid of them each, to where the others of their row or column are.

    A panel that would lose more than `MOST` of its side is left as it is there.
    """
    edges = {index: found for index, (box, made) in enumerate(panels) if (found := _edges(box, made)) is not None}
    for index, own in edges.items():
        box, made = panels[index]
        more = []
        for side, edge in enumerate(own):
            most = edge + MOST * (box.height if side % 2 else box.width)
            others = (edges[it][side] for it in edges if _in_line(cells[it], cells[index], side))
            more.append((max(other for other in others if other <= most) - edge) / made.unit)
        if any(room > 0.5 for room in more) and isinstance(made.view, ChartView):
            left, top, right, bottom = more
            made.view.share(replace(made.view.panels[0].grid.common, margins=(left, top, right, bottom)))
            made.view.finish_figure()


def _in_line(one: Cell, other: Cell, side: int) -> bool:
    """Whether the edges of two panels at a side (left, top, right, bottom) lie on one line."""
    if side == 0:
        return one.column == other.column
    if side == 1:
        return one.row == other.row
    if side == 2:
        return one.column + one.across == other.column + other.across
    return one.row + one.down == other.row + other.down


def _edges(box: Box, made: Made) -> Edges | None:
    """How far the plots of a panel are from its edges; None where it has no charts, or several grids of them."""
    view = made.view
    if not isinstance(view, ChartView) or len(view.panels) != 1:
        return None
    grid = view.panels[0].grid
    found = grid.plot_edges().translated(grid.mapTo(view, grid.rect().topLeft()))
    if found.isEmpty():
        return None
    unit = made.unit
    right, bottom = box.width - found.right() * unit, box.height - found.bottom() * unit
    return found.left() * unit, found.top() * unit, right, bottom
