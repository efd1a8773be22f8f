"""The buttons of Predict first: those that lie over the tiles, and the row below them, which is as the round stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from viz.labs.predict.predict_frame import PredictFrame
from viz.plain import caption, set_tip
from viz.token_text import shown
from viz.wrapping_row import WrappingRow

BEGIN, VOTE, UNDO, REVEAL, GIVE_UP = "begin", "vote", "undo", "reveal", "give up"
LIKELIEST, VOTED, DRAWN = "most likely", "voted", "drawn"
ROW = "controls of predict first"


class TileButton(QPushButton):
    """Lies over a tile, which the view draws: only that it is pointed at, or has the keyboard, is drawn here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.accent = "#ffffff"
        self._over = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.hasFocus() or self._over):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.accent), 4 if self.hasFocus() else 2))
        painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 6, 6)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()


class ControlRow(WrappingRow):
    """`asked(what)` of what was pressed; `typed(text)` of a guess in words."""

    asked = Signal(str)
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(6, parent)
        self.setObjectName(ROW)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("or type a guess"))
        self.field.setAccessibleName(self.tr("A guess in words"))
        set_tip(self.field, self.tr("A token or a word; of a word its first token counts. Enter gives the vote."))
        self.field.setMinimumWidth(110)
        self.field.returnPressed.connect(self._type)
        self.buttons: dict[str, QPushButton] = {}
        for what, words, tip in self._offered():
            self._add(what, words, tip)
            if what == BEGIN:
                self.add(self.field)

    def _offered(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (BEGIN, self.tr("Hide what comes next, and guess"),
             self.tr("Hide the next tokens in all views, and put the most likely ones among decoys")),
            (VOTE, self.tr("Vote"), self.tr("Give a vote for the guess that is typed")),
            (UNDO, self.tr("Undo the last vote"), self.tr("Take the vote back that was given last  (Backspace)")),
            (REVEAL, self.tr("Reveal"), self.tr("Show the model's probabilities beside the votes")),
            (GIVE_UP, self.tr("Stop guessing"), self.tr("Show what comes next everywhere, without a score here")),
            (LIKELIEST, self.tr("Continue with the model's token"),
             self.tr("Continue the text with the model's most likely token")),
            (VOTED, self.tr("Continue with the class's token"),
             self.tr("Continue the text with the token that has the most votes")),
            (DRAWN, self.tr("Continue with a draw"),
             self.tr("Continue the text with a draw by temperature and filters, as its seed has it")),
        )  # fmt: skip

    def _add(self, what: str, words: str, tip: str) -> None:
        button = QPushButton(words)
        button.setAccessibleName(words)
        set_tip(button, tip)
        button.setAutoDefault(False)
        if what in (BEGIN, REVEAL, LIKELIEST):
            button.setObjectName("primary")
        button.clicked.connect(lambda _=False, what=what: self._type() if what == VOTE else self.asked.emit(what))
        self.buttons[what] = button
        self.add(button)

    def _type(self) -> None:
        text = self.field.text()
        if text.strip():
            self.typed.emit(text)
            self.field.clear()

    def show_frame(self, frame: PredictFrame) -> None:
        """Offer what can be done now."""
        guessed, played = frame.is_guessed, frame.played
        shown_now = played is not None and played.revealed
        self.field.setVisible(guessed)
        for what, there in (
            (BEGIN, frame.before is not None and bool(frame.before.offered) and not frame.guesses.hides),
            (VOTE, guessed), (UNDO, guessed), (REVEAL, guessed),
            (GIVE_UP, frame.guesses.hides),
            (LIKELIEST, shown_now), (VOTED, shown_now and frame.voted >= 0), (DRAWN, shown_now),
        ):  # fmt: skip
            self.buttons[what].setVisible(there)
        self.buttons[UNDO].setEnabled(played is not None and bool(played.votes))
        for what, token, words in (
            (LIKELIEST, frame.likeliest, self.tr("Continue with the model's {token}")),
            (VOTED, frame.voted, self.tr("Continue with the class's {token}")),
            (DRAWN, frame.drawn, self.tr("Continue with a draw: {token}")),
        ):
            if shown_now and token >= 0:
                said = words.format(token=shown(frame.vocabulary, token))
                self.buttons[what].setText(caption(said))
                self.buttons[what].setAccessibleName(said)
