"""How large the smallest text is that something paints: a paint device that looks at the letters only."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontInfo, QPainter, QTextItem

from viz.paint_device import LikeScreen, TextOnly


def smallest_text(size: QSize, draw: Callable[[QPainter], None]) -> float:
    """Units of height of the smallest font that `draw` writes with on a device of `size`; infinite where no text is."""
    engine = _Engine()
    device = LikeScreen(size, engine)  # has to outlive the painter
    painter = QPainter(device)
    try:
        draw(painter)
    finally:
        painter.end()
    return engine.smallest


class _Engine(TextOnly):
    def __init__(self) -> None:
        super().__init__()
        self.smallest = math.inf

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # type: ignore[override]
        if item.text().strip():
            enlarged = math.sqrt(abs(self.transform.determinant()))
            self.smallest = min(self.smallest, QFontInfo(item.font()).pixelSize() * enlarged)
