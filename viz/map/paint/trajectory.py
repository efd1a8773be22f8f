"""The look and the words of a state's trajectory through the layers."""

from __future__ import annotations

import numpy as np

from engine.records import F32, Vocabulary
from viz.map.data.trajectory import ALWAYS, Trajectory
from viz.state_names import state_name, state_tick
from viz.theme import Theme, rgb
from viz.token_text import shown
from viz.visuals.shapes import Marks, Segments


def trajectory_segments(trajectory: Trajectory, theme: Theme) -> Segments:
    """The line from layer to layer, widening and brightening with depth."""
    n = max(len(trajectory) - 1, 0)
    age = np.linspace(0.0, 1.0, n + 1, dtype=np.float32)
    shade = np.concatenate(
        [np.repeat(trajectory_colour(theme)[None], n + 1, axis=0), (0.45 + 0.55 * age)[:, None]], axis=1
    )
    colour = np.stack([shade[:n], shade[1:]], axis=1).astype(np.float32)  # [n, 2, 4]
    width = np.stack([1.6 + 2.8 * age[:n], 1.6 + 2.8 * age[1:]], axis=1).astype(np.float32)
    none = np.zeros(n, np.float32)
    return Segments(
        trajectory.points[:n], trajectory.points[1:], width, colour, none + np.float32(ALWAYS), none + 1.0, none
    )


def trajectory_marks(trajectory: Trajectory, theme: Theme) -> Marks:
    """A disc per layer, growing with depth; a ring where the state is one the space's fit leaves out."""
    n = len(trajectory)
    age = np.linspace(0.0, 1.0, n, dtype=np.float32)
    colour = np.empty((n, 4), np.float32)
    colour[:, :3], colour[:, 3] = trajectory_colour(theme), 0.6 + 0.4 * age
    look = np.zeros((n, 4), np.float32)
    look[:, 0], look[:, 1] = 4.0 + 7.0 * age, ALWAYS
    look[:, 3] = np.where(trajectory.left_out, 2.0, 0.0)
    return Marks(trajectory.points, colour, look)


def trajectory_colour_name(theme: Theme) -> str:
    """Apart from the path, the fans and the rings of neighbours."""
    return theme.categories[2]


def trajectory_colour(theme: Theme) -> F32:
    """The same as [3] float32."""
    return rgb(trajectory_colour_name(theme))


def layer_names(trajectory: Trajectory, vocabulary: Vocabulary | None) -> list[tuple[int, str]]:
    """(row, words) of the layers that are named: the ends, and each where the likeliest token changes."""
    n = len(trajectory)
    if not n:
        return []
    last = n - 1
    if not len(trajectory.nearest) or vocabulary is None:
        return [(row, state_name(row)) for row in sorted({0, last // 2, last})]
    changes = [row for row in range(1, n) if trajectory.nearest[row] != trajectory.nearest[row - 1]]
    rows = sorted({0, last, *changes[-6:]})
    return [(row, f"{state_tick(row)} → {shown(vocabulary, int(trajectory.nearest[row]))}") for row in rows]
