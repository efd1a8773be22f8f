"""The charts of the view of analogies: arrows, nearest tokens, ranks, the table of a set, and offsets of pairs."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, Qt

from engine.labs.analogies.records import INPUTS, METHODS, TARGET, A, Analogy, AnalogySet, B, C, Offsets, Total
from engine.records import F32, Vocabulary
from viz.charts.aim import Cells, Columns, Points, Rows
from viz.charts.colours import mixed
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.numbers import fixed, percent
from viz.charts.pixels import pixel_size
from viz.charts.rulers import Ruler, categories, shares
from viz.labs.analogies.frame import INPUT_SIDE_WORDS, INPUT_SIDES, formula, word_shown
from viz.labs.analogies.words import (
    analogy_name,
    cell_words,
    mark_words,
    method_name,
    method_words,
    rank,
)
from viz.theme import Theme
from viz.token_text import shown

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

ROW = 1.75  # em of a bar's row, at most
BINS = 24
AROUND = 0.14  # of the picture's size left around the words, for their names

translate = QCoreApplication.translate  # by this name its texts are collected


def rank_colours(theme: Theme) -> Colouring:
    """Of 1 / rank: the first has the whole colour."""
    return Colouring(theme.ramp, theme.raised, 1.0)


def side_name(side: str) -> str:
    """Whether input words may be the answer."""
    if side == INPUT_SIDES[0]:
        return translate("Analogies", "input words excluded")
    return translate("Analogies", "input words allowed")


def side_word(side: str) -> str:
    """The same in one word."""
    return translate("AnalogiesView", INPUT_SIDE_WORDS[INPUT_SIDES.index(side)])


# -- one analogy -------------------------------------------------------------------------------------------------


def draw_arrows(plot: Plot, found: Analogy, points: F32, vocabulary: Vocabulary | None, theme: Theme) -> None:
    """The offset from a to b, the same from c to b - a + c, and where the expected word and the nearest are."""
    from viz.labs.analogies.arrows_item import Arrow, Arrows, Mark

    names = [it.typed for it in found.words]
    has_expected = len(names) > INPUTS
    offset, goal = theme.categories[0], theme.accent
    marks = [Mark(*_at(points, at), word_shown(vocabulary, found.words[at]), theme.text) for at in (A, B, C)]
    marks.append(Mark(*_at(points, TARGET), formula(names), offset, "cross"))
    if has_expected:
        marks.append(Mark(*_at(points, INPUTS + 1), word_shown(vocabulary, found.words[INPUTS]), goal, "ring"))
    for at, token in enumerate(found.shown_ids.tolist(), len(marks)):
        marks.append(Mark(*_at(points, at), shown(vocabulary, token), theme.muted, weight=False))
    pale = mixed(theme.muted, theme.surface, 0.35).name()
    dash = Qt.PenStyle.DashLine
    arrows = [
        *(Arrow(start, end, pale, thick=False, head=False, dash=dash) for start, end in ((A, C), (B, TARGET))),
        *(Arrow(start, end, offset) for start, end in ((A, B), (C, TARGET))),
    ]
    if has_expected:
        arrows.append(Arrow(TARGET, INPUTS + 1, goal, thick=False, dash=Qt.PenStyle.DotLine))
    _even(plot, points)
    plot.item(Arrows).show_words(marks, arrows, plot.look)  # type: ignore[arg-type]  # known while it is drawn on
    plot.aim(Points(points[:, 0], points[:, 1]), lambda at: mark_words(found, at, vocabulary))


def _at(points: F32, at: int) -> tuple[float, float]:
    return float(points[at, 0]), float(points[at, 1])


def _even(plot: Plot, points: F32) -> None:
    """Axes in which one unit is as long across as up, whatever shape the plot has."""
    low, high = points.min(0).astype(np.float64), points.max(0).astype(np.float64)
    size = float(max((high - low).max(), 1e-6))
    low, high = low - AROUND * size, high + AROUND * size

    def ends() -> tuple[tuple[float, float], tuple[float, float]]:
        pixels = np.array([max(plot.vb.width(), 1.0), max(plot.vb.height(), 1.0)])
        unit = float(((high - low) / pixels).max())
        middle, half = (low + high) / 2, unit * pixels / 2
        first, last = (middle - half).tolist(), (middle + half).tolist()
        return (first[0], last[0]), (first[1], last[1])

    def fit() -> None:
        x, y = ends()
        plot.vb.show_whole(x, y, down=False, free=(True, True))
        size_now = pixel_size(plot.vb)
        if size_now is None:
            return
        wide, high = size_now
        if not math.isclose(wide, high, rel_tol=1e-3):  # a part that was zoomed to, and now has another shape
            unit = min(wide, high)
            middle, size = plot.vb.viewRect().center(), (plot.vb.width() * unit / 2, plot.vb.height() * unit / 2)
            plot.vb.show_part(0, middle.x() - size[0], middle.x() + size[0])
            plot.vb.show_part(1, middle.y() - size[1], middle.y() + size[1])

    x, y = ends()
    plot.show_axes(Ruler(*x, hidden=True, lines=False), Ruler(*y, hidden=True, lines=False))
    plot.at_most()
    plot.moved(fit)


def draw_nearest(
    grid: ChartGrid, at: tuple[int, int], found: Analogy, vocabulary: Vocabulary | None, theme: Theme
) -> None:
    """The nearest tokens by cosine, the input words pale, the expected one in its own colour."""
    row, column = at
    names = tuple(shown(vocabulary, token) for token in found.near_ids.tolist())
    pale, own = mixed(theme.muted, theme.surface, 0.45).name(), theme.categories[0]
    colours = [
        pale if is_input else theme.accent if is_expected else own
        for is_input, is_expected in zip(found.are_input, found.are_expected, strict=True)
    ]
    keys = [Key(translate("Analogies", "nearest to b − a + c"), own, "box")]
    if found.are_expected.any():
        keys.append(Key(translate("Analogies", "expected"), theme.accent, "box"))
    if found.are_input.any():
        keys.append(Key(translate("Analogies", "input word"), pale, "box"))
    grid.key(row, column, keys)
    plot = grid.plot(row + 1, column)
    low, high = min(float(found.cosines.min(initial=0.0)), 0.0), max(float(found.cosines.max(initial=0.0)), 1e-6)
    numbers = tuple(fixed(value, 3) for value in found.cosines.tolist())
    plot.show_axes(
        Ruler(low, high, hidden=True, lines=False), categories(names, down=True, clear=True),
        categories(numbers, down=True, far=True),
    )  # fmt: skip
    plot.bars(np.arange(len(names)), found.cosines, colours, thick=0.62, across=True)
    plot.at_most(high=ROW * len(names))
    plot.aim(Rows(len(names)), lambda at: _nearest_words(found, at, names))


def _nearest_words(found: Analogy, at: int, names: tuple[str, ...]) -> str:
    cosine = translate("Analogies", "cosine {value}").format(value=fixed(float(found.cosines[at]), 4))
    said = [f"{names[at]} · #{found.near_ids[at]}", cosine]
    if found.are_input[at]:
        said.append(translate("Analogies", "spells an input word: not counted where these are excluded"))
    return "\n".join(said)


def draw_ranks(plot: Plot, found: Analogy, theme: Theme) -> None:
    """The expected word's rank by each rule, with the input words excluded and allowed."""
    values = np.stack([found.excluded, found.allowed], axis=1)  # [4, 2]
    names = tuple(method_name(method) for method in METHODS)
    plot.show_axes(
        categories(tuple(side_word(side) for side in INPUT_SIDES), far=True), categories(names, down=True, clear=True)
    )
    _ranks(plot, values, theme)
    plot.at_most(high=1.9 * len(METHODS))

    def words(cell: tuple[int, int]) -> str:
        row, column = cell
        number = translate("Analogies", "rank {rank}, {side}").format(
            rank=rank(float(values[row, column])), side=side_name(INPUT_SIDES[column])
        )
        return f"{names[row]}\n{number}\n{method_words(METHODS[row])}"

    plot.aim(Cells(*values.shape), words)


def _ranks(plot: Plot, values: F32, theme: Theme) -> None:
    """Ranks as cells coloured by 1 / rank, with the rank in words."""
    first: F32 = (1 / values).astype(np.float32)
    plot.heat(
        first, rank_colours(theme), parted=True,
        write=lambda row, column: (rank(float(values[row, column])), bool(values[row, column] == 1)),
    )  # fmt: skip


# -- a set -------------------------------------------------------------------------------------------------------


def draw_set(grid: ChartGrid, found: AnalogySet, sides: tuple[str, ...], theme: Theme) -> None:
    """For each side a table of ranks, and below each column how many come first, with intervals."""
    grid.colour_bar(0, 0, Bar(rank_colours(theme), translate("Analogies", "1 / rank of the expected word")),
                    columns=len(sides))  # fmt: skip
    tables = []
    for column, side in enumerate(sides):
        grid.words(1, column, side_name(side), bold=True)
        tables.append(_draw_table(grid.plot(2, column), found, side, theme, named=column == 0))
        _draw_total(grid.plot(3, column), found, side, theme, named=column == 0)
    grid.link(tables, x=False, y=True)


def _draw_table(plot: Plot, found: AnalogySet, side: str, theme: Theme, named: bool) -> Plot:
    values = found.excluded if side == INPUT_SIDES[0] else found.allowed
    rows = tuple(analogy_name(found, row) for row in range(len(values)))
    plot.show_axes(
        categories(tuple(method_name(method) for method in METHODS), far=True),
        categories(rows, down=True, clear=True, widest=19.0, hidden=not named),
    )
    _ranks(plot, values, theme)
    plot.at_most(high=2.2 * len(rows))
    plot.aim(Cells(*values.shape), lambda cell: cell_words(found, cell[0], METHODS[cell[1]]))
    return plot


def _draw_total(plot: Plot, found: AnalogySet, side: str, theme: Theme, named: bool) -> None:
    """Bars below the columns of the table."""
    total: Total = found.total_excluded if side == INPUT_SIDES[0] else found.total_allowed
    medians = tuple(rank(value) for value in total.median.tolist())
    at, share = np.arange(len(METHODS)), translate("Analogies", "come first")
    plot.show_axes(
        categories(medians, translate("Analogies", "median rank"), fixed=True, clear=True),
        Ruler(0.0, 1.0, share if named else "", numbers=shares, fixed=True, hidden=not named),
    )
    plot.at_most(high=16)
    plot.bars(at, total.first, theme.categories[0], thick=0.55)
    plot.errors(at, total.first, total.first_low, total.first_high, theme.text, cap=0.14)

    def words(column: int) -> str:
        method = METHODS[column]
        return translate(
            "Analogies", "{method}, {side}\n{share} come first (95 % interval {low} to {high})\nmedian rank {median} "
            "(95 % interval {least} to {most})\n{what}"
        ).format(
            method=method_name(method), side=side_name(side), share=percent(float(total.first[column])),
            low=percent(float(total.first_low[column])), high=percent(float(total.first_high[column])),
            median=rank(float(total.median[column])), least=rank(float(total.median_low[column])),
            most=rank(float(total.median_high[column])), what=method_words(method),
        )  # fmt: skip

    plot.aim(Columns(at.astype(np.float64)), words)


# -- offsets -----------------------------------------------------------------------------------------------------


def draw_shuffled(plot: Plot, found: Offsets, theme: Theme) -> None:
    """The mean cosine of all ways of pairing that were tried, and the true pairs' as a line."""
    values = found.shuffled.astype(np.float64)
    low, high = min(values.min(), found.cosine), max(values.max(), found.cosine)
    room = 0.06 * max(high - low, 1e-3)
    counts, edges = np.histogram(values, BINS)
    middles, wide = (edges[1:] + edges[:-1]) / 2, edges[1] - edges[0]
    plot.show_axes(
        Ruler(low - room, high + room, translate("Analogies", "mean cosine of two offsets")),
        Ruler(0.0, 1.08 * counts.max(), translate("Analogies", "ways of pairing"), whole=True),
    )
    plot.bars(middles, counts, mixed(theme.muted, theme.surface, 0.25).name(), thick=0.92 * wide)
    plot.at_most()
    plot.limit(found.cosine, colour=theme.categories[0], dash=0, width=0.18)
    right = found.cosine > (low + high) / 2
    named = translate("Analogies", "the true pairs")
    plot.words(found.cosine, 1.04 * counts.max(), f" {named} ",
               colour=theme.categories[0], bold=True, anchor=(1.0 if right else 0.0, 0.0))  # fmt: skip


def draw_pairs(plot: Plot, found: Offsets, theme: Theme, words: Callable[[int], str]) -> None:
    """Each pair's offset against the mean of the others', the most alike first."""
    order = in_order(found)
    values = found.to_others[order]
    names = tuple(f"{found.pairs[at][0].typed} → {found.pairs[at][1].typed}" for at in order.tolist())
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 1e-6)
    numbers = tuple(fixed(value, 2) for value in values.tolist())
    plot.show_axes(
        Ruler(low, high, hidden=True, lines=False), categories(names, down=True, clear=True, widest=12.0),
        categories(numbers, down=True, far=True),
    )  # fmt: skip
    plot.bars(np.arange(len(values)), values, theme.categories[0], thick=0.62, across=True)
    plot.at_most(high=ROW * len(names))
    plot.aim(Rows(len(names)), lambda row: words(int(order[row])))


def in_order(found: Offsets) -> npt.NDArray[np.intp]:
    """The pairs by how alike their offset is to the others', the most alike first."""
    return np.argsort(-found.to_others, kind="stable")
