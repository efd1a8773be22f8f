"""Base of painted views in which heads are chosen: pointing marks one, a click or the arrow keys choose one."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from viz.charts.head_names import Head
from viz.charts.pointed import PointedView
from viz.intents import ChooseHead


class HeadPicker(PointedView):
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

    def choice(self) -> tuple[Head, tuple[int, int]] | None:
        """The chosen head and (layers, heads); None where there is nothing to choose from."""
        raise TypeError(f"{type(self).__name__} must define choice()")

    def pick(self, thing: Head, point: QPointF) -> None:
        self.send(ChooseHead(*thing))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, known = self.STEPS.get(Qt.Key(event.key())), self.choice()
        if step is None or known is None:
            super().keyPressEvent(event)
            return
        (layer, head), (layers, heads) = known
        layer, head = layer + step[0], head + step[1]
        if 0 <= layer < layers and 0 <= head < heads:
            self.send(ChooseHead(layer, head))
