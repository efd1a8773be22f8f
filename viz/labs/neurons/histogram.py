"""How often a neuron is how active: bars over its activations, their heights in powers of ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.labs.neurons.records import Triggers
from viz.charts.aim import Columns
from viz.charts.numbers import signed
from viz.charts.rulers import Ruler
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.plots import Plot

FILLED = 0.94  # of a step is the bar, the rest the gap


def draw_histogram(plot: Plot, found: Triggers, names: tuple[str, str], theme: Theme) -> None:
    """The bars; `names` of the axes."""
    edges, counts = found.edges.astype(np.float64), found.counts
    heights = np.log10(counts + 1.0)
    top = float(heights.max(initial=np.log10(2.0)))
    marks = ((0.0, "0"), *((float(np.log10(10**n + 1)), f"{10**n:,}") for n in range(int(top) + 1)))
    plot.show_axes(Ruler(float(edges[0]), float(edges[-1]), names[0]), Ruler(0.0, top * 1.04, names[1], marks=marks))
    middles, step = (edges[:-1] + edges[1:]) / 2, float(edges[1] - edges[0])
    plot.bars(middles, np.where(counts > 0, heights, np.nan), theme.path, thick=FILLED * step)

    def words(at: int) -> str:
        return f"{signed(float(edges[at]))} … {signed(float(edges[at + 1]))}\n{counts[at]:,}"

    plot.aim(Columns(middles), words)
