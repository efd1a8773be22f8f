"""Sliding from layer to layer: which map of states stands in for one that is not there yet, and how each is turned.

The states of one text have a point for every token of it at each layer, so two layers' layouts can be laid over each
other. A layout is turned (or mirrored) as a whole onto the layout of the nearest layer that was opened before it, by
orthogonal Procrustes (Schönemann 1966) on the tokens that neither leaves out: distances within a layer are not changed
but for the one scale, and what can be turned away no longer looks like a change. The first one opened stays in the
standard pose, and no later one ever turns an earlier one. Layers that were laid out together (`engine.maps.joint_fit`)
lie over each other already and share one pose.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.records import F32, I32, NORMED, Background, Bools, Layout, Space, along_of
from engine.run import MapState, Run
from viz.map.data.framing import Pose, in_three, pose_of, posed
from viz.memo import by_identity

_LAST = 10_000  # where the final norm stands among the layers


def same_states(one: Background | None, other: Background | None) -> bool:
    """Whether two backgrounds are states of the same tokens, whatever the layer."""
    if one is None or other is None or one.space.kind != "resid" or other.space.kind != "resid":
        return False
    if one.space.texts != other.space.texts or one.positions is None or other.positions is None:
        return False
    return one is other or _equal(one.token_ids, other.token_ids, one.positions, other.positions)


def shown_space(run: Run, wanted: Space) -> Space:
    """The space that is shown while `wanted` is not there or holds nothing of the path yet: the nearest layer that is
    there and holds it; `wanted` itself where there is none."""
    if wanted.kind != "resid" or _is_ready(run, run.maps.get(wanted)):
        return wanted
    others = [
        space
        for space, state in run.maps.items()
        if space.kind == "resid" and space.texts == wanted.texts and space != wanted and _is_ready(run, state)
    ]
    return min(others, key=lambda space: _away(space, wanted), default=wanted)


def posed_along(run: Run, space: Space, layout: Layout, flat: bool) -> tuple[Pose, F32]:
    """The pose of a layout, turned onto that of a layer opened before it where there is one, and its points in it."""
    points = layout.points2 if flat else layout.points3
    onto = _opened_before(run, space)
    if onto is None:
        return posed(points)
    other = run.maps[onto].layout
    pose, there = posed_along(run, onto, other, flat)
    if of_one_fit(layout, other):
        return pose, in_pose(pose.centre, pose.axes, pose.radius, points)
    return aligned(points, there, run.maps[space].background.left_out, run.maps[onto].background.left_out)


def of_one_fit(one: Layout, other: Layout) -> bool:
    """Whether two layers were laid out together, or lie between such: their layouts lie over each other as they are."""
    return bool(along_of(one.params)) and one.params == other.params


@dataclass(frozen=True)
class Moved:
    """How far points go from the layer before to the one shown, both laid out together.

    Lengths are in root mean square distances of the points from their middle.
    """

    before: Space
    mean: float
    shuffled: float  # the same with tokens dealt out anew, as a control


def moved_from(run: Run, space: Space, layout: Layout, flat: bool) -> Moved | None:
    """The way from the nearest earlier layer that is there and was laid out together with this one, None without."""
    if not along_of(layout.params):
        return None
    own = _at(space)
    earlier = [
        other
        for other, state in run.maps.items()
        if _at(other) < own and other.texts == space.texts and of_one_fit(layout, state.layout)
    ]
    if not earlier:
        return None
    before = max(earlier, key=_at)
    there = run.maps[before].layout
    points = (layout.points2, there.points2) if flat else (layout.points3, there.points3)
    if len(points[0]) != len(points[1]):
        return None
    return Moved(before, *displacement(*points, run.maps[space].background.left_out))


@by_identity(40)
def displacement(points: F32, before: F32, left_out: Bools | None) -> tuple[float, float]:
    """The mean way from `before` to `points` [N, d] in root mean square radii, and with points dealt out anew."""
    if left_out is not None:
        points, before = points[~left_out], before[~left_out]
    if len(points) < 2:
        return 0.0, 0.0
    a, b = before - before.mean(axis=0), points - points.mean(axis=0)
    radius = float(np.sqrt((np.square(a).sum() + np.square(b).sum()) / (2 * len(a)))) or 1.0
    order = np.random.default_rng(0).permutation(len(a))
    mean, shuffled = (float(np.linalg.norm(b - other, axis=1).mean()) / radius for other in (a, a[order]))
    return mean, shuffled


@by_identity(80)
def in_pose(centre: F32, axes: F32, radius: float, points: F32) -> F32:
    """[N, 3] points of a layout in another's pose."""
    return Pose(centre, axes, radius).apply(in_three(points))


@by_identity(80)
def aligned(points: F32, onto: F32, one_out: Bools | None, other_out: Bools | None) -> tuple[Pose, F32]:
    """The pose of [N, 2] or [N, 3] points that brings them nearest to `onto` [N, 3], and them in it."""
    flat = in_three(points)
    own = pose_of(flat)
    counted = np.ones(len(flat), np.bool_)
    for left_out in (one_out, other_out):
        if left_out is not None:
            counted &= ~left_out
    if counted.sum() < 3:
        return own, own.apply(flat)
    here, there = (flat[counted] - own.centre).astype(np.float64), onto[counted].astype(np.float64)
    u, _, v = np.linalg.svd(here.T @ (there - there.mean(axis=0)))
    pose = Pose(own.centre, (u @ v).astype(np.float32), own.radius)
    return pose, pose.apply(flat)


def _opened_before(run: Run, space: Space) -> Space | None:
    """The nearest layer of the same states among those that were opened before `space`."""
    if space.kind != "resid" or space not in run.maps:
        return None
    before = list(run.maps)[: list(run.maps).index(space)]
    background = run.maps[space].background
    of_same = [other for other in before if same_states(background, run.maps[other].background)]
    return min(of_same, key=lambda other: _away(other, space), default=None)


def _away(one: Space, other: Space) -> tuple[bool, int]:
    """How far two spaces are: a layer prepared the same way comes first."""
    alike = (one.standardised, one.outliers) == (other.standardised, other.outliers)
    return not alike, abs(_at(one) - _at(other))


def _at(space: Space) -> int:
    return _LAST if space.layer == NORMED else space.layer


def _is_ready(run: Run, state: MapState | None) -> bool:
    """Whether a map is there, and the run on it; a run that no engine holds is placed nowhere any more."""
    if state is None or not state.layouts:
        return False
    return not run.path or run.run_id == 0 or run.path[0] in state.nodes.get(state.layout.key, {})


@by_identity(64)
def _equal(ids: I32, others: I32, positions: I32, other_positions: I32) -> bool:
    return np.array_equal(ids, others) and np.array_equal(positions, other_positions)
