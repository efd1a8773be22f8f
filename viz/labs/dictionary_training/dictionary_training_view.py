"""Train a sparse dictionary on any layer of the loaded model and watch it: curves, what it costs the model, features.

The training goes on in the engine, a slice of about a second at a time; its state stays there, so a pause is that
nothing is asked, and going on changes no bit. Curves, histograms and contexts come with every slice.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.dictionary_training.records import DiscardTraining, SaveDictionary, TrainDictionary
from engine.run import Run
from viz import ask_path
from viz.charts.chart_view import ChartView
from viz.intents import AskLab, GoOn, Intent, Rest, SaveTable, SetOption, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.dictionary_training import options as choice
from viz.labs.dictionary_training import words
from viz.labs.dictionary_training.contexts import Contexts
from viz.labs.dictionary_training.controls import Controls
from viz.labs.dictionary_training.table import training_table
from viz.labs.dictionary_training.training_frame import TrainingFrame, training_frame
from viz.question import DESTROYS, agreed
from viz.ui_state import UiState

WIDE, MIDDLE = 66, 44  # em of width from which on there are three columns of charts, and two
FIGURES, CHART = 6, 11  # em of height of the large figures, and of a chart with its axes, at least
CONTEXTS = 0.36  # of the height, at most, for the features as they form


class DictionaryTrainingView(ChartView):
    """See the module."""

    name = choice.OWNER
    title = QT_TRANSLATE_NOOP("DictionaryTrainingView", "Dictionary training")
    tab = QT_TRANSLATE_NOOP("DictionaryTrainingView", "Training")
    subtitle = QT_TRANSLATE_NOOP("DictionaryTrainingView", "A sparse autoencoder, trained before your eyes")
    keywords = (
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "sparse autoencoder"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "SAE"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "TopK"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "dead latents"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "loss recovered"),
        QT_TRANSLATE_NOOP("DictionaryTrainingView", "training"),
    )
    area = "centre"
    order = 20
    tip = QT_TRANSLATE_NOOP(
        "DictionaryTrainingView",
        "Train a sparse dictionary on the activations of any layer, and watch its features form and what the model "
        "loses when it is spliced in.",
    )
    options = choice.OPTIONS
    figure_lines = 900

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: TrainingFrame | None = None
        self._columns = 0
        self.controls, self.contexts = Controls(self), Contexts(self)
        self.column.insertWidget(0, self.controls)
        self.column.addWidget(self.contexts)
        controls = self.controls
        controls.train.clicked.connect(self._train)
        controls.rewind.clicked.connect(self._rewind)
        controls.save.clicked.connect(self._save_dictionary)
        controls.discard.clicked.connect(self._discard)
        controls.browse.clicked.connect(self._browse)
        controls.typed.connect(lambda name, text: self.send(SetOption(self.name, name, text)))
        controls.resumed.connect(self._take_up)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> TrainingFrame:
        return training_frame(run, ui)

    @classmethod
    def wants(cls, frame: TrainingFrame) -> Sequence[Intent]:
        return (*frame.chosen, *ask_labs(*frame.questions))

    @classmethod
    def figure_wants(cls, frame: TrainingFrame) -> Sequence[Intent]:
        """A figure, or a step of a lesson, trains what takes about a minute; of the rest it shows what was trained."""
        little = frame.is_little and not frame.why_not and frame.following is not None
        return (GoOn(frame.following),) if little and frame.following is not None else ()

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: TrainingFrame) -> str:
        return words.heading(frame)

    def notes(self, frame: TrainingFrame) -> str:
        return words.notes(frame)

    def alarms(self, frame: TrainingFrame) -> bool:
        return bool(frame.why_not or frame.not_saved or (frame.trained is not None and frame.trained.problem))

    def instead(self, frame: TrainingFrame) -> str:
        if frame.has_charts:
            return ""
        said = words.notes(frame)
        if frame.going or frame.trained is not None or frame.why_not:
            return said or self.tr("Preparing the text …")
        begin = self.tr("Choose what the dictionary reads and how it is trained, then press “Train”.")
        return f"{begin}\n{said}" if said and not self.still else begin

    # -- drawing -------------------------------------------------------------------------------------------------

    def show_charts(self, frame: TrainingFrame, wanted: bool) -> None:
        self.controls.show_frame(frame)
        self._columns = self._fitting_columns()
        super().show_charts(frame, wanted)
        self._show_contexts(frame, wanted)

    def draw_charts(self, frame: TrainingFrame) -> None:
        from viz.labs.dictionary_training.drawing import draw_training  # with pyqtgraph, not before there is a chart

        rows = FIGURES + CHART * -(-6 // self._columns)
        self.panel.setMinimumHeight(0 if self.still else round(rows * self.em))  # a dock that is lower scrolls
        if frame.trained is not None:
            with self.drawing() as grid:
                draw_training(grid, frame.trained, self.colours, self._columns)

    def _fitting_columns(self) -> int:
        wide = self.width() / self.em
        return 3 if wide >= WIDE or self.still else 2 if wide >= MIDDLE else 1

    def _show_contexts(self, frame: TrainingFrame, wanted: bool) -> None:
        most = CONTEXTS * (self.height() if self.still else self._seen_height())
        self.contexts.show_features(frame.forming if wanted else (), self.look, self.width() - 1.2 * self.em, most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.painted is not None and self.painted.has_charts:
            if self._columns != self._fitting_columns():
                self.redraw()
            else:
                self._show_contexts(self.painted, True)

    def as_table(self, frame: TrainingFrame) -> SaveTable | None:
        return training_table(frame)

    def has_numbers(self, frame: TrainingFrame) -> bool:
        return frame.has_charts

    # -- gestures ------------------------------------------------------------------------------------------------

    def _train(self) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.going:
            self.send(Rest(TrainDictionary))
        elif frame.following is not None:
            self.send(GoOn(frame.following))

    def _rewind(self) -> None:
        """Begin another attempt at step 0, and wait there; minutes of work are not given up without a question."""
        frame = self.painted
        if frame is None or frame.recipe is None:
            return
        question = self.tr("Back to step 0?")
        more = self.tr("What was trained since is lost. Dictionaries that were saved stay.")
        begun = max(frame.step, frame.resumes_at) > 0
        if begun and not agreed(self, self.translated_title(), question, more, self.tr("Rewind"), DESTROYS):
            return
        self.send(Rest(TrainDictionary))
        self.send(choice.choose(choice.ATTEMPT, frame.attempt + 1))
        self.send(AskLab(TrainDictionary(frame.recipe, fresh=True, attempt=frame.attempt + 1, seconds=0.0), again=True))

    def _save_dictionary(self) -> None:
        frame = self.painted
        if frame is None or frame.recipe is None:
            return
        self.send(choice.choose(choice.SAVING, frame.step))
        self.send(AskLab(SaveDictionary(frame.recipe, frame.typed[1].strip(), frame.step), again=True))

    def _discard(self) -> None:
        frame = self.painted
        if frame is None or frame.recipe is None:
            return
        question = self.tr("Forget this training?")
        more = self.tr("Dictionaries that were saved stay.")
        if agreed(self, self.translated_title(), question, more, self.tr("Discard"), DESTROYS):
            self.send(Rest(TrainDictionary))
            self.send(choice.choose(choice.ATTEMPT, frame.attempt + 1))
            self.send(AskLab(DiscardTraining(frame.recipe, frame.attempt), again=True))

    def _browse(self) -> None:
        path = ask_path.open_file(self, self.tr("Text of your own"), self.tr("Texts (*.txt);;All files (*)"))
        if path:
            self.send(choice.choose(choice.FILE, path))

    def _take_up(self, at: int) -> None:
        """Make the settings those of an earlier training, which can then be gone on with."""
        frame = self.painted
        if frame is not None and 0 <= at < len(frame.begun):
            for intent in choice.settings_of(frame.begun[at].recipe):
                self.send(intent)

    def finish_figure(self) -> None:
        super().finish_figure()
        self.controls.hide()
