"""The nets that read digits: their data, training, rivals and map, against scikit-learn and plain computation."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.errors import InputRefused, Stopped
from engine.labkit.intervals import wilson
from engine.labkit.workbench import Bench
from engine.labs.digits import train as training
from engine.labs.digits.answers import ANSWERS
from engine.labs.digits.compare import disagreement
from engine.labs.digits.data import pictures
from engine.labs.digits.places import _alike, _chance, _nearest_on
from engine.labs.digits.records import (
    PIXEL_SPACE,
    TURNS,
    CompareStarts,
    DigitsMap,
    DigitsRecipe,
    MapDigits,
    PlacedDigit,
    PlaceDigit,
    Starts,
    TrainDigits,
    TrainedDigits,
    activations,
    entropy_bits,
    probabilities,
)
from engine.labs.digits.train import train

SMALL = DigitsRecipe((8, 5), epochs=10, batch=128, rate=0.01)
BENCH = Bench(lambda *_: None, lambda: False)


def test_the_pictures_are_scikit_learns_and_three_in_ten_of_each_digit_are_held_out() -> None:
    from sklearn.datasets import load_digits

    theirs, ours = load_digits(), pictures()
    np.testing.assert_array_equal(ours.ink, theirs.data)
    np.testing.assert_array_equal(ours.digits, theirs.target)
    for digit in range(10):
        own = ours.digits == digit
        assert abs(ours.held_out[own].mean() - 0.3) < 0.01


def test_what_a_net_gives_is_that_of_plain_matrices() -> None:
    found = train(SMALL, TURNS)
    w, at, here = found.weights.astype(np.float64), 0, pictures().pixels[:20].astype(np.float64)
    for layer, (into, out) in enumerate(((64, 8), (8, 5), (5, 10))):
        matrix = w[at : at + into * out].reshape(out, into)
        bias = w[at + into * out : at + (into + 1) * out]
        here = here @ matrix.T + bias
        here = np.maximum(here, 0) if layer < 2 else here
        at += (into + 1) * out
    assert at == len(w)
    np.testing.assert_allclose(activations(SMALL, found.weights, pictures().pixels[:20])[-1], here, atol=1e-4)
    plain = np.exp(here) / np.exp(here).sum(axis=1, keepdims=True)
    probs = probabilities(SMALL, found.weights, pictures().pixels[:20])
    np.testing.assert_allclose(probs, plain, atol=1e-5)
    np.testing.assert_allclose(entropy_bits(plain), -(plain * np.log2(plain)).sum(axis=1), atol=1e-9)
    assert entropy_bits(np.full((1, 10), 0.1))[0] == pytest.approx(np.log2(10))


def test_the_same_recipe_gives_the_same_net_by_any_way() -> None:
    slowly = [train(SMALL, turn) for turn in range(1, TURNS + 1)]
    training._memory.cache_clear()
    at_once = train(SMALL, TURNS)
    np.testing.assert_array_equal(slowly[-1].weights, at_once.weights)
    np.testing.assert_array_equal(slowly[-1].accuracy, at_once.accuracy)
    assert [found.done for found in slowly] == [False] * (TURNS - 1) + [True]
    assert not np.array_equal(train(replace(SMALL, seed=1), TURNS).weights, at_once.weights)


def test_it_learns_as_well_as_scikit_learns_net_and_by_shuffled_digits_nothing() -> None:
    from sklearn.metrics import accuracy_score, log_loss

    recipe = DigitsRecipe(epochs=10)
    found, data = train(recipe, TURNS), pictures()
    held = probabilities(recipe, found.weights, data.pixels[data.held_out])
    truth = data.digits[data.held_out]
    assert found.accuracy[-1] == pytest.approx(accuracy_score(truth, held.argmax(axis=1)))
    assert found.held_out_loss[-1] == pytest.approx(log_loss(truth, held), rel=1e-3)
    assert found.accuracy[-1] > 0.94  # after a third of the epochs that it is shown with
    assert (found.accuracy_low, found.accuracy_high) == wilson(round(found.accuracy[-1] * len(truth)), len(truth))
    control = train(replace(recipe, shuffled=True), TURNS)
    low, high = wilson(len(truth) / 10, len(truth), z=3.5)
    assert low < control.accuracy[-1] < high
    assert control.train_accuracy[-1] > 0.13  # some of it is known by heart


def test_a_rate_that_overflows_is_said_and_stopped() -> None:
    found = train(replace(SMALL, rate=1e12, epochs=100), 1)
    assert found.done
    assert "NaN" in found.stopped
    assert np.isfinite(found.weights).all()


@pytest.mark.parametrize(
    "recipe",
    [replace(SMALL, epochs=0), replace(SMALL, batch=0), replace(SMALL, rate=-1.0), replace(SMALL, hidden=(999,))],
)
def test_what_makes_no_training_is_refused_in_words(recipe: DigitsRecipe) -> None:
    with pytest.raises(InputRefused, match="must be a number from"):
        train(recipe, 1)


def test_a_stop_is_heeded_and_nothing_is_lost() -> None:
    recipe = replace(SMALL, seed=7)
    first = train(recipe, 2)
    with pytest.raises(Stopped):
        train(recipe, TURNS, lambda: True)
    assert train(recipe, 2).steps[-1] == first.steps[-1]


def test_several_starts_are_the_same_nets_as_alone_and_what_they_dispute_is_counted() -> None:
    found = ANSWERS[CompareStarts](CompareStarts(SMALL, 2), BENCH)
    assert isinstance(found, Starts)
    data = pictures()
    alone = [train(replace(SMALL, seed=seed), TURNS) for seed in (0, 1)]
    for row, one in zip(found.read, alone, strict=True):
        read = probabilities(SMALL, one.weights, data.pixels[data.held_out]).argmax(axis=1)
        assert (row == read).mean() > 0.995  # sums of several nets at once differ in the last bit
    np.testing.assert_array_equal(found.correct, (found.read == data.digits[found.rows]).sum(axis=1))
    assert found.differ == pytest.approx((found.read[0] != found.read[1]).mean())
    assert found.control_low < 0.1 + 0.02


def test_independent_errors_differ_as_often_as_the_formula_says() -> None:
    rng, n = np.random.default_rng(0), 200_000
    errors = np.array([0.1, 0.3, 0.2])
    wrong = rng.random((3, n)) < errors[:, None]
    read = np.where(wrong, rng.integers(1, 10, (3, n)), 0).astype(np.uint8)  # the truth is 0
    differ, chance = disagreement(read, errors)
    assert differ == pytest.approx(chance, abs=0.003)


def test_the_map_is_measured_beside_chance_and_places_a_picture_where_it_lies() -> None:
    question = MapDigits(SMALL)
    found = ANSWERS[MapDigits](question, BENCH)
    assert isinstance(found, DigitsMap)
    assert found.width == 5
    assert found.kept_shuffled == pytest.approx(50 / 1796, abs=0.01)
    assert found.kept3 > 10 * found.kept_shuffled
    assert found.same_digit_pixels > 0.9
    assert found.same_digit_chance == pytest.approx(0.1, abs=0.002)
    seen = tuple(map(float, pictures().pixels[17]))
    placed = ANSWERS[PlaceDigit](PlaceDigit(question, seen), BENCH)
    assert isinstance(placed, PlacedDigit)
    np.testing.assert_allclose(placed.points2, found.points2[17], atol=1e-4)
    with pytest.raises(InputRefused, match="64 numbers"):
        ANSWERS[PlaceDigit](PlaceDigit(question, (1.0,)), BENCH)
    with pytest.raises(InputRefused, match="hidden layers 0 to 1"):
        ANSWERS[MapDigits](MapDigits(SMALL, 5), BENCH)


def test_neighbours_of_the_same_digit_are_counted_as_by_brute_force() -> None:
    rng = np.random.default_rng(0)
    points, digits = rng.normal(size=(60, 2)).astype(np.float32), rng.integers(0, 3, 60).astype(np.uint8)
    apart = np.linalg.norm(points[:, None] - points[None], axis=2) + np.eye(60) * 99
    near = np.argsort(apart, axis=1)[:, :15]
    assert _alike(_nearest_on(points), digits) == pytest.approx((digits[near] == digits[:, None]).mean())
    pairs = [(i, j) for i in range(60) for j in range(60) if i != j]
    assert _chance(digits) == pytest.approx(np.mean([digits[i] == digits[j] for i, j in pairs]))


def test_the_bare_pictures_have_a_map_too() -> None:
    found = ANSWERS[MapDigits](MapDigits(SMALL, PIXEL_SPACE), BENCH)
    assert isinstance(found, DigitsMap)
    assert found.width == 64
    assert found.same_digit == pytest.approx(found.same_digit_pixels)


def test_a_part_of_the_training_is_answered() -> None:
    found = ANSWERS[TrainDigits](TrainDigits(SMALL, 1), BENCH)
    assert isinstance(found, TrainedDigits)
    assert len(found.steps) == 2
