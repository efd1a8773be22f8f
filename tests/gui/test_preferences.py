"""The preferences by mouse and keyboard: every change works at once, is kept, and can be put back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app import engine_share
from app.preferences.dialog import Preferences
from app.settings import LAST, NONE, Settings
from app.window.panels.model_picker import ModelRow
from app.window.window import MainWindow
from tests.helpers.there import there
from tests.helpers.windows import READY, Make, log
from viz.figures import palettes

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROLS = (QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractItemView)

Opened = Callable[..., Preferences]


@pytest.fixture
def opened(make: Make, qtbot: QtBot, tmp_path: Path) -> Opened:
    """Opens the preferences of a new window with the keyboard."""

    def open_one(settings: Settings | None = None) -> Preferences:
        window = make(settings or Settings(path=tmp_path / "settings.json"))
        window.show_state(READY)
        window.show_models([ModelRow("gpt2", "GPT-2", on_disk=True), ModelRow("far", "far away")])
        QTest.keyClick(window, Qt.Key.Key_Comma, CONTROL)
        found = there(window.findChild(Preferences))
        qtbot.waitUntil(lambda: found.isVisible() and QApplication.activeWindow() is found)
        return found

    return open_one


def choose(box: QComboBox, value: object) -> None:
    """Take an entry of a list with the keyboard."""
    box.setFocus()
    while box.currentData() != value:
        step = Qt.Key.Key_Down if box.findData(value) > box.currentIndex() else Qt.Key.Key_Up
        QTest.keyClick(box, step)


def kept(window: MainWindow) -> dict[str, object]:
    window.saver.save()
    return dict(json.loads(there(window.settings.path).read_text("utf-8")))


def window_of(preferences: Preferences) -> MainWindow:
    window = preferences.parent()
    assert isinstance(window, MainWindow)
    return window


def test_they_open_beside_the_window_once_and_close_with_escape(opened: Opened, qtbot: QtBot) -> None:
    preferences = opened()
    window = window_of(preferences)
    assert not preferences.isModal()
    QTest.keyClick(preferences, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not preferences.isVisible())
    window.actions_made.by_id["preferences"].trigger()
    assert window.findChildren(Preferences) == [preferences]
    assert preferences.isVisible()


def test_every_control_has_a_name_and_is_reached_by_tab(opened: Opened) -> None:
    preferences = opened()
    for index, page in enumerate(preferences.pages):
        preferences.tabs.setCurrentIndex(index)
        wanted = {
            control
            for control in page.findChildren(QWidget)
            if isinstance(control, CONTROLS) and control.isEnabled() and control.focusPolicy() & Qt.FocusPolicy.TabFocus
            if control.window() is preferences  # not the list that a combo box opens
        }
        assert wanted
        assert [control for control in wanted if not control.accessibleName()] == []
        reached = set()
        preferences.tabs.tabBar().setFocus()
        for _ in range(40):
            QTest.keyClick(there(QApplication.focusWidget()), Qt.Key.Key_Tab)
            reached.add(QApplication.focusWidget())
        assert wanted <= reached, page.title


def test_looks_change_at_once_and_follow_what_changes_elsewhere(opened: Opened) -> None:
    preferences = opened()
    window = window_of(preferences)
    look = preferences.appearance
    preferences.tabs.setCurrentIndex(1)
    choose(look.theme, "light")
    assert window.appearance.theme.name == "light"
    choose(look.palette_box, "deuteranopia")
    assert window.appearance.theme == palettes.coloured("light", "deuteranopia")
    assert window.first_ui_state().palette == "deuteranopia"
    choose(look.scale, 1.25)
    assert window.settings.scale == 1.25
    before = window.first_ui_state().still
    QTest.mouseClick(look.still, LEFT, pos=QPoint(8, look.still.height() // 2))
    assert (before, window.first_ui_state().still) == (False, True)
    window.actions_made.by_id["normal_size"].trigger()
    window.appearance.next_theme()
    assert (look.theme.currentData(), look.scale.currentData()) == (window.settings.theme, 1.0)
    assert {name: kept(window)[name] for name in look.settings} == {
        "language": "", "theme": window.settings.theme, "palette": "deuteranopia", "scale": 1.0, "still": True,
    }  # fmt: skip
    preferences.tabs.setCurrentIndex(1)
    QTest.mouseClick(preferences.reset_button, LEFT)
    assert {name: getattr(window.settings, name) for name in look.settings} == {
        "language": "", "theme": "dark", "palette": "", "scale": 1.0, "still": False,
    }  # fmt: skip
    assert not look.still.isChecked()


def test_the_start_is_chosen_among_the_models_on_this_computer(opened: Opened) -> None:
    preferences = opened(Settings(model="mine"))
    window, page = window_of(preferences), preferences.general
    offered = [page.model.itemData(index) for index in range(page.model.count())]
    assert offered == [LAST, NONE, "gpt2"]
    assert window.model_at_start() == "mine"
    choose(page.model, NONE)
    assert window.model_at_start() is None
    choose(page.model, "gpt2")
    assert window.model_at_start() == "gpt2"
    QTest.mouseClick(page.run, LEFT, pos=QPoint(8, page.run.height() // 2))
    assert not window.settings.run_at_start


def test_the_engine_is_told_of_threads_and_memory_and_the_picker_of_the_device(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_share, "total_memory", lambda: 24 * 2**30)
    preferences = opened()
    window, page = window_of(preferences), preferences.engine
    preferences.tabs.setCurrentIndex(2)
    told, again = log(window.preference_changed), log(window.load_again)
    assert page.threads.text().startswith("automatic")
    page.threads.setFocus()
    QTest.keyClick(page.threads, Qt.Key.Key_Up)
    assert page.memory.text() == "automatic (1536 MiB)"
    QTest.keyClick(page.memory, Qt.Key.Key_Up)
    assert (window.settings.threads, window.settings.record_memory) == (1, 32)
    assert page.memory.text() == "32 MiB"
    assert told == [("threads",), ("record_memory",)]
    choose(page.device, "cpu")
    choose(page.dtype, "float32")
    assert window.model_place() == ("cpu", "float32")
    assert (window.picker.device.currentData(), window.picker.dtype.currentData()) == ("cpu", "float32")
    QTest.mouseClick(page.load_again, LEFT)
    assert again == [()]
    QTest.mouseClick(preferences.reset_button, LEFT)
    assert window.model_place() == ("auto", "auto")
    assert (window.settings.threads, window.settings.record_memory) == (0, 0)


def test_what_is_kept_is_listed_with_its_size_and_removed_when_that_is_confirmed(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    maps = tmp_path / "cache" / "maps" / "abc"
    maps.mkdir(parents=True)
    (maps / "layout.safetensors").write_bytes(bytes(2_500_000))
    preferences = opened()
    preferences.tabs.setCurrentIndex(3)
    page = preferences.storage
    asked: list[tuple[str, ...]] = []

    def refuse(*words: str) -> bool:
        asked.append(words)
        return False

    told = log(window_of(preferences).preference_changed)
    (item,) = [page.parts.topLevelItem(index) for index in range(page.parts.topLevelItemCount())]
    assert (there(item).text(0), there(item).text(1)) == ("Fitted maps", "2.5 MB")
    assert not page.remove.isEnabled()
    page.parts.setFocus()
    QTest.keyClick(page.parts, Qt.Key.Key_Down)
    QTest.keyClick(page.parts, Qt.Key.Key_Space)
    page.ask = refuse
    QTest.mouseClick(page.remove, LEFT)
    assert "Fitted maps" in asked[0][0]
    assert maps.exists()
    page.ask = lambda *_: True
    QTest.mouseClick(page.remove, LEFT)
    assert not maps.exists()
    assert page.parts.topLevelItemCount() == 0
    assert told == [("storage",)]
    shown: list[Path] = []
    page.open_folder = shown.append
    button = next(it for it in page.findChildren(QAbstractButton) if "models and maps" in it.accessibleName())
    QTest.mouseClick(button, LEFT)
    assert shown == [tmp_path / "cache"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_they_fit_a_projectors_screen(opened: Opened, scale: float, qtbot: QtBot) -> None:
    preferences = opened(Settings(scale=scale))
    screen = preferences.screen().availableGeometry()
    for index in range(len(preferences.pages)):
        preferences.tabs.setCurrentIndex(index)
        least = preferences.minimumSizeHint()
        assert least.width() <= 900
        assert least.height() <= 480
    assert preferences.height() <= 0.85 * screen.height() + 1
