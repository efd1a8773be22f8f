"""Looking for the order of the keyboard leaves all widgets whose they are."""

from __future__ import annotations

import gc

import shiboken6
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QHeaderView, QMainWindow, QPushButton, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.window.focus_order import next_stop, regions


def whose(part: QWidget) -> str:
    """The line that says which object of Python's holds this one; "" where none does."""
    return next((line for line in shiboken6.dump(part).splitlines() if line.startswith("parent.")), "")


def test_nothing_is_given_to_what_stands_before_it(qtbot: QtBot) -> None:
    window, inside = QMainWindow(), QWidget()
    qtbot.addWidget(window)
    window.setCentralWidget(inside)
    column, table, button = QVBoxLayout(inside), QTableView(inside), QPushButton("a", inside)
    table.setModel(QStringListModel(["a", "b"], table))
    column.addWidget(table)
    column.addWidget(button)
    window.show()
    with qtbot.waitExposed(window):
        pass
    held = table.horizontalHeader()
    for _ in range(3):
        assert [part for region in regions(window) for part in region.stops] == [table, button]
        next_stop(window, True)
        gc.collect()
    assert whose(window) == ""  # not the last control's, after which it comes
    assert repr(held.viewport()) not in whose(held)
    assert len(table.findChildren(QHeaderView)) == 2
