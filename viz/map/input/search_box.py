"""The search for tokens: a line to type in, with what it finds listed under it and marked on the map."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QToolButton, QWidget

from viz.intents import AskNeighbours, Intent, Select
from viz.map.data import search
from viz.map.paint import hover_words
from viz.map.viewport import Viewport
from viz.token_text import shown
from viz.token_words import kind_in_words

translate = QCoreApplication.translate  # by this name its texts are collected

LISTED = 60  # of what is found; all of it is marked on the map


class SearchBox(QLineEdit):
    """A line with a list of results under it; Down goes into the list, Enter takes the first token.

    The list lies over `view`, which has the keyboard again when the search is done.
    """

    def __init__(self, parent: QWidget, view: QWidget, viewport: Viewport, send: Callable[[Intent], None]) -> None:
        super().__init__(parent)
        self._view, self._viewport, self._send = view, viewport, send
        self.setPlaceholderText(translate("Map", "Search tokens ( / )"))
        self.setAccessibleName(translate("Map", "Search tokens"))
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(translate("Map", "Clear the search"))
        self.setMaximumWidth(230)
        self.results = QListWidget(view)
        self.results.setObjectName("results")  # for the style sheet: it lies over the map and must hide it
        self.results.setAccessibleName(translate("Map", "Tokens found"))
        self.results.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.results.hide()
        self.results.itemActivated.connect(self.take)
        self.results.itemClicked.connect(self.take)
        self.textChanged.connect(self._search)
        self.returnPressed.connect(self._take_first)

    def _search(self, query: str) -> None:
        frame = self._viewport.frame
        self.results.clear()
        if frame is None or frame.vocabulary is None or frame.background is None or not query:
            self.results.hide()
            self._viewport.clear_matches()
            return
        vocabulary = frame.vocabulary
        own = frame.background.names is not None
        tokens = search.found(vocabulary, query, by_number=not own)
        rows = tokens if frame.is_vocabulary else search.in_background(frame.background.token_ids.tolist(), tokens)
        if len(rows) > 1:
            self.results.addItem(QListWidgetItem(translate("Map", "Select all {n}").format(n=f"{len(rows):,}")))
        for row in rows[:LISTED]:
            token = int(frame.background.token_ids[row])
            kind = kind_in_words(vocabulary, token)
            text = translate("Map", "{token}    {kind} · {id}").format(
                token=shown(vocabulary, token), kind=kind, id=token
            )
            if own:
                text = f"{shown(vocabulary, token)}    {hover_words.place_in_text(frame.background, row)}"
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, int(row))
            self.results.addItem(item)
        if not rows:
            self._remark(translate("Map", "No token matches. Try fewer letters."))
        elif len(rows) > LISTED:
            self._remark(translate("Map", "and {n} more, all marked on the map").format(n=f"{len(rows) - LISTED:,}"))
        self._viewport.set_matches(np.array(rows, np.int64))
        self._open()

    def _remark(self, text: str) -> None:
        """A last line that cannot be chosen."""
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.results.addItem(item)

    def _open(self) -> None:
        at = self.mapTo(self._view, self.rect().bottomLeft())
        tall = min(self.results.count(), 12) * max(self.results.sizeHintForRow(0), 18) + 12
        self.results.setGeometry(at.x(), at.y() + 2, max(290, self.width()), tall)
        self.results.raise_()
        self.results.show()

    def take(self, item: QListWidgetItem) -> None:
        """Select a result and fly there, or select all of them."""
        frame, row = self._viewport.frame, item.data(Qt.ItemDataRole.UserRole)
        self.results.hide()
        if row is None:
            found = tuple(int(i) for i in self._viewport.matches)
            self._viewport.clear_matches()  # selected, they are told from all others without marks
            self._send(Select(found))
            self._view.setFocus()
            return
        if frame is None or row >= len(frame.points):
            return
        self._viewport.fly_to(frame.points[row], row)
        self._send(Select((row,)))
        self._send(AskNeighbours(frame.space, row))
        self._view.setFocus()

    def _take_first(self) -> None:
        """Enter means the first token, not all of them."""
        row = max(self.results.currentRow(), 1 if len(self._viewport.matches) > 1 else 0)
        if row < self.results.count() and len(self._viewport.matches):
            self.take(self.results.item(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down enters the list, Escape leaves the search."""
        if event.key() == Qt.Key.Key_Down and self.results.isVisible():
            self.results.setFocus()
            self.results.setCurrentRow(0)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._view.setFocus()
        else:
            super().keyPressEvent(event)
