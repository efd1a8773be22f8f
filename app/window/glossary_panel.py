"""The words on screen, each in one sentence, found by typing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.widgets.basics import describe, muted
from app.window.glossary import matching, terms
from app.window.glossary_terms import Term
from viz.plain import Label

WIDTH, HEIGHT = 40, 44  # in heights of a line
MARGIN = 20  # logical pixels


class Glossary(QDialog):
    """Stays open beside the window; `line` filters."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(self.tr("Glossary"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Find a word"))
        self.line.setClearButtonEnabled(True)
        describe(self.line, self.tr("Find a word"))
        self.line.textChanged.connect(self._filter)
        self.area = QScrollArea()
        self.rows = {term.name: self._row(term) for term in terms()}
        self.nothing = muted(self.tr("No word or explanation has this in it. Try fewer letters."))
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self._lay_out()

    @staticmethod
    def _row(term: Term) -> QWidget:
        box = QFrame()
        box.setObjectName("term")
        box.setAccessibleName(term.name)
        column = QVBoxLayout(box)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(1)
        name, said, example = Label(term.name), Label(term.sentence), muted(term.example)
        name.setObjectName("dockTitle")
        for label in (name, said, example):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        return box

    def _lay_out(self) -> None:
        inside, area = QWidget(), self.area
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        column.setSpacing(2)
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self.nothing)
        column.addStretch(1)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Words and what they mean"))
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        above.addWidget(self.line)
        outer.addLayout(above)
        outer.addWidget(area, 1)
        line = self.fontMetrics().height()
        self.resize(QSize(WIDTH * line, HEIGHT * line).boundedTo(self.screen().availableSize() * 0.9))

    def shown(self) -> list[str]:
        """The words that are listed now."""
        return [term for term, row in self.rows.items() if not row.isHidden()]

    def _filter(self, typed: str) -> None:
        found = {term.name for term in matching(typed)}
        for term, row in self.rows.items():
            row.setVisible(term in found)
        self.nothing.setVisible(not found)

    def show_term(self, name: str) -> None:
        """Bring one term into sight, marked among the others."""
        self.line.clear()
        for term, row in self.rows.items():
            row.setProperty("found", term == name)
            row.style().unpolish(row)
            row.style().polish(row)
        wanted, held = self.rows.get(name), self.area.widget()
        if wanted is not None and held is not None:
            held.adjustSize()  # where it is known only once the rows have their heights
            QTimer.singleShot(0, wanted, lambda: self.area.ensureWidgetVisible(wanted, 0, self.area.height() // 3))


def show_glossary(window: QWidget, term: str = "") -> Glossary:
    """Open the glossary beside a window, at one of its terms."""
    made = window.findChild(Glossary) or Glossary(window)
    made.show()
    made.raise_()
    made.activateWindow()
    made.line.setFocus()
    made.show_term(term)
    return made
