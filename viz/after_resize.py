"""Doing something once a part has been given another size, and not while Qt is still giving it.

A table that is told of its new width is in the midst of placing its header and its scroll bars. Columns hidden or
widened then change what it is going through, and ended the program. What follows from another size waits therefore for
the next turn of the event loop, and is done once, however often the size changed until then.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class AfterResize(QObject):
    """Calls `then` after `part` was resized; it is a child of the part, and ends with it."""

    def __init__(self, part: QWidget, then: Callable[[], None]) -> None:
        super().__init__(part)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(then)
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the end of this turn."""
        if event.type() == QEvent.Type.Resize:
            self._soon.start(0)
        return False
