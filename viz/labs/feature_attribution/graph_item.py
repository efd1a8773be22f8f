"""The graph as one item of a plot: edges, nodes and their names are as large at any zoom; it paints in pixels.

Names stand to the right of their nodes, of strong nodes first; one that would cover another or a node is left out, and
is read by pointing at its node.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QWidget

from viz.charts.graphs import pg
from viz.charts.look import Look
from viz.charts.pixels import pixel_in

FAR = 1e6  # the item is everywhere
LARGEST, SMALLEST = 0.62, 0.24  # em: half a node
THICKEST, THINNEST = 0.42, 0.07  # em: an edge


@dataclass(frozen=True)
class Dot:
    """A node."""

    x: float
    y: float
    name: str
    colour: str
    size: float  # 0 to 1
    shape: Literal["round", "square", "diamond", "bar"] = "round"
    ring: str = ""  # the colour of a ring around it
    bold: bool = False


@dataclass(frozen=True)
class Thread:
    """An edge from one place to another."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: str
    size: float  # 0 to 1


@dataclass(frozen=True)
class Caption:
    """Words about a row, below its upper edge: at the left, or at the right where nodes stand there."""

    y: float
    text: str


class GraphItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """See the module."""

    def __init__(self) -> None:
        super().__init__()
        self._dots: tuple[Dot, ...] = ()
        self._threads: tuple[Thread, ...] = ()
        self._captions: tuple[Caption, ...] = ()
        self._look: Look | None = None
        self.named: list[str] = []  # whose names were painted last

    def show_graph(
        self, dots: Sequence[Dot], threads: Sequence[Thread], captions: Sequence[Caption], look: Look
    ) -> None:
        """Show these from now on."""
        self._dots, self._threads, self._captions, self._look = tuple(dots), tuple(threads), tuple(captions), look
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(-FAR, -FAR, 2 * FAR, 2 * FAR)

    def viewTransformChanged(self) -> None:
        self.update()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        look, view = self._look, self.getViewBox()
        if look is None or view is None or not self._dots:
            return
        transform = QTransform(painter.transform())
        if (scale := pixel_in(view, transform)) is None:
            return
        room, em = transform.mapRect(QRectF(view.viewRect())), look.em * scale
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for thread in self._threads:
            _draw_thread(painter, thread, transform, em)
        places = [transform.map(QPointF(dot.x, dot.y)) for dot in self._dots]
        for dot, place in zip(self._dots, places, strict=True):
            _draw_dot(painter, dot, place, em, look)
        taken = [_around(dot, place, em) for dot, place in zip(self._dots, places, strict=True)]
        captions = [(caption.text, transform.map(QPointF(0, caption.y)).y()) for caption in self._captions]
        said = _draw_captions(painter, captions, taken, room, em, scale, look)
        self.named = [*said, *_draw_names(painter, self._dots, places, [*taken], room, em, scale, look)]
        painter.restore()


def half_of(dot: Dot, em: float) -> float:
    """Pixels of half a node."""
    return (SMALLEST + (LARGEST - SMALLEST) * math.sqrt(dot.size)) * em


def _draw_thread(painter: QPainter, thread: Thread, transform: QTransform, em: float) -> None:
    start, end = (transform.map(QPointF(*at)) for at in (thread.start, thread.end))
    bend = QPointF(0.0, (end.y() - start.y()) * 0.5)
    aside = QPointF(0.0, 0.0)
    if abs(end.x() - start.x()) < 2 * em:  # around the nodes between them
        aside = QPointF(-0.5 * em - 0.1 * abs(end.y() - start.y()), 0.0)
    path = QPainterPath(start)
    path.cubicTo(start + bend + aside, end - bend + aside, end)
    pen = QPen(QColor(thread.colour), (THINNEST + (THICKEST - THINNEST) * thread.size) * em)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _draw_dot(painter: QPainter, dot: Dot, place: QPointF, em: float, look: Look) -> None:
    half = half_of(dot, em)
    if dot.ring:
        painter.setPen(QPen(QColor(dot.ring), 0.16 * em))
        painter.setBrush(QColor(look.theme.surface))
        painter.drawEllipse(place, half + 0.28 * em, half + 0.28 * em)
    painter.setPen(QPen(QColor(look.theme.text if dot.bold else look.theme.surface), 0.08 * em))
    painter.setBrush(QColor(dot.colour))
    x, y = place.x(), place.y()
    if dot.shape == "round":
        painter.drawEllipse(place, half, half)
    elif dot.shape == "diamond":
        corners = [(x, y - 1.2 * half), (x + 1.2 * half, y), (x, y + 1.2 * half), (x - 1.2 * half, y)]
        painter.drawPolygon(QPolygonF([QPointF(*at) for at in corners]))
    else:
        high = half if dot.shape == "square" else 0.45 * half
        painter.drawRect(QRectF(x - half, y - high, 2 * half, 2 * high))


def _around(dot: Dot, place: QPointF, em: float) -> QRectF:
    half = half_of(dot, em)
    return QRectF(place.x() - half, place.y() - half, 2 * half, 2 * half)


def _scaled(look: Look, size: float, bold: bool, scale: float) -> QFont:
    font = look.font_of(size, bold=bold)
    font.setPixelSize(max(round(font.pixelSize() * scale), 1))
    return font


def _draw_captions(
    painter: QPainter, captions: Sequence[tuple[str, float]], taken: Sequence[QRectF], room: QRectF, em: float,
    scale: float, look: Look,
) -> list[str]:  # fmt: skip
    """Each where it covers no node, else not at all. Those that were drawn."""
    painter.setFont(_scaled(look, 0.78, False, scale))
    painter.setPen(QColor(look.theme.muted))
    metrics, said = QFontMetricsF(painter.font()), []
    for text, y in captions:
        wide, high = metrics.horizontalAdvance(text), metrics.height()
        left = QRectF(room.left() + 0.4 * em, y + 0.15 * em, wide, high)
        right = left.translated(room.width() - wide - 0.8 * em, 0)
        free = [box for box in (left, right) if room.contains(box) and not any(box.intersects(it) for it in taken)]
        if free:
            painter.drawText(free[0], int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextDontClip), text)
            said.append(text)
    return said


def _draw_names(
    painter: QPainter, dots: Sequence[Dot], places: Sequence[QPointF], taken: list[QRectF], room: QRectF, em: float,
    scale: float, look: Look,
) -> list[str]:  # fmt: skip
    """The names of chosen nodes and groups first, then by size, each where it covers nothing."""
    named = []
    order = sorted(range(len(dots)), key=lambda at: (not dots[at].bold, -dots[at].size, at))
    for at in order:
        dot, place = dots[at], places[at]
        font = _scaled(look, 0.82, dot.bold, scale)
        metrics = QFontMetricsF(font)
        wide, high = metrics.horizontalAdvance(dot.name), 0.8 * metrics.height()
        if not dot.name:
            continue
        gap = half_of(dot, em) + 0.28 * em
        right = QRectF(place.x() + gap, place.y() - high / 2, wide, high)
        left = QRectF(place.x() - gap - wide, place.y() - high / 2, wide, high)
        free = [
            box for box in (right, left)
            if room.contains(box) and not any(box.intersects(it) for each, it in enumerate(taken) if each != at)
        ]  # fmt: skip
        if not free:
            continue
        taken.append(free[0])
        named.append(dot.name)
        painter.setFont(font)
        ground = QColor(look.theme.surface)
        ground.setAlphaF(0.7)
        painter.fillRect(free[0], ground)
        painter.setPen(QColor(look.theme.text))
        painter.drawText(free[0], int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextDontClip), dot.name)
    return named
