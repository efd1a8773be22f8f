"""How the control with the keyboard came to have it: by a click, or by the keyboard itself.

Whoever clicks Run or drags a slider goes on with the playback keys, which the control would keep. Whoever came to it by
Tab works it with those keys, and sees a ring around it.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.window.focus_ring import FocusRing

_CLICKED = "focusedByClick"
_GOES: Final = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
)  # fmt: skip
_TABS: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def by_click(widget: QWidget) -> bool:
    """Whether `widget`, which has the keyboard, was clicked last."""
    return bool(widget.property(_CLICKED))


class FocusWatch(QObject):
    """Remembers it of whatever has the keyboard, and puts the ring around what has it by the keyboard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        self._ring: FocusRing | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def go_to(self, part: QWidget, forward: bool = True) -> None:
        """Give `part` the keyboard as Tab does, and show the ring."""
        part.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if part.hasFocus():
            part.setProperty(_CLICKED, False)
            self._show(part)

    @property
    def ringed(self) -> QWidget | None:
        """What the ring stands around; None where there is none to be seen."""
        ring = self._ring
        return ring.around if ring is not None and isValid(ring) and ring.isVisible() else None

    def _show(self, part: QWidget | None) -> None:
        wanted = part is not None and not part.isWindow() and part.window().windowType() != Qt.WindowType.Popup
        if self._ring is not None and not isValid(self._ring):
            self._ring = None  # it went with the window in which it was
        if wanted and self._ring is None:
            self._ring = FocusRing()
        if self._ring is not None:
            self._ring.show_around(part if wanted else None)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = now
        self._show(None)
        if now is not None:
            now.setProperty(_CLICKED, bool(QGuiApplication.mouseButtons().value))
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: a click on what has the keyboard already counts as well; its keys bring the ring back."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            watched.setProperty(_CLICKED, True)
            self._show(None)
        elif (
            isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
            and (
                (kind == QEvent.Type.KeyPress and Qt.Key(event.key()) in _GOES)
                or (kind == QEvent.Type.KeyRelease and Qt.Key(event.key()) in _TABS)
            )
            and self.ringed is not watched
        ):
            self._show(watched)
        return False
