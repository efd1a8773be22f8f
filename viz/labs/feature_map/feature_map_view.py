"""How a dictionary's features lie to each other: the graph around one, the directions of all, and the way to their map.

Links by direction are shown at once; for the others a text is read when a person asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from engine.dictionaries.records import DictionaryInfo, FeatureName
from engine.labs.feature_map.records import points_of
from engine.labs.probes.records import AskFeatureAlong
from engine.questions import Question
from engine.records import EMBEDDING
from engine.run import Run
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.intents import (
    ChooseFeature,
    ColourAlong,
    Intent,
    SaveTable,
    SetOption,
    ShowSpace,
    ShowViews,
    ask_labs,
)
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.feature_map import settings
from viz.labs.feature_map.drawing import draw_directions, draw_graph, link_name, median, name_of, number
from viz.labs.feature_map.feature_map_frame import FeatureMapFrame, feature_map_frame, table_of
from viz.labs.feature_map.targets import Part
from viz.plain import set_tip
from viz.theme import Theme
from viz.ui_state import UiState


class FeatureMapView(LabChartView):
    """See the module."""

    name = settings.OWNER
    title = QT_TRANSLATE_NOOP("FeatureMapView", "Map of features")
    tab = QT_TRANSLATE_NOOP("FeatureMapView", "Feature map")
    subtitle = QT_TRANSLATE_NOOP("FeatureMapView", "Which features are linked with which")
    keywords = (
        QT_TRANSLATE_NOOP("FeatureMapView", "feature graph"),
        QT_TRANSLATE_NOOP("FeatureMapView", "decoder cosine"),
        QT_TRANSLATE_NOOP("FeatureMapView", "co-firing"),
        QT_TRANSLATE_NOOP("FeatureMapView", "sparse autoencoder"),
        QT_TRANSLATE_NOOP("FeatureMapView", "UMAP"),
    )
    area = "centre"
    order = 82
    figure_needs = "model"
    figure_seconds = 3.0
    tip = QT_TRANSLATE_NOOP(
        "FeatureMapView",
        "The features linked with one of them: by their directions, by firing together, or because one promotes the "
        "tokens that the other answers to.",
    )
    options = settings.OPTIONS
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, (Field("text", QT_TRANSLATE_NOOP("FeatureMapView", "the bundled novels")),))
        self.painted: FeatureMapFrame | None = None
        self.read = self.bar.button(self.tr("Read the text"), self._read)
        set_tip(self.read, self.tr("Run the text through the model and keep which features are active where"))
        self.to_map = self.bar.button(self.tr("Show on the large map"), self._show_on_map)
        set_tip(
            self.to_map,
            self.tr(
                "Open the directions of all features in the meaning space: UMAP and other layouts, coloured by how "
                "often a feature is active and more. A click on a point there chooses its feature."
            ),
        )
        self.all_to_map = self.bar.button(self.tr("All layers on the large map"), self._show_all_on_map)
        set_tip(
            self.all_to_map,
            self.tr("The same with the features of all dictionaries of this model, coloured by their layers"),
        )

        self.colour = self.bar.button(self.tr("Colour the map along it"), self._colour_map)
        set_tip(
            self.colour,
            self.tr(
                "Colour the points of the meaning space by where they lie along what this feature adds: hidden states, "
                "or tokens"
            ),
        )

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> FeatureMapFrame:
        return feature_map_frame(run, ui)

    @classmethod
    def wants(cls, frame: FeatureMapFrame) -> Sequence[Intent]:
        return ask_labs(*frame.others, *(() if frame.question in frame.others else (frame.question,)))

    @classmethod
    def begins(cls, frame: FeatureMapFrame) -> Question | None:
        return frame.waits

    def has_charts(self, frame: FeatureMapFrame) -> bool:
        return frame.graph is not None or frame.geometry is not None

    def paint(self, frame: FeatureMapFrame, theme: Theme) -> None:
        if frame.fired is not None or frame.refused:
            self.bar.waiting = None
        super().paint(frame, theme)

    # -- words -----------------------------------------------------------------------------------------------------

    def heading(self, frame: FeatureMapFrame) -> str:
        if frame.info is None:
            return ""
        if frame.page == settings.DIRECTIONS:
            return self.tr("{n} directions of {title}").format(n=f"{frame.info.width:,}", title=frame.info.title)
        feature = name_of(frame, frame.feature)
        return self.tr("Around {feature} of {title}").format(feature=feature, title=frame.info.title)

    def notes(self, frame: FeatureMapFrame) -> str:
        if frame.refused:
            return frame.refused
        if frame.graph is not None:
            return self._graph_words(frame)
        if frame.geometry is not None:
            return self._direction_words(frame)
        if frame.waits is not None:
            if self.bar.waiting is not None:
                return self.tr("Reading the text …")
            return self.tr(
                "“Read the text” runs {n} tokens through the model, to see which features are active where."
            ).format(n=f"{frame.waits.tokens:,}")
        return ""

    def alarms(self, frame: FeatureMapFrame) -> bool:
        return bool(frame.refused)

    def instead(self, frame: FeatureMapFrame) -> str:
        if not frame.has_model:
            return self.tr("Load a model to see how the features of its dictionaries are linked.")
        if not frame.looked:
            return self.tr("Looking for dictionaries.")
        if frame.info is None and not frame.refused:
            return self.tr("There is no dictionary of this model yet. Train one, or open a published one.")
        return ""

    def _graph_words(self, frame: FeatureMapFrame) -> str:
        graph, info = frame.graph, frame.info
        assert graph is not None  # noqa: S101  by the caller
        assert info is not None  # noqa: S101  by the caller
        if len(graph.features) == 1:
            none = self.tr("No feature is linked so strongly with F{feature}: lower “Links from”.")
            return none.format(feature=frame.feature)
        said = self.tr(
            "{above} of {n} features are linked with it more strongly than chance gives ({link} {chance}); the {m} "
            "strongest are shown."
        ).format(
            above=f"{graph.above:,}", n=f"{info.width - 1:,}", link=link_name(graph.link),
            chance=number(graph.link, graph.chance), m=len(graph.features) - 1,
        )  # fmt: skip
        over = ""
        if graph.positions and frame.fired is not None:
            over = self.tr("Over {n} positions of {title}.").format(n=f"{graph.positions:,}", title=frame.fired.title)
        cut = self.tr("{n} weaker links are left out.").format(n=f"{graph.left_out:,}") if graph.left_out else ""
        first = "" if frame.chosen else self.tr("No feature is chosen, so this is the first.")
        return sentences(said, over, cut, first)

    def _direction_words(self, frame: FeatureMapFrame) -> str:
        found = frame.geometry
        assert found is not None  # noqa: S101  by the caller
        return self.tr(
            "Half of the features have a nearest other direction at a cosine above {nearest} (random directions "
            "{random}), and a share of a dimension above {own} to themselves (random {own_random}; {d} dimensions for "
            "{n} features leave {mean} for each)."
        ).format(
            nearest=median(found.nearest), random=median(found.nearest_random), own=median(found.own),
            own_random=median(found.own_random), d=f"{found.d:,}", n=f"{found.n:,}",
            mean=number("cosine", found.d / found.n),
        )  # fmt: skip

    # -- drawing ---------------------------------------------------------------------------------------------------

    def show_charts(self, frame: FeatureMapFrame, wanted: bool) -> None:
        self.bar.show_fields(frame.ui)
        reads = frame.page == settings.GRAPH and frame.link != "cosine"
        self.bar.fields.setVisible(reads)
        self.read.setVisible(reads)
        self.read.setEnabled(self.bar.waiting is None and frame.reading is not None and frame.fired is None)
        self.to_map.setEnabled(frame.info is not None and not frame.refused)
        self.colour.setVisible(frame.page == settings.GRAPH)
        self.colour.setEnabled(frame.graph is not None)
        self.all_to_map.setVisible(len(frame.all_infos) > 1)
        self.bar.setVisible(wanted and frame.info is not None and not self.still)
        super().show_charts(frame, wanted)

    def draw_charts(self, frame: FeatureMapFrame) -> None:
        with self.drawing() as grid:
            if frame.graph is not None:
                draw_graph(grid, frame, frame.graph, self.colours, self._choose)
            elif frame.geometry is not None:
                draw_directions(grid, frame.geometry, self.colours)

    def as_table(self, frame: FeatureMapFrame) -> SaveTable | None:
        if frame.graph is None or frame.info is None:
            return super().as_table(frame)
        columns = ("from", "to", frame.graph.link, "cosine", "correlation", "lift", "trigger share")
        about = (("dictionary", frame.info.title), ("chance", repr(frame.graph.chance)))
        return SaveTable(self.name, columns, table_of(frame), about)

    def _choose(self, part: Part) -> None:
        frame = self.painted
        if frame is not None and frame.graph is not None and frame.info is not None and part.kind == "feature":
            feature = int(frame.graph.features[part.number])
            self.send(ChooseFeature(FeatureName(frame.info.name, feature)))

    def _show_on_map(self) -> None:
        if self.painted is not None and self.painted.info is not None:
            self._open([self.painted.info])

    def _show_all_on_map(self) -> None:
        if self.painted is not None:
            self._open(self.painted.all_infos)

    def _colour_map(self) -> None:
        frame = self.painted
        if frame is None or frame.info is None:
            return
        if frame.space.kind == "points":  # these are no vectors that a feature adds to
            self.send(ShowSpace(EMBEDDING))
        space = EMBEDDING if frame.space.kind == "points" else frame.space
        self.send(ColourAlong(AskFeatureAlong(space, FeatureName(frame.info.name, frame.feature))))
        self.send(SetOption("meaning_space", "colour", "direction"))
        self.send(ShowViews("features", ("meaning_space",)))

    def _open(self, infos: Sequence[DictionaryInfo]) -> None:
        self.send(ShowSpace(points_of(infos)))
        self.send(ShowViews("features", ("meaning_space",)))

    def _read(self) -> None:
        if self.painted is not None and self.painted.reading is not None:
            self.ask(self.painted.reading)
