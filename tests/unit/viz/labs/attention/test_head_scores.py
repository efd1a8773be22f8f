"""The view of head scores: what it asks, what it shows, and what a click or a key means."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pyqtgraph import BarGraphItem, ErrorBarItem
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.attention.records import HEAD_SCORES, AskHeadScores, HeadScores
from engine.run import Run
from tests.helpers.charts import click, point
from tests.helpers.hosted import show
from tests.helpers.runs import HEADS, LAYERS, RUNS
from viz.charts.heat import Heat
from viz.charts.heatmap import Colouring, image_of
from viz.intents import AskLab, ChooseHead
from viz.labs.attention.atlas_words import score_name
from viz.labs.attention.attention_store import atlas_of
from viz.labs.attention.head_scores_view import (
    BASES,
    SHOWN,
    HeadScoresView,
    strongest,
)
from viz.theme import theme
from viz.ui_state import UiState

CELLS, STRONGEST = range(2)
ON_TEXT = UiState().with_option("head_scores", "on", BASES[1])


def answered() -> Run:
    run = RUNS["prompted"]()
    scores = np.random.default_rng(0).uniform(0, 0.3, (5, LAYERS, HEADS)).astype(np.float32)
    scores[HEAD_SCORES.index("induction"), 2, 1] = 0.9
    run.findings[AskHeadScores()] = HeadScores(scores, np.full_like(scores, 0.01), 0, 50, 8, True, 1.0)
    return run


@pytest.fixture
def view(qtbot: QtBot) -> HeadScoresView:
    made = HeadScoresView()
    qtbot.addWidget(made)
    made.resize(500, 700)
    made.show()
    return made


def test_asks_the_lab_once_a_model_is_there_and_only_on_random_tokens(view: HeadScoresView) -> None:
    sent: list[object] = []
    view.intent.connect(sent.append)
    show(view, HeadScoresView.frame(RUNS["no_model"](), UiState()), theme("dark"))
    show(view, HeadScoresView.frame(RUNS["prompted"](), ON_TEXT), theme("dark"))
    show(view, HeadScoresView.frame(RUNS["bare"](), UiState()), theme("dark"))  # a model without attention
    show(view, HeadScoresView.frame(answered(), UiState()), theme("dark"))
    assert sent == []
    show(view, HeadScoresView.frame(RUNS["empty"](), UiState()), theme("dark"))
    assert sent == [AskLab(AskHeadScores())]


def test_scores_on_the_text_are_those_of_the_stored_attention() -> None:
    run = RUNS["fifty_steps"]()
    frame, atlas = HeadScoresView.frame(run, ON_TEXT), atlas_of(run)
    assert atlas is not None
    np.testing.assert_array_equal(frame.scores, atlas.scores[:5])
    assert frame.errors is None
    assert frame.on_text


def test_strongest_first_and_nothing_undefined() -> None:
    values = np.array([[0.1, np.nan], [0.7, 0.3]], np.float32)
    assert strongest(values, 15) == ((1, 0), (1, 1), (0, 0))
    assert len(HeadScoresView.frame(answered(), UiState()).strongest) == min(SHOWN, LAYERS * HEADS)


def test_the_button_chooses_the_strongest_induction_head_whatever_is_shown(view: HeadScoresView, qtbot: QtBot) -> None:
    view.paint(HeadScoresView.frame(answered(), UiState().with_option("head_scores", "score", "first")), theme("dark"))
    with qtbot.waitSignal(view.intent) as caught:
        QTest.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert caught.args == [ChooseHead(2, 1)]
    view.paint(HeadScoresView.frame(RUNS["empty"](), UiState()), theme("dark"))
    assert not view.button.isEnabled()


def test_a_click_on_a_cell_or_a_bar_and_an_arrow_key_choose_heads(view: HeadScoresView, qtbot: QtBot) -> None:
    view.paint(HeadScoresView.frame(answered(), UiState(layer=1, head=(1, 1))), theme("dark"))
    for plot, head in ((CELLS, (1, 2)), (STRONGEST, (2, 1))):
        with qtbot.waitSignal(view.intent) as caught:
            click(view.panel, plot, head)
        assert caught.args == [ChooseHead(*head)]
    for key, head in ((Qt.Key.Key_Right, (1, 2)), (Qt.Key.Key_Up, (0, 1))):
        view.paint(HeadScoresView.frame(answered(), UiState(layer=1, head=(1, 1))), theme("dark"))
        click(view.panel, CELLS, (0, 0))
        with qtbot.waitSignal(view.intent) as caught:
            QTest.keyClick(view, key)
        assert caught.args == [ChooseHead(*head)]


@pytest.mark.parametrize("plot", [CELLS, STRONGEST])
def test_pointing_tells_all_scores_of_the_head(view: HeadScoresView, plot: int) -> None:
    view.paint(HeadScoresView.frame(answered(), UiState()), theme("dark"))
    point(view.panel, plot, (1, 2))
    said = view.panel.grid.plots[plot].crosshair.words
    assert said.startswith("L1.H2")
    assert all(score_name(name) in said for name in HEAD_SCORES)


@pytest.mark.parametrize("size", [(500, 700), (900, 400)])
def test_bars_are_the_strongest_scores_with_their_errors_and_the_picture_all_of_them(
    view: HeadScoresView, size: tuple[int, int]
) -> None:
    view.resize(*size)
    frame = HeadScoresView.frame(answered(), UiState())
    view.paint(frame, theme("dark"))
    cells, strongest_plot = view.panel.grid.plots
    (bars,) = (item for item in strongest_plot.items if isinstance(item, BarGraphItem))
    scores = [frame.shown[head] for head in frame.strongest]
    np.testing.assert_allclose(bars.opts["x1"], scores)
    np.testing.assert_array_equal(bars.opts["x0"], np.zeros(len(scores)))
    (errors,) = (item for item in strongest_plot.items if isinstance(item, ErrorBarItem))
    np.testing.assert_allclose(errors.opts["right"], np.full(len(scores), 0.01), atol=1e-6)
    assert strongest_plot.sides["left"].ruler.labels[0] == "L2.H1"
    assert strongest_plot.sides["right"].ruler.labels[0] == "0.900"
    (heat,) = (item for item in cells.items if isinstance(item, Heat))
    assert heat.made(0)[0] == image_of(frame.shown, Colouring(theme("dark").ramp, "", 1.0))
    beside = strongest_plot.sceneBoundingRect().left() >= cells.sceneBoundingRect().right()
    assert beside == (size[0] > size[1])


def test_a_text_without_repetition_says_that_induction_is_not_defined(view: HeadScoresView) -> None:
    frame = HeadScoresView.frame(RUNS["prompted"](), ON_TEXT)  # nine different tokens
    assert np.isnan(frame.shown).all()
    assert frame.induction is None
    view.paint(frame, theme("dark"))
    assert "not defined" in view.accessibleDescription()
    assert HeadScoresView.frame(RUNS["prompted"](), replace(ON_TEXT, head=(2, 0))).scores.size
