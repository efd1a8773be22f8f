"""All that a click chooses on the map is chosen by keys: J and K go through it, Enter does what a click does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPolygonF
from PySide6.QtTest import QTest

from tests.helpers.map_stage import Stage
from viz.camera import project
from viz.intents import AskNeighbours, LookAt, ReturnTo, Select, TakeToken
from viz.map.data.keyed_outline import STEP, KeyedOutline
from viz.map.input.stepping import beside, things
from viz.map.input.targets import Target, place_of


def press(stage: Stage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(stage.view, key)


def test_enter_takes_the_likeliest_token_of_the_fan(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    press(stage, Qt.Key.Key_J)
    assert "click to continue the text with it" in " ".join(stage.view.viewport.pointing.lines)
    press(stage, Qt.Key.Key_Return)
    assert stage.sent[-1] == TakeToken(stage.run.current, int(stage.run.nodes[stage.run.current].next_ids[0]))


def test_every_kind_of_thing_is_reached_and_chosen(stage: Stage) -> None:
    frame = stage.view.viewport.frame
    assert frame is not None
    kinds = [target.kind for target in things(frame)]
    assert {"ray", "branch", "path", "point"} <= set(kinds)
    wanted = {"ray": TakeToken, "branch": ReturnTo, "path": LookAt, "point": AskNeighbours}
    chosen = {}
    for kind in kinds:
        press(stage, Qt.Key.Key_J)
        if kind not in chosen:
            press(stage, Qt.Key.Key_Enter)
            chosen[kind] = type(stage.sent[-1])
    assert chosen == {kind: wanted[kind] for kind in chosen}
    assert any(isinstance(sent, Select) for sent in stage.sent)
    press(stage, Qt.Key.Key_J, Qt.Key.Key_K)


def test_what_is_pointed_at_is_said(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("viz.map.input.mouse.announce", lambda _, words: told.append(words))
    press(stage, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K)
    assert told[0] == told[2] != told[1]
    assert all(told)


def test_nothing_is_chosen_before_anything_is_pointed_at(stage: Stage) -> None:
    stage.sent.clear()
    press(stage, Qt.Key.Key_Return, Qt.Key.Key_P)
    assert stage.sent == []


def test_one_goes_round() -> None:
    targets = tuple(Target("path", row) for row in range(3))
    assert beside(targets, None, 1) == targets[0]
    assert beside(targets, None, -1) == targets[2]
    assert beside(targets, targets[2], 1) == targets[0]
    assert beside(targets, Target("ray", 9), 1) == targets[0]
    assert beside((), None, 1) is None


# -- a box and a lasso -------------------------------------------------------------------------------------------------


def within(stage: Stage, corners: tuple[tuple[float, float], ...]) -> tuple[int, ...]:
    """The points seen in a polygon, by Qt's own test of it."""
    viewport = stage.view.viewport
    assert viewport.frame is not None
    pixels, depth = project(viewport.matrix(), viewport.frame.points, *viewport.size())
    shape = QPolygonF([QPointF(*corner) for corner in corners])
    rule = Qt.FillRule.OddEvenFill
    seen = zip(pixels.tolist(), depth.tolist(), strict=True)
    return tuple(i for i, (at, away) in enumerate(seen) if away > 0 and shape.containsPoint(QPointF(*at), rule))


def test_a_box_is_moved_sized_and_taken_by_keys(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("viz.map.input.mouse.announce", lambda _, words: told.append(words))
    view = stage.view
    camera = view.viewport.motion.camera
    press(stage, Qt.Key.Key_B)
    first = view.viewport.pointing.outline
    assert len(first) == 4
    press(stage, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    corners = view.viewport.pointing.outline
    middle = [(first[0][axis] + first[2][axis]) / 2 for axis in (0, 1)]
    now = [(corners[0][axis] + corners[2][axis]) / 2 for axis in (0, 1)]
    assert now == pytest.approx([middle[0] - STEP, middle[1] + STEP])
    for axis in (0, 1):
        before = first[2][axis] - first[0][axis]
        assert corners[2][axis] - corners[0][axis] == pytest.approx(before + 4 * STEP)
    wanted = within(stage, corners)
    assert wanted
    assert f"{len(wanted):,} point" in view.viewport.pointing.lines[0]
    assert f"{len(wanted):,} point" in told[-1]
    press(stage, Qt.Key.Key_Return)
    assert stage.sent[-1] == Select(wanted)
    assert "selected" in told[-1]
    assert view.viewport.pointing.outline == ()
    assert view.viewport.motion.camera == camera  # the arrow keys turned nothing
    press(stage, Qt.Key.Key_Left)
    assert view.viewport.motion.camera != camera
    assert view.controls.drag_box.dragging == "turn"


def test_a_lasso_is_drawn_by_keys_from_what_is_pointed_at(stage: Stage) -> None:
    press(stage, Qt.Key.Key_J)
    at = stage.view.glass._at
    press(stage, Qt.Key.Key_L)
    assert stage.view.viewport.pointing.outline == ((at.x(), at.y()),)
    around = [Qt.Key.Key_Right] * 6 + [Qt.Key.Key_Down] * 6 + [Qt.Key.Key_Left] * 9 + [Qt.Key.Key_Up] * 9
    press(stage, *around)
    corners = stage.view.viewport.pointing.outline
    assert len(corners) == 1 + len(around)
    press(stage, Qt.Key.Key_Enter)
    assert stage.sent[-1] == Select(within(stage, corners))


def test_escape_the_mouse_and_another_part_of_the_window_drop_an_outline(stage: Stage) -> None:
    view = stage.view
    view.activateWindow()
    stage.qtbot.waitUntil(view.isActiveWindow)

    def elsewhere() -> None:
        view.controls.search.setFocus()

    drops: tuple[Callable[[], object], ...] = (
        lambda: press(stage, Qt.Key.Key_Escape),
        lambda: press(stage, Qt.Key.Key_B),
        lambda: QTest.mouseClick(view.glass, Qt.MouseButton.LeftButton, pos=QPoint(3, 3)),
        elsewhere,
    )
    for drop in drops:
        view.controls.drag_box.choose("turn")
        view.setFocus()
        press(stage, Qt.Key.Key_B)
        assert view.viewport.pointing.outline
        drop()
        assert view.viewport.pointing.outline == ()
    assert not any(isinstance(sent, Select) and sent.indices for sent in stage.sent)


def test_a_drag_that_is_chosen_in_the_strip_begins_with_enter(stage: Stage) -> None:
    stage.view.controls.drag_box.choose("box")
    press(stage, Qt.Key.Key_Return)
    assert len(stage.view.viewport.pointing.outline) == 4


def test_what_is_stepped_to_is_what_the_box_stands_around(stage: Stage) -> None:
    press(stage, Qt.Key.Key_B, Qt.Key.Key_J)
    at = stage.view.glass._keyed
    frame, corners = stage.view.viewport.frame, stage.view.viewport.pointing.outline
    assert frame is not None
    assert at is not None
    pixels, _ = project(stage.view.viewport.matrix(), place_of(frame, at).reshape(1, 3), *stage.view.viewport.size())
    middle = [(corners[0][axis] + corners[2][axis]) / 2 for axis in (0, 1)]
    assert middle == pytest.approx(pixels[0].tolist(), abs=0.01)


def test_an_outline_stays_in_the_picture_and_has_an_inside() -> None:
    box = KeyedOutline.begun("box", (790.0, 10.0), 800.0, 600.0)
    assert box.moved(500, -500).corners[1][0] == 800 + box.half_wide
    assert (box.moved(500, -500).x, box.moved(500, -500).y) == (800, 0)
    small = box.sized(-1e4, -1e4)
    assert small.half_wide == small.half_tall > 0
    assert box.sized(1e4, 1e4).half_wide == 400
    lasso = KeyedOutline.begun("lasso", (5.0, 5.0), 800.0, 600.0)
    assert lasso.sized(9, 9) == lasso
    assert lasso.moved(-50, 0).corners == ((5.0, 5.0), (0.0, 5.0))
