"""Batches: no padding, every length as often, held-out strings never among them, the same for the same step."""

from __future__ import annotations

import numpy as np

from engine.labs.brackets import batches, language
from engine.labs.brackets.language import DYCK1, END, START
from tests.helpers.bracket_language import DYCK2


def test_a_group_is_full_of_strings_of_one_length() -> None:
    for inputs, targets in batches.step_groups(batches.Lengths(10), 32, 4, 0, 5, DYCK2):
        assert inputs.shape == targets.shape
        assert len(inputs) == 8
        assert (inputs[:, 0] == START).all()
        assert (targets[:, -1] == END).all()
        np.testing.assert_array_equal(inputs[:, 1:], targets[:, :-1])
        assert (language.depths(inputs[:, 1:])[:, -1] == 0).all()


def test_a_step_draws_the_same_whenever_it_is_asked() -> None:
    first = list(batches.step_groups(batches.Lengths(10), 32, 4, 3, 17, DYCK1))
    again = list(batches.step_groups(batches.Lengths(10), 32, 4, 3, 17, DYCK1))
    other = list(batches.step_groups(batches.Lengths(10), 32, 4, 3, 18, DYCK1))
    assert all(np.array_equal(a[0], b[0]) for a, b in zip(first, again, strict=True))
    assert not all(np.array_equal(a[0], b[0]) for a, b in zip(first, other, strict=True))


def test_every_length_is_equally_likely() -> None:
    rng = np.random.default_rng(0)
    drawn = np.concatenate([batches.stratified_pairs(batches.Lengths(20), 4, rng) for _ in range(10_000)])
    seen = np.bincount(drawn, minlength=21)
    assert len(seen) == 21
    assert (np.abs(seen - 40_000 / 21) < 5 * np.sqrt(40_000 / 21)).all()  # stratifying only makes them more even


def test_held_out_strings_are_never_trained_on() -> None:
    rng = np.random.default_rng(0)
    assert not language.held_out(batches.draw_split(5000, 8, rng, DYCK1, held=False)).any()
    assert language.held_out(batches.draw_split(500, 8, rng, DYCK1, held=True)).all()
    assert batches.draw_split(7, 0, rng, DYCK1, held=True).shape == (7, 0)
    assert batches.draw_split(7, 2, rng, DYCK1, held=True).shape == (7, 4)
