"""Which plot of a grid the keyboard goes to from another one."""

from __future__ import annotations

from collections.abc import Iterable

from viz.charts.plots import Plot


def beside(plots: Iterable[Plot], here: Plot, right: int, down: int) -> Plot | None:
    """The nearest that lies on one side (-1, 0, 1 each), those straight ahead first; None where none lies there."""
    middle = here.sceneBoundingRect().center()
    found: list[tuple[tuple[bool, float], Plot]] = []
    for plot in plots:
        to = plot.sceneBoundingRect().center() - middle
        along, across = right * to.x() + down * to.y(), abs(right * to.y()) + abs(down * to.x())
        if plot is not here and along > 1:
            found.append(((across > along, along + across), plot))
    return min(found, key=lambda it: it[0])[1] if found else None
