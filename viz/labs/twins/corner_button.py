"""Base of painted views with one button at their upper right corner, which a figure leaves out."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from viz.charts.painted import PaintedView


class CornerButtonView(PaintedView):
    """Subclass, give `button` its words, write `press()`, and `place_button()` wherever the words may have changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(self)
        self.button.setObjectName("primary")
        self.button.clicked.connect(self.press)

    def press(self) -> None:
        """The button was pressed."""
        raise TypeError(f"{type(self).__name__} must define press()")

    def beside_button(self, width: float) -> float:
        """What is left of `width` for a line beside the button, in pixels."""
        return width - (0.0 if self.still else self.button.width() + self.em)

    def place_button(self) -> None:
        """Put the button into its corner, as wide as its words; hidden in a figure."""
        self.button.setVisible(not self.still)
        size = self.button.sizeHint()
        self.button.setGeometry(self.width() - size.width() - 10, 8, size.width(), size.height())

    def finish_figure(self) -> None:
        super().finish_figure()
        self.button.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_button()
