"""Findings about facts, made by hand."""

from __future__ import annotations

import numpy as np

from engine.labs.facts.records import (
    AskEdit,
    AskFactSets,
    Contrast,
    Control,
    Edited,
    FactSets,
    Measured,
    Relation,
    WeightEdit,
)
from engine.run import Run
from tests.helpers.runs import prompted
from viz.labs.facts.facts_view import FactsView
from viz.ui_state import UiState

SETS = FactSets(
    (
        Relation(
            "capital", "The capital of {} is", ("The capital city of {} is called",),
            ("France", "Germany", "Spain", "Italy"), ("Paris", "Berlin", "Madrid", "Turin"),
            (("{} lies in", ("Europe", "Europe", "Europe", "Europe")),),
        ),
    ),
    (Contrast("The keys to the door", "are", "is"),),
    "2 rows were left out.",
)  # fmt: skip
BEFORE = np.array([0.01, 0.02, 0.9, 0.8, 0.4, 0.3, 0.95])  # fact, paraphrase, old, three neighbours, same subject
AFTER = np.array([0.99, 0.5, 0.001, 0.6, 0.3, 0.9, 0.94])
SIZED, VALUED = np.full(7, 0.2), np.full(7, 0.05)


def logs(values: np.ndarray) -> np.ndarray:
    found: np.ndarray = np.log(values).astype(np.float32)
    return found


def run_with_sets() -> Run:
    run = prompted()
    run.run_id = 1
    run.findings[AskFactSets()] = SETS
    return run


def asked(run: Run, ui: UiState | None = None) -> AskEdit:
    asks = FactsView.frame(run, ui or UiState()).asks
    assert asks is not None
    return asks


def measured(asks: AskEdit, after: np.ndarray = AFTER) -> Measured:
    ranks = np.arange(1, 8, dtype=np.int32)
    return Measured(
        asks.probes, logs(BEFORE), logs(after), ranks[::-1].copy(), ranks, ranks.copy(), ranks.copy(), 4.0, 4.01, 1000,
        0.002,
    )  # fmt: skip


def edited(asks: AskEdit) -> Edited:
    chance = np.random.default_rng(0)
    edit = WeightEdit(
        (2,), chance.normal(size=(1, 1, 8)).astype(np.float32), chance.normal(size=(1, 1, 4)).astype(np.float32),
        title="France → Rome",
    )  # fmt: skip
    controls = (
        Control("same size", 1.0, logs(SIZED), 4.0, 0.0001),
        Control("same value", 9.0, logs(VALUED), 4.6, 0.7),
    )
    return Edited(
        edit, np.array([6.0, 2.0, 0.1], np.float32), ("Paris",), np.ones(1, np.float32), np.array([0.13], np.float32),
        19_968, measured(asks), 20.0, controls,
    )  # fmt: skip


def run_with_edit() -> Run:
    run = run_with_sets()
    asks = asked(run)
    run.findings[asks] = edited(asks)
    return run
