"""When a view need not paint again: the same objects, and equal plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.labs.brackets.questions import ReadBrackets, WorstStrings
from engine.labs.brackets.records import Readings
from engine.questions import Question
from tests.helpers import brackets as made
from tests.helpers.hosted import show
from tests.helpers.runs import empty
from viz.intents import AskLab
from viz.labs.brackets.brackets_strings_view import BracketsStringsView
from viz.labs.brackets.same_frame import same_frame
from viz.theme import theme
from viz.ui_state import UiState


@dataclass(frozen=True)
class Shown:
    values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    question: Question | None
    names: tuple[str, ...]
    at: int


FRAME = Shown(np.ones(3), ReadBrackets("()"), ("a", "b"), 1)


def test_equal_values_and_the_same_arrays_are_the_same_frame() -> None:
    assert same_frame(FRAME, replace(FRAME, question=ReadBrackets("()"), names=("a", "b")))


@pytest.mark.parametrize(
    "changed",
    [
        replace(FRAME, values=np.ones(3)),
        replace(FRAME, at=2),
        replace(FRAME, question=ReadBrackets("((")),
        replace(FRAME, question=None),
        replace(FRAME, names=("a",)),
        None,
    ],
)
def test_anything_else_is_another(changed: object) -> None:
    assert not same_frame(FRAME, changed)


def test_an_unchanged_view_paints_nothing_but_still_asks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, updates, sent = BracketsStringsView(), list[object](), list[object]()
    qtbot.addWidget(view)
    view.intent.connect(sent.append)
    monkeypatch.setattr(view, "update", lambda *_: updates.append(None))
    run, ui = empty(), UiState().with_option("brackets", "cell", "7,1")
    for _ in range(2):
        show(view, BracketsStringsView.frame(run, ui), theme("dark"))
    assert len(updates) == 1
    assert sent == [AskLab(WorstStrings(7, 1))] * 2  # it may have been dropped for another one meanwhile
    run.findings[WorstStrings(7, 1)] = Readings((made.reading("((()))(", wrong_at=(7,)),))
    for name in ("dark", "dark", "light"):
        show(view, BracketsStringsView.frame(run, ui), theme(name))
    assert len(updates) == 3
