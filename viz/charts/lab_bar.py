"""Fields and buttons of views that put questions to a laboratory.

A field is one of the view's text options, shown where it can be typed into; it is told when typing ends, so that no
experiment begins with half a word. A figure has neither fields nor buttons.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.questions import Question
from viz.growing_text import GrowingText
from viz.intents import AskLab, SetOption, TryAgain
from viz.plain import Label, set_tip
from viz.ui_state import UiState
from viz.view import View, option_value


@dataclass(frozen=True)
class Field:
    """A line of text that sets an option, or a field that grows with it where the option is `long`."""

    option: str
    hint: str  # what stands in it while it is empty; English source text of the view's context
    row: int = 0
    column: int = 0
    stretch: int = 1  # its share of the width


class Fields(QWidget):
    """Labelled fields for some text options of a view."""

    def __init__(self, view: View, fields: Sequence[Field]) -> None:
        super().__init__(view)
        self.lines: dict[str, QLineEdit | GrowingText] = {}
        self._labels: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        by_name = {option.name: option for option in view.options}
        for field in fields:
            label = Label(_words(view, by_name[field.option].label))
            line = GrowingText() if by_name[field.option].long else _line()
            line.setPlaceholderText(_words(view, field.hint))
            line.setAccessibleName(label.text())
            set_tip(line, _words(view, by_name[field.option].tip))
            line.editingFinished.connect(lambda line=line, name=field.option: self._tell(view, name, line.text()))
            line.returnPressed.connect(lambda line=line, name=field.option: self._enter(view, name, line.text()))
            label.setBuddy(line)
            grid.addWidget(label, field.row, 2 * field.column)
            grid.addWidget(line, field.row, 2 * field.column + 1)
            grid.setColumnStretch(2 * field.column + 1, field.stretch)
            self.lines[field.option], self._labels[field.option] = line, label
        self._told: dict[str, str] = {}
        self.untold = False  # something was typed that no frame shows yet

    def show_values(self, view: type[View], ui: UiState) -> None:
        """Show what is chosen without telling it, and leave alone what is being typed."""
        self.untold = False
        for name, line in self.lines.items():
            value = str(option_value(view, ui, name))
            self._told[name] = value
            if not line.hasFocus() and line.text() != value:
                with QSignalBlocker(line):
                    line.setText(value)
                    line.setCursorPosition(0)

    def show_only(self, names: Sequence[str]) -> None:
        """Show these fields and hide the others."""
        for name, line in self.lines.items():
            line.setVisible(name in names)
            self._labels[name].setVisible(name in names)

    def _enter(self, view: View, name: str, text: str) -> None:
        if text == self._told.get(name):
            view.send(TryAgain())

    def _tell(self, view: View, name: str, text: str) -> None:
        if text != self._told.get(name):
            self._told[name] = text
            self.untold = True
            view.send(SetOption(view.name, name, text))


def _line() -> QLineEdit:
    line = QLineEdit()
    line.setClearButtonEnabled(True)
    for button in line.findChildren(QToolButton):
        button.setAccessibleName(QCoreApplication.translate("Fields", "Clear the line"))
    return line


def _words(view: View, text: str) -> str:
    return QCoreApplication.translate(type(view).__name__, text) if text else ""


class LabBar(QWidget):
    """Fields and buttons of a view that puts questions to a laboratory, and which question it waits for."""

    def __init__(self, view: View, fields: Sequence[Field] = ()) -> None:
        super().__init__(view)
        self._view = view
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 2)
        column.setSpacing(6)
        self.fields = Fields(view, fields)
        self.fields.setVisible(bool(fields))
        column.addWidget(self.fields)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.addStretch(1)
        column.addLayout(self.row)
        self.waiting: Question | None = None
        self._pressed: Callable[[], object] | None = None  # a button, before what was typed has come back

    def button(self, text: str, pressed: Callable[[], object]) -> QPushButton:
        """A button at the end of the row."""
        made = QPushButton(text, self)
        made.setAccessibleName(text)
        made.clicked.connect(lambda _checked=False: self._press(pressed))
        self.row.insertWidget(self.row.count() - 1, made)
        return made

    def _press(self, pressed: Callable[[], object]) -> None:
        """Do what a button means; where a field was left for the button, once the frame holds what was typed."""
        if self.fields.untold:
            self._pressed = pressed
        else:
            pressed()

    def show_fields(self, ui: UiState) -> None:
        """Show the fields' values, and do what a button was pressed for before they were known."""
        self.fields.show_values(type(self._view), ui)
        pressed, self._pressed = self._pressed, None
        if pressed is not None:
            pressed()

    def ask(self, question: Question) -> None:
        """Put a question to its laboratory, again where it was put before."""
        self.waiting = question
        self._view.send(AskLab(question, again=True))
