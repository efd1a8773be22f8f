"""The state on screen as a step of a lesson: seen as text, copied, or added to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.widgets.basics import describe, muted
from viz import ask_path
from viz.text_box import TextBox

WIDTH, HEIGHT = 44, 32  # in heights of a line
ENDING = ".md"


class KeepStep(QDialog):
    """`file_chosen(Path, text)`: the step is to be added to this file. The text can be edited before."""

    file_chosen = Signal(object, str)

    def __init__(self, text: str, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(self.tr("Keep this state as a step"))
        hint = muted(
            self.tr("Give it a heading and a few sentences, here or in the file. The page about writing lessons is in "
                    "resources/lessons/README.md.")
        )  # fmt: skip
        hint.setWordWrap(True)
        self.text = TextBox(text)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        describe(self.text, self.tr("The step"))
        self.copy_button = QPushButton(self.tr("Copy"))
        describe(self.copy_button, self.tr("Copy the step"))
        self.add_button = QPushButton(self.tr("Add to a lesson file…"))
        self.add_button.setObjectName("primary")
        describe(self.add_button, self.tr("Add the step to a lesson file"))
        self.new_button = QPushButton(self.tr("New lesson file…"))
        describe(self.new_button, self.tr("Begin a lesson file with the step"))
        self.new_button.clicked.connect(self._begin)
        self.copy_button.clicked.connect(self._copy)
        self.add_button.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.copy_button)
        row.addWidget(self.new_button)
        row.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(hint)
        layout.addWidget(self.text, 1)
        layout.addLayout(row)
        line = self.fontMetrics().height()
        self.resize(QSize(WIDTH * line, HEIGHT * line).boundedTo(self.screen().availableSize() * 0.9))
        self.text.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _choose(self) -> None:
        self._tell(ask_path.open_file(self, self.tr("Add the step to"), self.tr("Lessons (*.md)")))

    def _begin(self) -> None:
        kinds = self.tr("Lessons (*.md)")
        chosen, _ = ask_path.save_file(self, self.tr("Begin a lesson with the step"), f"lesson{ENDING}", kinds)
        if chosen:
            Path(chosen).unlink(missing_ok=True)  # that it may be replaced was asked
        self._tell(chosen)

    def _tell(self, chosen: str) -> None:
        if chosen:
            path = Path(chosen)
            self.file_chosen.emit(path if path.suffix else path.with_suffix(ENDING), self.text.toPlainText())
            self.close()
