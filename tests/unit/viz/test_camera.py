"""The camera's geometry: matrices against a projection done by hand, dragging, zooming to the pointer, framing."""

from __future__ import annotations

import math

import numpy as np
import pytest

from viz.camera import (
    FAR,
    FOV,
    NEAR,
    Camera,
    home_distance,
    project,
)
from viz.map.data.framing import pose_of, posed

W, H = 1200.0, 800.0


def cloud(n: int = 5000, seed: int = 0) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.random.default_rng(seed).normal(0, 0.4, (n, 3)).astype(np.float32)


def test_the_target_is_seen_in_the_middle() -> None:
    camera = Camera(target=(0.3, -0.2, 0.5), azimuth=37, elevation=-20, distance=2.5)
    pixels, depth = project(camera.matrix(W, H), np.array([camera.target], np.float32), W, H)
    np.testing.assert_allclose(pixels[0], (W / 2, H / 2), atol=1e-3)
    assert depth[0] == pytest.approx(2.5, abs=1e-5)


def test_projection_agrees_with_one_done_by_hand() -> None:
    camera = Camera(target=(0.1, 0.2, -0.3), azimuth=25, elevation=40, distance=3.0)
    places = cloud(50)
    a, e = math.radians(25), math.radians(40)
    turn_y = np.array([[math.cos(a), 0, -math.sin(a)], [0, 1, 0], [math.sin(a), 0, math.cos(a)]])
    turn_x = np.array([[1, 0, 0], [0, math.cos(e), -math.sin(e)], [0, math.sin(e), math.cos(e)]])
    seen = (places.astype(np.float64) - camera.target) @ turn_y.T @ turn_x.T
    depth = 3.0 - seen[:, 2]
    scale = (H / 2) / math.tan(FOV / 2)
    expected = np.stack([W / 2 + seen[:, 0] / depth * scale, H / 2 - seen[:, 1] / depth * scale], axis=1)
    pixels, found = project(camera.matrix(W, H), places, W, H)
    np.testing.assert_allclose(pixels, expected, atol=0.01)
    np.testing.assert_allclose(found, depth, atol=1e-4)


def test_what_is_drawn_reaches_from_the_near_plane_to_the_far_one() -> None:
    camera = Camera(target=(0.1, 0.2, -0.3), azimuth=25, elevation=40, distance=3.0)
    towards = camera.basis()[2]
    places = np.array([camera.target + towards * np.float32(3.0 - depth) for depth in (NEAR, FAR)], np.float32)
    clip = np.concatenate([places, np.ones((2, 1), np.float32)], axis=1) @ camera.matrix(W, H)
    np.testing.assert_allclose(clip[:, 2] / clip[:, 3], (-1, 1), atol=1e-3)


def test_the_basis_is_a_rotation() -> None:
    basis = Camera(azimuth=123, elevation=-55).basis()
    np.testing.assert_allclose(basis @ basis.T, np.eye(3), atol=1e-6)
    assert np.linalg.det(basis) == pytest.approx(1, abs=1e-5)


def test_zooming_keeps_what_is_under_the_pointer() -> None:
    camera = Camera(azimuth=30, elevation=10, distance=3.0)
    right, up, _ = camera.basis()
    place = (0.4 * right + 0.3 * up)[None].astype(np.float32)  # in the plane of the target
    (before,), _ = project(camera.matrix(W, H), place, W, H)
    nearer = camera.zoomed(0.5, float(before[0]), float(before[1]), W, H)
    (after,), _ = project(nearer.matrix(W, H), place, W, H)
    np.testing.assert_allclose(after, before, atol=0.05)
    assert nearer.distance == pytest.approx(1.5)


def test_panning_moves_the_scene_with_the_pointer() -> None:
    camera = Camera(azimuth=-60, elevation=25)
    place = np.array([camera.target], np.float32)
    (after,), _ = project(camera.panned(50, -30, H).matrix(W, H), place, W, H)
    np.testing.assert_allclose(after, (W / 2 + 50, H / 2 - 30), atol=0.05)


@pytest.mark.parametrize(("dx", "dy"), [(40, 0), (-40, 0), (0, 40), (0, -40), (25, -15)])
def test_what_is_nearest_turns_with_the_pointer_and_what_is_behind_against_it(dx: float, dy: float) -> None:
    camera = Camera(target=(0.2, -0.1, 0.3), azimuth=-60, elevation=25, distance=3.0)
    towards = camera.basis()[2]
    places = np.array([camera.target + towards, camera.target - towards], np.float32)
    before, _ = project(camera.matrix(W, H), places, W, H)
    after, _ = project(camera.turned(dx, dy).matrix(W, H), places, W, H)
    front, back = after - before
    for moved, axis in ((dx, 0), (dy, 1)):
        if moved:
            assert front[axis] * moved > 0 > back[axis] * moved


def test_a_degree_is_some_three_pixels_in_both_directions() -> None:
    turned = Camera(azimuth=10, elevation=5).turned(-20, 10)
    assert turned.azimuth == pytest.approx(17.0)
    assert turned.elevation == pytest.approx(8.5)


def test_turning_up_stops_at_the_pole() -> None:
    assert Camera().turned(0, 10_000).elevation == 89.0
    assert Camera().turned(0, -10_000).elevation == -89.0
    assert -180 <= Camera().turned(4321, 0).azimuth < 180


def test_a_flat_camera_looks_straight_at_the_plane() -> None:
    camera = Camera(azimuth=50, elevation=30, distance=2.0, flat=True)
    places = np.array([[0, 0, 0], [0.5, 0, 0], [0, 0.5, 0]], np.float32)
    pixels, depth = project(camera.matrix(W, H), places, W, H)
    np.testing.assert_allclose(depth, 2.0, atol=1e-6)
    assert pixels[1, 1] == pytest.approx(H / 2, abs=1e-3)
    assert pixels[2, 0] == pytest.approx(W / 2, abs=1e-3)


@pytest.mark.parametrize(("width", "height"), [(1200, 800), (300, 900), (1920, 400)])
def test_home_shows_98_percent_and_the_whole_run_and_fills_the_view(width: int, height: int) -> None:
    points = cloud(20_000)
    points[:200] *= 20  # one percent of outliers must not decide the picture
    run = np.array([[1.6, 0.2, 0.1], [-0.3, -1.4, 0.5]], np.float32)
    camera = Camera()
    for keep in (np.zeros((0, 3), np.float32), run):
        distance = home_distance(camera, points, keep, width, height)
        near = Camera(distance=distance)
        pixels, depth = project(near.matrix(width, height), points, width, height)
        inside = (depth > 0) & (pixels >= 0).all(axis=1) & (pixels <= (width, height)).all(axis=1)
        assert inside.mean() >= 0.98
        if len(keep):
            seen, _ = project(near.matrix(width, height), keep, width, height)
            assert (seen >= 0).all()
            assert (seen <= (width, height)).all()
        else:
            middle = points[200:]
            spread = project(near.matrix(width, height), middle, width, height)[0]
            reach = np.quantile(np.abs(spread - (width / 2, height / 2)) / (width / 2, height / 2), 0.995, axis=0)
            assert reach.max() > 0.75  # not a smudge in mid-screen


def test_one_far_token_of_a_long_run_does_not_shrink_the_map() -> None:
    points, run = cloud(20_000), cloud(500)
    far = np.array([[0.0, -4.0, 0.0]], np.float32)
    alone = home_distance(Camera(), points, run, 1200, 800)
    assert home_distance(Camera(), points, np.concatenate([run, far]), 1200, 800) == pytest.approx(alone, rel=0.02)
    assert home_distance(Camera(), points, far, 1200, 800) > 1.5 * alone  # a short run is in sight, whole


def test_half_way_between_cameras_takes_the_short_turn() -> None:
    half = Camera(azimuth=170, distance=1.0).between(Camera(azimuth=-170, distance=4.0), 0.5)
    assert half.azimuth % 360 == pytest.approx(180)
    assert half.distance == pytest.approx(2.0)
    assert Camera().between(Camera(azimuth=80), 1.0).azimuth % 360 == pytest.approx(80)


def test_the_pose_is_rigid_but_for_one_scale() -> None:
    points = (cloud(3000) * (5, 1, 2) + (10, -4, 7)).astype(np.float32)
    pose = pose_of(points)
    normal = pose.apply(points)
    a, b = np.random.default_rng(1).integers(0, 3000, (2, 500))
    before = np.linalg.norm(points[a] - points[b], axis=1)
    after = np.linalg.norm(normal[a] - normal[b], axis=1)
    np.testing.assert_allclose(after * pose.radius, before, rtol=1e-3, atol=1e-3)
    assert np.mean(np.linalg.norm(normal, axis=1) <= 1.0001) == pytest.approx(0.98, abs=0.002)
    assert normal[:, 0].std() > normal[:, 1].std() > normal[:, 2].std()


def test_a_pose_turns_and_never_mirrors_and_long_tails_point_right_and_up() -> None:
    chance = np.random.default_rng(5)
    tails = (chance.exponential(1, (4000, 3)) * (4, 2, 1)).astype(np.float32)
    for signs in ((1, 1, 1), (-1, 1, 1), (1, -1, -1)):
        pose = pose_of(tails * np.array(signs, np.float32))
        assert np.linalg.det(pose.axes) == pytest.approx(1, abs=1e-5)
        normal = pose.apply(tails * np.array(signs, np.float32))
        assert (((normal - normal.mean(axis=0)) ** 3).mean(axis=0)[:2] > 0).all()


def test_outliers_do_not_decide_the_pose() -> None:
    points = cloud(5000)
    wild = points.copy()
    wild[:25] = 1000
    plain, disturbed = pose_of(points), pose_of(wild)
    assert disturbed.radius == pytest.approx(plain.radius, rel=0.1)
    np.testing.assert_allclose(disturbed.centre, plain.centre, atol=0.1)


def test_a_layout_is_posed_once() -> None:
    points = cloud(100)
    assert posed(points)[1] is posed(points)[1]
    flat = points[:, :2].copy()
    assert posed(flat)[1].shape == (100, 3)
    assert not posed(flat)[1][:, 2].any()


def test_nothing_to_pose() -> None:
    pose, points = posed(np.zeros((0, 3), np.float32))
    assert len(points) == 0
    assert pose.radius == 1.0
    same = np.ones((4, 3), np.float32)
    assert np.isfinite(posed(same)[1]).all()
