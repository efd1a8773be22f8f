"""The look of the branch that is compared: dashed, with rings for its tokens, in a colour of its own.

Its pieces are dashes and its tokens rings, where the current path is drawn through with discs: so both are told apart
without colour. Its end bears its letter and name.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.records import F32
from viz.map.data.beside import Beside, own_rows
from viz.map.data.frame import MapFrame
from viz.map.data.path import Branches
from viz.map.data.trajectory import ALWAYS
from viz.theme import Theme, rgb
from viz.visuals.shapes import Marks, Segments, joined

DASHES, SHARE = 8, 0.58  # of a piece between two tokens: its dashes, and how much of it they cover
WIDE, CASING, HEAD = 3.0, 2.6, 11.0  # logical pixels


def beside_segments(beside: Beside, theme: Theme) -> Segments:
    """The dashes from token to token, with an arrow head on each piece."""
    points = beside.path.points
    n = max(len(points) - 1, 0)
    start, step = points[:n], np.diff(points, axis=0)
    at: F32 = np.arange(DASHES, dtype=np.float32) / np.float32(DASHES)
    begins: F32 = (start[:, None] + step[:, None] * at[:, None]).reshape(-1, 3)  # [n * DASHES, 3]
    ends: F32 = begins + np.repeat(step, DASHES, axis=0) * np.float32(SHARE / DASHES)
    dashes = _pieces(begins, ends, WIDE, theme.compared, 0.95)
    casing = _pieces(begins, ends, WIDE + CASING, theme.ground, 0.7)
    heads = _pieces(start, start + step, HEAD, theme.compared, 0.95, HEAD)
    return joined([casing, dashes, heads])


def without_beside(frame: MapFrame) -> MapFrame:
    """A frame whose branches are those that are not compared: a line below the dashes would fill their gaps."""
    branches = frame.branches
    kept = ~np.isin(branches.nodes, frame.beside.path.nodes)
    if kept.all():
        return frame
    left = Branches(branches.nodes[kept], branches.token_ids[kept], branches.start[kept], branches.end[kept])
    return replace(frame, branches=left)


def _pieces(start: F32, end: F32, wide: float, colour: str, alpha: float, head: float = 0.0) -> Segments:
    n = len(start)
    made = np.empty((n, 2, 4), np.float32)
    made[..., :3], made[..., 3] = rgb(colour), alpha
    width = np.full((n, 2), wide, np.float32)
    if head:
        width[:, 1] = 0.0
    one = np.ones(n, np.float32)
    return Segments(
        start.astype(np.float32),
        end.astype(np.float32),
        width,
        made,
        one * np.float32(ALWAYS),
        one,
        one * np.float32(head),
    )


def beside_marks(beside: Beside, theme: Theme) -> Marks:
    """A ring for each token that is its own, a larger one for the last."""
    places = beside.path.points[own_rows(beside)]
    n = len(places)
    colour = np.empty((n, 4), np.float32)
    colour[:, :3], colour[:, 3] = rgb(theme.compared), 1.0
    look = np.zeros((n, 4), np.float32)
    look[:, 0], look[:, 1], look[:, 3] = 10.0, ALWAYS, 2.4
    if n:
        look[-1, 0], look[-1, 3] = 17.0, 3.6
    return Marks(places, colour, look)
