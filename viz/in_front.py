"""Waits for a dialog to be answered without making it modal.

While a dialog is modal, Qt passes over the close button of every other window, for as long as nobody answers. Here the
other windows take no input meanwhile either, and whoever tries brings the dialog to the front; but one that is closed
takes the dialog along, as if it had been cancelled, and so does Escape in any of them: a window manager may leave the
keys where they were.
"""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

_BRINGS_FRONT = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
    QEvent.Type.KeyPress,
}
_INPUT = _BRINGS_FRONT | {
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.Wheel,
    QEvent.Type.KeyRelease,
    QEvent.Type.ContextMenu,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
}


def wait_for(dialog: QDialog) -> None:
    """Show a dialog, and wait until it is answered or goes with a window."""
    loop = QEventLoop()
    while (popup := QApplication.activePopupWidget()) is not None:  # it would keep the pointer and the keys
        popup.close()
    dialog.finished.connect(loop.quit)
    dialog.destroyed.connect(loop.quit)
    front = InFront(dialog)
    dialog.setModal(False)  # as boxes with a question are by themselves
    dialog.show()
    loop.exec()
    front.end()


class InFront(QObject):
    """Until `end`, the windows that are there when it is made take no input.

    Closing one, and Escape in one, reject `dialog`.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__()
        self._dialog = dialog
        self._others = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
        # Not for the whole program: every object's every event would become Python's then, and among those of Qt's own
        # dialog are some that are going.
        for window in self._others:
            window.installEventFilter(self)

    def end(self) -> None:
        """Let them have their input again."""
        for window in self._others:
            with contextlib.suppress(RuntimeError):  # it has gone meanwhile
                window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: whether an event goes no further."""
        kind = event.type()
        if kind == QEvent.Type.Close:
            self._dialog.reject()
            return False
        if kind == QEvent.Type.ShortcutOverride:  # whoever takes a key for its own keeps it from being a shortcut
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._dialog.reject()
            return True
        if kind in _BRINGS_FRONT:
            self._dialog.raise_()
            self._dialog.activateWindow()
        return kind in _INPUT
