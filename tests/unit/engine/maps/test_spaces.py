from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine.errors import MapProblem
from engine.maps.cluster import coarse_groups
from engine.maps.layouts import fitted_layout, pca_of
from engine.maps.spaces import GIANT, norms_of, resid_space, vocabulary_space
from engine.records import EMBEDDING, F32, NORMED, Space, UmapParams
from tests.helpers.made_maps import clustered, states


def lopsided() -> F32:
    """States with a giant at each position 0, one elsewhere, and one dimension that holds most of the variance."""
    vectors = clustered(400)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors[:, 3] = 5 + 2 * vectors[:, 3]
    vectors[::100] *= 100
    vectors[55] *= 50
    return vectors


def test_a_vocabulary_space_is_the_models_own_matrix() -> None:
    vectors = clustered()
    space = vocabulary_space(EMBEDDING, vectors)
    assert space.vectors is vectors
    assert np.array_equal(space.background.token_ids, np.arange(400))
    assert np.allclose(space.background.norms, np.linalg.norm(vectors, axis=1), rtol=1e-6)
    assert space.background.left_out is None
    assert not space.are_giants(vectors).any()


def test_giants_and_first_positions_are_left_out_and_marked() -> None:
    space = resid_space(Space("resid", 2), states(lopsided()))
    assert space.background.left_out is not None
    assert np.flatnonzero(space.background.left_out).tolist() == [0, 55, 100, 200, 300]
    assert "395 states" in space.background.note
    assert "5 states" in space.background.note
    assert space.are_giants(lopsided()).sum() == 5


def test_every_dimension_is_standardised_over_the_others() -> None:
    space = resid_space(Space("resid", 2), states(lopsided()))
    kept = space.vectors[space.counted]
    assert np.allclose(kept.mean(axis=0), 0, atol=1e-4)
    assert np.allclose(kept.std(axis=0), 1, atol=1e-3)
    assert np.allclose(space.prepared(lopsided()), space.vectors, atol=1e-5)
    assert space.background.standardised


def test_a_flat_dimension_does_not_divide_by_zero() -> None:
    vectors = clustered(80)
    vectors[:, 0] = 2
    assert np.isfinite(resid_space(Space("resid", 0), states(vectors)).vectors).all()


def test_too_few_states_and_broken_ones_are_told_in_words() -> None:
    with pytest.raises(MapProblem, match="at least 3"):
        resid_space(Space("resid", 0), states(clustered(4)))
    broken = clustered(80)
    broken[4, 4] = np.inf
    with pytest.raises(MapProblem, match="NaN or infinity"):
        resid_space(Space("resid", 0), states(broken))


def test_left_out_states_are_placed_into_the_layout_of_the_others() -> None:
    space = resid_space(Space("resid", 2), states(lopsided()))
    assert space.counted is not None
    random = np.random.default_rng(0)
    points3 = random.standard_normal((395, 3)).astype(np.float32)
    layout = fitted_layout(space, "hash", UmapParams(), "umap-learn 0", points3, points3[:, :2].copy())
    assert np.array_equal(layout.points3[space.counted], points3)
    assert layout.points3[~space.counted].any(axis=1).all()
    assert layout.n_measured == 395


def test_pca_of_a_lopsided_space_is_decided_by_the_states_that_count() -> None:
    space = resid_space(Space("resid", 2), states(lopsided()))
    layout, _ = pca_of(space, "hash")
    radii = np.linalg.norm(layout.points3[space.counted], axis=1)
    assert (radii <= 1 + 1e-6).mean() == pytest.approx(0.98, abs=0.005)
    assert layout.key != pca_of(space, "other")[0].key
    assert 0 < layout.kept3 <= 1


def test_groups_find_the_clusters_and_are_numbered_by_size() -> None:
    vectors = clustered(2000, 30, 6, seed=1)
    groups = coarse_groups(vectors, norms_of(vectors), k=6)
    sizes = np.bincount(groups)
    assert (np.diff(sizes) <= 0).all()
    assert np.array_equal(groups, coarse_groups(vectors, norms_of(vectors), k=6))
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    likeness = unit @ unit.T
    alike = groups[:, None] == groups
    assert likeness[alike].mean() > likeness[~alike].mean() + 0.5


def test_groups_of_few_or_equal_points_do_not_fail() -> None:
    assert coarse_groups(np.ones((5, 3), np.float32), np.ones(5, np.float32)).tolist() == [0] * 5
    assert len(coarse_groups(clustered(2), norms_of(clustered(2)))) == 2


def test_the_giants_bound_is_a_multiple_of_the_median() -> None:
    vectors = clustered(400)
    space = resid_space(Space("resid", 1), states(vectors))
    positions = np.arange(400) % 100
    assert space.giant_norm == pytest.approx(GIANT * np.median(norms_of(vectors)[positions > 0]))


def test_states_can_be_shown_as_they_are_and_fitted_with_their_giants() -> None:
    raw = resid_space(Space("resid", 2, standardised=False), states(lopsided()))
    assert np.array_equal(raw.vectors, lopsided())
    assert np.array_equal(raw.prepared(lopsided()), lopsided())
    assert raw.background.left_out is not None
    assert raw.background.left_out.sum() == 5
    every = resid_space(Space("resid", 2, outliers=True), states(lopsided()))
    assert every.background.left_out is not None
    assert not every.background.left_out.any()
    assert not every.are_giants(lopsided()).any()
    assert np.allclose(every.vectors.mean(axis=0), 0, atol=1e-4)


def test_no_two_ways_to_prepare_states_share_a_key() -> None:
    spaces = [
        Space("resid", 2), Space("resid", 2, "whole"), Space("resid", 2, "/a"), Space("resid", 2, "/b"),
        Space("resid", NORMED), Space("resid", 2, standardised=False), Space("resid", 2, outliers=True),
    ]  # fmt: skip
    assert len({space.key for space in spaces}) == len(spaces)
    assert Space("resid", 2).key == "resid.2"  # as earlier versions stored it


def test_states_of_other_texts_are_told_apart_by_their_tokens() -> None:
    one = states(lopsided())
    other = dataclasses.replace(one, token_ids=one.token_ids[::-1].copy())
    space = Space("resid", 2, "/a")
    assert resid_space(space, one).fingerprint != resid_space(space, other).fingerprint
    assert resid_space(Space("resid", 2), one).fingerprint == ""
