from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from engine.maps import search as module
from engine.maps.nominate import BLOCK
from engine.maps.quantised import Quantised, can_quantise
from engine.maps.search import SINGLES, CosineSearch
from engine.records import F32, I64, Bools
from tests.helpers.made_maps import clustered


def by_hand(vectors: F32, vector: F32, k: int) -> I64:
    wide = vectors.astype(np.float64)
    lengths = np.sqrt((wide**2).sum(axis=1)) * np.sqrt((vector.astype(np.float64) ** 2).sum())
    dots = (wide * vector).sum(axis=1)
    cosines = np.divide(dots, lengths, out=np.zeros_like(dots), where=lengths > 0)
    return np.lexsort((np.arange(len(vectors)), -cosines))[:k]


@pytest.mark.parametrize("n", [3, 15, 16, 400, BLOCK * 80, BLOCK * 80 + 7])
def test_neighbours_are_those_of_the_plain_way(n: int) -> None:
    vectors = clustered(n)
    for vector in clustered(5, seed=3):
        ids, cosines = CosineSearch(vectors).nearest(vector, 15)
        assert ids.tolist() == by_hand(vectors, vector, 15).tolist()
        assert (np.diff(cosines) <= 0).all()


def test_the_answer_does_not_depend_on_what_else_is_asked() -> None:
    vectors, new = clustered(6000, 96), clustered(70, 96, seed=4)
    search = CosineSearch(vectors)
    together = list(search.nearest_each(new, 16))
    for row, (ids, cosines) in enumerate(together):
        alone = search.nearest(new[row], 16)
        assert np.array_equal(alone[0], ids)
        assert np.array_equal(alone[1], cosines)


def test_duplicates_are_ranked_by_index() -> None:
    vectors = clustered(6000, 8)
    vectors[100:5000] = vectors[7]
    ids, cosines = CosineSearch(vectors).nearest(vectors[7], 15)
    assert ids.tolist() == [7, *range(100, 114)]
    assert np.allclose(cosines, 1)


def test_zero_vectors_are_nobodys_neighbours_before_the_others() -> None:
    vectors = clustered(60)
    vectors[5] = 0
    ids, cosines = CosineSearch(vectors).nearest(vectors[0], 60)
    assert cosines[ids.tolist().index(5)] == 0
    _, flat = CosineSearch(vectors).nearest(np.zeros(24, np.float32), 15)
    assert (flat == 0).all()


def test_left_out_rows_are_never_found() -> None:
    vectors = clustered(200)
    left_out = np.arange(200) % 2 == 0
    ids, _ = CosineSearch(vectors, left_out).nearest(vectors[4], 200)
    assert sorted(ids.tolist()) == list(range(1, 200, 2))


def test_one_dimension_gives_the_same_side() -> None:
    vectors = np.array([[1], [-2], [3], [-4]], np.float32)
    assert CosineSearch(vectors).nearest(np.array([5], np.float32), 2)[0].tolist() == [0, 2]


def test_the_vectors_are_not_copied() -> None:
    vectors = clustered()
    assert CosineSearch(vectors).vectors is vectors


def _in_8_bits(vectors: F32, left_out: Bools | None = None) -> CosineSearch:
    """A search that has been asked for single vectors so often that 8 bits of each nominate."""
    search = CosineSearch(vectors, left_out)
    for _ in range(SINGLES):
        search.nearest(vectors[0], 1)
    return search


@pytest.fixture
def small_is_large(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """8 bits of few vectors too; gives how often they nominated."""
    pytest.importorskip("torch")
    if not can_quantise(24):
        pytest.skip("this processor does not sum products of 8-bit integers exactly")
    used: list[int] = []
    monkeypatch.setattr(module, "LARGE", 1)
    cosines = Quantised.cosines

    def noted(self: Quantised, unit: F32) -> tuple[F32, F32]:
        used.append(1)
        return cosines(self, unit)

    monkeypatch.setattr(Quantised, "cosines", noted)
    yield used
    assert used


@pytest.mark.usefixtures("small_is_large")
@pytest.mark.parametrize("k", [1, 16])
def test_8_bits_nominate_without_changing_an_answer(k: int) -> None:
    vectors = clustered(9000, 96) * np.geomspace(1e-3, 1e3, 9000, dtype=np.float32)[:, None]
    vectors[50:60] = vectors[40]
    vectors[70:90, 1:] = 0  # one value only: their rounding is exact
    vectors[99] = 0
    left_out = np.arange(9000) % 7 == 3
    coarse = _in_8_bits(vectors, left_out)
    for new in (*clustered(5, 96, seed=5), *vectors[[40, 75, 99]], np.eye(96, dtype=np.float32)[0]):
        for without in (None, 40):
            ids, cosines = CosineSearch(vectors, left_out).nearest(new, k, without)
            found = coarse.nearest(new, k, without)
            assert np.array_equal(found[0], ids)
            assert np.array_equal(found[1], cosines)


@pytest.mark.usefixtures("small_is_large")
def test_the_bound_of_8_bits_holds_and_is_near() -> None:
    vectors = clustered(4000, 96)
    lengths = np.linalg.norm(vectors.astype(np.float64), axis=1)
    kept = Quantised(vectors, (1 / lengths).astype(np.float32))
    for new in clustered(20, 96, seed=5):
        unit = new / np.linalg.norm(new)
        cosines, off = kept.cosines(unit)
        error = np.abs(cosines - vectors.astype(np.float64) @ unit / lengths)
        assert (error <= off).all()
        assert off.max() < 0.05
        assert error.max() > off.min() / 50


def test_few_vectors_or_few_questions_are_not_kept_in_8_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "Quantised", None)  # making one would fail
    _in_8_bits(clustered(300)).nearest(clustered(1)[0], 3)
    monkeypatch.setattr(module, "LARGE", 1)
    assert len(CosineSearch(clustered(300)).nearest(clustered(1)[0], 3)[0]) == 3
    monkeypatch.setattr(module, "can_quantise", lambda width: False)
    _in_8_bits(clustered(300)).nearest(clustered(1)[0], 3)
