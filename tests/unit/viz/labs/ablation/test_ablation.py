"""The switchboard's numbers and words, its slider, and what else shows a change: the arrow, the inside, the sweep."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.ablation.records import (
    AskChangedInside,
    AskChangedNext,
    AskSweep,
    ChangedInside,
    Sweep,
)
from engine.questions import Refused
from engine.records import UNEMBEDDING, Change, Placed, Plan, Site, Space
from engine.run import Run
from tests.helpers.charts import point
from tests.helpers.counted import counted
from tests.helpers.runs import LAYERS, with_map
from tests.helpers.switchboard import HEAD, finding, question, run_here, ui_with
from viz.board import Row
from viz.changed import PairMaker, here, intact_pairs, pairs
from viz.intents import AskLab, ChooseLayer
from viz.labs.ablation import frame
from viz.labs.ablation.ablation_inside_view import AblationInsideView
from viz.labs.ablation.ablation_sweep_view import AblationSweepView
from viz.labs.ablation.ablation_view import AblationView
from viz.labs.ablation.effect_panel import tiles, verdict
from viz.labs.ablation.effect_widget import EffectPanel
from viz.labs.ablation.scale_slider import ScaleSlider, place_of, scale_at
from viz.map.data.frame import map_frame
from viz.map.data.settings import Settings
from viz.map.paint.move_arrow import caption
from viz.theme import theme
from viz.token_text import shown
from viz.typed_token import NOT_FOUND, token_of, written_token
from viz.ui_state import UiState

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
    intact = intact_pairs(run.at(8), run.vocabulary, 5)
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


@pytest.mark.parametrize("answered", [True, False])
def test_only_the_rows_that_fit_are_made(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answered: bool) -> None:
    made = counted(monkeypatch, PairMaker, "rows") if answered else counted(monkeypatch, frame, "intact_pairs")
    run, ui = run_here(), ui_with(Row(HEAD)) if answered else UiState()
    if answered:
        run.findings[question(run, ui)] = finding(run)
    view = AblationView()
    qtbot.addWidget(view)
    view.resize(420, 700)
    for _ in range(3):
        view.paint(AblationView.frame(run, ui), theme("dark"))
        view.grab()
        counts = [args[-1] for args in made]
        assert len(counts) == len(set(counts)) in (1, 2), "what fits, and all of them for the words"
        made.clear()
    effects = AblationView.frame(run, ui).effects
    pairs = [effect.pairs for effect in effects]
    assert [len(it) for it in pairs if it is not None] == list(range(1, frame.MOST + 1))
    assert effects[0].pairs is not effects[-1].pairs is not None


def test_the_button_is_measured_where_its_words_change_only(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    placed = counted(monkeypatch, EffectPanel, "_place")
    panel, run = EffectPanel(), run_here()
    qtbot.addWidget(panel)
    panel.resize(600, 300)
    for row, position, again in ((Row(HEAD), 8, 1), (Row(HEAD, 2.0), 8, 0), (Row(HEAD), 3, 1)):
        placed.clear()
        panel.show_effects(AblationView.frame(run, ui_with(row, position=position)).effects, theme("dark"))
        assert len(placed) == again
    placed.clear()
    font = panel.font()
    font.setPixelSize(40)
    panel.setFont(font)
    panel.show_effects(AblationView.frame(run, ui_with(Row(HEAD), position=3)).effects, theme("dark"))
    assert placed


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
    assert "No interventions are on" in verdict(nothing)
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
    run.plan = ui.plan  # a run that was made with the changes, looked at with nothing on the board
    bare = UiState()
    run.findings[question(run, bare)] = found
    assert map_frame(run, bare, Settings()).move is not None


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
    run, ui = run_here(), ui_with(Row(HEAD), layer=1, head=(1, 3))
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
    assert "first differ after L1" in view.verdict(frame)
    assert "0.40 bits" in view.verdict(frame)
    view.resize(600, 400)
    view.grab()
    sent: list[object] = []
    view.intent.connect(sent.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(view, key)
    assert sent == [ChooseLayer(2), ChooseLayer(0)], "the rows beside layer 1"


def test_a_sweep_keeps_the_rest_of_the_board_and_is_told_in_numbers(qtbot: QtBot) -> None:
    run, ui = run_here(), ui_with(Row(HEAD, 3.0), Row(Site("mlp", 0), 0.5))
    frame = AblationSweepView.frame(run, ui)
    assert frame.question == AskSweep(Change(HEAD, 0.0), Plan((Change(Site("mlp", 0), 0.5),)), run.current)
    view = AblationSweepView()
    qtbot.addWidget(view)
    sent: list[object] = []
    view.intent.connect(sent.append)
    view.paint(frame, theme("dark"))
    QTest.mouseClick(view.measure, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(frame.question, again=True)]
    scales = np.array([-2, 0, 1, 10], np.float32)
    probs = np.array([0.1, 0.2, 0.4, 0.3], np.float32)
    run.findings[frame.question] = Sweep(run.current, 4, scales, probs, probs, probs, probs, np.full(4, 4, np.int32))
    said = view.notes(AblationSweepView.frame(run, ui))
    assert "scale 1 (40.0" in said
    assert "least at −2 (10.0" in said
    assert AblationSweepView.frame(run, UiState()).question is None
    view.resize(600, 600)
    view.show()
    view.paint(AblationSweepView.frame(run, ui), theme("dark"))
    view.grab()
    point(view.panel, 1, 2)
    token = shown(run.vocabulary, 4)
    said = f"× 1: “{token}” 40.0\u00a0%, KL 0.40 bits; most likely “{token}”"
    assert view.panel.grid.plots[1].crosshair.words == said
