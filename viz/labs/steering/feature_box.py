"""The number of the feature that is looked at, to be typed: every view shows what is chosen here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.dictionaries.records import DictionaryInfo, FeatureName
from viz.intents import ChooseFeature, Intent
from viz.number_boxes import WholeBox
from viz.plain import Label, set_tip


class FeatureBox(QWidget):
    """A label and a number; -1 is none."""

    def __init__(self, send: Callable[[Intent], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._send = send
        self._dictionary = ""
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self.label = Label(self.tr("Feature"))
        self.number = WholeBox()
        self.number.setRange(-1, 0)
        self.number.setSpecialValueText(self.tr("none"))
        self.number.setAccessibleName(self.tr("Feature that steers"))
        self.number.setKeyboardTracking(False)
        self.label.setBuddy(self.number)
        self.number.valueChanged.connect(self._choose)
        line.addWidget(self.label)
        line.addWidget(self.number)

    def show_feature(self, feature: FeatureName, info: DictionaryInfo | None) -> None:
        """Show what is chosen, of which dictionary."""
        self._dictionary = info.name if info is not None else ""
        with QSignalBlocker(self.number):
            self.number.setRange(-1, info.width - 1 if info is not None else max(feature.index, 0))
            self.number.setValue(feature.index)
        self.number.setEnabled(info is not None)
        set_tip(
            self.number,
            self.tr("A feature of {title}, from 0 to {last}").format(title=info.title, last=info.width - 1)
            if info is not None
            else self.tr("There is no dictionary to choose a feature of"),
        )

    def _choose(self, index: int) -> None:
        if self._dictionary:
            self._send(ChooseFeature(FeatureName(self._dictionary, index)))
