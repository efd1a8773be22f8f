"""What is dropped on the window is opened, and stays where it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from app.window.document import dropped, take_copy


def dragged(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


@pytest.mark.parametrize("name", ["a.orrery", "B.ORRERY", "weights.gguf"])
def test_a_drop_is_taken_as_a_copy_though_a_move_was_proposed(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    """A file manager deletes what the other side says it moved."""
    data = dragged(tmp_path / name)
    assert dropped(data)
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), both, data, left, none)
    event = QDropEvent(QPointF(5, 5), both, data, left, none)
    for one in (entered, event):
        one.setDropAction(Qt.DropAction.MoveAction)
        take_copy(one)
        assert one.isAccepted()
        assert one.dropAction() == Qt.DropAction.CopyAction


def test_other_files_are_not_taken(qtbot: QtBot, tmp_path: Path) -> None:
    assert not dropped(dragged(tmp_path / "notes.txt"))
