"""A field for a prompt: as high as its text, up to a limit, and beyond that it scrolls.

In a form it takes the place of a line: Enter ends the typing, as in Qt's own `QLineEdit` and told by signals of the
same names; Shift+Enter begins a new line.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from viz.text_box import TextBox

MARGIN, SPARE = 1.0, 1.0  # pixels around the text, and those without which Qt takes the last line for cut off


class GrowingText(TextBox):
    """See the module. It grows from `least` to `most` lines."""

    returnPressed = Signal()  # noqa: N815  as `QLineEdit` names it
    editingFinished = Signal()  # noqa: N815  as above

    def __init__(
        self, least: int = 1, most: int = 6, *, enter_ends: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most, self._enter_ends = least, most, enter_ends
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(MARGIN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Qt scrolls sideways to a cursor for which there was not enough room for a moment, and never back.
        self.horizontalScrollBar().rangeChanged.connect(lambda *_: self.horizontalScrollBar().setRange(0, 0))
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    # -- as a line's ---------------------------------------------------------------------------------------------

    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show `text`; Undo brings back what it takes the place of."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def setCursorPosition(self, position: int) -> None:
        """Where the next letter is put."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if self._enter_ends and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returnPressed.emit()
            self.editingFinished.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # its own menu
            self.editingFinished.emit()

    # -- how high it is ------------------------------------------------------------------------------------------

    def lines(self) -> int:
        """How many lines the text takes at this width."""
        return max(1, math.ceil(self.document().size().height()))  # a plain text's height is told in lines

    def height_of(self, lines: int) -> int:
        """Pixels of the whole field with so many lines."""
        around = self.contentsMargins().top() + self.contentsMargins().bottom()
        around += self.viewportMargins().top() + self.viewportMargins().bottom()
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing())  # Qt lays text out in whole pixels
        return math.ceil(lines * line + 2 * self.document().documentMargin() + SPARE) + around

    def _fit(self) -> None:
        lines = self.lines()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        high = self.height_of(max(self._least, min(lines, self._most)))
        if high != self.height() or high != self.minimumHeight():
            self.setFixedHeight(high)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
