"""Which three ends the plane goes through: a list for each, with what every start ended at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from viz.labs.landscape.landscape_frame import LandscapeFrame
from viz.labs.landscape.words import start_ends, start_name
from viz.plain import Label, set_tip
from viz.wrapping_row import WrappingRow

translate = QCoreApplication.translate  # by this name its texts are collected


class MinimaRow(WrappingRow):
    """See the module."""

    chosen = Signal(tuple)  # the numbers of three starts

    def __init__(self, parent: QWidget) -> None:
        super().__init__(8, parent)
        self.add(Label(translate("LandscapeView", "Plane through")))
        names = (
            translate("LandscapeView", "First end of the plane"),
            translate("LandscapeView", "Second end of the plane"),
            translate("LandscapeView", "Third end of the plane"),
        )
        self.boxes = tuple(QComboBox() for _ in names)
        for at, (box, name) in enumerate(zip(self.boxes, names, strict=True)):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            set_tip(box, translate("LandscapeView", "The start whose end the plane goes through, and the loss there"))
            box.activated.connect(lambda start, at=at: self._choose(at, start))
            self.add(box)
        self._through = (0, 1, 2)

    def show_frame(self, frame: LandscapeFrame) -> None:
        """Show the starts and which are chosen."""
        self._through = frame.asked.through
        starts = frame.asked.setup.starts
        texts = [start_ends(frame, at) if frame.found is not None else start_name(at) for at in range(starts)]
        for box, start in zip(self.boxes, self._through, strict=True):
            with QSignalBlocker(box):
                if [box.itemText(at) for at in range(box.count())] != texts:
                    box.clear()
                    box.addItems(texts)
                box.setCurrentIndex(start if start < starts else -1)

    def _choose(self, at: int, start: int) -> None:
        """Where another box has it already, the two change places."""
        found = list(self._through)
        if start in found:
            found[found.index(start)] = found[at]
        found[at] = start
        self.chosen.emit(tuple(found))
