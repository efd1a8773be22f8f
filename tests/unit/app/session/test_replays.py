"""What a view needs several replays for appears, one replay after the other, within the memory there is for them."""

from __future__ import annotations

import numpy as np
import pytest

from app.session import asking
from engine import protocol
from engine.records import Sampling
from engine.run import Run
from tests.helpers.small_session import SmallSession
from viz.intents import AskReplay, Intent
from viz.labs.attention.attention_head_view import AttentionHeadView
from viz.labs.attention.matrix_frame import CHOSEN_MEAN, DIFFERENCE, LAYER_MEAN, Matrix
from viz.ui_state import UiState


@pytest.fixture
def session(qapp: object) -> SmallSession:
    """A run of some tokens whose attention is not stored, and the view of one head on screen."""
    made = SmallSession(3)
    made.parts.loader.start("tiny", "cpu", "auto", ("x", Sampling(), False, 5))
    made.rest()
    made.screen.wants = lambda run, ui: list(AttentionHeadView.wants(AttentionHeadView.frame(run, ui)))
    return made


def shown(made: SmallSession, **options: object) -> Matrix:
    for name, value in options.items():
        made.session.set_option("attention_head", name, value)
    made.rest()
    matrix = AttentionHeadView.frame(made.session.run, made.session.ui).matrix
    assert isinstance(matrix, Matrix)
    return matrix


def test_a_difference_of_heads_and_a_mean_of_chosen_ones_appear(session: SmallSession) -> None:
    session.session.set_ui(layer=2, head=(2, 1))
    assert np.all(shown(session, show=DIFFERENCE, other_layer=0, other_head=3).values == 13 - 31)
    assert np.all(shown(session, show=CHOSEN_MEAN, heads="0.0 1.1 2.2").values == (1 + 12 + 23) / 3)
    assert np.all(shown(session, show=LAYER_MEAN).values == 3)


def test_what_belongs_together_is_not_driven_out_by_its_own(
    session: SmallSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "REPLAYS_BYTES", 0)
    assert np.all(shown(session, show=CHOSEN_MEAN, heads="0.0 1.1 2.2 0.1 0.2").values > 0)
    monkeypatch.setattr(asking, "OF_ONE_NODE", 0)
    session.session.set_ui(head=(1, 0))
    assert np.all(shown(session, show=LAYER_MEAN).values == 2), "all heads of one answer stay"


def test_what_does_not_fit_is_not_asked_for_ever_and_is_asked_again_later(
    session: SmallSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "REPLAYS_BYTES", 0)
    monkeypatch.setattr(asking, "OF_ONE_NODE", 0)

    def both(run: Run, ui: UiState) -> list[Intent]:
        needs = [AskReplay(run.current, layer, "attn", 0) for layer in (0, 1)]
        return [need for need in needs if (need.node, need.layer, "attn", 0) not in run.replayed]

    session.screen.wants = both
    node = session.session.run.current
    session.session.touch()
    session.rest()  # which fails where they drive each other out for ever
    asked = session.engine.of(protocol.Replay)
    assert [request.layer for request in asked if request.node == node] == [0, 1]
    session.parts.player.step_back()
    session.rest()
    session.parts.player.go_to(node)
    session.rest()
    assert len([request for request in session.engine.of(protocol.Replay) if request.node == node]) > 2
