"""The switchboard on screen: what it asks and when, and what drags, keys and clicks mean."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.neurons.records import AskStrongest, Strongest
from engine.labs.twins.records import AskSentence, Twin, Twins
from engine.questions import Refused
from engine.records import Site
from engine.run import Run
from tests.helpers.hosted import show
from tests.helpers.rested import rested
from tests.helpers.switchboard import HEAD, finding, question, run_here, ui_with
from viz.board import Board, Row
from viz.intents import (
    AskAboutToken,
    AskLab,
    ChooseHead,
    ChooseLayer,
    ChooseNeuron,
    GoOn,
    Rest,
    Say,
    SetBoard,
    SetOption,
    WriteOn,
)
from viz.labs.ablation.ablation_view import AblationView
from viz.theme import theme
from viz.typed_token import token_of
from viz.ui_state import UiState


@pytest.fixture
def view(qtbot: QtBot) -> AblationView:
    made = AblationView()
    qtbot.addWidget(made)
    made.resize(1000, 760)
    made.show()
    return made


def sent_by(view: AblationView) -> list[object]:
    sent: list[object] = []
    view.intent.connect(sent.append)
    return sent


def paint(view: AblationView, run: Run, ui: UiState) -> None:
    show(view, AblationView.frame(run, ui), theme("dark"))
    QApplication.processEvents()


def test_each_step_of_a_slider_is_a_question_in_its_turn(view: AblationView) -> None:
    run, sent = run_here(), sent_by(view)
    uis = [ui_with(Row(HEAD, scale)) for scale in (0.0, 0.5, 0.7)]
    for ui in uis:
        paint(view, run, ui)
    assert sent == [AskLab(question(run, ui), in_turn=True) for ui in uis]  # the session lets the newest through next
    run.findings[question(run, uis[2])] = finding(run)
    sent.clear()
    paint(view, run, uis[2])
    assert not sent


def test_a_new_run_does_not_wait_for_the_old_ones_answer(view: AblationView) -> None:
    run, sent, ui = run_here(), sent_by(view), ui_with(Row(HEAD))
    paint(view, run, ui)
    newer = run_here()
    newer.run_id = 2
    sent.clear()
    paint(view, newer, ui)
    assert sent == [AskLab(question(newer, ui), in_turn=True)]


def test_a_part_is_added_by_typing_and_refused_in_words(view: AblationView) -> None:
    run, sent = run_here(), sent_by(view)
    paint(view, run, UiState())
    QTest.keyClicks(view.field, "L1.H2")
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    assert sent == [SetBoard(Board((Row(HEAD),)))]
    assert view.field.text() == ""
    sent.clear()
    QTest.keyClicks(view.field, "L9.H2")
    QTest.keyClick(view.field, Qt.Key.Key_Return)
    assert isinstance(sent[0], Say)
    assert "no layer 9" in sent[0].sentence
    assert view.field.text() == "L9.H2"


def test_an_empty_board_offers_examples_and_the_strongest_part_is_found(view: AblationView) -> None:
    run, sent, ui = run_here(), sent_by(view), UiState()
    paint(view, run, ui)
    assert view.hint.isVisible()
    QTest.mouseClick(view.try_head, Qt.MouseButton.LeftButton)
    token = int(run.at(-1).next_ids[0])
    asked = AskStrongest(run.current, token, "head")
    assert sent == [AskLab(asked, again=True)]
    assert not view.try_neuron.isEnabled()  # while it is looked for
    run.findings[asked] = Strongest(run.current, token, Site("head", 2, 1), -3.0, -2.5, 0.6, 0.1, 30)
    paint(view, run, ui)
    assert sent[1:] == [SetBoard(Board((Row(Site("head", 2, 1)),)))]
    run.findings[AskStrongest(run.current, token, "neuron")] = Refused("This model shows no neurons.")
    paint(view, run, ui)
    QTest.mouseClick(view.try_neuron, Qt.MouseButton.LeftButton)
    assert sent[-1] == Say("This model shows no neurons.")


def test_the_place_where_a_token_was_said_is_one_click_away(view: AblationView) -> None:
    run, sent = run_here(), sent_by(view)
    paint(view, run, UiState(position=5))
    assert view.effect.who.isVisible()
    QTest.mouseClick(view.effect.who, Qt.MouseButton.LeftButton)
    assert sent == [AskAboutToken("who_says", 5, int(run.token_ids[5]))]
    paint(view, run, UiState(position=0))
    assert not view.effect.who.isVisible()


def slice_of(asked: AskSentence, run: Run, parted: int, then: AskSentence | None) -> Twins:
    start = np.array(asked.one.token_ids, np.int32)
    one, other = np.array([20, 21], np.int32), np.array([20, 21 if parted < 0 else 22], np.int32)
    two = np.full((2, 2), 0.5, np.float32)
    return Twins(
        asked, (start, start), (one, other), two[0], two, two, two, parted, then is None, "", None, ("tiny", "tiny"),
        (None, None), then,
    )  # fmt: skip


def test_the_sentence_is_written_once_the_slider_rests(view: AblationView, qtbot: QtBot) -> None:
    run, sent, ui = run_here(), sent_by(view), ui_with(Row(HEAD))
    paint(view, run, ui)
    assert view.sentence.isVisible()
    rested(qtbot, view.sentence)
    assert not [it for it in sent if isinstance(it, GoOn)]  # the slider's own question comes first
    run.findings[question(run, ui)] = finding(run)
    paint(view, run, ui)
    qtbot.waitUntil(lambda: isinstance(sent[-1], GoOn))
    asked = sent[-1].question  # type: ignore[attr-defined]
    ids = tuple(int(token) for token in run.token_ids)
    assert (asked.one, asked.other) == (Twin(ids), Twin(ids, plan=ui.plan))
    going = replace(ui, going=frozenset({"AskSentence"}))
    then = replace(asked, have=((20,), (20,)))
    run.findings[asked] = slice_of(asked, run, -1, then)
    sent.clear()
    paint(view, run, going)
    rested(qtbot, view.sentence)
    assert sent == []  # the session goes on with it by itself
    assert "the same so far" in view.sentence.verdict.text()
    run.findings[then] = slice_of(asked, run, 1, None)
    paint(view, run, ui)
    assert view.sentence.verdict.text() == "The continuation changes at its token 2."
    assert "<span style='background" in view.sentence.lines[1].text()
    moved = ui_with(Row(HEAD, 0.5), going=frozenset({"AskSentence"}))
    paint(view, run, moved)
    assert Rest(AskSentence) in sent  # what is under way is about the board before
    paint(view, run, UiState())
    assert not view.sentence.isVisible()


def test_a_row_is_edited_by_its_controls(view: AblationView) -> None:
    run, sent = run_here(), sent_by(view)
    ui = ui_with(Row(HEAD), Row(Site("mlp", 0), 0.5))
    paint(view, run, ui)
    row = view.rows.rows[0]
    sent.clear()

    def wanted() -> Row:
        last = sent[-1]
        assert isinstance(last, SetBoard)
        return last.board.rows[0]

    QTest.mouseClick(row.on, Qt.MouseButton.LeftButton, pos=QPoint(8, row.on.height() // 2))
    assert wanted() == Row(HEAD, on=False)
    row.value.selectAll()
    QTest.keyClicks(row.value, "1.5")
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    assert wanted() == Row(HEAD, 1.5)
    row.where.selectAll()
    QTest.keyClicks(row.where, "3,5-8")
    QTest.keyClick(row.where, Qt.Key.Key_Return)
    assert wanted() == Row(HEAD, where=(3, 5, 6, 7, 8))
    QTest.keyClicks(row.name, "names")
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert wanted() == Row(HEAD, name="names")
    row.mode.setFocus()
    QTest.keyClick(row.mode, Qt.Key.Key_Down)
    assert wanted() == Row(HEAD, mean=True)
    QTest.mouseClick(row.only, Qt.MouseButton.LeftButton)
    assert wanted().solo
    QTest.mouseClick(row.down, Qt.MouseButton.LeftButton)
    assert wanted() == Row(Site("mlp", 0), 0.5)
    QTest.mouseClick(row.drop, Qt.MouseButton.LeftButton)
    assert wanted() == Row(Site("mlp", 0), 0.5)
    sent.clear()
    row.value.selectAll()
    QTest.keyClicks(row.value, "much")
    QTest.keyClick(row.value, Qt.Key.Key_Return)
    assert isinstance(sent[0], Say)
    assert row.value.text() == "0"


def test_a_row_that_is_clicked_or_reached_by_the_keyboard_is_chosen_everywhere(view: AblationView) -> None:
    run, sent = run_here(), sent_by(view)
    sites = (HEAD, Site("neuron", 2, 7), Site("mlp", 1))
    paint(view, run, ui_with(*map(Row, sites), layer=1, head=(1, 2), neuron=(0, 7)))
    assert view.painted is not None
    assert view.painted.lit == {HEAD, Site("mlp", 1)}, "neuron 7 is looked at, but that of another layer"
    expected = (ChooseHead(1, 2), ChooseNeuron(2, 7), ChooseLayer(1))
    for row, intent in zip(view.rows.rows, expected, strict=True):
        sent.clear()
        QTest.mouseClick(row.site, Qt.MouseButton.LeftButton)
        assert sent == [intent]
        sent.clear()
        QApplication.sendEvent(row.slider, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
        assert sent == [intent]
        QApplication.sendEvent(row.slider, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason))
        assert sent == [intent], "the window has come back to the front"


def test_rows_that_take_two_lines_are_all_in_sight(view: AblationView) -> None:
    view.resize(560, 900)
    paint(view, run_here(), ui_with(Row(HEAD), Row(Site("mlp", 0), 0.5)))
    assert view.rows.height() == view.rows.tall() + 2
    assert view.rows.verticalScrollBar().maximum() == 0


def test_a_drag_of_a_row_sends_boards_of_one_gesture(view: AblationView) -> None:
    run, sent = run_here(), sent_by(view)
    paint(view, run, ui_with(Row(HEAD)))
    slider = view.rows.rows[0].slider
    sent.clear()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, 14))
    QTest.mouseMove(slider, QPoint(slider.width() - 14, 14))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton)
    boards = [intent for intent in sent if isinstance(intent, SetBoard)]
    assert len(boards) >= 2
    assert len({intent.gesture for intent in boards}) == 1
    assert boards[-1].board.rows[0].scale > 8


def test_a_row_this_model_has_no_part_for_says_so(view: AblationView) -> None:
    paint(view, run_here(), ui_with(Row(Site("head", 77, 0))))
    assert "no layer 77" in view.rows.rows[0].toolTip()
    assert not view.rows.rows[0].slider.isEnabled()


def test_a_click_on_a_bar_follows_its_token(view: AblationView) -> None:
    run, ui, sent = run_here(), ui_with(Row(HEAD)), sent_by(view)
    run.findings[question(run, ui)] = finding(run)
    paint(view, run, ui)
    drawer = view.effect.drawer()
    effect = view.effect.fitting(drawer)
    assert effect is not None
    assert effect.pairs is not None
    where = drawer.row_rect(QRectF(view.effect.rect()), effect, 2).center().toPoint()
    QTest.mouseClick(view.effect, Qt.MouseButton.LeftButton, pos=where)
    chosen = next(intent for intent in sent if isinstance(intent, SetOption))
    assert token_of(run.vocabulary, chosen.value) == effect.pairs.token_ids[2]


def test_writing_again_begins_at_the_prompt_and_on_at_the_place_looked_at(view: AblationView) -> None:
    run, sent = run_here(), sent_by(view)
    ui = replace(ui_with(Row(HEAD)), position=4)
    paint(view, run, ui)
    sent.clear()
    QTest.mouseClick(view.again, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.on, Qt.MouseButton.LeftButton)
    assert sent == [WriteOn(8, 30, ui.plan), WriteOn(4, 30, ui.plan)]
