"""Fields and buttons of views that put questions to a laboratory.

A field is one of the view's text options, shown where it can be typed into; it is told when typing ends, so that no
experiment begins with half a word. A figure has neither fields nor buttons.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
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
from viz.wrapping_row import WrappingRow


@dataclass(frozen=True)
class Field:
    """A line of text that sets an option, or a field that grows with it where the option is `long`."""

    option: str
    hint: str  # what stands in it while it is empty; English source text of the view's context
    row: int = 0
    column: int = 0
    stretch: int = 1  # its share of the width


LETTERS = 8  # that a field beside its label has room for: where there is less, labels stand above


class Fields(QWidget):
    """Labelled fields for some text options of a view."""

    def __init__(self, view: View, fields: Sequence[Field]) -> None:
        super().__init__(view)
        self.lines: dict[str, QLineEdit | GrowingText] = {}
        self._labels: dict[str, QLabel] = {}
        self._places = tuple(fields)
        self._above = False  # whether labels stand above their fields
        grid = self._grid = QGridLayout(self)
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
            self.lines[field.option], self._labels[field.option] = line, label
        self._place()
        self._told: dict[str, str] = {}
        self.untold = False  # something was typed that no frame shows yet

    def _place(self) -> None:
        """Put labels beside their fields, or above them."""
        for field in self._places:
            label, line = self._labels[field.option], self.lines[field.option]
            row, column = (2 * field.row, field.column) if self._above else (field.row, 2 * field.column + 1)
            self._grid.removeWidget(label)
            self._grid.removeWidget(line)
            self._grid.addWidget(label, *((row, column) if self._above else (row, column - 1)))
            self._grid.addWidget(line, row + self._above, column)
        for at in range(self._grid.columnCount()):
            here = [it.stretch for it in self._places if (it.column if self._above else 2 * it.column + 1) == at]
            self._grid.setColumnStretch(at, max(here, default=0))

    def _lacks_room(self, width: int) -> bool:
        """Whether some label and field beside each other are cut in this width."""
        letter = self.fontMetrics().averageCharWidth()
        shown = [field for field in self._places if not self.lines[field.option].isHidden()]
        needed = [0] * (1 + max((field.column for field in shown), default=0))
        for field in shown:
            wide = self._labels[field.option].sizeHint().width() + LETTERS * letter
            needed[field.column] = max(needed[field.column], wide + 2 * self._grid.horizontalSpacing())
        return sum(needed) > width

    def _fit(self) -> None:
        above = self._lacks_room(self.width())
        if above != self._above:
            self._above = above
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A field that comes or goes, or larger text, needs other room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

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
        self.row = WrappingRow(8)
        column.addWidget(self.row)
        self.waiting: Question | None = None
        self._pressed: Callable[[], object] | None = None  # a button, before what was typed has come back

    def button(self, text: str, pressed: Callable[[], object]) -> QPushButton:
        """A button at the end of the row."""
        made = QPushButton(text, self)
        made.setAccessibleName(text)
        made.clicked.connect(lambda _checked=False: self._press(pressed))
        self.row.add(made)
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
