"""Picking against brute force in pure Python, and its speed on a large vocabulary."""

from __future__ import annotations

import math
from time import process_time

import numpy as np
import pytest

from viz.camera import Camera, project
from viz.map.data.picking import (
    in_box,
    in_lasso,
    inside_outline,
    nearest,
    nearest_segment,
)

W, H = 1000.0, 700.0
CAMERA = Camera(azimuth=33, elevation=12, distance=2.2)
MATRIX = CAMERA.matrix(W, H)


def cloud(n: int, seed: int = 3) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.random.default_rng(seed).normal(0, 0.5, (n, 3)).astype(np.float32)


def test_nearest_agrees_with_brute_force() -> None:
    places = cloud(800)
    pixels, depth = project(MATRIX, places, W, H)
    rng = np.random.default_rng(0)
    for x, y in rng.uniform((0, 0), (W, H), (300, 2)).tolist():
        best, least = None, math.inf
        for i, (px, py) in enumerate(pixels.tolist()):
            away = math.hypot(px - x, py - y)
            if depth[i] > 0 and away <= 7 and away + 0.5 * depth[i] < least:
                best, least = i, away + 0.5 * float(depth[i])
        assert nearest(MATRIX, places, W, H, x, y, 7) == best


def test_every_point_is_found_where_it_is_seen() -> None:
    places = cloud(60)
    pixels, _ = project(MATRIX, places, W, H)
    for i, (x, y) in enumerate(pixels.tolist()):
        found = nearest(MATRIX, places, W, H, x, y, 3)
        assert found is not None
        assert np.hypot(*(pixels[found] - pixels[i])) <= 3


def test_what_lies_behind_the_camera_is_not_picked() -> None:
    _, _, towards = CAMERA.basis()
    behind = (towards * 5)[None].astype(np.float32)
    pixels, depth = project(MATRIX, behind, W, H)
    assert depth[0] < 0
    assert nearest(MATRIX, behind, W, H, float(pixels[0, 0]), float(pixels[0, 1]), 50) is None


def test_nothing_to_pick() -> None:
    none = np.zeros((0, 3), np.float32)
    assert nearest(MATRIX, none, W, H, 1, 1, 9) is None
    assert nearest_segment(MATRIX, none, none, W, H, 1, 1, 9) is None


def test_a_box_holds_what_is_seen_inside_it() -> None:
    places = cloud(500)
    pixels, depth = project(MATRIX, places, W, H)
    box = (200.0, 150.0, 600.0, 500.0)
    expected = [i for i, (x, y) in enumerate(pixels.tolist()) if 200 <= x <= 600 and 150 <= y <= 500 and depth[i] > 0]
    assert in_box(MATRIX, places, W, H, box).tolist() == expected


def test_a_lasso_like_a_box_is_that_box() -> None:
    places = cloud(500)
    outline = np.array([[200, 150], [600, 150], [600, 500], [200, 500]], np.float32)
    boxed = in_box(MATRIX, places, W, H, (200, 150, 600, 500))
    assert in_lasso(MATRIX, places, W, H, outline).tolist() == boxed.tolist()


def test_a_hollow_lasso_leaves_its_hollow_out() -> None:
    outline = np.array([[0, 0], [100, 0], [100, 100], [50, 20], [0, 100]], np.float32)
    pixels = np.array([[50, 10], [50, 60], [10, 50], [95, 60], [-5, 5]], np.float32)
    assert inside_outline(pixels, outline).tolist() == [True, False, True, True, False]
    assert in_lasso(MATRIX, cloud(10), W, H, outline[:2]).tolist() == []


def test_the_nearest_ray_is_found_along_it_but_not_at_the_common_start() -> None:
    start = np.zeros((3, 3), np.float32)
    end = np.array([[0.5, 0, 0], [0, 0.5, 0], [-0.5, -0.3, 0]], np.float32)
    for row in range(3):
        (x, y), _ = (v[0] for v in project(MATRIX, (end[row : row + 1] * 0.7), W, H))
        assert nearest_segment(MATRIX, start, end, W, H, float(x), float(y), 4) == row
    (x, y), _ = (v[0] for v in project(MATRIX, start[:1], W, H))
    assert nearest_segment(MATRIX, start, end, W, H, float(x), float(y), 4) is None


@pytest.mark.parametrize(("n", "milliseconds"), [(49_152, 5), (262_144, 30)])
def test_picking_is_quick(n: int, milliseconds: float) -> None:
    places = cloud(n)
    nearest(MATRIX, places, W, H, 500, 350, 7)
    spent = []
    for _ in range(7):
        begun = process_time()
        nearest(MATRIX, places, W, H, 500, 350, 7)
        spent.append(process_time() - begun)
    assert min(spent) * 1000 < milliseconds


def test_a_ray_close_before_the_camera_is_met_and_one_behind_it_is_not() -> None:
    camera = Camera(distance=3.0)
    right, _, towards = camera.basis()
    for depth, row in ((0.4, 0), (-0.4, None)):
        middle = towards * np.float32(3.0 - depth)
        start, end = ((middle + right * np.float32(side))[None].astype(np.float32) for side in (-0.05, 0.05))
        assert nearest_segment(camera.matrix(W, H), start, end, W, H, W / 2, H / 2, 4) == row
