"""UMAP's parameters, in the menu of the button that fits a layout."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QPushButton, QSpinBox, QWidget

from engine.records import UmapParams
from viz.map.paint.words import tr
from viz.plain import set_tip

METRICS = ("cosine", "euclidean", "correlation", "manhattan")


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
            (
                tr("Neighbours"),
                self.n_neighbors,
                tr("How many neighbours each point is kept near: few show fine threads, many the shape of the whole"),
            ),
            (
                tr("Least distance"),
                self.min_dist,
                tr("How close two points may lie: 0 packs clusters tight, more spreads them out"),
            ),
            (tr("Metric"), self.metric_box, tr("What near means in the full space")),
            (tr("Seed"), self.seed, tr("The same seed gives the same layout on the same machine")),
        )
        for name, widget, tip in rows:
            widget.setAccessibleName(name)
            set_tip(widget, tip)
            form.addRow(name, widget)
        self.fit, self.cancel = QPushButton(tr("Fit")), QPushButton(tr("Cancel the fit"))
        self.fit.setObjectName("primary")
        self.fit.setAccessibleName(tr("Fit a UMAP layout"))
        self.cancel.setAccessibleName(tr("Cancel the fit"))
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
