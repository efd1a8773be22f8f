from __future__ import annotations

import numpy as np
import pytest

from engine.errors import MapProblem
from engine.maps import pca
from engine.maps.pca import pca_layout, principal_axes
from tests.helpers.made_maps import clustered


def test_axes_are_those_of_a_singular_value_decomposition() -> None:
    vectors = clustered(300, 17)
    axes = principal_axes(vectors, 4)
    centred = vectors.astype(np.float64) - vectors.mean(axis=0)
    _, singular, rows = np.linalg.svd(centred, full_matrices=False)
    assert np.allclose(np.abs((axes.axes * rows[:4].T).sum(axis=0)), 1, atol=1e-5)
    assert np.allclose(axes.variances, singular[:4] ** 2 / len(vectors), rtol=1e-4)
    assert axes.total == pytest.approx((singular**2).sum() / len(vectors), rel=1e-5)


def test_the_power_iteration_of_wide_vectors_agrees_with_the_dense_way(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = clustered(500, 40)
    dense = pca_layout(vectors)
    monkeypatch.setattr(pca, "DENSE_WIDTH", 8)
    power = pca_layout(vectors)
    assert np.allclose(dense.points3, power.points3, atol=1e-3)
    assert dense.explained == pytest.approx(power.explained, rel=1e-4)


def test_the_largest_loading_of_every_axis_is_positive() -> None:
    axes = principal_axes(-clustered(), 5).axes
    assert (axes[np.abs(axes).argmax(axis=0), np.arange(5)] > 0).all()


def test_98_percent_lie_in_the_unit_ball_whatever_a_few_giants_do() -> None:
    vectors = clustered(1000)
    vectors[:5] *= 1000
    fit = pca_layout(vectors)
    points3, points2, explained = fit.points3, fit.points2, fit.explained
    for points in (points3, points2):
        assert 0.979 <= (np.linalg.norm(points, axis=1) <= 1 + 1e-6).mean() <= 0.981
    assert 0 < explained <= 1


def test_rows_not_counted_do_not_decide_the_axes() -> None:
    vectors = clustered(200)
    with_giants = np.concatenate([vectors, 1e4 * clustered(3, seed=9)])
    counted = np.arange(203) < 200
    assert np.allclose(pca_layout(with_giants, counted).points3[:200], pca_layout(vectors).points3, atol=1e-5)


def test_projecting_a_fitted_vector_gives_its_place() -> None:
    vectors = clustered()
    fit = pca_layout(vectors)
    for row in (0, 7, 399):
        three, two = fit.project(vectors[row])
        assert np.allclose(three, fit.points3[row], atol=1e-5)
        assert np.allclose(two, fit.points2[row], atol=1e-5)


@pytest.mark.parametrize(("n", "d"), [(1, 5), (2, 1), (5, 1), (6, 2), (3, 3)])
def test_few_points_and_dimensions_are_padded(n: int, d: int) -> None:
    fit = pca_layout(np.arange(n * d, dtype=np.float32).reshape(n, d))
    points3, points2 = fit.points3, fit.points2
    assert points3.shape == (n, 3)
    assert points2.shape == (n, 2)
    assert np.isfinite(points3).all()


def test_equal_vectors_lie_at_one_place() -> None:
    fit = pca_layout(np.ones((50, 8), np.float32))
    assert np.abs(fit.points3).max() == 0
    assert fit.explained == 1


def test_vectors_that_are_not_finite_are_refused_in_words() -> None:
    vectors = clustered()
    vectors[3, 2] = np.nan
    with pytest.raises(MapProblem, match="NaN"):
        pca_layout(vectors)
    with pytest.raises(MapProblem, match="at least one"):
        pca_layout(np.empty((0, 4), np.float32))


def test_numbers_whose_squares_overflow_are_refused() -> None:
    with pytest.raises(MapProblem, match=r"length overflows. Load the model in float32"):
        pca_layout(clustered(300, 17) * np.float32(1e30))
