"""The neighbours of the selected point: as the engine found them in the full space, beside those on the map as shown.

The engine does not know whether the map is looked at in space or flat, nor which layout has come since it was asked:
the nearest on the map are found here, among the very points that are drawn.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.records import F32, I32, Bools, Neighbours, Space
from engine.run import Run
from viz.memo import by_identity


def neighbours_of(
    run: Run, space: Space, selection: tuple[int, ...], points: F32, left_out: Bools | None
) -> Neighbours | None:
    """What the run knows of the one point of `selection`, with its nearest among `points` [N, 3]; else None."""
    known = run.neighbours
    if known is None or known.space != space or selection != (known.index,) or known.index >= len(points):
        return None
    return _beside(known.full_ids, known.cosine, space, known.index, points, left_out)


@by_identity(4)
def _beside(full: I32, cosine: F32, space: Space, index: int, points: F32, left_out: Bools | None) -> Neighbours:
    known = Neighbours(space, index, full, cosine, full, cosine)
    ids, away = nearest_on_map(points, index, len(full), left_out)
    return replace(known, map_ids=ids, map_distance=away)


def nearest_on_map(points: F32, index: int, n: int, left_out: Bools | None = None) -> tuple[I32, F32]:
    """(indices [n], distances [n]) of the points nearest to one of them, itself and those left out apart."""
    away = np.linalg.norm(points - points[index], axis=1)
    away[index] = np.inf
    if left_out is not None:
        away[left_out] = np.inf
    n = min(n, int(np.isfinite(away).sum()))
    few = np.argpartition(away, n - 1)[:n] if n else np.zeros(0, np.int64)
    order = few[np.argsort(away[few], kind="stable")]
    return order.astype(np.int32), away[order].astype(np.float32)
