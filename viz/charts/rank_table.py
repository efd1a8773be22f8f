"""A table of parts of the model with their numbers, that sorts and keeps its selection when the numbers change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from engine.records import F32, Site
from viz.charts.sorted_table import SortedTable
from viz.theme import Theme

translate = QCoreApplication.translate  # by this name its texts are collected
Index = QModelIndex | QPersistentModelIndex


class RankModel(QAbstractTableModel):
    """One row per part: its name, its numbers, and words where there are some."""

    def __init__(self, parent: QWidget | None, number: Callable[[str, float], str]) -> None:
        super().__init__(parent)
        self.sites: tuple[Site, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._numbers = np.empty((0, 0), np.float32)
        self._words: tuple[str, ...] = ()
        self._words_at = 0  # column
        self._number = number

    def show(
        self, sites: tuple[Site, ...], columns: tuple[str, ...], titles: tuple[str, ...], numbers: F32 | None,
        words: Sequence[str], words_after: str = "",
    ) -> None:  # fmt: skip
        """Replace everything; rows stay in place where the parts are the same. `titles` has the words' one last.

        The words stand after the column named `words_after`, else at the end.
        """
        same = sites == self.sites and columns == self._columns and bool(words) == bool(self._words)
        self._words_at = 2 + columns.index(words_after) if words_after in columns else 1 + len(columns)
        values = np.empty((len(sites), len(columns)), np.float32) if numbers is None else numbers
        told = same and (tuple(words), titles) == (self._words, self._titles)
        if told and np.array_equal(values, self._numbers, equal_nan=True):
            return  # telling again would have the view sort and measure every column
        if same:
            self._numbers, self._words, self._titles = values, tuple(words), titles
            if sites:
                self.dataChanged.emit(self.index(0, 0), self.index(len(sites) - 1, self.columnCount() - 1))
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            return
        self.beginResetModel()
        self.sites, self._columns, self._titles = sites, columns, titles
        self._numbers, self._words = values, tuple(words)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sites)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1 + len(self._columns) + bool(self._words)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            section = self._shown_as(section)
            return (translate("RankTable", "component"), *self._titles)[section] if section <= len(self._titles) else ""
        return None

    def _shown_as(self, column: int) -> int:
        """A column as it would be with the words at the end."""
        if not self._words or column < self._words_at:
            return column
        return 1 + len(self._columns) if column == self._words_at else column - 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), self._shown_as(index.column())
        number = 1 <= column <= len(self._columns)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.UserRole:  # what is sorted by; what is not known comes last
            if not number:
                return float(row)
            value = float(self._numbers[row, column - 1])
            return value if np.isfinite(value) else -1e30
        if role == Qt.ItemDataRole.DisplayRole:
            if column == 0:
                return str(self.sites[row])
            if number:
                return self._number(self._columns[column - 1], float(self._numbers[row, column - 1]))
            return self._words[row] if row < len(self._words) else ""
        return None


class RankTable(SortedTable):
    """The table; `chose` is called with the part of a row that was clicked or entered."""

    def __init__(self, parent: QWidget, number: Callable[[str, float], str], chose: Callable[[Site], None]) -> None:
        self.ranks = RankModel(None, number)
        super().__init__(parent, self.ranks)
        self.ranks.setParent(self)
        for signal in (self.activated, self.clicked):
            signal.connect(lambda index: chose(self._site(index)) if index.isValid() else None)

    def _site(self, index: QModelIndex) -> Site:
        return self.ranks.sites[self.sorted.mapToSource(index).row()]

    @property
    def chosen(self) -> Site | None:
        """The part of the selected row."""
        index = self.currentIndex()
        return self._site(index) if index.isValid() else None

    def mark(self, site: Site) -> None:
        """Select the row of a part, where there is one."""
        if site in self.ranks.sites:
            row = self.sorted.mapFromSource(self.ranks.index(self.ranks.sites.index(site), 0))
            if row.row() != self.currentIndex().row():
                self.setCurrentIndex(row)
        else:
            self.clearSelection()


def put_on(widget: QWidget, theme: Theme) -> None:
    """A theme's colours on a widget with a table."""
    if widget.property("wears") == theme.name:
        return  # a palette that is set again goes through every child
    widget.setProperty("wears", theme.name)
    palette = widget.palette()
    for role, colour in (
        (QPalette.ColorRole.Window, theme.surface),
        (QPalette.ColorRole.Base, theme.surface),
        (QPalette.ColorRole.Button, theme.raised),
        (QPalette.ColorRole.Text, theme.text),
        (QPalette.ColorRole.WindowText, theme.text),
        (QPalette.ColorRole.ButtonText, theme.text),
        (QPalette.ColorRole.Highlight, theme.accent),
        (QPalette.ColorRole.HighlightedText, theme.surface),
    ):
        palette.setColor(role, QColor(colour))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)
