"""Which function answers which question about directions of a space, and how.

A probe with as many weights as there are dimensions can tell any few points apart, so nothing is said of points that it
was fitted on. States of one text are alike whatever they are of, so whole texts are held out where both sides stand in
several; and the same is done with labels dealt out anew, which says what the procedure finds where there is nothing.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import Any

import numpy as np

from engine.capture.neuron_weights import values_of
from engine.dictionaries import shelf
from engine.errors import InputRefused, Stopped
from engine.labkit.typed_words import spellings
from engine.labkit.workbench import Workbench
from engine.labs.probes.records import (
    Along,
    AlongFeature,
    AskAlong,
    AskFeatureAlong,
    AskProbe,
    End,
    HeldOut,
    Probe,
    Score,
)
from engine.maps.directions import LEAST, word_rows
from engine.maps.spaces import SpaceVectors
from engine.records import F32, I64, Bools, Space
from engine.sentences import say

F64 = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

FOLDS = 5
FEWEST = 10  # points on either side
MOST = 2000  # on either side that a probe is fitted on
STRENGTH = 0.01  # scikit-learn's C
DOING = say("Fitting the probe")


def along(question: AskAlong, bench: Workbench) -> Along:
    """The coordinates.

    Raises:
        InputRefused: the space is not open, has no such points or words, or both ends are the same.
    """
    vectors = _open(bench, question.space)
    rows = [_rows_of(end, vectors, bench) for end in (question.start, question.end)]
    start, end = (vectors.vectors[each].mean(axis=0, dtype=np.float64) for each in rows)  # [D]
    difference = end - start
    length, size = float(np.linalg.norm(difference)), max(float(np.linalg.norm(end)), float(np.linalg.norm(start)))
    if length <= LEAST * size or length == 0:
        raise InputRefused(say("Both ends of this direction are the same vector. Choose two that differ."))
    unit = difference / length
    counted = vectors.vectors if vectors.counted is None else vectors.vectors[vectors.counted]
    middle = float(counted.mean(axis=0, dtype=np.float64) @ unit)
    found = vectors.vectors @ unit - middle  # [N]
    total = float(np.var(counted, axis=0, dtype=np.float64).sum())
    mine = float(np.var(found if vectors.counted is None else found[vectors.counted]))
    half = length / 2
    return Along(
        _without(found / half, vectors), len(rows[0]), len(rows[1]), (float(start @ unit) - middle) / half,
        (float(end @ unit) - middle) / half, mine / total if total > 0 else 0.0, 1 / vectors.vectors.shape[1],
    )  # fmt: skip


def along_feature(question: AskFeatureAlong, bench: Workbench) -> AlongFeature:
    """The coordinates.

    Raises:
        InputRefused: the space is not open, or holds other vectors than the feature adds to; or there is no such
            feature, or as `shelf.use`.
    """
    vectors, feature = _open(bench, question.space), question.feature
    dictionary = shelf.use(feature.dictionary, bench.anatomy)
    if not 0 <= feature.index < dictionary.width:
        raise InputRefused(say("There is no such feature. Choose one of the dictionary first."))
    written = dictionary.directions()[[feature.index]]
    if dictionary.info.hook.kind == "neurons":
        written = written @ values_of(bench.anatomy, dictionary.info.hook.layer).float().to(written.device)
    direction = written[0].cpu().double().numpy()
    if question.space.kind == "points" or len(direction) != vectors.vectors.shape[1]:
        raise InputRefused(say("This map's points are not vectors that a feature adds to. Choose another space."))
    if vectors.scale is not None:
        direction = direction / vectors.scale
    length = float(np.linalg.norm(direction))
    if length == 0:
        raise InputRefused(say("This feature adds nothing, so it has no direction."))
    counted = vectors.vectors if vectors.counted is None else vectors.vectors[vectors.counted]
    unit = direction / length
    found = (vectors.vectors - counted.mean(axis=0, dtype=np.float64)) @ unit  # [N]
    mine = float(np.var(found if vectors.counted is None else found[vectors.counted]))
    total = float(np.var(counted, axis=0, dtype=np.float64).sum())
    return AlongFeature(
        _without(found / (mine**0.5 or 1.0), vectors), mine / total if total > 0 else 0.0, 1 / len(direction)
    )  # fmt: skip


def probe(question: AskProbe, bench: Workbench) -> Probe:
    """The probe.

    Raises:
        InputRefused: the space is not open, has no such points, or there are too few on a side. Stopped: a person
            asked for an end, or something else came in between.
    """
    vectors = _open(bench, question.space)
    rng = np.random.default_rng(question.seed)
    rows, labels = _sides(question, vectors, rng)
    folds, held_out = _folds(vectors, rows, labels, question.seed)
    values = np.empty(len(vectors.vectors))
    points = vectors.vectors[rows].astype(np.float64)  # [n, D]
    done, total = 0, 2 * len(folds) + 1

    def step() -> None:
        nonlocal done
        if bench.stop():
            raise Stopped
        bench.progress(DOING, done, total)
        done += 1

    step()
    values[:] = _fitted(points, labels).decision_function(vectors.vectors)
    scores, by_means, by_chance = list[F64](), list[F64](), list[F64]()
    dealt = rng.permutation(labels)
    for train, test in folds:
        step()
        model = _fitted(points[train], labels[train])
        found = model.decision_function(points[test])
        values[rows[test]] = found
        scores.append(_scored(labels[test], found))
        by_means.append(_scored(labels[test], _means(points[train], labels[train], points[test])))
        step()
        chance = _fitted(points[train], dealt[train])
        by_chance.append(_scored(dealt[test], chance.decision_function(points[test])))
    bench.progress(DOING, total, total)
    return Probe(
        _without(values, vectors), int(labels.sum()), int((~labels).sum()), len(folds), held_out, _mean(scores),
        _mean(by_chance), _mean(by_means),
    )  # fmt: skip


# -- the points ----------------------------------------------------------------------------------------------------


def _open(bench: Workbench, space: Space) -> SpaceVectors:
    vectors, _ = bench.layouts(space)
    if vectors is None:
        raise InputRefused(say("The map of {what} is not open. Show it first, then ask again.", what=space.in_words))
    return vectors


def _rows_of(end: End, vectors: SpaceVectors, bench: Workbench) -> I64:
    """The background points that an end is the mean of."""
    if isinstance(end, str):
        n = len(bench.vocabulary) if vectors.background.positions is not None else len(vectors.vectors)
        forms = spellings(bench.tokenizer, n, end, say("A direction needs a word at either end."))
        return np.array(word_rows(vectors.background, forms, end), np.int64)
    return _known(end, vectors)


def _known(rows: Iterable[int], vectors: SpaceVectors) -> I64:
    """Those of some points that are not left out."""
    chosen, n = np.unique(np.fromiter(rows, np.int64)), len(vectors.vectors)
    if len(chosen) and not 0 <= chosen[0] <= chosen[-1] < n:
        raise InputRefused(say("This map has points 0 to {last}. Select some of them.", last=n - 1))
    chosen = chosen if vectors.counted is None else chosen[vectors.counted[chosen]]
    if not len(chosen):
        raise InputRefused(say("None of these points is used for the layout. Select others."))
    return np.asarray(chosen, np.int64)


def _sides(question: AskProbe, vectors: SpaceVectors, rng: np.random.Generator) -> tuple[I64, Bools]:
    """([n] rising background indices, [n] whether each is one of the ones); at most `MOST` of either side."""
    ones = _known(question.ones, vectors)
    everyone = np.arange(len(vectors.vectors)) if vectors.counted is None else np.flatnonzero(vectors.counted)
    others = np.setdiff1d(_known(question.others, vectors) if question.others else everyone, ones)
    if min(len(ones), len(others)) < FEWEST:
        raise InputRefused(
            say(
                "A probe needs at least {fewest} points on either side, but there are {one} and {other}. Select more.",
                fewest=FEWEST,
                one=len(ones),
                other=len(others),
            )
        )
    chosen = [np.sort(rng.choice(side, min(len(side), MOST), replace=False)) for side in (ones, others)]
    rows = np.concatenate(chosen)
    order = np.argsort(rows, kind="stable")
    return rows[order], np.isin(rows[order], chosen[0])


def _folds(vectors: SpaceVectors, rows: I64, labels: Bools, seed: int) -> tuple[list[tuple[I64, I64]], HeldOut]:
    """(points to fit on, points held out) of each fold, and what is held out together: texts where both sides stand in
    several, else points."""
    from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold

    background = vectors.background
    texts = background.sources if background.sources is not None else background.texts
    if texts is not None:
        groups = texts[rows]
        n = min(FOLDS, len(np.unique(groups[labels])), len(np.unique(groups[~labels])))
        if n > 1:
            made = StratifiedGroupKFold(n, shuffle=True, random_state=seed).split(rows, labels, groups)
            folds = [(train, test) for train, test in made if _has_both(labels[train]) and _has_both(labels[test])]
            if len(folds) > 1:
                return folds, "texts"
    return list(StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(rows, labels)), "points"


def _has_both(labels: Bools) -> bool:
    return bool(labels.any() and not labels.all())


# -- the probe -----------------------------------------------------------------------------------------------------


def _fitted(points: F64, labels: Bools) -> Any:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=200))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that it has not settled to the last digit
        return model.fit(points, labels)


def _means(points: F64, labels: Bools, others: F64) -> F64:
    """Where others [m, D] lie from the middle of the two means, in standard deviations of each dimension. [m]"""
    scale = points.std(axis=0)
    scale[scale == 0] = 1
    one, other = (points[labels].mean(axis=0) / scale, points[~labels].mean(axis=0) / scale)
    return np.asarray((others / scale - (one + other) / 2) @ (one - other), np.float64)


def _scored(labels: Bools, found: F64) -> F64:
    """[2] area under the curve and balanced accuracy at 0; NaN without points of both sides."""
    from sklearn.metrics import balanced_accuracy_score, roc_auc_score

    if not _has_both(labels):
        return np.full(2, np.nan)
    return np.array([roc_auc_score(labels, found), balanced_accuracy_score(labels, found > 0)])


def _mean(scores: list[F64]) -> Score:
    found = np.stack(scores)
    found = found[np.isfinite(found).all(axis=1)]
    if not len(found):
        return Score(float("nan"), float("nan"), float("nan"), float("nan"))
    mean = found.mean(axis=0)
    error = found.std(axis=0, ddof=1) / np.sqrt(len(found)) if len(found) > 1 else np.full(2, np.nan)
    return Score(float(mean[0]), float(error[0]), float(mean[1]), float(error[1]))


def _without(values: F64, vectors: SpaceVectors) -> F32:
    """[N] values, NaN for points that are left out."""
    made = np.asarray(values, np.float32)
    if vectors.background.left_out is not None:
        made = np.where(vectors.background.left_out, np.float32(np.nan), made)
    return made


ANSWERS = {AskAlong: along, AskFeatureAlong: along_feature, AskProbe: probe}
