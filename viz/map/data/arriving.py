"""A frame on the way to the next one: a token that arrives, or points that move to another layout.

The position moves along the path's new piece while the rays that were not taken draw back; then those of the new
position come out. Only places change, so that what is written stays true.
"""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from engine.records import F32
from viz.map.data.blend import blended
from viz.map.data.fans import NO_FAN, Fan
from viz.map.data.frame import MapFrame
from viz.map.data.path_line import TOKENS

ARRIVED = 0.55  # of the way: from there on the new rays come out


def on_the_way(before: MapFrame, after: MapFrame, part: float) -> MapFrame:
    """`after` as it is seen at `part` (0..1) of the way from `before`."""
    if part >= 1.0:
        return after
    if not _grows(before, after):
        return blended(before, after, part)
    if part < ARRIVED:
        return _moving(before, after, part / ARRIVED)
    return replace(after, fan=_out(after.fan, (part - ARRIVED) / (1.0 - ARRIVED), True))


def _grows(before: MapFrame, after: MapFrame) -> bool:
    """Whether `after` shows the same map with one token more on the path."""
    same = before.layout is after.layout and before.settings.flat == after.settings.flat
    n = len(before.path)
    return same and n > 0 and len(after.path) == n + 1 and np.array_equal(before.path.nodes, after.path.nodes[:n])


def _moving(before: MapFrame, after: MapFrame, part: float) -> MapFrame:
    """The position on its way along the new piece of the path."""
    start, end = after.path.points[-2], after.path.points[-1]
    here = np.asarray(start + (end - start) * np.float32(part), np.float32)
    path = replace(after.path, points=np.concatenate([after.path.points[:-1], here[None]]))
    line = after.line
    if line.by == TOKENS and len(line) == len(path):
        line = replace(line, points=path.points)
    taken = before.fan.token_ids == after.path.token_ids[-1]
    left = _rows(before.fan, ~(before.fan.current & taken))
    return replace(after, path=path, line=line, fan=_out(left, 1.0 - part, False))


def _out(fan: Fan, part: float, named: bool) -> Fan:
    """A fan of which the rays of the position looked at are drawn out so far; those not `named` are let go."""
    if not len(fan):
        return NO_FAN
    share = np.where(fan.current, np.float32(part), np.float32(1.0))[:, None]
    end: F32 = np.asarray(fan.start + (fan.end - fan.start) * share, np.float32)
    return replace(fan, end=end, current=fan.current if named else np.zeros_like(fan.current))


def _rows(fan: Fan, shown: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Fan:
    return Fan(*(getattr(fan, column.name)[shown] for column in fields(Fan)))
