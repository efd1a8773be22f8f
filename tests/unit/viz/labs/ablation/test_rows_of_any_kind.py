"""Rows of laboratories in the list: their own range, ways and words, and what a person does with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.ablation.records import AskSweep
from engine.records import Change, Plan, Since, Site
from tests.helpers.runs import WIDTH
from tests.helpers.steering import feature_change, vector_of
from tests.helpers.switchboard import HEAD, run_here, ui_with
from viz.board import SITE_DIAL, Board, Row
from viz.figures import numbers
from viz.labs.ablation.ablation_sweep_view import AblationSweepView
from viz.labs.ablation.ablation_view import AblationView
from viz.labs.ablation.board_rows import BoardRows
from viz.labs.ablation.scale_slider import ScaleSlider, begins_at, place_of, scale_at
from viz.theme import theme

FEATURE = Row.of(feature_change("a.safetensors", "ab" * 32, strength=3.0))
VECTOR = Row.of(vector_of(WIDTH))
BOARD = Board((Row(HEAD, 0.5), FEATURE, VECTOR))


@pytest.fixture
def rows(qtbot: QtBot) -> BoardRows:
    made = BoardRows()
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    made.show_board(BOARD, None, theme("dark"), frozenset())
    return made


def test_each_kind_has_its_own_range_and_ways(rows: BoardRows) -> None:
    site, feature, vector = rows.rows
    assert (site.slider.dial, site.slider.scale) == (SITE_DIAL, 0.5)
    assert [feature.mode.itemText(at) for at in range(feature.mode.count())] == ["add", "clamp", "multiply", "zero"]
    assert (feature.site.text(), feature.slider.scale, feature.value.text()) == ("F7", 3.0, "3")
    assert "0.75 × the state's norm" in feature.site.toolTip()
    assert site.mode.isVisible()
    assert feature.mode.isVisible()
    assert not vector.mode.isVisible()
    assert (vector.slider.dial.low, vector.slider.dial.high) == (-4.0, 4.0)
    turned = Board((VECTOR, Row(HEAD, 0.5), FEATURE))  # the widgets stay, and show other rows
    rows.show_board(turned, None, theme("dark"), frozenset())
    assert rows.rows[1].slider.dial == SITE_DIAL
    assert rows.rows[1].mode.itemText(1) == "mean"


def test_a_slider_a_way_and_typed_values_edit_the_row(rows: BoardRows) -> None:
    edits: list[Board] = []
    rows.edited.connect(lambda board, _gesture: edits.append(board))
    widget = rows.rows[1]
    widget.slider.setFocus()
    QTest.keyClick(widget.slider, Qt.Key.Key_PageUp)
    assert edits[-1].rows[1] == replace(FEATURE, scale=4.0)
    widget.mode.setCurrentIndex(1)
    widget.mode.activated.emit(1)
    assert edits[-1].rows[1].change(0) == feature_change("a.safetensors", "ab" * 32, "clamp", 3.0)
    widget.where.setText("generated")
    widget.where.setModified(True)
    widget.where.editingFinished.emit()
    assert edits[-1].rows[1] == replace(FEATURE, where="generated")
    refused: list[str] = []
    rows.refused.connect(refused.append)
    widget.value.setText("many")
    widget.value.setModified(True)
    widget.value.editingFinished.emit()
    assert "The strength of F7" in refused[0]
    assert widget.value.text() == "3"
    chosen: list[object] = []
    rows.chosen.connect(chosen.append)
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert chosen == [FEATURE.subject]


def test_a_change_that_has_no_strength_has_no_slider(rows: BoardRows) -> None:
    zero = Row.of(feature_change("a.safetensors", "ab" * 32, "zero"))
    rows.show_board(Board((zero,)), None, theme("dark"), frozenset({zero.target}))
    assert not rows.rows[0].slider.isEnabled()
    assert not rows.rows[0].value.isEnabled()
    rows.rows[0].grab()


def test_the_slider_of_another_range(qtbot: QtBot) -> None:
    dial = VECTOR.dial
    for scale in (-4.0, 0.0, 2.5, 4.0):
        assert scale_at(place_of(scale, dial), dial) == pytest.approx(scale, abs=0.01)
    assert (place_of(-4.0, dial), place_of(4.0, dial), begins_at(dial)) == (0.0, 1.0, 0.0)
    slider = ScaleSlider()
    qtbot.addWidget(slider)
    slider.resize(424, 40)
    slider.show_dial(dial)
    slider.show_scale(3.0)
    slider.show()
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert slider.scale == 4.0
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(12 + 400 * place_of(0.05, dial)), 14))
    assert slider.scale == 0.0, "held at what changes nothing"
    slider.grab()


def test_unchanged_and_a_figure_of_any_rows(qtbot: QtBot) -> None:
    view = AblationView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    sent: list[object] = []
    view.intent.connect(sent.append)
    ui = ui_with(*BOARD.rows)
    view.paint(AblationView.frame(run_here(), ui), theme("dark"))
    view._reset()
    board = sent[-1].board  # type: ignore[attr-defined]
    assert [row.scale for row in board.rows] == [1.0, 0.0, 0.0]
    assert all(change.is_identity for change in board.plan().changes)
    view.grab()


def test_the_numbers_behind_the_view_are_there_whatever_kinds_are_chosen() -> None:
    for row in (FEATURE, VECTOR):
        subject = row.subject
        assert not isinstance(subject, Site)
        ui = replace(ui_with(row, Row(HEAD)), feature=subject.feature)
        frame = AblationView.frame(run_here(), ui)
        assert (row.target in frame.lit) == (row is FEATURE)
        assert dict(numbers.gathered(frame).arrays)


def test_a_sweep_goes_over_the_kinds_own_range() -> None:
    frame = AblationSweepView.frame(run_here(), replace(ui_with(FEATURE, Row(HEAD, 0.5)), position=4))
    asked = frame.question
    assert isinstance(asked, AskSweep)
    assert asked.rest == Plan((Change(HEAD, 0.5),))
    assert (asked.change.with_strength(3.0) if not isinstance(asked.change, Change) else None) == FEATURE.change(4)
    assert (asked.scales[0], asked.scales[-1]) == (-2.0, 10.0)
    assert list(asked.scales) == sorted(asked.scales)
    generated = replace(FEATURE, where="generated")
    asked = AblationSweepView.frame(run_here(), ui_with(generated)).question
    assert asked is not None
    assert isinstance(asked.change.positions, Since)
