"""Runs of families that keep other states than keys and values: piece by piece, branched, and after a cancel."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.errors import Stopped
from engine.generation.session import Session
from engine.records import Change, Plan, Site
from tests.helpers.sessions import PROMPT, begun, hooks_on, plain_logits, session_of, stepped
from tests.helpers.unusual import UNUSUAL

HYBRIDS = ["granitemoehybrid", "qwen3_next", "lfm2", "falcon_h1", "jamba", "recurrent_gemma", "rwkv"]
TOLERANCE = 2e-5


def held(session: Session) -> float:
    """How far the logits at the current node are from an uncached forward, as a share of the largest."""
    expected = plain_logits(session.model, session.tree.ids(session.tree.path(session.current)))[-1]
    found = session.logits_after(session.current).numpy()
    return float(np.abs(found - expected).max() / max(1.0, float(np.abs(expected).max())))


@pytest.mark.parametrize("name", UNUSUAL)
def test_pieces_and_steps_equal_one_forward(name: str) -> None:
    session = session_of(UNUSUAL[name]())
    session.chunk = 3
    begun(session)
    assert held(session) < TOLERANCE
    for _ in range(4):
        stepped(session, 1)
        assert held(session) < TOLERANCE
    session.branch(5, 44)
    assert held(session) < TOLERANCE
    session.cool()
    assert hooks_on(session.model) == 0


@pytest.mark.parametrize("name", HYBRIDS)
def test_alternatives_leave_the_run_as_it_was(name: str) -> None:
    session = session_of(UNUSUAL[name]())
    begun(session)
    last = session.anatomy.n_layers
    states = session.next_states(session.current, np.array([7, 30], np.int32), last)
    for row, token in enumerate((7, 30)):
        tokens = session.branch(len(PROMPT) - 1, token)
        assert tokens is not None
        assert tokens.resid is not None
        assert np.abs(tokens.resid[-1, last] - states[row]).max() < 1e-4 * max(1.0, float(np.abs(states[row]).max()))
        assert held(session) < TOLERANCE
    session.cool()


@pytest.mark.parametrize("name", HYBRIDS)
def test_a_step_that_was_cancelled_can_be_taken_again(name: str) -> None:
    session = session_of(UNUSUAL[name]())
    begun(session)
    asked = iter([False, False, True])
    with pytest.raises(Stopped):
        session.branch(session.current, 44, lambda: next(asked))
    assert session.current == len(PROMPT) - 1
    session.branch(session.current, 44)
    assert held(session) < TOLERANCE
    session.cool()


@pytest.mark.parametrize("name", ["granitemoehybrid", "falcon_h1", "gemma4", "deepseek_v3", "jamba"])
def test_a_plan_holds_in_every_step(name: str) -> None:
    site = Site("neuron", 1, 3)
    session = session_of(UNUSUAL[name]())
    begun(session, plan=Plan((Change(site, 0.0),)))
    stepped(session, 3)
    found = session.logits_after(session.current).numpy()
    ids = session.tree.ids(session.tree.path(session.current))
    session.cool()
    down = session.anatomy.blocks[1].down_projection
    assert down is not None
    assert isinstance(down.weight, Tensor)
    with torch.no_grad():
        down.weight[:, 3] = 0
    expected = plain_logits(session.model, ids)[-1]
    assert np.abs(found - expected).max() < TOLERANCE * max(1.0, float(np.abs(expected).max()))


@pytest.mark.parametrize(
    ("name", "caches"),
    [("granitemoehybrid", True), ("gemma4", True), ("jamba", False), ("recurrent_gemma", False), ("rwkv", False)],
)
def test_a_cache_that_does_not_hold_all_is_not_used(name: str, caches: bool) -> None:
    assert session_of(UNUSUAL[name]()).anatomy.caches == caches
