"""The part of a plot's range that is in sight: the wheel zooms, a drag moves, never past the ends.

Turned with Shift the wheel moves sideways. Where there is nothing to zoom out of, the wheel is left to what scrolls.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from shiboken6 import isValid

from viz.charts.graphs import pg

STEP = 0.2  # of what is in sight: how far a key or a notch of the wheel moves
Range = tuple[float, float]


class ZoomBox(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph is untyped
    """See the module. What a person zoomed to stays while the whole range does, or only grows."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.disableAutoRange()
        self._whole: tuple[Range, Range] = ((0.0, 1.0), (0.0, 1.0))
        self._is_shown = False  # the whole range was shown once
        self._followed: list[tuple[ZoomBox, int]] = []

    @property
    def whole(self) -> tuple[Range, Range]:
        """The whole range of x and of y."""
        return self._whole

    @property
    def is_zoomed(self) -> bool:
        """Whether less than everything is in sight."""
        return not all(map(_alike, self.viewRange(), self._whole))

    def show_whole(self, x: Range, y: Range, down: bool, free: tuple[bool, bool]) -> None:
        """The whole range from now on. `down`: y grows downwards. `free`: which axes can be zoomed and moved."""
        x, y = _proper(x), _proper(y)
        if self.yInverted() != down:
            self.invertY(down)
        if self.mouseEnabled() != list(free):
            self.setMouseEnabled(*free)
        if (x, y) == self._whole and self._is_shown:
            return
        self._is_shown = True
        grew = all(new[0] <= old[0] and old[1] <= new[1] for new, old in zip((x, y), self._whole, strict=True))
        x_seen, y_seen = (self._kept(axis, new) if grew else new for axis, new in enumerate((x, y)))
        self._whole = (x, y)
        self.setLimits(xMin=None, xMax=None, yMin=None, yMax=None)
        self.setRange(xRange=x_seen, yRange=y_seen, padding=0)
        self.setLimits(xMin=x[0], xMax=x[1], yMin=y[0], yMax=y[1],
                       minXRange=(x[1] - x[0]) * 1e-4, minYRange=(y[1] - y[0]) * 1e-4)  # fmt: skip

    def _kept(self, axis: int, whole: Range) -> Range:
        """What is to be seen of a range that grew: the part zoomed to, else all of it."""
        low, high = self.viewRange()[axis]
        return whole if _alike((low, high), self._whole[axis]) else (low, high)

    def view_all(self) -> None:
        """Show the whole range."""
        self.setRange(xRange=self._whole[0], yRange=self._whole[1], padding=0)

    def show_part(self, axis: int, low: float, high: float) -> None:
        """Show a part of the range of x (axis 0) or y (1), as a person does who zooms."""
        (self.setXRange, self.setYRange)[axis](low, high, padding=0)

    def zoom(self, factor: float) -> None:
        """Show `factor` of what is in sight, around its middle."""
        free = self.state["mouseEnabled"]
        self.scaleBy(x=factor if free[0] else None, y=factor if free[1] else None)

    def move(self, right: float, down: float) -> None:
        """Move by a share of what is in sight."""
        (left, end), (low, high) = self.viewRange()
        up = down if self.yInverted() else -down
        free = self.state["mouseEnabled"]
        self.translateBy(x=right * (end - left) if free[0] else None, y=up * (high - low) if free[1] else None)

    def follow(self, other: ZoomBox, axis: int) -> None:
        """Show from now on the same range of x (axis 0) or y (1) as another plot, whichever of the two is moved."""
        if (other, axis) in self._followed:
            return
        self._followed.append((other, axis))
        for one, two in ((self, other), (other, self)):
            signal, put = ((one.sigXRangeChanged, two.setXRange), (one.sigYRangeChanged, two.setYRange))[axis]
            signal.connect(partial(_hand_on, two, put))

    def wheelEvent(self, event: Any, axis: int | None = None) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.move(-STEP * np.sign(event.delta()), 0.0)
            event.accept()
            return
        if event.delta() < 0 and not self.is_zoomed:
            event.ignore()
            return
        super().wheelEvent(event, axis)

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            event.ignore()
            return
        super().mouseDragEvent(event, axis)


def _hand_on(to: ZoomBox, put: Callable[..., object], _: object, ends: Range) -> None:
    """Have a plot show the range of another, unless it has gone with its view."""
    if isValid(to):
        put(*ends, padding=0)


def _alike(one: Sequence[float], other: Range) -> bool:
    """Whether two ranges have the same ends."""
    return all(math.isclose(a, b, rel_tol=1e-6) for a, b in zip(one, other, strict=True))


def _proper(ends: Range) -> Range:
    """A range that is one: finite, and not empty."""
    low, high = (float(end) if math.isfinite(end) else 0.0 for end in ends)
    return (low, high) if high > low else (low - 0.5, low + 0.5)
