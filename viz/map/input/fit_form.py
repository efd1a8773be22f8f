"""UMAP's parameters, in the menu of the button that fits a layout, and which layers are laid out together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QWidget

from engine.records import FitJob, UmapParams
from viz.map.data.frame import MapFrame
from viz.map.data.series import choices_of
from viz.map.paint import fit_words
from viz.number_boxes import DecimalBox, WholeBox
from viz.plain import Label, set_tip

translate = QCoreApplication.translate  # by this name its texts are collected

WIDE = 300  # logical pixels that the estimate is wrapped at
METRICS = ("cosine", "euclidean", "correlation", "manhattan")


class FitForm(QWidget):
    """UMAP's parameters, and what a fit with them takes, which `ask` is called for while the form is on screen."""

    def __init__(
        self, ask: Callable[[FitJob, UmapParams], None] = lambda job, params: None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._frame: MapFrame | None = None
        self._n_layers = -1
        form = QFormLayout(self)
        self.layers = QComboBox()
        defaults = UmapParams()
        self.n_neighbors, self.min_dist = WholeBox(), DecimalBox()
        self.n_neighbors.setRange(2, 200)
        self.n_neighbors.setValue(defaults.n_neighbors)
        self.min_dist.setRange(0.0, 0.99)
        self.min_dist.setSingleStep(0.05)
        self.min_dist.setValue(defaults.min_dist)
        self.metric_box, self.seed = QComboBox(), WholeBox()
        self.metric_box.addItems(list(METRICS))
        self.seed.setRange(0, 2**31 - 1)
        rows = (
            (
                translate("Map", "Layers"),
                self.layers,
                translate(
                    "Map",
                    "Layers that are laid out together are aligned: each token is tied to itself in the next of them, "
                    "so that sliding moves points instead of shuffling them. The layers between are interpolated. "
                    "Some neighbours are lost by it; the view shows the share that each layer keeps.",
                ),
            ),
            (
                translate("Map", "Neighbours"),
                self.n_neighbors,
                translate(
                    "Map",
                    "UMAP n_neighbors: small values bring out fine detail, large values the overall shape.",
                ),
            ),
            (
                translate("Map", "Minimum distance"),
                self.min_dist,
                translate("Map", "UMAP min_dist: 0 packs clusters tightly, larger values spread points out."),
            ),
            (
                translate("Map", "Metric"),
                self.metric_box,
                translate("Map", "What “near” means between the vectors, in all dimensions."),
            ),
            (
                translate("Map", "Seed"),
                self.seed,
                translate("Map", "The same seed gives the same layout on the same computer."),
            ),
        )
        for name, widget, tip in rows:
            widget.setAccessibleName(name)
            set_tip(widget, tip)
            form.addRow(name, widget)
        self.fit, self.cancel = (
            QPushButton(translate("Map", "Fit UMAP")),
            QPushButton(translate("Map", "Cancel fitting UMAP")),
        )
        self.fit.setObjectName("primary")
        self.fit.setAccessibleName(translate("Map", "Fit a UMAP layout"))
        self.cancel.setAccessibleName(translate("Map", "Cancel fitting UMAP"))
        self.estimate = Label()
        self.estimate.setWordWrap(True)
        self.estimate.setMinimumWidth(WIDE)
        form.addRow(self.estimate)
        form.addRow(self.fit, self.cancel)
        self.layers.currentIndexChanged.connect(self._say)
        self.metric_box.currentIndexChanged.connect(self._say)
        self.n_neighbors.valueChanged.connect(self._say)
        self._form = form

    def show_frame(self, frame: MapFrame) -> None:
        """Offer the layers of what is shown, and say what a fit takes."""
        self._frame = frame
        n_layers = frame.n_layers if frame.space.kind == "resid" else 0
        if n_layers != self._n_layers:
            self._n_layers = n_layers
            with QSignalBlocker(self.layers):
                self.layers.clear()
                self.layers.addItem(translate("Map", "this layer alone"), ())
                for along in choices_of(n_layers):
                    self.layers.addItem(fit_words.together(len(along), n_layers), along)
            self._form.setRowVisible(self.layers, n_layers > 0)
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        """The menu was opened."""
        super().showEvent(event)
        self._say()

    def _say(self) -> None:
        frame = self._frame
        if frame is None or frame.layout is None:
            self.estimate.setText("")
            return
        params = self.params()
        job = FitJob(len(frame.points), frame.d_model, max(len(params.along), 1))
        key = (job, replace(params, along=(), seed=0))
        cost = frame.fit_costs.get(key)
        self.estimate.setText(fit_words.fit_cost(cost))
        if cost is None and self.isVisible():
            self._ask(*key)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from field to field; the menu around would take it for a step to another entry."""
        fields = (self.layers, self.n_neighbors, self.min_dist, self.metric_box, self.seed, self.fit, self.cancel)
        shown = [field for field in fields if not field.isHidden()]
        at = next((i for i, field in enumerate(shown) if field.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        shown[(at + (1 if forward else -1)) % len(shown)].setFocus(reason)
        return True

    def params(self) -> UmapParams:
        """What is set."""
        along = self.layers.currentData() or ()
        return UmapParams(
            self.n_neighbors.value(), self.min_dist.value(), self.metric_box.currentText(), self.seed.value(), along
        )
