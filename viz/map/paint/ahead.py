"""The look of the look-ahead tree: lines as thick as their continuation is likely, paler the further ahead they lie."""

from __future__ import annotations

import numpy as np

from engine.records import F32
from viz.map.data.frame import MapFrame
from viz.map.data.trajectory import ALWAYS
from viz.map.paint.path_look import rgba
from viz.theme import Theme, rgb
from viz.visuals.shapes import Marks, Segments

PALER = 0.28  # of the way to the ground for each further token


def ahead_colours(frame: MapFrame, theme: Theme) -> F32:
    """[M, 3] of the lines: what was taken and what is pinned in colours of their own."""
    ahead = frame.ahead
    tree, rows = ahead.tree, ahead.rows
    level = tree.levels[rows][:, None] - 1 if len(rows) else np.zeros((0, 1), np.int32)
    left = np.float32(1 - PALER) ** level
    colour = rgb(theme.fan) * left + (rgb(theme.fan) * 0.3 + rgb(theme.ground) * 0.7) * (1 - left)
    colour = np.where(tree.taken[rows][:, None], rgb(theme.chosen), colour)
    return np.asarray(np.where(tree.pinned[rows][:, None], rgb(theme.accent), colour), np.float32)


def ahead_colour_names(frame: MapFrame, theme: Theme) -> list[str]:
    """[M] of the words: never paler than can be read."""
    tree, rows = frame.ahead.tree, frame.ahead.rows.tolist()
    return [theme.accent if tree.pinned[row] else theme.chosen if tree.taken[row] else theme.fan for row in rows]


def _weight(frame: MapFrame) -> F32:
    """[M] 0..1 by the probability of the continuation."""
    return np.sqrt(np.clip(frame.ahead.tree.mass[frame.ahead.rows], 0, 1)).astype(np.float32)


def ahead_segments(frame: MapFrame, theme: Theme) -> Segments:
    """Lines that widen towards what comes, the likeliest on top."""
    ahead = frame.ahead
    on_top = np.argsort(ahead.tree.mass[ahead.rows], kind="stable")
    weight, n = _weight(frame)[on_top], len(ahead)
    colour = ahead_colours(frame, theme)[on_top]
    bold = ahead.tree.pinned[ahead.rows][on_top]
    alpha = np.where(bold, 1.0, 0.45 + 0.5 * weight).astype(np.float32)
    shade = np.stack([rgba(colour, alpha, n), rgba(colour, alpha * 0.8, n)], axis=1)
    thick = 1.1 + 7.0 * weight + 1.5 * bold
    width = np.stack([thick * 0.5, thick], axis=1).astype(np.float32)
    one = np.ones(n, np.float32)
    return Segments(ahead.start[on_top], ahead.end[on_top], width, shade, one * np.float32(ALWAYS), one, 0 * one)


def ahead_marks(frame: MapFrame, theme: Theme) -> Marks:
    """A disc at each end; a ring where the text ends, and around what is pinned."""
    ahead = frame.ahead
    tree, rows, n = ahead.tree, ahead.rows, len(ahead)
    weight = _weight(frame)
    look = np.zeros((n, 4), np.float32)
    look[:, 0], look[:, 1] = 4.0 + 11.0 * weight, ALWAYS
    look[:, 3] = np.where(tree.ends[rows] | tree.pinned[rows], 2.0, 0.0)
    look[:, 0] += np.where(look[:, 3] > 0, 4.0, 0.0)
    return Marks(ahead.end, rgba(ahead_colours(frame, theme), 1.0, n), look)
