"""Steps, turns and their controls against coordinates: circles, simulated walks and plain loops."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from engine.labs.motion.records import (
    autocorrelation,
    determinism,
    direction_autocorrelation,
    distances_of,
    grown,
    growth,
    left_out_of,
    mean,
    of_typical,
    random_cosines,
    shuffled,
    steps_of,
    walks,
)


def path(n: int = 12, d: int = 5, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(n, d)).cumsum(axis=0)


def test_steps_and_turns_are_those_of_the_coordinates() -> None:
    points = path()
    found = steps_of(distances_of(points))
    moves = np.diff(points, axis=0)
    lengths = np.linalg.norm(moves, axis=1)
    np.testing.assert_allclose(found.length[1:], lengths)
    cosines = (moves[:-1] * moves[1:]).sum(1) / lengths[:-1] / lengths[1:]
    np.testing.assert_allclose(found.turn[1:-1], np.degrees(np.arccos(cosines)), atol=1e-6)
    np.testing.assert_allclose(found.from_start, np.linalg.norm(points - points[0], axis=1))
    assert np.isnan(found.length[0]) and np.isnan(found.turn[[0, -1]]).all()  # noqa: PT018


def test_points_on_a_circle_have_its_curvature_and_a_straight_line_has_none() -> None:
    angles = np.linspace(0, 3, 9) ** 1.3
    circle = 4.0 * np.stack([np.cos(angles), np.sin(angles), 0 * angles], axis=1)
    np.testing.assert_allclose(steps_of(distances_of(circle)).curvature[1:-1], 1 / 4.0)
    line = np.outer(np.arange(5.0), [1.0, 2.0])
    found = steps_of(distances_of(line))
    np.testing.assert_allclose(found.curvature[1:-1], 0, atol=1e-6)
    np.testing.assert_allclose(found.turn[1:-1], 0, atol=1e-5)
    back = steps_of(distances_of(np.array([[0.0], [1.0], [0.5]])))
    assert back.turn[1] == pytest.approx(180)


def test_a_table_that_grows_is_the_one_made_at_once() -> None:
    points = path(9)
    points[4] = np.nan
    at_once = distances_of(points)
    np.testing.assert_array_equal(grown(distances_of(points[:5]), points), at_once)
    known = np.arange(9) != 4
    np.testing.assert_allclose(at_once[np.ix_(known, known)], cdist(points[known], points[known]))
    assert np.isnan(at_once[4]).all()
    assert np.isnan(at_once[:, 4]).all()


def test_a_step_of_no_length_has_no_angle_at_its_ends() -> None:
    points = path(6)
    points[3] = points[2]
    found = steps_of(distances_of(points))
    assert found.length[3] == 0
    assert np.isnan(found.turn).tolist() == [True, False, True, True, False, True]


@pytest.mark.parametrize("n", [0, 1, 2])
def test_too_short_a_path_has_no_turn(n: int) -> None:
    found = steps_of(distances_of(path(n)))
    assert np.isnan(found.turn).all()
    assert np.isfinite(found.length).sum() == max(n - 1, 0)
    assert np.isnan(mean(found.turn))


def test_other_orders_are_the_points_in_that_order() -> None:
    points = path(8)
    known = np.array([0, 2, 3, 5, 6, 7])
    orders = shuffled(known, 8, 5, seed=1)
    assert (orders[:, [1, 4]] == [1, 4]).all()
    assert all(sorted(order) == list(range(8)) for order in orders.tolist())
    assert len({tuple(order) for order in orders.tolist()}) > 1
    many = steps_of(distances_of(points), orders)
    for order, turn, length in zip(orders, many.turn, many.length, strict=True):
        one = steps_of(distances_of(points[order]))
        np.testing.assert_allclose(turn, one.turn)
        np.testing.assert_allclose(length, one.length)
    np.testing.assert_allclose(
        of_typical(distances_of(points), orders[0]),
        np.linalg.norm(np.diff(points[orders[0]], axis=0), axis=1).mean()
        / cdist(points, points)[np.triu_indices(8, 1)].mean(),
    )


@pytest.mark.parametrize("dimensions", [2, 3, 50])
def test_walks_without_coordinates_are_spread_as_walks_with_them(dimensions: int) -> None:
    rng = np.random.default_rng(3)
    lengths = np.array([np.nan, 1.0, 2.0, 0.5, 1.5, 1.0])
    found = walks(lengths, dimensions, 4000, seed=2)
    moves = rng.normal(size=(4000, 6, dimensions))
    moves *= np.nan_to_num(lengths)[None, :, None] / np.linalg.norm(moves, axis=2, keepdims=True)
    away = np.linalg.norm(moves.cumsum(axis=1), axis=2)
    for quantile in (0.1, 0.5, 0.9):
        np.testing.assert_allclose(
            np.quantile(found.from_start[:, 2:], quantile, axis=0), np.quantile(away[:, 2:], quantile, axis=0),
            rtol=0.06, atol=0.05,
        )  # fmt: skip
    turns = np.array([steps_of(distances_of(walk.cumsum(axis=0))).turn[1:-1] for walk in moves[:300]])
    assert float(mean(mean(found.turn))) == pytest.approx(turns.mean(), abs=2.5)
    assert found.turn[:, 2].std() == pytest.approx(turns[:, 1].std(), rel=0.2)


def test_cosines_of_random_directions() -> None:
    rng = np.random.default_rng(0)
    assert random_cosines((5000,), 20, rng).var() == pytest.approx(1 / 20, rel=0.1)
    assert set(random_cosines((50,), 1, rng).tolist()) == {-1.0, 1.0}


def test_autocorrelations_are_those_of_the_sums() -> None:
    values = np.random.default_rng(5).normal(size=30).cumsum()
    centred = values - values.mean()
    assert float(autocorrelation(values, 3)) == pytest.approx((centred[3:] * centred[:-3]).sum() / (centred**2).sum())
    vectors = np.random.default_rng(6).normal(size=(20, 4))
    around = vectors - vectors.mean(0)
    expected = sum(float(a @ b) for a, b in zip(around[1:], around[:-1], strict=True)) / float((around**2).sum())
    assert direction_autocorrelation(vectors) == pytest.approx(expected)
    assert np.isnan(autocorrelation(np.ones(4)))


def test_growth_is_the_exponent() -> None:
    steps = np.arange(20.0)
    assert float(growth(3 * steps**0.7)) == pytest.approx(0.7)
    assert float(growth(np.concatenate([[np.nan], steps]))) == pytest.approx(1.0)


def test_recurrences_in_a_row_are_those_of_a_plain_loop() -> None:
    rng = np.random.default_rng(7)
    once = rng.normal(size=(6, 3))
    points = np.concatenate([once, rng.normal(size=(5, 3)), once + 0.01])
    table = distances_of(points)
    n = len(points)
    every = np.sort([table[i, j] for i in range(n) for j in range(i + 1, n)])
    near = table <= np.quantile(every, 0.1)
    pairs = [(i, j) for i in range(n) for j in range(i + 2, n) if near[i, j]]
    in_row = [
        (i, j) for i, j in pairs if (i + 1, j + 1) in pairs or (i - 1, j - 1) in pairs
    ]  # fmt: skip
    assert float(determinism(table)) == pytest.approx(len(in_row) / len(pairs))
    assert float(determinism(table)) > float(mean(determinism(table, shuffled(np.arange(n), n, 50)))) + 0.2


def test_outliers_are_position_0_and_giants_but_not_among_token_embeddings() -> None:
    states = np.random.default_rng(8).normal(size=(10, 6)).astype(np.float32)
    states[7] *= 50
    assert np.flatnonzero(left_out_of(states, True)).tolist() == [0, 7]
    assert not left_out_of(states, False).any()
    assert np.flatnonzero(left_out_of(states, True, 1e9)).tolist() == [0]
