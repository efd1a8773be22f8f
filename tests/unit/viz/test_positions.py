"""Positions count from 0 wherever one is told, and the strip says once from where to where they go."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.state import StatusFacts
from app.window.status_line import StatusLine
from engine.run import Run
from tests.helpers.neuron_views import held, made, paint
from tests.helpers.runs import fifty_steps
from viz.labs.ablation.ablation_view import AblationView
from viz.labs.ablation.effect_panel import heading
from viz.labs.layers.layers_view import LayersView
from viz.labs.layers.logit_lens_view import LogitLensView
from viz.tokens.next_token_view import NextTokenView
from viz.tokens.token_strip_view import TokenStripView
from viz.ui_state import UiState


def places(run: Run, ui: UiState, qtbot: QtBot) -> dict[str, str]:
    """What each place on screen says about the position looked at."""
    said = {}
    for cls in (TokenStripView, NextTokenView, LogitLensView):
        view, _ = made(cls, qtbot)
        paint(view, run, ui)
        said[cls.name] = view.accessibleDescription()
    layers, _ = made(LayersView, qtbot)
    assert isinstance(layers, LayersView)
    said["layers"] = layers.heading(LayersView.frame(run, ui))
    said["ablation"] = heading(AblationView.frame(run, ui).effects[-1])
    return said


@pytest.mark.parametrize("position", [0, 3, None])
def test_every_place_names_the_position_alike(qtbot: QtBot, position: int | None) -> None:
    run = held(fifty_steps())
    last = len(run) - 1
    at = last if position is None else position
    said = places(run, UiState(position=position), qtbot)
    assert said.pop("token_strip").startswith(f"position {at} (0 to {last}) · ")
    for name, text in said.items():
        assert f"({at})" in text or f"(position {at})" in text, (name, text)
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_facts(StatusFacts(n_tokens=len(run)))
    assert f"{last + 1} tokens" in line.tokens.text()  # how many there are, and what the last is called
    assert line.tokens.toolTip().endswith(f"count from 0 to {last}")
