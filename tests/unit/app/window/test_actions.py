"""The table of actions is complete and without contradiction."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from app.look import icons
from app.state import Phase, RunState
from app.window import actions

BY_ID = {row.id: row for row in actions.ROWS}


def test_ids_and_shortcuts_are_unique(qtbot: QtBot) -> None:
    shortcuts = [QKeySequence(keys).toString() for row in actions.ROWS for keys in row.shortcuts]
    shortcuts += [f"Ctrl+{number}" for number in range(1, 7)]  # the workspaces
    assert len(shortcuts) == len(set(shortcuts))
    assert len(BY_ID) == len(actions.ROWS)
    assert all(shortcuts)


def test_every_row_names_what_there_is() -> None:
    menus = {name for name, _ in actions.MENUS} | {""}
    for row in actions.ROWS:
        assert row.menu in menus
        assert row.enabled in actions.RULES
        assert row.icon == "" or icons.path(row.icon).is_file()
        assert row.translated() == row.text


def test_stop_is_there_exactly_while_something_runs() -> None:
    for phase, model in product(Phase, (False, True)):
        state = RunState(phase, has_model=model)
        assert actions.allowed(BY_ID["stop"], state) == state.busy
        assert actions.allowed(BY_ID["stop"], replace(state, has_work=True))
    idle = RunState(Phase.IDLE, has_model=True)
    assert actions.allowed(BY_ID["play"], idle)
    assert actions.allowed(BY_ID["step"], idle)
    assert not actions.allowed(BY_ID["save"], idle)
    assert not actions.allowed(BY_ID["step"], RunState(Phase.DEAD))
