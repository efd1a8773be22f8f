"""Ctrl+C in the terminal closes the window, though Qt is waiting."""

from __future__ import annotations

import os
import signal
import threading

import pytest
from pytestqt.qtbot import QtBot

from app.interrupt import Interrupt


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_heard_while_nothing_happens(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    heard: list[int] = []
    interrupt = Interrupt(lambda: heard.append(1))
    try:
        sent = threading.Timer(0.2, os.kill, (os.getpid(), number))
        sent.start()
        qtbot.waitUntil(lambda: heard == [1], timeout=5000)
        sent.join()
    finally:
        interrupt.end()
    assert signal.getsignal(number) == before
