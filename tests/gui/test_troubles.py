"""What can go wrong in the whole program, and what a person then sees: the real window and engine, a tiny model."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot
from safetensors.numpy import save_file

from app.controller import Controller
from app.state import Phase
from engine.records import EMBEDDING, UmapParams
from tests.helpers.program import PATIENCE, at_rest, opened
from tests.helpers.tiny_models import write_folder
from viz.intents import FitLayout


@pytest.fixture
def begun(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Controller]:
    """The program as it begins to load."""
    monkeypatch.setenv("ORRERY_CONFIG", str(tmp_path / "config"))
    folder = write_folder(tmp_path / "model", max_position_embeddings=256)
    with opened(qtbot, folder, "the cat sat") as made:
        yield made


@pytest.fixture
def program(qtbot: QtBot, begun: Controller) -> Controller:
    """The program after its first run, at rest."""
    at_rest(qtbot, begun)
    return begun


def sentences(program: Controller) -> list[str]:
    return [card.notice.sentence for card in program.window.notices.cards]


def processes() -> set[int]:
    """The children that are Orrery's own work: multiprocessing's tracker stays for the whole session."""
    children = psutil.Process().children(recursive=True)
    return {child.pid for child in children if "resource_tracker" not in " ".join(child.cmdline())}


def kill(pid: int | None) -> None:
    assert pid is not None
    os.kill(pid, signal.SIGKILL)


def test_an_engine_killed_while_it_writes_is_offered_anew(qtbot: QtBot, program: Controller) -> None:
    before = len(program.session.run)
    program.player.play(150)
    qtbot.waitUntil(lambda: len(program.session.run) > before + 2, timeout=PATIENCE)
    kill(program.client.pid)
    qtbot.waitUntil(lambda: program.session.state.phase is Phase.DEAD, timeout=PATIENCE)
    kept = program.session.run.token_ids.tolist()
    assert len(kept) > before + 2
    program.window.notices.clear()
    program.player.play(1)
    program.window.run_prompt()
    (card,) = program.window.notices.cards  # said once, with the way out
    assert card.notice.actions == ("restart_engine",)
    program.window.actions_made.by_id["restart_engine"].trigger()
    qtbot.waitUntil(
        lambda: program.session.state.phase is Phase.IDLE and program.session.state.has_model, timeout=PATIENCE
    )
    program.player.play(1)
    qtbot.waitUntil(lambda: len(program.session.run) == len(kept) + 1, timeout=PATIENCE)
    assert program.session.run.token_ids.tolist()[:-1] == kept


def test_an_engine_killed_while_it_loads_is_offered_anew(qtbot: QtBot, begun: Controller) -> None:
    qtbot.waitUntil(
        lambda: begun.session.state.phase is Phase.LOADING and begun.client.pid is not None, timeout=PATIENCE
    )
    kill(begun.client.pid)
    qtbot.waitUntil(lambda: begun.session.state.phase is Phase.DEAD, timeout=PATIENCE)
    assert begun.window.notices.cards[-1].notice.actions == ("restart_engine",)
    begun.window.actions_made.by_id["restart_engine"].trigger()
    qtbot.waitUntil(lambda: begun.session.state.has_model, timeout=PATIENCE)


@pytest.mark.parametrize("moment", ["while it loads", "while it writes"])
def test_closing_leaves_no_process(qtbot: QtBot, begun: Controller, moment: str) -> None:
    qtbot.waitUntil(lambda: begun.session.state.phase is Phase.LOADING and begun.client.alive, timeout=PATIENCE)
    if moment == "while it writes":
        qtbot.waitUntil(
            lambda: begun.session.state.phase is Phase.IDLE and len(begun.session.run) > 3, timeout=PATIENCE
        )
        before = len(begun.session.run)
        begun.player.play(150)
        qtbot.waitUntil(lambda: len(begun.session.run) > before, timeout=PATIENCE)
    pid = begun.client.pid
    assert pid in processes()
    begun.window.close()
    begun.close()
    qtbot.waitUntil(lambda: pid not in processes(), timeout=5000)


def test_a_killed_mapper_is_told_and_the_window_closes_during_a_fit(qtbot: QtBot, program: Controller) -> None:
    layouts = program.session.run.maps[EMBEDDING].layouts
    others = processes()
    ask = FitLayout(EMBEDDING, UmapParams(n_neighbors=7, min_dist=0.3))
    program.intents.handle(ask)
    qtbot.waitUntil(lambda: bool(processes() - others), timeout=PATIENCE)
    for pid in processes() - others:
        kill(pid)
    qtbot.waitUntil(lambda: not program.maps.fitting, timeout=PATIENCE)
    assert "mapper process ended" in sentences(program)[-1]
    assert program.session.run.maps[EMBEDDING].layouts == layouts
    program.intents.handle(ask)
    qtbot.waitUntil(lambda: bool(processes() - others), timeout=PATIENCE)
    mapper = processes() - others
    program.window.close()
    program.close()
    qtbot.waitUntil(lambda: not mapper & processes(), timeout=5000)


def newer(data: bytes) -> bytes:
    """A run file as a later Orrery might write it."""
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    said = json.loads(header["__metadata__"]["orrery"])
    header["__metadata__"]["orrery"] = json.dumps({**said, "format": 99})
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text + data[8 + length :]


def test_files_that_are_no_runs_are_told_and_change_nothing(program: Controller, tmp_path: Path) -> None:
    good = tmp_path / "good.orrery"
    program.documents.save(good)
    data = good.read_bytes()
    (tmp_path / "cut.orrery").write_bytes(data[: len(data) // 2])
    (tmp_path / "garbage.orrery").write_bytes(b"\x00\xff hello" * 50)
    (tmp_path / "empty.orrery").write_bytes(b"")
    (tmp_path / "newer.orrery").write_bytes(newer(data))
    save_file({"a": np.zeros(3, np.float32)}, tmp_path / "foreign.orrery")
    expected = {
        "cut": "damaged or cut short",
        "garbage": "damaged or cut short",
        "empty": "damaged or cut short",
        "newer": "newer Orrery",
        "foreign": "not a run saved by Orrery",
        "gone": "There is no file",
    }
    run = program.session.run
    for name, words in expected.items():
        program.window.notices.clear()
        data_dropped = QMimeData()
        data_dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / f"{name}.orrery"))])
        none = Qt.KeyboardModifier.NoModifier
        both, left = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        event = QDropEvent(QPointF(50, 50), both, data_dropped, left, none)
        event.setDropAction(Qt.DropAction.MoveAction)
        program.window.dropEvent(event)
        assert event.dropAction() == Qt.DropAction.CopyAction  # after a move the other program may delete its file
        assert words in sentences(program)[-1], name
        assert program.session.run is run


def test_odd_prompts_run(qtbot: QtBot, program: Controller) -> None:
    program.window.controls.playback.tokens.setValue(2)
    for prompt in ("", " ", "a", "a\0b", "a\ud800b", "👩‍👩‍👧‍👦🏳️‍🌈", "مرحبا بالعالم", "你好，世界"):
        before = program.session.run
        program.window.set_prompt(prompt)
        program.window.run_prompt()
        qtbot.waitUntil(
            lambda before=before: program.session.run is not before and program.session.state.phase is Phase.IDLE,  # type: ignore[misc]
            timeout=PATIENCE,
        )
        assert len(program.session.run) == program.session.run.prompt_tokens + 2
        assert program.session.run.prompt_tokens >= 1
        assert not sentences(program)


def test_a_hundred_kilobytes_are_refused_with_the_number_of_tokens(qtbot: QtBot, program: Controller) -> None:
    run = program.session.run
    program.window.set_prompt("the cat sat on the mat. " * 4300)
    program.window.run_prompt()
    qtbot.waitUntil(lambda: program.session.state.phase is Phase.IDLE, timeout=PATIENCE)
    assert "this model takes at most 256" in sentences(program)[-1]
    assert program.session.run is run
