"""Which dictionary is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from engine.dictionaries.records import DictionaryInfo

translate = QCoreApplication.translate  # by this name its texts are collected
LETTERS = 10  # that it has room for at least


class DictionaryBox(QComboBox):
    """The dictionaries that fit; tells the name of one that a person chooses."""

    named = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Features", "Dictionary"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LETTERS)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda index: self.named.emit(self._names[index]))
        self._names: tuple[str, ...] = ()
        self._titles: tuple[str, ...] = ()

    def show_infos(self, infos: Sequence[DictionaryInfo], chosen: DictionaryInfo | None) -> None:
        """Show what can be chosen and what is, without telling it."""
        names, titles = tuple(it.name for it in infos), tuple(it.title for it in infos)
        with QSignalBlocker(self):
            if (names, titles) != (self._names, self._titles):
                self._names, self._titles = names, titles
                self.clear()
                self.addItems(list(titles))
            self.setCurrentIndex(names.index(chosen.name) if chosen is not None and chosen.name in names else -1)
        self.setEnabled(bool(names))
