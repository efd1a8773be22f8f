"""Base of painted views in which heads are chosen: pointing marks one, a click or the arrow keys choose one."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from viz.charts.head_names import Head
from viz.charts.painted import PaintedView
from viz.intents import ChooseHead


class HeadPicker(PaintedView):
    """Subclass and say which head is under a point, and what may be chosen by keys."""

    STEPS: ClassVar[dict[Qt.Key, Head]] = {
        Qt.Key.Key_Left: (0, -1),
        Qt.Key.Key_Right: (0, 1),
        Qt.Key.Key_Up: (-1, 0),
        Qt.Key.Key_Down: (1, 0),
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hover: Head | None = None

    def head_at(self, point: QPointF) -> Head | None:
        """The head under a point of the widget."""
        raise TypeError(f"{type(self).__name__} must define head_at(point)")

    def choice(self) -> tuple[Head, tuple[int, int]] | None:
        """The chosen head and (layers, heads); None where there is nothing to choose from."""
        raise TypeError(f"{type(self).__name__} must define choice()")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.head_at(event.position())
        if found != self._hover:
            self._hover = found
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.head_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.send(ChooseHead(*found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, known = self.STEPS.get(Qt.Key(event.key())), self.choice()
        if step is None or known is None:
            super().keyPressEvent(event)
            return
        (layer, head), (layers, heads) = known
        layer, head = layer + step[0], head + step[1]
        if 0 <= layer < layers and 0 <= head < heads:
            self.send(ChooseHead(layer, head))
