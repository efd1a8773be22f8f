"""The views on neurons: rows and sentences made from the numbers, what is asked and when, and what a click means."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.lab_records import Refused
from engine.lab_records_contrast import SCALES, AskContrast, AskLanguage, AskRedundancy, Contrast, Language, Redundancy
from engine.lab_records_neuron import (
    AskHere,
    AskNeuron,
    AskShares,
    AskTriggers,
    Here,
    KeyReading,
    Neuron,
    Shares,
    Triggers,
)
from engine.lab_records_neurons import AskEffects, AskExact, AskPromoters, Effects, Exact, Promoters
from engine.lab_records_patching import AskPatching, Picture
from engine.records import Change, Site
from engine.run import Run
from tests.helpers.runs import HEADS, LAYERS, MLP, PROMPT, prompted
from viz.charts.neuron_ranks import pearson
from viz.intents import AskLab, ChooseHead, ChooseLayer, ChooseNeuron, Intent, PutOnBoard, SetOption
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View
from viz.views.language_neuron import LanguageNeuronView
from viz.views.neuron import PAGES, NeuronView
from viz.views.neurons import BY, NeuronsView
from viz.views.patching import A, B, PatchingView, taken_over
from viz.views.redundancy import RedundancyView
from viz.views.shares import SharesView

LAST = len(PROMPT) - 1


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
    view.paint(type(view).frame(run, ui), theme("dark"))


# -- finding -----------------------------------------------------------------------------------------------------


def effects() -> Effects:
    neurons, heads = np.zeros((LAYERS, MLP), np.float32), np.zeros((LAYERS, HEADS), np.float32)
    neurons[1, 5], neurons[2, 7], heads[0, 3] = -2.0, 0.5, 1.0
    return Effects(LAST, 4, -1, 9.5, neurons, heads, np.full((LAYERS, MLP), 0.25, np.float32), 0.1)


def ranked() -> Run:
    run = held(prompted())
    run.findings[AskEffects(LAST)] = effects()
    return run


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
    assert "model holds the run" in view.note.text()  # type: ignore[attr-defined]


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
    estimated = np.array([-2.0, 1.0, 0.5, 0.0, 0.0])
    assert frame.ranks.correlation == pytest.approx(np.corrcoef(estimated, changes)[0, 1], abs=1e-6)
    said = view.note.text().replace("\u00a0", " ")
    assert f"correlate by {frame.ranks.correlation:.2f}" in said
    assert f"all {LAYERS * (MLP + HEADS)}" in said
    assert "Its probability is 60.0 %; L1.N5 costs it most: 3.00 % without that." in said
    model = view.table.ranks
    assert model.data(model.index(0, 0)) == "L1.N5"
    assert [model.data(model.index(0, column)) for column in (1, 2)] == ["−2.00", "−1.80"]
    view.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert view.table.model().index(0, 0).data() == "L0.H3"


def test_a_click_chooses_and_the_button_switches_off(qtbot: QtBot) -> None:
    view, sent = made(NeuronsView, qtbot)
    assert isinstance(view, NeuronsView)
    paint(view, ranked(), UiState(layer=2, neuron=20))
    assert view.off.text() == "Switch off L1.N5"  # what it speaks up for the token most is offered first
    last = len(view.table.ranks.sites) - 1
    for row, chosen in ((0, ChooseNeuron(1, 5)), (last, ChooseHead(0, 3))):
        view.table.scrollTo(view.table.model().index(row, 0))
        where = view.table.visualRect(view.table.model().index(row, 0)).center()
        QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
        assert sent[-1] == chosen
    QTest.mouseClick(view.off, Qt.MouseButton.LeftButton)
    assert sent[-1] == PutOnBoard(Change(Site("head", 0, 3), 0.0))


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
    assert "46,080 neurons were tried: 55 reach an AUC of 1.000" in view.note.text()
    assert "with the labels shuffled 0.1 do" in view.note.text()
    assert "0.970 on the fifth held out" in view.note.text()


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
    run, ui = held(prompted()), UiState(layer=1, neuron=5)
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


def test_a_giant_at_position_0_is_left_out_and_said(qtbot: QtBot) -> None:
    view, _ = made(NeuronView, qtbot)
    assert isinstance(view, NeuronView)
    run, ui = held(prompted()), UiState(layer=1, neuron=5).with_option("neuron", "page", PAGES[1])
    activations = np.array([180, 1, -3, 2, 1, 0, 0, 2, 1], np.float32)
    kl = np.array([0, 0.1, 0.5, 0.2, 0.1, 0, 0, 0.2, 0.1], np.float32)
    run.findings[AskHere(LAST, 1, 5)] = Here(LAST, 1, 5, activations, kl, kl)
    paint(view, run, ui)
    frame = view.painted
    assert frame is not None
    assert frame.first == 1
    assert frame.agreement == pytest.approx(np.corrcoef(np.abs(activations[1:]), kl[1:])[0, 1], abs=1e-6)
    said = view._said(frame)
    assert "(2): −3.00" in said
    assert "+180.00" in said
    view.grab()


def test_readings_and_triggers_are_painted(qtbot: QtBot) -> None:
    view, _ = made(NeuronView, qtbot)
    run, ui = held(prompted()), UiState(layer=1, neuron=5)
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
    said = view._said(frame)
    assert "All attention +2.00, all MLPs +4.00, the rest +0.50" in said
    assert "The largest is the MLP of L2 with +6.00." in said
    view.grab()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view._neurons[0][0].center().toPoint())
    assert sent[-1] == ChooseNeuron(2, 7)
    row = next(box for box, layer in view._layers if layer == 1)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=row.center().toPoint())
    assert sent[-1:] == [ChooseLayer(1)]


# -- experiments -------------------------------------------------------------------------------------------------


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
    assert "Measuring" in view._said(view.painted)
    run.findings[AskLanguage("french")] = language()
    paint(view, run)
    said = view._said(view.painted).replace("\u00a0", " ")
    assert "the loss on French rises by 10.0 % (8.00 % to 12.0 %)" in said
    assert "on no other set by more than 0.10 % (English, 0.08 % to 0.12 %)" in said
    view.grab()
    QTest.mouseClick(view.off, Qt.MouseButton.LeftButton)
    assert sent[-2:] == [ChooseNeuron(25, 1120), PutOnBoard(Change(Site("neuron", 25, 1120), 0.0))]


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (0.1, "The smaller model loses more"),
        (3.0, "The larger model loses more"),
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
    assert words in view._said(view.painted)
    view.grab()


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
    said = view._said(view.painted)
    assert "Without the first 5 neurons the loss on French is +10.00 % above the intact 6.00 bits" in said
    assert "on all others +1.00 %; without 5 random ones of the same layers +0.50 %" in said
    view.grab()


def test_patching_shows_every_place_and_a_click_chooses_the_layer(qtbot: QtBot) -> None:
    view, sent = made(PatchingView, qtbot, 900, 700)
    assert isinstance(view, PatchingView)
    run = prompted()
    paint(view, run)
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskPatching(A, B), again=True)]
    values = np.full((LAYERS, 5), np.nan, np.float32)
    values[:, 2:] = [[1.0, 0.1, 0.0], [0.4, 0.1, 0.2], [0.0, 0.1, 0.9]]
    ids = np.arange(3, 8, dtype=np.int32)
    found = Picture("patching", "state", ids, ids + 1, np.array([2], np.int32), values, 4, 5, 3.0, -2.0, 1, 1, 1.0)
    run.findings[AskPatching(A, B)] = found
    paint(view, run)
    assert taken_over(found) == 2
    assert view.painted is not None
    said = view._said(view.painted)
    assert "+3.00 in A, −2.00 in B" in said
    assert "in L0: 1.00 of the way. From L2 on the last position holds more than half." in said
    view.grab()
    where = view._where
    middle = QPoint(round(where.left() + where.width() * 0.5), round(where.top() + where.height() * 0.9))
    assert view.place_at(middle.toPointF()) == (1, 4)
    QTest.mouseMove(view, middle)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)
    assert sent[-1:] == [ChooseLayer(1)]


def test_a_button_pressed_from_a_field_asks_for_what_was_typed(qtbot: QtBot) -> None:
    view, sent = made(RedundancyView, qtbot, 900, 700)
    assert isinstance(view, RedundancyView)
    run = prompted()
    paint(view, run)
    line = view.fields.lines["a"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "german")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sent == [SetOption("redundancy", "a", "german")]
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert len(sent) == 1  # the frame still speaks of French
    paint(view, run, UiState().with_option("redundancy", "a", "german"))
    assert sent[1:] == [AskLab(AskRedundancy("german"), again=True)]


def test_fields_take_the_room_they_need_after_the_kind_was_changed(qtbot: QtBot) -> None:
    view, _ = made(PatchingView, qtbot, 900, 700)
    assert isinstance(view, PatchingView)
    for kind in ("tracing a fact", "patching from A into B"):
        paint(view, prompted(), UiState().with_option("patching", "kind", kind))
        assert view.bar.height() == view.bar.sizeHint().height()
        assert view.run.geometry().bottom() <= view.bar.height()
