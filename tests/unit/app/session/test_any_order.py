"""Gestures and answers in any order: nothing stays wanted, no gesture dies, and the engine has what is on screen."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.controller import Controller
from app.session.engine_client import EngineClient
from app.settings import Settings
from app.state import Phase
from engine import protocol
from engine.files.run_file import save_run
from engine.labs.attention.records import AskHeadScores
from engine.records import Sampling
from tests.helpers.small_engine import SmallEngine
from viz import intents

Gesture = Callable[[Controller, random.Random], object]


def any_node(controller: Controller, die: random.Random) -> int:
    return die.randrange(len(controller.session.run.nodes))


def on_a_node(then: Callable[[Controller, int], object]) -> Gesture:
    """A gesture that there is only where there is a token."""
    return lambda it, die: it.session.run.nodes and then(it, any_node(it, die))


GESTURES: dict[str, Gesture] = {
    "run": lambda it, die: it.player.new_run("x", Sampling(), False, die.randrange(5)),
    "play": lambda it, die: it.player.play(die.randint(1, 5)),
    "pause": lambda it, _: it.player.pause(),
    "back": lambda it, _: it.player.step_back(),
    "branch": on_a_node(lambda it, node: it.intents.handle(intents.TakeToken(node, 5))),
    "return": on_a_node(lambda it, node: it.intents.handle(intents.ReturnTo(node))),
    "replay": on_a_node(lambda it, node: it.intents.handle(intents.AskReplay(node, 0, "attn", None))),
    "lab": lambda it, die: it.intents.handle(intents.AskLab(AskHeadScores(seed=die.randrange(3)))),
    "space": lambda it, _: it.maps.see_to(it.session.ui.space),
    "stop": lambda it, _: it.stop(),
    "before": lambda it, _: it.documents.exchange(),
    "load": lambda it, _: it.loader.load("tiny"),
    "restart": lambda it, _: it.loader.restart(),
    "hand over": lambda it, _: it.player.hand_over(),
}
KINDS = (
    protocol.LoadModel, protocol.NewRun, protocol.AdoptRun, protocol.Generate, protocol.OpenSpace, protocol.Replay,
    protocol.AskLab,
)  # fmt: skip
RARE = {"load": 0.2, "restart": 0.05, "open": 0.5}


def engine_of(controller: Controller) -> SmallEngine:
    return cast(SmallEngine, controller.client)


def rest(controller: Controller) -> None:
    """Let the engine do all it was asked."""
    turns = 0
    while engine_of(controller).turn():
        turns += 1
        assert turns < 1000, "it never rests"


def gesticulate(controller: Controller, die: random.Random, file: Path, done: list[str]) -> None:
    """Some gestures, with any number of the engine's turns between them; their names go to `done`."""
    gestures: dict[str, Gesture] = {**GESTURES, "open": lambda it, _: it.documents.open(file)}
    weights = [RARE.get(name, 1.0) for name in gestures]
    names = die.choices(list(gestures), weights, k=12)
    for name in names:
        done.append(name)
        gestures[name](controller, die)
        for _ in range(die.choice((0, 0, 1, 2, 8))):
            done.append("turn")
            engine_of(controller).turn()
    rest(controller)


def check_at_rest(controller: Controller) -> None:
    """What holds when nothing is going on."""
    session, engine = controller.session, engine_of(controller)
    assert session.state.phase in (Phase.IDLE, Phase.NO_MODEL)
    assert [wish for kind in KINDS for wish in controller.wanted.of(kind)] == []
    if session.state.has_model and not session.state.from_file and session.run.nodes:
        run = session.run
        assert engine.holds([record.token_id for record in run.nodes], run.current)


def check_alive(controller: Controller) -> None:
    """A load, a run and a token more: every one of them comes, if it is only tried often enough."""
    for _ in range(50):
        if not controller.session.state.has_model:
            controller.loader.load("tiny")
        elif not controller.session.run.nodes:
            controller.player.new_run("x", Sampling(), False, 0)
        else:
            n = len(controller.session.run)
            controller.player.play(1)
            rest(controller)
            if len(controller.session.run) == n + 1:
                return
        rest(controller)
    raise AssertionError("nothing can be run any more")


@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_order_it_comes_to_rest_and_goes_on(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    window = make_window(Settings(), views={})
    qtbot.addWidget(window)
    engine = SmallEngine(lambda _: None, seed)
    controller = Controller(window, window.first_ui_state(), lambda _: cast(EngineClient, engine))
    engine.hear = controller.answers.handle
    controller.loader.start("tiny", "cpu", "auto", ("x", Sampling(), False, 3))
    rest(controller)
    check_alive(controller)
    file = tmp_path / "a.orrery"
    save_run(controller.session.run, file)
    die = random.Random(seed)
    for _ in range(25):
        done: list[str] = []
        try:
            gesticulate(controller, die, file, done)
            check_at_rest(controller)
            check_alive(controller)
        except (AssertionError, ValueError) as error:
            raise AssertionError(f"after {done}") from error
    controller.close()
