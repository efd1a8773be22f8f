"""Every head with its scores on the text on screen, as a table that sorts: which head looks where, in numbers.

The scores are those of the atlas (see `viz.labs.attention.attention_store` for their definitions). Choosing a row
chooses the head for the other views.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.records import F32
from engine.run import Run
from viz.charts.head_names import head_name
from viz.charts.numbers import bits, percent
from viz.charts.rank_table import put_on
from viz.charts.sorted_table import SortedTable, say_left_out
from viz.charts.speech import say_changed
from viz.intents import ChooseHead
from viz.joined import listed, spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.attention.atlas_words import score_name
from viz.labs.attention.attention_store import SCORES, atlas_of
from viz.plain import Label
from viz.plural import plural
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import View

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("head", *SCORES)


@dataclass(frozen=True)
class HeadTableFrame:
    """Scores of all heads."""

    scores: F32  # [len(SCORES), L, H]; empty where there are none
    n_rows: int  # positions they rest on
    why_not: str
    chosen: tuple[int, int]


class HeadModel(QAbstractTableModel):
    """One row per head, layer by layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores = np.empty((len(SCORES), 0, 0), np.float32)

    def show(self, scores: F32) -> None:
        """Replace the scores; the rows stay where the number of heads does."""
        if scores.shape == self._scores.shape:
            self._scores = scores
            if scores.size:
                self.dataChanged.emit(self.index(0, 1), self.index(self.rowCount() - 1, len(SCORES)))
            return
        self.beginResetModel()
        self._scores = scores
        self.endResetModel()

    def head(self, row: int) -> tuple[int, int]:
        """(layer, head) of a row."""
        layer, head = divmod(row, self._scores.shape[2])
        return layer, head

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._scores[0].size

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("head") if section == 0 else score_name(COLUMNS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        value = float(row) if column == 0 else float(self._scores[column - 1].flat[row])
        if role == Qt.ItemDataRole.UserRole:  # what is sorted by; what is not defined comes last
            return value if np.isfinite(value) else -1.0
        if role == Qt.ItemDataRole.DisplayRole:
            if column == 0:
                return head_name(*self.head(row))
            return self._number(COLUMNS[column], value)
        return None

    @staticmethod
    def _number(score: str, value: float) -> str:
        if score == "entropy":
            return bits(value)
        if score == "distance":
            return f"{value:z.1f}" if np.isfinite(value) else "–"
        return percent(value)


class HeadTableView(View):
    """The table; see the module."""

    name = "head_table"
    title = QT_TRANSLATE_NOOP("HeadTableView", "Head table")
    subtitle = QT_TRANSLATE_NOOP("HeadTableView", "Scores of every head on this text")
    keywords = (
        QT_TRANSLATE_NOOP("HeadTableView", "head scores"),
        QT_TRANSLATE_NOOP("HeadTableView", "entropy"),
        QT_TRANSLATE_NOOP("HeadTableView", "attention distance"),
        QT_TRANSLATE_NOOP("HeadTableView", "sortable"),
        QT_TRANSLATE_NOOP("HeadTableView", "attention entropy"),
    )
    area = "right"
    order = 33
    tip = QT_TRANSLATE_NOOP(
        "HeadTableView",
        "Every head in one sortable table: scores, entropy and mean distance of its attention on the text on screen.",
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: HeadTableFrame | None = None
        self.note = Label(parent=self)
        self.note.setWordWrap(True)
        self.model = HeadModel(self)
        self.table = SortedTable(self, self.model)
        self.table.setAccessibleName(self.tr("Scores of every head"))
        for signal in (self.table.activated, self.table.clicked):
            signal.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 0, 0)
        layout.addWidget(self.note)
        layout.addWidget(self.table)
        self.setFocusProxy(self.table)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> HeadTableFrame:
        atlas = atlas_of(run)
        why = (run.info.why_missing("attn") or "") if run.info else ""
        if atlas is None:
            return HeadTableFrame(np.empty((len(SCORES), 0, 0), np.float32), 0, why, ui.head)
        return HeadTableFrame(atlas.scores, atlas.n_rows - atlas.n_missing, why, ui.head)

    def paint(self, frame: HeadTableFrame, theme: Theme) -> None:
        self.painted = frame
        put_on(self, theme)
        self.model.show(frame.scores)
        self.note.setText(self._said(frame))
        self.table.setVisible(frame.scores.size > 0)
        self._mark(frame)
        say_changed(self, spoken(self.note.text(), self._strongest(frame)))

    def finish_figure(self) -> None:
        say_left_out(self, self.note, self.table)

    def _said(self, frame: HeadTableFrame) -> str:
        if not frame.scores.size:
            return frame.why_not or self.tr("No attention to score yet. Type a prompt and press play.")
        return plural(
            self.tr(
                "Means over {n} position(s) of the text on screen. Entropy in bits, distance in tokens, the rest as "
                "fractions of the attention.",
                "",
                frame.n_rows,
            ),
            frame.n_rows,
        ).format(n=frame.n_rows)

    def _strongest(self, frame: HeadTableFrame) -> str:
        """The head that is largest in each score."""
        if not np.isfinite(frame.scores).any():
            return ""
        n_heads = frame.scores.shape[2]
        best = [divmod(int(np.nanargmax(of)), n_heads) if np.isfinite(of).any() else None for of in frame.scores]
        found = [
            self.tr("{score}: {head}").format(score=score_name(score), head=head_name(*head))
            for score, head in zip(SCORES, best, strict=True)
            if head is not None
        ]
        return self.tr("Largest in each column: {list}").format(list=listed(found))

    def _mark(self, frame: HeadTableFrame) -> None:
        """Show the chosen head as the selected row."""
        layers, heads = frame.scores.shape[1:]
        layer, head = frame.chosen
        if layer < layers and head < heads:
            row = self.table.sorted.mapFromSource(self.model.index(layer * heads + head, 0))
            if row != self.table.currentIndex().siblingAtColumn(0):
                self.table.setCurrentIndex(row)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.send(ChooseHead(*self.model.head(self.table.sorted.mapToSource(index).row())))
