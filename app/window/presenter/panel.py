"""What the presenter sees above the first window's views: notes, what comes next, the clock, and a small picture of
what the class sees, with buttons for all that can be done there. It stays whatever workspace a step of a lesson shows.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.widgets.basics import describe, muted
from app.window.presenter.clock import Clock
from app.window.presenter.glass import BLANK, DOT, FREEZE, HIGHLIGHTER, MAGNIFIER, NOTES
from app.window.presenter.mirror import Mirror
from viz.plain import Label
from viz.text_box import TextBox
from viz.wrapping_row import WrappingRow

NEXT, BACK, CLEAR, FULL, CHOOSE, END, ANSWER = "next", "back", "clear", "full", "choose", "end", "answer"
HIGH = 9.6  # em of notes and picture
LARGEST_SHARE = 0.2  # of the window's height that they take


class PresenterPanel(QFrame):
    """`asked(name)` of what was pressed: a tool of the glass, or one of the names above."""

    asked = Signal(str)

    def __init__(self, mirror: Mirror, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.mirror = mirror
        self.clock = Clock()
        self.heading = Label()
        self.heading.setObjectName("dockTitle")
        self.heading.setWordWrap(True)
        self.text = TextBox()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        describe(self.text, self.tr("Notes to this step"))
        self.next = muted()
        self.next.setWordWrap(True)
        self.projected = muted()
        self.projected.setWordWrap(True)
        self.buttons: dict[str, QPushButton] = {}
        self.row = WrappingRow(6)
        for name, words, tip, switches in self._offered():
            self._add(name, words, tip, switches)
        self._lay_out()
        self.show_notes("", "", "")

    def _offered(self) -> tuple[tuple[str, str, str, bool], ...]:
        return (
            (BACK, self.tr("Back"), self.tr("The step before, or one token back  (Page Up)"), False),
            (NEXT, self.tr("Next"), self.tr("The next step, or the next token  (Page Down)"), False),
            (ANSWER, self.tr("Answer"), self.tr("Show the class the answer to the step's question  (A there)"), False),
            (BLANK, self.tr("Black"), self.tr("Show the class a black picture  (B or .)"), True),
            (FREEZE, self.tr("Freeze"), self.tr("Keep what the class sees while you prepare something  (F)"), True),
            (DOT, self.tr("Pointer"), self.tr("A red dot that follows the mouse or the arrow keys  (D)"), True),
            (
                HIGHLIGHTER,
                self.tr("Highlighter"),
                self.tr("Draw with the mouse, or with Enter and arrow keys  (H)"),
                True,
            ),
            (CLEAR, self.tr("Clear"), self.tr("Take the drawing away  (C)"), False),
            (MAGNIFIER, self.tr("Magnifier"), self.tr("A lens that follows the mouse or the arrow keys  (M)"), True),
            (NOTES, self.tr("Notes there"), self.tr("Show the notes to the class: for one screen only  (N)"), True),
            (FULL, self.tr("Full screen"), self.tr("Fill the chosen display, or be a window again  (F11 there)"), True),
            (CHOOSE, self.tr("What is projected…"), self.tr("Views, letters and display"), False),
            (END, self.tr("End"), self.tr("Close the window for the audience"), False),
        )

    def _add(self, name: str, words: str, tip: str, switches: bool) -> None:
        button = QPushButton(words)
        button.setCheckable(switches)
        describe(button, words, tip)
        button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
        self.buttons[name] = button
        self.row.add(button)

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addWidget(self.heading)
        told.addWidget(self.text, 1)
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self.clock)
        side.addWidget(self.next)
        side.addWidget(self.projected)
        side.addStretch(1)
        self._beside = QWidget()
        across = QHBoxLayout(self._beside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.mirror)
        across.addLayout(told, 3)
        across.addLayout(side, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(6)
        column.addWidget(self.row)
        column.addWidget(self._beside)

    def fit(self) -> None:
        """Be as high as the letters need, and no higher than leaves the views their room."""
        em = QFontInfo(self.font()).pixelSize()
        high = round(min(HIGH * em, max(LARGEST_SHARE * self.window().height(), 6 * em)))
        self._beside.setFixedHeight(high)
        self.mirror.setFixedWidth(round(min(high * 16 / 9, 0.3 * self.width())))
        larger = QFont(self.font())
        larger.setPixelSize(round(1.2 * em))
        self.text.setFont(larger)
        self.mirror.schedule()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # -- what it says --------------------------------------------------------------------------------------------

    def show_notes(self, heading: str, text: str, next_heading: str) -> None:
        """The notes of a step, and what comes after it."""
        none = self.tr("No lesson is open: Page Down writes the next token, Page Up takes it back.")
        self.heading.setText(heading or none)
        self.text.setPlainText(text)
        self.text.setVisible(bool(text))
        self.next.setText(self.tr("Next: {heading}").format(heading=next_heading) if next_heading else "")
        self.next.setVisible(bool(next_heading))

    def show_answers(self, can: bool) -> None:
        """Whether the step has an answer that can be revealed."""
        self.buttons[ANSWER].setEnabled(can)

    def show_projected(self, titles: tuple[str, ...], where: str) -> None:
        """List what the class sees, and on which display."""
        what = " · ".join(titles) or self.tr("nothing")
        self.projected.setText(self.tr("Projected on {display}: {views}").format(display=where, views=what))

    def show_tools(self, tools: frozenset[str], full: bool) -> None:
        """Which buttons are down."""
        for name, button in self.buttons.items():
            if button.isCheckable():
                button.setChecked(full if name == FULL else name in tools)
        says = self.tr("Black") if BLANK in tools else self.tr("Frozen") if FREEZE in tools else ""
        self.mirror.says = says
        self.mirror.setCursor(Qt.CursorShape.CrossCursor if HIGHLIGHTER in tools else Qt.CursorShape.ArrowCursor)
        self.mirror.update()
