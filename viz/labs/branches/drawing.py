"""Draws a row of the overview: the name with its letter, the tree of forks, and a ground where it is pointed at.

The current branch is A, in the path's colour with solid lines; the one beside it is B, in a colour of its own with
dashed lines: so they differ in letter, line and lightness as well as in colour.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from engine.run import LONGEST_NAME
from viz.charts.badge import BADGE, draw_badge
from viz.charts.colours import mixed
from viz.labs.branches import words
from viz.labs.branches.branch_model import COMPARE, NAME, TREE
from viz.labs.branches.branches_frame import BranchesFrame, Taken
from viz.labs.branches.tree_layout import (
    COMPARED,
    CURRENT,
    GAP,
    LINE,
    PAD,
    PLAIN,
    Block,
    Stroke,
    TreeLayout,
)
from viz.theme import Theme

Index = QModelIndex | QPersistentModelIndex
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
CHIP = 0.7  # of a row's height
SMALL = 0.86  # of the type: all but the tokens at forks


class RowDelegate(QStyledItemDelegate):
    """Paints the rows of the table by the newest frame and layout."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.frame: BranchesFrame | None = None
        self.layout: TreeLayout | None = None
        self.theme: Theme | None = None
        self.pointed = -1  # row under the pointer

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        made = super().createEditor(parent, option, index)
        if isinstance(made, QLineEdit):
            made.setMaxLength(LONGEST_NAME)
            made.setAccessibleName(self.tr("Name of the branch"))
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What a person has begun to type stays, whatever else changes meanwhile."""
        if not isinstance(editor, QLineEdit) or not editor.isModified():
            super().setEditorData(editor, index)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click anywhere in the circle's cell, or Space, ticks it: Qt's own takes only where its box would be."""
        if index.column() != COMPARE or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return super().editorEvent(event, model, option, index)
        clicked = event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent)
        by_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if (clicked and event.button() == Qt.MouseButton.LeftButton) or (by_key and event.key() == Qt.Key.Key_Space):  # type: ignore[attr-defined]
            ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)
        return False

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground is painted here, so Qt's own is left out."""
        super().initStyleOption(option, index)
        option.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self.frame is None or self.theme is None or self.layout is None or index.row() >= len(self.frame.worth):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        self._ground(painter, rect, option, index)
        if index.column() in (NAME, COMPARE, TREE):
            painter.setClipRect(rect)
            drawn = _Row(painter, rect, option.font, self.frame, self.layout, self.theme)
            {NAME: drawn.name, COMPARE: drawn.tick, TREE: drawn.tree}[index.column()](index.row())
            painter.restore()
            return
        painter.restore()
        super().paint(painter, option, index)

    def _ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self.theme
        if theme is None:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or index.row() == self.pointed:
            painter.fillRect(rect, QColor(theme.raised))
        if chosen and index.column() == NAME:
            focused = bool(option.state & QStyle.StateFlag.State_Active)
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent if focused else theme.muted)
            )


class _Row:
    """One row's painting."""

    def __init__(
        self, painter: QPainter, rect: QRectF, font: QFont, frame: BranchesFrame, layout: TreeLayout, theme: Theme
    ) -> None:
        self.painter, self.rect, self.frame, self.layout, self.theme = painter, rect, frame, layout, theme
        self.font, self.em = font, em_of(font)
        self.colours = {PLAIN: theme.muted, COMPARED: theme.compared, CURRENT: theme.path}

    def name(self, row: int) -> None:
        """The letter of a branch that is looked at, and its name."""
        em, rect, frame = self.em, self.rect, self.frame
        kind = CURRENT if row == frame.current else COMPARED if row == frame.compared else PLAIN
        left = rect.left() + em * 0.6
        if kind != PLAIN:
            letter = "A" if kind == CURRENT else "B"
            draw_badge(
                self.painter, QPointF(left, rect.center().y()), letter, self.colours[kind], self.theme, self.font
            )
        left += BADGE * em + 0.5 * em
        branch, font = frame.tree.branches[row], QFont(self.font)
        font.setBold(kind != PLAIN)
        font.setItalic(not branch.named)
        self._text(QRectF(left, rect.top(), rect.right() - left - 0.3 * em, rect.height()), branch.name, font)

    def tick(self, row: int) -> None:
        """The letter of the branch that is compared, an empty circle where another can be."""
        if row == self.frame.current:
            return
        at = QPointF(self.rect.center().x() - BADGE * self.em / 2, self.rect.center().y())
        if row == self.frame.compared:
            draw_badge(self.painter, at, "B", self.colours[COMPARED], self.theme, self.font)
            return
        size = BADGE * self.em
        self.painter.setPen(QPen(mixed(self.theme.muted, self.theme.surface, 0.25), max(0.09 * self.em, 1.2)))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(QRectF(at.x(), at.y() - size / 2, size, size).adjusted(1, 1, -1, -1))

    def tree(self, row: int) -> None:
        """The lines that pass, then the row's own segments."""
        for stroke in self.layout.strokes[row]:
            self._stroke(stroke)
        for block in self.layout.blocks[row]:
            self._block(block)

    def _text(
        self, box: QRectF, text: str, font: QFont, colour: str = "",
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:  # fmt: skip
        painter = self.painter
        painter.setFont(font)
        painter.setPen(QColor(colour or self.theme.text))
        text = QFontMetricsF(font).elidedText(text, cut, box.width())
        painter.drawText(box, LEFT, text)

    def _pen(self, kind: int) -> QPen:
        if kind == PLAIN:
            return QPen(mixed(self.theme.muted, self.theme.surface, 0.35), max(0.08 * self.em, 1.0))
        style = Qt.PenStyle.SolidLine if kind == CURRENT else Qt.PenStyle.CustomDashLine
        pen = QPen(QColor(self.colours[kind]), max(0.17 * self.em, 2.0), style)
        if kind == COMPARED:
            pen.setDashPattern([2.0, 1.4])
        return pen

    def _stroke(self, stroke: Stroke) -> None:
        rect, pen = self.rect, self._pen(stroke.kind)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        self.painter.drawLine(
            QPointF(rect.left() + stroke.x0, rect.top() + stroke.y0 * rect.height()),
            QPointF(rect.left() + stroke.x1, rect.top() + stroke.y1 * rect.height()),
        )

    def _block(self, block: Block) -> None:
        em, rect, frame = self.em, self.rect, self.frame
        taken, kind = frame.taken[block.segment], block.kind
        is_root = frame.tree.segments[block.segment].parent < 0
        left, high = rect.left() + block.left, rect.height() * (CHIP + 0.16)  # words stand above the line
        small = small_of(self.font)
        if is_root:
            self._text(
                QRectF(left, rect.top(), block.chip, high),
                taken.text,
                small,
                self.theme.muted,
                Qt.TextElideMode.ElideLeft,
            )
        else:
            self._chip(QRectF(left, rect.top(), block.chip, rect.height()), taken, kind)
        if block.numbers:
            x = left + block.chip + GAP * em / 2
            said = words.numbers(frame, taken)
            self._text(QRectF(x, rect.top(), block.numbers + em, high), said, small, cut=Qt.TextElideMode.ElideNone)
        if block.rest > em:
            place = QRectF(rect.left() + block.rest_left, rect.top(), block.rest, high)
            on = kind != PLAIN or is_root
            self._text(place, taken.rest, small, self.theme.text if on else self.theme.muted)
        self._under(block, PLAIN)
        if kind != PLAIN:
            self._under(block, kind)

    def _under(self, block: Block, kind: int) -> None:
        """The tree's line under a segment, as far as a branch that is looked at goes through it."""
        frame, rect = self.frame, self.rect
        right = block.right
        if kind == CURRENT and not frame.at_end and block.segment == max(frame.on_current):
            right = block.left + (block.right - block.left) * frame.reached
        pen = self._pen(kind)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        y = rect.top() + LINE * rect.height()
        self.painter.drawLine(QPointF(rect.left() + block.left, y), QPointF(rect.left() + right, y))

    def _chip(self, box: QRectF, taken: Taken, kind: int) -> None:
        painter, em = self.painter, self.em
        tall = box.height() * CHIP
        chip = QRectF(box.left(), box.top() + 0.08 * box.height(), box.width(), tall)
        painter.setPen(QPen(QColor(self.colours[kind]), 1.6 if kind != PLAIN else 1.0))
        painter.setBrush(mixed(self.theme.raised, self.theme.surface, 0.3))
        painter.drawRoundedRect(chip, em * 0.3, em * 0.3)
        self._text(chip.adjusted(PAD * em, 0, -PAD * em + 1, 0), taken.text, self.font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours[kind]))
        share = 0.0 if math.isnan(taken.probability) else taken.probability
        thick, inside = max(0.12 * em, 1.0), chip.adjusted(0.15 * em, 0, -0.15 * em, -0.08 * em)
        painter.drawRect(QRectF(inside.left(), inside.bottom() - thick, inside.width() * min(share, 1.0), thick))


def em_of(font: QFont) -> float:
    """Pixel height of a font."""
    return float(max(QFontInfo(font).pixelSize(), 6))


def small_of(font: QFont) -> QFont:
    """The type of numbers, and of the text that follows a token."""
    made = QFont(font)
    made.setPixelSize(max(round(em_of(font) * SMALL), 5))
    return made


def measure_in(font: QFont) -> Callable[[str], float]:
    """Pixels that a text takes in a font."""
    return QFontMetricsF(font).horizontalAdvance
