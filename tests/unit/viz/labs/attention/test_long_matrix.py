"""Heads of texts too long for whole matrices: what is drawn, asked for and said, against the matrix itself."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.labs.attention.records import (
    AskHeadLine,
    AskHeadPicture,
    AskHeadWindow,
    HeadLine,
    HeadPicture,
    HeadWindow,
    Mix,
)
from engine.records import F32
from engine.run import Run
from tests.helpers.charts import at, point
from tests.helpers.mouse import wheel
from tests.helpers.rested import rested
from tests.helpers.runs import PROMPT, empty, grow
from viz.charts.matrix_pyramid import Pyramid
from viz.intents import AskLab, HandOver
from viz.labs.attention.attention_head_view import AttentionHeadView
from viz.labs.attention.attention_text_view import AttentionTextView
from viz.labs.attention.long_matrix import LONG, long_matrix_of
from viz.labs.attention.matrix_frame import HEAD, MatrixChoice, shown_of
from viz.labs.attention.visible_part import VisiblePart
from viz.theme import theme
from viz.ui_state import UiState

N = LONG + 176
MIX = Mix(((1, 2),))
CHOICE = MatrixChoice(HEAD, 1, 2, (0, 0), False)


@pytest.fixture(scope="module")
def matrix() -> F32:
    """[N, N] causal, rows that sum to 1, most of it on key 0."""
    values = np.tril(np.random.default_rng(0).random((N, N), np.float32) ** 8)
    values[:, 0] += values.sum(1)
    return np.asarray(values / values.sum(1, keepdims=True), np.float32)


@pytest.fixture
def run() -> Run:
    made = empty()
    made.run_id = 1
    grow(made, (PROMPT * (N // len(PROMPT) + 1))[:N], attn=False, neurons=False, resid=False)
    return made


def picture(run: Run, matrix: F32) -> HeadPicture:
    cells = Pyramid(matrix).level(1)
    pairs = np.zeros((2 * len(cells), 2), np.float32)
    pairs[:N, 0] = matrix[:, 1]
    without = pairs.reshape(-1, 2, 2).max(axis=(1, 2))
    return HeadPicture(run.current, MIX, N, 2, cells, without, matrix.sum(1), matrix.sum(0), matrix[:, 0].copy(), 0.1)


def known(run: Run, matrix: F32) -> Run:
    run.findings[AskHeadPicture(run.current, MIX)] = picture(run, matrix)
    run.changed += 1
    return run


def test_a_long_text_asks_for_a_picture_at_rest(run: Run, matrix: F32) -> None:
    assert shown_of(run, CHOICE) == (None, AskHeadPicture(run.current, MIX))
    assert shown_of(run, CHOICE, playing=True) == (None, None)
    known(run, matrix)
    found, question = shown_of(run, CHOICE)
    assert question is None
    assert found is not None
    assert found.n == N
    grow(run, PROMPT, parent=run.current, attn=False, neurons=False, resid=False)
    later, question = shown_of(run, CHOICE)
    assert later is not None
    assert later.n == N, "the picture of the text so far stays"
    assert question == AskHeadPicture(run.current, MIX)


@pytest.mark.parametrize("without_first", [False, True])
def test_what_is_drawn_is_the_largest_of_what_lies_there(run: Run, matrix: F32, without_first: bool) -> None:
    found = long_matrix_of(known(run, matrix), MIX, without_first)
    assert found is not None
    seen = matrix.copy()
    if without_first:
        seen[:, 0] = 0
    for left, top, width in ((0, 0, N), (100, 300, 500), (640, 640, 128)):
        cells, span, x, y = found.cut(left, top, width, 400)
        assert span >= 2
        for row in range(0, len(cells), 7):
            for column in range(0, cells.shape[1], 5):
                block = seen[y + row * span : y + (row + 1) * span, x + column * span : x + (column + 1) * span]
                assert cells[row, column] == block.max(initial=0)
    np.testing.assert_allclose(found.row_sums, seen.sum(1), atol=1e-6)
    np.testing.assert_allclose(found.column_sums, seen.sum(0), atol=1e-5)
    assert found.high >= seen.max()
    assert found.first_share == pytest.approx(float(matrix[1:, 0].mean()))


def test_zooming_in_asks_for_the_part_and_shows_it_exactly(run: Run, matrix: F32) -> None:
    found = long_matrix_of(known(run, matrix), MIX, False)
    assert found is not None
    assert found.sharper(VisiblePart.whole(N), 600) is None, "cells are smaller than pixels"
    port = VisiblePart(700.0, 800.0, 200.0)
    wanted = found.sharper(port, 600)
    assert isinstance(wanted, AskHeadWindow)
    part = matrix[wanted.top : wanted.top + wanted.side, wanted.left : wanted.left + wanted.side]
    run.findings[wanted] = HeadWindow(wanted.node, MIX, wanted.top, wanted.left, part.copy())
    found = long_matrix_of(run, MIX, False)
    assert found is not None
    assert found.sharper(port, 600) is None
    cells, span, x, y = found.cut(port.left, port.top, port.span, 600)
    assert span == 1
    np.testing.assert_array_equal(cells, matrix[y : y + cells.shape[0], x : x + cells.shape[1]])
    assert (x <= 700, y <= 800, x + cells.shape[1] >= 900, y + cells.shape[0] >= 1000) == (True,) * 4
    assert found.value(850, 750) == matrix[850, 750]
    assert found.value(20, 10) is None


def test_pointing_asks_for_the_row_and_says_the_exact_value(run: Run, matrix: F32, qtbot: QtBot) -> None:
    view = AttentionHeadView()
    qtbot.addWidget(view)
    view.resize(600, 660)
    view.show()
    qtbot.waitExposed(view)
    sent: list[object] = []
    view.intent.connect(sent.append)
    ui = UiState(layer=1, head=(1, 2))
    view.paint(view.frame(known(run, matrix), ui), theme("dark"))
    QApplication.processEvents()
    point(view.panel, 0, (700, 200))
    rested(qtbot, view)
    assert view.cell is not None
    row, column = view.cell
    line = AskHeadLine(run.current, MIX, row)
    assert {it.question for it in sent if isinstance(it, AskLab)} == {line}
    run.findings[line] = HeadLine(line.node, MIX, row, False, matrix[row, : row + 1].copy())
    view.paint(view.frame(run, ui), theme("dark"))
    assert f"{matrix[row, column]:.4f}" in view.panel.grid.plots[0].crosshair.words
    assert f"{matrix[row, column]:.4f}" in view.accessibleDescription()
    sent.clear()
    for _ in range(12):
        wheel(view.panel.grid.viewport(), at(view.panel, 0, (row, column)), 1)
    view.grab()
    rested(qtbot, view)
    parts = [it.question for it in sent if isinstance(it, AskLab) and isinstance(it.question, AskHeadWindow)]
    assert parts
    assert parts[-1].top <= row < parts[-1].top + parts[-1].side
    assert parts[-1].left <= column < parts[-1].left + parts[-1].side


def test_a_file_without_attention_offers_to_compute_it(run: Run, qtbot: QtBot) -> None:
    run.run_id = 0
    view = AttentionHeadView()
    qtbot.addWidget(view)
    view.resize(500, 500)
    view.show()
    sent: list[object] = []
    view.intent.connect(sent.append)
    view.paint(view.frame(run, UiState()), theme("dark"))
    assert view.offer.isVisible()
    assert not any(isinstance(it, AskLab) for it in sent)
    view.offer.click()
    assert sent[-1] == HandOver()


def test_shaded_text_asks_for_one_line_at_a_time(run: Run, matrix: F32, qtbot: QtBot) -> None:
    view = AttentionTextView()
    qtbot.addWidget(view)
    ui = UiState(layer=1, head=(1, 2), position=700).with_option("attention_text", "heads", "1.2 0.3")
    first = AttentionTextView.frame(run, ui).line
    assert first == AskHeadLine(run.current, MIX, 700)
    run.findings[first] = HeadLine(run.current, MIX, 700, False, matrix[700, :701].copy())
    second = AttentionTextView.frame(run, ui).line
    assert second == AskHeadLine(run.current, Mix(((0, 3),)), 700)
    alone = ui.with_option("attention_text", "heads", "")
    frame = AttentionTextView.frame(run, alone)
    assert frame.line is None
    np.testing.assert_array_equal(frame.weights[0, :701], matrix[700, :701])
    strongest = int(matrix[700, :701].argmax())
    assert f"({strongest})" in view.sentence(frame), "it may be out of sight"
    assert np.isnan(frame.weights[0, 701:]).all()
    column = alone.with_option("attention_text", "direction", "attended by")
    question = AttentionTextView.frame(run, column).line
    assert question == AskHeadLine(run.current, MIX, 700, column=True)
    run.findings[question] = HeadLine(run.current, MIX, 700, True, matrix[700:, 700].copy())
    np.testing.assert_array_equal(AttentionTextView.frame(run, column).weights[0, 700:], matrix[700:, 700])
