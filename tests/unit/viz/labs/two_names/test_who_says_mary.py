"""Who says Mary: what the view asks and when, that what is said is true of the numbers, and what gestures mean."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.look import style
from engine.labs.two_names.records import (
    AskNameKnockouts,
    AskNames,
    NameKnockouts,
    Names,
    NotNames,
)
from engine.questions import Refused
from engine.records import Change, Site
from engine.run import Run
from tests.helpers.charts import click, point
from tests.helpers.hosted import show
from tests.helpers.runs import HEADS, LAYERS, empty
from viz.charts.chart_grid import ChartGrid
from viz.intents import AskLab, ChooseHead, PutOnBoard, SetOption, StartRun, TryAgain
from viz.labs.two_names.controls import NamesControls
from viz.labs.two_names.frame import heads_looked_at, knocks_in_order, largest_shares
from viz.labs.two_names.who_says_mary_view import WhoSaysMaryView
from viz.labs.two_names.words import closing, sum_line, verdict
from viz.theme import theme
from viz.ui_state import UiState

T = 6


def names(gap: float = 0.0, capped: bool = False) -> Names:
    rng = np.random.default_rng(0)
    heads = rng.normal(size=(LAYERS, HEADS)).astype(np.float32)
    heads[1, 2] = 5.0
    mlp, biases = rng.normal(size=LAYERS).astype(np.float32), np.full(LAYERS, 0.25, np.float32)
    rest = np.zeros(LAYERS, np.float32)
    attention = rng.dirichlet(np.ones(T), size=(LAYERS, HEADS)).astype(np.float32)
    total = 0.5 - 0.125 + sum(float(part.astype(np.float64).sum()) for part in (heads, mlp, biases, rest))
    return Names(
        np.arange(3, 3 + T, dtype=np.int32), 4, 5, np.array([1], np.int32), np.array([2], np.int32), total + gap, 0.9,
        0.01, 4, 0.5, heads, biases, mlp, rest, -0.125, attention, capped, 0.1,
    )  # fmt: skip


def knocks() -> NameKnockouts:
    rng = np.random.default_rng(1)
    zero = (3 + 0.1 * rng.normal(size=(LAYERS, HEADS))).astype(np.float32)
    mean = zero.copy()
    mean[1, 2], mean[0, 0] = 0.5, 4.0
    return NameKnockouts(3.0, zero, mean, 32, 0, 1.0)


def known() -> Run:
    run = empty()
    run.findings = {AskNames(): names(), AskNameKnockouts(): knocks()}
    return run


@pytest.fixture
def view(qtbot: QtBot) -> WhoSaysMaryView:
    made = WhoSaysMaryView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(view: WhoSaysMaryView, run: Run, ui: UiState | None = None) -> list[object]:
    sent: list[object] = []
    view.intent.connect(sent.append)
    show(view, view.frame(run, ui or UiState()), theme("dark"))
    QApplication.processEvents()
    return sent


def test_asks_for_the_shares_and_then_for_the_knock_outs(view: WhoSaysMaryView) -> None:
    run = empty()
    assert shown(view, run) == [AskLab(AskNames())]
    assert view.frame(run, UiState(playing=True)).asks == ()
    assert view.frame(Run(), UiState()).asks == (), "no model, no question"
    run.findings[AskNames()] = names()
    assert view.frame(run, UiState()).asks == (AskNameKnockouts(),)
    run.findings[AskNameKnockouts()] = knocks()
    assert view.frame(run, UiState()).asks == ()


def test_a_large_model_waits_for_the_button(view: WhoSaysMaryView, qtbot: QtBot) -> None:
    run = empty()
    assert run.info is not None
    run.info = replace(run.info, n_parameters=70_000_000_000)
    run.findings[AskNames()] = names()
    sent = shown(view, run)
    assert sent == []
    frame = view.frame(run, UiState())
    assert "press the button" in view.notes(frame)
    assert view.figure_wants(frame) == (AskLab(AskNameKnockouts()),), "nobody can press a button in a figure"
    assert view.figure_wants(replace(frame, why_not="It cannot be.")) == ()
    QTest.mouseClick(view.controls.knock, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskNameKnockouts(), again=True)]


def test_a_figure_of_a_large_model_is_whole_with_its_knock_outs(view: WhoSaysMaryView) -> None:
    run = empty()
    assert run.info is not None
    run.info = replace(run.info, n_parameters=70_000_000_000)
    assert view.figure_wants(view.frame(run, UiState())) == (AskLab(AskNames()),)
    run.findings = {AskNames(): names(), AskNameKnockouts(): knocks()}
    assert view.figure_wants(view.frame(run, UiState())) == ()
    assert "press the button" not in view.notes(view.frame(run, UiState()))


def test_enter_asks_once_more_where_nothing_was_changed(view: WhoSaysMaryView) -> None:
    run = empty()
    run.findings[AskNames()] = Refused("Stopped before it was done.")
    sent = shown(view, run)
    assert sent == []
    QTest.keyClick(view.controls.sentence, Qt.Key.Key_Return)
    assert sent == [TryAgain()]
    QTest.keyClicks(view.controls.sentence, " now")
    QTest.keyClick(view.controls.sentence, Qt.Key.Key_Return)
    assert [type(intent) for intent in sent] == [TryAgain, SetOption]


def test_the_sum_on_screen_is_the_sum_of_the_parts() -> None:
    found = names()
    said = sum_line(found)
    numbers = [
        float(word.replace("−", "-")) for word in said.split() if word.replace("−", "-").lstrip("+-")[:1].isdigit()
    ]
    assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=0.03)
    assert numbers[-1] == pytest.approx(found.total, abs=0.005)
    assert "sum to it" in closing(found)
    assert "miss it by" in closing(names(gap=0.5))
    assert "cap" in closing(names(capped=True))
    assert "90.0" in verdict(found, "Mary", "John", "Mary")
    assert "most likely token is the" in verdict(replace(found, first=9), "Mary", "John", "the")


def test_rows_are_the_largest_in_order() -> None:
    found = names()
    shares = largest_shares(found, 6)
    every = sorted([*np.abs(found.heads).ravel().tolist(), *np.abs(found.mlp).tolist()], reverse=True)
    assert sorted((abs(share.value) for share in shares), reverse=True) == pytest.approx(every[:6])
    assert [share.value for share in shares] == sorted((share.value for share in shares), reverse=True)
    rows = knocks_in_order(knocks(), "mean", 5)
    assert rows[0].head == (1, 2)
    assert rows[-1].head == (0, 0)
    assert heads_looked_at(found, (0, 0), True)[0] == (1, 2)
    assert (2, 3) in heads_looked_at(found, (2, 3), True)


def test_a_click_on_any_chart_chooses_the_head(view: WhoSaysMaryView) -> None:
    sent = shown(view, known())
    view.grab()
    shares, picture, knocked, attention = range(4)
    for plot, thing, head in ((picture, (2, 1), (2, 1)), (knocked, 0, (1, 2)), (attention, (0, 3), (1, 2))):
        click(view.panel, plot, thing)
        assert sent[-1] == ChooseHead(*head)
    largest = largest_shares(names(), 24)
    of_head = next(at for at, share in enumerate(largest) if share.head is not None)
    click(view.panel, shares, of_head)
    assert sent[-1] == ChooseHead(*(largest[of_head].head or ()))
    before = len(sent)
    click(view.panel, shares, next(at for at, share in enumerate(largest) if share.head is None))
    click(view.panel, picture, (1, HEADS + 1))
    assert len(sent) == before, "an MLP is no head"
    click(view.panel, picture, (0, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert sent[-1] == ChooseHead(1, 0)


def test_the_head_pointed_at_is_marked_in_every_chart_and_told_in_numbers(view: WhoSaysMaryView) -> None:
    shown(view, known())
    view.grab()
    point(view.panel, 1, (1, 2))
    plots = view.panel.grid.plots
    assert plots[1].crosshair.words == "L1.H2\n+5.00"
    assert plots[0].sides["left"].ruler.marked == {0}
    assert plots[2].sides["left"].ruler.marked == {0}
    point(view.panel, 2, 0)
    said = plots[2].crosshair.words.splitlines()
    assert said[0] == "L1.H2"
    assert said[2].endswith("+0.50")
    assert said[3] == "original +3.00"
    with pytest.raises(KeyError):
        plots[1].scene_of((1, HEADS))  # the gap before the MLPs


def test_before_the_knock_outs_the_shares_have_their_room(view: WhoSaysMaryView) -> None:
    run = empty()
    run.findings[AskNames()] = names()
    shown(view, run)
    assert len(view.panel.grid.plots) == 3
    assert view.painted is not None
    assert "Every head is switched off in turn" in view.notes(view.painted)


def test_what_is_typed_is_asked_and_buttons_do_what_they_say(view: WhoSaysMaryView) -> None:
    sent = shown(view, known(), UiState(layer=1, head=(1, 2)))
    QTest.mouseClick(view.controls.board, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.controls.run, Qt.MouseButton.LeftButton)
    assert sent == [PutOnBoard(Change(Site("head", 1, 2), 0.0)), StartRun(AskNames().sentence)]
    view.controls.answer.setFocus()
    view.controls.answer.selectAll()
    QTest.keyClicks(view.controls.answer, "Anna")
    QTest.keyClick(view.controls.answer, Qt.Key.Key_Return)
    assert sent[-1] == SetOption("who_says_mary", "answer", "Anna")


def test_a_name_of_several_tokens_is_said_and_others_are_offered(view: WhoSaysMaryView) -> None:
    run = empty()
    run.findings[AskNames()] = NotNames("other", "“Bartholomew” is 3 tokens to this model", ("Tom", "Amy"))
    sent = shown(view, run)
    assert "3 tokens" in view.accessibleDescription()
    button = next(it for it in view.controls.findChildren(type(view.controls.run)) if it.text() == "Tom")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sent == [SetOption("who_says_mary", "other", "Tom")]
    run.findings[AskNames()] = Refused("This model has no attention.")
    assert view.frame(run, UiState()).why_not == "This model has no attention."


@pytest.mark.parametrize("knocked", [False, True])
def test_the_picture_has_its_room_whether_heads_were_switched_off_or_not(view: WhoSaysMaryView, knocked: bool) -> None:
    """A row that is kept for a chart nobody asked for yet would be an empty third of the view."""
    run = known()
    if not knocked:
        del run.findings[AskNameKnockouts()]
    shown(view, run)
    grid = view.findChild(ChartGrid)
    assert grid is not None
    assert grid.plots[0].size().height() > 0.4 * grid.height()


@pytest.mark.parametrize(("width", "scale"), [(500, 1.0), (900, 1.0), (760, 2.0), (300, 1.0)])
def test_the_buttons_stand_apart_and_are_whole(qtbot: QtBot, width: int, scale: float) -> None:
    style.apply(theme("dark"), scale)
    parent = QWidget()
    qtbot.addWidget(parent)
    controls = NamesControls(parent)
    parent.resize(width, 600)
    controls.resize(width, controls.sizeHint().height())
    parent.show()
    controls.resize(width, 500)
    buttons = (controls.run, controls.knock, controls.board)

    def whole() -> bool:
        return all(button.width() >= button.sizeHint().width() for button in buttons)

    qtbot.waitUntil(whole)
    assert all(button.geometry().right() < width for button in buttons)
    for one, other in itertools.pairwise(button.geometry() for button in buttons):
        apart = other.left() - one.right() - 1, other.top() - one.bottom() - 1
        assert 8 in apart or max(apart) > 8
