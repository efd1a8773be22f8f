"""The features of a toy model as arrows: on lines of their own in one dimension, in the plane, or in space."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from engine.labs.superposition.records import ToyTrained
from viz.charts.aim import Points, Rows
from viz.charts.colours import Scale, mixed
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.rulers import Ruler, categories
from viz.labs.superposition import words
from viz.labs.superposition.superposition_frame import F64, SuperpositionFrame, seen
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

NAMED = 30  # features up to which each is named
DRAWN = 3  # dimensions that can be drawn
translate = words.translate
Turn = Callable[[float, float, bool], object]


def importance_colours(frame: SuperpositionFrame, theme: Theme) -> list[str]:
    """A colour for each feature: the more important the further along the ramp."""
    scale = Scale(theme.ramp[2:], 0.0, 1.0)
    return [scale.colour(float(value)).name() for value in frame.recipe.importance]


def draw_arrows(grid: ChartGrid, frame: SuperpositionFrame, theme: Theme, turn: Turn | None) -> None:
    """All features of the chosen start. `turn` is told of drags where there are three dimensions."""
    now = frame.now
    if now is None:
        return
    directions = now.weights[frame.chosen].astype(np.float64).T  # [n, m]
    colours = importance_colours(frame, theme)
    label = translate("Superposition", "importance of the feature")
    grid.colour_bar(0, 0, Bar(Colouring(theme.ramp[2:], "", 1.0), label))
    plot = grid.plot(1, 0)
    reach = max(1.3, 1.12 * float(np.sqrt(max(it.lengths.max() for it in frame.told))))
    if directions.shape[1] == 1:
        _draw_lines(plot, now, frame, directions[:, 0], colours, reach)
        return
    flat = directions.shape[1] == 2
    places, near = (directions, np.ones(len(directions))) if flat else seen(directions, frame.azimuth, frame.elevation)
    names = ("W₁", "W₂") if flat else (translate("Superposition", "to the right"), translate("Superposition", "up"))
    plot.show_axes(
        Ruler(-reach, reach, names[0], lines=flat, fixed=not flat),
        Ruler(-reach, reach, names[1], lines=flat, fixed=not flat),
    )
    grid.square(plot)
    around = np.linspace(0, 2 * np.pi, 97)
    plot.line(np.cos(around), np.sin(around), theme.border, width=0.08, name=translate("Superposition", "length 1"))
    if not flat:
        _draw_axes(plot, frame, theme, reach)
        if turn is not None:
            from viz.labs.superposition.turning import Turning  # pyqtgraph, which the first picture does not wait for

            plot.item(Turning).show_for(turn, reach)
    _draw_features(plot, places, near, colours, theme)
    importance = frame.recipe.importance
    plot.aim(
        Points(places[:, 0], places[:, 1]),
        lambda at: words.feature_words(now, frame.chosen, at, float(importance[at])),
    )


def _draw_lines(
    plot: Plot, now: ToyTrained, frame: SuperpositionFrame, values: F64, colours: list[str], reach: float
) -> None:
    names = tuple(words.feature(at) for at in range(len(values)))
    plot.show_axes(Ruler(-reach, reach, "W"), categories(names, down=True))
    plot.limit(0.0, dash=0, colour=colours[-1], width=0.05)
    plot.bars(np.arange(len(values)), values, colours, across=True, thick=0.35, name="W")
    importance = frame.recipe.importance
    plot.aim(Rows(len(values)), lambda at: words.feature_words(now, frame.chosen, at, float(importance[at])))


def _draw_axes(plot: Plot, frame: SuperpositionFrame, theme: Theme, reach: float) -> None:
    """The three dimensions, faintly."""
    ends, _ = seen(np.eye(3) * min(1.0, reach), frame.azimuth, frame.elevation)
    for number, (x, y) in enumerate(ends.tolist(), 1):
        plot.line([-x, x], [-y, y], theme.border, width=0.06)
        plot.words(1.08 * x, 1.08 * y, f"W{number}", colour=theme.muted, size=0.7)


def _draw_features(plot: Plot, places: F64, near: F64, colours: list[str], theme: Theme) -> None:
    """From far to near; what is behind is paler and smaller."""
    depth = np.clip((near + 1) / 2, 0, 1)
    shown = [
        mixed(theme.surface, colour, 0.35 + 0.65 * part).name() for colour, part in zip(colours, depth, strict=True)
    ]
    order = np.argsort(near, kind="stable").tolist()
    for at in order:
        plot.line([0.0, places[at, 0]], [0.0, places[at, 1]], shown[at], width=0.1 + 0.1 * depth[at])
    for at in order:
        plot.points(places[at : at + 1, 0], places[at : at + 1, 1], shown[at], size=0.45 + 0.35 * depth[at])
    if len(places) > NAMED:
        return
    lengths = np.linalg.norm(places, axis=1)
    for at in order:
        if lengths[at] > 0.2:
            x, y = places[at] * (1 + 0.12 / lengths[at])
            plot.words(float(x), float(y), words.feature(at), size=0.8, colour=theme.text)
