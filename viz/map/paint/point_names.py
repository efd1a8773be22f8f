"""Names for every point there is, where only few are in sight: near enough, a map can be read like a page."""

from __future__ import annotations

import numpy as np

from engine.records import F32
from viz.camera import Camera, project
from viz.map.data.frame import MapFrame
from viz.map.data.picking import Indices

MOST = 140  # points in sight, above which only landmarks are named
NEAR = 1.3  # distance of the camera from which it is worth looking
FEW = 600  # points of a map that is small as a whole
DEEP = 1.7  # times the distance of the target: what lies behind that is ground

_NONE: Indices = np.zeros(0, np.int64)


def readable(frame: MapFrame, camera: Camera, matrix: F32, width: float, height: float) -> Indices:
    """Background indices of all points in sight, the nearest first, where these are few; those named already apart."""
    if camera.distance > NEAR and len(frame.points) > FEW:
        return _NONE
    pixels, depth = project(matrix, frame.points, width, height)
    inside = (pixels > 4).all(axis=1) & (pixels[:, 0] < width - 4) & (pixels[:, 1] < height - 4)
    rows = np.flatnonzero(inside & (depth > 0.02) & (depth < DEEP * camera.distance))
    if len(rows) > MOST or frame.background is None:
        return _NONE
    if frame.is_vocabulary:
        named = np.concatenate([frame.path.token_ids, frame.fan.token_ids[frame.fan.current]])
        rows = rows[~np.isin(frame.background.token_ids[rows], named)]
    return np.asarray(rows[np.argsort(depth[rows], kind="stable")], np.int64)
