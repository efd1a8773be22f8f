"""One size for every layout: the middle 98 % of the points lie in the unit ball around the origin.

UMAP throws a few islands far out, and PCA of lopsided vectors has giants; a frame decided by extremes would show a
smudge in mid-screen. So the centre is the median of each axis and the unit a high quantile of the distances to it,
neither of which a few points can move.
"""

from __future__ import annotations

import numpy as np

from engine.records import F32, Bools

WITHIN = 0.98


def unit_ball(points: F32, counted: Bools | None = None) -> tuple[F32, F32, float]:
    """Centre and scale `points` [N, d] so that `WITHIN` of the `counted` ones [N] lie within radius 1.

    Returns the points [N, d] float32, the centre [d] and the divisor: new = (old - centre) / divisor.
    """
    judged = points if counted is None or not counted.any() else points[counted]
    if len(judged) == 0:
        return points.astype(np.float32), np.zeros(points.shape[1], np.float32), 1.0
    centre = np.median(judged, axis=0).astype(np.float32)  # [d]
    radii = np.sqrt(np.square(judged - centre, dtype=np.float64).sum(axis=1))  # [N]
    radius = float(np.quantile(radii, WITHIN))
    divisor = radius if radius > 0 else float(radii.max()) or 1.0
    return ((points - centre) / np.float32(divisor)).astype(np.float32), centre, divisor
