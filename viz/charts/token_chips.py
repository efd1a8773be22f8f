"""Draws one token as a chip: its text, a bar for its value, and marks for what it is.

Each mark is a shape as well as a colour: a frame and a pointer below for the token looked at, a double frame for one
that is hovered elsewhere, a notch at the corner where other tokens were taken too, a line below for generated ones.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from viz.charts.colours import ink_on, mixed
from viz.theme import Theme

CENTRED = int(Qt.AlignmentFlag.AlignCenter)
CACHED = 1500  # pixmaps, of some 10 kB each
WIDEST = 22.0  # em; longer tokens are elided


@dataclass(frozen=True)
class Look:
    """How one chip is to look."""

    text: str
    fill: QColor | None = None
    share: float | None = None  # 0..1, length of the bar
    number: str = ""
    current: bool = False
    hovered: bool = False
    generated: bool = False
    second: bool = False  # of the second of two rows: the line below is dashed, in another colour
    branches: bool = False
    stripes: tuple[tuple[QColor, float], ...] = ()  # colour and share, one above the other in place of the bar
    flags: tuple[QColor, ...] = ()  # of rules that mark it

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for chips that look the same."""
        stripes = tuple((colour.rgba(), round(share, 3)) for colour, share in self.stripes)
        fill = None if self.fill is None else self.fill.rgba()
        share = None if self.share is None else round(self.share, 3)
        marks = (self.current, self.hovered, self.generated, self.second, self.branches)
        flags = tuple(colour.rgba() for colour in self.flags)
        return self.text, fill, share, self.number, marks, stripes, flags


@dataclass(frozen=True)
class ChipStyle:
    """Sizes of all chips of a strip, in pixels."""

    em: float
    font: QFont
    small: QFont
    numbers: bool

    @property
    def height(self) -> float:
        return self.em * (2.75 if self.numbers else 1.95)

    @property
    def line_height(self) -> float:
        return self.height + self.em * 0.6

    @property
    def gap(self) -> float:
        return self.em * 0.22

    def width(self, text: str) -> float:
        """Room a chip with this text takes."""
        wide = QFontMetricsF(self.font).horizontalAdvance(text)
        return min(max(wide + self.em * 0.7, self.em * (2.3 if self.numbers else 1.5)), self.em * WIDEST)


def draw_chip(painter: QPainter, rect: QRectF, look: Look, style: ChipStyle, theme: Theme) -> None:
    """Paint one chip into `rect` (its height is `style.height`)."""
    fill = look.fill or QColor(theme.raised)
    ink = ink_on(fill) if look.fill else QColor(theme.text)
    corner = style.em * 0.28
    painter.setBrush(fill)
    painter.setPen(QPen(mixed(theme.border, theme.surface, 0.2), 1))
    painter.drawRoundedRect(rect, corner, corner)
    _draw_text(painter, rect, look, style, ink)
    if look.share is not None:
        _draw_bar(painter, rect, look.share, style, ink)
    _draw_stripes(painter, rect, look, style)
    if look.generated:
        _draw_generated(painter, rect, style, theme, look.second)
    if look.branches:
        _draw_notch(painter, rect, style, theme)
    _draw_flags(painter, rect, look.flags, style, theme)
    if look.hovered:
        _frame(painter, rect, corner, theme.text, style.em * 0.13)
    if look.current:
        _frame(painter, rect, corner, theme.accent, style.em * 0.19)
        _draw_pointer(painter, rect, style, theme)


def _draw_flags(
    painter: QPainter, rect: QRectF, flags: tuple[QColor, ...], style: ChipStyle, theme: Theme
) -> None:  # fmt: skip
    """A pennant hanging from the upper edge for each rule, from the left, as many as there is room for."""
    wide, high = 0.72 * style.em, 0.55 * style.em
    room = max(1, int((rect.width() - 0.6 * style.em) / (0.9 * wide)))
    painter.setPen(QPen(QColor(theme.surface), max(1.2, 0.1 * style.em)))
    for at, colour in enumerate(flags[:room]):
        x, y = rect.left() + 0.08 * style.em + at * 0.9 * wide, rect.top()
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x + wide, y), QPointF(x + wide / 2, y + high)]))


class ChipCache:
    """Chips already drawn, as pixmaps: between two tokens most chips on screen look as they did."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    def draw(self, painter: QPainter, rect: QRectF, look: Look, style: ChipStyle, theme: Theme) -> None:
        """As `draw_chip`, from memory where it can be. Chips stand on whole pixels, so that they stay sharp."""
        ratio = painter.device().devicePixelRatioF()
        margin = math.ceil(style.em * 0.5)
        key = (look.key, rect.width(), style.em, style.numbers, style.font.key(), theme.name, ratio)
        pixmap = self._known.get(key)
        if pixmap is None:
            pixmap = self._drawn(rect, look, style, theme, ratio, margin)
            self._known[key] = pixmap
            if len(self._known) > CACHED:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
        place = QPointF(round(rect.left() * ratio) / ratio - margin, round(rect.top() * ratio) / ratio - margin)
        painter.drawPixmap(place, pixmap)

    @staticmethod
    def _drawn(rect: QRectF, look: Look, style: ChipStyle, theme: Theme, ratio: float, margin: int) -> QPixmap:
        width, height = rect.width() + 2 * margin, rect.height() + 2 * margin
        pixmap = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chip(painter, QRectF(margin, margin, rect.width(), rect.height()), look, style, theme)
        painter.end()
        return pixmap


def _draw_text(painter: QPainter, rect: QRectF, look: Look, style: ChipStyle, ink: QColor) -> None:
    painter.setPen(ink)
    painter.setFont(style.font)
    text = look.text
    if rect.width() >= style.em * WIDEST - 0.5:
        room = rect.width() - style.em * 0.6
        text = QFontMetricsF(style.font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    main = QRectF(rect.left(), rect.top() + style.em * 0.05, rect.width(), style.em * 1.65)
    painter.drawText(main, CENTRED | int(Qt.TextFlag.TextSingleLine), text)
    if look.number:
        painter.setFont(style.small)
        below = QRectF(rect.left(), rect.top() + style.em * 1.55, rect.width(), style.em * 0.9)
        painter.drawText(below, CENTRED | int(Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip), look.number)


def _draw_bar(painter: QPainter, rect: QRectF, share: float, style: ChipStyle, ink: QColor) -> None:
    side, thick = style.em * 0.22, style.em * 0.14
    track = QRectF(rect.left() + side, rect.bottom() - side - thick, rect.width() - 2 * side, thick)
    faint = QColor(ink)
    faint.setAlphaF(0.22)
    painter.fillRect(track, faint)
    painter.fillRect(QRectF(track.left(), track.top(), track.width() * share, thick), ink)


def _draw_stripes(painter: QPainter, rect: QRectF, look: Look, style: ChipStyle) -> None:
    side, thick = style.em * 0.2, style.em * (0.9 / max(len(look.stripes), 3))
    for index, (colour, share) in enumerate(reversed(look.stripes)):
        y = rect.bottom() - side - thick * (index + 1)
        painter.fillRect(QRectF(rect.left() + side, y, (rect.width() - 2 * side) * share, thick * 0.85), colour)


def _draw_generated(painter: QPainter, rect: QRectF, style: ChipStyle, theme: Theme, second: bool) -> None:
    y = rect.bottom() + style.em * 0.16
    pen = QPen(QColor(theme.compared if second else theme.path), max(style.em * 0.12, 1.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if second:
        pen.setDashPattern([2.4, 1.6])
    painter.setPen(pen)
    painter.drawLine(QPointF(rect.left() + style.em * 0.15, y), QPointF(rect.right() - style.em * 0.15, y))


def _draw_notch(painter: QPainter, rect: QRectF, style: ChipStyle, theme: Theme) -> None:
    size = style.em * 0.55
    corner = rect.topRight()
    painter.setPen(QPen(QColor(theme.surface), 1))
    painter.setBrush(QColor(theme.fan))
    painter.drawPolygon(QPolygonF([corner - QPointF(size, 0), corner, corner + QPointF(0, size)]))


def _frame(painter: QPainter, rect: QRectF, corner: float, colour: str, thick: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), max(thick, 1.5)))
    painter.drawRoundedRect(rect, corner, corner)


def _draw_pointer(painter: QPainter, rect: QRectF, style: ChipStyle, theme: Theme) -> None:
    half, tall = style.em * 0.36, style.em * 0.4
    tip = QPointF(rect.center().x(), rect.bottom() + style.em * 0.04)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(half, tall), tip + QPointF(-half, tall)]))


def draw_divider(painter: QPainter, x: float, top: float, style: ChipStyle, theme: Theme) -> None:
    """The rule between prompt and generated text."""
    painter.setPen(QPen(QColor(theme.path), max(style.em * 0.14, 1.5)))
    painter.drawLine(QPointF(x, top - style.em * 0.05), QPointF(x, top + style.height + style.em * 0.2))
