"""A view of a file's run that shows less than its model could tell says so, and is offered to be computed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.window.view_host import ViewHost
from engine.records import Change, Plan, Site
from engine.run import Run
from tests.helpers.runs import RUNS, with_map
from viz.intents import HandOver
from viz.labs.layers.logit_lens_view import LogitLensView
from viz.registry import all_views
from viz.ui_state import UiState

COMPUTED = {  # besides attention_atlas, attention_head and branches, which offer it themselves
    "ablation", "ablation_inside", "attention_text", "bundles", "induction", "layers", "logit_lens", "lookahead",
    "meaning_space", "neuron", "neurons", "shares",
}  # fmt: skip
ASKS_LATER = ("ablation_inside", "bundles")  # once the next token is known, once a person presses its button


def _of(run_id: int) -> Run:
    run = with_map(RUNS["without_attention"]())
    run.run_id = run_id
    return run


def _chosen(run: Run) -> UiState:
    """Something for every view to ask: interventions, a token that occurred before, the path through the layers."""
    ids = run.token_ids.tolist()
    repeated = next((at for at, token in enumerate(ids) if token in ids[:at]), 0)
    ui = UiState(position=repeated, plan=Plan((Change(Site("head", 1, 2), 0.0),)))
    return ui.with_option("meaning_space", "way", True).with_option("neuron", "page", "along this text")


def test_whatever_a_view_would_ask_of_a_run_of_its_own_it_lacks_of_a_file() -> None:
    of_file, held = _of(0), _of(5)
    ui = _chosen(of_file)
    lacking = {name for name, view in all_views().items() if view.lacks(view.frame(of_file, ui))}
    assert lacking == COMPUTED
    for name, view in all_views().items():
        if name in lacking:
            asks = view.wants(view.frame(held, ui)) or name in ASKS_LATER
            assert asks, f"{name} is offered what it does not ask"
            assert not view.wants(view.frame(of_file, ui)) or name in ("meaning_space", "attention_text"), name


def test_the_dock_offers_to_hand_the_run_over_and_no_longer_when_the_engine_holds_it(qtbot: QtBot) -> None:
    host, sent = ViewHost(LogitLensView), list[object]()
    qtbot.addWidget(host)
    host.intent.connect(sent.append)
    host.set_pending(_of(0), UiState())
    host.paint_pending()
    offer = host._body.offer
    assert not offer.isHidden()
    offer.click()
    assert sent == [HandOver()]
    host.set_pending(_of(5), UiState())
    host.paint_pending()
    assert offer.isHidden()
