"""A run, boards and made-up answers for tests of the switchboard."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.labs.ablation.records import AskChangedNext, ChangedNext
from engine.records import Site
from engine.run import Run
from tests.helpers.runs import prompted, with_map
from viz.board import Board, Row
from viz.ui_state import UiState

HEAD = Site("head", 1, 2)
N = 40


def run_here() -> Run:
    run = with_map(prompted())
    run.run_id = 1
    return run


def ui_with(*rows: Row, **more: Any) -> UiState:
    board = Board(rows)
    return UiState(board=board, plan=board.plan(8), **more)


def finding(run: Run, seed: int = 1, kl: float = 0.5) -> ChangedNext:
    """Two made-up distributions over the tiny vocabulary."""
    assert run.vocabulary is not None
    rows = np.random.default_rng(seed).normal(0, 2, (2, len(run.vocabulary))).astype(np.float32)
    probs = np.exp(rows) / np.exp(rows).sum(axis=1, keepdims=True)
    ranks = np.argsort(np.argsort(-rows, axis=1), axis=1).astype(np.int32)
    ids = np.argsort(-probs.max(axis=0))[:N].astype(np.int32)
    token = int(rows[0].argmax())
    entropy = -(probs * np.log2(probs)).sum(axis=1).astype(np.float32)
    return ChangedNext(
        run.current, token, ids, probs[:, ids], rows[:, ids], ranks[:, ids], probs[:, token], rows[:, token],
        ranks[:, token], entropy, kl, None, 1,
    )  # fmt: skip


def question(run: Run, ui: UiState) -> AskChangedNext:
    if ui.space.kind == "resid":
        return AskChangedNext(ui.plan, run.current, -1, ui.space, run.maps[ui.space].layout.key)
    return AskChangedNext(ui.plan, run.current)
