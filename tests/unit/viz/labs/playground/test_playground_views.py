"""The playground's views: buttons, the mouse on lines, neurons and the plane, the keys, and files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench
from engine.labs.playground.questions import MeasureWidths, OpenNet, ReadPoints, SaveNet, TrainNet, TrainStarts
from engine.labs.playground.records import OWN_POINTS, NetTrained
from engine.nets.records import forward
from engine.questions import Refused
from engine.run import Run
from tests.helpers import charts
from viz import ask_path
from viz.intents import AskLab, GoOn, Intent, Rest, SetOption, ShowViews
from viz.labs.playground.places import Places
from viz.labs.playground.planes import _region_keys
from viz.labs.playground.playground_starts_view import PlaygroundStartsView
from viz.labs.playground.playground_view import PlaygroundView
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View

BENCH = Bench(lambda doing, done, total: None, lambda: False)


class Stage:
    """A view with a small session around it: options that are set, and questions that are answered at once."""

    def __init__(self, view: View, qtbot: QtBot, **options: object) -> None:
        self.view, self.run, self.sent = view, Run(), list[Intent]()
        self.ui = UiState().with_option("playground", "samples", 40)
        for name, value in options.items():
            self.ui = self.ui.with_option("playground", name, value)
        view.intent.connect(self.handle)
        qtbot.addWidget(view)
        view.resize(1500, 800)
        view.show()
        self.paint()

    def paint(self) -> None:
        for _ in range(4):
            frame = type(self.view).frame(self.run, self.ui)
            self.view.paint(frame, theme("dark"))
            wanted = [it for it in type(self.view).wants(frame) if not self.known(it)]
            if not wanted:
                return
            for intent in wanted:
                self.handle(intent)

    def known(self, intent: Intent) -> bool:
        return isinstance(intent, AskLab) and intent.question in self.run.findings

    def handle(self, intent: Intent) -> None:
        self.sent.append(intent)
        if isinstance(intent, SetOption):
            self.ui = self.ui.with_option(intent.view, intent.name, intent.value)
        elif isinstance(intent, AskLab):
            self.run.findings[intent.question] = answer(intent.question, BENCH)
        elif isinstance(intent, GoOn):
            self.ui = replace(self.ui, going=self.ui.going | {type(intent.question).__name__})
        elif isinstance(intent, Rest):
            self.ui = replace(self.ui, going=self.ui.going - {intent.kind.__name__})

    def frame(self) -> object:
        return type(self.view).frame(self.run, self.ui)


def press(stage: Stage, button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]
    stage.paint()


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(PlaygroundView(), qtbot)


def view_of(stage: Stage) -> PlaygroundView:
    assert isinstance(stage.view, PlaygroundView)
    assert stage.view.painted is not None
    return stage.view


def test_train_pause_step_and_rewind(stage: Stage) -> None:
    view = view_of(stage)
    start = view.painted.weights.copy()  # type: ignore[union-attr]
    press(stage, view.controls.step)
    press(stage, view.controls.step)
    assert view.painted is not None
    assert view.painted.step == 2
    assert view.painted.weights is not None
    assert not np.array_equal(view.painted.weights, start)
    press(stage, view.controls.train)
    assert isinstance(stage.sent[-1], GoOn | AskLab)
    assert view.controls.train.text() == "Pause"
    assert not view.controls.step.isEnabled()
    press(stage, view.controls.train)
    assert Rest(TrainNet) in stage.sent
    press(stage, view.controls.rewind)
    assert view.painted.step == 0
    assert (view.painted.weights == start).all()
    press(stage, view.controls.fresh)
    assert view.painted.seed == 1
    assert not np.array_equal(view.painted.weights, start)


def test_a_click_on_a_line_chooses_its_weight_and_the_slider_turns_it(stage: Stage) -> None:
    view = view_of(stage)
    view.grab()
    there = view.pane.layout_now
    assert there is not None
    line, place = there.lines[-1], int(there.places[-1])
    at = line[:2] * 0.85 + line[2:] * 0.15
    assert view.pane.place_at(QPoint(*np.round(at).astype(int).tolist()).toPointF()) is not None
    QTest.mouseClick(view.pane, Qt.MouseButton.LeftButton, pos=QPoint(*np.round(at).astype(int).tolist()))
    stage.paint()
    chosen = view.painted.chosen  # type: ignore[union-attr]
    assert chosen == place or chosen in there.places
    view.weight.slider.setValue(321)
    stage.paint()
    assert view.painted is not None
    assert view.painted.weights is not None
    assert view.painted.weights[chosen] == pytest.approx(3.21)
    assert view.weight.box.value() == pytest.approx(3.21)
    assert "1 weight turned by hand" in view.heading(view.painted)
    press(stage, view.controls.step)
    found = [it for it in stage.run.findings.values() if isinstance(it, NetTrained)]
    assert abs(found[-1].weights[0][chosen] - 3.21) < 0.1  # trained on from there
    assert view.painted.turned == ()


def test_keys_choose_and_turn_weights(stage: Stage) -> None:
    view = view_of(stage)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view.pane, key)
        stage.paint()
    assert view.painted is not None
    net = view.painted.net
    assert net is not None
    assert view.painted.chosen == net.starts[1]
    before = float(view.painted.weights[net.starts[1]])  # type: ignore[index]
    QTest.keyClick(view.pane, Qt.Key.Key_Plus)
    stage.paint()
    assert view.painted.weights is not None
    assert view.painted.weights[net.starts[1]] == pytest.approx(before + 0.1, abs=1e-5)


def test_the_pointer_says_what_every_neuron_answers(stage: Stage) -> None:
    view = view_of(stage)
    charts.point(view.plane, 0, (0.5, -0.25))
    frame = view.painted
    assert frame is not None
    assert frame.net is not None
    assert frame.weights is not None
    plot = view.plane.grid.plots[0]
    spot = plot.crosshair.spot
    assert spot is not None
    wanted = forward(frame.net, frame.weights.astype(np.float64), np.array([spot.thing]))
    assert view._values[1] == pytest.approx(wanted[0][0])
    assert view._values[-1].sum() == pytest.approx(1.0)
    assert "class" in plot.crosshair.words


def test_points_are_drawn_and_taken_away(qtbot: QtBot) -> None:
    stage = Stage(PlaygroundView(), qtbot, data=OWN_POINTS)
    view = view_of(stage)
    assert "two classes" in view.notes(view.painted)  # type: ignore[arg-type]
    charts.click(view.plane, 0, (-0.5, -0.5))
    stage.paint()
    view.controls.pen.activated.emit(1)
    stage.paint()
    charts.click(view.plane, 0, (0.5, 0.5))
    stage.paint()
    frame = view.painted
    assert frame is not None
    assert frame.there is not None
    assert frame.data.table[:, 2].tolist() == [0, 1]
    assert frame.data.table[1, :2] == pytest.approx([0.5, 0.5], abs=0.03)
    assert frame.following is not None
    press(stage, view.controls.undo)
    assert len(view.painted.data.table) == 1  # type: ignore[union-attr]
    press(stage, view.controls.clear)
    assert len(view.painted.data.table) == 0  # type: ignore[union-attr]


DRAWN = "0.5,0.5,0;-0.5,-0.5,1"


def test_what_was_drawn_stays_beside_the_points_of_a_file_that_is_opened(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("x,y,c\n1,2,a\n3,1,b\n")
    stage = Stage(PlaygroundView(), qtbot, data=OWN_POINTS, drawn=DRAWN)
    view = view_of(stage)
    monkeypatch.setattr(ask_path, "open_file", lambda *_: str(path))
    press(stage, view.controls.csv)
    assert view.painted is not None
    assert view.painted.data.table.tolist() == [[1, 2, 0], [3, 1, 1], [0.5, 0.5, 0], [-0.5, -0.5, 1]]


def test_what_was_drawn_stays_where_a_file_is_refused(qtbot: QtBot) -> None:
    stage = Stage(PlaygroundView(), qtbot, data=OWN_POINTS, drawn=DRAWN)
    stage.run.findings[ReadPoints("own.csv")] = Refused("No points in own.csv.")
    stage.ui = stage.ui.with_option("playground", "file", "own.csv")
    stage.paint()
    view = view_of(stage)
    assert view.painted is not None
    assert view.painted.data.table.tolist() == [[0.5, 0.5, 0], [-0.5, -0.5, 1]]


def test_points_come_from_a_file_and_nets_go_to_files(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("x,y,c\n10,200,a\n30,100,b\n20,n/a,b\n")
    stage = Stage(PlaygroundView(), qtbot, data=OWN_POINTS)
    view = view_of(stage)
    monkeypatch.setattr(ask_path, "open_file", lambda *_: str(path))
    press(stage, view.controls.csv)
    assert AskLab(ReadPoints(str(path)), again=True) in stage.sent
    assert view.painted is not None
    assert view.painted.data.table.tolist() == [[10, 200, 0], [30, 100, 1]]
    assert "1 rows of own.csv" in view.notes(view.painted)
    press(stage, view.controls.step)
    target = tmp_path / "net.safetensors"
    monkeypatch.setattr(ask_path, "save_file", lambda *_: (str(target), "Net with its recipe (*.safetensors)"))
    press(stage, view.controls.save)
    weights = view.painted.weights
    assert weights is not None
    assert any(isinstance(it, AskLab) and isinstance(it.question, SaveNet) for it in stage.sent)
    assert "saved in" in view.notes(view.painted)
    view.still = True  # a figure is passed on
    assert "saved in" not in view.notes(view.painted)
    view.still = False
    press(stage, view.controls.step)
    assert "saved in" not in view.notes(view.painted)  # it is another net now
    other = Stage(PlaygroundView(), qtbot)
    monkeypatch.setattr(ask_path, "open_file", lambda *_: str(target))
    press(other, view_of(other).controls.open)
    opened = view_of(other).painted
    assert opened is not None
    assert OpenNet(str(target)) in other.run.findings
    assert opened.weights is not None
    assert (opened.weights == weights).all()
    assert opened.data.table.tolist() == [[10, 200, 0], [30, 100, 1]]
    assert other.ui.options["playground"]["opening"] == ""
    assert view_of(other).heading(opened).startswith("As saved at step 1 ·")


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("net.py", "Net with its recipe (*.safetensors)", "numpy"),
        ("net.py", "PyTorch program (*.py)", "torch"),
        ("net.py", "", "numpy"),
        ("net.safetensors", "NumPy program (*.py)", "safetensors"),
        ("net", "", "safetensors"),
    ],
)
def test_a_program_s_name_never_gets_weights_in_it(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: str, written: str
) -> None:
    monkeypatch.setattr(ask_path, "save_file", lambda *_: (str(tmp_path / name), kind))
    press(stage, view_of(stage).controls.save)
    asked = [it.question for it in stage.sent if isinstance(it, AskLab) and isinstance(it.question, SaveNet)]
    assert [it.format for it in asked] == [written]


def test_a_file_without_points_is_said_as_a_mistake(qtbot: QtBot) -> None:
    stage = Stage(PlaygroundView(), qtbot, data=OWN_POINTS)
    view = view_of(stage)
    assert view.painted is not None
    assert not view.alarms(view.painted)  # there is nothing yet
    stage.run.findings[ReadPoints("own.csv")] = Refused("No points in own.csv.")
    stage.ui = stage.ui.with_option("playground", "file", "own.csv")
    stage.paint()
    assert view.alarms(view.painted)
    assert "No points in own.csv." in view.notes(view.painted)


def test_a_function_is_drawn_and_a_broken_training_is_said(qtbot: QtBot) -> None:
    stage = Stage(PlaygroundView(), qtbot, data="step", hidden="6", activation="relu", optimizer="sgd", rate="1e9")
    view = view_of(stage)
    frame = view.painted
    assert frame is not None
    assert frame.following is not None
    stage.handle(AskLab(replace(frame.following, steps=40)))
    stage.paint()
    assert view.painted is not None
    assert view.painted.broke_at >= 0
    assert "NaN" in view.heading(view.painted)
    assert not view.controls.train.isEnabled()
    assert view.controls.rewind.isEnabled()
    names = [item.name for item in view.plane.grid.plots[0].values[0]]
    assert "the net" in names
    assert "the function" in names
    press(stage, view.controls.formula)
    assert view.text.isVisible()
    assert "f = " in view.text.toPlainText()


def test_many_starts_train_and_open(qtbot: QtBot) -> None:
    view = PlaygroundStartsView()
    stage = Stage(view, qtbot)
    assert view.painted is not None
    assert view.painted.following is not None
    stage.handle(AskLab(replace(view.painted.following, steps=3)))
    stage.paint()
    assert view.painted.step == 3
    view.grab()
    QTest.mouseClick(view.pane, Qt.MouseButton.LeftButton, pos=view.pane.boxes[2].center().toPoint())
    assert ShowViews("from_scratch", ("playground",)) in stage.sent
    assert stage.ui.options["playground"]["seed"] == 2
    QTest.keyClick(view.pane, Qt.Key.Key_Right)
    assert view.pane.resting == 0
    press(stage, view.train)
    assert any(isinstance(it, GoOn) and type(it.question) is TrainStarts for it in stage.sent)
    press(stage, view.rewind)
    assert view.painted.step == 0


def test_widths_are_measured_on_request(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view = PlaygroundStartsView()
    stage = Stage(view, qtbot)
    assert view.painted is not None
    measure = view.painted.measure
    assert measure is not None
    assert PlaygroundStartsView.figure_wants(view.painted) == (AskLab(measure),)
    stage.run.findings[measure] = answer(replace(measure, starts=3, steps=20), BENCH)  # a short one in its place
    stage.paint()
    assert isinstance(measure, MeasureWidths)
    assert len(view.small.grid.plots) == 1
    assert "2 neurons: " in view.spoken(view.painted)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("data", ["attractors", "step"])
@pytest.mark.parametrize("value", [1e34, 0.0])
def test_weights_of_any_size_are_drawn_without_a_warning(qtbot: QtBot, data: str, value: float) -> None:
    many = 40
    turned = f"{10**9}|" + ";".join(f"{place}={value if place % 3 else -value}" for place in range(many))
    stage = Stage(PlaygroundView(), qtbot, data=data, activation="relu", turned=turned, weight=3, formula=True)
    view = view_of(stage)
    view.grab()
    view._look_at(1, 0)
    view.grab()
    assert view.painted is not None
    assert view.painted.weights is not None
    assert abs(view.painted.weights[1]) == pytest.approx(value)


# -- points that are moved, past moments, names of classes ----------------------------------------------------------


def test_a_point_is_dragged_and_the_training_goes_on_with_it(stage: Stage) -> None:
    view = view_of(stage)
    press(stage, view.controls.step)
    frame = view.painted
    assert frame is not None
    assert frame.there is not None
    charts.drag(view.plane, 0, 1, (0.3, -0.4))
    stage.paint()
    after = view.painted
    assert after is not None
    assert after.there is not None
    assert after.there.places[1] == pytest.approx([0.3, -0.4], abs=0.03)
    assert (after.there.places[[0, 2]] == np.round(frame.there.places[[0, 2]], 6)).all()
    assert after.step == 1  # no other net
    assert after.following is not None
    assert after.following.data.places == tuple(map(tuple, after.there.places.tolist()))


def test_a_point_is_chosen_and_moved_by_keys(stage: Stage) -> None:
    view = view_of(stage)
    assert view.painted is not None
    assert view.painted.there is not None
    before = view.painted.there.places.copy()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert not any(isinstance(it, SetOption) and it.name == "places" for it in stage.sent)  # none is chosen yet
    charts.point(view.plane, 0, 2)
    assert "point C" in view.plane.grid.plots[0].crosshair.words
    assert view.plane.grid.plots[0].choose_resting()
    for key, held in ((Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier),
                      (Qt.Key.Key_PageDown, Qt.KeyboardModifier.ShiftModifier)):  # fmt: skip
        QTest.keyClick(view, key, held)
        stage.paint()
    assert view.painted.there.places[2] == pytest.approx(before[2] + [-0.05, 0.05], abs=2e-3)
    targets = Places(-1.0, 1.0, -1.0, 1.0, own=np.array([[0.0, 0.23]]))
    spot = targets.beside((0.0, 0.2), 0, -1)  # arrow keys come to rest on a point
    assert spot is not None
    assert spot.thing == 0
    free = targets.beside(0, 0, -1)
    assert free is not None
    assert free.thing == pytest.approx((0.0, 0.27))


def test_the_past_of_a_training_is_gone_back_through(stage: Stage) -> None:
    view = view_of(stage)

    def weights() -> list[float]:
        assert view.painted is not None
        assert view.painted.weights is not None
        return [float(it) for it in view.painted.weights]

    def place() -> tuple[int, int]:
        assert view.painted is not None
        return view.painted.step, view.painted.moment

    assert not view.past.isEnabled()
    shown = [weights()]
    for _ in range(4):
        press(stage, view.controls.step)
        shown.append(weights())
    for at in (2, 0, 3):
        view.past.slider.setValue(at)
        stage.paint()
        assert weights() == shown[at]
        assert place() == (at, at)
        assert f"As it was after step {at} of 4" in view.heading(view.painted)  # type: ignore[arg-type]
    count = len(stage.sent)
    QTest.keyClick(view.pane, Qt.Key.Key_Down)
    stage.paint()
    QTest.keyClick(view.pane, Qt.Key.Key_Plus)  # what is past is not turned
    assert not any(isinstance(it, SetOption) and it.name == "turned" for it in stage.sent[count:])
    assert not view.weight.box.isEnabled()
    view.past.slider.setValue(view.past.slider.maximum())
    stage.paint()
    assert weights() == shown[4]
    view.past.slider.setValue(1)
    stage.paint()
    press(stage, view.controls.step)  # goes on from now
    assert place() == (5, -1)
    press(stage, view.controls.rewind)
    assert weights() == shown[0]
    assert not view.past.isEnabled()


def test_classes_are_called_as_their_file_calls_them(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("x,y,c\n1,2,setosa\n3,1,versicolor\n2,1,setosa\n")
    stage = Stage(PlaygroundView(), qtbot, data=OWN_POINTS)
    view = view_of(stage)
    monkeypatch.setattr(ask_path, "open_file", lambda *_: str(path))
    press(stage, view.controls.csv)
    charts.point(view.plane, 0, (2.0, 1.5))
    plot = view.plane.grid.plots[0]
    assert "class setosa: " in plot.crosshair.words
    assert {"setosa", "versicolor"} <= {key.name for key in _region_keys(view.painted, theme("dark"))}  # type: ignore[arg-type]
    assert view.controls.pen.itemText(1) == "class versicolor"
    assert view.controls.pen.itemText(2) == "class C"
    target = tmp_path / "net.safetensors"
    monkeypatch.setattr(ask_path, "save_file", lambda *_: (str(target), "Net with its recipe (*.safetensors)"))
    press(stage, view.controls.save)
    other = Stage(PlaygroundView(), qtbot)
    monkeypatch.setattr(ask_path, "open_file", lambda *_: str(target))
    press(other, view_of(other).controls.open)
    assert view_of(other).painted.data.names == ("setosa", "versicolor")  # type: ignore[union-attr]


def test_a_training_without_points_is_paused(stage: Stage) -> None:
    view = view_of(stage)
    press(stage, view.controls.train)
    stage.handle(SetOption("playground", "data", OWN_POINTS))
    stage.paint()
    assert view.controls.train.text() == "Train"
    assert not view.controls.train.isEnabled()
    assert "Training" not in view.heading(view.painted)  # type: ignore[arg-type]
    assert not stage.ui.going


def test_a_button_that_cannot_be_pressed_any_more_leaves_the_focus_to_a_button(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage)
    press(stage, view.controls.step)
    view.activateWindow()
    view.controls.step.setFocus()
    qtbot.waitUntil(view.controls.step.hasFocus)
    stage.handle(GoOn(view.painted.following))  # type: ignore[union-attr, arg-type]
    stage.paint()
    assert not view.controls.step.isEnabled()
    assert view.controls.train.hasFocus()


def test_the_box_shows_a_weight_of_any_size_and_none_where_none_is_chosen(stage: Stage) -> None:
    view = view_of(stage)
    box = view.weight.box
    assert box.text() == ""
    for value, text in ((0.5, "0.500"), (-12345.678, "-12345.678"), (2.5e7, "2.5e+07"), (-3e12, "-3e+12")):
        stage.handle(SetOption("playground", "weight", 3))
        stage.handle(SetOption("playground", "turned", f"9|3={value}"))
        stage.paint()
        assert box.text() == text
        assert box.value() == pytest.approx(value, rel=1e-6)
    stage.handle(SetOption("playground", "weight", -1))
    stage.paint()
    assert box.text() == ""
    stage.handle(SetOption("playground", "weight", 3))
    stage.paint()
    assert box.text() == "-3e+12"
    box.lineEdit().selectAll()
    QTest.keyClicks(box.lineEdit(), "2e6")
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    stage.paint()
    assert view.painted is not None
    assert view.painted.weights is not None
    assert view.painted.weights[3] == np.float32(2e6)
