"""The row above the toy model: train or compute, pause, rewind, and the slider along the moments."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSlider, QVBoxLayout, QWidget

from viz.enabled import enable
from viz.labs.superposition.superposition_frame import TRAINING, SuperpositionFrame
from viz.plain import Label, set_tip
from viz.wrapping_row import WrappingRow

translate = QCoreApplication.translate  # by this name its texts are collected


class ToyControls(QWidget):
    """Shows what can be done and tells what a person does; keeps nothing itself."""

    moment_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 2)
        row = WrappingRow(8, self)
        column.addWidget(row)
        self.start, self.pause, self.rewind = QPushButton(), QPushButton(), QPushButton()
        self.pause.setText(translate("Superposition", "Pause"))
        set_tip(self.pause, translate("Superposition", "Pause; what is computed stays, and it goes on exactly here"))
        self.rewind.setText(translate("Superposition", "Rewind"))
        set_tip(self.rewind, translate("Superposition", "Back to the same random start, from which it can be played"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(translate("Superposition", "Moment of the training"))
        set_tip(self.slider, translate("Superposition", "Move along the training"))
        self.slider.setMinimumWidth(120)
        self.slider.valueChanged.connect(self._slid)
        self.moment = Label()
        self.moment.setObjectName("muted")
        for widget in (self.start, self.pause, self.rewind):
            widget.setAccessibleName(widget.text())
            row.add(widget)
        row.add(self.slider, fills=True)
        row.add(self.moment)

    def show_frame(self, frame: SuperpositionFrame, playing: bool) -> None:
        """Show a moment without telling it."""
        training, now = frame.page == TRAINING, frame.now
        newest = frame.moment == len(frame.told) - 1
        left = frame.following is not None
        self.start.setText(self._start_words(frame, newest))
        self.start.setAccessibleName(self.start.text())
        set_tip(self.start, self._start_tip(frame, newest))
        can_pause = frame.going or playing
        self._enable(not can_pause and (left or (training and not newest)), can_pause)
        self.rewind.setVisible(training)
        enable(self.rewind, training and frame.moment > 0)
        self.slider.setVisible(training)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(len(frame.told) - 1, 0))
            self.slider.setValue(frame.moment)
        enable(self.slider, len(frame.told) > 1)
        self.moment.setText(self._moment_words(frame, now.step if now is not None else 0))

    def _enable(self, start: bool, pause: bool) -> None:
        """One of the two hands the keyboard to the other where it can be pressed no longer."""
        for can, button, other, other_can in (
            (start, self.start, self.pause, pause),
            (pause, self.pause, self.start, start),
        ):
            if button.hasFocus() and not can and other_can:
                enable(other, True)
                other.setFocus()
        enable(self.start, start)
        enable(self.pause, pause)

    @staticmethod
    def _start_words(frame: SuperpositionFrame, newest: bool) -> str:
        if frame.page != TRAINING:
            some = 0 < frame.parts[0] < frame.parts[1]
            return translate("Superposition", "Go on") if some else translate("Superposition", "Compute")
        if not newest:
            return translate("Superposition", "Play")
        return translate("Superposition", "Go on") if frame.moment > 0 else translate("Superposition", "Train")

    @staticmethod
    def _start_tip(frame: SuperpositionFrame, newest: bool) -> str:
        if frame.page != TRAINING:
            return translate("Superposition", "Train one model after the other; what is done stays when it is paused")
        if not newest:
            return translate("Superposition", "Show the training again from here")
        return translate("Superposition", "Train all starts and the control without ReLU")

    @staticmethod
    def _moment_words(frame: SuperpositionFrame, step: int) -> str:
        if frame.page != TRAINING:
            return translate("Superposition", "{n} of {all}").format(n=frame.parts[0], all=frame.parts[1])
        return translate("Superposition", "step {n}").format(n=f"{step:,}")

    def _slid(self, value: int) -> None:
        self.moment_chosen.emit(-1 if value == self.slider.maximum() else value)
