"""Two numbers of many parts against each other, with the line of equality; a point is chosen to choose its part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.records import F32, Site
from viz.charts.aim import Points
from viz.charts.keys import Key
from viz.charts.numbers import signed
from viz.charts.rulers import Ruler
from viz.labs.neurons.ranks_frame import Ranks
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

PAIRS = (  # what is set against each other where there is both
    ("estimated", "exact"), ("there", "here"), ("cosine", "logit per activation"), ("mean of b", "mean of a")
)  # fmt: skip
ALIKE = ("estimated", "there", "mean of b")  # both are one quantity
KINDS = ("neuron", "head")
SYMBOLS = ("o", "s")


@dataclass(frozen=True)
class Scatter:
    """Parts [n] with their two numbers; `same`: both axes are one quantity."""

    sites: tuple[Site, ...]
    xs: F32
    ys: F32
    names: tuple[str, str]  # of the axes
    kinds: tuple[str, str]  # what neurons and heads are called
    equal: str  # what the line of equality is called; "" where the axes are two quantities
    marked: Site | None = None

    @property
    def rulers(self) -> tuple[Ruler, Ruler]:
        """The axes: 0 and all values in them, the same range where they are one quantity."""
        x, y = reach(self.xs), reach(self.ys)
        if self.equal:
            x = y = (min(x[0], y[0]), max(x[1], y[1]))
        return Ruler(*x, self.names[0]), Ruler(*y, self.names[1])

    def words(self, site: Site) -> str:
        """A part and its two numbers."""
        at = self.sites.index(site)
        pairs = zip(self.names, (self.xs, self.ys), strict=True)
        return "\n".join([str(site), *(f"{name} {signed(float(values[at]))}" for name, values in pairs)])


def paired(ranks: Ranks) -> tuple[str, str] | None:
    """The names of the two numbers that are set against each other; None where there are none."""
    if ranks.numbers is not None:
        for pair in PAIRS:
            if set(pair) <= set(ranks.columns) and np.isfinite(ranks.numbers[:, ranks.columns.index(pair[1])]).any():
                return pair
    return None


def draw_scatter(grid: ChartGrid, shown: Scatter, theme: Theme, choose: Callable[[Site], None]) -> None:
    """A key and the points."""
    kinds = [kind for kind in range(len(KINDS)) if any(site.kind == KINDS[kind] for site in shown.sites)]
    key = [Key(shown.kinds[kind], theme.categories[kind], "o" if kind == 0 else "s") for kind in kinds]
    grid.key(0, 0, [*key, Key(shown.equal, theme.muted, dash=1)] if shown.equal else key)
    plot = grid.plot(1, 0)
    x, y = shown.rulers
    plot.show_axes(x, y)
    if shown.equal:
        plot.line([x.low, x.high], [x.low, x.high], theme.muted, dash=1, width=0.09)
    marked = shown.sites.index(shown.marked) if shown.marked in shown.sites else None
    for kind in kinds:
        here = np.array([site.kind == KINDS[kind] for site in shown.sites])
        plot.points(shown.xs[here], shown.ys[here], theme.categories[kind], symbol=SYMBOLS[kind])
    if marked is not None:
        _mark(plot, shown, marked, theme)
    chosen = None if marked is None else shown.marked
    plot.aim(Points(shown.xs, shown.ys, shown.sites), shown.words, choose=choose, chosen=chosen)


def _mark(plot: Plot, shown: Scatter, at: int, theme: Theme) -> None:
    """The marked part over the others: ringed, with its name on the side where there is room."""
    x, y, kind = float(shown.xs[at]), float(shown.ys[at]), KINDS.index(shown.sites[at].kind)
    if np.isfinite(x) and np.isfinite(y):
        plot.points([x], [y], theme.accent, size=1.4)
        plot.points([x], [y], theme.categories[kind], size=0.8, symbol=SYMBOLS[kind])
        across, up = shown.rulers
        right, high = x > (across.low + across.high) / 2, y > (up.low + up.high) / 2
        plot.words(x, y, str(shown.sites[at]), bold=True, anchor=(1.2 if right else -0.2, -0.3 if high else 1.3))


def reach(values: F32) -> tuple[float, float]:
    """The least range with 0 and all values in it, and a little room."""
    known = values[np.isfinite(values)]
    low, high = (float(min(known.min(), 0)), float(max(known.max(), 0))) if len(known) else (0.0, 1.0)
    room = (high - low or 1.0) * 0.06
    return low - room, high + room
