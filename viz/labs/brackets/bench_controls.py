"""The row above the test bench: the line to type into, the net, the scrubber along its training, the way out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSlider, QToolButton, QWidget

from viz.labs.brackets.bars import bracket_font
from viz.labs.brackets.words import net_words
from viz.plain import Label, set_tip

translate = QCoreApplication.translate  # by this name its texts are collected


TYPE = 1.4  # em of what is typed


class BenchControls(QWidget):
    """Shows what is chosen and tells what a person changes; keeps nothing itself."""

    typed = Signal(str)
    net_chosen = Signal(str)
    checkpoint_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 4)
        row.setSpacing(10)
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("Brackets", "type brackets, such as (()("))
        self.line.setAccessibleName(translate("Brackets", "Bracket string to try"))
        self.line.setClearButtonEnabled(True)
        for button in self.line.findChildren(QToolButton):
            button.setAccessibleName(translate("Brackets", "Clear the line"))
        self.line.textEdited.connect(self.typed)
        self.nets = QComboBox()
        self.nets.setAccessibleName(translate("Brackets", "Bracket model"))
        self.nets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.nets.setMaximumWidth(240)
        self.nets.activated.connect(lambda index: self.net_chosen.emit(self.nets.itemData(index)))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(translate("Brackets", "Checkpoint along the training"))
        set_tip(
            self.slider,
            translate("Brackets", "The model at this point of its training; at the right end it is finished"),
        )
        self.slider.setMinimumWidth(110)
        self.slider.setMaximumWidth(220)
        self.slider.valueChanged.connect(self._slid)
        self.moment = Label()
        self.open_everywhere = QPushButton(translate("Brackets", "Open in every view"))
        self.open_everywhere.setAccessibleName(translate("Brackets", "Open in every view"))
        set_tip(
            self.open_everywhere,
            translate(
                "Brackets",
                "Load this bracket model as the model, so that attention, neurons, layers and the map show this string",
            ),
        )
        self._fit_type()
        row.addWidget(self.line, 1)
        for widget in (self.nets, self.slider, self.moment, self.open_everywhere):
            row.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        """Brackets are typed in letters that are as wide as each other, and large."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_type()

    def _fit_type(self) -> None:
        self.line.setFont(bracket_font(self.font(), TYPE * QFontInfo(self.font()).pixelSize()))

    def show_choice(
        self, typed: str, net: str, nets: tuple[str, ...], checkpoint: int, checkpoints: int, loaded: bool
    ) -> None:
        """Show what is chosen without telling it."""
        if self.line.text() != typed:
            with QSignalBlocker(self.line):
                self.line.setText(typed)
        names = nets if net in nets else (*nets, net)
        if names != tuple(self.nets.itemData(i) for i in range(self.nets.count())):
            self.nets.clear()
            for name in names:
                self.nets.addItem(net_words(name), name)
        self.nets.setCurrentIndex(names.index(net))
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(checkpoints, 1))
            self.slider.setValue(checkpoints if checkpoint < 0 else checkpoint)
        scrubbed = checkpoints > 0 and net == "two-block"
        self.slider.setVisible(scrubbed)
        self.moment.setVisible(scrubbed)
        last = translate("Brackets", "finished")
        self.moment.setText(last if checkpoint < 0 else translate("Brackets", "checkpoint {i}").format(i=checkpoint))
        self.moment.setMinimumWidth(self.moment.fontMetrics().horizontalAdvance(translate("Brackets", "checkpoint 88")))
        words = translate("Brackets", "Run in every view") if loaded else translate("Brackets", "Open in every view")
        self.open_everywhere.setText(words)

    def _slid(self, value: int) -> None:
        self.checkpoint_chosen.emit(-1 if value == self.slider.maximum() else value)
