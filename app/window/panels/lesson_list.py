"""The lessons there are, in their order: title, minutes and one sentence about each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.look.tint import tint
from app.widgets.basics import MARGIN, describe, flat_button, muted
from app.window.panels.large_text import LARGE, enlarge
from viz.in_language import in_language
from viz.plain import Label, caption
from viz.plural import plural
from viz.theme import Theme

GAP: Final = 10
NARROW, EDGES = 80, 16  # logical pixels: of a title's button at least, and what stands beside its letters


class TitleButton(QPushButton):
    """A lesson's title; it ends in an ellipsis where there is no room for all of it, instead of widening the list."""

    def __init__(self, title: str) -> None:
        super().__init__(caption(title))
        self._title = title
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # narrower than its title too

    def sizeHint(self) -> QSize:
        """That of the whole title."""
        spare = super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(self.fontMetrics().horizontalAdvance(self._title) + spare, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(NARROW, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        room = self.width() - EDGES
        self.setText(caption(self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)))


class LessonList(QWidget):
    """A button for each lesson, with what it is about below it."""

    chosen = Signal(str)
    file_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scale = 1.0
        self.title = Label(self.tr("Lessons"))
        self.close_button = flat_button("close", self.tr("Close the lessons"), size=16)
        self.close_button.clicked.connect(self.closed)
        self.file_button = QPushButton(self.tr("Open a lesson file…"))
        describe(self.file_button, self.tr("Open a lesson file"), self.tr("A lesson that you or someone else wrote."))
        self.file_button.clicked.connect(self.file_wanted)
        self.buttons: dict[str, QPushButton] = {}
        self._rows: list[tuple[QLabel, float]] = []
        self._entries: tuple[Sequence[Any], str] | None = None
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN + 4, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.file_button)

    def show_entries(self, entries: Sequence[Any], given: str) -> None:
        """Show these (`viz.lessons.library.Entry`), the one that is given now marked."""
        self._entries = entries, given
        inside = QWidget()
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, MARGIN, 0)
        column.setSpacing(3)
        self.buttons, self._rows = {}, []
        for number, entry in enumerate(entries, start=1):
            self._add(column, number, entry, given)
        column.addStretch(1)
        self._area.setWidget(inside)
        self._enlarge()

    def _add(self, column: QVBoxLayout, number: int, entry: Any, given: str) -> None:
        head = entry.lesson.head
        title = TitleButton(f"{number}  {head.title or entry.lesson.name}")
        title.setObjectName("lesson")
        title.setCheckable(True)
        title.setChecked(entry.lesson.name == given)
        title.setEnabled(bool(entry.lesson.steps))
        title.clicked.connect(lambda _=False, name=entry.lesson.name: self.chosen.emit(name))
        about = Label(head.about if entry.lesson.steps else in_language(entry.problems[0].sentence))
        about.setWordWrap(True)
        minutes = muted(plural(self.tr("{n} minute(s)", "", head.minutes), head.minutes).format(n=head.minutes))
        describe(title, f"{number}. {head.title or entry.lesson.name}. {head.about} {minutes.text()}", head.title)
        for widget in (title, about, minutes):
            column.addWidget(widget)
        column.addSpacing(GAP)
        self.buttons[entry.lesson.name] = title
        self._rows += [(about, 1.15), (minutes, 1.0)]

    def take_keyboard(self) -> None:
        """Give the keyboard to the lesson that is given, or the first."""
        there = [button for button in self.buttons.values() if button.isEnabled()]
        chosen = next((button for button in there if button.isChecked()), there[0] if there else self.file_button)
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_look(self, theme: Theme, scale: float) -> None:
        """Draw it in a theme's colours, at a text size."""
        self._scale = scale
        tint(self, theme, scale)
        self._enlarge()

    def _enlarge(self) -> None:
        enlarge(self.title, self._scale, LARGE * 1.1, bold=True)
        for label, times in self._rows:
            enlarge(label, self._scale, times)
        for button in self.buttons.values():
            enlarge(button, self._scale, 1.2, bold=True)
