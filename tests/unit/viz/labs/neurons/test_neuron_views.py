"""The views on neurons: rows and sentences made from the numbers, what is asked and when, and what a click means."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from scipy import stats

from engine.labs.language_neurons.records import AskContrast, Contrast
from engine.labs.neurons.records import (
    AskEffects,
    AskExact,
    AskHere,
    AskNeuron,
    AskPromoters,
    AskShares,
    AskTriggers,
    Effects,
    Exact,
    Here,
    KeyReading,
    Neuron,
    Promoters,
    Shares,
    Triggers,
)
from engine.questions import Refused
from engine.records import Change, Plan, Site
from engine.run import Run
from tests.helpers.charts import click, point
from tests.helpers.neuron_views import held, made, paint
from tests.helpers.runs import HEADS, LAYERS, MLP, PROMPT, prompted
from tests.helpers.there import there
from viz.intents import AskLab, ChooseHead, ChooseLayer, ChooseNeuron, PutOnBoard, Say, SetOption, TryAgain
from viz.labs.neurons import neurons_view
from viz.labs.neurons.neuron_view import PAGES, NeuronView
from viz.labs.neurons.neurons_view import NeuronsView
from viz.labs.neurons.ranks_frame import BY, pearson
from viz.labs.neurons.scatter import Scatter
from viz.labs.neurons.shares_view import SharesView
from viz.theme import theme
from viz.ui_state import UiState

LAST = len(PROMPT) - 1


# -- finding -----------------------------------------------------------------------------------------------------


def effects() -> Effects:
    neurons, heads = np.zeros((LAYERS, MLP), np.float32), np.zeros((LAYERS, HEADS), np.float32)
    neurons[1, 5], neurons[2, 7], heads[0, 3] = -2.0, 0.5, 1.0
    return Effects(LAST, 4, -1, 9.5, neurons, heads, np.full((LAYERS, MLP), 0.25, np.float32), 0.1)


def ranked() -> Run:
    run = held(prompted())
    run.findings[AskEffects(LAST)] = effects()
    return run


def test_points_are_drawn_again_only_where_they_differ(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[Scatter] = []
    monkeypatch.setattr(neurons_view, "draw_scatter", lambda grid, shown, theme, choose: drawn.append(shown))
    view, _ = made(NeuronsView, qtbot)
    view.resize(900, 900)
    run = ranked()
    question = NeuronsView.frame(run, UiState()).ranks.question
    assert isinstance(question, AskExact)
    changes = np.linspace(-2, 2, len(question.sites)).astype(np.float32)
    half, first = np.full(len(changes), 0.5, np.float32), np.zeros(len(changes), np.int32)
    run.findings[question] = Exact(LAST, question.sites, changes, half, first, 0.6, 0.1)
    paint(view, run)
    assert len(drawn) == 1
    for scale in (0.0, 0.5, 1.5):  # a slider that is dragged
        plan = Plan((Change(Site("head", 0, 3), scale),))
        paint(view, run, UiState(plan=plan))
    assert len(drawn) == 1
    paint(view, run, UiState(layer=1, neuron=(1, 5)))
    assert drawn[-1].marked == Site("neuron", 1, 5)
    view.paint(NeuronsView.frame(run, UiState(layer=1, neuron=(1, 5))), theme("light"))
    assert len(drawn) == 3


def test_ranks_are_asked_for_when_nothing_plays_and_first_estimated_then_measured(qtbot: QtBot) -> None:
    view, sent = made(NeuronsView, qtbot)
    run = held(prompted())
    paint(view, run, UiState(playing=True))
    assert sent == []
    paint(view, run)
    assert sent == [AskLab(AskEffects(LAST))]
    run.findings[AskEffects(LAST)] = effects()
    paint(view, run)
    asked = sent[-1]
    assert isinstance(asked, AskLab)
    assert isinstance(asked.question, AskExact)
    assert asked.question.sites[:3] == (Site("neuron", 1, 5), Site("head", 0, 3), Site("neuron", 2, 7))
    assert len(asked.question.sites) == 30


def test_a_file_without_its_model_asks_nothing(qtbot: QtBot) -> None:
    view, sent = made(NeuronsView, qtbot)
    paint(view, prompted())
    assert sent == []
    assert "the model that made this run" in view.note.text()  # type: ignore[attr-defined]


def test_of_a_file_without_its_model_no_neuron_is_said_to_be_read(qtbot: QtBot) -> None:
    view, _ = made(NeuronView, qtbot)
    for run, waits in ((prompted(), False), (held(prompted()), True)):
        frame = view.frame(run, UiState())
        assert isinstance(view, NeuronView)
        assert view.said(frame).startswith("Reading") == waits


def test_estimated_and_exact_stand_side_by_side_with_their_correlation(qtbot: QtBot) -> None:
    view, _ = made(NeuronsView, qtbot)
    assert isinstance(view, NeuronsView)
    run, ui = ranked(), UiState().with_option("neurons", "count", 5)
    asked = NeuronsView.frame(run, ui).ranks.question
    assert isinstance(asked, AskExact)
    sites = asked.sites
    changes, probs = np.array([-1.8, 1.4, 0.2, 0.0, 0.1], np.float32), np.full(5, 0.5, np.float32)
    probs[0] = 0.03
    run.findings[AskExact(LAST, 4, -1, sites)] = Exact(LAST, sites, changes, probs, np.full(5, 6, np.int32), 0.6, 0.1)
    paint(view, run, ui)
    frame = view.painted
    assert frame is not None
    assert frame.ranks.correlation == pytest.approx(
        stats.spearmanr([-2.0, 1.0, 0.5, 0.0, 0.0], changes).statistic, abs=1e-6
    )
    said = view.note.text().replace("\u00a0", " ")
    assert f"correlate with r = {frame.ranks.correlation:.2f}" in said
    assert f"all {LAYERS * (MLP + HEADS)}" in said
    assert "how much the log₂ probability of" in said
    assert "Its probability is 60.0 %; switching off L1.N5 lowers it most, to 3.00 %." in said
    model = view.table.ranks
    assert model.data(model.index(0, 0)) == "L1.N5"
    assert [model.data(model.index(0, column)) for column in (1, 2)] == ["−2.00", "−1.80"]
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in (1, 2)]
    assert titles == ["estimated, bits", "measured, bits"]
    view.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert view.table.model().index(0, 0).data() == "L0.H3"


def test_of_two_tokens_the_logit_difference_counts_and_the_table_says_so(qtbot: QtBot) -> None:
    view, _ = made(NeuronsView, qtbot)
    assert isinstance(view, NeuronsView)
    run = held(prompted())
    run.findings[AskEffects(LAST, "", "x")] = replace(effects(), against_id=6)
    paint(view, run, UiState().with_option("neurons", "against", "x"))
    assert view.table.ranks.headerData(1, Qt.Orientation.Horizontal) == "estimated, logits"
    assert "how much the logit difference" in view.note.text()


def test_a_click_chooses_and_the_button_switches_off(qtbot: QtBot) -> None:
    view, sent = made(NeuronsView, qtbot)
    assert isinstance(view, NeuronsView)
    paint(view, ranked(), UiState(layer=2, neuron=(2, 20)))
    assert view.off.text() == "Switch off L1.N5"  # what it speaks up for the token most is offered first
    last = len(view.table.ranks.sites) - 1
    for row, chosen in ((0, ChooseNeuron(1, 5)), (last, ChooseHead(0, 3))):
        view.table.scrollTo(view.table.model().index(row, 0))
        where = view.table.visualRect(view.table.model().index(row, 0)).center()
        QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert sent[-1] == chosen
    QTest.mouseClick(view.off, Qt.MouseButton.LeftButton)
    assert sent[-1] == PutOnBoard(Change(Site("head", 0, 3), 0.0))


def test_a_point_of_the_picture_chooses_its_part(qtbot: QtBot) -> None:
    view, sent = made(NeuronsView, qtbot, 700, 900)
    assert isinstance(view, NeuronsView)
    run, ui = ranked(), UiState().with_option("neurons", "count", 5)
    asked = NeuronsView.frame(run, ui).ranks.question
    assert isinstance(asked, AskExact)
    changes, probs = np.array([-1.8, 1.4, 0.2, 0.0, 0.1], np.float32), np.full(5, 0.5, np.float32)
    run.findings[AskExact(LAST, 4, -1, asked.sites)] = Exact(
        LAST, asked.sites, changes, probs, np.full(5, 6, np.int32), 0.6, 0.1
    )
    paint(view, run, ui)
    point(view.picture, 0, Site("neuron", 1, 5))
    assert view.picture.grid.plots[0].crosshair.words == "L1.N5\nestimated, bits −2.00\nmeasured, bits −1.80"
    click(view.picture, 0, Site("head", 0, 3))
    assert sent[-1] == ChooseHead(0, 3)
    assert view.table.chosen == Site("head", 0, 3)


def test_both_axes_are_one_where_both_numbers_are_one_quantity() -> None:
    xs, ys = np.array([0.0, 5.0], np.float32), np.array([-1.0, np.nan], np.float32)
    sites = (Site("neuron", 0, 1), Site("head", 0, 2))
    x, y = Scatter(sites, xs, ys, ("a", "b"), ("neuron", "head"), "equal").rulers
    assert (x.low, x.high) == (y.low, y.high)
    assert x.low < -1 < 5 < x.high
    x, y = Scatter(sites, xs, ys, ("a", "b"), ("neuron", "head"), "").rulers
    assert y.high < 1


def test_a_token_typed_is_told_when_typing_ends(qtbot: QtBot) -> None:
    view, sent = made(NeuronsView, qtbot)
    assert isinstance(view, NeuronsView)
    paint(view, ranked())
    sent.clear()
    line = view.fields.lines["token"]
    line.setFocus()
    QTest.keyClicks(line, "Mary")
    assert sent == []
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sent == [SetOption("neurons", "token", "Mary")]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sent[1:] == [TryAgain()], "Enter asks once more where nothing was changed"


def test_the_estimates_of_a_long_text_wait_for_the_button(qtbot: QtBot) -> None:
    view, sent = made(NeuronsView, qtbot)
    assert isinstance(view, NeuronsView)
    run = held(prompted())
    paint(view, run)
    assert view.estimate.isHidden()
    sent.clear()
    run.info = replace(there(run.info), n_parameters=70_000_000_000)
    paint(view, run)
    assert sent == []
    assert "Press the button" in view.note.text()
    QTest.mouseClick(view.estimate, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskEffects(LAST, ""), again=True)]


def test_a_refusal_is_said_and_not_asked_again(qtbot: QtBot) -> None:
    view, sent = made(NeuronsView, qtbot)
    run = held(prompted())
    run.findings[AskEffects(LAST, "xyz")] = Refused("That is no single token.")
    paint(view, run, UiState().with_option("neurons", "token", "xyz"))
    assert sent == []
    assert view.note.text() == "That is no single token."  # type: ignore[attr-defined]


def test_sets_are_compared_by_a_button_and_chance_is_told(qtbot: QtBot) -> None:
    view, sent = made(NeuronsView, qtbot)
    assert isinstance(view, NeuronsView)
    run, ui = prompted(), UiState().with_option("neurons", "by", BY[4])
    paint(view, run, ui)
    assert sent == []
    QTest.mouseClick(view.compare, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskContrast("french", "english"), again=True)]
    ones = np.ones(2, np.float32)
    run.findings[AskContrast("french", "english")] = Contrast(
        "french", "english", 40, 40, np.array([1, 2], np.int32), np.array([3, 4], np.int32), ones, ones * 0.9, ones,
        ones * 0, 46080, 55, 1.0, 0.05, 20, 0.97, "",
    )  # fmt: skip
    paint(view, run, ui)
    assert "46,080 neurons were tried: 55 reach an AUC of at least 1.000" in view.note.text()
    assert "with shuffled labels 0.1 do" in view.note.text()
    assert "an AUC of 0.970 on the held-out fifth" in view.note.text()


def test_promoters_need_a_token_and_then_no_button(qtbot: QtBot) -> None:
    view, sent = made(NeuronsView, qtbot)
    run, ui = prompted(), UiState().with_option("neurons", "by", BY[3])
    paint(view, run, ui)
    assert sent == []
    ui = ui.with_option("neurons", "promote", "Paris")
    paint(view, run, ui)
    assert sent == [AskLab(AskPromoters("Paris"))]
    one = np.ones(1, np.float32)
    run.findings[AskPromoters("Paris")] = Promoters(4, np.array([1], np.int32), np.array([2], np.int32), one, one)
    paint(view, run, ui)
    assert view.table.ranks.sites == (Site("neuron", 1, 2),)  # type: ignore[attr-defined]


def test_pearson_leaves_out_what_is_not_known() -> None:
    one = np.array([1, 2, 3, np.nan, 5], np.float32)
    other = np.array([2, 4, 7, 1, np.nan], np.float32)
    assert pearson(one, other) == pytest.approx(np.corrcoef([1, 2, 3], [2, 4, 7])[0, 1])
    assert np.isnan(pearson(one[:2], other[:2]))
    assert np.isnan(pearson(np.ones(5, np.float32), other))


# -- one neuron --------------------------------------------------------------------------------------------------


def test_each_page_asks_for_what_it_shows(qtbot: QtBot) -> None:
    view, sent = made(NeuronView, qtbot)
    assert isinstance(view, NeuronView)
    run, ui = held(prompted()), UiState(layer=1, neuron=(1, 5))
    for page, question in ((PAGES[0], AskNeuron(1, 5)), (PAGES[1], AskHere(LAST, 1, 5))):
        paint(view, run, ui.with_option("neuron", "page", page))
        assert sent[-1] == AskLab(question)
    sent.clear()
    paint(view, run, ui.with_option("neuron", "page", PAGES[2]))
    assert sent == []
    QTest.mouseClick(view.sample, Qt.MouseButton.LeftButton)
    assert sent[-1] == AskLab(AskTriggers(1, 5), again=True)
    QTest.mouseClick(view.off, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [PutOnBoard(Change(Site("neuron", 1, 5), 0.0))]


def test_the_neuron_of_the_window_is_shown_and_another_one_can_be_typed(qtbot: QtBot) -> None:
    view, sent = made(NeuronView, qtbot)
    assert isinstance(view, NeuronView)
    run = held(prompted())
    paint(view, run, UiState(layer=1, neuron=(1, 5)))
    assert view.typed.text() == "L1.N5"
    for typed, intent in ((" l2.n7 ", ChooseNeuron(2, 7)), ("0.3", ChooseNeuron(0, 3))):
        view.typed.selectAll()
        QTest.keyClicks(view.typed, typed)
        sent.clear()
        QTest.keyClick(view.typed, Qt.Key.Key_Return)
        assert sent == [intent]
    for typed, said in (("L1.H2", "L1.H2 is not a neuron"), ("L99.N0", "no layer 99"), ("Paris", "names no component")):
        view.typed.selectAll()
        QTest.keyClicks(view.typed, typed)
        sent.clear()
        QTest.keyClick(view.typed, Qt.Key.Key_Return)
        (told,) = sent
        assert isinstance(told, Say)
        assert said in told.sentence
    view.typed.setModified(False)
    paint(view, run, UiState(layer=2, neuron=(2, 7)))
    assert view.typed.text() == "L2.N7"


def test_a_giant_at_position_0_is_left_out_and_said(qtbot: QtBot) -> None:
    view, _ = made(NeuronView, qtbot)
    assert isinstance(view, NeuronView)
    run, ui = held(prompted()), UiState(layer=1, neuron=(1, 5)).with_option("neuron", "page", PAGES[1])
    activations = np.array([180, 1, -3, 2, 1, 0, 0, 2, 1], np.float32)
    kl = np.array([0, 0.1, 0.5, 0.2, 0.1, 0, 0, 0.2, 0.1], np.float32)
    run.findings[AskHere(LAST, 1, 5)] = Here(LAST, 1, 5, activations, kl, kl)
    paint(view, run, ui)
    frame = view.painted
    assert frame is not None
    assert frame.first == 1
    assert frame.agreement == pytest.approx(np.corrcoef(np.abs(activations[1:]), kl[1:])[0, 1], abs=1e-6)
    said = view.said(frame)
    assert "(2): −3.00" in said
    assert "+180.00" in said
    view.grab()


def test_readings_and_triggers_are_painted(qtbot: QtBot) -> None:
    view, _ = made(NeuronView, qtbot)
    run, ui = held(prompted()), UiState(layer=1, neuron=(1, 5))
    ids, values = np.arange(12, dtype=np.int32), np.linspace(2, 1, 12).astype(np.float32)
    keys = tuple(KeyReading(part, ids, values, ids, -values, 1.0) for part in ("gate", "up"))
    run.findings[AskNeuron(1, 5)] = Neuron(1, 5, ids, values, ids, -values, 1.5, keys, True)
    contexts = np.full((3, 13), 7, np.int32)
    contexts[0, :4] = -1
    around = np.where(contexts < 0, np.nan, 1).astype(np.float32)
    run.findings[AskTriggers(1, 5)] = Triggers(
        1, 5, "", 500, np.array([3, 2, -1], np.float32), ("prose", "code", "French"), contexts, around, 8,
        np.linspace(-1, 3, 42).astype(np.float32), np.arange(41, dtype=np.int32), 0.1, 0.4, 0.02,
    )  # fmt: skip
    for page in PAGES:
        for size in ((640, 560), (420, 260)):
            view.resize(*size)
            paint(view, run, ui.with_option("neuron", "page", page))
            view.grab()


def test_values_along_the_text_are_told_with_their_tokens_and_curves_move_together(qtbot: QtBot) -> None:
    view, _ = made(NeuronView, qtbot, 640, 700)
    assert isinstance(view, NeuronView)
    run, ui = held(prompted()), UiState(layer=1, neuron=(1, 5)).with_option("neuron", "page", PAGES[1])
    values = np.linspace(-2, 2, len(PROMPT)).astype(np.float32)
    run.findings[AskHere(LAST, 1, 5)] = Here(LAST, 1, 5, values, np.abs(values), values)
    paint(view, run, ui)
    kl, activation = view.panel.grid.plots
    point(view.panel, 1, 2)
    assert activation.crosshair.words == "·thing (2)\nactivation −1"
    activation.vb.zoom(0.5)
    np.testing.assert_allclose(kl.vb.viewRange()[0], activation.vb.viewRange()[0])


def test_a_bar_of_the_histogram_tells_its_ends_and_its_count(qtbot: QtBot) -> None:
    view, _ = made(NeuronView, qtbot)
    assert isinstance(view, NeuronView)
    run, ui = held(prompted()), UiState(layer=1, neuron=(1, 5)).with_option("neuron", "page", PAGES[2])
    contexts = np.full((1, 3), 7, np.int32)
    run.findings[AskTriggers(1, 5)] = Triggers(
        1, 5, "", 500, np.array([3], np.float32), ("prose",), contexts, np.ones((1, 3), np.float32), 1,
        np.array([-1, 0, 1, 2], np.float32), np.array([90, 0, 2500], np.int32), 0.1, 0.4, 0.02,
    )  # fmt: skip
    paint(view, run, ui)
    point(view.panel, 0, 2)
    assert view.panel.grid.plots[0].crosshair.words == "+1.00 … +2.00\n2,500"


def test_lists_of_tokens_tell_their_numbers(qtbot: QtBot) -> None:
    view, _ = made(NeuronView, qtbot)
    assert isinstance(view, NeuronView)
    run, ids = held(prompted()), np.arange(3, 8, dtype=np.int32)
    values = np.linspace(2, 1, 5).astype(np.float32)
    run.findings[AskNeuron(1, 5)] = Neuron(1, 5, ids, values, ids, -values, 1.5, (), True)
    paint(view, run, UiState(layer=1, neuron=(1, 5)))
    promoted, suppressed = view.panel.grid.plots
    assert promoted.sides["left"].ruler.labels[0] == "The"
    assert suppressed.sides["right"].ruler.labels[0] == "−2.00"
    point(view.panel, 1, 1)
    assert suppressed.crosshair.words == "·best\nlogit −1.75"


# -- shares ------------------------------------------------------------------------------------------------------


def shares() -> Shares:
    third = np.array([1.0, -2.0, 3.0], np.float32)
    return Shares(
        LAST, 4, 6.5, 1.0, third, third * 2, third * 0, -0.5, np.array([2, 0], np.int32), np.array([7, 3], np.int32),
        np.array([2.5, -1.0], np.float32), third, False,
    )  # fmt: skip


def test_shares_rows_are_the_logit_and_a_click_chooses(qtbot: QtBot) -> None:
    view, sent = made(SharesView, qtbot, 700, 620)
    assert isinstance(view, SharesView)
    run = held(prompted())
    paint(view, run)
    assert sent == [AskLab(AskShares(LAST))]
    run.findings[AskShares(LAST)] = shares()
    paint(view, run)
    frame = view.painted
    assert frame is not None
    assert sum(sum(row[2:]) for row in frame.rows()) == pytest.approx(6.5)
    said = view.notes(frame)
    assert "Attention +2.00, MLPs +4.00, embedding and the rest +0.50" in said
    assert "The largest contribution is the MLP of L2 with +6.00." in said
    view.grab()
    layers, neurons = range(2)
    click(view.panel, neurons, 0)
    assert sent[-1] == ChooseNeuron(2, 7)
    point(view.panel, layers, 2)
    words = view.panel.grid.plots[layers].crosshair.words
    assert words == "L1 −6.00\nattention −2.00\nMLP −4.00"
    before = len(sent)
    click(view.panel, layers, 0)
    assert len(sent) == before, "the embedding is no layer"
    click(view.panel, layers, 2)
    assert sent[-1:] == [ChooseLayer(1)]
