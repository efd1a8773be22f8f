"""The slim strip above the map: search, space, layer, layout, and fitting a new layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from engine.records import EMBEDDING, UNEMBEDDING, Space, UmapParams
from viz.intents import AskNeighbours, CancelFit, ChooseLayout, FitLayout, Select, ShowSpace
from viz.map import search, words
from viz.map.frame import MapFrame
from viz.map.strip import Strip
from viz.map.words import tr
from viz.token_text import kind_in_words, shown

if TYPE_CHECKING:
    from viz.views.meaning_space import MeaningSpace

METRICS = ("cosine", "euclidean", "correlation", "manhattan")
_NONE = np.zeros(0, np.int64)


class SearchBox(QLineEdit):
    """A line with a list of results under it; Down goes into the list, Enter takes the first."""

    def __init__(self, view: MeaningSpace, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = view
        self.setPlaceholderText(tr("Search tokens ( / )"))
        self.setAccessibleName(tr("Search tokens"))
        self.setClearButtonEnabled(True)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(tr("Clear the search"))
        self.setMaximumWidth(230)
        self.results = QListWidget(view)
        self.results.setObjectName("results")  # for the style sheet: it lies over the map and must hide it
        self.results.setAccessibleName(tr("Tokens found"))
        self.results.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.results.hide()
        self.results.itemActivated.connect(self.take)
        self.results.itemClicked.connect(self.take)
        self.textChanged.connect(self._search)
        self.returnPressed.connect(self._take_first)

    def _search(self, query: str) -> None:
        frame = self.view.shown
        self.results.clear()
        if frame is None or frame.vocabulary is None or frame.background is None or not query.strip():
            self.results.hide()
            self.view.set_matches(_NONE)
            return
        vocabulary = frame.vocabulary
        tokens = search.found(vocabulary, query)
        ids = range(len(frame.points)) if frame.is_vocabulary else frame.background.token_ids.tolist()
        rows = tokens if frame.is_vocabulary else search.in_background(ids, tokens)
        for row in rows[:200]:
            token = int(frame.background.token_ids[row])
            item = QListWidgetItem(f"{shown(vocabulary, token)}    {kind_in_words(vocabulary, token)}")
            item.setData(Qt.ItemDataRole.UserRole, int(row))
            self.results.addItem(item)
        self.view.set_matches(np.array(rows[:200], np.int64))
        self._open()

    def _open(self) -> None:
        if not self.results.count():
            self.results.hide()
            return
        at = self.mapTo(self.view, self.rect().bottomLeft())
        tall = min(self.results.count(), 12) * max(self.results.sizeHintForRow(0), 18) + 12
        self.results.setGeometry(at.x(), at.y() + 2, max(260, self.width()), tall)
        self.results.raise_()
        self.results.show()

    def take(self, item: QListWidgetItem) -> None:
        """Select a result and fly there."""
        frame = self.view.shown
        row = int(item.data(Qt.ItemDataRole.UserRole))
        self.results.hide()
        if frame is None or row >= len(frame.points):
            return
        self.view.fly_to(frame.points[row])
        self.view.send(Select((row,)))
        self.view.send(AskNeighbours(frame.space, row))
        self.view.setFocus()

    def _take_first(self) -> None:
        row = max(self.results.currentRow(), 0)
        if row < self.results.count():
            self.take(self.results.item(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down enters the list, Escape leaves the search."""
        if event.key() == Qt.Key.Key_Down and self.results.isVisible():
            self.results.setFocus()
            self.results.setCurrentRow(0)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.view.setFocus()
        else:
            super().keyPressEvent(event)


class FitForm(QWidget):
    """UMAP's parameters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        defaults = UmapParams()
        self.n_neighbors, self.min_dist = QSpinBox(), QDoubleSpinBox()
        self.n_neighbors.setRange(2, 200)
        self.n_neighbors.setValue(defaults.n_neighbors)
        self.min_dist.setRange(0.0, 0.99)
        self.min_dist.setSingleStep(0.05)
        self.min_dist.setValue(defaults.min_dist)
        self.metric_box, self.seed = QComboBox(), QSpinBox()
        self.metric_box.addItems(list(METRICS))
        self.seed.setRange(0, 2**31 - 1)
        rows = (
            (tr("Neighbours"), self.n_neighbors),
            (tr("Least distance"), self.min_dist),
            (tr("Metric"), self.metric_box),
            (tr("Seed"), self.seed),
        )
        for name, widget in rows:
            widget.setAccessibleName(name)
            form.addRow(name, widget)
        self.fit, self.cancel = QPushButton(tr("Fit")), QPushButton(tr("Cancel the fit"))
        self.fit.setObjectName("primary")
        self.fit.setAccessibleName(tr("Fit a UMAP layout"))
        self.cancel.setAccessibleName(tr("Cancel the fit"))
        form.addRow(self.fit, self.cancel)

    def params(self) -> UmapParams:
        """What is set."""
        return UmapParams(
            self.n_neighbors.value(), self.min_dist.value(), self.metric_box.currentText(), self.seed.value()
        )


class Controls(Strip):
    """The strip. It shows what the frame says and sends what a person chooses."""

    def __init__(self, view: MeaningSpace) -> None:
        super().__init__(view)
        self.view = view
        self.search = SearchBox(view, self)
        self.space = self._combo(tr("Space"), tr("Which vectors the map shows"))
        self.layer = QSpinBox(self)
        self.layer.setAccessibleName(tr("Layer"))
        self.layer.setPrefix(tr("block "))
        self.layer.setToolTip(tr("The state after this block; -1 is the input of block 0"))
        self.layer.setKeyboardTracking(False)
        self.layout_box = self._combo(tr("Layout"), tr("How the space is laid out"))
        self.fit_button = QToolButton(self)
        self.home_button = QToolButton(self)
        self._lay_out()
        self._layouts: tuple[str, ...] = ()
        self._space = EMBEDDING
        for name, kind in (
            (tr("Token embeddings"), "embedding"),
            (tr("Unembedding"), "unembedding"),
            (tr("States"), "resid"),
        ):
            self.space.addItem(name, kind)
        self.space.activated.connect(self._choose_space)
        self.layer.valueChanged.connect(self._choose_layer)
        self.layout_box.activated.connect(self._choose_layout)
        self.home_button.clicked.connect(view.go_home)

    def _combo(self, name: str, tip: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(tip)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _lay_out(self) -> None:
        self.form = FitForm()
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(self.form)
        menu.addAction(action)
        self.fit_button.setText(tr("Fit UMAP"))
        self.fit_button.setAccessibleName(tr("Fit a new layout"))
        self.fit_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.home_button.setText(tr("Reset view"))
        self.home_button.setAccessibleName(tr("Reset view"))
        self.home_button.setToolTip(tr("Show the whole map (R)"))
        for button in (self.fit_button, self.home_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.form.fit.clicked.connect(self._fit)
        self.form.cancel.clicked.connect(self._cancel)
        self.add(self.search, tr("Search tokens"), 0, 12)
        self.add(self.space, tr("Space"), 1)
        self.add(self.layer, tr("Layer"), 2)
        self.add(self.layout_box, tr("Layout"), 4, 18)
        self.add_button(self.fit_button, 5, menu)
        self.add_button(self.home_button, 3)

    def show_frame(self, frame: MapFrame) -> None:
        """Show the space, the layer and the layouts of a frame."""
        self._space = frame.space
        with QSignalBlocker(self.space), QSignalBlocker(self.layer), QSignalBlocker(self.layout_box):
            self.space.setCurrentIndex(self.space.findData(frame.space.kind))
            self.layer.setRange(-1, max(frame.n_layers - 1, -1))
            self.set_wanted(self.layer, frame.space.kind == "resid")
            if frame.space.kind == "resid":
                self.layer.setValue(frame.space.layer - 1)
            keys = tuple(layout.key for layout in frame.layouts)
            if keys != self._layouts:
                self._layouts = keys
                self.layout_box.clear()
                for layout in frame.layouts:
                    self.layout_box.addItem(words.layout_name(layout), layout.key)
                self.arrange()
            if frame.layout is not None:
                self.layout_box.setCurrentIndex(self.layout_box.findData(frame.layout.key))
        self.layout_box.setEnabled(len(frame.layouts) > 0)

    def _choose_space(self, index: int) -> None:
        kind = self.space.itemData(index)
        if kind == "resid":
            last = max(self.layer.maximum(), 0) + 1
            self.view.send(ShowSpace(Space("resid", last)))
        else:
            self.view.send(ShowSpace(UNEMBEDDING if kind == "unembedding" else EMBEDDING))

    def _choose_layer(self, block: int) -> None:
        self.view.send(ShowSpace(Space("resid", block + 1)))

    def _choose_layout(self, index: int) -> None:
        self.view.send(ChooseLayout(self._space, self.layout_box.itemData(index)))

    def _fit(self) -> None:
        for menu in (self.fit_button.menu(), self.menu):
            menu.close()
        self.view.send(FitLayout(self._space, self.form.params()))

    def _cancel(self) -> None:
        self.view.send(CancelFit())
