"""A part of a view that is painted by hand beside its charts: running text, and the strip of brackets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

Draw = Callable[[QPainter, QRectF], object]


class HandPainted(QWidget):
    """Calls what it was given last with a painter and its room. Nothing given, it takes none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._draw: Draw | None = None
        self.hide()

    def show_drawing(self, draw: Draw | None) -> None:
        """Paint by `draw` from now on; None hides."""
        self._draw = draw
        self.setVisible(draw is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._draw is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, QRectF(self.rect()))
        finally:
            painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 40)
