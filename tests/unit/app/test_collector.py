"""Garbage goes on the window's thread, between two events, and when its time has come."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.collector import Collector


class Cycle:
    """Something that only a collection takes away; tells on which thread."""

    gone: list[threading.Thread] = []  # noqa: RUF012 - emptied by the fixture

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Cycle.gone.append(threading.current_thread())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    was_on = gc.isenabled()
    gc.enable()
    Cycle.gone.clear()
    owner = QObject()
    made = Collector(owner)
    yield made
    made.stop()
    assert gc.isenabled()
    if not was_on:
        gc.disable()


def test_another_thread_collects_nothing_and_this_one_does_when_it_is_due(collector: Collector) -> None:
    there = weakref.ref(Cycle())
    other = threading.Thread(target=lambda: [[] for _ in range(100_000)])
    other.start()
    other.join()
    kept = [[] for _ in range(10_000)]  # type: ignore[var-annotated] # enough that a collection is due
    assert there() is not None
    assert Cycle.gone == []
    collector.collect()
    assert len(kept) == 10_000
    assert there() is None
    assert Cycle.gone == [threading.main_thread()]


def test_nothing_is_gone_through_before_it_is_due(collector: Collector) -> None:
    gc.collect()
    there = weakref.ref(Cycle())
    collector.collect()
    assert there() is not None
