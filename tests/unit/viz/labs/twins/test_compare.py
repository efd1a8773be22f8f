"""Twins in the window: what the button asks, what is said of a finding, and where both paths lie."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.twins.records import AskTwins, Twin, Twins
from engine.questions import Refused
from engine.records import Plan, Site, Space
from engine.run import Run
from tests.helpers.runs import prompted, with_map
from viz.board import Board, Row
from viz.intents import GoOn, Rest
from viz.labs.twins.compare_view import CompareView
from viz.labs.twins.map import twin_map, window
from viz.labs.twins.texts import columns, widths
from viz.theme import theme
from viz.ui_state import UiState

HEAD = Site("head", 1, 2)


def run_here() -> Run:
    run = with_map(prompted())
    run.run_id = 1
    return run


def ids_of(run: Run, count: int = 9) -> tuple[int, ...]:
    return tuple(int(token) for token in run.token_ids[:count])


def changed(**more: Any) -> UiState:
    board = Board((Row(HEAD),))
    return UiState(board=board, plan=board.plan(), **more)


def chosen(what: str, other: str = "", ui: UiState | None = None) -> UiState:
    made = (ui or UiState()).with_option("compare", "what", what)
    return made.with_option("compare", "other", other)


def found_for(asked: AskTwins, run: Run, parted: int = 2, **changes: Any) -> Twins:
    start = np.array(asked.one.token_ids, np.int32)
    one, other = np.array([20, 21, 22, 23], np.int32), np.array([20, 21, 30, 31], np.int32)
    kl = np.array([0.1, 0.2, 0.6, 7.0], np.float32)
    probs = np.full((2, 4), 0.25, np.float32)
    made = Twins(
        asked, (start, start), (one, other), kl, probs, probs, probs, parted, True, "", None, ("tiny", "tiny"),
        (None, None), None,
    )  # fmt: skip
    return replace(made, **changes)


def test_each_comparison_asks_what_it_says() -> None:
    run = run_here()
    ids = ids_of(run)
    asked = CompareView.frame(run, changed()).question
    assert asked is not None
    assert (asked.one, asked.other) == (Twin(ids), Twin(ids, plan=changed().plan))
    assert asked.sampling == run.sampling
    seed = CompareView.frame(run, chosen("another seed", "77")).question
    assert seed is not None
    assert seed.other == Twin(ids, seed=77)
    prompt = CompareView.frame(run, chosen("another prompt", "Hello")).question
    assert prompt is not None
    assert prompt.other == Twin(prompt="Hello")
    model = CompareView.frame(run, chosen("another model", "gpt2")).question
    assert model is not None
    assert (model.other.model, model.other.plan) == ("gpt2", Plan())
    assert "best thing" in model.other.prompt
    at = CompareView.frame(run, changed(position=3)).question
    assert at is not None
    assert at.one.token_ids == ids_of(run, 4)


@pytest.mark.parametrize(
    ("ui", "run", "words"),
    [
        (UiState(), "prompted", "No interventions yet"),
        (UiState(), "none", "Type a prompt"),
        (chosen("another prompt"), "prompted", "other prompt"),
        (chosen("another model"), "prompted", "other model"),
    ],
)
def test_what_is_missing_is_said(qtbot: QtBot, ui: UiState, run: str, words: str) -> None:
    view = CompareView()
    qtbot.addWidget(view)
    frame = CompareView.frame(run_here() if run == "prompted" else Run(), ui)
    view.paint(frame, theme("dark"))
    assert frame.question is None
    assert words in view.verdict(frame)
    assert not view.button.isEnabled()


def test_the_button_writes_and_stops(qtbot: QtBot) -> None:
    run, view = run_here(), CompareView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    sent: list[object] = []
    view.intent.connect(sent.append)
    frame = CompareView.frame(run, changed())
    view.paint(frame, theme("dark"))
    QTest.mouseClick(view.button, Qt.MouseButton.LeftButton)
    view.paint(CompareView.frame(run, changed(going=frozenset({"AskTwins"}))), theme("dark"))
    QTest.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert frame.question is not None
    assert sent == [GoOn(frame.question), Rest(AskTwins)]


def test_the_parting_is_told_in_numbers_and_a_refusal_in_words(qtbot: QtBot) -> None:
    run, view = run_here(), CompareView()
    qtbot.addWidget(view)
    asked = CompareView.frame(run, changed()).question
    assert asked is not None
    run.findings[asked] = found_for(asked, run)
    frame = CompareView.frame(run, changed())
    assert frame.labels == ("original", "L1.H2 × 0")
    said = view.verdict(frame)
    assert "token 3" in said
    assert "25.0" in said
    assert "0.30 bits" in said  # the mean of 0.1, 0.2 and 0.6
    assert "different histories" in said
    never = found_for(asked, run, -1)
    run.findings[asked] = never
    assert "the same for" in view.verdict(CompareView.frame(run, changed()))
    run.findings[asked] = replace(never, incomparable="Other vocabularies.", kl=np.full(4, np.nan, np.float32))
    assert view.verdict(CompareView.frame(run, changed())) == "Other vocabularies."
    view.resize(600, 500)
    view.paint(CompareView.frame(run, changed()), theme("dark"))
    view.grab()
    run.findings[replace(asked, n_tokens=31)] = Refused("There is no room.")
    assert view.verdict(CompareView.frame(run, changed())) == "There is no room."


def test_both_paths_lie_where_their_tokens_lie() -> None:
    run = run_here()
    asked = CompareView.frame(run, changed()).question
    assert asked is not None
    found = found_for(asked, run)
    state = run.maps[UiState().space]
    shown = twin_map(found, state)
    assert shown is not None
    points = state.layout.points2
    given = len(ids_of(run))
    assert (shown.from_one, len(shown.one)) == (given, given + 4)
    one = points[[*ids_of(run), 20, 21, 22, 23]]
    spread = (one - one[0]) / (shown.one - shown.one[0] + 1e-12)
    scale = np.median(spread, axis=0)
    np.testing.assert_allclose((shown.one - shown.one[0]) * scale, one - one[0], atol=1e-3)
    np.testing.assert_array_equal(shown.one[: given + 2], shown.other[: given + 2])
    assert twin_map(found, None) is None
    assert twin_map(replace(found, vocabulary=run.vocabulary), state) is None
    assert twin_map(found, with_map(run, Space("resid", 1)).maps[Space("resid", 1)]) is None


@pytest.mark.parametrize("aspect", [0.3, 1.0, 4.0])
def test_the_window_holds_both_paths_without_stretching(aspect: float) -> None:
    run = run_here()
    asked = CompareView.frame(run, changed()).question
    assert asked is not None
    shown = twin_map(found_for(asked, run), run.maps[UiState().space])
    assert shown is not None
    seen = window(shown, aspect)
    assert seen.width() * shown.aspect / seen.height() == pytest.approx(aspect, rel=1e-6)
    for path in (shown.one, shown.other):
        assert all(seen.contains(float(x), float(y)) for x, y in path)


def test_columns_wrap_and_are_as_wide_as_the_wider_token(qtbot: QtBot) -> None:
    one, other = ("·a", "·remarkable", "·b"), ("·remarkable", "·a", "·b")
    wide = widths(QFont(), one, other, 12.0)
    assert wide[0] == wide[1] > wide[2]
    made = columns(wide, wide[0] + wide[1] + 4, 12.0)
    assert [column.line for column in made] == [0, 0, 1]
    assert made[1].left > made[0].left + made[0].wide - 1
    assert columns([], 100.0, 12.0) == []
