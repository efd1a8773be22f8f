"""Engines that are stopped, deaf, or lose a message: it is said, the window never waits, and nothing stays behind."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest
from pytestqt.qtbot import QtBot

from app.session import pulse
from engine.folders import cache_folder
from engine.protocol import (
    Answering,
    Cancel,
    Configure,
    Died,
    Failed,
    Halted,
    ListModels,
    Loaded,
    LoadModel,
    ModelsListed,
    NewRun,
    Progress,
    Silent,
    UseLayout,
)
from engine.records import EMBEDDING, Layout, Sampling
from tests.helpers import troubled
from tests.helpers.engine_talk import Talk
from tests.helpers.fake_engine import joined, tell
from tests.helpers.tiny_models import write_folder

pytestmark = pytest.mark.usefixtures("forked_engines")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a second of silence is long."""
    monkeypatch.setattr(pulse, "TURN", 0.05)
    monkeypatch.setattr(pulse, "LIMIT", 0.5)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("tiny"))


@pytest.fixture
def stopped() -> Iterator[Talk]:
    """An engine that has been stopped, as a debugger or a terminal stops a process."""
    with Talk() as talk:
        talk.ask(ModelsListed, ListModels)
        os.kill(_pid(talk), signal.SIGSTOP)
        yield talk


def _pid(talk: Talk) -> int:
    pid = talk.client.pid
    assert pid is not None
    return pid


def _layout() -> Layout:
    """A layout of a megabyte: more than a pipe holds."""
    n = 50_000
    return Layout(
        EMBEDDING, "umap", None, np.zeros((n, 3), np.float32), np.zeros((n, 2), np.float32), "x", "key", 0, 0, 0, 0
    )


def test_a_stopped_engine_is_said_to_be_silent_and_no_longer_when_it_goes_on(stopped: Talk) -> None:
    told = stopped.until(lambda: stopped.of(Silent))
    assert "has not answered" in told[0].sentence
    os.kill(_pid(stopped), signal.SIGCONT)
    stopped.until(lambda: stopped.of(Answering))
    assert stopped.ask(ModelsListed, ListModels).entries
    assert len(stopped.of(Silent)) == 1


def test_the_window_does_not_wait_for_an_engine_that_takes_nothing(stopped: Talk) -> None:
    began = time.monotonic()
    request = stopped.client.send(UseLayout, layout=_layout())
    later = stopped.client.send(ListModels)
    assert time.monotonic() - began < 1
    os.kill(_pid(stopped), signal.SIGCONT)
    assert "No model is loaded" in stopped.reply(Failed, request).sentence
    stopped.reply(ModelsListed, later)


def test_a_stopped_engine_can_be_restarted(stopped: Talk) -> None:
    stopped.client.send(UseLayout, layout=_layout())
    stopped.until(lambda: stopped.of(Silent))
    pid, began = _pid(stopped), time.monotonic()
    stopped.client.close()
    stopped.client.start()
    assert time.monotonic() - began < 4
    assert not psutil.pid_exists(pid)
    stopped.until(lambda: stopped.of(Answering))  # what was said of the one before holds no longer
    assert stopped.ask(ModelsListed, ListModels).entries
    assert not stopped.of_died()


def test_a_stop_that_is_not_heeded_is_said(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    troubled.prepared(monkeypatch, tmp_path, "deaf")
    monkeypatch.setattr(pulse, "LIMIT", 2.0)
    with Talk() as talk:
        talk.ask(Loaded, LoadModel, spec=str(folder))
        talk.answers.clear()
        talk.ask(Halted, NewRun, prompt="the cat")
        assert not talk.of(Silent)  # it took its time, but was heard of, and nobody wanted an end
        request = talk.client.send(NewRun, prompt="the cat")
        talk.reply(Progress, request)
        talk.client.send(Cancel)
        assert "asked to stop" in talk.until(lambda: talk.of(Silent))[0].sentence
        talk.until(lambda: talk.of(Answering))
        assert talk.reply(Halted, request).why == "cancelled"


@pytest.mark.parametrize("trouble", ["lost", "unsent"])
def test_an_engine_that_loses_a_message_ends_and_says_why(
    trouble: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubled.prepared(monkeypatch, tmp_path, trouble)
    with Talk() as talk:
        for _ in range(4):
            talk.client.send(Configure)
        died: Died = talk.until(talk.of_died)[0]
        assert "A message between the window and the engine was lost" in died.sentence
        assert not talk.client.alive


@pytest.mark.parametrize("error", [MemoryError(), ValueError("odd")])
def test_a_reader_that_fails_is_told_and_the_engine_can_be_restarted(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.session import engine_client

    with Talk() as talk, monkeypatch.context() as patch:
        talk.ask(ModelsListed, ListModels)
        pid = _pid(talk)

        def short(_connection: object) -> None:
            raise error

        patch.setattr(engine_client, "receive", short)
        talk.client.send(Configure)
        died: Died = talk.until(talk.of_died)[0]
        assert type(error).__name__ in died.sentence
        assert "restart the engine" in died.sentence
        assert not psutil.pid_exists(pid)
        patch.undo()
        talk.answers.clear()
        talk.client.close()
        talk.client.start()
        assert talk.ask(ModelsListed, ListModels).entries


@pytest.mark.parametrize("end", ["closed", "killed", "without a window"])
def test_weights_on_the_disk_go_with_the_engine(
    end: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubled.prepared(monkeypatch, tmp_path, "spread")
    spread = cache_folder() / "spread"
    with Talk() as talk:
        assert "disk" in talk.ask(Loaded, LoadModel, spec=str(folder)).info.device
        assert any(spread.glob(f"{_pid(talk)}-*"))
        talk.ask(Halted, NewRun, prompt="the cat", sampling=Sampling(temperature=0))
        process = psutil.Process(_pid(talk))
        if end == "killed":
            process.kill()
            talk.until(talk.of_died)
        elif end == "without a window":
            connection = talk.client._connection
            assert connection is not None
            talk.client._process = None  # as when the window was killed: nobody tidies up behind the engine
            with socket.socket(fileno=os.dup(connection.fileno())) as pipe:
                pipe.shutdown(socket.SHUT_RDWR)
            assert psutil.wait_procs([process], timeout=20)[1] == []
            connection.close()
    assert list(spread.iterdir()) == []


def test_the_window_says_that_the_engine_is_silent_and_offers_another_until_it_answers(qtbot: QtBot) -> None:
    controller = joined(qtbot)
    cards = controller.window.notices
    tell(controller, Progress(0, "Starting the engine", 0, 0), Silent(0, "It does not answer."))
    assert [(card.notice.sentence, card.notice.actions) for card in cards.cards] == [
        ("It does not answer.", ("restart_engine",))
    ]
    tell(controller, Answering(0))
    assert cards.cards == []
    tell(controller, Answering(0))
    controller.close()
