"""A list to choose from that shortens a long name by an ellipsis where Qt would cut it, and says it as its tip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from viz.plain import set_tip


class ElidedBox(QComboBox):
    """`tip` says what is chosen here; what is chosen now stands before it."""

    def __init__(self, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tip = tip
        set_tip(self, tip)
        self.currentTextChanged.connect(self._say_whole)

    def _say_whole(self, text: str) -> None:
        set_tip(self, f"{text}\n{self._tip}" if text else self._tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as Qt does, with the name made to fit."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        option.currentText = self.shortened(field.width() - 2)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def shortened(self, wide: int) -> str:
        """What is chosen, in so many logical pixels."""
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, wide)
