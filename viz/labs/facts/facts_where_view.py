"""Where facts and grammar lie: at which layers their answers become readable, and where switching parts off hurts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from engine.labs.facts.records import AskWhere, Where
from engine.questions import Question, Refused
from engine.run import Run
from viz.charts.lab_chart_view import LabChartView
from viz.intents import ChooseLayer, SaveTable
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.facts import settings, table
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value, own_options

OWNER = "facts_where"
HIGH = 40  # em of height of the charts


@dataclass(frozen=True)
class WhereFrame:
    """What was found, or what would be asked."""

    asks: AskWhere
    found: Where | None
    refused: str
    layer: int
    has_model: bool
    ui: UiState


class FactsWhereView(LabChartView):
    """See the module."""

    name = OWNER
    title = QT_TRANSLATE_NOOP("FactsWhereView", "Where facts and grammar lie")
    tab = QT_TRANSLATE_NOOP("FactsWhereView", "Facts, grammar")
    subtitle = QT_TRANSLATE_NOOP("FactsWhereView", "Is syntax low, and are facts in the middle?")
    keywords = (
        QT_TRANSLATE_NOOP("FactsWhereView", "knowledge"),
        QT_TRANSLATE_NOOP("FactsWhereView", "syntax"),
        QT_TRANSLATE_NOOP("FactsWhereView", "grammar"),
        QT_TRANSLATE_NOOP("FactsWhereView", "knock-out"),
        QT_TRANSLATE_NOOP("FactsWhereView", "logit lens"),
    )
    area = "centre"
    order = 92
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 90.0
    figure_lines = 760
    tip = QT_TRANSLATE_NOOP(
        "FactsWhereView",
        "At which layers the answers to facts and to questions of grammar become readable, and which MLPs and "
        "attention layers they need.",
    )
    options = (
        Option(
            "most",
            QT_TRANSLATE_NOOP("FactsWhereView", "Items of each"),
            "integer",
            24,
            low=4,
            high=200,
            tip=QT_TRANSLATE_NOOP("FactsWhereView", "How many facts and how many questions of grammar are tried."),
        ),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: WhereFrame | None = None
        self.run = self.bar.button(self.tr("Measure"), self._ask)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> WhereFrame:
        asks = AskWhere(str(ui.option(settings.OWNER, settings.PATH)).strip(), int(option_value(cls, ui, "most")))
        found = run.findings.get(asks)
        return WhereFrame(
            asks, found if isinstance(found, Where) else None, found.sentence if isinstance(found, Refused) else "",
            ui.layer, run.info is not None, own_options(cls, ui),
        )  # fmt: skip

    @classmethod
    def begins(cls, frame: WhereFrame) -> Question | None:
        return frame.asks if frame.found is None and not frame.refused else None

    def paint(self, frame: WhereFrame, theme: Theme) -> None:
        if frame.found is not None or frame.refused:
            self.bar.waiting = None
        self.run.setEnabled(frame.has_model)
        super().paint(frame, theme)

    def has_charts(self, frame: WhereFrame) -> bool:
        return frame.found is not None

    def show_charts(self, frame: WhereFrame, wanted: bool) -> None:
        high = HIGH if wanted and frame.found is not None and not self.still else 0
        self.panel.setMinimumHeight(round(high * self.em))  # a dock that is lower scrolls
        super().show_charts(frame, wanted)

    def draw_charts(self, frame: WhereFrame) -> None:
        from viz.labs.facts.where_drawing import draw_where  # with pyqtgraph, which takes its time

        with self.drawing() as grid:
            if frame.found is not None:
                draw_where(grid, frame.found, self.colours, frame.layer, lambda at: self.send(ChooseLayer(at)))

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: WhereFrame) -> str:
        return self.tr("Facts and grammar, layer by layer")

    def notes(self, frame: WhereFrame) -> str:
        from viz.labs.facts.where_words import notes

        if frame.refused:
            return frame.refused
        if not frame.has_model:
            return self.tr("Load a model to see where it reads facts and grammar.")
        if frame.found is None:
            if self.bar.waiting is not None:
                return self.tr("Measuring. Progress and Cancel are in the status line.")
            return self.tr(
                "Bundled facts and questions of grammar are read through the logit lens at every layer, then each "
                "layer's attention and MLP is switched off once: about a minute."
            )
        return notes(frame.found)

    def alarms(self, frame: WhereFrame) -> bool:
        return bool(frame.refused)

    def as_table(self, frame: WhereFrame) -> SaveTable | None:
        return table.where_table(frame.found) if frame.found is not None else None

    def has_numbers(self, frame: WhereFrame) -> bool:
        return frame.found is not None

    def _ask(self) -> None:
        if self.painted is not None:
            self.ask(self.painted.asks)
