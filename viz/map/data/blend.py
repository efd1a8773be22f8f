"""A frame on the way from one layout to another, so that path, fans and labels move with the points.

Only places change; whatever was not there before, or is another row, stands where it will be.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.records import F32, AnyArray
from viz.map.data.frame import MapFrame
from viz.map.data.further import between


def blended(before: MapFrame, after: MapFrame, part: float) -> MapFrame:
    """`after` with its places moved back towards `before`: part 0 is there, 1 where they belong."""
    if part >= 1.0 or len(before.points) != len(after.points):
        return after
    a, b = before, after
    same_path = _equal(a.path.nodes, b.path.nodes)
    same_fan = _equal(a.fan.nodes, b.fan.nodes) and _equal(a.fan.token_ids, b.fan.token_ids)
    same_branches = _equal(a.branches.nodes, b.branches.nodes)
    path, fan, branches = b.path, b.fan, b.branches
    line = b.line
    if same_path:
        path = replace(path, points=_between(a.path.points, path.points, part))
        if len(a.line) == len(line) and a.line.by == line.by:
            line = replace(line, points=_between(a.line.points, line.points, part))
    if same_fan:
        start, end = _between(a.fan.start, fan.start, part), _between(a.fan.end, fan.end, part)
        fan = replace(fan, start=start, end=end)
    if same_branches:
        start, end = _between(a.branches.start, branches.start, part), _between(a.branches.end, branches.end, part)
        branches = replace(branches, start=start, end=end)
    ahead = b.ahead
    if a.ahead.tree.paths == ahead.tree.paths and _equal(a.ahead.rows, ahead.rows):
        start, end = _between(a.ahead.start, ahead.start, part), _between(a.ahead.end, ahead.end, part)
        ahead = replace(ahead, start=start, end=end)
    beside = b.beside
    if _equal(a.beside.path.nodes, beside.path.nodes):
        points = _between(a.beside.path.points, beside.path.points, part)
        beside = replace(beside, path=replace(beside.path, points=points))
    regions = b.regions
    if len(a.regions) == len(regions):
        regions = _between(a.regions, regions, part)
    moved = _between(a.points, b.points, part)
    lines = replace(b, path=path, line=line, fan=fan, ahead=ahead, branches=branches, beside=beside)
    return replace(lines, points=moved, regions=regions, further=between(a.further, b.further, part), at_rest=after)


def _equal(one: AnyArray, other: AnyArray) -> bool:
    return one is other or np.array_equal(one, other)


def _between(start: F32, end: F32, part: float) -> F32:
    return np.asarray(start + (end - start) * np.float32(part), np.float32)
