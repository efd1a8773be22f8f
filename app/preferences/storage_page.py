"""The page of the preferences about the disk and the network: where things lie, how large they are, what may go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
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
from viz.plain import Label, set_tip, tip
from viz.question import DESTROYS, agreed

translate = QCoreApplication.translate  # by this name its texts are collected

ROLE_PART = int(Qt.ItemDataRole.UserRole)


class StoragePage(Page):
    """`removed` when something has been taken off the disk."""

    removed = Signal()

    settings = ("offline",)

    def __init__(self) -> None:
        super().__init__()
        self.title = translate("Preferences", "Storage")
        self.ask: Callable[[str, str], bool] = self._ask
        self.open_folder: Callable[[Path], object] = _open
        self.add(
            translate("Preferences", "Models and maps"),
            self._folder(folders.cache_folder, translate("Preferences", "Open the folder of models and maps")),
        )
        self.add(
            translate("Preferences", "Settings"),
            self._folder(folders.config_folder, translate("Preferences", "Open the folder of settings")),
        )
        self.parts = QTreeWidget()
        self.parts.setColumnCount(2)
        self.parts.setHeaderHidden(True)
        self.parts.setRootIsDecorated(False)
        self.parts.setFixedHeight(110)
        self.parts.itemSelectionChanged.connect(self._follow)
        describe(self.parts, translate("Preferences", "What is stored on this computer, and its size"))
        self.free = hint("")
        self.remove = QPushButton(translate("Preferences", "Remove…"))
        describe(
            self.remove,
            translate("Preferences", "Remove"),
            translate("Preferences", "Delete the selected item from this computer"),
        )
        self.remove.clicked.connect(self._remove)
        self.form.addRow(self._list())
        self.offline = self.switch(
            "offline",
            translate("Preferences", "Never go online"),
            translate(
                "Preferences",
                "Uses only models that are on this computer. Even without this, Orrery goes online only "
                "to download models, and never sends your text.",
            ),
        )

    def _folder(self, where: Callable[[], Path], words: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        path = Label(str(where()))
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        path.setMinimumWidth(80)
        set_tip(path, str(where()))
        button = QPushButton(translate("Preferences", "Open folder"))
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
            hint(
                translate(
                    "Preferences",
                    "To store models and maps elsewhere, such as on a larger disk, set the environment "
                    "variable ORRERY_CACHE to a folder there and start Orrery again.",
                )
            )
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
            translate("Preferences", "{used} stored, {free} free on this disk").format(
                used=total, free=in_words(storage.free_bytes())
            )
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
            "trainings": translate(
                "Preferences", "Models that you trained here are lost and have to be trained again."
            ),
            "dictionaries": translate(
                "Preferences", "Dictionaries that you trained here are lost and have to be trained again."
            ),
            "left": translate("Preferences", "They are not saved anywhere else."),
        }.get(part.kind, translate("Preferences", "It is downloaded or computed again when next needed."))
        if not self.ask(
            translate("Preferences", "Remove “{what}”, {size}?").format(what=item.text(0), size=item.text(1)), again
        ):
            return
        try:
            storage.remove(part)
        except DiskProblem as problem:
            self.free.setText(str(problem))
            return
        self.look()
        self.removed.emit()

    def _ask(self, question: str, then: str) -> bool:
        title, remove = translate("Preferences", "Remove from the disk"), translate("Preferences", "Remove")
        return agreed(self, title, question, then, remove, DESTROYS)


def _title(part: object) -> str:
    """What a part is, for a person."""
    words = {
        "model": translate("Preferences", "Model {name}"),
        "gguf": translate("Preferences", "Expanded GGUF file {name}"),
        "unfinished": translate("Preferences", "Unfinished download of a model"),
        "maps": translate("Preferences", "Fitted maps"),
        "compiled": translate("Preferences", "Compiled code of UMAP and PaCMAP"),
        "trainings": translate("Preferences", "Bracket models trained here"),
        "dictionaries": translate("Preferences", "Sparse dictionaries trained here"),
        "spread": translate("Preferences", "Parts of large models moved to disk"),
        "left": translate("Preferences", "Runs that were not saved"),
    }
    return words[getattr(part, "kind", "")].format(name=getattr(part, "name", ""))


def _open(folder: Path) -> None:
    """In the person's file manager; the nearest folder that is there."""
    while not folder.exists():
        folder = folder.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
