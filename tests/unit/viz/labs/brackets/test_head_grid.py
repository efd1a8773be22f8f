"""The heads of a bracket model as small pictures: a place for each, and no strong cell left out."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from viz.labs.brackets.head_grid import NAME, NARROWEST, draw_heads, grid_height, places
from viz.theme import theme

EM = 12.0


@pytest.mark.parametrize(("layers", "heads", "width"), [(2, 8, 600), (2, 8, 200), (1, 5, 100), (3, 1, 300)])
def test_each_head_has_a_place_below_its_layers_and_lines_fold_where_they_are_narrow(
    layers: int, heads: int, width: int
) -> None:
    attn = np.zeros((layers, heads, 4, 4), np.float32)
    area = QRectF(5, 7, width, grid_height(attn, width, EM))
    grid = places(area, layers, heads, EM)
    boxes = [grid.place(at) for at in range(layers * heads)]
    assert all(area.adjusted(-1, -1, 1, 1).contains(box) for box in boxes)
    assert all(grid.at(box.center()) == at for at, box in enumerate(boxes)), "none lies on another"
    assert grid.in_line == 1 or grid.width >= NARROWEST * EM
    assert all(box.height() == pytest.approx(box.width() + NAME * EM) for box in boxes), (
        "room for a square and its name"
    )
    for layer in range(1, layers):
        assert min(box.top() for box in boxes[layer * heads :]) > max(box.top() for box in boxes[: layer * heads])


@pytest.mark.parametrize("n", [40, 70, 300])
def test_a_strong_cell_is_seen_however_small_it_is(qapp: QApplication, n: int) -> None:
    attn, colours = np.zeros((1, 2, n, n), np.float32), theme("dark")
    image = QImage(140, 90, QImage.Format.Format_RGB32)
    for row in range(3, n, max(n // 9, 1)):
        attn[:] = 0
        attn[0, 1, row, row // 2] = 1.0
        image.fill(0)
        painter = QPainter(image)
        draw_heads(painter, QRectF(0, 0, 140, 90), attn, colours, QFont(), EM)
        painter.end()
        pixels = np.frombuffer(image.constBits(), np.uint32).reshape(90, 140) & 0xFFFFFF
        seen = np.argwhere(pixels == int(colours.ramp[-1][1:], 16))
        assert len(seen) > 0
        assert (seen[:, 1] > 70).all(), "in the second picture"
