"""The look of a state's way through the layers."""

from __future__ import annotations

import numpy as np

from engine.records import F32
from viz.map.data.way import ALWAYS, Way
from viz.theme import Theme, rgb
from viz.visuals.shapes import Marks, Segments


def way_segments(way: Way, theme: Theme) -> Segments:
    """The line from layer to layer, widening and brightening with depth."""
    n = max(len(way) - 1, 0)
    age = np.linspace(0.0, 1.0, n + 1, dtype=np.float32)
    shade = np.concatenate([np.repeat(way_colour(theme)[None], n + 1, axis=0), (0.45 + 0.55 * age)[:, None]], axis=1)
    colour = np.stack([shade[:n], shade[1:]], axis=1).astype(np.float32)  # [n, 2, 4]
    width = np.stack([1.6 + 2.8 * age[:n], 1.6 + 2.8 * age[1:]], axis=1).astype(np.float32)
    none = np.zeros(n, np.float32)
    return Segments(way.points[:n], way.points[1:], width, colour, none + np.float32(ALWAYS), none + 1.0, none)


def way_marks(way: Way, theme: Theme) -> Marks:
    """A disc per layer, growing with depth; a ring where the state is one the space's fit leaves out."""
    n = len(way)
    age = np.linspace(0.0, 1.0, n, dtype=np.float32)
    colour = np.empty((n, 4), np.float32)
    colour[:, :3], colour[:, 3] = way_colour(theme), 0.6 + 0.4 * age
    look = np.zeros((n, 4), np.float32)
    look[:, 0], look[:, 1] = 4.0 + 7.0 * age, ALWAYS
    look[:, 3] = np.where(way.left_out, 2.0, 0.0)
    return Marks(way.points, colour, look)


def way_colour_name(theme: Theme) -> str:
    """Apart from the path, the fans and the rings of neighbours."""
    return theme.categories[2]


def way_colour(theme: Theme) -> F32:
    """The same as [3] float32."""
    return rgb(way_colour_name(theme))
