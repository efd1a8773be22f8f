"""A cloud of states that turns by hand, beside charts; and the attention of every head over one string below it.

It is painted by hand: the cloud stands in space, which no chart of two axes shows. While it turns, only the cloud is
painted anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from engine.labs.brackets.records import Cloud
from engine.records import F32
from viz.charts.legend import draw_legend, legend_width
from viz.charts.look import Look
from viz.charts.painted import CENTRE, LEFT
from viz.labs.brackets.head_grid import draw_heads, grid_height
from viz.labs.brackets.state_cloud import HOME, depth_scale, draw_cloud, standing

translate = QCoreApplication.translate  # by this name its texts are collected

BAR = 90.0  # pixels of the colour bar


@dataclass(frozen=True)
class Pictured:
    """What the pane shows. Strings longer than `trained` are hollow; `instead` is said where there is no cloud."""

    cloud: Cloud | None
    trained: int
    title: str
    note: str = ""  # beside the colour bar
    instead: str = ""
    attention: F32 | None = None  # [L, H, T, T]
    attention_title: str = ""


class StatePane(QWidget):
    """See the module. `camera` is where the cloud is seen from."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Brackets", "Hidden states in space"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.camera = HOME
        self.cloud_box = QRectF()
        self._points: F32 | None = None
        self._shown: Pictured | None = None
        self._look: Look | None = None
        self._grabbed: QPointF | None = None

    def show_states(self, shown: Pictured, look: Look) -> None:
        """Show a cloud where its states stand."""
        if self._shown is None or shown.cloud is not self._shown.cloud:
            self._points = standing(shown.cloud) if shown.cloud is not None else None
        self._shown, self._look = shown, look
        self.update()

    @property
    def points(self) -> F32 | None:
        """Where the points are seen now.  # [N, 3]"""
        return self._points

    def move_points(self, points: F32) -> None:
        """Put the points of the cloud elsewhere, on their way from another cloud."""
        self._points = points
        self.update(self._cloud_rect)

    # -- painting ------------------------------------------------------------------------------------------------

    @property
    def _cloud_rect(self) -> QRect:
        return self.cloud_box.toAlignedRect().adjusted(-1, -1, 1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, look = self._shown, self._look
        if shown is None or look is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.cloud_box.isEmpty() or not self._cloud_rect.contains(event.rect()) or look.still:
                self._draw(painter, shown, look)
            else:
                self._draw_points(painter, shown, look)
        finally:
            painter.end()

    def _draw(self, painter: QPainter, shown: Pictured, look: Look) -> None:
        em, where, cloud = look.em, QRectF(self.rect()).adjusted(0, 0, -1, -1), shown.cloud
        painter.setFont(look.font_of(0.9))
        painter.setPen(QColor(look.theme.text))
        self.cloud_box = QRectF()
        if cloud is None:
            painter.drawText(where, CENTRE | int(Qt.TextFlag.TextWordWrap), shown.instead)
            return
        line = QRectF(where.left(), where.top(), where.width(), em * 1.4)
        _say(painter, line, shown.title)
        self._draw_legend(painter, line.translated(0, em * 1.4).adjusted(0, 0, -0.8 * em, 0), cloud, shown, look)
        attention, small = shown.attention, em * 0.85
        heads = 0.0 if attention is None else min(grid_height(attention, where.width(), small), where.height() * 0.5)
        below = 0.0 if attention is None else heads + em * 1.6
        self.cloud_box = QRectF(where.left(), where.top() + em * 3.0, where.width(), where.height() - em * 3.0 - below)
        self._draw_points(painter, shown, look)
        if attention is None:
            return
        title = QRectF(where.left(), self.cloud_box.bottom() + em * 0.3, where.width(), em * 1.3)
        painter.setFont(look.font_of(0.9))
        painter.setPen(QColor(look.theme.text))
        _say(painter, title, shown.attention_title)
        grid = QRectF(where.left(), title.bottom(), where.width(), heads)
        draw_heads(painter, grid, attention, look.theme, look.font_of(0.75), small)

    @staticmethod
    def _draw_legend(painter: QPainter, line: QRectF, cloud: Cloud, shown: Pictured, look: Look) -> None:
        words, deepest = translate("Brackets", "depth, square root"), f"{int(cloud.depth.max())}"
        draw_legend(painter, line, depth_scale(cloud, look.theme), words, "0", deepest, look.theme, BAR)
        room = line.width() - legend_width(painter.font(), words, "0", deepest, BAR) - look.em
        painter.setPen(QColor(look.theme.muted))
        _say(painter, QRectF(line.left(), line.top(), room, line.height()), shown.note)

    def _draw_points(self, painter: QPainter, shown: Pictured, look: Look) -> None:
        if shown.cloud is not None and self._points is not None:
            draw_cloud(
                painter, self.cloud_box, self._points, shown.cloud, self.camera, shown.trained, look.theme, look.em
            )

    # -- gestures ------------------------------------------------------------------------------------------------

    def _turn(self, dx: float, dy: float) -> None:
        self.camera = self.camera.turned(dx, dy)
        self.update(self._cloud_rect)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.cloud_box.contains(event.position()):
            self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            moved = event.position() - self._grabbed
            self._grabbed = event.position()
            self._turn(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.camera = HOME
        self.update(self._cloud_rect)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.cloud_box.contains(event.position()):
            factor = 0.999 ** event.angleDelta().y()
            distance = min(max(self.camera.distance * factor, HOME.distance * 0.2), HOME.distance * 3)
            self.camera = replace(self.camera, distance=distance)
            self.update(self._cloud_rect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-20, 0), Qt.Key.Key_Right: (20, 0), Qt.Key.Key_Up: (0, -20), Qt.Key.Key_Down: (0, 20),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._turn(*step)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 40)


def _say(painter: QPainter, line: QRectF, text: str) -> None:
    """One line, cut at its end."""
    fitted = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, LEFT, fitted)
