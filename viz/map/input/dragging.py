"""What a plain drag with the left button does on the map: chosen in a box of the strip or by a key."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QComboBox, QWidget

from viz.map.paint.words import tr
from viz.plain import set_tip

Dragging = Literal["turn", "box", "lasso"]


class DragBox(QComboBox):
    """The choice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Drag"))
        set_tip(self, tr("What a drag with the left button does (B, L); the right button always moves the map"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for name, kind in ((tr("drag turns"), "turn"), (tr("drag boxes"), "box"), (tr("drag lassos"), "lasso")):
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
        self.setItemText(0, tr("drag pans") if flat else tr("drag turns"))
