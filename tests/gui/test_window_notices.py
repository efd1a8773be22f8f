"""What the window tells: notices, the status line, progress, and the names of its controls."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.notice import Notice
from app.settings import Settings
from app.state import Phase, RunState, StatusFacts, Work
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
    wanted = (
        "SmolLM2-135M · cpu f32 · 27.2 tok/s · step by step vs full pass: |Δlogit| 2e-6 · map keeps 31 % of neighbours"
    )
    assert " ".join(window.status.text().split()) == wanted
    checks = log(window.check_reference)
    window.show_state(READY)
    QTest.mouseClick(window.status.reference, Qt.MouseButton.LeftButton)
    assert checks == [()]
    window.show_status(StatusFacts())
    assert window.status.text() == ""


def test_each_thing_that_takes_long_says_how_far_it_is_and_is_cancelled_alone(make: Make) -> None:
    window = make(None, (1600, 900))
    cancels = log(window.cancel)
    loading, fitting = Work(7, "Loading weights", 25, 100), Work("fit", "Fitting", 0, 0, can_cancel=False)
    window.show_works((loading,))
    progress = window.status.progress
    (entry,) = progress.entries.values()
    assert progress.isVisible()
    assert entry.text.text() == "Loading weights · 25\u00a0%"
    assert entry.bar.value() / entry.bar.maximum() == 0.25
    window.show_works((replace(loading, done=50, seconds_left=42.0), fitting))
    assert [one.text.text() for one in progress.entries.values()] == [
        "Loading weights · 50\u00a0% · about 40 s left", "Fitting",
    ]  # fmt: skip
    assert progress.entries["fit"].bar.maximum() == 0
    assert not progress.entries["fit"].button.isVisible()
    QTest.mouseClick(entry.button, Qt.MouseButton.LeftButton)
    assert cancels == [(7,)]
    window.show_works((fitting,))
    assert list(progress.entries) == ["fit"]
    window.show_works(())
    assert not progress.isVisible()


@pytest.mark.parametrize("width", [700, 1000, 1600])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_several_things_that_take_long_stay_within_the_status_line(
    make: Make, qtbot: QtBot, width: int, scale: float
) -> None:
    window = make(Settings(scale=scale), (width, 700))
    works = [Work(i, f"Running the sample text through the model {i}", 10 * i, 100, "tokens", 200.0) for i in range(4)]
    window.show_works(works)
    status, progress = window.status, window.status.progress
    seen = [entry for entry in progress.entries.values() if entry.isVisible()]
    assert seen
    qtbot.waitUntil(lambda: all(entry.text.width() >= entry.text.sizeHint().width() for entry in seen))
    assert progress.entries[3].isVisible()  # the newest
    assert progress.others.isVisible() == (len(seen) < 4)
    hidden = 4 - len(seen)
    assert progress.others.toolTip().count("Running") == hidden
    rights = [entry.mapTo(status, QPoint(entry.width(), 0)).x() for entry in seen]
    assert max(rights) <= status.width()


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


def test_no_button_of_a_notice_is_cut_at_large_text(make: Make, qtbot: QtBot) -> None:
    window = make(Settings(scale=2.0))
    window.show_notice(Notice("error", "It could not be fetched.", "Why", ("models", "load_again")))
    (card,) = window.notices.cards
    buttons = card.findChildren(QPushButton)
    assert len(buttons) >= 3
    qtbot.waitUntil(lambda: all(button.width() >= button.sizeHint().width() for button in buttons))


def test_notices_in_large_text_are_wider_as_far_as_the_window_has_room(make: Make, qtbot: QtBot) -> None:
    wide = {}
    for scale, taken in ((1.0, 0), (2.0, 0), (2.0, 1000)):  # pixels beside them that are to stay free
        window = make(Settings(scale=scale), (1600, 900))
        window.notices.kept_free = partial(int, taken)
        window.show_notice(Notice("info", "A sentence that is long enough to take several lines in a card. " * 2))
        qtbot.waitUntil(window.notices.isVisible)
        window.notices.reposition()
        wide[scale, taken] = window.notices.width()
        assert window.notices.geometry().right() <= window.width() - taken
    normal, large, narrow = wide.values()
    assert large > 1.5 * normal
    assert normal <= narrow < large
