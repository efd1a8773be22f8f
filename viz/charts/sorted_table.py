"""A table of numbers that sorts by any column, as the lists of heads and neurons are; its rows are as high as its text.

A figure's text has sizes of its own: rows that kept the height of the window's would cut letters, or stand far apart.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QSortFilterProxyModel, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QLabel, QTableView, QWidget

from viz.joined import sentences
from viz.plural import plural

ROW = 1.45  # a row's height in heights of its font


class SortedTable(QTableView):
    """Rows of `model`, sorted by the role `UserRole`; one row can be chosen."""

    def __init__(self, parent: QWidget, model: QAbstractItemModel) -> None:
        super().__init__(parent)
        self.left_out = 0  # columns that a figure has no room for
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where there is no bar to go on by, show no half of a row."""
        super().paintEvent(event)
        port = self.viewport()
        last = self.rowAt(port.height() - 1)
        top = self.rowViewportPosition(last) if last >= 0 else 0
        is_cut = top > 0 and top + self.rowHeight(last) > port.height()
        if is_cut and self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            painter = QPainter(port)
            painter.fillRect(port.rect().adjusted(0, top, 0, 0), self.palette().base())
            painter.end()

    def show_all(self) -> None:
        """All columns and rows again."""
        for column in range(self.sorted.columnCount()):
            self.showColumn(column)
        for row in range(self.sorted.rowCount()):
            self.showRow(row)

    def fit_figure(self) -> int:
        """Without scroll bars, and without the columns that a figure has no room for; how many these are."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resizeColumnsToContents()
        room, columns = self.width(), range(1, self.sorted.columnCount())  # the viewport follows once it is shown
        kept = self.columnWidth(0)
        self.left_out = 0
        for column in columns:
            kept += self.columnWidth(column)
            self.left_out += kept > room
        for column in columns[len(columns) - self.left_out :]:
            self.hideColumn(column)
        return self.left_out

    def fit_rows(self) -> int:
        """Without the rows that a figure has no room for; how many these are."""
        free = self.height() - self.horizontalHeader().sizeHint().height()
        whole = max(free // max(self.verticalHeader().defaultSectionSize(), 1), 0)
        rows = range(whole, self.sorted.rowCount())
        for row in rows:
            self.hideRow(row)
        return len(rows)

    def _fit_rows(self) -> None:
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(1)  # the style's own is of the window's text
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * ROW))


def say_left_out(view: QWidget, words: QLabel, table: SortedTable) -> None:
    """Fit a table into a figure, and say in its words what has no room."""
    table.show_all()
    if (layout := view.layout()) is not None:
        layout.activate()
    if n := table.fit_figure():
        said = plural(QCoreApplication.translate("SortedTable", "No room here for {n} column(s).", "", n), n)
        words.setText(sentences(words.text(), said.format(n=n)))
    if n := table.fit_rows():
        said = plural(QCoreApplication.translate("SortedTable", "No room here for {n} row(s).", "", n), n)
        words.setText(sentences(words.text(), said.format(n=n)))
        if layout is not None:
            layout.activate()
        table.fit_rows()
