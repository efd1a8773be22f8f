"""What a person is asked the first time: three ways to begin, beside an example that moves already. It is no wizard.

It stands below the header until one is chosen or it is closed, and does not come back by itself. Where a window is too
narrow for what is said beside the buttons, that is in their tips.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.widgets.basics import describe, flat_button, muted
from viz.lab import QT_TRANSLATE_NOOP
from viz.plain import Label
from viz.wrapping_row import WrappingRow

WAYS: Final = (  # name, what its button says, and for whom it is
    (
        "explore",
        QT_TRANSLATE_NOOP("Welcome", "Explore"),
        QT_TRANSLATE_NOOP("Welcome", "Write a text, follow it on the map, and look into every layer."),
    ),
    (
        "teach",
        QT_TRANSLATE_NOOP("Welcome", "Teach"),
        QT_TRANSLATE_NOOP("Welcome", "Lessons of ten minutes for a class and a projector, or for yourself."),
    ),
    (
        "figure",
        QT_TRANSLATE_NOOP("Welcome", "Make a figure"),
        QT_TRANSLATE_NOOP("Welcome", "Compose views on a page for a talk or a paper."),
    ),
)


ROOM = 24  # logical pixels between one and the next


class Welcome(QFrame):
    """`chosen(name)` of one of `WAYS`, or of "" where it is closed; it hides itself."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        title = Label(self.tr("What would you like to do first?"))
        title.setObjectName("dockTitle")
        ways = self._ways = WrappingRow(12)
        self._title = title
        self.buttons: dict[str, QPushButton] = {}
        self._about: list[QWidget] = []
        for name, text, about in WAYS:
            ways.add(self._way(name, QCoreApplication.translate("Welcome", text), _said(about)))
        close = flat_button("close", self.tr("Close"), self.tr("Not now; Help has all three"))
        close.clicked.connect(lambda: self._choose(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(18)
        row.addWidget(title)
        row.addWidget(ways, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _way(self, name: str, text: str, about: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(3)
        button = self.buttons[name] = QPushButton(text)
        describe(button, text, about)
        button.clicked.connect(lambda: self._choose(name))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        said = muted(about)
        self._about.append(said)
        column.addWidget(said)
        return box

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say beside the buttons what is there room for in one line."""
        super().resizeEvent(event)
        wide = sum(label.sizeHint().width() + ROOM for label in self._about) + self._title.sizeHint().width()
        for label in self._about:
            label.setVisible(wide + ROOM * 4 <= self.width())

    def _choose(self, name: str) -> None:
        self.hide()
        self.chosen.emit(name)


def _said(text: str) -> str:
    return QCoreApplication.translate("Welcome", text)
