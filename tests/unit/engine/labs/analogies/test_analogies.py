"""Analogies against plain numpy on a tiny model's own matrices: ranks by sorting everything, offsets pair by pair."""

from __future__ import annotations

import itertools
from functools import cache
from pathlib import Path
from string import ascii_letters
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from scipy.stats import binom

from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.analogies import bundled, offsets, one, sets
from engine.labs.analogies.lines import lines_of
from engine.labs.analogies.records import (
    INPUTS,
    METHODS,
    Analogy,
    AnalogySet,
    AskAnalogy,
    AskAnalogySet,
    AskOffsets,
    Word,
)
from engine.labs.analogies.spelling import Spelling
from tests.helpers.families import FAMILIES
from tests.helpers.letters import Letters
from tests.helpers.sessions import session_of

F64 = npt.NDArray[np.float64]
WHOLE = ("king", "queen", "man", "woman", "KING", "France", "Paris", "Italy", "Rome")
N = 97  # rows of the tiny models, of which the tokenizer knows 62


class Known(Letters):
    """A token a letter, some whole words after a space, and no way to spell what is not ASCII."""

    unk_token_id = 96

    def __init__(self, whole: tuple[str, ...] = WHOLE) -> None:
        super().__init__(whole)
        self.pieces = [" ", *ascii_letters, *(f" {word}" for word in whole)]

    def __call__(self, text: str, add_special_tokens: bool = True, verbose: bool = True) -> dict[str, list[int]]:
        return super().__call__(text) if text.isascii() else {"input_ids": [96]}


@cache
def session() -> Session:
    return session_of(FAMILIES["llama"]())


def bench(stop: bool = False) -> Workbench:
    words = Known()
    return Workbench(session(), words, words.vocabulary(), None, lambda *_: None, lambda: stop)  # type: ignore[arg-type]


@cache
def matrix(name: str = "embedding") -> F64:
    module: Any = session().anatomy.embedding if name == "embedding" else session().anatomy.unembedding
    rows: F64 = module.weight.detach().double().numpy()
    return rows


def cosines(query: F64, rows: F64) -> F64:
    found: F64 = rows @ query / np.linalg.norm(rows, axis=1) / np.linalg.norm(query)
    return found


def plain_text(token: int) -> str:
    pieces = Known().pieces
    return pieces[token].strip(" ").casefold() if token < len(pieces) else f"none {token}"


def plain_vector(word: str, rows: F64) -> F64:
    tokens = Known()
    ids = min((tokens(f" {word}")["input_ids"], tokens(word)["input_ids"]), key=len)
    vector: F64 = rows[ids].mean(0)
    return vector


def plain_rank(query: F64, expected: str, inputs: tuple[str, ...], rows: F64) -> tuple[float, float]:
    """(excluded, allowed) by going through every token."""
    close = cosines(query, rows)
    texts = [plain_text(token) for token in range(len(rows))]
    own = [at for at, text in enumerate(texts) if text == expected.casefold()]
    best = max([float(cosines(query, plain_vector(expected, rows)[None])[0]), *(close[own].tolist())])
    nearer = [at for at in range(len(rows)) if close[at] > best + 1e-7 and at not in own]
    words = {it.casefold() for it in inputs}
    allowed = 1 + len(nearer)
    excluded = 1 + sum(texts[at] not in words for at in nearer)
    return (float("nan") if expected.casefold() in words else excluded), allowed


def queries(a: F64, b: F64, c: F64) -> tuple[F64, F64, F64]:
    return b - a + c, b + c, c


@pytest.mark.parametrize("name", ["embedding", "unembedding"])
@pytest.mark.parametrize("words", [
    ("man", "woman", "king", "queen"), ("France", "Paris", "Italy", "Rome"), ("zebra", "Paris", "k", "queen"),
    ("man", "man", "man", "woman"), ("king", "queen", "king", "queen"), ("man", "woman", "king", "zebra"),
])  # fmt: skip
def test_an_analogy_is_what_sorting_all_tokens_gives(name: Any, words: tuple[str, str, str, str]) -> None:
    found = one.answer(AskAnalogy(*words, matrix=name), bench())
    rows = matrix(name)
    a, b, c = (plain_vector(word, rows) for word in words[:INPUTS])
    target = b - a + c
    order = np.argsort(-cosines(target, rows), kind="stable")[:12]
    np.testing.assert_allclose(found.cosines, cosines(target, rows)[order], atol=1e-5)
    assert set(found.near_ids[:5].tolist()) == set(order[:5].tolist())
    spelled = {word.casefold() for word in words[:INPUTS]}
    assert found.are_input.tolist() == [plain_text(token) in spelled for token in found.near_ids.tolist()]
    for method, query in enumerate(queries(a, b, c)):
        expected = plain_rank(query, words[3], words[:3], rows)
        np.testing.assert_array_equal([found.excluded[method], found.allowed[method]], expected)
    assert found.n_tokens == N
    goal = plain_vector(words[3], rows)
    assert found.expected_cosine == pytest.approx(float(cosines(target, goal[None])[0]), abs=1e-5)


def test_the_plane_holds_the_parallelogram_and_what_it_says_of_the_rest() -> None:
    found, rows = one.answer(AskAnalogy(), bench()), matrix()
    a, b, c, goal = (plain_vector(word, rows) for word in ("man", "woman", "king", "queen"))
    full = np.stack([a, b, c, b - a + c, goal, *rows[found.shown_ids]])
    corners = full[:4]
    apart = np.linalg.norm(corners[:, None] - corners[None], axis=2)
    flat = found.plane[:4].astype(np.float64)
    np.testing.assert_allclose(np.linalg.norm(flat[:, None] - flat[None], axis=2), apart, atol=1e-5)
    np.testing.assert_allclose(flat[1] - flat[0], flat[3] - flat[2], atol=1e-6)
    basis = np.linalg.qr(np.stack([b - a, c - a]).T)[0]
    rest = full[4:] - a
    share = float(((rest @ basis) ** 2).sum() / (rest**2).sum())
    assert found.plane_kept == pytest.approx(share, abs=1e-5)
    sizes = np.linalg.eigvalsh(np.cov(full.T))[::-1]
    assert found.axes_kept == pytest.approx(float(sizes[:2].sum() / sizes.sum()), abs=1e-5)
    assert not set(found.shown_ids.tolist()) & set(found.near_ids[found.are_input | found.are_expected].tolist())


def test_directions_that_are_no_plane_still_make_a_picture() -> None:
    found = one.answer(AskAnalogy("man", "man", "man", ""), bench())
    assert np.isfinite(found.plane).all()
    assert np.allclose(found.plane[:4], 0)
    assert found.plane[4:, 1].any(), "the others give the second axis"
    assert np.isnan(found.excluded).all()
    assert np.isnan(found.expected_cosine)


def test_shuffled_pairs_are_of_other_relations() -> None:
    found = one.answer(AskAnalogy("man", "woman", "king", "queen"), bench())
    spelled = [row for row in bundled.ANALOGIES if row[4] != "gender"]
    assert found.n_pairs == len(spelled)
    rows = matrix()
    c = plain_vector("king", rows)
    ranks = [
        plain_rank(plain_vector(b, rows) - plain_vector(a, rows) + c, "queen", ("man", "woman", "king"), rows)
        for a, b, *_ in spelled
    ]
    assert found.excluded[3] == np.median([excluded for excluded, _ in ranks])
    assert found.allowed[3] == np.median([allowed for _, allowed in ranks])


def test_a_word_is_the_tokens_that_are_fewest_and_its_spellings_all_cases() -> None:
    spelling = Spelling(Known(), Known().vocabulary(), N)
    pieces = Known().pieces
    assert spelling.word("king") == Word("king", (pieces.index(" king"),))
    assert {pieces[token] for token in spelling.spell(spelling.word("king"))} == {" king", " KING"}
    assert {pieces[token] for token in spelling.spell(spelling.word("A"))} == {"A", "a"}
    number = pieces.index(" queen")
    assert spelling.word(f"#{number}").token_ids == (number,)
    assert spelling.spell(spelling.word(f"#{number}")).tolist() == [number]
    assert len(spelling.word("zoo").token_ids) == 3, "without the space before it"


@pytest.mark.parametrize("typed", ["", "  ", "naïve", "#97", "#999999999999999999999", "x" * 300])
def test_what_is_no_word_of_the_model_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(InputRefused, match=r"\.$"):
        one.answer(AskAnalogy("man", typed, "king"), bench())


def test_a_set_has_the_ranks_of_its_analogies_and_counts_them() -> None:
    source = "man woman king queen\n: capital\nFrance,Paris,Italy,Rome\nking queen king queen\nman woman naïve king"
    found = sets.answer(AskAnalogySet(source), bench())
    assert found.relations == ("", "capital", "capital")
    for row, words in enumerate(found.words):
        a, b, c, expected = (word.typed for word in words)
        single = one.answer(AskAnalogy(a, b, c, expected), bench())
        np.testing.assert_array_equal(found.excluded[row, :INPUTS], single.excluded[:INPUTS])
        np.testing.assert_array_equal(found.allowed[row, :INPUTS], single.allowed[:INPUTS])
    assert np.isnan(found.excluded[2]).all(), "the expected word is an input word"
    assert found.total_excluded.count == 2
    assert found.total_allowed.count == 3
    for method in range(INPUTS):
        first = float(np.nanmean(np.where(np.isnan(found.excluded[:, method]), np.nan, found.excluded[:, method] == 1)))
        assert found.total_excluded.first[method] == pytest.approx(first)
        assert found.total_allowed.median[method] == np.median(found.allowed[:, method])
    assert found.n_pairs.tolist() == [2, 1, 1]
    assert "naïve" in found.notes[0]


def test_the_bundled_set_is_asked_where_nothing_is_typed() -> None:
    found = sets.answer(AskAnalogySet(""), bench())
    assert len(found.words) == len(bundled.ANALOGIES) == 20
    assert found.name == ""
    assert not found.notes
    assert len({row[:4] for row in bundled.ANALOGIES}) == 20
    assert len(set(bundled.CAPITALS)) == 20


@pytest.mark.parametrize("n", [1, 5, 6, 20, 37])
def test_the_median_s_interval_covers_as_often_as_it_says(n: int) -> None:
    """The k-th smallest and largest of n: both lie on the median's own sides but for 2 P(X < k) of all samples."""
    values = np.arange(n, dtype=np.float32)
    median, low, high = sets.median_of(values)
    assert median == np.median(values)
    beyond = float(low)  # as many values lie below it
    assert high == n - 1 - beyond
    missed = 2 * binom.cdf(beyond, n, 0.5)
    assert missed <= 0.05 or beyond == 0
    assert 2 * binom.cdf(beyond + 1, n, 0.5) > 0.05, "a narrower one would miss more"


def test_offsets_are_compared_pair_by_pair_and_with_every_permutation() -> None:
    pairs = [("France", "Paris"), ("Italy", "Rome"), ("man", "woman"), ("king", "queen")]
    source = "; ".join(" ".join(pair) for pair in pairs)
    found, rows = offsets.answer(AskOffsets(source), bench()), matrix()
    first = np.stack([plain_vector(a, rows) for a, _ in pairs])
    second = np.stack([plain_vector(b, rows) for _, b in pairs])

    def mean(moved: F64) -> float:
        unit = moved / np.linalg.norm(moved, axis=1, keepdims=True)
        return float(np.mean([unit[i] @ unit[j] for i, j in itertools.combinations(range(len(unit)), 2)]))

    true = mean(second - first)
    every = [mean(second[list(order)] - first) for order in itertools.permutations(range(4))]
    assert found.cosine == pytest.approx(true, abs=1e-5)
    np.testing.assert_allclose(np.sort(found.shuffled), np.sort(every), atol=1e-5)
    assert found.is_exact
    assert found.p_value == pytest.approx(np.mean([value >= true - 1e-9 for value in every]), abs=1e-9)
    unit = (second - first) / np.linalg.norm(second - first, axis=1, keepdims=True)
    for row in range(4):
        rest = np.delete(unit, row, axis=0).mean(0)
        assert found.to_others[row] == pytest.approx(float(unit[row] @ rest / np.linalg.norm(rest)), abs=1e-5)


def test_random_permutations_repeat_and_find_a_planted_direction() -> None:
    rng = np.random.default_rng(0)
    first = rng.normal(size=(30, 8)).astype(np.float32)
    way = np.repeat(np.eye(8, dtype=np.float32)[:1] * 3, 30, 0)
    planted = offsets._tested(first, first + way, AskOffsets(draws=300), bench())
    again = offsets._tested(first, first + way, AskOffsets(draws=300), bench())
    chance = offsets._tested(first, rng.normal(size=(30, 8)).astype(np.float32), AskOffsets(draws=300), bench())
    assert planted[0] == pytest.approx(1.0, abs=1e-6)
    assert planted[2] == pytest.approx(1 / 301)
    np.testing.assert_array_equal(planted[1], again[1])
    assert not planted[3]
    assert chance[2] > 0.02


@pytest.mark.parametrize("source", ["France Paris", "France Paris; Italy Rome", "man man; king king; Rome Rome", "x"])
def test_too_few_pairs_are_refused(source: str) -> None:
    with pytest.raises(InputRefused, match="France Paris"):
        offsets.answer(AskOffsets(source), bench())


def test_lines_are_read_from_what_is_typed_and_from_files(tmp_path: Path) -> None:
    typed = lines_of("a b c d; e, f, g, h, kind\n\na b c d;one two; :name; i:j:k:l", 4, 9, "x")
    assert typed.rows == (("a", "b", "c", "d"), ("e", "f", "g", "h"), ("i", "j", "k", "l"))
    assert typed.relations == ("", "kind", "name")
    assert len(typed.notes) == 2
    file = tmp_path / "my words.csv"
    file.write_text('from;to\n"New York";Albany\r\nOhio;Columbus\n;\n', "utf-8")
    read = lines_of(str(file), 2, 1, "x")
    assert read.rows == (("New York", "Albany"),)
    assert read.name == "my words.csv"
    assert any("first 1 of 2" in note for note in read.notes)
    with pytest.raises(InputRefused, match="cannot be read"):
        lines_of(str(tmp_path / "none.csv"), 2, 9, "x")
    (tmp_path / "bytes.txt").write_bytes(b"a b\n\xff\xfe c\n")
    with pytest.raises(InputRefused, match="UTF-8"):
        lines_of(str(tmp_path / "bytes.txt"), 2, 9, "x")
    with pytest.raises(InputRefused, match="example x"):
        lines_of("\0 ; one", 2, 9, "x")


def test_stopped_and_known_to_the_registry() -> None:
    for question, module in ((AskAnalogy(), one), (AskAnalogySet(), sets), (AskOffsets(), offsets)):
        assert answerer_of(type(question)) is module.answer
        with pytest.raises(Stopped):
            module.answer(question, bench(stop=True))


def test_findings_are_of_their_kinds() -> None:
    assert isinstance(one.answer(AskAnalogy(), bench()), Analogy)
    found = sets.answer(AskAnalogySet("a b c d"), bench())
    assert isinstance(found, AnalogySet)
    assert found.excluded.shape == (1, len(METHODS))
    assert np.isnan(found.excluded[0, 3]), "there is no other pair to shuffle with"
