"""What the path's ribbon covers on screen: names keep away from it, and the background is quiet there.

The pieces of the line about the position looked at, and the rays ahead of it, are sampled every few pixels. What is old
counts less, since it is drawn fainter. A pixel near several of them is as quiet as the nearest makes it, never more.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.records import F32, Bools
from viz.camera import project
from viz.map.data.frame import MapFrame

STEP = 8.0  # logical pixels from one sample to the next
MOST = 240  # samples of one piece
BEFORE, AFTER = 60, 6  # pieces of the line about the position looked at that count
RECENT = 14.0  # pieces over which their weight falls to a third
CELL = 20.0  # logical pixels of the mesh of quietness
REACH = 3  # cells over which it fades
LEAST = 0.25  # weight below which a piece keeps no name away

Grid = np.ndarray[Any, np.dtype[np.float32]]


def samples(frame: MapFrame, matrix: F32, width: float, height: float) -> tuple[F32, F32]:
    """([n, 2] pixels along what is drawn of path and rays, [n] weights 0..1), of what is in front of the camera."""
    start, end, weight = _pieces(frame)
    a, near = project(matrix, start, width, height)
    b, far = project(matrix, end, width, height)
    seen = (near > 0.02) & (far > 0.02) & _in_view(a, b, width, height)
    a, b, weight = a[seen], b[seen], weight[seen]
    count = np.clip(np.ceil(np.hypot(*(b - a).T) / STEP), 1, MOST).astype(np.int64)
    piece = np.repeat(np.arange(len(a)), count + 1)
    first = np.cumsum(count + 1) - (count + 1)
    part = ((np.arange(len(piece)) - first[piece]) / count[piece]).astype(np.float32)[:, None]
    places = a[piece] + (b - a)[piece] * part
    edge = REACH * CELL
    inside = (places > -edge).all(axis=1) & (places[:, 0] < width + edge) & (places[:, 1] < height + edge)
    return places[inside], weight[piece][inside]


def _pieces(frame: MapFrame) -> tuple[F32, F32, F32]:
    """Starts and ends [n, 3] and weights [n]: the line's pieces, then the current fan's rays or the tree's."""
    line = frame.line
    at = line.row_of(frame.current)
    last = (at if at >= 0 else len(line) - 1) - 1
    rows = np.arange(max(0, last - BEFORE), max(0, min(len(line) - 1, last + AFTER + 1)))
    away = np.where(rows <= last, last - rows, 3 * (rows - last)).astype(np.float32)
    here, ahead = frame.fan.current, frame.ahead
    start = np.concatenate([line.points[rows], frame.fan.start[here], ahead.start])
    end = np.concatenate([line.points[rows + 1], frame.fan.end[here], ahead.end])
    rays = np.full(len(end) - len(rows), 1.0, np.float32)
    return start, end, np.concatenate([np.exp(-away / np.float32(RECENT)), rays]).astype(np.float32)


def _in_view(a: F32, b: F32, width: float, height: float) -> Bools:
    """[n] whether the box around a piece meets the view: one far outside is not sampled."""
    low, high = np.minimum(a, b), np.maximum(a, b)
    return np.asarray(
        (high >= 0).all(axis=1) & (low[:, 0] <= width) & (low[:, 1] <= height) & np.isfinite(low).all(axis=1)
    )


def is_quiet(frame: MapFrame) -> bool:
    """Whether the background is to be quiet along the path, in this space."""
    return frame.settings.quiet == "all spaces" or (frame.settings.quiet == "hidden states" and not frame.is_vocabulary)


def quietness(frame: MapFrame, matrix: F32, width: float, height: float) -> Grid:
    """[rows, columns] how quiet the background is, 0..1, at the nodes of a mesh of `CELL` pixels from the top left."""
    rows, columns = int(height // CELL) + 2, int(width // CELL) + 2
    wide = np.zeros((rows + 2 * REACH, columns + 2 * REACH), np.float32)
    places, weight = samples(frame, matrix, width, height)
    at = np.clip(np.rint(places / CELL).astype(np.int64) + REACH, 0, (columns + 2 * REACH - 1, rows + 2 * REACH - 1))
    np.maximum.at(wide, (at[:, 1], at[:, 0]), weight)
    if not len(places):
        return wide[:rows, :columns]
    tall = _spread(wide, rows, 0)
    return _spread(tall, columns, 1)


def _spread(wide: Grid, n: int, axis: int) -> Grid:
    """What lies within `REACH` along an axis, less the further away; the `n` nodes that are in the view."""
    made = np.zeros_like(np.take(wide, range(n), axis))
    for away in range(-REACH, REACH + 1):
        fall = np.float32((1 - (away / (REACH + 0.5)) ** 2) ** 2)
        part = wide[REACH + away :][:n] if axis == 0 else wide[:, REACH + away :][:, :n]
        np.maximum(made, part * fall, out=made)
    return made
