"""The parameters of a new layout, by algorithm, in the menu of the button that fits one, and which layers are laid out
together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QShowEvent, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QWidget

from engine.records import Algorithm, FitJob, FitParams, PacmapParams, TsneParams, UmapParams
from viz.map.data.algorithms import FITTED, METRICS, NAMES, fit_seconds, missing_package
from viz.map.data.frame import MapFrame
from viz.map.data.series import choices_of
from viz.map.paint import fit_words
from viz.number_boxes import DecimalBox, WholeBox
from viz.plain import Label, set_tip

translate = QCoreApplication.translate  # by this name its texts are collected

WIDE = 34  # average letters of the words below the fields
LINES = 4  # that what a fit takes is said in


class FitForm(QWidget):
    """An algorithm and its parameters, and what a fit takes; `ask` is called for that of UMAP while it is on screen."""

    def __init__(
        self, ask: Callable[[FitJob, UmapParams], None] = lambda job, params: None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._frame: MapFrame | None = None
        self._n_layers = -1
        self._form = form = QFormLayout(self)
        self.algorithm, self.layers = QComboBox(), QComboBox()
        self.n_neighbors, self.min_dist = WholeBox(), DecimalBox()
        self.perplexity, self.near_pairs = WholeBox(), WholeBox()
        self.mid_near, self.further = DecimalBox(), DecimalBox()
        self.metric_box, self.seed = QComboBox(), WholeBox()
        self._set_ranges()
        for name, widget, tip in self._rows():
            widget.setAccessibleName(name)
            set_tip(widget, tip)
            form.addRow(name, widget)
        self.missing, self.estimate = Label(), Label()
        for words in (self.missing, self.estimate):
            words.setWordWrap(True)
            words.setMinimumWidth(WIDE * words.fontMetrics().averageCharWidth())
            form.addRow(words)
        self.estimate.setMinimumHeight(LINES * self.estimate.fontMetrics().lineSpacing())  # the menu does not grow
        self.estimate.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.fit, self.cancel = (
            QPushButton(translate("Map", "Fit layout")),
            QPushButton(translate("Map", "Cancel fitting")),
        )
        self.fit.setObjectName("primary")
        self.fit.setAccessibleName(translate("Map", "Fit a new layout"))
        self.cancel.setAccessibleName(translate("Map", "Cancel fitting a layout"))
        form.addRow(self.fit, self.cancel)
        self._n, self._width = 0, 0
        self._offer()
        self.algorithm.currentIndexChanged.connect(self._choose)
        for box in (self.layers, self.metric_box):
            box.currentIndexChanged.connect(lambda _index: self._foretell())
        self.n_neighbors.valueChanged.connect(lambda _n: self._foretell())
        self._choose()

    def _set_ranges(self) -> None:
        umap, tsne, pacmap = UmapParams(), TsneParams(), PacmapParams()
        self.n_neighbors.setRange(2, 200)
        self.n_neighbors.setValue(umap.n_neighbors)
        self.min_dist.setRange(0.0, 0.99)
        self.min_dist.setSingleStep(0.05)
        self.min_dist.setValue(umap.min_dist)
        self.perplexity.setRange(2, 100)
        self.perplexity.setValue(round(tsne.perplexity))
        self.near_pairs.setRange(2, 200)
        self.near_pairs.setValue(pacmap.n_neighbors)
        self.mid_near.setRange(0.1, 5)
        self.mid_near.setSingleStep(0.1)
        self.mid_near.setValue(pacmap.mn_ratio)
        self.further.setRange(0.5, 20)
        self.further.setSingleStep(0.5)
        self.further.setValue(pacmap.fp_ratio)
        self.seed.setRange(0, 2**31 - 1)

    def _rows(self) -> tuple[tuple[str, QWidget, str], ...]:
        return (
            (
                translate("Map", "Algorithm"),
                self.algorithm,
                translate(
                    "Map",
                    "UMAP and t-SNE keep near neighbours together, PaCMAP weighs near, mid-near and far points (its "
                    "authors tested it in 2D). None keeps distances; “How far to trust this map” measures each.",
                ),
            ),
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
                translate("Map", "Perplexity"),
                self.perplexity,
                translate(
                    "Map",
                    "t-SNE perplexity: about how many neighbours each point has; three times as many are looked at.",
                ),
            ),
            (
                translate("Map", "Near pairs"),
                self.near_pairs,
                translate("Map", "PaCMAP n_neighbors: how many near neighbours pull at each point."),
            ),
            (
                translate("Map", "Mid-near pairs"),
                self.mid_near,
                translate(
                    "Map", "PaCMAP MN_ratio: mid-near pairs for each near one; they give the layout its overall shape."
                ),
            ),
            (
                translate("Map", "Further pairs"),
                self.further,
                translate("Map", "PaCMAP FP_ratio: further pairs for each near one; they push points apart."),
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

    def _offer(self) -> None:
        """List the algorithms; those whose package is missing stand there greyed, with what to do."""
        missing = []
        for algorithm in FITTED:
            self.algorithm.addItem(NAMES[algorithm], algorithm)
            package = missing_package(algorithm)
            if package:
                said = translate(
                    "Map",
                    "{algorithm} needs the package {package}, which is not installed. Install it with “pip install "
                    "{package}” in Orrery's environment, then start Orrery again.",
                ).format(algorithm=NAMES[algorithm], package=package)
                missing.append(said)
                self._disable(self.algorithm.count() - 1, said)
        self.missing.setText("\n".join(missing))
        self._form.setRowVisible(self.missing, bool(missing))

    def _disable(self, row: int, why: str) -> None:
        model = self.algorithm.model()
        assert isinstance(model, QStandardItemModel)  # noqa: S101  # what a QComboBox has unless it is given another
        model.item(row).setEnabled(False)
        self.algorithm.setItemData(row, why, Qt.ItemDataRole.ToolTipRole)

    @property
    def chosen(self) -> Algorithm:
        """The algorithm that is chosen."""
        algorithm: Algorithm = self.algorithm.currentData()
        return algorithm

    def _choose(self, _: int = 0) -> None:
        """Show the fields of the chosen algorithm."""
        for algorithm, fields in self._own_fields().items():
            for field in fields:
                self._form.setRowVisible(field, algorithm == self.chosen)
        self._show_layers()
        metric = self.metric_box.currentData()
        with QSignalBlocker(self.metric_box):
            self.metric_box.clear()
            for known in METRICS[self.chosen]:
                self.metric_box.addItem(fit_words.metric_name(known), known)
            self.metric_box.setCurrentIndex(max(self.metric_box.findData(metric), 0))
        self._foretell()

    def _own_fields(self) -> dict[Algorithm, tuple[QWidget, ...]]:
        return {
            "umap": (self.layers, self.n_neighbors, self.min_dist),
            "tsne": (self.perplexity,),
            "pacmap": (self.near_pairs, self.mid_near, self.further),
        }

    def sizeHint(self) -> QSize:
        """Room for the algorithm with most fields: a menu does not grow while it is open."""
        own = self._own_fields()
        more = max(map(len, own.values())) - len(own[self.chosen])
        row = self.seed.sizeHint().height() + max(self._form.verticalSpacing(), 0)
        return super().sizeHint() + QSize(0, more * row)

    def show_points(self, n: int, width: int) -> None:
        """Know how many points of so many dimensions a fit would lay out."""
        self._n, self._width = n, width
        self._foretell()

    def _foretell(self) -> None:
        self._form.setRowVisible(self.estimate, self._n > 0)
        self.estimate.setText(self._foretold())

    def _foretold(self) -> str:
        """What a fit takes: UMAP's from short runs on this computer, the others' from what was measured elsewhere."""
        frame = self._frame
        if self.chosen != "umap":
            seconds = fit_seconds(self.chosen, self._n, self._width)
            said = translate(
                "Map",
                "{n} points take about {time} on one core that is free, some tens of seconds more at the very first "
                "time. 3D and 2D are laid out; progress and Cancel are in the status line.",
            )
            return said.format(n=f"{self._n:,}", time=fit_words.duration(seconds))
        if frame is None or frame.layout is None:
            return ""
        params = self._umap()
        job = FitJob(len(frame.points), frame.d_model, max(len(params.along), 1))
        key = (job, replace(params, along=(), seed=0))
        cost = frame.fit_costs.get(key)
        if cost is None and self.isVisible():
            self._ask(*key)
        return fit_words.fit_cost(cost)

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
        self._show_layers()
        self.show_points(*((len(frame.points), frame.d_model) if frame.layout is not None else (0, 0)))

    def _show_layers(self) -> None:
        self._form.setRowVisible(self.layers, self._n_layers > 0 and self.chosen == "umap")

    def showEvent(self, event: QShowEvent) -> None:
        """The menu was opened."""
        super().showEvent(event)
        self._foretell()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from field to field; the menu around would take it for a step to another entry."""
        own = self._own_fields()[self.chosen]
        fields = (self.algorithm, *own, self.metric_box, self.seed, self.fit, self.cancel)
        shown = [field for field in fields if not field.isHidden()]
        at = next((i for i, field in enumerate(shown) if field.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        shown[(at + (1 if forward else -1)) % len(shown)].setFocus(reason)
        return True

    def params(self) -> FitParams:
        """What is set."""
        metric, seed = str(self.metric_box.currentData()), self.seed.value()
        if self.chosen == "tsne":
            return TsneParams(float(self.perplexity.value()), metric, seed)
        if self.chosen == "pacmap":
            return PacmapParams(self.near_pairs.value(), self.mid_near.value(), self.further.value(), metric, seed)
        return self._umap()

    def _umap(self) -> UmapParams:
        metric, along = str(self.metric_box.currentData()), self.layers.currentData() or ()
        return UmapParams(self.n_neighbors.value(), self.min_dist.value(), metric, self.seed.value(), along)
