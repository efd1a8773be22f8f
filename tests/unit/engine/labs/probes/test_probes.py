"""Directions and probes against plain numpy and scikit-learn, and what they find where there is nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from engine.errors import InputRefused, Stopped
from engine.labkit.workbench import Workbench
from engine.labs.probes import answers
from engine.labs.probes.records import AskAlong, AskProbe
from engine.maps.spaces import SpaceVectors, vocabulary_space
from engine.records import EMBEDDING, F32, Space

N, D = 400, 12
STATES = Space("resid", 2)
rng = np.random.default_rng(5)


def bench(vectors: SpaceVectors | None, stop: bool = False) -> Workbench:
    nothing: Any = None
    return Workbench(
        nothing, nothing, nothing, nothing, lambda *_: None, lambda: stop, layouts=lambda _space: (vectors, ())
    )  # fmt: skip


def space(vectors: F32, left_out: tuple[int, ...] = (), texts: np.ndarray[Any, Any] | None = None) -> SpaceVectors:
    made = vocabulary_space(EMBEDDING, vectors)
    out = np.zeros(len(vectors), bool)
    out[list(left_out)] = True
    background = replace(made.background, left_out=out)
    if texts is not None:
        positions = np.arange(len(vectors), dtype=np.int32)
        background = replace(background, space=STATES, texts=texts.astype(np.int32), positions=positions)
    return SpaceVectors(background, vectors)


def planted(strength: float) -> tuple[F32, np.ndarray[Any, np.dtype[np.bool_]]]:
    """Points whose first half lies `strength` standard deviations further along one direction."""
    vectors = rng.normal(size=(N, D))
    ones = np.arange(N) < N // 2
    vectors[ones, 3] += strength
    return vectors.astype(np.float32), ones


# -- directions ----------------------------------------------------------------------------------------------------


def test_coordinates_are_0_at_the_mean_of_all_and_the_ends_2_apart() -> None:
    vectors = rng.normal(size=(N, D)).astype(np.float32)
    start, end = (3, 4, 5), (10, 20)
    found = answers.along(AskAlong(EMBEDDING, start, end), bench(space(vectors, left_out=(7,))))
    a, b = vectors[list(start)].mean(axis=0), vectors[list(end)].mean(axis=0)
    for row in (0, 3, 10, 399):  # the formula of a projection, one point at a time
        expected = 2 * np.dot(vectors[row] - np.delete(vectors, 7, axis=0).mean(axis=0), b - a) / np.dot(b - a, b - a)
        assert found.values[row] == pytest.approx(expected, abs=1e-4)
    assert found.values[list(start)].mean() == pytest.approx(found.start_at, abs=1e-5)
    assert found.values[list(end)].mean() == pytest.approx(found.end_at, abs=1e-5)
    assert found.end_at - found.start_at == pytest.approx(2, abs=1e-9)
    assert np.nanmean(found.values) == pytest.approx(0, abs=1e-5)
    assert np.isnan(found.values[7])
    assert np.isfinite(np.delete(found.values, 7)).all()


def test_the_share_of_variance_is_that_of_the_projection_and_of_many_random_ones_its_control() -> None:
    vectors = (rng.normal(size=(N, D)) * np.linspace(1, 3, D)).astype(np.float32)
    found = answers.along(AskAlong(EMBEDDING, (1, 2), (3, 4)), bench(space(vectors)))
    a, b = vectors[[1, 2]].mean(axis=0), vectors[[3, 4]].mean(axis=0)
    unit = (b - a) / np.linalg.norm(b - a)
    total = vectors.var(axis=0).sum()
    assert found.share == pytest.approx((vectors @ unit).var() / total, rel=1e-4)
    units = rng.normal(size=(3000, D))
    units /= np.linalg.norm(units, axis=1)[:, None]
    assert found.share_random == pytest.approx((vectors @ units.T).var(axis=0).mean() / total, rel=0.05)


# -- probes --------------------------------------------------------------------------------------------------------


def test_a_planted_direction_is_found_and_scored_as_scikit_learn_does() -> None:
    vectors, ones = planted(2.0)
    ids = tuple(np.flatnonzero(ones).tolist())
    found = answers.probe(AskProbe(EMBEDDING, ids), bench(space(vectors)))
    aucs, held = [], np.empty(N)
    for train, test in StratifiedKFold(5, shuffle=True, random_state=0).split(vectors, ones):
        model = make_pipeline(StandardScaler(), LogisticRegression(C=0.01, class_weight="balanced", max_iter=200))
        model.fit(vectors[train].astype(np.float64), ones[train])
        held[test] = model.decision_function(vectors[test].astype(np.float64))
        aucs.append(roc_auc_score(ones[test], held[test]))
    assert found.probe.auc == pytest.approx(np.mean(aucs), abs=1e-6)
    assert found.probe.auc_error == pytest.approx(np.std(aucs, ddof=1) / np.sqrt(5), abs=1e-6)
    np.testing.assert_allclose(found.values, held, atol=1e-5)  # every point as the fold sees it that did not fit it
    assert (found.n_ones, found.n_others, found.folds, found.held_out) == (N // 2, N // 2, 5, "points")
    assert found.probe.auc > 0.85 > 0.65 > found.shuffled.auc > 0.35
    assert found.means.auc > 0.85


def test_where_there_is_nothing_a_probe_finds_nothing_on_what_was_held_out() -> None:
    vectors, ones = planted(0.0)
    ids = tuple(np.flatnonzero(ones).tolist())
    found = answers.probe(AskProbe(EMBEDDING, ids), bench(space(vectors)))
    assert abs(found.probe.auc - 0.5) < 0.1
    assert abs(found.probe.accuracy - 0.5) < 0.1
    whole = make_pipeline(StandardScaler(), LogisticRegression(C=0.01)).fit(vectors, ones)
    assert roc_auc_score(ones, whole.decision_function(vectors)) > found.probe.auc + 0.05  # what it was fitted on


def test_whole_texts_are_held_out_so_that_a_text_s_own_mark_is_no_success() -> None:
    """Each text has a mark of its own and only texts of one side: points of known texts are told apart, new texts
    cannot be."""
    texts = np.arange(N) % 10
    marks = np.eye(10)[texts] * 6
    vectors = np.concatenate([marks, rng.normal(size=(N, D))], axis=1).astype(np.float32)
    ones = texts < 5
    ids = tuple(np.flatnonzero(ones).tolist())
    found = answers.probe(AskProbe(STATES, ids), bench(space(vectors, texts=texts)))
    assert found.held_out == "texts"
    assert found.probe.auc < 0.75
    by_points = answers.probe(AskProbe(EMBEDDING, ids), bench(space(vectors)))
    assert by_points.probe.auc > 0.95


def test_two_selections_are_told_apart_and_others_only_valued() -> None:
    vectors, ones = planted(3.0)
    first, second = tuple(range(40)), tuple(range(300, 360))
    found = answers.probe(AskProbe(EMBEDDING, first, (*second, 3)), bench(space(vectors, left_out=(350,))))
    assert (found.n_ones, found.n_others) == (40, 59)  # one is in both, one is left out
    rest = np.setdiff1d(np.arange(N), (*first, *second))
    assert roc_auc_score(ones[rest], found.values[rest]) > 0.9
    assert np.isnan(found.values[350])


def test_the_same_question_has_the_same_answer() -> None:
    vectors, ones = planted(1.0)
    question = AskProbe(EMBEDDING, tuple(np.flatnonzero(ones).tolist()))
    one, other = (answers.probe(question, bench(space(vectors))) for _ in range(2))
    np.testing.assert_array_equal(one.values, other.values)
    assert (one.probe, one.shuffled) == (other.probe, other.shuffled)


def test_what_cannot_be_is_refused_in_a_sentence() -> None:
    vectors = space(rng.normal(size=(N, D)).astype(np.float32))
    with pytest.raises(InputRefused, match="not open"):
        answers.probe(AskProbe(EMBEDDING, (1,)), bench(None))
    with pytest.raises(InputRefused, match="at least 10 points on either side, but there are 3 and 397"):
        answers.probe(AskProbe(EMBEDDING, (1, 2, 3)), bench(vectors))
    with pytest.raises(InputRefused, match="points 0 to 399"):
        answers.probe(AskProbe(EMBEDDING, (1, N)), bench(vectors))
    with pytest.raises(InputRefused, match="the same vector"):
        answers.along(AskAlong(EMBEDDING, (1, 2), (2, 1)), bench(vectors))
    with pytest.raises(InputRefused, match="None of these points"):
        answers.along(AskAlong(EMBEDDING, (1,), (2,)), bench(space(vectors.vectors, left_out=(1,))))
    with pytest.raises(Stopped):
        answers.probe(AskProbe(EMBEDDING, tuple(range(20))), bench(vectors, stop=True))
