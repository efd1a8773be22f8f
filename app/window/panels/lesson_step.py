"""One step of a lesson, as it stands in the dock: text, what to do and to see, a question, and where to go on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.look.tint import tint
from app.widgets.basics import MARGIN, bind, describe, flat_button, heading
from app.window.panels.large_text import Passage, enlarge, large
from viz.lab import QT_TRANSLATE_NOOP
from viz.lessons.lesson import Block, Kind
from viz.plain import Label, caption
from viz.theme import Theme
from viz.theme import theme as theme_of
from viz.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from viz.lessons.shown import Shown

TITLES: Final[dict[Kind, str]] = {
    "do": QT_TRANSLATE_NOOP("LessonStep", "Do"),
    "see": QT_TRANSLATE_NOOP("LessonStep", "See"),
    "question": QT_TRANSLATE_NOOP("LessonStep", "Question"),
    "answer": QT_TRANSLATE_NOOP("LessonStep", "Answer"),
}


class Card(QFrame):
    """Paragraphs of one kind, set apart, with the kind's name above them."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.setObjectName("lessonCard")
        self.setProperty("kind", kind)
        self.title = heading(QCoreApplication.translate("LessonStep", TITLES[kind]))
        self.passage = Passage()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 9, 12, 11)
        self.column.setSpacing(4)
        self.column.addWidget(self.title)
        self.column.addWidget(self.passage)

    def show_blocks(self, blocks: tuple[Block, ...], theme: Theme) -> None:
        """Show these; nothing at all where there are none."""
        self.passage.show_blocks(blocks, theme)
        self.setVisible(bool(blocks))


class LessonStep(QWidget):
    """`jumped(number)`: a person chose a step, counted from 1."""

    jumped = Signal(int)
    list_wanted = Signal()
    closed = Signal()

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._scale = theme_of("dark"), 1.0
        self._shown: Shown | None = None
        self._opened = ("", 0)  # the lesson and number of the step
        self._revealed = False
        self._make_top()
        self._make_text(actions)
        self._make_buttons(actions)
        self._lay_out()

    # -- building ------------------------------------------------------------------------------------------------

    def _make_top(self) -> None:
        self.list_button = QPushButton()
        self.list_button.setObjectName("lesson")
        self.list_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        describe(self.list_button, self.tr("All lessons"), self.tr("Show the list of lessons"))
        self.list_button.clicked.connect(self.list_wanted)
        self.close_button = flat_button("close", self.tr("Close the lesson"), size=16)
        self.close_button.clicked.connect(self.closed)
        self.steps = QComboBox()
        self.steps.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.steps.setMinimumContentsLength(8)
        describe(self.steps, self.tr("Step"), self.tr("Go to any step of the lesson"))
        self.steps.activated.connect(lambda index: self.jumped.emit(index + 1))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)

    def _make_text(self, actions: Mapping[str, QAction]) -> None:
        self.heading = Label()
        self.heading.setWordWrap(True)
        self.cards = {kind: Card(kind) for kind in TITLES}
        self.passages = [Passage()]
        self.reveal = self._button(actions["lesson_reveal"], self.tr("Reveal the answer"))
        self.reveal.clicked.connect(lambda: self.next.setFocus(Qt.FocusReason.OtherFocusReason))
        self.cards["question"].column.addWidget(self.reveal)
        inside = QWidget()
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, MARGIN, 0)
        column.setSpacing(14)
        for widget in (self.heading, self.passages[0], *self.cards.values()):
            column.addWidget(widget)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("Text of the step"))
        self.area.setWidget(inside)

    def _make_buttons(self, actions: Mapping[str, QAction]) -> None:
        self.back = self._button(actions["lesson_back"], self.tr("Back"))
        self.next = self._button(actions["lesson_next"], self.tr("Next"))
        self.next.setObjectName("primary")
        self.play = self._button(actions["lesson_play"], self.tr("Play this step"))
        self.again = self._button(actions["lesson_again"], self.tr("Show this step again"))

    @staticmethod
    def _button(action: QAction, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        bind(button, action)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.list_button, 1)
        top.addWidget(self.close_button)
        moves = QHBoxLayout()
        moves.setSpacing(8)
        moves.addWidget(self.back, 1)
        moves.addWidget(self.next, 2)
        others = WrappingRow(8, self)  # with a parent from the first: it shows itself
        others.add(self.play)
        others.add(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN + 4, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(9)
        layout.addLayout(top)
        layout.addWidget(self.steps)
        layout.addWidget(self.progress)
        layout.addWidget(self.area, 1)
        layout.addWidget(others)
        layout.addLayout(moves)

    # -- showing -------------------------------------------------------------------------------------------------

    def show_step(self, shown: Shown) -> None:
        """Show a step; its answer is hidden until it is revealed."""
        if (shown.lesson.name, shown.number) != self._opened:
            self._opened = shown.lesson.name, shown.number
            self.area.verticalScrollBar().setValue(0)
        self._shown = shown
        self._show_top(shown)
        self._show_text(shown)
        self.back.setEnabled(shown.number > 1)
        self.next.setEnabled(shown.number < shown.count)
        self.play.setVisible(bool(shown.step.play))

    def _show_top(self, shown: Shown) -> None:
        self.list_button.setText(caption(f"‹ {shown.title}"))
        headings = [
            self.tr("{n} of {count}: {heading}").format(n=at, count=shown.count, heading=step.heading)
            for at, step in enumerate(shown.lesson.steps, start=1)
        ]
        if headings != [self.steps.itemText(at) for at in range(self.steps.count())]:
            self.steps.clear()
            self.steps.addItems(headings)
        self.steps.setCurrentIndex(shown.number - 1)
        self.progress.setRange(0, shown.count)
        self.progress.setValue(shown.number)
        self.progress.setAccessibleName(self.tr("Step {n} of {count}").format(n=shown.number, count=shown.count))

    def _show_text(self, shown: Shown) -> None:
        self.heading.setText(shown.heading)
        self.passages[0].show_blocks(shown.body, self._theme)
        self.passages[0].setVisible(bool(shown.body))
        for kind, card in self.cards.items():
            card.show_blocks(shown.of(kind), self._theme)
        self.reveal.setVisible(shown.has_answer and not shown.revealed)
        self.cards["answer"].setVisible(shown.has_answer and shown.revealed)
        if shown.revealed and not self._revealed:
            QTimer.singleShot(0, self._show_answer)
        self._revealed = shown.revealed

    def _show_answer(self) -> None:
        """Scroll to the answer, once it has its place: it was revealed by a key perhaps, from another window."""
        if self.cards["answer"].isVisible():
            self.area.ensureWidgetVisible(self.cards["answer"])

    def show_playing(self, playing: bool) -> None:
        """While the step's gestures are made, its button ends them."""
        self.play.setText(self.tr("Stop playing") if playing else self.tr("Play this step"))

    # -- look ----------------------------------------------------------------------------------------------------

    def show_look(self, theme: Theme, scale: float) -> None:
        """Draw it in a theme's colours, at a text size."""
        self._theme, self._scale = theme, scale
        tint(self, theme, scale)
        enlarge(self.heading, scale, large(scale) * 1.25, bold=True)
        for passage in (*self.passages, *(card.passage for card in self.cards.values())):
            enlarge(passage, scale, large(scale))
        labels: tuple[QLabel, ...] = tuple(card.title for card in self.cards.values())
        for label in labels:
            enlarge(label, scale, 1.0, bold=True)
        for button in (self.back, self.next, self.play, self.again, self.reveal, self.list_button, self.steps):
            enlarge(button, scale, min(1.15, large(scale)))
        if self._shown is not None:
            self._show_text(self._shown)
