"""What a dock gives its view: all it has, and more, scrolled, only where the view cannot do with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.window.dock_body import DockBody


class Chart(QWidget):
    """One that would like the size it has, as a chart does."""

    least = 80

    def sizeHint(self) -> QSize:
        return self.size()

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.least)


@pytest.mark.parametrize(("least", "low"), [(80, 200), (300, 320)])
def test_a_chart_that_was_large_becomes_as_small_as_its_dock(qtbot: QtBot, least: int, low: int) -> None:
    page, chart, words = QWidget(), Chart(), QLabel("a")
    words.setWordWrap(True)
    words.setFixedHeight(20)
    chart.least = least
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(words)
    column.addWidget(chart, 1)
    body = DockBody()
    qtbot.addWidget(body)
    body.stack.addWidget(page)
    body.resize(400, 600)
    body.show()
    qtbot.waitUntil(lambda: page.height() == 600)
    body.resize(400, 200)
    qtbot.waitUntil(lambda: page.height() == low)
