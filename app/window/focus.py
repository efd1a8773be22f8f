"""How the control with the keyboard came to have it: by a click, or by the keyboard itself.

Whoever clicks Run or drags a slider goes on with the playback keys, which the control would keep. Whoever came to it by
Tab works it with those keys.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_CLICKED = "focusedByClick"


def by_click(widget: QWidget) -> bool:
    """Whether `widget`, which has the keyboard, was clicked last."""
    return bool(widget.property(_CLICKED))


class FocusWatch(QObject):
    """Remembers it of whatever has the keyboard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now
        if now is not None:
            now.setProperty(_CLICKED, bool(QGuiApplication.mouseButtons().value))
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: a click on what has the keyboard already counts as well."""
        if event.type() == QEvent.Type.MouseButtonPress:
            watched.setProperty(_CLICKED, True)
        return False
