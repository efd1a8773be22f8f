"""A run file opened on a machine without its model: shown, nothing fetched unasked, and the model one button away."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.start import open_session
from app.state import Phase
from app.window.panels.notices import Card
from engine.records import EMBEDDING, Sampling
from main import window_parser
from tests.helpers.fake_hub import FakeHub
from tests.helpers.tiny_models import write_folder
from tests.helpers.windows import drop

PATIENCE = 120_000
MODEL = "someone/tiny"
Opened = Callable[..., Controller]


@pytest.fixture
def network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeHub]:
    """All the network there is, the hub and the package index both; it remembers what it was asked."""
    monkeypatch.setenv("ORRERY_CONFIG", str(tmp_path / "config"))
    write_folder(tmp_path / "hub" / MODEL, max_position_embeddings=128)
    with FakeHub(tmp_path / "hub") as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.url)
        monkeypatch.setenv("PIP_INDEX_URL", f"{hub.url}/simple")
        yield hub


@pytest.fixture
def opened(qtbot: QtBot, network: FakeHub) -> Iterator[Opened]:
    """The program, started as the arguments say and closed at the end."""
    sessions: list[Controller] = []

    def start(*given: str) -> Controller:
        made = open_session(window_parser().parse_args([*given], argparse.Namespace(debug=False)))
        qtbot.addWidget(made.window)
        sessions.append(made)
        made.window.activateWindow()
        return made

    yield start
    for made in sessions:
        end(made)


def end(program: Controller) -> None:
    program.window.close()
    program.close()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Chooses which cache programs started from now on have."""
    return lambda name: monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / name))


@pytest.fixture
def run_file(qtbot: QtBot, opened: Opened, cache: Callable[[str], None], network: FakeHub, tmp_path: Path) -> Path:
    """A run of the hub's model, whose weights are in the cache "full"; the network has been asked for nothing since."""
    cache("full")
    program = opened("--model", MODEL, "--prompt", "the cat")
    qtbot.waitUntil(
        lambda: (
            len(program.session.run) > 3
            and program.session.state.phase is Phase.IDLE
            and EMBEDDING in program.session.run.maps
        ),
        timeout=PATIENCE,
    )
    path = tmp_path / "kept.orrery"
    program.documents.save(path)
    end(program)
    network.asked.clear()
    return path


def cards(program: Controller) -> list[Card]:
    return program.window.notices.cards


def without_model(qtbot: QtBot, program: Controller) -> None:
    qtbot.waitUntil(lambda: program.session.state.phase is Phase.NO_MODEL, timeout=PATIENCE)


def test_a_run_without_its_model_fetches_nothing_until_the_button_is_pressed(
    qtbot: QtBot, opened: Opened, cache: Callable[[str], None], network: FakeHub, run_file: Path
) -> None:
    cache("empty")
    program = opened(str(run_file))
    without_model(qtbot, program)
    assert network.asked == []
    assert len(program.session.run) > 3
    assert not program.window.status.progress.isVisible()
    (card,) = cards(program)
    assert MODEL in card.notice.sentence
    assert "not on this computer" in card.notice.sentence
    n = len(program.session.run)
    QTest.mouseClick(card.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: program.session.state.has_model and program.session.state.phase is Phase.IDLE, timeout=PATIENCE
    )
    assert network.asked != []
    assert len(program.session.run) == n, "the run stays"
    program.player.play(1)
    qtbot.waitUntil(lambda: len(program.session.run) == n + 1, timeout=PATIENCE)
    assert not program.window.actions_made.by_id["get_model"].isEnabled()


def test_a_run_whose_model_is_on_disk_goes_on_without_the_network(
    qtbot: QtBot, opened: Opened, cache: Callable[[str], None], network: FakeHub, run_file: Path
) -> None:
    cache("full")
    program = opened(str(run_file))
    qtbot.waitUntil(
        lambda: program.session.state.has_model and program.session.state.phase is Phase.IDLE, timeout=PATIENCE
    )
    assert cards(program) == []
    n = len(program.session.run)
    assert n > 3
    program.player.play(1)
    qtbot.waitUntil(lambda: len(program.session.run) == n + 1, timeout=PATIENCE)
    assert network.asked == []


def test_a_damaged_file_and_then_a_dropped_one_fetch_nothing(
    qtbot: QtBot, opened: Opened, cache: Callable[[str], None], network: FakeHub, run_file: Path, tmp_path: Path
) -> None:
    cache("empty")
    damaged = tmp_path / "damaged.orrery"
    damaged.write_bytes(run_file.read_bytes()[:100])
    program = opened(str(damaged))
    without_model(qtbot, program)
    assert [card.notice.level for card in cards(program)] == ["error", "info"]
    program.window.notices.clear()
    assert drop(program.window, run_file)
    assert len(program.session.run) > 3
    without_model(qtbot, program)
    assert [card.notice.actions for card in cards(program)] == [("get_model",)]
    assert program.window.actions_made.by_id["get_model"].isEnabled()
    assert network.asked == []


def test_a_run_opened_beside_another_model_leaves_that_one_and_its_maps_alone(
    qtbot: QtBot, opened: Opened, cache: Callable[[str], None], network: FakeHub, run_file: Path, tmp_path: Path
) -> None:
    other = write_folder(tmp_path / "other", seed=5, hidden_size=16, max_position_embeddings=128)
    program = opened("--model", str(other), "--prompt", "a dog")
    qtbot.waitUntil(
        lambda: (
            len(program.session.run) > 3
            and program.session.state.phase is Phase.IDLE
            and EMBEDDING in program.session.run.maps
        ),
        timeout=PATIENCE,
    )
    program.documents.open(run_file)
    (card,) = cards(program)
    assert card.notice.actions == ("get_model",)
    assert program.session.state.has_model
    foreign = program.session.run.maps[EMBEDDING].background
    program.player.new_run("a dog", Sampling(temperature=0), False, 2)
    qtbot.waitUntil(
        lambda: (
            program.session.run.prompt == "a dog"
            and EMBEDDING in program.session.run.maps
            and program.session.state.phase is Phase.IDLE
        ),
        timeout=PATIENCE,
    )
    assert program.session.run.maps[EMBEDDING].background is not foreign
    assert network.asked == []


def test_a_load_that_fails_after_the_old_model_was_let_go_says_there_is_none(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    program = opened("--model", str(write_folder(tmp_path / "good", max_position_embeddings=128)), "--prompt", "a")
    qtbot.waitUntil(
        lambda: len(program.session.run) > 3 and program.session.state.phase is Phase.IDLE, timeout=PATIENCE
    )
    broken = write_folder(tmp_path / "broken", seed=3)
    weights = broken / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    program.loader.load(str(broken))
    without_model(qtbot, program)
    assert not program.session.state.has_model
    assert len(program.session.run) > 3
    assert not program.window.actions_made.by_id["step"].isEnabled()
