"""The thumbnails of heads as an item of a plot: matrices, the words' bars at their edges, names, what is pointed at.

Matrices are pictures of one pixel a cell, made smaller by their maximum where cells are smaller than pixels. Everything
else is as thick and as large at any zoom.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.hello_bye.records import HelloByeFound
from viz.charts.heatmap import Colouring, image_of
from viz.charts.look import Look
from viz.charts.matrix_pyramid import Pyramid, level_for, without_future
from viz.charts.thumbnail_item import ThumbnailItem
from viz.labs.hello_bye.heads_layout import Thumbnails, thumbnails
from viz.labs.hello_bye.same import Same
from viz.labs.hello_bye.word_colour import word_colour

NAME, BAR = 0.72, 0.14  # em of a name's type, and of the words' bars


@dataclass(frozen=True, eq=False)
class HeadsPicture:
    """What is drawn."""

    found: HelloByeFound
    heads: tuple[tuple[int, int], ...]  # layer and head of each thumbnail
    names: tuple[str, ...]
    chosen: int  # number of the chosen one
    without_first: bool
    lit: frozenset[int]  # positions pointed at in any view
    colouring: Colouring
    look: Look

    @property
    def n(self) -> int:
        """T."""
        return len(self.found.token_ids)


class HeadsItem(ThumbnailItem):
    """See the module."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: HeadsPicture | None = None
        self._pointed: tuple[int, int] | None = None

    def show_picture(self, shown: HeadsPicture) -> None:
        self._shown = shown
        self.update()

    def point(self, cell: tuple[int, int] | None) -> None:
        """Mark this query's row and this key's column in every thumbnail; None for what other views point at."""
        self._pointed = cell
        self.update()

    def places(self) -> Thumbnails:
        """Where the thumbnails are, in pixels of `area`."""
        shown = self._shown
        return thumbnails(self.area, len(shown.heads) if shown else 0, shown.look.em if shown else 1.0)

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        shown = self._shown
        if shown is None:
            return
        places = self.places()
        ratio = math.sqrt(abs(painter.deviceTransform().determinant()) / (self.area.width() * self.area.height()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        with self.at_size(painter) as now:
            for at in range(len(shown.heads)):
                box = now(places.matrix(at))
                if box.intersects(self.area.adjusted(0, -places.above, 0, places.above)):
                    level = 0 if shown.look.still else level_for(places.side * ratio / shown.n, shown.n)
                    self._draw_thumbnail(painter, shown, at, box, level)
                    self._write_name(painter, shown, at, box, places.named)

    def _draw_thumbnail(self, painter: QPainter, shown: HeadsPicture, at: int, box: QRectF, level: int) -> None:
        theme, thick = shown.look.theme, _thickness(shown.look)
        held = Same(shown.found)
        image = _picture(held, *shown.heads[at], shown.without_first, level, shown.colouring)
        side = image.width() * 2**level / shown.n  # the last cell of a smaller picture may reach beyond
        painter.drawImage(QRectF(box.left(), box.top(), box.width() * side, box.height() * side), image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.border), 1.0))
        painter.drawRect(box)
        self._draw_words(painter, shown, box)
        self._draw_pointed(painter, shown, box)
        if at == shown.chosen:
            out = thick + 1.5
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), max(0.14 * shown.look.em, 2.0)))
            painter.drawRect(box.adjusted(-out, -out, out - thick, out - thick))

    @staticmethod
    def _draw_words(painter: QPainter, shown: HeadsPicture, box: QRectF) -> None:
        """The words' colours along the upper and the left edge."""
        found, thick = shown.found, _thickness(shown.look)
        across, down = box.width() / shown.n, box.height() / shown.n
        for words in (found.first_words, found.second_words):
            at = np.flatnonzero(words)
            if len(at):
                colour = word_colour(found, int(at[0]), shown.look.theme)
                low, count = int(at[0]), int(at[-1] - at[0] + 1)
                painter.fillRect(QRectF(box.left() + low * across, box.top() - thick, count * across, thick), colour)
                painter.fillRect(QRectF(box.left() - thick, box.top() + low * down, thick, count * down), colour)

    def _draw_pointed(self, painter: QPainter, shown: HeadsPicture, box: QRectF) -> None:
        """The row and the column of what is pointed at."""
        rows = columns = shown.lit
        if self._pointed is not None and not shown.look.still:
            rows, columns = frozenset({self._pointed[0]}), frozenset({self._pointed[1]})
        across, down = box.width() / shown.n, box.height() / shown.n
        colour = QColor(shown.look.theme.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.0))
        for column in columns:
            painter.drawRect(QRectF(box.left() + column * across, box.top(), across, box.height()))
        for row in rows:
            painter.drawRect(QRectF(box.left(), box.top() + row * down, box.width(), down))

    @staticmethod
    def _write_name(painter: QPainter, shown: HeadsPicture, at: int, box: QRectF, above: bool) -> None:
        """Above the matrix, else in its upper right corner where it fits: the future is empty."""
        look, chosen, name = shown.look, at == shown.chosen, shown.names[at]
        font = look.font_of(NAME, chosen)
        painter.setFont(font)
        painter.setPen(QColor(look.theme.accent if chosen else look.theme.text))
        if above:
            room = QRectF(box.center().x() - 4 * look.em, box.top() - 1.2 * look.em, 8 * look.em, 0.9 * look.em)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), name)
            return
        wide = QFontMetricsF(font).horizontalAdvance(name) + 0.15 * look.em
        if wide + NAME * look.em <= box.width():
            room = QRectF(box.right() - wide, box.top() + 0.05 * look.em, wide, NAME * look.em)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), name)


def _thickness(look: Look) -> float:
    return max(2.0, BAR * look.em)


@functools.lru_cache(maxsize=1024)
def _picture(
    held: Same[HelloByeFound], layer: int, head: int, without_first: bool, level: int, colouring: Colouring
) -> QImage:
    """A head's matrix, one pixel a cell, or 2^level cells a side."""
    attn = held.value.attn
    if attn is None:
        return QImage(1, 1, QImage.Format.Format_ARGB32)
    cells = without_future(attn[layer, head], 0, 0)
    if without_first:
        cells[1:, 0] = np.nan
    return image_of(Pyramid(cells).level(level), colouring)
