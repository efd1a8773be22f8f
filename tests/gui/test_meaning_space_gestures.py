"""The meaning space as a person uses it: mouse, keys and controls, in a real window."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from engine.records import EMBEDDING, Space
from tests.helpers import mouse
from tests.helpers.map_stage import Stage
from viz.intents import (
    AskDistribution,
    AskNeighbours,
    Hover,
    LookAt,
    ReturnTo,
    Select,
    TakeToken,
)
from viz.theme import theme

STATES = Space("resid", 2)


def test_clicking_a_fan_label_takes_that_token(stage: Stage) -> None:
    label = next(label for label in stage.view.glass.composition.labels if label.kind == "fan")
    left, top, right, bottom = label.box
    stage.click(QPointF((left + right) / 2, (top + bottom) / 2).toPoint())
    assert stage.sent[-1] == TakeToken(stage.run.current, label.token_id)
    assert label.token_id in stage.run.nodes[stage.run.current].next_ids


def test_clicking_the_end_of_a_ray_takes_that_token(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    hits = []
    for row in range(len(frame.fan)):
        at = stage.seen_at(frame.fan.end[row])
        target = stage.view.glass.target(at.x(), at.y())
        if target is not None and target.kind == "ray" and target.row == row:
            hits.append(row)
            stage.sent.clear()
            stage.click(at)
            assert stage.sent == [TakeToken(int(frame.fan.nodes[row]), int(frame.fan.token_ids[row]))]
    assert hits


def test_clicking_an_abandoned_branch_returns_to_it(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    for row in range(len(frame.branches)):
        at = stage.seen_at(frame.branches.end[row])
        target = stage.view.glass.target(at.x(), at.y())
        if target is not None and target.kind == "branch":
            with stage.qtbot.waitSignal(stage.view.intent) as heard:
                mouse.move(stage.view.glass, at)
            node = int(frame.branches.nodes[target.row])
            assert heard.args == [Hover(stage.run.nodes[node].token_id, node)]
            assert any("return" in line for line in stage.view.viewport.pointing.lines)
            stage.click(at)
            assert stage.sent[-1] == ReturnTo(node)
            return
    pytest.fail("no branch was in sight")


def test_clicking_the_path_looks_at_that_position(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    for row in range(len(frame.path)):
        at = stage.seen_at(frame.path.points[row])
        target = stage.view.glass.target(at.x(), at.y())
        if target is not None and target.kind == "path" and target.row != frame.current:
            stage.click(at)
            assert stage.sent[-1] == LookAt(int(frame.path.positions[target.row]))
            return
    pytest.fail("no point of the path was in sight")


def test_clicking_a_background_point_selects_it_and_asks_for_neighbours(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    for index in range(len(frame.points)):
        at = stage.seen_at(frame.points[index])
        target = stage.view.glass.target(at.x(), at.y())
        if target is not None and target.kind == "point":
            stage.click(at)
            assert stage.sent[-2:] == [Select((target.row,)), AskNeighbours(EMBEDDING, target.row)]
            return
    pytest.fail("no free background point was in sight")


def test_dragging_turns_shift_pans_and_the_wheel_zooms(stage: Stage) -> None:
    view = stage.view
    before = view.viewport.motion.camera
    stage.drag([QPoint(300, 300), QPoint(340, 300), QPoint(400, 320)])
    turned = view.viewport.motion.camera
    assert turned.azimuth != before.azimuth
    assert turned.elevation > before.elevation
    assert turned.target == before.target
    stage.drag([QPoint(300, 300), QPoint(380, 300)], Qt.KeyboardModifier.ShiftModifier)
    panned = view.viewport.motion.camera
    assert panned.azimuth == turned.azimuth
    assert panned.target != turned.target
    mouse.wheel(view.glass, QPoint(200, 200), 2)
    assert view.viewport.motion.camera.distance == pytest.approx(panned.distance * 0.86**2)
    assert not stage.sent  # a drag is no click


def test_box_and_lasso_select_what_is_inside(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    box = [QPoint(10, 10), QPoint(600, 200), QPoint(850, 560)]
    stage.drag(box, Qt.KeyboardModifier.ControlModifier)
    (boxed,) = [i for i in stage.sent if isinstance(i, Select)]
    seen = [stage.seen_at(place) for place in frame.points]  # to the pixel: those on the edge may be either
    inner = {i for i, p in enumerate(seen) if 11 <= p.x() <= 849 and 11 <= p.y() <= 559}
    outer = {i for i, p in enumerate(seen) if 9 <= p.x() <= 851 and 9 <= p.y() <= 561}
    assert inner <= set(boxed.indices) <= outer
    assert 0 < len(inner) < len(frame.points)
    stage.sent.clear()
    corners = [QPoint(10, 10), QPoint(850, 10), QPoint(850, 560), QPoint(10, 560)]
    stage.drag(corners, Qt.KeyboardModifier.AltModifier)
    (lassoed,) = [i for i in stage.sent if isinstance(i, Select)]
    assert set(lassoed.indices) == set(boxed.indices)


def test_hovering_tells_once_what_is_under_the_pointer(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    at = stage.seen_at(frame.path.points[frame.current])
    with stage.qtbot.waitSignal(stage.view.intent) as heard:
        mouse.move(stage.view.glass, at)
    assert heard.args == [Hover(int(frame.path.token_ids[frame.current]), int(frame.path.nodes[frame.current]))]
    assert any("position" in line for line in stage.view.viewport.pointing.lines)
    mouse.leave(stage.view.glass)
    assert stage.sent[-1] == Hover(None, None)
    assert stage.view.viewport.pointing.lines == ()


def test_a_double_click_flies_there_and_r_comes_back(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    home = stage.view.viewport.motion.camera
    place = frame.path.points[frame.current]
    QTest.mouseDClick(stage.view.glass, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, stage.seen_at(place))
    stage.rest()
    assert stage.view.viewport.motion.camera.distance < home.distance
    QTest.keyClick(stage.view, Qt.Key.Key_R)
    stage.rest()
    assert stage.view.viewport.motion.camera.distance == pytest.approx(home.distance, rel=1e-3)
    assert stage.view.viewport.motion.camera.target == pytest.approx(home.target, abs=1e-6)


def test_a_double_click_is_one_click(stage: Stage) -> None:
    """The second release clicked again: on the end of a ray it took a second token, or left for somewhere else."""
    frame = stage.view.viewport.frame
    assert frame is not None
    for row in range(len(frame.fan)):
        at = stage.seen_at(frame.fan.end[row])
        target = stage.view.glass.target(at.x(), at.y())
        if target is not None and target.kind == "ray" and target.row == row:
            stage.sent.clear()
            left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            stage.click(at)
            QTest.mouseDClick(stage.view.glass, left, plain, at)  # the second press only
            QTest.mouseRelease(stage.view.glass, left, plain, at)
            assert [i for i in stage.sent if isinstance(i, TakeToken)] == [
                TakeToken(int(frame.fan.nodes[row]), int(frame.fan.token_ids[row]))
            ]
            stage.rest()
            stage.click(stage.seen_at(frame.fan.end[row]))  # and the next click is one again
            assert len(stage.sent) > 1
            return
    pytest.fail("no ray was in sight")


def test_what_a_plain_drag_does_can_be_chosen(stage: Stage) -> None:
    """Many desktops keep Alt for moving windows, and nothing in sight told of Ctrl."""
    view = stage.view
    corners = [QPoint(10, 10), QPoint(850, 10), QPoint(850, 560), QPoint(10, 560)]
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    stage.drag(corners, control_shift)
    (lassoed,) = [i for i in stage.sent if isinstance(i, Select)]
    assert len(lassoed.indices) > 10
    stage.sent.clear()
    view.setFocus()
    before = view.viewport.motion.camera
    QTest.keyClick(view, Qt.Key.Key_L)
    assert view.controls.drag_box.dragging == "lasso"
    stage.drag(corners)
    assert [i for i in stage.sent if isinstance(i, Select)] == [lassoed]
    stage.sent.clear()
    QTest.keyClick(view, Qt.Key.Key_B)
    stage.drag([corners[0], corners[2]])
    assert len([i for i in stage.sent if isinstance(i, Select)]) == 1
    assert view.viewport.motion.camera == before
    stage.drag([QPoint(300, 300), QPoint(380, 300)], Qt.KeyboardModifier.ShiftModifier)  # the map can still be moved
    assert view.viewport.motion.camera.target != before.target
    assert view.glass.cursor().shape() == Qt.CursorShape.CrossCursor
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.controls.drag_box.currentData() == "turn"
    stage.drag([QPoint(300, 300), QPoint(380, 300)])
    assert view.viewport.motion.camera.azimuth != before.azimuth
    assert view.glass.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_what_is_said_of_the_pointer_does_not_outlive_the_place(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    with stage.qtbot.waitSignal(stage.view.intent):
        mouse.move(stage.view.glass, stage.seen_at(frame.path.points[frame.current]))
    assert stage.view.viewport.pointing.lines
    stage.view.setFocus()
    for _ in range(6):
        QTest.keyClick(stage.view, Qt.Key.Key_Left)
        QTest.keyClick(stage.view, Qt.Key.Key_Up)
    QTest.keyClick(stage.view, Qt.Key.Key_Minus)
    stage.qtbot.waitUntil(lambda: stage.sent[-1] != Hover(int(frame.path.token_ids[frame.current]), frame.node))


def test_a_click_on_the_legend_selects_a_kind_and_says_how_likely_it_is_next(stage: Stage) -> None:
    view = stage.view
    frame = view.viewport.frame
    assert frame is not None
    assert frame.colours is not None
    assert frame.colours.codes is not None
    codes = frame.colours.codes
    line = next(line for line in view.overlay.statement.plan(
        frame, theme("dark"), *view.viewport.size(), view.viewport.label_size
    ).legend if line.category >= 0 and (codes == line.category).sum() > 1)  # fmt: skip
    at = QPoint(int(line.x) + 20, int(line.y) + 8)
    with stage.qtbot.waitSignal(view.intent, raising=False, timeout=300):
        mouse.move(view.glass, at)
    assert any("select" in said for said in view.viewport.pointing.lines)
    stage.click(at)
    chosen = stage.last()
    assert chosen == Select(tuple(np.flatnonzero(codes == line.category).tolist()))
    assert isinstance(chosen, Select)
    stage.ui = replace(stage.ui, selection=chosen.indices)
    stage.paint()
    assert view.selected.isVisible()
    assert f"{len(chosen.indices):,}" in view.selected.head.text()
    assert "probability" in view.selected.mass.text()
    assert [i for i in stage.sent if isinstance(i, AskDistribution)] == [AskDistribution(stage.run.current)]
    assert not view.neighbours.isVisible()
    before = view.viewport.motion.destination.distance
    view.selected.list.itemClicked.emit(view.selected.list.item(0))
    assert view.viewport.motion.destination.distance < before
    view.selected.close_button.click()
    assert stage.last() == Select(())
    stage.ui = replace(stage.ui, selection=())
    stage.paint()
    assert not view.selected.isVisible()
