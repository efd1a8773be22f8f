"""Every head's attention over one string as small pictures, layers below each other, with the heads' names."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPaintEngine, QPainter, QPen

from engine.records import F32
from viz.charts.atlas_grid import AtlasGrid
from viz.charts.colours import mixed
from viz.charts.heatmap import Colouring, image_of
from viz.charts.matrix_pyramid import Pyramid, level_for, without_future
from viz.charts.painted import CENTRE
from viz.theme import Theme

SHARP = 320  # pixels that a picture is brought to, about: renderers of vectors smooth what has fewer
NARROWEST = 4.0  # em of a place, before a layer's heads take two lines
NAME, GAP = 1.15, 0.3  # em above a picture for its head's name, and beside it


def grid_height(attn: F32, width: float, em: float) -> float:
    """Room the pictures need at this width."""
    layers, heads = attn.shape[:2]
    lines = _lines(heads, width, em)
    return float(layers * lines * (width / -(-heads // lines) + em * NAME))


def _lines(heads: int, width: float, em: float) -> int:
    """How many lines a layer's heads take."""
    lines = 1
    while lines < heads and width / -(-heads // lines) < em * NARROWEST:
        lines += 1
    return lines


def places(where: QRectF, layers: int, heads: int, em: float) -> AtlasGrid:
    """Where each head stands, its name above its picture."""
    lines = _lines(heads, where.width(), em)
    wide, high = where.width() / -(-heads // lines), where.height() / (layers * lines)
    return AtlasGrid(where, layers * heads, heads, 1, layers, 0.0, wide, high, lines)


def draw_heads(painter: QPainter, where: QRectF, attn: F32, theme: Theme, font: QFont, em: float) -> None:
    """`attn` [L, H, T, T], each head as wide as fits; weights coloured by their square root, the future left empty."""
    layers, heads = attn.shape[:2]
    grid = places(where, layers, heads, em)
    side = min(grid.width, grid.height - em * NAME) - em * GAP
    if side < 4:
        return
    colouring = Colouring(theme.ramp, mixed(theme.surface, theme.border, 0.4).name(), 1.0, "square root")
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for at in range(layers * heads):
        place = grid.place(at)
        painter.setPen(QColor(theme.muted))
        name = QRectF(place.left(), place.top(), side + em * GAP, em * NAME)
        painter.drawText(name, CENTRE, f"L{at // heads}.H{at % heads}")
        box = QRectF(place.left(), name.bottom(), side, side)
        _draw_head(painter, box, attn[at // heads, at % heads], colouring)
        painter.setPen(QPen(QColor(theme.border), 1.0))
        painter.drawRect(box)


def _draw_head(painter: QPainter, box: QRectF, attn: F32, colouring: Colouring) -> None:
    """One picture, of as many cells as there are pixels for; as vectors of all."""
    n = len(attn)
    pixels = box.width() * math.sqrt(abs(painter.deviceTransform().determinant()))
    level = level_for(pixels / n, n) if painter.paintEngine().type() == QPaintEngine.Type.Raster else 0
    cells = Pyramid(np.asarray(without_future(np.ascontiguousarray(attn), 0, 0), np.float32)).level(level)
    image: QImage = image_of(cells, colouring)
    reach = len(cells) * 2**level / n  # the last cell of a smaller picture may reach beyond
    painter.save()
    painter.setClipRect(box)
    where = QRectF(box.left(), box.top(), box.width() * reach, box.height() * reach)
    painter.drawImage(where, image.scaled(image.size() * max(1, SHARP // image.width())))
    painter.restore()
