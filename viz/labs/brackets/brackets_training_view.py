"""Train a bracket net and watch it learn: loss, legal mass, accuracy by depth and length, its states and its attention.

A training goes on in the engine, a slice of seconds at a time, and is saved after each, so that pausing and going on
change nothing. Its name is its recipe: the same recipe goes on where it was. Before a training is begun, the view shows
the stored checkpoints of the shipped net in the same way; the slider goes along either.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.labs.brackets.questions import ListNets
from engine.labs.brackets.records import Quality
from engine.records import F32
from engine.run import Run
from viz.charts.aim import Columns
from viz.charts.chart_view import ChartView
from viz.charts.keys import Key
from viz.charts.numbers import percent, with_percent
from viz.charts.rulers import Ruler
from viz.intents import AskLab, GoOn, Intent, Rest, SetOption, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets import training_frame as data
from viz.labs.brackets import training_words as words
from viz.labs.brackets.state_pane import Pictured, StatePane
from viz.labs.brackets.training_controls import TrainingControls
from viz.labs.brackets.training_frame import TrainingFrame, training_frame
from viz.theme import Theme
from viz.ui_state import UiState

if TYPE_CHECKING:
    from viz.charts.plots import Plot

STEPS, STEP_MS = 8, 40  # of a morph from one moment to the next
LOWEST = -4.5  # log10 of the smallest illegal probability that is told apart
DECADES = range(-4, 1)  # powers of ten


def _decades() -> tuple[tuple[float, str], ...]:
    """The numbers of the scale's marks."""
    return tuple((float(power), with_percent(f"{100 * 10.0**power:g}")) for power in DECADES)


class BracketsTrainingView(ChartView):
    """The training; see the module."""

    name = data.OWNER
    title = QT_TRANSLATE_NOOP("BracketsTrainingView", "Brackets: training")
    tab = QT_TRANSLATE_NOOP("BracketsTrainingView", "Training")
    subtitle = QT_TRANSLATE_NOOP("BracketsTrainingView", "Watch it learn, or replay its training")
    keywords = (
        QT_TRANSLATE_NOOP("BracketsTrainingView", "learning curve"),
        QT_TRANSLATE_NOOP("BracketsTrainingView", "loss"),
        QT_TRANSLATE_NOOP("BracketsTrainingView", "checkpoints"),
        QT_TRANSLATE_NOOP("BracketsTrainingView", "toy model"),
        QT_TRANSLATE_NOOP("BracketsTrainingView", "training"),
    )
    area = "centre"
    order = 61
    figure_needs = "engine"
    figure_seconds = 1.0
    tip = QT_TRANSLATE_NOOP(
        "BracketsTrainingView",
        "Train a small model to close brackets correctly and watch it learn, or replay the training of the bundled "
        "one.",
    )
    options = data.OPTIONS
    figure_lines = 700

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: TrainingFrame | None = None
        self._way: tuple[F32, F32] | None = None  # where the points of the cloud come from, and where they go
        self._mix = 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._morph)
        self._reach = {True: (1.0, 0.0), False: (1.0, 0.0)}  # by depth, by length: the deepest, and the lowest share
        self.controls, self.pane = TrainingControls(self), StatePane(self)
        self.column.insertWidget(0, self.controls)
        self.column.removeWidget(self.panel)
        body = QHBoxLayout()
        body.addWidget(self.panel, 46)
        body.addWidget(self.pane, 54)
        self.column.addLayout(body, 1)
        self.controls.start.clicked.connect(self._start)
        self.controls.pause.clicked.connect(self._pause)
        self.controls.stop.clicked.connect(self._stop)
        self.controls.moment_chosen.connect(lambda moment: self.send(SetOption(self.name, data.MOMENT.name, moment)))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> TrainingFrame:
        return training_frame(run, ui)

    @classmethod
    def wants(cls, frame: TrainingFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    def paint(self, frame: TrainingFrame, theme: Theme) -> None:
        before, stood = self.painted, self.pane.points
        super().paint(frame, theme)
        if not self.still:
            self._begin_morph(before, frame, stood)
        self.controls.show_frame(frame)

    def _begin_morph(self, before: TrainingFrame | None, frame: TrainingFrame, stood: F32 | None) -> None:
        """The points move from where they stood to where they stand now, where it is the same strings."""
        old, new, to = before.cloud if before is not None else None, frame.cloud, self.pane.points
        if new is None or old is None or old is new:
            return
        self._timer.stop()
        self._way = None
        if stood is None or to is None or stood.shape != to.shape or not np.array_equal(old.depth, new.depth):
            return
        if self.isVisible():
            self._way, self._mix = (stood, to), 0.0
            self.pane.move_points(stood)
            self._timer.start()

    def _morph(self) -> None:
        self._mix = min(1.0, self._mix + 1.0 / STEPS)
        if self._way is None:
            return
        start, end = self._way
        if self._mix >= 1.0:
            self._end_morph()
            return
        eased = self._mix * self._mix * (3 - 2 * self._mix)
        self.pane.move_points(np.asarray(start + (end - start) * np.float32(eased), np.float32))

    def _end_morph(self) -> None:
        self._timer.stop()
        if self._way is not None:
            self.pane.move_points(self._way[1])
        self._way = None

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: TrainingFrame) -> str:
        return words.state_words(frame)

    def notes(self, frame: TrainingFrame) -> str:
        return frame.why_not or words.speed_words(frame)

    def alarms(self, frame: TrainingFrame) -> bool:
        return bool(frame.why_not)

    def spoken(self, frame: TrainingFrame) -> str:
        return words.state_words(frame)

    # -- drawing -------------------------------------------------------------------------------------------------

    def show_charts(self, frame: TrainingFrame, wanted: bool) -> None:
        known = bool(frame.curve) or frame.quality is not None or len(frame.losses) > 0
        super().show_charts(frame, wanted and known)
        cloud, attention = frame.cloud, frame.attention
        instead = frame.why_not or self.tr("Placing the hidden states …")
        trained = frame.trained_length or (int(cloud.length.max()) if cloud is not None else 0)
        self.pane.show_states(
            Pictured(
                cloud, trained, words.cloud_words(frame), instead=instead,
                attention=None if attention is None else attention.attn, attention_title=words.attention_words(frame),
            ),
            self.look,
        )  # fmt: skip

    def draw_charts(self, frame: TrainingFrame) -> None:
        colours = self.colours
        losses = (Key(self.tr("each step"), colours.muted), Key(self.tr("held-out strings"), colours.path))
        faults = (
            Key(self.tr("probability on invalid symbols"), colours.error),
            Key(self.tr("wrong top prediction"), colours.warning, dash=1),
        )
        shares = (
            Key(self.tr("probability on valid symbols"), colours.good),
            Key(self.tr("accuracy"), colours.warning, dash=1),
        )
        with self.drawing() as grid:
            grid.key(0, 0, losses, columns=2)
            loss, mass = grid.plot(1, 0, 1, 2), grid.plot(3, 0, 1, 2)
            self._draw_loss(loss, frame, losses)
            grid.key(2, 0, faults, columns=2)
            self._draw_mass(mass, frame, faults)
            grid.link([loss, mass])
            if frame.quality is None:
                grid.words(4, 0, self.tr("Measuring on held-out strings …"), colour=colours.muted, columns=2)
            else:
                grid.key(4, 0, shares, columns=2)
            self._draw_quality(grid.plot(5, 0), frame.quality, True, shares)
            self._draw_quality(grid.plot(5, 1), frame.quality, False, shares)

    def _draw_loss(self, plot: Plot, frame: TrainingFrame, keys: Sequence[Key]) -> None:
        """Loss of single steps, and on held-out strings."""
        steps, curve = frame.losses, frame.curve
        values = [v for v in (steps[:, 1], curve.get("held_out_loss", np.empty(0))) if len(v)]
        high = max((float(np.nanmax(v)) for v in values), default=1.5)
        low = min((float(np.nanmin(v)) for v in values), default=0.0) * 0.95
        plot.show_axes(
            Ruler(0.0, frame.span, self.tr("examples"), lines=False), Ruler(low, high, self.tr("loss, nats per token"))
        )
        plot.line(steps[:, 0], steps[:, 1], keys[0].colour, width=0.07, name=keys[0].name)
        if "examples" in curve:
            plot.line(curve["examples"], curve["held_out_loss"], keys[1].colour, name=keys[1].name)
        self._mark_moment(plot, frame)

    def _draw_mass(self, plot: Plot, frame: TrainingFrame, keys: Sequence[Key]) -> None:
        """Illegal probability on a logarithmic scale: legal mass is what is missing to 1."""
        name = self.tr("on held-out strings, logarithmic (1 − probability on valid symbols)")
        plot.show_axes(
            Ruler(0.0, frame.span, self.tr("examples"), lines=False), Ruler(LOWEST, 0.0, name, marks=_decades())
        )
        curve = frame.curve
        if "examples" in curve:
            faults = [1.0 - curve["legal_mass"], 1.0 - curve["accuracy"]]
            for key, fault in zip(keys, faults, strict=True):
                plot.line(
                    curve["examples"], np.log10(np.maximum(fault, 10**LOWEST)), key.colour, dash=key.dash, name=key.name
                )
            plot.aim(
                Columns(curve["examples"]),
                lambda at: "\n".join(
                    [words.examples_words(float(curve["examples"][at]))]
                    + [f"{key.name} {percent(float(fault[at]))}" for key, fault in zip(keys, faults, strict=True)]
                ),
            )
        self._mark_moment(plot, frame)

    def _mark_moment(self, plot: Plot, frame: TrainingFrame) -> None:
        """The moment looked at."""
        if frame.examples > 0 or frame.moment >= 0:
            plot.limit(frame.examples, colour=self.colours.accent, dash=0)

    def _draw_quality(self, plot: Plot, quality: Quality | None, depth: bool, keys: Sequence[Key]) -> None:
        """How often the likeliest outcome is legal, by depth or by length; axes alone while it is measured."""
        drawn: list[tuple[Key, data.F64]] = []
        xs = np.empty(0)
        if quality is not None:
            count = quality.depth_count if depth else quality.pairs_count
            xs = np.flatnonzero(count > 0).astype(np.float64)
            mass = quality.depth_mass if depth else quality.pairs_mass
            right = quality.depth_accuracy if depth else quality.pairs_accuracy
            drawn = [(key, values[count > 0]) for key, values in zip(keys, (mass, right), strict=True)]
        if len(xs):
            low = min(float(np.nanmin(values)) for _, values in drawn)
            self._reach[depth] = (max(float(xs.max()), 1.0), next((f for f in (0.99, 0.9, 0.5) if low >= f), 0.0))
        most, floor = self._reach[depth]
        name = self.tr("depth") if depth else self.tr("pairs in the string")
        title = self.tr("by depth") if depth else self.tr("by length")
        plot.show_axes(Ruler(0.0, most, name, lines=False), Ruler(floor, 1.0 + 0.02 * (1.0 - floor), title))
        for key, values in drawn:
            plot.line(xs, values, key.colour, dash=key.dash, name=key.name)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        if self.painted is not None:
            self.send(SetOption(self.name, data.MOMENT.name, -1))
            self.send(GoOn(self.painted.next_slice))

    def _pause(self) -> None:
        if self.painted is not None:
            self.send(Rest(type(self.painted.next_slice)))

    def _stop(self) -> None:
        """End it, and put the best net so far to the test."""
        frame = self.painted
        if frame is None:
            return
        self._pause()
        if frame.mine:
            self.send(AskLab(ListNets(turn=frame.next_slice.turn + 1)))
            self.send(choice.choose(choice.NET, f"mine/{frame.next_slice.name}"))

    def finish_figure(self) -> None:
        super().finish_figure()
        self.controls.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        self._end_morph()
        super().hideEvent(event)
