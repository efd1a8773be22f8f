"""Sliders above the picture: the layer and the size of the moving average, and the list of names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSlider, QWidget

from engine.labs.weights.records import LARGEST_WINDOW
from viz.plain import Label, set_tip

translate = QCoreApplication.translate  # by this name its texts are collected
LETTERS = 26  # that the list of names has room for


class Slider(QWidget):
    """A slider with its name before it and its value after it; tells what a person sets."""

    chosen = Signal(int)

    def __init__(self, name: str, tip: str, widest: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(name)
        self.slider.setMinimumWidth(110)
        set_tip(self.slider, tip)
        self.slider.valueChanged.connect(self.chosen)
        self._widest = widest
        self.value = Label()
        for widget in (Label(name), self.slider, self.value):
            row.addWidget(widget)

    def show_value(self, value: int, low: int, high: int, words: str) -> None:
        """Show a value without telling it."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(low, max(high, low))
            self.slider.setValue(value)
        self.value.setText(words)
        self.value.setMinimumWidth(self.value.fontMetrics().horizontalAdvance(self._widest))


class Names(QComboBox):
    """All matrices by the checkpoint's own names; one can be typed to find it."""

    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Weights", "Matrix, by the checkpoint's own name"))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        completer = self.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(completer.CompletionMode.PopupCompletion)
        self.activated.connect(lambda index: self.named.emit(self.itemText(index)))
        line = self.lineEdit()
        if line is not None:
            line.setAccessibleName(self.accessibleName())
            line.editingFinished.connect(self._typed)
        self._names: tuple[str, ...] = ()
        self._told = ""

    def show_names(self, names: Sequence[str], chosen: str) -> None:
        """Show what can be chosen and what is, without telling it."""
        with QSignalBlocker(self):
            if tuple(names) != self._names:
                self._names = tuple(names)
                self.clear()
                self.addItems(list(names))
            self._told = chosen
            line = self.lineEdit()
            if line is not None and not line.hasFocus():
                if chosen in self._names:
                    self.setCurrentIndex(self._names.index(chosen))
                self.setEditText(chosen)
                line.setCursorPosition(0)

    def _typed(self) -> None:
        text = self.currentText().strip()
        if text and text != self._told:
            self._told = text
            self.named.emit(text)


def layer_slider(parent: QWidget) -> Slider:
    """The layer whose matrix is shown."""
    tip = translate("Weights", "The layer whose matrix is shown; every other view that shows a layer follows.")
    return Slider(translate("Weights", "Layer"), tip, "L888", parent)


def window_slider(parent: QWidget) -> Slider:
    """How many weights across a moving average is taken."""
    tip = translate(
        "Weights",
        "Over how many rows and columns the average is taken. The mean of n × n numbers drawn by lot has one nth of "
        "their spread.",
    )
    return Slider(translate("Weights", "Averaged across"), tip, "888 × 888", parent)


WINDOWS = (1, LARGEST_WINDOW)
