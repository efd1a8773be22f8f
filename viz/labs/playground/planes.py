"""Draws the plane, or a function of x, with the examples and what the net answers between and beyond them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor

from engine.errors import in_short
from engine.nets.records import F64, Examples
from viz.charts import net_pictures
from viz.charts.chart_grid import ChartGrid
from viz.charts.colours import ink_on
from viz.charts.keys import Key
from viz.charts.look import Look
from viz.charts.net_words import class_name, neuron_name
from viz.charts.plots import Plot
from viz.charts.rulers import Ruler
from viz.labs.playground import pictures as shown
from viz.labs.playground.places import Bounds, bounds
from viz.labs.playground.plane import PlaneImage
from viz.labs.playground.playground_frame import PlaygroundFrame
from viz.theme import Theme, rgb

translate = QCoreApplication.translate  # by this name its texts are collected
LONGEST = 24  # letters of a class in the legend
CROWDED = 120  # examples from which on their marks are smaller


def draw_plane(grid: ChartGrid, frame: PlaygroundFrame, look: Look, neuron: tuple[int, int], size: float = 1.0) -> Plot:
    """The net's answers, or the answers of the neuron (layer, unit) that is looked at; `size` of marks."""
    named = frame.net is not None and neuron[0] >= 0
    title = neuron_name(frame.net, *neuron, frame.data.names) if named and frame.net is not None else ""
    grid.words(0, 0, title or translate("Playground", "The net's answer"), bold=True)
    plot = grid.plot(1, 0)
    if frame.data.is_function:
        _draw_function(plot, frame, look)
        grid.key(2, 0, _function_keys(frame, look.theme))
    else:
        _draw_regions(plot, frame, look, neuron, size)
        grid.key(2, 0, _region_keys(frame, look.theme))
        grid.square(plot)
    if frame.own and not len(frame.data.rows):
        x, y = bounds(frame.there).middle
        said = translate("Playground", "Click here to draw points.")
        plot.words(x, y, said, colour=look.theme.text, ground=look.theme.surface)
    return plot


def draw_truth(grid: ChartGrid, frame: PlaygroundFrame, look: Look) -> None:
    """The true classes."""
    attractors = frame.data.kind == "attractors"
    title = translate("Playground", "The nearest point") if attractors else translate("Playground", "The truth")
    grid.words(0, 0, title, bold=True)
    plot, where, theme = grid.plot(1, 0), bounds(frame.there), look.theme
    plot.show_axes(Ruler(where.left, where.right, hidden=True), Ruler(where.low, where.high, hidden=True))
    if frame.truth is not None and frame.there is not None:
        classes = frame.truth.astype(np.int64)
        pixels = shown.coloured(classes, np.full(classes.shape, 0.7), class_colours(theme), rgb(theme.surface))
        plot.item(PlaneImage).show_pixels(pixels, _rectangle(where))
        _draw_places(plot, frame.there.places, look)
    grid.square(plot)


def class_colours(theme: Theme) -> npt.NDArray[np.float32]:
    """[classes, 3] 0..1"""
    return np.stack([rgb(colour) for colour in theme.categories])


def class_colour(index: int, theme: Theme) -> str:
    return theme.categories[index % len(theme.categories)]


def _rectangle(where: Bounds) -> QRectF:
    return QRectF(where.left, where.low, where.right - where.left, where.high - where.low)


def _draw_regions(plot: Plot, frame: PlaygroundFrame, look: Look, neuron: tuple[int, int], size: float) -> None:
    where = bounds(frame.there)
    plot.show_axes(Ruler(where.left, where.right, "x", lines=False), Ruler(where.low, where.high, "y", lines=False))
    if frame.pictures is not None:
        plot.item(PlaneImage).show_pixels(_pixels(frame, frame.pictures, look.theme, neuron), _rectangle(where))
    if frame.there is None:
        table = frame.data.table if frame.own else np.empty((0, 3))
        colours = [class_colour(int(it), look.theme) for it in table[:, 2]]
        if len(table):
            plot.points(table[:, 0], table[:, 1], colours, size=0.8)
        return
    for part, held_out in ((frame.there.held_out, True), (frame.there.train, False)):
        _draw_examples(plot, frame, part, held_out, look, size)
    _draw_places(plot, frame.there.places, look)


def _pixels(
    frame: PlaygroundFrame, pictures: net_pictures.Pictures, theme: Theme, neuron: tuple[int, int]
) -> npt.NDArray[np.uint8]:
    """The colours of the plane: of the neuron that is looked at, else of the class that is answered."""
    layer, unit = neuron
    layers = (pictures.inputs, *pictures.neurons)
    if 0 <= layer < len(layers) and unit < len(layers[layer]):
        values = np.nan_to_num(layers[layer][unit], nan=0.0, posinf=1e30, neginf=-1e30)
        high = max(float(np.abs(values).max()), 1e-6)
        ends = np.stack([rgb(theme.diverging[0]), rgb(theme.diverging[-1])])
        part = np.abs(values).astype(np.float64) / high
        return shown.coloured((values > 0).astype(np.int64), part, ends, rgb(theme.surface))
    strength = shown.strength_of(pictures.sure, pictures.outputs.shape[1])
    found = shown.coloured(pictures.classes, strength, class_colours(theme), rgb(theme.surface))
    if frame.truth is not None:
        found[shown.borders(frame.truth.astype(np.int64))] = [*np.round(rgb(theme.text) * 255), 255]
    return found


def _draw_examples(
    plot: Plot, frame: PlaygroundFrame, part: Examples, held_out: bool, look: Look, smaller: float
) -> None:
    """Those held out are smaller and angular."""
    if frame.there is None or not len(part):
        return
    own = frame.there.inputs.own(part.inputs)
    colours = [class_colour(int(it), look.theme) for it in part.targets]
    size = smaller * (0.56 if len(frame.there.train) > CROWDED else 0.8)
    name = translate("Playground", "held out") if held_out else translate("Playground", "trained on")
    plot.points(own[:, 0], own[:, 1], colours, size=size * (0.85 if held_out else 1.0), name=name,
                symbol="s" if held_out else "o", edge=look.theme.ground)  # fmt: skip


def _draw_places(plot: Plot, places: F64, look: Look) -> None:
    theme = look.theme
    for index, (x, y) in enumerate(places.tolist()):
        colour = class_colour(index, theme)
        plot.points([x], [y], colour, size=1.4, symbol="s", edge=theme.text)
        plot.words(x, y, class_name(index), bold=True, colour=ink_on(QColor(colour)).name())


def _region_keys(frame: PlaygroundFrame, theme: Theme) -> tuple[Key, ...]:
    keys = [Key(translate("Playground", "trained on"), theme.muted, "o")]
    if frame.there is not None and len(frame.there.held_out):
        keys.append(Key(translate("Playground", "held out"), theme.muted, "s"))
    if frame.truth is not None:
        keys.append(Key(translate("Playground", "true border"), theme.text))
    keys += [Key(in_short(name, LONGEST), class_colour(at, theme), "box") for at, name in enumerate(frame.data.names)]
    return tuple(keys)


def _function_keys(frame: PlaygroundFrame, theme: Theme) -> tuple[Key, ...]:
    keys = [Key(translate("Playground", "the net"), theme.path)]
    if frame.truth is not None:
        keys.append(Key(translate("Playground", "the function"), theme.muted, dash=1))
    keys.append(Key(translate("Playground", "trained on"), theme.warning, "o"))
    if frame.there is not None and len(frame.there.held_out):
        keys.append(Key(translate("Playground", "held out"), theme.muted, "s"))
    return tuple(keys)


def _draw_function(plot: Plot, frame: PlaygroundFrame, look: Look) -> None:
    theme, there, where = look.theme, frame.there, bounds(frame.there)
    plot.show_axes(Ruler(where.left, where.right, "x"), Ruler(where.low, where.high, "y"))
    if there is None:
        table = frame.data.table
        plot.points(table[:, 0], table[:, 1], theme.warning, name=translate("Playground", "trained on"))
        return
    for part, held_out in ((there.held_out, True), (there.train, False)):
        xs, ys = there.inputs.own(part.inputs)[:, 0], there.outputs.own(part.targets.astype(np.float64))[:, 0]
        name = translate("Playground", "held out") if held_out else translate("Playground", "trained on")
        plot.points(xs, ys, theme.muted if held_out else theme.warning, size=0.42, symbol="s" if held_out else "o",
                    name=name)  # fmt: skip
    along = there.inputs.own(net_pictures.grid(1, net_pictures.LINE, net_pictures.REACH))[:, 0]
    if frame.truth is not None:
        true = there.outputs.own(frame.truth)
        plot.line(along, true, theme.muted, dash=1, name=translate("Playground", "the function"))
    if frame.pictures is not None:
        values = there.outputs.own(frame.pictures.outputs.astype(np.float64))[:, 0]
        plot.line(along, values, theme.path, width=0.2, name=translate("Playground", "the net"))
