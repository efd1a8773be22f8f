"""What the window tells: notices, the status line, progress, and the names of its controls."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.notice import Notice
from app.state import Phase, RunState, StatusFacts
from tests.helpers.windows import FACTS, READY, Make, built, log


def test_notices_stop_nobody_and_carry_their_actions(make: Make, qtbot: QtBot) -> None:
    window = make()
    window.show_state(RunState(Phase.DEAD))
    restarts = log(window.restart_engine)
    ended = Notice("error", "The engine ended by itself.", actions=("restart_engine",))
    window.show_notice(ended)
    window.show_notice(ended)
    assert len(window.notices.cards) == 1
    assert QApplication.activeModalWidget() is None
    card = window.notices.cards[0]
    button = next(one for one in card.findChildren(QAbstractButton) if one.text() == "Restart the engine")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert restarts == [()]
    assert window.notices.cards == []
    window.show_notice(Notice("error", "It failed.", detail="Traceback: deep"))
    card = window.notices.cards[0]
    more = next(one for one in card.findChildren(QAbstractButton) if one.text() == "Show details")
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert any("deep" in box.toPlainText() for box in card.findChildren(QPlainTextEdit))
    QTest.mouseClick(card.close_button, Qt.MouseButton.LeftButton)
    assert window.notices.cards == []
    for number in range(9):
        window.show_notice(Notice("info", f"{number}"))
    assert [one.notice.sentence for one in window.notices.cards] == ["5", "6", "7", "8"]


def test_the_status_line_reads_as_designed(make: Make) -> None:
    window = make(size=(1600, 800))
    window.show_status(replace(FACTS, n_tokens=0))
    wanted = "SmolLM2-135M · cpu f32 · 27.2 tok/s · |Δlogit| vs reference 2e-6 · map keeps 31 % of neighbours"
    assert " ".join(window.status.text().split()) == wanted
    checks = log(window.check_reference)
    window.show_state(READY)
    QTest.mouseClick(window.status.reference, Qt.MouseButton.LeftButton)
    assert checks == [()]
    window.show_status(StatusFacts())
    assert window.status.text() == ""


def test_progress_says_what_is_done_and_can_be_cancelled(make: Make) -> None:
    window = make()
    cancels = log(window.cancel)
    window.show_progress("Loading weights", 25, 100, "", True)
    progress = window.status.progress
    assert progress.isVisible()
    assert progress.text.text() == "Loading weights · 25 %"
    assert progress.bar.value() / progress.bar.maximum() == 0.25
    QTest.mouseClick(progress.button, Qt.MouseButton.LeftButton)
    assert cancels == [()]
    window.show_progress("Fitting", 0, 0, "", False)
    assert progress.bar.maximum() == 0
    assert not progress.button.isVisible()
    window.show_progress("", 0, 0, "", False)
    assert not progress.isVisible()


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(make: Make, qtbot: QtBot) -> None:
    window = make()
    built(qtbot, window)
    window.show_state(READY)
    window.show_export()
    kinds = (QAbstractButton, QAbstractSpinBox, QComboBox, QSlider, QPlainTextEdit)
    controls = [one for one in window.findChildren(QWidget) if isinstance(one, kinds)]
    assert len(controls) > 40
    for control in controls:
        own = control.objectName().startswith(("qt_", "Scroll")) or isinstance(control.parent(), QLineEdit)
        if own:  # Qt's own buttons: those of its dock titles (hidden), scroll bars, and the cross that clears a line
            continue
        label = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
        assert label, f"{type(control).__name__} {control.objectName()} in {type(control.parent()).__name__}"
        assert control.focusPolicy() != Qt.FocusPolicy.NoFocus, label
