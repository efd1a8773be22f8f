"""Both measures of dimension against clouds of known dimension and computations of their own."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression

from engine.labs.motion.dimension import (
    neighbour_ratios,
    participation,
    participation_with_error,
    two_nn,
    two_nn_with_interval,
)


def test_participation_ratio_is_that_of_the_eigenvalues() -> None:
    rng = np.random.default_rng(0)
    for n, d in ((200, 7), (30, 60)):
        cloud = rng.normal(size=(n, d)) * np.linspace(0.2, 3, d)
        values = PCA().fit(cloud).explained_variance_
        assert participation(cloud) == pytest.approx(values.sum() ** 2 / (values**2).sum())
    assert participation(np.eye(2)[[0, 1] * 20]) == pytest.approx(1)
    assert np.isnan(participation(np.ones((5, 3))))


def test_jackknife_error_is_that_of_texts_left_out_in_turn() -> None:
    rng = np.random.default_rng(1)
    cloud, texts = rng.normal(size=(60, 4)), np.repeat(np.arange(6), 10)
    value, error = participation_with_error(cloud, texts)
    without = [participation(cloud[texts != text]) for text in range(6)]
    assert value == participation(cloud)
    assert error == pytest.approx(np.sqrt(5 / 6 * np.square(np.array(without) - np.mean(without)).sum()))


def test_two_nn_is_the_slope_of_the_papers_equation() -> None:
    rng = np.random.default_rng(2)
    cloud = rng.uniform(size=(400, 3))
    apart = np.sort(np.linalg.norm(cloud[:, None] - cloud, axis=2), axis=1)
    ratios = np.sort(apart[:, 2] / apart[:, 1])
    np.testing.assert_allclose(np.sort(neighbour_ratios(cloud)), ratios, rtol=1e-6)
    x, y = np.log(ratios[:360]), -np.log(1 - np.arange(1, 361) / 400)
    slope = LinearRegression(fit_intercept=False).fit(x[:, None], y).coef_[0]
    value, low, high = two_nn_with_interval(ratios)
    assert value == pytest.approx(slope)
    assert low < value < high
    assert value == pytest.approx(3, rel=0.15)


def test_two_nn_saturates_and_turning_does_not_change_it() -> None:
    rng = np.random.default_rng(3)
    plane = rng.normal(size=(600, 4))
    turned = plane @ np.linalg.qr(rng.normal(size=(50, 50)))[0][:4]
    assert float(two_nn(neighbour_ratios(turned))) == pytest.approx(float(two_nn(neighbour_ratios(plane))), rel=1e-3)
    assert float(two_nn(neighbour_ratios(plane))) == pytest.approx(4, rel=0.15)
    assert float(two_nn(neighbour_ratios(rng.normal(size=(600, 300))))) < 150


def test_points_that_lie_on_others_are_counted_once() -> None:
    cloud = np.random.default_rng(4).normal(size=(50, 3))
    twice = np.concatenate([cloud, cloud[:20]])
    np.testing.assert_allclose(np.sort(neighbour_ratios(twice)), np.sort(neighbour_ratios(cloud)))
    assert np.isnan(two_nn(np.ones(5)))
    assert not len(neighbour_ratios(np.ones((9, 2))))
