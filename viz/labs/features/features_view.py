"""The features of a sparse dictionary of the loaded model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.dictionaries.records import DictionaryInfo, FeatureName
from engine.labs.features.records import AskDictionaries, AskDictionary, Dictionaries, OneDictionary
from engine.questions import Question, Refused
from engine.run import Run
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import percent
from viz.in_language import in_language
from viz.intents import Intent, ask_labs
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.ui_state import UiState


@dataclass(frozen=True)
class FeaturesFrame:
    """What is known of the dictionary that is looked at."""

    has_model: bool
    feature: FeatureName
    info: DictionaryInfo | None
    refused: str
    question: Question | None


class FeaturesView(LabChartView):
    """See the module."""

    name = "features"
    title = QT_TRANSLATE_NOOP("FeaturesView", "Features of a dictionary")
    tab = QT_TRANSLATE_NOOP("FeaturesView", "Features")
    subtitle = QT_TRANSLATE_NOOP("FeaturesView", "What each direction answers to")
    keywords = (
        QT_TRANSLATE_NOOP("FeaturesView", "sparse autoencoder"),
        QT_TRANSLATE_NOOP("FeaturesView", "SAE"),
        QT_TRANSLATE_NOOP("FeaturesView", "dictionary"),
        QT_TRANSLATE_NOOP("FeaturesView", "feature dashboard"),
        QT_TRANSLATE_NOOP("FeaturesView", "Neuronpedia"),
    )
    area = "centre"
    order = 80
    figure_needs = "model"
    figure_seconds = 1.0
    tip = QT_TRANSLATE_NOOP(
        "FeaturesView", "The sparse dictionary of the loaded model that is looked at, and how well it does."
    )

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> FeaturesFrame:
        if run.info is None:
            return FeaturesFrame(False, ui.feature, None, "", None)
        named = bool(ui.feature.dictionary)
        question = AskDictionary(ui.feature.dictionary) if named else AskDictionaries()
        found = run.findings.get(question)
        if isinstance(found, Refused):
            return FeaturesFrame(True, ui.feature, None, found.sentence, None)
        if isinstance(found, OneDictionary):
            return FeaturesFrame(True, ui.feature, found.info, found.why_not, None)
        if isinstance(found, Dictionaries):
            fits = next((info for info, why in zip(found.infos, found.why_not, strict=True) if not why), None)
            return FeaturesFrame(True, ui.feature, fits, "", None)
        return FeaturesFrame(True, ui.feature, None, "", question)

    @classmethod
    def wants(cls, frame: FeaturesFrame) -> Sequence[Intent]:
        return ask_labs(frame.question)

    def has_charts(self, frame: FeaturesFrame) -> bool:
        return False

    def heading(self, frame: FeaturesFrame) -> str:
        return frame.info.title if frame.info is not None else ""

    def notes(self, frame: FeaturesFrame) -> str:
        if frame.refused:
            return frame.refused
        info = frame.info
        if info is None:
            return ""
        width = self.tr("{n} features of {where}.").format(n=f"{info.width:,}", where=in_language(info.hook.in_words))
        scores = self.tr("Explained variance {explained}, loss recovered {recovered}, dead {dead}.").format(
            explained=percent(info.scores.explained), recovered=percent(info.scores.recovered),
            dead=percent(info.scores.dead),
        )  # fmt: skip
        return sentences(width, scores, info.note)

    def alarms(self, frame: FeaturesFrame) -> bool:
        return bool(frame.refused)

    def instead(self, frame: FeaturesFrame) -> str:
        if not frame.has_model:
            return self.tr("Load a model to see the features of its dictionaries.")
        if frame.question is not None:
            return self.tr("Looking for dictionaries.")
        if frame.info is None and not frame.refused:
            return self.tr("There is no dictionary of this model yet. Train one, or open a published one.")
        return ""
