"""Where the camera goes by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.records import EMBEDDING, Space
from tests.helpers.runs import fifty_steps
from viz.camera import Camera, home_distance, project
from viz.map.data.camera_places import (
    CLOSEST,
    FOLLOWING,
    FURTHEST,
    PATH_SHARE,
    WIDEST,
    close_to,
    first_view,
    following,
    holds,
    home,
    in_sight,
    likely_ends,
    near_path,
)
from viz.map.data.fans import NO_FAN
from viz.map.data.frame import MapFrame, map_frame
from viz.map.data.path import NO_PATH
from viz.map.data.settings import Settings
from viz.ui_state import UiState

W, H = 1100.0, 700.0


@pytest.fixture
def frame() -> MapFrame:
    return map_frame(fifty_steps(), UiState(), Settings())


def test_following_keeps_the_current_point_in_the_middle_and_the_likely_ends_in_sight(frame: MapFrame) -> None:
    far = home(frame, Camera(), W, H).distance
    seen = following(frame, Camera(distance=far), far, W, H)
    pixels, _ = project(seen.matrix(W, H), frame.path.points[[frame.current]], W, H)
    np.testing.assert_allclose(pixels[0], (W / 2, H / 2), atol=0.5)
    end = frame.path.points[[frame.current]] + np.array([[0.0, 0.25, 0.0]], np.float32) * np.float32(far)
    ends = replace(frame.fan, end=np.repeat(end, len(frame.fan), axis=0), current=np.ones(len(frame.fan), np.bool_))
    wide = following(replace(frame, fan=ends), Camera(distance=far), far, W, H)
    pixels, _ = project(wide.matrix(W, H), end, W, H)
    assert 0 <= pixels[0, 1] <= H
    assert far * FOLLOWING < wide.distance <= far
    without = close_to(frame.path.points[frame.current], Camera(distance=far), far, FOLLOWING)
    assert project(without.matrix(W, H), end, W, H)[0][0, 1] < 0  # what it was before: out of sight


def outside(frame: MapFrame, camera: Camera, width: float, height: float, above: float) -> float:
    """How many pixels the furthest point of the path or end of the current fan lies outside the view; less: inside."""
    places = np.concatenate([frame.path.points, frame.fan.end[frame.fan.current]])
    pixels, depth = project(camera.matrix(width, height), places, width, height)
    assert (depth > 0).all()
    over = np.stack([-pixels[:, 0], above * height - pixels[:, 1], pixels[:, 0] - width, pixels[:, 1] - height])
    return float(over.max())


@pytest.mark.parametrize("size", [(W, H), (420.0, 900.0), (1800.0, 300.0)])
@pytest.mark.parametrize("above", [0.0, 0.25])
@pytest.mark.parametrize("seed", range(4))
def test_the_first_view_holds_the_path_and_the_current_fan(
    frame: MapFrame, size: tuple[float, float], seed: int, above: float
) -> None:
    """As far out as the places of real maps lie, and some of them on one side; below what is written at the top."""
    random = np.random.default_rng(seed)
    far = random.normal(0, 1, (len(frame.path), 3)) * np.array([1.0, 0.4, 0.8]) + np.array([0.9, -0.3, 0.2]) * seed / 2
    ends = random.uniform(-1.8, 1.8, (len(frame.fan), 3)) * (1.0 - above)
    made = replace(
        frame,
        path=replace(
            frame.path,
            points=(np.clip(far, -2, 2) * (1.0 - above)).astype(np.float32),
            left_out=frame.path.left_out & False,
        ),
        fan=replace(frame.fan, end=ends.astype(np.float32)),
    )
    flat = Camera(flat=seed == 3)
    seen = home(made, flat, *size, above)
    assert outside(made, seen, *size, above) <= 0
    assert holds(made, seen, *size, above)
    near = replace(seen, distance=seen.distance * 0.8)
    assert outside(made, near, *size, above) > 0  # no further than that takes
    assert not holds(made, near, *size, above)


def test_what_lies_within_the_map_moves_nothing_and_what_lies_beside_it_moves_the_view_aside(frame: MapFrame) -> None:
    def seen(*places: tuple[float, float, float]) -> Camera:
        run = replace(frame.path, points=np.array(places, np.float32), left_out=np.zeros(len(places), np.bool_))
        return home(replace(frame, path=run, fan=NO_FAN), Camera(flat=True), W, H)

    alone = seen((0.0, 0.0, 0.0))
    assert seen((0.3, 0.2, 0.0), (-0.3, 0.0, 0.0)) == alone
    above = seen((0.0, 1.6, 0.0))
    assert above.target[1] > 0.2
    assert above.target[0] == pytest.approx(0.0, abs=1e-6)
    about_the_middle = home_distance(alone, np.array([[0.0, 1.6, 0.0]], np.float32), NO_FAN.end, W, H)
    assert alone.distance < above.distance < 0.8 * about_the_middle
    assert seen((0.0, 90.0, 0.0)).distance == pytest.approx(WIDEST * alone.distance)  # the map stays more than a dot


def test_one_who_went_near_by_hand_stays_near(frame: MapFrame) -> None:
    far = home(frame, Camera(), W, H).distance
    assert following(frame, Camera(distance=far * 0.3), far, W, H).distance == pytest.approx(far * 0.3)


def test_the_likely_ends_hold_nearly_all_the_probability(frame: MapFrame) -> None:
    current = frame.fan.current
    ends = likely_ends(frame)
    falling = np.sort(frame.fan.probability[current])[::-1]
    assert falling[: len(ends)].sum() >= 0.9 * falling.sum()
    assert falling[: len(ends) - 1].sum() < 0.9 * falling.sum()


def test_one_cannot_go_so_far_that_the_map_is_a_dot() -> None:
    camera = Camera(distance=3.0)
    for _ in range(80):
        camera = camera.zoomed(1 / 0.86, 500, 300, W, H, 3.0 * FURTHEST)
    assert camera.distance == pytest.approx(12.0)


STATES = Space("resid", 4)


def among_states(frame: MapFrame, seed: int) -> MapFrame:
    """A short path and a fan in some corner of a map of states."""
    random = np.random.default_rng(seed)
    corner = random.uniform(-0.8, 0.8, 3)
    path = (corner + random.normal(0, 0.08, (len(frame.path), 3))).astype(np.float32)
    end = (corner + random.normal(0, 0.12, (len(frame.fan), 3))).astype(np.float32)
    far = np.zeros(len(path), np.bool_)
    own = replace(frame.path, points=path, left_out=far)
    return replace(frame, space=STATES, path=own, fan=replace(frame.fan, end=end))


@pytest.mark.parametrize("size", [(W, H), (420.0, 900.0), (1800.0, 300.0)])
@pytest.mark.parametrize("above", [0.0, 0.25])
@pytest.mark.parametrize("seed", range(3))
def test_among_states_the_path_is_seen_first_in_the_middle_and_large(
    frame: MapFrame, size: tuple[float, float], above: float, seed: int
) -> None:
    made = among_states(frame, seed)
    places = near_path(made)
    assert 0.85 * len(in_sight(made)) <= len(places)

    def box(camera: Camera) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        """Middle and extent in the part of the view where nothing is written, -1..1 and 0..1."""
        pixels, _ = project(camera.matrix(*size), places, *size)
        top, tall = above * size[1], (1 - above) * size[1]
        place = (pixels - (0, top)) / (size[0], tall) * 2 - 1
        return (place.min(axis=0) + place.max(axis=0)) / 2, (place.max(axis=0) - place.min(axis=0)) / 2

    camera = Camera(flat=seed == 2)
    seen, whole = first_view(made, camera, *size, above), home(made, camera, *size, above)
    middle, extent = box(seen)
    np.testing.assert_allclose(middle, 0, atol=0.12)  # near and far parts of it share the room
    assert extent.max() <= PATH_SHARE + 1e-3
    assert extent.max() > 1.3 * box(whole)[1].max()
    own = home_distance(camera, made.points, made.points[:0], *size)
    assert extent.max() > PATH_SHARE - 0.12 or seen.distance == pytest.approx(CLOSEST * own)
    assert outside(made, seen, *size, above) <= 0  # the strays too
    tokens = replace(made, space=EMBEDDING)
    assert first_view(tokens, camera, *size, above) == home(tokens, camera, *size, above)  # a path over the whole map


def test_a_path_as_wide_as_the_map_of_states_is_seen_with_all_of_it(frame: MapFrame) -> None:
    wide = replace(frame, space=STATES, path=replace(frame.path, points=frame.path.points * 40))
    assert first_view(wide, Camera(), W, H) == home(wide, Camera(), W, H)
    nothing = replace(frame, space=STATES, path=NO_PATH, fan=NO_FAN)
    assert first_view(nothing, Camera(), W, H) == home(nothing, Camera(), W, H)


def test_a_stray_of_a_long_path_does_not_shrink_the_rest(frame: MapFrame) -> None:
    made = among_states(frame, 0)
    stray = made.path.points.copy()
    stray[3] += 1.2
    led_off = replace(made, path=replace(made.path, points=stray))
    assert first_view(led_off, Camera(), W, H).distance < 1.2 * first_view(made, Camera(), W, H).distance
    assert home(led_off, Camera(), W, H).distance > home(made, Camera(), W, H).distance
