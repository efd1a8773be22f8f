"""Asks a person for a file or a folder, in a dialog that does not hold the program up when it is to end.

Qt's own calls (`QFileDialog.getOpenFileName`) make the dialog modal, and Qt then passes over the close button of every
other window, for as long as nobody answers; so does the question that Qt's own dialog asks about a file that is there.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QFileInfo, QMimeDatabase
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QFileIconProvider, QWidget

from viz.in_front import wait_for
from viz.question import agreed

translate = QCoreApplication.translate  # by this name its texts are collected

_ONE_ENDING = re.compile(r"\(\*\.(\w+)\)$")  # of a kind of file


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
    if dialog.layout() is not None:  # Qt's own, and not the system's, which asks by itself
        dialog.deleteLater()
        dialog = _AsksItself(parent, title, "", kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.selectFile(proposed)
    endings = {kind: found[1] for kind in dialog.nameFilters() if (found := _ONE_ENDING.search(kind))}
    dialog.setDefaultSuffix(endings.get(dialog.selectedNameFilter(), ""))
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(endings.get(kind, "")))
    return _answer(dialog)


class _KindsByName(QFileIconProvider):
    """A folder's picture for folders, a file's for files, and what kind a file is by its name alone.

    Qt's own reads the beginning of every file for them, on the thread of the window: on a slow disk, or
    where files are not what they seem (`/proc`), it stood still for minutes.
    """

    def icon(self, of: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        """Qt's hook; nothing is read."""
        if not isinstance(of, QFileInfo):
            return super().icon(of)
        folder = of.isDir()
        return super().icon(self.IconType.Folder if folder else self.IconType.File)

    def type(self, of: QFileInfo) -> str:
        """Qt's hook: the kind by the name's ending."""
        return QMimeDatabase().mimeTypeForFile(of, QMimeDatabase.MatchMode.MatchExtension).comment()


def _answer(dialog: QFileDialog) -> tuple[str, str]:
    """Show it, and wait until it is answered or goes with a window."""
    found = ("", "")
    kinds = _KindsByName()  # it is Python's as long as the dialog is asked
    dialog.setIconProvider(kinds)
    for view in dialog.findChildren(QAbstractItemView):  # Qt's own moves a folder that is dragged onto another
        view.setDragEnabled(False)

    def take() -> None:
        nonlocal found
        found = dialog.selectedFiles()[0], dialog.selectedNameFilter()

    dialog.accepted.connect(take)
    wait_for(dialog)
    with contextlib.suppress(RuntimeError):  # it went with its parent
        dialog.deleteLater()
    return found


class _AsksItself(QFileDialog):
    """Qt's own dialog for a file to be written, which asks about one that is there as `agreed` does."""

    def accept(self) -> None:
        """Qt's hook: a file was chosen."""
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)
        chosen = Path(self.selectedFiles()[0])
        if not chosen.is_file() or self._may_replace(chosen.name):
            super().accept()

    def _may_replace(self, name: str) -> bool:
        there = translate("AskPath", "{name} exists already.").format(name=name)
        replace = translate("AskPath", "Replace")
        return agreed(self, self.windowTitle(), there, translate("AskPath", "Replace it?"), replace)
