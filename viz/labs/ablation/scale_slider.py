"""A slider from -2 to 10 on which 0 (off), 1 (intact) and 2 (double) are wide apart and easy to hit.

Between its knots the scale is linear, so that the half of it that matters takes two thirds of the width; near 0, 1 and
2 the handle is held. A double click puts it back to 1. The bar is drawn from 1, so its length is how much is changed.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from viz.board import HIGH, LOW, shown_scale
from viz.charts.colours import mixed
from viz.theme import Theme
from viz.theme import theme as theme_called

STEPS = 1000
SCALES = (LOW, 0.0, 1.0, 2.0, HIGH)
PLACES = (0.0, 0.27, 0.5, 0.68, 1.0)
TICKS = (-2.0, -1.0, 0.0, 0.5, 1.0, 2.0, 5.0, 10.0)
HELD = (0.0, 1.0, 2.0)
NEAR = 0.016  # of the width, within which a handle dragged is held
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


def place_of(scale: float) -> float:
    """0..1 of the width."""
    return float(np.interp(scale, SCALES, PLACES))


def scale_at(place: float) -> float:
    """The scale at 0..1 of the width, to two decimals."""
    return round(float(np.interp(place, PLACES, SCALES)), 2)


class ScaleSlider(QSlider):
    """Emits `chosen(scale, gesture)` for what a person does, never for what the program sets."""

    chosen = Signal(float, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, STEPS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet("min-height: 40px; max-height: 40px;")  # the program's own would take the ticks' room
        self.scale = 1.0
        self.colours: Theme = theme_called("dark")
        self._drags = 0
        self._setting = False
        self.valueChanged.connect(self._moved)
        self.show_scale(1.0)

    def show_scale(self, scale: float) -> None:
        """Put the handle where `scale` is; ends of the slider for what lies beyond."""
        self.scale = scale
        self._setting = True
        self.setValue(round(place_of(scale) * STEPS))
        self._setting = False
        self.setAccessibleDescription(f"× {shown_scale(scale)}")
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.colours = theme
        self.update()

    # -- what a person does --------------------------------------------------------------------------------------

    def _moved(self, value: int) -> None:
        """A screen reader or a page key moved the handle."""
        if not self._setting:
            self._choose(scale_at(value / STEPS), "keys")

    def _choose(self, scale: float, gesture: str) -> None:
        if scale == self.scale:
            return
        self.show_scale(scale)
        self.chosen.emit(scale, gesture)

    def _drag_to(self, x: float) -> None:
        groove = self._groove()
        place = min(max((x - groove.left()) / groove.width(), 0.0), 1.0)
        held = next((scale for scale in HELD if abs(place_of(scale) - place) < NEAR), None)
        self._choose(scale_at(place) if held is None else held, f"drag {self._drags}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The handle comes to the pointer at once."""
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self.setSliderDown(True)
            self._drag_to(event.position().x())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self.isSliderDown():
            self._drag_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The drag is over; what comes next is another gesture."""
        self.setSliderDown(False)
        self._drags += 1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to intact."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(1.0, f"drag {self._drags}")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the rows: it must not change a model in passing."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go in tenths, page keys in ones, 0 1 2 jump there."""
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Right: 0.1, Qt.Key.Key_Up: 0.1, Qt.Key.Key_Left: -0.1, Qt.Key.Key_Down: -0.1,
            Qt.Key.Key_PageUp: 1.0, Qt.Key.Key_PageDown: -1.0,
        }  # fmt: skip
        jumps = {
            Qt.Key.Key_0: 0.0, Qt.Key.Key_1: 1.0, Qt.Key.Key_2: 2.0, Qt.Key.Key_Home: LOW, Qt.Key.Key_End: HIGH,
        }  # fmt: skip
        if key in steps:
            self._choose(round(min(max(self.scale + steps[key], LOW), HIGH), 2), "keys")
        elif key in jumps:
            self._choose(jumps[key], "keys")
        else:
            event.ignore()

    # -- painting ------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(280, 40)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 40)

    def _groove(self) -> QRectF:
        return QRectF(12.0, self.height() * 0.34 - 2.5, max(self.width() - 24.0, 1.0), 5.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._draw(painter)
        finally:
            painter.end()

    def _draw(self, painter: QPainter) -> None:
        theme, groove, on = self.colours, self._groove(), self.isEnabled()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.border))
        painter.drawRoundedRect(groove, 2.5, 2.5)
        x, intact = (groove.left() + groove.width() * place_of(scale) for scale in (self.scale, 1.0))
        colour = QColor(theme.fan) if on else QColor(theme.border)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(min(x, intact), groove.top(), abs(x - intact), groove.height()), 2.5, 2.5)
        self._draw_ticks(painter, groove)
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.surface), 2.0))
        painter.setBrush(QColor(theme.text) if on else mixed(theme.text, theme.surface, 0.6))
        painter.drawEllipse(QPointF(x, groove.center().y()), 8.0, 8.0)

    def _draw_ticks(self, painter: QPainter, groove: QRectF) -> None:
        theme, font = self.colours, self.font()
        font.setPixelSize(max(self.fontInfo().pixelSize() - 2, 9))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        taken: list[tuple[float, float]] = []  # of the texts written, the important ones first
        for scale in sorted(TICKS, key=lambda scale: (scale not in HELD, scale not in (LOW, HIGH))):
            x = groove.left() + groove.width() * place_of(scale)
            main = scale in HELD
            painter.setPen(QPen(QColor(theme.text if main else theme.muted), 1.6 if main else 1.0))
            painter.drawLine(QPointF(x, groove.bottom() + 3), QPointF(x, groove.bottom() + (9 if main else 6)))
            text = {0.0: self.tr("0 off"), 1.0: self.tr("1 unchanged")}.get(scale, shown_scale(scale))
            wide = metrics.horizontalAdvance(text) + 2
            left = min(max(x - wide / 2, 0.0), self.width() - wide)
            free = all(left > end + 3 or left + wide < begin - 3 for begin, end in taken)
            if free and self.height() > groove.bottom() + 10 + metrics.height() * 0.8:
                painter.setPen(QColor(theme.text if main else theme.muted))
                painter.drawText(QRectF(left, groove.bottom() + 8, wide, metrics.height()), MIDDLE, text)
                taken.append((left, left + wide))
