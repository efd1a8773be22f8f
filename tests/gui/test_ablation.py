"""Ablation in the whole program: typed, dragged, undone, written on with, compared, by real events."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.state import Phase
from engine.labs.ablation.records import AskChangedNext, ChangedNext
from engine.labs.twins.records import Twins
from tests.helpers.program import PATIENCE
from viz.labs.ablation.ablation_view import AblationView
from viz.labs.ablation.scale_slider import place_of
from viz.labs.twins.compare_view import CompareView


def opened(qtbot: QtBot, program: Controller) -> AblationView:
    """The switchboard in its workspace."""
    program.window.resize(1500, 900)
    program.window.activateWindow()  # Ctrl+Z is the active window's
    qtbot.waitUntil(program.window.isActiveWindow, timeout=PATIENCE)
    program.window.docks.show_workspace("ablation")
    qtbot.waitUntil(lambda: bool(program.window.findChildren(AblationView)), timeout=PATIENCE)
    view = program.window.findChildren(AblationView)[0]
    qtbot.waitUntil(view.isVisible, timeout=PATIENCE)
    return view


def answer(program: Controller) -> ChangedNext | None:
    """What is known of the plan on the board now."""
    for question, found in program.session.run.findings.items():
        if (
            isinstance(question, AskChangedNext)
            and question.plan == program.session.ui.plan
            and isinstance(found, ChangedNext)
        ):
            return found
    return None


def test_type_drag_undo_write_and_compare(qtbot: QtBot, program: Controller) -> None:
    view = opened(qtbot, program)
    view.field.setFocus()
    QTest.keyClicks(view.field, "L1.mlp")
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: answer(program) is not None, timeout=PATIENCE)
    off = answer(program)
    assert off is not None
    assert off.kl > 0
    slider = view.rows.rows[0].slider
    qtbot.waitUntil(slider.isVisible, timeout=PATIENCE)
    room = slider.width() - 24

    def at(scale: float) -> QPoint:
        return QPoint(12 + round(room * place_of(scale)), 14)

    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(0.0))
    for scale in np.linspace(0.0, 4.0, 25):
        QTest.mouseMove(slider, at(float(scale)))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(4.0))
    assert program.session.ui.plan.site_changes[0].scale > 3.5
    qtbot.waitUntil(lambda: answer(program) is not None, timeout=PATIENCE)  # the newest value wins
    QTest.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=at(4.0))
    qtbot.waitUntil(lambda: answer(program) is not None, timeout=PATIENCE)
    intact = answer(program)
    assert intact is not None
    assert intact.kl == 0.0
    np.testing.assert_array_equal(intact.logits[0], intact.logits[1])
    for _ in range(2):  # the double click, then the whole drag
        QTest.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.session.ui.plan.site_changes[0].scale == 0.0
    again = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(program.window, Qt.Key.Key_Z, again)
    assert program.session.ui.plan.site_changes[0].scale > 3.5
    QTest.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    written(qtbot, program, view)
    compared(qtbot, program)


def written(qtbot: QtBot, program: Controller, view: AblationView) -> None:
    """Write again from the prompt with the plan; the run and the status line say so."""
    run, plan = program.session.run, program.session.ui.plan
    prompt = run.token_ids[: run.prompt_tokens].tolist()
    view.count.setValue(5)
    qtbot.waitUntil(
        lambda: view.painted is not None and view.painted.board == program.session.ui.board, timeout=PATIENCE
    )
    QTest.mouseClick(view.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: (
            program.session.run is not run
            and program.session.state.phase is Phase.IDLE
            and len(program.session.run) > len(prompt)
        ),
        timeout=PATIENCE,
    )
    assert program.session.run.plan == plan
    assert program.session.run.token_ids[: len(prompt)].tolist() == prompt
    assert "L1.mlp × 0" in program.window.status.text()


def compared(qtbot: QtBot, program: Controller) -> None:
    """Both texts, side by side."""
    program.window.docks.show_view("compare")
    qtbot.waitUntil(lambda: bool(program.window.findChildren(CompareView)), timeout=PATIENCE)
    view = program.window.findChildren(CompareView)[0]
    qtbot.waitUntil(lambda: view.isVisible() and view.button.isEnabled(), timeout=PATIENCE)
    QTest.mouseClick(view.button, Qt.MouseButton.LeftButton)

    def done() -> bool:
        return any(isinstance(it, Twins) and it.done for it in program.session.run.findings.values())

    qtbot.waitUntil(done, timeout=PATIENCE)
    assert "AskTwins" not in program.session.ui.going
