"""Published dictionaries: open one from this computer or the hub, see whether it fits, measure it, keep a copy.

Nothing is fetched, read or measured unasked: each step has its button.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.dictionaries.records import FeatureName
from engine.questions import Question
from engine.run import Run
from viz.ask_path import open_folder
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.intents import ChooseFeature, SetOption, ShowViews
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.published import settings, words
from viz.labs.published.drawing import draw_losses
from viz.labs.published.published_frame import PublishedFrame, published_frame
from viz.plain import set_tip
from viz.theme import Theme
from viz.ui_state import UiState


class PublishedView(LabChartView):
    """See the module."""

    name = settings.OWNER
    title = QT_TRANSLATE_NOOP("PublishedView", "Published dictionaries")
    tab = QT_TRANSLATE_NOOP("PublishedView", "Published")
    subtitle = QT_TRANSLATE_NOOP("PublishedView", "Open one and measure it")
    keywords = (
        QT_TRANSLATE_NOOP("PublishedView", "sparse autoencoder"),
        QT_TRANSLATE_NOOP("PublishedView", "SAELens"),
        QT_TRANSLATE_NOOP("PublishedView", "Gemma Scope"),
        QT_TRANSLATE_NOOP("PublishedView", "pretrained"),
        QT_TRANSLATE_NOOP("PublishedView", "loss recovered"),
    )
    area = "centre"
    order = 81
    figure_needs = "run"
    tip = QT_TRANSLATE_NOOP(
        "PublishedView",
        "Open a published dictionary from a folder or the hub, see whether it fits the loaded model, and measure how "
        "much of the loss it recovers.",
    )
    options = settings.OPTIONS
    figure_lines = 420

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field(
                "path", QT_TRANSLATE_NOOP("PublishedView", "folder with cfg.json, params.npz, ae.safetensors …"), 0, 0
            ),
            Field("repo", QT_TRANSLATE_NOOP("PublishedView", "owner/name"), 1, 0),
            Field("folder", QT_TRANSLATE_NOOP("PublishedView", "layer_20/width_16k/…"), 2, 0),
        )
        super().__init__(parent, fields)
        self.painted: PublishedFrame | None = None
        self.browse = self.bar.button(self.tr("Browse…"), self._browse)
        set_tip(self.browse, self.tr("Choose the folder of a dictionary"))
        self.fetch = self.bar.button(self.tr("Fetch"), self._fetch)
        set_tip(self.fetch, self.tr("Bring the dictionary from the hub into the cache"))
        self.open = self.bar.button(self.tr("Open"), lambda: self._step("opening"))
        set_tip(self.open, self.tr("Read the dictionary and hold it against the loaded model"))
        self.measure = self.bar.button(self.tr("Measure"), lambda: self._step("measuring"))
        set_tip(self.measure, self.tr("Run text through the model with the dictionary in it, and with a control"))
        self.keep = self.bar.button(self.tr("Keep a copy"), lambda: self._step("keeping"))
        set_tip(self.keep, self.tr("Save it among Orrery's dictionaries with the scores that were measured"))
        self.use = self.bar.button(self.tr("Show its features"), self._use)
        set_tip(self.use, self.tr("Make it the dictionary that every view of features shows"))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> PublishedFrame:
        return published_frame(run, ui)

    @classmethod
    def begins(cls, frame: PublishedFrame) -> Question | None:
        return frame.measuring if frame.path and frame.measured is None and not frame.refused else None

    def has_charts(self, frame: PublishedFrame) -> bool:
        return frame.measured is not None

    def paint(self, frame: PublishedFrame, theme: Theme) -> None:
        if self.bar.waiting in frame.answered:
            self.bar.waiting = None
        super().paint(frame, theme)

    # -- words -----------------------------------------------------------------------------------------------------

    def heading(self, frame: PublishedFrame) -> str:
        return words.heading(frame.opened.info) if frame.opened is not None else self.tr("No dictionary is open")

    def notes(self, frame: PublishedFrame) -> str:
        if frame.refused:
            return frame.refused
        if self.bar.waiting is not None:
            return self.tr("Working …")
        if frame.opened is None:
            return self.tr(
                "Name the folder or file of a dictionary in the format of SAELens, Gemma Scope, OpenAI or "
                "dictionary_learning (safetensors or npz), then press “Open”. Pickled files are not opened."
            )
        measured = frame.measured
        told = words.facts(frame.opened, 1.0 if measured is None else measured.factor)
        scores = "" if measured is None else words.scores(measured)
        kept = "" if frame.kept is None else self.tr("A copy is kept: {path}").format(path=frame.kept.info.name)
        return sentences(scores, told, kept)

    def alarms(self, frame: PublishedFrame) -> bool:
        return bool(frame.refused)

    def instead(self, frame: PublishedFrame) -> str:
        return "" if frame.has_model else self.tr("Load a model to open published dictionaries of it.")

    # -- drawing ---------------------------------------------------------------------------------------------------

    def show_charts(self, frame: PublishedFrame, wanted: bool) -> None:
        self.bar.show_fields(frame.ui)
        hub = frame.source == settings.HUB
        self.bar.fields.show_only(("repo", "folder") if hub else ("path",))
        self.bar.setVisible(wanted and not self.still)
        free = self.bar.waiting is None
        self.browse.setVisible(not hub)
        self.fetch.setVisible(hub)
        self.fetch.setEnabled(free and frame.fetching is not None and bool(frame.fetching.repo))
        self.open.setEnabled(free and bool(frame.path))
        self.measure.setEnabled(free and frame.usable)
        self.keep.setEnabled(free and frame.measured is not None and frame.kept is None)
        self.use.setEnabled(free and frame.usable and not self._unscaled(frame))
        super().show_charts(frame, wanted)

    @staticmethod
    def _unscaled(frame: PublishedFrame) -> bool:
        """Whether it can only be used as a kept copy, which has the factor that was measured."""
        return frame.opened is not None and frame.opened.lacks_factor and frame.kept is None

    def draw_charts(self, frame: PublishedFrame) -> None:
        with self.drawing() as grid:
            if frame.measured is not None:
                draw_losses(grid, frame.measured, self.colours)

    # -- buttons ---------------------------------------------------------------------------------------------------

    def _browse(self) -> None:
        path = open_folder(self, self.tr("Folder of a dictionary"))
        if path:
            self.send(SetOption(self.name, "path", path))

    def _fetch(self) -> None:
        if self.painted is not None and self.painted.fetching is not None:
            self.ask(self.painted.fetching)

    def _step(self, which: str) -> None:
        if self.painted is not None:
            self.ask(getattr(self.painted, which))

    def _use(self) -> None:
        frame = self.painted
        if frame is None or frame.opened is None:
            return
        info = frame.opened.info if frame.kept is None else frame.kept.info
        self.send(ChooseFeature(FeatureName(info.name)))
        self.send(ShowViews("features", ("features",)))
