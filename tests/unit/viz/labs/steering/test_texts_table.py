"""The table of texts: it takes the height that its words need, and a row that has no room is left out whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from engine.errors import InputRefused
from viz.charts.look import Look
from viz.charts.rulers import log_marks
from viz.labs.steering.steering_frame import typed_strengths, typed_texts
from viz.labs.steering.texts_table import Cell, TextsTable, draw_table, table_height
from viz.theme import theme

LOOK = Look(theme("dark"), QFont(), 14.0, False)
SHORT, LONG = Cell("perplexity 3", "a few words"), Cell("perplexity 4", "many words " * 40)


def _table(*rows: tuple[Cell, ...]) -> TextsTable:
    return TextsTable(("steered", "random direction"), tuple(f"strength {n}" for n in range(len(rows))), rows, 0)


def _painted(table: TextsTable, width: int, height: int) -> list[int]:
    """The lines of pixels that hold anything."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_table(painter, QRectF(0, 0, width, height), table, LOOK, ("#ff0000", "#00ff00"))
    painter.end()
    return [y for y in range(height) if any(image.pixel(x, y) & 0xFFFFFF for x in range(0, width, 3))]


def test_it_is_as_high_as_its_words(qtbot: QtBot) -> None:
    one, two = _table((SHORT, SHORT)), _table((SHORT, SHORT), (SHORT, LONG))
    assert table_height(two, 900, LOOK) > 2 * table_height(one, 900, LOOK)
    assert table_height(two, 300, LOOK) > table_height(two, 900, LOOK), "narrow: below each other"
    high = round(table_height(two, 900, LOOK))
    assert high - 20 < max(_painted(two, 900, high + 200)) <= high


def test_a_row_without_room_is_left_out(qtbot: QtBot) -> None:
    two, one = _table((SHORT, SHORT), (SHORT, LONG)), _table((SHORT, SHORT))
    room = round(table_height(one, 900, LOOK)) + 30
    assert max(_painted(two, 900, room)) == max(_painted(one, 900, room))


@pytest.mark.parametrize("text", ["", "x", "1 nan", " ".join(map(str, range(17))), "1e9", "inf"])
def test_strengths_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="Strengths are numbers"):
        typed_strengths(text)


def test_typed_strengths_and_texts() -> None:
    assert typed_strengths(" 3 1;-2.5 1") == (-2.5, 1.0, 3.0)
    assert typed_texts(" a |\n\n b ") == ("a", "b")


def test_marks_of_an_axis_of_logarithms() -> None:
    assert [text for _, text in log_marks(0.0, 1.2)] == ["1", "2", "5", "10"]
    assert [text for _, text in log_marks(0.0, 4.2)] == ["1", "10", "100", "1,000", "10,000"]
    assert [text for _, text in log_marks(-1.1, -0.1)] == ["0.1", "0.2", "0.5"]
