"""The curves of a training: losses and gradients by step, on scales of powers of ten."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.nets.records import Curve
from viz.charts.aim import Columns
from viz.charts.keys import Key
from viz.charts.look import Look
from viz.charts.net_words import number
from viz.charts.rulers import Ruler
from viz.labs.playground.playground_frame import PlaygroundFrame

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
LOWEST = 1e-8
ABOVE = 0.09  # of the height, so that the uppermost number does not touch the name of the axis


def draw_curves(grid: ChartGrid, frame: PlaygroundFrame, look: Look) -> None:
    """Loss above, gradient sizes by layer below."""
    theme, curve = look.theme, frame.curve
    keys = (
        Key(translate("Playground", "trained on"), theme.path),
        Key(translate("Playground", "held out"), theme.warning, dash=1),
    )
    grid.words(0, 0, translate("Playground", "Loss"), bold=True)
    grid.key(1, 0, keys)
    loss = grid.plot(2, 0)
    lines = [curve.loss[:, 0], curve.held_out[:, 0]] if len(curve) else [np.empty(0), np.empty(0)]
    name = translate("Playground", "mean squared error") if frame.data.is_function else translate("Playground", "nats")
    _draw(loss, curve, lines, keys, name)
    grid.words(3, 0, translate("Playground", "Size of the gradient"), bold=True)
    layers = curve.gradient.shape[1] if len(curve) else 0
    shades = _gradient_keys(layers, look)
    if shades:
        grid.key(4, 0, shades)
    below = grid.plot(5, 0)
    _draw(below, curve, [curve.gradient[:, at] for at in range(layers)], shades, translate("Playground", "norm"))
    grid.link([loss, below])
    if frame.moment >= 0:
        for plot in (loss, below):
            plot.limit(float(frame.step), colour=theme.accent, dash=0)


def _gradient_keys(layers: int, look: Look) -> tuple[Key, ...]:
    """One for every layer of weights."""
    colours = look.theme.categories
    return tuple(
        Key(translate("Playground", "layer {n}").format(n=at + 1), colours[at % len(colours)], dash=at % 4)
        for at in range(layers)
    )


def _draw(plot: Plot, curve: Curve, lines: list[np.ndarray], keys: tuple[Key, ...], name: str) -> None:
    """Lines on a scale of powers of ten."""
    logs = [np.log10(np.maximum(line, LOWEST)) for line in lines]
    known = np.concatenate([line[np.isfinite(line)] for line in logs]) if logs else np.empty(0)
    low, high = (math.floor(known.min()), math.ceil(known.max() + 1e-9)) if len(known) else (-2, 1)
    high = max(high, low + 1)
    every = max(1, math.ceil((high - low) / 5))
    marks = tuple((float(at), _power(at)) for at in range(low, high + 1, every))
    span = float(curve.step[-1]) if len(curve) else 100.0
    plot.show_axes(
        Ruler(0.0, max(span, 1.0), translate("Playground", "step"), lines=False),
        Ruler(float(low), high + ABOVE * (high - low), name, marks=marks),
    )
    for line, key in zip(logs, keys, strict=False):
        plot.line(curve.step, line, key.colour, dash=key.dash, name=key.name, width=0.13)
    if len(curve):
        plot.aim(
            Columns(curve.step.astype(np.float64)),
            lambda at: "\n".join(
                [translate("Playground", "step {n}").format(n=f"{int(curve.step[at]):,}")]
                + [f"{key.name}: {number(float(line[at]))}" for key, line in zip(keys, lines, strict=False)]
            ),
        )


def _power(at: int) -> str:
    return f"{10.0**at:g}" if -4 <= at <= 4 else f"1e{at}"
