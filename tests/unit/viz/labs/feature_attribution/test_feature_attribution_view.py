"""The graph on screen: what it asks, says, sends and saves."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.dictionaries.records import FeatureName
from engine.labs.feature_attribution.records import AskOff, Node, Off
from engine.labs.features.records import AskDictionaries, AskDictionary, Dictionaries, OneDictionary
from engine.labs.steering.records import FeatureChange
from engine.questions import Refused
from engine.run import Run
from tests.helpers.charts import click, point
from tests.helpers.neuron_views import made, paint
from tests.helpers.runs import prompted
from tests.unit.viz.labs.feature_attribution.made import HIGH, LOW, asked, attribution, run_with_dictionaries
from viz.charts.numbers import NBSP
from viz.intents import AskLab, ChooseFeature, Intent, LookAt, PutOnBoard, SaveTable, SetOption
from viz.labs.feature_attribution.feature_attribution_view import FeatureAttributionView
from viz.labs.feature_attribution.graph_item import GraphItem
from viz.labs.feature_attribution.lab import LAB
from viz.ui_state import UiState

NAME = "feature_attribution"
AT_2 = UiState(position=2)
WHOLE = AT_2.with_option(NAME, "share", 1.0)


def shown(qtbot: QtBot, run: Run, ui: UiState = WHOLE) -> tuple[FeatureAttributionView, list[Intent]]:
    view, sent = made(FeatureAttributionView, qtbot, 1000, 760)
    assert isinstance(view, FeatureAttributionView)
    painted(view, run, ui)
    return view, sent


def painted(view: FeatureAttributionView, run: Run, ui: UiState) -> None:
    paint(view, run, ui)
    QApplication.processEvents()  # the charts are shown after the event
    view.grab()


def notes(view: FeatureAttributionView) -> str:
    assert view.painted is not None
    return view.notes(view.painted).replace(NBSP, " ")


def test_dictionaries_are_asked_for_first(qtbot: QtBot) -> None:
    run = prompted()
    run.run_id = 1
    view, _ = shown(qtbot, run)
    assert FeatureAttributionView.wants(FeatureAttributionView.frame(run, WHOLE)) == (AskLab(AskDictionaries()),)
    assert not view.run.isEnabled()
    run.findings[AskDictionaries()] = Dictionaries((LOW,), ("of another width",))
    paint(view, run, WHOLE)
    assert "no dictionary of this model" in notes(view)
    named = UiState(position=2, feature=FeatureName("low", 3))
    assert FeatureAttributionView.wants(FeatureAttributionView.frame(run, named)) == (AskLab(AskDictionary("low")),)
    run.findings[AskDictionary("low")] = OneDictionary(LOW, "It is of another model.")
    paint(view, run, named)
    assert notes(view) == "It is of another model."
    assert view.alarms(view.painted)  # type: ignore[arg-type]


def test_the_button_asks_about_the_position_looked_at(qtbot: QtBot) -> None:
    run = run_with_dictionaries(answered=False)
    view, sent = shown(qtbot, run)
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    assert sent == [SetOption(NAME, "at", 2), AskLab(asked(run), again=True)]
    assert "Measuring" in notes(view)
    selected = WHOLE.with_option(NAME, "what", "selected")
    frame = FeatureAttributionView.frame(run, selected)
    assert frame.asks == asked(run, 1, token=f"#{run.at(2).token_id}")
    assert FeatureAttributionView.begins(frame) == frame.asks
    one = FeatureAttributionView.frame(run, WHOLE.with_option(NAME, "which", "one"))
    assert one.asks == asked(run, dictionaries=("low",))
    first = FeatureAttributionView.frame(run, UiState(position=0).with_option(NAME, "what", "selected"))
    assert first.asks is None


def test_what_the_engine_refuses_is_said(qtbot: QtBot) -> None:
    run = run_with_dictionaries(answered=False)
    run.findings[asked(run)] = Refused("It cannot be held.")
    view, _ = shown(qtbot, run)
    assert notes(view) == "It cannot be held."
    assert not view.has_charts(view.painted)  # type: ignore[arg-type]


def test_a_run_of_a_file_is_to_be_taken_over(qtbot: QtBot) -> None:
    run = run_with_dictionaries(answered=False)
    run.run_id = 0
    view, _ = shown(qtbot, run)
    assert view.painted is not None
    assert FeatureAttributionView.lacks(view.painted)
    assert not view.run.isEnabled()
    assert "opened from a file" in notes(view)


def test_the_check_and_its_control_are_said(qtbot: QtBot) -> None:
    run = run_with_dictionaries()
    view, _ = shown(qtbot, run)
    said = notes(view)
    found = attribution(run, run.path[2])
    r, control = found.strongest.correlation, found.random.correlation
    assert r == pytest.approx(np.corrcoef([0.4, -0.2, 0.1, 0], [0.5, -0.3, 0.2, 0.1])[0, 1])
    assert f"r = {r:.2f} (" in said
    assert f"and with r = {control:.2f} (−0.98 to 0.92) for 4 random ones (the control)".replace("-", "−") in said
    assert "add up to +1.50 bits" in said
    assert "75 %" not in said.split("Shown")[0]
    assert "Shown: 75.0 %, 65.0 %, 80.0 % of each row's effects" in said
    assert "gates of the MLPs" in said
    plot = view.panel.grid.plots[0]
    (item,) = (it for it in plot.items if isinstance(it, GraphItem))
    words = [text.replace(NBSP, " ") for text in item.named]
    assert "features +0.90 · error +0.40 · constant +0.20 · beside 0.00 · 50.0 % in sight" in words
    assert "features +0.50 · error +0.10 · constant +0.10 · beside +0.80 · 50.0 % in sight" in words


def test_nodes_are_named_and_tell_their_numbers(qtbot: QtBot) -> None:
    run = run_with_dictionaries()
    view, _ = shown(qtbot, run)
    plot = view.panel.grid.plots[0]
    item = next(it for it in plot.items if isinstance(it, GraphItem))
    assert {"F3", "F9", "F5", "error", "constant"} <= set(item.named)
    graph = view.painted.graph  # type: ignore[union-attr]
    assert graph is not None
    at = next(at for at, node in enumerate(graph.nodes) if node.feature == 3)
    assert plot.aim_at is not None
    said = plot.aim_at.words(at)
    assert "F3" in said
    assert "resid after L0" in said
    assert "activation 2.00" in said
    assert "+0.60 bits" in said
    assert "probability 25.0 %" in plot.aim_at.words(len(graph.nodes)).replace(NBSP, " ")


def test_a_click_selects_the_feature_and_the_position_and_the_graph_stays(qtbot: QtBot) -> None:
    run = run_with_dictionaries()
    view, sent = shown(qtbot, run, WHOLE.with_option(NAME, "at", 2))
    graph = view.painted.graph  # type: ignore[union-attr]
    assert graph is not None
    at = next(at for at, node in enumerate(graph.nodes) if node.feature == 9)
    click(view.panel, 0, at)
    assert sent[-3:] == [SetOption(NAME, "node", "L0.F9@1"), ChooseFeature(FeatureName("low", 9)), LookAt(1)]
    run.findings[AskDictionary("low")] = OneDictionary(LOW, "")
    run.changed += 1
    elsewhere = UiState(position=1, feature=FeatureName("low", 9)).with_option(NAME, "at", 2)
    elsewhere = elsewhere.with_option(NAME, "share", 1.0).with_option(NAME, "node", "L0.F9@1")
    frame = FeatureAttributionView.frame(run, elsewhere)
    assert frame.at == 2
    assert frame.question == asked(run)
    assert frame.asks == asked(run, 1)
    assert frame.graph is not None
    assert frame.graph.nodes[frame.chosen].feature == 9
    assert frame.off == AskOff(asked(run), (Node(0, "feature", 1, 9),), -float(np.float32(0.3)))


def test_an_error_can_be_selected_too(qtbot: QtBot) -> None:
    run = run_with_dictionaries()
    view, sent = shown(qtbot, run)
    graph = view.painted.graph  # type: ignore[union-attr]
    assert graph is not None
    at = next(at for at, node in enumerate(graph.nodes) if node.kind == 1)
    click(view.panel, 0, at)
    assert sent[-3:] == [SetOption(NAME, "node", "L0.error@2"), ChooseFeature(FeatureName("low", -1)), LookAt(2)]
    frame = FeatureAttributionView.frame(run, WHOLE.with_option(NAME, "node", "L0.error@2"))
    assert frame.chosen == at
    assert frame.off is not None
    assert frame.off.nodes == (Node(0, "error", 2),)


def test_the_edges_of_what_is_pointed_at_stand_out(qtbot: QtBot) -> None:
    run = run_with_dictionaries()
    view, _ = shown(qtbot, run)
    graph = view.painted.graph  # type: ignore[union-attr]
    assert graph is not None
    at = next(at for at, node in enumerate(graph.nodes) if node.feature == 5)
    plot = view.panel.grid.plots[0]
    assert plot.aim_at is not None
    spot = plot.aim_at.targets.spot(at)
    assert spot is not None
    before = next(it for it in plot.items if isinstance(it, GraphItem))._threads
    point(view.panel, 0, at)
    after = next(it for it in plot.items if isinstance(it, GraphItem))._threads
    assert {it.colour for it in before} != {it.colour for it in after}
    assert [it.start for it in after[-3:]].count((spot.x, spot.y)) == 1  # its edge out is among the last, on top


def test_switching_off_says_what_was_measured_and_what_was_expected(qtbot: QtBot) -> None:
    run = run_with_dictionaries()
    ui = WHOLE.with_option(NAME, "node", "L0.error@2")
    view, sent = shown(qtbot, run, ui)
    QTest.mouseClick(view.off, Qt.MouseButton.LeftButton)
    question = AskOff(asked(run), (Node(0, "error", 2),), -float(np.float32(0.4)))
    assert sent == [AskLab(question, again=True)]
    assert isinstance(sent[0], AskLab)
    run.findings[sent[0].question] = Off(
        np.array([-2.0, -3.25], np.float32), -0.4, np.array([0.25, 0.105], np.float32), 0.31,
        np.array([[7, 8, 9, 10, 11], [8, 7, 9, 10, 11]], np.int32), np.full((2, 5), 0.15, np.float32),
    )  # fmt: skip
    run.changed += 1
    paint(view, run, ui)
    said = notes(view)
    assert "25.0 % → 10.5 %; measured −1.25 bits, expected −0.40 bits, KL 0.31 bits" in said


def test_features_are_put_into_a_group_and_taken_out(qtbot: QtBot) -> None:
    run = run_with_dictionaries()
    run.findings[AskDictionary("low")] = OneDictionary(LOW, "")
    ui = WHOLE.with_option(NAME, "group", "capitals").with_option(NAME, "groups", "France: L2.mlp.F5")
    ui = ui.with_option(NAME, "node", "L0.F3@1")
    view, sent = shown(qtbot, run, ui)
    QTest.mouseClick(view.join, Qt.MouseButton.LeftButton)
    kept = "France: L2.mlp.F5; capitals: L0.F3"
    assert sent == [SetOption(NAME, "groups", kept)]
    assert not view.leave.isEnabled()
    painted(view, run, ui.with_option(NAME, "groups", kept))
    item = next(it for it in view.panel.grid.plots[0].items if isinstance(it, GraphItem))
    assert {"capitals", "France"} <= set(item.named)
    QTest.mouseClick(view.leave, Qt.MouseButton.LeftButton)
    assert sent[-1] == SetOption(NAME, "groups", "France: L2.mlp.F5")


def test_features_go_to_the_interventions_at_their_positions(qtbot: QtBot) -> None:
    run = run_with_dictionaries()
    ui = WHOLE.with_option(NAME, "groups", "both: L0.F3 L0.F9").with_option(NAME, "node", "L0.F3@1")
    view, sent = shown(qtbot, run, ui)
    QTest.mouseClick(view.list, Qt.MouseButton.LeftButton)
    assert len(sent) == 2
    for intent, feature, largest in zip(sent, (3, 9), (8.0, 6.0), strict=True):
        assert isinstance(intent, PutOnBoard)
        change = intent.change
        assert isinstance(change, FeatureChange)
        assert (change.dictionary, change.sha256, change.hook, change.index) == ("low", "a", LOW.hook, feature)
        assert (change.way, change.strength, change.positions, change.largest) == ("multiply", 0.0, (1,), largest)
        assert not change.is_identity


def test_the_table_holds_every_number(qtbot: QtBot) -> None:
    run = run_with_dictionaries()
    view, _ = shown(qtbot, run, AT_2.with_option(NAME, "groups", "both: L0.F3"))
    table = view.as_table(view.painted)  # type: ignore[arg-type]
    assert isinstance(table, SaveTable)
    assert all(len(row) == len(table.columns) for row in table.rows)
    kinds = [row[0] for row in table.rows]
    assert [kinds.count(it) for it in ("row", "node", "edge", "switched_off")] == [15, 7, 7, 8]
    column = {name: at for at, name in enumerate(table.columns)}
    node = next(row for row in table.rows if row[0] == "node" and row[column["feature"]] == 3)
    assert node[column["effect"]] == pytest.approx(0.6)
    assert node[column["group"]] == "both"
    edge = next(row for row in table.rows if row[0] == "edge")
    assert (edge[column["from"]], edge[column["to"]]) == ("token@1", "L0.F3@1")


def test_a_slider_sets_the_share(qtbot: QtBot) -> None:
    view, sent = shown(qtbot, run_with_dictionaries())
    view.slider.setValue(30)
    assert sent == [SetOption(NAME, "share", 0.3)]


def test_a_token_of_the_run_asks_which_features_made_it() -> None:
    (question,) = LAB.token_questions
    steps = question.steps(run_with_dictionaries(), 2, 7)
    assert steps[0] == LookAt(2)
    assert SetOption(NAME, "what", "selected") in steps
    assert SetOption(NAME, "at", 2) in steps


def test_one_dictionary_of_each_place() -> None:
    from viz.labs.feature_attribution.attribution_frame import one_of_each_place

    other = LOW.__class__(**{**LOW.__dict__, "name": "other"})
    assert one_of_each_place((other, LOW, HIGH)) == ("other", "high")
