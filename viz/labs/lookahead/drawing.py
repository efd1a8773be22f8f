"""Draws the look-ahead tree: chips with bars, joined by curves as thick as what they lead to is likely."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPainterPath, QPen

from viz.charts.colours import mixed
from viz.charts.numbers import percent
from viz.labs.lookahead.lookahead_frame import LookaheadFrame
from viz.labs.lookahead.tree_layout import BIG, GAP, NUMBER, PAD, Box, TreeLayout
from viz.theme import Theme

LINE, CHIP = 1.75, 0.8  # em of a line's height, and the share of it that a chip takes
SMALL = 0.86
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)


class TreeDrawing:
    """One drawing of a tree with its upper left corner at the painter's origin."""

    def __init__(self, painter: QPainter, frame: LookaheadFrame, layout: TreeLayout, theme: Theme, font: QFont) -> None:
        self.painter, self.frame, self.layout, self.theme, self.font = painter, frame, layout, theme, font
        self.em = float(QFontInfo(font).pixelSize())
        self.small = QFont(font)
        self.small.setPixelSize(max(round(self.em * SMALL), 5))
        self.high = LINE * self.em

    def draw(self, hovered: int = -1, selected: int = -1) -> None:
        """Everything; the line to what is pointed at stands out."""
        lit = set(self.frame.tree.line(hovered if hovered >= 0 else selected))
        for box in sorted(self.layout.boxes, key=lambda box: box.row in lit):
            self._curve(box, box.row in lit)
        first = QRectF(0, 0, self.layout.first, self.high)
        self._text(first, self.frame.after, self.font, self.theme.muted, Qt.TextElideMode.ElideLeft, RIGHT)
        for box in self.layout.boxes:
            self._box(box, box.row in lit, box.row == selected)

    def _colour(self, row: int) -> QColor:
        tree, theme = self.frame.tree, self.theme
        if tree.pinned[row]:
            return QColor(theme.accent)
        return QColor(theme.chosen if tree.taken[row] else theme.fan)

    def _middle(self, line: int) -> float:
        return (line + 0.5) * self.high

    def _end(self, row: int) -> QPointF:
        """Where what follows a box begins; row -1: the text itself."""
        if row < 0:
            return QPointF(self.layout.first + 0.3 * self.em, self._middle(0))
        box = self.layout.boxes[row]
        return QPointF(box.left + box.chip + (GAP + NUMBER) * self.em, self._middle(box.line))

    def _curve(self, box: Box, lit: bool) -> None:
        begin = self._end(int(self.frame.tree.parents[box.row]))
        end = QPointF(box.left, self._middle(box.line))
        path, half = QPainterPath(begin), (end.x() - begin.x()) / 2
        path.cubicTo(begin + QPointF(half, 0), end - QPointF(half, 0), end)
        share = math.sqrt(min(max(float(self.frame.tree.mass[box.row]), 0.0), 1.0))
        colour = QColor(self.theme.text) if lit else mixed(self.theme.surface, self._colour(box.row).name(), 0.75)
        pen = QPen(colour, max((0.05 + 0.34 * share) * self.em, 1.0))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

    def _box(self, box: Box, lit: bool, selected: bool) -> None:
        em, theme, tree, painter = self.em, self.theme, self.frame.tree, self.painter
        high = self.high * CHIP
        chip = QRectF(box.left, self._middle(box.line) - high / 2, box.chip, high)
        colour = self._colour(box.row)
        edge = QColor(theme.text) if lit else colour
        painter.setPen(QPen(edge, 2.0 if selected or tree.pinned[box.row] or tree.taken[box.row] else 1.0))
        painter.setBrush(mixed(theme.raised, theme.surface, 0.3))
        painter.drawRoundedRect(chip, em * 0.3, em * 0.3)
        bold = QFont(self.font)
        bold.setBold(bool(tree.pinned[box.row] or tree.taken[box.row]))
        inside = chip.adjusted(PAD * em, 0, -PAD * em + 1, 0)
        self._text(inside, self.frame.texts[box.row], bold, theme.text)
        thick = max(0.12 * em, 1.0)
        bar = QRectF(chip.left() + 0.15 * em, chip.bottom() - thick - 1, chip.width() - 0.3 * em, thick)
        bar.setWidth(bar.width() * min(float(tree.chance[box.row]), 1.0))
        painter.fillRect(bar, colour)
        past = 0.35 * em if tree.ends[box.row] else 0.0
        number = QRectF(chip.right() + GAP * em / 2 + past, chip.top(), NUMBER * em, high)
        self._text(number, percent(float(tree.chance[box.row])), self.small, theme.muted)
        if box.is_leaf and box.level > 1:
            at = QRectF(number.right() + 0.1 * em, chip.top(), BIG * em, high)
            self._text(at, f"= {percent(float(tree.mass[box.row]))}", self.small, theme.text)
        if tree.ends[box.row]:
            painter.setPen(QPen(edge, 2.0))
            painter.drawLine(QPointF(chip.right() + 2, chip.top()), QPointF(chip.right() + 2, chip.bottom()))

    def _text(
        self, box: QRectF, text: str, font: QFont, colour: str,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight, side: int = LEFT,
    ) -> None:  # fmt: skip
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(box, side, QFontMetricsF(font).elidedText(text, cut, box.width() + 1))
