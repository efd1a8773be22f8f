"""Numbers, colours, lines of chips and the odds of candidates."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from engine.records import F32, Sampling
from tests.helpers.runs import softmax
from viz.charts.colours import Scale, contrast, ink_on
from viz.charts.flow import flow
from viz.charts.numbers import NBSP, bits, nice_ceiling, percent, signed
from viz.theme import names, rgb, theme
from viz.tokens.odds import F64, odds


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (0.0, "0 %"),
        (1.0, "100 %"),
        (0.451, "45.1 %"),
        (0.0452, "4.52 %"),
        (0.00001, "< 0.01 %"),
        (0.99999, "> 99.9 %"),
        (0.09999, "10.0 %"),
        (float("nan"), "–"),
    ],
)
def test_percent(share: float, expected: str) -> None:
    assert percent(share).replace(NBSP, " ") == expected


def test_other_numbers() -> None:
    assert (bits(4.234), bits(0.05), bits(float("nan"))) == ("4.2", "0.05", "–")
    assert (signed(1.5), signed(-1.5)) == ("+1.50", "−1.50")


@pytest.mark.parametrize("value", [1e-9, 0.04, 0.3, 1.0, 3.7, 8.01, 9.9, 45000.0])
def test_nice_ceiling_is_above_but_near(value: float) -> None:
    assert value <= nice_ceiling(value) * (1 + 1e-9)
    assert nice_ceiling(value) <= 2.0 * value * (1 + 1e-9)


@pytest.mark.parametrize("name", names())
def test_ink_is_readable_at_every_value(name: str) -> None:
    colours = theme(name)
    for stops in (colours.ramp, colours.diverging):
        scale = Scale(stops, 0, 1)
        for value in np.linspace(0, 1, 101):
            fill = scale.colour(float(value))
            assert contrast(rgb(ink_on(fill).name()), rgb(fill.name())) >= 4.5


def test_a_scale_ends_where_it_says() -> None:
    scale = Scale(("#000000", "#ffffff"), 2.0, 4.0)
    assert scale.colour(-5) == QColor("#000000")
    assert scale.colour(99) == QColor("#ffffff")
    assert scale.colour(float("nan")) == QColor("#000000")
    assert scale.part(3.0) == 0.5


@pytest.mark.parametrize("seed", range(5))
def test_flow_fills_lines_in_order_without_overlap(seed: int) -> None:
    widths = np.random.default_rng(seed).uniform(5, 80, 300).tolist()
    lines = flow(widths, 200.0, 20.0, 3.0, extra_before=40, extra=10.0)
    assert [i for line in range(len(lines.starts)) for i in lines.members(line)] == list(range(300))
    for line in range(len(lines.starts)):
        members = list(lines.members(line))
        rights = lines.lefts[members] + lines.widths[members]
        assert (rights <= 200.0 + 1e-9).all()
        assert (lines.lefts[members][1:] >= rights[:-1] + 3.0 - 1e-9).all()


def test_flow_finds_the_chip_at_its_own_middle() -> None:
    widths = np.random.default_rng(1).uniform(5, 80, 200).tolist()
    lines = flow(widths, 150.0, 20.0, 4.0)
    for index in range(200):
        x = float(lines.lefts[index] + lines.widths[index] / 2)
        y = lines.line_of(index) * 20.0 + 10.0
        assert lines.at(x, y) == index
        assert lines.at(x, y, nearest=True) == index
    assert lines.at(-1.0, 10.0) is None
    assert lines.at(-1.0, -50.0, nearest=True) == 0


def test_flow_of_a_chip_wider_than_the_line() -> None:
    lines = flow([10, 500, 10], 100.0, 20.0, 4.0)
    assert lines.starts == (0, 1, 2)


def test_flow_moves_between_lines() -> None:
    lines = flow([40] * 10, 100.0, 20.0, 4.0)
    assert lines.beside(3, 1) == 5
    assert lines.beside(3, -1) == 1
    assert lines.beside(1, -5) == 1


def test_flow_of_nothing() -> None:
    lines = flow([], 100.0, 20.0, 4.0)
    assert lines.at(0, 0, nearest=True) is None
    assert list(lines.lines_between(0, 100)) == []


V, K = 200, 50


def candidates(seed: int) -> tuple[F32, F32]:
    """Logits and probabilities [V]."""
    logits = np.random.default_rng(seed).normal(0, 2.5, V).astype(np.float32)
    return logits, softmax(logits)


def expected_odds(logits: F32, sampling: Sampling, seen: list[int]) -> F64:
    """The definition, written out for all V."""
    scores = logits.astype(np.float64)
    for token in set(seen):
        score = scores[token]
        scores[token] = score / sampling.repetition_penalty if score > 0 else score * sampling.repetition_penalty
    chances = np.exp(scores / sampling.temperature - (scores / sampling.temperature).max())
    chances /= chances.sum()
    kept = np.ones(V, bool)
    order = np.argsort(-chances)
    if sampling.top_k:
        kept[order[sampling.top_k :]] = False
    if sampling.top_p < 1:
        total, mass = chances[kept].sum(), 0.0
        for token in order:
            if mass >= sampling.top_p * total - 1e-12:
                kept[token] = False
            mass += chances[token]
    kept &= chances >= sampling.min_p * chances.max()
    chances = np.where(kept, chances, 0)
    return np.asarray(chances / chances.sum())


SETTINGS = [
    Sampling(temperature=1.0),
    Sampling(temperature=0.8),
    Sampling(temperature=1.7, top_k=7),
    Sampling(temperature=0.9, top_p=0.6),
    Sampling(temperature=0.9, top_k=30, top_p=0.9, min_p=0.02),
    Sampling(temperature=0.7, repetition_penalty=1.4, top_k=12),
]


@pytest.mark.parametrize("sampling", SETTINGS)
@pytest.mark.parametrize("seed", range(3))
def test_odds_with_the_whole_distribution_are_the_definition(sampling: Sampling, seed: int) -> None:
    logits, probs = candidates(seed)
    ids = np.argsort(-logits)[:K].astype(np.int32)
    seen = np.array([int(ids[0]), int(ids[3]), int(ids[-1])], np.int32)
    found = odds(ids, logits[ids], probs[ids], V, sampling, seen, probs)
    expected = expected_odds(logits, sampling, seen.tolist())
    np.testing.assert_allclose(found.chances, expected[ids], rtol=2e-3, atol=1e-6)
    assert found.exact
    assert found.n_survivors == int((expected > 0).sum())


def test_odds_without_it_are_exact_where_they_say_so() -> None:
    logits, probs = candidates(3)
    ids = np.argsort(-logits)[:K].astype(np.int32)
    sampling = Sampling(temperature=1.0, top_p=0.5)
    found = odds(ids, logits[ids], probs[ids], V, sampling, np.empty(0, np.int32))
    assert found.exact
    np.testing.assert_allclose(found.chances, expected_odds(logits, sampling, [])[ids], rtol=1e-3, atol=1e-6)
    warm = odds(ids, logits[ids], probs[ids], V, Sampling(temperature=1.5), np.empty(0, np.int32))
    assert not warm.exact
    np.testing.assert_allclose(warm.chances, expected_odds(logits, Sampling(temperature=1.5), [])[ids], rtol=0.15)


def test_greedy_draws_one() -> None:
    logits, probs = candidates(0)
    ids = np.argsort(-logits)[:K].astype(np.int32)
    found = odds(ids, logits[ids], probs[ids], V, Sampling(temperature=0), np.empty(0, np.int32))
    assert found.chances[0] == 1
    assert (found.n_survivors, found.exact) == (1, True)
