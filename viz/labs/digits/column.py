"""The column beside the charts: the picture that is drawn, the blur, and what the net is given."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from engine.labs.digits.records import SIDE
from viz.charts.chart_words import ChartWords
from viz.charts.look import Look
from viz.charts.numbers import fixed
from viz.enabled import enable
from viz.labs.digits import words
from viz.labs.digits.digits_frame import DigitsFrame
from viz.labs.digits.drawing import HIGHEST_BLUR
from viz.labs.digits.pad import LEAST, Pad, Square
from viz.plain import set_tip

translate = QCoreApplication.translate  # by this name its texts are collected

STEPS = 40  # of the slider


class Column(QWidget):
    """Shows a frame and tells what a person does; keeps nothing itself."""

    drawn = Signal(str)
    blurred = Signal(float)
    fitted = Signal(bool)  # whether a drawing is centred and enlarged
    turned_to = Signal(int)  # the next picture (1), or the one before (-1)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        self.what, self.amount, self.answer = ChartWords(self), ChartWords(self, 0.9), ChartWords(self, 1.2, bold=True)
        self.pad = Pad(self, translate("DigitsView", "Square to draw a digit in"))
        self.pad.setAccessibleDescription(
            translate(
                "DigitsView",
                "Draw with the mouse. Arrow keys move, Space fills a pixel, Shift with an arrow draws a line, Delete "
                "clears.",
            )
        )
        set_tip(
            self.pad,
            translate(
                "DigitsView",
                "Draw with the left mouse button, rub out with the right one. With the keyboard: arrow keys move, "
                "Space fills a pixel, Shift with an arrow draws a line, Delete clears.",
            ),
        )
        self.pad.drawn.connect(self.drawn)
        self.seen = Square(self, translate("DigitsView", "What the model is given"))
        self.before = self._button("◀", translate("DigitsView", "Picture before"))
        self.after = self._button("▶", translate("DigitsView", "Next picture"))
        self.clear = self._button(translate("DigitsView", "Clear"), translate("DigitsView", "Clear the drawing"))
        self.centre = self._button(
            translate("DigitsView", "Centre it"),
            translate("DigitsView", "Centre and enlarge the drawing before the model reads it"),
        )
        self.centre.setCheckable(True)
        self.centre.clicked.connect(self.fitted)
        self.centre.hide()  # until there is a drawing
        self.before.clicked.connect(lambda: self.turned_to.emit(-1))
        self.after.clicked.connect(lambda: self.turned_to.emit(1))
        self.clear.clicked.connect(lambda: self.drawn.emit(""))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, STEPS)
        self.slider.setAccessibleName(translate("DigitsView", "Blur"))
        set_tip(self.slider, translate("DigitsView", "Blur the picture that the model is given"))
        self.slider.valueChanged.connect(lambda step: self.blurred.emit(step * HIGHEST_BLUR / STEPS))
        self.buttons = QWidget(self)
        self._row(self.buttons, self.before, self.after, self.centre, self.clear)
        for widget in (self.what, self.pad, self.buttons, self.amount, self.slider, self.seen, self.answer):
            column.addWidget(widget, 5 if widget is self.pad else 4 if widget is self.seen else 0)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The squares are no higher than they are wide."""
        super().resizeEvent(event)
        for square in (self.pad, self.seen):
            square.setMaximumHeight(max(self.width(), LEAST))

    @staticmethod
    def _button(text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(tip)
        set_tip(button, tip)
        return button

    @staticmethod
    def _row(widget: QWidget, *parts: QPushButton) -> None:
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in parts:
            row.addWidget(part, 1)

    def show_frame(self, frame: DigitsFrame, look: Look) -> None:
        """Show a frame without telling it."""
        there = frame.bitmap is not None or frame.digit >= 0
        self.what.show_words(words.picture(frame), look, wraps=True)
        bitmap = frame.bitmap
        self.pad.show_picture(bitmap, frame.pixels if there else None, look)
        self.seen.show_values(frame.seen.reshape(SIDE, SIDE) if there else None, look)
        wrong = 0 <= frame.digit != frame.read_as
        self.answer.show_words(
            words.answer(frame) if there else "", look, wraps=True, colour=look.theme.error if wrong else ""
        )
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(frame.blur * STEPS / HIGHEST_BLUR))
        said = translate("DigitsView", "What the model is given: blurred by {blur} pixels")
        self.amount.show_words(said.format(blur=fixed(frame.blur, 1)), look, muted=True, wraps=True)
        self.centre.setVisible(bitmap is not None)
        self.centre.setChecked(frame.fits)
        enable(self.clear, bitmap is not None)

    def be_still(self) -> None:
        """As a figure has it: nothing to press."""
        for part in (self.buttons, self.slider):
            part.hide()
