"""The toy model against torch, scikit-learn and formulas; what it comes to at which density; and its endings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from sklearn.decomposition import PCA

from engine.errors import InputRefused, ModelUnusable, Stopped
from engine.labkit.workbench import Bench
from engine.labs.superposition import toy
from engine.labs.superposition.records import DENSITIES, SweepDensity, ToyRecipe, ToyTrained, TrainToy
from engine.labs.superposition.toy_answers import sweep_density, train_toy

SMALL = ToyRecipe(features=6, dimensions=2, density=0.3, starts=2, steps=20, batch=64, rate=0.01)


def to_the_end(recipe: ToyRecipe, bench: Bench) -> ToyTrained:
    found, question = None, TrainToy(recipe)
    while found is None or found.then is not None:
        found = train_toy(question, bench)
        question = found.then or question
    return found


def by_torch(recipe: ToyRecipe, start: int) -> tuple[torch.Tensor, torch.Tensor]:
    """The same training by torch's own gradients and optimiser."""
    begun = toy.begun(recipe)
    weights = torch.tensor(begun.weights[start], requires_grad=True)
    bias = torch.zeros(recipe.features, requires_grad=True)
    optimiser = torch.optim.Adam([weights, bias], lr=recipe.rate)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, recipe.steps)
    importance = torch.tensor(recipe.importance, dtype=torch.float32)
    for step in range(recipe.steps):
        x = torch.tensor(toy.examples(recipe, recipe.batch, 1, step))
        answers = x @ weights.T @ weights + bias
        if start < recipe.starts:
            answers = torch.relu(answers)
        loss = ((answers - x) ** 2 * importance).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return weights.detach(), bias.detach()


def test_training_is_what_torch_does(toy_bench: Bench) -> None:
    found = to_the_end(SMALL, toy_bench)
    for start in range(SMALL.starts + 1):  # the last is the control without ReLU
        weights, bias = by_torch(SMALL, start)
        np.testing.assert_allclose(found.weights[start], weights.numpy(), atol=2e-5)
        np.testing.assert_allclose(found.biases[start], bias.numpy(), atol=2e-5)


def test_going_on_from_a_kept_state_changes_no_bit() -> None:
    whole = toy.begun(SMALL)
    whole.train(20)
    part = toy.begun(SMALL)
    part.train(7)
    part = toy.unpacked(SMALL, part.packed())
    part.train(20)
    assert np.array_equal(whole.weights, part.weights)
    assert np.array_equal(whole.biases, part.biases)


def test_equal_questions_have_equal_findings(toy_bench: Bench) -> None:
    one, other = (to_the_end(SMALL, toy_bench) for _ in range(2))
    assert np.array_equal(one.weights, other.weights)
    assert one.arrangements == other.arrangements


def test_features_are_as_sparse_as_asked_for() -> None:
    recipe = replace(SMALL, density=0.2)
    x = toy.examples(recipe, 20_000, 5)
    assert abs(float((x > 0).mean()) - 0.2) < 0.005
    assert abs(float(x.var(axis=0).mean()) - toy.variance(0.2)) < 0.001


def test_the_linear_bound_is_what_pca_leaves() -> None:
    """PCA of features scaled by the root of their importance leaves the same squared error."""
    recipe = replace(SMALL, density=0.4)
    x = toy.examples(recipe, 40_000, 9) * np.sqrt(recipe.importance)
    pca = PCA(recipe.dimensions).fit(x)
    left = float(np.mean((x - pca.inverse_transform(pca.transform(x))) ** 2))
    assert toy.least_linear_loss(recipe) == pytest.approx(left, rel=0.02)
    assert toy.empty_loss(recipe) == pytest.approx(float(x.var(axis=0).mean()), rel=0.02)


def test_the_controls_loss_is_its_expected_one() -> None:
    recipe = replace(SMALL, density=0.5)
    rng = np.random.default_rng(2)
    weights, bias = rng.standard_normal((2, 6)).astype(np.float32), rng.standard_normal(6).astype(np.float32)
    x = toy.examples(recipe, 60_000, 4)
    sampled = float(np.mean((x @ weights.T @ weights + bias - x) ** 2 * recipe.importance))
    assert toy.linear_loss(recipe, weights, bias) == pytest.approx(sampled, rel=0.02)


def test_without_relu_it_is_pca_and_never_more_features_than_dimensions(default_training: list[ToyTrained]) -> None:
    last = default_training[-1]
    assert last.losses[-1] == pytest.approx(last.least_linear, rel=2e-3)
    assert all(it.losses[-1] >= it.least_linear * (1 - 1e-9) for it in default_training)
    assert last.arrangements[-1].kinds == (("single", 1, 1), ("single", 1, 1))
    assert last.arrangements[-1].absent == (2, 3, 4)  # the two most important ones are kept
    assert last.losses[last.best] < 0.4 * last.least_linear


def test_the_example_is_a_pentagon_where_it_does_not_stick_at_pairs(default_training: list[ToyTrained]) -> None:
    """Five features in two dimensions at density 0.1, seed 0: seven starts and one."""
    last = default_training[-1]
    kinds = [it.kinds for it in last.arrangements[:-1]]
    assert kinds.count((("polygon", 5, 2),)) == 7
    assert kinds.count((("digon", 2, 1), ("digon", 2, 1))) == 1
    assert last.arrangements[last.best].kept == 5
    assert int(np.argmax(last.losses[:-1])) == kinds.index((("digon", 2, 1), ("digon", 2, 1)))
    shares = last.shares[last.best]
    assert 0.37 < shares.min() <= shares.max() < 0.43
    assert default_training[0].step == 0
    assert last.done


@pytest.mark.parametrize(
    ("density", "kinds"),
    [(1.0, (("single", 1, 1), ("single", 1, 1))), (0.25, (("digon", 2, 1), ("digon", 2, 1)))],
)
def test_denser_features_are_fewer(density: float, kinds: tuple[tuple[str, int, int], ...], toy_bench: Bench) -> None:
    """Seed 0, eight starts of 800 steps."""
    found = to_the_end(ToyRecipe(density=density, steps=800), toy_bench)
    assert found.arrangements[found.best].kinds == kinds


def test_one_density_of_a_sweep_names_the_next(toy_bench: Bench) -> None:
    recipe = replace(SMALL, density=1.0)
    found = sweep_density(SweepDensity(recipe, 3), toy_bench)
    assert found.density == DENSITIES[3]
    assert found.then == SweepDensity(recipe, 4)
    alone = to_the_end(replace(recipe, density=DENSITIES[3]), toy_bench)
    np.testing.assert_array_equal(found.losses, alone.losses)
    assert sweep_density(SweepDensity(recipe, len(DENSITIES) - 1), toy_bench).then is None


def test_a_rate_beyond_all_bounds_is_told_and_ends_it(toy_bench: Bench) -> None:
    found = to_the_end(replace(SMALL, rate=1e9), toy_bench)
    assert found.diverged
    assert found.done
    assert np.isfinite(found.weights).all()
    assert np.isfinite(found.losses).all()


@pytest.mark.parametrize(
    "changed",
    [
        {"features": 1},
        {"density": 0.0},
        {"density": 1.5},
        {"starts": 0},
        {"features": 100, "dimensions": 50, "starts": 8},
    ],
)
def test_numbers_that_make_no_training_are_refused(changed: dict[str, float], toy_bench: Bench) -> None:
    with pytest.raises(InputRefused):
        train_toy(TrainToy(replace(SMALL, **changed)), toy_bench)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", [b"nothing", toy.begun(replace(SMALL, features=5)).packed()])
def test_a_damaged_state_is_refused(state: bytes, toy_bench: Bench) -> None:
    with pytest.raises(ModelUnusable):
        train_toy(TrainToy(SMALL, 3, state), toy_bench)


def test_a_stop_ends_it() -> None:
    with pytest.raises(Stopped):
        train_toy(TrainToy(SMALL, 40), Bench(lambda *_: None, lambda: True))
