"""The whole program: the real window, the real engine process, a tiny model, real clicks and keys."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.state import Phase
from engine.records import Sampling
from tests.helpers.program import PATIENCE
from viz.intents import ShowSpace, TakeToken


def test_it_writes_places_and_checks_itself(qtbot: QtBot, program: Controller) -> None:
    run = program.session.run
    assert run.prompt == "the cat sat"
    assert len(run) > run.prompt_tokens
    assert all(run.at(position).resid is not None for position in range(len(run)))
    qtbot.waitUntil(lambda: run.reference is not None, timeout=PATIENCE)
    assert run.reference is not None
    assert run.reference.max_abs_logit_difference < 1e-3
    assert program.session.facts.kept is not None


def test_taking_another_token_branches_and_the_old_branch_stays(qtbot: QtBot, program: Controller) -> None:
    run = program.session.run
    node = run.path[-3]
    taken = run.nodes[run.path[-2]].token_id
    other = next(int(token) for token in run.nodes[node].next_ids if int(token) != taken)
    before = list(run.path)
    program.intents.handle(TakeToken(node, other))
    qtbot.waitUntil(lambda: run.nodes[run.current].token_id == other and run.current not in before, timeout=PATIENCE)
    assert set(run.leaves) == {before[-1], run.current}
    assert run.at(-1).resid is not None


def test_keys_step_and_step_back(qtbot: QtBot, program: Controller) -> None:
    n = len(program.session.run)
    program.window.activateWindow()
    program.window.actions_made.by_id["step_back"].trigger()
    qtbot.waitUntil(lambda: len(program.session.run) == n - 1, timeout=PATIENCE)
    program.window.actions_made.by_id["step"].trigger()
    qtbot.waitUntil(
        lambda: len(program.session.run) == n and program.session.state.phase is Phase.IDLE, timeout=PATIENCE
    )
    assert len(program.session.run.nodes) == n  # the same draw: nothing new


def test_a_killed_engine_is_told_and_started_again_with_the_run_kept(qtbot: QtBot, program: Controller) -> None:
    ids = program.session.run.token_ids.tolist()
    pid = program.client.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    qtbot.waitUntil(lambda: program.session.state.phase is Phase.DEAD, timeout=PATIENCE)
    assert program.session.run.token_ids.tolist() == ids
    program.window.restart_engine.emit()
    qtbot.waitUntil(
        lambda: program.session.state.phase is Phase.IDLE and program.session.state.has_model, timeout=PATIENCE
    )
    program.player.play(2)
    qtbot.waitUntil(lambda: len(program.session.run) == len(ids) + 2, timeout=PATIENCE)
    assert program.session.run.token_ids.tolist()[: len(ids)] == ids


def test_a_saved_run_opens_and_goes_on(qtbot: QtBot, program: Controller, tmp_path: Path) -> None:
    path = tmp_path / "kept.orrery"
    program.documents.save(path)
    ids = program.session.run.token_ids.tolist()
    program.player.new_run("a dog", Sampling(temperature=0), False, 2)
    qtbot.waitUntil(
        lambda: program.session.run.prompt == "a dog" and program.session.state.phase is Phase.IDLE, timeout=PATIENCE
    )
    program.documents.open(path)
    assert program.session.run.token_ids.tolist() == ids
    program.player.play(1)
    qtbot.waitUntil(lambda: len(program.session.run) == len(ids) + 1, timeout=PATIENCE)


def test_a_refused_prompt_is_a_sentence_and_changes_nothing(qtbot: QtBot, program: Controller) -> None:
    ids = program.session.run.token_ids.tolist()
    program.player.new_run("word " * 5000, Sampling(), False, 3)
    qtbot.waitUntil(lambda: program.session.state.phase is Phase.IDLE, timeout=PATIENCE)
    assert program.session.run.token_ids.tolist() == ids


def test_the_states_after_a_layer_are_a_space_of_their_own(qtbot: QtBot, program: Controller) -> None:
    from engine.records import Space

    assert program.session.loaded is not None
    space = Space("resid", program.session.loaded.n_layers)
    program.intents.handle(ShowSpace(space))
    qtbot.waitUntil(
        lambda: (
            space in program.session.run.maps
            and len(program.session.run.maps[space].nodes.get(key_of(program, space), {})) > 3
        ),
        timeout=PATIENCE,
    )
    assert program.session.run.maps[space].background.standardised


def key_of(program: Controller, space: object) -> str:
    return next(state.layout.key for known, state in program.session.run.maps.items() if known == space)


@pytest.mark.spawned
def test_closing_leaves_no_process_behind(qtbot: QtBot, program: Controller) -> None:
    assert program.client.pid is not None
    engine = psutil.Process(program.client.pid)
    family = [engine, *engine.children(recursive=True)]
    QTest.keyClick(program.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    program.window.close()
    _, alive = psutil.wait_procs(family, timeout=10)
    assert not alive
