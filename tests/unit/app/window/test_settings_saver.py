"""The settings are saved a moment after a change and at the end; a failure is told once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.window.action_set import ActionSet
from app.window.controls import Controls
from app.window.settings_saver import SettingsSaver
from tests.helpers.windows import log


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def saver_of(window: QMainWindow, settings: Settings) -> tuple[SettingsSaver, Controls]:
    controls = Controls(ActionSet(window).by_id, settings, window)
    return SettingsSaver(window, settings, controls), controls


def test_what_stands_in_the_controls_is_saved_after_a_change(qtbot: QtBot, window: QMainWindow, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    saver, controls = saver_of(window, Settings(path=path))
    controls.prompt.set_text("once upon")
    saver.save_soon()
    assert not path.exists()
    qtbot.waitUntil(path.exists)
    assert json.loads(path.read_text("utf-8"))["prompt"] == "once upon"


def test_the_window_stands_where_it_was_saved_last(window: QMainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(path=tmp_path / "settings.json")
    saver, _ = saver_of(window, settings)
    window.resize(700, 500)
    saver.save_last()
    other = QMainWindow()
    qtbot.addWidget(other)
    saver_of(other, Settings.load(tmp_path / "settings.json"))[0].place_window()
    assert other.size() == window.size()


def test_a_failure_is_told_once_until_saving_works_again(window: QMainWindow, tmp_path: Path) -> None:
    blocked = tmp_path / "folder"
    blocked.write_text("a file where a folder should be", "utf-8")
    saver, _ = saver_of(window, Settings(path=blocked / "settings.json"))
    told = log(saver.failed)
    saver.save()
    saver.save()
    assert [notice.level for (notice,) in told] == ["warning"]
    blocked.unlink()
    saver.save()
    (blocked / "settings.json").unlink()
    blocked.rmdir()
    blocked.write_text("again", "utf-8")
    saver.save()
    assert len(told) == 2
