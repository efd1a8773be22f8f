"""Turns a frame's path, fans, branches and marks into segments and discs in the colours of a theme.

Direction is shown three ways: each piece of the path widens towards its end, carries an arrow head, and the whole runs
from dim to bright. Orders say when a piece appears: node i of the path at i .. i + 0.6, its fan at i + 0.3 .. i + 0.8.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from engine.records import Bools
from viz.map.data.fans import Fan
from viz.map.data.frame import MapFrame
from viz.map.data.picking import Indices
from viz.map.paint.ahead import ahead_marks, ahead_segments
from viz.map.paint.beside import beside_marks, beside_segments, without_beside
from viz.map.paint.dashes import dashed
from viz.map.paint.neighbour_lines import neighbour_segments, true_colour
from viz.map.paint.path_look import path_marks, path_segments, rgba, thinness
from viz.map.paint.paths import faint_segments, further_marks, further_segments
from viz.map.paint.trajectory import trajectory_marks, trajectory_segments
from viz.theme import Theme, rgb
from viz.visuals.shapes import NO_SEGMENTS, Marks, Segments, joined

FEW = 40  # selected points that are ringed
ALWAYS = -10.0  # an order long past


def segments(frame: MapFrame, theme: Theme) -> Segments:
    """Abandoned branches, fans of other positions, the path, and on top the fan of the position looked at."""
    here = frame.fan.current
    below = [
        _branches(without_beside(frame), theme),
        trajectory_segments(frame.trajectory, theme),
        _fans(frame, theme, ~here),
        neighbour_segments(frame, theme),
    ]
    beside = beside_segments(frame.beside, theme)
    return joined(
        [
            *below,
            *further_segments(frame, theme),
            beside,
            *path_segments(frame, theme),
            _fans(frame, theme, here),
            ahead_segments(frame, theme),
        ]
    )


def lowest(frame: MapFrame, theme: Theme) -> Segments:
    """What lies below all of these, and is left out while a slow renderer moves."""
    return joined([NO_SEGMENTS, *faint_segments(frame, theme)])


def _branches(frame: MapFrame, theme: Theme) -> Segments:
    """Dashed, thin and dim: what was left must not look like the path."""
    thin = thinness(len(frame.branches))  # a few branches are plain to see, hundreds are ground
    quiet = rgb(theme.muted) * 0.7 + rgb(theme.ground) * 0.3
    start, end, _ = dashed(frame.branches.start, frame.branches.end)
    n = len(start)
    colour = np.repeat(rgba(quiet, 0.6 * thin, n)[:, None], 2, axis=1)
    width = np.full((n, 2), 1.3 * (0.6 + 0.4 * thin), np.float32)
    order = np.full(n, ALWAYS, np.float32)
    return Segments(start, end, width, colour, order, np.ones(n, np.float32), 0 * order)


def _fans(frame: MapFrame, theme: Theme, which: Bools) -> Segments:
    """The rays among `which` [R]."""
    fan = Fan(*(getattr(frame.fan, column.name)[which] for column in fields(Fan)))
    n = len(fan)
    weight = np.sqrt(np.clip(fan.probability, 0, 1))
    base = np.where(fan.chosen[:, None], rgb(theme.chosen), rgb(theme.fan))
    strong = np.where(fan.current, 1.0, 0.6 * thinness(len(frame.path))).astype(np.float32)
    alpha = np.asarray((0.4 + 0.6 * weight) * strong, np.float32)
    colour = np.stack([rgba(base, alpha * 0.85, n), rgba(base, alpha * 0.6, n)], axis=1)
    thick = (1.0 + 7.0 * weight) * np.where(fan.current, 1.0, 0.6)
    width = np.stack([thick * 0.45, thick], axis=1).astype(np.float32)
    at = {int(node): i for i, node in enumerate(frame.path.nodes)}
    order = np.array([at.get(int(node), 0) + 0.8 for node in fan.nodes], np.float32)
    return Segments(fan.start, fan.end, width, colour, order, np.full(n, 2.0, np.float32), np.zeros(n, np.float32))


def marks(frame: MapFrame, theme: Theme, matches: Indices) -> Marks:
    """Discs on the path and the ends of rays; rings on what is selected, found, near or hovered."""
    parts = [
        _background_rings(frame, theme, matches),
        _branch_discs(without_beside(frame), theme),
        _fan_discs(frame, theme),
        ahead_marks(frame, theme),
    ]
    parts += [trajectory_marks(frame.trajectory, theme), *path_marks(frame, theme), beside_marks(frame.beside, theme)]
    parts += [*further_marks(frame, theme), _hovered_node(frame, theme)]
    return Marks(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("place", "colour", "look")))


@dataclass(frozen=True)
class _Rings:
    indices: tuple[int, ...]
    colour: str
    size: float
    ring: float


def neighbour_colour(theme: Theme) -> str:
    """The rings of a token's neighbours in the full space; those on the map are muted."""
    return true_colour(theme)


def _background_rings(frame: MapFrame, theme: Theme, matches: Indices) -> Marks:
    rings = [_Rings(tuple(int(i) for i in matches), theme.good, 9.0, 2.0)]
    if len(frame.selection) <= FEW:  # more are told by making all others faint
        rings.append(_Rings(frame.selection, theme.accent, 10.0, 2.0))
    near = frame.neighbours
    if near is not None:
        rings.append(_Rings(tuple(near.map_ids.tolist()), theme.muted, 12.0, 1.5))
        rings.append(_Rings(tuple(near.full_ids.tolist()), neighbour_colour(theme), 9.0, 2.0))
        rings.append(_Rings((near.index,), theme.accent, 16.0, 2.5))
    if frame.is_vocabulary and frame.hover_token is not None:
        rings.append(_Rings((frame.hover_token,), theme.text, 15.0, 2.0))
    elif not frame.is_vocabulary and frame.hover_point is not None:
        rings.append(_Rings((frame.hover_point,), theme.text, 15.0, 2.0))
    return _ringed(frame, rings)


def _ringed(frame: MapFrame, rings: list[_Rings]) -> Marks:
    n_points = len(frame.points)
    index = [i for ring in rings for i in ring.indices if i < n_points]
    colour = [rgb(ring.colour) for ring in rings for i in ring.indices if i < n_points]
    look = [(ring.size, ALWAYS, 0.0, ring.ring) for ring in rings for i in ring.indices if i < n_points]
    n = len(index)
    return Marks(
        frame.points[np.array(index, np.int64)],
        rgba(np.array(colour, np.float32).reshape(n, 3), 0.95, n),
        np.array(look, np.float32).reshape(n, 4),
    )


def _branch_discs(frame: MapFrame, theme: Theme) -> Marks:
    n = len(frame.branches)
    thin = 0.5 + 0.5 * thinness(n)
    look = np.tile(np.array([5.0 * thin, ALWAYS, 0.0, 0.0], np.float32), (n, 1))
    return Marks(frame.branches.end, rgba(rgb(theme.muted), 0.5 * thin, n), look)


def _fan_discs(frame: MapFrame, theme: Theme) -> Marks:
    fan = frame.fan
    n = len(fan)
    base = np.where(fan.chosen[:, None], rgb(theme.chosen), rgb(theme.fan))
    weight = np.sqrt(np.clip(fan.probability, 0, 1))
    at = {int(node): i for i, node in enumerate(frame.path.nodes)}
    look = np.zeros((n, 4), np.float32)
    look[:, 0] = np.where(fan.current, 6.0 + 10.0 * weight, 3.0 + 4.0 * weight)
    look[:, 1] = [at.get(int(node), 0) + 0.8 for node in fan.nodes]
    look[:, 2] = np.where(fan.current, 0.5 * weight, 0.0)
    return Marks(fan.end, rgba(base, np.where(fan.current, 1.0, 0.5), n), look)


def _hovered_node(frame: MapFrame, theme: Theme) -> Marks:
    """A ring on the node that is pointed at in any view."""
    node = -1 if frame.hover_node is None else frame.hover_node
    places = np.concatenate(
        [frame.path.points[frame.path.nodes == node], frame.branches.end[frame.branches.nodes == node]]
    )[:1]
    look = np.tile(np.array([18.0, ALWAYS, 0.0, 2.0], np.float32), (len(places), 1))
    return Marks(places, rgba(rgb(theme.text), 1.0, len(places)), look)
