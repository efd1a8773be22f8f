"""Gestures in any order against the engine's own process and a tiny model: it rests, and has what is on screen.

The machine of `test_any_order` finds what order can break; here is what only a real process has: threads, a pipe that
fills, work that is stopped in its midst, a process that is killed.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.state import Phase
from engine.files.run_file import save_run
from engine.labs.attention.records import AskAtlas, AskHeadScores
from engine.records import EMBEDDING, Sampling, Space, UmapParams
from engine.run import Run
from tests.helpers.fuzz import SEQUENCES
from tests.helpers.small_session import RealSession, content
from tests.helpers.tiny_models import write_folder
from viz import intents
from viz.ui_state import UiState

MANY = SEQUENCES // 250
SEEDS = range(MANY or 2)
GESTURES = 30
PATIENCE = 60_000  # milliseconds: the sample text is read on a machine that may be busy


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    root = tmp_path_factory.mktemp("models")
    return str(write_folder(root / "one")), str(write_folder(root / "two", seed=1))


@pytest.fixture
def it(qtbot: QtBot, forked_engines: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealSession]:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    made = RealSession()
    made.screen.wants = wants
    yield made
    made.close()


def wants(run: Run, ui: UiState) -> list[intents.Intent]:
    """What views ask, each for what it lacks."""
    if not run.nodes or run.info is None:
        return []
    node, state = run.current, run.maps.get(ui.space)
    asked: list[intents.Intent] = []
    if (node, 1, "attn", 0) not in run.replayed:
        asked.append(intents.AskReplay(node, 1, "attn", 0))
    if state is not None and node not in state.fans.get(state.layout.key, {}):
        asked.append(intents.AskFan(ui.space, node, 3))
    if run.distribution is None or run.distribution[0] != node:
        asked.append(intents.AskDistribution(node))
    if AskAtlas(node) not in run.findings:
        asked.append(intents.AskLab(AskAtlas(node)))
    return asked


Gestures = dict[str, Callable[[], object]]


def gestures(it: RealSession, models: tuple[str, str], file: Path, die: random.Random) -> Gestures:
    """All of them; those about a token do nothing where there is none."""
    parts, handle = it.parts, it.parts.intents.handle

    def on_a_node(make: Callable[[int], intents.Intent]) -> None:
        nodes = it.session.run.nodes
        if nodes:
            handle(make(die.randrange(len(nodes))))

    def rarely(share: float, do: Callable[[], object]) -> None:
        if die.random() < share:
            do()

    def kill() -> None:
        if it.client.pid is not None:
            os.kill(it.client.pid, signal.SIGKILL)

    def cancel_one() -> None:
        for work in it.session.works.all[:1]:
            parts.stopping.stop(work.key)

    def save() -> None:
        if it.session.run.nodes:
            save_run(it.session.run, file)

    sampling = Sampling(temperature=0.7, seed=die.randrange(99))
    prompts = ("the cat", "the cat sat " * 20, "a", "the " * 40)
    return {
        "run": lambda: parts.player.new_run(die.choice(prompts), sampling, False, die.randrange(6)),
        "play": lambda: parts.player.play(die.randint(1, 8)),
        "step": lambda: parts.player.play(1),
        "pause": parts.player.pause,
        "back": parts.player.step_back,
        "branch": lambda: on_a_node(lambda node: intents.TakeToken(node, die.randint(3, 200))),
        "go to": lambda: on_a_node(lambda node: intents.ReturnTo(node, to_leaf=die.random() < 0.5)),
        "open": lambda: file.exists() and parts.documents.open(file),
        "before": parts.documents.exchange,
        "adopt": parts.player.hand_over,
        "load": lambda: rarely(0.4, lambda: parts.loader.load(die.choice(models))),
        "restart": lambda: rarely(0.2, parts.loader.restart),
        "kill": lambda: rarely(0.3, kill),
        "lab": lambda: handle(intents.AskLab(AskHeadScores(seed=die.randrange(3)))),
        "space": lambda: handle(intents.ShowSpace(die.choice((EMBEDDING, Space("resid", 1), Space("resid", 2))))),
        "fit": lambda: handle(intents.FitLayout(it.session.ui.space, UmapParams())),
        "fit ends": lambda: handle(intents.CancelFit()),
        "speed": lambda: parts.player.set_speed(die.choice((None, 2.0, 40.0))),
        "cancel": parts.stopping.stop_all,
        "cancel one": cancel_one,
        "save": save,
    }  # fmt: skip


def rest(it: RealSession) -> None:
    """Wait until nothing is asked, nothing is said, and all is painted."""
    it.parts.player.set_speed(None)
    it.parts.maps.cancel_fit()  # its vectors are shared by the engine, but nobody fits here

    def rested() -> bool:
        it.screen.paint()
        return not it.parts.wanted.live and not it.session.works.all and it.session.state.phase is not Phase.STARTING

    quiet, until = 0, time.monotonic() + PATIENCE / 1000
    while quiet < 3:  # what has been said may have more said
        assert time.monotonic() < until, (it.parts.wanted.live, it.session.works.all, it.session.state)
        QTest.qWait(10)
        quiet = quiet + 1 if rested() else 0


def check_at_rest(it: RealSession, models: tuple[str, str]) -> None:
    """The screen shows what there is, and the engine goes on from what is on screen."""
    session = it.session
    assert session.state.phase in ((Phase.IDLE,) if session.state.has_model else (Phase.NO_MODEL, Phase.DEAD))
    assert it.screen.seen == content(session.run)
    if not session.state.has_model or session.lacks_model:
        it.parts.loader.load(session.run.info.source.removeprefix("the folder ") if session.run.info else models[0])
        rest(it)
    if not session.run.nodes:
        it.parts.player.new_run("the cat", Sampling(temperature=0), False, 0)
        rest(it)
    if len(session.run) > 50:  # of the 64 that this model takes
        it.parts.player.go_to(session.run.path[10])
        rest(it)
    run, n = session.run, len(session.run)
    it.parts.player.play(1)
    rest(it)
    assert (session.run, len(run)) == (run, n + 1), list(it.notices)
    assert wants(run, session.ui) == []
    record = run.nodes[run.current]
    assert run.distribution is not None
    np.testing.assert_allclose(run.distribution[1][record.next_ids], record.next_probs, atol=1e-5)


@pytest.mark.timeout(300 if not MANY else 0)
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_the_order_it_comes_to_rest(
    it: RealSession, models: tuple[str, str], tmp_path: Path, seed: int
) -> None:
    die = random.Random(seed)
    it.parts.loader.start(models[0], "cpu", "auto", ("the cat sat", Sampling(temperature=0), False, 3))
    done: list[str] = []
    made = gestures(it, models, tmp_path / "a.orrery", die)
    try:
        for _ in range(GESTURES):
            name = die.choice(list(made))
            done.append(name)
            made[name]()
            if die.random() < 0.6:
                QTest.qWait(die.choice((0, 1, 5, 30, 120)))
                it.screen.paint()
        rest(it)
        check_at_rest(it, models)
    except (AssertionError, ValueError, IndexError) as error:
        raise AssertionError(f"after {done}") from error
