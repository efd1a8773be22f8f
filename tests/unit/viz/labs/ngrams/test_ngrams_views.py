"""The tables' views: what they ask, what they show and say, and what a gesture in them means."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.labkit.workbench import Bench
from engine.labs.ngrams import table_answers
from engine.labs.ngrams.records import (
    AskExamples,
    AskModelBits,
    AskModelStrip,
    AskModelWritten,
    AskStrip,
    AskTables,
    AskWritten,
    Examples,
    ModelBits,
    ModelPieces,
    Source,
)
from engine.questions import Refused
from engine.run import Run
from tests.helpers.charts import click
from tests.helpers.neuron_views import made, paint
from tests.helpers.runs import prompted
from viz import ask_path
from viz.intents import AskLab, SetOption, ShowViews
from viz.labs.ngrams.choices import PICTURES
from viz.labs.ngrams.ngrams_frame import cell_of, cells, usual
from viz.labs.ngrams.ngrams_text_view import PROMPT, SENTENCE, NgramsTextView
from viz.labs.ngrams.ngrams_view import NgramsView
from viz.labs.ngrams.text_frame import MODEL, per_character
from viz.labs.ngrams.text_layout import cells as laid_cells
from viz.labs.ngrams.text_layout import running, words_of
from viz.labs.ngrams.text_words import told
from viz.labs.ngrams.words import large, places, small_share
from viz.ui_state import UiState

BENCH = Bench(lambda *_: None, lambda: False)
TEXT = "It is a quiet truth universally acknowledged, that a quiet cat sat on the mat and the quick dog ran. " * 9


@pytest.fixture(scope="module")
def of(tmp_path_factory: pytest.TempPathFactory) -> Source:
    path = tmp_path_factory.mktemp("text") / "cats.txt"
    path.write_text(TEXT)
    return Source(str(path))


def chosen(of: Source, **options: object) -> UiState:
    """With that text, and options of the view of the tables."""
    ui = UiState().with_option("ngrams", "source", of.source)
    for name, value in options.items():
        ui = ui.with_option("ngrams", name, value)
    return ui


def with_tables(of: Source) -> Run:
    """A run in whose session the tables of letters are known."""
    run = prompted()
    run.findings[AskTables(of)] = table_answers.tables(AskTables(of), BENCH)
    return run


def of_model() -> ModelBits:
    """What a model might have found."""
    rows = np.linspace(4.0, 1.5, 6)[:, None] * np.ones((1, 2))
    sizes = np.array([100, 300], np.int32)
    return ModelBits("tiny", np.array([1.0, 1.4]), rows, rows - 0.5, sizes, sizes // 4, 1.1, 1.5, 1.0)


# -- the tables --------------------------------------------------------------------------------------------------


def test_the_tables_are_asked_for_by_themselves_and_then_places_of_a_pair(of: Source) -> None:
    run = prompted()
    frame = NgramsView.frame(run, chosen(of))
    assert NgramsView.wants(frame) == (AskLab(AskTables(of)),)
    run = with_tables(of)
    frame = NgramsView.frame(run, chosen(of))
    assert NgramsView.wants(frame) == (AskLab(AskExamples("qu", of, 5)),)
    of_words = AskTables(replace(of, unit="words"))
    assert NgramsView.begins(frame) == of_words
    run.findings[of_words] = table_answers.tables(of_words, BENCH)
    assert NgramsView.begins(NgramsView.frame(run, chosen(of))) == AskModelBits(of.source)
    assert NgramsView.begins(NgramsView.frame(run, chosen(of, alphabet="a to z"))) is None


def test_the_picture_shows_probabilities_counts_or_bits_against_chance(of: Source) -> None:
    found = table_answers.tables(AskTables(of), BENCH)
    at = cell_of(found, "qu")
    assert at is not None
    n, q, u = TEXT[: found.n_characters].count("qu"), *(TEXT[: found.n_characters].count(it) for it in "qu")
    assert cells(found, PICTURES[0])[at] == pytest.approx(n / q)
    assert cells(found, PICTURES[1])[at] == n
    assert cells(found, PICTURES[2])[at] == pytest.approx(np.log2(n / q / (u / found.n_counted)), rel=1e-5)
    never = cell_of(found, "qt")
    assert never is not None
    assert np.isnan(cells(found, PICTURES[0])[never])
    assert (usual(found), cell_of(found, "abc"), cell_of(found, "q維")) == ("qu", None, None)


def test_a_click_on_a_cell_looks_the_pair_up(qtbot: QtBot, of: Source) -> None:
    view, sent = made(NgramsView, qtbot, 1000, 700)
    assert isinstance(view, NgramsView)
    run = with_tables(of)
    asked = AskExamples("qu", of, 5)
    run.findings[asked] = table_answers.examples(asked, BENCH)
    paint(view, run, chosen(of))
    view.grab()
    assert view.painted is not None
    found = view.painted.tables
    assert found is not None
    row, column = found.pair_symbols.index("a"), found.pair_symbols.index("t")
    click(view.panel, 0, (row, column))
    assert sent[-1] == SetOption("ngrams", "looked", "at")
    said = view.panel.grid.plots[0].crosshair.words
    assert said.startswith("“t” after “a”: ")
    assert "never follows" in view._pair(found, found.pair_symbols.index("q"), row)
    table = view.as_table(view.painted)
    assert table is not None
    assert len(table.rows) > 60


def test_the_model_stands_beside_the_tables_on_the_same_text(qtbot: QtBot, of: Source) -> None:
    view, sent = made(NgramsView, qtbot, 1000, 700)
    assert isinstance(view, NgramsView)
    run = with_tables(of)
    paint(view, run, chosen(of))
    QTest.mouseClick(view.model, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.also, Qt.MouseButton.LeftButton)
    asked = [AskModelBits(of.source), AskTables(replace(of, unit="words"))]
    assert sent[-2:] == [AskLab(it, again=True) for it in asked]
    run.findings[asked[0]] = of_model()
    paint(view, run, chosen(of))
    assert view.painted is not None
    said = view.notes(view.painted)
    assert "On the same 400 held-out characters: tiny 1.300 bits per character (95 % interval 1.100 to 1.500" in said
    assert "the best table of letters 1.500, of words 1.000." in said
    drawn = {it.name: it for it in view.panel.grid.plots[1].values[0]}
    assert list(drawn["tiny"].values) == pytest.approx([1.3, 1.3])
    assert drawn["letters"].values[0] == pytest.approx(4.0)  # of the model's stretches, not of all that is held out
    paint(view, run, chosen(of, alphabet="a to z"))
    assert not view.model.isEnabled()


def test_a_refusal_is_said(qtbot: QtBot) -> None:
    view, _ = made(NgramsView, qtbot, 800, 500)
    run = prompted()
    of = Source("/nowhere.txt")
    run.findings[AskTables(of)] = Refused("It cannot be read.")
    paint(view, run, chosen(of))
    assert isinstance(view, NgramsView)
    assert view.painted is not None
    assert view.nothing_to_see(view.painted) == "It cannot be read."
    assert view.alarms(view.painted)
    assert NgramsView.figure_wants(view.painted) == ()


def test_a_text_of_one_s_own_is_chosen_in_a_dialog(qtbot: QtBot, of: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    view, sent = made(NgramsView, qtbot, 800, 500)
    assert isinstance(view, NgramsView)
    paint(view, with_tables(of), chosen(of))
    answers = iter(["/a/text.txt", ""])
    monkeypatch.setattr(ask_path, "open_file", lambda *_: next(answers))
    view.browse.click()
    assert sent[-1] == SetOption("ngrams", "source", "/a/text.txt")
    n = len(sent)
    view.browse.click()
    assert len(sent) == n


# -- texts -------------------------------------------------------------------------------------------------------


def written(run: Run, of: Source, unit: str = "words") -> UiState:
    """With continuations by the tables."""
    here = replace(of, unit=unit)  # type: ignore[arg-type]
    run.findings[AskWritten(PROMPT, here)] = table_answers.written(AskWritten(PROMPT, here), BENCH)
    run.findings[AskStrip(SENTENCE, here)] = table_answers.strip(AskStrip(SENTENCE, here), BENCH)
    return chosen(of).with_option("ngrams_text", "unit", unit)


def test_text_by_tables_says_where_a_forced_piece_was_copied_from(qtbot: QtBot, of: Source) -> None:
    view, sent = made(NgramsTextView, qtbot, 1000, 700)
    assert isinstance(view, NgramsTextView)
    run = prompted()
    paint(view, run, chosen(of))
    assert view.painted is not None
    assert NgramsTextView.wants(view.painted) == (AskLab(AskWritten(PROMPT, replace(of, unit="words"))),)
    paint(view, run, written(run, of))
    view.grab()
    frame = view.painted
    assert [row.n for row in frame.rows] == [1, 2, 3, 4, 5, 6]
    line = frame.rows[5].line
    assert line is not None
    at = int(np.flatnonzero(line.choices == 1)[0])
    drawing = view._drawing
    assert drawing is not None
    target = drawing.of(5, at)
    assert target is not None
    place = (target.rect.center() + view._origin(view.rect().toRectF())).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert view.marked == (5, at)
    said = told(frame, 5, at)
    assert "is forced" in said
    assert "cats.txt" in said
    QTest.mouseMove(view, QPoint(3, view.height() - 3))
    assert view.marked == (5, at)  # kept until it is let go
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert told(frame, *view.marked) == told(frame, 4, at + 1)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    view.grab()
    QTest.mouseClick(view.to_map, Qt.MouseButton.LeftButton)
    assert sent[-2:] == [SetOption("meaning_space", "table_fan", 3), ShowViews("explore", ("meaning_space",))]
    QTest.mouseClick(view.again, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.ask_model, Qt.MouseButton.LeftButton)
    assert sent[-2:] == [SetOption("ngrams_text", "seed", 1), AskLab(AskModelWritten(PROMPT), again=True)]
    table = view.as_table(frame)
    assert table is not None
    assert table.columns[:3] == ("n", "position", "symbol")
    assert len(table.rows) == sum(len(row.pieces) for row in frame.rows)


def test_a_sentence_stands_under_each_table_and_the_model(qtbot: QtBot, of: Source) -> None:
    view, _ = made(NgramsTextView, qtbot, 1000, 600)
    assert isinstance(view, NgramsTextView)
    run = prompted()
    ui = written(run, of, "letters").with_option("ngrams_text", "show", "one sentence")
    pieces = ("She", " was", SENTENCE[7:])
    run.findings[AskModelStrip(SENTENCE)] = ModelPieces(pieces, np.array([np.nan, 8.0, 44.0], np.float32))
    paint(view, run, ui)
    view.grab()
    assert view.painted is not None
    rows = view.painted.rows
    assert [row.n for row in rows] == [1, 2, 3, 4, 5, 6, MODEL]
    assert "".join(rows[0].pieces) == SENTENCE
    assert rows[-1].mean == pytest.approx(52.0 / (len(SENTENCE) - 3))
    assert told(view.painted, 6, 1) == "tiny, “·was”: 8.0 bits, 2.00 for each of 4 characters"
    assert "no probability is known" in told(view.painted, 6, 0)
    assert view._drawing is not None
    columns = {(it.row, it.piece): it.rect for it in view._drawing.targets}
    assert columns[0, 3].left() == columns[6, 1].left()  # the same character stands below itself
    table = view.as_table(view.painted)
    assert table is not None
    assert table.rows[0][:3] == (1, 0, "S")


def test_pieces_without_a_character_hand_their_bits_on() -> None:
    found = per_character(("", "ab", "", "維"), np.array([np.nan, 4.0, 3.0, 5.0]))
    assert np.isnan(found[[0, 2]]).all()
    assert found[[1, 3]].tolist() == [2.0, 8.0]


def test_lines_break_before_a_space_and_cells_of_a_piece_go_on_below() -> None:
    assert words_of(["a", "b", " c", "d", " e"]) == [(0, 2), (2, 4), (4, 5)]
    boxes = running(["aa", " bb", "b", " cccccccccc"], 7.0, lambda text: float(len(text)))
    assert [(box.line, box.left) for box in boxes] == [(0, 0.0), (0, 2.0), (0, 5.0), (1, 0.0)]
    assert running([], 7.0, len) == []
    assert laid_cells(["ab", "cdef"], 4) == [(0, 0, 0, 2), (1, 0, 2, 2), (1, 1, 0, 2)]


def test_large_numbers_and_small_shares_are_read_as_they_are() -> None:
    assert (large(335_011), large(2.216e10), large(float("nan"))) == ("335,011", "2.2 × 10¹⁰", "–")
    assert [small_share(it) for it in (0.5, 1.4e-5, 3e-9)] == ["50.0\u00a0%", "0.0014\u00a0%", "3.0 × 10⁻⁷\u00a0%"]


@pytest.mark.parametrize(
    ("symbols", "found", "before", "said"),
    [
        ("jot", 1, 14, "“jot” occurs 1 time: "),
        ("qu", 3625, 3632, "“qu” occurs 3,625 times: "),
        ("j", 1, 0, "“j” occurs 1 time, "),
        ("joth", 0, 1, "stands there 1 time."),
        ("joth", 0, 2, "stands there 2 times."),
        ("zz", 0, 0, "“zz” never occurs in the counted text."),
        ("z", 0, 830_514, "“z” never occurs in the counted text."),
    ],
)
def test_what_occurs_once_occurs_one_time(symbols: str, found: int, before: int, said: str) -> None:
    assert said in places(Examples(tuple(symbols), found, before, ()))
