"""What a class reads above the views while a lesson is given: the step's heading, and what to look at."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from viz.plain import Label

HEADING, SAID = 1.05, 0.85  # their letters, in those of the running text
LEAST: Final = 0.42  # the same of what is said, where it is long
SHARE: Final = 0.3  # of the window's height that it takes at most
AROUND: Final = 0.5  # em beside it


class Caption(QWidget):
    """Hidden where there is nothing to read, or where it is not wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._around = parent
        self.heading, self.said = Label(parent=self), Label(parent=self)
        for label in (self.heading, self.said):
            label.setWordWrap(True)
        self._allowed = True
        self._em, self._high = 24.0, 720
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addWidget(self.heading)
        self._column.addWidget(self.said)
        self.hide()

    def show_step(self, heading: str, text: str) -> None:
        """A step's heading and what is said of it; without a heading no lesson is given."""
        self.heading.setText(heading)
        self.said.setText(text)
        self.allow(self._allowed)

    def allow(self, allowed: bool) -> None:
        """Whether it is wanted."""
        self._allowed = allowed
        self.setVisible(allowed and bool(self.heading.text()))
        self.said.setVisible(bool(self.said.text()))
        self.fit(self._em, self._high)

    def fit(self, em: float, high: int) -> None:
        """Letters in parts of those of the running text, of `em` pixels: smaller ones where the text is long."""
        self._em, self._high = em, high
        around = round(AROUND * em)
        self._column.setContentsMargins(around, around // 2, around, around // 2)
        self._letter(self.heading, HEADING * em, bold=True)
        wide = max(self._around.width() - 2 * around, 1)
        times = SAID
        while True:
            self._letter(self.said, times * em)
            taken = self.heading.heightForWidth(wide) + self.said.heightForWidth(wide) + around
            if taken <= SHARE * high or times <= LEAST:
                return
            times -= 0.05

    @staticmethod
    def _letter(label: Label, pixels: float, bold: bool = False) -> None:
        weight = " font-weight: 600;" if bold else ""
        rule = f"font-size: {round(pixels)}px;{weight}"
        if label.styleSheet() != rule:
            label.setStyleSheet(rule)
            label.ensurePolished()
