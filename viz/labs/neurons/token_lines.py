"""Tokens on the colours of their values: a text over lines, and one token in the middle of its context."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.records import F32
from viz.charts.colours import Scale, ink_on
from viz.charts.painted import CENTRE, cut
from viz.theme import Theme

LINE = 1.55  # em from one line to the next
Place = tuple[float, float, int]  # x, width and number of a word


def text_lines(metrics: QFontMetricsF, words: Sequence[str], width: float, em: float) -> list[list[Place]]:
    """Where words lie on lines of `width` pixels."""
    lines: list[list[Place]] = [[]]
    x = 0.0
    for index, word in enumerate(words):
        wide = metrics.horizontalAdvance(word) + em * 0.35
        if x + wide > width and lines[-1]:
            lines.append([])
            x = 0.0
        lines[-1].append((x, min(wide, width), index))
        x += wide + em * 0.1
    return lines


def draw_text_lines(
    painter: QPainter, rect: QRectF, words: Sequence[str], values: F32, scale: Scale, colours: Theme, em: float
) -> None:
    """Words over lines in the painter's font, the last lines where not all fit into `rect`.

    A value that is not finite gets a plain ground.
    """
    lines = text_lines(QFontMetricsF(painter.font()), words, rect.width(), em)
    room = max(int(rect.height() / (em * LINE) + 1e-6), 1)
    y = rect.top()
    for line in lines[max(len(lines) - room, 0) :]:
        for left, wide, index in line:
            box = QRectF(rect.left() + left, y, wide, em * 1.4)
            known = bool(np.isfinite(values[index]))
            fill = scale.colour(float(values[index])) if known else QColor(colours.raised)
            painter.fillRect(box, fill)
            painter.setPen(ink_on(fill))
            painter.drawText(box, CENTRE, cut(painter, words[index], wide))
        y += em * LINE


def draw_in_context(
    painter: QPainter,
    line: QRectF,
    words: Sequence[str],
    values: F32,
    at: int,
    scale: Scale,
    colours: Theme,
    em: float,
) -> None:
    """The word `at` a little right of the middle, framed, as many before and after it as fit, in the painter's font."""
    metrics = QFontMetricsF(painter.font())
    wides = [metrics.horizontalAdvance(word) + em * 0.3 for word in words]
    x = line.left() + line.width() * 0.6 - wides[at]
    first = at
    while first > 0 and x - wides[first - 1] > line.left():
        first -= 1
        x -= wides[first]
    for index in range(first, len(words)):
        if x + wides[index] > line.right():
            break
        box = QRectF(x, line.top(), wides[index], line.height())
        fill = scale.colour(float(values[index]))
        painter.fillRect(box, fill)
        if index == at:
            painter.setPen(QPen(QColor(colours.accent), 1.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        painter.setPen(ink_on(fill))
        painter.drawText(box, CENTRE, words[index])
        x += wides[index]
