"""The views on neurons on screen, and what they send."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from engine.run import Run
from tests.helpers.hosted import show
from viz.intents import Intent
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View


def held(run: Run) -> Run:
    """The engine holds the run."""
    run.run_id = 1
    return run


def made(cls: type[View], qtbot: QtBot, width: int = 640, height: int = 560) -> tuple[View, list[Intent]]:
    view = cls()
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show()
    sent: list[Intent] = []
    view.intent.connect(sent.append)
    return view, sent


def paint(view: View, run: Run, ui: UiState = UiState()) -> None:  # noqa: B008 - frozen
    show(view, type(view).frame(run, ui), theme("dark"))
