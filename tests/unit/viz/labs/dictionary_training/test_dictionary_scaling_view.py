"""The view of scaling laws: which dictionaries it asks for, and what it shows of them, with findings by a known law."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.errors import InputRefused
from engine.labs.dictionary_training.records import PUBLISHED, AskCost, Sweep, SweepDictionaries, law
from engine.questions import Refused
from engine.run import Run
from tests.helpers.runs import RUNS
from tests.unit.viz.labs.dictionary_training import made
from viz.intents import AskLab, GoOn, Intent, Rest, SetOption
from viz.labs.dictionary_training import scaling_words as words
from viz.labs.dictionary_training.dictionary_scaling_view import DictionaryScalingView
from viz.labs.dictionary_training.scaling_drawing import law_rows, point_words
from viz.labs.dictionary_training.scaling_frame import ScalingFrame, numbers_of, scaling_frame
from viz.theme import theme
from viz.ui_state import UiState

NAME = "dictionary_scaling"


def choose(**values: object) -> UiState:
    ui = UiState().with_option("dictionary_training", "layer", 1)
    for name, value in {"widths": "64, 128", "ks": "4 8", "steps": 50, **values}.items():
        ui = ui.with_option(NAME, name, value)
    return ui


def asked(ui: UiState) -> SweepDictionaries:
    question = scaling_frame(RUNS["fifty_steps"](), ui).following
    assert question is not None
    return question


def swept(ui: UiState, done: bool = True) -> tuple[Run, Sweep]:
    run = RUNS["fifty_steps"]()
    found = run.findings[asked(ui)] = made.sweep(asked(ui), done)
    return run, found


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[DictionaryScalingView, list[Intent]]:
    view, sent = DictionaryScalingView(), list[Intent]()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    return view, sent


def paint(view: DictionaryScalingView, run: Run, ui: UiState) -> ScalingFrame:
    frame = scaling_frame(run, ui)
    view.paint(frame, theme("dark"))
    return frame


def test_widths_and_k_are_what_is_typed_and_the_rest_is_the_training_views() -> None:
    ui = choose(widths="256; 64,128 64").with_option("dictionary_training", "seed", 9)
    question = asked(ui)
    assert (question.widths, question.ks) == ((64, 128, 256), (4, 8))
    assert (question.recipe.seed, question.recipe.steps, question.recipe.hook.layer) == (9, 50, 1)
    assert question.recipe.activation == "topk"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"widths": "wide"}, "Whole numbers such as 256, 512"),
        ({"widths": ""}, "Whole numbers"),
        ({"ks": "1.5"}, "Whole numbers"),
        ({"ks": "0"}, "from 1 to"),
        ({"widths": "64 999999"}, "from 1 to"),
        ({"ks": "65", "widths": "64"}, "Of 64 features no 65"),
    ],
)
def test_what_makes_no_sweep_is_refused_in_a_sentence(values: dict[str, object], said: str) -> None:
    frame = scaling_frame(RUNS["fifty_steps"](), choose(**values))
    assert said in frame.why_not
    assert (frame.following, frame.questions) == (None, ())


def test_no_more_than_a_dozen_numbers_are_taken() -> None:
    assert len(numbers_of(" ".join(map(str, range(1, 13))), 100)) == 12
    with pytest.raises(InputRefused, match="Up to 12 numbers"):
        numbers_of(" ".join(map(str, range(1, 14))), 100)


def test_the_time_is_told_before_it_begins() -> None:
    run, ui = RUNS["fifty_steps"](), choose()
    frame = scaling_frame(run, ui)
    assert frame.questions == (AskCost(frame.recipe),)  # type: ignore[arg-type]
    run.findings[frame.questions[0]] = made.COST
    told = scaling_frame(run, ui)
    assert told.seconds == pytest.approx(75 + 2 * (64 + 128) / 128 * (32.4 + 8))
    assert DictionaryScalingView.wants(told) == DictionaryScalingView.figure_wants(frame) == ()
    assert scaling_frame(Run(), ui).questions == ()


def test_both_charts_hold_the_errors_on_logarithmic_axes(shown: tuple[DictionaryScalingView, list[Intent]]) -> None:
    view, _ = shown
    ui = choose()
    run, found = swept(ui)
    paint(view, run, ui)
    widths, compute = view.panel.grid.plots
    drawn = {line.name: line for line in widths.values[0] if line.name}
    np.testing.assert_allclose(drawn["k 4"].values, np.log10(law(PUBLISHED, [64, 128], 4)))
    np.testing.assert_allclose(drawn["k 8"].at, np.log10([64, 128]))
    fits = [line.values for line in widths.values[0] if not line.name]
    assert len(fits) == 4  # fitted and published, of two k; here they are the same law
    np.testing.assert_allclose(fits[0], fits[1])
    points = [line for line in compute.values[0] if line.kind == "points"]
    np.testing.assert_allclose(points[-1].at, np.log10([point.flops[-1] for point in found.points]))
    assert "MSE" in point_words(found.points[0])


def test_what_is_still_trained_is_no_point_of_the_law(shown: tuple[DictionaryScalingView, list[Intent]]) -> None:
    view, _ = shown
    ui = choose()
    run, found = swept(ui, done=False)
    run.findings[asked(ui)] = replace(found, points=(*found.points[:-1], replace(found.points[-1], step=49)))
    paint(view, run, ui)
    drawn = {line.name: line for line in view.panel.grid.plots[0].values[0] if line.name}
    assert (len(drawn["k 4"].values), len(drawn["k 8"].values)) == (2, 1)


def test_the_law_is_told_with_its_errors_beside_the_published_one() -> None:
    _, found = swept(choose())
    rows = {row[0]: row[1:] for row in law_rows(found.law)}
    assert rows["b of ln k"] == ("0.26 ± 0.01", "0.26")
    assert law_rows(None)[0][1:] == ("–", "−0.5")


def test_train_pause_resume_and_rewind(shown: tuple[DictionaryScalingView, list[Intent]]) -> None:
    view, sent = shown
    ui = choose()
    question = asked(ui)
    paint(view, RUNS["fifty_steps"](), ui)
    QTest.mouseClick(view.train, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [GoOn(question)]
    run, found = swept(ui, done=False)
    paint(view, run, replace(ui, going=frozenset({SweepDictionaries.__name__})))
    assert view.train.text() == "Pause"
    QTest.mouseClick(view.train, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [Rest(SweepDictionaries)]
    paint(view, run, ui)
    QTest.mouseClick(view.train, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [GoOn(found.then)]  # type: ignore[arg-type]
    QTest.mouseClick(view.rewind, Qt.MouseButton.LeftButton)
    fresh = replace(question, fresh=True, attempt=1, seconds=0.0)
    assert sent[-2:] == [SetOption(NAME, "attempt", 1), AskLab(fresh, again=True)]


def test_progress_is_of_the_reading_and_then_of_all_steps(shown: tuple[DictionaryScalingView, list[Intent]]) -> None:
    view, _ = shown
    ui = choose()
    run, found = swept(ui, done=False)
    half = tuple(replace(point, step=25) for point in found.points)
    run.findings[asked(ui)] = replace(found, points=half)
    paint(view, run, replace(ui, going=frozenset({SweepDictionaries.__name__})))
    assert (view.bar.isVisible(), view.bar.value()) == (True, 500)
    none = tuple(replace(point, step=0) for point in found.points)
    run.findings[asked(ui)] = replace(found, points=none, text=replace(made.TEXT, read=2_250))
    assert scaling_frame(run, ui).progress == 0.25


def test_a_refusal_is_told() -> None:
    run, ui = RUNS["fifty_steps"](), choose()
    run.findings[asked(ui)] = Refused("Too little memory.")
    assert words.notes(scaling_frame(run, ui)) == "Too little memory."


def test_the_table_has_every_measurement(shown: tuple[DictionaryScalingView, list[Intent]]) -> None:
    view, _ = shown
    ui = choose()
    run, found = swept(ui)
    frame = paint(view, run, ui)
    table = view.as_table(frame)
    assert table is not None
    assert len(table.rows) == 3 * len(found.points)
    assert table.rows[2][:3] == (64, 4, 50)
    assert table.rows[2][3] == pytest.approx(float(law(PUBLISHED, 64, 4)))
    assert table.rows[2][3] == pytest.approx(table.rows[2][6])
