"""What stands around a matrix: token labels of rows and columns as dense as there is room, and bars of the sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from engine.records import F32
from viz.labs.attention.visible_part import Port
from viz.theme import Theme


@dataclass(frozen=True)
class Edges:
    """The square a matrix is drawn in, the part of it that is seen, and the height of text."""

    square: QRectF
    port: Port
    em: float

    @property
    def cell(self) -> float:
        """Pixels a position takes."""
        return self.square.width() / self.port.span

    @property
    def size(self) -> float:
        """Label size in em: smaller where cells are low."""
        return min(max(self.cell / self.em * 0.8, 0.72), 0.95)

    def labelled(self, start: float, n: int) -> Iterator[int]:
        """The positions that get a label: every one where there is room, else every second, fifth, tenth, …"""
        steps = (step * 10**power for power in range(9) for step in (1, 2, 5))
        every = next(step for step in steps if step * self.cell >= self.em * self.size)
        first = -(-int(start) // every) * every
        return iter(range(first, min(int(start + self.port.span) + 1, n), every))


FontOf = Callable[[float], QFont]
ColourOf = Callable[[int], QColor]  # of a position's label


def draw_row_labels(
    painter: QPainter, edges: Edges, room: float, texts: Sequence[str], colour: ColourOf, font_of: FontOf
) -> None:
    """Right-aligned before the square, `room` wide."""
    painter.setFont(font_of(edges.size))
    metrics = QFontMetricsF(painter.font())
    for row in edges.labelled(edges.port.top, len(texts)):
        y = edges.port.rect_of(row, edges.port.left, 1, 1, edges.square).center().y()
        if edges.square.top() - 1 <= y <= edges.square.bottom() + 1:
            painter.setPen(colour(row))
            box = QRectF(edges.square.left() - room - edges.em * 0.3, y - edges.em, room, edges.em * 2)
            text = metrics.elidedText(texts[row], Qt.TextElideMode.ElideRight, room)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)


def draw_column_labels(
    painter: QPainter, edges: Edges, room: float, texts: Sequence[str], colour: ColourOf, font_of: FontOf
) -> None:
    """Upwards above the square, `room` high."""
    painter.setFont(font_of(edges.size))
    metrics = QFontMetricsF(painter.font())
    for column in edges.labelled(edges.port.left, len(texts)):
        x = edges.port.rect_of(edges.port.top, column, 1, 1, edges.square).center().x()
        if edges.square.left() - 1 <= x <= edges.square.right() + 1:
            painter.save()
            painter.setPen(colour(column))
            painter.translate(x, edges.square.top() - edges.em * 0.3)
            painter.rotate(-90)
            text = metrics.elidedText(texts[column], Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(0, -edges.em, room, edges.em * 2), int(Qt.AlignmentFlag.AlignVCenter), text)
            painter.restore()


def draw_sums(painter: QPainter, edges: Edges, room: float, sums: F32, across: bool, theme: Theme) -> None:
    """Bars at most `room` long: of rows at the right, of columns (`across`) below; where dense, the largest of each.

    The longest is the largest of those seen: beside the first token's sum the others of a long text would vanish.
    """
    square, port = edges.square, edges.port
    start = max(int(port.left if across else port.top), 0)
    step = max(int(port.span / square.width()), 1)
    seen = sums[start : int(start + port.span) + 2]
    largest = max(float(np.abs(seen).max(initial=0.0)), 1e-3)  # what is all but zero shows no bars
    if not len(seen):
        return
    begins = np.arange(0, len(seen), step)
    high, low = np.maximum.reduceat(seen, begins), np.minimum.reduceat(seen, begins)
    values = np.where(-low > high, low, high)
    cell = square.width() / port.span
    first = (square.left() - port.left * cell) if across else (square.top() - port.top * cell)
    edge = (square.left(), square.right()) if across else (square.top(), square.bottom())
    places = np.clip(first + (start + begins) * cell, *edge)
    ends = np.clip(first + (start + begins + step) * cell, *edge)
    gap = 0.2 * cell if cell >= 6 else -0.5  # narrow bars lie over each other a little: no seams between them
    thick = np.maximum(ends - places - gap, 1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, chosen in ((theme.path, values >= 0), (theme.fan, values < 0)):
        painter.setBrush(QColor(colour))
        rows = zip(
            places[chosen].tolist(),
            thick[chosen].tolist(),
            (room * np.abs(values[chosen]) / largest).tolist(),
            strict=True,
        )
        if across:
            painter.drawRects([QRectF(at, square.bottom() + 3, wide, length) for at, wide, length in rows])
        else:
            painter.drawRects([QRectF(square.right() + 3, at, length, wide) for at, wide, length in rows])
