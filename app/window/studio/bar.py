"""The row of buttons over the page: in two rows where one would not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QWidget

_APART = 12  # logical pixels between groups of buttons


class Bar(QWidget):
    """Groups of buttons, of which the last stands at the right, or below the others."""

    def __init__(self, groups: Sequence[Sequence[QWidget]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(_APART, 8, _APART, 8)
        self._rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        for row, members in ((self._left, groups[:-1]), (self._right, groups[-1:])):
            row.setSpacing(6)
            for index, group in enumerate(members):
                if index:
                    row.addSpacing(_APART)
                for button in group:
                    row.addWidget(button)
            self._rows.addLayout(row)
        self._left.addStretch(1)
        self._right.insertStretch(0, 1)

    def minimumSizeHint(self) -> QSize:
        """Qt's hook: as wide as the wider row, and as high as the rows are together."""
        wide = max(self._left.minimumSize().width(), self._right.minimumSize().width()) + 2 * _APART
        return QSize(wide, self._rows.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: one row or two."""
        both = self._left.minimumSize().width() + self._right.minimumSize().width() + 3 * _APART
        fits = both <= event.size().width()
        self._rows.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        self.updateGeometry()
        super().resizeEvent(event)
