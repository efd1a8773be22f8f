"""The helper that finds leftovers must itself be right, or every other test passes too easily."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from tests.helpers import leftovers


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "_GRACE", 0.05)


def test_a_thread_is_found_with_its_origin_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    watch, end = leftovers.Watch(monkeypatch), threading.Event()
    thread = threading.Thread(target=end.wait, name="lost", daemon=True)
    thread.start()
    assert "thread 'lost', begun at" in watch.left()[0]
    assert "test_leftovers.py" in watch.left()[0]
    end.set()
    thread.join()
    assert watch.left() == []


def test_a_process_is_found_until_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = leftovers.Watch(monkeypatch)
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    assert str(child.pid) in watch.left()[0]
    child.communicate(b"\n")
    assert watch.left() == []


def test_a_running_timer_is_found_until_it_stops(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import QTimer

    watch, timer = leftovers.Watch(monkeypatch), QTimer()
    timer.start(1000)
    assert "running timer (1000 ms), begun at" in watch.left()[0]
    timer.stop()
    assert watch.left() == []
