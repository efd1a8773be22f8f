"""A ring around what has the keyboard, the same for buttons, lists, charts and what is painted by hand.

It lies over the window, so that no view has to draw it and none can forget to. Two lines, in the accent and in the
ground's colour, are seen on every colour: one of them always has a contrast to what is below.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

ACCENT, GROUND = 2, 1  # logical pixels of its two lines
THICK = ACCENT + GROUND
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)


class FocusRing(QWidget):
    """Stands around one widget at a time, and follows it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("focusRing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []

    @property
    def around(self) -> QWidget | None:
        """What it stands around."""
        return self._around

    def show_around(self, part: QWidget | None) -> None:
        """Stand around `part` of any window; None: around nothing."""
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._watched, self._around = [], part
        if part is None:
            self.hide()
            return
        window = part.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        each: QWidget | None = part
        while each is not None:
            each.installEventFilter(self)
            self._watched.append(each)
            each = None if each is window else each.parentWidget()
        self.follow()

    def follow(self) -> None:
        """Be where it is now."""
        part = self._around
        if part is None or not isValid(part):
            self.hide()
            return
        place = seen_part(part).adjusted(-THICK, -THICK, THICK, THICK).intersected(part.window().rect())
        if not part.isVisible() or min(place.width(), place.height()) <= 2 * THICK:
            self.hide()
            return
        self.setGeometry(place)
        self.setMask(QRegion(self.rect()) - QRegion(self.rect().adjusted(THICK, THICK, -THICK, -THICK)))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: what it stands around, or what that stands in, has moved."""
        if event.type() in _MOVES:
            self.follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _frame(painter, self.rect(), ACCENT, self.palette().color(QPalette.ColorRole.Accent))
        inner = self.rect().adjusted(ACCENT, ACCENT, -ACCENT, -ACCENT)
        _frame(painter, inner, GROUND, self.palette().color(QPalette.ColorRole.Base))
        painter.end()


def _frame(painter: QPainter, rect: QRect, width: int, colour: QColor) -> None:
    painter.setClipRegion(QRegion(rect) - QRegion(rect.adjusted(width, width, -width, -width)))
    painter.fillRect(rect, colour)


def seen_part(part: QWidget) -> QRect:
    """Where it is in its window, as far as what it is scrolled in lets it be seen; empty where it does not."""
    window = part.window()
    place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    around = part.parentWidget()
    while around is not None and around is not window:
        inside = around.viewport() if isinstance(around, QAbstractScrollArea) else around
        if inside is part or inside.isAncestorOf(part):
            place = place.intersected(QRect(inside.mapTo(window, QPoint(0, 0)), inside.size()))
        around = around.parentWidget()
    return place.intersected(window.rect())
