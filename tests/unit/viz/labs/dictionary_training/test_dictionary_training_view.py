"""The view of a dictionary's training: what it asks, shows, says and does, with findings that are made up."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.dictionaries.records import DictionaryInfo, FeatureName
from engine.errors import InputRefused
from engine.labs.dictionary_training.records import (
    DEFAULT,
    AskCost,
    AskTrainings,
    Begun,
    DictionarySaved,
    DiscardTraining,
    SaveDictionary,
    TrainDictionary,
    Trainings,
)
from engine.questions import Refused
from engine.run import Run
from tests.helpers.runs import RUNS
from tests.unit.viz.labs.dictionary_training import made
from viz import ask_path
from viz.intents import AskLab, ChooseFeature, GoOn, Intent, Rest, SetOption
from viz.labs.dictionary_training import dictionary_training_view as module
from viz.labs.dictionary_training import options as choice
from viz.labs.dictionary_training import words
from viz.labs.dictionary_training.dictionary_training_view import DictionaryTrainingView
from viz.labs.dictionary_training.training_frame import TrainingFrame, training_frame
from viz.theme import theme
from viz.token_text import shown_all
from viz.ui_state import UiState

SMALL = {"layer": 1, "width": 64, "k": 4, "steps": 100, "batch": 32}
NAME = choice.OWNER


def choose(**values: object) -> UiState:
    ui = UiState()
    for name, value in {**SMALL, **values}.items():
        ui = ui.with_option(NAME, name, value)
    return ui


def run_with(*findings: tuple[Any, Any]) -> Run:
    run = RUNS["fifty_steps"]()
    run.findings.update(dict(findings))
    return run


def going(ui: UiState) -> UiState:
    return replace(ui, going=frozenset({TrainDictionary.__name__}))


RECIPE = replace(made.RECIPE, text="", rate=7e-4)


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[DictionaryTrainingView, list[Intent]]:
    view, sent = DictionaryTrainingView(), list[Intent]()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(1300, 900)
    view.show()
    return view, sent


def paint(view: DictionaryTrainingView, run: Run, ui: UiState) -> TrainingFrame:
    frame = training_frame(run, ui)
    view.paint(frame, theme("dark"))
    return frame


# -- the recipe ------------------------------------------------------------------------------------------------------


def test_the_defaults_are_the_recipes_for_the_model_it_was_measured_on() -> None:
    run = RUNS["fifty_steps"]()
    assert run.info is not None
    run.info = replace(run.info, n_layers=30)
    assert choice.recipe_of(run, UiState()) == DEFAULT
    run.info = replace(run.info, n_layers=12)
    assert choice.recipe_of(run, UiState()).hook.layer == 4


def test_every_setting_is_in_the_recipe() -> None:
    ui = choose(kind="mlp", layer=2, text="own", file=" /a b.txt ", activation="relu", l1=0.25, rate="0,02", seed=7,
                tokens=500)  # fmt: skip
    recipe = choice.recipe_of(Run(), ui)
    assert (recipe.hook.kind, recipe.hook.layer, recipe.text) == ("mlp", 2, "/a b.txt")
    assert (recipe.activation, recipe.l1, recipe.rate, recipe.seed, recipe.tokens) == ("relu", 0.25, 0.02, 7, 500)
    again = UiState()
    for intent in choice.settings_of(recipe):
        again = again.with_option(intent.view, intent.name, intent.value)
    assert choice.recipe_of(Run(), again) == recipe


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"rate": "fast"}, "such as 7e-4, but 'fast' was met"),
        ({"rate": "0"}, "above 0"),
        ({"rate": "nan"}, "above 0"),
        ({"rate": ""}, "above 0"),
        ({"text": "own"}, "Browse"),
        ({"k": 65}, "Of 64 features no 65 can be active"),
    ],
)
def test_what_makes_no_recipe_is_refused_in_a_sentence(values: dict[str, object], said: str) -> None:
    with pytest.raises(InputRefused, match=said):
        choice.recipe_of(Run(), choose(**values))
    frame = training_frame(run_with(), choose(**values))
    assert said in frame.why_not
    assert frame.following is None
    assert all(isinstance(it, AskTrainings) for it in frame.questions)


def test_with_relu_k_may_be_anything() -> None:
    assert choice.recipe_of(Run(), choose(activation="relu", k=65)).activation == "relu"


# -- frames ----------------------------------------------------------------------------------------------------------


def test_before_it_begins_only_the_cost_and_earlier_trainings_are_asked() -> None:
    frame = training_frame(run_with(), choose())
    assert frame.questions == (AskTrainings(0), AskCost(RECIPE))
    assert frame.following == TrainDictionary(RECIPE)
    assert training_frame(Run(), choose()).questions == ()  # no model
    assert DictionaryTrainingView.figure_wants(frame) == ()
    told = training_frame(run_with((AskCost(RECIPE), made.COST), (AskTrainings(0), Trainings(()))), choose())
    assert told.questions == ()
    assert words.notes(told) == (
        "Takes about 1\u00a0min 55\u00a0s here: 1\u00a0min 15\u00a0s to read 9,000 tokens, 32\u00a0s of training, "
        "8\u00a0s of measuring. Needs 1.2\u00a0GB of memory, and 64\u00a0MB of disk to resume from."
    )


def test_a_figure_trains_only_what_is_little() -> None:
    little = choose(tokens=20_000)
    frame = training_frame(run_with(), little)
    assert DictionaryTrainingView.figure_wants(frame) == (GoOn(TrainDictionary(replace(RECIPE, tokens=20_000))),)
    done = made.trained(100, replace(RECIPE, tokens=20_000))
    run = run_with((TrainDictionary(replace(RECIPE, tokens=20_000)), done))
    assert DictionaryTrainingView.figure_wants(training_frame(run, little)) == ()
    for much in ({"tokens": 20_001}, {"width": 4_096, "steps": 1_000, "batch": 1_024}):
        assert DictionaryTrainingView.figure_wants(training_frame(run_with(), choose(**{"tokens": 500, **much}))) == ()


def test_the_newest_of_the_attempt_is_shown_and_gone_on_with() -> None:
    old, new = made.trained(20, RECIPE), made.trained(60, RECIPE)
    run = run_with((TrainDictionary(RECIPE, turn=3), new), (TrainDictionary(RECIPE, turn=2), old))
    frame = training_frame(run, choose())
    assert frame.trained is new
    assert frame.following == new.then
    assert not any(isinstance(it, AskCost) for it in frame.questions)
    rewound = training_frame(run, choose(attempt=1))
    assert rewound.trained is None
    assert rewound.following == TrainDictionary(RECIPE, attempt=1)
    assert training_frame(run, choose(width=65)).trained is None


def test_a_refusal_after_it_is_told_and_an_older_one_is_not() -> None:
    found = made.trained(60, RECIPE)
    run = run_with((TrainDictionary(RECIPE, turn=1), Refused("Too hot.")), (TrainDictionary(RECIPE, turn=2), found))
    assert training_frame(run, choose()).why_not == ""
    run.findings[TrainDictionary(RECIPE, turn=3)] = Refused("Stopped.")
    assert training_frame(run, choose()).why_not == "Stopped."
    assert training_frame(run, going(choose())).why_not == ""


def test_progress_is_of_the_reading_and_then_of_the_steps(shown: tuple[DictionaryTrainingView, list[Intent]]) -> None:
    view, _ = shown
    first = replace(made.TEXT, read=0, tokens_per_second=45.0)
    reading = made.trained(0, RECIPE, doing="reading", text=first, seconds=20.0)
    assert training_frame(run_with((TrainDictionary(RECIPE), reading)), choose()).read == 900.0  # told by parts
    reading = made.trained(0, RECIPE, doing="reading", text=replace(first, read=2_250), seconds=20.0)
    run = run_with((TrainDictionary(RECIPE), reading))
    assert training_frame(run, choose()).progress == 0.25
    run.findings[TrainDictionary(RECIPE)] = made.trained(60, RECIPE)
    run.changed += 1
    paint(view, run, going(choose()))
    assert (view.controls.bar.isVisible(), view.controls.bar.value()) == (True, 600)
    paint(view, run, choose())
    assert not view.controls.bar.isVisible()


def test_earlier_trainings_are_offered_and_the_same_one_is_gone_on_with() -> None:
    other = replace(RECIPE, seed=5)
    run = run_with((AskTrainings(0), Trainings((Begun(RECIPE, 40, 0.5, 1e9), Begun(other, 20, 0.4, 1e9)))))
    frame = training_frame(run, choose())
    assert frame.resumes_at == 40
    assert [it.recipe for it in frame.begun] == [other]
    assert words.heading(frame).startswith("Kept at step 40 of 100")
    assert frame.following == TrainDictionary(RECIPE)  # the engine takes its file up


def test_a_saved_dictionary_becomes_the_one_that_is_shown_once() -> None:
    info = DictionaryInfo("/d/a.safetensors", "A", RECIPE.hook, 64, 16, "topk", 4)
    found = made.trained(60, RECIPE)
    run = run_with((TrainDictionary(RECIPE), found))
    waiting = choose(saving=60)
    assert training_frame(run, waiting).saving
    run.findings[SaveDictionary(RECIPE, "", 60)] = DictionarySaved(info)
    frame = training_frame(run, waiting)
    assert frame.chosen == (ChooseFeature(FeatureName("/d/a.safetensors")), SetOption(NAME, "saving", -1))
    assert DictionaryTrainingView.wants(frame)[:2] == frame.chosen
    later = training_frame(run, choose())
    assert (later.chosen, later.saved) == ((), info)
    assert "Saved as A" in words.notes(later)
    run.findings[SaveDictionary(RECIPE, "", 60)] = Refused("The disk is full.")
    refused = training_frame(run, waiting)
    assert refused.not_saved == "The disk is full."
    assert refused.chosen == (SetOption(NAME, "saving", -1),)


def test_contexts_are_written_as_everywhere_and_keep_their_values() -> None:
    run = run_with((TrainDictionary(RECIPE), made.trained(60, RECIPE)))
    frame = training_frame(run, choose())
    first = frame.forming[0]
    source = made.forming()[0].contexts[0]
    assert first.lines[0].tokens == tuple(shown_all(run.vocabulary, source.token_ids.tolist()))
    np.testing.assert_array_equal(first.lines[0].values, source.activations)
    assert first.lines[0].at == int(np.argmax(source.activations))
    assert frame.forming[-1].lines == ()


# -- words -----------------------------------------------------------------------------------------------------------


def test_the_figures_that_count_are_those_measured_last() -> None:
    found = made.trained(60, RECIPE)
    held = found.held_out
    value, _, more = words.recovered_words(found)
    expected = (10.25 - float(held.loss_spliced[-1])) / (10.25 - 3.77)
    assert value == f"{100 * expected:.1f}\u00a0%"
    assert more == f"model 3.77, spliced {held.loss_spliced[-1]:.2f}, mean 10.25 nats a token"
    assert words.kl_words(found)[0] == f"{held.kl[-1]:.2f} nats"
    assert words.explained_words(found)[0] == f"{100 * held.explained[-1]:.1f}\u00a0%"


def test_what_was_left_out_is_said() -> None:
    assert words.text_words(made.TEXT) == (
        "Trained on 8,700 of 8,800 positions of Pride and Prejudice; left out: 68 first tokens and 7 outliers longer "
        "than 812, which hold 64.0\u00a0% of all squares."
    )


@pytest.mark.parametrize(("seconds", "said"), [(0.2, "1 s"), (59.6, "1 min 0 s"), (3_725, "1 h 2 min"), (np.nan, "–")])
def test_times_are_told_in_whole_units(seconds: float, said: str) -> None:
    assert words.duration(seconds).replace("\u00a0", " ") == said


# -- the view --------------------------------------------------------------------------------------------------------


def test_charts_hold_the_numbers_of_the_finding(shown: tuple[DictionaryTrainingView, list[Intent]]) -> None:
    view, _ = shown
    found = made.trained(60, RECIPE)
    paint(view, run_with((TrainDictionary(RECIPE), found)), choose())
    drawn = [line for plot in view.panel.grid.plots for line in plot.values[0]]
    curve, held = found.curve, found.held_out
    batches, measured = (curve.explained, curve.dead, curve.mse, curve.active), (held.explained, held.dead, held.mse)
    for expected in (*batches, *measured, held.recovered, held.active):
        assert any(np.array_equal(line.values, expected) for line in drawn)
    for bars in (made.densities().counts, made.geometry().share, made.geometry().random):
        assert any(line.values.shape == bars.shape and np.allclose(line.values, bars) for line in drawn)
    assert view.contexts.isVisible()


@pytest.mark.parametrize(("width", "columns"), [(1300, 3), (700, 2), (420, 1)])
def test_charts_stand_in_as_many_columns_as_have_room(
    shown: tuple[DictionaryTrainingView, list[Intent]], width: int, columns: int
) -> None:
    view, _ = shown
    view.resize(width, 900)
    paint(view, run_with((TrainDictionary(RECIPE), made.trained(60, RECIPE))), choose())
    assert view._columns == columns
    assert len(view.panel.grid.plots) == 6


def test_train_pause_and_resume(shown: tuple[DictionaryTrainingView, list[Intent]]) -> None:
    view, sent = shown
    run = run_with()
    paint(view, run, choose())
    assert view.controls.train.text() == "Train"
    assert not view.controls.rewind.isEnabled()
    QTest.mouseClick(view.controls.train, Qt.MouseButton.LeftButton)
    assert sent == [GoOn(TrainDictionary(RECIPE))]
    found = run.findings[TrainDictionary(RECIPE)] = made.trained(60, RECIPE)
    paint(view, run, going(choose()))
    assert view.controls.train.text() == "Pause"
    assert not view.controls.rate.isEnabled()
    QTest.mouseClick(view.controls.train, Qt.MouseButton.LeftButton)
    assert sent[-1] == Rest(TrainDictionary)
    paint(view, run, choose())
    assert view.controls.train.text() == "Resume"
    QTest.mouseClick(view.controls.train, Qt.MouseButton.LeftButton)
    assert sent[-1] == GoOn(found.then)  # type: ignore[arg-type]


def test_no_charts_of_another_training_stay_while_one_begins(
    shown: tuple[DictionaryTrainingView, list[Intent]],
) -> None:
    view, _ = shown
    paint(view, run_with((TrainDictionary(RECIPE), made.trained(60, RECIPE))), choose())
    assert view.panel.isVisible()
    paint(view, run_with(), going(choose(rate="0.02")))
    assert not view.panel.isVisible()
    assert not view.contexts.isVisible()


@pytest.mark.parametrize("agrees", [True, False])
def test_a_rewind_is_another_attempt_that_begins_anew(
    shown: tuple[DictionaryTrainingView, list[Intent]], monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    view, sent = shown
    monkeypatch.setattr(module, "agreed", lambda *_: agrees)
    paint(view, run_with((TrainDictionary(RECIPE), made.trained(60, RECIPE))), choose())
    QTest.mouseClick(view.controls.rewind, Qt.MouseButton.LeftButton)
    fresh = TrainDictionary(RECIPE, fresh=True, attempt=1, seconds=0.0)
    anew = [Rest(TrainDictionary), SetOption(NAME, "attempt", 1), AskLab(fresh, again=True)]
    assert sent == (anew if agrees else [])


def test_nothing_is_asked_where_nothing_was_trained_yet(
    shown: tuple[DictionaryTrainingView, list[Intent]], monkeypatch: pytest.MonkeyPatch
) -> None:
    view, sent = shown
    monkeypatch.delattr(module, "agreed")
    paint(view, run_with((TrainDictionary(RECIPE), made.trained(0, RECIPE))), choose())
    QTest.mouseClick(view.controls.rewind, Qt.MouseButton.LeftButton)
    assert sent[:1] == [Rest(TrainDictionary)]


def test_save_under_the_name_that_is_typed(shown: tuple[DictionaryTrainingView, list[Intent]]) -> None:
    view, sent = shown
    paint(view, run_with((TrainDictionary(RECIPE), made.trained(60, RECIPE))), choose(title=" mine "))
    QTest.mouseClick(view.controls.save, Qt.MouseButton.LeftButton)
    assert sent == [SetOption(NAME, "saving", 60), AskLab(SaveDictionary(RECIPE, "mine", 60), again=True)]


@pytest.mark.parametrize("agrees", [True, False])
def test_discard_asks_first(
    shown: tuple[DictionaryTrainingView, list[Intent]], monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    view, sent = shown
    monkeypatch.setattr(module, "agreed", lambda *_: agrees)
    paint(view, run_with((TrainDictionary(RECIPE), made.trained(60, RECIPE))), choose())
    QTest.mouseClick(view.controls.discard, Qt.MouseButton.LeftButton)
    gone = [Rest(TrainDictionary), SetOption(NAME, "attempt", 1), AskLab(DiscardTraining(RECIPE, 0), again=True)]
    assert sent == (gone if agrees else [])


def test_the_two_rates_are_a_click_away(shown: tuple[DictionaryTrainingView, list[Intent]]) -> None:
    view, sent = shown
    paint(view, run_with(), choose(rate="0.0007"))
    assert not view.controls.gentle.isEnabled()  # it is chosen
    QTest.mouseClick(view.controls.harsh, Qt.MouseButton.LeftButton)
    assert sent == [SetOption(NAME, "rate", "0.02")]


def test_an_earlier_training_is_taken_up(shown: tuple[DictionaryTrainingView, list[Intent]]) -> None:
    view, sent = shown
    other = replace(RECIPE, seed=5)
    paint(view, run_with((AskTrainings(0), Trainings((Begun(other, 20, 0.4, 1e9),)))), choose())
    assert view.controls.earlier.isVisible()
    view.controls.earlier.activated.emit(1)
    assert SetOption(NAME, "seed", 5) in sent


def test_an_own_text_is_browsed_for(
    shown: tuple[DictionaryTrainingView, list[Intent]], monkeypatch: pytest.MonkeyPatch
) -> None:
    view, sent = shown
    paint(view, run_with(), choose())
    assert not view.controls.browse.isVisible()
    paint(view, run_with(), choose(text="own"))
    monkeypatch.setattr(ask_path, "open_file", lambda *_: "/texts/a.txt")
    QTest.mouseClick(view.controls.browse, Qt.MouseButton.LeftButton)
    assert sent == [SetOption(NAME, "file", "/texts/a.txt")]


def test_the_table_has_a_row_for_every_step(shown: tuple[DictionaryTrainingView, list[Intent]]) -> None:
    view, _ = shown
    found = made.trained(60, RECIPE)
    frame = paint(view, run_with((TrainDictionary(RECIPE), found)), choose())
    table = view.as_table(frame)
    assert table is not None
    assert [row[0] for row in table.rows] == list(range(0, 62, 2))
    assert table.rows[10][12] == pytest.approx(found.held_out.recovered[1])
    assert table.rows[9][12] == ""
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert view.as_table(training_frame(run_with(), choose())) is None


def test_what_ended_it_is_told_in_the_colour_of_errors(shown: tuple[DictionaryTrainingView, list[Intent]]) -> None:
    view, _ = shown
    found = made.trained(60, RECIPE, problem="The disk is full.", then=None)
    frame = paint(view, run_with((TrainDictionary(RECIPE), found)), choose())
    assert view.alarms(frame)
    assert view.notes(frame).startswith("The disk is full.")
    assert not view.controls.train.isEnabled()
