"""The playground in the whole program, without a language model: train, go back, rewind, move a point."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.controller import Controller
from app.session.lab_desk import NO_ENGINE
from app.settings import Settings
from app.start import open_session
from engine.labs.playground.records import NetTrained
from engine.records import F32
from main import window_parser
from tests.helpers import charts
from viz.labs.playground.playground_frame import PlaygroundFrame
from viz.labs.playground.playground_view import PlaygroundView

PATIENCE = 120_000


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Controller]:
    """The program without a model, in the workspace From scratch."""
    config = tmp_path / "config"
    monkeypatch.setenv("ORRERY_CONFIG", str(config))
    monkeypatch.setenv("ORRERY_CACHE", str(tmp_path / "cache"))
    Settings(start_model="none", run_at_start=False, workspace="from_scratch", path=config / "settings.json").save()
    made = open_session(window_parser().parse_args([], argparse.Namespace(debug=False)))
    qtbot.addWidget(made.window)
    made.window.resize(1600, 900)
    try:
        yield made
    finally:
        made.window.close()
        made.close()


def shown(qtbot: QtBot, program: Controller) -> PlaygroundView:
    """The view, once it shows a net."""
    qtbot.waitUntil(lambda: PlaygroundView.name in program.window.docks.hosts, timeout=PATIENCE)
    program.window.docks.show_view(PlaygroundView.name)
    host = program.window.docks.hosts[PlaygroundView.name]
    qtbot.waitUntil(lambda: host.is_seen and host.view is not None, timeout=PATIENCE)
    view = host.view
    assert isinstance(view, PlaygroundView)
    qtbot.waitUntil(lambda: view.painted is not None and view.plane.has_charts, timeout=PATIENCE)
    return view


def frame_of(view: PlaygroundView) -> PlaygroundFrame:
    assert view.painted is not None
    return view.painted


def weights(view: PlaygroundView) -> F32:
    return np.array(frame_of(view).weights, np.float32)


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _step(found: NetTrained) -> int:
    return found.step


def test_a_net_is_trained_gone_back_through_and_rewound_to_exactly_its_start(qtbot: QtBot, program: Controller) -> None:
    view = shown(qtbot, program)
    start = weights(view)
    qtbot.waitUntil(lambda: program.session.state.phase not in NO_ENGINE, timeout=PATIENCE)
    press(view.controls.train)
    qtbot.waitUntil(lambda: frame_of(view).trained >= 20, timeout=PATIENCE)
    press(view.controls.train)
    qtbot.waitUntil(lambda: not frame_of(view).going, timeout=PATIENCE)
    assert frame_of(view).losses[0] < 1.0
    view.past.slider.setValue(0)
    qtbot.waitUntil(lambda: frame_of(view).moment == 0)
    assert np.array_equal(weights(view), start)
    view.past.slider.setValue(view.past.slider.maximum())
    qtbot.waitUntil(lambda: frame_of(view).moment == -1)
    newest = max((it for it in program.session.run.findings.values() if isinstance(it, NetTrained)), key=_step)
    assert np.array_equal(weights(view), newest.weights[0])
    charts.drag(view.plane, 0, 0, (0.0, -0.5))
    qtbot.waitUntil(lambda: len(frame_of(view).data.places) == 3)
    assert frame_of(view).trained == newest.step  # the same net, to which other regions are true
    press(view.controls.rewind)
    qtbot.waitUntil(lambda: frame_of(view).trained == 0)
    assert np.array_equal(weights(view), start)
