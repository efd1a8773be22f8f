"""The view of the loss landscape: what stands on it, how it is told, and gestures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labkit.dispatch import answer
from engine.labkit.workbench import Bench
from engine.questions import Refused
from engine.run import Run
from viz.intents import AskLab, Intent, SetOption
from viz.labs.landscape import settings
from viz.labs.landscape.landscape_frame import LandscapeFrame, landscape_frame, minima_of, valleys_of
from viz.labs.landscape.landscape_view import LandscapeView
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
    assert ("W0[0,0]" in said) == (plane == "weights")


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
