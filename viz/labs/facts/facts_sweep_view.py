"""The edit at one layer after another: where it takes, and what it costs the neighbours there.

The fact is the one of the view “Edit a fact”. Layers come in as they are measured; it can be paused and gone on with.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from engine.labs.facts.records import AskSweep
from engine.questions import Question
from engine.run import Run
from viz.charts.lab_chart_view import LabChartView
from viz.intents import ChooseLayer, GoOn, Intent, Rest, SaveTable, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.facts import sweep_frame as data
from viz.labs.facts import sweep_words, table
from viz.labs.facts.sweep_frame import SweepFrame
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import own_options

LINE, CHARTS = 1.3, 27  # em of height of a probe, and of the charts below


class FactsSweepView(LabChartView):
    """See the module."""

    name = data.OWNER
    title = QT_TRANSLATE_NOOP("FactsSweepView", "The edit at every layer")
    tab = QT_TRANSLATE_NOOP("FactsSweepView", "Every layer")
    subtitle = QT_TRANSLATE_NOOP("FactsSweepView", "Where does an edit take, and what does it cost?")
    keywords = (
        QT_TRANSLATE_NOOP("FactsSweepView", "ROME"),
        QT_TRANSLATE_NOOP("FactsSweepView", "sweep over layers"),
        QT_TRANSLATE_NOOP("FactsSweepView", "locality"),
    )
    area = "centre"
    order = 91
    gives_next_away = True
    figure_needs = "engine"
    figure_seconds = 300.0
    figure_lines = 760
    tip = QT_TRANSLATE_NOOP(
        "FactsSweepView",
        "Makes the edit of “Edit a fact” at one layer after another, and shows what each does to the neighbours.",
    )
    options = data.OPTIONS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: SweepFrame | None = None
        self.run = self.bar.button(self.tr("Edit every layer"), self._press)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> SweepFrame:
        return data.sweep_frame(run, ui, own_options(cls, ui))

    @classmethod
    def wants(cls, frame: SweepFrame) -> Sequence[Intent]:
        return ask_labs(*frame.wanted)

    @classmethod
    def begins(cls, frame: SweepFrame) -> Question | None:
        return None if frame.refused else frame.following

    def paint(self, frame: SweepFrame, theme: Theme) -> None:
        begun = bool(frame.layers)
        said = self.tr("Pause") if frame.going else self.tr("Resume") if begun else self.tr("Edit every layer")
        self.run.setText(said)
        self.run.setAccessibleName(said)
        self.run.setEnabled(frame.has_model and frame.following is not None)
        super().paint(frame, theme)

    def has_charts(self, frame: SweepFrame) -> bool:
        return frame.has_charts

    def show_charts(self, frame: SweepFrame, wanted: bool) -> None:
        high = LINE * (len(frame.probes) + len(frame.curves)) + CHARTS if wanted and frame.has_charts else 0
        self.panel.setMinimumHeight(0 if self.still else round(high * self.em))  # a dock that is lower scrolls
        super().show_charts(frame, wanted)

    def draw_charts(self, frame: SweepFrame) -> None:
        from viz.labs.facts.sweep_drawing import draw_sweep  # with pyqtgraph, which takes its time

        with self.drawing() as grid:
            draw_sweep(grid, frame, self.colours, self._choose)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: SweepFrame) -> str:
        return sweep_words.heading(frame)

    def notes(self, frame: SweepFrame) -> str:
        if frame.refused:
            return frame.refused
        if not frame.has_model:
            return self.tr("Load a model to edit a fact of it.")
        if not frame.layers:
            if frame.going:
                return self.tr("Measuring. Progress and Cancel are in the status line.")
            return self.tr(
                "The fact that is typed in “Edit a fact” is edited at one layer after another, each time in the "
                "original model: some minutes. Layers appear as they are measured."
            )
        return sweep_words.notes(frame)

    def alarms(self, frame: SweepFrame) -> bool:
        return bool(frame.refused)

    def as_table(self, frame: SweepFrame) -> SaveTable | None:
        return table.sweep_table(frame)

    def has_numbers(self, frame: SweepFrame) -> bool:
        return frame.has_charts

    # -- gestures ------------------------------------------------------------------------------------------------

    def _press(self) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.going:
            self.send(Rest(AskSweep))
        elif frame.following is not None:
            self.send(GoOn(frame.following))

    def _choose(self, at: int) -> None:
        if self.painted is not None and 0 <= at < len(self.painted.layers):
            self.send(ChooseLayer(self.painted.layers[at]))
