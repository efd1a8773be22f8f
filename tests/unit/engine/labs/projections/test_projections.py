"""Measures of layouts against scikit-learn's and against plain loops, on all points of small spaces."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from scipy.stats import spearmanr
from sklearn.manifold import trustworthiness
from sklearn.metrics import pairwise_distances

from engine.errors import InputRefused, Stopped
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.projections import answers, known
from engine.labs.projections.records import KS, SHUFFLED, AskProjections, Projections
from engine.maps.spaces import SpaceVectors, vocabulary_space
from engine.records import EMBEDDING, F32, Layout, UmapParams

N = 108
F64 = npt.NDArray[np.float64]


def space(n: int = N, left_out: bool = False) -> SpaceVectors:
    rng = np.random.default_rng(1)
    made = vocabulary_space(EMBEDDING, rng.normal(size=(n, 12)).astype(np.float32))
    if not left_out:
        return made
    out = np.zeros(n, bool)
    out[[0, 7, n - 1]] = True
    return SpaceVectors(replace(made.background, left_out=out), made.vectors)


def layout(vectors: F32, key: str, seed: int = 0) -> Layout:
    noise = np.random.default_rng(seed).normal(scale=0.3, size=(len(vectors), 3)).astype(np.float32)
    points = vectors[:, :3] + noise
    return Layout(
        EMBEDDING, "umap", UmapParams(seed=seed), points, points[:, :2].copy(), "a test", key, 0.3, 0.2, 0.01, 100
    )


def asked(vectors: SpaceVectors, *layouts: Layout, n: int = 10_000, stop: bool = False) -> Projections:
    nothing: Any = None
    bench = Workbench(
        nothing, nothing, nothing, nothing, lambda *_: None, lambda: stop, layouts=lambda _space: (vectors, layouts)
    )  # fmt: skip
    return answers.answer(AskProjections(EMBEDDING, tuple(it.key for it in layouts), n), bench)


@pytest.mark.parametrize("left_out", [False, True])
def test_on_all_points_they_are_scikit_learn_s(left_out: bool) -> None:
    vectors = space(left_out=left_out)
    made = layout(vectors.vectors, "one")
    counted = np.ones(N, bool) if vectors.background.left_out is None else ~vectors.background.left_out
    found = asked(vectors, made)
    assert found.n_points == int(counted.sum()) == len(found.sampled)
    full = vectors.vectors[counted].astype(np.float64)
    far = pairwise_distances(full, metric="cosine")
    for row, points in zip(found.rows, (made.points3, made.points2), strict=False):
        flat = points[counted].astype(np.float64)
        for at, k in enumerate(KS):
            expected = trustworthiness(full, flat, n_neighbors=k, metric="cosine")
            exchanged = trustworthiness(pairwise_distances(flat), full / np.linalg.norm(full, axis=1)[:, None],
                                        n_neighbors=k, metric="precomputed")  # fmt: skip
            assert row.trustworthiness[at] == pytest.approx(expected, abs=1e-6)
            assert row.continuity[at] == pytest.approx(exchanged, abs=1e-6)
            assert row.kept[at] == pytest.approx(kept(far, pairwise_distances(flat), k), abs=1e-6)


def kept(full: F64, flat: F64, k: int) -> float:
    shares = []
    for row in range(len(full)):
        others = [at for at in range(len(full)) if at != row]
        true = sorted(others, key=full[row].__getitem__)[:k]
        near = sorted(others, key=flat[row].__getitem__)[:k]
        shares.append(len({*true} & {*near}) / k)
    return float(np.mean(shares))


def test_a_sample_is_measured_against_all_points() -> None:
    vectors = space()
    made = layout(vectors.vectors, "one")
    every, some = asked(vectors, made), asked(vectors, made, n=40)
    assert len(some.sampled) == 40
    for whole, part in zip(every.rows, some.rows, strict=True):
        assert np.abs(whole.trustworthiness - part.trustworthiness).max() < 0.04
        assert (np.abs(whole.kept - part.kept) < 5 * part.kept_error).all()
    exact = asked(vectors, made, n=40)
    np.testing.assert_array_equal(exact.sampled, some.sampled)


def test_a_perfect_layout_loses_nothing_and_a_shuffled_one_keeps_chance() -> None:
    directions = np.random.default_rng(3).normal(size=(N, 3))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    vectors = vocabulary_space(EMBEDDING, directions.astype(np.float32))
    points = directions.astype(np.float32)
    made = Layout(EMBEDDING, "pca", None, points, points[:, :2].copy(), "a test", "one", 0.3, 0.2, 0.01, 100)
    found = asked(vectors, made)
    first, shuffled = found.rows[0], next(row for row in found.rows if row.key == SHUFFLED)
    np.testing.assert_allclose(first.trustworthiness, 1, atol=1e-4)
    np.testing.assert_allclose(first.continuity, 1, atol=1e-4)
    np.testing.assert_allclose(first.kept, 1, atol=0.01)
    assert first.correlation == pytest.approx(1, abs=1e-5)
    np.testing.assert_allclose(shuffled.kept, [k / (N - 1) for k in KS], atol=0.05)
    assert abs(shuffled.correlation) < 0.1
    assert np.abs(shuffled.trustworthiness - 0.5).max() < 0.06


def test_the_correlation_is_spearman_s_over_the_sampled_pairs() -> None:
    vectors = space()
    made = layout(vectors.vectors, "one")
    found = asked(vectors, made)
    far = pairwise_distances(vectors.vectors, metric="cosine")
    flat = pairwise_distances(made.points3)
    upper = np.triu_indices(N, 1)
    assert found.rows[0].correlation == pytest.approx(spearmanr(far[upper], flat[upper]).statistic, abs=0.03)
    assert N * (answers.PAIRS - 1) <= found.n_pairs <= N * answers.PAIRS


def test_layouts_that_differ_by_their_seed_are_compared() -> None:
    vectors = space()
    one, other = layout(vectors.vectors, "one", 0), layout(vectors.vectors, "other", 1)
    alone = replace(layout(vectors.vectors, "alone", 2), params=UmapParams(n_neighbors=30))
    found = asked(vectors, one, other, alone)
    assert [(it.keys, it.dimensions) for it in found.agreements] == [(("one", "other"), 3), (("one", "other"), 2)]
    flat = [pairwise_distances(it.points3.astype(np.float64)) for it in (one, other)]
    for at, k in enumerate(KS):
        assert found.agreements[0].shared[at] == pytest.approx(kept(flat[0], flat[1], k), abs=1e-6)
    assert [row.key for row in found.rows] == ["one", "one", "other", "other", "alone", "alone", SHUFFLED, SHUFFLED]


def test_a_small_space_has_only_the_measures_that_are_defined() -> None:
    vectors = space(40)
    found = asked(vectors, layout(vectors.vectors, "one"))
    assert np.isfinite(found.rows[0].trustworthiness).tolist() == [True, True, False]


def test_what_cannot_be_measured_is_refused() -> None:
    with pytest.raises(InputRefused, match="not open"):
        asked(space())
    small = space(8)
    with pytest.raises(InputRefused, match="12 points"):
        asked(small, layout(small.vectors, "one"))
    with pytest.raises(Stopped):
        asked(space(), layout(space().vectors, "one"), stop=True)
    assert answerer_of(AskProjections) is answers.answer


def test_what_was_measured_of_the_default_model_comes_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = known.known()
    assert {it.space for it in cases} >= {"token embeddings", "states after L14"}
    for it in cases:
        assert 0 <= it.shuffled < 0.05, "chance is 50 of some thousand points"
        assert 0 < it.kept <= 1
        assert it.error < 0.03
    assert asked(space(), layout(space().vectors, "one")).known == cases
    monkeypatch.setattr(known, "FILE", tmp_path / "missing.json")
    assert known.known() == ()
    (tmp_path / "missing.json").write_text('{"spaces": [{"name": 3}]}')
    assert known.known() == ()
