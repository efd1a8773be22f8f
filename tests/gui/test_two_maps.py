"""Two layouts beside each other in a real window: chosen in the list, pointed at, clicked, drawn in figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.records import EMBEDDING
from tests.helpers import mouse
from tests.helpers.map_stage import Stage, drawn
from tests.helpers.runs import fifty_steps
from viz.camera import project
from viz.intents import Hover, PlaceBeside, Select, SetOption
from viz.map.pane import Pane
from viz.map.side_by_side import halves


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    run = fifty_steps()
    state = run.maps[EMBEDDING]
    mirrored = state.layout.points3[::-1].copy()
    state.layouts.append(replace(state.layout, algorithm="pca", points3=mirrored, key="other", explained=0.5))
    made = Stage(qtbot, run)
    yield made
    made.view.close()


def chosen(stage: Stage, words: str) -> None:
    box = stage.view.controls.layout_box
    index = next(i for i in range(box.count()) if words in box.itemText(i))
    box.setCurrentIndex(index)
    box.activated.emit(index)
    stage.rest()


def seen_in(pane: Pane, row: int) -> QPoint:
    frame = pane.viewport.frame
    assert frame is not None
    width, height = pane.viewport.size()
    pixels, _ = project(pane.viewport.matrix(), frame.points[row : row + 1], width, height)
    return QPointF(float(pixels[0, 0]), float(pixels[0, 1])).toPoint()


def test_the_list_of_layouts_divides_the_map_and_makes_one_of_it_again(stage: Stage) -> None:
    view = stage.view
    chosen(stage, "PCA beside")
    assert SetOption("meaning_space", "second", "PCA") in stage.sent
    assert view.controls.layout_box.currentData() == view.viewport.frame.layout.key  # type: ignore[union-attr]
    one, two = view.stage.panes
    assert one.geometry().right() < two.geometry().left()
    assert two.isVisible()
    stage.qtbot.waitUntil(lambda: two.canvas is not None and two.canvas.drawing.pictures > 0)
    assert two.viewport.frame is view.viewport.frame.second  # type: ignore[union-attr]
    stage.sent.clear()
    chosen(stage, "One map")
    assert stage.sent.count(PlaceBeside(EMBEDDING)) == 1  # nothing is placed into the second any more
    assert len(view.stage.panes) == 1
    assert view.pane.geometry() == view.stage.rect()
    assert not two.isVisible()


def test_what_is_pointed_at_and_clicked_in_the_second_is_said_as_in_the_first(stage: Stage) -> None:
    chosen(stage, "PCA beside")
    two = stage.view.stage.panes[1]
    two.viewport.motion.settle()
    inside = [
        row
        for row in range(len(two.viewport.frame.points))  # type: ignore[union-attr]
        if (target := two.glass.target(seen_in(two, row).x(), seen_in(two, row).y())) is not None
        and (target.kind, target.row) == ("point", row)
    ]
    assert inside
    at = seen_in(two, inside[0])
    mouse.move(two.glass, at)
    stage.qtbot.waitUntil(lambda: Hover(inside[0], None, inside[0]) in stage.sent)
    QTest.mouseClick(two.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert Select((inside[0],)) in stage.sent


def test_a_drag_turns_both_and_keys_go_where_was_clicked_last(stage: Stage) -> None:
    chosen(stage, "PCA beside")
    view = stage.view
    one, two = view.stage.panes
    before = one.viewport.motion.camera
    QTest.mousePress(two.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(60, 300))
    mouse.move(two.glass, QPoint(120, 300))
    QTest.mouseRelease(two.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(120, 300))
    two.viewport.turn(40, 0)
    assert one.viewport.motion.camera.azimuth == two.viewport.motion.camera.azimuth != before.azimuth
    stage.ui = stage.ui.with_option("meaning_space", "linked", False)
    stage.paint()
    azimuth = one.viewport.motion.camera.azimuth
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert one.viewport.motion.camera.azimuth == azimuth
    assert two.viewport.motion.camera.azimuth != azimuth


@pytest.mark.parametrize("size", [(960, 400), (400, 900)])
def test_a_figure_holds_both(stage: Stage, size: tuple[int, int]) -> None:
    chosen(stage, "PCA beside")
    image = stage.view.figure_image(*size)
    for box in halves(QSize(*size)):
        assert drawn(image.copy(box)).mean() > 0.005
    stage.view.map_image(*size, True)
