"""How charts look: a theme's colours, the person's type at a few sizes, and whether it is a still picture."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QWidget

from viz.theme import Theme

SMALLEST = 6  # pixels of a font


@dataclass(frozen=True)
class Look:
    """Sizes are multiples of `em`, so that a person's text size and a figure's magnification both carry over."""

    theme: Theme
    font: QFont
    em: float  # pixel height of the font
    still: bool = False  # a figure: nothing is pointed at

    def font_of(self, size: float = 1.0, bold: bool = False) -> QFont:
        """The font at `size` em, by pixels, so that it is the same on every paint device."""
        font = QFont(self.font)
        font.setPixelSize(max(round(self.em * size), SMALLEST))
        font.setBold(bold)
        return font


def em_of(widget: QWidget) -> float:
    """Pixel height of a widget's font."""
    return float(max(QFontInfo(widget.font()).pixelSize(), 8))
