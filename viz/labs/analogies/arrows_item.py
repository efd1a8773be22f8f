"""Words and arrows between them on a plane, as one item of a plot: marks, arrows and names are as large at any zoom.

It paints in pixels of the target. Names are put where they cover neither each other nor a mark nor, if that can be, an
arrow; those of less weight are left out where there is no such place, and are read by pointing at their mark.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QWidget

from viz.charts.graphs import pg
from viz.charts.look import Look
from viz.charts.pixels import pixel_in

HEAD, THICK, THIN = 0.75, 0.16, 0.08  # em: an arrow's head, and lines
MARK, SMALL = 0.34, 0.2  # em: half a mark
AROUND = [math.pi * part / 8 for part in (0, 4, 12, 8, 2, 14, 6, 10, 1, 15, 7, 9, 3, 13, 5, 11)]
FAR = 1e6  # the item is everywhere


@dataclass(frozen=True)
class Mark:
    """A word at a point."""

    x: float
    y: float
    name: str
    colour: str
    shape: Literal["dot", "ring", "cross"] = "dot"
    weight: bool = True  # its name is always there, and larger


@dataclass(frozen=True)
class Arrow:
    """From one mark to another, by their numbers; without a head where it only says that two belong together."""

    start: int
    end: int
    colour: str
    thick: bool = True
    head: bool = True
    dash: Qt.PenStyle = Qt.PenStyle.SolidLine


class Arrows(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """See the module."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[Mark, ...] = ()
        self._arrows: tuple[Arrow, ...] = ()
        self._look: Look | None = None
        self.named: list[str] = []  # whose names were painted last

    def show_words(self, marks: Sequence[Mark], arrows: Sequence[Arrow], look: Look) -> None:
        """Show these from now on."""
        self._marks, self._arrows, self._look = tuple(marks), tuple(arrows), look
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-FAR, -FAR, 2 * FAR, 2 * FAR)

    def viewTransformChanged(self) -> None:
        self.update()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        look, view = self._look, self.getViewBox()
        if look is None or view is None or not self._marks:
            return
        transform = QTransform(painter.transform())
        if (scale := pixel_in(view, transform)) is None:
            return
        room, em = transform.mapRect(QRectF(view.viewRect())), look.em * scale
        places = [transform.map(QPointF(mark.x, mark.y)) for mark in self._marks]
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = [QLineF(places[arrow.start], places[arrow.end]) for arrow in self._arrows]
        for arrow, line in zip(self._arrows, lines, strict=True):
            _draw_arrow(painter, arrow, line, em)
        for mark, place in zip(self._marks, places, strict=True):
            _draw_mark(painter, mark, place, em, look)
        self.named = _draw_names(painter, self._marks, places, lines, room, em, scale, look)
        painter.restore()


def _draw_arrow(painter: QPainter, arrow: Arrow, line: QLineF, em: float) -> None:
    """From the edge of one mark to the edge of the other."""
    gap = 1.3 * MARK * em
    if line.length() <= 2 * gap:
        return
    unit = line.unitVector()
    step = QPointF(unit.dx(), unit.dy())
    start, end = line.p1() + step * gap, line.p2() - step * gap
    colour = QColor(arrow.colour)
    pen = QPen(colour, (THICK if arrow.thick else THIN) * em, arrow.dash)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    if not arrow.head:
        painter.drawLine(QLineF(start, end))
        return
    long = min(HEAD * em, QLineF(start, end).length())
    side = QPointF(-step.y(), step.x()) * (0.42 * long)
    back = end - step * long
    painter.drawLine(QLineF(start, end - step * (0.8 * long)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    tip = QPainterPath(end)
    tip.lineTo(back + side)
    tip.lineTo(back - side)
    tip.closeSubpath()
    painter.drawPath(tip)


def _draw_mark(painter: QPainter, mark: Mark, place: QPointF, em: float, look: Look) -> None:
    size, colour = (MARK if mark.weight else SMALL) * em, QColor(mark.colour)
    if mark.shape == "cross":
        painter.setPen(QPen(colour, 0.2 * em))
        for side in (1, -1):
            away = QPointF(size, side * size) * 0.8
            painter.drawLine(QLineF(place - away, place + away))
    elif mark.shape == "ring":
        painter.setPen(QPen(colour, 0.2 * em))
        painter.setBrush(QColor(look.theme.surface))
        painter.drawEllipse(place, size, size)
    else:
        painter.setPen(QPen(QColor(look.theme.surface), 0.07 * em))
        painter.setBrush(colour)
        painter.drawEllipse(place, size, size)


def _draw_names(
    painter: QPainter, marks: Sequence[Mark], places: Sequence[QPointF], lines: Sequence[QLineF], room: QRectF,
    em: float, scale: float, look: Look,
) -> list[str]:  # fmt: skip
    """The names of weight first, each where it covers least; the others where they cover nothing."""
    taken: list[QRectF] = []
    dots = [QRectF(place.x() - 0.3 * em, place.y() - 0.3 * em, 0.6 * em, 0.6 * em) for place in places]
    named = []
    for mark, place in sorted(zip(marks, places, strict=True), key=lambda it: not it[0].weight):
        font = look.font_of(1.0 if mark.weight else 0.82, bold=mark.weight)
        font.setPixelSize(max(round(font.pixelSize() * scale), 1))
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(mark.name), metrics.height()
        boxes = [_beside(place, angle, wide, high, (0.75 if mark.weight else 0.45) * em) for angle in AROUND]
        costs = [_cost(box, taken, dots, lines, room) for box in boxes]
        best = min(range(len(boxes)), key=costs.__getitem__)
        if not mark.weight and (costs[best] >= 1 or not room.contains(place)):
            continue
        taken.append(boxes[best])
        named.append(mark.name)
        painter.setFont(font)
        painter.setPen(QColor(mark.colour if mark.weight else look.theme.muted))
        painter.drawText(boxes[best], int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextDontClip), mark.name)
    return named


def _beside(place: QPointF, angle: float, wide: float, high: float, gap: float) -> QRectF:
    """A box of words around a point, in a direction."""
    right, up = math.cos(angle), math.sin(angle)
    middle = QPointF(place.x() + right * (gap + wide / 2), place.y() - up * (gap + high / 2))
    return QRectF(middle.x() - wide / 2, middle.y() - high / 2, wide, high)


def _cost(box: QRectF, taken: Sequence[QRectF], dots: Sequence[QRectF], lines: Sequence[QLineF], room: QRectF) -> float:
    """How bad a place is: beyond the edge or over other names worst, then over marks, then over arrows."""
    cost = 0.0 if room.contains(box) else 8.0
    cost += sum(6.0 for other in taken if other.intersects(box))
    cost += sum(2.0 for dot in dots if dot.intersects(box))
    return cost + sum(1.0 for line in lines if _crosses(line, box))


def _crosses(line: QLineF, box: QRectF) -> bool:
    corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
    edges = [QLineF(corners[at - 1], corners[at]) for at in range(4)]
    hit = any(line.intersects(edge)[0] == QLineF.IntersectionType.BoundedIntersection for edge in edges)
    return hit or box.contains(line.p1())
