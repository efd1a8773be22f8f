"""Asks a person for a file or a folder, in a dialog that does not hold the program up when it is to end.

Qt's own calls (`QFileDialog.getOpenFileName`) make the dialog modal, and Qt then passes over the close button of every
other window, for as long as nobody answers. Here the other windows take no input meanwhile either, and whoever tries
brings the dialog to the front; but one that is closed takes the dialog along, as if it had been cancelled.
"""

from __future__ import annotations

import contextlib
import re

from PySide6.QtCore import QEvent, QEventLoop, QObject
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

_ONE_ENDING = re.compile(r"\(\*\.(\w+)\)$")  # of a kind of file
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


def open_file(parent: QWidget | None, title: str, kinds: str = "") -> str:
    """The path of a file that is there; "" for none. `kinds` as Qt writes them: "Text (*.txt);;All files (*)"."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog)[0]


def open_folder(parent: QWidget | None, title: str) -> str:
    """The path of a folder that is there; "" for none."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _answer(dialog)[0]


def save_file(parent: QWidget | None, title: str, proposed: str, kinds: str) -> tuple[str, str]:
    """The path of the file to be written, and which of `kinds` was chosen; ("", "") for none.

    A file that is there already is asked about. A name without an ending gets that of the kind, where a kind has one
    ("Text (*.txt)"), before that is asked.
    """
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(proposed)
    endings = {kind: found[1] for kind in dialog.nameFilters() if (found := _ONE_ENDING.search(kind))}
    dialog.setDefaultSuffix(endings.get(dialog.selectedNameFilter(), ""))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(endings.get(kind, "")))
    return _answer(dialog)


def _answer(dialog: QFileDialog) -> tuple[str, str]:
    """Show it, and wait until it is answered or goes with a window."""
    found = ("", "")
    loop = QEventLoop()

    def take() -> None:
        nonlocal found
        found = dialog.selectedFiles()[0], dialog.selectedNameFilter()

    while (popup := QApplication.activePopupWidget()) is not None:  # it would keep the pointer and the keys
        popup.close()
    dialog.accepted.connect(take)
    dialog.finished.connect(loop.quit)
    dialog.destroyed.connect(loop.quit)
    front = InFront(dialog)
    dialog.show()
    loop.exec()
    front.end()
    with contextlib.suppress(RuntimeError):  # it went with its parent
        dialog.deleteLater()
    return found


class InFront(QObject):
    """Until `end`, the windows that are there when it is made take no input; closing one rejects `dialog`."""

    def __init__(self, dialog: QFileDialog) -> None:
        super().__init__()
        self._dialog = dialog
        self._others = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
        self._application = QApplication.instance()
        if self._application is not None:
            self._application.installEventFilter(self)

    def end(self) -> None:
        """Let them have their input again."""
        if self._application is not None:
            self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: whether an event goes no further."""
        kind = event.type()
        if kind == QEvent.Type.Shortcut:
            return not self._is_own(watched)
        if not isinstance(watched, QWindow) or watched not in self._others:
            return False
        if kind == QEvent.Type.Close:
            self._dialog.reject()
            return False
        if kind in _BRINGS_FRONT:
            self._dialog.raise_()
            self._dialog.activateWindow()
        return kind in _INPUT

    def _is_own(self, watched: QObject) -> bool:
        """Whether something belongs to the dialog, or to what it opened itself."""
        of: QObject | None = watched
        while of is not None and of is not self._dialog:
            of = of.parent()
        return of is not None
