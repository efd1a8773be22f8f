"""The toy model's view: what it asks, shows, says and does, with findings of the real laboratory."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labkit.workbench import Bench
from engine.labs.superposition import toy_answers
from engine.labs.superposition.records import (
    DENSITIES,
    PHASE_DENSITIES,
    Arrangement,
    Group,
    PhaseColumn,
    SweepDensity,
    ToyRecipe,
    ToyTrained,
    TrainToy,
)
from engine.questions import Refused
from engine.run import Run
from viz.intents import AskLab, GoOn, Intent, Rest, SetOption
from viz.labs.superposition import words
from viz.labs.superposition.superposition_frame import PAGE, PAGES, borders, recipe_of, seen, superposition_frame
from viz.labs.superposition.superposition_view import SuperpositionView
from viz.theme import theme
from viz.ui_state import UiState

BENCH = Bench(lambda *_: None, lambda: False)
QUICK = {"steps": 12, "starts": 2, "batch": 32}


def choose(**values: object) -> UiState:
    ui = UiState()
    for name, value in {**QUICK, **values}.items():
        ui = ui.with_option("superposition", name, value)
    return ui


def answer(run: Run, question: TrainToy | None) -> None:
    while question is not None:
        found = run.findings[question] = toy_answers.train_toy(question, BENCH)
        question = found.then


def trained(ui: UiState) -> Run:
    run = Run()
    answer(run, TrainToy(recipe_of(ui)))
    return run


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[SuperpositionView, list[Intent]]:
    view, sent = SuperpositionView(), list[Intent]()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(1200, 760)
    view.show()
    return view, sent


# -- frames ----------------------------------------------------------------------------------------------------------


def test_the_defaults_are_the_recipes() -> None:
    assert recipe_of(UiState()) == ToyRecipe()


def test_only_what_takes_about_a_second_is_trained_unbidden() -> None:
    run, ui = Run(), UiState()
    asked = SuperpositionView.wants(superposition_frame(run, ui))
    assert asked == (AskLab(TrainToy()),)
    run.findings[TrainToy()] = toy_answers.train_toy(TrainToy(), BENCH)
    (further,) = SuperpositionView.wants(superposition_frame(run, ui))
    assert isinstance(further, AskLab)
    assert further.question.moment > 0  # type: ignore[attr-defined]
    other = choose(features=60, steps=4000, starts=8)
    run.findings[TrainToy(recipe_of(other))] = toy_answers.train_toy(TrainToy(recipe_of(other)), BENCH)
    frame = superposition_frame(run, other)
    assert SuperpositionView.wants(frame) == ()  # its random weights are there; a person begins
    assert frame.facts is not None
    assert frame.facts.least_linear > 0
    assert SuperpositionView.figure_wants(frame) == (AskLab(frame.following),)  # type: ignore[arg-type]


def test_moments_are_gone_along_and_the_best_or_a_chosen_start_is_shown() -> None:
    ui = choose()
    run = trained(ui)
    newest, first = superposition_frame(run, ui), superposition_frame(run, choose(moment=0))
    assert newest.now is not None
    assert newest.now.done
    assert newest.chosen == newest.now.best
    assert first.now is not None
    assert first.now.step == 0
    assert superposition_frame(run, choose(start=3)).chosen == 2  # the control, after two starts
    assert superposition_frame(run, choose(start=33)).chosen == 2


def test_a_hole_in_the_series_is_no_end_of_it() -> None:
    """The desk thins out long series."""
    ui = choose()
    run = trained(ui)
    whole = len(superposition_frame(run, ui).told)
    del run.findings[next(it for it in run.findings if isinstance(it, TrainToy) and it.moment > 0)]
    assert len(superposition_frame(run, ui).told) == whole - 1


def test_a_refusal_is_told_and_not_asked_again() -> None:
    run, ui = Run(), choose(features=100, dimensions=50, starts=32)
    run.findings[TrainToy(recipe_of(ui))] = Refused("Too much.")
    frame = superposition_frame(run, ui)
    assert frame.why_not == "Too much."
    assert SuperpositionView.wants(frame) == ()


def test_sweeps_ask_for_what_is_missing() -> None:
    run, ui = Run(), choose(show="densities")
    recipe = replace(recipe_of(ui), density=1.0)
    assert superposition_frame(run, ui).following == SweepDensity(recipe, 0)
    run.findings[SweepDensity(recipe, 0)] = toy_answers.sweep_density(SweepDensity(recipe, 0), BENCH)
    frame = superposition_frame(run, ui)
    assert frame.following == SweepDensity(recipe, 1)
    assert frame.parts == (1, len(DENSITIES))
    frame = superposition_frame(run, choose(show="phases"))
    assert (frame.following, frame.parts) == (PhaseColumn(0), (0, len(PHASE_DENSITIES)))


def test_space_is_seen_without_distortion() -> None:
    """An orthographic projection: what lies across keeps its length, and depth is the rest."""
    directions = np.random.default_rng(0).standard_normal((7, 3))
    places, near = seen(directions, 33.0, -12.0)
    np.testing.assert_allclose(np.square(places).sum(axis=1) + near**2, np.square(directions).sum(axis=1))


def test_the_borders_are_where_two_solutions_cost_the_same() -> None:
    density = np.array([0.2, 0.4, 0.9])
    low, high = borders(density)
    alone, pair = density / 3 - density**2 / 4, density**2 / 6
    np.testing.assert_allclose((low * alone)[:2], ((1 + low) * pair)[:2])
    np.testing.assert_allclose(alone[:2], ((1 + high) * pair)[:2])
    assert np.isnan(low[2])
    assert np.isnan(high[2])


# -- words -----------------------------------------------------------------------------------------------------------


def test_arrangements_have_names() -> None:
    pair = Group("digon", (0, 1), 1, 0.0)
    assert words.arrangement_words(Arrangement((pair, replace(pair, features=(2, 3))), (4,))) == "2 antipodal pairs"
    assert words.arrangement_words(Arrangement((Group("polygon", (0, 1, 2, 3, 4), 2, 0.0),), ())) == "one pentagon"
    both = Arrangement((pair, Group("single", (2,), 1, 0.0)), ())
    assert words.arrangement_words(both) == "one antipodal pair, one feature alone"
    assert words.arrangement_words(Arrangement((), (0,))) == "no feature represented"
    assert words.shape_words("polygon", 7, 2, 1) == "one regular polygon of 7"
    assert words.shape_words("irregular", 34, 10, 1) == "irregular: 34 features in 10 dimensions"


def test_the_spread_of_the_starts_and_the_control_are_told() -> None:
    ui = choose()
    frame = superposition_frame(trained(ui), ui)
    said = words.notes(frame)
    assert said.startswith("Outcomes: ")
    assert "Control without ReLU" in said
    assert words.heading(frame).startswith("Trained: step 12 of 12, best start")


def test_a_loss_that_is_no_number_is_told_with_what_to_do(shown: tuple[SuperpositionView, list[Intent]]) -> None:
    ui = choose(rate=1e9)
    frame = superposition_frame(trained(ui), ui)
    assert "not a finite number" in words.notes(frame)
    assert "1e+09" in words.notes(frame)
    assert shown[0].alarms(frame)
    assert frame.following is None


# -- the view --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dimensions", [1, 2, 3, 4])
def test_every_number_of_dimensions_is_drawn(dimensions: int, shown: tuple[SuperpositionView, list[Intent]]) -> None:
    view, _ = shown
    ui = choose(dimensions=dimensions)
    view.paint(superposition_frame(trained(ui), ui), theme("dark"))
    assert view.arrows.isVisible() == (dimensions <= 3)
    assert len(view.panel.grid.plots) == 4
    table = view.panel.grid.plots[0].values[0][0].values
    now = view.painted.now if view.painted is not None else None
    assert now is not None
    weights = now.weights[now.best]
    np.testing.assert_allclose(table, weights.T @ weights, rtol=1e-5)


def test_train_pause_rewind_and_play(shown: tuple[SuperpositionView, list[Intent]], qtbot: QtBot) -> None:
    view, sent = shown
    ui = choose()
    run, first = Run(), TrainToy(recipe_of(ui))
    found = run.findings[first] = toy_answers.train_toy(first, BENCH)
    assert isinstance(found, ToyTrained)
    view.paint(superposition_frame(run, ui), theme("dark"))
    assert view.controls.start.text() == "Train"
    view.activateWindow()
    view.controls.start.setFocus()
    qtbot.waitUntil(view.controls.start.hasFocus)
    QTest.mouseClick(view.controls.start, Qt.MouseButton.LeftButton)
    assert found.then is not None
    assert sent[-1:] == [GoOn(found.then)]
    going = replace(ui, going=frozenset({"TrainToy"}))
    view.paint(superposition_frame(run, going), theme("dark"))
    assert not view.controls.start.isEnabled()
    assert view.controls.pause.hasFocus()  # the keyboard stays with these buttons
    QTest.mouseClick(view.controls.pause, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [Rest(TrainToy)]
    answer(run, found.then)
    view.paint(superposition_frame(run, ui), theme("dark"))
    assert not view.controls.start.isEnabled()  # done
    QTest.mouseClick(view.controls.rewind, Qt.MouseButton.LeftButton)
    assert sent[-1] == SetOption("superposition", "moment", 0)
    view.paint(superposition_frame(run, choose(moment=0)), theme("dark"))
    assert view.controls.start.text() == "Play"
    QTest.mouseClick(view.controls.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sent[-1] == SetOption("superposition", "moment", 1))
    QTest.mouseClick(view.controls.pause, Qt.MouseButton.LeftButton)
    assert not view.controls.pause.isEnabled()


def test_a_start_is_chosen_by_its_row(shown: tuple[SuperpositionView, list[Intent]]) -> None:
    view, sent = shown
    ui = choose()
    view.paint(superposition_frame(trained(ui), ui), theme("dark"))
    now = view.painted.now if view.painted is not None else None
    assert now is not None
    aim = view.panel.grid.plots[1].aim_at
    assert aim is not None
    assert aim.choose is not None
    aim.choose(2)
    assert sent[-1] == SetOption("superposition", "start", 3)
    aim.choose(now.best)
    assert sent[-1] == SetOption("superposition", "start", 0)


def test_dragging_turns_three_dimensions_and_keeps_the_angle(shown: tuple[SuperpositionView, list[Intent]]) -> None:
    view, sent = shown
    ui = choose(dimensions=3, azimuth=0, elevation=0)
    view.paint(superposition_frame(trained(ui), ui), theme("dark"))
    view._turn(20.0, 10.0, False)
    assert not sent
    view._turn(20.0, 100.0, True)
    assert sent[-2:] == [SetOption("superposition", "azimuth", 40), SetOption("superposition", "elevation", 89)]


def test_both_sweeps_are_drawn_and_saved(shown: tuple[SuperpositionView, list[Intent]]) -> None:
    view, _ = shown
    run, ui = Run(), choose(show="densities")
    for index in (0, 1):
        question = SweepDensity(replace(recipe_of(ui), density=1.0), index)
        run.findings[question] = toy_answers.sweep_density(question, BENCH)
    view.paint(superposition_frame(run, ui), theme("light"))
    assert len(view.panel.grid.plots) == 3
    assert view.as_table(view.painted) is not None
    ui = choose(show="phases")
    assert view.instead(superposition_frame(run, ui)).startswith("Every cell is a model")
    run.findings[PhaseColumn(0)] = toy_answers.phase_column(PhaseColumn(0), BENCH)
    view.paint(superposition_frame(run, ui), theme("light"))
    cells = view.panel.grid.plots[0].values[0][0].values
    assert cells.shape == (20, 20)
    assert np.isfinite(cells[:, 0]).all()
    assert np.isnan(cells[:, 1:]).all()
    aim = view.panel.grid.plots[0].aim_at
    assert aim is not None
    assert "second feature only" in aim.words((0, 0))
    assert "not computed yet" in aim.words((0, 5))


def test_words_before_anything_is_computed_stand_in_the_middle_of_the_room(
    shown: tuple[SuperpositionView, list[Intent]],
) -> None:
    view, _ = shown
    view.paint(superposition_frame(Run(), choose(**{PAGE.name: PAGES[2]})), theme("dark"))
    QTest.qWait(0)
    box = view._instead.geometry()
    assert "Compute" in view._instead.text
    assert box.height() > 0.8 * view.height()
    view.paint(superposition_frame(trained(choose()), choose()), theme("dark"))
    QTest.qWait(0)
    assert view.panel.height() > 0.6 * view.height()
