"""The rows of the overview as a table of Qt's: one branch each, its name and whether it is compared can be changed."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from viz.charts.numbers import bits
from viz.labs.branches import words
from viz.labs.branches.branches_frame import BranchesFrame
from viz.plain import tip

Index = QModelIndex | QPersistentModelIndex
NAME, COMPARE, TOKENS, BITS, MEAN, TREE = range(6)
NUMBERS = (TOKENS, BITS, MEAN)


class BranchModel(QAbstractTableModel):
    """Rows stay where their number does, so that an editor that is open stays open."""

    renamed = Signal(int, str)  # row, name
    ticked = Signal(int, bool)  # row, whether it is to be compared

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frame: BranchesFrame | None = None
        self.font: QFont | None = None  # of the headings; None: the table's own
        self._leaves: tuple[int, ...] = ()

    def show(self, frame: BranchesFrame) -> None:
        """Replace the rows."""
        leaves = tuple(branch.first for branch in frame.tree.branches)
        if leaves == self._leaves:
            self.frame = frame
            if leaves:
                self.dataChanged.emit(self.index(0, 0), self.index(len(leaves) - 1, TREE))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, TREE, TREE)
            return
        self.beginResetModel()
        self.frame, self._leaves = frame, leaves
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._leaves)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else TREE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return self.font
        of_tree = self.tr("Tokens at each fork: {numbers}").format(
            numbers="" if self.frame is None else words.meaning(self.frame)
        )
        if role == Qt.ItemDataRole.DisplayRole:
            own = (self.tr("Branch"), self.tr("B"), self.tr("Tokens"), self.tr("Surprisal"), self.tr("Bits/token"))
            return (*own, of_tree)[section]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            said = (
                self.tr("The branch's name: by itself its first tokens; F2 gives it one of your own."),
                self.tr("Compare this branch with the current one: it becomes B."),
                self.tr("Tokens after the prompt."),
                self.tr(
                    "Bits of surprisal, summed over the tokens after the prompt: −log₂ of the branch's probability."
                ),
                self.tr("Surprisal per token after the prompt."),
                of_tree,
            )[section]
            return tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        frame, row, column = self.frame, index.row(), index.column()
        if frame is None or not index.isValid() or row >= len(frame.worth):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.CheckStateRole and column == COMPARE and row != frame.current:
            return Qt.CheckState.Checked if row == frame.compared else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(frame, row, column)
        if role == Qt.ItemDataRole.EditRole and column == NAME:
            return frame.tree.branches[row].name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(frame, row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{words.in_lines(words.row_facts(frame, row))}\n\n{words.continuation(frame.worth[row])}")
        return None

    def _text(self, frame: BranchesFrame, row: int, column: int) -> str:
        worth = frame.worth[row]
        if column == NAME:
            return frame.tree.branches[row].name
        if column == TOKENS:
            return f"{worth.generated:,}"
        if column == BITS:
            return "∞" if math.isinf(worth.bits) else bits(worth.bits)
        return bits(worth.mean) if column == MEAN else ""

    def _spoken(self, frame: BranchesFrame, row: int, column: int) -> str:
        if column == COMPARE:
            return self.tr("compare with the current branch")
        return words.row_facts(frame, row) if column in (NAME, TREE) else self._text(frame, row, column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        made = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME:
            made |= Qt.ItemFlag.ItemIsEditable
        if index.column() == COMPARE and self.frame is not None and index.row() != self.frame.current:
            made |= Qt.ItemFlag.ItemIsUserCheckable
        return made

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What a person typed or ticked is told; it is there once the session has taken it."""
        if role == Qt.ItemDataRole.EditRole and index.column() == NAME:
            self.renamed.emit(index.row(), str(value))
            return True
        if role == Qt.ItemDataRole.CheckStateRole:
            self.ticked.emit(index.row(), Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        return False
