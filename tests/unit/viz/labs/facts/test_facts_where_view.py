"""Where facts and grammar lie, on screen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.facts.records import AskWhere, OfKind, Where
from engine.questions import Refused
from engine.run import Run
from tests.helpers.charts import click, point
from tests.helpers.neuron_views import made, paint
from tests.helpers.runs import LAYERS, prompted
from viz.charts.numbers import NBSP
from viz.intents import AskLab, ChooseLayer, Intent
from viz.labs.facts.facts_where_view import FactsWhereView
from viz.ui_state import UiState


def of_kind(name: str, start: float) -> OfKind:
    read = np.linspace(start, 1.0, LAYERS + 1).astype(np.float32)
    mlp = np.arange(1, LAYERS + 1, dtype=np.float32) * (1 + np.float32(start))
    attention = mlp[::-1].copy()
    return OfKind(
        name, 20, 24, read, read - 0.1, read + 0.0, read, attention, attention - 1, attention + 1, mlp, mlp - 0.5,
        mlp + 0.5, (1.5, 1.2, 1.9), (2.0, 1.8, 2.3),
    )  # fmt: skip


def where(mlp: tuple[float, float, float] = (1.2, 0.4, 2.0)) -> Where:
    return Where((of_kind("facts", 0.1), of_kind("grammar", 0.3)), (-0.2, -1.0, 0.6), mlp, "A note.")


def shown(qtbot: QtBot, run: Run, ui: UiState | None = None) -> tuple[FactsWhereView, list[Intent]]:
    view, sent = made(FactsWhereView, qtbot, 900, 900)
    assert isinstance(view, FactsWhereView)
    paint(view, run, ui or UiState())
    QApplication.processEvents()
    return view, sent


def answered(found: Where) -> Run:
    run = prompted()
    run.findings[AskWhere()] = found
    return run


def notes(view: FactsWhereView) -> str:
    assert view.painted is not None
    return view.notes(view.painted).replace(NBSP, " ")


def test_the_button_asks(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, prompted(), UiState().with_option("facts_where", "most", 9))
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert sent == [AskLab(AskWhere(most=9), again=True)]
    assert "Measuring" in notes(view)


@pytest.mark.parametrize(
    ("mlp", "said"),
    [
        ((1.2, 0.4, 2.0), "By the MLPs, facts lie 1.2 layers later than grammar (95 % interval 0.4 to 2.0)."),
        ((-1.2, -2.0, -0.4), "By the MLPs, facts lie 1.2 layers earlier than grammar (95 % interval −2.0 to −0.4)."),
        ((0.1, -1.5, 1.4), "By the MLPs, facts are not shown to lie later than grammar"),
    ],
)
def test_the_interval_decides_what_is_said(mlp: tuple[float, float, float], said: str, qtbot: QtBot) -> None:
    view, _ = shown(qtbot, answered(where(mlp)))
    found = notes(view)
    assert said in found
    assert (
        "By reading, facts are not shown to lie later than grammar: the interval of the difference, −1.0 to 0.6"
        in found
    )
    assert "Facts (20 of 24 right): three quarters are read from state 1.5 on (1.2 to 1.9)" in found
    assert "around L2.0 (1.8 to 2.3)" in found
    assert "A note." in found


def test_layers_can_be_pointed_at_and_chosen(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, answered(where()))
    view.grab()
    plots = view.panel.grid.plots
    point(view.panel, 0, 1)
    said = plots[0].crosshair.words.replace(NBSP, " ")
    value = np.linspace(0.1, 1.0, LAYERS + 1)[1]
    assert f"facts: {100 * value:.1f} % read ({100 * (value - 0.1):.1f} % to {100 * value:.1f} %)." in said
    point(view.panel, 1, 2)
    assert f"facts: +{3 * 1.1:.2f} (+{3 * 1.1 - 0.5:.2f} to +{3 * 1.1 + 0.5:.2f})." in plots[1].crosshair.words
    click(view.panel, 0, 2)
    assert sent[-1:] == [ChooseLayer(1)]
    click(view.panel, 2, 2)
    assert sent[-1:] == [ChooseLayer(2)]


def test_one_kind_alone_is_shown_without_a_difference(qtbot: QtBot) -> None:
    nan = (float("nan"),) * 3
    view, _ = shown(qtbot, answered(Where((of_kind("facts", 0.1),), nan, nan, "Too few.")))
    assert "grammar (" not in notes(view)
    assert "Too few." in notes(view)
    assert view.has_charts(view.painted)  # type: ignore[arg-type]


def test_the_table_and_refusals(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, answered(where()))
    table = view.as_table(view.painted)  # type: ignore[arg-type]
    assert table is not None
    assert len(table.rows) == 2 * (LAYERS + 1 + 2 * LAYERS)
    assert table.rows[0][:3] == ("facts", "read", -1)
    assert table.rows[0][3:] == pytest.approx((0.1, 0.0, 0.1), abs=1e-6)
    run = prompted()
    run.findings[AskWhere()] = Refused("Too few.")
    paint(view, run)
    assert notes(view) == "Too few."
    assert view.alarms(view.painted)  # type: ignore[arg-type]
