"""The first start asks where to begin, once; later ones do not, and the menu Help asks again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.assemble import make_window
from app.settings import Settings
from app.window.welcome import WAYS, Welcome
from app.window.window import MainWindow
from app.window.workspaces import STUDIO
from viz.registry import views_in


def _started(path: Path, qtbot: QtBot, scale: float = 1.0) -> MainWindow:
    settings = Settings.load(path)
    settings.scale = scale
    window = make_window(settings, views_in(("token_strip", "next_token")))
    qtbot.addWidget(window)
    window.resize(1600, 900)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_it_asks_on_the_first_start_alone(tmp_path: Path, qtbot: QtBot) -> None:
    window = _started(tmp_path / "settings.json", qtbot)
    asked = window.findChild(Welcome)
    assert asked is not None
    assert asked.isVisible()
    assert asked.y() >= window.header.geometry().bottom()
    window.saver.save()
    window.close()
    again = _started(tmp_path / "settings.json", qtbot)
    assert again.findChild(Welcome) is None
    again.actions_made.by_id["welcome"].trigger()
    found = again.findChild(Welcome)
    assert found is not None
    assert found.isVisible()


@pytest.mark.parametrize("way", [name for name, _, _ in WAYS])
def test_each_way_leads_somewhere_by_keyboard_and_it_is_gone(way: str, tmp_path: Path, qtbot: QtBot) -> None:
    window = _started(tmp_path / "settings.json", qtbot)
    asked = window.findChild(Welcome)
    assert asked is not None
    told: list[bool] = []
    window.actions_made.by_id["lesson_open"].triggered.connect(lambda *_: told.append(True))
    window.show_workspace("attention")
    asked.buttons[way].setFocus()
    QTest.keyClick(asked.buttons[way], Qt.Key.Key_Space)
    assert not asked.isVisible()
    assert window.docks.current == {"explore": "explore", "figure": STUDIO}.get(way, window.docks.current)
    assert bool(told) == (way == "teach")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_cuts_nothing(scale: float, tmp_path: Path, qtbot: QtBot) -> None:
    window = _started(tmp_path / "settings.json", qtbot, scale)
    asked = window.findChild(Welcome)
    assert asked is not None
    for width in (700, 1280, 1600):
        window.resize(width, 900)
        QTest.qWait(30)
        for button in asked.buttons.values():
            box = button.parentWidget()
            assert box is not None
            assert box.geometry().right() <= (box.parentWidget() or asked).width()
            assert button.width() >= button.sizeHint().width()


def test_space_presses_the_button_with_the_keyboard_and_does_not_play(tmp_path: Path, qtbot: QtBot) -> None:
    window = _started(tmp_path / "settings.json", qtbot)
    asked = window.findChild(Welcome)
    assert asked is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    play = window.actions_made.by_id["play"]
    play.setEnabled(True)
    told: list[bool] = []
    play.triggered.connect(lambda *_: told.append(True))
    window.focus_watch.go_to(asked.buttons["explore"])
    QTest.keyClick(asked.buttons["explore"], Qt.Key.Key_Space)
    assert not asked.isVisible()
    assert told == []
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert told == [True]
