"""A watch over features: rules that mark tokens while the model writes, and can stop it.

Rules are made with buttons from the selected feature, or found by a decision tree from two sets of texts; they are
kept as a line of text, which may be typed as well.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from engine.questions import Question
from engine.run import Run
from viz.charts import rules_text
from viz.charts.aim import Cells
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import nice_ceiling
from viz.charts.rank_table import put_on
from viz.charts.rulers import categories
from viz.intents import Intent, LookAt, SaveTable, SetOption, StopWhen, ask_labs
from viz.joined import listed, sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.watch import settings, words
from viz.labs.watch.alarms import AlarmsTable
from viz.labs.watch.watch_frame import WatchFrame, term_of, watch_frame
from viz.plain import set_tip
from viz.theme import Theme
from viz.token_text import shown_all
from viz.ui_state import UiState
from viz.view import own_options

WIDE = 1.2  # times as wide as high: the list stands beside the chart


class WatchView(LabChartView):
    """See the module."""

    name = settings.VIEW
    title = QT_TRANSLATE_NOOP("WatchView", "Watch over features")
    tab = QT_TRANSLATE_NOOP("WatchView", "Watch")
    subtitle = QT_TRANSLATE_NOOP("WatchView", "Rules that mark tokens while the model writes")
    keywords = (
        QT_TRANSLATE_NOOP("WatchView", "monitor"),
        QT_TRANSLATE_NOOP("WatchView", "alarm"),
        QT_TRANSLATE_NOOP("WatchView", "decision tree"),
        QT_TRANSLATE_NOOP("WatchView", "stop when"),
        QT_TRANSLATE_NOOP("WatchView", "sparse autoencoder"),
    )
    area = "centre"
    order = 86
    figure_needs = "model"
    figure_seconds = 2.0
    tip = QT_TRANSLATE_NOOP(
        "WatchView",
        "Rules on the activations of features, or a decision tree over them, that mark tokens while the model writes "
        "and can stop it.",
    )
    options = settings.OPTIONS

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("name", QT_TRANSLATE_NOOP("WatchView", "as its feature"), 0, 0),
            Field("positive", QT_TRANSLATE_NOOP("WatchView", "a folder, a file, or texts with | between"), 1, 0, 2),
            Field("negative", QT_TRANSLATE_NOOP("WatchView", "the same"), 1, 1, 2),
        )
        super().__init__(parent, fields)
        self.painted: WatchFrame | None = None
        self.new = self.bar.button(self.tr("New rule"), functools.partial(self._add, "new"))
        self.both = self.bar.button(self.tr("… and"), functools.partial(self._add, "and"))
        self.either = self.bar.button(self.tr("… or"), functools.partial(self._add, "or"))
        self.remove = self.bar.button(self.tr("Remove the last rule"), self._remove)
        self.train = self.bar.button(self.tr("Train a tree"), self._train)
        self.keep = self.bar.button(self.tr("Add the tree as a rule"), self._keep)
        self.table = AlarmsTable(self, lambda position: self.send(LookAt(position)))
        self.body = QWidget(self)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(10)
        at = self.column.indexOf(self.panel)
        self.column.removeWidget(self.panel)
        self._sides.addWidget(self.panel, 3)
        self._sides.addWidget(self.table, 2)
        self.column.insertWidget(at, self.body, 1)
        set_tip(self.new, self.tr("A rule on the selected feature, with the condition above."))
        set_tip(self.both, self.tr("The last rule holds only where this condition does, too."))
        set_tip(self.either, self.tr("The last rule holds where this condition does, as well."))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> WatchFrame:
        return watch_frame(run, ui, own_options(cls, ui))

    @classmethod
    def wants(cls, frame: WatchFrame) -> Sequence[Intent]:
        stop = () if frame.watching or not frame.has_model else (StopWhen(frame.watch),)
        return (*ask_labs(*frame.wanted, in_turn=True), *stop)

    @classmethod
    def figure_wants(cls, frame: WatchFrame) -> Sequence[Intent]:
        return ask_labs(*frame.wanted)

    @classmethod
    def lacks(cls, frame: WatchFrame) -> bool:
        return (
            frame.of_file and bool(frame.rules) and bool(len(frame.token_ids)) and not np.isfinite(frame.values).any()
        )

    def paint(self, frame: WatchFrame, theme: Theme) -> None:
        if frame.tree is not None or frame.refused:
            self.bar.waiting = None
        can_add = term_of(frame) is not None
        put_on(self.table, theme)
        self.new.setEnabled(can_add)
        self.both.setEnabled(can_add and bool(frame.written))
        self.either.setEnabled(can_add and bool(frame.written))
        self.remove.setEnabled(bool(frame.written))
        self.train.setEnabled(frame.ask_tree is not None)
        self.keep.setEnabled(frame.tree is not None and bool(frame.tree.rule.ways))
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    # -- the chart -----------------------------------------------------------------------------------------------

    def has_charts(self, frame: WatchFrame) -> bool:
        return bool(frame.rules) and bool(len(frame.token_ids))

    def show_charts(self, frame: WatchFrame, wanted: bool) -> None:
        """Chart and list, side by side where there is the width."""
        there = wanted and self.has_charts(frame)
        self.body.setVisible(there)
        self.table.setVisible(there and not self.still)
        self.table.show_frame(frame)
        super().show_charts(frame, wanted)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.still or self.width() > WIDE * self.height()
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def finish_figure(self) -> None:
        super().finish_figure()
        self.table.hide()

    def draw_charts(self, frame: WatchFrame) -> None:
        with self.drawing() as grid:
            if not self.has_charts(frame):
                return
            known = frame.values[np.isfinite(frame.values)]
            high = nice_ceiling(float(known.max()) if len(known) else 0.0)
            colouring = grid.colour_bar(0, 0, Bar(Colouring(self.colours.ramp, self.colours.raised, high),
                                                  self.tr("activation"), free=True))  # fmt: skip
            plot = grid.plot(1, 0)
            texts = tuple(shown_all(frame.vocabulary, list(frame.token_ids)))
            rows = (*(rule.name for rule in frame.rules), *frame.features)
            plot.show_axes(
                categories(texts, self.tr("token"), chosen=frame.position if frame.position >= 0 else None),
                categories(rows, down=True, quiet=frozenset(range(len(frame.rules), len(rows)))),
            )
            plot.at_most(high=2.6 * len(rows))
            empty = np.full((len(frame.rules), len(texts)), np.nan, np.float32)
            plot.heat(np.concatenate([empty, frame.values]), colouring, parted=True)
            for row, marks in enumerate(frame.marks):
                at = np.flatnonzero(marks)
                colour = self.colours.categories[row % len(self.colours.categories)]
                plot.points(at, np.full(len(at), row), colour, symbol="s", size=1.0)
            plot.aim(
                Cells(len(rows), len(texts), cross=True), lambda cell: words.cell_words(frame, *cell),
                choose=lambda cell: self.send(LookAt(cell[1])),
                chosen=(0, frame.position) if frame.position >= 0 else None,
            )  # fmt: skip

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: WatchFrame) -> str:
        if frame.watch is not None:
            return self.tr("Watched; the run stops where a rule holds")
        return self.tr("Watched while the run is written") if frame.rules else self.tr("Nothing is watched yet")

    def notes(self, frame: WatchFrame) -> str:
        if not frame.has_model:
            return self.tr("Load a model to watch its features.")
        if frame.refused:
            return frame.refused
        if frame.info is None:
            return (
                self.tr("Looking for dictionaries.")
                if frame.wanted
                else self.tr("There is no dictionary of this model yet. Train one, or open a published one.")
            )
        lost = ""
        if frame.lost:
            lost = self.tr("No dictionary of this model reads what these rules are about: {rules}.").format(
                rules=listed(frame.lost)
            )
        if not frame.rules:
            lost = sentences(
                lost,
                self.tr("Select a feature in “Features” and press “New rule”, or train a tree on two sets of texts.")
                if frame.feature.index < 0
                else self.tr("Press “New rule” to watch {feature}, or train a tree on two sets of texts.").format(
                    feature=frame.feature
                ),
            )
        waiting = self.tr("Training. Progress and Cancel are in the status line.") if self.bar.waiting else ""
        tree = waiting
        if frame.tree is not None:
            rule = words.tree_rule(frame.tree, rules_text.place_of(frame.info))
            tree = sentences(rule, words.tree_words(frame.tree))
        return sentences(words.marked(frame), lost, tree, words.rules_in_words(frame))

    def alarms(self, frame: WatchFrame) -> bool:
        return bool(frame.refused)

    def as_table(self, frame: WatchFrame) -> SaveTable | None:
        if not self.has_charts(frame):
            return None
        texts = shown_all(frame.vocabulary, list(frame.token_ids))
        columns = ("position", "token", *(f"rule {it.name}" for it in frame.rules), *frame.features)
        rows: tuple[tuple[str | int | float, ...], ...] = tuple(
            (at, text, *(int(it) for it in frame.marks[:, at]), *(float(it) for it in frame.values[:, at]))
            for at, text in enumerate(texts)
        )
        return SaveTable(self.name, columns, rows, (("rules", rules_text.written(frame.written)),))

    def has_numbers(self, frame: WatchFrame) -> bool:
        return self.has_charts(frame)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _set_rules(self, rules: Sequence[rules_text.Written]) -> None:
        self.send(SetOption(self.name, "rules", rules_text.written(rules)))

    def _add(self, how: str) -> None:
        frame = self.painted
        term = term_of(frame) if frame is not None else None
        if frame is not None and term is not None:
            self._set_rules(rules_text.joined(frame.written, str(frame.value("name")), term, how))

    def _remove(self) -> None:
        if self.painted is not None:
            self._set_rules(self.painted.written[:-1])

    def _train(self) -> None:
        question: Question | None = self.painted.ask_tree if self.painted is not None else None
        if question is not None:
            self.ask(question)

    def _keep(self) -> None:
        frame = self.painted
        if frame is not None and frame.tree is not None and frame.info is not None:
            name = rules_text.clean(str(frame.value("name"))) or self.tr("tree")
            made = rules_text.of_tree(frame.tree.rule, name, rules_text.place_of(frame.info))
            self._set_rules((*frame.written, made))
