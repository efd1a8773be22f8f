"""What a dock gives its view: all it has, and more, scrolled, only where the view cannot do with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.look import style
from app.window.dock_body import DockBody, in_lines
from tests.helpers.runs import prompted
from viz.labs.patching.patching_view import PatchingView
from viz.theme import theme
from viz.ui_state import UiState


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


class Fickle(QWidget):
    """One that needs 300 pixels of height in a dock of 200 only while it is wide, or only while it is low."""

    def __init__(self, by_height: bool) -> None:
        super().__init__()
        self.by_height, self.changes, self.needs = by_height, 0, 0
        self.low = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.changes += 1
        needs = 300 if (self.height() < 250 if self.by_height else self.width() >= 400) else 100
        if needs != self.needs:
            self.needs = needs
            self.low.setMinimumHeight(needs)


@pytest.mark.parametrize("by_height", [False, True])
def test_a_view_whose_need_follows_from_its_own_size_comes_to_rest(qtbot: QtBot, by_height: bool) -> None:
    body, view = DockBody(), Fickle(by_height)
    qtbot.addWidget(body)
    body.stack.addWidget(view)
    body.show()
    body.resize(405, 200)  # 400 is between its widths with and without a scroll bar
    for _ in range(20):
        QCoreApplication.processEvents()
    assert body.verticalScrollBar().isVisible()
    assert view.height() >= view.needs
    changes = view.changes
    for _ in range(20):
        QCoreApplication.processEvents()
    assert view.changes == changes
    body.resize(405, 500)  # enough for it either way
    for _ in range(20):
        QCoreApplication.processEvents()
    assert not body.verticalScrollBar().isVisible()
    assert view.height() == 500


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("width", [180, 240, 300, 380, 600])
def test_the_words_of_the_offer_are_whole_at_every_width(qtbot: QtBot, width: int, scale: int) -> None:
    body = DockBody()
    qtbot.addWidget(body)
    font = body.offer.font()
    font.setPixelSize(14 * scale)
    body.offer.setFont(font)
    body.show_offer(True)
    body.resize(width, 400)
    body.show()
    button, words = body.offer, body.offer.text()
    assert words.replace("\n", " ") == "Compute with the loaded model"
    lines = words.split("\n")
    widest = max(button.fontMetrics().horizontalAdvance(line) for line in lines)
    assert widest <= button.width() <= width
    assert button.height() >= button.fontMetrics().lineSpacing() * len(lines)
    assert button.geometry().bottom() <= body.height()
    assert body.viewport().geometry().bottom() < button.geometry().top()
    body.resize(900, 400)
    assert button.text() == "Compute with the loaded model"


@pytest.mark.parametrize(
    ("n", "lines"),
    [
        (1, "Compute with the loaded model"),
        (2, "Compute with the\nloaded model"),
        (9, "Compute\nwith\nthe\nloaded\nmodel"),
    ],
)
def test_words_are_shared_out_over_lines(n: int, lines: str) -> None:
    assert in_lines(["Compute", "with", "the", "loaded", "model"], n) == lines


@pytest.mark.parametrize(("width", "height"), [(900, 200), (500, 120), (300, 90)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_fields_above_a_chart_lie_side_by_side_in_a_low_dock(
    qtbot: QtBot, width: int, height: int, scale: float
) -> None:
    style.apply(theme("dark"), scale)
    body, view = DockBody(), PatchingView()
    qtbot.addWidget(body)
    body.stack.addWidget(view)
    body.resize(width, height)
    body.show()
    view.paint(PatchingView.frame(prompted(), UiState()), theme("dark"))
    a, b = view.bar.fields.lines["a"], view.bar.fields.lines["b"]
    qtbot.waitUntil(lambda: a.geometry().bottom() < b.geometry().top())
    assert b.geometry().bottom() < view.run.mapTo(view.bar, QPoint(0, 0)).y()
    assert view.height() >= body.viewport().height()
