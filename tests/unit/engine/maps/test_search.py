from __future__ import annotations

import numpy as np
import pytest

from engine.maps.nominate import BLOCK
from engine.maps.search import CosineSearch
from engine.records import F32, I64
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
