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

_DPI = 96
_Metric = QPaintDevice.PaintDeviceMetric


def smallest_text(size: QSize, draw: Callable[[QPainter], None]) -> float:
    """Units of height of the smallest font that `draw` writes with on a device of `size`; infinite where no text is."""
    device = _Device(size)
    painter = QPainter(device)
    try:
        draw(painter)
    finally:
        painter.end()
    return device.engine.smallest


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


class _Device(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self._size = size
        self.engine = _Engine()

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        width, height = self._size.width(), self._size.height()
        known = {
            _Metric.PdmWidth: width, _Metric.PdmHeight: height, _Metric.PdmDepth: 32, _Metric.PdmNumColors: 1 << 24,
            _Metric.PdmWidthMM: round(width / _DPI * 25.4), _Metric.PdmHeightMM: round(height / _DPI * 25.4),
            _Metric.PdmDevicePixelRatio: 1, _Metric.PdmDevicePixelRatioScaled: 1 << 16,
        }  # fmt: skip
        return known.get(which, _DPI)
