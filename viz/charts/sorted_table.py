"""A table of numbers that sorts by any column, as the lists of heads and neurons are; its rows are as high as its text.

A figure's text has sizes of its own: rows that kept the height of the window's would cut letters, or stand far apart.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

ROW = 1.45  # a row's height in heights of its font


class SortedTable(QTableView):
    """Rows of `model`, sorted by the role `UserRole`; one row can be chosen."""

    def __init__(self, parent: QWidget, model: QAbstractItemModel) -> None:
        super().__init__(parent)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(model)
        self.sorted.setSortRole(Qt.ItemDataRole.UserRole)
        self.setModel(self.sorted)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setTabKeyNavigation(False)
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def _fit_rows(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)  # the style's own is of the window's text
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * ROW))
