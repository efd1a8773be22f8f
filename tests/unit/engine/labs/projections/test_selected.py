"""Distances among a selection, against scipy's."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.projections import selected
from engine.labs.projections.records import PAIRS_OF, AskApart
from engine.maps.spaces import SpaceVectors, vocabulary_space
from engine.records import EMBEDDING
from tests.helpers.made_maps import clustered

N = 400


def bench(vectors: SpaceVectors | None) -> Workbench:
    nothing: Any = None
    return Workbench(
        nothing, nothing, nothing, nothing, lambda *_: None, lambda: False, layouts=lambda _space: (vectors, ())
    )  # fmt: skip


def test_they_are_scipy_s_cosine_distances_in_the_order_of_the_selection() -> None:
    vectors, chosen = vocabulary_space(EMBEDDING, clustered(N)), (7, 3, 200, 41)
    found = selected.answer(AskApart(EMBEDDING, chosen), bench(vectors))
    rows = vectors.vectors[list(chosen)].astype(np.float64)
    np.testing.assert_allclose(found.pairs, cdist(rows, rows, "cosine"), atol=1e-6)
    middle = (rows / np.linalg.norm(rows, axis=1)[:, None]).mean(0)
    np.testing.assert_allclose(found.from_mean, cdist(rows, middle[None], "cosine")[:, 0], atol=1e-6)


def test_of_many_points_no_pairs_are_told() -> None:
    vectors = vocabulary_space(EMBEDDING, clustered(N))
    found = selected.answer(AskApart(EMBEDDING, tuple(range(PAIRS_OF + 1))), bench(vectors))
    assert found.pairs.shape == (0, 0)
    assert len(found.from_mean) == PAIRS_OF + 1


def test_a_vector_of_zeros_is_as_far_as_a_cosine_of_0_says() -> None:
    vectors = clustered(N)
    vectors[3] = 0
    found = selected.answer(AskApart(EMBEDDING, (3, 4)), bench(vocabulary_space(EMBEDDING, vectors)))
    assert found.from_mean[0] == pytest.approx(1)
    assert found.pairs[0, 1] == pytest.approx(1)
    alone = selected.answer(AskApart(EMBEDDING, (3,)), bench(vocabulary_space(EMBEDDING, vectors)))
    assert alone.from_mean.tolist() == [1]


def test_what_there_is_not_is_refused_in_a_sentence() -> None:
    vectors = vocabulary_space(EMBEDDING, clustered(N))
    for chosen in ((), (N,), (-1,)):
        with pytest.raises(InputRefused, match="points 0 to 399"):
            selected.answer(AskApart(EMBEDDING, chosen), bench(vectors))
    with pytest.raises(InputRefused, match="not open"):
        selected.answer(AskApart(EMBEDDING, (3,)), bench(None))
