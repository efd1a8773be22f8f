"""The induction lesson's frame, what it asks and when, and what a click means."""

from __future__ import annotations

import numpy as np
import pytest
from pyqtgraph import BarGraphItem
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.attention.records import (
    AskInduction,
    AskInductionMeans,
    Induction,
    InductionMeans,
)
from engine.run import Run
from tests.helpers.charts import click, point
from tests.helpers.runs import HEADS, LAYERS, PROMPT, empty, grow
from viz.charts.aim import F64
from viz.intents import AskLab, ChooseHead, Intent
from viz.labs.attention.induction_view import InductionFrame, InductionView
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


def wanted(run: Run, ui: UiState) -> list[Intent]:
    return list(InductionView.wants(InductionView.frame(run, ui)))


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


def test_asks_one_place_after_the_other() -> None:
    run, n = repeated(), len(PROMPT)
    assert wanted(run, UiState(position=2)) == []  # a token that is new
    assert wanted(run, UiState(playing=True)) == []
    assert wanted(run, UiState(position=n)) == [AskLab(AskInduction(n), in_turn=True)]
    assert wanted(run, UiState(position=n + 1)) == [AskLab(AskInduction(n + 1), in_turn=True)]
    run.findings[AskInduction(n)] = finding(n)
    question = AskInductionMeans(n, 5, ((2, 1), (1, 3)))
    assert wanted(run, UiState(position=n)) == [AskLab(question)]  # answered: now with heads at their means
    run.findings[question] = InductionMeans(n, np.array([0.3, 0.55], np.float32), 0.25)
    frame = InductionView.frame(run, UiState(position=n))
    assert frame.means is not None
    assert frame.means_question is None
    assert wanted(run, UiState(position=n)) == []


def measured() -> InductionFrame:
    run, n = repeated(), len(PROMPT)
    run.findings[AskInduction(n + 2)] = finding(n + 2)
    return InductionView.frame(run, UiState(position=n + 2))


def test_the_sentence_is_true_of_the_numbers(view: InductionView) -> None:
    frame = measured()
    view.paint(frame, theme("dark"))
    said = view.accessibleDescription().replace("\u00a0", " ")
    verdict = "Probability of the copy: 60.0 %; without L2.H1 20.0 %, without all 2 heads 10.0 %."
    assert verdict in said
    assert said.endswith("values: 4 values, highest 60 % at original, lowest 10 % at without all 2.")
    assert frame.texts[3] in said
    (before, now) = view.words.lines
    assert [word.text for word in before[1] if word.is_copy] == [frame.texts[3]]
    assert [word.text for word in now[1] if word.is_guess] == [f"{frame.texts[3]} ?"]
    assert [word.text for word in (*before[1], *now[1]) if word.is_place] == [frame.texts[2]] * 2


def test_a_click_or_enter_chooses_the_head_of_a_row(view: InductionView) -> None:
    view.paint(measured(), theme("dark"))
    sent: list[object] = []
    view.intent.connect(sent.append)
    for row in (0, 3):  # the model as it is, and without all heads
        click(view.panel, 0, row)
    assert sent == []
    click(view.panel, 0, 2)
    assert sent == [ChooseHead(1, 3)]
    sent.clear()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert sent == [ChooseHead(2, 1)]


def test_bars_are_the_probabilities_at_zero_and_at_the_means(view: InductionView) -> None:
    run, n = repeated(), len(PROMPT)
    run.findings[AskInduction(n)] = finding(n)
    view.paint(InductionView.frame(run, UiState(position=n)), theme("dark"))
    assert [ends.tolist() for ends in bars(view)] == [pytest.approx([0.6, 0.2, 0.5, 0.1])]
    means = AskInductionMeans(n, 5, ((2, 1), (1, 3)))
    run.findings[means] = InductionMeans(n, np.array([0.3, 0.55], np.float32), 0.25)
    view.paint(InductionView.frame(run, UiState(position=n)), theme("dark"))
    intact, zero, mean = (ends.tolist() for ends in bars(view))
    assert intact == pytest.approx([0.6])
    assert zero == pytest.approx([0.2, 0.5, 0.1])
    assert mean == pytest.approx([0.3, 0.55, 0.25])
    point(view.panel, 0, 1)
    said = view.panel.grid.plots[0].crosshair.words.replace("\u00a0", " ")
    assert said == "without L2.H1\n20.0 % · 30.0 %\nattends 10.0 %"


def bars(view: InductionView) -> list[F64]:
    """Where the bars end, group by group."""
    (plot,) = view.panel.grid.plots
    return [item.opts["x1"] for item in plot.items if isinstance(item, BarGraphItem)]
