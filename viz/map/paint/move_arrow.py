"""Draws the arrow from where a point was to where it is in a changed model."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from viz.camera import Camera, project
from viz.map.data.move import Move
from viz.map.paint.text import Style, TextPainter
from viz.theme import Theme

translate = QCoreApplication.translate  # by this name its texts are collected

HEAD = 13.0  # pixels of the arrow's head


def caption(move: Move) -> str:
    """What the arrow is."""
    if move.of_states:
        return translate("Moves", "Arrow: the hidden state here, from the original model to the modified one.")
    if move.tokens[0] == move.tokens[1]:
        return translate(
            "Moves", "No arrow: “{token}” is the most likely next token with and without the interventions."
        ).format(token=move.tokens[0])
    return translate("Moves", "Arrow: most likely next token, from “{one}” (original) to “{other}” (modified).").format(
        one=move.tokens[0], other=move.tokens[1]
    )


def draw_move(
    painter: QPainter, text: TextPainter, move: Move, theme: Theme, camera: Camera, width: float, height: float,
    size: float,
) -> None:  # fmt: skip
    """Paint the arrow with its two ends named."""
    pixels, depth = project(camera.matrix(width, height), np.stack([move.start, move.end]), width, height)
    if (depth <= 0).any():
        return
    start, end = (QPointF(float(x), float(y)) for x, y in pixels)
    length = float(np.hypot(end.x() - start.x(), end.y() - start.y()))
    if length < 3.0:
        painter.setPen(QPen(QColor(theme.warning), 2.0 * size, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(end, 15.0 * size, 15.0 * size)
        return
    for colour, thick in ((theme.ground, 7.0), (theme.warning, 3.2)):  # a halo first, so that it is seen on anything
        arrow(painter, start, end, length, QColor(colour), thick * size, HEAD * size)
    if length > 55.0 * size:  # the two words would lie over each other
        _name(painter, text, start, translate("Moves", "original"), theme, size)
    _name(painter, text, end, translate("Moves", "modified"), theme, size)


def arrow(
    painter: QPainter, start: QPointF, end: QPointF, length: float, colour: QColor, thick: float, head: float
) -> None:
    """Paint one arrow between two pixels `length` apart, `thick` and with a head of so many pixels."""
    along = QPointF((end.x() - start.x()) / length, (end.y() - start.y()) / length)
    across = QPointF(-along.y(), along.x())
    head = min(head, length * 0.6)
    neck = end - along * head
    painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour)
    painter.drawLine(start, neck)
    painter.drawPolygon(QPolygonF([end, neck + across * (head * 0.5), neck - across * (head * 0.5)]))
    painter.drawEllipse(start, thick * 0.9, thick * 0.9)


def _name(painter: QPainter, text: TextPainter, at: QPointF, word: str, theme: Theme, size: float) -> None:
    style = Style(12.0 * size, theme.warning, theme.ground, True)
    box = text.size(word, style)
    where = QRectF(at.x() - box.width() / 2, at.y() + 9.0 * size, box.width(), box.height())
    text.draw(painter, where.topLeft(), word, style)
