"""The lens's table from answers and records, what is asked for and when, and what a click means."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.layers.records import (
    CANDIDATES,
    LENS_SPAN,
    AskLens,
    AskLensApart,
    Lens,
    LensApart,
)
from engine.run import Run
from tests.helpers.charts import click, point
from tests.helpers.hosted import show
from tests.helpers.mouse import leave
from tests.helpers.runs import LAYERS, RUNS
from viz.charts.rows import BarRow, WordsRow
from viz.intents import AskLab, ChooseLayer, CompareWith, LookAt
from viz.labs.layers.lens_frame import (
    COLOURS,
    DIFFERENCE,
    cell_values,
    lens_table,
    questions,
    rows_shown,
)
from viz.labs.layers.logit_lens_view import BESIDE, NARROW, ROWS, LogitLensView
from viz.theme import theme
from viz.token_text import shown
from viz.ui_state import UiState


def answer(run: Run, question: AskLens) -> Lens:
    """A made-up finding whose last row is not quite the run's."""
    end = list(run.path).index(question.node)
    shape = (LAYERS + 1, end + 1 - question.start)
    rng = np.random.default_rng(question.start)
    ids = rng.integers(0, 50, (*shape, CANDIDATES)).astype(np.int32)
    probs = -np.sort(-rng.uniform(0, 0.2, (*shape, CANDIDATES))).astype(np.float32)
    flat = rng.uniform(0, 1, shape).astype(np.float32)
    return Lens(question.node, question.start, ids, probs, flat, np.ones(shape, np.int32), flat.copy())


def answered(made: str = "fifty_steps") -> Run:
    run = RUNS[made]()
    run.run_id = 1
    for question in questions(np.zeros(len(run), bool), np.array(run.path, np.int32), 0, len(run)):
        run.findings[question] = answer(run, question)
    run.changed += 1
    return run


@pytest.fixture
def view(qtbot: QtBot) -> LogitLensView:
    made = LogitLensView()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def test_the_last_row_is_exactly_the_recorded_output_with_and_without_answers() -> None:
    for run in (RUNS["fifty_steps"](), answered()):
        table = lens_table(run)
        for position in range(len(run)):
            record = run.at(position)
            np.testing.assert_array_equal(table.ids[-1, position], record.next_ids[:CANDIDATES])
            np.testing.assert_array_equal(table.probs[-1, position], record.next_probs[:CANDIDATES])
            assert table.entropy[-1, position] == np.float32(record.entropy)
        assert (table.final_rank[-1] == 0).all()


def test_answers_fill_their_positions_and_no_others() -> None:
    run = RUNS["fifty_steps"]()
    question = AskLens(run.path[15], 8)
    run.findings[question] = finding = answer(run, question)
    table = lens_table(run)
    assert table.known.tolist() == [8 <= position <= 15 for position in range(len(run))]
    np.testing.assert_array_equal(table.ids[:-1, 8:16], finding.ids[:-1])
    assert (table.ids[:-1, 16:] == -1).all()
    assert table.difference == pytest.approx(
        max(abs(float(run.at(p).next_probs[0]) - float(finding.probs[-1, p - 8, 0])) for p in range(8, 16))
    )


def test_an_answer_of_another_branch_is_left_out() -> None:
    run = RUNS["branched"]()
    off = next(node for node in range(len(run.nodes)) if node not in set(run.path))
    question = AskLens(off, 0)
    finding = replace(answer(run, AskLens(run.path[7], 0)), node=off)
    run.findings[question] = finding
    assert not lens_table(run).known.any()


def test_spans_stay_the_same_while_the_text_grows() -> None:
    nodes = np.arange(100, 130, dtype=np.int32)
    short = questions(np.zeros(20, bool), nodes[:20], 0, 20)
    long = questions(np.zeros(30, bool), nodes, 0, 30)
    assert short[:2] == long[:2] == [AskLens(107, 0), AskLens(115, 8)]
    assert short[2] == AskLens(119, 16)
    known = np.zeros(30, bool)
    known[:16] = True
    assert [question.start for question in questions(known, nodes, 3, 20)] == [16]
    assert LENS_SPAN == 8


def test_rows_are_evenly_left_out_and_never_the_last() -> None:
    assert rows_shown(4, 10) == (0, 1, 2, 3)
    assert rows_shown(31, 16) == tuple(range(0, 31, 2))
    for room in range(1, 40):
        rows = rows_shown(31, room)
        assert len(rows) <= room
        assert rows[-1] == 30


def asked(view: LogitLensView, run: Run, ui: UiState = UiState()) -> list[AskLens]:  # noqa: B008 - frozen
    """What is asked for when the view is shown; each question is answered and the next one awaited."""
    sent, starts = list[object](), list[AskLens]()
    view.intent.connect(sent.append)
    show(view, LogitLensView.frame(run, ui), theme("dark"))
    while sent:
        (intent,) = sent
        assert isinstance(intent, AskLab)
        assert isinstance(intent.question, AskLens)
        starts.append(intent.question)
        run.findings[intent.question] = answer(run, intent.question)
        run.changed += 1
        sent.clear()
        show(view, LogitLensView.frame(run, ui), theme("dark"))
    view.intent.disconnect(sent.append)
    return starts


def test_asks_for_what_is_on_screen_once_generation_pauses(view: LogitLensView) -> None:
    run = RUNS["fifty_steps"]()
    assert asked(view, run) == []  # a file's run: the engine does not hold it
    run.run_id = 1
    assert asked(view, run, UiState(playing=True)) == []
    questions = asked(view, run)
    low, high = view.window_across.sight
    assert high == len(run)
    starts = [question.start for question in questions]  # the newest text first
    assert starts == list(range((len(run) - 1) // LENS_SPAN * LENS_SPAN, starts[-1] - 1, -LENS_SPAN))
    assert starts[-1] <= low


def test_what_a_person_scrolls_to_is_asked_for_span_by_span(view: LogitLensView) -> None:
    run, sent = RUNS["fifty_steps"](), list[object]()
    run.run_id = 1
    asked(view, run)
    view.intent.connect(sent.append)
    view.across.setValue(0)
    low, high = view.window_across.sight
    assert low == 0
    last = (high - 1) // LENS_SPAN * LENS_SPAN
    assert sent == [AskLab(AskLens(run.path[min(last + LENS_SPAN - 1, len(run) - 1)], last))]
    starts = []
    while sent:
        (intent,) = sent
        assert isinstance(intent, AskLab)
        assert isinstance(intent.question, AskLens)
        starts.append(intent.question.start)
        run.findings[intent.question] = answer(run, intent.question)
        run.changed += 1
        sent.clear()
        show(view, LogitLensView.frame(run, UiState()), theme("dark"))
    assert starts == list(range(last, -1, -LENS_SPAN))
    assert view.window_across.sight == (low, high)


def test_a_question_about_a_way_no_longer_taken_keeps_nothing_waiting(view: LogitLensView) -> None:
    run, sent = RUNS["branched"](), list[object]()
    run.run_id = 1
    view.intent.connect(sent.append)
    show(view, LogitLensView.frame(run, UiState()), theme("dark"))
    run.move(8)
    show(view, LogitLensView.frame(run, UiState()), theme("dark"))
    assert len(sent) == 2
    assert sent[1] == AskLab(AskLens(8, 8))


def test_a_click_chooses_layer_and_position(view: LogitLensView) -> None:
    run, sent = answered("prompted"), list[object]()
    view.paint(LogitLensView.frame(run, UiState()), theme("dark"))
    view.intent.connect(sent.append)
    click(view.panel, 0, (2, 3))
    assert sent == [ChooseLayer(1), LookAt(3)]
    sent.clear()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert sent == [ChooseLayer(2), LookAt(3)]


def test_the_pointer_shows_a_cell_s_candidates(view: LogitLensView) -> None:
    run = answered("prompted")
    view.paint(LogitLensView.frame(run, UiState()), theme("dark"))
    point(view.panel, 0, (1, 2))
    table = lens_table(run)
    first = shown(run.vocabulary, int(table.ids[1, 2, 0]))
    assert view.panel.grid.plots[0].crosshair.words.startswith(first)
    assert first in view.candidates.grid.plots[0].sides["left"].ruler.labels
    leave(view.panel.grid)
    cell = view.cell(view.painted)
    assert shown(run.vocabulary, int(table.ids[(*cell, 0)])) in view.candidates.grid.plots[0].sides["left"].ruler.labels


@pytest.mark.parametrize("colour", COLOURS[:-1])  # the last one is of two branches
def test_every_colour_lies_on_its_scale(view: LogitLensView, colour: str) -> None:
    frame = LogitLensView.frame(answered("prompted"), UiState().with_option("logit_lens", "colour", colour))
    view.paint(frame, theme("dark"))
    scale, values = view.colouring(frame), cell_values(frame)
    assert (values[:, 2] >= scale.low).all()
    assert (values[:, 2] <= scale.high).all()


def test_the_place_looked_at_is_scrolled_into_sight(view: LogitLensView) -> None:
    run = answered()
    for position in (0, 30, len(run) - 1):
        view.paint(LogitLensView.frame(run, UiState(position=position)), theme("dark"))
        low, high = view.window_across.sight
        assert low <= position < high


def test_rows_that_do_not_fit_are_left_out_or_scrolled(view: LogitLensView) -> None:
    frame = LogitLensView.frame(answered(), UiState().with_option("logit_lens", "rows", ROWS[1]))
    view.resize(700, round(14 * view.em))
    view.paint(frame, theme("dark"))
    assert view.rows == tuple(range(LAYERS + 1))
    assert view.down.isVisible()
    view.down.setValue(view.down.maximum())
    assert view.window_down.sight[1] == LAYERS + 1
    view.paint(replace(frame, all_rows=False), theme("dark"))
    assert len(view.rows) < LAYERS + 1
    assert not view.down.isVisible()


def test_a_zoom_over_all_positions_stays_while_the_text_grows(view: LogitLensView) -> None:
    view.paint(LogitLensView.frame(answered("prompted"), UiState()), theme("dark"))
    view.panel.grid.view_all()
    for made in ("prompted", "fifty_steps"):
        run = answered(made)
        view.paint(LogitLensView.frame(run, UiState()), theme("dark"))
    assert view.window_across.sight[1] == len(run)


def test_two_branches_stand_one_below_the_other_and_both_are_asked_for(view: LogitLensView) -> None:
    run = answered("branched")
    other = run.leaves[0]
    ui = UiState(compare=other)
    frame = LogitLensView.frame(run, ui)
    assert frame.beside is not None
    path = run.path_to(other)
    assert frame.beside.nodes.tolist() == path
    for position, node in enumerate(path):
        record = run.nodes[node]
        np.testing.assert_array_equal(frame.beside.table.ids[-1, position], record.next_ids[:CANDIDATES])
    fork = frame.beside.fork
    whole = fork // LENS_SPAN * LENS_SPAN  # the spans before the fork are the same ones
    assert frame.beside.table.known[:whole].all()
    np.testing.assert_array_equal(frame.beside.table.ids[:, :whole], frame.table.ids[:, :whole])
    asked = set()
    while wanted := LogitLensView.wants(LogitLensView.frame(run, ui)):
        (ask,) = wanted
        assert isinstance(ask, AskLab)
        question = ask.question
        assert isinstance(question, AskLens)
        assert question not in asked
        asked.add(question)
        assert question.node in path
        before, run.current = run.current, question.node
        run.findings[question] = answer(run, question)
        run.current = before
        run.changed += 1
    assert asked
    near = slice(max(frame.position - 24, whole), frame.position + 24)
    assert LogitLensView.frame(run, ui).beside.table.known[near].all()  # type: ignore[union-attr]


def test_the_difference_of_two_branches_is_asked_for_shown_and_kept_as_a_table(view: LogitLensView) -> None:
    run = answered("branched")
    ui = UiState(compare=run.leaves[0]).with_option("logit_lens", "colour", DIFFERENCE)
    bits: dict[AskLensApart, np.ndarray[tuple[int, ...], np.dtype[np.float32]]] = {}
    while wanted := LogitLensView.wants(LogitLensView.frame(run, ui)):
        (ask,) = wanted
        assert isinstance(ask, AskLab)
        question = ask.question
        if isinstance(question, AskLensApart):
            assert question not in bits
            nodes = run.path_to(question.other)
            assert len(nodes) == len(run.path_to(question.node))
            shape = (LAYERS + 1, len(nodes) - question.start)
            bits[question] = np.random.default_rng(3).uniform(0, 1, shape).astype(np.float32)
            run.findings[question] = LensApart(question.node, question.other, question.start, bits[question])
        else:
            assert isinstance(question, AskLens)
            before, run.current = run.current, question.node
            run.findings[question] = answer(run, question)
            run.current = before
        run.changed += 1
    assert bits
    frame = LogitLensView.frame(run, ui)
    assert frame.beside is not None
    apart, fork = frame.beside.apart, frame.beside.fork
    assert (apart[:, :fork] == 0).all()
    for question, values in bits.items():
        np.testing.assert_array_equal(apart[:, question.start : question.start + values.shape[1]], values)
    for table in (frame.table, frame.beside.table):
        np.testing.assert_array_equal(cell_values(frame, table)[:, : apart.shape[1]], apart)
    view.paint(frame, theme("dark"))
    saved = view.as_table(frame)
    assert saved is not None
    numbers = [row[-1] for row in saved.rows if row[0] == 1]
    assert numbers == pytest.approx(apart[list(view.rows)].ravel().tolist())
    assert saved.rows[0][1] == "difference between branches"
    view._choose((LAYERS, fork), False)
    assert "A and B differ by" in view._cell_words.text
    said = f"A and B differ by {apart[LAYERS, fork]:.2f}"
    assert said in view._card((LAYERS, fork), frame.table)
    assert said in view._card((LAYERS, fork), frame.beside.table)
    alone = LogitLensView.frame(run, UiState().with_option("logit_lens", "colour", DIFFERENCE))
    assert np.isnan(cell_values(alone)).all()
    assert "choose one in Branches" in view._facts(alone)


@pytest.mark.parametrize("wide", [34, 20, 14])
@pytest.mark.parametrize("colour", COLOURS)
def test_the_colour_bar_is_whole_in_a_narrow_dock(view: LogitLensView, wide: int, colour: str) -> None:
    run = answered("branched")
    ui = UiState(compare=run.leaves[0]).with_option("logit_lens", "colour", colour)
    view.resize(round(wide * view.em), 500)
    view.show()
    view.paint(view.frame(run, ui), theme("dark"))
    QApplication.processEvents()
    (bar,) = [item for item in view.panel.grid.scene().items() if isinstance(item, BarRow)]
    assert bar.sceneBoundingRect().right() <= view.panel.width() + 1


@pytest.mark.parametrize("wide", [60, 34, 20, 14])
def test_the_facts_below_are_whole_in_a_narrow_dock(view: LogitLensView, wide: int) -> None:
    run = answered("branched")
    view.resize(round(wide * view.em), 600)
    view.show()
    frame = view.frame(run, UiState())
    view.paint(frame, theme("dark"))
    QApplication.processEvents()
    said = view._facts(frame)
    assert len(said) > 30
    (row,) = [item for item in view.panel.grid.scene().items() if isinstance(item, WordsRow) and item.text == said]
    metrics = QFontMetricsF(view.look.font_of(0.85))
    assert " ".join(row._lines) == said
    assert max(metrics.horizontalAdvance(line) for line in row._lines) <= row.size().width()
    assert row.size().height() >= metrics.height() * len(row._lines)
    assert row.sceneBoundingRect().bottom() <= view.panel.height()
    assert (len(row._lines) > 1) == (metrics.horizontalAdvance(said) > row.size().width())


def test_a_cell_of_the_other_branch_is_pointed_at_and_chosen_there(view: LogitLensView) -> None:
    run = answered("branched")
    frame = LogitLensView.frame(run, UiState(compare=run.leaves[0]))
    view.paint(frame, theme("dark"))
    assert frame.beside is not None
    first, second = view.panel.grid.plots
    assert first.vb.viewRange()[0] == second.vb.viewRange()[0]
    row, position = view.rows[-1], frame.beside.fork
    point(view.panel, 1, (row, position))
    assert view._cell_words.text.startswith(f"B · after L{LAYERS - 1}")
    assert frame.beside.texts[position] in view._cell_words.text
    sent: list[object] = []
    view.intent.connect(sent.append)
    click(view.panel, 1, (row, position))
    assert LookAt(position) in sent
    QTest.keyClick(view.panel, Qt.Key.Key_Escape)
    assert sent[-1] == CompareWith(None)
    view.paint(LogitLensView.frame(run, UiState()), theme("dark"))
    assert len(view.panel.grid.plots) == 1
    assert not view._cell_words.text.startswith(("A", "B"))


@pytest.mark.parametrize(("columns", "whole"), [(60, True), (30, False)])
def test_a_figure_has_all_positions_where_they_can_be_read_and_else_says_which(
    view: LogitLensView, columns: int, whole: bool
) -> None:
    run = answered()
    n = len(run)
    assert 30 < n < 60
    view.still = True
    view.resize(round((BESIDE + (columns + 0.5) * NARROW) * view.em), 600)
    view.paint(LogitLensView.frame(run, UiState(position=20)), theme("print"))
    low, high = view.window_across.sight
    assert (high - low == n) == whole
    assert low <= 20 < high
    rows = [item for item in view.panel.grid.scene().items() if isinstance(item, WordsRow)]
    (facts,) = (row.text for row in rows if "bold" in row.text)
    assert (f"positions {low} to {high - 1} of 0 to {n - 1}" in facts) != whole
    view.still = False
    view.paint(LogitLensView.frame(run, UiState(position=20)), theme("dark"))
    assert np.subtract(*view.window_across.sight[::-1]) < min(n, columns)  # in the window a person can move it
