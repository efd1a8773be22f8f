"""The switchboard: what it asks and when, what it shows of an answer, and what drags, keys and clicks mean."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.lab_records import Refused
from engine.lab_records_ablation import AskChangedInside, AskChangedNext, AskSweep, ChangedInside, ChangedNext, Sweep
from engine.lab_records_neurons import AskStrongest, Strongest
from engine.lab_records_twins import AskSentence, Twin, Twins
from engine.records import UNEMBEDDING, Change, Placed, Plan, Site, Space
from engine.run import Run
from tests.helpers.runs import LAYERS, prompted, with_map
from viz.board import Board, Row
from viz.charts.changed_data import NOT_FOUND, here, intact_pairs, pairs, token_of, written_token
from viz.charts.effect_panel import tiles, verdict
from viz.charts.scale_slider import ScaleSlider, place_of, scale_at
from viz.charts.sentence_panel import REST_MS
from viz.intents import AskLab, GoOn, Rest, Say, SetBoard, SetOption, WhoSays, WriteOn
from viz.map.frame import Settings, map_frame
from viz.map.moves import caption
from viz.theme import theme
from viz.ui_state import UiState
from viz.views.ablation import AblationView
from viz.views.ablation_inside import AblationInsideView
from viz.views.ablation_sweep import AblationSweepView

HEAD = Site("head", 1, 2)
N = 40


def run_here() -> Run:
    run = with_map(prompted())
    run.run_id = 1
    return run


def ui_with(*rows: Row, **more: Any) -> UiState:
    board = Board(rows)
    return UiState(board=board, plan=board.plan(8), **more)


def finding(run: Run, seed: int = 1, kl: float = 0.5) -> ChangedNext:
    """Two made-up distributions over the tiny vocabulary."""
    assert run.vocabulary is not None
    rows = np.random.default_rng(seed).normal(0, 2, (2, len(run.vocabulary))).astype(np.float32)
    probs = np.exp(rows) / np.exp(rows).sum(axis=1, keepdims=True)
    ranks = np.argsort(np.argsort(-rows, axis=1), axis=1).astype(np.int32)
    ids = np.argsort(-probs.max(axis=0))[:N].astype(np.int32)
    token = int(rows[0].argmax())
    entropy = -(probs * np.log2(probs)).sum(axis=1).astype(np.float32)
    return ChangedNext(
        run.current, token, ids, probs[:, ids], rows[:, ids], ranks[:, ids], probs[:, token], rows[:, token],
        ranks[:, token], entropy, kl, None, 1,
    )  # fmt: skip


def question(run: Run, ui: UiState) -> AskChangedNext:
    if ui.space.kind == "resid":
        return AskChangedNext(ui.plan, run.current, -1, ui.space, run.maps[ui.space].layout.key)
    return AskChangedNext(ui.plan, run.current)


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


# -- what is known -----------------------------------------------------------------------------------------------


def test_tokens_are_found_as_a_person_writes_them() -> None:
    vocabulary = run_here().vocabulary
    assert vocabulary is not None
    best = token_of(vocabulary, "best")
    assert vocabulary.raw(best) == b" best"
    assert token_of(vocabulary, "·best") == token_of(vocabulary, f"#{best}") == best
    assert vocabulary.raw(token_of(vocabulary, "ing")) == b"ing"
    assert token_of(vocabulary, "nothing of the kind") == token_of(vocabulary, "#9999") == NOT_FOUND
    assert token_of(vocabulary, " ") == token_of(None, "best") == -1
    for token in range(len(vocabulary)):
        assert token_of(vocabulary, written_token(vocabulary, token)) == token


def test_pairs_keep_the_intact_order_and_show_what_comes_up() -> None:
    run = run_here()
    found = finding(run)
    shown = pairs(found, run.vocabulary, 12)
    assert len(shown) == 12
    assert shown.ranks[0, : shown.n_first].tolist() == list(range(shown.n_first))
    assert (shown.ranks[0, shown.n_first :] >= shown.n_first).all()
    assert (np.diff(shown.ranks[1, shown.n_first :]) > 0).all()
    assert 0 < len(shown) - shown.n_first <= 4
    same = replace(found, probs=found.probs[[0, 0]], ranks=found.ranks[[0, 0]])
    assert pairs(same, run.vocabulary, 12).n_first == 12
    intact = intact_pairs(run, 8, 5)
    np.testing.assert_array_equal(intact.probs[0], intact.probs[1])
    assert len(pairs(found, run.vocabulary, 1)) == 1


def test_asks_only_where_something_is_changed_and_the_engine_has_the_run() -> None:
    run, ui = run_here(), ui_with(Row(HEAD))
    assert here(run, ui).question == question(run, ui)
    assert here(run, UiState()).question is None
    assert here(run, replace(ui, playing=True)).question is None
    run.run_id = 0
    assert here(run, ui).question is None
    run.run_id, run.plan = 1, Plan((Change(HEAD, 0.0),))
    assert here(run, UiState()).question == AskChangedNext(Plan(), run.current)
    assert run.info is not None
    run.info = replace(run.info, missing=(("replay", "This model keeps its states to itself."),))
    assert here(run, ui).why_not.startswith("This model keeps")
    assert here(Run(), ui).position == -1


def test_the_answer_before_is_shown_while_the_next_is_waited_for() -> None:
    run, ui = run_here(), ui_with(Row(HEAD))
    found = finding(run)
    run.findings[question(run, ui)] = found
    assert here(run, ui).fresh is found
    moved = ui_with(Row(HEAD, 2.0))
    waiting = here(run, moved)
    assert waiting.fresh is None
    assert waiting.shown is found
    assert waiting.waits
    run.findings[question(run, moved)] = Refused("It cannot be.")
    assert here(run, moved).refused == "It cannot be."
    assert here(run, moved).shown is None
    assert here(run, replace(ui, position=3)).shown is None


def test_words_are_made_from_the_numbers() -> None:
    run, ui = run_here(), ui_with(Row(HEAD))
    found = finding(run)
    run.findings[question(run, ui)] = found
    effect = AblationView.frame(run, ui).effects[-1]
    assert effect.pairs is not None
    best = effect.pairs.texts[int(effect.pairs.ranks[1].argmin())]
    assert best in verdict(effect)
    assert any("0.50" in value for _, value, _ in tiles(effect))
    nothing = AblationView.frame(run, UiState()).effects[-1]
    assert "Nothing is changed" in verdict(nothing)
    assert tiles(nothing) == []


# -- the slider --------------------------------------------------------------------------------------------------


def test_the_slider_gives_off_intact_and_double_room() -> None:
    for scale in (-2.0, -1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 5.0, 10.0):
        assert scale_at(place_of(scale)) == pytest.approx(scale, abs=0.01)
    assert place_of(1.0) - place_of(0.0) > 0.2
    assert place_of(2.0) - place_of(1.0) > 0.15
    assert (place_of(-9.0), place_of(99.0)) == (0.0, 1.0)


def test_a_drag_a_double_click_and_keys(qtbot: QtBot) -> None:
    slider = ScaleSlider()
    qtbot.addWidget(slider)
    slider.resize(424, 40)
    slider.show()
    chosen: list[tuple[float, str]] = []
    slider.chosen.connect(lambda scale, gesture: chosen.append((scale, gesture)))
    slider.show_scale(0.0)
    assert not chosen

    def at(scale: float) -> QPoint:
        return QPoint(round(12 + 400 * place_of(scale)), 14)

    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(0.0))
    for scale in (0.3, 0.6, 1.02, 1.5, 2.03):  # near 1 and 2 the handle is held there
        QTest.mouseMove(slider, at(scale))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(2.0))
    assert [scale for scale, _ in chosen][-1] == 2.0
    assert 1.0 in [scale for scale, _ in chosen]
    assert len({gesture for _, gesture in chosen}) == 1
    QTest.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=at(2.0))
    assert slider.scale == 1.0
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.scale == pytest.approx(1.1)
    for key, scale in ((Qt.Key.Key_0, 0.0), (Qt.Key.Key_Left, -0.1), (Qt.Key.Key_End, 10.0), (Qt.Key.Key_PageUp, 10.0)):
        QTest.keyClick(slider, key)
        assert slider.scale == pytest.approx(scale)


# -- the view ----------------------------------------------------------------------------------------------------


def paint(view: AblationView, run: Run, ui: UiState) -> None:
    view.paint(AblationView.frame(run, ui), theme("dark"))
    QApplication.processEvents()


def test_one_question_at_a_time_and_the_newest_next(view: AblationView) -> None:
    run, sent = run_here(), sent_by(view)
    uis = [ui_with(Row(HEAD, scale)) for scale in (0.0, 0.5, 0.7)]
    for ui in uis:
        paint(view, run, ui)
    asked = {intent.question for intent in sent if isinstance(intent, AskLab)}
    assert asked == {question(run, uis[0])}
    run.findings[question(run, uis[0])] = finding(run)
    sent.clear()
    paint(view, run, uis[2])
    assert sent == [AskLab(question(run, uis[2]))]  # the one between was overtaken
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
    assert sent == [AskLab(question(newer, ui))]


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
    assert sent == [WhoSays(4, int(run.token_ids[5]))]
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
    qtbot.wait(2 * REST_MS)
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
    qtbot.wait(2 * REST_MS)
    assert sent == []  # the session goes on with it by itself
    assert "the same so far" in view.sentence.verdict.text()
    run.findings[then] = slice_of(asked, run, 1, None)
    paint(view, run, ui)
    assert view.sentence.verdict.text() == "The sentence changes at its token 2."
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
    drawer = view.effect._painter()
    effect = view.effect._fitting(drawer)
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


# -- the arrow, the inside, the sweep ----------------------------------------------------------------------------


def test_the_arrow_goes_from_the_intact_likeliest_token_to_the_changed_one() -> None:
    run, ui = run_here(), ui_with(Row(HEAD))
    found = finding(run)
    run.findings[question(run, ui)] = found
    frame = map_frame(run, ui, Settings())
    assert frame.move is not None
    first = [int(found.ids[found.ranks[row].argmin()]) for row in (0, 1)]
    np.testing.assert_array_equal(frame.move.start, frame.points[first[0]])
    np.testing.assert_array_equal(frame.move.end, frame.points[first[1]])
    assert frame.move.tokens[1] in caption(frame.move)
    assert map_frame(run, UiState(), Settings()).move is None


def test_in_a_space_of_states_the_arrow_is_the_states_move() -> None:
    run = with_map(run_here(), Space("resid", 2))
    ui = ui_with(Row(HEAD), space=Space("resid", 2))
    layout = run.maps[ui.space].layout
    places = np.array([[0, 0, 0], [1, 2, 3]], np.float32)
    share = np.zeros(2, np.float32)
    placed = Placed(layout.key, places, places[:, :2].copy(), share, share.copy(), np.zeros(2, bool))
    run.findings[question(run, ui)] = replace(finding(run), placed=placed)
    frame = map_frame(run, ui, Settings())
    assert frame.move is not None
    assert frame.pose is not None
    np.testing.assert_allclose(np.stack([frame.move.start, frame.move.end]), frame.pose.apply(places), atol=1e-6)
    other = replace(placed, layout_key="another")
    run.findings[question(run, ui)] = replace(finding(run), placed=other)
    assert map_frame(run, ui, Settings()).move is None


def test_a_map_of_states_that_comes_later_is_a_new_question() -> None:
    run, ui = run_here(), ui_with(Row(HEAD), space=Space("resid", 2))
    first = here(run, ui).question
    assert first == here(run, ui_with(Row(HEAD))).question == here(run, ui_with(Row(HEAD), space=UNEMBEDDING)).question
    with_map(run, ui.space)
    assert here(run, ui).question != first


def test_the_inside_is_asked_for_once_the_next_token_is_known() -> None:
    run, ui = run_here(), ui_with(Row(HEAD), layer=1, head=3)
    assert AblationInsideView.frame(run, ui).question is None
    run.findings[question(run, ui)] = finding(run)
    asked = AblationInsideView.frame(run, ui).question
    assert asked == AskChangedInside(ui.plan, run.current, 1, 3)
    kl, zero = np.array([0, 0, 0.4, 0.2], np.float32), np.zeros((2, LAYERS + 1), np.float32)
    ids = np.full((2, LAYERS + 1, 3), 4, np.int32)
    attention = np.full((2, 9), 1 / 9, np.float32)
    lens = np.zeros((2, LAYERS + 1, 3), np.float32)
    run.findings[asked] = ChangedInside(run.current, 4, ids, lens, zero, kl, kl, attention, 1, 3)
    frame = AblationInsideView.frame(run, ui)
    assert frame.question is None
    view = AblationInsideView()
    view.paint(frame, theme("dark"))
    assert "after block L1" in view._verdict(frame)
    assert "0.40 bits" in view._verdict(frame)


def test_a_sweep_keeps_the_rest_of_the_board_and_is_told_in_numbers(qtbot: QtBot) -> None:
    run, ui = run_here(), ui_with(Row(HEAD, 3.0), Row(Site("mlp", 0), 0.5))
    frame = AblationSweepView.frame(run, ui)
    assert frame.question == AskSweep(Change(HEAD, 0.0), Plan((Change(Site("mlp", 0), 0.5),)), run.current)
    view = AblationSweepView()
    qtbot.addWidget(view)
    sent: list[object] = []
    view.intent.connect(sent.append)
    view.paint(frame, theme("dark"))
    QTest.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(frame.question, again=True)]
    scales = np.array([-2, 0, 1, 10], np.float32)
    probs = np.array([0.1, 0.2, 0.4, 0.3], np.float32)
    run.findings[frame.question] = Sweep(run.current, 4, scales, probs, probs, probs, probs, np.full(4, 4, np.int32))
    said = view._verdict(AblationSweepView.frame(run, ui))
    assert "× 1 (40.0" in said
    assert "× −2 (10.0" in said
    assert AblationSweepView.frame(run, UiState()).question is None
