"""A row of controls whose rest goes into a menu."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from viz.map.input.strip import Strip


def test_entries_of_the_menu_are_its_own_and_open_what_their_buttons_open(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    strip = Strip(around)
    button, plain = QToolButton(strip), QToolButton(strip)
    button.setText("Paths")
    plain.setText("Reset view")
    opened = QMenu(strip)
    strip.add(QLineEdit(strip), "Search", 0)
    strip.add_button(button, 1, opened)
    strip.add_button(plain, 2)
    entries = strip.menu.actions()
    assert all(shiboken6.createdByPython(entry) for entry in entries)  # Qt deletes none of them behind Python's back
    assert [entry.text() for entry in entries[1:]] == ["Paths", "Reset view"]
    assert entries[1].menu() is opened
    assert button.menu() is opened
    told: list[bool] = []
    plain.clicked.connect(lambda *_: told.append(True))
    entries[2].trigger()
    assert told == [True]


def test_what_does_not_fit_is_seen_in_the_menu(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    strip = Strip(around)
    button = QToolButton(strip)
    button.setText("Paths")
    strip.add_button(button, 1, QMenu(strip))
    around.show()
    (entry,) = strip.menu.actions()
    for wide, fits in ((400, True), (20, False), (400, True)):
        strip.resize(wide, 40)
        strip.arrange()
        assert (button in strip.in_row(), entry.isVisible()) == (fits, not fits)
