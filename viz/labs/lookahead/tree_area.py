"""The part of the view where the tree is drawn: scrolled, pointed at, clicked, and walked through by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontInfo,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from viz.labs.lookahead.drawing import LINE, TreeDrawing
from viz.labs.lookahead.lookahead_frame import LookaheadFrame
from viz.labs.lookahead.tree_layout import GAP, NUMBER, Box, TreeLayout, tree_layout
from viz.theme import Theme

MARGIN = 0.6  # em


class TreeArea(QAbstractScrollArea):
    """The tree. What a person does with a row of it is told by its number."""

    hovered = Signal(int)  # row, -1: none
    taken = Signal(int)
    pinned = Signal(int)
    menu_wanted = Signal(int, object)  # row, QPoint on the screen

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Look-ahead tree"))
        self.viewport().setMouseTracking(True)
        self.frame: LookaheadFrame | None = None
        self.layout_: TreeLayout | None = None
        self.theme: Theme | None = None
        self.at = -1  # row under the pointer
        self.selected = -1  # row that keys are about
        self._path: tuple[int, ...] = ()  # of the selected row
        self._node = -1

    @property
    def em(self) -> float:
        """Pixel height of the type."""
        return float(max(QFontInfo(self.font()).pixelSize(), 6))

    def show_frame(self, frame: LookaheadFrame, theme: Theme) -> None:
        """Take over a tree; what was selected stays so where it is still there."""
        if frame.tree.node != self._node:
            self._node, self._path = frame.tree.node, ()
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        before, paths = self.frame, frame.tree.paths
        self.frame, self.theme = frame, theme
        if before is not None and before.tree is not frame.tree:
            at = before.tree.paths[self.at] if self.at >= 0 else ()
            self.at = paths.index(at) if at in paths else -1
            self.selected = paths.index(self._path) if self._path in paths else -1
        self.lay_out()
        self.viewport().update()

    def lay_out(self) -> None:
        """Place everything anew for the type there is, and set the scroll bars."""
        frame = self.frame
        if frame is None:
            return
        measure = QFontMetricsF(self.font()).horizontalAdvance
        room, em = self.viewport().size(), self.em
        inside = room.width() - 2 * MARGIN * em
        self.layout_ = tree_layout(frame.tree, frame.texts, frame.after, em, measure, inside)
        wide = round(self.layout_.width + 2 * MARGIN * em)
        tall = round(self.layout_.lines * LINE * em + 2 * MARGIN * em)
        for bar, over, page, step in (
            (self.horizontalScrollBar(), wide - room.width(), room.width(), 2 * em),
            (self.verticalScrollBar(), tall - room.height(), room.height(), LINE * em),
        ):
            bar.setRange(0, max(over, 0))
            bar.setPageStep(max(page, 1))
            bar.setSingleStep(round(step))

    # -- painting ------------------------------------------------------------------------------------------------

    def _origin(self) -> QPointF:
        margin = MARGIN * self.em
        return QPointF(margin - self.horizontalScrollBar().value(), margin - self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tree where it is scrolled to."""
        painter = QPainter(self.viewport())
        try:
            if self.theme is not None:
                painter.fillRect(self.viewport().rect(), QColor(self.theme.surface))
            if self.frame is not None and self.layout_ is not None and self.theme is not None and len(self.frame.tree):
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.translate(self._origin())
                selected = self.selected if self.hasFocus() else -1
                TreeDrawing(painter, self.frame, self.layout_, self.theme, self.font()).draw(self.at, selected)
        finally:
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.lay_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 40)

    # -- pointer -------------------------------------------------------------------------------------------------

    def box_of(self, row: int) -> QRectF:
        """Where a token with its number is, in the viewport."""
        if self.layout_ is None:
            return QRectF()
        box, em = self.layout_.boxes[row], self.em
        origin = self._origin()
        return QRectF(
            origin.x() + box.left, origin.y() + box.line * LINE * em, box.chip + (GAP + NUMBER) * em, LINE * em
        )

    def row_at(self, point: QPointF) -> int:
        """The row under a point of the viewport, -1 for none."""
        boxes: tuple[Box, ...] = () if self.layout_ is None else self.layout_.boxes
        return next((box.row for box in boxes if self.box_of(box.row).contains(point)), -1)

    def _point_at(self, row: int) -> None:
        if row != self.at:
            self.at = row
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor)
            self.viewport().update()
            self.hovered.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.row_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit(row)

    def viewportEvent(self, event: QEvent) -> bool:
        """Nothing is pointed at once the pointer has left."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(-1)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.selected if by_key else self.row_at(QPointF(event.pos())), event.globalPos())

    # -- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down by lines, left and right along a continuation, Enter takes, P pins."""
        frame, key = self.frame, event.key()
        if frame is None or self.layout_ is None or not len(frame.tree) or event.modifiers() & ~_KEYPAD:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected >= 0:
            self.taken.emit(self.selected)
        elif key == Qt.Key.Key_P and self.selected >= 0:
            self.pinned.emit(self.selected)
        elif (row := self._next(key)) is not None:
            self.select(row)
        else:
            super().keyPressEvent(event)

    def _next(self, key: int) -> int | None:
        """The row that an arrow leads to; None: it is no arrow, or leads nowhere."""
        frame, layout, row = self.frame, self.layout_, self.selected
        if frame is None or layout is None:
            return None
        if row < 0:
            return layout.order[0] if key in _ARROWS else None
        if key == Qt.Key.Key_Left:
            parent = int(frame.tree.parents[row])
            return parent if parent >= 0 else None
        if key == Qt.Key.Key_Right:
            return next((at for at, parent in enumerate(frame.tree.parents.tolist()) if parent == row), None)
        if key not in _ARROWS:
            return None
        level = layout.boxes[row].level
        column = [at for at in layout.order if layout.boxes[at].level == level]
        at = column.index(row) + (1 if key == Qt.Key.Key_Down else -1)
        return column[at] if 0 <= at < len(column) else None

    def select(self, row: int) -> None:
        """Have keys be about a row, and bring it into sight."""
        if self.frame is None or self.layout_ is None:
            return
        self.selected, self._path = row, self.frame.tree.paths[row]
        box, room = self.box_of(row), self.viewport().rect()
        bar = self.verticalScrollBar()
        if box.top() < 0 or box.bottom() > room.height():
            bar.setValue(round(bar.value() + box.center().y() - room.height() / 2))
        across = self.horizontalScrollBar()
        if box.left() < 0 or box.right() > room.width():
            across.setValue(round(across.value() + box.center().x() - room.width() / 2))
        self.viewport().update()
        self.hovered.emit(row)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
