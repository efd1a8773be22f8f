"""What a plain drag with the left button does on the map: chosen in a box of the strip or by a key."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from viz.plain import set_tip

translate = QCoreApplication.translate  # by this name its texts are collected

Dragging = Literal["turn", "box", "lasso"]


class DragBox(QComboBox):
    """The choice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Map", "Drag with the left button"))
        set_tip(
            self,
            translate(
                "Map", "What dragging with the left button does (B: box, L: lasso); the right button always pans"
            ),
        )
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for name, kind in (
            (translate("Map", "Rotate"), "turn"),
            (translate("Map", "Select box"), "box"),
            (translate("Map", "Select lasso"), "lasso"),
        ):
            self.addItem(name, kind)

    @property
    def dragging(self) -> Dragging:
        """What is chosen."""
        chosen: Dragging = self.currentData()
        return chosen

    def choose(self, wanted: Dragging) -> None:
        """Have a plain drag do something else."""
        self.setCurrentIndex(self.findData(wanted))

    def show_flat(self, flat: bool) -> None:
        """A flat map cannot be turned: there the first choice pans."""
        self.setItemText(0, translate("Map", "Pan") if flat else translate("Map", "Rotate"))
