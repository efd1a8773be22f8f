"""The brackets workspace: what each view asks, what it says of its numbers, and what a click or a key means."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.brackets.questions import (
    BracketSurface,
    ListNets,
    PrepareNet,
    ReadBrackets,
    TellingFailure,
    WorstStrings,
)
from engine.labs.brackets.records import Nets, Prepared, Readings
from engine.questions import Question, Refused
from engine.run import Run
from tests.helpers import brackets as made
from tests.helpers import charts
from tests.helpers.hosted import show
from tests.helpers.mouse import leave
from tests.helpers.runs import empty, tiny_info, tiny_vocabulary
from viz.intents import AskLab, Intent, LookAt, OpenModel, SetOption, StartRun
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.brackets_error_view import BracketsErrorView
from viz.labs.brackets.brackets_sequences_view import BracketsSequencesView
from viz.labs.brackets.brackets_strings_view import BracketsStringsView, worst_cell
from viz.labs.brackets.brackets_view import BracketsView
from viz.labs.brackets.surface_cells import SurfaceCells, shares_wrong, table_of
from viz.labs.brackets.words import Words
from viz.theme import theme
from viz.ui_state import UiState

FAILING = "((()))(("


def failing_run() -> Run:
    """The net's own failure is known: right after 7 brackets, wrong after 8."""
    run = empty()
    run.findings[TellingFailure()] = Readings((made.reading(FAILING, wrong_at=(8,)),))
    run.findings[ListNets()] = Nets(("two-block", "one-block", "mine/own"), 20)
    return run


def ui_with(**values: object) -> UiState:
    ui = UiState()
    for name, value in values.items():
        ui = ui.with_option("brackets", name, value)
    return ui


class Sent(list[Intent]):
    """What a view told."""

    def questions(self) -> list[Question]:
        return [it.question for it in self if isinstance(it, AskLab)]


@pytest.fixture
def bench(qtbot: QtBot) -> tuple[BracketsView, Sent]:
    view, sent = BracketsView(), Sent()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    return view, sent


def test_nothing_typed_shows_the_nets_own_failure_and_the_bracket_before_it() -> None:
    frame = BracketsView.frame(failing_run(), UiState())
    assert frame.shown.reading is not None
    assert frame.shown.reading.string == FAILING
    assert frame.at == 8
    said = Words(frame.shown).verdict(frame.at).replace("\u00a0", " ")
    assert said == (
        "Correct after 7 brackets, wrong after 8: the model expects End (90.0 %), although 2 are still open."
    )
    assert "correct" in Words(frame.shown).card(7, earlier=True)
    assert "wrong" in Words(frame.shown).card(8, earlier=False)


def test_without_findings_it_asks_once_for_the_failure_and_the_nets(bench: tuple[BracketsView, Sent]) -> None:
    view, sent = bench
    show(view, BracketsView.frame(Run(), UiState()), theme("dark"))
    assert sent.questions() == [ListNets(), TellingFailure()]


def test_typing_asks_the_chosen_net_at_the_chosen_checkpoint(bench: tuple[BracketsView, Sent]) -> None:
    view, sent = bench
    view.paint(BracketsView.frame(failing_run(), UiState()), theme("dark"))
    QTest.keyClicks(view.controls.line, "((")
    assert [it for it in sent if isinstance(it, SetOption) and it.name == "string"][-1] == SetOption(
        "brackets", "string", "(("
    )
    frame = BracketsView.frame(failing_run(), ui_with(string="((", checkpoint=7))
    assert ReadBrackets("((", "two-block@7") in frame.questions
    frame = BracketsView.frame(failing_run(), ui_with(string="((", net="one-block", checkpoint=7))
    assert ReadBrackets("((", "one-block") in frame.questions


def test_why_a_string_cannot_be_read_stands_where_it_was_typed() -> None:
    run = failing_run()
    run.findings[ReadBrackets("(a")] = Refused("Only ( ) can be used, but character 2 is 'a'.")
    frame = BracketsView.frame(run, ui_with(string="(a"))
    assert frame.shown.reading is None
    assert not any(isinstance(question, ReadBrackets) for question in frame.questions)
    assert "character 2" in Words(frame.shown).verdict(0)


def test_a_string_that_leaves_the_language_is_said_to() -> None:
    run = failing_run()
    outside = made.reading("())")
    run.findings[ReadBrackets("())")] = type(outside)(
        outside.string, outside.outcomes, outside.probs, np.array([[1, 0, 1], [1, 1, 0], [1, 0, 1], [0, 0, 0]], bool),
        outside.depth, outside.trained_length,
    )  # fmt: skip
    frame = BracketsView.frame(run, ui_with(string="())", at=3))
    assert Words(frame.shown).verdict(3).startswith("Closed too often")


def test_a_click_and_the_arrows_choose_a_prefix(bench: tuple[BracketsView, Sent], qtbot: QtBot) -> None:
    view, sent = bench
    view.paint(BracketsView.frame(failing_run(), UiState()), theme("dark"))
    view.grab()
    assert view.columns is not None
    place = view.columns.column(3, view.columns.bars).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(view, Qt.Key.Key_Left)
    chosen = [it.value for it in sent if isinstance(it, SetOption) and it.name == "at"]
    assert chosen == [3, 7]
    assert not [it for it in sent if isinstance(it, LookAt)]  # another model is loaded


def test_open_in_every_view_prepares_the_net_and_loads_it_with_the_string(bench: tuple[BracketsView, Sent]) -> None:
    view, sent = bench
    run = failing_run()
    view.paint(BracketsView.frame(run, UiState()), theme("dark"))
    QTest.mouseClick(view.controls.open_everywhere, Qt.MouseButton.LeftButton)
    assert sent[-1] == AskLab(PrepareNet(), again=True)
    view.paint(BracketsView.frame(run, UiState()), theme("dark"))
    assert not [it for it in sent if isinstance(it, OpenModel)]
    run.findings[PrepareNet()] = Prepared("two-block", "/folder")
    view.paint(BracketsView.frame(run, UiState()), theme("dark"))
    view.paint(BracketsView.frame(run, UiState()), theme("dark"))
    assert [it for it in sent if isinstance(it, OpenModel)] == [OpenModel("/folder", FAILING)]


def as_model(run: Run) -> Run:
    """The same with the bracket net itself loaded."""
    from dataclasses import replace

    run.info = replace(tiny_info(tiny_vocabulary()), name="two-block", family="gpt2", vocab_size=4)
    return run


def test_where_the_net_is_the_model_the_string_is_run_at_once(bench: tuple[BracketsView, Sent]) -> None:
    view, sent = bench
    run = as_model(failing_run())
    run.findings[PrepareNet()] = Prepared("two-block", "/folder")
    view.paint(BracketsView.frame(run, UiState()), theme("dark"))
    QTest.mouseClick(view.controls.open_everywhere, Qt.MouseButton.LeftButton)
    view.paint(BracketsView.frame(run, UiState()), theme("dark"))
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert [it for it in sent if isinstance(it, (OpenModel, StartRun, LookAt))] == [StartRun(FAILING), LookAt(7)]


# -- the error surface and its strings ---------------------------------------------------------------------------


def test_the_surface_says_what_holds_within_and_beyond_training(qtbot: QtBot) -> None:
    run = failing_run()
    run.findings[BracketSurface(longest=60)] = made.surface()
    view = BracketsErrorView()
    qtbot.addWidget(view)
    frame = BracketsErrorView.frame(run, UiState())
    found = made.surface()
    length, depth = np.indices(found.counts.shape)
    beyond = (length + depth > 6) & (found.counts > 0)
    expected = float(np.nan_to_num(found.wrong)[beyond].mean())
    within, measured = shares_wrong(found)
    assert within == 0.0
    assert measured == pytest.approx(expected)
    assert "0 %" in view.notes(frame).replace("\u00a0", " ")


@pytest.fixture
def surface(qtbot: QtBot) -> tuple[BracketsErrorView, Sent]:
    """The surface with the cell of 7 brackets and depth 1 chosen."""
    run = failing_run()
    run.findings[BracketSurface(longest=60)] = made.surface()
    view, sent = BracketsErrorView(), Sent()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(600, 700)
    view.show()
    view.paint(BracketsErrorView.frame(run, ui_with(cell="7,1")), theme("dark"))
    return view, sent


def test_a_click_on_a_cell_chooses_it(surface: tuple[BracketsErrorView, Sent]) -> None:
    view, sent = surface
    charts.click(view.panel, 0, (5, 3))
    QTest.keyClick(view.panel.grid, Qt.Key.Key_Right)
    QTest.keyClick(view.panel.grid, Qt.Key.Key_Down)  # (7, -1) does not exist
    assert [it.value for it in sent if isinstance(it, SetOption)] == ["5,3", "9,1"]
    upper_left = view.panel.grid.plots[0].vb.sceneBoundingRect().topLeft() + QPointF(1, 1)
    assert view.panel.grid.plots[0].spot_at(upper_left) is None  # no prefix of 0 brackets is that deep


def test_a_cell_pointed_at_is_told_until_the_pointer_leaves(surface: tuple[BracketsErrorView, Sent]) -> None:
    view, _ = surface
    frame = view.painted
    assert frame is not None
    chosen = view.notes(frame)
    assert chosen.startswith("7 brackets, depth 1: 20 prefixes")
    charts.point(view.panel, 1, (8, 0))
    assert "closing 25.0 %" in view.panel.grid.plots[1].crosshair.words.replace("\u00a0", " ")
    assert view.notes(frame).startswith("8 brackets, depth 0: 20 prefixes")
    charts.point(view.panel, 0, (5, 3))
    assert view.notes(frame).startswith("5 brackets, depth 3: 20 prefixes")
    leave(view.panel.grid)
    assert view.notes(frame) == chosen


def test_a_cell_fills_two_lengths_and_what_was_not_met_is_empty() -> None:
    found = made.surface()
    table = table_of(found.wrong, 3)
    assert table.shape == (3, 11)
    assert table[1, 7] == table[1, 8] == 0.75
    assert table[0, 2] == table[0, 3] == 0.0
    assert np.isnan(table[2, 1])  # two brackets are needed to be that deep
    cells = SurfaceCells(found, 3)
    for place in (6.6, 8.4):
        spot = cells.near(place, 1.2, 1.0, 1.0)
        assert spot is not None
        assert (spot.thing, spot.x, spot.wide) == ((7, 1), 7.5, 2)
    assert cells.spot((8, 1)) is None
    assert cells.spot((5, 3)) is None  # deeper than what is shown


def test_the_strings_are_those_of_the_chosen_or_the_worst_cell() -> None:
    run = failing_run()
    run.findings[BracketSurface(longest=60)] = made.surface()
    assert worst_cell(made.surface()) == (7, 1)
    assert BracketsStringsView.frame(run, UiState()).question == WorstStrings(7, 1)
    assert BracketsStringsView.frame(run, ui_with(cell="9,3")).question == WorstStrings(9, 3)
    assert BracketsStringsView.frame(run, ui_with(cell="nonsense")).cell == (7, 1)


def test_a_click_on_a_string_opens_it(qtbot: QtBot) -> None:
    run = as_model(failing_run())
    readings = (made.reading("(()()((", wrong_at=(7,)), made.reading("((()))(", wrong_at=(7,)))
    run.findings[WorstStrings(7, 1)] = Readings(readings)
    view, sent = BracketsStringsView(), Sent()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.paint(BracketsStringsView.frame(run, ui_with(cell="7,1")), theme("dark"))
    assert "2 of 2 wrong" in view.accessibleDescription()
    place: QPoint = view.row_rect(QRectF(view.rect()), 1).center().toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert sent == [
        SetOption("brackets", "at", 7), SetOption("brackets", "string", "((()))("), StartRun("((()))("),
    ]  # fmt: skip


def test_runs_are_told_and_opened(qtbot: QtBot) -> None:
    from engine.labs.brackets.questions import BracketSequences

    run = failing_run()
    run.findings[BracketSequences()] = made.sequences(fails_at=5)
    view, sent = BracketsSequencesView(), Sent()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    frame = BracketsSequencesView.frame(run, UiState())
    view.paint(frame, theme("dark"))
    assert "correct up to 4 opening brackets; at 5 it ends too early" in view.heading(frame)
    said = view.closed_words(frame)
    assert "8 opened and closed: closes once more with 8.00 %" in said.replace("\u00a0", " ")
    charts.point(view.panel, 0, 6)
    assert view.heading(frame) == "6 opened: the model closes 5 and ends too early"
    assert view.closed_words(frame).startswith("6 opened and closed")
    leave(view.panel.grid)
    assert view.closed_words(frame) == said
    charts.click(view.panel, 0, 6)
    assert SetOption("brackets", "string", "((((((" + ")" * 5) in sent
    charts.click(view.panel, 1, 3)
    assert sent[-1] == SetOption("brackets", "string", "((()))")
    QTest.keyClick(view.panel.grid, Qt.Key.Key_Right)
    QTest.keyClick(view.panel.grid, Qt.Key.Key_Return)
    assert sent[-1] == SetOption("brackets", "string", "(((())))")


def test_choices_of_other_views_are_read_and_odd_values_borne() -> None:
    assert choice.net_of(ui_with(net="  ")) == "two-block"
    assert choice.cell_of(ui_with(cell="3")) is None
    assert choice.cell_of(ui_with(cell="4,-2")) is None
    assert choice.nets_known(Run()).names == choice.SHIPPED


def test_the_start_token_is_said_where_it_is_likeliest() -> None:
    run, plain = failing_run(), made.reading("((")
    probs = plain.probs.copy()
    probs[2] *= 0.3
    spoilt = type(plain)(plain.string, plain.outcomes, probs, plain.legal, plain.depth, plain.trained_length)
    run.findings[ReadBrackets("((")] = spoilt
    assert spoilt.wrong.tolist() == [False, False, True]
    assert spoilt.illegal_mass[2] == pytest.approx(0.7)
    frame = BracketsView.frame(run, ui_with(string="(("))
    assert frame.at == 2
    said = Words(frame.shown).verdict(2).replace("\u00a0", " ")
    assert said == (
        "Correct after 1 bracket, wrong after 2: the model expects Start (70.0 %), which can only begin a string."
    )
