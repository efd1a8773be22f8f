"""The score of a class against a count by hand and a brute force, and where its controls are."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.labs.predict.records import (
    Scored,
    bits_of,
    guess_probability,
    most_voted,
    share_of,
    total,
)

V = 100
OFFERED, VOTES = (10, 20, 30, 40), (10, 10, 20, 77)  # 77 was typed


def brute(offered: tuple[int, ...], votes: tuple[int, ...], size: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """[V] the class's distribution, token by token from the votes."""
    listed = set(offered) | set(votes)
    weights = np.zeros(size)
    for token in range(size):
        if token in listed:
            weights[token] = 1 + sum(vote == token for vote in votes)
        else:
            weights[token] = 1 / (size - len(listed))
    return np.asarray(weights / weights.sum())


def test_shares_are_those_of_a_brute_force_and_sum_to_one() -> None:
    shares = np.array([share_of(OFFERED, VOTES, token, V) for token in range(V)])
    np.testing.assert_allclose(shares, brute(OFFERED, VOTES, V), rtol=1e-12)
    assert shares.sum() == pytest.approx(1)
    assert shares[10] == pytest.approx(3 / 10)  # 2 votes of 4, 5 tokens: (2 + 1) / (4 + 5 + 1)


@pytest.mark.parametrize("seed", range(20))
def test_any_votes_agree_with_the_brute_force(seed: int) -> None:
    rng = np.random.default_rng(seed)
    offered = tuple(rng.choice(V, rng.integers(0, 9), replace=False).tolist())
    votes = tuple(rng.integers(0, V, rng.integers(0, 40)).tolist())
    wanted = brute(offered, votes, V)
    token = int(rng.integers(V))
    assert bits_of(offered, votes, token, V) == pytest.approx(-math.log2(wanted[token]))


def test_without_votes_only_the_buttons_tell() -> None:
    assert bits_of(OFFERED, (), 10, V) == pytest.approx(math.log2(5))  # four buttons and the rest
    assert bits_of(OFFERED, (), 99, V) == pytest.approx(math.log2(5 * 96))
    assert bits_of((), (), 3, V) == pytest.approx(math.log2(V))  # nothing told at all


def test_right_votes_cost_few_bits_and_wrong_ones_more_than_none() -> None:
    offered, sure = (1, 2, 3), (2,) * 30
    assert bits_of(offered, sure, 2, V) < 0.2
    assert bits_of(offered, sure, 1, V) > bits_of(offered, (), 1, V)


def test_the_most_voted_token_has_more_votes_than_any_other() -> None:
    assert most_voted(VOTES) == 10
    assert most_voted(()) is None
    assert most_voted((1, 2)) is None


def test_the_probability_of_the_guesses_is_a_mean_over_votes() -> None:
    probabilities = {10: 0.5, 20: 0.1, 77: 0.02}
    assert guess_probability(VOTES, probabilities) == pytest.approx((0.5 + 0.5 + 0.1 + 0.02) / 4)
    assert math.isnan(guess_probability((), {1: 0.3}))
    assert math.isnan(guess_probability(VOTES, {10: 0.5, 20: 0.1}))  # one of them is unknown


def scored(bits: float, guess: float, hit: bool) -> Scored:
    """A round that went on."""
    return Scored(0, 3, 1, bits, bits / 2, 2 * bits, guess, hit, not hit, 0.25)


def test_totals_are_means_and_counts() -> None:
    sums = total([scored(1.0, 0.2, True), scored(3.0, float("nan"), False)])
    assert sums is not None
    assert (sums.n, sums.class_bits, sums.model_bits, sums.chance_bits) == (2, 2.0, 1.0, 4.0)
    assert (sums.guess_probability, sums.class_hits, sums.model_hits, sums.chance_hits) == (0.2, 1, 1, 0.5)
    assert total([]) is None
