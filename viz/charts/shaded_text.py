"""Paints a line of a text whose tokens are shaded by a value at each, as far as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from viz.charts.colours import Scale, ink_on
from viz.charts.painted import CENTRE
from viz.charts.shaded_line import ShadedLine, part_in_room
from viz.theme import Theme

PAD = 0.16  # em on each side of a token's letters
WIDEST = 16.0  # em of a token; a longer one is cut


def draw_shaded(
    painter: QPainter, rect: QRectF, line: ShadedLine, scale: Scale, font: QFont, em: float, theme: Theme
) -> None:
    """Paint as much of a line as fits into `rect`; a token of value 0 has no ground of its own."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    most = min(WIDEST * em, rect.width())
    widths = [min(_wide(metrics, token, em), most) for token in line.tokens]
    if not widths or not 0 <= line.at < len(widths):
        return
    first, last = part_in_room(widths, line.at, rect.width())
    left = rect.left()
    for at in range(first, last):
        box = QRectF(left, rect.top(), widths[at], rect.height())
        _draw_token(painter, box, line.tokens[at], _fill(line.values[at], scale), metrics, em, theme)
        if at == line.at:
            painter.setPen(QPen(QColor(theme.text), max(0.09 * em, 1.0)))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        left += widths[at]


def _wide(metrics: QFontMetricsF, token: str, em: float) -> float:
    return metrics.horizontalAdvance(token) + 2 * PAD * em


def _fill(value: float, scale: Scale) -> QColor | None:
    return scale.colour(value) if value > 0 else None


def _draw_token(
    painter: QPainter, box: QRectF, token: str, fill: QColor | None, metrics: QFontMetricsF, em: float, theme: Theme
) -> None:
    if fill is not None:
        painter.fillRect(box.adjusted(0.5, 0, -0.5, 0), fill)
    painter.setPen(ink_on(fill) if fill is not None else QColor(theme.text))
    room = box.width() - 2 * PAD * em
    said = token if metrics.horizontalAdvance(token) <= room + 0.5 else _cut(metrics, token, room)
    painter.drawText(box, CENTRE, said)


def _cut(metrics: QFontMetricsF, token: str, room: float) -> str:
    return metrics.elidedText(token, Qt.TextElideMode.ElideRight, room)
