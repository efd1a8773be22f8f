"""The token axis that the Hello/Bye panels share: one column per token, the same in every panel.

Labels stand upright where they fit and on their side where they do not. A bar in the word's colour runs under the
tokens of one word, so that a word of several tokens reads as one; the bars also say which word it is by their height.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from engine.labs.hello_bye.records import HelloByeFound
from viz.charts.colours import mixed
from viz.theme import Theme

FontOf = Callable[[float], QFont]
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True)
class Columns:
    """Where the columns lie."""

    left: float
    width: float
    n: int

    @property
    def cell(self) -> float:
        """Width of one column."""
        return self.width / max(self.n, 1)

    def x(self, column: float) -> float:
        """Left edge of a column."""
        return self.left + column * self.cell

    def at(self, x: float) -> int | None:
        """The column at a place; None beside them."""
        column = int((x - self.left) // self.cell) if self.n else -1
        return column if 0 <= column < self.n else None


def word_colour(found: HelloByeFound, position: int, theme: Theme) -> QColor:
    """The colour of a token's word; muted where it belongs to none."""
    word = int(found.words[position])
    if word < 0:
        return QColor(theme.muted)
    return QColor(theme.categories[0 if word < found.question.first_count else 1])


def label_height(texts: Iterable[str], columns: Columns, font: QFont, most: float) -> tuple[float, bool]:
    """Room the labels need, and whether they stand on their side."""
    metrics = QFontMetricsF(font)
    widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
    if widest <= columns.cell - metrics.height() * 0.25:
        return metrics.height() * 1.15, False
    return min(widest + metrics.height() * 0.4, most), True


def draw_label(painter: QPainter, text: str, rect: QRectF, sideways: bool, colour: QColor, hangs: bool = False) -> None:
    """One token in its column, elided to the room there is. On its side it stands on the bottom, or hangs from the
    top."""
    metrics = QFontMetricsF(painter.font())
    painter.setPen(colour)
    if not sideways:
        painter.drawText(rect, CENTRE, metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
        return
    painter.save()
    painter.translate(rect.center().x(), rect.bottom())
    painter.rotate(-90)
    room = QRectF(
        metrics.height() * 0.15, -metrics.height(), rect.height() - metrics.height() * 0.3, metrics.height() * 2
    )
    painter.drawText(
        room, RIGHT if hangs else LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.height())
    )
    painter.restore()


def shown_columns(columns: Columns, font: QFont, sideways: bool) -> range:
    """Columns that have a label: all, or every n-th where they would touch."""
    need = QFontMetricsF(font).height() * 0.85 if sideways else 0.0
    return range(0, columns.n, max(1, int(np.ceil(need / max(columns.cell, 1e-6)))))


def draw_axis(
    painter: QPainter, columns: Columns, top: float, high: float, found: HelloByeFound, texts: tuple[str, ...],
    lit: frozenset[int], em: float, theme: Theme,
) -> None:  # fmt: skip
    """Labels over a bar for each word, in `high` pixels from `top` on, in the painter's font."""
    bar = em * 0.42
    tall, sideways = label_height(texts, columns, painter.font(), high - bar)
    named = set(shown_columns(columns, painter.font(), sideways)) | lit
    room = QRectF(0, top, 0, max(high - bar, tall * 0))
    for position in range(columns.n):
        if position in named:
            box = QRectF(columns.x(position), room.top(), columns.cell, room.height())
            colour = QColor(theme.accent) if position in lit else QColor(theme.text)
            draw_label(painter, texts[position], box, sideways, colour)
    draw_word_bars(painter, columns, top + high - bar, bar, found, theme)


def draw_word_bars(
    painter: QPainter, columns: Columns, top: float, high: float, found: HelloByeFound, theme: Theme
) -> None:
    """A bar under each word's tokens: full for the first word, half as high for the second."""
    gap = min(columns.cell * 0.08, 2.0)
    for word in np.unique(found.words[found.words >= 0]).tolist():
        at = np.flatnonzero(found.words == word)
        second = word >= found.question.first_count
        thick = high * (0.45 if second else 0.8)
        x0, x1 = columns.x(int(at[0])) + gap, columns.x(int(at[-1]) + 1) - gap
        painter.fillRect(QRectF(x0, top, x1 - x0, thick), word_colour(found, int(at[0]), theme))


def draw_lit(painter: QPainter, columns: Columns, top: float, bottom: float, lit: frozenset[int], theme: Theme) -> None:
    """Rules at both sides of each column pointed at, through everything between `top` and `bottom`."""
    painter.setPen(QPen(QColor(theme.accent), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for position in lit:
        painter.drawRect(QRectF(columns.x(position), top, columns.cell, bottom - top))


def draw_switch(painter: QPainter, columns: Columns, top: float, bottom: float, switch: int, theme: Theme) -> None:
    """A rule where the second word begins."""
    if 0 < switch < columns.n:
        painter.setPen(QPen(mixed(theme.text, theme.surface, 0.25), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(columns.x(switch), top), QPointF(columns.x(switch), bottom))
