"""The list of features: one row each, sorted by any column, with what is known of all and what was asked of some."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QWidget

from engine.records import I32
from viz.charts.numbers import NOT_THERE, fixed, percent, signed
from viz.charts.sorted_table import SortedTable
from viz.labs.features.features_frame import FeaturesFrame, Listed, note_of

translate = QCoreApplication.translate  # by this name its texts are collected
Index = QModelIndex | QPersistentModelIndex
STAR = "★"
FEATURE, MARK, LABEL = "feature", "star", "label"
OF_ALL = ("density", "largest")


def title(column: str) -> str:
    """A column's heading."""
    return {
        FEATURE: translate("FeaturesList", "feature"),
        MARK: STAR,
        LABEL: translate("FeaturesList", "label"),
        "density": translate("FeaturesList", "density"),
        "largest": translate("FeaturesList", "largest"),
        "activation": translate("FeaturesList", "activation"),
        "estimated": translate("FeaturesList", "estimated (bits)"),
        "measured": translate("FeaturesList", "measured (bits)"),
        "position": translate("FeaturesList", "position"),
        "mean there": translate("FeaturesList", "mean there"),
        "mean": translate("FeaturesList", "mean"),
        "active there": translate("FeaturesList", "active there"),
        "difference": translate("FeaturesList", "difference"),
        "error": translate("FeaturesList", "standard error"),
        "t": translate("FeaturesList", "difference / error"),
    }[column]


def number(column: str, value: float) -> str:
    """A number as a person reads it."""
    if not np.isfinite(value):
        return NOT_THERE
    if column in ("density", "active there"):
        return percent(value)
    if column == "position":
        return f"{value:z.0f}"
    if column in ("estimated", "measured", "difference", "t"):
        return signed(value) if column == "t" else fixed(value, 3)
    return fixed(value, 3 if column == "error" else 2)


class FeaturesModel(QAbstractTableModel):
    """The rows of a frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: FeaturesFrame | None = None
        self._listed = Listed(np.empty(0, np.int32))
        self._columns: tuple[str, ...] = (FEATURE, MARK, LABEL)
        self._marks: dict[int, tuple[bool, str]] = {}  # starred, the person's own label
        self._rows: dict[int, int] = {}

    @property
    def features(self) -> I32:
        """[m] in the model's order."""
        return self._listed.features

    def row_of(self, feature: int) -> int:
        """The row of a feature; -1 where it has none."""
        return self._rows.get(feature, -1)

    def show(self, frame: FeaturesFrame) -> bool:
        """Show a frame's list; whether its rows are others than before."""
        notes = frame.notes.notes if frame.notes is not None else ()
        marks = {it.feature: (it.starred, it.label) for it in notes}
        columns = (FEATURE, MARK, LABEL, *frame.listed.columns, *OF_ALL)
        same_rows = columns == self._columns and np.array_equal(frame.listed.features, self._listed.features)
        before = self._frame
        if same_rows and before is not None:
            known = before.index is frame.index and marks == self._marks
            if known and np.array_equal(before.listed.numbers, frame.listed.numbers, equal_nan=True):
                return False
            self._frame, self._listed, self._marks = frame, frame.listed, marks
            if len(self.features):
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.features) - 1, len(columns) - 1))
            return False
        self.beginResetModel()
        self._frame, self._listed, self._columns, self._marks = frame, frame.listed, columns, marks
        self._rows = {feature: row for row, feature in enumerate(frame.listed.features.tolist())}
        self.endResetModel()
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.features)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return title(self._columns[section])
        if role == Qt.ItemDataRole.AccessibleTextRole and self._columns[section] == MARK:
            return translate("FeaturesList", "starred")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        frame = self._frame
        if frame is None or index.row() >= len(self.features):
            return None
        column, feature = self._columns[index.column()], int(self.features[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return self._said(frame, column, feature, index.row())
        if role == Qt.ItemDataRole.UserRole:
            return self._sorted_by(frame, column, feature, index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = column in (FEATURE, MARK, LABEL)
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _said(self, frame: FeaturesFrame, column: str, feature: int, row: int) -> str:
        starred, own = self._marks.get(feature, (False, ""))
        if column == FEATURE:
            return f"F{feature}"
        if column == MARK:
            return STAR if starred else ""
        if column == LABEL:
            return own or frame.label(feature)
        return number(column, self._value(frame, column, feature, row))

    def _value(self, frame: FeaturesFrame, column: str, feature: int, row: int) -> float:
        if column in self._listed.columns:
            return float(self._listed.numbers[row, self._listed.columns.index(column)])
        return frame.number(column, feature)

    def _sorted_by(self, frame: FeaturesFrame, column: str, feature: int, row: int) -> float | str:
        """What is sorted by; what is not known comes last. By the label what has one comes first."""
        if column == FEATURE:
            return float(row)  # as they were found
        if column == MARK:
            return 0.0 if self._marks.get(feature, (False, ""))[0] else 1.0
        if column == LABEL:
            return self._said(frame, column, feature, row).casefold() or "\U0010ffff"
        value = self._value(frame, column, feature, row)
        value = abs(value) if column in ("estimated", "measured", "difference", "t") else value
        return value if np.isfinite(value) else -1e30


class FeaturesTable(SortedTable):
    """The table; `chose` is called with the feature of a row that was clicked, entered, or gone to by the keyboard."""

    def __init__(self, parent: QWidget, chose: Callable[[int], None]) -> None:
        self.model_of = FeaturesModel()
        super().__init__(parent, self.model_of)
        self.model_of.setParent(self)
        self.setAccessibleName(translate("FeaturesList", "Features, ranked"))
        self.setWordWrap(False)
        self._chose, self._marking = chose, False
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        self.selectionModel().currentRowChanged.connect(self._current)

    def _current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and not self._marking:
            self._chose(int(self.model_of.features[self.sorted.mapToSource(index).row()]))

    def show_frame(self, frame: FeaturesFrame) -> None:
        """Show its rows and mark its feature."""
        self._marking = True
        try:
            if self.model_of.show(frame):
                self._fit_columns(frame)
            self._mark(frame.feature)
        finally:
            self._marking = False

    def _mark(self, feature: int) -> None:
        row = self.model_of.row_of(feature)
        if row < 0:
            self.clearSelection()
            return
        at = self.sorted.mapFromSource(self.model_of.index(row, 0))
        if at.row() != self.currentIndex().row():
            self.setCurrentIndex(at)
            self.scrollTo(at)

    def _fit_columns(self, frame: FeaturesFrame) -> None:
        """As wide as numbers need; the label has what is usual for it: measuring thousands of rows takes long."""
        metrics = self.fontMetrics()
        em = metrics.height()
        for section in range(self.model_of.columnCount()):
            name = title(self.model_of._columns[section])
            if section == 2:
                wide = 9.0 * em
            else:
                sample = "F00000" if section == 0 else STAR if section == 1 else "−00.000"
                wide = max(metrics.horizontalAdvance(name) + 1.1 * em, metrics.horizontalAdvance(sample) + 0.7 * em)
            self.setColumnWidth(section, round(wide))


def rows_for_file(frame: FeaturesFrame) -> tuple[tuple[str, ...], tuple[tuple[str | int | float, ...], ...]]:
    """Columns and rows of the list, as a file is to hold them."""
    columns = (
        "feature", "label", "own label", "starred", "lists", "note", "density", "largest", "mean", "label covers",
        *frame.listed.columns,
    )  # fmt: skip
    rows = []
    covered = frame.index.covered if frame.index is not None else None
    automatic = frame.index.labels if frame.index is not None else ()
    for row, feature in enumerate(frame.listed.features.tolist()):
        note = note_of(frame.notes, feature)
        own = (note.label, "yes" if note.starred else "", "; ".join(note.lists), note.text)
        numbers = [frame.number(name, feature) for name in ("density", "largest", "mean")]
        share = float(covered[feature]) if covered is not None else float("nan")
        found = frame.listed.numbers[row].tolist() if len(frame.listed.columns) else []
        words = automatic[feature] if feature < len(automatic) else ""
        rows.append((feature, words, *own, *(_or_empty(it) for it in (*numbers, share, *found))))
    return columns, tuple(rows)


def _or_empty(value: float) -> float | str:
    return value if np.isfinite(value) else ""
