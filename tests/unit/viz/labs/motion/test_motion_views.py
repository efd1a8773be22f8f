"""The three views on motion on screen: what they say, what they ask, and the numbers they save."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labs.motion.questions import LAWS, ROWS, AskDimension, AskFans, AskLaws, AskScales, Dimension, Laws
from engine.questions import Refused
from engine.records import EMBEDDING
from tests.helpers.charts import click, point
from tests.helpers.neuron_views import held, made, paint
from tests.helpers.runs import LAYERS, fifty_steps, one_token, prompted
from viz.intents import AskLab, ChooseLayer, LookAt, SaveTable
from viz.labs.motion.intrinsic_dimension_view import IntrinsicDimensionView
from viz.labs.motion.laws_of_motion_view import COLUMNS, LawsOfMotionView
from viz.labs.motion.motion_view import MotionView
from viz.labs.motion.words import (
    conclusion,
    control_name,
    control_tip,
    law_name,
    law_tip,
    measure_name,
    measure_tip,
    saturated,
    verdicts,
)
from viz.ui_state import UiState


def some_laws(on_map: bool = False) -> Laws:
    """Turning is beyond chance by both controls, growth by one alone, all else is not."""
    n, r = 5, len(ROWS)
    low, high = np.full((2, r), -1.0), np.full((2, r), 1.0)
    for law, control, sign in (("turn", "shuffled", -1), ("turn", "walk", -1), ("growth", "walk", 1)):
        at = ROWS.index((law, control))
        low[0, at], high[0, at] = (0.2, 1.0) if sign > 0 else (-1.0, -0.2)
    one = np.ones((2, r))
    values = np.arange(2.0 * r * n).reshape(2, r, n)
    return Laws(
        0, values, values + 0.5, one * 2, one * 1.5, one * 2.5, one * 3, (low + high) / 2, low, high, low, high, one,
        150, 5, 16, on_map, "", 1.0,
    )  # fmt: skip


def test_the_text_in_motion_is_pointed_at_and_chosen(qtbot: QtBot) -> None:
    view, sent = made(MotionView, qtbot, 1100, 760)
    assert isinstance(view, MotionView)
    run = fifty_steps()
    paint(view, run)
    assert view.painted is not None
    assert view.heading(view.painted) == "Turning angle, token embeddings"
    said = view.notes(view.painted)
    assert "All dimensions:" in said
    assert "On the map:" in said
    plots = view.panel.grid.plots
    assert len(plots) == 4
    point(view.panel, 0, 7)
    assert "turning angle" in plots[0].crosshair.words
    click(view.panel, 0, 7)
    assert sent[-1:] == [LookAt(7)]
    click(view.panel, 2, (3, 9))
    assert sent[-1:] == [LookAt(9)]
    assert view.as_table(view.painted) is not None


def test_short_texts_are_told_to_be_short(qtbot: QtBot) -> None:
    view, _ = made(MotionView, qtbot)
    assert isinstance(view, MotionView)
    paint(view, one_token())
    assert "One token is a point" in view.instead(view.painted)  # type: ignore[arg-type]
    ui = UiState().with_option("motion", "state", "norm")
    paint(view, prompted(), ui)
    assert "need the model" in view.instead(view.painted)  # type: ignore[arg-type]


def test_fans_are_measured_when_a_person_says_so(qtbot: QtBot) -> None:
    view, sent = made(MotionView, qtbot, 900, 600)
    assert isinstance(view, MotionView)
    run = held(prompted())
    ui = UiState().with_option("motion", "measure", "fan_cosine").with_option("motion", "state", "last")
    paint(view, run, ui)
    assert view.bar.isVisible()
    QTest.mouseClick(view.measure, Qt.MouseButton.LeftButton)
    question = AskFans(run.path[-1], LAYERS)
    assert sent == [AskLab(question, again=True)]
    assert "Measuring." in view.notes(view.painted)  # type: ignore[arg-type]
    run.findings[question] = Refused("Stopped before it was done.")
    paint(view, run, ui)
    assert view.notes(view.painted) == "Stopped before it was done."  # type: ignore[arg-type]


def test_sample_texts_are_read_when_a_person_says_so_or_for_a_figure(qtbot: QtBot) -> None:
    view, sent = made(MotionView, qtbot, 900, 600)
    assert isinstance(view, MotionView)
    run = held(prompted())
    paint(view, run)
    assert not sent
    assert view.read.isVisible()
    assert not view.measure.isVisible()
    assert "seconds on a small model" in view.notes(view.painted)  # type: ignore[arg-type]
    assert list(view.figure_wants(view.painted)) == [AskLab(AskScales())]
    QTest.mouseClick(view.read, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskScales(), again=True)]
    assert "Reading the sample texts." in view.notes(view.painted)  # type: ignore[arg-type]
    run.findings[AskScales()] = Refused("Stopped before it was done.")
    paint(view, run)
    assert view.read.isVisible()  # to try again
    assert "Stopped before" in view.notes(view.painted)  # type: ignore[arg-type]
    assert not view.figure_wants(view.painted)


def test_laws_are_asked_for_concluded_and_saved(qtbot: QtBot) -> None:
    view, sent = made(LawsOfMotionView, qtbot, 1000, 700)
    assert isinstance(view, LawsOfMotionView)
    run = fifty_steps()
    paint(view, run)
    QTest.mouseClick(view.measure, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskLaws(0, EMBEDDING), again=True)]
    run.findings[AskLaws(0, EMBEDDING)] = some_laws(on_map=True)
    paint(view, run)
    assert view.painted is not None
    said = view.notes(view.painted)
    assert "All dimensions, beyond chance: turning angle (°) 2.00 (chance 3.00)." in said
    assert "On the map: no law beyond chance here." in said
    assert "growth" not in said.split("On the map")[0]
    assert len(view.panel.grid.plots) == 2
    point(view.panel, 0, 1)
    assert "below its control" in view.panel.grid.plots[0].crosshair.words
    table = view.as_table(view.painted)
    assert isinstance(table, SaveTable)
    assert table.columns == COLUMNS
    assert len(table.rows) == 2 * len(ROWS)
    assert all(len(row) == len(COLUMNS) for row in table.rows)
    assert table.rows[1][:4] == ("turn", "shuffled", "all dimensions", 2.0)
    assert table.rows[1][-1] == -1


def test_a_law_counts_against_every_control_with_one_sign() -> None:
    found = some_laws()
    assert {law for law, sign in verdicts(found, 0).items() if sign} == {"turn"}
    other = found.strict_low.copy(), found.strict_high.copy()
    at = ROWS.index(("turn", "walk"))
    other[0][0, at], other[1][0, at] = 0.1, 0.9  # the other sign
    changed = replace(found, strict_low=other[0], strict_high=other[1])
    assert verdicts(changed, 0)["turn"] == 0
    assert conclusion(changed).startswith("All dimensions: no law beyond chance here.")
    assert "another step's fan" in conclusion(changed)


def test_too_few_texts_decide_nothing() -> None:
    found = some_laws()
    unknown = np.full_like(found.strict_low, np.nan)
    few = replace(found, strict_low=unknown, strict_high=unknown)
    assert verdicts(few, 0) == {}
    assert conclusion(few).startswith("At least 10 texts are needed")


def test_every_measure_and_law_is_named_and_explained() -> None:
    for measure in ("length", "turn", "curvature", "from_start", "entropy", "fan_cosine", "fan_length", "fan_turn"):
        assert measure_name(measure)
        assert measure_tip(measure).endswith(".")
    for law, controls in LAWS:
        assert law_name(law)
        assert law_tip(law).endswith(".")
        assert all(control_name(it) and control_tip(it) for it in controls)


def some_dimension() -> Dimension:
    rows = LAYERS + 2
    values = np.linspace(8, 16, 2 * rows).reshape(2, rows)
    true = np.array([2, 10, 16], np.int32)
    return Dimension(
        values * 3, values / 10, values, values - 1, values + 1, true, np.array([2.0, 9.0, 12.0]),
        np.array([2.0, 9.9, 15.0]), 500, 3, 16, "", 1.0,
    )  # fmt: skip


def test_dimensions_are_read_beside_clouds_of_known_ones(qtbot: QtBot) -> None:
    view, sent = made(IntrinsicDimensionView, qtbot, 1000, 600)
    assert isinstance(view, IntrinsicDimensionView)
    run = prompted()
    paint(view, run)
    QTest.mouseClick(view.measure, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskDimension(), again=True)]
    found = some_dimension()
    run.findings[AskDimension()] = found
    paint(view, run, UiState(layer=1))
    assert view.painted is not None
    assert view.notes(view.painted).startswith("After L1: TwoNN 9.8 as the states are")
    point(view.panel, 0, 4)
    assert view.panel.grid.plots[0].crosshair.words.startswith("After the final norm")
    click(view.panel, 0, 3)
    assert sent[-1:] == [ChooseLayer(2)]
    assert saturated(found, 9.0) == "10"
    assert saturated(found, 99.0) == "≥\u00a016"
    assert saturated(found, 1.0) == "≤\u00a02"
    assert saturated(found, float("nan")) == "–"
