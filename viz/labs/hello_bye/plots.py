"""The four charts of panels 6 and 8: a table of cosines, its course through the layers, and two paths.

Lines are labelled where they end, so that no colour has to be looked up.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from engine.labs.hello_bye.records import HelloByeFound
from viz.charts.aim import F64, Cells, Columns, Points
from viz.charts.colours import mixed
from viz.charts.heatmap import Colouring
from viz.charts.look import Look
from viz.charts.rulers import Ruler, categories
from viz.labs.hello_bye.labels import number
from viz.labs.hello_bye.states_frame import BINS, Alike, MapPath, PlanePath
from viz.labs.hello_bye.word_colour import word_colour
from viz.state_names import layer_of, row_after, state_place, state_tick

if TYPE_CHECKING:
    from viz.charts.plots import Plot

NAMED = 0.82  # em of a name beside its point
ASIDE = ((0.5, -0.5), (-0.5, -0.5), (0.5, 0.6), (-0.5, 0.6), (0.0, -1.1), (0.0, 1.1))  # em to a name from its point
WORD_BARS = 0.45  # em of the words' bars above and beside the table


translate = QCoreApplication.translate  # by this name its texts are collected


@dataclass(frozen=True)
class Drawing:
    """What the charts share: the words looked at, what is pointed at, the type, and how much room a chart has."""

    found: HelloByeFound
    texts: tuple[str, ...]
    lit: frozenset[int]
    look: Look
    wide: float  # pixels
    high: float


def cosine_colours(shown: Alike, look: Look) -> Colouring:
    """Colours of cosines above the lowest one."""
    return Colouring(look.theme.ramp, look.theme.surface, max(1 - shown.low, 1e-6))


def draw_table(
    plot: Plot, shown: Alike, on: Drawing, words: Callable[[tuple[int, int]], str],
    point: Callable[[tuple[int, int] | None], object],
) -> None:  # fmt: skip
    """The table of cosines with the words' bars above and beside it: full for the first word, half for the second."""
    n, theme = len(on.texts), on.look.theme
    room = WORD_BARS * n * on.look.em / max(min(on.wide, on.high), on.look.em)
    whole = Ruler(-0.5 - 1.4 * room, n - 0.5, hidden=True)
    plot.show_axes(whole, replace(whole, down=True))
    plot.heat(np.asarray(shown.table - shown.low, np.float32), cosine_colours(shown, on.look))
    plot.box(-0.5, -0.5, n, n, theme.border, width=0.07)
    at = np.flatnonzero(on.found.words >= 0)
    colours = [word_colour(on.found, position, theme).name() for position in at.tolist()]
    start = -0.5 - 0.3 * room
    ends = start - room * np.where(on.found.second_words[at], 0.5, 1.0)
    for across in (False, True):
        plot.bars(at, ends, colours, base=start, thick=0.9, across=across)
    for position in on.lit:
        plot.box(position - 0.5, -0.5, 1, n, theme.accent, width=0.09)
        plot.box(-0.5, position - 0.5, n, 1, theme.accent, width=0.09)
    plot.aim(Cells(n, n, cross=True), words, point=point)


# -- through the blocks ------------------------------------------------------------------------------------------


def draw_curves(plot: Plot, shown: Alike, on: Drawing, layer: int, choose: Callable[[int], object]) -> None:
    """The three mean cosines from the input to the last block, with a rule at the one looked at."""
    theme, rows = on.look.theme, shown.curves.shape[1]
    lowest = float(np.nanmin(shown.curves, initial=1.0))
    low, top = math.floor(min(lowest, 0.9) * 10) / 10, 1 + 0.02 * (1 - min(lowest, 0.9))
    names, room = _names_of_lines(on)
    beyond = (rows - 1) * room / max(on.wide - 3 * on.look.em - room, on.look.em)
    blocks = categories(tuple(state_tick(row) for row in range(rows)), chosen=row_after(layer))
    plot.show_axes(replace(blocks, high=rows - 1 + beyond), Ruler(low, top, numbers=number))
    plot.limit(row_after(layer), colour=theme.accent, dash=0)
    ends = []
    colours = (*theme.categories[:2], theme.text)
    for dash, (values, colour, name) in enumerate(zip(shown.curves, colours, names, strict=True)):
        if np.isfinite(values).all():
            plot.line(np.arange(rows), values, colour, dash=dash, name=name)
            ends.append((float(values[-1]), name, colour))
    step, last = (top - low) * on.look.em / max(on.high - 2 * on.look.em, on.look.em), math.inf
    for at, name, colour in sorted(ends, key=lambda end: -end[0]):  # pushed apart where they would touch
        last = min(at, last - step)
        plot.words(rows - 1, last, f" {name}", colour=colour, size=0.78, anchor=(0.0, 0.5))

    def words(row: int) -> str:
        values = (f"{name}: {number(float(of[row]))}" for name, of in zip(_lines(on), shown.curves, strict=True))
        return "\n".join((state_place(row), *values))

    blocks_in_sight = Columns(np.arange(rows, dtype=np.float64))
    plot.aim(blocks_in_sight, words, choose=lambda row: choose(layer_of(row)), chosen=row_after(layer))


def _lines(on: Drawing) -> tuple[str, str, str]:
    """What the three curves are means over."""
    one, other = (
        translate("HelloBye", "two “{word}”").format(word=word)
        for word in (on.found.question.first, on.found.question.second)
    )
    return one, other, translate("HelloBye", "one of each")


def _names_of_lines(on: Drawing) -> tuple[tuple[str, ...], float]:
    """Names of the lines, shorter where there is no room, and the pixels that they take."""
    metrics, free = QFontMetricsF(on.look.font_of(0.78)), min(6.1 * on.look.em, 0.42 * on.wide - 0.7 * on.look.em)
    words = (on.found.question.first, on.found.question.second)
    *pairs, each = _lines(on)
    if max(metrics.horizontalAdvance(name) for name in pairs) > free:
        pairs = [f"“{word}”" for word in words]
    cut = Qt.TextElideMode.ElideRight
    names = tuple(metrics.elidedText(name, cut, free) for name in (*pairs, each))
    return names, max(metrics.horizontalAdvance(name) for name in names) + 0.7 * on.look.em


# -- paths -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Way:
    """Places [T, 2] in the values of the axes, NaN for none, and how many pixels one unit is."""

    places: F64
    pixels: float
    one_name_a_place: bool
    inside: QRectF  # what is in sight


def draw_map_path(plot: Plot, path: MapPath, on: Drawing, point: Callable[[int | None], object]) -> None:
    """The vocabulary as a haze, the sequence's places on it, and the way between them."""
    theme = on.look.theme
    side = Ruler(-0.5, BINS - 0.5, hidden=True)
    plot.show_axes(side, side)
    dense = np.asarray(np.log1p(path.ground), dtype=np.float32)
    faint = (theme.ground, mixed(theme.ground, theme.muted, 0.75).name())
    plot.heat(dense, Colouring(faint, theme.ground, float(dense.max(initial=1e-6))))
    left, bottom, width, height = path.frame
    cells = (path.points.astype(np.float64) - (left, bottom)) / np.array([width, height]) * BINS - 0.5
    inside = QRectF(-0.5, -0.5, BINS, BINS)
    _draw_way(plot, Way(cells, min(on.wide, on.high) / BINS, True, inside), on, point)


def draw_plane_path(plot: Plot, path: PlanePath, on: Drawing, point: Callable[[int | None], object]) -> None:
    """The states' own plane: one point a token, the way between them."""
    there = np.isfinite(path.points[:, 0])
    places = path.points[there] if there.any() else np.zeros((1, 2), np.float32)
    centre = (places.max(axis=0) + places.min(axis=0)) / 2
    half = max(float(np.abs(places - centre).max()), 1e-6) * 1.2
    x, y = (float(value) - half for value in centre)
    plot.show_axes(Ruler(x, x + 2 * half, hidden=True), Ruler(y, y + 2 * half, hidden=True))
    inside, theme = QRectF(x, y, 2 * half, 2 * half), on.look.theme
    plot.box(x, y, 2 * half, 2 * half, theme.border, width=0, fill=theme.ground)
    _draw_way(plot, Way(path.points.astype(np.float64), min(on.wide, on.high) / (2 * half), False, inside), on, point)


def _draw_way(plot: Plot, way: Way, on: Drawing, point: Callable[[int | None], object]) -> None:
    theme, switch, xs, ys = on.look.theme, on.found.switch, way.places[:, 0], way.places[:, 1]
    gap = [switch] if 0 < switch < len(xs) else []
    plot.line(np.insert(xs, gap, np.nan), np.insert(ys, gap, np.nan), theme.path, width=0.09)
    if 0 < switch < len(xs):
        step = way.places[switch - 1 : switch + 1]
        plot.line(step[:, 0], step[:, 1], theme.accent, width=0.2)
        _draw_arrow(plot, step, on.look.em / way.pixels, theme.accent)
    lit = np.isin(np.arange(len(xs)), sorted(on.lit))
    for second in (False, True):
        for pointed in (False, True):
            at = np.flatnonzero((on.found.second_words == second) & (lit == pointed))
            colours = [word_colour(on.found, position, theme).name() for position in at.tolist()]
            plot.points(
                xs[at], ys[at], colours, size=0.84 if pointed else 0.52, symbol="s" if second else "o",
                edge=theme.accent if pointed else theme.ground,
            )  # fmt: skip
    _draw_names(plot, way, on)
    box = way.inside
    plot.box(box.left(), box.top(), box.width(), box.height(), theme.border, width=0.07)
    plot.aim(Points(xs, ys), lambda at: f"{at} {on.texts[at]}", point=point)


def _draw_arrow(plot: Plot, step: F64, em: float, colour: str) -> None:
    """A head half-way along a step [2, 2]; `em` in the values of the axes."""
    way = step[1] - step[0]
    length = float(np.hypot(*way))
    if not length >= em * 1.2:  # nowhere, or too short
        return
    along = way / length
    side, tip = np.array([-along[1], along[0]]), step[0] + 0.55 * way
    foot = tip - 0.7 * em * along
    corners = (tip, foot + 0.4 * em * side, foot - 0.4 * em * side)
    plot.area([(float(x), float(y)) for x, y in corners], colour)


def _draw_names(plot: Plot, way: Way, on: Drawing) -> None:
    """Names beside their points, where they cover no other; left out where there is no such place."""
    metrics, em = QFontMetricsF(on.look.font_of(NAMED, True)), on.look.em / way.pixels
    ground = on.look.theme.ground
    taken: list[QRectF] = []
    for at in _named(way, on):
        x, y = way.places[at].tolist()
        if math.isnan(x):
            continue
        text = on.texts[at] if way.one_name_a_place else f"{at} {on.texts[at]}"
        wide, high = metrics.horizontalAdvance(text) / way.pixels + 0.6 * em, metrics.height() / way.pixels
        for dx, dy in ASIDE:
            left = 1.0 if dx < 0 else 0.0 if dx > 0 else 0.5
            box = QRectF(x + dx * em - left * wide, y - dy * em - high / 2, wide, high)
            if way.inside.contains(box) and not any(box.intersects(other) for other in taken):
                taken.append(box)
                plot.words(x + dx * em, y - dy * em, text, size=NAMED, bold=True, anchor=(left, 0.5), ground=ground)
                break


def _named(way: Way, on: Drawing) -> list[int]:
    """Positions with a name: pointed at, the switch, the ends; on the map one for each token there is."""
    n, switch = len(on.texts), on.found.switch
    if way.one_name_a_place:
        ids = on.found.token_ids.tolist()
        wanted = [ids.index(token) for token in dict.fromkeys((*(ids[at] for at in sorted(on.lit)), *ids))]
    else:
        wanted = [*sorted(on.lit), switch - 1, switch, 1, n - 1]
    return [at for at in dict.fromkeys(wanted) if 0 <= at < n]
