"""Draws one candidate for the next token as a row: its text, a bar by probability, and the numbers.

The bar's length is the probability on a scale whose end is written above; an outline behind it is the model's own
probability where the bar shows the chance after sampling. What was taken has a tick and a colour of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from viz.charts.colours import mixed
from viz.theme import Theme

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True)
class Candidate:
    """One row. `token_id` None: the row that sums up the rest."""

    token_id: int | None
    text: str
    bar: float  # 0..1 of probability
    ghost: float | None  # the model's own probability, drawn as an outline
    number: str
    logit: str
    taken: bool = False
    branch: bool = False  # taken on another branch
    cut: bool = False  # the sampling filters leave it out
    spoken: str = ""  # the row in words


@dataclass(frozen=True)
class Columns:
    """Where a row's parts lie, from its left edge, in pixels."""

    em: float
    mark: float  # width of the tick's column
    text: float  # width of the text
    bar: float  # width of a full bar
    number: float
    logit: float  # 0 where there is no room
    top: float  # probability of a full bar


def columns(rows: tuple[Candidate, ...], width: float, top: float, font: QFont, em: float) -> Columns:
    """Share `width` out: texts and numbers take what they need (texts at most 40 %), bars the rest."""
    metrics = QFontMetricsF(font)
    mark = em * 1.3
    texts = max((metrics.horizontalAdvance(row.text) for row in rows), default=0.0)
    text = min(texts + em * 0.7, width * 0.42)
    number = max((metrics.horizontalAdvance(row.number) for row in rows), default=0.0) + em * 0.6
    logit = max((metrics.horizontalAdvance(row.logit) for row in rows), default=0.0) + em * 0.9
    if width - mark - text - number - logit < em * 6:
        logit = 0.0
    return Columns(em, mark, text, max(width - mark - text - number - logit, em), number, logit, top)


def draw_candidate(
    painter: QPainter, rect: QRectF, row: Candidate, at: Columns, theme: Theme, font: QFont, lit: bool, focused: bool
) -> None:
    """Paint one row into `rect`."""
    if lit or focused:
        painter.setPen(QPen(QColor(theme.accent if focused else theme.text), 1.5))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), at.em * 0.25, at.em * 0.25)
    rest = row.token_id is None
    ink = QColor(theme.muted if rest or row.cut else theme.text)
    font = QFont(font)
    font.setBold(row.taken)
    font.setItalic(rest)
    painter.setFont(font)
    painter.setPen(ink)
    x = rect.left()
    _draw_mark(painter, QRectF(x, rect.top(), at.mark, rect.height()), row, at, theme)
    x += at.mark
    painter.setPen(ink)
    room = at.text - at.em * 0.4
    elided = QFontMetricsF(font).elidedText(row.text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(x, rect.top(), room, rect.height()), LEFT, elided)
    x += at.text
    _draw_bar(painter, QRectF(x, rect.top(), at.bar, rect.height()), row, at, theme)
    x += at.bar
    painter.setPen(ink)
    painter.drawText(QRectF(x, rect.top(), at.number, rect.height()), RIGHT, row.number)
    if at.logit:
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRectF(x + at.number, rect.top(), at.logit - at.em * 0.3, rect.height()), RIGHT, row.logit)


def _draw_mark(painter: QPainter, rect: QRectF, row: Candidate, at: Columns, theme: Theme) -> None:
    """A tick for the token taken, a small fork for one taken on another branch."""
    middle, size = rect.center(), at.em * 0.32
    if row.taken:
        painter.setPen(_round_pen(theme.chosen, at.em * 0.18))
        painter.drawPolyline(
            [
                middle + QPointF(-size, 0),
                middle + QPointF(-size * 0.25, size * 0.8),
                middle + QPointF(size, -size * 0.9),
            ]
        )
    elif row.branch:
        painter.setPen(_round_pen(theme.fan, at.em * 0.13))
        painter.drawPolyline([middle + QPointF(size, -size), middle + QPointF(-size, 0), middle + QPointF(size, size)])


def _round_pen(colour: str, width: float) -> QPen:
    style, cap, join = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QColor(colour), width, style, cap, join)


def _draw_bar(painter: QPainter, rect: QRectF, row: Candidate, at: Columns, theme: Theme) -> None:
    thick = rect.height() * 0.56
    track = QRectF(rect.left(), rect.center().y() - thick / 2, rect.width(), thick)
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor(theme.chosen if row.taken else theme.fan)
    if row.token_id is None:
        colour = mixed(theme.muted, theme.surface, 0.45)
    share = row.bar / at.top
    wide = track.width() * min(max(share, 0.0), 1.0)
    painter.setBrush(colour)
    painter.drawRect(QRectF(track.left(), track.top(), max(wide, 1.0 if row.bar > 0 else 0.0), thick))
    if share > 1:
        _draw_break(painter, track, theme)
    if row.ghost is not None:
        outline = QPen(mixed(theme.text, theme.surface, 0.35), 1.2, Qt.PenStyle.DotLine)
        painter.setPen(outline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(track.left(), track.top(), track.width() * min(row.ghost / at.top, 1.0), thick))


def _draw_break(painter: QPainter, track: QRectF, theme: Theme) -> None:
    """Two slanted gaps near the end of a bar that goes past its scale."""
    painter.setPen(QPen(QColor(theme.surface), track.height() * 0.18))
    for offset in (0.55, 1.0):
        x = track.right() - track.height() * offset - track.height() * 0.4
        painter.drawLine(QPointF(x, track.bottom() + 1), QPointF(x + track.height() * 0.4, track.top() - 1))
