"""What a layout loses and invents around each point, against scikit-learn's neighbours and plain loops."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from unittest import mock

import numpy as np
import numpy.typing as npt
import pytest
import torch
from sklearn.neighbors import NearestNeighbors

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.projections import losses
from engine.labs.projections.records import KS, REACHES, AskLosses, Losses
from engine.maps import neighbour_table
from engine.maps.faithfulness import both_kept
from engine.maps.spaces import SpaceVectors, vocabulary_space
from engine.records import EMBEDDING, F32, Layout
from tests.helpers.made_maps import clustered

N = 420
F64 = npt.NDArray[np.float64]


def space(n: int = N, left_out: tuple[int, ...] = ()) -> SpaceVectors:
    made = vocabulary_space(EMBEDDING, clustered(n))
    if not left_out:
        return made
    out = np.zeros(n, bool)
    out[list(left_out)] = True
    return SpaceVectors(replace(made.background, left_out=out), made.vectors)


def layout(vectors: F32) -> Layout:
    noise = np.random.default_rng(5).normal(scale=0.6, size=(len(vectors), 3)).astype(np.float32)
    points = vectors[:, :3] + noise
    return Layout(EMBEDDING, "umap", None, points, points[:, :2].copy(), "a test", "one", 0.3, 0.2, 0.01, 100)


class _Anatomy:
    device = torch.device("cpu")


def bench(vectors: SpaceVectors, *layouts: Layout, stop: Any = lambda: False, told: Any = lambda *_: None) -> Workbench:
    session: Any = mock.Mock(anatomy=_Anatomy)
    nothing: Any = None
    return Workbench(session, nothing, nothing, nothing, told, stop, layouts=lambda _space: (vectors, layouts))


def asked(vectors: SpaceVectors, made: Layout) -> Losses:
    return losses.answer(AskLosses(EMBEDDING, "one"), bench(vectors, made))


def by_loops(full: F32, flat: F32, counted: npt.NDArray[np.int64]) -> tuple[F64, F64]:
    """([n, 3], [n, 3]) lost and invented, from scikit-learn's lists of neighbours."""
    true = NearestNeighbors(n_neighbors=REACHES[-1] + 1, metric="cosine", algorithm="brute").fit(full[counted])
    near = NearestNeighbors(n_neighbors=REACHES[-1] + 1).fit(flat[counted])
    trues, nears = (it.kneighbors(return_distance=False)[:, : REACHES[-1]] for it in (true, near))
    lost, invented = np.empty((len(counted), 3)), np.empty((len(counted), 3))
    for row in range(len(counted)):
        for at, (k, reach) in enumerate(zip(KS, REACHES, strict=True)):
            lost[row, at] = len({*trues[row, :k]} - {*nears[row, :reach]}) / k
            invented[row, at] = len({*nears[row, :k]} - {*trues[row, :reach]}) / k
    return lost, invented


@pytest.mark.parametrize("left_out", [(), (0, 7, N - 1)])
def test_they_are_what_two_lists_of_neighbours_say(left_out: tuple[int, ...]) -> None:
    vectors = space(left_out=left_out)
    made = layout(vectors.vectors)
    counted = np.setdiff1d(np.arange(N), left_out)
    found = asked(vectors, made)
    assert found.measured.tolist() == counted.tolist()
    assert found.n_points == len(counted)
    for picture, points in ((found.three, made.points3), (found.two, made.points2)):
        lost, invented = by_loops(vectors.vectors, points, counted)
        assert np.abs(picture.lost[counted] - lost).max() < 1e-6
        assert np.abs(picture.invented[counted] - invented).max() < 1e-6
        assert np.isnan(picture.lost[list(left_out)]).all()
        assert np.isnan(picture.invented[list(left_out)]).all()
        np.testing.assert_allclose(picture.mean_lost, lost.mean(0), atol=1e-6)
        np.testing.assert_allclose(picture.mean_invented, invented.mean(0), atol=1e-6)
        assert np.isnan(picture.likeness).all()  # all were measured: nothing is filled in
    assert (found.three.lost[counted] != found.three.invented[counted]).any()


def test_of_15_it_is_what_every_layout_states_as_kept() -> None:
    vectors = space()
    made = layout(vectors.vectors)
    found, kept = asked(vectors, made), both_kept(vectors.search, made.points3, made.points2, None)
    assert 1 - found.three.mean_lost[1] == pytest.approx(kept.three, abs=1e-6)
    assert 1 - found.two.mean_lost[1] == pytest.approx(kept.two, abs=1e-6)


def test_chance_is_what_points_dealt_out_at_random_give() -> None:
    vectors = space()
    made = layout(vectors.vectors)
    rng = np.random.default_rng(3)
    dealt = []
    for _ in range(6):
        order = rng.permutation(N)
        dealt.append(asked(vectors, replace(made, points3=made.points3[order], points2=made.points2[order])))
    for at in range(3):
        assert np.mean([it.three.mean_lost[at] for it in dealt]) == pytest.approx(dealt[0].chance[at], abs=0.01)
        assert np.mean([it.two.mean_invented[at] for it in dealt]) == pytest.approx(dealt[0].chance[at], abs=0.01)


def test_the_same_points_lose_and_invent_nothing() -> None:
    rng = np.random.default_rng(0)
    unit = rng.normal(size=(N, 3))
    unit = (unit / np.linalg.norm(unit, axis=1)[:, None]).astype(np.float32)  # on a ball cosine orders as distance does
    made = Layout(EMBEDDING, "pca", None, unit, unit[:, :2].copy(), "a test", "one", 1, 1, 0, N)
    found = asked(vocabulary_space(EMBEDDING, unit), made)
    assert found.three.lost.max() == found.three.invented.max() == 0
    assert found.two.lost.max() > 0  # a ball seen flat lays its far side onto its near one


def test_of_many_in_one_place_none_is_lost() -> None:
    vectors = clustered()
    vectors[:200] = vectors[0]
    points = layout(vectors).points3.copy()
    points[:200] = points[0]
    found = asked(vocabulary_space(EMBEDDING, vectors), replace(layout(vectors), points3=points))
    assert found.three.lost[:200].max() == found.three.invented[:200].max() == 0


def test_where_not_all_can_be_measured_the_rest_is_filled_in_and_how_well_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole_space = space()
    made = layout(whole_space.vectors)
    whole = asked(whole_space, made)
    monkeypatch.setattr(neighbour_table, "BUDGET", 150 * N * 24)
    some = asked(space(), made)
    assert len(some.measured) == 150
    np.testing.assert_array_equal(some.three.lost[some.measured], whole.three.lost[some.measured])
    np.testing.assert_array_equal(some.two.invented[some.measured], whole.two.invented[some.measured])
    others = np.setdiff1d(np.arange(N), some.measured)
    near = NearestNeighbors(n_neighbors=losses.FILLED_FROM).fit(made.points3[some.measured])
    of = some.measured[near.kneighbors(made.points3[others], return_distance=False)]
    np.testing.assert_allclose(some.three.lost[others], whole.three.lost[of].mean(1), atol=1e-6)
    beside = some.measured[near.kneighbors(return_distance=False)]  # of those measured, each left out of its own
    again = whole.three.lost[beside].mean(1)
    for at in range(3):
        expected = np.corrcoef(whole.three.lost[some.measured][:, at], again[:, at])[0, 1]
        assert some.three.likeness[0, at] == pytest.approx(expected, abs=1e-5)


def test_what_was_searched_before_a_stop_is_not_searched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbour_table, "_ENTRIES", 30 * N)  # 30 points at a time
    vectors, told = space(), list[int]()
    made = layout(vectors.vectors)
    calls = iter(range(100))
    with pytest.raises(Stopped):
        losses.answer(AskLosses(EMBEDDING, "one"), bench(vectors, made, stop=lambda: next(calls) == 5))
    assert vectors.neighbour_table.known == 150
    again = bench(vectors, made, told=lambda what, done, total: told.append(done) if what == losses.SEARCHING else None)
    found = losses.answer(AskLosses(EMBEDDING, "one"), again)
    assert told[0] == 150
    whole = asked(space(), made)
    np.testing.assert_array_equal(found.three.lost, whole.three.lost)
    np.testing.assert_array_equal(found.two.invented, whole.two.invented)


def test_a_card_finds_what_a_processor_finds() -> None:
    vectors = space()
    one, other = vectors.neighbour_table, space().neighbour_table
    one.grow(None, lambda: False, lambda *_: None)
    other.grow(torch.device("cpu"), lambda: False, lambda *_: None)  # the same code as on a card
    np.testing.assert_array_equal(one.ids, other.ids)
    np.testing.assert_allclose(one.reach, other.reach, atol=1e-6)


def test_a_space_of_few_points_says_which_k_it_has() -> None:
    vectors = space(40)
    found = asked(vectors, layout(vectors.vectors))
    assert np.isfinite(found.three.lost[:, :2]).all()
    assert np.isnan(found.three.lost[:, 2]).all()  # 50 neighbours of 40 points


def test_what_cannot_be_measured_is_refused_in_a_sentence() -> None:
    vectors = space(8)
    with pytest.raises(InputRefused, match="at least 12 points"):
        asked(vectors, layout(vectors.vectors))
    with pytest.raises(InputRefused, match="not open"):
        losses.answer(AskLosses(EMBEDDING, "another"), bench(vectors, layout(vectors.vectors)))
