"""The charts of the toy model: W^T W, losses, starts, D_i; the phase diagram; the outcome at every density."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from engine.labs.superposition.records import (
    DENSITIES,
    PHASE_DENSITIES,
    PHASE_IMPORTANCES,
    AtDensity,
    ToyTrained,
)
from engine.records import F32
from viz.charts.aim import Cells, Columns, Rows
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.numbers import fixed
from viz.charts.rulers import Ruler, categories
from viz.labs.superposition import words
from viz.labs.superposition.superposition_frame import F64, SuperpositionFrame, borders
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

CELL = 3.6  # em across from which on the cells of W^T W say their numbers
LISTED = 20  # features up to which each is named on an axis
LOWEST = 1e-9  # loss on a logarithmic axis
REGULAR = ((1.0, "1"), (0.75, "3/4"), (2 / 3, "2/3"), (0.5, "1/2"), (0.4, "2/5"), (0.375, "3/8"))
Choose = Callable[[int], object]
translate = words.translate


def _names(n: int) -> tuple[str, ...]:
    return tuple(words.feature(at) for at in range(n))


def draw_products(
    grid: ChartGrid, row: int, column: int, frame: SuperpositionFrame, now: ToyTrained, theme: Theme, room: float
) -> Plot:
    """W^T W: how much of each feature comes back as which. `room`: em of its width."""
    weights = now.weights[frame.chosen]
    table = np.asarray(weights.T @ weights, np.float32)  # [n, n]
    bar = Bar(Colouring(theme.diverging, "", 1.0, signed=True), translate("Superposition", "WᵀW"))
    colouring = grid.colour_bar(row, column, bar)
    plot, n = grid.plot(row + 1, column), len(table)
    axis = _names(n) if n <= LISTED else ()
    into = translate("Superposition", "feature given")
    back = translate("Superposition", "feature restored")
    if axis:
        plot.show_axes(categories(axis, into), categories(axis, back, down=True))
    else:
        plot.show_axes(Ruler(-0.5, n - 0.5, into, whole=True, lines=False),
                       Ruler(-0.5, n - 0.5, back, whole=True, lines=False, down=True))  # fmt: skip
    write = (lambda i, j: (fixed(float(table[i, j]), 2), i == j)) if n * CELL <= room else None
    plot.heat(table, colouring, parted=n <= LISTED, name=translate("Superposition", "WᵀW"), write=write)
    plot.aim(Cells(n, n, cross=True), lambda cell: _product_words(table, cell))
    return plot


def _product_words(table: F32, cell: tuple[int, int]) -> str:
    row, column = cell
    said = (
        translate("Superposition", "{a} comes back as {value}")
        if row == column
        else translate("Superposition", "{b} adds {value} to {a}")
    )
    return said.format(a=words.feature(row), b=words.feature(column), value=fixed(float(table[row, column]), 3))


def draw_starts(
    grid: ChartGrid, row: int, column: int, frame: SuperpositionFrame, now: ToyTrained, theme: Theme, choose: Choose
) -> None:
    """The loss of every start and of the control, with the name of what it came to."""
    starts = frame.recipe.starts
    names = tuple(words.start_name(at, starts) for at in range(starts + 1))
    said = tuple(map(words.arrangement_words, now.arrangements))
    colours = [theme.good if at == frame.best else theme.path for at in range(starts)] + [theme.warning]
    keys = (
        Key(translate("Superposition", "best"), theme.good, "box"),
        Key(translate("Superposition", "start"), theme.path, "box"),
        Key(translate("Superposition", "control"), theme.warning, "box"),
    )
    grid.key(row, column, keys)
    plot = grid.plot(row + 1, column)
    high = max(float(np.nanmax(now.losses)), now.least_linear) * 1.08
    plot.show_axes(
        Ruler(0.0, high, translate("Superposition", "loss")),
        categories(names, translate("Superposition", "start"), down=True, chosen=frame.chosen),
        categories(said, down=True, far=True, clear=True, widest=13.0),
    )
    plot.bars(np.arange(starts + 1), now.losses, colours, across=True, thick=0.62,
              name=translate("Superposition", "loss"))  # fmt: skip
    plot.limit(now.least_linear, colour=theme.muted)
    plot.aim(
        Rows(starts + 1),
        lambda at: translate("Superposition", "{start}: loss {loss}\n{what}").format(
            start=names[at], loss=words.loss(float(now.losses[at])), what=said[at]
        ),
        choose=choose, chosen=frame.chosen, browse=True,
    )  # fmt: skip


def draw_losses(
    grid: ChartGrid, row: int, column: int, columns: int, frame: SuperpositionFrame, now: ToyTrained, theme: Theme
) -> None:
    """Of every start along the training, on a logarithmic axis, beside the best linear model's."""
    told = frame.told
    steps = np.array([it.step for it in told], np.float64)
    losses = np.stack([it.losses for it in told])  # [k, S + 1]
    keys = (
        Key(translate("Superposition", "each start"), theme.muted),
        Key(translate("Superposition", "start shown"), theme.path),
        Key(translate("Superposition", "without ReLU"), theme.warning, dash=1),
        Key(translate("Superposition", "best linear model"), theme.text, dash=2),
    )
    grid.key(row, column, keys, columns=columns)
    plot = grid.plot(row + 1, column, 1, columns)
    logs = np.log10(np.maximum(losses, LOWEST))
    least, high = float(np.log10(max(now.least_linear, LOWEST))), float(np.nanmax(logs))
    low = min(float(np.nanmin(logs)), least if now.least_linear > 0 else np.inf)
    marks = _marks(low - 0.08, high + 0.08)
    plot.show_axes(
        Ruler(0.0, float(frame.recipe.steps), translate("Superposition", "step"), lines=False),
        Ruler(low - 0.08, high + 0.08, translate("Superposition", "loss, logarithmic"), marks=marks),
    )
    for at in range(losses.shape[1] - 1):
        if at != frame.chosen:
            plot.line(steps, logs[:, at], theme.muted, width=0.06, name=words.start_name(at, losses.shape[1] - 1))
    plot.line(steps, logs[:, -1], theme.warning, dash=1, name=keys[2].name)
    if frame.chosen < losses.shape[1] - 1:
        plot.line(steps, logs[:, frame.chosen], theme.path, width=0.2, name=keys[1].name)
    if now.least_linear > 0:
        plot.limit(least, colour=theme.text, across=True, dash=2)
    plot.limit(float(now.step), colour=theme.accent, dash=0)
    plot.aim(Columns(steps), lambda at: _loss_words(told[at], frame.chosen))


def _marks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """1, 2 and 5 of every power of ten in sight."""
    found = [
        (power + float(np.log10(step)), f"{step * 10.0**power:z.3g}")
        for power in range(int(np.floor(low)), int(np.ceil(high)) + 1)
        for step in ((1, 2, 5) if high - low < 2.5 else (1,))
    ]
    return tuple(it for it in found if low <= it[0] <= high)


def _loss_words(found: ToyTrained, chosen: int) -> str:
    return translate("Superposition", "step {step}\nstart shown {loss}\nbest {best}\nwithout ReLU {control}").format(
        step=f"{found.step:,}", loss=words.loss(float(found.losses[chosen])),
        best=words.loss(float(found.losses[found.best])), control=words.loss(float(found.losses[-1])),
    )  # fmt: skip


def draw_shares(
    grid: ChartGrid, row: int, column: int, columns: int, frame: SuperpositionFrame, now: ToyTrained, theme: Theme
) -> None:
    """Squared length and D_i of every feature."""
    lengths, shares = now.lengths[frame.chosen], now.shares[frame.chosen]
    keys = (
        Key(translate("Superposition", "squared length |W|²"), theme.path, "box"),
        Key(translate("Superposition", "dimensionality D"), theme.accent, "o"),
    )
    grid.key(row, column, keys, columns=columns)
    plot, n = grid.plot(row + 1, column, 1, columns), len(lengths)
    across = (
        categories(_names(n)) if n <= LISTED
        else Ruler(-0.5, n - 0.5, translate("Superposition", "feature"), whole=True, lines=False)
    )  # fmt: skip
    plot.show_axes(across, Ruler(0.0, max(1.1, 1.05 * float(lengths.max()))))
    plot.bars(np.arange(n), lengths, theme.path, thick=0.6, name=keys[0].name)
    plot.points(np.arange(n), shares, theme.accent, size=0.7 if n <= LISTED else 0.4, name=keys[1].name)
    importance = frame.recipe.importance
    plot.aim(
        Columns(np.arange(n, dtype=np.float64)),
        lambda at: words.feature_words(now, frame.chosen, at, float(importance[at])),
    )


# -- over densities --------------------------------------------------------------------------------------------------


def draw_densities(grid: ChartGrid, frame: SuperpositionFrame, theme: Theme, beside: bool) -> None:
    """How many features are represented and their D_i, and what most starts came to."""
    found = frame.densities
    names = tuple(f"{density:g}" for density in DENSITIES)
    across = categories(names, translate("Superposition", "density"))
    at = np.arange(len(found), dtype=np.float64)
    kept = np.array([[it.kept for it in each.arrangements] for each in found], np.float64)  # [k, S + 1]
    best = np.array([each.best for each in found])
    keys = (
        Key(translate("Superposition", "best start"), theme.good),
        Key(translate("Superposition", "without ReLU"), theme.warning, dash=1),
    )
    grid.key(0, 0, keys)
    upper = grid.plot(1, 0)
    upper.show_axes(
        across, Ruler(0.0, frame.recipe.features + 0.5, translate("Superposition", "features represented"), whole=True)
    )
    upper.band(at, kept[:, :-1].min(axis=1), kept[:, :-1].max(axis=1), theme.good)
    upper.line(at, kept[np.arange(len(found)), best], theme.good, dots=True, name=keys[0].name)
    upper.line(at, kept[:, -1], theme.warning, dash=1, dots=True, name=keys[1].name)
    upper.aim(Columns(at), lambda index: _density_words(found[index]))
    grid.key(
        2, 0, (Key(translate("Superposition", "dimensionality D of each feature, best start"), theme.accent, "o"),)
    )
    lower = grid.plot(3, 0)
    lower.show_axes(across, Ruler(0.0, 1.08, marks=tuple((value, name) for value, name in REGULAR if value != 0.375)))
    for row, each in enumerate(found):
        shares = each.shares[each.best]
        spread = np.linspace(-0.28, 0.28, len(shares)) if len(shares) > 1 else np.zeros(1)
        lower.points(row + spread, shares, theme.accent, size=0.5, name=f"D, {each.density:g}")
    lower.aim(Columns(at), lambda index: _density_words(found[index]))
    grid.link([upper, lower])
    place = (0, 1) if beside else (4, 0)
    said = translate("Superposition", "share of starts that came to what the best one is")
    grid.words(*place, said, colour=theme.muted)
    if beside:
        grid.share(columns={0: 6, 1: 4})
    _draw_agreement(grid.plot(place[0] + 1, place[1], 3 if beside else 1, 1), found, names, theme)


def _draw_agreement(plot: Plot, found: tuple[AtDensity, ...], names: tuple[str, ...], theme: Theme) -> None:
    said = [words.arrangement_words(each.arrangements[each.best]) for each in found]
    same = [
        sum(words.arrangement_words(it) == name for it in each.arrangements[:-1]) / len(each.arrangements[:-1])
        for each, name in zip(found, said, strict=True)
    ]
    blank = ("",) * (len(names) - len(found))
    plot.show_axes(
        Ruler(0.0, 1.0, translate("Superposition", "share of starts")),
        categories(names, translate("Superposition", "density"), down=True),
        categories((*said, *blank), down=True, far=True, clear=True, widest=14.0),
    )
    plot.bars(np.arange(len(found)), same, theme.good, across=True, thick=0.6,
              name=translate("Superposition", "share of starts"))  # fmt: skip
    plot.aim(Rows(len(found)), lambda index: _density_words(found[index]))


def _density_words(found: AtDensity) -> str:
    lines = [translate("Superposition", "density {density}").format(density=f"{found.density:g}")]
    lines.append(
        translate("Superposition", "best: {what}, loss {loss}").format(
            what=words.arrangement_words(found.arrangements[found.best]),
            loss=words.loss(float(found.losses[found.best])),
        )
    )
    lines += [words.times(name, n) for name, n in words.outcomes(found.arrangements[:-1])]
    lines.append(
        translate("Superposition", "without ReLU: {what}, loss {loss} (best possible {least})").format(
            what=words.arrangement_words(found.arrangements[-1]), loss=words.loss(float(found.losses[-1])),
            least=words.loss(found.least_linear),
        )
    )  # fmt: skip
    return "\n".join(lines)


# -- the phase diagram -----------------------------------------------------------------------------------------------


def outcome_names() -> tuple[str, ...]:
    """As the colours of the phase diagram mean."""
    return (
        translate("Superposition", "neither"), translate("Superposition", "first feature only"),
        translate("Superposition", "second feature only"), translate("Superposition", "both: superposition"),
    )  # fmt: skip


def draw_phases(grid: ChartGrid, frame: SuperpositionFrame, theme: Theme) -> None:
    """Cells by density and relative importance, the more important second feature above; lines by the formula."""
    columns, rows = len(PHASE_DENSITIES), len(PHASE_IMPORTANCES)
    table = np.full((rows, columns), np.nan, np.float32)
    for column, each in enumerate(frame.phases):
        table[:, column] = each.outcomes[::-1]
    colours = (theme.surface, theme.categories[0], theme.categories[1], theme.categories[2])
    names = outcome_names()
    grid.key(0, 0, tuple(Key(name, colour, "box") for name, colour in zip(names[1:], colours[1:], strict=True)))
    plot = grid.plot(1, 0)
    plot.show_axes(
        categories(tuple(f"{it:g}" for it in PHASE_DENSITIES), translate("Superposition", "density")),
        categories(tuple(f"{it:g}" for it in PHASE_IMPORTANCES[::-1]),
                   translate("Superposition", "importance of the second feature, times the first's"), down=True),
    )  # fmt: skip
    grid.square(plot, 1.7)
    plot.heat(table, Colouring(colours, "", 3.0), parted=True, name=translate("Superposition", "outcome (0 to 3)"))
    _draw_borders(plot, theme, columns, rows)
    plot.aim(Cells(rows, columns), lambda cell: _phase_words(frame, cell))


def _draw_borders(plot: Plot, theme: Theme, columns: int, rows: int) -> None:
    """Where the formula's best solution changes."""
    logs = np.linspace(0, np.log10(PHASE_DENSITIES[-1]), 400)
    low, high = borders(10**logs)
    across = logs / logs[-1] * (columns - 1)
    ends = np.log10(PHASE_IMPORTANCES[0]), np.log10(PHASE_IMPORTANCES[-1])

    def row(values: F64) -> F64:
        part = (np.log10(values) - ends[0]) / (ends[1] - ends[0])
        found = (1 - part) * (rows - 1)
        return np.where((found >= -0.5) & (found <= rows - 0.5), found, np.nan)

    for values, name in (
        (row(low), translate("Superposition", "formula: first alone or both")),
        (row(high), translate("Superposition", "formula: second alone or both")),
        (
            np.where(np.isnan(low), row(np.ones_like(low)), np.nan),
            translate("Superposition", "formula: first or second"),
        ),
    ):
        plot.line(across, values, theme.surface, width=0.34)
        plot.line(across, values, theme.text, width=0.16, name=name)


def _phase_words(frame: SuperpositionFrame, cell: tuple[int, int]) -> str:
    row, column = cell
    importance = PHASE_IMPORTANCES[len(PHASE_IMPORTANCES) - 1 - row]
    place = translate("Superposition", "density {density}, importance of the second {importance}").format(
        density=f"{PHASE_DENSITIES[column]:g}", importance=f"{importance:g}"
    )
    if column >= len(frame.phases):
        return translate("Superposition", "{place}\nnot computed yet").format(place=place)
    found, at, names = frame.phases[column], len(PHASE_IMPORTANCES) - 1 - row, outcome_names()
    return translate(
        "Superposition", "{place}\n{outcome}: weights {a} and {b}, loss {loss}\nby the formula: {formula}"
    ).format(
        place=place, outcome=names[found.outcomes[at]], a=fixed(float(found.weights[at, 0]), 2),
        b=fixed(float(found.weights[at, 1]), 2), loss=words.loss(float(found.losses[at])),
        formula=names[found.formula[at]],
    )  # fmt: skip
