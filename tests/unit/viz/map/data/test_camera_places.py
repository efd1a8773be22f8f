"""Where the camera goes by itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.helpers.runs import fifty_steps
from viz.camera import Camera, project
from viz.map.data.camera_places import (
    FOLLOWING,
    FURTHEST,
    close_to,
    following,
    home,
    likely_ends,
)
from viz.map.data.frame import MapFrame, map_frame
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


def test_the_run_is_in_sight_unless_that_would_make_a_smudge_of_the_map(frame: MapFrame) -> None:
    def framed(*places: tuple[float, float, float]) -> float:
        run = replace(frame.path, points=np.array(places, np.float32), left_out=np.zeros(len(places), np.bool_))
        return home(replace(frame, path=run), Camera(), W, H).distance

    alone = framed((0.0, 0.0, 0.0))
    assert alone < framed((0.0, 0.8, 0.0)) < 1.35 * alone
    assert framed((0.0, 9.0, 0.0), (0.0, 0.0, 0.0)) == pytest.approx(1.35 * alone)


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
