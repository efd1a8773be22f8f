"""The map in docks of any size: nothing of its strip is cut off, and what is written does not lie on itself."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.map_stage import Stage
from tests.helpers.runs import fifty_steps
from viz.map.data.frame import map_frame
from viz.map.data.settings import Settings
from viz.map.input.controls import Controls
from viz.map.paint import words
from viz.map.paint.label_layout import Box
from viz.map.paint.overlay import Overlay
from viz.theme import theme
from viz.ui_state import UiState


def controls_of(strip: Controls) -> list[QWidget]:
    """What the strip has in a space of tokens, in its order."""
    buttons = [strip.paths_button, strip.fit_button, strip.directions_button, strip.home_button]
    return [strip.search, strip.space, strip.layout_box, strip.drag_box, *buttons]


@pytest.mark.parametrize("width", [1400, 900, 640, 480, 360, 300, 240])
def test_the_strip_shows_each_control_whole_or_in_its_menu(stage: Stage, qtbot: QtBot, width: int) -> None:
    strip = stage.view.controls
    stage.view.resize(width, 500)
    qtbot.waitUntil(lambda: strip.width() == width)
    strip.arrange()
    everything = controls_of(strip)
    shown = strip.in_row()
    ends = 0
    for control in [*shown, *([strip.more] if strip.more.isVisible() else [])]:
        assert control.x() >= ends, control.accessibleName()
        ends = control.x() + control.width()
        assert ends <= width, control.accessibleName()
        if control in (strip.fit_button, strip.home_button, strip.space):
            assert control.width() >= control.sizeHint().width()
    in_menu = [action for action in strip.menu.actions() if action.isVisible()]
    assert len(in_menu) + len(shown) == len(everything)
    assert strip.more.isVisible() == bool(in_menu)


def test_what_left_the_row_still_works_and_comes_back(stage: Stage, qtbot: QtBot) -> None:
    strip = stage.view.controls
    strip.resize(250, strip.height())
    strip.arrange()
    assert strip.in_row() == [strip.search]
    strip.menu.popup(strip.mapToGlobal(strip.more.geometry().bottomLeft()))
    qtbot.waitUntil(strip.space.isVisible)
    reset = next(action for action in strip.menu.actions() if action.text() == strip.home_button.text())
    stage.view.viewport.touched = True
    reset.trigger()
    assert not stage.view.viewport.touched
    strip.menu.close()
    strip.resize(1600, strip.height())
    strip.arrange()
    assert strip.in_row() == controls_of(strip)


def test_the_layer_is_offered_for_states_only(stage: Stage) -> None:
    strip = stage.view.controls
    strip.resize(1600, strip.height())
    strip.set_wanted(strip.layer, True)
    assert strip.layer in strip.in_row()
    strip.set_wanted(strip.layer, False)
    assert strip.layer not in strip.in_row()
    strip.resize(250, strip.height())
    strip.arrange()
    assert sum(action.isVisible() for action in strip.menu.actions()) == 7
    strip.set_wanted(strip.layer, True)
    assert sum(action.isVisible() for action in strip.menu.actions()) == 8


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("size", [(1400, 900), (640, 340), (420, 260), (308, 230), (200, 130)])
@pytest.mark.parametrize("colour", ["kind", "norm", "cluster"])
def test_statement_and_legend_never_lie_on_each_other(qapp: QApplication, size: tuple[int, int], colour: str) -> None:
    width, height = size
    frame = map_frame(fifty_steps(), UiState(), Settings(colour=colour))
    notes = Overlay().statement.plan(frame, theme("dark"), float(width), float(height), 1.0)
    for one, other in itertools.combinations(notes.boxes, 2):
        assert not overlap(one, other)
    for left, top, right, bottom in notes.boxes:
        assert 0 <= left <= right <= width
        assert 0 <= top <= bottom <= height
    assert "Token embeddings" in notes.statement[0].text
    assert bool(notes.legend) or height < 200


@pytest.mark.parametrize("height", [200, 260, 320, 420, 700])
def test_a_statement_never_ends_in_the_midst_of_a_sentence(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, height: int
) -> None:
    said = [
        "A title",
        "keeps 30 % of neighbours",
        "No arrow: this token is the likeliest with and without it. " * 2,
        "End.",
    ]
    monkeypatch.setattr(words, "statement", lambda frame, brief=False: said)
    frame = map_frame(fifty_steps(), UiState(), Settings())
    lines = Overlay().statement.plan(frame, theme("dark"), 420.0, float(height), 1.0).statement
    shown = " ".join(line.text.strip() for line in lines)
    assert shown in [" ".join(part.strip() for part in said[:count]) for count in range(1, 5)]


def test_a_legend_without_room_for_a_column_stands_in_lines(qapp: QApplication) -> None:
    frame = map_frame(fifty_steps(), UiState(), Settings(colour="kind"))
    overlay = Overlay()
    column = overlay.statement.plan(frame, theme("dark"), 1400.0, 900.0, 1.0).legend
    lines = overlay.statement.plan(frame, theme("dark"), 420.0, 260.0, 1.0).legend
    assert [line.text for line in column] == [line.text for line in lines]
    assert len({line.x for line in column}) == 1
    assert len({line.y for line in lines}) < len(lines) / 2
