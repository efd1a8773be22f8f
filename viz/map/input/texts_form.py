"""Whose states stand behind a run, and how they are prepared: the menu of a button that is there in spaces of states.

Nothing is read before “Show” is pressed: a text of one's own may be large, so what it will take stands there first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QPushButton, QWidget

from engine.records import SHORT, WHOLE, Space
from viz import ask_path
from viz.map.paint import words
from viz.plain import Label, set_tip

translate = QCoreApplication.translate  # by this name its texts are collected

WIDE = 330  # logical pixels that the estimate is wrapped at
OWN = "own"


class TextsForm(QWidget):
    """The choices; `choose` is called with the space they make of the one shown, `again` once a dialog that closed the
    menu has been answered."""

    def __init__(
        self, choose: Callable[[Space], None], again: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._again = again
        self._space = Space("resid", 1)
        self._shape, self._pace = (0, 0), 0.0  # states of a token, width; seconds a token
        self._own = ""
        self.text, self.file, self.folder = QComboBox(), QPushButton(), QPushButton()
        self.standardised, self.left_out = QCheckBox(), QCheckBox()
        self.estimate, self.show_button = Label(), QPushButton(translate("Map", "Show these states"))
        self._name()
        self._lay_out()
        self.text.addItem(translate("Map", "Sample text, short (about 5,000 tokens)"), SHORT)
        self.text.addItem(translate("Map", "Sample text (about 20,000 tokens)"), WHOLE)
        self.text.currentIndexChanged.connect(self._say)
        self.file.clicked.connect(lambda: self._open(ask_path.open_file(self, self.file.accessibleName())))
        self.folder.clicked.connect(lambda: self._open(ask_path.open_folder(self, self.folder.accessibleName())))
        self.show_button.clicked.connect(lambda: self._choose(self.space()))

    def _name(self) -> None:
        for widget, name, tip in (
            (
                self.text,
                translate("Map", "Text of the states"),
                translate("Map", "The states of every token of this text are the points behind the run."),
            ),
            (
                self.file,
                translate("Map", "Choose a text file"),
                translate("Map", "A text file of your own, in any encoding"),
            ),
            (
                self.folder,
                translate("Map", "Choose a folder of texts"),
                translate("Map", "All text files of a folder and of those in it"),
            ),
            (
                self.standardised,
                translate("Map", "Standardise each dimension"),
                translate(
                    "Map",
                    "Without this a few dimensions with huge values decide every distance, and all states look alike.",
                ),
            ),
            (
                self.left_out,
                translate("Map", "Leave out first tokens and outliers"),
                translate(
                    "Map",
                    "The state of a text's first token is far longer than all others; one such state can take most of "
                    "the variance. States left out are marked, and placed afterwards.",
                ),
            ),
        ):
            widget.setAccessibleName(name)
            set_tip(widget, tip)
        self.file.setText(translate("Map", "File…"))
        self.folder.setText(translate("Map", "Folder…"))
        self.standardised.setText(self.standardised.accessibleName())
        self.left_out.setText(self.left_out.accessibleName())
        self.show_button.setObjectName("primary")
        self.show_button.setAccessibleName(self.show_button.text())
        self.estimate.setWordWrap(True)
        self.estimate.setMinimumWidth(WIDE)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.addRow(translate("Map", "Text"), self.text)
        own = QHBoxLayout()
        for button in (self.file, self.folder):
            own.addWidget(button)
        form.addRow(translate("Map", "Your own"), own)
        form.addRow(self.standardised)
        form.addRow(self.left_out)
        form.addRow(self.estimate)
        form.addRow(self.show_button)

    def show_space(self, space: Space, states: int, width: int, pace: float) -> None:
        """Take over what is shown, in a model of so many states a token and that width, read in `pace` s a token."""
        shape = (states, width)
        if (space, shape) == (self._space, self._shape):
            if pace != self._pace:
                self._pace = pace
                self._say()
            return
        self._space, self._shape, self._pace = space, shape, pace
        if space.texts not in (SHORT, WHOLE):
            self._offer(space.texts)
        self.text.setCurrentIndex(self.text.findData(space.texts))
        self.standardised.setChecked(space.standardised)
        self.left_out.setChecked(not space.outliers)
        self._say()

    def space(self) -> Space:
        """What is chosen, at the layer shown."""
        return replace(
            self._space,
            texts=str(self.text.currentData()),
            standardised=self.standardised.isChecked(),
            outliers=not self.left_out.isChecked(),
        )

    def _open(self, path: str) -> None:
        if path:
            self._offer(path)
            self.text.setCurrentIndex(self.text.findData(path))
            self._again()

    def _offer(self, path: str) -> None:
        """Have a text of one's own among the choices, one at a time."""
        if self._own and self._own != path:
            self.text.removeItem(self.text.findData(self._own))
        self._own = path
        if self.text.findData(path) < 0:
            self.text.addItem(PurePath(path).name or path, path)

    def _say(self) -> None:
        # the longest first: a menu does not grow while it is open
        self.estimate.setText(words.cost_of(OWN, *self._shape, self._pace))
        self.estimate.setMinimumHeight(self.estimate.heightForWidth(WIDE))
        self.estimate.setText(words.cost_of(str(self.text.currentData()), *self._shape, self._pace))
