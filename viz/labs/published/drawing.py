"""The losses of the model: as it is, with the dictionary in it, with the control, and without the activations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.published.records import PublishedMeasured
from viz.charts.aim import Rows
from viz.charts.numbers import fixed
from viz.charts.rulers import Ruler, categories
from viz.labs.published.words import share
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid

translate = QCoreApplication.translate  # by this name its texts are collected


def names() -> tuple[str, ...]:
    """Of the bars, from above."""
    return (
        translate("Published", "the model itself"),
        translate("Published", "with the reconstruction"),
        translate("Published", "with the decoder dealt anew (control)"),
        translate("Published", "with the mean activation"),
    )


def draw_losses(grid: ChartGrid, found: PublishedMeasured, theme: Theme) -> None:
    """Lying bars, each with its number."""
    values = np.array(
        [found.scores.loss, found.scores.loss_spliced, found.dealt.loss_spliced, found.scores.loss_ablated]
    )
    recovered = (1.0, found.scores.recovered, found.dealt.recovered, 0.0)
    high = float(np.nanmax(values)) * 1.25
    plot = grid.plot(0, 0)
    plot.show_axes(
        Ruler(0.0, high, translate("Published", "loss on the next token (nats)")),
        categories(names(), down=True, widest=14.0, clear=True),
    )
    colours = [theme.good, theme.path, theme.muted, theme.fan]
    plot.bars(np.arange(4.0), values, colours, across=True, thick=0.6, name=translate("Published", "loss"))
    for row, value in enumerate(values.tolist()):
        plot.words(value + 0.01 * high, float(row), fixed(value, 2), anchor=(0.0, 0.5))
    plot.at_most(high=14.0)
    plot.aim(
        Rows(4),
        lambda row: translate("Published", "{name}: {loss} nats, loss recovered {recovered}").format(
            name=names()[row], loss=fixed(float(values[row]), 3), recovered=share(recovered[row])
        ),
    )
