"""The watch on screen: its rules, where they hold, and what it asks and sends."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.dictionaries.records import DictionaryInfo, FeatureName, Hook
from engine.labs.features.records import AskDictionaries, AskDictionary, Dictionaries, OneDictionary
from engine.labs.watch.records import (
    AskTree,
    AskWatch,
    AskWatched,
    Condition,
    Rule,
    Score,
    Shade,
    Tree,
)
from engine.questions import Refused
from engine.run import Run
from tests.helpers.charts import click
from tests.helpers.neuron_views import held, made, paint
from tests.helpers.runs import prompted
from viz.charts import rules_text
from viz.charts.numbers import NBSP
from viz.intents import AskLab, LookAt, SaveTable, SetOption, StopWhen
from viz.labs.watch.watch_view import WatchView
from viz.ui_state import UiState

LOW = DictionaryInfo("low", "Low", Hook("resid", 0), 48, 32, "topk", 5)
HIGH = DictionaryInfo("high", "High", Hook("mlp", 2), 48, 32, "topk", 5)
RULES = "one: L0.F3 > 1; two: L0.F3 > 1 and L0.F4 <= 2 or L0.F4 > 3"
UI = UiState(position=2, feature=FeatureName("low", 3)).with_option("watch", "rules", RULES)


def run_of(*, known: bool = True) -> Run:
    """A run that the engine holds, with two features read along it."""
    run = held(prompted())
    run.findings[AskDictionaries()] = Dictionaries((LOW, HIGH), ("", ""))
    run.findings[AskDictionary("low")] = OneDictionary(LOW, "")
    if known:
        values = np.zeros((len(run.path), 2), np.float32)
        values[0], values[1], values[2] = np.nan, (2.0, 0.0), (2.0, 4.0)
        nodes = np.array(run.path, np.int32)
        run.findings[AskWatched("low", (3, 4), run.path[-1], 0)] = Shade(nodes, values, np.zeros(len(nodes), bool))
    run.changed += 1
    return run


def shown(qtbot: QtBot, run: Run, ui: UiState = UI) -> tuple[WatchView, list[object]]:
    view, sent = made(WatchView, qtbot, 1000, 700)
    assert isinstance(view, WatchView)
    paint(view, run, ui)
    QApplication.processEvents()
    view.grab()
    return view, sent  # type: ignore[return-value]


def notes(view: WatchView) -> str:
    assert view.painted is not None
    return view.notes(view.painted).replace(NBSP, " ")


def test_what_is_not_known_is_asked_from_where_it_is_not(qtbot: QtBot) -> None:
    run = run_of(known=False)
    assert WatchView.frame(run, UI).wanted == (AskWatched("low", (3, 4), run.path[-1], 0),)
    nodes = np.array(run.path[:3], np.int32)
    run.findings[AskWatched("low", (3, 4), run.path[2], 0)] = Shade(
        nodes, np.zeros((3, 2), np.float32), np.zeros(3, bool)
    )
    run.changed += 1
    assert WatchView.frame(run, UI).wanted == (AskWatched("low", (3, 4), run.path[-1], 3),)
    run.run_id = 0
    assert WatchView.frame(run, UI).wanted == ()
    assert WatchView.lacks(replace(WatchView.frame(run, UI), values=np.full((2, len(run.path)), np.nan, np.float32)))


def test_a_place_that_is_not_recorded_is_read_at_rest_alone() -> None:
    run = run_of()
    ui = UI.with_option("watch", "rules", "late: L2.mlp.F5 > 1")
    assert WatchView.frame(run, ui).wanted == (AskWatched("high", (5,), run.path[-1], 0),)
    assert WatchView.frame(run, replace(ui, playing=True)).wanted == ()


def test_marks_are_where_the_rules_hold(qtbot: QtBot) -> None:
    run = run_of()
    view, sent = shown(qtbot, run)
    frame = view.painted
    assert frame is not None
    assert np.flatnonzero(frame.marks[0]).tolist() == [1, 2]
    assert np.flatnonzero(frame.marks[1]).tolist() == [1, 2]
    said = notes(view)
    assert said.startswith("4 marks: one at “")
    assert "(1), two at “" in said
    plot = view.panel.grid.plots[0]
    assert plot.aim_at is not None
    assert "holds" in plot.aim_at.words((0, 1))
    assert "does not hold" in plot.aim_at.words((0, 3))
    assert "activation 4.00" in plot.aim_at.words((3, 2))
    assert "not read" in plot.aim_at.words((2, 0))
    click(view.panel, 0, (1, 1))  # row, column
    assert sent[-1] == LookAt(1)
    table = view.as_table(frame)
    assert isinstance(table, SaveTable)
    assert table.columns == ("position", "token", "rule one", "rule two", "L0.F3", "L0.F4")
    assert table.rows[2][2:] == (1, 1, 2.0, 4.0)


def test_the_list_tells_every_mark_newest_first_and_a_click_goes_there(qtbot: QtBot) -> None:
    run = run_of()
    view, sent = shown(qtbot, run)
    rows, columns = view.table.sorted.rowCount(), view.table.sorted.columnCount()
    cells = [[str(view.table.sorted.index(row, at).data()) for at in range(columns)] for row in range(rows)]
    assert sorted((it[0], it[2], it[3]) for it in cells) == [
        ("1", "one", "L0.F3 2.00"),
        ("1", "two", "L0.F3 2.00, L0.F4 0.00"),
        ("2", "one", "L0.F3 2.00"),
        ("2", "two", "L0.F3 2.00, L0.F4 4.00"),
    ]
    assert [it[0] for it in cells] == ["2", "2", "1", "1"]
    sent.clear()
    view.table.clicked.emit(view.table.sorted.index(0, 0))
    assert sent == [LookAt(2)]
    view.finish_figure()
    assert view.table.isHidden()


def test_buttons_make_rules_of_the_selected_feature(qtbot: QtBot) -> None:
    run = run_of()
    ui = UI.with_option("watch", "rules", "").with_option("watch", "value", 0.25).with_option("watch", "name", "a b")
    view, sent = shown(qtbot, run, ui)
    assert not view.both.isEnabled()
    QTest.mouseClick(view.new, Qt.MouseButton.LeftButton)
    assert sent == [SetOption("watch", "rules", "a b: L0.F3 > 0.25")]
    ui = ui.with_option("watch", "rules", "a b: L0.F3 > 0.25").with_option("watch", "sign", "below")
    paint(view, run, ui)
    QTest.mouseClick(view.both, Qt.MouseButton.LeftButton)
    assert sent[-1] == SetOption("watch", "rules", "a b: L0.F3 > 0.25 and L0.F3 <= 0.25")
    QTest.mouseClick(view.either, Qt.MouseButton.LeftButton)
    assert sent[-1] == SetOption("watch", "rules", "a b: L0.F3 > 0.25 or L0.F3 <= 0.25")
    QTest.mouseClick(view.remove, Qt.MouseButton.LeftButton)
    assert sent[-1] == SetOption("watch", "rules", "")


def test_the_stop_is_asked_for_while_it_is_switched_on() -> None:
    run = run_of()
    rules = (Rule("one", ((Condition("low", 3, True, 1.0),),)), Rule("two", ((Condition("low", 4, False, 9.0),),)))
    ui = UI.with_option("watch", "rules", "one: L0.F3 > 1; two: L0.F4 <= 9")
    assert WatchView.wants(WatchView.frame(run, ui)) == ()
    on = ui.with_option("watch", "stop", True)
    assert WatchView.wants(WatchView.frame(run, on)) == (StopWhen(AskWatch(rules=rules)),)
    there = replace(on, watch=AskWatch(rules=rules))
    assert WatchView.wants(WatchView.frame(run, there)) == ()
    assert WatchView.wants(WatchView.frame(run, replace(ui, watch=there.watch))) == (StopWhen(None),)


def test_a_tree_is_trained_told_beside_its_control_and_kept(qtbot: QtBot) -> None:
    run = run_of()
    ui = UI.with_option("watch", "positive", "a|b|c|d|e|f").with_option("watch", "negative", "g|h|i|j|k|l")
    view, sent = shown(qtbot, run, ui)
    QTest.mouseClick(view.train, Qt.MouseButton.LeftButton)
    question = AskTree("low", "a|b|c|d|e|f", "g|h|i|j|k|l")
    assert sent == [AskLab(question, again=True)]
    rule = Rule("tree", ((Condition("low", 7, True, 0.123456), Condition("low", 8, False, 2.0)),), so_far=True)
    score = Score(3, 4, 4, 8, (0.75, 0.3, 0.954), (0.75, 0.3, 0.954))
    chance = Score(0, 4, 0, 8, (float("nan"), 0, 1), (0.0, 0.0, 0.49))
    run.findings[question] = Tree(rule, "max", 2, 3, (4, 4), score, chance, 1.0)
    run.changed += 1
    paint(view, run, ui)
    said = notes(view)
    assert "The tree as a rule: tree so far: L0.F7 > 0.1235 and L0.F8 <= 2." in said
    assert f"Rules: {RULES}." in said
    assert "On 8 held-out texts: precision 75.0 % (30.0 % to 95.4 %), recall 75.0 % (30.0 % to 95.4 %)" in said
    assert "trained on shuffled labels (the control): precision –, recall 0 % (0 % to 49.0 %)" in said
    QTest.mouseClick(view.keep, Qt.MouseButton.LeftButton)
    assert sent[-1] == SetOption("watch", "rules", f"{RULES}; tree so far: L0.F7 > 0.1235 and L0.F8 <= 2")


def test_what_cannot_be_watched_is_said(qtbot: QtBot) -> None:
    run = run_of()
    view, _ = shown(qtbot, run, UI.with_option("watch", "rules", "gone: L1.F3 > 1"))
    assert "No dictionary of this model reads what these rules are about: gone." in notes(view)
    run = run_of(known=False)
    run.findings[AskWatched("low", (3, 4), run.path[-1], 0)] = Refused("There is no feature 4.")
    run.changed += 1
    view, _ = shown(qtbot, run)
    assert notes(view) == "There is no feature 4."
    run = held(prompted())
    run.findings[AskDictionaries()] = Dictionaries((), ())
    view, _ = shown(qtbot, run, UiState())
    assert "no dictionary of this model" in notes(view)


def test_rules_are_kept_as_a_line() -> None:
    rules = rules_text.read(RULES)
    assert rules_text.written(rules) == RULES
    made, lost = rules_text.resolved(rules, (LOW, HIGH))
    assert lost == ()
    one = Condition("low", 3, True, 1.0)
    assert made[1] == Rule("two", ((one, Condition("low", 4, False, 2.0)), (Condition("low", 4, True, 3.0),)))
    again = rules_text.read("a so far: L2.mlp.F5 > 0.5")
    assert again[0].so_far
    assert rules_text.written(again) == "a so far: L2.mlp.F5 > 0.5"


@given(st.text())
def test_any_line_is_read_and_written_again(text: str) -> None:
    rules = rules_text.read(text)
    assert rules_text.read(rules_text.written(rules)) == rules
