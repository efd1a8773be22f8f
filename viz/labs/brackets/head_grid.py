"""Every head's attention over one string as small pictures, layers below each other, with the heads' names."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from engine.records import F32
from viz.charts.colours import mixed
from viz.charts.heatmap import Colouring, image_of
from viz.charts.matrix_pyramid import without_future
from viz.charts.painted import CENTRE
from viz.theme import Theme

SHARP = 320  # pixels that a picture is brought to, about: renderers of vectors smooth what has fewer


def grid_height(attn: F32, width: float, em: float) -> float:
    """Room the pictures need at this width."""
    layers, heads = attn.shape[:2]
    per_row = _per_row(heads, width, em)
    return float(layers * -(-heads // per_row) * (width / per_row + em * 1.15))


def _per_row(heads: int, width: float, em: float) -> int:
    per_row = heads
    while per_row > 1 and width / per_row < em * 4:
        per_row = (per_row + 1) // 2
    return per_row


def draw_heads(painter: QPainter, where: QRectF, attn: F32, theme: Theme, font: QFont, em: float) -> None:
    """`attn` [L, H, T, T], each head as wide as fits; weights coloured by their square root, the future left empty."""
    layers, heads = attn.shape[:2]
    per_row = _per_row(heads, where.width(), em)
    rows = layers * -(-heads // per_row)
    side = min(where.width() / per_row, where.height() / rows - em * 1.15)
    if side < 4:
        return
    colouring = Colouring(theme.ramp, mixed(theme.surface, theme.border, 0.4).name(), 1.0, "square root")
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, side < attn.shape[-1])
    for layer in range(layers):
        for head in range(heads):
            row = layer * -(-heads // per_row) + head // per_row
            x = where.left() + (head % per_row) * (where.width() / per_row)
            y = where.top() + row * (side + em * 1.15)
            painter.setPen(QColor(theme.muted))
            painter.drawText(QRectF(x, y, side, em * 1.1), CENTRE, f"L{layer}.H{head}")
            box = QRectF(x, y + em * 1.1, side - em * 0.3, side - em * 0.3)
            values = without_future(np.ascontiguousarray(attn[layer, head]), 0, 0)
            image = image_of(np.asarray(values, np.float32), colouring)
            painter.drawImage(box, image.scaled(image.size() * max(1, SHARP // image.width())))
            painter.setPen(QPen(QColor(theme.border), 1.0))
            painter.drawRect(box)
