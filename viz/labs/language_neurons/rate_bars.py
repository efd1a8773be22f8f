"""Bars of loss per set of texts with their 95 % intervals, and the loss along the scale, as charts draw them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from engine.labs.language_neurons.records import Language
from engine.records import F32
from viz.charts.aim import F64, Columns
from viz.charts.numbers import with_percent
from viz.charts.rulers import Ruler, categories
from viz.lab import QT_TRANSLATE_NOOP
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.plots import Plot

TINTS = (1.0, 0.35, 0.1)  # of the bars of a group, so that they differ in grey too
MEASURES = ("rise over intact", "loss")
MEASURE_WORDS = (
    QT_TRANSLATE_NOOP("LanguageNeuronView", "rise of the loss"),
    QT_TRANSLATE_NOOP("LanguageNeuronView", "loss"),
)  # as they are shown
GROUP = 0.72  # of the room between two sets that its bars take


def bars_of(found: Language, neuron: int, measure: str) -> tuple[F32, F32, F32]:
    """Values [S, k], low and high ends [S, k]: bits per token, or the rise as a share of the intact loss."""
    if measure == MEASURES[1]:
        return found.loss[neuron], found.low[neuron], found.high[neuron]
    intact = found.loss[neuron][:, :1]
    return found.rise[neuron] / intact, found.rise_low[neuron] / intact, found.rise_high[neuron] / intact


def colours_of(theme: Theme, measure: str) -> tuple[str, ...]:
    """Of the bars of one set: (intact,) zero, mean."""
    return (theme.muted, theme.categories[0], theme.categories[1])[0 if measure == MEASURES[1] else 1 :]


def draw_bars(
    plot: Plot, theme: Theme, sets: Sequence[str], bars: tuple[F32, F32, F32], y: Ruler,
    names: Sequence[str], colours: Sequence[str],
) -> None:  # fmt: skip
    """A group of bars for each set, an interval on each; where the pointer is, the values with their intervals."""
    values, low, high = bars  # [S, k]
    at, k = np.arange(len(sets), dtype=np.float64), values.shape[1]
    plot.show_axes(categories(tuple(sets)), y)
    for column, (name, colour) in enumerate(zip(names, colours, strict=True)):
        shift = GROUP * ((column + 0.5) / k - 0.5)
        plot.bars(at, values[:, column], colour, thick=0.9 * GROUP / k, shift=shift, name=name, tint=TINTS[column])
        plot.errors(at + shift, values[:, column], low[:, column], high[:, column], theme.text, cap=0.25 * GROUP / k)
    plot.limit(0.0, colour=theme.muted, dash=0, across=True)
    plot.aim(Columns(at), lambda row: group_words(sets[row], names, [part[row] for part in bars], y.numbers))


def group_words(name: str, names: Sequence[str], parts: Sequence[F32], numbers: Callable[[float], str]) -> str:
    """Values [k] of a set with their low and high ends, a line each."""
    rows = zip(names, *(part.tolist() for part in parts), strict=True)
    said = [f"{bar} {numbers(value)} ({numbers(low)} … {numbers(high)})" for bar, value, low, high in rows]
    return "\n".join([name, *said])


def reach(values: Sequence[F32]) -> tuple[float, float]:
    """The range of a chart of all of these: with 0 in it and a little room where there are values."""
    low = min(0.0, *(float(np.nanmin(part)) for part in values))
    high = max(1e-6, *(float(np.nanmax(part)) for part in values))
    room = 0.06 * (high - low)
    return (low - room if low < 0 else 0.0), high + room


def percent_tick(value: float) -> str:
    """`+5 %`, `0 %`, `−2.5 %`."""
    return with_percent(f"{100 * value:+z.4g}".replace("-", "−")) if value else with_percent("0")


def draw_curve(plot: Plot, theme: Theme, found: Language, sets: Sequence[str], x_name: str, y: Ruler) -> None:
    """The rise over intact along the scale, set by set, with its interval; a dotted line at the intact scale."""
    xs: F64 = found.scales.astype(np.float64)
    plot.show_axes(Ruler(float(xs.min()), float(xs.max()), x_name, lines=False), y)
    for row, name in enumerate(sets):
        intact = float(found.loss[0, row, 0])
        colour = theme.categories[row % len(theme.categories)]
        low, high = (part[row].astype(np.float64) / intact for part in (found.curve_low, found.curve_high))
        plot.band(xs, low, high, colour)
        plot.line(xs, (found.curve[row].astype(np.float64) - intact) / intact, colour, name=name, dash=row, dots=True)
    plot.limit(float(xs[np.argmin(np.abs(xs - 1))]), colour=theme.muted, dash=2)


def curve_reach(found: Sequence[Language]) -> tuple[float, float]:
    """The range of the curves of several models."""
    return reach([part / it.loss[0, :, :1] for it in found for part in (it.curve_low, it.curve_high)])
