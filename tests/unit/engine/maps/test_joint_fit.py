"""Layers laid out together: who is pulled where, what lies between them, and what it takes (see test_mapper too)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import scipy.sparse as sparse

from engine.errors import InputRefused, MapProblem
from engine.maps.between import between
from engine.maps.faithfulness import both_kept
from engine.maps.fit_cost import _Measured, estimated
from engine.maps.joint_fit import STAGE, WINDOW, as_one, fit_jointly, related
from engine.maps.spaces import States, resid_space
from engine.maps.store import LayoutStore, layout_key
from engine.records import NORMED, FitJob, Layout, Space, UmapParams
from tests.helpers.made_maps import clustered


def test_points_are_related_across_layers_by_the_neighbours_in_common() -> None:
    rng = np.random.default_rng(0)
    counted = np.asarray(rng.random((4, 30)) < 0.8)
    graphs, neighbours = [], []
    for row in counted:
        of_all = rng.random((30, 30)) < 0.2
        of_all = (of_all | of_all.T) & row[:, None] & row[None]
        neighbours.append([set(np.flatnonzero(of_all[i]).tolist()) for i in range(30)])
        graphs.append(sparse.csr_matrix(of_all[row][:, row].astype(np.float32) * 0.7))
    relations, weights = related(graphs, counted)
    assert relations.shape == weights.shape == (4, 2 * WINDOW + 1, counted.sum(axis=1).max())
    ids = [np.flatnonzero(row) for row in counted]
    for layer in range(4):
        for at, offset in enumerate(range(-WINDOW, WINDOW + 1)):
            other = layer + offset
            for rank, i in enumerate(ids[layer].tolist()):
                told = relations[layer, at, rank]
                if offset == 0 or not 0 <= other < 4 or not counted[other, i]:
                    assert told == -1
                    assert weights[layer, at, rank] == 0
                    continue
                assert ids[other][told] == i
                one, two = neighbours[layer][i], neighbours[other][i]
                expected = len(one & two) / len(one | two) if one | two else 1
                assert weights[layer, at, rank] == pytest.approx(expected)


def test_the_parts_are_told_as_one_that_only_goes_on() -> None:
    told: list[tuple[str, int, int]] = []
    tell = as_one(lambda *said: told.append(said))
    parts = [("Loading umap-learn", 0), ("Finding neighbours", 1), ("Finding neighbours", 2), ("Arranging in 3D", 0)]
    for stage, done in (*parts, ("Arranging in 3D", 2), ("Arranging in 2D", 2), ("Measuring", 1)):
        tell(stage, done, 2)
    assert {stage for stage, _, _ in told} == {STAGE}
    assert [total for _, _, total in told] == [1000] * 7
    so_far = [done for _, done, _ in told]
    assert so_far == sorted(so_far)
    assert so_far[-1] < 1000


def test_one_layer_or_too_few_points_are_refused_in_words() -> None:
    one = clustered(20)
    with pytest.raises(InputRefused, match="at least 2 layers"):
        fit_jointly([one], np.zeros((1, 20), bool), UmapParams(), lambda *_: None)
    with pytest.raises(MapProblem, match="at least 4"):
        fit_jointly([one[:3], one[:3]], np.zeros((2, 3), bool), UmapParams(), lambda *_: None)


def test_a_layer_between_lies_between_and_what_it_keeps_is_measured_on_its_own_states(tmp_path: Path) -> None:
    store, params, n = LayoutStore(tmp_path), UmapParams(along=(0, 4)), 90
    rng = np.random.default_rng(0)
    ends = {}
    for layer in params.along:
        space = Space("resid", layer)
        points = rng.normal(size=(n, 3)).astype(np.float32)
        key = layout_key("hash", space, "umap", params, "x")
        ends[layer] = Layout(space, "umap", params, points, points[:, :2].copy(), "x", key, 0.5, 0.5, 0.1, n)
        store.save("hash", ends[layer])
    for layer, part in ((1, 0.25), (3, 0.75), (NORMED, 1.0)):
        vectors = resid_space(Space("resid", layer), _states(n, abs(layer)))
        found = between(vectors, "hash", 4, store)
        assert found is not None
        expected = ends[0].points3 + part * (ends[4].points3 - ends[0].points3)
        np.testing.assert_allclose(found.points3, expected, atol=1e-6)
        kept = both_kept(vectors.search, found.points3, found.points2, vectors.background.left_out)
        assert (found.kept3, found.kept2, found.n_measured) == (kept.three, kept.two, kept.n)
        assert store.stored("hash", vectors.background.space, n)[0][0].key == found.key
    own = resid_space(Space("resid", 4), _states(n, 4))
    assert between(own, "hash", 4, store) is None  # it was laid out itself
    others = resid_space(Space("resid", 2, texts="whole"), _states(n, 2))
    assert between(others, "hash", 4, store) is None  # of other texts


def _states(n: int, seed: int) -> States:
    positions = np.arange(n, dtype=np.int32) % 30
    zeros = np.zeros(n, np.int32)
    return States(clustered(n) + seed, zeros, positions, zeros.astype(np.float32), zeros, ("prose",))


def test_layers_laid_out_together_have_a_key_and_facts_of_their_own() -> None:
    alone, along = UmapParams(), UmapParams(along=(0, 5))
    space = Space("resid", 5)
    assert layout_key("h", space, "umap", alone, "x") != layout_key("h", space, "umap", along, "x")
    assert "along" not in alone.facts  # as in files of earlier versions
    assert UmapParams(**{**along.facts, "along": [0, 5]}) == along
    assert UmapParams(**alone.facts) == alone


def test_a_short_run_is_scaled_to_the_fit() -> None:
    short = _Measured(points=1000, neighbours=1.0, graph=0.1, epoch=0.01, measuring=0.2, bytes=100)
    one = FitJob(2000, 64, 1)
    assert estimated(one, UmapParams(), short, exact=True).seconds == pytest.approx(4 + (0.1 + 0.2 + 0.01 * 500) * 2)
    seven = replace(one, layers=7)
    expected = 7 * (4 + (0.1 + 0.2 + 0.01 * 200) * 2)
    assert estimated(seven, UmapParams(), short, exact=True).seconds == pytest.approx(expected)
    grown = [estimated(replace(one, layers=k), UmapParams(), short, True).bytes for k in (1, 2)]
    assert grown[1] - grown[0] >= 2000 * 64 * 4
