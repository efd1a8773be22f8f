"""The legend of the lines to a point's neighbours: a short piece of each kind of line before its words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viz.map.data.frame import MapFrame
from viz.map.paint.label_layout import Box
from viz.map.paint.neighbour_lines import KEPT_WIDE, LOST_WIDE, STRANGER_WIDE, stranger_colour, true_colour
from viz.map.paint.neighbour_names import keys
from viz.map.paint.text import PLATE, Style, TextPainter, rounded
from viz.theme import Theme

ROW = 17.0  # pixels from one line to the next
PIECE, GAP = 26.0, 8.0  # pixels of a piece of line, and from it to its words


@dataclass(frozen=True)
class LineLegend:
    """Where it stands; rows of words with the left ends of their baselines' boxes."""

    rows: tuple[tuple[str, float, float], ...]
    plate: Box


def planned(
    text: TextPainter, frame: MapFrame, style: Style, left: float, bottom: float, under: float, width: float,
    size: float,
) -> LineLegend | None:  # fmt: skip
    """The legend that ends at `bottom`; None where there are no lines, or no room below `under`."""
    if not len(frame.neighbour_lines):
        return None
    said = keys(frame)
    wide = max(float(text.size(row, style).width()) for row in said) + (PIECE + GAP) * size
    top = bottom - len(said) * ROW * size
    if top < under or left + wide + 7.0 > width:
        return None
    rows = tuple((row, left, top + i * ROW * size) for i, row in enumerate(said))
    return LineLegend(rows, (left - 7.0, top - 4.0, left + wide + 7.0, bottom + 4.0))


def paint(painter: QPainter, text: TextPainter, legend: LineLegend, style: Style, theme: Theme, size: float) -> None:
    """Paint it."""
    left, top, right, bottom = legend.plate
    rounded(painter, QRectF(left, top, right - left, bottom - top), theme.ground, PLATE)
    looks = (
        (true_colour(theme), KEPT_WIDE, Qt.PenStyle.SolidLine),
        (true_colour(theme), LOST_WIDE, Qt.PenStyle.SolidLine),
        (stranger_colour(theme), STRANGER_WIDE, Qt.PenStyle.DashLine),
    )
    for (row, x, y), (colour, wide, dash) in zip(legend.rows, looks, strict=True):
        painter.setPen(QPen(QColor(colour), wide, dash, Qt.PenCapStyle.FlatCap))
        middle = y + 8.0 * size
        painter.drawLine(QPointF(x, middle), QPointF(x + PIECE * size, middle))
        text.draw(painter, QPointF(x + (PIECE + GAP) * size, y), row, style)
