"""The three charts of a fit: the picture, the residuals below it, and the errors by degree."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPen

from engine.labs.fitting.records import Formulas
from viz.charts.aim import Columns, Rows
from viz.charts.aim import Points as PointTargets
from viz.charts.keys import Key
from viz.charts.numbers import with_percent
from viz.charts.rulers import Ruler, categories
from viz.labs.fitting import words
from viz.labs.fitting.formula import number, terms_written
from viz.labs.fitting.frame import FittingFrame, error_range, logarithmic_marks, terms_of, y_range
from viz.labs.fitting.points import F64, Points
from viz.labs.fitting.targets import NEW, PointsAndCurve
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
INTERVAL, LINES, NONE = SPREADS = ("interval", "curves", "none")
ROUNDING = 1e-6  # of the range of y: smaller residuals are none
Range = tuple[float, float]


@dataclass(frozen=True)
class Gestures:
    """What is done about what a person does in the charts."""

    choose: Callable[[Any], object]  # a thing of the picture (`targets`), or a point of the residuals
    choose_degree: Callable[[int], object]
    choose_formula: Callable[[int], object]
    dragged: Callable[[int, float, float, bool], object]


@dataclass(frozen=True)
class Drawn:
    """How the frame is drawn."""

    frame: FittingFrame
    theme: Theme
    spread: str
    adding: bool
    chosen: int | None
    ranges: tuple[Range, Range] | None  # of x and y, while a point is being dragged
    still: bool


@dataclass(frozen=True)
class Room:
    """What there is room for."""

    wide: bool  # charts beside each other
    two: bool  # two charts below each other
    tall: bool  # four


def ranges_of(frame: FittingFrame) -> tuple[Range, Range]:
    """Of x and y."""
    grid = frame.grid
    return ((float(grid[0]), float(grid[-1])) if len(grid) else (0.0, 1.0)), y_range(frame)


def keys(it: Drawn) -> list[Key]:
    """The legend of the picture."""
    frame, theme = it.frame, it.theme
    found = [Key(translate("Fitting", "points"), theme.categories[0], "o")]
    if frame.held:
        found.append(Key(translate("Fitting", "held out"), theme.warning, "s"))
    if frame.curve is not None:
        found.append(Key(translate("Fitting", "fit"), theme.path))
        if it.spread != NONE and np.isfinite(frame.curve.low).any():
            name = translate("Fitting", "{share} of refits to other noise").format(share=with_percent("90"))
            lines = translate("Fitting", "refits to other noise")
            key = Key(name, theme.path, "box", tint=0.3) if it.spread == INTERVAL else Key(lines, theme.muted)
            found.append(key)
    if len(frame.alike):
        found.append(Key(translate("Fitting", "formulas that fit as well"), theme.categories[1]))
    if len(frame.truth):
        found.append(Key(translate("Fitting", "true curve"), theme.good, dash=2))
    return found


def draw_picture(plot: Plot, it: Drawn, gestures: Gestures, named: bool) -> None:
    """The points, the curve, its spread and what it predicts; `named`: with the name of x below."""
    frame, theme, points = it.frame, it.theme, it.frame.points
    x_name, y_name = words.axis_names(frame)
    (left, right), (low, high) = it.ranges or ranges_of(frame)
    plot.show_axes(Ruler(left, right, x_name if named else ""), Ruler(low, high, y_name))
    if points is None:
        return
    first, last = float(points.x.min()), float(points.x.max())
    plot.box(first, low, last - first, high - low, theme.muted, width=0.0, fill=theme.muted, opacity=0.08)
    _draw_curve(plot, it)
    _draw_points(plot, it, points)
    if not it.still:
        from viz.charts.handles import Handles

        plot.item(Handles).take(plot, gestures.dragged)
    curve = frame.curve.y if frame.curve is not None else np.empty(0)
    targets = PointsAndCurve(points.x, points.y, frame.grid, curve, it.adding, it.chosen if it.ranges else None)
    plot.aim(targets, lambda thing: _said(frame, thing), choose=gestures.choose, chosen=it.chosen)


def _said(frame: FittingFrame, thing: Any) -> str:
    if not isinstance(thing, tuple):
        return words.point_words(frame, thing)
    if thing[0] == NEW:
        said = translate("Fitting", "click: a point at x {x}, y {y}")
        return said.format(x=number(thing[1]), y=number(thing[2]))
    return words.place_words(frame, thing[1])


def _draw_curve(plot: Plot, it: Drawn) -> None:
    frame, theme, curve = it.frame, it.theme, it.frame.curve
    if curve is not None and it.spread == INTERVAL:
        plot.band(frame.grid, curve.low, curve.high, theme.path, 0.22)
    if curve is not None and it.spread == LINES and len(curve.refits):
        _thin(plot, frame.grid, curve.refits, theme.muted)
    if len(frame.alike):
        _thin(plot, frame.grid, frame.alike, theme.categories[1])
    if len(frame.truth):
        plot.line(frame.grid, frame.truth, theme.good, dash=2, name=translate("Fitting", "true curve"))
    if curve is None:
        return
    plot.line(frame.grid, curve.y, theme.path, name=translate("Fitting", "fit"), width=0.2)
    if math.isfinite(curve.at_y):
        plot.limit(frame.at, colour=theme.accent, dash=1)
        if math.isfinite(curve.at_low):
            plot.errors([frame.at], [curve.at_y], [curve.at_low], [curve.at_high], theme.accent)
        plot.points(
            [frame.at], [curve.at_y], theme.accent, symbol="d", size=0.8, name=translate("Fitting", "prediction")
        )


def _thin(plot: Plot, grid: F64, curves: F64, colour: str) -> None:
    """Many curves, each a thin line."""
    from viz.labs.fitting.curves import Curves

    shade = QColor(colour)
    shade.setAlphaF(0.6)
    pen = QPen(shade, 1.2)
    pen.setCosmetic(True)
    plot.item(Curves).put(grid, curves, pen)


def _draw_points(plot: Plot, it: Drawn, points: Points) -> None:
    held = np.isin(np.arange(len(points)), it.frame.held)
    size = 0.8 if len(points) <= 60 else 0.5
    names = translate("Fitting", "points"), translate("Fitting", "held out")
    plot.points(points.x[~held], points.y[~held], it.theme.categories[0], size=size, name=names[0])
    if held.any():
        plot.points(points.x[held], points.y[held], it.theme.warning, symbol="s", size=size, name=names[1])
    if it.chosen is not None and it.chosen < len(points) and not it.still:
        plot.points(points.x[[it.chosen]], points.y[[it.chosen]], it.theme.accent, size=1.5 * size, symbol="o")


def draw_residuals(plot: Plot, it: Drawn, gestures: Gestures) -> None:
    """What the curve leaves over at each point."""
    frame, theme, points = it.frame, it.theme, it.frame.points
    (left, right), _ = it.ranges or ranges_of(frame)
    residuals = frame.residuals
    known = np.abs(residuals[np.isfinite(residuals)])
    least = ROUNDING * max(float(np.ptp(points.y)), 1e-100) if points is not None else 1.0
    reach = 1.15 * max(float(known.max()), least) if len(known) else 1.0
    x_name, _ = words.axis_names(frame)
    plot.show_axes(Ruler(left, right, x_name), Ruler(-reach, reach, translate("Fitting", "residual"), numbers=_short))
    plot.limit(0.0, across=True, colour=theme.muted, dash=0)
    if points is None or not len(residuals):
        return
    held = np.isin(np.arange(len(points)), frame.held)
    for which, colour in ((~held, theme.categories[0]), (held, theme.warning)):
        if which.any():
            _stems(plot, points.x[which], residuals[which], colour)
            name = translate("Fitting", "residual")
            plot.points(points.x[which], residuals[which], colour, size=0.5, name=name)
    plot.aim(
        PointTargets(points.x, residuals), lambda at: words.point_words(frame, at), choose=gestures.choose,
        chosen=it.chosen,
    )  # fmt: skip


def _stems(plot: Plot, x: F64, y: F64, colour: str) -> None:
    """Lines from 0 to each point."""
    plot.errors(x, y, np.minimum(y, 0.0), np.maximum(y, 0.0), colour, cap=0.0)


def error_keys(it: Drawn) -> list[Key]:
    """The legend of the errors."""
    theme = it.theme
    found = [
        Key(translate("Fitting", "points fitted"), theme.muted, dash=1),
        Key(translate("Fitting", "held-out points, ± one standard error"), theme.path),
    ]
    if len(it.frame.true_errors):
        found.append(Key(translate("Fitting", "new points, from the true curve"), theme.good, dash=2))
    return found


def draw_errors(plot: Plot, it: Drawn, gestures: Gestures) -> None:
    """The errors on points that were fitted and on held-out ones, by degree; logarithmic."""
    frame, theme = it.frame, it.theme
    low, high = error_range(frame)
    marks = tuple((math.log10(mark), number(mark)) for mark in logarithmic_marks(low, high))
    last = max(len(frame.degrees) - 1, 1)
    plot.show_axes(
        Ruler(-0.5, last + 0.5, translate("Fitting", "degree of the polynomial"), whole=True, lines=False),
        Ruler(low, high, translate("Fitting", "error (RMSE), logarithmic"), marks=marks),
    )
    train, held, below, above = (
        np.maximum(_logarithm(values), low - 1)
        for values in (frame.train_errors, frame.held_errors, frame.held_low, frame.held_high)
    )
    polynomial = frame.choice.family == "polynomial"
    if polynomial:
        plot.limit(frame.choice.degree, colour=theme.accent, dash=0)
    elif math.isfinite(frame.own_held) and frame.own_held > 0:
        name = translate("Fitting", "chosen terms, held out")
        plot.limit(math.log10(frame.own_held), name, colour=theme.accent, across=True)
    plot.line(frame.degrees, train, theme.muted, dash=1, name=translate("Fitting", "points fitted"), dots=True)
    if len(frame.true_errors):
        name = translate("Fitting", "new points, from the true curve")
        plot.line(frame.degrees, _logarithm(frame.true_errors), theme.good, dash=2, name=name)
    plot.errors(frame.degrees, held, below, above, theme.path)
    plot.line(frame.degrees, held, theme.path, name=translate("Fitting", "held-out points"), dots=True)
    if frame.best >= 0:
        plot.points(
            [frame.best], [held[frame.best]], theme.good, symbol="d", size=1.0, name=translate("Fitting", "least")
        )
    if len(frame.degrees):
        plot.aim(
            Columns(frame.degrees), lambda degree: words.degree_words(frame, degree), choose=gestures.choose_degree,
            chosen=frame.choice.degree if polynomial else None,
        )  # fmt: skip


def formula_keys(theme: Theme) -> list[Key]:
    """The legend of the formulas."""
    return [
        Key(translate("Fitting", "best formulas, and what they predict"), theme.categories[1], "box"),
        Key(translate("Fitting", "as good as the best"), theme.warning, dash=1),
    ]


def draw_formulas(plot: Plot, it: Drawn, found: Formulas, gestures: Gestures) -> None:
    """The formulas that predict held-out points best: each one's error, and what it says at the place asked for."""
    theme, n = it.theme, len(found.held_out)
    labels = tuple(terms_written(terms_of(found, at)) for at in range(n))
    predicted = tuple(number(float(value)) for value in found.predicted)
    high = 1.1 * float(max(found.held_out.max(), found.limit))
    rows = np.arange(n)
    plot.show_axes(
        Ruler(0.0, high, translate("Fitting", "held-out error (RMSE)"), numbers=_short),
        categories(labels, down=True, widest=14.0),
        categories(predicted, down=True, far=True),
    )
    plot.bars(rows, found.held_out, theme.categories[1], across=True, name=translate("Fitting", "held-out points"))
    plot.limit(found.limit, colour=theme.warning)
    plot.aim(Rows(n), lambda at: words.formula_row(found, at, it.frame.at), choose=gestures.choose_formula)


def _logarithm(values: F64) -> F64:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log10(values)


def _short(value: float) -> str:
    return number(value, 3)


def draw(grid: ChartGrid, it: Drawn, gestures: Gestures, room: Room) -> None:
    """All of it: the picture over its residuals, the errors beside them, or below where it is not wide.

    Where it is low as well, residuals give way, and the errors to the formulas found.
    """
    found = it.frame.formulas
    grid.key(0, 0, keys(it))
    picture = grid.plot(1, 0)
    with_residuals = room.tall or (room.wide and room.two)
    draw_picture(picture, it, gestures, not with_residuals)
    both = found is not None and room.tall
    below = 3 if both and room.wide else 2  # the row of the residuals
    if with_residuals:
        residuals = grid.plot(below, 0)
        draw_residuals(residuals, it, gestures)
        grid.link([picture, residuals])
    if room.wide:
        _draw_beside(grid, it, gestures, both, below if with_residuals else 1)
    else:
        _draw_below(grid, it, gestures, both, with_residuals)


def _draw_beside(grid: ChartGrid, it: Drawn, gestures: Gestures, both: bool, last: int) -> None:
    """Errors, formulas or both on the right of the picture and its residuals, which stand in row `last`."""
    found = it.frame.formulas
    if found is None or both:
        grid.key(0, 1, error_keys(it))
        draw_errors(grid.plot(1, 1, 1 if both else last, 1), it, gestures)
    if found is not None:
        grid.key(2 if both else 0, 1, formula_keys(it.theme))
        draw_formulas(grid.plot(3, 1) if both else grid.plot(1, 1, last, 1), it, found, gestures)
    rows = {1: 3, 2: 0 if both else int(last == 2), 3: 2 * both, 4: 0, 5: 0, 6: 0}
    grid.share(rows=rows, columns={0: 3, 1: 2})


def _draw_below(grid: ChartGrid, it: Drawn, gestures: Gestures, both: bool, with_residuals: bool) -> None:
    """Errors, formulas or both below the picture and its residuals."""
    found = it.frame.formulas
    if found is None or both:
        grid.key(3, 0, error_keys(it))
        draw_errors(grid.plot(4, 0), it, gestures)
    if found is not None:
        grid.key(5, 0, formula_keys(it.theme))
        draw_formulas(grid.plot(6, 0), it, found, gestures)
    rows = {1: 3, 2: int(with_residuals), 3: 0, 4: 2 * (found is None or both), 5: 0, 6: 2 * (found is not None)}
    grid.share(rows=rows, columns={0: 1, 1: 0})
