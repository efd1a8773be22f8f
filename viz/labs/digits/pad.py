"""The square that a digit is drawn in, by mouse or keyboard, and the square that shows what the net is given."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.digits.records import SIDE
from engine.records import F32, Bools
from viz.charts.colours import mixed
from viz.charts.heatmap import Colouring, image_of
from viz.charts.look import Look, em_of
from viz.labs.digits import drawing
from viz.theme import Theme

LEAST = 96  # logical pixels of its side
ENLARGED = 8  # pixels of an image for each of a picture, since some programs smooth what they enlarge
ARROWS = {
    Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
}  # fmt: skip


def ink_colours(theme: Theme) -> tuple[str, str]:
    """Paper and ink."""
    return theme.ground, theme.text


def picture_of(values: F32, theme: Theme) -> QImage:
    """Values [n, n] from 0 (paper) to 1 (ink) as an image."""
    colouring = Colouring(ink_colours(theme), "", 1.0)
    large = np.clip(values, 0, 1).repeat(ENLARGED, 0).repeat(ENLARGED, 1)
    return image_of(np.ascontiguousarray(large, np.float32), colouring)


class Square(QWidget):
    """A picture, as large a square as there is room for."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._values: F32 | None = None  # [n, n]
        self._look: Look | None = None

    def show_values(self, values: F32 | None, look: Look) -> None:
        """Show a picture [n, n]; None leaves the paper empty."""
        self._values, self._look = values, look
        self.update()

    @property
    def box(self) -> QRectF:
        """Where the picture is."""
        side = min(self.width(), self.height()) - 2.0
        return QRectF((self.width() - side) / 2, 1.0, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        try:
            self._draw(painter, look)
        finally:
            painter.end()

    def _draw(self, painter: QPainter, look: Look) -> None:
        box, theme = self.box, look.theme
        painter.fillRect(box, QColor(ink_colours(theme)[0]))
        if self._values is not None:
            painter.drawImage(box, picture_of(self._values, theme))
        painter.setPen(QPen(QColor(theme.border), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, LEAST)


class Pad(Square):
    """Draw with the left button, rub out with the right one. By keyboard the arrow keys go from pixel to pixel, Space
    fills or clears it, Shift with an arrow draws a line, Delete clears all.
    """

    drawn = Signal(str)  # the drawing as `drawing.written` has it

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._bitmap: Bools | None = None
        self._pixels: F32 | None = None  # [64] of the picture in the drawing's place
        self._last: tuple[float, float] | None = None
        self._cursor = (SIDE // 2, SIDE // 2)  # row, column

    def show_picture(self, bitmap: Bools | None, pixels: F32 | None, look: Look) -> None:
        """Show a drawing [32, 32], else a picture [64]."""
        if self._last is None:
            self._bitmap = bitmap
        self._pixels = pixels
        self._show(look)

    def _show(self, look: Look) -> None:
        if self._bitmap is not None:
            self.show_values(self._bitmap.astype(np.float32), look)
        else:
            self.show_values(None if self._pixels is None else self._pixels.reshape(SIDE, SIDE), look)

    def _draw(self, painter: QPainter, look: Look) -> None:
        super()._draw(painter, look)
        box = self.box
        cell = box.width() / SIDE
        painter.setPen(QPen(mixed(look.theme.ground, look.theme.muted, 0.35), 1.0))
        for at in range(1, SIDE):
            painter.drawLine(QPointF(box.left() + at * cell, box.top()), QPointF(box.left() + at * cell, box.bottom()))
            painter.drawLine(QPointF(box.left(), box.top() + at * cell), QPointF(box.right(), box.top() + at * cell))
        if self.hasFocus() and not look.still:
            row, column = self._cursor
            painter.setPen(QPen(QColor(look.theme.accent), max(2.0, 0.12 * em_of(self))))
            painter.drawRect(QRectF(box.left() + column * cell, box.top() + row * cell, cell, cell))

    # -- gestures ------------------------------------------------------------------------------------------------

    def begun(self) -> Bools:
        """The drawing that is gone on with; a picture of the data set does not stay below it.  # [32, 32]"""
        return drawing.empty() if self._bitmap is None else self._bitmap

    def _put(self, bitmap: Bools) -> None:
        self._bitmap = bitmap if bitmap.any() else None
        if self._look is not None:
            self._show(self._look)
        self.drawn.emit(drawing.written(bitmap))

    def _dots(self, place: QPointF) -> tuple[float, float]:
        box = self.box
        scale = drawing.DOTS / max(box.width(), 1.0)
        return (place.x() - box.left()) * scale, (place.y() - box.top()) * scale

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            here = self._dots(event.position())
            self._last = here
            self._put(drawing.stroke(self.begun(), here, here, event.button() == Qt.MouseButton.LeftButton))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is None:
            return
        here = self._dots(event.position())
        ink = bool(event.buttons() & Qt.MouseButton.LeftButton)
        start, self._last = self._last, here
        self._put(drawing.stroke(self.begun(), start, here, ink))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None

    def contextMenuEvent(self, event: object) -> None:
        """The right button rubs out."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            down, right = ARROWS[key]
            row, column = self._cursor
            to = (min(max(row + down, 0), SIDE - 1), min(max(column + right, 0), SIDE - 1))
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._put(drawing.stroke(self.begun(), _middle(row, column), _middle(*to)))
            self._cursor = to
            self.update()
        elif key == Qt.Key.Key_Space:
            self._put(drawing.block(self.begun(), *self._cursor))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._put(drawing.empty())
        else:
            super().keyPressEvent(event)


def _middle(row: int, column: int) -> tuple[float, float]:
    """The middle of a pixel, x and y in dots."""
    return (column + 0.5) * drawing.BLOCK, (row + 0.5) * drawing.BLOCK
