"""Where the features of a graph stand: the chosen one in the middle, the others around it.

A feature's angle is where its direction lies beside the chosen one's, whatever else is shown; its distance falls with
the strength of its link. Then those that would lie on each other are pushed apart, a little at a
time and in the same order, so that the same graph has the same places, and one feature more or less moves only those
that it touches.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.records import F32

F64 = npt.NDArray[np.float64]
WIDE, HIGH = 1.6, 1.0  # half sides of the ellipse that the outermost stand on
APART_X, APART_Y = 0.40, 0.13  # that two labels need
NEAREST = 0.34  # of the outermost distance: of the strongest link
ROUNDS = 200
STEP = 0.3  # of what lacks, each of two is moved by in a round


def places(turn: F32, strength: F32) -> F64:
    """[m, 2] of features at shares of a turn [m] with links of some strength [m] to the first, which is at 0."""
    angle = 2 * np.pi * turn.astype(np.float64)
    others = np.abs(strength[1:].astype(np.float64))
    most = others.max(initial=0.0) or 1.0
    away = np.concatenate([[0.0], 1 - (1 - NEAREST) * others / most])
    away /= away.max() or 1.0
    found = np.stack([np.cos(angle) * WIDE, np.sin(angle) * HIGH], axis=1) * away[:, None]
    return _parted(found)


def _parted(at: F64) -> F64:
    """The same with no two labels on each other; the first stays."""
    size = np.array([APART_X, APART_Y])
    for _ in range(ROUNDS):
        apart = (at[:, None] - at[None]) / size  # [m, m, 2]
        distance = np.linalg.norm(apart, axis=2)
        np.fill_diagonal(distance, np.inf)
        close = distance < 1
        if not close.any():
            break
        lacks = np.where(close, 1 - distance, 0.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            along = np.where(distance[..., None] > 1e-9, apart / distance[..., None], 0.0)
        along[(distance <= 1e-9) & close] = 0.0
        same = (distance <= 1e-9) & close  # on the very same place: the later one goes up
        along[..., 1] += np.where(same, np.sign(np.arange(len(at))[:, None] - np.arange(len(at))[None]), 0)
        moved = (along * lacks[..., None]).sum(axis=1) * STEP * size
        moved[0] = 0.0
        at = at + moved
    return at
