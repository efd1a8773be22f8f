"""The experiments on neurons: one click each, sentences made from the numbers, and what a click on a picture means."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.language_neurons.records import (
    SCALES,
    AskLanguage,
    AskRedundancy,
    Language,
    Redundancy,
)
from engine.records import Change, Site
from tests.helpers.charts import point
from tests.helpers.neuron_views import made, paint
from tests.helpers.runs import prompted
from viz.intents import AskLab, ChooseNeuron, PutOnBoard, SetOption
from viz.labs.language_neurons.language_neuron_view import LanguageNeuronView
from viz.labs.language_neurons.redundancy_view import RedundancyView
from viz.ui_state import UiState


def language(model: str = "small", n_parameters: int = 135_000_000, rise: float = 0.6) -> Language:
    """Loss 6 bits everywhere; the first set rises by `rise`, the others by a hundredth of that."""
    sets, c = ("french", "english", "code"), len(SCALES)
    loss = np.full((1, 3, 3), 6.0, np.float32)
    loss[0, 0, 1:] += rise
    loss[0, 1:, 1:] += rise / 100
    change = loss[:, :, 1:] - loss[:, :, :1]
    curve = np.full((3, c), 6.0, np.float32)
    none = np.zeros((3, c), np.float32)
    one, three = np.ones(1, np.float32), np.full(3, 20, np.int32)
    return Language(
        "french", model, n_parameters, np.array([25], np.int32), np.array([1120], np.int32), one, one, 46080, sets,
        three, three * 24, one, loss, loss - 0.5, loss + 0.5, change, change * 0.8, change * 1.2,
        np.array(SCALES, np.float32), curve, none, none, 1.0,
    )  # fmt: skip


def test_the_experiment_is_one_click_and_its_sentence_is_made_from_the_numbers(qtbot: QtBot) -> None:
    view, sent = made(LanguageNeuronView, qtbot, 900, 700)
    assert isinstance(view, LanguageNeuronView)
    run = prompted()
    paint(view, run)
    assert sent == []
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskLanguage("french"), again=True)]
    assert view.painted is not None
    assert "Measuring" in view.notes(view.painted)
    run.findings[AskLanguage("french")] = language()
    paint(view, run)
    said = view.notes(view.painted).replace("\u00a0", " ")
    assert "the loss on French rises by 10.0 % (8.00 % to 12.0 %)" in said
    assert "on no other text set by more than 0.10 % (English, 0.08 % to 0.12 %)" in said
    view.grab()
    QTest.mouseClick(view.off, Qt.MouseButton.LeftButton)
    assert sent[-2:] == [ChooseNeuron(25, 1120), PutOnBoard(Change(Site("neuron", 25, 1120), 0.0))]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (0.1, "The loss rises more in the smaller model"),
        (3.0, "The loss rises more in the larger model"),
        (0.6, "intervals of the two models overlap"),
    ],
)
def test_two_models_stand_side_by_side(qtbot: QtBot, other: float, words: str) -> None:
    view, sent = made(LanguageNeuronView, qtbot, 1200, 700)
    assert isinstance(view, LanguageNeuronView)
    run, ui = prompted(), UiState().with_option("language_neuron", "second", "folder/of/another")
    run.findings[AskLanguage("french")] = language()
    paint(view, run, ui)
    QTest.mouseClick(view.other, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskLanguage("french", "folder/of/another"), again=True)]
    run.findings[AskLanguage("french", "folder/of/another")] = language("large", 1_700_000_000, other)
    paint(view, run, ui.with_option("language_neuron", "measure", "loss"))
    assert view.painted is not None
    assert words in view.notes(view.painted)
    view.grab()


def test_bars_and_curve_hold_the_measured_numbers(qtbot: QtBot) -> None:
    view, _ = made(LanguageNeuronView, qtbot, 900, 700)
    assert isinstance(view, LanguageNeuronView)
    run = prompted()
    run.findings[AskLanguage("french")] = language()
    paint(view, run)
    view.grab()
    bars, curve = view.panel.grid.plots
    point(view.panel, 0, 0)
    assert (
        bars.crosshair.words.replace("\u00a0", " ")
        == "French\nswitched off +10 % (+8 % … +12 %)\nreplaced by its mean +10 % (+8 % … +12 %)"
    )
    point(view.panel, 1, 3)
    assert curve.crosshair.words.replace("\u00a0", " ").splitlines()[1:] == ["French 0 %", "English 0 %", "code 0 %"]
    paint(view, run, UiState().with_option("language_neuron", "measure", "loss"))
    point(view.panel, 0, 1)
    assert bars.crosshair.words.splitlines()[:2] == ["English", "original 6 (5.5 … 6.5)"]


def test_bars_and_curve_stand_beside_each_other_where_there_is_room(qtbot: QtBot) -> None:
    view, _ = made(LanguageNeuronView, qtbot, 1600, 700)
    assert isinstance(view, LanguageNeuronView)
    run = prompted()
    run.findings[AskLanguage("french")] = language()
    paint(view, run)
    view.grab()
    bars, curve = (plot.sceneBoundingRect() for plot in view.panel.grid.plots)
    assert curve.left() >= bars.right()
    view.resize(500, 900)
    view.grab()
    bars, curve = (plot.sceneBoundingRect() for plot in view.panel.grid.plots)
    assert curve.top() >= bars.bottom()


def test_redundancy_says_what_its_lines_show(qtbot: QtBot) -> None:
    view, sent = made(RedundancyView, qtbot, 900, 700)
    assert isinstance(view, RedundancyView)
    run = prompted()
    paint(view, run)
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskRedundancy(), again=True)]
    counts = np.array([1, 2, 5], np.int32)
    run.findings[AskRedundancy()] = Redundancy(
        "french", "all others", counts, np.array([6.1, 6.3, 6.6], np.float32), np.array([5, 5, 5.05], np.float32),
        np.full((3, 3), 6.03, np.float32), np.full((3, 3), 5.0, np.float32), 6.0, 5.0, 20, 100, counts, counts, 1.0,
    )  # fmt: skip
    paint(view, run)
    assert view.painted is not None
    said = view.notes(view.painted).replace("\u00a0", " ")
    assert (
        "With the top 5 neurons switched off, the loss on French changes by +10.00 % (original: 6.00 bits per token)"
        in said
    )
    assert "on all others by +1.00 %; with 5 random ones of the same layers by +0.50 %" in said
    view.grab()
    point(view.panel, 0, 2)
    words = view.panel.grid.plots[0].crosshair.words.splitlines()
    assert words[0] == "neurons switched off: 5"
    assert [word.replace("\u00a0", " ") for word in words[1:3]] == [
        "the best neurons, on French +10.00 %",
        "the best neurons, on all others +1.00 %",
    ]


def test_a_button_pressed_from_a_field_asks_for_what_was_typed(qtbot: QtBot) -> None:
    view, sent = made(RedundancyView, qtbot, 900, 700)
    assert isinstance(view, RedundancyView)
    run = prompted()
    paint(view, run)
    line = view.bar.fields.lines["a"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "german")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sent == [SetOption("redundancy", "a", "german")]
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert len(sent) == 1  # the frame still speaks of French
    paint(view, run, UiState().with_option("redundancy", "a", "german"))
    assert sent[1:] == [AskLab(AskRedundancy("german"), again=True)]
