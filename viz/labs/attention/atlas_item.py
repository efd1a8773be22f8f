"""All heads' thumbnails as an item of a plot whose range is 0 to 1: they are laid out by the room there is.

Nothing is laid out anew by a zoom; the sheet is then made sharper. Names of layers and the head under the pointer,
large beside it, are as large at any zoom.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.records import F32
from viz.charts.atlas_grid import AtlasGrid, by_layer, in_order
from viz.charts.colours import mixed
from viz.charts.head_names import head_name
from viz.charts.heatmap import Colouring, image_of
from viz.charts.look import Look
from viz.charts.thumbnail_item import ThumbnailItem
from viz.labs.attention.atlas_sheet import AtlasSheet, SheetPlan, shown_cells
from viz.labs.attention.attention_store import Atlas

MARKED = 12.0  # pixels from which a thumbnail has a bar for its score
LARGE = 15.0  # em, side of the thumbnail under the pointer
LABEL = 1.9  # em, room for a layer's number
ABOVE = 1.3  # em, room for the heads' numbers in a figure, where nothing can be pointed at
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, eq=False)
class AtlasPicture:
    """What is drawn, and how."""

    atlas: Atlas
    order: npt.NDArray[np.int64]  # [L * H] layer * H + head, in the order shown
    layers: int
    heads: int
    by_score: bool
    without_first: bool
    shares: F32  # [L * H] each head's score as a share of a full bar
    chosen: int  # place in the order, -1 for none
    colouring: Colouring
    look: Look
    one_by_one: bool  # with nothing between thumbnails: the ground is transparent

    def grid(self, area: QRectF) -> AtlasGrid:
        """The places of all heads in an area of pixels."""
        if self.by_score:
            return in_order(area, len(self.order))
        above = ABOVE * self.look.em if self.look.still else 0.0
        return by_layer(area.adjusted(0, above, 0, 0), self.layers, self.heads, LABEL * self.look.em)


class AtlasItem(ThumbnailItem):
    """See the module."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: AtlasPicture | None = None
        self._sheet: AtlasSheet | None = None
        self._sheet_shows: Atlas | None = None
        self._tracks: list[QRectF] = []
        self._bars: list[QRectF] = []
        self._tracks_of: tuple[object, ...] = ()
        self._grid = in_order(QRectF(), 0)
        self._grid_of: tuple[object, ...] = ()
        self._numbers: list[tuple[QRectF, str]] = []  # of the layers, and where they stand
        self._numbers_of: tuple[object, ...] = ()
        self.pointed: int | None = None  # the place in the order that is shown large
        self.lines: Callable[[int], list[str]] = lambda place: []  # what is said below it

    def show_picture(self, shown: AtlasPicture, lines: Callable[[int], list[str]]) -> None:
        self._shown, self.lines = shown, lines
        self.update()

    def enlarge(self, place: int | None) -> None:
        """Show a head large; None for none."""
        self.pointed = place
        self.update()

    def grid(self) -> AtlasGrid:
        """The places of all heads, in pixels of `area`."""
        shown, area = self._shown, self.area
        if shown is None:
            return in_order(area, 0)
        key = (area, len(shown.order), shown.layers, shown.heads, shown.by_score, shown.look.em)
        if key != self._grid_of:
            self._grid, self._grid_of = shown.grid(area), key
        return self._grid

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        shown, area = self._shown, self.area
        if shown is None or not len(shown.order):
            return
        grid = self.grid()
        painter.save()
        unzoomed = painter.deviceTransform().mapRect(QRectF(0, 0, 1, 1)).width() / area.width()
        painter.scale(1 / area.width(), 1 / area.height())
        sheet = self._made(shown, grid, unzoomed)
        self._draw_sheet(painter, shown, grid, sheet)
        self._draw_scores(painter, shown, grid, sheet.plan)
        if shown.chosen >= 0:
            pen = QPen(QColor(shown.look.theme.accent), max(shown.look.em * 0.17, 1.5))
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(picture_of(grid, sheet.plan, shown.chosen).adjusted(-1, -1, 1, 1))
        painter.restore()
        with self.at_size(painter) as now:
            self._draw_layers(painter, shown, grid, now)
            if shown.look.still and not shown.by_score and grid.folds == 1:
                self._draw_heads(painter, shown, grid, now)
            self._draw_names(painter, shown, [now(picture_of(grid, sheet.plan, at)) for at in self._named(shown)])
            if self.pointed is not None and self.pointed < len(shown.order) and not shown.look.still:
                self._draw_large(painter, shown, now(grid.place(self.pointed)), self.pointed)

    @staticmethod
    def _draw_sheet(painter: QPainter, shown: AtlasPicture, grid: AtlasGrid, sheet: AtlasSheet) -> None:
        """The thumbnails: block by block where they stand as on the sheet, else one by one."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        if shown.by_score or shown.one_by_one or grid.folds > 1:
            for at, index in enumerate(shown.order.tolist()):
                source = sheet.plan.place(*divmod(index, shown.heads))
                painter.drawImage(picture_of(grid, sheet.plan, at), sheet.image, source)
            return
        for first in range(0, shown.layers, grid.rows):
            count = min(grid.rows, shown.layers - first)
            corner = grid.place(first * shown.heads).topLeft()
            target = QRectF(corner, QSizeF(shown.heads * grid.width, count * grid.height))
            painter.drawImage(target, sheet.image, sheet.plan.block(first, count))

    def _draw_scores(self, painter: QPainter, shown: AtlasPicture, grid: AtlasGrid, plan: SheetPlan) -> None:
        """A bar under each thumbnail, as long as the head's score."""
        if grid.width < MARKED:
            return
        thick = grid.height * plan.below / (plan.capacity + plan.below) * 0.55
        key = (grid, plan.capacity, plan.right, plan.below)
        if key != self._tracks_of:
            pictures = [picture_of(grid, plan, at) for at in range(len(shown.order))]
            self._tracks = [QRectF(p.left(), p.bottom() + thick * 0.3, p.width(), thick) for p in pictures]
            self._bars = [QRectF(track) for track in self._tracks]
            self._tracks_of = key
        theme, full = shown.look.theme, self._tracks[0].width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(theme.surface, theme.border, 0.6))
        painter.drawRects(self._tracks)
        painter.setBrush(QColor(theme.fan))
        for bar, length in zip(self._bars, (shown.shares[shown.order] * full).tolist(), strict=True):
            bar.setWidth(length)
        painter.drawRects(self._bars)

    def _made(self, shown: AtlasPicture, grid: AtlasGrid, ratio: float) -> AtlasSheet:
        """The sheet of all thumbnails, as sharp as the places have pixels (`ratio` for each of the grid's)."""
        n = shown.atlas.cells.shape[2]
        step = min(2 ** max(math.ceil(math.log2(max(n / max(grid.width * ratio, 1.0), 1))), 0), 16)
        capacity = max(-(-n // (4 * step)) * 4, 8)  # grows by four, so that most tokens change one row of pixels
        right = max(round(capacity * 0.05), 1)
        below = max(round(capacity * 0.16), 1) if grid.width >= MARKED else right
        plan = SheetPlan(
            shown.layers, shown.heads, step, capacity, right, below, shown.look.theme.surface, shown.colouring,
            shown.without_first,
        )  # fmt: skip
        if self._sheet is None or self._sheet.plan != plan:
            self._sheet, self._sheet_shows = AtlasSheet(plan), None
        if self._sheet_shows is not shown.atlas:
            self._sheet.show(shown.atlas)
            self._sheet_shows = shown.atlas
        return self._sheet

    # -- what is as large at any zoom ----------------------------------------------------------------------------

    def _draw_layers(
        self, painter: QPainter, shown: AtlasPicture, grid: AtlasGrid, now: Callable[[QRectF], QRectF]
    ) -> None:
        """The number of each layer before its row (of every fifth where rows are low)."""
        if shown.by_score:
            return
        look, em = shown.look, shown.look.em
        first = now(grid.place(0))
        key = (grid, em, first, now(grid.place(len(shown.order) - 1)))  # two places tell the zoom
        if key != self._numbers_of:
            self._numbers_of, self._numbers = key, []
            for layer in range(0, shown.layers, 1 if first.height() * grid.folds >= em * 1.1 else 5):
                row = now(grid.place(layer * shown.heads))  # its first line
                where = QRectF(row.left() - 3.35 * em, row.center().y() - em, 3 * em, 2 * em)
                self._numbers.append((where, str(layer)))
        painter.setFont(look.font_of(0.75))
        painter.setPen(QColor(look.theme.muted))
        for where, number in self._numbers:
            painter.drawText(where, RIGHT, number)

    @staticmethod
    def _draw_heads(painter: QPainter, shown: AtlasPicture, grid: AtlasGrid, now: Callable[[QRectF], QRectF]) -> None:
        """The number of each head above its column of each block, or of as many as have room."""
        em = shown.look.em
        painter.setFont(shown.look.font_of(0.75))
        painter.setPen(QColor(shown.look.theme.muted))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(f"H{shown.heads - 1}") + 0.3 * em
        step = next((step for step in (1, 2, 5, 10, 20) if step * now(grid.place(0)).width() >= wide), shown.heads)
        for layer in range(0, shown.layers, grid.rows):
            for head in range(0, shown.heads, step):
                place = now(grid.place(layer * shown.heads + head))
                where = QRectF(place.center().x() - wide, place.top() - ABOVE * em, 2 * wide, ABOVE * em)
                painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), f"H{head}")

    @staticmethod
    def _named(shown: AtlasPicture) -> range:
        """The places whose heads are named: where they are sorted, no row or column says which they are."""
        return range(len(shown.order)) if shown.by_score else range(0)

    def _draw_names(self, painter: QPainter, shown: AtlasPicture, pictures: list[QRectF]) -> None:
        """Each head's name in the corner that no token attends from, where it fits there."""
        look = shown.look
        painter.setFont(look.font_of(0.68))
        painter.setPen(QColor(look.theme.text))
        metrics = QFontMetricsF(painter.font())
        for picture, index in zip(pictures, shown.order.tolist(), strict=False):
            name = head_name(*divmod(index, shown.heads))
            wide = metrics.horizontalAdvance(name)
            if wide <= picture.width() * 0.95 and picture.intersects(self.area):
                where = QRectF(picture.right() - wide - 1, picture.top(), wide, metrics.height())
                painter.drawText(where, RIGHT, name)

    def _draw_large(self, painter: QPainter, shown: AtlasPicture, place: QRectF, pointed: int) -> None:
        """The head under the pointer, large, beside where it stands, with its scores."""
        look, em, area = shown.look, shown.look.em, self.area
        index, lines = int(shown.order[pointed]), self.lines(pointed)
        side = min(em * LARGE, area.width() - em * 1.2, area.height() * 0.55)
        high = side + em * (1.35 * len(lines) + 0.8)
        left = place.right() + em * 0.6
        if left + side + em > area.right():
            left = max(place.left() - side - em * 1.4, area.left())
        top = min(max(place.center().y() - high / 2, area.top()), max(area.bottom() - high, area.top()))
        box = QRectF(left, top, side + em * 0.8, high)
        painter.setPen(QPen(QColor(look.theme.text), 1.2))
        painter.setBrush(QColor(look.theme.raised))
        painter.drawRoundedRect(box, em * 0.3, em * 0.3)
        layer, head = divmod(index, shown.heads)
        values = shown_cells(shown.atlas, shown.without_first)[layer, head]
        corner = box.topLeft() + QPointF(em * 0.4, em * 0.4)
        painter.drawImage(QRectF(corner, QSizeF(side, side)), image_of(values, shown.colouring))
        painter.setPen(QColor(look.theme.text))
        for row, said in enumerate(lines):
            painter.setFont(look.font_of(0.9, bold=row == 0))
            where = QRectF(corner.x(), box.top() + side + em * (0.6 + 1.35 * row), side, em * 1.35)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), said)


def picture_of(grid: AtlasGrid, plan: SheetPlan, at: int) -> QRectF:
    """Where a thumbnail itself is drawn: its place without the room to its right and below."""
    place = grid.place(at)
    wide = place.width() * plan.capacity / (plan.capacity + plan.right)
    high = place.height() * plan.capacity / (plan.capacity + plan.below)
    return QRectF(place.left(), place.top(), wide, high)
