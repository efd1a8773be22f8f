"""A scroll bar for the part of a plot's range that is in sight; it hides where all of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QScrollBar, QWidget

if TYPE_CHECKING:
    from viz.charts.zoom import ZoomBox

STEPS = 64  # of one unit of the axis


class RangeBar(QScrollBar):
    """See the module. Horizontal bars move x, vertical ones a y that grows downwards."""

    def __init__(self, orientation: Qt.Orientation, name: str, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setAccessibleName(name)
        self._axis = 0 if orientation == Qt.Orientation.Horizontal else 1
        self._box: ZoomBox | None = None
        self.setSingleStep(STEPS)
        self.valueChanged.connect(self._move)
        self.hide()

    def follow(self, box: ZoomBox) -> None:
        """Show, and change, what is in sight of this plot."""
        if box is not self._box:
            self._box = box
            (box.sigXRangeChanged, box.sigYRangeChanged)[self._axis].connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is in sight now."""
        if self._box is None:
            return
        (first, last), (low, high) = self._box.whole[self._axis], self._box.viewRange()[self._axis]
        span = high - low
        with QSignalBlocker(self):
            self.setRange(0, max(round((last - first - span) * STEPS), 0))
            self.setPageStep(max(round(span * STEPS), 1))
            self.setValue(round((low - first) * STEPS))
        self.setVisible(self.maximum() > 1)

    def _move(self, value: int) -> None:
        if self._box is not None:
            first, (low, high) = self._box.whole[self._axis][0], self._box.viewRange()[self._axis]
            start = first + value / STEPS
            self._box.show_part(self._axis, start, start + high - low)
