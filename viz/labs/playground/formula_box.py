"""The formula of a net: text that scrolls in the window, and is all there in a figure, or says that it is not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtWidgets import QWidget

from viz.text_box import TextBox

translate = QCoreApplication.translate  # by this name its texts are collected
MOST = 0.42  # of a figure's height


class FormulaBox(TextBox):
    """See the module."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(translate("PlaygroundView", "The net as a formula"))
        self._formula, self._whole = "", True

    def show_formula(self, formula: str, whole: bool) -> None:
        """Show it; `whole`: nothing is missing at its end."""
        self._formula, self._whole = formula, whole
        self._put(formula if whole else _not_whole(formula))

    def _put(self, said: str) -> None:
        if self.toPlainText() != said:
            self.setPlainText(said)

    def finish_figure(self, around: QWidget) -> None:
        """Nobody scrolls a figure: as much height as it needs and there is, then fewer lines and a word about it."""
        for way in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            way(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        most = round(MOST * around.height())
        lines = self._formula.split("\n")
        while len(lines) > 1 and self._needed() > most:
            lines.pop()
            self._put(_not_whole("\n".join(lines)))
        self.setFixedHeight(min(self._needed(), most))

    def _needed(self) -> int:
        """Pixels of height for all lines as they are wrapped; a box that was not shown yet has not laid them out."""
        edge = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        room = QRect(0, 0, max(self.width() - edge, 1), 10**6)
        high = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWrapAnywhere), self.toPlainText()).height()
        return high + edge + self.fontMetrics().lineSpacing() // 2


def _not_whole(formula: str) -> str:
    return translate("PlaygroundView", "{formula}\n… Save the net for all of it.").format(formula=formula)
