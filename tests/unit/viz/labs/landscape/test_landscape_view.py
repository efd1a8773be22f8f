"""The view of the loss landscape: what stands on it, how it is told, and gestures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench
from engine.labs.landscape.examples import examples_of
from engine.nets.records import first_weights, forward
from engine.questions import Refused
from engine.run import Run
from viz.intents import AskLab, Intent, SetOption
from viz.labs.landscape import settings
from viz.labs.landscape.landscape_frame import LandscapeFrame, landscape_frame, minima_of, valleys_of
from viz.labs.landscape.landscape_view import LandscapeView
from viz.labs.landscape.words import short
from viz.theme import theme
from viz.ui_state import UiState

BENCH = Bench(lambda *_: None, lambda: False)
SMALL = UiState().with_option("landscape", "steps", 80).with_option("landscape", "starts", 3)


@pytest.fixture(scope="module")
def run() -> Run:
    made = Run()
    for plane in settings.KINDS:
        ui = SMALL.with_option("landscape", "plane", plane)
        (asked,) = LandscapeView.wants(landscape_frame(made, ui))
        assert isinstance(asked, AskLab)
        made.findings[asked.question] = answer(asked.question, BENCH)
    return made


@pytest.fixture
def view(qtbot: QtBot) -> tuple[LandscapeView, list[Intent]]:
    made, sent = LandscapeView(), list[Intent]()
    made.intent.connect(sent.append)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made, sent


def test_heights_are_logarithms_and_contours_lie_between_them(run: Run) -> None:
    frame = landscape_frame(run, SMALL)
    assert frame.found is not None
    assert frame.height is not None
    np.testing.assert_allclose(10**frame.height, frame.found.loss)
    assert np.nanmin(frame.height) < min(frame.levels) < max(frame.levels) < np.nanmax(frame.height)
    at = landscape_frame(run, SMALL.with_option("landscape", "moment", 7))
    assert (at.moment, at.step) == (7, int(frame.found.steps[7]))
    assert at.places is not None
    np.testing.assert_array_equal(at.places, frame.found.paths[:, 7])


def test_minima_are_flat_and_bend_upwards_and_are_told_apart_by_their_loss() -> None:
    slope, bend = np.array([1e-5, 0.2, 1e-5, 1e-5, 1e-5]), np.array([0.1, 0.1, -0.5, 0.1, np.nan])
    broke = np.array([-1, -1, -1, 4, -1])
    assert minima_of(slope, bend, broke).tolist() == [1, 0, 0, -1, 1]
    losses = np.array([[0.1], [0.2], [0.3], [0.4], [0.101]])
    assert valleys_of(losses, slope, bend, broke).tolist() == [0.1]
    far = np.array([[0.1], [0.2], [0.3], [0.4], [0.9]])
    assert valleys_of(far, slope, bend, broke).tolist() == [0.1, 0.9]


def test_bad_options_are_said_and_nothing_is_asked() -> None:
    for typed in ("many", "99"):
        frame = landscape_frame(Run(), UiState().with_option("landscape", "hidden", typed))
        assert frame.why_not
        assert LandscapeView.wants(frame) == ()
    refused = Run()
    frame = landscape_frame(refused, UiState())
    refused.findings[frame.asked] = Refused("no")
    assert landscape_frame(refused, UiState()).why_not == "no"


@pytest.mark.parametrize("plane", settings.KINDS)
def test_both_planes_are_drawn_and_turn_by_keys(run: Run, view: tuple[LandscapeView, list[Intent]], plane: str) -> None:
    made, _ = view
    frame = landscape_frame(run, SMALL.with_option("landscape", "plane", plane))
    made.paint(frame, theme("dark"))
    QTest.qWait(0)
    assert made.panel.has_charts
    assert made.as_table(frame) is not None
    made.grab()
    camera = made.surface.camera
    QTest.keyClick(made.surface, Qt.Key.Key_Left)
    QTest.keyClick(made.surface, Qt.Key.Key_Plus)
    assert made.surface.camera != camera
    QTest.keyClick(made.surface, Qt.Key.Key_Home)
    assert made.surface.camera == camera
    assert made._start_words(frame, 0)
    said = made.spoken(frame)
    assert ("weight x → 1.1 and weight x → 1.2" in said) == (plane == "weights")


def test_overflow_is_said(run: Run, view: tuple[LandscapeView, list[Intent]]) -> None:
    made, _ = view
    frame = landscape_frame(run, SMALL)
    assert frame.found is not None
    broken = replace(frame, found=replace(frame.found, broke_at=np.array([5, -1, -1])))
    made.paint(broken, theme("dark"))
    assert "step 5" in made.notes(broken)
    assert "NaN" in made.notes(broken)
    assert made.alarms(broken)


def test_the_slider_play_and_another_start(run: Run, view: tuple[LandscapeView, list[Intent]], qtbot: QtBot) -> None:
    made, sent = view
    frame = landscape_frame(run, SMALL)
    made.paint(frame, theme("dark"))
    made.slider.setValue(3)
    assert sent[-1] == SetOption("landscape", "moment", 3)
    made.slider.setValue(made.slider.maximum())
    assert sent[-1] == SetOption("landscape", "moment", -1)
    made.again.click()
    assert sent[-1] == SetOption("landscape", "seed", 1)
    count = len(sent)
    made.play.click()
    assert made.play.text() == "Pause"
    qtbot.waitUntil(lambda: len(sent) > count + 1)
    made.play.click()
    assert made.play.text() == "Play"
    moments = [it.value for it in sent[count:] if isinstance(it, SetOption)]
    assert moments == sorted(moments)


def test_nothing_found_yet_is_said(view: tuple[LandscapeView, list[Intent]]) -> None:
    made, _ = view
    frame: LandscapeFrame = landscape_frame(Run(), UiState())
    made.paint(frame, theme("dark"))
    assert "Descending" in made.notes(frame)
    assert not made.panel.has_charts


# -- which plane --------------------------------------------------------------------------------------------------


def test_the_net_that_is_drawn_is_the_first_start_s_at_that_moment(run: Run) -> None:
    for moment in (0, 30, -1):
        frame = landscape_frame(run, SMALL.with_option("landscape", "moment", moment))
        assert frame.found is not None
        assert frame.weights is not None
        examples = examples_of(frame.asked.setup.data)
        outputs = forward(frame.asked.setup.architecture, frame.weights.astype(np.float64), examples.inputs)[-1]
        loss = np.mean((outputs - examples.targets) ** 2)
        assert loss == pytest.approx(frame.found.path_loss[0, moment], rel=1e-4)
    waits = landscape_frame(Run(), SMALL)
    np.testing.assert_array_equal(waits.weights, first_weights(waits.asked.setup.architecture, 0))


def test_a_click_on_a_line_makes_its_weight_an_axis(run: Run, view: tuple[LandscapeView, list[Intent]]) -> None:
    made, sent = view
    made.paint(landscape_frame(run, SMALL), theme("dark"))
    made.grab()
    net = made.net.net
    there = net.layout_now
    assert there is not None
    line, place = there.lines[-1], int(there.places[-1])
    where = (line[:2] * 0.5 + line[2:] * 0.5).round()
    pressed = net.place_at(QPointF(*where.tolist()))
    assert pressed is not None
    QTest.mouseClick(net, Qt.MouseButton.LeftButton, pos=QPoint(*map(int, where.tolist())))
    assert sent[-2:] == [SetOption("landscape", "one", pressed), SetOption("landscape", "other", 1)]
    assert place in range(10)
    made.net.axes[1].click()
    x, y = there.at[1][1].tolist()
    QTest.mouseClick(net, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert sent[-2:] == [SetOption("landscape", "one", 0), SetOption("landscape", "other", 4)]  # the bias of 1.2
    QTest.keyClick(net, Qt.Key.Key_Up)  # to the weight before, which is the other axis: they change places
    assert sent[-2:] == [SetOption("landscape", "one", 1), SetOption("landscape", "other", 0)]
    assert made.net.axes[1].text() == "Up: weight x → 1.2"


def test_the_plane_goes_through_the_ends_that_are_chosen(view: tuple[LandscapeView, list[Intent]]) -> None:
    made, sent = view
    four = SMALL.with_option("landscape", "starts", 4).with_option("landscape", "plane", "minima")
    chosen, run = four.with_option("landscape", "through", "3, 1, 0"), Run()
    frame = landscape_frame(run, chosen)
    assert frame.asked.through == (3, 1, 0)
    run.findings[frame.asked] = answer(frame.asked, BENCH)
    frame = landscape_frame(run, chosen)
    assert frame.found is not None
    for start in (3, 1, 0):
        assert frame.found.away[start, -1] == pytest.approx(0, abs=1e-4)
    assert frame.found.away[2, -1] > 0.01  # the control: it is not on their plane
    np.testing.assert_allclose(frame.found.paths[3, -1], 0, atol=1e-5)
    made.paint(frame, theme("dark"))
    assert made.minima.isVisible()
    assert [box.currentIndex() for box in made.minima.boxes] == [3, 1, 0]
    assert made.minima.boxes[0].itemText(2).startswith(f"start 2: {short(float(frame.found.path_loss[2, -1]))}")
    made.minima.boxes[0].activated.emit(2)
    assert sent[-1] == SetOption("landscape", "through", "2, 1, 0")
    made.minima.boxes[0].activated.emit(1)
    assert sent[-1] == SetOption("landscape", "through", "1, 3, 0")


@pytest.mark.parametrize("typed", ["0, 1", "a, b, c", "0 1 2 3", "0, 1, -2", "0, 1, ²"])
def test_what_names_no_three_starts_is_said(typed: str) -> None:
    frame = landscape_frame(Run(), SMALL.with_option("landscape", "through", typed))
    assert "three starts" in frame.why_not
    assert LandscapeView.wants(frame) == ()
