"""A frame that floats over the window until something else is clicked: the model picker and the palette use it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget


class Popup(QFrame):
    """Opens at a place of its window, kept inside it; Escape or a click elsewhere closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.owner = parent
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_WindowPropagation)

    def open_under(self, anchor: QWidget, width: int, height: int) -> None:
        """Show below `anchor`, its left edges aligned."""
        self._open(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)), width, height)

    def open_centred(self, window: QWidget, width: int, height: int, top: int = 64) -> None:
        """Show in the middle of `window`, near its top."""
        width = min(width, window.width() - 24)
        self._open(window.mapToGlobal(QPoint((window.width() - width) // 2, top)), width, height)

    def _open(self, at: QPoint, width: int, height: int) -> None:
        window = self.owner.window()
        corner = window.mapToGlobal(QPoint(window.width(), window.height()))
        height = min(height, corner.y() - at.y() - 12)
        self.resize(min(width, window.width()), max(height, 160))
        at.setX(max(min(at.x(), corner.x() - self.width() - 8), window.mapToGlobal(QPoint(0, 0)).x()))
        self.move(at)
        self.show()
        self.raise_()
        self.activateWindow()
