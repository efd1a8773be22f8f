"""Tables in figures: columns that have no room are left out whole, and that is said."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter

from tests.helpers.runs import RUNS
from viz.charts.sorted_table import SortedTable
from viz.figures.legible import COLUMNS, unreadable, written
from viz.figures.page import Figure, Page, of_pixels, paper
from viz.figures.picture import Made, prepared
from viz.ui_state import UiState

pytestmark = pytest.mark.usefixtures("qapp")


def made_at(page: Page) -> Made:
    return prepared(Figure("head_table", page), RUNS["fifty_steps"](), UiState())


def texts(made: Made) -> list[str]:
    def draw(painter: QPainter) -> None:
        made.paint(painter)

    page = made.page
    return [it.text for it in written(QSize(page.width, page.height), draw)]


def test_a_wide_figure_has_all_columns_and_says_nothing() -> None:
    made = made_at(of_pixels(1920, 1080))
    said = texts(made)
    assert {"head", "induction", "distance"} <= set(said)
    assert not any("column" in text for text in said if "No room" in text)
    assert unreadable(made) == ()
    made.close()


def test_rows_are_whole_and_it_is_said_how_many_are_left_out() -> None:
    made = made_at(paper(250, 35))
    (table,) = made.view.findChildren(SortedTable)
    hidden = sum(table.isRowHidden(row) for row in range(table.sorted.rowCount()))
    assert 0 < hidden < table.sorted.rowCount()
    assert re.search(r"No room here for \d+ row", " ".join(texts(made)))
    names = [text for text in texts(made) if re.fullmatch(r"L\d+\.H\d+", text)]
    assert len(names) == table.sorted.rowCount() - hidden
    made.close()


def test_a_narrow_figure_leaves_out_whole_columns_and_says_how_many() -> None:
    made = made_at(paper(85, 60))
    (table,) = made.view.findChildren(SortedTable)
    said = " ".join(texts(made))
    assert table.left_out > 0
    assert f"for {table.left_out} column" in said
    assert "distance" not in texts(made)
    shown = [column for column in range(table.sorted.columnCount()) if not table.isColumnHidden(column)]
    assert len(shown) == table.sorted.columnCount() - table.left_out
    assert sum(table.columnWidth(column) for column in shown) <= table.width()
    assert COLUMNS in unreadable(made)
    made.close()
