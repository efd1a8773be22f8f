"""The numbers of charts as rows: every value that was drawn, with the names of what it belongs to."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.helpers.charts import NAMES, TABLE, XS, YS, DemoView
from tests.helpers.runs import RUNS
from viz.charts import tables
from viz.charts.chart_view import SAVE_NUMBERS
from viz.charts.readings import Drawn
from viz.charts.rulers import Ruler, categories
from viz.charts.tables import COLUMNS, rows_of
from viz.intents import Intent, SaveTable, Say
from viz.labs.attention.attention_head_view import AttentionHeadView
from viz.theme import theme
from viz.ui_state import UiState
from viz.view import View


def action_of(view: View) -> QAction:
    (found,) = (action for action in view.actions() if action.objectName() == SAVE_NUMBERS)
    return found


def saved(view: View) -> Intent:
    """What is sent as the action of the view's menu is chosen."""
    sent: list[Intent] = []
    view.intent.connect(sent.append)
    action_of(view).trigger()
    return sent[-1]


def test_every_value_that_is_drawn_has_a_row(qtbot: QtBot) -> None:
    view = DemoView()
    qtbot.addWidget(view)
    view.paint("one", theme("dark"))
    table = saved(view)
    assert isinstance(table, SaveTable)
    assert (table.name, table.columns) == ("demo", COLUMNS)
    of_chart = {number: [row[1:] for row in table.rows if row[0] == number] for number in (1, 2, 3, 4)}
    assert of_chart[1] == [("square", "x", x, "y", y, "") for x, y in zip(XS, YS, strict=True)]
    assert of_chart[2] == [
        ("part", "share", value, "", name, "") for name, value in zip(NAMES, (0.2, 0.5, 0.9), strict=True)
    ]
    assert [(row[2], row[4]) for row in of_chart[3]] == [(-0.5, 0.5), (0.5, -0.5)]
    assert of_chart[4] == [
        ("value", "", column, "", NAMES[row], TABLE[row, at]) for row in range(3) for at, column in enumerate("abcd")
    ]


def test_what_is_not_known_has_no_row_and_what_is_too_much_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    line = Drawn("line", np.array([0.0, 1.0, 2.0]), np.array([5.0, np.nan, 7.0]), "some")
    chart = ((line,), categories(("a", "b"), "token"), Ruler(name="bits"))
    assert rows_of([chart]) == ((1, "some", "token", "a", "bits", 5.0, ""), (1, "some", "token", 2.0, "bits", 7.0, ""))
    monkeypatch.setattr(tables, "MOST", 2)
    assert rows_of([chart]) == ()


def test_a_heads_weights_are_saved_with_their_tokens(qtbot: QtBot) -> None:
    view, run = AttentionHeadView(), RUNS["one_step"]()
    qtbot.addWidget(view)
    frame = AttentionHeadView.frame(run, UiState(layer=1, head=(1, 2)))
    view.paint(frame, theme("dark"))
    table = saved(view)
    assert isinstance(table, SaveTable)
    n = len(run)
    assert len(table.rows) == n * (n + 1) // 2
    attn = run.at(7).attn
    assert attn is not None
    assert (7, frame.texts[7], 3, frame.texts[3], float(attn[1, 2, 3])) in table.rows


def test_a_view_without_numbers_offers_none_and_one_with_too_many_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = AttentionHeadView()
    qtbot.addWidget(view)
    view.paint(AttentionHeadView.frame(RUNS["empty"](), UiState()), theme("dark"))
    assert not action_of(view).isEnabled()
    demo = DemoView()
    qtbot.addWidget(demo)
    demo.paint("one", theme("dark"))
    assert action_of(demo).isEnabled()
    monkeypatch.setattr(tables, "MOST", 2)
    assert isinstance(saved(demo), Say)
