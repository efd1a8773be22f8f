"""A person's own label, star, lists and notes about the feature that is shown; kept when typing ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from engine.labs.features.records import Note
from viz.growing_text import GrowingText
from viz.plain import Label, set_tip

translate = QCoreApplication.translate  # by this name its texts are collected
STAR, NO_STAR = "★", "☆"


class NotesPanel(QWidget):
    """Tells `keep` what is to be kept."""

    def __init__(self, parent: QWidget, keep: Callable[[Note], object]) -> None:
        super().__init__(parent)
        self._keep, self._note = keep, Note(-1)
        self.star = QPushButton(NO_STAR)
        self.star.setCheckable(True)
        self.star.setAccessibleName(translate("FeatureNotes", "Starred"))
        set_tip(self.star, translate("FeatureNotes", "Star this feature"))
        self.star.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.label = self._line(
            translate("FeatureNotes", "Label"),
            translate("FeatureNotes", "Your own name for this feature: it takes the automatic label's place."),
        )
        self.lists = self._line(
            translate("FeatureNotes", "Lists"),
            translate(
                "FeatureNotes", "Names of your own lists that it is on, parted by commas; the list can find them."
            ),
        )
        self.text = GrowingText(most=3, enter_ends=False)
        self.text.setAccessibleName(translate("FeatureNotes", "Notes"))
        set_tip(self.text, translate("FeatureNotes", "What you noticed; it is kept with the label."))
        self.star.clicked.connect(lambda _checked=False: self._tell())
        for line in (self.label, self.lists, self.text):
            line.editingFinished.connect(self._tell)
        self._lay_out()

    @staticmethod
    def _line(name: str, tip: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setMinimumWidth(60)
        set_tip(line, tip)
        return line

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.addWidget(self.star, 0, 0)
        for column, (name, part) in enumerate(
            ((self.label.accessibleName(), self.label), (self.lists.accessibleName(), self.lists))
        ):
            said = Label(name)
            said.setBuddy(part)
            grid.addWidget(said, 0, 1 + 2 * column)
            grid.addWidget(part, 0, 2 + 2 * column)
        said = Label(self.text.accessibleName())
        said.setBuddy(self.text)
        grid.addWidget(said, 1, 1)
        grid.addWidget(self.text, 1, 2, 1, 3)
        grid.setColumnStretch(2, 3)
        grid.setColumnStretch(4, 2)

    def show_note(self, note: Note, automatic: str) -> None:
        """Show what is kept of a feature; what is being typed stays, unless it is of another feature."""
        other = note.feature != self._note.feature
        self._note = note
        self.setEnabled(note.feature >= 0)
        for part in (self.label, self.lists, self.text):
            if other or not part.hasFocus():
                said = {self.label: note.label, self.lists: ", ".join(note.lists), self.text: note.text}[part]
                if part.text() != said:
                    with QSignalBlocker(part):
                        part.setText(said)
        self.label.setPlaceholderText(automatic)
        self.star.setChecked(note.starred)
        self.star.setText(STAR if note.starred else NO_STAR)

    def _tell(self) -> None:
        lists = tuple(it.strip() for it in self.lists.text().split(",") if it.strip())
        note = Note(
            self._note.feature, self.label.text().strip(), self.text.text().strip(), self.star.isChecked(), lists
        )
        self.star.setText(STAR if note.starred else NO_STAR)
        if note.feature >= 0 and note != self._note:
            self._note = note
            self._keep(note)
