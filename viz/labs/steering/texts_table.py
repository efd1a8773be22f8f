"""What was written at each strength, one column a variant, under how the intact model finds it. Painted: running text.

In a narrow view the variants of a strength stand below each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from viz.charts.look import Look

WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
LEAST = 17.0  # em of a column; below, variants stand below each other
GAP = 1.2  # em between columns


@dataclass(frozen=True)
class Cell:
    """One text, and the words above it."""

    facts: str
    text: str


@dataclass(frozen=True)
class TextsTable:
    """`cells[row][column]`."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    chosen: int  # the row that stands out, -1 for none


def table_height(table: TextsTable, width: float, look: Look) -> float:
    """Pixels that the whole table takes."""
    return _laid(None, QRectF(0, 0, width, 1e6), table, look, ())


def draw_table(painter: QPainter, rect: QRectF, table: TextsTable, look: Look, colours: Sequence[str]) -> None:
    """Paint it; `colours` are the columns'. Rows that have no room any more are left out."""
    _laid(painter, rect, table, look, colours)


def _laid(painter: QPainter | None, rect: QRectF, table: TextsTable, look: Look, colours: Sequence[str]) -> float:
    """The height it takes, painted where there is a painter."""
    em = look.em
    beside = (rect.width() + GAP * em) / max(len(table.columns), 1) >= (LEAST + GAP) * em
    top = rect.top() + 0.2 * em
    for at, name in enumerate(table.rows):
        height = _row(None, QRectF(rect.left(), top, rect.width(), 0), table, at, look, colours, beside)
        if top + height > rect.bottom() + 1:
            break
        if painter is not None:
            _ground(painter, QRectF(rect.left(), top, rect.width(), height), at == table.chosen, name, look)
            _row(painter, QRectF(rect.left(), top, rect.width(), height), table, at, look, colours, beside)
        top += height + 0.3 * em
    return top - rect.top()


def _ground(painter: QPainter, rect: QRectF, chosen: bool, name: str, look: Look) -> None:
    theme, em = look.theme, look.em
    painter.setPen(QColor(theme.accent if chosen else theme.border))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 0.4 * em, 0.4 * em)
    painter.setFont(look.font_of(0.92, bold=True))
    painter.setPen(QColor(theme.text))
    line = QRectF(rect.left() + 0.6 * em, rect.top() + 0.2 * em, rect.width() - 1.2 * em, 1.5 * em)
    painter.drawText(line, WRAPPED, name)


def _row(
    painter: QPainter | None, rect: QRectF, table: TextsTable, row: int, look: Look, colours: Sequence[str],
    beside: bool,
) -> float:  # fmt: skip
    em, n = look.em, len(table.columns)
    name = _height(table.rows[row], rect.width() - 1.2 * em, look, 0.92, bold=True)
    top = 0.3 * em + name
    wide = rect.width() - 1.2 * em
    column = (wide - (n - 1) * GAP * em) / n if beside else wide
    lowest = top
    for at, cell in enumerate(table.cells[row]):
        left = rect.left() + 0.6 * em + (at * (column + GAP * em) if beside else 0.0)
        begin = top if beside else lowest
        facts = _height(cell.facts, column, look, 0.8)
        text = _height(cell.text, column, look, 0.9)
        if painter is not None:
            _cell(painter, QRectF(left, rect.top() + begin, column, facts + text), cell, look, colours[at], facts)
        lowest = max(lowest, begin + facts + text + (0.2 * em))
    return lowest + 0.2 * em


def _cell(painter: QPainter, rect: QRectF, cell: Cell, look: Look, colour: str, facts: float) -> None:
    painter.setFont(look.font_of(0.8))
    painter.setPen(QColor(colour))
    painter.drawText(QRectF(rect.left(), rect.top(), rect.width(), facts), WRAPPED, cell.facts)
    painter.setFont(look.font_of(0.9))
    painter.setPen(QColor(look.theme.text))
    below = QRectF(rect.left(), rect.top() + facts, rect.width(), rect.height() - facts)
    painter.drawText(below, WRAPPED, cell.text)


def _height(text: str, width: float, look: Look, size: float, bold: bool = False) -> float:
    metrics = QFontMetricsF(look.font_of(size, bold=bold))
    return metrics.boundingRect(QRectF(0, 0, max(width, 1.0), 1e6), WRAPPED, text or " ").height()
