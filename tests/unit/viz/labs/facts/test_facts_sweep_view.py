"""An edit at every layer on screen: slices put together, what is said of them, and what the button does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.facts.records import AskSweep, Sweep
from engine.questions import Refused
from engine.run import Run
from tests.helpers.charts import click, point
from tests.helpers.neuron_views import made, paint
from tests.unit.viz.labs.facts.made import AFTER, BEFORE, logs, run_with_sets
from viz.charts.numbers import NBSP
from viz.intents import ChooseLayer, GoOn, Intent, Rest
from viz.labs.facts.facts_sweep_view import FactsSweepView
from viz.labs.facts.frame import mean_of
from viz.ui_state import UiState

EVERY = UiState().with_option("facts_sweep", "every", 1)
LATE = np.array([0.97, 0.9, 0.001, 0.001, 0.002, 0.003, 0.9])
NAN = np.full((1, 7), np.nan, np.float32)


def first(run: Run) -> AskSweep:
    asks = FactsSweepView.frame(run, EVERY).first
    assert asks is not None
    return asks


def a_slice(asks: AskSweep, n: int, after: np.ndarray, text: float, why: str = "") -> Sweep:
    end = asks.at + n
    then = replace(asks, at=end) if end < len(asks.layers) else None
    return Sweep(
        asks.layers[asks.at : end], asks.probes, logs(BEFORE), after.reshape(n, -1).astype(np.float32), 4.0,
        np.full(n, text, np.float32), np.full(n, 0.002, np.float32), np.full(n, 0.1, np.float32), (why,) * n, 1.0, then,
    )  # fmt: skip


def swept(n: int = 3) -> Run:
    run = run_with_sets()
    asks: AskSweep | None = first(run)
    parts = ((logs(AFTER), 4.01, ""), (NAN[0], float("nan"), "It is singular."), (logs(LATE), 3.998, ""))
    for after, text, why in parts[:n]:
        assert asks is not None
        found = a_slice(asks, 1, after, text, why)
        run.findings[asks] = found
        asks = found.then
    return run


def shown(qtbot: QtBot, run: Run, ui: UiState = EVERY) -> tuple[FactsSweepView, list[Intent]]:
    view, sent = made(FactsSweepView, qtbot, 1000, 900)
    assert isinstance(view, FactsSweepView)
    paint(view, run, ui)
    QApplication.processEvents()
    return view, sent


def notes(view: FactsSweepView) -> str:
    assert view.painted is not None
    return view.notes(view.painted).replace(NBSP, " ")


def test_the_button_begins_pauses_and_goes_on(qtbot: QtBot) -> None:
    run = run_with_sets()
    view, sent = shown(qtbot, run)
    assert first(run).layers == (0, 1, 2)
    del sent[:]
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert sent == [GoOn(first(run))]
    paint(view, run, replace(EVERY, going=frozenset({"AskSweep"})))
    assert view.run.text() == "Pause"
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [Rest(AskSweep)]
    part = swept(1)
    paint(view, part)
    paint(view, part, EVERY)
    assert view.run.text() == "Resume"
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [GoOn(replace(first(run), at=1))]
    paint(view, swept(), EVERY)
    assert not view.run.isEnabled()


def test_layers_are_as_far_apart_as_is_set() -> None:
    run = run_with_sets()
    asks = FactsSweepView.frame(run, UiState()).first
    assert asks is not None
    assert asks.layers == (0, 2)


def test_slices_stand_beside_what_was_before() -> None:
    frame = FactsSweepView.frame(swept(), EVERY)
    assert frame.layers == (0, 1, 2)
    assert np.allclose(frame.values[:, 0], BEFORE, rtol=1e-5)
    assert np.allclose(frame.values[:, 1], AFTER, rtol=1e-5)
    assert np.isnan(frame.values[:, 2]).all()
    assert np.allclose(frame.values[:, 3], LATE, rtol=1e-5)
    curve = next(it for it in frame.curves if it.kind == "neighbour")
    assert curve.values[3] == pytest.approx(mean_of(LATE[3:6].astype(np.float32).astype(float)), rel=1e-4)
    assert frame.following is None


def test_what_is_said_are_the_numbers(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, swept())
    said = notes(view)
    assert "The new answer: 1.00 % before, from 97.0 % (L2) to 99.0 % (L0) after." in said
    assert "3 neighbours: 50.0 %" in said
    assert "0.20 %" in said
    assert "after editing L2, where they lose most" in said
    assert "moves by at most 0.0100 nats: it does not test locality" in said
    assert "It is singular." in said
    assert "3 of 3" in view.heading(view.painted)  # type: ignore[arg-type]


def test_a_cell_tells_its_probe_and_chooses_its_layer(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, swept())
    view.grab()
    plot = view.panel.grid.plots[0]
    row = plot.sides["left"].ruler.labels.index("Germany → Berlin")
    point(view.panel, 0, (row, 3))
    said = plot.crosshair.words.replace(NBSP, " ")
    assert said == "L2: “The capital of Germany is” → Berlin 0.10 % (before 80.0 %)."
    point(view.panel, 0, (row, 2))
    assert plot.crosshair.words == "It is singular."
    click(view.panel, 0, (row, 3))
    assert sent[-1:] == [ChooseLayer(2)]


def test_the_table_has_a_row_for_each_layer_and_probe(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, swept())
    table = view.as_table(view.painted)  # type: ignore[arg-type]
    assert table is not None
    assert len(table.rows) == 14  # what was refused has none
    assert table.rows[-1][:2] == (2, "same subject")
    assert table.rows[-1][4:6] == pytest.approx((0.95, 0.9))


def test_a_refusal_is_said(qtbot: QtBot) -> None:
    run = run_with_sets()
    run.findings[first(run)] = Refused("The subject is not there.")
    view, _ = shown(qtbot, run)
    assert notes(view) == "The subject is not there."
    assert FactsSweepView.begins(FactsSweepView.frame(run, EVERY)) is None
