"""How large the smallest text is that something paints: a paint device that looks at the letters only."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import (
    QFontInfo,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPixmap,
    QTextItem,
    QTransform,
)

from viz.paint_device import LikeScreen


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


class _Engine(QPaintEngine):
    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._transform = QTransform()
        self.smallest = math.inf

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._transform = state.transform()

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # type: ignore[override]
        if item.text().strip():
            enlarged = math.sqrt(abs(self._transform.determinant()))
            self.smallest = min(self.smallest, QFontInfo(item.font()).pixelSize() * enlarged)

    def drawPath(self, path: QPainterPath) -> None:
        pass

    def drawPolygon(self, points: list[QPointF], mode: QPaintEngine.PolygonDrawMode) -> None:  # type: ignore[override]
        pass

    def drawImage(self, where: QRectF, image: QImage, part: QRectF, flags: object = None) -> None:  # type: ignore[override]
        pass

    def drawPixmap(self, where: QRectF, pixmap: QPixmap, part: QRectF) -> None:  # type: ignore[override]
        pass
