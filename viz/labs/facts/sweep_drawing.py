"""The charts of an edit at every layer: each probe as a row of cells, the means of kinds, and the loss of the text."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from viz.charts.aim import Cells, Columns
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.numbers import fixed, percent
from viz.charts.rulers import Ruler, categories, shares
from viz.joined import sentences
from viz.labs.facts.drawing import lines_of
from viz.labs.facts.sweep_frame import SweepFrame
from viz.labs.facts.words import between, kind_words, label_of
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
LEAST = 0.01  # nats of the axis of the loss, at least


def columns_of(frame: SweepFrame) -> tuple[str, ...]:
    """The names of the columns."""
    return (translate("Facts", "before"), *(f"L{layer}" for layer in frame.layers))


def draw_sweep(grid: ChartGrid, frame: SweepFrame, theme: Theme, choose: Callable[[int], object]) -> None:
    """Cells, then curves, then the loss, one below the other with the layers in common."""
    colouring = Colouring(theme.ramp, theme.raised, 1.0)
    grid.colour_bar(0, 0, Bar(colouring, translate("Facts", "probability of the answer"), percent))
    shown = lines_of([it.probe.kind for it in frame.probes])
    cells = np.full((len(shown), frame.values.shape[1]), np.nan, np.float32)
    for line, at in enumerate(shown):
        if isinstance(at, int):
            cells[line] = frame.values[at]
    labels = tuple(kind_words(at) if isinstance(at, str) else label_of(frame.probes[at]) for at in shown)
    headings = frozenset(line for line, at in enumerate(shown) if isinstance(at, str))
    plot = grid.plot(1, 0)
    plot.show_axes(
        categories(columns_of(frame)), categories(labels, down=True, widest=20.0, clear=True, marked=headings)
    )
    plot.heat(cells, Colouring(theme.ramp, theme.surface, 1.0), parted=True, name=translate("Facts", "probability"))
    plot.aim(
        Cells(len(shown), len(columns_of(frame))), lambda cell: _cell(frame, shown[cell[0]], cell[1]),
        choose=lambda cell: choose(cell[1] - 1), browse=True,
    )  # fmt: skip
    _key(grid, frame, theme)
    _curves(grid.plot(3, 0), frame, theme)
    _loss(grid.plot(4, 0), frame, theme)
    grid.share({1: max(len(shown), 6), 3: 9, 4: 7})


def _cell(frame: SweepFrame, at: int | str, column: int) -> str:
    if isinstance(at, str):
        return kind_words(at)
    probe = frame.probes[at].probe
    value = float(frame.values[at, column])
    if column and not math.isfinite(value):
        return frame.why_not[column - 1]
    return translate("Facts", "{where}: “{prompt}” → {answer} {value} (before {before}).").format(
        where=columns_of(frame)[column], prompt=probe.prompt, answer=probe.answer.strip(), value=percent(value),
        before=percent(float(frame.values[at, 0])),
    )  # fmt: skip


def colour_of(kind: str, theme: Theme) -> tuple[str, int]:
    """A kind's colour and dash."""
    return {
        "fact": (theme.accent, 0),
        "paraphrase": (theme.categories[1], 1),
        "old answer": (theme.muted, 2),
        "neighbour": (theme.categories[0], 0),
        "same subject": (theme.categories[3], 3),
    }[kind]


def _key(grid: ChartGrid, frame: SweepFrame, theme: Theme) -> None:
    grid.key(
        2, 0,
        [Key(f"{kind_words(it.kind)} ({it.n})", colour_of(it.kind, theme)[0], dash=colour_of(it.kind, theme)[1])
         for it in frame.curves],
    )  # fmt: skip


def _curves(plot: Plot, frame: SweepFrame, theme: Theme) -> None:
    plot.show_axes(
        categories(columns_of(frame)), Ruler(-0.02, 1.02, translate("Facts", "mean probability, 95 % interval"), shares)
    )
    xs = np.arange(1.0 + len(frame.layers))
    for curve in frame.curves:
        colour, dash = colour_of(curve.kind, theme)
        value, low, high = np.array(curve.values).T
        if curve.kind == "neighbour":
            plot.band(xs[1:], low[1:], high[1:], colour)
            plot.errors(xs[:1], value[:1], low[:1], high[:1], colour)
            plot.limit(float(value[0]), colour=colour, across=True)
        plot.points(xs[:1], value[:1], colour, size=0.5, name=kind_words(curve.kind))
        plot.line(xs[1:], value[1:], colour, dash=dash, dots=True, name=kind_words(curve.kind))
    plot.aim(Columns(xs), lambda column: _column(frame, column))


def _column(frame: SweepFrame, column: int) -> str:
    said = [
        translate("Facts", "{kind}: {value}{interval}.").format(
            kind=kind_words(it.kind), value=percent(it.values[column][0]), interval=between(it.values[column])
        )
        for it in frame.curves
    ]
    where = translate("Facts", "{where}.").format(where=columns_of(frame)[column])
    return sentences(where, *said)


def _loss(plot: Plot, frame: SweepFrame, theme: Theme) -> None:
    moved = np.array([value - frame.text_before for value in frame.text])
    most = max(float(np.nanmax(np.abs(moved))), LEAST) * 1.15
    plot.show_axes(
        categories(columns_of(frame), translate("Facts", "layer that was edited")),
        Ruler(-most, most, translate("Facts", "change of the loss of unrelated text (nats)")),
    )
    plot.limit(0.0, colour=theme.border, dash=0, across=True)
    plot.line(np.arange(float(len(moved))), moved, theme.text, dots=True, name=translate("Facts", "change of the loss"))
    plot.aim(Columns(np.arange(float(len(moved)))), lambda column: _text(frame, column))


def _text(frame: SweepFrame, column: int) -> str:
    if not column:
        return translate("Facts", "Before: {loss} nats on unrelated text.").format(loss=fixed(frame.text_before, 3))
    return translate("Facts", "{where}: {loss} nats on unrelated text, KL {kl}, size of the change {size}.").format(
        where=columns_of(frame)[column], loss=fixed(frame.text[column], 3), kl=fixed(frame.kl[column - 1], 4),
        size=percent(frame.size[column - 1]),
    )  # fmt: skip
