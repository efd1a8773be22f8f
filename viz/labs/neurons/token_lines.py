"""Tokens on the colours of their values: a text over lines, and one token in the middle of its context."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from engine.records import F32
from viz.charts.colours import Scale, ink_on
from viz.charts.lab_view import CENTRE, cut
from viz.theme import Theme


def draw_text_lines(
    painter: QPainter,
    rect: QRectF,
    words: Sequence[str],
    values: F32,
    scale: Scale,
    colours: Theme,
    em: float,
    most: float,
) -> float:
    """Words over lines in the painter's font, the last lines where not all fit into `most` pixels.

    A value that is not finite gets a plain ground. Returns the y below the lines.
    """
    metrics = QFontMetricsF(painter.font())
    lines: list[list[tuple[float, float, int]]] = [[]]
    x = 0.0
    for index, word in enumerate(words):
        wide = metrics.horizontalAdvance(word) + em * 0.35
        if x + wide > rect.width() and lines[-1]:
            lines.append([])
            x = 0.0
        lines[-1].append((x, min(wide, rect.width()), index))
        x += wide + em * 0.1
    room = max(int(min(most, rect.height() - em * 8) / (em * 1.55)), 1)
    y = rect.top()
    for line in lines[max(len(lines) - room, 0) :]:
        for left, wide, index in line:
            box = QRectF(rect.left() + left, y, wide, em * 1.4)
            known = bool(np.isfinite(values[index]))
            fill = scale.colour(float(values[index])) if known else QColor(colours.raised)
            painter.fillRect(box, fill)
            painter.setPen(ink_on(fill))
            painter.drawText(box, CENTRE, cut(painter, words[index], wide))
        y += em * 1.55
    return y


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
