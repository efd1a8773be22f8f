"""A slider from -2 to 10 on which 0 (off), 1 (intact) and 2 (double) are wide apart and easy to hit.

Between its knots the scale is linear, so that the half of it that matters takes two thirds of the width; near 0, 1 and
2 the handle is held. A double click puts it back to 1. The bar is drawn from 1, so its length is how much is changed.
The strength of another kind of intervention has the range that its dial says, linear, with as many ticks as fit.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from engine.adjustable import Dial
from viz.board import HIGH, LOW, SITE_DIAL, shown_scale
from viz.charts.colours import mixed
from viz.charts.rulers import ticks
from viz.theme import Theme
from viz.theme import theme as theme_called

STEPS = 1000
SCALES = (LOW, 0.0, 1.0, 2.0, HIGH)
PLACES = (0.0, 0.27, 0.5, 0.68, 1.0)
TICKS = (-2.0, -1.0, 0.0, 0.5, 1.0, 2.0, 5.0, 10.0)
HELD = (0.0, 1.0, 2.0)
NEAR = 0.016  # of the width, within which a handle dragged is held
MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


def _knots(dial: Dial) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Scales, and their places at 0..1 of the width."""
    return (SCALES, PLACES) if dial == SITE_DIAL else ((dial.low, dial.high), (0.0, 1.0))


def place_of(scale: float, dial: Dial = SITE_DIAL) -> float:
    """0..1 of the width."""
    return float(np.interp(scale, *_knots(dial)))


def scale_at(place: float, dial: Dial = SITE_DIAL) -> float:
    """The scale at 0..1 of the width, to two decimals."""
    scales, places = _knots(dial)
    return round(float(np.interp(place, places, scales)), 2)


def begins_at(dial: Dial) -> float:
    """Where the bar begins: at what changes nothing, else at 0 or the end next to it."""
    return min(max(0.0, dial.low), dial.high) if dial.neutral is None else dial.neutral


def _held(dial: Dial) -> tuple[float, ...]:
    """Where the handle is held, and the ticks that are written first."""
    if dial == SITE_DIAL:
        return HELD
    wanted = {0.0, dial.neutral if dial.neutral is not None else 0.0}
    return tuple(sorted(it for it in wanted if dial.low <= it <= dial.high))


def _ticks(dial: Dial) -> tuple[float, ...]:
    if dial == SITE_DIAL:
        return TICKS
    return tuple(sorted({dial.low, dial.high, *_held(dial), *ticks(dial.low, dial.high, 7)}))


class ScaleSlider(QSlider):
    """Emits `chosen(scale, gesture)` for what a person does, never for what the program sets."""

    chosen = Signal(float, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, STEPS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet("min-height: 40px; max-height: 40px;")  # the program's own would take the ticks' room
        self.dial = SITE_DIAL
        self.scale = 1.0
        self.colours: Theme = theme_called("dark")
        self._drags = 0
        self._setting = False
        self.valueChanged.connect(self._moved)
        self.show_scale(1.0)

    def show_dial(self, dial: Dial) -> None:
        """Take another range; the handle is put by `show_scale`."""
        self.dial = dial
        self.update()

    def show_scale(self, scale: float) -> None:
        """Put the handle where `scale` is; ends of the slider for what lies beyond."""
        self.scale = scale
        self._setting = True
        self.setValue(round(place_of(scale, self.dial) * STEPS))
        self._setting = False
        self.setAccessibleDescription(f"× {shown_scale(scale)}" if self.dial == SITE_DIAL else shown_scale(scale))
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Draw in these colours."""
        self.colours = theme
        self.update()

    # -- what a person does --------------------------------------------------------------------------------------

    def _moved(self, value: int) -> None:
        """A screen reader or a page key moved the handle."""
        if not self._setting:
            self._choose(scale_at(value / STEPS, self.dial), "keys")

    def _choose(self, scale: float, gesture: str) -> None:
        if scale == self.scale:
            return
        self.show_scale(scale)
        self.chosen.emit(scale, gesture)

    def _drag_to(self, x: float) -> None:
        groove = self._groove()
        place = min(max((x - groove.left()) / groove.width(), 0.0), 1.0)
        near = (scale for scale in _held(self.dial) if abs(place_of(scale, self.dial) - place) < NEAR)
        held = next(near, None)
        self._choose(scale_at(place, self.dial) if held is None else held, f"drag {self._drags}")

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
        """Back to what changes nothing."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(begins_at(self.dial), f"drag {self._drags}")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the rows: it must not change a model in passing."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go in tenths, page keys in ones, 0 1 2 jump there."""
        key = Qt.Key(event.key())
        low, high = self.dial.low, self.dial.high
        fine, coarse = (0.1, 1.0) if high - low > 2.0 else (0.01, 0.1)
        steps = {
            Qt.Key.Key_Right: fine, Qt.Key.Key_Up: fine, Qt.Key.Key_Left: -fine, Qt.Key.Key_Down: -fine,
            Qt.Key.Key_PageUp: coarse, Qt.Key.Key_PageDown: -coarse,
        }  # fmt: skip
        jumps = {
            Qt.Key.Key_0: 0.0, Qt.Key.Key_1: 1.0, Qt.Key.Key_2: 2.0, Qt.Key.Key_Home: low, Qt.Key.Key_End: high,
        }  # fmt: skip
        if key in steps:
            self._choose(round(min(max(self.scale + steps[key], low), high), 2), "keys")
        elif key in jumps:
            self._choose(min(max(jumps[key], low), high), "keys")
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
        x, intact = (
            groove.left() + groove.width() * place_of(scale, self.dial) for scale in (self.scale, begins_at(self.dial))
        )
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
        held, ends = _held(self.dial), (self.dial.low, self.dial.high)
        for scale in sorted(_ticks(self.dial), key=lambda scale: (scale not in held, scale not in ends)):
            x = groove.left() + groove.width() * place_of(scale, self.dial)
            main = scale in held
            painter.setPen(QPen(QColor(theme.text if main else theme.muted), 1.6 if main else 1.0))
            painter.drawLine(QPointF(x, groove.bottom() + 3), QPointF(x, groove.bottom() + (9 if main else 6)))
            text = self._tick_text(scale)
            wide = metrics.horizontalAdvance(text) + 2
            left = min(max(x - wide / 2, 0.0), self.width() - wide)
            free = all(left > end + 3 or left + wide < begin - 3 for begin, end in taken)
            if free and self.height() > groove.bottom() + 10 + metrics.height() * 0.8:
                painter.setPen(QColor(theme.text if main else theme.muted))
                painter.drawText(QRectF(left, groove.bottom() + 8, wide, metrics.height()), MIDDLE, text)
                taken.append((left, left + wide))

    def _tick_text(self, scale: float) -> str:
        if self.dial == SITE_DIAL:
            return {0.0: self.tr("0 off"), 1.0: self.tr("1 unchanged")}.get(scale, shown_scale(scale))
        said = shown_scale(scale)
        return self.tr("{value} unchanged").format(value=said) if scale == self.dial.neutral else said
