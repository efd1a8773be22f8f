"""The exact loss of two features against averages and formulas, and the diagram that comes of it."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Bench
from engine.labs.superposition import phase, toy
from engine.labs.superposition.records import PHASE_DENSITIES, PHASE_IMPORTANCES, PhaseColumn, ToyRecipe
from engine.labs.superposition.toy_answers import phase_column

ONE = np.array([[1.0, 1.0]])


def test_probabilities_add_up_and_have_the_features_mean() -> None:
    x, probs = phase.nodes(0.3)
    assert probs.sum() == pytest.approx(1.0)
    np.testing.assert_allclose(probs @ x, [0.15, 0.15])
    np.testing.assert_allclose(probs @ x**2, [0.1, 0.1])


def test_fixed_solutions_cost_what_the_formula_says() -> None:
    density, importance = 0.3, np.array([[1.0, 2.5]])
    alone = phase.exact_loss(np.array([[1.0, 0.0]]), np.array([[0.0, density / 2]]), importance, density)
    assert alone[0] == pytest.approx(2.5 * toy.variance(density) / 2)
    pair = phase.exact_loss(np.array([[1.0, -1.0]]), np.zeros((1, 2)), importance, density)
    assert pair[0] == pytest.approx(3.5 * density**2 / 6 / 2, rel=0.01)  # the rule meets a bend on the diagonal


def test_the_exact_loss_is_what_many_examples_average_to() -> None:
    weights, biases = np.array([[0.9, -0.6]]), np.array([[0.05, 0.1]])
    x = toy.examples(ToyRecipe(features=2, density=0.4, decay=1.0), 200_000, 3)
    answers = np.maximum(x @ weights.T * weights + biases, 0)
    sampled = float(np.mean((answers - x) ** 2))
    assert phase.exact_loss(weights, biases, ONE, 0.4)[0] == pytest.approx(sampled, rel=0.02)


@pytest.mark.parametrize("column", [0, 8, 19])
def test_trained_models_are_as_the_formula_says(column: int, toy_bench: Bench) -> None:
    found = phase_column(PhaseColumn(column), toy_bench)
    assert np.mean(found.outcomes == found.formula) >= 0.9
    both = found.outcomes == phase.BOTH
    assert found.opposite[both].all()  # always as an antipodal pair
    dense, importance = found.density == 1.0, np.array(PHASE_IMPORTANCES)
    if dense:  # no superposition: the more important one alone
        assert found.outcomes.tolist() == np.where(importance > 1, phase.SECOND, phase.FIRST).tolist()
    assert (found.then is None) == (column == len(PHASE_DENSITIES) - 1)


def test_columns_that_are_not_there_are_refused_and_a_stop_ends_one(toy_bench: Bench) -> None:
    with pytest.raises(InputRefused):
        phase_column(PhaseColumn(20), toy_bench)
    with pytest.raises(Stopped):
        phase_column(PhaseColumn(0), Bench(lambda *_: None, lambda: True))
