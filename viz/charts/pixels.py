"""How large a pixel of a chart is, in its axes and where it is painted.

pyqtgraph raises TypeError for the pixels of a view box that has no size yet, or none any more, and PySide ends the
program where an item's `paint` raises.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform


def pixel_size(view: Any) -> tuple[float, float] | None:
    """Width and height of a view box's pixel in its axes; None while the box has no size."""
    if view is None or None in view.pixelVectors():
        return None
    wide, high = view.viewPixelSize()
    return float(wide), float(high)


def pixel_in(view: Any, transform: QTransform) -> float | None:
    """The target's pixels that one of a view box's has; None while the box has no size."""
    size = pixel_size(view)
    return None if size is None else transform.mapRect(QRectF(0, 0, *size)).width() or 1.0
