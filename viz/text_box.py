"""A field of several lines of which no text is dragged away by the mouse: a press on what is selected begins anew.

Qt ends the program where a second drag begins before the first one is over, as two quick ones do while the window is
busy. Text goes from field to field by copying it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPlainTextEdit


class TextBox(QPlainTextEdit):
    """See the module."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: put the cursor where the mouse is before Qt looks whether that is within what is selected."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() is Qt.MouseButton.LeftButton and plain and self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)
