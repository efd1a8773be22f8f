from __future__ import annotations

import numpy as np
import pytest
from sklearn.manifold import trustworthiness

from engine.maps.faithfulness import MapTree, both_kept, layout_kept, sampled
from engine.maps.pca import pca_layout
from engine.maps.search import CosineSearch
from engine.records import F32
from tests.helpers.made_maps import clustered


def by_hand(vectors: F32, points: F32, rows: list[int]) -> list[float]:
    """The definition, spelled out with plain sorting."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    shares = []
    for row in rows:
        cosines = unit.astype(np.float64) @ unit[row]
        cosines[row] = -np.inf
        true = np.argsort(-cosines, kind="stable")[:15]
        gaps = np.linalg.norm(points.astype(np.float64) - points[row], axis=1)
        gaps[row] = np.inf
        near = np.argsort(gaps, kind="stable")[:50]
        shares.append(float(np.isin(true, near).mean()))
    return shares


def test_a_layouts_figure_is_the_definition_spelled_out() -> None:
    vectors = clustered(900)
    points = pca_layout(vectors).points3
    rows = sampled(900, 200, 1)
    shares = np.array(by_hand(vectors, points, rows.tolist()))
    mean, error = layout_kept(CosineSearch(vectors), points, 200, 1)
    assert mean == pytest.approx(shares.mean(), abs=1e-9)
    assert error == pytest.approx(shares.std(ddof=1) / np.sqrt(200), abs=1e-9)


def test_a_map_that_loses_nothing_keeps_all_and_a_shuffled_one_what_chance_gives() -> None:
    random = np.random.default_rng(0)
    vectors = random.standard_normal((2000, 3)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    search = CosineSearch(vectors)
    assert layout_kept(search, vectors, 300)[0] == 1
    shuffled = vectors[random.permutation(2000)]
    assert layout_kept(search, shuffled, 300)[0] == pytest.approx(50 / 1999, abs=0.01)


def test_left_out_points_are_neither_sampled_nor_near() -> None:
    vectors = clustered(300)
    left_out = np.arange(300) < 100
    assert sampled(300, 500, 0, left_out).tolist() == list(range(100, 300))
    fit = pca_layout(vectors)
    points3, points2 = fit.points3, fit.points2
    whole = both_kept(CosineSearch(vectors, left_out), points3, points2, left_out)
    alone = both_kept(CosineSearch(vectors[100:]), points3[100:], points2[100:])
    assert whole == alone


def test_nearest_on_the_map_is_by_distance_then_index() -> None:
    points = np.array([[0, 0], [1, 0], [1, 0], [0, 2]], np.float32)
    ids, distances = MapTree(points).nearest(np.zeros(2), 9)
    assert ids.tolist() == [0, 1, 2, 3]
    assert distances.tolist() == [0, 1, 1, 2]


@pytest.mark.parametrize("k", [1, 5, 40])
def test_the_figure_ranks_maps_as_scikit_learns_trustworthiness_does(k: int) -> None:
    vectors = clustered(160)
    points = pca_layout(vectors).points2
    shuffled = points[np.random.default_rng(0).permutation(160)]
    search = CosineSearch(vectors)
    kept = [layout_kept(search, each)[0] for each in (points, shuffled)]
    trusted = [trustworthiness(vectors, each, n_neighbors=k) for each in (points, shuffled)]
    assert kept[0] > kept[1]
    assert trusted[0] > trusted[1]


def test_a_layout_of_one_point_keeps_nothing_and_has_no_error() -> None:
    vectors = clustered(1)
    found = both_kept(CosineSearch(vectors), np.zeros((1, 3), np.float32), np.zeros((1, 2), np.float32))
    assert (found.three, found.two, found.error, found.n) == (0.0, 0.0, 0.0, 1)
