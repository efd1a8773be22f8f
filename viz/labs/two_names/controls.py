"""The rows above "Who says Mary": the sentence, the two names, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from viz.growing_text import GrowingText
from viz.plain import Label, caption, set_tip

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class NamesControls(QWidget):
    """Shows what is asked and tells what a person changes; keeps nothing itself."""

    changed = Signal(str, str)  # "sentence", "answer" or "other", and what was typed
    entered = Signal(str, str)  # the same, where Enter was pressed
    run_asked = Signal()
    board_asked = Signal()
    knock_asked = Signal()
    offered = Signal(str)  # a name that can be asked about

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = GrowingText(parent=self)
        self._set_up(
            self.sentence, "sentence", self.tr("Sentence"), self.tr("A sentence that either name could complete")
        )
        self.answer = self._line(
            "answer", self.tr("Correct name"), self.tr("The correct name: its logit counts positively")
        )
        self.other = self._line("other", self.tr("Other name"), self.tr("Its logit is subtracted"))
        for name in (self.answer, self.other):
            name.setMaximumWidth(130)
        self.run = self._button(
            self.tr("Use as prompt"), self.tr("Run this sentence as the prompt, so that every view shows it")
        )
        self.board = self._button(
            self.tr("Add to interventions"), self.tr("Add the selected head to the interventions, switched off")
        )
        self.knock = self._button(
            self.tr("Switch off every head"),
            self.tr("Measure the logit difference with each head switched off in turn"),
        )
        self.run.clicked.connect(self.run_asked)
        self.board.clicked.connect(self.board_asked)
        self.knock.clicked.connect(self.knock_asked)
        self._offers = QWidget(self)
        self._offer_row = QHBoxLayout(self._offers)
        self._offer_row.setContentsMargins(0, 0, 0, 0)
        self._offer_row.setSpacing(8)
        self._offered: tuple[str, ...] = ()
        self._arrange()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 10, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.sentence, 0, 0)
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self.answer)
        names.addWidget(Label(self.tr("not")))
        names.addWidget(self.other)
        grid.addLayout(names, 0, 1)
        row = self._row = QBoxLayout(BESIDE)
        row.setSpacing(8)
        for widget in (self.run, self.knock, self.board, self._offers):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        grid.addLayout(row, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons that do not fit beside each other stand below each other."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        buttons = [button for button in (self.run, self.knock, self.board, self._offers) if not button.isHidden()]
        needed = sum(button.sizeHint().width() + self._row.spacing() for button in buttons)
        turned = BESIDE if needed <= self.contentsRect().width() - 20 else BELOW
        if turned != self._row.direction():
            self._row.setDirection(turned)

    def _line(self, name: str, label: str, tip: str) -> QLineEdit:
        line = QLineEdit(self)
        self._set_up(line, name, label, tip)
        return line

    def _set_up(self, line: QLineEdit | GrowingText, name: str, label: str, tip: str) -> None:
        line.setObjectName(f"names_{name}")
        line.setAccessibleName(label)
        line.setPlaceholderText(label)
        set_tip(line, tip)
        line.setMinimumWidth(60)
        line.returnPressed.connect(lambda: self.entered.emit(name, line.text()))
        line.editingFinished.connect(lambda: self.changed.emit(name, line.text()))

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        set_tip(button, tip)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return button

    def show_asked(self, sentence: str, answer: str, other: str) -> None:
        """Show what is asked without telling it; what is being typed is left alone."""
        shown: tuple[tuple[QLineEdit | GrowingText, str], ...]
        shown = ((self.sentence, sentence), (self.answer, answer), (self.other, other))
        for line, text in shown:
            if line.text() != text and not line.hasFocus():
                with QSignalBlocker(line):
                    line.setText(text)
                    line.setCursorPosition(0)

    def show_board(self, head: str) -> None:
        """Name the head that goes on the board; "" where there is none."""
        text = self.tr("Add {head} to the interventions").format(head=head) if head else self.tr("Add to interventions")
        self.board.setText(text)
        self.board.setAccessibleName(text)
        self.board.setEnabled(bool(head))
        self._turn()

    def show_offers(self, names: tuple[str, ...]) -> None:
        """Buttons for names that could be asked about instead."""
        if names == self._offered:
            return
        self._offered = names
        for button in (self.knock, self.board):  # they have nothing to do then, and the row is short
            button.setVisible(not names)
        while self._offer_row.count():
            widget = self._offer_row.takeAt(0).widget()  # type: ignore[union-attr]
            if widget is not None:
                widget.deleteLater()
        for name in names:
            button = self._button(caption(name), self.tr("Use {name} instead").format(name=name))
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, it=name: self.offered.emit(it))
            self._offer_row.addWidget(button)
