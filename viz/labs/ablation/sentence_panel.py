"""The sentence as the intact and the changed model write it, one below the other, the token where they part marked.

It is asked for once the board has rested for a moment: a slider that is being dragged keeps the engine to itself.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from engine.labs.twins.records import AskSentence
from viz.charts.colours import ink_on
from viz.charts.speech import say_changed
from viz.joined import sentences
from viz.labs.ablation.sentence_frame import NOTHING, Sentence
from viz.plain import Label, Markup
from viz.theme import Theme

REST_MS = 350


class SentencePanel(QWidget):
    """Two lines of text with what came of it above."""

    wanted = Signal(object)  # AskSentence
    rest = Signal()  # what is under way is not wanted any more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Sentence = NOTHING
        self._low = False
        self._asked: AskSentence | None = None  # the first slice of what is under way
        self.setAccessibleName(self.tr("The continuation, original and modified"))
        self.verdict = self._wrapped(Label())
        self.verdict.setObjectName("dockTitle")
        self.names = (Markup(), Markup())
        self.lines = (self._wrapped(Markup()), self._wrapped(Markup()))
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 0, 10, 2)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.verdict, 0, 0, 1, 2)
        for row, (name, line) in enumerate(zip(self.names, self.lines, strict=True), start=1):
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(name, row, 0)
            grid.addWidget(line, row, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._ask)
        self.hide()

    @staticmethod
    def _wrapped(label: QLabel) -> QLabel:
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return label

    def show_sentence(self, shown: Sentence, busy: bool, theme: Theme, low: bool = False) -> None:
        """Show what is known; ask for the rest once nothing is `busy` (a slider's own question is on its way).

        `low`: there is room for one line of each text only.
        """
        self._low = low
        for line in self.lines:
            line.setWordWrap(not low)
        root = shown.root
        if root != self.shown.root:
            self._timer.stop()
            if shown.going and self._asked is not None and self._asked != root:
                self.rest.emit()
        self.shown = shown
        self.setVisible(root is not None)
        if shown.wanted is None or busy or not self.isVisible():
            self._timer.stop()
        elif not (shown.going and self._asked == root) and not self._timer.isActive():
            self._timer.start()
        if root is not None:
            self._write(theme)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing that nobody sees."""
        self._timer.stop()
        super().hideEvent(event)

    def _ask(self) -> None:
        if self.shown.wanted is not None:
            self._asked = self.shown.root
            self.wanted.emit(self.shown.wanted)

    def _write(self, theme: Theme) -> None:
        shown = self.shown
        self._set(self.verdict, self._verdict())
        words = (self.tr("original"), self.tr("modified"))
        for index, colour in enumerate((theme.path, theme.fan)):
            self._set(self.names[index], f"<span style='color:{colour}'>■</span> {escape(words[index])}")
            self._set(self.lines[index], self._text(shown.texts[index], colour, theme))
        say_changed(self, sentences(self._verdict(), " / ".join("".join(text) for text in shown.texts)))

    @staticmethod
    def _set(label: QLabel, text: str) -> None:
        if label.text() != text:  # setting lays the whole view out again
            label.setText(text)

    def _text(self, text: tuple[str, str, str], colour: str, theme: Theme) -> str:
        """As rich text: what both go on from faint, the token where they part on its colour."""
        same, parted, rest = (escape(part).replace("\n", "↵ ") for part in text)
        ink = theme.text if self.shown.fresh else theme.muted
        marked = f"<span style='background:{colour};color:{ink_on(QColor(colour)).name()}'>{parted}</span>"
        before = escape(self.shown.before[-12:] if self._low else self.shown.before).replace("\n", "↵ ")
        return (
            f"<span style='color:{theme.muted}'>…{before}</span>"
            f"<span style='color:{ink}'>{same}{marked if parted else ''}{rest}</span>"
        )

    def _verdict(self) -> str:
        """What came of it."""
        shown, found = self.shown, self.shown.found
        if shown.refused:
            return shown.refused
        if found is None or not shown.fresh:
            return self.tr("The continuation: both models generate it when the slider stops…")
        n, at = len(found.kl), found.parted + 1
        if at > 0:
            changes = (
                self.tr("The continuation changes at its first token."),
                self.tr("The continuation changes at its token {at}."),
            )
            said = changes[at > 1].format(at=at)
        elif found.done:
            said = self.tr("The next {n} tokens are the same with and without the interventions. Try a stronger one.")
            said = said.format(n=n)
        else:
            said = self.tr("The continuation: the same so far.")
        return said if found.done else sentences(said, "…")
