"""All that a click chooses on the map is chosen by keys: J and K go through it, Enter does what a click does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.map_stage import Stage
from viz.intents import AskNeighbours, LookAt, ReturnTo, Select, TakeToken
from viz.map.input.stepping import beside, things
from viz.map.input.targets import Target


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
