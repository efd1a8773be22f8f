"""A short line of text with its label, in a row of controls, as wide as so many letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from viz.plain import Label, set_tip


class TypedLine(QWidget):
    """See the module; tells when typing ends."""

    told = Signal(str)

    def __init__(self, label: str, tip: str, letters: int) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        name = Label(label)
        self.line = QLineEdit()
        self.line.setAccessibleName(label)
        set_tip(self.line, tip)
        name.setBuddy(self.line)
        self._letters = letters
        row.addWidget(name)
        row.addWidget(self.line)
        self.line.editingFinished.connect(self._tell)
        self._known = ""
        self._fit()

    def show_text(self, text: str) -> None:
        """Show what is chosen, and leave alone what is being typed."""
        if not (self.line.hasFocus() and self.line.isModified()) and self.line.text() != text:
            self.line.setText(text)
        self._known = text

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.line.setFixedWidth(self.fontMetrics().averageCharWidth() * (self._letters + 4))

    def _tell(self) -> None:
        self.line.setModified(False)
        if self.line.text() != self._known:
            self.told.emit(self.line.text())
