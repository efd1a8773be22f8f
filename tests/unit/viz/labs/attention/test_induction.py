"""The induction lesson's frame, what it asks and when, and what a click means."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.attention.records import (
    AskInduction,
    AskInductionMeans,
    Induction,
    InductionMeans,
)
from engine.run import Run
from tests.helpers.runs import HEADS, LAYERS, PROMPT, empty, grow
from viz.intents import AskLab, ChooseHead
from viz.labs.attention.induction_view import InductionView
from viz.theme import theme
from viz.ui_state import UiState


def repeated() -> Run:
    """The prompt said twice."""
    run = empty()
    run.run_id = 1
    grow(run, PROMPT)
    grow(run, PROMPT)
    return run


def finding(node: int) -> Induction:
    heads, without = np.array([[2, 1], [1, 3]], np.int32), np.array([0.2, 0.5], np.float32)
    attention = np.full((LAYERS, HEADS), 0.1, np.float32)
    return Induction(node, node, node - len(PROMPT), 5, attention, heads, 0.6, without, 0.1)


@pytest.fixture
def view(qtbot: QtBot) -> InductionView:
    made = InductionView()
    qtbot.addWidget(made)
    made.resize(460, 420)
    made.show()
    return made


def test_marks_the_last_occurrence_from_the_text_alone() -> None:
    run, n = repeated(), len(PROMPT)
    for position in range(2 * n):
        frame = InductionView.frame(run, UiState(position=position))
        assert frame.earlier == (position - n if position >= n else -1)
        assert (frame.question is not None) == (position >= n)


def test_asks_one_place_after_the_other(view: InductionView) -> None:
    run, sent, n = repeated(), list[object](), len(PROMPT)
    view.intent.connect(sent.append)
    view.paint(InductionView.frame(run, UiState(position=2)), theme("dark"))  # a token that is new
    view.paint(InductionView.frame(run, UiState(playing=True)), theme("dark"))
    assert sent == []
    view.paint(InductionView.frame(run, UiState(position=n)), theme("dark"))
    view.paint(InductionView.frame(run, UiState(position=n + 1)), theme("dark"))  # the first is not answered yet
    assert sent == [AskLab(AskInduction(n))]
    run.findings[AskInduction(n)] = finding(n)
    view.paint(InductionView.frame(run, UiState(position=n + 1)), theme("dark"))
    assert sent == [AskLab(AskInduction(n)), AskLab(AskInduction(n + 1))]
    sent.clear()
    view.paint(InductionView.frame(run, UiState(position=n)), theme("dark"))  # answered: now with heads at their means
    question = AskInductionMeans(n, 5, ((2, 1), (1, 3)))
    assert sent == [AskLab(question)]
    run.findings[question] = InductionMeans(n, np.array([0.3, 0.55], np.float32), 0.25)
    frame = InductionView.frame(run, UiState(position=n))
    assert frame.means is not None
    assert frame.means_question is None


def test_the_sentence_is_true_of_the_numbers_and_a_click_chooses_the_head(view: InductionView, qtbot: QtBot) -> None:
    run, n = repeated(), len(PROMPT)
    run.findings[AskInduction(n + 2)] = finding(n + 2)
    frame = InductionView.frame(run, UiState(position=n + 2))
    view.paint(frame, theme("dark"))
    said = view._verdict(frame).replace("\u00a0", " ")
    assert said == "The copy has 60.0 %; without L2.H1 20.0 %, without all 2 10.0 %"
    assert frame.texts[3] in view._heading(frame)
    with qtbot.waitSignal(view.intent) as caught:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view._row(QRectF(view.rect()), 2).center().toPoint())
    assert caught.args == [ChooseHead(1, 3)]
