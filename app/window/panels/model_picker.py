"""The picker that chooses a model, where it computes and in which precision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.settings import DEVICES, DTYPES
from app.widgets.basics import describe, muted
from app.widgets.popup import Popup
from app.window.panels.typed_model import LOADABLE, in_words, typed_as
from engine.records import LeftOut
from viz import ask_path
from viz.plain import set_tip

ROLE_SPEC = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True)
class ModelRow:
    """One model that can be chosen. `spec` is what the engine is asked for."""

    spec: str
    what: str
    parameters: int = 0
    on_disk: bool = False
    note: str = ""


def parameters_text(n: int) -> str:
    """A number of parameters as people say it: 135M, 1.7B."""
    for size, letter in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if n >= 0.9995 * size:
            return f"{n / size:.1f}{letter}" if letter == "B" or n < 9.95 * size else f"{n / size:.0f}{letter}"
    return str(n) if n else ""


class ModelPicker(Popup):
    """`chosen(spec, device, dtype)`. The line filters, and takes any hub id; folders and GGUF files have buttons."""

    chosen = Signal(str, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[ModelRow] = ()
        self._left_out: Sequence[LeftOut] = ()
        self.ask_folder: Callable[[], str] = self._ask_folder
        self.ask_file: Callable[[], str] = self._ask_file
        self.line = QLineEdit()
        self.line.setObjectName("finder")
        self.line.setPlaceholderText(self.tr("Find a model, or type a hub id: owner/model"))
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._take_line)
        describe(self.line, self.tr("Find a model, or type a hub id"))
        self.list = QListWidget()
        describe(self.list, self.tr("Models"))
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.device = self._choice(self.tr("Device"), DEVICES)
        self.dtype = self._choice(self.tr("Precision"), DTYPES)
        self._lay_out()

    def _choice(self, accessible: str, values: tuple[str, ...]) -> QComboBox:
        box = QComboBox()
        for value in values:
            box.addItem(self.tr("automatic") if value == "auto" else value, value)
        describe(box, accessible)
        return box

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        for label, box in ((self.tr("Device"), self.device), (self.tr("Precision"), self.dtype)):
            row.addWidget(muted(label))
            row.addWidget(box, 1)
        layout.addLayout(row)
        buttons = QHBoxLayout()
        for text, method in ((self.tr("Open folder…"), self.open_folder), (self.tr("Open GGUF…"), self.open_gguf)):
            button = QPushButton(text)
            button.setAccessibleName(text)
            button.clicked.connect(method)
            buttons.addWidget(button, 1)
        layout.addLayout(buttons)

    def set_rows(self, rows: Sequence[ModelRow], left_out: Sequence[LeftOut] = ()) -> None:
        """The models that can be chosen, and the folders of the cache that cannot since their notes are damaged."""
        self._rows, self._left_out = tuple(rows), tuple(left_out)
        self._filter(self.line.text())

    def set_choice(self, device: str, dtype: str) -> None:
        """Show where and in which precision the next model is loaded."""
        for box, value in ((self.device, device), (self.dtype, dtype)):
            if box.findData(value) < 0:
                box.addItem(value, value)
            box.setCurrentIndex(box.findData(value))

    def open_at(self, anchor: QWidget) -> None:
        """Show under the model's card."""
        self.line.clear()
        self.open_under(anchor, 460, 480)
        self.line.setFocus()

    def _filter(self, typed: str) -> None:
        self.list.clear()
        wanted = typed.strip().casefold()
        for row in self._rows:
            if wanted in f"{row.spec} {row.what}".casefold():
                self.list.addItem(self._item(row))
        found = typed_as(typed.strip())
        if found != "name" and all(row.spec.casefold() != wanted for row in self._rows):
            item = self._item(ModelRow(typed.strip(), in_words(found)))
            if found not in LOADABLE:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            self.list.addItem(item)
        for folder in self._left_out:
            if wanted in folder.folder.casefold():
                self.list.addItem(self._item_left_out(folder))
        self.list.setCurrentRow(0)

    def _item(self, row: ModelRow) -> QListWidgetItem:
        size = parameters_text(row.parameters)
        facts = " · ".join(part for part in (size, self.tr("on this computer") if row.on_disk else "") if part)
        item = QListWidgetItem(f"{row.spec}    {facts}\n{row.what}")
        item.setData(ROLE_SPEC, row.spec)
        set_tip(item, row.note or row.what)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.spec}, {row.what}, {facts}")
        return item

    def _item_left_out(self, folder: LeftOut) -> QListWidgetItem:
        name, why = Path(folder.folder).name, self.tr("left out, because its note is damaged or missing")
        item = QListWidgetItem(f"{name}    {folder.size}\n{why}")
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        tip = self.tr(
            "{folder} holds a model, but its note orrery.json is damaged or missing, so it is left out. Fetch the "
            "model again, or remove the folder."
        )
        set_tip(item, tip.format(folder=folder.folder))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {folder.size}, {why}")
        return item

    def _take(self, item: QListWidgetItem) -> None:
        self.choose(item.data(ROLE_SPEC))

    def _take_line(self) -> None:
        item = self.list.currentItem() if self.list.count() else None
        if item is not None and item.data(ROLE_SPEC):
            if item.flags() & Qt.ItemFlag.ItemIsEnabled:
                self._take(item)
        elif self.line.text().strip():
            self.choose(self.line.text().strip())

    def choose(self, spec: str) -> None:
        """Ask for a model with the device and precision shown."""
        self.hide()
        if spec:
            self.chosen.emit(spec, self.device.currentData(), self.dtype.currentData())

    def open_folder(self) -> None:
        """Ask for a folder in Hugging Face format and load it."""
        self.choose(self.ask_folder())

    def open_gguf(self) -> None:
        """Ask for a GGUF file and load it."""
        self.choose(self.ask_file())

    def _ask_folder(self) -> str:
        return ask_path.open_folder(self.parentWidget(), self.tr("Open a model folder"))

    def _ask_file(self) -> str:
        return ask_path.open_file(self.parentWidget(), self.tr("Open a GGUF file"), self.tr("GGUF models (*.gguf)"))
