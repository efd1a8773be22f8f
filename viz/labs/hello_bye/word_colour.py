"""The colour of a repeated word: one for each of the two, wherever its tokens are marked."""

from __future__ import annotations

from PySide6.QtGui import QColor

from engine.labs.hello_bye.records import HelloByeFound
from viz.theme import Theme


def word_colour(found: HelloByeFound, position: int, theme: Theme) -> QColor:
    """The colour of a token's word; muted where it belongs to none."""
    word = int(found.words[position])
    if word < 0:
        return QColor(theme.muted)
    return QColor(theme.categories[0 if word < found.question.first_count else 1])
