"""The look of the lines to a point's neighbours: true ones by how near they are here, and strangers in dashes.

A line is told by its kind as well as by its colour: true and near thick, true and far thin, a stranger dashed.
"""

from __future__ import annotations

import numpy as np

from engine.records import F32
from viz.map.data.frame import MapFrame
from viz.map.data.trajectory import ALWAYS
from viz.map.paint.dashes import dashed
from viz.map.paint.path_look import rgba
from viz.theme import Theme, rgb
from viz.visuals.shapes import Segments, joined

KEPT_WIDE, LOST_WIDE, STRANGER_WIDE = 3.4, 1.6, 1.8  # logical pixels


def true_colour(theme: Theme) -> str:
    """Of true neighbours, as their rings have it (`viz.map.paint.pieces`)."""
    return theme.categories[3]


def stranger_colour(theme: Theme) -> str:
    """Of points near here that are no true neighbours."""
    return theme.warning


def neighbour_segments(frame: MapFrame, theme: Theme) -> Segments:
    """From the point to each neighbour, the strangers lowest."""
    lines, points = frame.neighbour_lines, frame.points
    start = points[[lines.index]] if len(lines) else points[:0]
    kept, lost = lines.ids[lines.near], lines.ids[~lines.near]
    strange_start, strange_end, _ = dashed(np.repeat(start, len(lines.strangers), axis=0), points[lines.strangers])
    true, strange = rgb(true_colour(theme)), rgb(stranger_colour(theme))
    return joined(
        [
            _straight(strange_start, strange_end, strange, 0.95, STRANGER_WIDE),
            _straight(np.repeat(start, len(lost), axis=0), points[lost], true, 0.8, LOST_WIDE),
            _straight(np.repeat(start, len(kept), axis=0), points[kept], true, 1.0, KEPT_WIDE),
        ]
    )


def _straight(start: F32, end: F32, colour: F32, alpha: float, wide: float) -> Segments:
    n = len(end)
    shade = np.repeat(rgba(colour, alpha, n)[:, None], 2, axis=1)
    order = np.full(n, ALWAYS, np.float32)
    return Segments(start, end, np.full((n, 2), wide, np.float32), shade, order, np.ones(n, np.float32), 0 * order)
