"""What lies under a pixel of the map, and what a click on it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.records import F32
from viz.intents import AskNeighbours, Intent, LookAt, PinAhead, ReturnTo, Select, TakeToken
from viz.map.data.frame import MapFrame
from viz.map.data.path_line import SENTENCES
from viz.map.data.picking import nearest, nearest_segment
from viz.map.paint.composition import Composition, Label


@dataclass(frozen=True)
class Target:
    """What lies under a pixel."""

    kind: Literal["ray", "ahead", "branch", "mean", "path", "point"]
    row: int  # in the fan, the look-ahead lines, the branches, the path's sentences, the path or the background


@dataclass(frozen=True)
class Sight:
    """A frame and its labels as they are seen: through `matrix` [4, 4], `width` by `height` logical pixels."""

    frame: MapFrame
    labels: Composition
    matrix: F32
    width: float
    height: float

    def at(self, x: float, y: float) -> Target | None:
        """Label, ray, sentence or point of the path, branch or background point under a pixel, in this order."""
        frame = self.frame
        label = self.labels.at(x, y)
        if label is not None:
            found = _of_label(frame, label)
            if found is not None:
                return found
        if (row := self._nearest(frame.fan.end, x, y, 8.0)) is not None:
            return Target("ray", row)
        if (row := self._nearest(frame.ahead.end, x, y, 8.0)) is not None:
            return Target("ahead", row)
        if frame.line.by == SENTENCES and (row := self._nearest(frame.line.points, x, y, 8.0)) is not None:
            return Target("mean", row)
        if (row := self._on_path(x, y)) is not None:
            return Target("path", row)
        if (row := self._nearest(frame.branches.end, x, y, 8.0)) is not None:
            return Target("branch", row)
        if (row := self._nearest_line(frame.fan.start, frame.fan.end, x, y)) is not None:
            return Target("ray", row)
        if (row := self._nearest_line(frame.ahead.start, frame.ahead.end, x, y)) is not None:
            return Target("ahead", row)
        if (row := self._nearest(frame.points, x, y, 7.0)) is not None:
            return Target("point", row)
        if (row := self._nearest_line(frame.branches.start, frame.branches.end, x, y)) is not None:
            return Target("branch", row)
        name = self.labels.name_at(x, y)
        return Target("point", name.index) if name is not None else None

    def _nearest(self, places: F32, x: float, y: float, within: float) -> int | None:
        return nearest(self.matrix, places, self.width, self.height, x, y, within)

    def _nearest_line(self, start: F32, end: F32, x: float, y: float) -> int | None:
        return nearest_segment(self.matrix, start, end, self.width, self.height, x, y, 5.0)

    def _on_path(self, x: float, y: float) -> int | None:
        """The point of the path under a pixel; where several share a place, the current one, else the latest."""
        path = self.frame.path
        row = self._nearest(path.points, x, y, 9.0)
        if row is None:
            return None
        same = np.flatnonzero((path.points == path.points[row]).all(axis=1))
        return self.frame.current if self.frame.current in same else int(same[-1])


def _of_label(frame: MapFrame, label: Label) -> Target | None:
    node, token = label.node, label.token_id
    if label.kind == "ahead":
        return Target("ahead", label.index) if label.index < len(frame.ahead) else None
    if label.kind == "fan":
        rows = np.flatnonzero((frame.fan.nodes == node) & (frame.fan.token_ids == token))
        return Target("ray", int(rows[0])) if len(rows) else None
    rows = np.flatnonzero(frame.path.nodes == node)
    return Target("path", int(rows[0])) if len(rows) else None


def place_of(frame: MapFrame, target: Target) -> F32:
    """[3] where a target lies."""
    places = {
        "ray": frame.fan.end,
        "ahead": frame.ahead.end,
        "branch": frame.branches.end,
        "mean": frame.line.points,
        "path": frame.path.points,
        "point": frame.points,
    }
    return np.asarray(places[target.kind][target.row], np.float32)


def meaning(frame: MapFrame, target: Target) -> list[Intent]:
    """What a click on something asks the app to do."""
    if target.kind == "ray":
        return [TakeToken(int(frame.fan.nodes[target.row]), int(frame.fan.token_ids[target.row]))]
    if target.kind == "ahead":
        tree = frame.ahead.tree
        first, *rest = tree.paths[int(frame.ahead.rows[target.row])]
        return [TakeToken(tree.node, first, tuple(rest))]
    if target.kind == "branch":
        return [ReturnTo(int(frame.branches.nodes[target.row]))]
    if target.kind == "mean":
        return [LookAt(int(frame.path.positions[frame.line.last[target.row]]))]
    if target.kind == "path":
        return [LookAt(int(frame.path.positions[target.row]))]
    return [Select((target.row,)), AskNeighbours(frame.space, target.row)]


def pinning(frame: MapFrame, target: Target | None) -> list[Intent]:
    """What a click with the right button on something asks the app to do."""
    if target is None or target.kind != "ahead":
        return []
    return [PinAhead(frame.ahead.tree.node, frame.ahead.tree.paths[int(frame.ahead.rows[target.row])])]


def described(frame: MapFrame, target: Target | None) -> tuple[int | None, int | None, int | None]:
    """(token id, node, row of the path) of what is under the pointer."""
    if target is None or frame.background is None or target.kind == "mean":
        return None, None, None
    if target.kind == "ray":
        return int(frame.fan.token_ids[target.row]), None, None
    if target.kind == "ahead":
        return frame.ahead.tree.paths[int(frame.ahead.rows[target.row])][-1], None, None
    if target.kind == "branch":
        return int(frame.branches.token_ids[target.row]), int(frame.branches.nodes[target.row]), None
    if target.kind == "path":
        return int(frame.path.token_ids[target.row]), int(frame.path.nodes[target.row]), target.row
    return int(frame.background.token_ids[target.row]), None, None
