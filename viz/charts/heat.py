"""Tables of values as pictures: one pixel a cell, coloured by a `Colouring`, with words in the cells where they fit.

Where cells are smaller than the pixels that they are painted on, the largest of those that fall together is shown, so
that one strong cell among a million stays visible.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import cast

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QTransform
from PySide6.QtWidgets import QWidget

from engine.records import F32, U8
from viz.charts.colours import ink_on
from viz.charts.graphs import pg
from viz.charts.heatmap import Colouring, image_of
from viz.charts.look import Look
from viz.charts.matrix_pyramid import Pyramid, level_for
from viz.charts.pixels import pixel_in, pixel_size
from viz.charts.table_picture import Surface, TablePicture

GAP = 7.0  # pixels of a cell from which on cells are parted by a line
THICK = 0.6  # em of a colour bar
Writer = Callable[[int, int], tuple[str, bool]]  # row, column -> the cell's words, and whether they are bold


def colours_of(values: F32, colouring: Colouring) -> U8:
    """[rows, columns, 4] uint8 red, green, blue, alpha."""
    packed = colouring.table()[colouring.indices(values)]
    parts = [(packed >> shift) & 0xFF for shift in (16, 8, 0, 24)]
    return np.stack(parts, axis=-1).astype(np.uint8)


class Heat(TablePicture):
    """The picture."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Pyramid, Colouring] | None = None
        self._parted: QColor | None = None

    def show_values(self, values: F32 | Pyramid, colouring: Colouring, parted: QColor | None = None) -> None:
        """[rows, columns]. `parted`: the colour of lines between cells that are large enough."""
        known = self._shown
        if isinstance(values, Pyramid):
            pyramid = values
        elif known is not None and known[0].values is values and known[1].signed == colouring.signed:
            pyramid = known[0]
        else:
            pyramid = Pyramid(np.asarray(values, np.float32), colouring.signed)
        self._shown, self._parted = (pyramid, colouring), parted
        self.show_size(*pyramid.values.shape, same=known is not None and known[0] is pyramid and known[1] == colouring)

    def needed(self, surface: Surface) -> Hashable:
        """The level of the pyramid whose cells are a pixel or larger."""
        return level_for(min(surface.across, surface.down), max(self._rows_columns))

    def made(self, needed: Hashable) -> tuple[QImage, QRectF]:
        """The whole table at that level; its last cells may reach beyond it."""
        if self._shown is None:
            return QImage(), QRectF()
        pyramid, colouring = self._shown
        level = cast(int, needed)
        cells = pyramid.level(level)
        rows, columns = cells.shape
        return image_of(cells, colouring), QRectF(-0.5, -0.5, columns * 2**level, rows * 2**level)

    @property
    def _rows_columns(self) -> tuple[int, int]:
        box = self.boundingRect()
        return round(box.height()), round(box.width())

    def cell_pixels(self) -> tuple[float, float]:
        """How many pixels of the view a cell spans across and up; 0 while the view has no size."""
        size = pixel_size(self.getViewBox())
        if size is None:
            return 0.0, 0.0
        wide, high = size
        return 1 / max(wide, 1e-12), 1 / max(high, 1e-12)

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        super().paint(painter, option, widget)
        if self._parted is None or self.getViewBox() is None or min(self.cell_pixels()) < GAP:
            return
        pen = QPen(self._parted, 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        rows, columns = self._rows_columns
        for column in range(1, columns):
            painter.drawLine(QPointF(column - 0.5, -0.5), QPointF(column - 0.5, rows - 0.5))
        for row in range(1, rows):
            painter.drawLine(QPointF(-0.5, row - 0.5), QPointF(columns - 0.5, row - 0.5))


@dataclass(frozen=True)
class Written:
    """The words of a table's cells and what they stand on."""

    values: F32  # [rows, columns]
    colouring: Colouring
    write: Writer
    look: Look
    size: float  # em, at most
    at_start: bool
    wide: int = 1  # columns that the words of a cell span; from 2 on they are left out where they do not fit


class CellWords(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """Words in the cells of a table, in ink that can be read on each; only those in sight, cut to their cells."""

    def __init__(self) -> None:
        super().__init__()
        self._said: Written | None = None

    def show_words(self, said: Written) -> None:
        self.prepareGeometryChange()
        self._said = said
        self.update()

    def boundingRect(self) -> QRectF:
        rows, columns = self._said.values.shape if self._said else (0, 0)
        return QRectF(-0.5, -0.5, columns, rows)

    def viewTransformChanged(self) -> None:
        self.update()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        said, view = self._said, self.getViewBox()
        if said is None or view is None:
            return
        transform, em = painter.transform(), said.look.em
        cell = transform.mapRect(QRectF(0, 0, 1, 1))
        if (scale := pixel_in(view, transform)) is None:  # device pixels of a view's pixel
            return
        high = cell.height() / scale
        size = min(said.size, high / em * 0.68)
        if size < 0.45 or said.wide * cell.width() / scale < 1.6 * em:
            return
        painter.save()
        painter.resetTransform()
        painter.scale(scale, scale)
        self._write_part(painter, said, _Part(transform, scale, size, said.wide, *_in_sight(said, view.viewRange())))
        painter.restore()

    @staticmethod
    def _write_part(painter: QPainter, said: Written, part: _Part) -> None:
        em, (top, left) = said.look.em, part.first
        inks = colours_of(said.values[top : part.end[0], left : part.end[1]], said.colouring).tolist()
        fonts = [said.look.font_of(part.size, bold) for bold in (False, True)]
        metrics = [QFontMetricsF(font) for font in fonts]
        side = Qt.AlignmentFlag.AlignLeft if said.at_start else Qt.AlignmentFlag.AlignHCenter
        how, plain = int(Qt.AlignmentFlag.AlignVCenter | side), QColor(said.look.theme.text)
        for row in range(top, part.end[0]):
            for column in range(left, part.end[1]):
                text, strong = said.write(row, column)
                if not text:
                    continue
                bold = bool(strong)  # what numpy compared is no index
                red, green, blue, alpha = inks[row - top][column - left]
                where = part.box(row, column)
                if said.wide == 1:
                    where = where.adjusted(0.25 * em, 0, -0.15 * em, 0)
                elif metrics[bold].horizontalAdvance(text) > where.width():
                    continue
                painter.setPen(ink_on(QColor(red, green, blue)) if alpha else plain)
                painter.setFont(fonts[bold])
                painter.drawText(where, how, metrics[bold].elidedText(text, Qt.TextElideMode.ElideRight, where.width()))


@dataclass(frozen=True)
class _Part:
    """The cells in sight from `first` to before `end` (row, column), and how their words are drawn."""

    transform: QTransform
    scale: float
    size: float  # em of the words
    wide: int  # columns that they span
    first: tuple[int, int]
    end: tuple[int, int]

    def box(self, row: int, column: int) -> QRectF:
        """A cell in pixels of the view."""
        wide, scale = min(self.wide, self.end[1] - column), self.scale
        box = self.transform.mapRect(QRectF(column - 0.5, row - 0.5, wide, 1))
        return QRectF(box.x() / scale, box.y() / scale, box.width() / scale, box.height() / scale)


def _in_sight(said: Written, ranges: list[list[float]]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first cell in sight, and the one after the last."""
    (left, right), (low, high) = ranges
    rows, columns = said.values.shape
    first = max(0, round(min(low, high))), max(0, round(left) - said.wide + 1)
    return first, (min(rows, round(max(low, high)) + 1), min(columns, round(right) + 1))


class ColourBar(pg.GraphicsWidget):  # type: ignore[misc]  # pyqtgraph is untyped
    """The colours of a colouring from low to high, in a frame.

    pyqtgraph's `ColorBarItem` is a whole plot with a picture in it, and took longer than many a chart below it. Nobody
    drags our bars' ends: colours mean the same for everyone.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Colouring, Look] | None = None
        self._image = QImage()

    def show_bar(self, colouring: Colouring, look: Look) -> None:
        if (colouring, look) == self._shown:
            return
        self._shown = colouring, look
        packed = colouring.table()[None, :256]
        table = np.ascontiguousarray(
            np.stack([(packed >> shift) & 0xFF for shift in (16, 8, 0, 24)], axis=-1), np.uint8
        )
        image = QImage(table.data, 256, 1, 4 * 256, QImage.Format.Format_RGBA8888)
        self._image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # as screens are painted
        self.setFixedHeight(THICK * look.em + 4)
        self.update()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        if self._shown is None:
            return
        look = self._shown[1]
        bar = QRectF(1, 1, self.size().width() - 2, THICK * look.em)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.drawImage(bar, self._image)
        painter.setPen(QPen(QColor(look.theme.border), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5))
