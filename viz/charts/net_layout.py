"""Where the neurons of a net stand in a picture, and which of its lines are drawn; plain numbers, known without Qt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.nets.records import F64, I64, Architecture
from engine.records import F32

MOST_LINES = 1_500  # of all layers: the strongest are drawn
NEAR = 0.5  # em from a line within which it is pointed at
SMALLEST = 5.0  # pixels of a neuron


@dataclass(frozen=True)
class NetLayout:
    """Places in pixels. Layer 0 are the inputs."""

    size: float  # of a neuron's square
    at: tuple[F64, ...]  # of each layer [units, 2]: the middles
    lines: F64  # [n, 4] x0 y0 x1 y1
    places: I64  # [n] of each line's weight in the row
    left_out: int  # lines that are not drawn

    def line_near(self, x: float, y: float, reach: float) -> int | None:
        """The weight whose line is nearest to a point, where one is within `reach` pixels."""
        if not len(self.lines):
            return None
        start, way = self.lines[:, :2], self.lines[:, 2:] - self.lines[:, :2]
        length = np.maximum((way * way).sum(axis=1), 1e-9)
        point = np.array([x, y])
        part = np.clip(((point - start) * way).sum(axis=1) / length, 0.0, 1.0)
        away = np.hypot(*(point - start - part[:, None] * way).T)
        best = int(np.argmin(away))
        return int(self.places[best]) if away[best] <= reach else None

    def neuron_at(self, x: float, y: float) -> tuple[int, int] | None:
        """(layer, unit) of the neuron at a point."""
        half = self.size / 2 + 1
        for layer, middles in enumerate(self.at):
            inside = np.flatnonzero((np.abs(middles[:, 0] - x) <= half) & (np.abs(middles[:, 1] - y) <= half))
            if len(inside):
                return layer, int(inside[0])
        return None


def lay_out(net: Architecture, weights: F32, width: float, height: float, em: float) -> NetLayout:
    """The neurons in columns, from the inputs on the left, as large as the fullest layer lets them be."""
    sizes = net.sizes
    top, side = 2.6 * em, 1.2 * em
    below = 2.2 * em
    room = max(height - top - below, 1.0)
    columns = len(sizes)
    step = max(width - 2 * side, 1.0) / columns
    size = min(room / max(sizes) * 0.74, step * 0.5, 5.2 * em)
    size = max(size, SMALLEST)
    at = []
    for layer, units in enumerate(sizes):
        gap = min(room / units, size * 1.75)
        ys = top + room / 2 + (np.arange(units) - (units - 1) / 2) * gap
        at.append(np.stack([np.full(units, side + (layer + 0.5) * step), ys], axis=1))
    lines, places = _lines(net, weights, at, size)
    return NetLayout(size, tuple(at), lines, places, sum(out * into for out, into in net.shapes) - len(lines))


def _lines(net: Architecture, weights: F32, at: list[F64], size: float) -> tuple[F64, I64]:
    """The strongest lines, the weakest of them first, so that strong ones lie on top."""
    ends, places = [], []
    for layer, (out, into) in enumerate(net.shapes):
        to, source = np.divmod(np.arange(out * into), into)
        left, right = at[layer][source], at[layer + 1][to]
        shift = np.array([size / 2, 0.0])
        ends.append(np.concatenate([left + shift, right - shift], axis=1))
        places.append(net.starts[layer] + np.arange(out * into))
    lines, rows = np.concatenate(ends), np.concatenate(places).astype(np.int64)
    strength = np.abs(weights[rows])
    order = np.argsort(strength, kind="stable")[-MOST_LINES:]
    return lines[order], rows[order]
