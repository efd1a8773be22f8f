"""What is waited for has come when the wait is over."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.rested import rested


def test_a_widget_rests_when_the_last_of_its_timers_has_run(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    runs: list[int] = []
    first, second = QTimer(widget), QTimer(QWidget(widget))
    for timer in (first, second):
        timer.setSingleShot(True)
        timer.setInterval(20)
    first.timeout.connect(second.start)
    second.timeout.connect(lambda: runs.append(1))
    first.start()
    rested(qtbot, widget)
    assert runs == [1]
