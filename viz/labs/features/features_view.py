"""The features of a sparse dictionary of the loaded model: a list that can be searched and ranked, and a page for each.

A page shows where in a text the feature is active, what it writes (read at once, and through the later layers), what
feeds it and lies near it, and where it is active in a typed text. The list is found by what is active here, by effect
on the next token, at a token, or over two sets of texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from engine.dictionaries.records import FeatureName
from engine.labs.features.records import AskIndex, KeepNote, Note
from engine.labs.steering.records import FeatureChange
from engine.questions import Question
from engine.run import Run
from viz import ask_path
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.rank_table import put_on
from viz.intents import (
    AskLab,
    ChooseFeature,
    ChooseHead,
    ChooseNeuron,
    Intent,
    PutOnBoard,
    SaveTable,
    SetOption,
    ask_labs,
)
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.features import charts, options, words
from viz.labs.features.dictionary_box import DictionaryBox
from viz.labs.features.features_frame import FeaturesFrame, features_frame
from viz.labs.features.list_model import FeaturesTable, rows_for_file
from viz.labs.features.notes_panel import NotesPanel
from viz.labs.features.shading import Painted, Shading
from viz.plain import set_tip
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import option_value, own_options

FIELDS = {
    options.TOKEN: ("find", "at"),
    options.EFFECT: ("find", "token"),
    options.CONTRAST: ("find", "a", "b"),
}
WIDE = 1.15  # times as wide as high: the page stands beside the list
ROW_EM = 1.9  # of a bar in a list of the page, with what stands around it


class FeaturesView(LabChartView):
    """See the module."""

    name = options.OWNER
    title = QT_TRANSLATE_NOOP("FeaturesView", "Features of a dictionary")
    tab = QT_TRANSLATE_NOOP("FeaturesView", "Features")
    subtitle = QT_TRANSLATE_NOOP("FeaturesView", "What each direction answers to")
    keywords = (
        QT_TRANSLATE_NOOP("FeaturesView", "sparse autoencoder"),
        QT_TRANSLATE_NOOP("FeaturesView", "SAE"),
        QT_TRANSLATE_NOOP("FeaturesView", "dictionary"),
        QT_TRANSLATE_NOOP("FeaturesView", "feature dashboard"),
        QT_TRANSLATE_NOOP("FeaturesView", "Neuronpedia"),
        QT_TRANSLATE_NOOP("FeaturesView", "max activating examples"),
    )
    area = "centre"
    order = 80
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 20.0
    figure_lines = 640
    tip = QT_TRANSLATE_NOOP(
        "FeaturesView",
        "Every feature of a sparse dictionary: where it is active, what it writes, what feeds it, and which features "
        "matter here.",
    )
    options = options.OPTIONS

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("find", QT_TRANSLATE_NOOP("FeaturesView", "F12, or a part of a label"), 0, 0, 2),
            Field("at", QT_TRANSLATE_NOOP("FeaturesView", "a token, such as Paris"), 0, 1, 2),
            Field("token", QT_TRANSLATE_NOOP("FeaturesView", "the most likely next token"), 0, 2, 2),
            Field("a", QT_TRANSLATE_NOOP("FeaturesView", "one text on each line, or a file"), 1, 0, 2),
            Field("b", QT_TRANSLATE_NOOP("FeaturesView", "what they are compared with"), 1, 1, 2),
            Field("typed", QT_TRANSLATE_NOOP("FeaturesView", "a text to see where the feature is active"), 2, 0, 2),
        )
        super().__init__(parent, fields)
        self.painted: FeaturesFrame | None = None
        self.dictionary = DictionaryBox(self)
        self.dictionary.named.connect(lambda name: self.send(ChooseFeature(FeatureName(name))))
        self.bar.row.add(self.dictionary)
        self.open = self.bar.button(self.tr("Open a dictionary…"), self._open)
        self.read = self.bar.button(self.tr("Read the text"), self._read)
        self.read.setObjectName("primary")
        self.file = self.bar.button(self.tr("Read a file…"), self._read_file)
        self.compute = self.bar.button(self.tr("Compute"), self._compute)
        self.off = self.bar.button(self.tr("Switch off"), self._switch_off)
        set_tip(
            self.off,
            self.tr("Zero it at every position: it is added to the interventions, where it can be turned up too"),
        )
        self.table = FeaturesTable(self, self._choose)
        self.shading = Shading(self)
        self.own = NotesPanel(self, self._keep)
        self._lay_out()

    def _lay_out(self) -> None:
        """List and page side by side, or one above the other."""
        self.body = QWidget(self)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(10)
        self.page = QWidget(self.body)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        at = self.column.indexOf(self.panel)
        self.column.removeWidget(self.panel)
        column.addWidget(self.own)
        column.addWidget(self.shading, 5)
        column.addWidget(self.panel, 2)
        column.addStretch()
        self._sides.addWidget(self.table, 2)
        self._sides.addWidget(self.page, 3)
        self.column.insertWidget(at, self.body, 1)

    # -- what is shown -------------------------------------------------------------------------------------------

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> FeaturesFrame:
        value = {option.name: option_value(cls, ui, option.name) for option in cls.options}
        return features_frame(run, ui, own_options(cls, ui), value)

    @classmethod
    def wants(cls, frame: FeaturesFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    @classmethod
    def begins(cls, frame: FeaturesFrame) -> Question | None:
        """What a figure asks: the text first, then what the list is of."""
        if frame.index is not None and not frame.index.made and frame.page in (options.ACTIVE, options.FEEDS):
            return frame.reads
        return frame.begins if frame.contrast is None else None

    @classmethod
    def lacks(cls, frame: FeaturesFrame) -> bool:
        here, effect = frame.by == options.HERE, frame.by == options.EFFECT
        missing = (here and frame.firing is None) or (effect and frame.effects is None)
        return missing and frame.info is not None and frame.position >= 0 and not frame.refused

    def paint(self, frame: FeaturesFrame, theme: Theme) -> None:
        put_on(self.table, theme)
        waiting = self.bar.waiting
        done = isinstance(waiting, AskIndex) and frame.index is not None and frame.index.made
        if done or frame.refused or (waiting == frame.begins and frame.contrast is not None):
            self.bar.waiting = None
        super().paint(frame, theme)
        self._show_controls(frame)

    def _show_controls(self, frame: FeaturesFrame) -> None:
        there = frame.info is not None
        self.dictionary.show_infos(frame.infos, frame.info)
        self.open.setEnabled(frame.has_model)
        index = frame.index
        unread = there and index is not None and not index.made
        for button in (self.read, self.file):
            button.setVisible(unread)
            button.setEnabled(not isinstance(self.bar.waiting, AskIndex))
        self.off.setVisible(there and frame.feature >= 0)
        off = self.tr("Switch off {feature}").format(feature=f"F{frame.feature}")
        self.off.setText(off)
        self.off.setAccessibleName(off)
        self.compute.setVisible(frame.begins is not None and not self.still)
        said = self.tr("Compare the text sets") if frame.by == options.CONTRAST else self.tr("Estimate the effects")
        self.compute.setText(said)
        self.compute.setAccessibleName(said)
        shown = FIELDS.get(frame.by, ("find",)) + (("typed",) if frame.page == options.TRY else ())
        self.bar.fields.show_only(shown if there else ())
        self.bar.fields.setVisible(there and not self.still)
        self.bar.show_fields(frame.ui)

    def show_charts(self, frame: FeaturesFrame, wanted: bool) -> None:
        """List and page, of which the charts are a part."""
        there = wanted and frame.info is not None
        self.body.setVisible(there)
        self.table.setVisible(there and not self.still)
        self.table.show_frame(frame)
        has = frame.feature >= 0
        self.own.setVisible(has and not self.still)
        self.own.show_note(frame.note, self._automatic(frame))
        contexts = frame.contexts if frame.page == options.ACTIVE else None
        self.shading.show_painted(
            Painted(contexts, frame.range, frame.tried, frame.vocabulary, frame.number("largest", frame.feature)),
            self.look,
        )
        super().show_charts(frame, there and has)
        self._arrange()

    def has_charts(self, frame: FeaturesFrame) -> bool:
        if frame.page == options.ACTIVE:
            return frame.contexts is not None and bool(frame.contexts.groups)
        return frame.reading is not None if frame.page in (options.WRITES, options.FEEDS) else False

    def nothing_to_see(self, frame: FeaturesFrame) -> str:
        said = self.instead(frame)
        shown = self.has_charts(frame) or frame.tried is not None
        return said or ("" if shown else self.notes(frame) or self.heading(frame))

    def draw_charts(self, frame: FeaturesFrame) -> None:
        with self.drawing() as grid:
            if frame.page == options.ACTIVE and frame.contexts is not None:
                charts.draw_histogram(grid, 0, frame.contexts, self.colours)
                return
            if frame.reading is None:
                return
            pairs, room = words.bars_of(frame), self.page.height() / self.em - 8
            rows = -(-len(pairs) // 2)
            count = max(3, min(10, int(room / rows / ROW_EM) - 1))
            grid.share(columns={0: 3, 1: 1, 2: 3, 3: 1})
            for at, (bars, of) in enumerate(pairs):
                choose = None if of is None else (lambda row, of=of: self._choose_part(of, row))
                charts.draw_bars(grid, 2 * (at // 2), at % 2, bars, count, self.colours, choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if self.painted is not None and self.painted.reading is not None:
            self.redraw()

    def _arrange(self) -> None:
        wide = self.still or self.width() > WIDE * self.height()
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: FeaturesFrame) -> str:
        return words.heading(frame)

    def notes(self, frame: FeaturesFrame) -> str:
        return words.notes(frame, isinstance(self.bar.waiting, AskIndex))

    def alarms(self, frame: FeaturesFrame) -> bool:
        return bool(frame.refused or frame.why_none)

    def instead(self, frame: FeaturesFrame) -> str:
        return words.instead(frame)

    @staticmethod
    def _automatic(frame: FeaturesFrame) -> str:
        labels = frame.index.labels if frame.index is not None else ()
        return labels[frame.feature] if 0 <= frame.feature < len(labels) else ""

    def as_table(self, frame: FeaturesFrame) -> SaveTable | None:
        if frame.info is None or not len(frame.listed.features):
            return None
        columns, rows = rows_for_file(frame)
        about = (("dictionary", frame.info.title), ("sha256", frame.info.sha256), ("list", frame.by))
        return SaveTable(self.name, columns, rows, about)

    def has_numbers(self, frame: FeaturesFrame) -> bool:
        return frame.info is not None and bool(len(frame.listed.features))

    def finish_figure(self) -> None:
        super().finish_figure()
        self.table.hide()
        self.own.hide()
        if self.painted is not None:
            self.redraw()

    # -- gestures ------------------------------------------------------------------------------------------------

    def _choose(self, feature: int) -> None:
        if self.painted is not None and self.painted.info is not None and feature != self.painted.feature:
            self.send(ChooseFeature(FeatureName(self.painted.info.name, feature)))

    def _choose_part(self, of: str, row: int) -> None:
        """Choose what a bar stands for, in every view."""
        frame = self.painted
        if frame is None or frame.reading is None:
            return
        if of == "neurons":
            self.send(ChooseNeuron(*frame.reading.neurons[row]))
        elif of == "heads":
            self.send(ChooseHead(*frame.reading.heads[row]))
        else:
            others = frame.contexts.partners if of == "partners" and frame.contexts is not None else frame.reading.near
            self._choose(int(others[row]))

    def _switch_off(self) -> None:
        frame = self.painted
        if frame is None or frame.info is None or frame.feature < 0:
            return
        info, largest = frame.info, max(0.0, frame.number("largest", frame.feature))  # 0 where it is not known
        share = frame.reading.relative if frame.reading is not None else 0.0
        change = FeatureChange(info.name, info.sha256, info.hook, frame.feature, "zero", largest, share, strength=0.0)
        self.send(PutOnBoard(change))

    def _keep(self, note: Note) -> None:
        if self.painted is not None and self.painted.info is not None:
            self.send(AskLab(KeepNote(self.painted.info.sha256, note), again=True))

    def _read(self) -> None:
        if self.painted is not None and self.painted.reads is not None:
            self.ask(self.painted.reads)
            self._show_controls(self.painted)

    def _read_file(self) -> None:
        path = ask_path.open_file(self, self.tr("Read a text"), self.tr("Text (*.txt);;All files (*)"))
        frame = self.painted
        if path and frame is not None and frame.reads is not None:
            self.send(SetOption(self.name, "file", path))
            self.send(SetOption(self.name, "text", options.FILE))
            self.ask(AskIndex(frame.reads.dictionary, path, frame.reads.tokens, make=True))

    def _compute(self) -> None:
        if self.painted is not None and self.painted.begins is not None:
            self.ask(self.painted.begins)

    def _open(self) -> None:
        kinds = self.tr("Dictionaries (*.safetensors *.npz);;All files (*)")
        path = ask_path.open_file(self, self.tr("Open a dictionary"), kinds)
        if path:
            self.send(ChooseFeature(FeatureName(str(Path(path)))))
