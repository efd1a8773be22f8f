"""Asking for a file holds nothing up: other windows take no input meanwhile, but closing one ends the asking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QFileIconProvider, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from viz import ask_path

KINDS = "Tables (*.csv);;JSON (*.json)"


@pytest.fixture
def window(qtbot: QtBot) -> QPushButton:
    made = QPushButton("a window")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    with qtbot.waitExposed(made):
        pass
    return made


def dialog() -> QFileDialog:
    (found,) = [it for it in QApplication.topLevelWidgets() if isinstance(it, QFileDialog) and it.isVisible()]
    return found


def meanwhile(qtbot: QtBot, do: Callable[[], object]) -> None:
    """Do something as soon as the dialog is there."""

    def begin() -> None:
        if any(isinstance(it, QFileDialog) and it.isVisible() for it in QApplication.topLevelWidgets()):
            do()
        else:
            QTimer.singleShot(20, begin)

    QTimer.singleShot(20, begin)


def test_a_file_that_is_there_is_chosen_and_one_that_is_not_is_not(
    qtbot: QtBot, window: QPushButton, tmp_path: Path
) -> None:
    there = tmp_path / "there.csv"
    there.write_text("a")

    def choose() -> None:
        dialog().setDirectory(str(tmp_path))
        dialog().selectFile(str(there))
        dialog().accept()

    meanwhile(qtbot, choose)
    assert ask_path.open_file(window, "Open", KINDS) == str(there)
    meanwhile(qtbot, lambda: dialog().reject())
    assert ask_path.open_file(window, "Open", KINDS) == ""


def test_a_file_to_be_written_is_proposed_and_comes_with_its_kind(
    qtbot: QtBot, window: QPushButton, tmp_path: Path
) -> None:
    def choose() -> None:
        assert dialog().selectedFiles() == [str(tmp_path / "run.csv")]
        dialog().selectNameFilter("JSON (*.json)")
        dialog().accept()

    meanwhile(qtbot, choose)
    assert ask_path.save_file(window, "Save", str(tmp_path / "run.csv"), KINDS) == (
        str(tmp_path / "run.json"),  # Qt's doing
        "JSON (*.json)",
    )
    meanwhile(qtbot, lambda: dialog().reject())
    assert ask_path.save_file(window, "Save", str(tmp_path / "run.csv"), KINDS) == ("", "")


def test_a_name_without_an_ending_gets_the_kind_s_before_a_file_that_is_there_is_asked_about(
    qtbot: QtBot, window: QPushButton, tmp_path: Path
) -> None:
    (tmp_path / "there.json").touch()
    asked: list[str] = []

    def answer() -> None:
        box = question()
        if box is not None:
            asked.append(box.text())
            press(box, QMessageBox.ButtonRole.AcceptRole)
        else:
            QTimer.singleShot(10, answer)

    def choose() -> None:
        dialog().selectNameFilter("JSON (*.json)")
        dialog().filterSelected.emit("JSON (*.json)")
        dialog().selectFile(str(tmp_path / "there"))
        QTimer.singleShot(0, answer)
        dialog().accept()

    meanwhile(qtbot, choose)
    found, _ = ask_path.save_file(window, "Save", str(tmp_path / "run.csv"), KINDS)
    assert found == str(tmp_path / "there.json")
    assert len(asked) == 1
    assert "there.json" in asked[0]


def test_a_folder_is_chosen(qtbot: QtBot, window: QPushButton, tmp_path: Path) -> None:
    def choose() -> None:
        dialog().setDirectory(str(tmp_path))
        dialog().selectFile(str(tmp_path))
        dialog().accept()

    meanwhile(qtbot, choose)
    assert ask_path.open_folder(window, "Folder") == str(tmp_path)


def test_no_file_is_read_to_say_of_what_kind_it_is(qtbot: QtBot, window: QPushButton, tmp_path: Path) -> None:
    """Qt reads each on the window's thread; a picture without an ending is known by its content alone."""
    assert QImage(4, 4, QImage.Format.Format_RGB32).save(str(tmp_path / "picture.png"))
    picture = (tmp_path / "picture.png").rename(tmp_path / "picture")
    read = QFileIconProvider().type(QFileInfo(str(picture)))
    told = []

    def look() -> None:
        kinds = dialog().iconProvider()
        told.append(kinds.type(QFileInfo(str(picture))))
        assert not kinds.icon(QFileInfo(str(picture))).isNull()
        assert not kinds.icon(QFileInfo(str(tmp_path))).isNull()
        dialog().reject()

    meanwhile(qtbot, look)
    ask_path.open_file(window, "Open", KINDS)
    assert "PNG" in read
    assert "PNG" not in told[0]


def test_escape_in_any_window_cancels_it(qtbot: QtBot, window: QPushButton) -> None:
    meanwhile(qtbot, lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape))
    assert ask_path.open_file(window, "Open", KINDS) == ""


def test_other_windows_take_no_input_meanwhile_and_afterwards_they_do(qtbot: QtBot, window: QPushButton) -> None:
    clicks, keys = [], []
    window.clicked.connect(lambda: clicks.append(1))
    action = QAction(window)
    action.setShortcut("Ctrl+Y")
    action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
    action.triggered.connect(lambda: keys.append(1))
    window.addAction(action)
    handle = window.windowHandle()

    def press() -> None:
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
        QTest.keyClick(handle, Qt.Key.Key_Space)
        QTest.keyClick(handle, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    def try_then_cancel() -> None:
        press()
        assert (clicks, keys) == ([], [])
        dialog().reject()

    meanwhile(qtbot, try_then_cancel)
    ask_path.open_file(window, "Open")
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is handle)
    press()
    assert (len(clicks), len(keys)) == (2, 1)


def test_closing_a_window_meanwhile_closes_it_and_ends_the_asking(qtbot: QtBot, window: QPushButton) -> None:
    handle = window.windowHandle()
    meanwhile(qtbot, handle.close)
    assert ask_path.open_file(window, "Open") == ""
    assert not window.isVisible()


def test_a_dialog_whose_parent_goes_ends_the_asking(qtbot: QtBot) -> None:
    parent = QWidget()
    parent.show()
    meanwhile(qtbot, parent.deleteLater)
    assert ask_path.open_folder(parent, "Folder") == ""


def test_a_menu_that_is_open_is_closed_first(qtbot: QtBot, window: QPushButton) -> None:
    menu = QMenu(window)
    menu.addAction("one")
    menu.popup(window.mapToGlobal(QPoint(5, 5)))
    meanwhile(qtbot, lambda: dialog().reject())
    ask_path.open_file(window, "Open")
    assert not menu.isVisible()


# -- a file that is there ------------------------------------------------------------------------------------------


def question() -> QMessageBox | None:
    found = [it for it in QApplication.topLevelWidgets() if isinstance(it, QMessageBox) and it.isVisible()]
    return found[0] if found else None


@pytest.fixture
def there(tmp_path: Path) -> Path:
    path = tmp_path / "<b>there.csv"
    path.write_text("a")
    return path


def when_asked(qtbot: QtBot, path: Path, do: Callable[[QMessageBox], object]) -> None:
    """Choose a file that is there, and do something as soon as the dialog asks about it."""

    def begin() -> None:
        box = question()
        if box is not None:
            do(box)
        else:
            QTimer.singleShot(20, begin)

    def choose() -> None:
        QTimer.singleShot(20, begin)
        dialog().selectFile(str(path))
        dialog().accept()

    meanwhile(qtbot, choose)


def press(box: QMessageBox, role: QMessageBox.ButtonRole) -> None:
    next(it for it in box.buttons() if box.buttonRole(it) == role).click()


def test_a_file_that_is_there_is_asked_about(qtbot: QtBot, window: QPushButton, there: Path) -> None:
    when_asked(qtbot, there, lambda box: press(box, QMessageBox.ButtonRole.AcceptRole))
    assert ask_path.save_file(window, "Save", str(there), KINDS)[0] == str(there)

    def keep(box: QMessageBox) -> None:
        assert "<b>there.csv" in box.text()
        assert not box.isModal()
        press(box, QMessageBox.ButtonRole.RejectRole)
        assert dialog().isVisible()
        QTimer.singleShot(0, dialog().reject)  # a file that stays leaves the dialog as it was

    when_asked(qtbot, there, keep)
    assert ask_path.save_file(window, "Save", str(there), KINDS) == ("", "")


def test_closing_a_window_while_it_is_asked_about_closes_it_and_ends_both(
    qtbot: QtBot, window: QPushButton, there: Path
) -> None:
    handle = window.windowHandle()
    when_asked(qtbot, there, lambda box: handle.close())
    assert ask_path.save_file(window, "Save", str(there), KINDS) == ("", "")
    assert not window.isVisible()
    assert question() is None
    assert there.read_text() == "a"
