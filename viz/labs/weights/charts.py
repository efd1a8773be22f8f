"""Charts beside the picture of a matrix: how its weights are distributed, its singular values, all layers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.weights.records import Axis, Layers, Order, Sizes, Spectrum
from engine.records import F32
from viz.charts.aim import F64, Columns, Shape, Spot
from viz.charts.heatmap import Colouring
from viz.charts.keys import Key
from viz.charts.numbers import fixed
from viz.charts.rulers import Ruler
from viz.labs.weights.words import axis_words, number
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
LEAST_COUNT: Final = -0.4  # log10 at which the bars of a histogram stand: one weight is seen
MARKS: Final = 12  # names of heads along an axis, at most
TINT: Final = 0.4  # of the bars, so that a line is seen on them
GAP: Final = 0.12  # of a small picture, between two


def draw_sizes(grid: ChartGrid, place: tuple[int, int, int], sizes: Sizes, theme: Theme) -> None:
    """A histogram on a logarithmic scale and the normal distribution of the same spread; a key above it."""
    row, column, columns = place
    keys = (
        Key(translate("Weights", "weights"), theme.path, "box", tint=TINT),
        Key(translate("Weights", "normal, of the same spread"), theme.warning, dash=1),
    )
    grid.key(row, column, keys, columns=columns)
    plot = grid.plot(row + 1, column, 1, columns)
    middles = (sizes.edges[:-1] + sizes.edges[1:]) / 2
    with np.errstate(divide="ignore"):
        heights = np.where(sizes.counts > 0, np.log10(np.maximum(sizes.counts, 1)), np.nan)
        normal = np.log10(sizes.expected.astype(float))
    normal = np.where(normal > LEAST_COUNT, normal, np.nan)
    top = max(float(np.nanmax(heights)), 1.0) + 0.2
    plot.show_axes(
        Ruler(float(sizes.edges[0]), float(sizes.edges[-1]), translate("Weights", "weight"), lines=False),
        Ruler(LEAST_COUNT, top, translate("Weights", "how many"), marks=_powers(0, top)),
    )
    wide = float(sizes.edges[1] - sizes.edges[0])
    plot.bars(middles, heights, keys[0].colour, base=LEAST_COUNT, thick=wide, name=keys[0].name, tint=TINT)
    plot.line(middles, normal, keys[1].colour, name=keys[1].name, dash=1)

    def said(at: int) -> str:
        text = translate("Weights", "{low} to {high}\n{n} weights; a normal distribution has {expected}")
        low, high = float(sizes.edges[at]), float(sizes.edges[at + 1])
        return text.format(
            low=number(low), high=number(high), n=f"{int(sizes.counts[at]):,}",
            expected=f"{float(sizes.expected[at]):z,.0f}",
        )  # fmt: skip

    plot.aim(Columns(middles), said)


def draw_spectrum(grid: ChartGrid, place: tuple[int, int, int], found: Spectrum, theme: Theme) -> None:
    """Singular values, those of the shuffled matrix, and those expected of random numbers; a key above them."""
    row, column, columns = place
    keys = (
        Key(translate("Weights", "singular values"), theme.path),
        Key(translate("Weights", "shuffled"), theme.fan, dash=1),
        Key(translate("Weights", "random numbers (Marchenko–Pastur)"), theme.muted, dash=2),
    )
    grid.key(row, column, keys, columns=columns)
    plot = grid.plot(row + 1, column, 1, columns)
    count = np.arange(1, len(found.values) + 1)
    lines = [_log(values) for values in (found.values, found.shuffled, found.random)]
    known = np.concatenate(lines)
    known = known[np.isfinite(known)]
    high = float(known.max()) + 0.06 if len(known) else 1.0
    low = max(float(known.min()), high - 3.2) if len(known) else 0.0
    plot.show_axes(
        Ruler(0.5, len(count) + 0.5, translate("Weights", "singular value, largest first"), lines=False),
        Ruler(low, high, translate("Weights", "size"), marks=_ones_twos_fives(low, high)),
    )
    for key, line, width in zip(keys, lines, (0.2, 0.14, 0.14), strict=True):
        plot.line(count, line, key.colour, name=key.name, dash=key.dash, width=width)

    def said(at: int) -> str:
        text = translate("Weights", "singular value {i}: {value}\nshuffled {shuffled}, random numbers {random}")
        values = (number(float(each[at])) for each in (found.values, found.shuffled, found.random))
        value, shuffled, random = values
        return text.format(i=at + 1, value=value, shuffled=shuffled, random=random)

    plot.aim(Columns(count.astype(np.float64)), said)


def draw_by_layer(
    grid: ChartGrid, place: tuple[int, int], layers: Layers, chosen: int, ratio: bool, theme: Theme
) -> Plot:
    """By layer: how much more what is shown varies than chance makes, or the spread of the weights."""
    plot = grid.plot(*place)
    at = np.arange(len(layers.spreads))
    if ratio:
        values = layers.times_chance.astype(float)
        name = translate("Weights", "variation ÷ shuffled")
    else:
        values, name = layers.spreads.astype(float), translate("Weights", "standard deviation")
    return _draw_line(plot, at, values, name, chosen, theme, 1.0 if ratio else None)


def draw_kurtoses(grid: ChartGrid, place: tuple[int, int], layers: Layers, chosen: int, theme: Theme) -> Plot:
    """By layer: how heavy the tails of the weights are."""
    at = np.arange(len(layers.spreads))
    name = translate("Weights", "excess kurtosis")
    return _draw_line(grid.plot(*place), at, layers.kurtoses.astype(float), name, chosen, theme, 0.0)


def _draw_line(
    plot: Plot,
    at: np.ndarray,
    values: np.ndarray,
    name: str,
    chosen: int,
    theme: Theme,
    limit: float | None,
) -> Plot:
    known = values[np.isfinite(values)]
    ends = [*known.tolist(), *([] if limit is None else [limit])] or [0.0, 1.0]
    low, high = min(ends), max(ends)
    room = 0.08 * (high - low) or 0.5
    plot.show_axes(
        Ruler(-0.5, len(at) - 0.5, translate("Weights", "layer"), whole=True, lines=False),
        Ruler(low - room, high + room, name),
    )
    if limit is not None:
        plot.limit(limit, colour=theme.muted, across=True)
    plot.line(at, values, theme.path, name=name, dots=len(at) <= 64)
    if 0 <= chosen < len(at):
        plot.points([chosen], [values[chosen]], theme.accent, size=0.9)
    plot.aim(Columns(at.astype(np.float64)), lambda layer: f"L{layer}\n{name} {fixed(float(values[layer]), 3)}")
    return plot


def axis_of(axis: Axis, n: int, order: Order, row: bool) -> Ruler:
    """Rows or columns by their numbers; heads by their names where they stand as they are stored."""
    name = axis_words(axis, order, row)
    marks: tuple[tuple[float, str], ...] = ()
    pieces = axis.pieces
    if order == "stored" and len(pieces) == 1 and pieces[0].kind in ("head", "kv head"):
        heads, width = n // pieces[0].width, pieces[0].width
        step = -(-heads // MARKS)
        letter = "H" if pieces[0].kind == "head" else "KV"
        marks = tuple(((head + 0.5) * width - 0.5, f"{letter}{head}") for head in range(0, heads, step))
    return Ruler(-0.5, n - 0.5, name, whole=True, lines=False, down=row, marks=marks)


# -- small pictures --------------------------------------------------------------------------------------------------


def mosaic(cells: F32, across: int) -> tuple[F32, tuple[int, int]]:
    """The pictures [L, r, c] beside each other in rows of `across`, parted by NaN, and rows and columns of one with
    what parts it."""
    n, rows, columns = cells.shape
    gap = max(round(GAP * min(rows, columns)), 1)
    high, wide = rows + gap, columns + gap
    found = np.full((-(-n // across) * high - gap, across * wide - gap), np.nan, np.float32)
    for at in range(n):
        top, left = (at // across) * high, (at % across) * wide
        found[top : top + rows, left : left + columns] = cells[at]
    return found, (high, wide)


def best_across(n: int, shape: tuple[int, int], aspect: float) -> int:
    """How many small pictures of [rows, columns] stand beside each other so that they fill a plot best."""
    rows, columns = shape

    def waste(across: int) -> float:
        own = across * columns / max(-(-n // across) * rows, 1)
        return abs(math.log(max(own, 1e-9) / max(aspect, 1e-9)))

    return min(range(1, max(n, 1) + 1), key=waste)


class Small:
    """The small pictures [L, r, c] on a plot of so many times its height, and what can be pointed at: the layers."""

    shape: Shape = "own"

    def __init__(self, cells: F32, aspect: float, chosen: int) -> None:
        self._n, self._chosen = len(cells), chosen
        self._shape = cells.shape[1], cells.shape[2]
        self._across = best_across(self._n, self._shape, aspect)
        self._table, self._step = mosaic(cells, self._across)

    def draw(self, plot: Plot, colouring: Colouring, name: str, theme: Theme) -> None:
        """Draw them, each with its name."""
        rows, columns = self._table.shape
        plot.show_axes(
            Ruler(-0.5, columns - 0.5, hidden=True, lines=False),
            Ruler(-0.5, rows - 0.5, hidden=True, down=True, lines=False),
        )
        plot.heat(self._table, Colouring(colouring.stops, "", colouring.high, signed=True), name=name)
        for layer in range(self._n):
            top, left = self._corner(layer)
            plot.words(left, top, f"L{layer}", size=0.62, anchor=(0, 0), ground=theme.surface)
        if 0 <= self._chosen < self._n:
            top, left = self._corner(self._chosen)
            plot.box(left - 0.5, top - 0.5, self._shape[1], self._shape[0], theme.accent)

    def _corner(self, layer: int) -> tuple[int, int]:
        return layer // self._across * self._step[0], layer % self._across * self._step[1]

    def near(self, x: float, y: float, em_x: float, em_y: float) -> Spot | None:
        row, column = int((y + 0.5) // self._step[0]), int((x + 0.5) // self._step[1])
        return self.spot(row * self._across + column) if 0 <= column < self._across and row >= 0 else None

    def spot(self, thing: int) -> Spot | None:
        if not 0 <= thing < self._n:
            return None
        top, left = self._corner(thing)
        return Spot(thing, left + self._step[1] / 2, top + self._step[0] / 2)

    def beside(self, thing: int | None, right: int, down: int) -> Spot | None:
        return self.spot(0 if thing is None else thing + right + down * self._across)


# -- scales ----------------------------------------------------------------------------------------------------------


def _log(values: F32) -> F64:
    """log10, NaN where a value is 0 or far below what can be computed."""
    largest = float(values.max(initial=0.0))
    known = values > max(1e-7 * largest, 0.0)
    return np.where(known, np.log10(np.where(known, values, 1.0).astype(float)), np.nan)


def _powers(low: float, high: float) -> tuple[tuple[float, str], ...]:
    powers = range(math.ceil(low), math.floor(high) + 1)
    return tuple((float(power), f"{10**power:,}") for power in powers)


def _ones_twos_fives(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """Round numbers on a logarithmic axis: few where it is long."""
    digits = (1, 2, 5) if high - low < 2.2 else (1,)
    found = [
        (power + math.log10(digit), digit * 10.0**power)
        for power in range(math.floor(low), math.ceil(high) + 1)
        for digit in digits
    ]
    return tuple((at, f"{value:g}") for at, value in found if low <= at <= high)
