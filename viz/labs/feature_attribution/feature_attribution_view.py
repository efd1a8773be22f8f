"""Which features made a token: a graph over positions and layers that ends at the token.

The button asks about the token at the position looked at, whose graph then stays while nodes, and with them other
positions, are selected. A click on a node selects its feature and position in every view; the node can be switched off
in the model itself, and features can be put into groups that stand as one node.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QSlider, QWidget

from engine.labs.feature_attribution.records import FEATURE
from engine.questions import Question
from engine.run import Run
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import percent
from viz.intents import AskLab, ChooseFeature, Intent, LookAt, PutOnBoard, SaveTable, SetOption, ask_labs
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.feature_attribution import groups, settings, table, words
from viz.labs.feature_attribution.attribution_frame import (
    AttributionFrame,
    attribution_frame,
    feature_of,
    key_of,
)
from viz.labs.feature_attribution.changes import changes
from viz.labs.feature_attribution.graph import name_of
from viz.plain import Label, set_tip
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import own_options


class FeatureAttributionView(LabChartView):
    """See the module."""

    name = settings.VIEW
    title = QT_TRANSLATE_NOOP("FeatureAttributionView", "Features that made a token")
    tab = QT_TRANSLATE_NOOP("FeatureAttributionView", "Attribution")
    subtitle = QT_TRANSLATE_NOOP("FeatureAttributionView", "A graph over positions and layers")
    keywords = (
        QT_TRANSLATE_NOOP("FeatureAttributionView", "attribution graph"),
        QT_TRANSLATE_NOOP("FeatureAttributionView", "circuit"),
        QT_TRANSLATE_NOOP("FeatureAttributionView", "sparse autoencoder"),
        QT_TRANSLATE_NOOP("FeatureAttributionView", "gradient times activation"),
        QT_TRANSLATE_NOOP("FeatureAttributionView", "Neuronpedia"),
    )
    area = "centre"
    order = 84
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 12.0
    figure_lines = 760
    tip = QT_TRANSLATE_NOOP(
        "FeatureAttributionView",
        "Which features of sparse dictionaries made a token, through which later ones, and how much of it the "
        "dictionaries do not see.",
    )
    options = settings.OPTIONS

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("token", QT_TRANSLATE_NOOP("FeatureAttributionView", "the most likely token"), 0, 0),
            Field("against", QT_TRANSLATE_NOOP("FeatureAttributionView", "all others"), 0, 1),
            Field("group", QT_TRANSLATE_NOOP("FeatureAttributionView", "name of a group"), 0, 2),
        )
        super().__init__(parent, fields)
        self.painted: AttributionFrame | None = None
        self._over = -1
        self.run = self.bar.button(self.tr("Attribute"), self._ask)
        self.share_label = Label(parent=self.bar)
        self.slider = QSlider(Qt.Orientation.Horizontal, self.bar)
        self.slider.setRange(round(100 * settings.SHARE.low), round(100 * settings.SHARE.high))
        self.slider.setMinimumWidth(110)
        self.slider.setAccessibleName(self.translated(settings.SHARE.label))
        set_tip(self.slider, self.translated(settings.SHARE.tip))
        self.slider.valueChanged.connect(lambda value: self._set("share", value / 100))
        self.bar.row.add(self.share_label)
        self.bar.row.add(self.slider)
        self.off = self.bar.button(self.tr("Switch off"), self._switch_off)
        set_tip(self.off, self.tr("Run the model without the selected node or group, nothing held."))
        self.list = self.bar.button(self.tr("Add to interventions"), self._put_on_list)
        set_tip(self.list, self.tr("Add the selected features to the interventions, switched off at their positions."))
        self.join = self.bar.button(self.tr("Put into the group"), functools.partial(self._group, True))
        self.leave = self.bar.button(self.tr("Take out of its group"), functools.partial(self._group, False))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> AttributionFrame:
        return attribution_frame(run, ui, own_options(cls, ui))

    @classmethod
    def wants(cls, frame: AttributionFrame) -> Sequence[Intent]:
        return ask_labs(*frame.wanted)

    @classmethod
    def begins(cls, frame: AttributionFrame) -> Question | None:
        return frame.question if frame.found is None and not frame.refused else None

    @classmethod
    def lacks(cls, frame: AttributionFrame) -> bool:
        return frame.lacks

    def paint(self, frame: AttributionFrame, theme: Theme) -> None:
        if frame.found is not None or frame.refused:
            self.bar.waiting = None
        if self._over >= (len(frame.graph.nodes) if frame.graph is not None else 0):
            self._over = -1
        self._show_controls(frame)
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    def _show_controls(self, frame: AttributionFrame) -> None:
        share = float(str(frame.value(settings.SHARE)))
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(100 * share))
        self.share_label.setText(self.tr("Share shown: {share}").format(share=percent(share)))
        self.run.setEnabled(frame.asks is not None and not frame.lacks)
        self.off.setEnabled(frame.off is not None)  # grey, it would send the keyboard elsewhere
        features = self._chosen_features(frame)
        name = groups.clean(str(frame.value(settings.GROUP)))
        self.list.setEnabled(bool(features))
        self.join.setEnabled(bool(features and name))
        self.leave.setEnabled(any(groups.group_of(frame.groups, it) for it in features))

    # -- the graph -----------------------------------------------------------------------------------------------

    def has_charts(self, frame: AttributionFrame) -> bool:
        return frame.graph is not None and bool(frame.graph.nodes)

    def draw_charts(self, frame: AttributionFrame) -> None:
        from viz.labs.feature_attribution.drawing import draw  # with pyqtgraph, which takes its time

        with self.drawing() as grid:
            if frame.found is not None and frame.graph is not None:
                over = -1 if self.still else self._over
                draw(grid, frame, frame.found, frame.graph, self.look, over, self._point, self._choose)

    def _point(self, at: int | None) -> None:
        over = -1 if at is None else at
        if over != self._over:
            self._over = over
            self.redraw()

    def _choose(self, at: int) -> None:
        found, graph = (None, None) if self.painted is None else (self.painted.found, self.painted.graph)
        if found is None or graph is None or at >= len(graph.nodes):
            return
        node, sizes = graph.nodes[at], np.abs(found.effects)
        member = max(node.members, key=lambda it: float(sizes[it]))
        self._set("node", key_of(found, member))
        self.send(ChooseFeature(feature_of(found, member)))
        self.send(LookAt(node.position))

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: AttributionFrame) -> str:
        return words.heading(frame)

    def notes(self, frame: AttributionFrame) -> str:
        if frame.refused:
            return frame.refused
        if not frame.has_model:
            return self.tr("Load a model to see which features made a token.")
        if frame.position < 0:
            return self.tr("There is no text yet. Type a prompt and run it first.")
        if frame.no_dictionary:
            return self.tr("There is no dictionary of this model yet. Train one, or open a published one.")
        if frame.wanted:
            return self.tr("Looking for dictionaries.")
        if frame.asks is None and frame.found is None:
            return self.tr("Nothing stands before the first token. Select a later one.")
        if frame.lacks:
            return self.tr("This run was opened from a file: let the loaded model take it over first.")
        if frame.found is None:
            if self.bar.waiting is not None:
                return self.tr("Measuring. Progress and Cancel are in the status line.")
            return self.tr(
                "Press “Attribute”: one pass through the model, one back for each node that is followed, and one for "
                "each feature that is switched off. This takes some seconds, with a hundred tokens half a minute."
            )
        return sentences(words.off_words(frame), words.notes(frame))

    def alarms(self, frame: AttributionFrame) -> bool:
        return bool(frame.refused or frame.off_refused)

    def as_table(self, frame: AttributionFrame) -> SaveTable | None:
        if frame.found is None:
            return None
        return SaveTable(self.name, table.COLUMNS, table.rows(frame.found, frame.groups, frame.vocabulary))

    def has_numbers(self, frame: AttributionFrame) -> bool:
        return frame.found is not None

    # -- gestures ------------------------------------------------------------------------------------------------

    def _set(self, name: str, value: object) -> None:
        self.send(SetOption(self.name, name, value))

    def _ask(self) -> None:
        frame = self.painted
        if frame is not None and frame.asks is not None:
            self._set("at", frame.position)
            self.ask(frame.asks)

    def _switch_off(self) -> None:
        if self.painted is not None and self.painted.off is not None:
            self.send(AskLab(self.painted.off, again=True))

    def _put_on_list(self) -> None:
        frame = self.painted
        if frame is not None and frame.found is not None and frame.off is not None:
            for change in changes(frame.found, frame.off.nodes):
                self.send(PutOnBoard(change))

    def _chosen_features(self, frame: AttributionFrame) -> tuple[str, ...]:
        """The names of the features of the chosen node."""
        found, graph = frame.found, frame.graph
        if found is None or graph is None or frame.chosen < 0:
            return ()
        node = graph.nodes[frame.chosen]
        return tuple(name_of(found, at) for at in node.members) if node.kind == FEATURE else ()

    def _group(self, joins: bool) -> None:
        frame = self.painted
        if frame is not None and (features := self._chosen_features(frame)):
            name = str(frame.value(settings.GROUP)) if joins else ""
            self._set("groups", groups.written(groups.put(frame.groups, name, features)))
