"""The steering view: what it asks and when, what it shows of real answers, and what its controls do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.dictionaries.records import FeatureName
from engine.errors import InputRefused
from engine.labkit.dispatch import answer
from engine.labkit.workbench import Workbench
from engine.labs.features.records import AskDictionaries, AskDictionary, Dictionaries
from engine.labs.steering.records import AskDial, AskFeatureSteering, AskVectorSteering, DialFound, Steering
from engine.questions import Refused
from engine.records import Plan, Sampling, Since
from engine.run import Run
from tests.helpers.answered import run_of, workbench
from tests.helpers.steering import FEATURE, dictionary_file
from viz.intents import AskLab, ChooseFeature, GoOn, Intent, PutOnBoard, Rest, SaveTable, SetOption, WriteOn
from viz.labs.steering.steering_frame import SteeringFrame, steering_frame, typed_strengths, typed_texts
from viz.labs.steering.steering_view import SteeringView
from viz.theme import theme
from viz.token_text import plain_text
from viz.ui_state import UiState

STRENGTHS = "0 2 8"
TEXT = "the cat sat on the mat"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    return workbench(tmp_path_factory.mktemp("model"))


@pytest.fixture
def run(bench: Workbench) -> Run:
    return run_of(bench, TEXT, steps=2)


@pytest.fixture
def dictionary(bench: Workbench, tmp_path: Path) -> str:
    return dictionary_file(tmp_path, bench.anatomy.d_model)[1]


def _ui(dictionary: str = "", index: int = FEATURE, **options: Any) -> UiState:
    ui = UiState(feature=FeatureName(dictionary, index), layer=1)
    for name, value in {"strengths": STRENGTHS, "tokens": 4, **options}.items():
        ui = ui.with_option("steering", name, value)
    return ui


def _known(run: Run, ui: UiState, bench: Workbench) -> SteeringFrame:
    """The frame once what is asked by itself is known."""
    for _ in range(4):
        frame = steering_frame(run, ui)
        if frame.needs is None:
            return frame
        run.findings[frame.needs] = answer(frame.needs, bench)
    raise AssertionError("it asks for ever")


def _written(run: Run, ui: UiState, bench: Workbench) -> SteeringFrame:
    frame = _known(run, ui, bench)
    assert frame.question is not None
    run.findings[frame.question] = answer(replace(frame.question, seconds=60.0), bench)
    found = run.findings[frame.question]
    assert isinstance(found, DialFound)
    run.findings[frame.question] = replace(found, asked=frame.question)
    return steering_frame(run, ui)


def _shown(qtbot: QtBot, frame: SteeringFrame, width: int = 1100) -> tuple[SteeringView, list[Intent]]:
    view, sent = SteeringView(), list[Intent]()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(width, 900)
    view.show()
    view.paint(frame, theme("dark"))
    return view, sent


def test_it_asks_for_the_dictionary_then_for_the_unit_and_writes_only_when_told(
    run: Run, bench: Workbench, dictionary: str
) -> None:
    ui = _ui(dictionary)
    frame = steering_frame(run, ui)
    assert SteeringView.wants(frame) == (AskLab(AskDictionary(dictionary)),)
    run.findings[AskDictionary(dictionary)] = answer(AskDictionary(dictionary), bench)
    frame = steering_frame(run, ui)
    assert SteeringView.wants(frame) == (AskLab(AskFeatureSteering(FeatureName(dictionary, FEATURE), "add")),)
    frame = _known(run, ui, bench)
    assert SteeringView.wants(frame) == ()
    asked = frame.question
    assert isinstance(asked, AskDial)
    assert (asked.strengths, asked.n_tokens, asked.node) == ((0.0, 2.0, 8.0), 4, run.current)
    assert asked.sampling == Sampling(temperature=0.0)
    assert SteeringView.figure_wants(frame) == (GoOn(asked),)
    drawn = _known(run, ui.with_option("steering", "drawn", "sampled"), bench).question
    assert drawn is not None
    assert drawn.sampling == run.sampling


@pytest.mark.parametrize(
    ("where", "positions"), [("all", None), ("generated", Since(5)), ("last", (4,)), ("1,3", (1, 3)), ("2-", Since(2))]
)
def test_positions_are_those_of_the_text(
    run: Run, bench: Workbench, dictionary: str, where: str, positions: object
) -> None:
    frame = _known(run, replace(_ui(dictionary, where=where), position=4), bench)
    assert frame.question is not None
    assert frame.question.change.positions == positions
    assert frame.question.node == run.path[4]


def test_words_and_texts_are_asked_for_at_the_chosen_layer(run: Run) -> None:
    frame = steering_frame(run, _ui(what="words", towards="cat", away="dog", layer=1))
    assert frame.needs == AskVectorSteering(1, ("cat",), ("dog",), words=True)
    frame = steering_frame(run, _ui(what="texts", towards="a cat | the cat", away="a dog\nthe dog"))
    assert run.info is not None
    middle = int(0.4 * run.info.n_layers)
    assert frame.needs == AskVectorSteering(middle, ("a cat", "the cat"), ("a dog", "the dog"))
    assert steering_frame(run, _ui(what="words", towards="cat")).why_not == "typed"
    assert typed_texts(" a |\n\n b ") == ("a", "b")


@pytest.mark.parametrize("text", ["", "x", "1 nan", " ".join(map(str, range(17))), "1e9", "inf"])
def test_strengths_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="Strengths are numbers"):
        typed_strengths(text)
    assert typed_strengths(" 3 1;-2.5 1") == (-2.5, 1.0, 3.0)


def test_what_is_missing_is_said(run: Run, bench: Workbench, dictionary: str, qtbot: QtBot) -> None:
    view, _ = _shown(qtbot, steering_frame(Run(), UiState()))
    assert "Load a model" in view.notes(steering_frame(Run(), UiState()))
    run.findings[AskDictionaries()] = Dictionaries((), ())
    assert "no dictionary of this model" in view.notes(steering_frame(run, UiState()))
    assert "Choose a feature" in view.notes(_known(run, _ui(dictionary, -1), bench))
    assert "Type both sides" in view.notes(steering_frame(run, _ui(what="words")))
    bad = _known(run, _ui(dictionary, strengths="many"), bench)
    assert "Strengths are numbers" in view.notes(bad)
    assert view.alarms(bad)
    empty = run_of(bench, "")
    assert "Type a prompt" in view.notes(_known(empty, _ui(dictionary), bench))


def test_what_was_written_is_shown_with_its_numbers(run: Run, bench: Workbench, dictionary: str, qtbot: QtBot) -> None:
    ui = _ui(dictionary, strength=2.0)
    frame = _written(run, ui, bench)
    assert frame.found is not None
    assert set(frame.rows) == {"changed", "frozen", "random"}
    ids = [int(it) for it in frame.found.token_ids[0, 2] if it >= 0]
    assert frame.rows["changed"][2].text == plain_text(run.vocabulary, ids)
    nats = frame.found.nats[0, 2]
    assert frame.rows["changed"][2].perplexity == pytest.approx(float(np.exp(np.nanmean(nats))), rel=1e-5)
    assert frame.chosen == 1
    steering = next(it for it in run.findings.values() if isinstance(it, Steering))
    assert frame.rows["changed"][2].share == pytest.approx(8 * steering.length / steering.state, rel=1e-5)
    view, sent = _shown(qtbot, frame)
    plot = view.panel.grid.plots[0]
    drawn = {it.name: it for it in plot._drawn if it.name}  # the values behind the chart
    np.testing.assert_allclose(drawn["steered"].values, np.log10(frame.found.perplexity[0]), rtol=1e-6)
    card = view._card(2)
    assert "strength 8" in card
    assert "random direction: perplexity" in card
    table = view.as_table(frame)
    assert isinstance(table, SaveTable)
    assert len(table.rows) == 9
    assert table.rows[2][5] == frame.rows["changed"][2].text
    view.grab()
    view._choose(2)
    assert sent[-1] == SetOption("steering", "strength", 8.0)
    assert "perplexity of" in view.notes(frame)
    assert "Settings have changed" not in view.notes(frame)
    stale = _known(run, ui.with_option("steering", "tokens", 8), bench)
    assert stale.found is not None
    assert "Settings have changed" in view.notes(stale)


@pytest.mark.parametrize("width", [1400, 420])
def test_every_text_has_room(run: Run, bench: Workbench, dictionary: str, qtbot: QtBot, width: int) -> None:
    frame = _written(run, _ui(dictionary), bench)
    view, _ = _shown(qtbot, frame, width)
    narrow = _shown(qtbot, frame, 420)[0]
    assert view.texts.height() == round(view._texts_height())
    assert narrow.texts.height() > _shown(qtbot, frame, 1400)[0].texts.height()
    view.grab()


def test_the_buttons_write_stop_put_and_go_on(run: Run, bench: Workbench, dictionary: str, qtbot: QtBot) -> None:
    ui = replace(_ui(dictionary, strength=2.5, where="generated"), position=4)
    frame = _known(run, ui, bench)
    view, sent = _shown(qtbot, frame)
    QTest.mouseClick(view.write, Qt.MouseButton.LeftButton)
    assert [it.question for it in sent if isinstance(it, GoOn)] == [frame.question]
    QTest.mouseClick(view.put, Qt.MouseButton.LeftButton)
    put = sent[-1]
    assert isinstance(put, PutOnBoard)
    assert frame.steering is not None
    assert put.change == frame.steering.change.with_strength(2.5)
    assert put.where == "generated"
    QTest.mouseClick(view.run_on, Qt.MouseButton.LeftButton)
    change = frame.steering.change.with_strength(2.5).with_positions(Since(5))
    assert [it for it in sent if isinstance(it, WriteOn)] == [WriteOn(run.path[4], 4, Plan((change,)))]
    view.paint(steering_frame(run, replace(ui, going=frozenset({"AskDial"}))), theme("dark"))
    assert view.write.text() == "Stop"
    QTest.mouseClick(view.write, Qt.MouseButton.LeftButton)
    assert [it for it in sent if isinstance(it, Rest)] == [Rest(AskDial)]


def test_a_feature_is_typed_and_every_view_is_told(run: Run, bench: Workbench, dictionary: str, qtbot: QtBot) -> None:
    view, sent = _shown(qtbot, _known(run, _ui(dictionary), bench))
    assert view.feature.number.value() == FEATURE
    view.feature.number.setValue(11)
    assert sent[-1] == ChooseFeature(FeatureName(dictionary, 11))
    view.paint(steering_frame(run, _ui(what="words")), theme("dark"))
    assert not view.feature.isVisible()
    assert view.bar.fields.lines["towards"].isVisible()


def test_slices_are_shown_as_they_come_and_a_refusal_is_said(run: Run, bench: Workbench, dictionary: str) -> None:
    ui = _ui(dictionary)
    frame = _known(run, ui, bench)
    assert frame.question is not None
    asked: AskDial | None = frame.question
    seen = []
    while asked is not None:
        found = answer(replace(asked, seconds=0.0), bench)
        assert isinstance(found, DialFound)
        run.findings[asked] = replace(found, asked=frame.question)
        asked = None if found.then is None else replace(found.then, seconds=frame.question.seconds)
        shown = steering_frame(run, ui).found
        assert shown is not None
        seen.append(shown.token_ids.shape[-1])
    assert seen == [1, 2, 3, 4]
    other = ui.with_option("steering", "tokens", 8)
    question = steering_frame(run, other).question
    assert question is not None
    run.findings[question] = Refused("There is no room.")
    assert steering_frame(run, other).refused == "There is no room."
