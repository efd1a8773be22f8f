"""A paint device as large as a view on screen, with the screen's usual resolution, that hands all to an engine."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintDevice, QPaintEngine

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
