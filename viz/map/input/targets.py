"""What lies under a pixel of the map, and what a click on it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from engine.records import F32, Space
from viz import lab
from viz.intents import AskNeighbours, Intent, LookAt, PinAhead, ReturnTo, Select, SingleOut, TakeToken
from viz.map.data.frame import MapFrame
from viz.map.data.path_line import SENTENCES
from viz.map.data.picking import nearest, nearest_segment
from viz.map.paint.composition import Composition, Label
from viz.shown_paths import Name, Single

Kind = Literal["ray", "ahead", "branch", "mean", "path", "further", "point"]


@dataclass(frozen=True)
class Target:
    """What lies under a pixel."""

    kind: Kind
    row: int  # in the fan, the look-ahead lines, the branches, the path or its sentences, further spots, the background


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
        found = self._first_of(x, y, ("ray", frame.fan.end), ("ahead", frame.ahead.end), ("mean", _sentences(frame)))
        if found is None and (row := self._on_path(x, y)) is not None:
            found = Target("path", row)
        if found is None:
            found = self._first_of(x, y, ("further", frame.further.spots.points), ("branch", frame.branches.end))
        if found is not None:
            return found
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

    def _first_of(self, x: float, y: float, *kinds: tuple[Kind, F32]) -> Target | None:
        """The first of some kinds of places that has one under a pixel."""
        for kind, places in kinds:
            if (row := self._nearest(places, x, y, 8.0)) is not None:
                return Target(kind, row)
        return None

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


def _sentences(frame: MapFrame) -> F32:
    """[M, 3] the places of the path's sentences where its line goes through them."""
    return frame.line.points if frame.line.by == SENTENCES else frame.line.points[:0]


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
        "further": frame.further.spots.points,
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
    if target.kind == "further":
        return [SingleOut(_other_than(frame.single, single_of(frame, target)))]
    return choosing(frame.space, target.row)


def choosing(space: Space, index: int) -> list[Intent]:
    """What choosing a background point asks the app to do; where a laboratory brings it, what that does besides."""
    own = lab.own_points(space)
    return [Select((index,)), AskNeighbours(space, index), *(() if own is None else own.steps(space.what, index))]


def single_of(frame: MapFrame, target: Target) -> Single:
    """The path, sample or whole bundle that a spot belongs to."""
    spots = frame.further.spots
    return Single(frame.further.name(int(spots.item[target.row])), max(int(spots.sample[target.row]), -1))


def _other_than(now: Single | None, single: Single) -> Single | None:
    return None if single == now else single


def named_by_legend(frame: MapFrame, name: Name) -> Intent:
    """What a click on a line of the legend of further paths asks the app to do."""
    return SingleOut(_other_than(frame.single, Single(name)))


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
    if target.kind == "further":
        spots = frame.further.spots
        if spots.sample[target.row] == -2:
            return None, None, None
        line = frame.further.line(int(spots.item[target.row]), int(spots.sample[target.row]))
        return int(line.token_ids[spots.row[target.row]]), None, None
    if target.kind == "path":
        return int(frame.path.token_ids[target.row]), int(frame.path.nodes[target.row]), target.row
    if frame.background.names is not None:  # a laboratory's point is no token that other views might show
        return None, None, None
    return int(frame.background.token_ids[target.row]), None, None
