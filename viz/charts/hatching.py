"""Hatching line by line: a brush's pattern is another in every renderer, and flat in some readers of PDF."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QRectF


def hatched(box: QRectF, step: float) -> list[QLineF]:
    """The lines x + y = a multiple of `step` in a box."""
    first, last = math.floor((box.left() + box.top()) / step), math.ceil((box.right() + box.bottom()) / step)
    totals = step * np.arange(first, last + 1)
    left, right = np.maximum(box.left(), totals - box.bottom()), np.minimum(box.right(), totals - box.top())
    ends = np.stack([left, totals - left, right, totals - right], axis=1)[right > left]  # [lines, x y x y]
    return [QLineF(*line) for line in ends.tolist()]
