"""The neighbours of a token: nearest in the full space beside nearest on the map, what both agree on marked.

This is the plainest way to see how far the map can be trusted. A state is a place in a sentence of the sample text:
above the lists stands that sentence with the word marked, and which text it is of, also where neighbours are not known.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QListWidget, QListWidgetItem, QToolButton, QWidget

from engine.records import AnyArray, Neighbours
from viz.intents import Intent, Select
from viz.map.data.frame import MapFrame
from viz.map.data.sentences import Sentence, sentence_of
from viz.map.input.targets import choosing
from viz.map.paint import hover_words
from viz.map.paint.pieces import neighbour_colour
from viz.map.viewport import Viewport
from viz.plain import Label, Markup, set_tip
from viz.theme import Theme
from viz.token_text import shown

translate = QCoreApplication.translate  # by this name its texts are collected

NEIGHBOURS = 15  # in each list
SIDE = 8  # logical pixels between the panel's edge and what it holds


def _with_ring(colour: str, text: str) -> str:
    """Text after a ring in the colour of the rings on the map."""
    return f'<span style="color:{colour}">◯</span> {escape(text)}'


class NeighboursPanel(QFrame):
    """Two lists at the right of the map; there only while neighbours are."""

    def __init__(self, parent: QWidget, viewport: Viewport, send: Callable[[Intent], None]) -> None:
        super().__init__(parent)
        self._stage, self._viewport, self._send = parent, viewport, send
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(translate("Map", "Nearest neighbours"))
        self._of: tuple[Neighbours | None, Sentence | None, str] = (None, None, "")
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
        grid.setContentsMargins(SIDE, 6, SIDE, SIDE)
        self.sentence, self.source = Markup(self), Label(parent=self)
        self.source.setObjectName("muted")
        for label in (self.sentence, self.source):
            label.setWordWrap(True)
        grid.addWidget(self.head, 0, 0)
        grid.addWidget(self.close_button, 0, 1, Qt.AlignmentFlag.AlignRight)
        self.full_head, self.near_head = Markup(self), Markup(self)
        grid.addWidget(self.sentence, 1, 0, 1, 2)
        grid.addWidget(self.source, 2, 0, 1, 2)
        grid.addWidget(self.full_head, 3, 0)
        grid.addWidget(self.near_head, 3, 1)
        grid.addWidget(self.full, 4, 0)
        grid.addWidget(self.near, 4, 1)
        grid.setRowStretch(4, 1)
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
        if self.full.isHidden():
            rows = 0.0
        if not self.sentence.isHidden():
            inner = wide - 2 * SIDE
            rows += self.sentence.heightForWidth(inner) + self.source.heightForWidth(inner) + 5 * SIDE
            rows += self.head.sizeHint().height()
        self.setGeometry(box.right() - wide - 10, 10, wide, min(round(rows), max(160, box.height() - 20)))

    def show_frame(self, frame: MapFrame, theme: Theme) -> None:
        """Fill the lists where one point is selected and its neighbours are known."""
        near, sentence = frame.neighbours, self._read_in(frame)
        self.setVisible(near is not None or sentence is not None)
        if self.isHidden() or frame.vocabulary is None or frame.background is None:
            return
        before, said, name = self._of
        if near is before and (sentence, theme.name) == (said, name):
            return
        self._of = near, sentence, theme.name
        self._show_sentence(frame, sentence, theme)
        for widget in (self.full_head, self.near_head, self.full, self.near):
            widget.setVisible(near is not None)
        self.adjust(self._stage.rect())
        if near is None:
            self.head.setText(self._name(frame, frame.selection[0]))
            return
        self.full_head.setText(_with_ring(neighbour_colour(theme), translate("Map", "all dimensions (cosine)")))
        self.near_head.setText(_with_ring(theme.muted, translate("Map", "on the map")))
        both = set(near.full_ids.tolist()) & set(near.map_ids.tolist())
        self.head.setText(
            translate("Map", "{token}: {n} of {all} are in both lists").format(
                token=self._name(frame, near.index), n=len(both), all=len(near.full_ids)
            )
        )
        self._fill(self.full, frame, near.full_ids, [f"{float(c):z.2f}" for c in near.cosine], both)
        self._fill(self.near, frame, near.map_ids, [""] * len(near.map_ids), both)

    def _read_in(self, frame: MapFrame) -> Sentence | None:
        """The sentence of the one state that is selected."""
        if len(frame.selection) != 1 or frame.background is None:
            return None
        return sentence_of(frame.background, frame.vocabulary, frame.selection[0])

    def _show_sentence(self, frame: MapFrame, sentence: Sentence | None, theme: Theme) -> None:
        self.sentence.setVisible(sentence is not None)
        self.source.setVisible(sentence is not None)
        if sentence is None or frame.background is None:
            return
        before, word, after = escape(sentence.before), escape(sentence.word), escape(sentence.after)
        self.sentence.setText(f'{before}<b><u><span style="color:{theme.accent}">{word}</span></u></b>{after}')
        self.source.setText(" · ".join(hover_words.place_lines(frame.background, frame.selection[0])))

    def _name(self, frame: MapFrame, index: int) -> str:
        ids = frame.background.token_ids if frame.background is not None else ()
        return shown(frame.vocabulary, int(ids[index])) if index < len(ids) else ""

    def _fill(self, made: QListWidget, frame: MapFrame, ids: AnyArray, notes: list[str], both: set[int]) -> None:
        made.clear()
        for index, note in zip(ids.tolist(), notes, strict=True):
            mark = "● " if index in both else "○ "
            item = QListWidgetItem(f"{mark}{self._name(frame, index)}  {note}")
            item.setData(Qt.ItemDataRole.UserRole, index)
            self._say_where(item, frame, index)
            made.addItem(item)

    def _say_where(self, item: QListWidgetItem, frame: MapFrame, index: int) -> None:
        """The sentence of a neighbour that is a state, as its tip."""
        if frame.background is None:
            return
        sentence = sentence_of(frame.background, frame.vocabulary, index)
        if sentence is not None:
            whole = f"{sentence.before}[{sentence.word}]{sentence.after}"
            set_tip(item, "\n".join([whole, *hover_words.place_lines(frame.background, index)]))

    def _take(self, item: QListWidgetItem) -> None:
        frame = self._viewport.frame
        index = int(item.data(Qt.ItemDataRole.UserRole))
        if frame is None or index >= len(frame.points):
            return
        self._viewport.fly_to(frame.points[index], index)
        for intent in choosing(frame.space, index):
            self._send(intent)

    def _close(self) -> None:
        self._send(Select(()))
