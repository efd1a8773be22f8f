"""Where charts stand in a view: a widget that makes its grid of charts when the first frame is drawn.

pyqtgraph is loaded then and not before, so that a window without a chart does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from viz.charts.common import ALONE, Common
from viz.charts.look import Look, em_of
from viz.charts.range_bar import RangeBar
from viz.charts.speech import say_changed
from viz.charts.spoken import told
from viz.joined import spoken
from viz.same_frame import same_frame
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid


LEAST = 80  # logical pixels that charts have in any case
LOW = 5.0  # em of the height of charts with a plot that is scrolled


class ChartPanel(QWidget):
    """See the module."""

    def __init__(self, parent: QWidget | None = None, name: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._grid: ChartGrid | None = None
        self._least = LEAST
        self._scrolls = False  # a plot in it, by a bar beside it
        self._said = ""
        self.told = ""  # what stands out in the charts drawn last
        self.common: Common = ALONE  # with other panels of a figure
        self._shown: tuple[object, Look] | None = None  # what `show_frame` drew last
        self._places = QGridLayout(self)
        self._places.setContentsMargins(0, 0, 0, 0)
        self._places.setSpacing(2)

    @contextmanager
    def drawing(self, theme: Theme, still: bool = False) -> Iterator[ChartGrid]:
        """The grid, to be drawn on anew: what is not drawn again goes."""
        grid, self._shown = self.grid, None
        grid.common = self.common
        grid.begin(Look(theme, self.font(), em_of(self), still))
        yield grid
        grid.end()
        self._describe(grid)
        needed = grid.least_height()
        if self._scrolls:
            needed = min(needed, LOW * em_of(self))
        least = LEAST if still else max(LEAST, round(needed))
        if least != self._least:
            self._least = least
            self.updateGeometry()

    def say(self, sentence: str) -> None:
        """What a screen reader says of the charts, before what stands out in them."""
        if sentence != self._said:
            self._said = sentence
            if self._grid is not None:
                self._describe(self._grid)

    def _describe(self, grid: ChartGrid) -> None:
        self.told = told(plot.values for plot in grid.plots)
        say_changed(grid, spoken(self._said, self.told))

    def show_frame(self, frame: object, theme: Theme, draw: Callable[[ChartGrid], None], still: bool = False) -> None:
        """Draw on the grid by `draw`, unless what is there is of an equal `frame` and of the same look.

        For a part of a view whose own frame changes more often: all that `draw` draws must follow from `frame`.
        """
        shown = frame, Look(theme, self.font(), em_of(self), still)
        if self._shown is None or self._shown[1] != shown[1] or not same_frame(self._shown[0], frame):
            with self.drawing(theme, still) as grid:
                draw(grid)
            self._shown = shown

    @property
    def grid(self) -> ChartGrid:
        """The grid of charts."""
        if self._grid is None:
            from viz.charts.chart_grid import ChartGrid

            self._grid = ChartGrid(self)
            for named in (self._grid, self._grid.viewport()):
                named.setAccessibleName(self.accessibleName())
            self._places.addWidget(self._grid, 0, 0)
            if self.isVisible():  # Qt shows it after the event: drawn for no size now, all would be laid out twice
                self._grid.resize(self.size())
                for sized in (self._grid, self._grid.viewport()):
                    QCoreApplication.sendEvent(sized, QResizeEvent(sized.size(), QSize()))
            self.setFocusProxy(self._grid)
        return self._grid

    def add_bar(self, orientation: Qt.Orientation, name: str) -> RangeBar:
        """A scroll bar beside the charts, or below them, for a plot that it is told to follow."""
        bar = RangeBar(orientation, name, self)
        self._scrolls |= orientation == Qt.Orientation.Vertical
        self._places.addWidget(bar, *((1, 0) if orientation == Qt.Orientation.Horizontal else (0, 1)))
        return bar

    @property
    def has_charts(self) -> bool:
        """Whether anything was drawn yet."""
        return self._grid is not None

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means for the charts; whether it means anything."""
        return self._grid is not None and self._grid.take_key(event)

    def minimumSizeHint(self) -> QSize:
        """What the charts drawn last can be read in."""
        return QSize(160, self._least)
