"""The net whose loss is shown: a click on a line or a neuron makes its weight, or its bias, an axis of the plane.

Of the two buttons above it the one that is down says which axis: to the right, or upwards. The keys do the same.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from viz.charts.look import Look
from viz.charts.net_pane import NetPane, Shown
from viz.charts.net_words import short_name
from viz.labs.landscape.landscape_frame import LandscapeFrame
from viz.plain import set_tip
from viz.wrapping_row import WrappingRow

translate = QCoreApplication.translate  # by this name its texts are collected
SIGNS = ("→ ", "↑ ")


class WeightsPane(QWidget):
    """See the module."""

    chosen = Signal(int, int)  # the places of both weights, to the right and upwards

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.row = WrappingRow(8, self)
        self.axes = (QPushButton(), QPushButton())
        group = QButtonGroup(self)
        tips = (
            translate("LandscapeView", "Click a line or a neuron below: its weight goes to the right"),
            translate("LandscapeView", "Click a line or a neuron below: its weight goes upwards"),
        )
        for at, (button, tip) in enumerate(zip(self.axes, tips, strict=True)):
            button.setCheckable(True)
            group.addButton(button, at)
            set_tip(button, tip)
            self.row.add(button)
        self.axes[0].setChecked(True)
        self.net = NetPane(self)
        column.addWidget(self.row)
        column.addWidget(self.net, 1)
        self._frame: LandscapeFrame | None = None
        self._look: Look | None = None
        group.idToggled.connect(lambda _at, on: self._show() if on else None)
        self.net.chosen.connect(self._choose)

    def show_frame(self, frame: LandscapeFrame, look: Look) -> None:
        """Show the net of a frame."""
        self._frame, self._look = frame, look
        self._show()

    def _show(self) -> None:
        frame, look = self._frame, self._look
        if frame is None or look is None or frame.weights is None or frame.pictures is None:
            return
        net, both = frame.asked.setup.architecture, (frame.asked.one, frame.asked.other)
        said = translate("LandscapeView", "Right: {weight}"), translate("LandscapeView", "Up: {weight}")
        for button, words, place in zip(self.axes, said, both, strict=True):
            text = words.format(weight=short_name(net, place))
            with QSignalBlocker(button):
                button.setText(text)
            button.setAccessibleName(text)
        active = self._active
        self.net.show_net(
            Shown(net, frame.weights, frame.pictures, both[active], also=both[1 - active],
                  signs=(SIGNS[active], SIGNS[1 - active])),
            look,
        )  # fmt: skip

    @property
    def _active(self) -> int:
        return int(self.axes[1].isChecked())

    def _choose(self, place: int) -> None:
        """Make it the axis of the button that is down; the two change places where it is the other one's."""
        frame = self._frame
        if frame is None:
            return
        both = [frame.asked.one, frame.asked.other]
        active = self._active
        if place == both[1 - active]:
            both.reverse()
        else:
            both[active] = place
        self.chosen.emit(*both)
