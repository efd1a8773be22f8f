"""One plot: axes by `Ruler`s, and lines, bars, points and tables drawn on them in the order in which they should lie.

A view draws anew at every frame, as on paper; the items of pyqtgraph are kept and given the new values, so that a
frame costs no building. What is not drawn again goes. Zoom and place stay a person's until the axes' range changes.
The plot itself is laid out here from pyqtgraph's view box and axes: its own `PlotItem` builds a menu with forms,
buttons, a title and four axes for each plot, which took several times as long as what is shown.
Colours are "#rrggbb"; sizes are multiples of an em; lines differ by their dash as well as their colour.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsGridLayout, QGraphicsPathItem, QGraphicsRectItem, QSizePolicy

from engine.records import F32
from viz.charts.aim import F64, Aim, Spot, Targets, nothing
from viz.charts.axes import LINE, NAME, Axis
from viz.charts.brushes import brush_of, brushes_of
from viz.charts.crosshair import Crosshair
from viz.charts.graphs import pg
from viz.charts.heat import CellWords, Heat, Writer, Written
from viz.charts.heatmap import Colouring
from viz.charts.look import Look
from viz.charts.marks import Bars, Hatch, Limit
from viz.charts.matrix_pyramid import Pyramid
from viz.charts.pixels import pixel_size
from viz.charts.readings import Drawn, reading
from viz.charts.rulers import Ruler
from viz.charts.zoom import ZoomBox

SIDES = {"left": (2, 0), "right": (2, 2), "top": (1, 1), "bottom": (3, 1)}  # row and column of the axis there
GROWS = QSizePolicy.Policy.Expanding
DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
ENDLESS = float((1 << 24) - 1)  # QWIDGETSIZE_MAX
NO_PEN = QPen(Qt.PenStyle.NoPen)
Values = Sequence[float] | npt.NDArray[Any]
Colours = str | Sequence[str]
Item = TypeVar("Item")


class Plot(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph is untyped
    """See the module."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(GROWS, GROWS)
        self.sides: dict[str, Axis] = {}  # those that were shown
        self.vb = ZoomBox()
        self.layout = QGraphicsGridLayout()
        self.layout.setContentsMargins(1, 1, 1, 1)
        self.layout.setSpacing(0)
        self.layout.addItem(self.vb, 2, 1)
        self.layout.setRowStretchFactor(2, 1)  # axes have the room that they need, and all else is the values'
        self.layout.setColumnStretchFactor(1, 1)
        self.setLayout(self.layout)
        self.look: Look | None = None
        self.aim_at: Aim | None = None
        self._kept: dict[type, list[Any]] = {}
        self._used: dict[type, int] = {}
        self._drawn: list[Drawn] = []
        self._rulers: tuple[Ruler, Ruler] = (Ruler(), Ruler())
        self._above = 0
        self.crosshair = Crosshair(self)
        self.gone_to = ""  # what is said of the thing that the keys came to last
        self._moved: Callable[[], object] | None = None
        self._told: tuple[object, ...] | None = None  # range and size that were told of; None: it is told at once
        self.vb.sigRangeChanged.connect(self._range_changed)
        self.vb.sigResized.connect(self._range_changed)

    # -- between two frames --------------------------------------------------------------------------------------

    def begin(self, look: Look) -> None:
        """Begin to draw a frame."""
        self.look, self.aim_at, self._above, self._moved, self._told = look, None, 0, None, None
        self._used = {}
        self._drawn = []

    def end(self) -> None:
        """Take away what was not drawn again, and see that something can be pointed at."""
        for kind, items in self._kept.items():
            for item in items[self._used.get(kind, 0) :]:
                self.vb.removeItem(item)
            del items[self._used.get(kind, 0) :]
        if self.aim_at is None:
            found = reading(self._drawn, *self._rulers)
            self.aim_at = Aim(*found) if found else None
        self.refresh_crosshair()

    def _item(self, kind: type[Item], make: Callable[[], Item]) -> Item:
        """The next item of a kind, above all that was drawn before."""
        items, used = self._kept.setdefault(kind, []), self._used.get(kind, 0)
        if used == len(items):
            items.append(make())
            self.vb.addItem(items[-1], ignoreBounds=True)
        self._used[kind] = used + 1
        self._above += 1
        if items[used].zValue() != self._above:
            items[used].setZValue(self._above)
        return items[used]  # type: ignore[no-any-return]

    @property
    def values(self) -> tuple[tuple[Drawn, ...], Ruler, Ruler]:
        """What was drawn, and the axes x and y."""
        return (tuple(self._drawn), *self._rulers)

    @property
    def items(self) -> list[Any]:
        """All that lies on the plot."""
        return list(self.vb.innerSceneItem().childItems())

    def item(self, kind: type[Item]) -> Item:
        """The next item of a class of the caller's, above all that was drawn before, and kept as the others are."""
        return self._item(kind, kind)

    def moved(self, tell: Callable[[], object]) -> None:
        """Tell of every zoom, move and new size until the next frame, for what is drawn by the part in sight."""
        self._moved = tell
        self.hold_moved()

    def hold_moved(self) -> None:
        """Tell nothing until `tell_moved`: while all is being laid out, sizes come and go."""
        if self._moved is not None and self._told is None:
            self._told = self._in_sight()

    def tell_moved(self) -> None:
        """Tell what was held back, if anything came of it."""
        told, self._told = self._told, None
        if told is not None and told != self._in_sight():
            self._range_changed()

    def _in_sight(self) -> tuple[object, ...]:
        return self.vb.viewRange(), self.vb.width(), self.vb.height()

    def _range_changed(self, *_: object) -> None:
        if self._moved is not None and self._told is None:
            self._moved()

    def _known_look(self) -> Look:
        if self.look is None:
            raise RuntimeError("a plot is drawn between begin() and end()")
        return self.look

    def _pen(self, colour: str | QColor, width: float, dash: int = 0, least: float = 1.4) -> QPen:
        pen = QPen(QColor(colour), max(self._known_look().em * width, least), DASHES[dash % len(DASHES)])
        pen.setCosmetic(True)
        return pen

    # -- axes ----------------------------------------------------------------------------------------------------

    def show_axes(self, x: Ruler, y: Ruler, *others: Ruler) -> None:
        """The axes and their range. `others`: more vertical axes' words on the free side (`far`), in y's range."""
        look = self._known_look()
        rulers = dict.fromkeys(SIDES, Ruler(hidden=True))
        rulers["top" if x.far else "bottom"] = x
        rulers["right" if y.far else "left"] = y
        for ruler in others:
            rulers["right" if ruler.far else "left"] = ruler
        for side, ruler in rulers.items():
            if side in self.sides or not ruler.hidden:
                self._side(side).show_ruler(ruler, look)
        named = any(rulers[side].name for side in ("left", "right"))
        for side in ("left", "right"):
            if side in self.sides:
                self.sides[side].lift = self.room("top")
        self._set_name_room((LINE * NAME + 0.4) * look.em if named else 0.0)
        self._rulers = (x, y)
        self.vb.show_whole((x.low, x.high), (y.low, y.high), y.down, (not x.fixed, not y.fixed))

    def _side(self, side: str) -> Axis:
        """The axis at a side, made when it is shown first."""
        if side not in self.sides:
            axis = self.sides[side] = Axis(side)
            axis.linkToView(self.vb)
            axis.setZValue(-1000)  # its lines lie below what is drawn
            axis.setFlag(axis.GraphicsItemFlag.ItemNegativeZStacksBehindParent)
            self.layout.addItem(axis, *SIDES[side])
        return self.sides[side]

    def room(self, side: str) -> float:
        """Pixels that the axis at a side needs; 0 where there is none."""
        return self.sides[side].room(self._known_look()) if side in self.sides else 0.0

    def _set_name_room(self, high: float) -> None:
        """Room for the name of a side axis. A layout told what it knows would still lay all out anew."""
        if high != self.layout.rowMinimumHeight(0):
            self.layout.setRowFixedHeight(0, high)

    def at_most(self, wide: float = 0.0, high: float = 0.0) -> None:
        """Take no more room inside of the axes than so many em; 0: as much as there is. After `show_axes`."""
        look = self._known_look()
        beside = sum(self.room(side) for side in ("left", "right"))
        above = sum(self.room(side) for side in ("top", "bottom")) + self.layout.rowMinimumHeight(0)
        self.setMaximumWidth(wide * look.em + beside if wide else ENDLESS)
        self.setMaximumHeight(high * look.em + above + 2 if high else ENDLESS)

    def view_all(self) -> None:
        """Show the whole range again."""
        self.vb.view_all()

    # -- what is drawn -------------------------------------------------------------------------------------------

    def line(
        self, xs: Values, ys: Values, colour: str, *, name: str = "", dash: int = 0, width: float = 0.16,
        dots: bool = False, step: bool = False,
    ) -> None:  # fmt: skip
        """A line through values [n], NaN a gap; with a dot at each where `dots`, and always where one stands alone."""
        xs, ys = np.asarray(xs, np.float64), np.asarray(ys, np.float64)
        curve = self._item(pg.PlotCurveItem, pg.PlotCurveItem)
        curve.setData(xs, ys, pen=self._pen(colour, width, dash), connect="finite", antialias=True,
                      stepMode="right" if step else None)  # fmt: skip
        known = np.isfinite(xs) & np.isfinite(ys)
        beside = np.zeros(len(known) + 2, bool)
        beside[1:-1] = known
        alone = known & ~beside[:-2] & ~beside[2:]
        self._drawn.append(Drawn("line", xs, ys, name))
        if dots or alone.any():
            shown = known if dots else alone
            self._spots(xs[shown], ys[shown], colour, 0.44 if dots else max(0.44, width), "o", "")

    def band(self, xs: Values, low: Values, high: Values, colour: str, opacity: float = 0.16) -> None:
        """The interval [low, high] around a line, between its first and last known values."""
        xs, low, high = (np.asarray(values, np.float64) for values in (xs, low, high))
        good = np.isfinite(xs) & np.isfinite(low) & np.isfinite(high)
        there = list(zip(xs[good].tolist(), high[good].tolist(), strict=True))
        back = list(zip(xs[good].tolist(), low[good].tolist(), strict=True))[::-1]
        self.area([*there, *back], colour, opacity)

    def area(self, outline: Sequence[tuple[float, float]], colour: str, opacity: float = 1.0) -> None:
        """A filled shape."""
        item = self._item(QGraphicsPathItem, QGraphicsPathItem)
        path, fill = QPainterPath(), QColor(colour)
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline]))
        fill.setAlphaF(opacity)
        item.setPath(path)
        item.setPen(NO_PEN)
        item.setBrush(fill)

    def bars(
        self, at: Values, to: Values, colour: Colours, *, base: Values | float = 0.0, thick: float = 0.7,
        shift: float = 0.0, across: bool = False, name: str = "", tint: float = 1.0,
    ) -> None:  # fmt: skip
        """Bars at `at` [n] from `base` to `to` [n], `thick` on the axis they stand on; `across`: lying, `at` along y.

        Stacked: give the end of the one below as `base`. Grouped: make them thinner and `shift` each group. `tint`: how
        much of the colour fills them, outlined where that is not all of it, so that groups differ in grey too.
        """
        at, to = np.asarray(at, np.float64), np.asarray(to, np.float64)
        base = np.broadcast_to(np.asarray(base, np.float64), to.shape)
        self._drawn.append(Drawn("bars", at, to - base if np.any(base) else to, name, across))
        known = np.isfinite(at) & np.isfinite(to) & np.isfinite(base)
        middle, one, other = at[known] + shift, np.minimum(base, to)[known], np.maximum(base, to)[known]
        lying = {"x0": one, "x1": other, "y0": middle - thick / 2, "y1": middle + thick / 2}
        standing = {"x0": middle - thick / 2, "x1": middle + thick / 2, "y0": one, "y1": other}
        item = self._item(Bars, Bars)
        one_colour, brushes = isinstance(colour, str), brushes_of(colour, known, tint)
        pen = self._pen(colour, 0.09, least=1.2) if isinstance(colour, str) and tint < 1 else NO_PEN
        item.setOpts(**(lying if across else standing), pen=pen, brush=brushes[0] if one_colour else None,
                     brushes=None if one_colour else brushes)  # fmt: skip

    def points(
        self, xs: Values, ys: Values, colour: Colours, *, size: float = 0.68, symbol: str = "o", edge: str = "",
        name: str = "",
    ) -> None:  # fmt: skip
        """Marks at values [n]: "o" round, "s" square, "t" triangle, "d" diamond, "x" cross, "+"."""
        xs, ys = np.asarray(xs, np.float64), np.asarray(ys, np.float64)
        self._drawn.append(Drawn("points", xs, ys, name))
        self._spots(xs, ys, colour, size, symbol, edge or self._known_look().theme.surface)

    def _spots(self, xs: F64, ys: F64, colour: Colours, size: float, symbol: str, edge: str) -> None:
        look, known = self._known_look(), np.isfinite(xs) & np.isfinite(ys)
        item = self._item(pg.ScatterPlotItem, lambda: pg.ScatterPlotItem(pxMode=True, antialias=True))
        item.opts["useCache"] = not look.still  # a figure's marks are vectors
        pen = self._pen(edge, 0.07, least=1.0) if edge else NO_PEN
        brushes = brushes_of(colour, known)
        item.setData(xs[known], ys[known], size=size * look.em, symbol=symbol, pen=pen,
                     brush=brushes[0] if isinstance(colour, str) else brushes)  # fmt: skip

    def errors(
        self, xs: Values, ys: Values, low: Values, high: Values, colour: str, *, cap: float = 0.25, across: bool = False
    ) -> None:
        """Intervals [low, high] (values, not distances) at points [n]; `across`: along x."""
        xs, ys, low, high = (np.asarray(values, np.float64) for values in (xs, ys, low, high))
        known = np.isfinite(xs) & np.isfinite(ys) & np.isfinite(low) & np.isfinite(high)
        middle = (xs if across else ys)[known]
        reach = {
            "left" if across else "bottom": middle - low[known],
            "right" if across else "top": high[known] - middle,
        }
        item = self._item(pg.ErrorBarItem, lambda: pg.ErrorBarItem(x=np.empty(0), y=np.empty(0)))
        item.opts.update(left=None, right=None, top=None, bottom=None)
        item.setData(x=xs[known], y=ys[known], beam=cap, pen=self._pen(colour, 0.1, least=1.2), **reach)

    def limit(
        self,
        value: float,
        words: str = "",
        *,
        colour: str = "",
        dash: int = 1,
        across: bool = False,
        width: float = 0.1,
    ) -> None:
        """A line at `value` of x from edge to edge (`across`: of y), with words at its end."""
        look = self._known_look()
        item = self._item(Limit, Limit)
        item.put(value, across, self._pen(colour or look.theme.warning, width, dash, 1.2), words, look)

    def words(
        self, x: float, y: float, text: str, *, colour: str = "", size: float = 0.8, bold: bool = False,
        anchor: tuple[float, float] = (0.5, 0.5), ground: str = "",
    ) -> None:  # fmt: skip
        """Plain text at (x, y), on a `ground` where one is given.

        `anchor` is the text's own point that lies there: (0, 0) its upper left corner.
        """
        look = self._known_look()
        item = self._item(pg.TextItem, pg.TextItem)
        item.setText(text, QColor(colour or look.theme.text))
        item.setFont(look.font_of(size, bold))
        item.fill = brush_of(ground, 0.75) if ground else QBrush()
        item.setAnchor(anchor)
        item.setPos(x, y)

    def box(
        self, left: float, low: float, wide: float, high: float, colour: str, *, width: float = 0.17, fill: str = "",
        opacity: float = 1.0, halo: bool = False, dash: int = 0,
    ) -> None:  # fmt: skip
        """An outline (none where `width` is 0), filled where `fill`; `halo`: seen on every ground."""
        if halo:
            self.box(left, low, wide, high, self._known_look().theme.surface, width=2.5 * width)
        item = self._item(QGraphicsRectItem, QGraphicsRectItem)
        item.setRect(QRectF(left, low, wide, high))
        item.setPen(self._pen(colour, width, dash, 1.0 if dash or width < 0.15 else 2.0) if width else NO_PEN)
        ground = QColor(fill or colour)
        ground.setAlphaF(opacity)
        item.setBrush(ground if fill else Qt.BrushStyle.NoBrush)

    def cell(self, row: int, column: int, colour: str = "") -> None:
        """The outline of a chosen cell of a table."""
        self.box(column - 0.5, row - 0.5, 1, 1, colour or self._known_look().theme.accent, halo=True)

    def hatch(self, left: float, low: float, wide: float, high: float) -> None:
        """Faint slanted lines: there is nothing here, which is not the same as zero."""
        self._item(Hatch, Hatch).put(QRectF(left, low, wide, high), self._known_look())

    def heat(
        self, values: F32 | Pyramid, colouring: Colouring, *, parted: bool = False, name: str = "",
        write: Writer | None = None, size: float = 0.95, at_start: bool = False, wide: int = 1,
    ) -> None:  # fmt: skip
        """A table [rows, columns] as coloured cells around whole numbers; NaN takes the colouring's empty colour.

        `parted`: lines between cells. `write`: the words in a cell, at most `size` em high; `at_start`: from its left;
        `wide`: over so many columns, or not at all where they do not fit.
        """
        look = self._known_look()
        cells = values.values if isinstance(values, Pyramid) else values
        self._item(Heat, Heat).show_values(values, colouring, QColor(look.theme.surface) if parted else None)
        self._drawn.append(Drawn("table", np.empty(0), np.asarray(cells), name))
        if write is not None:
            self._item(CellWords, CellWords).show_words(Written(cells, colouring, write, look, size, at_start, wide))

    # -- pointing ------------------------------------------------------------------------------------------------

    def aim(
        self, targets: Targets, words: Callable[[Any], str], *, point: Callable[[Any], object] = nothing,
        choose: Callable[[Any], object] | None = None, chosen: Any = None, browse: bool = False,
        ends: tuple[Any, Any] | None = None,
    ) -> None:  # fmt: skip
        """What the crosshair rests on and what is said and done about it; without it, it tells the values drawn."""
        self.aim_at = Aim(targets, words, point, choose, chosen, browse, ends)

    def point_at(self, where: QPointF | None) -> None:
        """Point at what is at `where` in the scene; None leaves."""
        spot = self.spot_at(where) if where is not None else None
        before = self.crosshair.spot
        self._show(spot)
        if self.aim_at is not None and (spot.thing if spot else None) != (before.thing if before else None):
            self.aim_at.point(spot.thing if spot else None)

    def spot_at(self, where: QPointF) -> Spot | None:
        """What is at a point of the scene."""
        if self.aim_at is None or not self.vb.sceneBoundingRect().contains(where):
            return None
        size = pixel_size(self.vb)
        if size is None:
            return None
        place, (wide, high), em = self.vb.mapSceneToView(where), size, self._known_look().em
        return self.aim_at.targets.near(place.x(), place.y(), wide * em, high * em)

    def scene_of(self, thing: Any) -> QPointF:
        """Where a thing is in the scene: for a row or column the middle of the plot along it. KeyError: nowhere."""
        spot = self.aim_at.targets.spot(thing) if self.aim_at else None
        if spot is None:
            raise KeyError(thing)
        (left, right), (low, high) = self.vb.viewRange()
        x = (left + right) / 2 if math.isnan(spot.x) else spot.x
        y = (low + high) / 2 if math.isnan(spot.y) else spot.y
        return QPointF(self.vb.mapViewToScene(QPointF(x, y)))

    def choose_at(self, where: QPointF) -> bool:
        """Choose what is at a point of the scene; whether there was something to choose."""
        spot = self.spot_at(where)
        if spot is None or self.aim_at is None or self.aim_at.choose is None:
            return False
        self.aim_at.choose(spot.thing)
        return True

    def step(self, right: int, down: int) -> bool:
        """Go one thing further by the keyboard, and choose it; whether there was one."""
        aim = self.aim_at
        if aim is None or self._known_look().still:
            return False
        resting, chooses = self.crosshair.spot, aim.choose is not None and not aim.browse
        here = aim.chosen if chooses or resting is None else resting.thing
        spot = aim.targets.beside(here, right, down)
        if spot is None:
            return False
        self.gone_to = aim.words(spot.thing)
        if aim.choose is not None and chooses:
            aim.choose(spot.thing)
        else:
            self._show(spot)
            aim.point(spot.thing)
        return True

    def rest_somewhere(self) -> None:
        """Point at what is chosen, else at the first thing there is: the keys have come here."""
        aim = self.aim_at
        if aim is None:
            return
        chosen = aim.targets.spot(aim.chosen) if aim.chosen is not None else None
        spot = chosen or aim.targets.beside(None, 0, 0)
        if spot is not None:
            self._show(spot)
            self.gone_to = aim.words(spot.thing)
            aim.point(spot.thing)

    def choose_resting(self) -> bool:
        """Choose what the crosshair rests on; whether there was something to choose."""
        spot = self.crosshair.spot
        if spot is None or self.aim_at is None or self.aim_at.choose is None:
            return False
        self.aim_at.choose(spot.thing)
        return True

    def refresh_crosshair(self) -> None:
        """Say the new values of what is pointed at; leave what is no longer there."""
        spot = self.crosshair.spot
        if spot is not None and self.aim_at is not None:
            found = self.aim_at.targets.spot(spot.thing)
            self._show(spot if found else None)
        else:
            self._show(None)

    def _show(self, spot: Spot | None) -> None:
        if spot is None or self.aim_at is None or self._known_look().still:
            self.crosshair.leave()
            return
        self.crosshair.show_at(spot, self.aim_at.targets.shape, self.aim_at.words(spot.thing), self._known_look())
