"""Counting against dictionaries, and probabilities against dictionaries and nltk."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.labs.ngrams.records import METHODS, Method
from engine.labs.ngrams.smoothing import Smoothed, discount
from engine.labs.ngrams.symbols import coded
from engine.labs.ngrams.tables import LONGEST, Tables, count

# Every letter occurs ten times and after as many different letters, so that nltk's lowest table, which it does not
# mix with a uniform one, is the same as ours.
EVEN = "cacadbcacaccbddbccbdbadddbcbaaadbbbacadd"
OF_NLTK = {  # nltk 3.10.4, discount 0.6: (n, what stands before) -> probabilities of a, b, c, d
    "Kneser-Ney": {
        (2, "a"): (0.185, 0.045, 0.385, 0.385),
        (2, "d"): (1 / 30, 47 / 90, 1 / 30, 37 / 90),
        (3, "cb"): (0.304762, 0.114286, 0.057143, 0.523810),
        (3, "ad"): (0.015, 0.485, 0.015, 0.485),
        (4, "cad"): (0.009, 0.491, 0.009, 0.491),
        (4, "dcb"): (0.457143, 0.171429, 0.085714, 0.285714),
    },
    "Witten-Bell": {
        (2, "a"): (0.211538, 0.057692, 0.365385, 0.365385),
        (2, "d"): (1 / 22, 0.5, 1 / 22, 9 / 22),
        (3, "cb"): (0.314286, 0.085714, 0.114286, 0.485714),
        (3, "ad"): (0.015152, 0.5, 0.015152, 0.469697),
        (4, "cad"): (0.007576, 0.5, 0.007576, 0.484848),
        (4, "dcb"): (0.314286, 0.085714, 0.114286, 0.485714),
    },
}
ids_of = st.lists(st.integers(0, 3), min_size=0, max_size=60).map(lambda it: np.array(it, np.int32))


def by_dictionary(ids: list[int], n: int) -> Counter[tuple[int, ...]]:
    return Counter(tuple(ids[at : at + n]) for at in range(len(ids) - n + 1))


def runs(tables: Tables, n: int) -> list[tuple[int, ...]]:
    """The runs of a table, read off the text at their first places."""
    starts = tables.order[tables.level(n).first]
    return [tuple(tables.ids[at : at + n].tolist()) for at in starts.tolist()]


@given(ids_of)
def test_every_table_is_what_a_dictionary_counts(ids: np.ndarray) -> None:
    tables = count(ids, 4)
    for n in range(1, LONGEST + 1):
        expected, level = by_dictionary(ids.tolist(), n), tables.level(n)
        assert dict(zip(runs(tables, n), level.counts.tolist(), strict=True)) == expected
        assert runs(tables, n) == sorted(expected)
        for number, run in enumerate(runs(tables, n)):
            assert tables.run_of(np.array(run, np.int32)) == number
            places = [at for at in range(len(ids) - n + 1) if tuple(ids[at : at + n].tolist()) == run]
            assert tables.places(n, number).tolist() == places


def test_a_run_that_does_not_occur_has_no_number() -> None:
    tables = count(np.array([0, 1, 0, 1], np.int32), 3)
    for run in ([2], [1, 1], [0, 1, 0, 1, 0], [-1], [0, -1]):
        assert tables.run_of(np.array(run, np.int32)) == -1
    assert tables.run_of(np.zeros(0, np.int32)) == 0


def by_formula(ids: list[int], v: int, method: Method, context: tuple[int, ...], w: int, top: bool) -> float:
    """The module's formula, word for word, from dictionaries."""
    n = len(context) + 1
    counts: Counter[tuple[int, ...]] = by_dictionary(ids, n)
    if method == "Kneser-Ney" and not top:
        counts = Counter(run[1:] for run in by_dictionary(ids, n + 1))
    lower = by_formula(ids, v, method, context[1:], w, False) if context else 1.0 / v
    after = {run[-1]: c for run, c in counts.items() if run[:-1] == context}
    total = sum(after.values())
    if not total:
        return lower
    if method == "Witten-Bell":
        return (after.get(w, 0) + len(after) * lower) / (total + len(after))
    every = by_dictionary(ids, n)
    d = discount(np.array([counts.get(run, 0) for run in every], np.int32))
    kept, given_up = max(after.get(w, 0) - d, 0.0), sum(min(c, d) for c in after.values())
    return kept / total + given_up / total * lower


@pytest.mark.parametrize("method", METHODS)
@given(ids=ids_of.filter(lambda it: len(it) > 8), text=ids_of.filter(len))
def test_probabilities_are_those_of_the_formula(method: Method, ids: np.ndarray, text: np.ndarray) -> None:
    smoothed = Smoothed(count(ids, 4), method)
    text = text[:9]
    for n in (1, 2, 3, 5):
        found = smoothed.probabilities(text, n)
        for at in range(len(text)):
            context = tuple(text[max(at - n + 1, 0) : at].tolist())
            expected = by_formula(ids.tolist(), 4, method, context, int(text[at]), True)
            assert found[at] == pytest.approx(expected, abs=1e-12)
            whole = smoothed.next(text[:at], n)
            assert whole[text[at]] == pytest.approx(expected, abs=1e-12)
            assert whole.sum() == pytest.approx(1.0, abs=1e-12)


@pytest.mark.parametrize("method", METHODS)
def test_nltk_finds_the_same(method: Method) -> None:
    text = coded(EVEN, "letters")
    smoothed = Smoothed(count(text.ids, 4), method, fixed=0.6)
    for (n, before), expected in OF_NLTK[method].items():
        context = np.array([text.symbols.index(letter) for letter in before], np.int32)
        assert smoothed.next(context, n) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("method", METHODS)
def test_a_uniform_table_has_perplexity_v(method: Method) -> None:
    ids = np.tile(np.arange(7, dtype=np.int32), 30)
    smoothed = Smoothed(count(ids, 7), method)
    text = np.random.default_rng(0).integers(0, 7, 200).astype(np.int32)
    bits = -np.log2(smoothed.probabilities(text, 1)).mean()
    assert 2**bits == pytest.approx(7.0, abs=1e-9)


def test_one_letter_over_and_over_is_certain_and_has_no_bits() -> None:
    smoothed = Smoothed(count(np.zeros(50, np.int32), 1), "Kneser-Ney")
    assert -np.log2(smoothed.probabilities(np.zeros(20, np.int32), 6)).sum() == pytest.approx(0.0, abs=1e-9)
    assert math.isclose(discount(np.array([50], np.int32)), 0.75)
