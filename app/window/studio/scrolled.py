"""A form at the side of the page: it scrolls where it is higher than the window, and is as wide as it has to be."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_EDGE = 2  # logical pixels


class Scrolled(QScrollArea):
    """Holds a form, whose width follows the window's text."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(form)
        form.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Qt's hook: as wide as the form at least, and its scroll bar."""
        form = cast(QWidget, self.widget())
        beside = self.verticalScrollBar().sizeHint().width() + _EDGE
        return QSize(form.minimumSizeHint().width() + beside, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: the form has to be wider, or may be narrower."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
