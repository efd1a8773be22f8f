"""The charts of an edit: every probe before and after, the means of its kinds, and the loss while it was made."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.labs.facts.records import Edited
from viz.charts.aim import Rows
from viz.charts.keys import Key
from viz.charts.rulers import Ruler, categories, shares
from viz.labs.facts.frame import FactsFrame, Interval, Row
from viz.labs.facts.words import control_words, kind_words, mean_words, row_label, row_words, share
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
LOWEST = 1e-6  # of a logarithmic axis
MARKS = ("x", "d")  # of the controls


def colours_of(theme: Theme) -> tuple[str, str, tuple[str, ...]]:
    """Before, after, and the controls."""
    return theme.muted, theme.accent, (theme.categories[1], theme.categories[3])


def draw(grid: ChartGrid, frame: FactsFrame, edited: Edited, theme: Theme, beside: bool) -> None:
    """Probes at the left or above; means and loss at the right or below."""
    key(grid, frame.controls, theme, 2 if beside else 1)
    _probes(grid.plot(1, 0, 2 if beside else 1), frame, theme)
    means = grid.plot(1, 1) if beside else grid.plot(2, 0)
    _means(means, frame, theme)
    _loss(grid.plot(2, 1) if beside else grid.plot(3, 0), edited, theme)
    if beside:
        grid.share({1: 3, 2: 2}, {0: 3, 1: 2})
    else:
        grid.share({1: max(len(lines(frame.rows)), 4), 2: 7, 3: 6})


def key(grid: ChartGrid, controls: Sequence[str], theme: Theme, columns: int) -> None:
    """The legend."""
    before, after, others = colours_of(theme)
    entries = [Key(translate("Facts", "before"), before, "o"), Key(translate("Facts", "after"), after, "o")]
    entries += [Key(control_words(kind), others[at], "s") for at, kind in enumerate(controls)]
    grid.key(0, 0, entries, columns=columns)


def lines(rows: Sequence[Row]) -> tuple[Row | str, ...]:
    """The lines of the chart: a heading before each kind."""
    return tuple(at if isinstance(at, str) else rows[at] for at in lines_of([row.kind for row in rows]))


def lines_of(kinds: Sequence[str]) -> tuple[int | str, ...]:
    """Numbers of probes, and before the first one of a kind the kind."""
    found: list[int | str] = []
    for at, kind in enumerate(kinds):
        if at == 0 or kinds[at - 1] != kind:
            found.append(kind)
        found.append(at)
    return tuple(found)


def x_of(value: float, log: bool) -> float:
    """Where a probability stands."""
    return math.log10(max(value, LOWEST)) if log and math.isfinite(value) else value


def axis(log: bool, name: str) -> Ruler:
    """Of probabilities."""
    if not log:
        return Ruler(-0.02, 1.02, name, shares)
    marks = tuple((float(power), share(10.0**power)) for power in range(-6, 1, 2))
    return Ruler(-6.1, 0.1, name, marks=marks)


def _probes(plot: Plot, frame: FactsFrame, theme: Theme) -> None:
    shown = lines(frame.rows)
    labels = tuple(kind_words(it) if isinstance(it, str) else row_label(it) for it in shown)
    headings = frozenset(at for at, it in enumerate(shown) if isinstance(it, str))
    plot.show_axes(
        axis(frame.log, translate("Facts", "probability of the answer")),
        categories(labels, down=True, widest=20.0, clear=True, marked=headings),
    )
    at = [float(line) for line, it in enumerate(shown) if isinstance(it, Row)]
    rows = [it for it in shown if isinstance(it, Row)]
    before, after, others = colours_of(theme)
    one = np.array([x_of(row.before, frame.log) for row in rows])
    other = np.array([x_of(row.after, frame.log) for row in rows])
    plot.bars(at, other, theme.border, base=one, thick=0.14, across=True, name=translate("Facts", "moved"))
    for control, kind in enumerate(frame.controls):
        values = [x_of(row.controls[control], frame.log) for row in rows]
        plot.points(values, at, others[control], symbol=MARKS[control], size=0.6, name=control_words(kind))
    plot.points(one, at, before, name=translate("Facts", "before"))
    plot.points(other, at, after, name=translate("Facts", "after"))

    def words(line: int) -> str:
        row = shown[line]
        return row_words(frame, row) if isinstance(row, Row) else kind_words(row)

    plot.aim(Rows(len(shown)), words)


def _means(plot: Plot, frame: FactsFrame, theme: Theme) -> None:
    means = frame.means
    labels = tuple(f"{kind_words(mean.kind)} ({mean.n})" for mean in means)
    plot.show_axes(
        axis(frame.log, translate("Facts", "mean probability, 95 % interval")),
        categories(labels, down=True, widest=12.0, clear=True),
    )
    before, after, others = colours_of(theme)
    sets: list[tuple[str, str, str, list[Interval]]] = [
        (translate("Facts", "before"), before, "o", [mean.before for mean in means]),
        (translate("Facts", "after"), after, "o", [mean.after for mean in means]),
    ]
    sets += [
        (control_words(kind), others[at], MARKS[at], [mean.controls[at] for mean in means])
        for at, kind in enumerate(frame.controls)
    ]
    for index, (name, colour, mark, values) in enumerate(sets):
        rows = np.arange(len(means)) + (index - (len(sets) - 1) / 2) * 0.2
        value, low, high = (np.array([x_of(it[part], frame.log) for it in values]) for part in range(3))
        plot.errors(value, rows, low, high, colour, cap=0.12, across=True)
        plot.points(value, rows, colour, symbol=mark, size=0.6, name=name)
    plot.aim(Rows(len(means)), lambda row: mean_words(means[row], frame.controls))


def _loss(plot: Plot, edited: Edited, theme: Theme) -> None:
    losses = edited.losses.astype(float)
    high = max(float(np.nanmax(losses)), 1e-6)
    low = min(float(np.nanmin(losses)), 0.0)
    plot.show_axes(
        Ruler(-0.3, max(len(losses) - 1, 1) + 0.4, translate("Facts", "step of the optimisation"), whole=True),
        Ruler(low, 1.05 * high, translate("Facts", "loss (nats)")),
    )
    plot.line(np.arange(len(losses)), losses, theme.accent, name=translate("Facts", "loss"), dots=len(losses) < 40)
