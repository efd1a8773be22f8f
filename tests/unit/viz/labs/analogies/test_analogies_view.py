"""Analogies on screen: what is asked, that what is said is true of the numbers, the arrows, the table, and the map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.analogies.records import (
    METHODS,
    Analogy,
    AnalogySet,
    AskAnalogy,
    AskAnalogySet,
    AskArrows,
    AskOffsets,
    Offsets,
    Total,
    Word,
)
from engine.questions import Finding, Question, Refused
from engine.records import UNEMBEDDING, Space
from engine.run import Run
from tests.helpers.runs import empty, no_model
from viz.intents import AskLab, Select, ShowAnalogy, ShowSpace, ShowViews
from viz.labs.analogies.analogies_view import AnalogiesView
from viz.labs.analogies.arrows_item import Arrows
from viz.labs.analogies.frame import table_of
from viz.labs.analogies.words import conclusion, offsets_conclusion, set_conclusion
from viz.theme import theme
from viz.ui_state import UiState

F = np.float32


def analogy(
    excluded: tuple[float, ...] = (1, 2, 3, 4), allowed: tuple[float, ...] = (2, 3, 4, 5), words: int = 4
) -> Analogy:
    given = tuple(
        Word(name, (id_,)) for name, id_ in zip(("thing", "about", "its", "ability"), (5, 6, 9, 10), strict=True)
    )
    given = (*given[:2], Word("itsy", (9, 30)), *given[3:])[:words]
    points = np.random.default_rng(0).normal(size=(words + 4, 2)).astype(F)
    points[3] = points[1] - points[0] + points[2]
    return Analogy(
        given, np.array([10, 9, 12, 13], np.int32), np.array([0.9, 0.8, 0.5, 0.4], F),
        np.array([False, True, False, False]), np.array([True, False, False, False]), 0.9, np.array(excluded, F),
        np.array(allowed, F), 90, 3, 17, np.array([12, 13, 14], np.int32), points, 0.6, points.copy(), 0.7,
    )  # fmt: skip


def total(first: tuple[float, ...], count: int = 4) -> Total:
    ones = np.ones(4, F)
    shares = np.array(first, F)
    return Total(count, shares, shares * F(0.5), np.minimum(shares * 2, 1).astype(F), ones * 2, ones, ones * 3)


def a_set(
    better: int = 4, worse: int = 0, p: float = 0.125, first: tuple[float, ...] = (0.75, 0.5, 0.25, 0.1)
) -> AnalogySet:
    words = tuple(tuple(Word(f"{name}{row}", (row,)) for name in "abcd") for row in range(4))
    ranks = np.array([[1, 2, 3, 4.5]] * 3 + [[np.nan] * 4], F)
    return AnalogySet(
        "", ("capital", "", "", ""), words, ranks, ranks + 1, total(first), total((0.5, 0, 0, 0)), better, worse, p, 90,
        np.full(4, 3, F), ("2 lines are left out.",),
    )  # fmt: skip


def some_offsets(p: float = 0.0002) -> Offsets:
    pairs = tuple((Word(f"a{row}", (row,)), Word(f"b{row}", (row, 1))) for row in range(3))
    shuffled = np.linspace(0.1, 0.3, 50).astype(F)
    return Offsets("", pairs, 0.5, np.array([0.1, 0.6, 0.3], F), shuffled, p, False, ())


def known(question: Question, finding: Finding) -> Run:
    run = empty()
    run.findings[question] = finding
    return run


def option(**values: str) -> UiState:
    ui = UiState()
    for name, value in values.items():
        ui = ui.with_option("analogies", name, value)
    return ui


@pytest.fixture
def view(qtbot: QtBot) -> AnalogiesView:
    made = AnalogiesView()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def shown(view: AnalogiesView, run: Run, ui: UiState | None = None) -> None:
    view.paint(view.frame(run, ui or UiState()), theme("dark"))
    QApplication.processEvents()


def said(plot: Any, thing: Any) -> str:
    """What is told of a thing of a plot."""
    told: str = plot.aim_at.words(thing)
    return told


def test_the_question_is_what_stands_in_the_fields() -> None:
    ui = option(a=" Paris ", b="France", c="Rome", expected="", matrix="unembedding")
    frame = AnalogiesView.frame(empty(), ui)
    assert frame.question == AskAnalogy("Paris", "France", "Rome", "", "unembedding")
    assert AnalogiesView.wants(frame) == (AskLab(frame.question),)
    assert AnalogiesView.frame(empty(), option(show="set", source="x ")).question == AskAnalogySet("x")
    assert AnalogiesView.frame(empty(), option(show="offsets")).question == AskOffsets()
    assert not AnalogiesView.wants(AnalogiesView.frame(no_model(), ui))
    refused = AnalogiesView.frame(known(AskAnalogy(), Refused("Type a word.")), UiState())
    assert not AnalogiesView.wants(refused)


def test_arrows_go_between_the_words_and_names_are_there(view: AnalogiesView) -> None:
    shown(view, known(AskAnalogy(), analogy()))
    view.grab()
    plots = view.panel.grid.plots
    assert len(plots) == 3
    (item,) = (it for it in plots[0].items if isinstance(it, Arrows))
    for name in ("·thing", "·about", "itsy", "about − thing + itsy", "·ability"):
        assert name in item.named
    assert [(arrow.start, arrow.end) for arrow in item._arrows if arrow.thick] == [(0, 1), (2, 3)]
    wide, high = plots[0].vb.viewPixelSize()
    assert wide == pytest.approx(high, rel=0.02), "one unit is as long across as up"
    assert "cosine with b − a + c 0.900" in said(plots[0], 4)
    assert "spells an input word" in said(plots[1], 1)
    assert "rank 3, input words allowed" in said(plots[2], (1, 1))


def test_a_person_s_zoom_stays_when_the_view_grows(view: AnalogiesView) -> None:
    shown(view, known(AskAnalogy(), analogy()))
    plot = view.panel.grid.plots[0]
    plot.vb.zoom(0.5)
    assert plot.vb.is_zoomed
    view.resize(1100, 800)
    QApplication.processEvents()
    wide, high = plot.vb.viewPixelSize()
    assert wide == pytest.approx(high, rel=0.02)


def test_where_there_is_little_room_the_arrows_have_it(qtbot: QtBot) -> None:
    view = AnalogiesView()
    qtbot.addWidget(view)
    view.setFixedSize(round(30 * view.em), round(30 * view.em))
    view.show()
    shown(view, known(AskAnalogy(), analogy()))
    assert len(view.panel.grid.plots) == 1
    view.setFixedSize(round(30 * view.em), round(60 * view.em))
    QApplication.processEvents()
    assert len(view.panel.grid.plots) == 3


@pytest.mark.parametrize(("excluded", "verdict"), [
    ((1, 2, 3, 4), "the offset brings it nearer"), ((2, 1, 3, 4), "which ignores thing"),
    ((2, 2, 3, 4), "adds nothing"),
    ((5, 6, 4, 9), "Nearest to itsy alone"), ((5, 6, 7, 5), "not better than those"),
    ((np.nan, np.nan, np.nan, np.nan), "is an input word itself"),
])  # fmt: skip
def test_the_conclusion_follows_from_the_ranks(excluded: tuple[float, ...], verdict: str) -> None:
    found = analogy(excluded)
    assert verdict in conclusion(found, empty().vocabulary)
    assert "2" in conclusion(found, empty().vocabulary)


def test_the_conclusion_names_what_is_special() -> None:
    found = analogy()
    same = replace(found, words=(found.words[0], found.words[0], *found.words[2:]))
    assert "no offset" in conclusion(same, None)
    assert "·ability (cosine 0.900)" in conclusion(analogy(words=3), empty().vocabulary)
    assert "even with the input words allowed" in conclusion(analogy((1, 2, 3, 4), (1, 2, 3, 4)), None)


def test_words_of_several_tokens_are_named(view: AnalogiesView) -> None:
    shown(view, known(AskAnalogy(), analogy()))
    assert view.painted is not None
    notes = view.notes(view.painted)
    assert "itsy is 2 tokens in this model (·its + " in notes
    assert "60.0" in notes
    shown(view, known(AskAnalogy(), analogy()), option(plane="principal axes"))
    assert "70.0" in view.notes(view.painted)


def test_the_table_has_every_rank_and_the_bars_their_intervals(view: AnalogiesView) -> None:
    shown(view, known(AskAnalogySet(), a_set()), option(show="set"))
    view.grab()
    plots = view.panel.grid.plots
    assert len(plots) == 4
    table = plots[0].values[0][0].values
    np.testing.assert_allclose(table[:3], [[1, 1 / 2, 1 / 3, 1 / 4.5]] * 3, rtol=1e-6)
    assert np.isnan(table[3]).all()
    assert "number 4.5" in said(plots[0], (0, 3))
    assert "·" not in said(plots[0], (1, 0))
    assert said(plots[0], (0, 0)).startswith("a0 : b0 = c0 : d0 · capital")
    assert "37.5" in said(plots[2], 0)
    assert view.painted is not None
    assert "2 lines are left out." in view.notes(view.painted)
    view.setFixedSize(round(36 * view.em), 700)
    QApplication.processEvents()
    assert len(view.panel.grid.plots) == 2


@pytest.mark.parametrize(("found", "verdict"), [
    (a_set(), "not shown by this set: 4 won, 0 lost"), (a_set(9, 1, 0.021), "helps beyond chance"),
    (a_set(1, 9, 0.021), "harms"), (a_set(first=(0, 0.5, 0, 0)), "not present in this model"),
])  # fmt: skip
def test_the_verdict_on_a_set_follows_from_the_test(found: AnalogySet, verdict: str) -> None:
    assert verdict in set_conclusion(found)
    assert f"{round(4 * float(found.total_excluded.first[0]))} of 4" in set_conclusion(found)


def test_offsets_stand_beside_the_shuffled(view: AnalogiesView) -> None:
    shown(view, known(AskOffsets(), some_offsets()), option(show="offsets"))
    view.grab()
    plots = view.panel.grid.plots
    assert plots[0].values[0][0].values.sum() == 50
    assert plots[1].values[2].labels == ("a1 → b1", "a2 → b2", "a0 → b0")
    assert said(plots[1], 0).startswith("a1 → b1")
    assert "0.500" in offsets_conclusion(some_offsets())
    assert "share a direction" in offsets_conclusion(some_offsets())
    assert "not present" in offsets_conclusion(some_offsets(0.4))
    assert view.painted is not None
    assert "b0" in view.notes(view.painted)


def test_the_words_are_selected_on_the_map_of_their_space(view: AnalogiesView) -> None:
    sent: list[object] = []
    view.intent.connect(sent.append)
    ui = replace(option(matrix="unembedding"), space=Space("resid", 2))
    shown(view, known(AskAnalogy(matrix="unembedding"), analogy()), ui)
    QTest.mouseClick(view.on_map, Qt.MouseButton.LeftButton)
    assert sent == [ShowSpace(UNEMBEDDING), Select((5, 6, 10, 9, 12, 13)), ShowViews("analogies", ("meaning_space",))]
    sent.clear()
    QTest.mouseClick(view.arrows, Qt.MouseButton.LeftButton)
    arrows = ShowAnalogy(AskArrows(matrix="unembedding"))
    assert sent == [ShowSpace(UNEMBEDDING), arrows, Select(()), ShowViews("analogies", ("meaning_space",))]
    sent.clear()
    shown(view, known(AskAnalogy(), analogy()))
    QTest.mouseClick(view.on_map, Qt.MouseButton.LeftButton)
    assert len(sent) == 2
    shown(view, empty())
    assert not view.arrows.isEnabled()
    assert not view.on_map.isEnabled()


@pytest.mark.parametrize(("question", "finding", "show", "rows"), [
    (AskAnalogy(), analogy(), "one", 4 + len(METHODS)), (AskAnalogySet(), a_set(), "set", 4),
    (AskOffsets(), some_offsets(), "offsets", 3 + 4),
])  # fmt: skip
def test_the_numbers_are_saved_as_a_table(question: Question, finding: Finding, show: str, rows: int) -> None:
    table = table_of(AnalogiesView.frame(known(question, finding), option(show=show)))
    assert table is not None
    assert len(table.rows) == rows
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert table_of(AnalogiesView.frame(empty(), UiState())) is None


def test_what_is_refused_is_said_in_the_colour_of_errors(view: AnalogiesView) -> None:
    shown(view, known(AskAnalogy(), Refused("Type a word.")))
    assert view.painted is not None
    assert view.notes(view.painted) == "Type a word."
    assert view.alarms(view.painted)
    assert not view.panel.isVisible()
