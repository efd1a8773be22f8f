"""Clusters that are there are found, in the space and in a picture; where there are none, chance stands beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from sklearn.cluster import HDBSCAN
from sklearn.metrics import adjusted_rand_score

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.projections import clusters
from engine.labs.projections.records import PARTS, TYPICAL, AskClusters, Clusters
from engine.maps.spaces import SpaceVectors, vocabulary_space
from engine.records import EMBEDDING, F32, Layout

N, GROUPS = 600, 4
Codes = npt.NDArray[np.int64]


def grouped(n: int = N, seed: int = 0) -> tuple[F32, Codes]:
    """Vectors of four directions, of different lengths, and which is of which."""
    rng = np.random.default_rng(seed)
    codes = rng.integers(0, GROUPS, n)
    made = rng.normal(size=(GROUPS, 20))[codes] * 3 + rng.normal(size=(n, 20)) * 0.4
    return (made * rng.uniform(0.5, 2, (n, 1))).astype(np.float32), codes


def bench(vectors: SpaceVectors | None, *layouts: Layout, stop: bool = False) -> Workbench:
    nothing: Any = None
    return Workbench(
        nothing, nothing, nothing, nothing, lambda *_: None, lambda: stop, layouts=lambda _space: (vectors, layouts)
    )  # fmt: skip


def asked(vectors: SpaceVectors, of: Any = "space", layout: Layout | None = None) -> Clusters:
    layouts = () if layout is None else (layout,)
    return clusters.answer(AskClusters(EMBEDDING, of, "one" if layout is not None else ""), bench(vectors, *layouts))


def test_groups_that_are_there_are_found_again_and_again() -> None:
    made, codes = grouped()
    found = asked(vocabulary_space(EMBEDDING, made))
    assert len(found.levels) == len(PARTS)
    level = found.levels[0]
    assert len(level.sizes) == GROUPS
    inside = level.labels >= 0
    assert inside.mean() > 0.9
    assert adjusted_rand_score(codes[inside], level.labels[inside]) == 1
    assert level.sizes.tolist() == sorted(level.sizes.tolist(), reverse=True)
    assert level.sizes.tolist() == np.bincount(level.labels[inside]).tolist()
    assert level.stability.min() > 0.9
    assert level.agreement == pytest.approx(1)
    assert level.neighbours > 0.95
    assert level.neighbours_chance == pytest.approx(1 / GROUPS, abs=0.05)


def test_what_is_typical_of_a_cluster_is_nearest_to_its_mean_direction() -> None:
    made, _ = grouped()
    level = asked(vocabulary_space(EMBEDDING, made)).levels[0]
    directions = made / np.linalg.norm(made, axis=1)[:, None]
    for cluster in range(GROUPS):
        rows = np.flatnonzero(level.labels == cluster)
        mean = directions[rows].mean(0)
        expected = rows[np.argsort(-(directions[rows] @ mean), kind="stable")[:TYPICAL]]
        assert level.typical[cluster].tolist() == expected.tolist()


def test_in_a_cloud_without_groups_chance_finds_as_much() -> None:
    made = np.random.default_rng(4).normal(size=(N, 20)).astype(np.float32)
    for level in asked(vocabulary_space(EMBEDDING, made)).levels:
        inside = (level.labels >= 0).mean()
        assert inside < 0.35
        assert abs(inside - level.chance_share) < 0.35
        assert abs(len(level.sizes) - level.chance_count) <= max(4, level.chance_count)


def test_a_picture_s_clusters_are_its_own_and_its_neighbours_tell_them_from_true_ones() -> None:
    made, _ = grouped()
    rng = np.random.default_rng(6)
    invented = rng.integers(0, 3, N)
    points = (np.eye(3)[invented] * 10 + rng.normal(size=(N, 3)) * 0.2).astype(np.float32)
    layout = Layout(EMBEDDING, "umap", None, points, points[:, :2].copy(), "a test", "one", 0.3, 0.2, 0.01, 100)
    for of in ("3D", "2D"):
        level = asked(vocabulary_space(EMBEDDING, made), of, layout).levels[0]
        inside = level.labels >= 0
        assert len(level.sizes) == 3
        assert adjusted_rand_score(invented[inside], level.labels[inside]) == 1
        assert level.stability.min() > 0.9  # stable, and yet the picture's own:
        assert level.neighbours == pytest.approx(level.neighbours_chance, abs=0.05)


def test_what_the_fit_leaves_out_is_in_no_cluster() -> None:
    made, _ = grouped()
    whole = vocabulary_space(EMBEDDING, made)
    out = np.zeros(N, bool)
    out[[1, 5]] = True
    found = asked(SpaceVectors(replace(whole.background, left_out=out), made))
    assert found.n_points == N - 2
    for level in found.levels:
        assert level.labels[out].tolist() == [-1, -1]
        assert not np.isin(level.typical, (1, 5)).any()


def test_those_sampled_have_hdbscan_s_labels_and_others_those_of_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "CLUSTERED", 200)
    made, _ = grouped()
    points = made[:, :3].copy()
    layout = Layout(EMBEDDING, "umap", None, points, points[:, :2].copy(), "a test", "one", 0.3, 0.2, 0.01, 100)
    found = asked(vocabulary_space(EMBEDDING, made), "3D", layout)
    assert found.n_clustered == 200
    sample = np.sort(np.random.default_rng(0).choice(N, 200, replace=False))
    level = found.levels[0]
    model = HDBSCAN(min_cluster_size=level.least, min_samples=clusters.NEAR, cluster_selection_method="eom", copy=True)
    own = model.fit(points[sample].astype(np.float64)).labels_
    assert ((own < 0) == (level.labels[sample] < 0)).all()
    inside = own >= 0
    assert adjusted_rand_score(own[inside], level.labels[sample][inside]) == 1
    for other in np.setdiff1d(np.arange(N), sample)[:50]:
        nearest = sample[np.linalg.norm(points[sample] - points[other], axis=1).argmin()]
        assert level.labels[other] == level.labels[nearest]


def test_stability_is_the_best_jaccard_overlap() -> None:
    one = np.array([0, 0, 0, 1, 1, -1, -1, 2], np.int32)
    other = np.array([1, 1, -1, 0, 0, 0, 1, -1], np.int32)
    np.testing.assert_allclose(clusters.stability(one, other), [2 / 4, 2 / 3, 0])
    assert clusters.stability(one, np.full(8, -1, np.int32)).tolist() == [0, 0, 0]
    assert np.isnan(clusters.agreement(one, np.full(8, -1, np.int32)))


def test_it_can_be_stopped_and_says_what_it_cannot() -> None:
    made, _ = grouped()
    vectors = vocabulary_space(EMBEDDING, made)
    with pytest.raises(Stopped):
        clusters.answer(AskClusters(EMBEDDING, "space"), bench(vectors, stop=True))
    with pytest.raises(InputRefused, match="not open"):
        clusters.answer(AskClusters(EMBEDDING, "3D", "another"), bench(vectors))
    with pytest.raises(InputRefused, match="at least 50 points"):
        asked(vocabulary_space(EMBEDDING, made[:40]))
