"""Asks for a figure: which view, how large, in which theme, into which file. Stays open beside the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.widgets.basics import describe, spin
from viz import theme as themes
from viz.lab import QT_TRANSLATE_NOOP
from viz.plain import Label
from viz.view import View

PRESETS: tuple[tuple[str, int, int], ...] = (
    (QT_TRANSLATE_NOOP("Export", "Full HD, 1920 × 1080"), 1920, 1080),
    (QT_TRANSLATE_NOOP("Export", "4K, 3840 × 2160"), 3840, 2160),
    (QT_TRANSLATE_NOOP("Export", "One column, 85 mm at 300 dpi"), 1004, 753),
    (QT_TRANSLATE_NOOP("Export", "Two columns, 178 mm at 300 dpi"), 2102, 1182),
    (QT_TRANSLATE_NOOP("Export", "Square, 2048 × 2048"), 2048, 2048),
)
SUFFIXES = (".png", ".svg", ".pdf")
LARGEST = 16_384


def _is_file(path: Path) -> bool:
    """False also for what no file system takes as a name."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


class ExportPanel(QDialog):
    """`asked(view, path, (width, height), theme, transparent)`. The file's ending chooses the kind of picture."""

    asked = Signal(str, str, object, str, bool)

    def __init__(self, views: Mapping[str, type[View]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setWindowTitle(self.tr("Export a figure"))
        self.ask_path: Callable[[str], str] = self._ask_path
        self.view = QComboBox()
        for identifier, view in views.items():
            self.view.addItem(view.translated_title(), identifier)
        self.preset = QComboBox()
        for text, width, height in PRESETS:
            self.preset.addItem(QCoreApplication.translate("Export", text), (width, height))
        self.preset.addItem(self.tr("Own size"), None)
        self.width_box = spin(16, LARGEST, self.tr("Width in pixels"))
        self.height_box = spin(16, LARGEST, self.tr("Height in pixels"))
        self.theme = QComboBox()
        for theme in themes.names():
            self.theme.addItem(QCoreApplication.translate("Themes", themes.theme(theme).title), theme)
        self.transparent = QCheckBox(self.tr("Transparent background"))
        self.path = QLineEdit()
        self.browse = QPushButton(self.tr("Browse…"))
        self.button = QPushButton(self.tr("Export"))
        self.button.setObjectName("primary")
        self.button.setDefault(True)
        self.hint = Label()
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self._name_all()
        self._lay_out()
        self._connect()
        self._take_preset(0)
        self._check()

    def _name_all(self) -> None:
        describe(self.view, self.tr("View"))
        describe(self.preset, self.tr("Size"))
        describe(self.theme, self.tr("Theme"))
        describe(self.transparent, self.tr("Transparent background"))
        describe(self.path, self.tr("File"), self.tr("The ending of the name sets the format: .png, .svg or .pdf"))
        describe(self.browse, self.tr("Choose the folder and file name"))
        describe(self.button, self.tr("Export"))

    def _lay_out(self) -> None:
        size = QHBoxLayout()
        size.addWidget(self.width_box, 1)
        size.addWidget(Label("×"))
        size.addWidget(self.height_box, 1)
        file = QHBoxLayout()
        file.addWidget(self.path, 1)
        file.addWidget(self.browse)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(9)
        form.addRow(self.tr("View"), self.view)
        form.addRow(self.tr("Size"), self.preset)
        form.addRow(self.tr("Pixels"), size)
        form.addRow(self.tr("Theme"), self.theme)
        form.addRow("", self.transparent)
        form.addRow(self.tr("File"), file)
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addLayout(row)
        self.setMinimumWidth(480)

    def _connect(self) -> None:
        self.preset.activated.connect(self._take_preset)
        for box in (self.width_box, self.height_box):
            box.valueChanged.connect(self._match_preset)
        self.path.textChanged.connect(self._check)
        self.browse.clicked.connect(self._browse)
        self.button.clicked.connect(self._ask)

    def open_for(self, view: str, theme: str, suggested: str) -> None:
        """Show the panel for a view, in the theme at hand."""
        for box, value in ((self.view, view), (self.theme, theme)):
            box.setCurrentIndex(max(0, box.findData(value)))
        if not self.path.text():
            self.path.setText(suggested)
        self._check()
        self.show()
        self.raise_()
        self.activateWindow()

    def size_asked(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.width_box.value(), self.height_box.value()

    def _take_preset(self, index: int) -> None:
        size = self.preset.itemData(index)
        if size is not None:
            for box, value in zip((self.width_box, self.height_box), size, strict=True):
                box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(False)

    def _match_preset(self) -> None:
        index = self.preset.findData(self.size_asked())
        self.preset.setCurrentIndex(index if index >= 0 else self.preset.count() - 1)

    def _check(self) -> None:
        path = Path(self.path.text())
        fits = path.suffix.lower() in SUFFIXES
        self.button.setEnabled(fits)
        if not fits:
            self.hint.setText(self.tr("The file name must end in .png, .svg or .pdf."))
        elif _is_file(path):
            self.hint.setText(self.tr("This file exists already and will be replaced."))
        else:
            self.hint.setText("")
        self.hint.setVisible(True)

    def _browse(self) -> None:
        chosen = self.ask_path(self.path.text())
        if chosen:
            self.path.setText(chosen)

    def _ask_path(self, suggested: str) -> str:
        kinds = self.tr("Pictures (*.png *.svg *.pdf)")
        return QFileDialog.getSaveFileName(self, self.tr("Export a figure"), suggested, kinds)[0]

    def _ask(self) -> None:
        self.asked.emit(
            self.view.currentData(),
            self.path.text(),
            self.size_asked(),
            self.theme.currentData(),
            self.transparent.isChecked(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
