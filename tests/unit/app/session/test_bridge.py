"""Answers cross threads in order, none lost, and a slow window slows the worker."""

from __future__ import annotations

import threading

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from app.session.bridge import Bridge


def deliver_all(bridge: Bridge, n: int) -> None:
    for number in range(n):
        bridge.deliver(number)


def test_answers_arrive_in_order_on_the_windows_thread(qtbot: QtBot) -> None:
    bridge = Bridge(capacity=8)
    seen: list[tuple[object, bool]] = []
    bridge.answered.connect(lambda answer: seen.append((answer, QThread.currentThread() is bridge.thread())))
    worker = threading.Thread(target=deliver_all, args=(bridge, 500))
    worker.start()
    qtbot.waitUntil(lambda: len(seen) == 500, timeout=5000)
    worker.join()
    assert [answer for answer, _ in seen] == list(range(500))
    assert all(at_home for _, at_home in seen)


def test_a_window_that_does_not_listen_holds_the_worker_back(qtbot: QtBot) -> None:
    bridge = Bridge(capacity=4)
    seen: list[object] = []
    bridge.answered.connect(seen.append)
    delivered: list[int] = []
    fifth = threading.Event()

    def work() -> None:
        for number in range(10):
            if number == 4:
                fifth.set()
            bridge.deliver(number)
            delivered.append(number)

    worker = threading.Thread(target=work)
    worker.start()
    assert fifth.wait(5)
    worker.join(0.3)  # the loop below has not run yet, so the fifth answer has no room
    assert delivered == [0, 1, 2, 3]
    qtbot.waitUntil(lambda: len(seen) == 10, timeout=5000)
    worker.join()
    assert seen == list(range(10))


def test_closing_frees_a_waiting_worker_and_drops_the_rest(qtbot: QtBot) -> None:
    bridge = Bridge(capacity=1)
    seen: list[object] = []
    bridge.answered.connect(seen.append)
    worker = threading.Thread(target=deliver_all, args=(bridge, 5))
    worker.start()
    bridge.close()
    worker.join(5)
    assert not worker.is_alive()
    qtbot.waitUntil(lambda: True)
    assert seen == []
