"""Edit a fact: make a model give another answer, and see what else it then says.

The button makes the edit beside the weights, tries it on its probes, and holds it against random changes. The edit can
be put on the list of interventions, where it has a slider, and where taking it off leaves the model's own bits.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.questions import Question
from engine.run import Run
from viz.ask_path import open_file
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.intents import Intent, PutOnBoard, SaveTable, SetOption, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.facts import settings, table, words
from viz.labs.facts.frame import FactsFrame, facts_frame
from viz.plain import set_tip
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import own_options

WIDE = 62  # em of width from which on the charts stand beside each other
LINE = 1.5  # em of height of a probe


class FactsView(LabChartView):
    """See the module."""

    name = settings.OWNER
    title = QT_TRANSLATE_NOOP("FactsView", "Edit a fact")
    tab = QT_TRANSLATE_NOOP("FactsView", "Edit a fact")
    subtitle = QT_TRANSLATE_NOOP("FactsView", "What else changes with it?")
    keywords = (
        QT_TRANSLATE_NOOP("FactsView", "ROME"),
        QT_TRANSLATE_NOOP("FactsView", "MEMIT"),
        QT_TRANSLATE_NOOP("FactsView", "model editing"),
        QT_TRANSLATE_NOOP("FactsView", "knowledge"),
        QT_TRANSLATE_NOOP("FactsView", "fine-tuning"),
    )
    area = "centre"
    order = 90
    gives_next_away = True
    figure_needs = "engine"
    figure_seconds = 60.0
    figure_lines = 640
    tip = QT_TRANSLATE_NOOP(
        "FactsView",
        "Edits one fact in the model and measures its paraphrases and neighbours before and after, beside random "
        "changes.",
    )
    options = settings.OPTIONS

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("prompt", QT_TRANSLATE_NOOP("FactsView", "a prompt that ends before its answer"), 0, 0, 3),
            Field("subject", QT_TRANSLATE_NOOP("FactsView", "words of the prompt"), 0, 1),
            Field("target", QT_TRANSLATE_NOOP("FactsView", "a word"), 0, 2),
            Field("path", QT_TRANSLATE_NOOP("FactsView", "the bundled facts"), 1, 0, 3),
            Field("more", QT_TRANSLATE_NOOP("FactsView", "Germany: Vienna; Spain: Lisbon"), 2, 0, 3),
        )
        super().__init__(parent, fields)
        self.painted: FactsFrame | None = None
        self._beside = True
        self.run = self.bar.button(self.tr("Make the edit"), self._ask)
        self.put = self.bar.button(self.tr("Add to interventions"), self._put)
        set_tip(
            self.put,
            self.tr(
                "Add the edit to the interventions, with a slider from 0 to 1; without it the weights are as they were."
            ),
        )
        self.browse = self.bar.button(self.tr("Browse…"), self._browse)
        set_tip(self.browse, self.tr("Choose a CSV file of own facts"))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> FactsFrame:
        return facts_frame(run, ui, own_options(cls, ui))

    @classmethod
    def wants(cls, frame: FactsFrame) -> Sequence[Intent]:
        return ask_labs(*frame.wanted)

    @classmethod
    def begins(cls, frame: FactsFrame) -> Question | None:
        return None if frame.refused else frame.following

    def paint(self, frame: FactsFrame, theme: Theme) -> None:
        if frame.following is None or frame.refused:
            self.bar.waiting = None
        several = self.painted_several(frame)
        self.bar.fields.show_only(("prompt", "subject", "target", "path", *(("more",) if several else ())))
        weaker = frame.edited is not None and frame.weaker is not None
        self.run.setText(self.tr("Measure at this strength") if weaker else self.tr("Make the edit"))
        self.run.setAccessibleName(self.run.text())
        self.run.setEnabled(frame.has_model and frame.asks is not None)
        self.put.setEnabled(frame.edited is not None)
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    def painted_several(self, frame: FactsFrame) -> bool:
        """Whether the method takes several facts."""
        return bool(self.value(frame.ui, "method") != "rank one")

    # -- charts --------------------------------------------------------------------------------------------------

    def has_charts(self, frame: FactsFrame) -> bool:
        return bool(frame.rows)

    def draw_charts(self, frame: FactsFrame) -> None:
        from viz.labs.facts.drawing import draw, lines  # with pyqtgraph, which takes its time

        self._beside = self._is_wide()
        high = LINE * len(lines(frame.rows)) + (6 if self._beside else 34)
        self.panel.setMinimumHeight(0 if self.still else round(high * self.em))  # a dock that is lower scrolls
        if frame.edited is not None and frame.rows:
            with self.drawing() as grid:
                draw(grid, frame, frame.edited, self.colours, self._beside)

    def show_charts(self, frame: FactsFrame, wanted: bool) -> None:
        if not (wanted and self.has_charts(frame)):
            self.panel.setMinimumHeight(0)
        super().show_charts(frame, wanted)

    def _is_wide(self) -> bool:
        return self.width() >= WIDE * self.em

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.painted is not None and self._is_wide() != self._beside:
            self.redraw()

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: FactsFrame) -> str:
        return words.heading(frame)

    def notes(self, frame: FactsFrame) -> str:
        if frame.refused:
            return frame.refused
        if not frame.has_model:
            return self.tr("Load a model to edit a fact of it.")
        if self.bar.waiting is not None:
            return self.tr("Measuring. Progress and Cancel are in the status line.")
        if frame.edited is None:
            return self.tr(
                "The edit is sought with some passes forward and back, which takes up to a minute; the first one at a "
                "layer also reads 20,000 tokens for the covariance of its keys. To see first where the fact is kept, "
                "trace it in “Activation patching”."
            )
        if frame.weaker is not None:
            return self.tr("The edit is there. Press “Measure at this strength”.")
        return words.notes(frame)

    def alarms(self, frame: FactsFrame) -> bool:
        return bool(frame.refused)

    def as_table(self, frame: FactsFrame) -> SaveTable | None:
        return table.edit_table(frame)

    def has_numbers(self, frame: FactsFrame) -> bool:
        return bool(frame.rows)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        frame = self.painted
        if frame is not None and frame.asks is not None:
            self.ask(frame.weaker or frame.asks)

    def _put(self) -> None:
        frame = self.painted
        if frame is not None and frame.edited is not None:
            self.send(PutOnBoard(frame.edited.edit.with_strength(frame.strength)))

    def _browse(self) -> None:
        path = open_file(self, self.tr("Own facts"), self.tr("CSV (*.csv);;All files (*)"))
        if path:
            self.send(SetOption(self.name, "path", path))
