"""Findings about a dictionary's features for the tiny run of `tests.helpers.runs`, made by numpy without an engine."""

from __future__ import annotations

import numpy as np

from engine.dictionaries.records import DictionaryInfo, Hook, Scores
from engine.labs.features.records import (
    AskContexts,
    AskDictionaries,
    AskFeatureEffects,
    AskFiring,
    AskIndex,
    AskNotes,
    AskReading,
    AskTry,
    Contexts,
    Dictionaries,
    Ends,
    FeatureEffects,
    Firing,
    Group,
    Index,
    Note,
    Notes,
    Range,
    Reading,
    Tried,
)
from engine.records import F32, I32
from engine.run import Run
from tests.helpers.neuron_views import held
from tests.helpers.runs import one_step

N, NAME = 12, "bundled:toy"
SCORES = Scores(1000, 0.64, 0.73, 0.36, 5.0, 0.0, 3.0, 3.5, 8.0, 0.5)
INFO = DictionaryInfo(NAME, "Toy", Hook("resid", 1), N, 16, "topk", 5, sha256="abc", scores=SCORES)
READS = AskIndex(NAME, "both", 30_000, make=True)
LABELS = ("the", "cat, dog", "numbers", *(f"word {at}" for at in range(3, N - 1)), "")
NOTES = Notes("abc", (Note(2, "my digits", "seen in dates", True, ("mine",)), Note(5, "", "", False, ("later",))), 4)


def numbers(n: int, seed: int) -> F32:
    return np.random.default_rng(seed).random(n).astype(np.float32)


def index(made: bool = True) -> Index:
    density = np.linspace(0.3, 0.0, N).astype(np.float32)
    if not made:
        return Index(False, 65.0)
    return Index(
        True, 60.0, 9000, 80, 80, 3, 0, 5.0, density, 10 * density, 4 * density, LABELS, numbers(N, 1), 0.15,
    )  # fmt: skip


def group(of: Range, rows: int) -> Group:
    ids = np.arange(rows * 20, dtype=np.int32).reshape(rows, 20) % 40
    values = np.where(np.arange(20) % 3 == 0, 1.5, 0).astype(np.float32)[None].repeat(rows, 0)
    ids[:, :2], values[:, :2] = -1, np.nan
    return Group(of, 1.0, 3.0, 40, ids, values, ("prose",) * rows)


def contexts(feature: int = 0) -> Contexts:
    counts = np.arange(40, 0, -1, dtype=np.int32)
    four = np.array([3, 4, 5, 6], np.int32)
    return Contexts(
        feature, 9000, 0.3, 3.0, 1.2, (group("top", 12), group("upper", 6), group("middle", 6), group("random", 6)), 12,
        np.linspace(0, 3, 41, dtype=np.float32), counts, four, np.array([0.4, 0.2, 0.1, 0.05], np.float32), four,
        numbers(4, 2), np.array([1, 2, 3], np.int32), np.array([0.5, 0.4, 0.3], np.float32),
        np.array([3, 2, 2], np.float32), np.array([90, 50, 20], np.int32), 0.04,
    )  # fmt: skip


def reading(feature: int = 0) -> Reading:
    ids: I32 = np.arange(12, dtype=np.int32)
    falling = np.linspace(3, 1, 12).astype(np.float32)
    ends = Ends(ids, falling, ids + 20, -falling, 0.8)
    three = ((0, 1), (1, 2), (1, 3))
    cosines = np.array([0.5, -0.4, 0.3], np.float32)
    return Reading(
        feature, 3.0, 0.25, ends, "", ends, ("It is", "I think that"), 7, "cosine", 30.0, three, cosines, 0.2,
        three, np.abs(cosines), 0.2, np.array([4, 5, 6], np.int32), np.abs(cosines), 0.2, 0.6,
    )  # fmt: skip


def effects(node: int) -> FeatureEffects:
    estimates = np.array([-0.9, 0.5, -0.2, 0.1], np.float32)
    return FeatureEffects(
        node, 7, -2.0, np.array([3, 1, 0, 2], np.int32), estimates, np.array([0, 1, 1, 2], np.int32),
        np.array([3, 1], np.int32), np.array([-1.0, 0.4], np.float32), estimates[:2], np.array([2], np.int32),
        np.array([0.05], np.float32), np.array([0.1], np.float32),
    )  # fmt: skip


def known(made: bool = True) -> Run:
    """A run of which all of feature 0 is known, and what its last token is made of."""
    run = held(one_step())
    node = run.path[-1]
    run.findings[AskDictionaries()] = Dictionaries((INFO,), ("",))
    run.findings[AskIndex(NAME, "both", 30_000)] = index(made)
    run.findings[AskNotes("abc")] = NOTES
    for feature in range(N):
        run.findings[AskContexts(NAME, "both", 30_000, feature)] = contexts(feature)
        largest = round(float(10 * np.linspace(0.3, 0.0, N).astype(np.float32)[feature]), 4) or 1.0
        run.findings[AskReading(NAME, feature, largest if made else 1.0)] = reading(feature)
    run.findings[AskFiring(node, NAME)] = Firing(
        node, np.array([4, 2], np.int32), np.array([2.5, 0.5], np.float32), 0.36
    )
    run.findings[AskFeatureEffects(node, NAME, "", 16)] = effects(node)
    run.findings[AskTry(NAME, 0, "the cat")] = Tried(0, np.array([3, 4], np.int32), np.array([0, 2.5], np.float32))
    return run
