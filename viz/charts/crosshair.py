"""The crosshair: lines, a band, an outline or a ring at what is pointed at, and a card with its exact values.

It is drawn over the plot in the plot's own pixels, so that it is as thick at any zoom, and stays inside the chart.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from viz.charts.aim import Shape, Spot
from viz.charts.graphs import pg
from viz.charts.look import Look

CARD = 0.82  # em of the card's type
FAINT, CLEAR = 0.10, 0.55  # opacity of a band and of lines


class Crosshair(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """See the module. A child of the plot `of`, above everything in it."""

    def __init__(self, of: Any) -> None:
        super().__init__(of)
        self._plot = of
        self._look: Look | None = None
        self._spot: Spot | None = None
        self._shape: Shape = "point"
        self._bounds = QRectF()  # kept, since Qt asks for it while the plot is being deleted
        self.words = ""
        self.setZValue(1000)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.hide()

    def show_at(self, spot: Spot, shape: Shape, words: str, look: Look) -> None:
        """Rest on `spot`, with `words` on the card (lines apart)."""
        self.prepareGeometryChange()
        self._bounds = QRectF(self._plot.rect())
        self._spot, self._shape, self.words, self._look = spot, shape, words, look
        self.show()
        self.update()

    def leave(self) -> None:
        """Point at nothing."""
        self._spot, self.words = None, ""
        self.hide()

    @property
    def spot(self) -> Spot | None:
        """What it rests on."""
        return self._spot

    def boundingRect(self) -> QRectF:
        return self._bounds

    def _inside(self) -> QRectF:
        """The plot without its axes, in the plot's pixels."""
        view = self._plot.vb
        return QRectF(view.mapRectToItem(self, view.boundingRect()))

    def _pixel(self, x: float, y: float) -> QPointF:
        view, inside = self._plot.vb, self._inside()
        place: QPointF = self.mapFromScene(view.mapViewToScene(QPointF(0 if x != x else x, 0 if y != y else y)))
        return QPointF(inside.center().x() if x != x else place.x(), inside.center().y() if y != y else place.y())

    def _cell(self, spot: Spot) -> QRectF:
        half = spot.wide / 2
        one, other = self._pixel(spot.x - half, spot.y - 0.5), self._pixel(spot.x + half, spot.y + 0.5)
        return QRectF(one, other).normalized()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        spot, look = self._spot, self._look
        if spot is None or look is None:
            return
        painter.setClipRect(self._inside().adjusted(-1, -1, 1, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._mark(painter, spot, look)
        painter.setClipping(False)
        at = self._pixel(spot.x, spot.y)
        if self.words and self._inside().adjusted(-1, -1, 1, 1).contains(at):  # it may have been moved out of sight
            self._card(painter, look, at)

    def _mark(self, painter: QPainter, spot: Spot, look: Look) -> None:
        if self._shape == "own":
            return
        inside, at, text = self._inside(), self._pixel(spot.x, spot.y), QColor(look.theme.text)
        if self._shape in ("cell", "cross"):
            if self._shape == "cross":
                self._cross(painter, look, self._cell(spot))
            painter.setPen(QPen(text, max(0.12 * look.em, 1.5)))
            painter.drawRect(self._cell(spot))
        elif self._shape == "row":
            text.setAlphaF(FAINT)
            cell = self._cell(spot)
            painter.fillRect(QRectF(inside.left(), cell.top(), inside.width(), cell.height()), text)
        else:
            text.setAlphaF(CLEAR)
            painter.setPen(QPen(text, 1.0, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(at.x(), inside.top()), QPointF(at.x(), inside.bottom()))
            if self._shape == "point":
                painter.drawLine(QPointF(inside.left(), at.y()), QPointF(inside.right(), at.y()))
                painter.setPen(QPen(QColor(look.theme.accent), max(0.14 * look.em, 1.5)))
                painter.drawEllipse(at, 0.6 * look.em, 0.6 * look.em)

    def _cross(self, painter: QPainter, look: Look, cell: QRectF) -> None:
        """The outlines of the cell's row and column."""
        inside = self._inside()
        painter.setPen(QPen(QColor(look.theme.text), 1.0, Qt.PenStyle.DashLine))
        painter.drawRect(QRectF(inside.left(), cell.top(), inside.width(), cell.height()))
        painter.drawRect(QRectF(cell.left(), inside.top(), cell.width(), inside.height()))

    def _card(self, painter: QPainter, look: Look, at: QPointF) -> None:
        """The words beside the spot, on a ground of their own, turned to the side where there is room."""
        em, font = look.em, look.font_of(CARD)
        text = QFontMetricsF(font).boundingRect(QRectF(0, 0, 24 * em, 40 * em), int(FLAGS), self.words)
        box, room = QRectF(0, 0, text.width() + 1.0 * em, text.height() + 0.5 * em), self._plot.rect()
        box.moveTopLeft(at + QPointF(0.9 * em, 0.9 * em))
        if box.right() > room.right():
            box.moveRight(max(at.x() - 0.9 * em, room.left() + box.width()))
        if box.bottom() > room.bottom():
            box.moveBottom(max(at.y() - 0.9 * em, room.top() + box.height()))
        painter.setPen(QPen(QColor(look.theme.border), 1.0))
        painter.setBrush(QColor(look.theme.raised))
        painter.drawRoundedRect(box, 0.3 * em, 0.3 * em)
        painter.setFont(font)
        painter.setPen(QColor(look.theme.text))
        painter.drawText(box.adjusted(0.5 * em, 0.25 * em, -0.4 * em, -0.2 * em), int(FLAGS), self.words)


FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
