"""The charts of a sweep, on logarithmic axes: the error against width, a line for each k, and against compute."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.dictionary_training.records import F64, PUBLISHED, Law, Sweep, SweepPoint, law
from viz.charts.aim import Points
from viz.charts.keys import Key
from viz.charts.rulers import Ruler
from viz.labs.dictionary_training import words
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
MARGIN = 0.06  # of an axis, beyond what lies on it


def draw_scaling(grid: ChartGrid, sweep: Sweep, theme: Theme, beside: bool) -> None:
    """Both charts, beside each other or below."""
    ks = sorted({point.k for point in sweep.points})
    colours = {k: theme.categories[at % len(theme.categories)] for at, k in enumerate(ks)}
    keys = tuple(Key(f"k {k}", colours[k], dash=0) for k in ks)
    lines = [Key(translate("DictionaryTraining", "fitted law"), theme.muted, dash=1)] if sweep.law is not None else []
    published = Key(translate("DictionaryTraining", "published law (GPT-4)"), theme.muted, dash=2)
    grid.key(0, 0, (*keys, *lines, published))
    _draw_widths(grid.plot(1, 0), sweep, colours, theme)
    place = (0, 1) if beside else (2, 0)
    hull = Key(translate("DictionaryTraining", "least error at each compute"), theme.accent, dash=1)
    grid.key(*place, (*keys, *([hull] if sweep.compute is not None else [])))
    _draw_compute(grid.plot(place[0] + 1, place[1]), sweep, colours, theme)
    if beside:
        grid.share(columns={0: 1, 1: 1})


def _draw_widths(plot: Plot, sweep: Sweep, colours: dict[int, str], theme: Theme) -> None:
    """The last error of each dictionary that was trained to its end."""
    ended = (point for point in sweep.points if point.step >= sweep.recipe.steps)
    done = [point for point in ended if math.isfinite(point.final) and point.final > 0]
    widths = sorted({point.width for point in sweep.points})
    fine = np.geomspace(widths[0], widths[-1], 40)
    ks = sorted(colours)
    known = [np.array([point.final for point in done])]
    curves: list[tuple[F64, str, int]] = []
    for k in ks:
        if sweep.law is not None:
            curves.append((sweep.law.at(fine, k), colours[k], 1))
        curves.append((law(PUBLISHED, fine, k), colours[k], 2))
    known += [values for values, _, _ in curves]
    plot.show_axes(_across(fine, translate("DictionaryTraining", "features (logarithmic)"), widths), _up(known))
    for values, colour, dash in curves:
        plot.line(np.log10(fine), np.log10(values), colour, dash=dash, width=0.09)
    for k in ks:
        of_k = [point for point in done if point.k == k]
        xs, ys = np.log10([point.width for point in of_k]), np.log10([point.final for point in of_k])
        plot.line(xs, ys, colours[k], name=f"k {k}", dots=True, width=0.16)
    _aim(plot, done, np.log10([point.width for point in done]), np.log10([point.final for point in done]))


def _draw_compute(plot: Plot, sweep: Sweep, colours: dict[int, str], theme: Theme) -> None:
    """The error of each dictionary while it was trained."""
    begun = [point for point in sweep.points if (point.flops > 0).any()]
    flops = np.concatenate([point.flops[point.flops > 0] for point in begun]) if begun else np.array([1e9, 1e12])
    known = [point.mse[point.flops > 0] for point in begun]
    name = translate("DictionaryTraining", "floating-point operations of training (logarithmic)")
    plot.show_axes(_across(flops, name), _up(known))
    for point in begun:
        there = (point.flops > 0) & (point.mse > 0)
        said = translate("DictionaryTraining", "{n} features, k {k}").format(n=words.count(point.width), k=point.k)
        plot.line(np.log10(point.flops[there]), np.log10(point.mse[there]), colours[point.k], name=said, width=0.1)
    if sweep.compute is not None and begun:
        numbers = dict(zip(sweep.compute.names, map(float, sweep.compute.values), strict=True))
        fine = np.geomspace(flops.min(), flops.max(), 30)
        fitted = (numbers["a"] + numbers["b"] * np.log(fine)) / math.log(10)
        plot.line(np.log10(fine), fitted, theme.accent, dash=1, width=0.2)
    ends = [point for point in begun if math.isfinite(point.final) and point.final > 0]
    xs, ys = np.log10([point.flops[-1] for point in ends]), np.log10([point.final for point in ends])
    plot.points(xs, ys, [colours[point.k] for point in ends], size=0.5)
    _aim(plot, ends, xs, ys)


def _aim(plot: Plot, points: list[SweepPoint], xs: F64, ys: F64) -> None:
    if points:
        plot.aim(Points(xs, ys), lambda at: point_words(points[at]))


def point_words(point: SweepPoint) -> str:
    """One dictionary of the sweep."""
    return translate(
        "DictionaryTraining", "{n} features, k {k}\nMSE {mse} held out, after step {step}\n{flops} operations"
    ).format(
        n=words.count(point.width), k=point.k, mse=words.number(point.final, 4), step=f"{point.step:,}",
        flops=f"{point.flops[-1]:z.2e}" if len(point.flops) else words.NONE,
    )  # fmt: skip


def _across(values: F64, name: str, marks: list[int] | None = None) -> Ruler:
    low, high = float(np.log10(values.min())), float(np.log10(values.max()))
    room = MARGIN * max(high - low, 0.3)
    at = tuple((math.log10(mark), f"{mark:,}") for mark in marks) if marks else _powers(low - room, high + room)
    return Ruler(low - room, high + room, name, marks=at, lines=False)


def _powers(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """Powers of ten in sight, and twice and five times them where those are few."""
    steps = (1, 2, 5) if high - low < 2 else (1,)
    found = [(power + math.log10(it), f"{it}e{power}") for power in range(int(low) - 1, int(high) + 1) for it in steps]
    return tuple(it for it in found if low <= it[0] <= high)


def _up(known: list[F64]) -> Ruler:
    values = np.concatenate([it[np.isfinite(it) & (it > 0)] for it in known]) if known else np.empty(0)
    low, high = (float(np.log10(values.min())), float(np.log10(values.max()))) if len(values) else (-1.0, 0.0)
    room = MARGIN * max(high - low, 0.1)
    name = translate("DictionaryTraining", "MSE held out (logarithmic)")
    return Ruler(low - room, high + room, name, marks=_marks(low - room, high + room))


def _marks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """1 to 9 of every power of ten in sight, or fewer where there are many."""
    steps = (1, 2, 3, 4, 5, 6, 7, 8, 9) if high - low < 0.7 else (1, 2, 5) if high - low < 2.5 else (1,)
    found = [
        (power + math.log10(step), f"{step * 10.0**power:z.3g}")
        for power in range(math.floor(low), math.ceil(high) + 1)
        for step in steps
    ]
    return tuple(it for it in found if low <= it[0] <= high)


def law_rows(found: Law | None) -> list[tuple[str, str, str]]:
    """The numbers of the law: their meaning, as fitted with their standard errors, and as published."""
    rows = []
    fitted = dict(zip(found.names, zip(found.values, found.errors, strict=True), strict=True)) if found else {}
    for name, said in _meanings():
        here = fitted.get(name)
        value = words.NONE
        if here is not None:
            error = f" ± {words.number(float(here[1]), 2)}" if math.isfinite(here[1]) else ""
            value = f"{words.number(float(here[0]))}{error}"
        rows.append((said, value, words.number(PUBLISHED[name])))
    return rows


def _meanings() -> tuple[tuple[str, str], ...]:
    return (
        ("a", translate("DictionaryTraining", "a: level")),
        ("bk", translate("DictionaryTraining", "b of ln k")),
        ("bn", translate("DictionaryTraining", "b of ln n (n features)")),
        ("g", translate("DictionaryTraining", "g of ln k · ln n")),
        ("z", translate("DictionaryTraining", "z: floor, what no width explains")),
        ("h", translate("DictionaryTraining", "h: floor by ln k")),
    )
