"""Paints two texts step by step under each other, wrapped, with a ribbon between that tells how far apart they are.

A column is a step: above what one drew, below what the other drew, between them a bar as high as KL(one || other) in
bits. Before the texts part the two are the same token; from there on the chips are filled, each in its own colour.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from engine.records import F32
from viz.charts.colours import Scale, ink_on, mixed
from viz.theme import Theme

CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
ROWS = (1.55, 1.5, 1.55)  # em: chip, ribbon, chip
GAP = 0.75  # em between lines
PAD = 0.55  # em beside a token


@dataclass(frozen=True)
class Column:
    """One step and where it is painted."""

    step: int
    line: int
    left: float
    wide: float


def widths(font: QFont, one: tuple[str, ...], other: tuple[str, ...], em: float) -> list[float]:
    """Each step's width: of the wider of the two tokens."""
    metrics = QFontMetricsF(font)
    return [
        max(metrics.horizontalAdvance(a), metrics.horizontalAdvance(b), em * 0.8) + em * PAD
        for a, b in zip(one, other, strict=True)
    ]


def columns(wide: list[float], room: float, em: float) -> list[Column]:
    """Steps from left to right, a new line where one does not fit."""
    made: list[Column] = []
    x, line = 0.0, 0
    for step, each in enumerate(wide):
        if x + each > room and x > 0:
            x, line = 0.0, line + 1
        made.append(Column(step, line, x, min(each, room)))
        x += each + em * 0.15
    return made


def line_height(em: float) -> float:
    """Of one line of both texts."""
    return em * (sum(ROWS) + GAP)


@dataclass(frozen=True)
class TwinTexts:
    """What is painted."""

    one: tuple[str, ...]  # [N]
    other: tuple[str, ...]  # [N]
    kl: F32  # [N] bits, NaN where not comparable
    high: float  # bits of a full bar
    parted: int  # -1: never


def draw_texts(
    painter: QPainter, rect: QRectF, texts: TwinTexts, font: QFont, theme: Theme, em: float, scale: Scale
) -> float:
    """Paint as many lines as fit, the newest of them where not all do; returns the bottom."""
    painter.setFont(font)
    made = columns(widths(font, texts.one, texts.other, em), rect.width(), em)
    if not made:
        return rect.top()
    tall = line_height(em)
    fit = max(int((rect.height() + em * GAP) / tall), 1)
    first = max(made[-1].line + 1 - fit, 0)
    for column in made:
        if column.line >= first:
            at = QPointF(rect.left() + column.left, rect.top() + (column.line - first) * tall)
            _draw_column(painter, at, column, texts, theme, em, scale)
    return rect.top() + (made[-1].line + 1 - first) * tall


def _draw_column(
    painter: QPainter, at: QPointF, column: Column, texts: TwinTexts, theme: Theme, em: float, scale: Scale
) -> None:
    step = column.step
    apart = texts.parted >= 0 and step >= texts.parted
    differ = texts.one[step] != texts.other[step]
    top = at.y()
    for row, (text, colour) in enumerate(((texts.one[step], theme.path), (texts.other[step], theme.fan))):
        box = QRectF(at.x(), top, column.wide, em * ROWS[2 * row])
        fill = QColor(colour) if differ else mixed(theme.raised, theme.surface, 0.3)
        painter.setPen(QPen(QColor(theme.accent), em * 0.18) if step == texts.parted else QPen(QColor(theme.border), 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), em * 0.25, em * 0.25)
        painter.setPen(ink_on(fill) if differ else QColor(theme.text if not apart else theme.muted))
        painter.drawText(box, CENTRE, text)
        top += em * (ROWS[2 * row] + (ROWS[1] if row == 0 else 0))
    _draw_bar(painter, QRectF(at.x(), at.y() + em * ROWS[0], column.wide, em * ROWS[1]), texts, step, theme, scale)
    if step == texts.parted:
        painter.setPen(QPen(QColor(theme.accent), em * 0.14))
        x = at.x() - em * 0.08
        painter.drawLine(QPointF(x, at.y()), QPointF(x, at.y() + em * sum(ROWS)))


def _draw_bar(painter: QPainter, box: QRectF, texts: TwinTexts, step: int, theme: Theme, scale: Scale) -> None:
    inner = box.adjusted(1, box.height() * 0.1, -1, -box.height() * 0.1)
    painter.fillRect(inner, mixed(theme.raised, theme.surface, 0.75))
    value = float(texts.kl[step])
    if value == value and texts.high > 0:  # not NaN
        tall = max(inner.height() * min(value / texts.high, 1.0), 1.0 if value > 0 else 0.0)
        painter.fillRect(QRectF(inner.left(), inner.bottom() - tall, inner.width(), tall), scale.colour(value))
