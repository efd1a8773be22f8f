"""Fans against plain loops over pairs, and what the resultant length does not say."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from engine.labs.motion.fans import LAGS, figures, finding, pair_cosine, resultant_length, turns
from engine.labs.motion.records import direction_autocorrelation


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_figures_of_one_fan_are_those_of_its_pairs() -> None:
    rng = np.random.default_rng(0)
    ends, point = rng.normal(1, 1, (6, 9)), rng.normal(size=9)
    expected = np.mean([cosine(a, b) for a, b in itertools.combinations(ends, 2)])
    assert float(pair_cosine(ends)) == pytest.approx(expected)
    towards = np.array([(end - point) / np.linalg.norm(end - point) for end in ends])
    length = float(resultant_length(ends, point))
    assert length == pytest.approx(np.linalg.norm(towards.mean(0)))
    c = np.mean([cosine(a, b) for a, b in itertools.combinations(towards, 2)])
    assert length**2 == pytest.approx((1 + 5 * c) / 6)  # so it says no more than the cosine of directions


def test_a_candidate_at_the_current_point_has_no_direction_and_is_left_out() -> None:
    rng = np.random.default_rng(1)
    ends, point = rng.normal(size=(4, 3)), rng.normal(size=3)
    with_it = np.concatenate([ends, point[None]])
    assert float(resultant_length(with_it, point)) == pytest.approx(float(resultant_length(ends, point)))
    assert np.isnan(resultant_length(np.stack([point, point]), point))


def cloud(own: float, seed: int, n: int = 60, d: int = 40) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points far from the middle, and fans in any direction around it, that of a step alike by `own`."""
    rng = np.random.default_rng(seed)
    points = rng.normal(size=(n, d)) * 1.5
    shared = rng.normal(size=(n, 1, d)) * own
    return points, shared + rng.normal(size=(n, 8, d)), rng.normal(size=(n, 8, d))


@pytest.mark.parametrize("size", [1.0, 1e3])
def test_what_two_forwards_differ_by_is_no_direction(size: float) -> None:
    """The candidate of the step before that was taken is the current point, but for rounding."""
    rng = np.random.default_rng(4)
    points = (size * rng.normal(size=(6, 32))).astype(np.float32)
    ends = (size * rng.normal(size=(6, 5, 32))).astype(np.float32)
    ends[:-1, 2] = points[1:]
    noisy = ends.copy()
    noisy[:-1, 2] += 1e-6 * size * rng.normal(size=(5, 32)).astype(np.float32)
    known = np.ones(6, bool)
    for seed in range(20):  # which steps are compared is drawn
        exact, found = (figures(points, each, each, known, seed) for each in (ends, noisy))
        for name in ("cosine", "cosine_mixed", "length", "length_other", "length_mixed"):
            np.testing.assert_allclose(getattr(found, name), getattr(exact, name), atol=1e-5)


def test_the_shared_origin_alone_gives_a_long_resultant_and_no_cosine() -> None:
    points, fans, randoms = cloud(0.0, 2)
    found = figures(points, fans, randoms, np.ones(60, bool))
    assert found.length.mean() > 0.8
    assert found.length.mean() == pytest.approx(found.length_other.mean(), abs=0.02)
    assert abs(found.cosine.mean()) < 0.02
    assert abs(found.cosine_mixed.mean()) < 0.02
    points, fans, randoms = cloud(1.0, 3)
    found = figures(points, fans, randoms, np.ones(60, bool))
    assert found.cosine.mean() == pytest.approx(0.5, abs=0.05)
    assert abs(found.cosine_mixed.mean()) < 0.03
    assert abs(found.cosine_random.mean()) < 0.03


def test_mixed_candidates_are_of_other_known_steps() -> None:
    n, k, d = 5, 3, 4
    fans = np.zeros((n, k, d))
    fans[:] = np.eye(n, d)[:, None] + 1e-3  # a step's candidates are all alike, and unlike any other's
    fans[4] = 1e6
    known = np.array([True, True, True, True, False])
    found = figures(np.full((n, d), -1.0), fans, fans, known)
    np.testing.assert_allclose(found.cosine[:4], 1)
    assert (found.cosine_mixed[:4] < 0.1).all()
    assert np.isnan(found.cosine[4])
    assert np.isnan(found.length_mixed[4])


def test_turns_of_fans_and_their_shuffled_orders() -> None:
    rng = np.random.default_rng(4)
    angle = np.linspace(0, 2, 40)
    directions = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    own, other = turns(directions)
    np.testing.assert_allclose(own, [direction_autocorrelation(directions, lag) for lag in range(1, LAGS + 1)])
    assert own[0] > np.percentile(other[:, 0], 99)
    loose = rng.normal(size=(40, 9))
    own, other = turns(loose)
    assert np.percentile(other[:, 0], 1) < own[0] < np.percentile(other[:, 0], 99)
    assert other[:, 0].mean() == pytest.approx(-1 / 40, abs=0.02)


def test_without_a_map_its_half_is_unknown() -> None:
    points, fans, randoms = cloud(0.5, 5, n=10)
    found = finding(9, (figures(points, fans, randoms, np.ones(10, bool)), None))
    assert np.isfinite(found.cosine[0]).all()
    assert np.isnan(found.cosine[1]).all()
    assert np.isnan(found.turn[1]).all()
