"""The candidates of one cell of the lens, in two columns: token, bar, percent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from engine.records import F32, I32, Vocabulary
from viz.charts.numbers import percent
from viz.theme import Theme
from viz.token_text import shown

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


def draw_candidates(
    painter: QPainter,
    box: QRectF,
    title: str,
    ids: I32,
    probs: F32,
    vocabulary: Vocabulary | None,
    theme: Theme,
    em: float,
    font_of: Callable[[float, bool], QFont],
) -> None:
    """`title` and below it the tokens `ids` [K] with `probs` [K], up to the first id below 0, as many as fit."""
    painter.setFont(font_of(0.92, True))
    painter.setPen(QColor(theme.accent))
    title = QFontMetricsF(painter.font()).elidedText(title, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(QRectF(box.left(), box.top(), box.width(), em * 1.4), LEFT, title)
    lines = max(1, min(4, int((box.height() - em * 1.5) / (em * 1.3))))
    wide = (box.width() - em) / 2
    painter.setFont(font_of(0.9, False))
    metrics = QFontMetricsF(painter.font())
    for index, (token, share) in enumerate(zip(ids[: 2 * lines].tolist(), probs.tolist(), strict=False)):
        if token < 0:
            break
        column, line = divmod(index, lines)
        row = QRectF(box.left() + column * (wide + em), box.top() + em * (1.5 + line * 1.3), wide, em * 1.3)
        bar = QRectF(row.left() + wide * 0.42, row.top() + em * 0.3, wide * 0.32 * share, em * 0.7)
        painter.fillRect(bar, QColor(theme.fan))
        painter.setPen(QColor(theme.text))
        text = metrics.elidedText(shown(vocabulary, token), Qt.TextElideMode.ElideRight, wide * 0.4)
        painter.drawText(row, LEFT, text)
        painter.drawText(row, RIGHT, percent(share))
