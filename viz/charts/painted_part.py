"""A part of a view of charts that is painted by hand: running text and token chips, which are no chart."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class PaintedPart(QWidget):
    """Calls `draw(painter, rect)`, in a window and in every figure alike. It is as high as it is told to be."""

    def __init__(self, parent: QWidget, draw: Callable[[QPainter, QRectF], object]) -> None:
        super().__init__(parent)
        self._draw = draw
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, height: float) -> None:
        """Paint what there is now, this high; not at all at 0."""
        self.setVisible(height > 0)
        self.setFixedHeight(max(round(height), 1))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, QRectF(self.rect()))
        finally:
            painter.end()  # a painter left open on a widget brings the program down
