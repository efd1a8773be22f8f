"""A prompt's field is as high as its text, up to a limit, and in a form it is told of as a line is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from viz.growing_text import GrowingText

MOST = 5


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """A field and a button below it."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(GrowingText(2, MOST))
    column.addWidget(QPushButton("Go"))
    column.addStretch(1)
    made.resize(300, 400)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def field(form: QWidget) -> GrowingText:
    (found,) = form.findChildren(GrowingText)
    return found


def test_it_grows_with_its_text_and_shrinks_again_and_scrolls_only_beyond_its_limit(field: GrowingText) -> None:
    heights = []
    for lines in range(1, MOST + 3):
        field.setText("\n".join("x" * lines))
        heights.append(field.height())
        assert field.lines() == lines
        assert (field.verticalScrollBar().maximum() > 0) == (lines > MOST), "all lines are seen, as long as they may be"
    assert heights[0] == heights[1] < heights[2] < heights[3] < heights[4] == heights[5] == heights[6]
    field.setText("")
    assert field.height() == heights[0]


def test_it_follows_its_width_and_its_type(form: QWidget, field: GrowingText, qtbot: QtBot) -> None:
    field.setText("many words " * 8)
    before = field.lines()
    form.resize(170, 400)
    qtbot.waitUntil(lambda: field.lines() > before)
    assert field.height() == field.height_of(min(field.lines(), MOST))
    field.setText("x")
    small = field.height()
    font = field.font()
    font.setPixelSize(2 * field.fontInfo().pixelSize())
    field.setFont(font)
    assert field.height() > 1.6 * small


def test_enter_and_leaving_end_the_typing_and_shift_enter_begins_a_line(form: QWidget, field: GrowingText) -> None:
    told: list[str] = []
    field.returnPressed.connect(lambda: told.append("enter"))
    field.editingFinished.connect(lambda: told.append(field.text()))
    field.setFocus()
    QTest.keyClicks(field, "ab")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "c")
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == ["enter", "ab\nc"]
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert form.focusWidget() is not field
    assert field.text() == "ab\nc"
    for reason, more in ((Qt.FocusReason.TabFocusReason, 1), (Qt.FocusReason.PopupFocusReason, 0)):
        told.clear()
        QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, reason))
        assert told == ["ab\nc"] * more


def test_it_never_scrolls_sideways(form: QWidget, field: GrowingText) -> None:
    """Its letters would be cut at the left: Qt scrolls to a cursor that had no room, before the scroll bar had any."""
    bar = field.horizontalScrollBar()
    for width in (300, 120, 61, 300):
        form.resize(width, 400)
        field.setText("What would each layer say? " * 30 + "w" * 90)
        bar.setRange(0, 9)
        bar.setValue(9)
        QApplication.processEvents()
        assert (bar.value(), bar.maximum()) == (0, 0)
