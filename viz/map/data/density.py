"""How crowded the map is at each of its points, and how opaque a point is so that crowded places stay readable."""

from __future__ import annotations

import numpy as np

from engine.records import F32
from viz.memo import by_identity

_GRID, _REACH = 36, 1.2  # cells a side, and half the side in radii of the standard pose
EVEN = 0.4  # 0: a place is as strong as it is crowded, 1: all are equally strong
FAINTEST, STRONGEST = 0.3, 1.25  # opacity of a point against that of one in a place of middling density


@by_identity(8)
def density(points: F32) -> F32:
    """[N] number of points near each, from a grid of 36^3 cells over the ball of radius 1.2, smoothed once."""
    cells = np.clip(((points + _REACH) / (2 * _REACH) * _GRID).astype(np.int64), 0, _GRID - 1)
    flat = (cells[:, 0] * _GRID + cells[:, 1]) * _GRID + cells[:, 2]
    counts = np.bincount(flat, minlength=_GRID**3).reshape((_GRID,) * 3).astype(np.float32)
    for axis in range(3):
        counts = counts + 0.5 * (np.roll(counts, 1, axis) + np.roll(counts, -1, axis))
    return np.asarray(counts.reshape(-1)[flat], np.float32)


@by_identity(8)
def strength(points: F32) -> F32:
    """[N] what each point's opacity is multiplied by: less where it is crowded, more where few are.

    The eye tells some thirty steps of brightness apart, while the densities of a map differ a thousandfold; so the
    opacity that adds up in a place grows with a power of 0.6 of the number of points there, not with the number.
    """
    if not len(points):
        return np.zeros(0, np.float32)
    near = density(points)
    middling = max(float(np.median(near)), 1.0)
    return np.asarray(np.clip((middling / np.maximum(near, 1.0)) ** EVEN, FAINTEST, STRONGEST), np.float32)
