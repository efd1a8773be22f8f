"""The box that names a state's place in the stack of layers: the input, after each layer, and after the final norm."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from engine.records import NORMED
from viz.number_boxes import WholeBox
from viz.plain import set_tip
from viz.state_names import state_name
from viz.typed_number import plain_number

translate = QCoreApplication.translate  # by this name its texts are collected


class LayerBox(WholeBox):
    """Its value is the layer whose output is shown: -1 the input, one more than the last the final norm."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Map", "Layer"))
        set_tip(
            self,
            translate(
                "Map",
                "Hidden states after which layer; “input” is what the first one receives, “final norm” what the "
                "unembedding reads",
            ),
        )
        self.setKeyboardTracking(False)

    def set_layers(self, n_layers: int) -> None:
        """Offer the states of a model of so many layers."""
        self.setRange(-1, max(n_layers, -1))

    def show_layer(self, layer: int) -> None:
        """Name a space's layer."""
        self.setValue(self.maximum() if layer == NORMED else layer - 1)

    @property
    def layer(self) -> int:
        """The layer of the space that is named."""
        return NORMED if self.value() == self.maximum() > 0 else self.value() + 1

    @property
    def last(self) -> int:
        """What the last layer gives, before the final norm."""
        return max(self.maximum(), 1)

    def textFromValue(self, value: int) -> str:
        """As everywhere in the program."""
        if value == self.maximum() > 0:
            return translate("Map", "final norm")
        return state_name(value + 1)

    def valueFromText(self, text: str) -> int:
        """A name, or the number of a layer."""
        for value in (self.minimum(), self.maximum()):
            if text.strip().casefold() == self.textFromValue(value).casefold():
                return value
        digits = "".join(letter for letter in plain_number(text) if letter.isdigit())
        return int(digits) if digits else self.value()

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002  Qt's name
        """Anything may be typed: what names no layer leaves it as it is."""
        return QValidator.State.Acceptable, input, pos
