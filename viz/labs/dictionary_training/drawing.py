"""The charts of a dictionary's training: the figures that count, four curves, the densities and the decoder's geometry.

Curves of batches that are trained on lie behind those of held-out positions, which are measured now and then; dots mark
when. Loss recovered has its own line among the shares.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.dictionary_training.records import F64, I64, Densities, DictionaryTrained, Geometry
from viz.charts.aim import Columns
from viz.charts.keys import Key
from viz.charts.numbers import percent
from viz.charts.rulers import Ruler, shares, short
from viz.labs.dictionary_training import words
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
ABOVE = 1.08  # times the highest value: room below the name of the axis
LARGE, SMALL = 1.9, 0.85  # em of the figures that count, and of what stands below them
Series = tuple[Key, I64, F64]  # steps and values


def draw_training(grid: ChartGrid, found: DictionaryTrained, theme: Theme, columns: int) -> None:
    """All charts, in three columns, two, or one; of the figures above them as many, the one that counts most first."""
    across = max(columns, 1)
    figures = (words.recovered_words(found), words.kl_words(found), words.explained_words(found))
    for at, (value, what, more) in enumerate(figures[:across]):
        grid.words(0, at, value, size=LARGE, bold=True, colour=theme.accent if at == 0 else theme.text)
        grid.words(1, at, what, size=SMALL)
        grid.words(2, at, more, size=SMALL, colour=theme.muted)
    curves = []
    for at, draw in enumerate((_explained, _dead, _densities, _mse, _active, _geometry)):
        place = 3 + 2 * (at // across), at % across
        plot = draw(grid, *place, found, theme)
        if draw in (_explained, _dead, _mse, _active):
            curves.append(plot)
    grid.link(curves)
    grid.share(columns=dict.fromkeys(range(across), 1))


# -- curves --------------------------------------------------------------------------------------------------------


def _explained(grid: ChartGrid, row: int, column: int, found: DictionaryTrained, theme: Theme) -> Plot:
    held, curve = found.held_out, found.curve
    series = (
        (Key(translate("DictionaryTraining", "explained variance, batch"), theme.muted), curve.step, curve.explained),
        (Key(translate("DictionaryTraining", "held out"), theme.path), held.step, held.explained),
        (Key(translate("DictionaryTraining", "loss recovered"), theme.good, dash=1), held.step, held.recovered),
    )
    return _draw_curves(grid, row, column, found, series, translate("DictionaryTraining", "share"), 1.0, True)


def _dead(grid: ChartGrid, row: int, column: int, found: DictionaryTrained, theme: Theme) -> Plot:
    held, curve = found.held_out, found.curve
    series = (
        (Key(translate("DictionaryTraining", "dead while training"), theme.error), curve.step, curve.dead),
        (Key(translate("DictionaryTraining", "never active, held out"), theme.warning, dash=1), held.step, held.dead),
    )
    return _draw_curves(grid, row, column, found, series, translate("DictionaryTraining", "of the features"), 1.0, True)


def _mse(grid: ChartGrid, row: int, column: int, found: DictionaryTrained, theme: Theme) -> Plot:
    held, curve = found.held_out, found.curve
    series = (
        (Key(translate("DictionaryTraining", "MSE, batch"), theme.muted), curve.step, curve.mse),
        (Key(translate("DictionaryTraining", "held out"), theme.path), held.step, held.mse),
    )
    high = _high(series, 1.0, 2.0)
    name = translate("DictionaryTraining", "of a scaled number")
    return _draw_curves(grid, row, column, found, series, name, high, False)


def _active(grid: ChartGrid, row: int, column: int, found: DictionaryTrained, theme: Theme) -> Plot:
    held, curve = found.held_out, found.curve
    series = (
        (Key(translate("DictionaryTraining", "L0, batch"), theme.muted), curve.step, curve.active),
        (Key(translate("DictionaryTraining", "held out"), theme.path), held.step, held.active),
    )
    high = _high(series, max(8.0, 1.2 * found.recipe.k), float(found.recipe.width))
    name = translate("DictionaryTraining", "active features a position")
    limit = found.recipe.k if found.recipe.activation == "topk" else 0
    more = (Key(f"k {limit}", theme.accent, dash=1),) if limit else ()
    plot = _draw_curves(grid, row, column, found, series, name, high, False, more)
    if limit:
        plot.limit(float(limit), colour=theme.accent, across=True)
    return plot


def _high(series: Sequence[Series], least: float, most: float) -> float:
    """The end of an axis above all that is known, without the first moments of a start that is far off."""
    known = [values[np.isfinite(values)] for _, _, values in series]
    tops = [float(np.max(it[len(it) // 20 :])) for it in known if len(it)]
    return min(max([least, *tops]), most)


def _draw_curves(
    grid: ChartGrid, row: int, column: int, found: DictionaryTrained, series: Sequence[Series], name: str, high: float,
    as_shares: bool, more: tuple[Key, ...] = (),
) -> Plot:  # fmt: skip
    """Lines by step, those of measurements with dots."""
    grid.key(row, column, (*(key for key, _, _ in series), *more))
    plot = grid.plot(row + 1, column)
    across = Ruler(0.0, float(max(found.recipe.steps, 1)), translate("DictionaryTraining", "step"), lines=False)
    plot.show_axes(across, Ruler(0.0, ABOVE * high, name, numbers=shares if as_shares else short))
    for key, steps, values in series:
        measured = steps is found.held_out.step
        width = 0.18 if measured else 0.1
        plot.line(steps, values, key.colour, dash=key.dash, name=key.name, dots=measured, width=width)
    moments = np.unique(np.concatenate([steps for _, steps, _ in series])).astype(np.float64)
    if len(moments):
        plot.aim(Columns(moments), lambda at: _moment_words(series, moments[at], as_shares))
    return plot


def _moment_words(series: Sequence[Series], step: float, as_shares: bool) -> str:
    lines = [translate("DictionaryTraining", "step {step}").format(step=f"{int(step):,}")]
    for key, steps, values in series:
        at = int(np.searchsorted(steps, step, side="right")) - 1
        if at >= 0 and np.isfinite(values[at]):
            said = percent(float(values[at])) if as_shares else words.number(float(values[at]), 4)
            lines.append(f"{key.name}: {said}")
    return "\n".join(lines)


# -- histograms ----------------------------------------------------------------------------------------------------


def _densities(grid: ChartGrid, row: int, column: int, found: DictionaryTrained, theme: Theme) -> Plot:
    it = found.densities
    title = translate("DictionaryTraining", "how often each feature is active")
    grid.key(row, column, (Key(_dead_title(it) if it is not None and it.dead else title, theme.path, "box"),))
    plot = grid.plot(row + 1, column)
    low, high = (float(it.edges[0]), float(it.edges[-1])) if it is not None else (-5.0, 0.0)
    marks = tuple((float(at), _power(at)) for at in range(int(np.ceil(low)), int(np.floor(high)) + 1))
    said = translate("DictionaryTraining", "share of positions, logarithmic")
    top = ABOVE * float(max(it.counts.max(), 1)) if it is not None and len(it.counts) else 1.0
    plot.show_axes(
        Ruler(low - 0.1, high + 0.3, said, marks=marks, lines=False),
        Ruler(0.0, top, translate("DictionaryTraining", "features")),
    )
    if it is not None:
        middle, wide = _bins(it.edges)
        plot.bars(middle, it.counts, theme.path, thick=0.92 * wide, name=title)
        plot.aim(Columns(middle), lambda at: _density_words(it, at))
    return plot


def _dead_title(it: Densities) -> str:
    return translate(
        "DictionaryTraining", "how often each feature is active; {n} never on {positions} positions"
    ).format(n=f"{it.dead:,}", positions=f"{it.positions:,}")


def _density_words(it: Densities, at: int) -> str:
    return translate("DictionaryTraining", "{n} features are active on {low} to {high} of positions").format(
        n=f"{int(it.counts[at]):,}",
        low=percent(10.0 ** float(it.edges[at])),
        high=percent(10.0 ** float(it.edges[at + 1])),
    )


def _geometry(grid: ChartGrid, row: int, column: int, found: DictionaryTrained, theme: Theme) -> Plot:
    it = found.geometry
    keys = (
        Key(translate("DictionaryTraining", "decoder directions"), theme.path, "box"),
        Key(translate("DictionaryTraining", "random directions"), theme.warning, dash=1),
    )
    grid.key(row, column, keys)
    plot = grid.plot(row + 1, column)
    low, high = _met(it) if it is not None else (0.0, 1.0)
    top = ABOVE * float(max(it.share.max(), it.random.max(), 1e-3)) if it is not None else 1.0
    plot.show_axes(
        Ruler(low, high, translate("DictionaryTraining", "largest cosine to another feature"), lines=False),
        Ruler(0.0, top, translate("DictionaryTraining", "of the features"), numbers=shares),
    )
    if it is not None:
        middle, wide = _bins(it.edges)
        plot.bars(middle, it.share, theme.path, thick=0.92 * wide, name=keys[0].name)
        plot.line(middle, it.random, theme.warning, dash=1, name=keys[1].name)
        plot.aim(Columns(middle), lambda at: _cosine_words(it, at))
    return plot


def _met(it: Geometry) -> tuple[float, float]:
    """From which to which cosine there is anything, with room for two bins on both sides."""
    there = np.flatnonzero((it.share > 0) | (it.random > 0))
    if not len(there):
        return float(it.edges[0]), float(it.edges[-1])
    return float(it.edges[max(there[0] - 2, 0)]), float(it.edges[min(there[-1] + 3, len(it.edges) - 1)])


def _cosine_words(it: Geometry, at: int) -> str:
    return translate(
        "DictionaryTraining",
        "cosine {low} to {high}: {share} of the features, {random} of as many random directions\nmedian {median}, of "
        "random ones {control}",
    ).format(
        low=f"{it.edges[at]:z.2f}", high=f"{it.edges[at + 1]:z.2f}", share=percent(float(it.share[at])),
        random=percent(float(it.random[at])), median=f"{it.median:z.2f}", control=f"{it.random_median:z.2f}",
    )  # fmt: skip


def _bins(edges: F64) -> tuple[F64, float]:
    """The middles of bins, and how wide one is."""
    return np.asarray((edges[1:] + edges[:-1]) / 2), float(edges[1] - edges[0])


def _power(at: int) -> str:
    """A power of ten as a share: `10 %`, `0.1 %`."""
    return shares(10.0**at)
