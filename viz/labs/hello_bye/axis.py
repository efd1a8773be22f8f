"""The token axis that the Hello/Bye panels share: one column per token, the same in every panel.

Labels stand upright where they fit and on their side where they do not. A bar in the word's colour runs under the
tokens of one word, so that a word of several tokens reads as one; the bars also say which word it is by their height.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from engine.labs.hello_bye.records import HelloByeFound
from viz.theme import Theme

CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True)
class Columns:
    """Where the columns lie."""

    left: float
    width: float
    n: int

    @property
    def cell(self) -> float:
        """Width of one column."""
        return self.width / max(self.n, 1)

    def x(self, column: float) -> float:
        """Left edge of a column."""
        return self.left + column * self.cell

    def at(self, x: float) -> int | None:
        """The column at a place; None beside them."""
        column = int((x - self.left) // self.cell) if self.n else -1
        return column if 0 <= column < self.n else None


def word_colour(found: HelloByeFound, position: int, theme: Theme) -> QColor:
    """The colour of a token's word; muted where it belongs to none."""
    word = int(found.words[position])
    if word < 0:
        return QColor(theme.muted)
    return QColor(theme.categories[0 if word < found.question.first_count else 1])
