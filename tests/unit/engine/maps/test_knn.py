from __future__ import annotations

import numpy as np
import pytest
from sklearn.metrics import pairwise_distances

from engine.maps.knn import exact_is_affordable, exact_neighbours
from tests.helpers.made_maps import clustered


@pytest.mark.parametrize("metric", ["cosine", "euclidean"])
@pytest.mark.parametrize("n", [20, 5000])
def test_neighbours_and_distances_are_those_of_scikit_learn(metric: str, n: int) -> None:
    vectors = clustered(n)
    indices, distances = exact_neighbours(vectors, 10, metric)
    true = pairwise_distances(vectors.astype(np.float64), metric=metric)
    assert np.array_equal(indices[:, 0], np.arange(n))
    assert np.array_equal(distances[:, 0], np.zeros(n))
    assert np.allclose(np.sort(true, axis=1)[:, 1:10], distances[:, 1:], atol=2e-3)
    assert np.allclose(np.take_along_axis(true, indices.astype(np.int64), axis=1), distances, atol=2e-3)


def test_progress_runs_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    exact_neighbours(clustered(100), 5, "cosine", lambda done, total: told.append((done, total)))
    assert told[0] == (0, 100)
    assert told[-1] == (100, 100)


def test_large_sets_and_other_metrics_are_left_to_the_approximate_way() -> None:
    assert exact_is_affordable(49_152, 576, "cosine")
    assert not exact_is_affordable(262_144, 640, "cosine")
    assert not exact_is_affordable(100, 10, "manhattan")
