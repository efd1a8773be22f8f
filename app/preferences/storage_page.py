"""The page of the preferences about the disk and the network: where things lie, how large they are, what may go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.preferences.pages import Page, hint
from app.widgets.basics import describe
from engine import folders
from engine.errors import DiskProblem
from viz.plain import Label, asking, set_tip, tip

ROLE_PART = int(Qt.ItemDataRole.UserRole)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Preferences", text)


class StoragePage(Page):
    """`removed` when something has been taken off the disk."""

    removed = Signal()

    settings = ("offline",)

    def __init__(self) -> None:
        super().__init__()
        self.title = _tr("Storage")
        self.ask: Callable[[str, str], bool] = self._ask
        self.open_folder: Callable[[Path], object] = _open
        self.add(_tr("Models and maps"), self._folder(folders.cache_folder, _tr("Open the folder of models and maps")))
        self.add(_tr("Settings"), self._folder(folders.config_folder, _tr("Open the folder of settings")))
        self.parts = QTreeWidget()
        self.parts.setColumnCount(2)
        self.parts.setHeaderHidden(True)
        self.parts.setRootIsDecorated(False)
        self.parts.setFixedHeight(110)
        self.parts.itemSelectionChanged.connect(self._follow)
        describe(self.parts, _tr("What is kept, and how large it is"))
        self.free = hint("")
        self.remove = QPushButton(_tr("Remove…"))
        describe(self.remove, _tr("Remove"), _tr("Take what is selected off the disk"))
        self.remove.clicked.connect(self._remove)
        self.form.addRow(self._list())
        self.offline = self.switch(
            "offline",
            _tr("Never go online"),
            _tr("Models are then only taken from this computer. Nothing else is ever fetched, and nothing sent."),
        )

    def _folder(self, where: Callable[[], Path], words: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        path = Label(str(where()))
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        path.setMinimumWidth(80)
        set_tip(path, str(where()))
        button = QPushButton(_tr("Open folder"))
        describe(button, words)
        button.clicked.connect(lambda: self.open_folder(where()))
        row.addWidget(path, 1)
        row.addWidget(button)
        return box

    def _list(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 4, 0, 8)
        column.addWidget(self.parts)
        row = QHBoxLayout()
        row.addWidget(self.free, 1)
        row.addWidget(self.remove)
        column.addLayout(row)
        column.addWidget(
            hint(_tr("Another place, on a larger disk: start with the environment variable ORRERY_CACHE set to it."))
        )
        return box

    def look(self) -> None:
        """Look on the disk."""
        from engine.files import storage  # when the page is first wanted
        from engine.models.disk import in_words

        self.parts.clear()
        found = storage.parts()
        for part in found:
            item = QTreeWidgetItem([_title(part), in_words(part.n_bytes)])
            item.setData(0, ROLE_PART, part)
            item.setToolTip(0, tip(str(part.folder)))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.parts.addTopLevelItem(item)
        header = self.parts.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        header.setSectionResizeMode(1, header.ResizeMode.ResizeToContents)
        total = in_words(sum(part.n_bytes for part in found))
        self.free.setText(
            _tr("{used} kept, {free} free on this disk").format(used=total, free=in_words(storage.free_bytes()))
        )
        self._follow()

    def _follow(self) -> None:
        self.remove.setEnabled(bool(self.parts.selectedItems()))

    def _remove(self) -> None:
        from engine.files import storage

        item = next(iter(self.parts.selectedItems()), None)
        if item is None:
            return
        part = item.data(0, ROLE_PART)
        again = {
            "trainings": _tr("What you trained has to be trained again."),
            "left": _tr("They are in no other file."),
        }.get(part.kind, _tr("It is fetched or computed again when it is next needed."))
        if not self.ask(_tr("Remove “{what}”, {size}?").format(what=item.text(0), size=item.text(1)), again):
            return
        try:
            storage.remove(part)
        except DiskProblem as problem:
            self.free.setText(str(problem))
            return
        self.look()
        self.removed.emit()

    def _ask(self, question: str, then: str) -> bool:
        box = asking(_tr("Remove from the disk"), question, then, self)
        remove = box.addButton(_tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is remove


def _title(part: object) -> str:
    """What a part is, for a person."""
    words = {
        "model": _tr("Model {name}"),
        "gguf": _tr("Expanded GGUF file {name}"),
        "unfinished": _tr("A model that was not fetched to its end"),
        "maps": _tr("Fitted maps"),
        "compiled": _tr("Compiled code of UMAP"),
        "trainings": _tr("Trainings of bracket nets"),
        "spread": _tr("Parts of large models put on the disk"),
        "left": _tr("Runs left unsaved"),
    }
    return words[getattr(part, "kind", "")].format(name=getattr(part, "name", ""))


def _open(folder: Path) -> None:
    """In the person's file manager; the nearest folder that is there."""
    while not folder.exists():
        folder = folder.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
