"""A view of one chart of each kind, and the mouse on charts."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine.run import Run
from tests.helpers.mouse import move
from viz.charts.chart_panel import ChartPanel
from viz.charts.chart_view import ChartView
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.rulers import Ruler, categories, shares
from viz.ui_state import UiState

XS = np.arange(0.0, 101.0, 10.0)
YS = XS**2 / 100
TABLE = np.arange(12, dtype=np.float32).reshape(3, 4)
NAMES = ("L0", "L1", "L2")


class DemoView(ChartView):
    """A line with its band, bars that lie, points, and a table."""

    name = "demo"
    title = "Demonstration"
    figure_lines = 540

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> str:
        return "one"

    def heading(self, frame: str) -> str:
        return "A heading with <b>signs</b> & such"

    def draw_charts(self, frame: str) -> None:
        theme = self.colours
        scale = Colouring(theme.ramp, "", 11.0)
        with self.drawing() as grid:
            grid.key(0, 0, [Key("square", theme.path), Key("limit", theme.warning, dash=1)])
            line = grid.plot(1, 0)
            line.show_axes(Ruler(0, 100, "x"), Ruler(0, 100, "y"))
            line.band(XS, YS - 30, YS + 30, theme.path)
            line.line(XS, YS, theme.path, name="square")
            line.limit(50, "half {way}")
            bars = grid.plot(1, 1)
            bars.show_axes(Ruler(0, 1, "share", numbers=shares), categories(NAMES, down=True, chosen=1))
            bars.bars(np.arange(3), [0.2, 0.5, 0.9], theme.categories[0], across=True, name="part")
            cloud = grid.plot(2, 0)
            cloud.show_axes(Ruler(-1, 1), Ruler(-1, 1))
            cloud.points([-0.5, 0.5], [0.5, -0.5], theme.categories[1])
            cloud.errors([-0.5], [0.5], [0.2], [0.8], theme.text)
            table = grid.plot(2, 1)
            table.show_axes(categories(("a", "b", "c", "d"), far=True), categories(NAMES, down=True))
            table.heat(TABLE, scale, parted=True, name="value")
            table.cell(1, 2)
            grid.colour_bar(0, 1, Bar(scale, "value"))


def at(panel: ChartPanel, plot: int, thing: Any) -> QPoint:
    """Where a thing of a plot is on the viewport of the panel's charts."""
    grid = panel.grid
    QApplication.processEvents()  # what has just been drawn is laid out
    return QPoint(grid.mapFromScene(grid.plots[plot].scene_of(thing)))


def point(panel: ChartPanel, plot: int, thing: Any) -> None:
    """Bring the pointer to a thing."""
    move(panel.grid.viewport(), at(panel, plot, thing))


def click(panel: ChartPanel, plot: int, thing: Any, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    """Click on a thing."""
    where = at(panel, plot, thing)
    move(panel.grid.viewport(), where)
    QTest.mouseClick(panel.grid.viewport(), button, pos=where)


def drag(panel: ChartPanel, plot: int, thing: Any, place: tuple[float, float]) -> None:
    """Drag a thing to a place on the axes."""
    begin = at(panel, plot, thing)
    grid = panel.grid
    end = QPoint(grid.mapFromScene(grid.plots[plot].vb.mapViewToScene(QPointF(*place))))
    viewport = grid.viewport()
    move(viewport, begin)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=begin)
    for part in (0.3, 0.7, 1.0):
        move(viewport, begin + (end - begin) * part, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
