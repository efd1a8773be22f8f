"""Base of views that have a picture before anything was asked; it waits for pyqtgraph to be loaded.

That takes longer than the window does, so a view that is painted first draws its charts one turn of the event loop
later; a figure has no later, and draws at once.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import QTimer

from viz.charts.chart_view import ChartView


class LateChartsView(ChartView):
    """See the module."""

    _waits = False

    def show_charts(self, frame: Any, wanted: bool) -> None:
        """Draw the charts, now or with the next turn."""
        if wanted and not self.still and "pyqtgraph" not in sys.modules:
            if not self._waits:
                self._waits = True
                QTimer.singleShot(0, self, self._draw_late)
            return
        self.draw_parts(frame, wanted)
        super().show_charts(frame, wanted)

    def draw_parts(self, frame: Any, wanted: bool) -> None:
        """Draw what there is beside the panel of the base."""

    def _draw_late(self) -> None:
        if self._waits:
            import viz.charts.graphs  # noqa: F401 - takes its time

            self._waits = False
            self.redraw()

    def finish_figure(self) -> None:
        super().finish_figure()
        self._draw_late()
