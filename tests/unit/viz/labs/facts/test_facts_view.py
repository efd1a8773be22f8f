"""An edit on screen: what it asks, says, sends and saves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.errors import InputRefused
from engine.labs.facts import sets
from engine.labs.facts.records import AskEdit, AskFactSets, AskMeasured, Fact, Probe, Settings
from engine.questions import Refused
from engine.run import Run
from tests.helpers.charts import point
from tests.helpers.neuron_views import made, paint
from tests.helpers.runs import prompted
from tests.unit.viz.labs.facts.made import (
    AFTER,
    BEFORE,
    asked,
    edited,
    measured,
    run_with_edit,
    run_with_sets,
)
from viz.charts.numbers import NBSP
from viz.intents import AskLab, Intent, PutOnBoard, SetOption
from viz.labs.facts import facts_view
from viz.labs.facts.facts_view import FactsView
from viz.labs.facts.frame import mean_of
from viz.labs.facts.probes import facts_of, labelled
from viz.ui_state import UiState

NAME = "facts"


def shown(qtbot: QtBot, run: Run, ui: UiState | None = None) -> tuple[FactsView, list[Intent]]:
    view, sent = made(FactsView, qtbot, 1100, 760)
    assert isinstance(view, FactsView)
    paint(view, run, ui or UiState())
    QApplication.processEvents()
    return view, sent


def notes(view: FactsView) -> str:
    assert view.painted is not None
    return view.notes(view.painted).replace(NBSP, " ")


def test_the_facts_are_read_first_and_then_the_button_asks(qtbot: QtBot) -> None:
    run = prompted()
    run.run_id = 1
    assert FactsView.wants(FactsView.frame(run, UiState())) == (AskLab(AskFactSets()),)
    view, sent = shown(qtbot, run)
    assert not view.run.isEnabled()
    run = run_with_sets()
    paint(view, run)
    assert FactsView.wants(FactsView.frame(run, UiState())) == ()
    del sent[:]
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    probes = (
        Probe("fact", "The capital of France is", "Rome"),
        Probe("paraphrase", "The capital city of France is called", "Rome"),
        Probe("old answer", "The capital of France is", "Paris"),
        Probe("neighbour", "The capital of Germany is", "Berlin"),
        Probe("neighbour", "The capital of Spain is", "Madrid"),
        Probe("neighbour", "The capital of Italy is", "Turin"),
        Probe("same subject", "France lies in", "Europe"),
    )
    fact = Fact("The capital of France is", "France", "Rome")
    assert sent == [AskLab(AskEdit((fact,), (2,), "rank one", Settings(), probes), again=True)]
    assert "Measuring" in notes(view)


def test_what_is_said_are_the_numbers(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, run_with_edit())
    said = notes(view)
    assert "The new answer: 1.00 % → 99.0 % (before, the model said “Paris”)" in said
    assert "A random change of the same size leaves it at 20.0 %." in said
    moved = AFTER[3:6] - BEFORE[3:6]
    mean, low, high = mean_of(moved)
    assert mean == pytest.approx(moved.mean())
    assert "3 neighbours: 50.0 % → 60.0 % on average, moved by +10.00 points" in said
    assert f"(95 % interval {100 * low:+.2f} to {100 * high:+.2f})".replace("-", "−") in said
    assert f"each by {100 * np.abs(moved).mean():.1f} up or down" in said
    assert "writes the same value at the subject leaves neighbours at 5.00 %" in said
    assert "Loss on 1,000 tokens of unrelated text: 4.000 → 4.010 nats, KL 0.0020" in said
    assert "does not test locality" in said
    assert "Size of the change: 13.0 % of the matrix." in said
    assert "2 rows were left out." in said


def test_the_interval_is_a_bootstrap_over_probes() -> None:
    values = np.array([0.1, 0.4, 0.2, 0.9, 0.5])
    draws = np.random.default_rng(7).choice(values, (20_000, 5)).mean(1)
    mean, low, high = mean_of(values)
    assert mean == pytest.approx(0.42)
    assert low == pytest.approx(np.quantile(draws, 0.025), abs=0.02)
    assert high == pytest.approx(np.quantile(draws, 0.975), abs=0.02)
    assert np.isnan(mean_of(values[:2])[1])


def test_every_probe_can_be_pointed_at(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, run_with_edit())
    view.grab()
    plots = view.panel.grid.plots
    labels = plots[0].sides["left"].ruler.labels
    assert labels[:2] == ("the new answer", "France → Rome")
    assert "Germany → Berlin" in labels
    point(view.panel, 0, labels.index("Germany → Berlin"))
    said = plots[0].crosshair.words.replace(NBSP, " ")
    assert "“The capital of Germany is” → Berlin: 80.0 % before, 60.0 % after (rank 4)." in said
    assert "random, same size (control): 20.0 %." in said
    drawn = {it.name: it for it in plots[0].values[0]}
    assert np.allclose(drawn["after"].at, AFTER, rtol=1e-5)
    assert np.allclose(drawn["before"].at, BEFORE, rtol=1e-5)
    paint(view, run_with_edit(), UiState().with_option(NAME, "scale", "log"))
    drawn = {it.name: it for it in view.panel.grid.plots[0].values[0]}
    assert np.allclose(drawn["after"].at, np.log10(AFTER), rtol=1e-4)


def test_the_edit_goes_on_the_list_at_its_strength(qtbot: QtBot) -> None:
    run = run_with_edit()
    view, sent = shown(qtbot, run)
    edit = run.findings[asked(run)].edit  # type: ignore[attr-defined]
    QTest.mouseClick(view.put, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [PutOnBoard(edit)]
    weak = UiState().with_option(NAME, "strength", 0.5)
    paint(view, run, weak)
    assert not view.has_charts(view.painted)  # type: ignore[arg-type]
    assert view.run.text() == "Measure at this strength"
    QTest.mouseClick(view.run, Qt.MouseButton.LeftButton)
    question = AskMeasured(edit.with_strength(0.5), asked(run).probes)
    assert sent[-1:] == [AskLab(question, again=True)]
    halves = (AFTER + BEFORE) / 2
    run.findings[question] = measured(asked(run), halves)
    run.changed += 1
    paint(view, run, weak)
    assert "1.00 % → 50.0 %" in notes(view)
    assert "at strength 0.5" in view.heading(view.painted)  # type: ignore[arg-type]
    QTest.mouseClick(view.put, Qt.MouseButton.LeftButton)
    assert sent[-1:] == [PutOnBoard(edit.with_strength(0.5))]


def test_several_facts_share_layers(qtbot: QtBot) -> None:
    run = run_with_sets()
    ui = (
        UiState()
        .with_option(NAME, "method", "several layers")
        .with_option(NAME, "more", "Germany: Vienna; Spain: Oslo")
    )
    view, _ = shown(qtbot, run, ui)
    asks = asked(run, ui)
    assert asks.layers == (0, 1, 2)
    assert [(fact.prompt, fact.subject, fact.target) for fact in asks.facts] == [
        ("The capital of France is", "France", "Rome"),
        ("The capital of Germany is", "Germany", "Vienna"),
        ("The capital of Spain is", "Spain", "Oslo"),
    ]
    assert [it.prompt for it in asks.probes if it.kind == "neighbour"] == ["The capital of Italy is"]
    assert "France → Rome and 2 more" in view.heading(view.painted)  # type: ignore[arg-type]
    bad = ui.with_option(NAME, "more", "Germany Vienna")
    paint(view, run, bad)
    assert "subject: answer; subject: answer, but 'Germany Vienna' was met" in notes(view)
    assert not view.run.isEnabled()


def test_further_facts_are_read_as_they_are_written() -> None:
    found = facts_of("Is France in France or", "France", "Asia", " Spain : Peru ;\n;Italy: a: b")
    assert [(fact.prompt, fact.subject, fact.target) for fact in found[1:]] == [
        ("Is France in Spain or", "Spain", "Peru"), ("Is France in Italy or", "Italy", "a: b"),
    ]  # fmt: skip
    with pytest.raises(InputRefused, match="but ': x' was met"):
        facts_of("a b", "a", "c", ": x")


def test_a_prompt_of_no_relation_is_judged_by_itself(qtbot: QtBot) -> None:
    run = run_with_sets()
    ui = UiState().with_option(NAME, "prompt", "France is next to")
    asks = asked(run, ui)
    assert asks.probes == (Probe("fact", "France is next to", "Rome"),)
    whole = edited(asked(run))
    one = replace(whole.measured, probes=asks.probes, before=whole.measured.before[:1].copy(),
                  after=whole.measured.after[:1].copy())  # fmt: skip
    controls = tuple(replace(it, after=it.after[:1].copy()) for it in whole.controls)
    run.findings[asks] = replace(whole, measured=one, controls=controls)
    view, _ = shown(qtbot, run, ui)
    assert "No relation of the set of facts has this prompt" in notes(view)


def test_the_bundled_relations_give_every_kind_of_probe() -> None:
    found = labelled(facts_of("The capital of France is", "France", "Rome", ""), sets.bundled())
    kinds = [it.probe.kind for it in found]
    assert kinds.count("neighbour") == 8
    assert set(kinds) == {"fact", "paraphrase", "old answer", "neighbour", "same subject"}
    assert len({it.probe for it in found}) == len(found)
    assert not [it for it in found if it.probe.kind == "neighbour" and it.probe.answer == "Rome"]


def test_a_refusal_is_said(qtbot: QtBot) -> None:
    run = run_with_sets()
    run.findings[asked(run)] = Refused("The subject is not there.")
    view, _ = shown(qtbot, run)
    assert notes(view) == "The subject is not there."
    assert view.alarms(view.painted)  # type: ignore[arg-type]
    run = prompted()
    run.findings[AskFactSets("/x.csv")] = Refused("It cannot be read.")
    paint(view, run, UiState().with_option(NAME, "path", "/x.csv"))
    assert notes(view) == "It cannot be read."


def test_the_table_has_every_probe(qtbot: QtBot) -> None:
    view, _ = shown(qtbot, run_with_edit())
    table = view.as_table(view.painted)  # type: ignore[arg-type]
    assert table is not None
    assert len(table.rows) == 7
    assert table.rows[3][:4] == ("neighbour", "The capital of Germany is", "Germany", "Berlin")
    assert table.rows[3][4:8] == pytest.approx((0.8, 0.6, 0.2, 0.05))
    assert dict(table.about)["layers"] == "2"
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_a_file_of_facts_is_chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view, sent = shown(qtbot, run_with_sets())
    monkeypatch.setattr(facts_view, "open_file", lambda *_: "/facts.csv")
    QTest.mouseClick(view.browse, Qt.MouseButton.LeftButton)
    assert sent == [SetOption(NAME, "path", "/facts.csv")]
