"""The charts of codes: the codes as tables, what a probe reads of each, what interferes; and a model by its layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.superposition.records import Codes, Product
from engine.records import F32
from viz.charts.aim import Cells, Columns
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.numbers import fixed, percent
from viz.charts.rulers import Ruler, categories, shares
from viz.labs.superposition.codes_frame import CodesFrame
from viz.state_names import state_name, state_tick, states_axis
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
LISTED = 20  # things up to which each is named
THICK = 0.19  # of a bar of a group of four


def code_names() -> tuple[str, ...]:
    """In the order of the laboratory's `CODES`."""
    return (
        translate("Codes", "one-hot"),
        translate("Codes", "semi-local"),
        translate("Codes", "superposed"),
        translate("Codes", "random (control)"),
    )


def measure_names() -> tuple[str, ...]:
    """In the order of the laboratory's `MEASURES`."""
    return (
        translate("Codes", "colour"),
        translate("Codes", "shape"),
        translate("Codes", "dealt colours"),
        translate("Codes", "any half"),
        translate("Codes", "two at once"),
    )


# -- made codes ------------------------------------------------------------------------------------------------------


def draw_codes(grid: ChartGrid, frame: CodesFrame, found: Codes, theme: Theme, wide: bool) -> None:
    """Four tables of numbers above, what is read of them below."""
    places = [(0, at) for at in range(4)] if wide else [(0, 0), (0, 1), (3, 0), (3, 1)]
    high = max(float(np.abs(code).max()) for code in found.vectors)
    bar = Bar(Colouring(theme.diverging, "", high, signed=True), translate("Codes", "value in each dimension"), _tenths)
    colouring = grid.colour_bar(0, 0, bar, columns=4 if wide else 2)
    things = tuple(f"{one} {other}" for one in frame.first_names for other in frame.second_names)
    for (row, column), name, code in zip(places, code_names(), found.vectors, strict=True):
        said = translate("Codes", "{name}: {d} dimensions").format(name=name, d=code.shape[1])
        grid.words(row + 1, column, said)
        _draw_code(grid.plot(row + 2, column), code, colouring, name, things, not column)
    after = 3 if wide else 6
    _draw_read(grid, after, 2, found, theme)
    _draw_widths(grid, after if wide else after + 2, 2 if wide else 0, found, theme)
    _draw_overlaps(grid, after if wide else after + 2, 3 if wide else 1, frame, found, theme)
    if wide:
        grid.share(rows={2: 1, 4: 1}, columns=dict.fromkeys(range(4), 1))


def _tenths(value: float) -> str:
    return fixed(value, 1)


def _draw_code(plot: Plot, code: F32, colouring: Colouring, name: str, things: tuple[str, ...], named: bool) -> None:
    """`named`: things are named here, and not on the code to the left."""
    n, d = code.shape
    down = (
        categories(things, down=True, widest=7.0, hidden=not named)
        if n <= LISTED
        else Ruler(-0.5, n - 0.5, translate("Codes", "thing"), whole=True, lines=False, down=True, hidden=not named)
    )
    plot.show_axes(Ruler(-0.5, d - 0.5, translate("Codes", "dimension"), whole=True, lines=False), down)
    plot.heat(code, colouring, parted=n <= LISTED, name=name)
    plot.aim(
        Cells(n, d, cross=True),
        lambda cell: translate("Codes", "{thing}, dimension {d}: {value}").format(
            thing=things[cell[0]], d=cell[1], value=fixed(float(code[cell]), 2)
        ),
    )


def _draw_read(grid: ChartGrid, row: int, columns: int, found: Codes, theme: Theme) -> None:
    """Bars for each measure, one of each code; guessing as a line across its group."""
    names, measures = code_names(), measure_names()
    keys = [Key(name, theme.categories[at], "box") for at, name in enumerate(names)]
    grid.key(row, 0, [*keys, Key(translate("Codes", "guessing"), theme.text, dash=1)], columns=columns)
    plot = grid.plot(row + 1, 0, 1, columns)
    plot.show_axes(categories(measures), Ruler(0.0, 1.08, translate("Codes", "read correctly"), numbers=shares))
    at = np.arange(len(measures), dtype=np.float64)
    for code, key in enumerate(keys):
        shift = (code - 1.5) * (THICK + 0.01)
        plot.bars(at, found.shares[code], key.colour, thick=THICK, shift=shift, name=key.name)
        plot.errors(at + shift, found.shares[code], found.low[code], found.high[code], theme.text, cap=0.05)
    for measure, chance in enumerate(found.chance.tolist()):
        plot.line([measure - 0.42, measure + 0.42], [chance, chance], theme.text, dash=1, width=0.1)
    plot.aim(Columns(at), lambda measure: _read_words(found, measure))


def _read_words(found: Codes, measure: int) -> str:
    rows = [
        translate("Codes", "{code}: {share} ({low} to {high})").format(
            code=name, share=percent(float(found.shares[code, measure])), low=percent(float(found.low[code, measure])),
            high=percent(float(found.high[code, measure])),
        )
        for code, name in enumerate(code_names())
    ]  # fmt: skip
    chance = translate("Codes", "guessing: {share}").format(share=percent(float(found.chance[measure])))
    return "\n".join([measure_names()[measure], *rows, chance])


def _draw_widths(grid: ChartGrid, row: int, column: int, found: Codes, theme: Theme) -> None:
    keys = (
        Key(translate("Codes", "colour"), theme.path),
        Key(translate("Codes", "shape"), theme.fan, dash=1),
    )
    grid.key(row, column, keys)
    plot = grid.plot(row + 1, column)
    widths = found.widths.astype(np.float64)
    plot.show_axes(
        Ruler(float(widths[0]) - 0.3, float(widths[-1]) + 0.3, translate("Codes", "dimensions, superposed"), whole=True,
              lines=False),
        Ruler(0.0, 1.08, translate("Codes", "new combinations read"), numbers=shares),
    )  # fmt: skip
    for key, values in zip(keys, found.by_width, strict=True):
        plot.line(widths, values, key.colour, dash=key.dash, dots=True, name=key.name)
    plot.aim(
        Columns(widths),
        lambda at: translate("Codes", "{d} dimensions: colour {a}, shape {b}").format(
            d=int(widths[at]), a=percent(float(found.by_width[0, at])), b=percent(float(found.by_width[1, at]))
        ),
    )


def _draw_overlaps(grid: ChartGrid, row: int, column: int, frame: CodesFrame, found: Codes, theme: Theme) -> None:
    """What interferes: the cosines of the superposed code's directions."""
    bar = Bar(Colouring(theme.diverging, "", 1.0, signed=True), translate("Codes", "cosine, superposed"), least=5.0)
    colouring = grid.colour_bar(row, column, bar)
    names = (*frame.first_names, *frame.second_names)
    plot, n = grid.plot(row + 1, column), len(names)
    plot.show_axes(categories(names, turned=True, widest=5.0), categories(names, down=True, widest=5.0))
    plot.heat(found.overlaps, colouring, parted=True, name=translate("Codes", "cosine, superposed"))
    plot.aim(
        Cells(n, n, cross=True),
        lambda cell: translate("Codes", "{a} and {b}: cosine {value}").format(
            a=names[cell[0]], b=names[cell[1]], value=fixed(float(found.overlaps[cell]), 2)
        ),
    )


# -- a language model ------------------------------------------------------------------------------------------------


def draw_product(grid: ChartGrid, found: Product, theme: Theme) -> None:
    """By layer: parts of the variance, what probes read, and how often the sum finds the phrase."""
    rows = found.parts.shape[1]
    at = np.arange(rows, dtype=np.float64)
    parts = (
        Key(translate("Codes", "first word"), theme.path),
        Key(translate("Codes", "second word"), theme.fan, dash=1),
        Key(translate("Codes", "interaction"), theme.error, dash=2),
    )
    chance = Key(translate("Codes", "dealt at random"), theme.muted, dash=3)
    grid.key(0, 0, [*parts, chance])
    plots = [grid.plot(row, 0) for row in (1, 3, 5)]
    ruler = Ruler(-0.4, rows - 0.6, states_axis(), lambda row: state_tick(round(row)), whole=True, lines=False)
    plots[0].show_axes(ruler, Ruler(0.0, 1.05, translate("Codes", "share of the variance"), numbers=shares))
    for part, key in enumerate(parts):
        plots[0].band(at, found.low[part], found.high[part], key.colour)
        plots[0].line(at, found.parts[part], key.colour, dash=key.dash, dots=True, name=key.name)
        plots[0].line([-0.4, rows - 0.6], [found.parts_chance[part]] * 2, key.colour, dash=3, width=0.06)
    grid.key(2, 0, [*parts[:2], chance])
    plots[1].show_axes(ruler, Ruler(0.0, 1.05, translate("Codes", "read in new combinations"), numbers=shares))
    for word, key in enumerate(parts[:2]):
        plots[1].band(at, found.read_low[word], found.read_high[word], key.colour)
        plots[1].line(at, found.read[word], key.colour, dash=key.dash, dots=True, name=key.name)
        name = translate("Codes", "{word}, dealt at random").format(word=key.name)
        plots[1].line(at, found.read_shuffled[word], theme.muted, dash=3, width=0.1, name=name)
        plots[1].limit(float(found.read_chance[word]), across=True, colour=theme.muted, dash=2, width=0.06)
    matched = (
        Key(translate("Codes", "sum finds the phrase"), theme.good),
        Key(translate("Codes", "guessing"), theme.muted, dash=1),
    )
    grid.key(4, 0, matched)
    plots[2].show_axes(ruler, Ruler(0.0, 1.05, translate("Codes", "new phrases found"), numbers=shares))
    plots[2].band(at, found.matched_low, found.matched_high, theme.good)
    plots[2].line(at, found.matched, theme.good, dots=True, name=matched[0].name)
    plots[2].limit(found.matched_chance, across=True, colour=theme.muted)
    grid.link(plots)
    for plot in plots:
        plot.aim(Columns(at), lambda row: layer_words(found, row))


def layer_words(found: Product, row: int) -> str:
    """All numbers of one row of the residual stream."""
    first, second, both = (percent(float(value)) for value in found.parts[:, row])
    return translate(
        "Codes",
        "{state}\nfirst word {first}, second {second}, interaction {both} of the variance\n"
        "read in new combinations: first {a}, second {b}\nthe same with words dealt at random: {c}, {d}\n"
        "the sum finds the phrase: {m}",
    ).format(
        state=state_name(row), first=first, second=second, both=both, a=percent(float(found.read[0, row])),
        b=percent(float(found.read[1, row])), c=percent(float(found.read_shuffled[0, row])),
        d=percent(float(found.read_shuffled[1, row])), m=percent(float(found.matched[row])),
    )  # fmt: skip
