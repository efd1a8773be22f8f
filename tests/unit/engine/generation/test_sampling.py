"""Drawing: what each setting keeps, that it draws from what it should, and that chance is a function of place only."""

from __future__ import annotations

import math
from dataclasses import asdict, replace

import numpy as np
import pytest
from scipy import special, stats

from engine.errors import InputRefused
from engine.generation.sampling import checked, draw, exponentials, narrowed, penalised, softmax
from engine.records import F32, Sampling

NONE = np.empty(0, np.int32)


@pytest.fixture
def logits() -> F32:
    return np.random.default_rng(1).standard_normal(200).astype(np.float32) * 3


@pytest.mark.parametrize("temperature", [1e-46, 1e-38, 1e-20, 1e-6])
def test_a_temperature_near_zero_takes_the_likeliest_too(logits: F32, temperature: float) -> None:
    drawn = draw(logits, Sampling(temperature=temperature, seed=3), np.zeros(0, np.int32), 4)
    assert drawn == int(logits.argmax())


def test_temperature_zero_takes_the_likeliest(logits: F32) -> None:
    for seed in range(5):
        assert draw(logits, Sampling(temperature=0, seed=seed), NONE, 3) == logits.argmax()


def test_the_same_place_draws_the_same_and_others_differ(logits: F32) -> None:
    sampling = Sampling(temperature=1.5, seed=7)
    drawn = [draw(logits, sampling, NONE, position) for position in range(60)]
    assert drawn == [draw(logits, sampling, NONE, position) for position in range(60)]
    assert len(set(drawn)) > 10
    assert drawn != [draw(logits, replace(sampling, seed=8), NONE, position) for position in range(60)]


def test_draws_follow_the_probabilities(logits: F32) -> None:
    few = logits[:6]
    sampling = Sampling(temperature=2.0, seed=3)
    counts = np.bincount([draw(few, sampling, NONE, position) for position in range(6000)], minlength=6)
    expected = softmax(few, 2.0).astype(np.float64)
    assert stats.chisquare(counts, 6000 * expected / expected.sum()).pvalue > 0.001


def test_a_small_change_of_the_probabilities_changes_few_draws(logits: F32) -> None:
    changed = logits + np.random.default_rng(2).standard_normal(200).astype(np.float32) * 0.01
    sampling = Sampling(temperature=1.0, seed=0)
    differ = sum(draw(logits, sampling, NONE, p) != draw(changed, sampling, NONE, p) for p in range(500))
    distance = np.abs(softmax(logits) - softmax(changed)).sum() / 2  # total variation
    assert differ / 500 <= 2 * distance + 0.02


def test_without_a_limit_nothing_is_touched(logits: F32) -> None:
    probs = softmax(logits)
    assert narrowed(probs, Sampling(top_k=0, top_p=1.0, min_p=0.0)) is probs


def test_softmax_is_that_of_scipy_and_divides_by_the_temperature(logits: F32) -> None:
    np.testing.assert_allclose(softmax(logits), special.softmax(logits), rtol=1e-5)
    np.testing.assert_allclose(softmax(logits, 2.5), special.softmax(logits / 2.5), rtol=1e-5)


def test_top_k_keeps_the_k_likeliest(logits: F32) -> None:
    kept = np.flatnonzero(narrowed(softmax(logits), Sampling(top_k=7)))
    assert set(kept) == set(np.argsort(-logits)[:7])


def test_top_k_above_the_vocabulary_keeps_all(logits: F32) -> None:
    assert np.count_nonzero(narrowed(softmax(logits), Sampling(top_k=5000))) == len(logits)


@pytest.mark.parametrize("share", [0.01, 0.5, 0.9, 0.999])
def test_top_p_keeps_the_fewest_that_reach_it(logits: F32, share: float) -> None:
    probs = softmax(logits)
    kept = narrowed(probs, Sampling(top_p=share))
    inside = np.sort(kept[kept > 0])
    assert inside.sum() >= share - 1e-6
    assert inside.sum() - inside[0] < share


def test_min_p_keeps_what_is_near_the_likeliest(logits: F32) -> None:
    probs = softmax(logits)
    assert set(np.flatnonzero(narrowed(probs, Sampling(min_p=0.2)))) == set(np.flatnonzero(probs >= 0.2 * probs.max()))


def test_the_likeliest_always_stays(logits: F32) -> None:
    strict = Sampling(top_k=1, top_p=1e-6, min_p=1.0)
    assert list(np.flatnonzero(narrowed(softmax(logits), strict))) == [logits.argmax()]


def test_repetition_penalty_makes_seen_tokens_less_likely_whatever_their_sign() -> None:
    logits = np.array([2.0, -2.0, 1.0, -1.0], np.float32)
    assert penalised(logits, np.array([0, 1, 0], np.int32), 2.0).tolist() == [1.0, -4.0, 1.0, -1.0]
    assert penalised(logits, np.array([0], np.int32), 1.0) is logits


def test_infinitely_unlikely_tokens_are_never_drawn() -> None:
    logits = np.full(50, -np.inf, np.float32)
    logits[[4, 9]] = 0.0
    assert {draw(logits, Sampling(temperature=1.0), NONE, position) for position in range(100)} == {4, 9}


def test_luck_is_the_same_in_every_version_of_the_program() -> None:
    """A run that is opened next year goes on as it would have today."""
    expected = [0.9859988378991885, 0.7852203128853095, 0.2928602025150262, 0.772727159520029]
    assert exponentials(7, 3, 4).tolist() == pytest.approx(expected, rel=1e-12)
    logits = np.linspace(-2, 2, 50, dtype=np.float32)
    drawn = [draw(logits, Sampling(temperature=1.0, seed=7), NONE, position) for position in range(8)]
    assert drawn == [34, 49, 45, 33, 29, 39, 24, 45]


def test_exponentials_are_exponential_and_positive() -> None:
    numbers = exponentials(0, 5, 50_000)
    assert numbers.min() > 0
    assert stats.kstest(numbers, "expon").pvalue > 0.001


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("temperature", -0.1),
        ("temperature", math.nan),
        ("temperature", math.inf),
        ("top_k", -1),
        ("top_p", 0.0),
        ("top_p", 1.01),
        ("top_p", math.nan),
        ("min_p", -0.1),
        ("min_p", 1.5),
        ("repetition_penalty", 0.0),
        ("repetition_penalty", 1001.0),
        ("repetition_penalty", math.inf),
        ("seed", -1),
        ("seed", 2**64),
    ],
)
def test_a_value_out_of_range_is_refused_in_a_sentence(name: str, value: float) -> None:
    with pytest.raises(InputRefused, match=r"must be .*, but .* was given\."):
        checked(Sampling(**{**asdict(Sampling()), name: value}))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("temperature", 0.0),
        ("temperature", 1e6),
        ("top_k", 0),
        ("top_k", 10**6),
        ("top_p", 1e-9),
        ("top_p", 1.0),
        ("min_p", 0.0),
        ("min_p", 1.0),
        ("repetition_penalty", 1e-3),
        ("repetition_penalty", 1e3),
        ("seed", 0),
        ("seed", 2**64 - 1),
    ],
)
def test_a_value_at_the_end_of_its_range_is_taken(name: str, value: float) -> None:
    given = Sampling(**{**asdict(Sampling()), name: value})
    assert checked(given) is given
