"""Which model is loaded and how far its loading is, and the picker that chooses another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.state import Phase, RunState
from app.widgets.basics import column, muted, name
from app.widgets.popup import Popup
from engine.records import ModelInfo

ROLE_SPEC = int(Qt.ItemDataRole.UserRole)
DEVICES = ("auto", "cpu", "cuda", "mps")
DTYPES = ("auto", "float32", "bfloat16", "float16")


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
    if n >= 1e9:
        return f"{n / 1e9:.1f}B"
    return f"{n / 1e6:.0f}M" if n else ""


class ModelCard(QWidget):
    """The model at hand, or the one that is being loaded; a click opens the picker."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton()
        self.button.setObjectName("card")
        self.button.clicked.connect(self.clicked)
        inside = QHBoxLayout(self.button)
        inside.setContentsMargins(12, 7, 10, 9)
        words = QVBoxLayout()
        words.setSpacing(1)
        self.title = QLabel(self.tr("No model"))
        self.title.setObjectName("dockTitle")
        self.detail = muted()
        for label in (self.title, self.detail):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setMinimumWidth(40)
            words.addWidget(label)
        inside.addLayout(words, 1)
        arrow = QLabel("▾")
        arrow.setObjectName("muted")
        arrow.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addWidget(arrow)
        layout = column(self, 6)
        layout.addWidget(self.button)
        name(self.button, self.tr("Model"), self.tr("Choose another model, device or precision"))
        self.show_model(None)

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for both lines at every text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep room for both lines from the start."""
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        lines = self.title.fontMetrics().height() + self.detail.fontMetrics().height()
        self.button.setMinimumHeight(lines + 22)

    def show_model(self, info: ModelInfo | None) -> None:
        """Say which model is loaded."""
        if info is None:
            self.title.setText(self.tr("No model"))
            self.detail.setText(self.tr("Choose one to begin"))
        else:
            parts = (parameters_text(info.n_parameters), self.tr("{n} blocks").format(n=info.n_layers), info.device)
            self.title.setText(info.name)
            self.detail.setText(" · ".join(part for part in parts if part))
            self.button.setToolTip(info.source)
        self.button.setAccessibleName(self.tr("Model: {name}").format(name=self.title.text()))

    def show_state(self, state: RunState, info: ModelInfo | None, wanted: str) -> None:
        """Say that a model is being loaded, or that the engine ended."""
        self.show_model(info if state.has_model else None)
        if state.phase in (Phase.LOADING, Phase.STARTING):
            self.title.setText(wanted.rsplit("/", 1)[-1] or self.tr("Starting"))
            self.detail.setText(self.tr("loading…"))
        elif state.phase is Phase.DEAD:
            self.detail.setText(self.tr("the engine has ended"))


class Progress(QWidget):
    """What is being done, how far it is, and a button that stops it. Invisible while nothing is."""

    cancel = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = muted()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.button = QPushButton(self.tr("Cancel"))
        self.button.setObjectName("link")
        self.button.clicked.connect(self.cancel)
        name(self.button, self.tr("Cancel"), self.tr("Stop what is being done"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.text, self.bar, self.button):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_progress(self, doing: str, done: int, total: int, unit: str, cancellable: bool) -> None:
        """Show how far it is; an empty `doing` hides it, total 0 means unknown."""
        self.setVisible(bool(doing))
        self.bar.setRange(0, 1000 if total > 0 else 0)
        if total > 0:
            self.bar.setValue(round(1000 * min(done, total) / total))
        self.text.setText(f"{doing}{_amount(done, total, unit)}")
        self.bar.setAccessibleName(self.text.text())
        self.button.setVisible(cancellable)


def _amount(done: int, total: int, unit: str) -> str:
    if unit == "bytes" and total >= 1e6:
        return f" · {done / 1e6:,.0f} / {total / 1e6:,.0f} MB"
    if total > 0:
        return f" · {100 * min(done, total) / total:.0f} %"
    return ""


class ModelPicker(Popup):
    """`chosen(spec, device, dtype)`. The line filters, and takes any hub id; folders and GGUF files have buttons."""

    chosen = Signal(str, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[ModelRow] = ()
        self.ask_folder: Callable[[], str] = self._ask_folder
        self.ask_file: Callable[[], str] = self._ask_file
        self.line = QLineEdit()
        self.line.setObjectName("finder")
        self.line.setPlaceholderText(self.tr("Find a model, or type a hub id: name/model"))
        self.line.textChanged.connect(self._filter)
        self.line.returnPressed.connect(self._take_line)
        name(self.line, self.tr("Find a model, or type a hub id"))
        self.list = QListWidget()
        name(self.list, self.tr("Models"))
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.device = self._choice(self.tr("Device"), DEVICES)
        self.dtype = self._choice(self.tr("Precision"), DTYPES)
        self._lay_out()

    def _choice(self, accessible: str, values: tuple[str, ...]) -> QComboBox:
        box = QComboBox()
        for value in values:
            box.addItem(self.tr("automatic") if value == "auto" else value, value)
        name(box, accessible)
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

    def set_rows(self, rows: Sequence[ModelRow]) -> None:
        """The models of the catalogue."""
        self._rows = tuple(rows)
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
        if "/" in wanted:
            self.list.addItem(self._item(ModelRow(typed.strip(), self.tr("load this from the hub"))))
        self.list.setCurrentRow(0)

    def _item(self, row: ModelRow) -> QListWidgetItem:
        size = parameters_text(row.parameters)
        facts = " · ".join(part for part in (size, self.tr("on this computer") if row.on_disk else "") if part)
        item = QListWidgetItem(f"{row.spec}    {facts}\n{row.what}")
        item.setData(ROLE_SPEC, row.spec)
        item.setToolTip(row.note or row.what)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.spec}, {row.what}, {facts}")
        return item

    def _take(self, item: QListWidgetItem) -> None:
        self.choose(item.data(ROLE_SPEC))

    def _take_line(self) -> None:
        if self.list.count():
            self._take(self.list.currentItem())
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
        return QFileDialog.getExistingDirectory(self.parentWidget(), self.tr("Open a model folder"))

    def _ask_file(self) -> str:
        return QFileDialog.getOpenFileName(
            self.parentWidget(), self.tr("Open a GGUF file"), "", self.tr("GGUF models (*.gguf)")
        )[0]
