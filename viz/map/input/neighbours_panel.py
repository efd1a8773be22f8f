"""The neighbours of a token: nearest in the full space beside nearest on the map, what both agree on marked.

This is the plainest way to see how far the map can be trusted.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QListWidget, QListWidgetItem, QToolButton, QWidget

from engine.records import AnyArray, Neighbours
from viz.intents import AskNeighbours, Intent, Select
from viz.map.data.frame import MapFrame
from viz.map.paint.pieces import neighbour_colour
from viz.map.viewport import Viewport
from viz.plain import Label, Markup
from viz.theme import Theme
from viz.token_text import shown

translate = QCoreApplication.translate  # by this name its texts are collected

NEIGHBOURS = 15  # in each list


def _with_ring(colour: str, text: str) -> str:
    """Text after a ring in the colour of the rings on the map."""
    return f'<span style="color:{colour}">◯</span> {escape(text)}'


class NeighboursPanel(QFrame):
    """Two lists at the right of the map; there only while neighbours are."""

    def __init__(self, parent: QWidget, viewport: Viewport, send: Callable[[Intent], None]) -> None:
        super().__init__(parent)
        self._viewport, self._send = viewport, send
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(translate("Map", "Nearest neighbours"))
        self._of: Neighbours | None = None
        self.head = Label(parent=self)
        self.close_button = QToolButton(self)
        self.close_button.setText("×")
        self.close_button.setAccessibleName(translate("Map", "Close the list of neighbours"))
        self.close_button.setAutoRaise(True)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(self._close)
        self.full, self.near = (
            self._list(translate("Map", "True neighbours (cosine, all dimensions)")),
            self._list(translate("Map", "Nearest on the map")),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 8)
        grid.addWidget(self.head, 0, 0)
        grid.addWidget(self.close_button, 0, 1, Qt.AlignmentFlag.AlignRight)
        self.full_head, self.near_head = Markup(self), Markup(self)
        grid.addWidget(self.full_head, 1, 0)
        grid.addWidget(self.near_head, 1, 1)
        grid.addWidget(self.full, 2, 0)
        grid.addWidget(self.near, 2, 1)
        self.hide()

    def _list(self, name: str) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(name)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.itemActivated.connect(self._take)
        made.itemClicked.connect(self._take)
        return made

    def adjust(self, box: QRect) -> None:
        """Stand at the right edge of the stage."""
        wide = min(30 * self.fontMetrics().averageCharWidth() + 130, max(220, box.width() // 3))
        rows = self.fontMetrics().height() * 1.75 * (NEIGHBOURS + 3.5)
        self.setGeometry(box.right() - wide - 10, 10, wide, min(round(rows), max(160, box.height() - 20)))

    def show_frame(self, frame: MapFrame, theme: Theme) -> None:
        """Fill the lists where one point is selected and its neighbours are known."""
        near = frame.neighbours
        self.setVisible(near is not None)
        if near is None or near is self._of or frame.vocabulary is None or frame.background is None:
            return
        self._of = near
        self.full_head.setText(_with_ring(neighbour_colour(theme), translate("Map", "all dimensions (cosine)")))
        self.near_head.setText(_with_ring(theme.muted, translate("Map", "on the map")))
        both = set(near.full_ids.tolist()) & set(near.map_ids.tolist())
        self.head.setText(
            translate("Map", "{token}: {n} of {all} are in both lists").format(
                token=self._name(frame, near.index), n=len(both), all=len(near.full_ids)
            )
        )
        self._fill(self.full, frame, near.full_ids, [f"{float(c):.2f}" for c in near.cosine], both)
        self._fill(self.near, frame, near.map_ids, [""] * len(near.map_ids), both)

    def _name(self, frame: MapFrame, index: int) -> str:
        ids = frame.background.token_ids if frame.background is not None else ()
        return shown(frame.vocabulary, int(ids[index])) if index < len(ids) else ""

    def _fill(self, made: QListWidget, frame: MapFrame, ids: AnyArray, notes: list[str], both: set[int]) -> None:
        made.clear()
        for index, note in zip(ids.tolist(), notes, strict=True):
            mark = "● " if index in both else "○ "
            item = QListWidgetItem(f"{mark}{self._name(frame, index)}  {note}")
            item.setData(Qt.ItemDataRole.UserRole, index)
            made.addItem(item)

    def _take(self, item: QListWidgetItem) -> None:
        frame = self._viewport.frame
        index = int(item.data(Qt.ItemDataRole.UserRole))
        if frame is None or index >= len(frame.points):
            return
        self._viewport.fly_to(frame.points[index])
        self._send(Select((index,)))
        self._send(AskNeighbours(frame.space, index))

    def _close(self) -> None:
        self._send(Select(()))
