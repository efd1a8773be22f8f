"""The look of the path: its line, which widens and brightens in its direction, and a disc for each token or sentence.

Where the line goes through means, the tokens stay as small discs at their own places, and a thin line leads from the
mean at the position looked at to that token itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import numpy as np

from engine.records import F32, I32
from viz.map.data.frame import MapFrame
from viz.map.data.path_line import ALWAYS_FADE, MEAN, SENTENCES, fades
from viz.map.data.trajectory import ALWAYS
from viz.theme import Theme, along, rgb
from viz.visuals.shapes import Marks, Segments

RAMP_FROM = 0.22  # the ramp begins at the ground's colour, which would hide a line
HEAD = 13.0  # logical pixels of an arrow head
HEADS_APART = 6  # pieces of a running mean from one arrow head to the next
FADED = 0.05  # what is left of the oldest
OLD_MEAN = 0.42  # opacity of the older part of a line of means, which is to be followed from its beginning


def rgba(colour: F32, alpha: F32 | float, n: int) -> F32:
    """[n, 4] of one colour [3] or n of them [n, 3]."""
    made = np.empty((n, 4), np.float32)
    made[:, :3] = colour
    made[:, 3] = alpha
    return made


def thinness(n: float) -> float:
    """How strong the older part of a path of n tokens, or n pieces of branches, is drawn: 1 up to 60, since thousands
    of lines would hide the map."""
    return float(np.clip((60 / max(n, 1)) ** 0.75, 0.08, 1.0))


def path_segments(frame: MapFrame, theme: Theme) -> list[Segments]:
    """The casing of the line, the line, its arrow heads, and what leads from a mean to the current token."""
    line = frame.line
    n = max(len(line) - 1, 0)
    order = line.last[1 : n + 1].astype(np.float32) + 0.6
    rate = np.full(n, 1 / 0.6, np.float32)
    shade = line_colours(frame, theme)
    start, end = line.points[:n], line.points[1 : n + 1]
    colour = np.stack([shade[:n], shade[1 : n + 1]], axis=1) if n else np.zeros((0, 2, 4), np.float32)
    colour[:, 0, 3] *= 0.75
    young = _nearness(frame, n)[:, None]  # those that lead to the current point stand out
    thin = 1.0 if line.is_mean else 0.4 + 0.6 * thinness(len(frame.path))
    plain = np.array([1.6, 2.0] if line.by == MEAN else [1.0, 2.6], np.float32)
    width = plain * (thin + (1 - thin) * young) + young * np.array([0.9, 3.0], np.float32)
    casing = colour.copy()
    casing[..., :3] = rgb(theme.ground)
    casing[..., 3] *= 0.75
    none = np.zeros(n, np.float32)
    heads = np.concatenate([7.5 * (thin + (1 - thin) * young) + 6.0 * young, 0.0 * young], axis=1)
    late = order + 0.05
    shown = np.arange(n) % HEADS_APART == HEADS_APART - 1 if line.by == MEAN else np.ones(n, np.bool_)
    arrows = Segments(
        start, end, heads, np.repeat(colour[:, 1:], 2, axis=1), late, np.full(n, 20.0, np.float32), none + HEAD
    )
    return [
        Segments(start, end, width + 2.6, casing, order, rate, none),
        Segments(start, end, width, colour, order, rate, none),
        Segments(*(getattr(arrows, column.name)[shown] for column in fields(Segments))),
        _to_the_token(frame, theme),
    ]


def _to_the_token(frame: MapFrame, theme: Theme) -> Segments:
    """From the mean at the position looked at to the token itself; nothing where the line goes through tokens."""
    row = frame.line.row_of(frame.current) if frame.line.is_mean else -1
    rows = [row] if row >= 0 else []
    n = len(rows)
    colour = np.repeat(rgba(rgb(theme.accent), 0.8, n)[:, None], 2, axis=1)
    one = np.ones(n, np.float32)
    end = frame.path.points[[frame.current] if n else []]
    return Segments(
        frame.line.points[rows], end, np.full((n, 2), 1.4, np.float32), colour, one * np.float32(ALWAYS), one, 0 * one
    )


def _nearness(frame: MapFrame, n: int) -> F32:
    """[n] 1 for the piece that leads to the current point, falling to 0 over seven before it; 0 after it."""
    at = frame.line.row_of(frame.current)
    last = (at if at >= 0 else n) - 1
    before = last - np.arange(n, dtype=np.float32)
    return np.asarray(np.where(before >= 0, np.clip(1.0 - before / 7.0, 0.0, 1.0), 0.0), np.float32)


def line_colours(frame: MapFrame, theme: Theme) -> F32:
    """[M, 4] of the line's points."""
    line, values = frame.line, frame.path_values
    if not line.is_mean:
        return path_colours(frame, theme)
    at = line.row_of(frame.current)
    colour = _by_age(frame, theme, line.last) if values is None else valued(values.means(line), theme)
    return rgba(colour, _strength(len(line), at, frame.settings.fade == ALWAYS_FADE, OLD_MEAN), len(line))


def path_colours(frame: MapFrame, theme: Theme) -> F32:
    """[P, 4] of the path's points: the prompt in the text's colour, what was generated from dim to bright; or by what
    colours the path."""
    n = len(frame.path)
    values = frame.path_values
    colour = _by_age(frame, theme, np.arange(n, dtype=np.int32)) if values is None else valued(values.values, theme)
    faded = fades(frame.settings.fade, n, frame.line)
    return rgba(colour, _strength(n, frame.current, faded, 0.5 * thinness(n)), n)


def _by_age(frame: MapFrame, theme: Theme, rows: I32) -> F32:
    """[m, 3] of some rows of the path."""
    n = len(frame.path)
    age = (rows / max(n - 1, 1)).astype(np.float32)[:, None] if n > 1 else np.ones((len(rows), 1), np.float32)
    bright = rgb(theme.path) * 0.65 + rgb(theme.text) * 0.35
    deep = rgb(theme.path) * 0.6 + rgb(theme.categories[6 % len(theme.categories)]) * 0.4
    prompt = rgb(theme.text) * 0.8 + rgb(theme.muted) * 0.2
    return np.asarray(np.where(frame.path.generated[rows][:, None], deep + (bright - deep) * age, prompt), np.float32)


def valued(values: F32, theme: Theme) -> F32:
    """[n, 3] along the ramp; muted where a value is not known."""
    ramp = along(theme.ramp, RAMP_FROM + (1 - RAMP_FROM) * values)
    return np.asarray(np.where(np.isfinite(values)[:, None], ramp, rgb(theme.muted)), np.float32)


def _strength(n: int, current: int, faded: bool, old: float) -> F32:
    """[n] opacity: 1 at the position looked at, less away from it down to `old`; nearly nothing where it fades."""
    after = np.arange(n, dtype=np.float32) - (current if current >= 0 else n - 1)
    near = np.exp(-np.abs(after) / 9.0)
    behind, ahead = old + (1 - old) * near, 0.5 * old + 0.3 * near
    return np.asarray(np.maximum(near, min(FADED, old)) if faded else np.where(after > 0, ahead, behind), np.float32)


def path_marks(frame: MapFrame, theme: Theme) -> Sequence[Marks]:
    """A disc for each token of the path, the current one unmistakable, and below them one for each sentence's mean."""
    return [_token_discs(frame, theme), _sentence_discs(frame, theme)]


def _token_discs(frame: MapFrame, theme: Theme) -> Marks:
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
    if frame.line.is_mean:  # they stand back behind the line
        look[:, 0] *= 0.65
        look[:, 2] = 0.0
        colour[:, 3] *= 0.7
    if frame.current >= 0:
        colour[frame.current] = (*rgb(theme.accent), 1.0)
        look[frame.current] = (15.0, look[frame.current, 1], 1.0, 0.0)
    return Marks(path.points, colour, look)


def _sentence_discs(frame: MapFrame, theme: Theme) -> Marks:
    line = frame.line
    n = len(line) if line.by == SENTENCES else 0
    colour = line_colours(frame, theme)[:n]
    colour[:, 3] = np.maximum(colour[:, 3], 0.5)
    look = np.zeros((n, 4), np.float32)
    look[:, 0], look[:, 1], look[:, 2] = 11.0, line.first[:n] + 0.6, 0.3
    return Marks(line.points[:n], colour, look)
