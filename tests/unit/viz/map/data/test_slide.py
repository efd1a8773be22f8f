from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.linalg import orthogonal_procrustes

from engine.records import EMBEDDING, F32, NORMED, Background, Layout, Space
from engine.run import MapState, Run
from viz.map.data.framing import posed
from viz.map.data.slide import aligned, posed_along, same_states, shown_space

N = 60


def cloud(seed: int = 0) -> F32:
    random = np.random.default_rng(seed)
    return (random.normal(size=(N, 3)) * [3, 2, 1]).astype(np.float32)


def state(space: Space, points: F32, first: int = 0) -> MapState:
    ids = np.arange(first, first + N, dtype=np.int32)
    where = np.arange(N, dtype=np.int32)
    background = Background(space, ids, np.ones(N, np.float32), np.zeros(N, np.uint8), where)
    layout = Layout(space, "pca", None, points, points[:, :2].copy(), "x", space.key, 0.1, 0.1, 0.0, 5, 0.2)
    return MapState(background, [layout])


def run_with(*states: MapState) -> Run:
    run = Run()
    run.maps = {each.background.space: each for each in states}
    return run


def turned(points: F32) -> F32:
    """The same cloud rotated, mirrored, moved and enlarged."""
    turn, _ = np.linalg.qr(np.random.default_rng(1).normal(size=(3, 3)))
    turn[:, 0] *= -np.sign(np.linalg.det(turn))
    moved: F32 = (5 * points @ turn + [1, 2, 3]).astype(np.float32)
    return moved


def test_a_layer_that_is_only_turned_lies_on_the_one_before() -> None:
    low, high = Space("resid", 3), Space("resid", 4)
    run = run_with(state(low, cloud()), state(high, turned(cloud())))
    _, first = posed_along(run, low, run.maps[low].layout, False)
    pose, second = posed_along(run, high, run.maps[high].layout, False)
    assert np.allclose(first, posed(run.maps[low].layout.points3)[1])  # the first one opened is never turned
    assert np.linalg.det(pose.axes) < 0
    away = np.linalg.norm(first - second, axis=1)
    assert away.max() < 0.15  # the two are framed each by itself, so not to the last digit
    apart = np.linalg.norm(first - posed(run.maps[high].layout.points3)[1], axis=1)
    assert away.mean() < 0.2 * apart.mean()


def test_the_turn_is_that_of_scipy() -> None:
    onto, points = cloud(2), cloud(3)
    pose, _ = aligned(points, onto, None, None)
    expected, _ = orthogonal_procrustes((points - pose.centre).astype(float), (onto - onto.mean(axis=0)).astype(float))
    assert np.allclose(pose.axes, expected, atol=1e-5)
    assert np.allclose(pose.axes @ pose.axes.T, np.eye(3), atol=1e-5)  # no distance is changed but for the scale


def test_points_left_out_do_not_turn_a_layer() -> None:
    left_out = np.zeros(N, np.bool_)
    left_out[7] = True
    moved = cloud()
    moved[7] = [500, -400, 300]
    pose, _ = aligned(moved, cloud(), left_out, None)
    plain, _ = aligned(moved, cloud(), None, None)
    assert np.allclose(pose.axes, np.eye(3), atol=0.05)
    assert not np.allclose(plain.axes, np.eye(3), atol=0.05)


def test_other_texts_and_tokens_of_the_vocabulary_are_not_the_same_states() -> None:
    one = state(Space("resid", 3), cloud()).background
    assert same_states(one, state(Space("resid", NORMED), cloud(1)).background)
    assert same_states(one, state(Space("resid", 3, standardised=False), cloud(1)).background)
    assert not same_states(one, state(Space("resid", 3, "/a"), cloud()).background)
    assert not same_states(one, state(Space("resid", 4), cloud(), first=1).background)
    assert not same_states(one, replace(one, space=EMBEDDING))
    assert not same_states(one, None)


def test_the_nearest_layer_stands_in_until_the_one_wanted_is_there() -> None:
    near, far, wanted = Space("resid", 5), Space("resid", 9), Space("resid", 6)
    run = run_with(state(far, cloud()), state(near, cloud()))
    assert shown_space(run, wanted) == near
    assert shown_space(run, Space("resid", NORMED)) == far
    assert shown_space(run, Space("resid", 6, "/a")) == Space("resid", 6, "/a")
    assert shown_space(run, EMBEDDING) == EMBEDDING
    run.maps[wanted] = state(wanted, cloud())
    assert shown_space(run, wanted) == wanted


def test_a_layer_waits_for_the_path_to_be_placed_on_it() -> None:
    from tests.helpers import runs

    run = runs.one_step()
    run.run_id = 7
    old, new = Space("resid", 1), Space("resid", 2)
    run.maps = {space: state(space, cloud()) for space in (old, new)}
    assert shown_space(run, new) == new  # nothing is placed anywhere: there is nothing to wait with
    places = {run.path[0]: (np.zeros(3, np.float32), np.zeros(2, np.float32), 0.1, 0.1, False)}
    run.maps[old].nodes[old.key] = places
    assert shown_space(run, new) == old
    run.maps[new].nodes[new.key] = places
    assert shown_space(run, new) == new
