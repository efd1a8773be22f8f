"""Windows of toy views for tests, and what they are asked and told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.state import Phase, RunState, StatusFacts
from app.window.window import MainWindow
from tests.helpers.toy_views import ToyView

READY = RunState(Phase.IDLE, has_model=True, has_run=True, can_step_back=True)
GENERATING = replace(READY, phase=Phase.GENERATING)
FACTS = StatusFacts("SmolLM2-135M", "cpu", "float32", 27.2, 2.1e-6, 1.0, 0.31, 0.013, 49)

Make = Callable[..., MainWindow]


def toy(window: MainWindow, name: str = "toy") -> ToyView:
    """A built view."""
    view = window.docks.hosts[name].view
    assert isinstance(view, ToyView)
    return view


def built(qtbot: QtBot, window: MainWindow, name: str = "toy") -> ToyView:
    """A view once it has been painted."""
    qtbot.waitUntil(lambda: window.docks.hosts[name].view is not None and bool(toy(window, name).painted))
    return toy(window, name)


def log(signal: Any) -> list[tuple[Any, ...]]:
    """What a signal sends from now on."""
    sent: list[tuple[Any, ...]] = []
    signal.connect(lambda *arguments: sent.append(arguments))
    return sent


def drop(window: MainWindow, path: Path) -> bool:
    """Drop a file on the window; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(200, 200), *how)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), *how))
    return enter.isAccepted()
