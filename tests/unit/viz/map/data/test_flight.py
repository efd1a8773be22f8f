"""A flight begins and ends where it came from, and meets every token's place."""

from __future__ import annotations

import numpy as np

from viz.camera import Camera
from viz.map.data.flight import TO_AND_FRO, along, curve, flown

PLACES = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 0], [-1, 0.5, 2]], np.float32)
HOME = Camera(azimuth=30.0, distance=4.0)


def test_the_curve_meets_every_place_in_order() -> None:
    points = curve(PLACES)
    nearest = [int(np.linalg.norm(points - place, axis=1).argmin()) for place in PLACES]
    assert nearest == sorted(nearest)
    assert all(np.linalg.norm(points[at] - place) < 1e-5 for at, place in zip(nearest, PLACES, strict=True))
    steps = np.linalg.norm(np.diff(points, axis=0), axis=1)
    assert steps.max() < 0.5  # and jumps nowhere


def test_it_flies_evenly() -> None:
    there = np.stack([along(PLACES, part) for part in np.linspace(0, 1, 60)])
    steps = np.linalg.norm(np.diff(there, axis=0), axis=1)
    assert steps.max() < 1.15 * steps.mean()
    assert np.allclose(there[0], PLACES[0])
    assert np.allclose(there[-1], PLACES[-1])


def test_it_begins_and_ends_at_home_and_is_near_between() -> None:
    assert flown(HOME, PLACES, 0.0, 0.3) == HOME
    end = flown(HOME, PLACES, 1.0, 0.3)
    assert np.isclose(end.distance, HOME.distance)
    assert np.allclose(end.target, HOME.target)
    first = flown(HOME, PLACES, TO_AND_FRO, 0.3)
    assert np.allclose(first.target, PLACES[0], atol=1e-5)
    assert np.isclose(first.distance, 0.3 * 4.0)
    parts = np.linspace(0, 1, 400)
    targets = np.array([flown(HOME, PLACES, float(part), 0.3).target for part in parts])
    assert np.linalg.norm(np.diff(targets, axis=0), axis=1).max() < 0.1  # no jump where one part meets the next


def test_a_run_of_few_tokens_is_flown_along_too() -> None:
    assert flown(HOME, PLACES[:0], 0.5, 0.3) == HOME
    assert np.allclose(flown(HOME, PLACES[:1], 0.5, 0.3).target, PLACES[0])
    assert np.allclose(along(PLACES[:2], 0.5), [0.5, 0, 0])
