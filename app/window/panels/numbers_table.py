"""The numbers behind a view's picture as a plain table: for a screen reader, and for whoever reads numbers better.

What the charts drew comes first, a row for each value; then every array of the frame, one at a time, and its single
values. Nothing is copied: a cell is looked up when it is shown, so a table of millions opens at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QComboBox, QDialog, QTableView, QVBoxLayout, QWidget

from app.widgets.basics import describe, muted
from viz.charts.numbers import NOT_THERE
from viz.figures.numbers import Gathered
from viz.intents import SaveTable

translate = QCoreApplication.translate  # by this name its texts are collected

Cells = np.ndarray[tuple[int, ...], np.dtype[Any]]
SIZE = 760, 520  # logical pixels


@dataclass(frozen=True)
class Part:
    """A table to choose: its name, and cells [rows, columns] with the names of the columns."""

    name: str
    cells: Cells | Sequence[Sequence[object]]
    columns: tuple[str, ...]

    @property
    def rows(self) -> int:
        return len(self.cells)


def parts_of(drawn: SaveTable | None, found: Gathered) -> tuple[Part, ...]:
    """What can be chosen: what the charts drew, single values together, then each array by its name."""
    parts = []
    if drawn is not None:
        parts.append(Part(translate("Numbers", "As drawn"), drawn.rows, drawn.columns))
    single = [(name, array.item(), found.units[name]) for name, array in found.arrays.items() if array.ndim == 0]
    if single:
        columns = (translate("Numbers", "name"), translate("Numbers", "value"), translate("Numbers", "unit"))
        parts.append(Part(translate("Numbers", "Single values"), single, columns))
    parts += [_of_array(name, array, found.units) for name, array in found.arrays.items() if array.ndim and array.size]
    return tuple(parts)


def _of_array(name: str, array: Cells, units: Mapping[str, str]) -> Part:
    """Rows along all axes but the last; one column where there is one axis."""
    flat = array.reshape(-1, 1) if array.ndim == 1 else array.reshape(-1, array.shape[-1])
    unit = f", {units[name]}" if units.get(name) else ""
    shape = " × ".join(map(str, array.shape))
    columns = (name,) if array.ndim == 1 else tuple(map(str, range(flat.shape[1])))
    return Part(f"{name} ({shape}{unit})", flat, columns)


class NumbersModel(QAbstractTableModel):
    """One part; rows and columns of an array are counted from 0, as everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = Part("", (), ())

    def show_part(self, part: Part) -> None:
        """Show another part."""
        self.beginResetModel()
        self._part = part
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._part.rows

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._part.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return _shown(self._part.cells[index.row()][index.column()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._part.columns[section] if orientation == Qt.Orientation.Horizontal else str(section)


def _shown(value: object) -> str:
    """A value with all its digits."""
    plain = value.item() if isinstance(value, np.generic) else value
    if isinstance(plain, float) and plain != plain:
        return NOT_THERE
    return f"{plain:.7g}".replace("-", "−") if isinstance(plain, float) else str(plain)


class NumbersTable(QDialog):
    """The table of one view as it was when this was opened."""

    def __init__(self, title: str, said: str, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Numbers", "Numbers of {title}").format(title=title))
        self.parts = tuple(parts)
        self.sentence = muted(said)
        self.sentence.setWordWrap(True)
        self.which = QComboBox()
        self.which.addItems([part.name for part in self.parts])
        describe(self.which, translate("Numbers", "Which numbers"))
        self.model = NumbersModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setTabKeyNavigation(False)
        describe(self.table, translate("Numbers", "Numbers"))
        rows = QVBoxLayout(self)
        for part in (self.sentence, self.which, self.table):
            rows.addWidget(part)
        self.sentence.setVisible(bool(said))
        self.which.currentIndexChanged.connect(self._show)
        self._show(0)
        self.resize(*SIZE)
        self.table.setFocus()

    def _show(self, index: int) -> None:
        if 0 <= index < len(self.parts):
            self.model.show_part(self.parts[index])
            self.table.setCurrentIndex(self.model.index(0, 0))
            for column in range(min(self.model.columnCount(), 12)):
                self.table.resizeColumnToContents(column)
