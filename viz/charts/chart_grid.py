"""Plots, legends, colour bars and lines of words in a grid, with one set of gestures.

Wheel and drag zoom and move the plot under the pointer; a double click, 0 or Home shows all of it; the arrow keys go
from thing to thing, + and - zoom, Shift with an arrow moves, Ctrl with an arrow goes to the plot there. In a figure
none of this is there, and what is drawn is passed on as vectors (`vector_device`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsGridLayout, QGraphicsView, QMenu, QWidget

from viz.charts import grid_room
from viz.charts.common import ALONE, Common, Entries, quantity
from viz.charts.graphs import pg
from viz.charts.grid_room import GAP, Place
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.look import Look
from viz.charts.plot_beside import beside
from viz.charts.plots import Plot
from viz.charts.roles import give_role
from viz.charts.rows import BarRow, KeyRow, WordsRow
from viz.charts.speech import announce
from viz.charts.vector_device import paint_flat
from viz.charts.zoom import STEP
from viz.view import View

AT_END = 0.7  # em beyond the right end of an axis, for half of the number there
BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CLOSER = 0.8  # of what is in sight is left by one press of +
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
Item = TypeVar("Item")


class ChartGrid(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph is untyped
    """See the module. Between `begin` and `end` a view asks for what stands where; what it does not ask for goes.

    A layout that is told a size which it knows lays everything out anew, and what follows the size is drawn again: so
    it is told only what is new.
    """

    _square: tuple[Plot, float] | None = None  # the one whose sides are kept alike, and how unlike they may be
    look: Look | None = None
    common: Common = ALONE  # with other panels of a figure

    def __init__(self, parent: QWidget | None = None) -> None:
        self._there: dict[Place, Any] = {}  # before Qt resizes what is not there yet
        super().__init__(parent)
        self._whole, self._places = pg.GraphicsWidget(), QGraphicsGridLayout()
        self._whole.setLayout(self._places)
        self.setCentralItem(self._whole)
        self._margins: tuple[tuple[float, ...], ...] = ((), ())  # own, and with those of other panels
        give_role(self)
        self.setBackground(None)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # of a ground that there is not
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        for part in (self, self.viewport()):  # what is dropped on a chart is dropped on the window
            part.setAcceptDrops(False)
        self._asked: set[Place] = set()
        self.bars: list[Bar] = []  # of the frame drawn last, also those that stand beside the panel
        self.legends: list[Entries] = []
        self._gone: list[Any] = []  # what was taken away, until the event that did so is over
        self._last: Plot | None = None  # the plot that the keyboard means
        scene = self.scene()
        scene.contextMenu = []  # no export dialog of pyqtgraph's
        scene.sigMouseMoved.connect(self._pointed)
        scene.sigMouseClicked.connect(self._clicked)

    # -- a frame -------------------------------------------------------------------------------------------------

    def begin(self, look: Look) -> None:
        """Begin to draw a frame."""
        self.look = look
        self._asked = set()
        self.bars, self.legends = [], []
        self._square = None
        if self._places.horizontalSpacing() != GAP * look.em:
            self._places.setSpacing(GAP * look.em)

    def end(self) -> None:
        """Take away what was not asked for, and align what stands above each other."""
        for place in set(self._there) - self._asked:
            self._remove(place)
        for plot in self.plots:
            plot.end()
        if self._last not in self.plots:
            self._last = None
        self._align()
        self._fit()
        for plot in self.plots:
            plot.layout.activate()
        for plot in self.plots:
            plot.tell_moved()

    @property
    def plots(self) -> list[Plot]:
        """The plots, from the top and the left."""
        return [item for _, item in sorted(self._there.items(), key=lambda it: it[0]) if isinstance(item, Plot)]

    def plot(self, row: int = 0, column: int = 0, rows: int = 1, columns: int = 1) -> Plot:
        """The plot at a place of the grid."""
        made: Plot = self._at((row, column, rows, columns), Plot)
        made.begin(self._known_look())
        return made

    def words(
        self, row: int, column: int, text: str, *, size: float = 0.9, bold: bool = False, colour: str = "",
        right: bool = False, columns: int = 1, whole: bool = False,
    ) -> None:  # fmt: skip
        """A line of words, cut where there is no room; `whole`: across the grid, in as many lines as it takes."""
        line: WordsRow = self._at((row, column, 1, columns), WordsRow)
        look = self._known_look()
        width = max(self.width() - 2 * GAP * look.em, 1.0) if whole else 0.0
        line.show_words(text, look, size, bold, colour, right, width)

    def key(self, row: int, column: int, entries: Sequence[Key], *, columns: int = 1) -> None:
        """A legend, where there is none for several panels."""
        self.legends.append(tuple(entries))
        if self.legends[-1] in self.common.legends:
            return
        line: KeyRow = self._at((row, column, 1, columns), KeyRow)
        line.show_key(entries, self._known_look())

    def colour_bar(
        self, row: int, column: int, bar: Bar, *, columns: int = 1, side: Qt.AlignmentFlag = BESIDE
    ) -> Colouring:
        """A colour bar, with what its colours mean before it, as wide as it has to be, at a `side` of its place.

        Gives what to colour by: panels of a figure may have their limits in common, and one bar beside them.
        """
        high = self.common.limits.get(quantity(bar))
        if high is not None and bar.free:
            bar = bar.up_to(high)
        self.bars.append(bar)
        if high is None:
            made: BarRow = self._at((row, column, 1, columns), BarRow)
            made.show_bar(bar, self._known_look())
            self._put(made, side)
        return bar.colouring

    def share(self, rows: dict[int, int] | None = None, columns: dict[int, int] | None = None) -> None:
        """How many shares of the room rows and columns of the grid take."""
        for row, shares in (rows or {}).items():
            if self._places.rowStretchFactor(row) != shares:
                self._places.setRowStretchFactor(row, shares)
        for column, shares in (columns or {}).items():
            if self._places.columnStretchFactor(column) != shares:
                self._places.setColumnStretchFactor(column, shares)

    def link(self, plots: Sequence[Plot], x: bool = True, y: bool = False) -> None:
        """Zoom and move these plots together, along x or y or both."""
        for plot in plots[1:]:
            if x:
                plot.vb.follow(plots[0].vb, 0)
            if y:
                plot.vb.follow(plots[0].vb, 1)

    def square(self, plot: Plot, unlike: float = 1.0) -> None:
        """Make a plot as wide as it is high, without its axes: room is left beside all, or below.

        `unlike`: how many times the shorter side the longer one may be, before room is left.
        """
        self._square = plot, unlike

    def _leave_room(self, beside: float, below: float) -> None:
        """Pixels that stay free at both sides and at the bottom."""
        if self.look is None:
            return
        gap = 0.5 * GAP * self.look.em
        margins = (beside, gap, beside + AT_END * self.look.em, gap + below)
        whole = tuple(own + more for own, more in zip(margins, self.common.margins, strict=True))
        if (margins, whole) != self._margins:
            self._margins = margins, whole
            self._places.setContentsMargins(*whole)
        if self._whole.geometry() != self.range:
            self._whole.setGeometry(self.range)  # it has grown where margins did not fit
        for _ in range(2):  # a legend that has got its width may need another height
            self._places.activate()

    def _fit(self) -> None:
        """Lay out, and leave the room that makes a plot square."""
        grid_room.fit_bars([it for it in self._there.values() if isinstance(it, BarRow)], self._places, self.width())
        if self._square is None:
            self._leave_room(0.0, 0.0)
            return
        plot, unlike = self._square
        self._places.activate()
        plot.layout.activate()
        if self._is_square(plot, unlike):
            return
        self._leave_room(0.0, 0.0)
        plot.layout.activate()
        inside = plot.vb.geometry()
        wide, high = inside.width() - unlike * inside.height(), inside.height() - unlike * inside.width()
        if min(inside.width(), inside.height()) > 0:
            self._leave_room(max(wide, 0.0) / 2, max(high, 0.0))

    def plot_edges(self) -> QRectF:
        """Where the plots stand together, without their axes and the room that keeps one of them square."""
        square, self._square = self._square, None
        self._fit()
        found = QRectF()
        for plot in self.plots:
            plot.layout.activate()
            found = found.united(plot.vb.mapRectToScene(plot.vb.boundingRect()))
        self._square = square
        self._fit()
        return found

    def least_height(self) -> float:
        """Pixels that all rows take where plots are as low as they can be read, with their axes."""
        return grid_room.least_height(self._there, self._known_look())

    def _is_square(self, plot: Plot, unlike: float) -> bool:
        """Whether a plot is square with the room that was left, all of which is that of this type."""
        inside, gap = plot.vb.geometry(), 0.5 * GAP * self._known_look().em
        shorter, longer = sorted((inside.width(), inside.height()))
        own = self._margins[0]
        none_left = own == (0.0, gap, 2 * AT_END * gap / GAP, gap)
        alike = longer <= unlike * shorter + 1e-6 if none_left else abs(longer - unlike * shorter) < 1e-6
        return alike and self._whole.geometry() == self.range and own[1:2] == (gap,) and shorter > 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        for plot in self.plots:
            plot.hold_moved()
        super().resizeEvent(event)
        if self.look is not None:
            self._fit()
        for plot in self.plots:
            plot.tell_moved()

    def _known_look(self) -> Look:
        if self.look is None:
            raise RuntimeError("a grid is drawn between begin() and end()")
        return self.look

    def _at(self, place: Place, kind: Callable[[], Item]) -> Item:
        """What stands at a place, newly made where something else or nothing does."""
        item: Any = self._there.get(place)
        if item is None or type(item) is not kind:
            for other in [it for it in self._there if it == place or (_overlap(it, place) and it not in self._asked)]:
                self._remove(other)
            item = self._there[place] = kind()
            row, column, rows, columns = place
            self._places.addItem(item, row, column, rows, columns)
            self._put(item, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._asked.add(place)
        return item  # type: ignore[no-any-return]

    def _put(self, item: Any, where: Qt.AlignmentFlag) -> None:
        """Where in its place something stands that does not fill it."""
        if self._places.alignment(item) != where:
            self._places.setAlignment(item, where)

    def _remove(self, place: Place) -> None:
        """Take something away; it is let go later: Qt may be going through what there is just now."""
        item = self._there.pop(place)
        self._places.removeItem(item)
        self.scene().removeItem(item)
        self._gone.append(item)
        QTimer.singleShot(0, self, self._gone.clear)

    def _align(self) -> None:
        """Give the plots of a row or column the same room for their axes, so that equal values stand in line."""
        look = self._known_look()
        for part, sides in ((1, ("left", "right")), (0, ("top", "bottom"))):
            for number in {place[part] for place in self._there}:
                plots = [it for place, it in self._there.items() if isinstance(it, Plot) and place[part] == number]
                for axes in ([plot.sides[side] for plot in plots if side in plot.sides] for side in sides):
                    room = max((axis.room(look) for axis in axes), default=0.0)
                    for axis in axes:
                        axis.take_room(room)

    # -- gestures ------------------------------------------------------------------------------------------------

    def plot_at(self, where: QPointF) -> Plot | None:
        """The plot at a point of the scene."""
        return next((plot for plot in self.plots if plot.sceneBoundingRect().contains(where)), None)

    def _pointed(self, where: QPointF | None) -> None:
        if self.look is None or self.look.still:
            return
        here = self.plot_at(where) if where is not None else None
        for plot in self.plots:
            plot.point_at(where if plot is here else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._pointed(None)
        super().leaveEvent(event)

    def _clicked(self, event: Any) -> None:
        plot = self.plot_at(event.scenePos())
        if plot is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._last = plot
        if event.double():
            plot.view_all()
        else:
            plot.choose_at(event.scenePos())

    @property
    def keyboard_plot(self) -> Plot | None:
        """The plot that keys mean: the one clicked last, else the first in which something can be chosen."""
        plots = self.plots
        choosing = (plot for plot in plots if plot.aim_at is not None and plot.aim_at.choose is not None)
        return self._last or next(choosing, plots[0] if plots else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            event.ignore()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key means; whether it means anything here."""
        plot, key = self.keyboard_plot, Qt.Key(event.key())
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plot is not None and held == Qt.KeyboardModifier.ControlModifier and key in ARROWS:
            return self._go_to_plot(plot, *ARROWS[key])
        if plot is None or held:
            return False
        if key in ARROWS:
            right, down = ARROWS[key]
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                plot.vb.move(STEP * right, STEP * down)
                return True
            return plot.step(right, down) and self._tell(plot)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return plot.choose_resting()
        aim = plot.aim_at
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and aim is not None and aim.choose is not None and aim.ends:
            aim.choose(aim.ends[key == Qt.Key.Key_End])
            return True
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            plot.vb.zoom(1 / CLOSER if key == Qt.Key.Key_Minus else CLOSER)
        elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
            plot.view_all()
        else:
            return False
        return True

    def _go_to_plot(self, here: Plot, right: int, down: int) -> bool:
        """Give the keys to the next plot on one side that has anything to point at, and point at its first thing."""
        there = beside([plot for plot in self.plots if plot.aim_at is not None], here, right, down)
        if there is None:
            return False
        self._last = there
        here.point_at(None)
        there.rest_somewhere()
        return self._tell(there)

    def _tell(self, plot: Plot) -> bool:
        """Have a screen reader say what the keys have come to; true."""
        announce(self, plot.gone_to)
        return True

    def view_all(self) -> None:
        """Show all of every plot."""
        for plot in self.plots:
            plot.view_all()

    def menu(self) -> QMenu:
        """Our menu: view all, then what is offered with the view (its actions, such as a figure)."""
        menu = QMenu(self)
        menu.addAction(QCoreApplication.translate("ChartGrid", "View all"), self.view_all)
        view: QWidget | None = self
        while view is not None and not isinstance(view, View):
            view = view.parentWidget()
        if view is not None and view.actions():
            menu.addSeparator()
            menu.addActions(view.actions())
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        event.accept()

    # -- figures -------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look is None or not self.look.still:  # a figure is painted by `draw_vectors`
            super().paintEvent(event)

    def draw_vectors(self, painter: QPainter, rect: QRectF) -> None:
        """Paint everything into `rect` as vectors, without a ground."""
        self._places.activate()
        self.scene().prepareForPaint()
        whole = QRectF(0, 0, self.width(), self.height())
        painter.save()
        painter.translate(rect.topLeft())
        paint_flat(painter, self.size(), lambda inner: self.scene().render(inner, whole, whole))
        painter.restore()


def _overlap(one: Place, other: Place) -> bool:
    """Whether two places share a cell of the grid."""
    return all(one[i] < other[i] + other[i + 2] and other[i] < one[i] + one[i + 2] for i in (0, 1))
