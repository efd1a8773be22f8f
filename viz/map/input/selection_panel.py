"""What a box, a lasso or a click on the legend selected: how many, of which kinds, how likely next, and which.

It stands where the neighbours of a single point stand.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QListWidget, QListWidgetItem, QMenu, QToolButton, QWidget

from viz.camera import project
from viz.charts.numbers import NBSP
from viz.intents import Hover, Intent, Select
from viz.map.data.frame import MapFrame
from viz.map.data.selected import Selected
from viz.map.data.sentences import sentence_of
from viz.map.paint import hover_words
from viz.map.viewport import Viewport
from viz.plain import Label, set_tip
from viz.plural import plural
from viz.token_text import isolated, shown

translate = QCoreApplication.translate  # by this name its texts are collected

LISTED, KINDS = 200, 3
AROUND = 22  # characters before and after a token of a state in the list


class SelectionPanel(QFrame):
    """At the right of the map; there only while several points are selected.

    At the left it stands below what is written there, which ends at the y that `written_to` gives.
    """

    def __init__(
        self,
        parent: QWidget,
        viewport: Viewport,
        send: Callable[[Intent], None],
        written_to: Callable[[], float],
        export: QAction,
    ) -> None:
        super().__init__(parent)
        self._stage, self._viewport, self._send, self._written_to = parent, viewport, send, written_to
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(translate("Map", "Selected points"))
        self._of: Selected | None = None
        self._at_left = False
        self._below = 0.0
        self.head, self.mass, self.kinds = Label(parent=self), Label(parent=self), Label(parent=self)
        self.head.setObjectName("strong")
        for label in (self.mass, self.kinds):
            label.setWordWrap(True)
        self.close_button = QToolButton(self)
        self.close_button.setText("×")
        self.close_button.setAccessibleName(translate("Map", "Clear selection"))
        self.close_button.setAutoRaise(True)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.close_button.clicked.connect(lambda: send(Select(())))
        self.export_button = QToolButton(self)
        self.export_button.setText("⋯")
        self.export_button.setAccessibleName(translate("Map", "What can be done with the selection"))
        self.export_button.setAutoRaise(True)
        self.export_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self.export_button)
        menu.addAction(export)
        self.export_button.setMenu(menu)
        self.list = QListWidget(self)
        self.list.setAccessibleName(translate("Map", "Selected tokens"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.itemEntered.connect(self._point_at)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.head, 0, 0)
        grid.addWidget(self.export_button, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.close_button, 0, 2, Qt.AlignmentFlag.AlignRight)
        for row, widget in enumerate((self.mass, self.kinds, self.list), start=1):
            grid.addWidget(widget, row, 0, 1, 3)
        grid.setRowStretch(3, 1)

    def adjust(self, box: QRect) -> None:
        """Stand at the right edge of the stage, or at the left one where what is selected is seen at the right."""
        top = round(self._below) if self._at_left else 10
        wide = min(24 * self.fontMetrics().averageCharWidth() + 110, max(200, box.width() // 3))
        tall = round(self.fontMetrics().height() * 1.75 * 14)
        left = 10 if self._at_left else box.right() - wide - 10
        room = box.height() * (0.5 if self._at_left else 1.0) - 20
        self.setGeometry(left, top, wide, min(tall, max(160, round(room))))

    def show_frame(self, frame: MapFrame) -> None:
        """Say what is selected, where that is several points."""
        made = frame.selected
        self.setVisible(made is not None)
        if made is not None and self._at_left and self._below != self._written_to() + 8:
            self._below = self._written_to() + 8  # more or less is said above it than before
            self.adjust(self._stage.rect())
        if made is None or made is self._of or frame.background is None or frame.vocabulary is None:
            return
        self._of = made
        self._at_left = self._seen_at_right(frame, made)
        self._below = self._written_to() + 8
        self.adjust(self._stage.rect())
        n = len(made.order)
        self.head.setText(plural(translate("Map", "{n} point(s) selected", "", n), n).format(n=f"{n:,}"))
        self.mass.setVisible(made.probability is not None and made.node >= 0)
        self.mass.setText(mass_in_words(frame, made))
        self.kinds.setText(kinds_in_words(made))
        self.list.clear()
        for row, index in enumerate(made.order[:LISTED].tolist()):
            token = shown(frame.vocabulary, int(frame.background.token_ids[index]))
            text = f"{token}   {hover_words.place_in_text(frame.background, index)}"
            if made.probability is not None:
                text = f"{token}   {hover_words.percent(float(made.probability[row]))}"
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, index)
            say_where(item, frame, index)
            self.list.addItem(item)
        if len(made.order) > LISTED:
            item = QListWidgetItem(translate("Map", "and {n} more").format(n=f"{len(made.order) - LISTED:,}"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)

    def _seen_at_right(self, frame: MapFrame, made: Selected) -> bool:
        width, height = self._viewport.size()
        across, _ = project(
            self._viewport.matrix(), frame.points[made.order[:: max(1, len(made.order) // 2000)]], width, height
        )
        return bool(np.median(across[:, 0]) > 0.55 * width)

    def _index(self, item: QListWidgetItem) -> int | None:
        index: int | None = item.data(Qt.ItemDataRole.UserRole)
        frame = self._viewport.frame
        return index if index is not None and frame is not None and index < len(frame.points) else None

    def _point_at(self, item: QListWidgetItem) -> None:
        index, frame = self._index(item), self._viewport.frame
        if index is not None and frame is not None and frame.background is not None:
            own = frame.background.names is not None
            self._send(Hover(None if own else int(frame.background.token_ids[index]), None, index))

    def _go(self, item: QListWidgetItem) -> None:
        index, frame = self._index(item), self._viewport.frame
        if index is not None and frame is not None:
            self._point_at(item)
            self._viewport.fly_to(frame.points[index], index)


def say_where(item: QListWidgetItem, frame: MapFrame, index: int) -> None:
    """In a space of states: a line with the words around the token, and its whole sentence and text as the tip."""
    if frame.background is None:
        return
    sentence = sentence_of(frame.background, frame.vocabulary, index)
    if sentence is not None:
        item.setText(isolated(sentence.brief(AROUND)))
        whole = f"{sentence.before}[{sentence.word}]{sentence.after}"
        set_tip(item, "\n".join([whole, *hover_words.place_lines(frame.background, index)]))


def mass_in_words(frame: MapFrame, made: Selected) -> str:
    """How likely it is that the next token is one of those selected."""
    if made.probability is None or made.node < 0:
        return ""
    chance = hover_words.percent(made.mass)
    said = (
        translate("Map", "probability that the next token is one of them: {p}")
        if made.whole
        else translate("Map", "probability that the next token is one of them: at least {p}")
    )
    return said.format(p=chance)


def kinds_in_words(made: Selected) -> str:
    """The commonest kinds, with their shares."""
    context = "token_kinds" if made.probability is not None else ""
    n = max(len(made.order), 1)
    shares = ((QCoreApplication.translate(context, name), k / n) for name, k in made.kinds[:KINDS])
    return " · ".join(f"{name} {hover_words.percent(share)}".replace(" ", NBSP) for name, share in shares)
