"""Whether a character can be drawn: asked of the fonts of the machine, once for each character.

Where no font has it Qt draws an empty box, cut off and the same for all. `viz.token_text` writes its code point
instead, if it is told to ask here.
"""

from __future__ import annotations

import functools

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from viz import token_text

ALWAYS_THERE = 0x0250  # the scripts below are in every font that a window can be read in


def use_fonts() -> None:
    """Let tokens be written by what can be drawn here. Called once, when there is an application."""
    token_text.drawn_by(is_drawn)


def is_drawn(character: str) -> bool:
    """Whether any font of the machine has the character; True where no application can tell."""
    if ord(character) < ALWAYS_THERE or QGuiApplication.instance() is None:
        return True
    return _in_a_font(character, QGuiApplication.font().key())


@functools.lru_cache(maxsize=8192)
def _in_a_font(character: str, _font: str) -> bool:
    font = QFont(QGuiApplication.font())
    return QFontMetricsF(font).inFontUcs4(ord(character))
