"""The letter of one of two things that are compared, on a round ground of its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter

from viz.charts.colours import ink_on
from viz.theme import Theme

BADGE = 1.25  # em of its diameter


def draw_badge(painter: QPainter, left_middle: QPointF, letter: str, colour: str, theme: Theme, font: QFont) -> QRectF:
    """Draw `letter` in a disc whose left end is at a point; where it was drawn."""
    size = BADGE * max(QFontInfo(font).pixelSize(), 6)
    box = QRectF(left_middle.x(), left_middle.y() - size / 2, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(box)
    written = QFont(font)
    written.setBold(True)
    written.setPixelSize(max(round(size * 0.68), 6))
    painter.setFont(written)
    painter.setPen(ink_on(QColor(colour)))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
    return box
