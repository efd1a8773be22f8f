"""Turns a frame's path, fans, branches and marks into segments and discs in the colours of a theme.

Direction is shown three ways: each piece of the path widens towards its end, carries an arrow head, and the whole runs
from dim to bright. Orders say when a piece appears: node i of the path at i .. i + 0.6, its fan at i + 0.3 .. i + 0.8.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from engine.records import F32, Bools
from viz.map.data.fans import Fan
from viz.map.data.frame import MapFrame
from viz.map.data.picking import Indices
from viz.map.paint.beside import beside_marks, beside_segments, without_beside
from viz.map.paint.trajectory import trajectory_marks, trajectory_segments
from viz.theme import Theme, rgb
from viz.visuals.shapes import Marks, Segments, joined

FEW = 40  # selected points that are ringed
ALWAYS = -10.0  # an order long past


def rgba(colour: F32, alpha: F32 | float, n: int) -> F32:
    """[n, 4] of one colour [3] or n of them [n, 3]."""
    made = np.empty((n, 4), np.float32)
    made[:, :3] = colour
    made[:, 3] = alpha
    return made


def segments(frame: MapFrame, theme: Theme) -> Segments:
    """Abandoned branches, fans of other positions, the path, and on top the fan of the position looked at."""
    here = frame.fan.current
    below = [
        _branches(without_beside(frame), theme),
        trajectory_segments(frame.trajectory, theme),
        _fans(frame, theme, ~here),
    ]
    beside = beside_segments(frame.beside, theme)
    return joined([*below, beside, *_path(frame, theme), _fans(frame, theme, here)])


def _branches(frame: MapFrame, theme: Theme) -> Segments:
    n = len(frame.branches)
    thin = thinness(n)  # a few branches are plain to see, hundreds are ground
    quiet = rgb(theme.muted) * 0.7 + rgb(theme.ground) * 0.3
    colour = np.repeat(rgba(quiet, 0.65 * thin, n)[:, None], 2, axis=1)
    width = np.tile(np.array([0.8, 2.0], np.float32), (n, 1)) * (0.5 + 0.5 * thin)
    order = np.full(n, ALWAYS, np.float32)
    return Segments(frame.branches.start, frame.branches.end, width, colour, order, np.ones(n, np.float32), 0 * order)


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


def _path(frame: MapFrame, theme: Theme) -> list[Segments]:
    path = frame.path
    n = max(len(path) - 1, 0)
    order = (np.arange(n, dtype=np.float32) + 1) + 0.6
    rate = np.full(n, 1 / 0.6, np.float32)
    shade = path_colours(frame, theme)
    start, end = path.points[:n], path.points[1 : n + 1]
    colour = np.stack([shade[:n], shade[1 : n + 1]], axis=1) if n else np.zeros((0, 2, 4), np.float32)
    colour[:, 0, 3] *= 0.75
    young = _nearness(frame, n)[:, None]  # those that lead to the current point stand out
    thin = 0.4 + 0.6 * thinness(len(path))
    width = np.array([1.0, 2.6], np.float32) * (thin + (1 - thin) * young) + young * np.array([0.9, 3.0], np.float32)
    casing = colour.copy()
    casing[..., :3] = rgb(theme.ground)
    casing[..., 3] *= 0.75
    none = np.zeros(n, np.float32)
    heads = np.concatenate([7.5 * (thin + (1 - thin) * young) + 6.0 * young, 0.0 * young], axis=1)
    late = order + 0.05
    return [
        Segments(start, end, width + 2.6, casing, order, rate, none),
        Segments(start, end, width, colour, order, rate, none),
        Segments(
            start, end, heads, np.repeat(colour[:, 1:], 2, axis=1), late, np.full(n, 20.0, np.float32), none + 13.0
        ),
    ]


def _nearness(frame: MapFrame, n: int) -> F32:
    """[n] 1 for the piece that leads to the current point, falling to 0 over seven before it; 0 after it."""
    last = (frame.current if frame.current >= 0 else n) - 1
    before = last - np.arange(n, dtype=np.float32)
    return np.asarray(np.where(before >= 0, np.clip(1.0 - before / 7.0, 0.0, 1.0), 0.0), np.float32)


def thinness(n: int) -> float:
    """How strong the older part of a path of n tokens, or n pieces of branches, is drawn: 1 up to 60, since thousands
    of lines would hide the map."""
    return float(np.clip((60 / max(n, 1)) ** 0.75, 0.08, 1.0))


def path_colours(frame: MapFrame, theme: Theme) -> F32:
    """[P, 4] of the path's points: the prompt in the text's colour, what was generated from dim to bright."""
    path = frame.path
    n = len(path)
    age = np.linspace(0.0, 1.0, n, dtype=np.float32)[:, None] if n > 1 else np.ones((n, 1), np.float32)
    bright = rgb(theme.path) * 0.65 + rgb(theme.text) * 0.35
    deep = rgb(theme.path) * 0.6 + rgb(theme.categories[6 % len(theme.categories)]) * 0.4
    generated = deep + (bright - deep) * age
    prompt = rgb(theme.text) * 0.8 + rgb(theme.muted) * 0.2
    colour = np.where(path.generated[:, None], generated, prompt)
    after = np.arange(n, dtype=np.float32) - (frame.current if frame.current >= 0 else n - 1)  # the position looked at
    near = np.exp(-np.abs(after) / (7.0 if frame.settings.fade else 9.0))
    old = 0.5 * thinness(n)
    behind, ahead = old + (1 - old) * near, 0.5 * old + 0.3 * near
    alpha = np.maximum(near, min(0.06, old)) if frame.settings.fade else np.where(after > 0, ahead, behind)
    return rgba(colour, np.asarray(alpha, np.float32), n)


def marks(frame: MapFrame, theme: Theme, matches: Indices) -> Marks:
    """Discs on the path and the ends of rays; rings on what is selected, found, near or hovered."""
    parts = [
        _background_rings(frame, theme, matches),
        _branch_discs(without_beside(frame), theme),
        _fan_discs(frame, theme),
    ]
    parts += [trajectory_marks(frame.trajectory, theme), _path_discs(frame, theme), beside_marks(frame.beside, theme)]
    parts.append(_hovered_node(frame, theme))
    return Marks(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("place", "colour", "look")))


@dataclass(frozen=True)
class _Rings:
    indices: tuple[int, ...]
    colour: str
    size: float
    ring: float


def neighbour_colour(theme: Theme) -> str:
    """The rings of a token's neighbours in the full space; those on the map are muted."""
    return theme.categories[3]


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
    look = np.tile(np.array([6.5 * thin, ALWAYS, 0.0, 0.0], np.float32), (n, 1))
    return Marks(frame.branches.end, rgba(rgb(theme.muted), 0.75 * thin, n), look)


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


def _path_discs(frame: MapFrame, theme: Theme) -> Marks:
    path = frame.path
    n = len(path)
    colour = path_colours(frame, theme)
    look = np.zeros((n, 4), np.float32)
    thin = 0.5 + 0.5 * thinness(n)
    near = np.exp(-np.abs(np.arange(n) - (frame.current if frame.current >= 0 else n - 1)) / 9.0)
    look[:, 0] = np.where(path.generated, 8.5, 7.0) * (thin + (1 - thin) * near)
    look[:, 1] = np.arange(n) + 0.6
    look[:, 2] = 0.25
    look[:, 3] = np.where(path.left_out, 2.0, 0.0)
    if frame.current >= 0:
        colour[frame.current] = (*rgb(theme.accent), 1.0)
        look[frame.current, 0] = 15.0
        look[frame.current, 2] = 1.0
        look[frame.current, 3] = 0.0
    return Marks(path.points, colour, look)
