"""The starts side by side: each net's plane, small, with what it has right; a click opens one in the playground.

Painted by hand: twelve charts with axes would leave no room for the pictures.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viz.charts.look import Look
from viz.charts.net_words import number
from viz.charts.numbers import percent
from viz.charts.painted import CENTRE
from viz.charts.speech import say_changed
from viz.labs.playground import pictures as shown
from viz.labs.playground.starts_frame import REACH, StartsFrame
from viz.theme import rgb

translate = QCoreApplication.translate  # by this name its texts are collected
LABEL = 1.5  # em below each picture


class StartsPane(QWidget):
    """See the module."""

    chosen = Signal(int)  # which start, from 0

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Playground", "Many starts: a picture of each net's answers"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.boxes: list[QRectF] = []
        self.resting = -1  # the start that the keys rest on
        self._frame: StartsFrame | None = None
        self._look: Look | None = None
        self._images: tuple[object, list[QImage]] = (None, [])

    def show_starts(self, frame: StartsFrame | None, look: Look) -> None:
        """Show them."""
        self._frame, self._look = frame, look
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        frame, look = self._frame, self._look
        if frame is None or look is None or not len(frame.answers):
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            self.boxes = places(len(frame.seeds), self.width(), self.height(), look.em)
            for index, (box, image) in enumerate(zip(self.boxes, self._pictures(frame, look), strict=True)):
                self._draw(painter, index, box, image, frame, look)
        finally:
            painter.end()

    def _draw(self, painter: QPainter, index: int, box: QRectF, image: QImage, frame: StartsFrame, look: Look) -> None:
        painter.drawImage(box, image)
        inner = box.width() / REACH / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.theme.text), 1, Qt.PenStyle.DashLine))
        painter.drawRect(QRectF(box.center().x() - inner, box.center().y() - inner, 2 * inner, 2 * inner))
        focused = index == self.resting and self.hasFocus()
        painter.setPen(QPen(QColor(look.theme.accent if focused else look.theme.border), 2.4 if focused else 1))
        painter.drawRect(box)
        painter.setFont(look.font_of(0.8))
        painter.setPen(QColor(look.theme.text))
        line = QRectF(box.left(), box.bottom(), box.width(), LABEL * look.em)
        metrics = QFontMetricsF(painter.font())
        tried = (start_words(frame, index), short_words(frame, index), value_words(frame, index))
        words = next((it for it in tried if metrics.horizontalAdvance(it) <= box.width()), tried[-1])
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(line, CENTRE, words)

    def _pictures(self, frame: StartsFrame, look: Look) -> list[QImage]:
        key = (id(frame.answers), look.theme.name)
        if self._images[0] != key:
            colours = np.stack([rgb(colour) for colour in look.theme.categories])
            made = []
            for classes, sure in zip(frame.answers, frame.sure, strict=True):
                strength = shown.strength_of(sure.astype(np.float64), frame.net.outputs if frame.net else 2)
                pixels = shown.coloured(classes.astype(np.int64), strength, colours, rgb(look.theme.surface))
                high, wide = pixels.shape[:2]
                made.append(QImage(pixels.data, wide, high, 4 * wide, QImage.Format.Format_RGBA8888).copy())
            self._images = key, made
        return self._images[1]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for index, box in enumerate(self.boxes):
            if box.contains(event.position()):
                self.chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame = self._frame
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._across, Qt.Key.Key_Down: self._across}
        key = Qt.Key(event.key())
        if frame is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in steps:
            self.resting = min(max(self.resting + steps[key], 0), len(frame.seeds) - 1)
            say_changed(self, start_words(frame, self.resting))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.resting >= 0:
            self.chosen.emit(self.resting)
        else:
            super().keyPressEvent(event)

    @property
    def _across(self) -> int:
        """How many stand in a row."""
        return max(sum(abs(box.top() - self.boxes[0].top()) < 1 for box in self.boxes), 1) if self.boxes else 1

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 120)


def places(count: int, width: float, height: float, em: float) -> list[QRectF]:
    """Squares in rows, as large as they fit."""
    gap, best, columns = 0.6 * em, 0.0, 1
    for tried in range(1, count + 1):
        rows = math.ceil(count / tried)
        side = min((width - gap) / tried - gap, (height - gap) / rows - gap - LABEL * em)
        if side > best:
            best, columns = side, tried
    best = max(best, 4.0)
    return [
        QRectF(gap + (i % columns) * (best + gap), gap + (i // columns) * (best + gap + LABEL * em), best, best)
        for i in range(count)
    ]


def short_words(frame: StartsFrame, index: int) -> str:
    """The same where there is little room: the seed, and the share or the loss."""
    said = translate("Playground", "{seed}: {value}")
    return said.format(seed=frame.seeds[index], value=value_words(frame, index))


def value_words(frame: StartsFrame, index: int) -> str:
    """The share that a start has right, or its loss."""
    if frame.broke_at[index] >= 0:
        return "NaN"
    if len(frame.right) > index and np.isfinite(frame.right[index]):
        return percent(float(frame.right[index]))
    return number(float(frame.losses[index]) if len(frame.losses) > index else float("nan"))


def start_words(frame: StartsFrame, index: int) -> str:
    """A start's seed and how good it is."""
    if frame.broke_at[index] >= 0:
        return translate("Playground", "seed {seed}: NaN").format(seed=frame.seeds[index])
    if len(frame.right) > index and np.isfinite(frame.right[index]):
        said = translate("Playground", "seed {seed}: {share} right")
        return said.format(seed=frame.seeds[index], share=percent(float(frame.right[index])))
    loss = float(frame.losses[index]) if len(frame.losses) > index else float("nan")
    return translate("Playground", "seed {seed}: loss {loss}").format(seed=frame.seeds[index], loss=number(loss))
