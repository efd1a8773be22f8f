"""The language against independent enumeration: legal sets, uniform draws, ballot numbers, the held-out split."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from engine.errors import InputRefused
from engine.labs.brackets import language
from engine.labs.brackets.language import DYCK1, Language
from tests.helpers.bracket_language import DYCK2, all_balanced, legal_after

PARTNER = {")": "(", "]": "["}


def completable(text: str) -> bool:
    """By rewriting: what is left after deleting matched pairs must hold opening brackets only."""
    before = None
    while before != text:
        before, text = text, text.replace("()", "").replace("[]", "")
    return not set(text) & set(")]")


def brute_force(text: str, alphabet: str) -> tuple[str, ...]:
    """What may follow, by trying: a bracket that keeps the text completable, End where nothing is left open."""
    if not completable(text):
        return ()
    rest = text
    while "()" in rest or "[]" in rest:
        rest = rest.replace("()", "").replace("[]", "")
    return (*(c for c in alphabet if completable(text + c)), *(("End",) if not rest else ()))


def rows(strings: list[str], of: Language) -> np.ndarray:
    return np.array([language.encode(s, of) for s in strings], np.int64).reshape(len(strings), -1)


@pytest.mark.parametrize("length", range(1, 15))
def test_legal_sets_equal_brute_force_on_every_string(length: int) -> None:
    strings = ["".join(s) for s in itertools.product("()", repeat=length)]
    found = language.legal_sets(rows(strings, DYCK1), DYCK1)[:, -1]
    for string, legal in zip(strings, found, strict=True):
        expected = brute_force(string, "()")
        assert legal_after(string) == expected
        assert tuple(np.array(DYCK1.names)[legal]) == expected


@pytest.mark.parametrize("length", range(1, 8))
def test_legal_sets_with_two_kinds_equal_brute_force_at_every_prefix(length: int) -> None:
    strings = ["".join(s) for s in itertools.product("()[]", repeat=length)]
    found = language.legal_sets(rows(strings, DYCK2), DYCK2)
    for string, legal in zip(strings, found, strict=True):
        for i in range(length + 1):
            expected = brute_force(string[:i], "()[]")
            assert tuple(np.array(DYCK2.names)[legal[i]]) == expected == legal_after(string[:i], DYCK2)


def test_the_empty_string_may_end_or_open() -> None:
    assert legal_after("") == ("(", "End")
    assert language.legal_sets(np.zeros((1, 0), np.int64))[0].tolist() == [[True, False, True]]


@pytest.mark.parametrize("pairs", range(8))
def test_ballot_numbers_count_what_enumeration_finds(pairs: int) -> None:
    strings = all_balanced(pairs)
    assert len(strings) == language.catalan(pairs) == len(np.unique(strings, axis=0))
    assert (language.depths(strings) >= 0).all()
    assert (language.depths(strings)[:, -1] == 0).all()


def test_ballot_numbers_follow_the_recurrence_exactly_for_long_strings() -> None:
    for steps in (1, 2, 17, 200, 1001):
        for depth in range(steps % 2, min(steps, 40), 2):
            below = language.ways_home(steps - 1, depth - 1) if depth else 0
            assert language.ways_home(steps, depth) == language.ways_home(steps - 1, depth + 1) + below


@pytest.mark.parametrize("pairs", [3, 4, 5])
def test_draws_are_uniform_over_the_balanced_strings(pairs: int) -> None:
    count = 300 * language.catalan(pairs)
    drawn = language.draw(count, pairs, np.random.default_rng(7))
    texts, seen = np.unique(drawn, axis=0, return_counts=True)
    np.testing.assert_array_equal(texts, np.unique(all_balanced(pairs), axis=0))
    expected = count / language.catalan(pairs)
    statistic = ((seen - expected) ** 2 / expected).sum()
    assert statistic < _chi_square_limit(language.catalan(pairs) - 1)


def test_draws_of_two_kinds_are_uniform() -> None:
    drawn = language.draw(40_000, 2, np.random.default_rng(3), DYCK2)
    _, seen = np.unique(drawn, axis=0, return_counts=True)
    assert len(seen) == 8  # Catalan(2) * 2^2
    assert ((seen - 5000) ** 2 / 5000).sum() < _chi_square_limit(7)


def test_prefixes_are_uniform_given_their_end() -> None:
    drawn = language.draw_prefixes(np.full(27_000, 2), 6, np.random.default_rng(1))
    found, seen = np.unique(drawn, axis=0, return_counts=True)
    everything = language.all_prefixes(6)
    wanted = everything[language.depths(everything)[:, -1] == 2]
    np.testing.assert_array_equal(found, np.unique(wanted, axis=0))
    expected = 27_000 / len(wanted)
    assert ((seen - expected) ** 2 / expected).sum() < _chi_square_limit(len(wanted) - 1)


def _chi_square_limit(freedom: int) -> float:
    """The 99.9 % point of chi-square (scipy's)."""
    from scipy.stats import chi2

    return float(chi2.ppf(0.999, freedom))


@pytest.mark.parametrize("of", [DYCK1, DYCK2])
def test_long_draws_are_balanced(of: Language) -> None:
    drawn = language.draw(20, 500, np.random.default_rng(0), of)
    legal = language.legal_sets(drawn, of)
    columns = np.argmax(drawn[..., None] == np.array(of.outcomes), axis=-1)
    assert np.take_along_axis(legal[:, :-1], columns[..., None], axis=-1).all()
    assert legal[:, -1, of.outcomes.index(language.END)].all()


@pytest.mark.parametrize("length", range(15))
def test_every_prefix_is_enumerated_once(length: int) -> None:
    from math import comb

    found = language.all_prefixes(length)
    assert len(found) == comb(length, length // 2) == len(np.unique(found, axis=0))
    assert (language.depths(found) >= 0).all()


def test_the_held_out_share_is_one_in_sixteen_and_never_changes() -> None:
    drawn = np.unique(language.draw(20_000, 15, np.random.default_rng(0)), axis=0)
    share = language.held_out(drawn).mean()
    assert abs(share - 1 / 16) < 5 * np.sqrt(1 / 16 * 15 / 16 / len(drawn))
    assert not language.held_out(all_balanced(4)).any()
    assert language.string_hash(rows(["(()())", "()()()"], DYCK1)).tolist() == HASHES


HASHES = [5533298200193059578, 17421663776093617112]  # on any machine


@pytest.mark.parametrize(
    ("text", "of", "words"),
    [
        ("", DYCK1, "no bracket"),
        ("(a)", DYCK1, "character 2 is 'a'"),
        ("([])", DYCK1, "'['"),
        ("（）", DYCK1, "character 1"),
        ("(" * 10_000, DYCK1, "10,000 brackets"),
    ],
)
def test_other_input_is_refused_with_a_sentence(text: str, of: Language, words: str) -> None:
    with pytest.raises(InputRefused, match=None) as refused:
        language.encode(text, of)
    assert words in str(refused.value)
    assert str(refused.value).endswith(".")


def test_text_and_ids_are_each_others_inverse() -> None:
    assert language.text_of(language.encode("([()])[]", DYCK2)) == "([()])[]"
    with pytest.raises(InputRefused):
        Language(3)
