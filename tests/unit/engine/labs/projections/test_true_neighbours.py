"""The true neighbours of one point, against scikit-learn's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from sklearn.neighbors import NearestNeighbors

from engine.errors import InputRefused
from engine.labkit.workbench import Workbench
from engine.labs.projections import neighbours
from engine.labs.projections.records import AskTrueNeighbours
from engine.maps.spaces import SpaceVectors, vocabulary_space
from engine.records import EMBEDDING
from tests.helpers.made_maps import clustered

N = 200


def bench(vectors: SpaceVectors | None) -> Workbench:
    nothing: Any = None
    return Workbench(
        nothing, nothing, nothing, nothing, lambda *_: None, lambda: False, layouts=lambda _space: (vectors, ())
    )  # fmt: skip


def test_they_are_scikit_learn_s_without_the_point_and_those_left_out() -> None:
    made = vocabulary_space(EMBEDDING, clustered(N))
    out = np.zeros(N, bool)
    out[[2, 9]] = True
    vectors = SpaceVectors(replace(made.background, left_out=out), made.vectors)
    for index in (0, 50, 2):
        others = np.array([i for i in range(N) if not out[i] and i != index])
        model = NearestNeighbors(n_neighbors=15, metric="cosine").fit(made.vectors[others])
        away, rows = model.kneighbors(made.vectors[[index]])
        found = neighbours.answer(AskTrueNeighbours(EMBEDDING, index), bench(vectors))
        assert found.ids.tolist() == others[rows[0]].tolist()
        np.testing.assert_allclose(found.cosine, 1 - away[0], atol=1e-5)


def test_what_there_is_not_is_refused_in_a_sentence() -> None:
    vectors = vocabulary_space(EMBEDDING, clustered(N))
    with pytest.raises(InputRefused, match="points 0 to 199"):
        neighbours.answer(AskTrueNeighbours(EMBEDDING, N), bench(vectors))
    with pytest.raises(InputRefused, match="not open"):
        neighbours.answer(AskTrueNeighbours(EMBEDDING, 3), bench(None))
