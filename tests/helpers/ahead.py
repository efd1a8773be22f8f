"""Look-ahead trees on runs that were made up: what an engine would find, for the same text the same."""

from __future__ import annotations

import zlib

import numpy as np

from engine.labs.lookahead.records import CANDIDATES, Ahead, AskAhead
from engine.records import F32, Space
from engine.run import Run
from tests.helpers.runs import placed, softmax
from viz.ahead import VIEW, AheadTree, tree_of
from viz.ui_state import UiState

STATES = Space("resid", 2)


def after(run: Run, node: int, path: tuple[int, ...]) -> F32:
    """[V] the made-up probabilities after a continuation, the same for the same text."""
    assert run.vocabulary is not None
    ids = [run.nodes[at].token_id for at in run.path_to(node)]
    rng = np.random.default_rng(zlib.crc32(repr((*ids, *path)).encode()))
    return softmax(rng.normal(0, 2.5, len(run.vocabulary)).astype(np.float32))


def answer(run: Run, question: AskAhead) -> None:
    """What an engine would find."""
    probs = np.stack([after(run, question.node, path) for path in question.paths])
    ids = np.argsort(-probs, axis=1)[:, :CANDIDATES].astype(np.int32)
    places = None
    if question.layout_key:
        layout = run.maps[question.space].layout
        places = placed(layout, [path[-1] for path in question.paths])
    run.findings[question] = Ahead(ids, np.take_along_axis(probs, ids, axis=1), places)
    run.changed += 1


def grown(run: Run, ui: UiState, node: int = -1) -> tuple[AheadTree, list[AskAhead]]:
    """The whole tree, and what was asked for it."""
    node = run.current if node < 0 else node
    asked = list[AskAhead]()
    while (tree := tree_of(run, ui, node)).question is not None:
        asked.append(tree.question)
        answer(run, tree.question)
        assert len(asked) < 50
    return tree, asked


def limited(ui: UiState = UiState(), **values: float) -> UiState:  # noqa: B008
    for name, value in values.items():
        ui = ui.with_option(VIEW, f"ahead_{name}", value)
    return ui
