"""Many thin curves in one item of a chart."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QPen

from viz.charts.graphs import pg
from viz.labs.fitting.points import F64


class Curves(pg.PlotCurveItem):  # type: ignore[misc]  # pyqtgraph is untyped
    """Curves [m, n] over the same x [n], all of one thin pen."""

    def put(self, xs: F64, curves: F64, pen: QPen) -> None:
        x = np.tile(np.append(xs, np.nan), len(curves))
        y = np.concatenate([curves, np.full((len(curves), 1), np.nan)], axis=1).ravel()
        self.setData(x, y, pen=pen, connect="finite", antialias=True)
