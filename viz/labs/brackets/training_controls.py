"""The row above the training view: start, pause, stop, and the slider along the moments."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QWidget

from viz.labs.brackets.training_frame import TrainingFrame
from viz.plain import Label, set_tip

translate = QCoreApplication.translate  # by this name its texts are collected


class TrainingControls(QWidget):
    """Shows what can be done and tells what a person does; keeps nothing itself."""

    moment_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 2)
        row.setSpacing(8)
        self.start = self._button(
            translate("Brackets", "Start"),
            translate("Brackets", "Train a model with these settings, or resume exactly where it stopped"),
        )
        self.pause = self._button(
            translate("Brackets", "Pause"), translate("Brackets", "Pause; Start resumes exactly here")
        )
        self.stop = self._button(
            translate("Brackets", "Stop"), translate("Brackets", "Stop and try the best model so far")
        )
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(translate("Brackets", "Checkpoint of the training"))
        set_tip(self.slider, translate("Brackets", "Move along the training"))
        self.slider.valueChanged.connect(self._slid)
        self.moment = Label()
        self.moment.setObjectName("muted")
        for widget in (self.start, self.pause, self.stop):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.moment)

    @staticmethod
    def _button(text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleName(text)
        set_tip(button, tip)
        return button

    def show_frame(self, frame: TrainingFrame) -> None:
        """Show a moment without telling it."""
        self.start.setEnabled(not frame.going and not frame.done)
        self.start.setText(
            translate("Brackets", "Resume") if frame.mine and not frame.done else translate("Brackets", "Start")
        )
        self.pause.setEnabled(frame.going)
        self.stop.setEnabled(frame.going or frame.mine)
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(frame.moments - 1, 0))
            self.slider.setValue(max(frame.moment, 0))
        self.slider.setEnabled(frame.moments > 1)
        self.moment.setText(translate("Brackets", "{n} examples").format(n=f"{frame.examples:z,.0f}"))
        widest = translate("Brackets", "{n} examples").format(n="10,000,000")
        self.moment.setMinimumWidth(self.moment.fontMetrics().horizontalAdvance(widest))

    def _slid(self, value: int) -> None:
        self.moment_chosen.emit(-1 if value == self.slider.maximum() else value)
