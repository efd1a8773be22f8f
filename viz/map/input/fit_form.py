"""UMAP's parameters, in the menu of the button that fits a layout."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QWidget

from engine.records import UmapParams
from viz.number_boxes import DecimalBox, WholeBox
from viz.plain import set_tip

translate = QCoreApplication.translate  # by this name its texts are collected

METRICS = ("cosine", "euclidean", "correlation", "manhattan")


class FitForm(QWidget):
    """UMAP's parameters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
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
        form.addRow(self.fit, self.cancel)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from field to field; the menu around would take it for a step to another entry."""
        fields = (self.n_neighbors, self.min_dist, self.metric_box, self.seed, self.fit, self.cancel)
        at = next((i for i, field in enumerate(fields) if field.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        fields[(at + (1 if forward else -1)) % len(fields)].setFocus(reason)
        return True

    def params(self) -> UmapParams:
        """What is set."""
        return UmapParams(
            self.n_neighbors.value(), self.min_dist.value(), self.metric_box.currentText(), self.seed.value()
        )
