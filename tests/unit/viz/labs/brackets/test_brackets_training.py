"""Training in the window, why the net fails, the large one, and the lesson: frames, gestures and sentences."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.brackets.questions import (
    AskNetCard,
    BracketAttention,
    BracketKnockOut,
    BracketSequences,
    CompareLarge,
    DepthCloud,
    DepthProbe,
    ListNets,
    MeasureNet,
    TellingFailure,
    TrainSlice,
)
from engine.labs.brackets.records import (
    FRAMINGS,
    Asked,
    ByDepth,
    Comparison,
    Harm,
    Readings,
)
from engine.questions import Refused
from engine.records import F32
from engine.run import Run
from tests.helpers import brackets as made
from tests.helpers import charts
from tests.helpers.mouse import move, wheel
from tests.helpers.runs import RUNS, empty
from viz.intents import AskLab, GoOn, Intent, Rest, SetOption
from viz.labs.brackets import lesson_text
from viz.labs.brackets import training_frame as bracket_training
from viz.labs.brackets.brackets_large_view import BracketsLargeView, as_reading
from viz.labs.brackets.brackets_training_view import BracketsTrainingView
from viz.labs.brackets.brackets_why_view import BracketsWhyView
from viz.labs.brackets.state_cloud import HOME, standing, take
from viz.labs.brackets.training_frame import recipe_of, training_frame
from viz.labs.brackets.training_words import state_words
from viz.theme import theme
from viz.ui_state import UiState

NAME = recipe_of(UiState()).name


@pytest.fixture
def training(qtbot: QtBot) -> tuple[BracketsTrainingView, list[Intent]]:
    view, sent = BracketsTrainingView(), list[Intent]()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    return view, sent


def test_before_a_training_the_stored_checkpoints_are_shown() -> None:
    run = Run()
    assert training_frame(run, UiState()).questions == (AskNetCard(),)
    run.findings[AskNetCard()] = made.card()
    frame = training_frame(run, UiState())
    assert set(frame.questions) == {
        DepthCloud("two-block@2", strings=30), BracketAttention(bracket_training.WATCH, "two-block@2"),
        MeasureNet("two-block@2"),
    }  # fmt: skip
    earlier = training_frame(run, UiState().with_option("brackets_training", "moment", 1))
    assert (earlier.moment, earlier.examples, earlier.legal_mass) == (1, 640.0, 0.9)
    assert "640 examples" in state_words(earlier)


def test_the_name_is_the_recipe() -> None:
    one = recipe_of(UiState())
    other = recipe_of(UiState().with_option("brackets_training", "seed", 3))
    rate = recipe_of(UiState().with_option("brackets_training", "rate", 0.003))
    kinds = recipe_of(UiState().with_option("brackets_training", "kinds", bracket_training.KINDS[1]))
    assert len({one.name, other.name, rate.name, kinds.name}) == 4
    assert kinds.kinds == 2
    assert all(set(it.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for it in (one, rate, kinds))


def test_a_training_of_ones_own_takes_over_and_can_be_gone_along() -> None:
    run = Run()
    for turn in range(3):
        run.findings[TrainSlice(NAME, turn)] = made.trained(NAME, turn)
    frame = training_frame(run, UiState(going=frozenset({"TrainSlice"})))
    assert frame.mine
    assert frame.going
    assert frame.next_slice == recipe_of(UiState(), 3)
    assert (frame.moment, frame.examples, frame.examples_planned) == (2, 1920.0, 6400.0)
    assert frame.losses.tolist() == [[64.0, 1.0], [128.0, 0.9], [192.0, 0.8]]
    assert state_words(frame).startswith("Training: 1,920 of 6,400 examples, probability on valid symbols 92.000")
    first = training_frame(run, UiState().with_option("brackets_training", "moment", 0))
    assert first.cloud is run.findings[TrainSlice(NAME, 0)].cloud  # type: ignore[attr-defined]
    assert state_words(first).startswith("Paused")


def test_start_pause_and_stop(training: tuple[BracketsTrainingView, list[Intent]]) -> None:
    view, sent = training
    run = Run()
    view.paint(training_frame(run, UiState()), theme("dark"))
    assert not view.controls.pause.isEnabled()
    QTest.mouseClick(view.controls.start, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [GoOn(recipe_of(UiState(), 0))]
    run.findings[TrainSlice(NAME, 0)] = made.trained(NAME, 0)
    view.paint(training_frame(run, UiState(going=frozenset({"TrainSlice"}))), theme("dark"))
    assert not view.controls.start.isEnabled()
    QTest.mouseClick(view.controls.pause, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [Rest(TrainSlice)]
    view.paint(training_frame(run, UiState()), theme("dark"))
    QTest.mouseClick(view.controls.start, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [GoOn(recipe_of(UiState(), 1))]
    QTest.mouseClick(view.controls.stop, Qt.MouseButton.LeftButton)
    assert sent[-3:] == [
        Rest(TrainSlice), AskLab(ListNets(turn=2)), SetOption("brackets", "net", f"mine/{NAME}"),
    ]  # fmt: skip


def test_what_ended_a_training_is_said_and_it_can_go_on(training: tuple[BracketsTrainingView, list[Intent]]) -> None:
    view, _ = training
    run = Run()
    run.findings[TrainSlice(NAME, 0)] = made.trained(NAME, 0)
    run.findings[TrainSlice(NAME, 1)] = Refused("The disk is full.")
    frame = training_frame(run, UiState())
    view.paint(frame, theme("dark"))
    assert frame.why_not == "The disk is full."
    assert frame.mine
    assert view.controls.start.isEnabled()
    assert frame.next_slice.turn == 2


def test_states_morph_between_moments(training: tuple[BracketsTrainingView, list[Intent]], qtbot: QtBot) -> None:
    view, _ = training
    run = Run()
    run.findings[TrainSlice(NAME, 0)] = made.trained(NAME, 0)
    view.paint(training_frame(run, UiState()), theme("dark"))
    later = made.trained(NAME, 1)
    later = type(later)(**{**vars(later), "cloud": made.cloud(seed=0)})
    assert later.cloud is not None
    moved = type(later.cloud)(**{**vars(later.cloud), "points3": later.cloud.points3 * np.array([1, 2, 1], np.float32)})
    run.findings[TrainSlice(NAME, 1)] = type(later)(**{**vars(later), "cloud": moved})
    view.paint(training_frame(run, UiState()), theme("dark"))
    before = made.trained(NAME, 0).cloud
    assert before is not None
    assert np.allclose(seen(view), standing(before))
    qtbot.waitUntil(lambda: np.array_equal(seen(view), standing(moved)))


def seen(view: BracketsTrainingView) -> F32:
    """Where the points of the cloud are seen now."""
    assert view.pane.points is not None
    return view.pane.points


def test_curves_of_a_training_tell_their_values(training: tuple[BracketsTrainingView, list[Intent]]) -> None:
    view, _ = training
    run = Run()
    run.findings[TrainSlice(NAME, 0)] = made.trained(NAME, 0)
    view.paint(training_frame(run, UiState()), theme("dark"))
    loss, mass, by_depth, by_length = view.panel.grid.plots
    charts.point(view.panel, 1, 1)
    said = mass.crosshair.words.replace("\u00a0", " ").split("\n")
    assert said == ["640 examples", "probability on invalid symbols 10.0 %", "wrong top prediction 5.00 %"]
    assert loss.vb.whole[0] == mass.vb.whole[0]
    for plot, name in ((by_depth, "by depth"), (by_length, "by length")):
        assert plot.sides["left"].ruler.name == name
        assert plot.sides["left"].ruler.low == 0.9  # all shares are 0.9 at least


def test_while_it_is_measured_the_axes_stay(training: tuple[BracketsTrainingView, list[Intent]]) -> None:
    view, _ = training
    run = Run()
    run.findings[AskNetCard()] = made.card()
    run.findings[MeasureNet("two-block@2")] = made.quality()
    view.paint(training_frame(run, UiState()), theme("dark"))
    before = [plot.vb.whole for plot in view.panel.grid.plots]
    view.paint(training_frame(run, UiState().with_option("brackets_training", "moment", 1)), theme("dark"))
    assert [plot.vb.whole for plot in view.panel.grid.plots] == before
    assert len(before) == 4


def test_turning_the_cloud_moves_points_and_zooming_spreads_them() -> None:
    from dataclasses import replace

    from PySide6.QtCore import QRectF

    points = standing(made.cloud(strings=8, length=12))
    box = QRectF(10, 20, 400, 300)
    shot = take(points, HOME, box)
    inside = [box.contains(float(x), float(y)) for x, y in shot.pixels]
    assert np.mean(inside) > 0.9
    turned = take(points, HOME.turned(120, 0), box)
    assert not np.allclose(turned.pixels, shot.pixels)
    near = take(points, replace(HOME, distance=HOME.distance / 2), box)
    assert near.pixels.std() > shot.pixels.std()


def test_why_asks_its_questions_and_speaks_from_the_answers(qtbot: QtBot) -> None:
    run = Run()
    frame = BracketsWhyView.frame(run, UiState())
    assert frame.questions == (DepthProbe(), DepthCloud())
    run.findings[DepthProbe()] = made.probed()
    harm = np.zeros((2, 8))
    harm[1, 3] = 0.25
    run.findings[BracketKnockOut()] = Harm(0.01, harm, np.full((2, 5), 0.001), 100)
    longer = BracketsWhyView.frame(run, UiState().with_option("brackets_why", "longer", True))
    assert longer.questions == (DepthCloud(longest=9),)
    view = BracketsWhyView()
    qtbot.addWidget(view)
    assert "depth after L1: R² 0.980 up to 6 brackets, 0.600 beyond" in view.notes(longer)
    assert "Switching off L1.H3 alone adds 2.50e-01" in view.spoken(longer)


def test_why_switches_parts_off_when_a_person_wants_it(qtbot: QtBot) -> None:
    run, sent = Run(), list[object]()
    run.findings[DepthProbe()] = made.probed()
    view = BracketsWhyView()
    qtbot.addWidget(view)
    view.intent.connect(sent.append)
    view.resize(1000, 700)
    view.show()
    view.paint(BracketsWhyView.frame(run, UiState()), theme("dark"))
    QTest.mouseClick(view.knock, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(BracketKnockOut(), again=True)]
    view.paint(BracketsWhyView.frame(run, UiState()), theme("dark"))
    assert not view.knock.isEnabled()
    run.findings[BracketKnockOut()] = Refused("Stopped before it was done.")
    view.paint(BracketsWhyView.frame(run, UiState()), theme("dark"))
    assert view.knock.isEnabled()
    run.findings[BracketKnockOut()] = Harm(0.01, np.zeros((2, 8)), np.full((2, 5), 0.001), 100)
    view.paint(BracketsWhyView.frame(run, UiState()), theme("dark"))
    assert view.knock.isHidden()


def test_why_draws_what_was_read_and_what_does_harm(qtbot: QtBot) -> None:
    run = Run()
    run.findings[DepthProbe()] = made.probed()
    harm = np.zeros((2, 8))
    harm[1, 3] = 0.25
    run.findings[BracketKnockOut()] = Harm(0.01, harm, np.full((2, 5), 0.001), 100)
    view = BracketsWhyView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.paint(BracketsWhyView.frame(Run(), UiState()), theme("dark"))
    assert not view.panel.has_charts  # nothing was found yet
    view.paint(BracketsWhyView.frame(run, UiState()), theme("dark"))
    charts.point(view.panel, 0, 0)
    words = view.panel.grid.plots[0].crosshair.words
    assert words == "input\ntrained lengths R² 0.500\nlonger R² −1.000"  # the line is clipped, the words are not
    heads = view.harm.grid.plots[0]
    assert heads.sides["left"].ruler.labels[0] == "L1.H3"
    assert heads.sides["right"].ruler.labels[0] == "+2.50e-01"
    charts.point(view.harm, 0, 0)
    assert heads.crosshair.words == "L1.H3: +2.50e-01"


def test_the_cloud_is_turned_by_hand_and_by_keys(qtbot: QtBot) -> None:
    run = Run()
    run.findings[DepthProbe()] = made.probed()
    run.findings[DepthCloud(longest=9)] = made.cloud()
    view = BracketsWhyView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.paint(BracketsWhyView.frame(run, UiState()), theme("dark"))
    view.grab()
    pane, middle = view.pane, view.pane.cloud_box.center().toPoint()
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=middle)
    move(pane, middle + QPoint(40, 0), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=middle)
    assert pane.camera == HOME.turned(40, 0)
    QTest.mouseDClick(pane, Qt.MouseButton.LeftButton, pos=middle)
    assert pane.camera == HOME
    QTest.keyClick(pane, Qt.Key.Key_Up)
    assert pane.camera == HOME.turned(0, -20)
    wheel(pane, middle, 1)
    assert pane.camera.distance < HOME.distance


def comparison() -> Comparison:
    """A model that is right half of the time."""
    depth = np.arange(3)
    asked = Asked(
        "((", FRAMINGS[2], ("(", ")", "End"), np.array([[0.5, 0.1, 0.2]] * 3), made.reading("((").legal,
        depth, ("((",), 0.0,
    )  # fmt: skip
    count = np.array([4, 4, 4])
    tables = tuple(
        ByDepth(who, "close or end", depth, count, right, right / 4 * 0.8, np.ones(3))
        for who, right in (("tiny", np.array([4, 2, 0])), ("the small net", count), ("a counter", count))
    )
    return Comparison(FRAMINGS[2], (asked,), tables, ("((", "))"))


def test_the_large_one_is_asked_when_a_person_asks(qtbot: QtBot) -> None:
    run, sent = empty(), list[Intent]()
    view = BracketsLargeView()
    view.intent.connect(sent.append)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    view.paint(BracketsLargeView.frame(run, UiState()), theme("dark"))
    assert sent == []
    QTest.mouseClick(view.button, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(CompareLarge(FRAMINGS[2], (), "two-block"), again=True)]
    run.findings[CompareLarge(FRAMINGS[2], (), "two-block")] = comparison()
    frame = BracketsLargeView.frame(run, UiState())
    view.paint(frame, theme("dark"))
    view.grab()
    said = view.notes(frame).replace("\u00a0", " ")
    assert "tiny 50.0 % (6 of 12)" in said
    assert "the bracket model 100 % (12 of 12)" in said
    assert "Other characters get 20.0 %" in said
    assert as_reading(comparison().asked[0]).string == "(("
    charts.point(view.panel, 1, 1)
    words = view.panel.grid.plots[1].crosshair.words.replace("\u00a0", " ").split("\n")
    assert words == [
        "depth 1",
        "tiny 50.0 % (2 / 4)",
        "the bracket model 100 % (4 / 4)",
        "a counter (always correct) 100 % (4 / 4)",
    ]


@pytest.mark.parametrize("kind", ["no_model", "empty"])
def test_the_large_one_says_what_is_missing(kind: str, qtbot: QtBot) -> None:
    view = BracketsLargeView()
    qtbot.addWidget(view)
    frame = BracketsLargeView.frame(RUNS[kind](), UiState())
    view.paint(frame, theme("dark"))
    assert view.missing(frame)
    assert not view.panel.has_charts
    assert view.button.isEnabled() == bool(frame.model)


def test_the_lesson_asks_one_of_a_class_at_a_time_and_speaks_from_the_numbers() -> None:
    run = Run()
    first = lesson_text.missing(run)
    assert len({type(question) for question in first}) == len(first)
    assert all(claim.agrees is None for claim in lesson_text.claims(run))
    run.findings[AskNetCard()] = made.card()
    run.findings[AskNetCard("one-block")] = made.card("one-block")
    run.findings[BracketSequences()] = made.sequences(5)
    run.findings[BracketSequences(lesson_text.EARLY)] = made.sequences(2)
    run.findings[TellingFailure()] = Readings((made.reading("(()((", wrong_at=(5,), trained_length=6),))
    run.findings[DepthProbe()] = made.probed()
    _, one, early, runs, failure, why = lesson_text.claims(run)
    assert one.agrees is True  # this made-up one-block net did not learn it
    assert "after 3 opened and 3 closed brackets it gives 3.00" in early.here
    assert "correct up to 4 and fails at 5" in runs.here
    assert "After 5 brackets, at depth 3, it expects End with 90.0" in failure.here
    assert "needs 8 brackets in all; it was trained on up to 6" in failure.here
    assert "0.980 within the trained lengths, 0.600 beyond" in why.here
    text = lesson_text.as_html(lesson_text.claims(run), "#fff", "#aaa", "#0f0", "#ff0")
    assert text.count("It says:") == 6
