"""No text is dragged by the mouse, in any field or label: Qt ends the program where two drags overlap."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from viz import ask_path
from viz.growing_text import GrowingText
from viz.plain import Label
from viz.text_box import TextBox

ROOT = Path(__file__).resolve().parents[3]
WORDS = "some words to be selected, and some more of them"
DRAGS = {"QPlainTextEdit", "QTextEdit", "QTextBrowser", "QDrag"}  # what text or files can be dragged out of
MEANT = {"viz/text_box.py": {"QPlainTextEdit"}, "app/window/studio/carry.py": {"QDrag"}}


@pytest.mark.parametrize("kind", [TextBox, GrowingText])
def test_a_press_on_selected_text_begins_anew(kind: type[QPlainTextEdit], qtbot: QtBot) -> None:
    box = kind()
    box.setPlainText(WORDS)
    qtbot.addWidget(box)
    box.resize(400, 60)
    box.show()
    box.selectAll()
    QTest.mousePress(box.viewport(), Qt.MouseButton.LeftButton, pos=_place(box, 20))
    assert not box.textCursor().hasSelection()
    _move(box.viewport(), _place(box, 10))
    assert box.textCursor().selectedText() == WORDS[10:20]  # moved on, it selects: nothing is dragged
    QTest.mouseRelease(box.viewport(), Qt.MouseButton.LeftButton, pos=_place(box, 10))
    QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, pos=_place(box, 15))
    assert box.textCursor().selectedText() == WORDS[15:20]  # Shift still widens and narrows


def _place(box: QPlainTextEdit, letter: int) -> QPoint:
    """Where a letter begins, in pixels of the viewport."""
    cursor = box.textCursor()
    cursor.setPosition(letter)
    return box.cursorRect(cursor).center()


def _move(widget: QWidget, to: QPoint) -> None:
    """Move the mouse there with its left button held."""
    place, there, left = QPointF(to), QPointF(widget.mapToGlobal(to)), Qt.MouseButton.LeftButton
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(QMouseEvent.Type.MouseMove, place, there, none, left, keys))


def test_a_label_lets_go_of_what_is_selected(qtbot: QtBot) -> None:
    label = Label(WORDS)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    qtbot.addWidget(label)
    label.resize(400, 30)
    label.show()
    label.setSelection(0, len(WORDS))
    assert label.hasSelectedText()
    QTest.mousePress(label, Qt.MouseButton.LeftButton, pos=QPoint(60, 15))
    assert not label.hasSelectedText()
    _move(label, QPoint(120, 15))
    assert 0 < len(label.selectedText()) < len(WORDS)


def test_no_folder_is_dragged_onto_another_in_a_dialog_for_files(qtbot: QtBot) -> None:
    seen: list[bool] = []

    def look() -> None:
        dialog = next(it for it in QApplication.topLevelWidgets() if isinstance(it, QFileDialog) and it.isVisible())
        views = dialog.findChildren(QAbstractItemView)
        seen.append(len(views) > 2 and not any(view.dragEnabled() for view in views))
        dialog.reject()

    QTimer.singleShot(0, look)
    assert ask_path.open_folder(None, "A folder") == ""
    assert seen == [True]


def test_nothing_else_can_be_dragged_from() -> None:
    found = {}
    for path in sorted((*(ROOT / "app").rglob("*.py"), *(ROOT / "viz").rglob("*.py"))):
        names = {
            node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else base
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            for base in ([""] if not isinstance(node, ast.ClassDef) else map(ast.unparse, node.bases or [ast.Name("")]))
        }
        if used := names & DRAGS:
            found[path.relative_to(ROOT).as_posix()] = used
    assert found == MEANT
