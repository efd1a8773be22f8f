"""A paint device as large as a view on screen, with the screen's usual resolution, that hands all to an engine.

And the engine for whoever looks at what is written only.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPaintDevice, QPaintEngine, QPaintEngineState, QPainterPath, QPixmap, QTransform

DPI = 96
_Metric = QPaintDevice.PaintDeviceMetric


class LikeScreen(QPaintDevice):
    """One unit is a pixel."""

    def __init__(self, size: QSize, engine: QPaintEngine) -> None:
        super().__init__()
        self._size = size
        self._engine = engine

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        width, height = self._size.width(), self._size.height()
        known = {
            _Metric.PdmWidth: width, _Metric.PdmHeight: height, _Metric.PdmDepth: 32, _Metric.PdmNumColors: 1 << 24,
            _Metric.PdmWidthMM: round(width / DPI * 25.4), _Metric.PdmHeightMM: round(height / DPI * 25.4),
            _Metric.PdmDevicePixelRatio: 1, _Metric.PdmDevicePixelRatioScaled: 1 << 16,
        }  # fmt: skip
        return known.get(which, DPI)


class TextOnly(QPaintEngine):
    """Draws nothing. A subclass writes `drawTextItem`; `transform` is the one in force."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.transform = QTransform()

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self.transform = state.transform()

    def drawPath(self, path: QPainterPath) -> None:
        pass

    def drawPolygon(self, points: list[QPointF], mode: QPaintEngine.PolygonDrawMode) -> None:  # type: ignore[override]
        pass

    def drawImage(self, where: QRectF, image: QImage, part: QRectF, flags: object = None) -> None:  # type: ignore[override]
        pass

    def drawPixmap(self, where: QRectF, pixmap: QPixmap, part: QRectF) -> None:  # type: ignore[override]
        pass
