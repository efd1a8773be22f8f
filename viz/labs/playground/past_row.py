"""The slider along the past of a training: its moments that were kept, and now at the right end."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from viz.labs.playground.playground_frame import PlaygroundFrame
from viz.plain import Label, set_tip

translate = QCoreApplication.translate  # by this name its texts are collected


class PastRow(QWidget):
    """See the module."""

    moved = Signal(int)  # to the moment after so many steps; -1: now

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.name, self.said = Label(translate("Playground", "Past")), Label()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setMinimumWidth(120)
        self.slider.setAccessibleName(translate("Playground", "Past moments of the training"))
        set_tip(self.slider, translate("Playground", "Go back through what the net was like while it trained"))
        self.name.setBuddy(self.slider)
        row.addWidget(self.name)
        row.addWidget(self.slider, 1)
        row.addWidget(self.said)
        self._steps: tuple[int, ...] = ()
        self.slider.valueChanged.connect(self._tell)

    def show_frame(self, frame: PlaygroundFrame) -> None:
        """Show which moment is shown, without telling it."""
        self._steps = tuple(it for it in frame.past.tolist() if it < frame.trained)
        self.setEnabled(bool(self._steps))
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, len(self._steps))
            self.slider.setValue(frame.moment if frame.moment >= 0 else len(self._steps))
        now, last = f"{frame.step:,}", f"{frame.trained:,}"
        past = translate("Playground", "step {step} of {all}")
        if self._steps:  # the slider keeps its length, so that its end is where it was while it is drawn
            self.said.setMinimumWidth(self.said.fontMetrics().horizontalAdvance(past.format(step=last, all=last)))
        self.said.setText(past.format(step=now, all=last) if frame.moment >= 0 else translate("Playground", "now"))

    def _tell(self, at: int) -> None:
        self.moved.emit(self._steps[at] if at < len(self._steps) else -1)
