"""The bus: lengths from records and from the lab, what is asked, and what a click means."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.layers.records import AskWrites, Writes
from engine.run import Run
from tests.helpers.charts import click, point
from tests.helpers.runs import LAYERS, RUNS
from viz.intents import AskLab, ChooseLayer
from viz.labs.layers.layers_view import MEASURES, LayersView, writes_at
from viz.theme import theme
from viz.ui_state import UiState

AS_LENGTH = UiState().with_option("layers", "measure", MEASURES[1])


def finding(run: Run, node: int) -> Writes:
    t = len(run.path_to(node))
    parts = np.arange(LAYERS * t, dtype=np.float32).reshape(LAYERS, t)
    return Writes(node, parts + 1, parts + 2, parts + 2.5, np.zeros_like(parts), np.ones((LAYERS + 1, t), np.float32))


def answered() -> Run:
    run = RUNS["prompted"]()
    run.run_id = 1
    run.findings[AskWrites(run.current)] = finding(run, run.current)
    return run


@pytest.fixture
def view(qtbot: QtBot) -> LayersView:
    made = LayersView()
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show()
    return made


def test_without_a_model_lengths_are_those_of_the_recorded_states() -> None:
    run = RUNS["fifty_steps"]()
    frame = LayersView.frame(run, UiState(position=7))
    resid = run.at(7).resid
    assert resid is not None
    for layer in range(LAYERS):
        assert frame.both[layer] == pytest.approx(float(np.sqrt(((resid[layer + 1] - resid[layer]) ** 2).sum())))
        assert frame.stream[layer] == pytest.approx(float(np.sqrt((resid[layer] ** 2).sum())))
    np.testing.assert_allclose(frame.measured(frame.both), frame.both / frame.stream[1:])
    assert not len(frame.attention)


def test_the_labs_finding_is_read_at_the_position_looked_at() -> None:
    run = answered()
    frame = LayersView.frame(run, replace(AS_LENGTH, position=4))
    known = run.findings[AskWrites(run.current)]
    assert isinstance(known, Writes)
    np.testing.assert_array_equal(frame.attention, known.attention[:, 4])
    np.testing.assert_array_equal(frame.mlp, known.mlp[:, 4])
    np.testing.assert_array_equal(frame.measured(frame.mlp), frame.mlp)


def test_a_finding_covers_the_positions_before_its_node_and_no_other_branch() -> None:
    run = RUNS["branched"]()
    run.findings[AskWrites(run.path[12])] = finding(run, run.path[12])
    assert writes_at(run, 12) is not None
    assert writes_at(run, 13) is None
    off = next(node for node in range(len(run.nodes)) if node not in set(run.path))
    run.findings = {AskWrites(off): finding(run, off)}
    assert writes_at(run, 0) is None


def test_asks_when_the_engine_holds_the_run_and_nothing_is_generated() -> None:
    run = RUNS["prompted"]()
    assert LayersView.wants(LayersView.frame(run, UiState())) == ()
    run.run_id = 1
    assert LayersView.wants(LayersView.frame(run, UiState(playing=True))) == ()
    assert LayersView.wants(LayersView.frame(answered(), UiState())) == ()
    assert LayersView.wants(LayersView.frame(run, UiState())) == (AskLab(AskWrites(run.current)),)


@pytest.mark.parametrize("measure", MEASURES)
def test_no_bar_is_longer_than_the_axis(measure: str) -> None:
    for run in (answered(), RUNS["fifty_steps"]()):
        frame = LayersView.frame(run, UiState().with_option("layers", "measure", measure))
        top = frame.top
        assert (frame.measured(frame.both) <= top).all()
        if len(frame.mlp):
            assert (frame.measured(frame.attention + frame.mlp) <= top).all()


def test_a_click_and_the_keys_choose_a_layer(view: LayersView, qtbot: QtBot) -> None:
    frame = LayersView.frame(answered(), UiState(layer=1))
    view.paint(frame, theme("dark"))
    with qtbot.waitSignal(view.intent) as caught:
        click(view.panel, 0, 2)
    assert caught.args == [ChooseLayer(2)]
    with qtbot.waitSignal(view.intent) as caught:
        QTest.keyClick(view, Qt.Key.Key_Up)
    assert caught.args == [ChooseLayer(0)]


def test_the_crosshair_tells_a_layer_s_lengths(view: LayersView) -> None:
    view.paint(LayersView.frame(answered(), UiState(layer=1)), theme("dark"))
    point(view.panel, 0, 2)
    assert view.panel.grid.plots[0].crosshair.words.split("\n") == view.facts(view.painted, 2).split(" · ")


def test_what_two_parts_do_not_explain_is_told(view: LayersView) -> None:
    frame = LayersView.frame(answered(), UiState())
    assert "something else" not in view.facts(frame, 0)
    assert "something else" in view.facts(replace(frame, remainder=frame.both * 0.1), 0)
