"""No view changes a table's header in the midst of the table's own resizing or painting: that ended the program."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.runs import RUNS
from viz.after_resize import AfterResize
from viz.registry import all_views
from viz.theme import theme
from viz.ui_state import UiState

CHANGES = ("setColumnHidden", "hideColumn", "showColumn", "setColumnWidth", "hideRow", "showRow", "setRowHidden")
OF_HEADERS = ("setDefaultSectionSize", "resizeSection", "setSectionHidden", "setSectionResizeMode")
HANDLERS = ("resizeEvent", "paintEvent", "event", "viewportEvent", "eventFilter")
DURING = (QEvent.Type.Resize, QEvent.Type.Paint, QEvent.Type.UpdateRequest)


def is_of(part: object, table: QWidget) -> bool:
    """Whether it is the table or a part of it."""
    return isinstance(part, QWidget) and (part is table or table.isAncestorOf(part))


def handler_of(table: QWidget) -> str:
    """The handler of the table's own resizing or painting that is at work; "" for none."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None:
        names = frame.f_locals
        if frame.f_code.co_name in HANDLERS:
            event = names.get("event")
            is_one = isinstance(event, QEvent) and event.type() in DURING
            if is_one and is_of(names.get("watched", names.get("self")), table):
                return frame.f_code.co_qualname
        frame = frame.f_back
    return ""


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was changed in the midst of it."""
    found: list[str] = []

    def watched(kind: type[QWidget], name: str) -> None:
        real: Callable[..., Any] = getattr(kind, name)

        def changed(self: QWidget, *args: Any) -> Any:
            table = self.parentWidget() if isinstance(self, QHeaderView) else self
            if table is not None and (handler := handler_of(table)):
                found.append(f"{name} in {handler}")
            return real(self, *args)

        monkeypatch.setattr(kind, name, changed)

    for name in CHANGES:
        watched(QTableView, name)
    for name in OF_HEADERS:
        watched(QHeaderView, name)
    return found


def resized(view: QWidget) -> None:
    """Shown at many sizes, at which bars of the table come and go."""
    view.show()
    for width, height in ((900, 600), (500, 600), (300, 120), (300, 500), (1200, 90), (640, 400)):
        view.resize(width, height)
        QApplication.processEvents()
    view.close()


def test_a_views_table_is_left_alone_while_it_is_resized(qtbot: QtBot, met: list[str]) -> None:
    tables = 0
    for name, cls in all_views().items():
        view = cls()
        qtbot.addWidget(view)
        own = view.findChildren(QTableView)
        tables += len(own)
        if not own:
            continue
        for run in ("fifty_steps", "branched"):
            view.paint(cls.frame(RUNS[run](), UiState()), theme("dark"))
            resized(view)
        assert met == [], name
    assert tables >= 3


class Hasty(QTableView):
    """Hides a column while it is resized."""

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(0, self.width() < 400)


class Filtering(QObject):
    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.table = table
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.table.horizontalHeader().setDefaultSectionSize(30)
        return False


def test_one_that_is_changed_meanwhile_is_seen(qtbot: QtBot, met: list[str]) -> None:
    for table in (Hasty(), QTableView()):
        qtbot.addWidget(table)
        if not isinstance(table, Hasty):
            Filtering(table)
        resized(table)
        assert met
        met.clear()


def test_what_follows_comes_once_and_later(qtbot: QtBot) -> None:
    part, calls = QWidget(), []
    qtbot.addWidget(part)
    AfterResize(part, lambda: calls.append(part.width()))
    part.show()
    QApplication.processEvents()
    calls.clear()
    for width in (300, 310, 320):
        part.resize(width, 100)
    assert calls == []
    qtbot.waitUntil(lambda: bool(calls))
    assert calls == [320]
