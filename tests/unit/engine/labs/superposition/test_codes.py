"""Codes of coloured shapes: what must and cannot be read out of each, and the same of states that are known."""

from __future__ import annotations

import numpy as np
import pytest

from engine.errors import InputRefused, Stopped
from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench
from engine.labs.superposition import product
from engine.labs.superposition.held_out import folds, in_fewer_dimensions, read_held_out
from engine.labs.superposition.made_codes import made_codes, spread_directions
from engine.labs.superposition.records import MEASURES, AskCodes, AskProduct, Codes, Product
from tests.helpers.sessions import hooks_on, tiny_session
from tests.helpers.workbench import bench

FIRST, SECOND, DEALT, HALF, TWO = range(len(MEASURES))
ONE_HOT, SEMI_LOCAL, SUPERPOSED, RANDOM = range(4)
K, S = 4, 3


@pytest.fixture(scope="module")
def codes(toy_bench: Bench) -> Codes:
    return made_codes(AskCodes(), toy_bench)


# -- folds and probes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("firsts", "seconds"), [(4, 4), (5, 3), (2, 6)])
def test_every_combination_is_left_out_once_and_every_word_is_known(firsts: int, seconds: int) -> None:
    fold = folds(firsts, seconds).reshape(firsts, seconds)
    for held in np.unique(fold):
        out = fold == held
        assert out.sum(axis=0).max() <= 1
        assert out.sum(axis=1).max() <= 1
        assert not out.all(axis=0).any()
        assert not out.all(axis=1).any()


def test_a_probe_reads_what_lies_along_a_direction_and_nothing_of_noise() -> None:
    rng = np.random.default_rng(0)
    labels = np.repeat(np.arange(3), 40)
    fold = np.tile(np.arange(4), 30)
    points = np.eye(3)[labels] + 0.1 * rng.standard_normal((120, 3))
    assert np.mean(read_held_out(points, labels, fold) == labels) == 1.0
    noise = rng.standard_normal((120, 3))
    assert np.mean(read_held_out(noise, labels, fold) == labels) < 0.55


def test_fewer_dimensions_change_no_distance() -> None:
    points = np.random.default_rng(1).standard_normal((6, 30))
    fewer = in_fewer_dimensions(points)
    assert fewer.shape == (6, 6)
    np.testing.assert_allclose(fewer @ fewer.T, points @ points.T, atol=1e-10)


# -- made codes ------------------------------------------------------------------------------------------------------


def test_codes_are_what_they_are_called(codes: Codes) -> None:
    one_hot, semi_local, superposed, random = codes.vectors
    np.testing.assert_array_equal(one_hot, np.eye(16))
    np.testing.assert_array_equal(semi_local.sum(axis=1), np.full(16, 2.0))
    assert semi_local.shape == (16, 8)
    table = superposed.astype(np.float64).reshape(4, 4, 6)
    interaction = table - table.mean(0) - table.mean(1, keepdims=True) + table.mean((0, 1))
    np.testing.assert_allclose(interaction, 0, atol=1e-6)  # each is the sum of a colour's and a shape's direction
    np.testing.assert_allclose(np.linalg.norm(random, axis=1), np.sqrt(2), rtol=1e-5)


def test_new_combinations_are_read_where_colour_and_shape_have_directions(codes: Codes) -> None:
    assert codes.shares[SEMI_LOCAL, :2].min() > 0.95
    assert codes.shares[SUPERPOSED, :2].min() > 0.9
    for code in (ONE_HOT, RANDOM):
        for measure in (FIRST, SECOND):
            assert codes.low[code, measure] < codes.chance[measure] < codes.high[code, measure]
    assert np.all(codes.low[:, DEALT] < 0.25)
    assert np.all(codes.high[:, DEALT] > 0.25)


def test_one_hot_tells_any_half_and_two_at_once_where_sums_do_not(codes: Codes) -> None:
    assert codes.shares[ONE_HOT, HALF] > 0.98
    assert codes.shares[SEMI_LOCAL, HALF] < 0.9  # 8 directions, of which 7 are free, cannot part 16 things anyhow
    assert codes.shares[ONE_HOT, TWO] == 1.0
    for code in (SEMI_LOCAL, SUPERPOSED):  # red square + blue circle is red circle + blue square
        assert codes.low[code, TWO] < 0.5 + 0.1
        assert codes.shares[code, TWO] < 0.75


def test_with_room_for_all_nothing_interferes(codes: Codes) -> None:
    assert codes.interference[:2].tolist() == [0.0, 0.0]
    assert 0.0 < codes.interference[SUPERPOSED] < codes.interference[RANDOM]
    assert codes.by_width[:, -1].tolist() == [1.0, 1.0]
    assert codes.by_width[:, 0].max() < 0.75
    np.testing.assert_allclose(np.diag(codes.overlaps), 1, rtol=1e-5)
    assert np.all(codes.alone < 1)


def test_spread_directions_come_near_the_least_overlap_that_is_possible() -> None:
    """Welch's bound on the mean squared cosine of n directions in d dimensions, all pairs counted."""
    n, d = 8, 6
    cosines = spread_directions(n, d, 0) @ spread_directions(n, d, 0).T
    off = cosines[~np.eye(n, dtype=bool)]
    assert np.mean(off**2) == pytest.approx((n / d - 1) / (n - 1), rel=0.1)
    np.testing.assert_array_equal(spread_directions(3, 5, 0), np.eye(3, 5))


@pytest.mark.parametrize("question", [AskCodes(firsts=1), AskCodes(seconds=13), AskCodes(width=0), AskCodes(noise=-1)])
def test_numbers_out_of_range_are_refused(question: AskCodes, toy_bench: Bench) -> None:
    with pytest.raises(InputRefused):
        made_codes(question, toy_bench)


# -- states of a model -----------------------------------------------------------------------------------------------


def table_of(interaction: float, seed: int = 0, d: int = 40) -> np.ndarray:
    """Sums of two words' vectors, and so much beyond."""
    rng = np.random.default_rng(seed)
    first, second = rng.standard_normal((K, 1, d)), rng.standard_normal((1, S, d))
    return np.asarray((first + second + interaction * rng.standard_normal((K, S, d))).reshape(K * S, d))


def test_variance_splits_as_a_two_way_table_does() -> None:
    """Against sums of squares taken term by term."""
    table = table_of(0.7)
    cells, middle = table.reshape(K, S, -1), table.mean(axis=0)
    total = sum(float((cell - middle) @ (cell - middle)) for cell in table)
    first = sum(S * float(np.sum((cells[row].mean(0) - middle) ** 2)) for row in range(K))
    second = sum(K * float(np.sum((cells[:, column].mean(0) - middle) ** 2)) for column in range(S))
    found = product.variance_parts(table, K, S)
    np.testing.assert_allclose(found, [first / total, second / total, 1 - (first + second) / total], rtol=1e-9)
    np.testing.assert_allclose(product.variance_parts(table_of(0.0), K, S)[2], 0, atol=1e-9)


def test_dealt_at_random_the_parts_are_what_is_said() -> None:
    rng, table = np.random.default_rng(0), table_of(0.0)
    dealt = np.mean([product.variance_parts(table[rng.permutation(K * S)], K, S) for _ in range(2000)], axis=0)
    np.testing.assert_allclose(dealt, np.array([K - 1, S - 1, (K - 1) * (S - 1)]) / (K * S - 1), rtol=0.02)


def test_the_sum_finds_phrases_of_sums_only() -> None:
    sums = np.stack([table_of(0.05, d=60)] * 2).astype(np.float32)
    assert product.matches(sums, K, S) == 1.0
    noise = np.random.default_rng(2).standard_normal((2, K * S, 60)).astype(np.float32)
    assert product.matches(noise, K, S) < 0.4
    assert product.matches(np.zeros((2, K * S, 4), np.float32), K, S) == 1 / (K * S)


def test_phrases_end_where_the_later_word_does() -> None:
    assert product.phrase("A {first} {second}.", "red", "cube") == ("A red cube.", "A red cube")
    assert product.phrase("The {second} is {first}.", "red", "cube") == ("The cube is red.", "The cube is red")


WORDS = AskProduct(("1", "2", "3"), ("4", "5", "6"), ("7 {first} {second} 8", "9 {first} 7 {second} 8"))


@pytest.fixture(scope="module")
def found() -> Product:
    session = tiny_session("llama")
    made = answer(WORDS, bench(session))
    assert not hooks_on(session.model)
    assert isinstance(made, Product)
    return made


def test_at_the_input_the_state_is_the_second_word_alone(found: Product) -> None:
    """Token embeddings know nothing of what stands before: a control that is there in every model."""
    np.testing.assert_allclose(found.parts[:, 0], [0, 1, 0], atol=1e-5)
    assert found.read[1, 0] == 1.0
    assert found.read[0, 0] <= 0.5
    np.testing.assert_allclose(found.parts.sum(axis=0), 1)
    assert found.parts.shape == (3, tiny_session("llama").anatomy.n_layers + 1)
    assert (found.n_phrases, found.n_templates) == (9, 2)


def test_at_the_end_of_the_text_the_input_knows_neither(found: Product) -> None:
    end = answer(AskProduct(WORDS.firsts, WORDS.seconds, WORDS.templates, at_end=True), bench(tiny_session("llama")))
    assert isinstance(end, Product)
    assert np.isnan(end.parts[:, 0]).all()
    assert end.matched[0] == end.matched_chance
    np.testing.assert_allclose(end.read[:, 0], end.read_chance)
    assert np.isfinite(end.parts[:, 1:]).all()


@pytest.mark.parametrize(
    "question",
    [
        AskProduct(("1",), ("4", "5"), ("{first} {second}",)),
        AskProduct(("1", "1"), ("4", "5"), ("{first} {second}",)),
        AskProduct(("1", "2"), ("4", "5"), ()),
        AskProduct(("1", "2"), ("4", "5"), ("{first} and no more",)),
        AskProduct(tuple("123456789"), tuple("123456789"), tuple(f"{at} {{first}} {{second}}" for at in range(8))),
    ],
)
def test_words_and_templates_that_make_no_table_are_refused(question: AskProduct) -> None:
    with pytest.raises(InputRefused):
        answer(question, bench(tiny_session("llama")))


def test_a_stop_ends_the_reading() -> None:
    with pytest.raises(Stopped):
        answer(WORDS, bench(tiny_session("llama"), stop=True))
