"""Two numbers of many parts against each other, with the line of equality; a point is clicked to choose its part."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from engine.records import F32, Site
from viz.charts.plot import LEFT, Plot
from viz.theme import Theme
from viz.theme import theme as theme_called

NONE = np.empty(0, np.float32)


class Scatter(QWidget):
    """See the module."""

    def __init__(self, parent: QWidget, chose: Callable[[Site], None]) -> None:
        super().__init__(parent)
        self._chose = chose
        self._sites: tuple[Site, ...] = ()
        self._xs = self._ys = NONE
        self._names = ("", "")
        self._kinds: tuple[str, str] = ("", "")
        self._marked: Site | None = None
        self._equal = False
        self._theme = theme_called("dark")
        self.setMinimumHeight(150)
        self.setMouseTracking(True)

    def show_points(
        self, sites: Sequence[Site], xs: F32, ys: F32, names: tuple[str, str], kinds: tuple[str, str],
        marked: Site | None, equal: bool, theme: Theme,
    ) -> None:  # fmt: skip
        """Points [n] with the names of both axes; `equal`: both axes are one quantity."""
        settings = (tuple(sites), names, kinds, marked, equal, theme)
        before = (self._sites, self._names, self._kinds, self._marked, self._equal, self._theme)
        if settings == before and np.array_equal(xs, self._xs) and np.array_equal(ys, self._ys, equal_nan=True):
            return
        self._sites, self._xs, self._ys = tuple(sites), xs, ys
        self._names, self._kinds, self._marked, self._equal, self._theme = names, kinds, marked, equal, theme
        self.update()

    @property
    def em(self) -> float:
        """Pixel height of the font."""
        return float(max(QFontInfo(self.font()).pixelSize(), 8))

    def _plot(self) -> Plot:
        em = self.em
        box = QRectF(self.rect()).adjusted(em * 4.4, em * 3.6, -em * 1.0, -em * 2.9)
        x, y = _reach(self._xs), _reach(self._ys)
        if self._equal:
            x = y = (min(x[0], y[0]), max(x[1], y[1]))
        return Plot(box, x, y, self._theme, em * 0.9)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._draw(painter)
        finally:
            painter.end()

    def _draw(self, painter: QPainter) -> None:
        if not len(self._xs):
            return
        em, theme, plot = self.em, self._theme, self._plot()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(round(em * 0.85))
        painter.setFont(font)
        plot.frame(painter, *self._names)
        painter.setPen(QPen(QColor(theme.muted), 1.2, Qt.PenStyle.DashLine))
        if self._equal:
            low, high = plot.xs
            painter.drawLine(QPointF(plot.x(low), plot.y(low)), QPointF(plot.x(high), plot.y(high)))
        for x, y, site in zip(self._xs.tolist(), self._ys.tolist(), self._sites, strict=True):
            if np.isfinite(x) and np.isfinite(y):
                self._point(painter, QPointF(plot.x(x), plot.y(y)), site)
        self._draw_key(painter, QRectF(em * 0.6, em * 0.1, self.width() - em, em * 1.4))

    def _draw_key(self, painter: QPainter, line: QRectF) -> None:
        """A mark and a name for each kind of part there is, and what the dashed line means."""
        em, x = self.em, line.left()
        for kind, name, mark in (("neuron", self._kinds[0], 0), ("head", self._kinds[1], 1)):
            if any(site.kind == kind for site in self._sites):
                self._mark(painter, QPointF(x + em * 0.5, line.center().y()), mark, em * 0.34)
                painter.setPen(QColor(self._theme.text))
                painter.drawText(QRectF(x + em * 1.1, line.top(), em * 6, line.height()), LEFT, name)
                x += em * 2.0 + painter.fontMetrics().horizontalAdvance(name)
        if self._equal:
            painter.setPen(QPen(QColor(self._theme.muted), 1.2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, line.center().y()), QPointF(x + em * 1.6, line.center().y()))
            painter.drawText(QRectF(x + em * 2.0, line.top(), em * 8, line.height()), LEFT, self.tr("equal"))

    def _mark(self, painter: QPainter, at: QPointF, kind: int, size: float) -> None:
        painter.setPen(QPen(QColor(self._theme.surface), 1.0))
        painter.setBrush(QColor(self._theme.categories[kind]))
        if kind == 0:
            painter.drawEllipse(at, size, size)
        else:
            painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))

    def _point(self, painter: QPainter, at: QPointF, site: Site) -> None:
        em, theme = self.em, self._theme
        marked = site == self._marked
        self._mark(painter, at, 0 if site.kind == "neuron" else 1, em * (0.5 if marked else 0.34))
        if marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2.2))
            painter.drawEllipse(at, em * 0.75, em * 0.75)
            painter.setPen(QColor(theme.text))
            room = QRectF(at.x() - em * 4, at.y() - em * 2.0, em * 8, em * 1.2)
            painter.drawText(room.intersected(QRectF(self.rect())), int(Qt.AlignmentFlag.AlignCenter), str(site))

    def site_at(self, point: QPointF) -> Site | None:
        """The nearest part within reach of the pointer."""
        if not len(self._xs):
            return None
        plot = self._plot()
        xs = np.array([plot.x(float(x)) for x in self._xs]) - point.x()
        ys = np.array([plot.y(float(y)) for y in self._ys]) - point.y()
        distance = np.nan_to_num(np.hypot(xs, ys), nan=1e9)
        best = int(np.argmin(distance))
        return self._sites[best] if distance[best] <= self.em * 0.9 else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        site = self.site_at(event.position())
        if site is not None and event.button() == Qt.MouseButton.LeftButton:
            self._chose(site)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        site = self.site_at(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), "" if site is None else str(site), self)


def _reach(values: F32) -> tuple[float, float]:
    """The least range with 0 and all values in it, and a little room."""
    known = values[np.isfinite(values)]
    low, high = (float(min(known.min(), 0)), float(max(known.max(), 0))) if len(known) else (0.0, 1.0)
    room = (high - low or 1.0) * 0.06
    return low - room, high + room
