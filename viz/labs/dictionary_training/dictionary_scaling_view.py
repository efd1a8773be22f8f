"""How a dictionary's error falls with its features, its k and the compute: a sweep, a fitted law, the published one.

Every dictionary is trained on the same positions in the same order. The training goes on in the engine in slices, as
that of a single one does.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.labs.dictionary_training.records import SweepDictionaries
from engine.run import Run
from viz.charts.chart_view import ChartView
from viz.intents import AskLab, GoOn, Intent, Rest, SaveTable, SetOption, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.dictionary_training import scaling_frame as data
from viz.labs.dictionary_training import scaling_words as words
from viz.labs.dictionary_training.controls import FINE, bar, button
from viz.labs.dictionary_training.law_table import LawTable
from viz.labs.dictionary_training.scaling_frame import ScalingFrame, scaling_frame
from viz.plain import set_tip
from viz.typed_line import TypedLine
from viz.ui_state import UiState
from viz.wrapping_row import WrappingRow

translate = QCoreApplication.translate  # by this name its texts are collected
WIDE = 56  # em of width from which on the charts stand beside each other
CHART = 15  # em of height of a chart with its legend and axes, at least
COLUMNS = ("features", "k", "step", "MSE, held out", "floating-point operations", "MSE by the law", "MSE as published")


class DictionaryScalingView(ChartView):
    """See the module."""

    name = data.OWNER
    title = QT_TRANSLATE_NOOP("DictionaryScalingView", "Dictionary scaling law")
    tab = QT_TRANSLATE_NOOP("DictionaryScalingView", "Scaling")
    subtitle = QT_TRANSLATE_NOOP("DictionaryScalingView", "Error against width and compute")
    keywords = (
        QT_TRANSLATE_NOOP("DictionaryScalingView", "scaling law"),
        QT_TRANSLATE_NOOP("DictionaryScalingView", "sparse autoencoder"),
        QT_TRANSLATE_NOOP("DictionaryScalingView", "sweep"),
        QT_TRANSLATE_NOOP("DictionaryScalingView", "compute"),
    )
    area = "centre"
    order = 70
    tip = QT_TRANSLATE_NOOP(
        "DictionaryScalingView",
        "Train dictionaries of several widths, and see how their error falls: the fitted law beside the published one.",
    )
    options = data.OPTIONS
    figure_lines = 640

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: ScalingFrame | None = None
        self._beside = True
        self.law = LawTable(self)
        self.controls = QWidget(self)
        self._build_controls()
        self.column.insertWidget(0, self.controls)
        self.column.addWidget(self.law)

    def _build_controls(self) -> None:
        outer = QHBoxLayout(self.controls)
        outer.setContentsMargins(0, 4, 0, 2)
        row = WrappingRow(8, self.controls)
        outer.addWidget(row)
        self.train = button(translate("DictionaryTraining", "Train all"), "")
        self.train.setObjectName("primary")
        self.rewind = button(
            translate("DictionaryTraining", "Rewind"),
            translate("DictionaryTraining", "Back to step 0 of all, with the same initial weights"),
        )
        self.widths = TypedLine(self.translated(data.WIDTHS.label), self.translated(data.WIDTHS.tip), 22)
        self.ks = TypedLine(self.translated(data.KS.label), self.translated(data.KS.tip), 14)
        self.bar = bar()
        for part in (self.train, self.bar, self.rewind, self.widths, self.ks):
            row.add(part)
        self.train.clicked.connect(self._train)
        self.rewind.clicked.connect(self._rewind)
        self.widths.told.connect(lambda text: self.send(SetOption(self.name, data.WIDTHS.name, text)))
        self.ks.told.connect(lambda text: self.send(SetOption(self.name, data.KS.name, text)))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> ScalingFrame:
        return scaling_frame(run, ui)

    @classmethod
    def wants(cls, frame: ScalingFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    @classmethod
    def figure_wants(cls, frame: ScalingFrame) -> Sequence[Intent]:
        """A figure shows what was trained, and trains nothing by itself."""
        return ()

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: ScalingFrame) -> str:
        return words.heading(frame)

    def notes(self, frame: ScalingFrame) -> str:
        return words.notes(frame)

    def alarms(self, frame: ScalingFrame) -> bool:
        return bool(frame.why_not or (frame.sweep is not None and frame.sweep.problem))

    def instead(self, frame: ScalingFrame) -> str:
        if frame.has_charts:
            return ""
        said = words.notes(frame)
        if frame.going or frame.sweep is not None or frame.why_not:
            return said or self.tr("Preparing the text …")
        begin = self.tr(
            "Choose widths and k, then press “Train all”. Where it reads, the text and the learning rate are those of "
            "the training view."
        )
        return f"{begin}\n{said}" if said and not self.still else begin

    # -- drawing -------------------------------------------------------------------------------------------------

    def show_charts(self, frame: ScalingFrame, wanted: bool) -> None:
        self._show_controls(frame)
        self._beside = self._is_wide()
        super().show_charts(frame, wanted)
        self.law.show_law(frame.sweep.law if frame.sweep is not None else None, self.look, wanted)

    def draw_charts(self, frame: ScalingFrame) -> None:
        from viz.labs.dictionary_training.scaling_drawing import draw_scaling  # with pyqtgraph

        rows = CHART * (1 if self._beside else 2)
        self.panel.setMinimumHeight(0 if self.still else round(rows * self.em))  # a dock that is lower scrolls
        if frame.sweep is not None:
            with self.drawing() as grid:
                draw_scaling(grid, frame.sweep, self.colours, self._beside)

    def _show_controls(self, frame: ScalingFrame) -> None:
        going, begun = frame.going, frame.sweep is not None
        said = (
            translate("DictionaryTraining", "Pause")
            if going
            else translate("DictionaryTraining", "Resume")
            if begun
            else translate("DictionaryTraining", "Train all")
        )
        self.train.setText(said)
        self.train.setAccessibleName(said)
        set_tip(self.train, translate("DictionaryTraining", "Train a dictionary of every width with every k"))
        self.train.setEnabled(going or frame.following is not None)
        self.bar.setVisible(going)
        self.bar.setValue(round(FINE * frame.progress))
        self.rewind.setEnabled(begun)
        for line, text in zip((self.widths, self.ks), frame.typed, strict=True):
            line.show_text(text)
            line.setEnabled(not going)

    def _is_wide(self) -> bool:
        return self.width() >= WIDE * self.em or (self.still and self.width() > self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.painted is not None and self._beside != self._is_wide():
            self.redraw()

    def as_table(self, frame: ScalingFrame) -> SaveTable | None:
        return words.scaling_table(frame, COLUMNS)

    def has_numbers(self, frame: ScalingFrame) -> bool:
        return frame.has_charts

    # -- gestures ------------------------------------------------------------------------------------------------

    def _train(self) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.going:
            self.send(Rest(SweepDictionaries))
        elif frame.following is not None:
            self.send(GoOn(frame.following))

    def _rewind(self) -> None:
        """Begin another attempt at step 0, and wait there."""
        frame = self.painted
        if frame is None or frame.recipe is None:
            return
        self.send(Rest(SweepDictionaries))
        self.send(data.choose(data.ATTEMPT, frame.attempt + 1))
        fresh = SweepDictionaries(
            frame.recipe, frame.widths, frame.ks, fresh=True, attempt=frame.attempt + 1, seconds=0.0
        )
        self.send(AskLab(fresh, again=True))

    def finish_figure(self) -> None:
        super().finish_figure()
        self.controls.hide()
