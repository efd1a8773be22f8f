"""Draws a table's fan on the map: dashed rays from the selected token, with the words and their probabilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viz.camera import Camera, project
from viz.charts.numbers import percent
from viz.map.data.table_fan import TableRays
from viz.map.paint.text import PLATE, Style, TextPainter, rounded
from viz.theme import Theme

translate = QCoreApplication.translate  # by this name its texts are collected
LEAST = 3.0  # pixels of a ray that is drawn


def statement(rays: TableRays, brief: bool = False) -> list[str]:
    """What the dashed rays are, and how far the table knows the words before."""
    if rays.why_not:
        return [rays.why_not]
    if rays.found is None:
        return [translate("Map", "Asking the table for its next words.")]
    if brief:
        return [translate("Map", "dashed: next words by a table of n = {n}").format(n=rays.asked.n)]
    said = translate(
        "Map",
        "Dashed: the most likely next words by counting six novels, n = {n}. Words before that the table heeds here: "
        "{used}; times that it has seen them: {times}. In brackets: the first token of a word of several.",
    )
    if rays.found.n == 1:
        said = translate(
            "Map",
            "Dashed: the most likely words by counting six novels. The word before does not occur in them, so these "
            "are simply the most frequent ones.",
        )
    return [said.format(n=rays.asked.n, times=f"{rays.found.times:,}", used=rays.found.n - 1)]


def draw_table_fan(
    painter: QPainter, text: TextPainter, rays: TableRays, theme: Theme, camera: Camera, width: float, height: float,
    size: float, names: Sequence[QRectF] = (),
) -> None:  # fmt: skip
    """Paint the rays and the words at their ends, the most likely first, where no other name stands."""
    if not len(rays.end):
        return
    matrix = camera.matrix(width, height)
    pixels, depth = project(matrix, np.concatenate([rays.start[:1], rays.end]), width, height)
    if depth[0] <= 0:
        return
    at = QPointF(float(pixels[0][0]), float(pixels[0][1]))
    colour = QColor(theme.compared)
    taken = list(names)
    for row in range(len(rays.end)):
        if depth[row + 1] <= 0:
            continue
        end = QPointF(float(pixels[row + 1][0]), float(pixels[row + 1][1]))
        thick = (1.2 + 4.0 * float(np.sqrt(rays.probability[row]))) * size
        if float(np.hypot(end.x() - at.x(), end.y() - at.y())) >= LEAST:
            for shade, more in ((QColor(theme.ground), 2.5), (colour, 0.0)):  # a halo first
                pen = QPen(shade, thick + more, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
                if not more:
                    pen.setDashPattern([3.0, 2.0])
                painter.setPen(pen)
                painter.drawLine(at, end)
        painter.setPen(QPen(colour, 2.0 * size))
        painter.setBrush(colour if rays.whole[row] else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(end, 4.5 * size, 4.5 * size)
        _name(painter, text, _label(rays, row), end, theme, taken, width, height, size)


def _label(rays: TableRays, row: int) -> str:
    word = rays.words[row].strip() or rays.words[row].replace("\n", "↵").replace(" ", "·")
    share = percent(float(rays.probability[row]))
    return f"{word} {share}" if rays.whole[row] else f"({word}) {share}"


def _name(
    painter: QPainter, text: TextPainter, label: str, end: QPointF, theme: Theme, taken: list[QRectF], width: float,
    height: float, size: float,
) -> None:  # fmt: skip
    """A word beside its end, where no other name stands yet; a word without room has none."""
    style = Style(12.5 * size, theme.compared, None, True)
    box = text.size(label, style)
    wide, high = box.width() + 8.0, box.height() + 2.0
    for dx, dy in ((8.0, -high / 2), (-8.0 - wide, -high / 2), (-wide / 2, 8.0), (-wide / 2, -8.0 - high)):
        where = QRectF(end.x() + dx * size if abs(dx) == 8.0 else end.x() + dx, end.y() + dy, wide, high)
        inside = QRectF(0.0, 0.0, width, height).contains(where)
        if inside and not any(where.intersects(other) for other in taken):
            taken.append(where)
            rounded(painter, where, theme.ground, PLATE, theme.border)
            text.draw(painter, QPointF(where.left() + 4.0, where.top() + 1.0), label, style)
            return
