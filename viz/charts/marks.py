"""Marks on a plot that pyqtgraph has not: bars that know their bounds, a line with words at its end, and hatching."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen
from PySide6.QtWidgets import QWidget

from viz.charts.colours import mixed
from viz.charts.graphs import pg
from viz.charts.hatching import hatched
from viz.charts.look import Look
from viz.charts.pixels import pixel_in

BETWEEN = 0.5  # em between the lines of a hatching


class Bars(pg.BarGraphItem):  # type: ignore[misc]  # pyqtgraph is untyped
    """Bars whose bounds are kept until they or the zoom change: Qt asks for them many times in each painting."""

    def __init__(self) -> None:
        self._bounds: QRectF | None = None
        super().__init__(x0=[], x1=[], y0=[], y1=[], pen=QPen(Qt.PenStyle.NoPen))

    def setOpts(self, **opts: object) -> None:
        self._bounds = None
        super().setOpts(**opts)

    def viewTransformChanged(self) -> None:
        self._bounds = None
        self.prepareGeometryChange()

    def boundingRect(self) -> QRectF:
        if self._bounds is None:
            self._bounds = super().boundingRect()
        return self._bounds


class Limit(pg.InfiniteLine):  # type: ignore[misc]  # pyqtgraph is untyped
    """A line from edge to edge with words at its end."""

    def __init__(self) -> None:
        super().__init__(movable=False, label="", labelOpts={"position": 0.94, "movable": False})

    def put(self, value: float, across: bool, pen: QPen, words: str, look: Look) -> None:
        self.setAngle(0 if across else 90)
        self.setPos(value)
        self.setPen(pen)
        self.label.setFormat(words.replace("{", "{{").replace("}", "}}"))
        self.label.setColor(pen.color())
        self.label.setFont(look.font_of(0.8))
        self.label.fill = QBrush(mixed(look.theme.surface, look.theme.surface, 0.0)) if words else QBrush()


class Hatch(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """Slanted lines as far apart at any zoom, one by one: a brush's pattern is another in every renderer."""

    def __init__(self) -> None:
        super().__init__()
        self._where = QRectF()
        self._look: Look | None = None
        self._lines: list[QLineF] = []
        self._lines_of: tuple[float, ...] = ()  # the box and the step that they are for

    def put(self, where: QRectF, look: Look) -> None:
        if (where, look) != (self._where, self._look):
            self.prepareGeometryChange()
            self._where, self._look = where, look
            self.update()

    def boundingRect(self) -> QRectF:
        return self._where

    def viewTransformChanged(self) -> None:
        self.update()

    def paint(self, painter: QPainter, option: object, widget: QWidget | None) -> None:
        look, view = self._look, self.getViewBox()
        if look is None or view is None:
            return
        transform = painter.transform()
        box = transform.mapRect(self._where & view.viewRect())
        if (scale := pixel_in(view, transform)) is None:
            return
        step = BETWEEN * look.em * scale
        known = (*(round(part, 3) for part in box.getRect()), step)  # a layout's rounding is no other place
        if known != self._lines_of:
            self._lines_of, self._lines = known, hatched(box, step)
        painter.save()
        painter.resetTransform()
        painter.setPen(QPen(mixed(look.theme.surface, look.theme.border, 0.8), scale))
        painter.drawLines(self._lines)
        painter.restore()
