"""A part of a view that is painted by hand beside its charts: running text, and the strip of brackets."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

Draw = Callable[[QPainter, QRectF], object]


class HandPainted(QWidget):
    """Calls what it was given last with a painter and its room. Nothing given, it takes none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._draw: Draw | None = None
        self._needs: Callable[[int], float] | None = None
        self.hide()

    def show_drawing(self, draw: Draw | None, needs: Callable[[int], float] | None = None) -> None:
        """Paint by `draw` from now on; None hides. `needs`: pixels of height that it takes at a width."""
        self._draw, self._needs = draw, needs
        self.updateGeometry()
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
        high = self._needs(self.width()) if self._needs is not None and self.width() > 1 else 0.0
        return QSize(60, max(40, math.ceil(high)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another height."""
        if self._needs is not None and event.oldSize().width() != event.size().width():
            self.updateGeometry()
