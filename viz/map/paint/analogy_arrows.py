"""Draws an analogy on the map: the offset from a and from c, the other two sides of the parallelogram, and names.

On a map that keeps near points together a and b may be one spot; then the other two sides are what is seen.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viz.camera import Camera, project
from viz.joined import sentences
from viz.map.data.analogy import EXPECTED, TARGET, A, AnalogyArrows, B, C
from viz.map.paint.move_arrow import HEAD, arrow
from viz.map.paint.text import PLATE, Style, TextPainter, rounded
from viz.theme import Theme

translate = QCoreApplication.translate  # by this name its texts are collected


def statement(shown: AnalogyArrows, brief: bool = False) -> list[str]:
    """How much of the parallel this map keeps, beside what is true in all dimensions and what chance gives."""
    if shown.why_not:
        return [shown.why_not]
    if shown.found is None:
        return [translate("Map", "Placing the analogy on the map.")]
    one, asked = degrees(shown.angle), shown.asked
    if brief:
        said = translate("Map", "{formula}: arrows {angle} and {other} apart here (0° in all dimensions)")
        return [said.format(formula=shown.formula, angle=one, other=degrees(shown.other_angle))]
    said = translate(
        "Map",
        "Arrows, parallel in all dimensions (0°): on this map {a} → {b} and {c} → {formula} stand {angle} apart, "
        "{a} → {c} and {b} → {formula} {other} (two random points: {chance}).",
    ).format(
        a=asked.a, b=asked.b, c=asked.c, formula=shown.formula, angle=one, other=degrees(shown.other_angle),
        chance=degrees(shown.chance),
    )  # fmt: skip
    if not math.isfinite(shown.found.expected_angle):
        return [said]
    told = translate("Map", "{c} → {expected}: {full} from {a} → {b} in all dimensions, {here} on this map.").format(
        c=asked.c, expected=asked.expected, a=asked.a, b=asked.b, full=degrees(shown.found.expected_angle),
        here=degrees(shown.expected_angle),
    )  # fmt: skip
    return [sentences(said, told)]


def degrees(angle: float) -> str:
    """An angle in whole degrees."""
    return f"{angle:z.0f}°" if math.isfinite(angle) else "–"


def draw_analogy(
    painter: QPainter, text: TextPainter, shown: AnalogyArrows, theme: Theme, camera: Camera, width: float,
    height: float, size: float,
) -> None:  # fmt: skip
    """Paint the arrows with their ends named."""
    if not len(shown.points):
        return
    pixels, depth = project(camera.matrix(width, height), shown.points, width, height)
    if (depth <= 0).any():
        return
    at = [QPointF(float(x), float(y)) for x, y in pixels]
    sides = (((A, C), (B, TARGET)), theme.muted, 2.2), (((A, B), (C, TARGET)), theme.text, 3.4)
    for pairs, colour, thick in sides:
        for start, end in pairs:
            length = float(np.hypot(*(pixels[end] - pixels[start])))
            if length < 3.0:
                continue
            for shade, more in ((theme.ground, 4.0), (colour, 0.0)):  # a halo first, so that it is seen on anything
                arrow(painter, at[start], at[end], length, QColor(shade), (thick + more) * size, HEAD * size)
    if len(at) > EXPECTED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.good), 3.0 * size))
        painter.drawEllipse(at[EXPECTED], 9.0 * size, 9.0 * size)
    _names(painter, text, shown, at, theme, width, height, size)


def _names(
    painter: QPainter, text: TextPainter, shown: AnalogyArrows, at: list[QPointF], theme: Theme, width: float,
    height: float, size: float,
) -> None:  # fmt: skip
    """The words at their ends, each below or above what is there already."""
    asked = shown.asked
    names = [asked.a, asked.b, asked.c, shown.formula, asked.expected][: len(at)]
    taken: list[QRectF] = []
    for row in sorted(range(len(at)), key=lambda each: each != TARGET):
        style = Style(
            (15.0 if row == TARGET else 14.0) * size, theme.good if row == EXPECTED else theme.text, None, True
        )
        box = text.size(names[row], style)
        wide, high = box.width() + 10.0, box.height() + 2.0
        left = min(max(at[row].x() - wide / 2, 4.0), max(4.0, width - wide - 4.0))
        places = [at[row].y() + 12.0 * size + step * (high + 2.0) for step in range(3)]
        places += [at[row].y() - 12.0 * size - high - step * (high + 2.0) for step in range(3)]
        boxes = [QRectF(left, top, wide, high) for top in places if 0 <= top <= height - high]
        free = [where for where in boxes if not any(where.intersects(other) for other in taken)]
        where = (free or boxes or [QRectF(left, at[row].y(), wide, high)])[0]
        taken.append(where)
        rounded(painter, where, theme.ground, PLATE, theme.border)
        text.draw(painter, QPointF(where.left() + 5.0, where.top() + 1.0), names[row], style)
