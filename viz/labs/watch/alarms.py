"""The list of what was marked: one row for each position and rule, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from viz.charts.numbers import fixed
from viz.charts.sorted_table import SortedTable
from viz.joined import listed
from viz.labs.watch.watch_frame import Alarm, WatchFrame

translate = QCoreApplication.translate  # by this name its texts are collected
Index = QModelIndex | QPersistentModelIndex
POSITION, TOKEN, RULE, VALUES = range(4)


def titles() -> tuple[str, ...]:
    """The columns' headings."""
    return (
        translate("WatchList", "position"), translate("WatchList", "token"), translate("WatchList", "rule"),
        translate("WatchList", "activations"),
    )  # fmt: skip


def values_in_words(alarm: Alarm) -> str:
    """The activations that the rule looks at."""
    return listed([f"{name} {fixed(value, 2)}" for name, value in alarm.values])


class AlarmsModel(QAbstractTableModel):
    """The rows of a frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.alarms: tuple[Alarm, ...] = ()

    def show(self, alarms: tuple[Alarm, ...]) -> None:
        """Show these."""
        if alarms != self.alarms:
            self.beginResetModel()
            self.alarms = alarms
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.alarms)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < 4:
            return titles()[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.alarms):
            return None
        alarm = self.alarms[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (str(alarm.position), alarm.text, alarm.rule, values_in_words(alarm))[index.column()]
        if role == Qt.ItemDataRole.UserRole:
            largest = max(value for _, value in alarm.values)
            return (-alarm.position, alarm.text, alarm.rule, -largest)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if index.column() == POSITION else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


class AlarmsTable(SortedTable):
    """The table; `chose` is called with the position of a row that was clicked or entered."""

    def __init__(self, parent: QWidget, chose: Callable[[int], None]) -> None:
        self.model_of = AlarmsModel()
        super().__init__(parent, self.model_of)
        self.model_of.setParent(self)
        self.setAccessibleName(translate("WatchList", "Marked tokens"))
        self.setWordWrap(False)
        self._chose = chose
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)
        self.clicked.connect(self._told)
        self.activated.connect(self._told)

    def _told(self, index: QModelIndex) -> None:
        row = self.sorted.mapToSource(index).row()
        if 0 <= row < len(self.model_of.alarms):
            self._chose(self.model_of.alarms[row].position)

    def show_frame(self, frame: WatchFrame) -> None:
        """Show its rows."""
        self.model_of.show(frame.alarms)
