"""Fits and their errors beside numpy's and scikit-learn's, and beside what theory says of refits."""

from __future__ import annotations

import math

import numpy as np
import pytest
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import PredefinedSplit, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures

from engine.errors import InputRefused
from viz.labs.fitting import held_out
from viz.labs.fitting.families import INVERSE_SINE, POLYNOMIAL, TERMS, Family, family_of
from viz.labs.fitting.formula import as_python, number, terms_written, written
from viz.labs.fitting.least_squares import REFITS, Fit, basis_of, fit, interval, refitted, rmse
from viz.labs.fitting.points import F64
from viz.labs.fitting.samples import SAMPLES, drawn
from viz.labs.fitting.terms import column, split_terms

RNG = np.random.default_rng(1)
X = np.sort(RNG.uniform(-3.0, 11.0, 40))
Y = np.cos(X) + 0.2 * RNG.standard_normal(40)
FAR = np.linspace(-6.0, 15.0, 50) + 0.01


def fitted(family: Family, x: F64 = X, y: F64 = Y) -> Fit:
    basis = basis_of(family, x)
    assert basis is not None
    return fit(basis, y)


@pytest.mark.parametrize("degree", [0, 1, 2, 5, 9])
def test_a_polynomial_is_numpy_s(degree: int) -> None:
    found = fitted(family_of(POLYNOMIAL, degree, "", X))
    expected = np.polyfit(X, Y, degree)
    np.testing.assert_allclose(found.at(FAR), np.polyval(expected, FAR), rtol=1e-6)
    assert rmse(Y - found.fitted) == pytest.approx(math.sqrt(np.mean((Y - np.polyval(expected, X)) ** 2)))


def test_degree_thirty_is_exact_where_powers_of_x_are_not() -> None:
    x = np.linspace(100.0, 200.0, 31)
    truth = np.polynomial.chebyshev.Chebyshev(RNG.standard_normal(31), [100.0, 200.0])
    found = fitted(family_of(POLYNOMIAL, 30, "", x), x, truth(x))
    between = np.linspace(105.0, 195.0, 77)
    np.testing.assert_allclose(found.at(between), truth(between), atol=1e-5)
    with pytest.warns(np.exceptions.RankWarning):
        powers = np.polyfit(x, truth(x), 30)
    assert np.abs(np.polyval(powers, between) - truth(between)).max() > 0.01


def test_other_families_are_least_squares_of_their_terms() -> None:
    x = X + 4.0
    found = fitted(family_of(INVERSE_SINE, 0, "", x), x)
    matrix = np.stack([np.ones(40), 1 / x, np.sin(x)], axis=1)
    np.testing.assert_allclose(found.coefficients, np.linalg.lstsq(matrix, Y, rcond=None)[0], rtol=1e-9)
    own = fitted(family_of(TERMS, 0, "1; x^2, exp(-x), -abs(x)*2", x), x)
    matrix = np.stack([np.ones(40), x**2, np.exp(-x), -np.abs(x) * 2], axis=1)
    np.testing.assert_allclose(own.coefficients, np.linalg.lstsq(matrix, Y, rcond=None)[0], rtol=1e-7)


def test_what_the_points_do_not_determine_is_not_fitted() -> None:
    assert basis_of(Family((), 3, 0.0, 1.0), np.array([0.0, 1.0, 2.0])) is None
    assert basis_of(Family((), 2, 0.5, 0.5), np.array([0.0, 0.0, 1.0, 1.0])) is None
    assert basis_of(Family(("x", "2*x")), X) is None
    assert basis_of(Family(("1/x",)), np.array([0.0, 1.0])) is None


def test_refits_spread_as_theory_says() -> None:
    """For normal noise the variance of a fitted value is sigma² · a (AᵀA)⁻¹ aᵀ."""
    x = np.linspace(0.0, 1.0, 200)
    y = 1.0 + x + 0.3 * np.random.default_rng(5).standard_normal(200)
    found, there = fitted(family_of(POLYNOMIAL, 2, "", x), x, y), np.array([0.5, 1.0, 1.4])
    refits = refitted(found, y, there, 0)
    assert refits is not None
    assert refits.shape == (REFITS, 3)
    matrix = np.vander(x, 3)
    rows = np.vander(there, 3)
    spread = np.sqrt(np.sum((y - found.fitted) ** 2) / 197 * np.sum(rows @ np.linalg.inv(matrix.T @ matrix) * rows, 1))
    np.testing.assert_allclose(refits.std(axis=0), spread, rtol=0.12)
    low, high = interval(refits)
    np.testing.assert_allclose(high - low, 2 * 1.645 * spread, rtol=0.2)


def test_a_refit_is_a_fit_to_other_values() -> None:
    found = fitted(family_of(POLYNOMIAL, 3, "", X))
    refits = refitted(found, Y, FAR, 7)
    assert refits is not None
    np.testing.assert_array_equal(refits, refitted(found, Y, FAR, 7))
    leverage = np.sum(found.basis.q**2, axis=1)
    assert leverage.sum() == pytest.approx(4)  # as many as coefficients
    residuals = (Y - found.fitted) / np.sqrt(1 - leverage)
    residuals -= residuals.mean()
    drawn_ones = residuals[np.random.default_rng(7).integers(40, size=(40, REFITS))]
    again = np.polyval(np.polyfit(X, found.fitted + drawn_ones[:, 11], 3), FAR)
    np.testing.assert_allclose(refits[11], again, rtol=1e-6, atol=1e-8)


def test_as_many_coefficients_as_points_leave_nothing_to_draw_from() -> None:
    x = np.arange(4.0)
    assert refitted(fitted(family_of(POLYNOMIAL, 3, "", x), x, x**2), x**2, x, 0) is None


def test_held_out_errors_are_those_of_scikit_learn() -> None:
    parts = held_out.parts_of(40, 5, 3)
    assert sorted(np.concatenate(parts).tolist()) == list(range(40))
    which = np.empty(40, int)
    for at, part in enumerate(parts):
        which[part] = at
    found = held_out.by_degree(X, Y, family_of(POLYNOMIAL, 6, "", X), parts)
    for degree in (0, 1, 4, 6):
        model = make_pipeline(PolynomialFeatures(degree), LinearRegression())
        scaled = (X[:, None] - 4) / 7  # scikit-learn leaves small directions of a least squares out
        scores = -cross_val_score(model, scaled, Y, cv=PredefinedSplit(which), scoring="neg_mean_squared_error")
        assert found.held_out[degree] == pytest.approx(scores.mean(), rel=1e-6)
        assert found.error[degree] == pytest.approx(scores.std(ddof=1) / math.sqrt(5), rel=1e-6)
        own = held_out.of_family(X, Y, family_of(POLYNOMIAL, degree, "", X), parts)
        assert own.held_out[0] == pytest.approx(found.held_out[degree])
        assert own.train[0] == pytest.approx(found.train[degree])
    assert np.all(np.diff(found.train) < 1e-12)


def test_too_high_a_degree_is_worse_on_held_out_points_and_pure_noise_wants_a_constant() -> None:
    chosen = []
    for seed in range(9):
        points = drawn("parabola", 30, 0.1, seed)
        family, parts = family_of(POLYNOMIAL, 15, "", points.x), held_out.parts_of(30, 5, seed)
        errors = held_out.by_degree(points.x, points.y, family, parts)
        assert errors.held_out[15] > 3 * errors.held_out[2]
        assert errors.train[15] < errors.train[2]
        chosen.append(errors.simplest)
    assert np.median(chosen) == 2
    noise = np.random.default_rng(2).standard_normal(30)  # the control: there is nothing to find
    control = held_out.by_degree(points.x, noise, family_of(POLYNOMIAL, 15, "", points.x), held_out.parts_of(30, 5, 0))
    assert control.simplest == 0


def test_what_is_expected_on_new_points_is_what_many_draws_give() -> None:
    x, noise, rng = np.linspace(0.0, 10.0, 12), 0.3, np.random.default_rng(8)
    family, new = family_of(POLYNOMIAL, 4, "", x), np.linspace(0.0, 10.0, 400)
    found = held_out.expected(x, family, np.sin, noise)
    for degree in (0, 2, 4):
        errors = []
        for _ in range(400):
            curve = np.polyfit(x, np.sin(x) + noise * rng.standard_normal(12), degree)
            errors.append(np.mean((np.sin(new) + noise * rng.standard_normal(400) - np.polyval(curve, new)) ** 2))
        assert found[degree] == pytest.approx(np.mean(errors), rel=0.05)
    assert np.isnan(held_out.expected(x[:3], family, np.sin, noise)[3:]).all()


def test_degrees_that_the_points_fitted_do_not_determine_have_no_error() -> None:
    x = np.arange(6.0)
    errors = held_out.by_degree(x, x**2, family_of(POLYNOMIAL, 5, "", x), held_out.parts_of(6, 3, 0))
    assert np.isfinite(errors.held_out[:4]).all()
    assert np.isnan(errors.held_out[4:]).all()
    assert errors.held_out[2:4] == pytest.approx([0, 0], abs=1e-20)
    assert held_out.by_degree(np.ones(3), x[:3], Family((), 2, 1.0, 1.0), held_out.parts_of(3, 3, 0)).best == 0


@pytest.mark.parametrize("family", [
    Family((), 0, 4.0, 7.0), Family((), 2, 4.0, 7.0), Family((), 9, 4.0, 7.0), Family(("1", "1/x", "sin(x)", "x**2")),
])  # fmt: skip
def test_the_copied_function_gives_the_same_numbers(family: Family) -> None:
    found, space = fitted(family), dict[str, object]()
    exec(as_python(found), space)  # noqa: S102  what a person runs
    curve = space["curve"]
    assert callable(curve)
    np.testing.assert_allclose(np.broadcast_to(curve(FAR), FAR.shape), found.at(FAR), rtol=1e-12)


def test_formulas_are_written_out() -> None:
    x = np.arange(6.0)
    assert written(fitted(family_of(POLYNOMIAL, 2, "", x), x, 3 - 0.5 * x**2 + x), x).startswith("3 + 1 x − 0.5 x²")
    roots = fitted(Family(("1", "sqrt(x)", "1/x")), x + 1, 2 * np.sqrt(x + 1) - 3 / (x + 1) + 1e-5)
    assert written(roots, x + 1) == "1·10⁻⁵ + 2 √x − 3/x"
    high = written(fitted(family_of(POLYNOMIAL, 8, "", X)), X)
    assert "T₈(u)" in high
    assert high.endswith("u = (x − 3.946)/6.867") or "u = (x" in high
    assert terms_written(("1", "x**2", "1/x")) == "a + b x² + c/x"
    assert (number(-0.00012), number(1234567), number(0.0)) == ("−0.00012", "1.235·10⁶", "0")


@pytest.mark.parametrize(
    "term", ["y", "x.real", "__import__('os')", "(lambda: 1)()", "sin", "x if x else 1", "1 2", "[x]"]
)
def test_only_terms_are_run(term: str) -> None:
    with pytest.raises(InputRefused, match="cannot be fitted as a term"):
        split_terms(term)


def test_terms_have_the_values_they_say() -> None:
    x = np.array([0.5, 2.0])
    np.testing.assert_allclose(column("2*pi - x**2/3", x), 2 * np.pi - x**2 / 3)
    np.testing.assert_array_equal(column("1", x), [1, 1])
    assert np.isinf(column("10**400", x)).all()
    assert np.isnan(column("log(-x)", x)).all()


def test_the_fall_is_physics() -> None:
    points = drawn("tower", 8, 0.0, 0)
    np.testing.assert_allclose(9.80665 / 2 * points.y**2, points.x)
    noisy = drawn("tower", 200, 0.1, 4)
    off = noisy.y - SAMPLES["tower"].curve(noisy.x)
    reach = math.sqrt(2 * 56 / 9.80665) - math.sqrt(2 * 7 / 9.80665)
    assert off.std() == pytest.approx(0.1 * reach, rel=0.15)
    np.testing.assert_array_equal(noisy.y, drawn("tower", 200, 0.1, 4).y)


def test_a_constant_is_written_as_one() -> None:
    x = np.linspace(0.0, 10.0, 12)
    found = fitted(family_of(POLYNOMIAL, 0, "", x), x, np.sin(x))
    assert written(found, x) == number(float(np.sin(x).mean()))
