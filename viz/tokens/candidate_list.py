"""The rows of candidates as a list of Qt's, so that keyboard, scrolling and screen readers work as in any list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from engine.records import Vocabulary
from viz.plain import tip
from viz.theme import Theme
from viz.token_words import exact
from viz.tokens.candidate_rows import Candidate, Columns, draw_candidate

Index = QModelIndex | QPersistentModelIndex


class CandidateModel(QAbstractListModel):
    """Rows of `Candidate`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Candidate, ...] = ()
        self.vocabulary: Vocabulary | None = None

    def show(self, rows: tuple[Candidate, ...], vocabulary: Vocabulary | None) -> None:
        """Replace the rows; where their number stays, so does the row with the focus."""
        self.vocabulary = vocabulary
        if len(rows) == len(self.rows):
            if rows != self.rows:
                self.rows = rows
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole and row.token_id is not None:
            return tip(f"{exact(self.vocabulary, row.token_id)}\n{row.spoken}")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].token_id is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class CandidateDelegate(QStyledItemDelegate):
    """Paints a row by `draw_candidate`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Columns | None = None
        self.theme: Theme | None = None
        self.lit: int | None = None  # token id hovered, in any view
        self.row_height = 24

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if self.columns is None or self.theme is None or not isinstance(model, CandidateModel):
            return
        row = model.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver) and row.token_id is not None
        lit = over or (row.token_id is not None and row.token_id == self.lit)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        draw_candidate(painter, QRectF(option.rect), row, self.columns, self.theme, option.font, lit, focused)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(10, self.row_height)
