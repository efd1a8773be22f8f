"""What every view of the bracket nets' faults begins with: its heading, or why there is no picture yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from viz.charts.painted import CENTRE, LEFT, PaintedView, cut


def draw_heading(view: PaintedView, painter: QPainter, rect: QRectF, text: str) -> QRectF:
    """One bold line at the upper edge of `rect`, cut where it does not fit; returns the line."""
    em = view.em
    line = QRectF(rect.left() + em * 0.6, rect.top() + em * 0.3, rect.width() - em * 1.2, em * 1.5)
    painter.setFont(view.font_of(1.0, bold=True))
    painter.setPen(QColor(view.colours.text))
    painter.drawText(line, LEFT, cut(painter, text, line.width()))
    return line


def draw_instead(view: PaintedView, painter: QPainter, rect: QRectF, text: str) -> None:
    """Words in the middle of `rect`, below the heading, where the picture will be."""
    em = view.em
    painter.setFont(view.font_of(0.9))
    painter.setPen(QColor(view.colours.muted))
    painter.drawText(rect.adjusted(em * 2, em * 4, -em * 2, -em), CENTRE | int(Qt.TextFlag.TextWordWrap), text)
