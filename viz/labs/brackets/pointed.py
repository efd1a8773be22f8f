"""Base of painted views of things that light up under the pointer and are chosen by a click."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from viz.charts.painted import PaintedView


class PointedView(PaintedView):
    """Subclass and say what is under a point, and what a click on it means; `_hover` is what is pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hover: Any = None

    def under(self, point: QPointF) -> Any:
        """The thing under a point of the widget; None where there is none."""
        raise TypeError(f"{type(self).__name__} must define under(point)")

    def pick(self, thing: Any, point: QPointF) -> None:
        """Choose what was clicked at `point`."""
        raise TypeError(f"{type(self).__name__} must define pick(thing, point)")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.under(event.position())
        if found != self._hover:
            self._hover = found
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self.under(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.pick(found, event.position())
