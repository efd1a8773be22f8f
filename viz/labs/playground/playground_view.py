"""The playground: a small net that learns what it is shown, in pictures, and whose weights are turned by hand.

Training goes on in the engine, a slice of some hundredths of a second at a time; all that is shown follows from the
weights by plain numpy, so a weight that is turned is seen at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.playground.questions import OpenNet, ReadPoints, TrainNet
from engine.nets.records import F64
from engine.run import Run
from viz import ask_path
from viz.charts.chart_panel import ChartPanel
from viz.charts.late_charts import LateChartsView
from viz.charts.net_pane import NetPane, Shown
from viz.intents import AskLab, GoOn, Intent, Rest, SetOption, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.playground import options as choice
from viz.labs.playground import words
from viz.labs.playground.controls import Controls, WeightRow
from viz.labs.playground.curves import draw_curves
from viz.labs.playground.formula_box import FormulaBox
from viz.labs.playground.past_row import PastRow
from viz.labs.playground.places import Places, answers, bounds, movable, moved, place_of, seen
from viz.labs.playground.playground_frame import PlaygroundFrame, playground_frame
from viz.labs.playground.saving import asked_to_save
from viz.theme import Theme
from viz.ui_state import UiState

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

NARROW = 44  # em of width below which a figure shows net and plane alone
NUDGE = 0.05  # that a key moves a point by
FOREVER = 10**9  # weights that are turned hold until the training goes on
TALL = 34  # em of height from which on the truth stands below the net's answer


class PlaygroundView(LateChartsView):
    """See the module."""

    name = choice.OWNER
    title = QT_TRANSLATE_NOOP("PlaygroundView", "Playground: a neural net")
    tab = QT_TRANSLATE_NOOP("PlaygroundView", "Neural net")
    subtitle = QT_TRANSLATE_NOOP("PlaygroundView", "Train it, turn its weights by hand")
    keywords = (
        QT_TRANSLATE_NOOP("PlaygroundView", "neural network"),
        QT_TRANSLATE_NOOP("PlaygroundView", "multilayer perceptron"),
        QT_TRANSLATE_NOOP("PlaygroundView", "backpropagation"),
        QT_TRANSLATE_NOOP("PlaygroundView", "gradient descent"),
        QT_TRANSLATE_NOOP("PlaygroundView", "toy model"),
        QT_TRANSLATE_NOOP("PlaygroundView", "weights"),
    )
    area = "centre"
    order = 71
    tip = QT_TRANSLATE_NOOP(
        "PlaygroundView",
        "Watch a neural net learn regions of a plane or a function, and turn each of its weights by hand while the "
        "picture follows.",
    )
    options = choice.OPTIONS
    figure_lines = 760

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: PlaygroundFrame | None = None
        self._values: tuple[F64, ...] = ()
        self._neuron = (-1, -1)  # whose picture is shown large
        self._turned: dict[int, float] | None = None  # sent, and in no frame yet
        self._held: int | None = None  # which of the points of “nearest point” the keys move
        self.controls, self.pane, self.weight = Controls(self), NetPane(self), WeightRow(self)
        self.past = PastRow(self)
        self.plane = ChartPanel(self, self.tr("The net's answer"))
        self.truth = ChartPanel(self, self.tr("The truth"))
        self.text = FormulaBox(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column.insertWidget(0, self.controls)
        self.column.removeWidget(self.panel)
        left = QVBoxLayout()
        left.addWidget(self.pane, 3)
        left.addWidget(self.text, 2)
        left.addWidget(self.weight)
        left.addWidget(self.past)
        middle = QVBoxLayout()
        middle.addWidget(self.plane, 3)
        middle.addWidget(self.truth, 2)
        body = QHBoxLayout()
        body.setSpacing(10)
        body.addLayout(left, 46)
        body.addLayout(middle, 32)
        body.addWidget(self.panel, 26)
        self.column.addLayout(body, 1)

    def _connect(self) -> None:
        controls = self.controls
        controls.train.clicked.connect(self._train)
        controls.step.clicked.connect(self._step)
        controls.rewind.clicked.connect(self._rewind)
        controls.fresh.clicked.connect(self._fresh)
        controls.pen_chosen.connect(lambda index: self.send(choice.choose(choice.PEN, index)))
        controls.typed.connect(lambda name, text: self.send(SetOption(self.name, name, text)))
        controls.undo.clicked.connect(lambda: self._undraw(1))
        controls.clear.clicked.connect(lambda: self._undraw(0))
        controls.csv.clicked.connect(self._open_points)
        controls.open.clicked.connect(self._open_net)
        controls.save.clicked.connect(self._save_net)
        controls.formula.toggled.connect(lambda on: self.send(choice.choose(choice.FORMULA, on)))
        self.pane.chosen.connect(lambda place: self.send(choice.choose(choice.WEIGHT, place)))
        self.pane.turned.connect(self._turn_by)
        self.pane.looked_at.connect(self._look_at)
        self.weight.turned.connect(self._turn_to)
        self.past.moved.connect(self._go_back_to)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> PlaygroundFrame:
        return playground_frame(run, ui)

    @classmethod
    def wants(cls, frame: PlaygroundFrame) -> Sequence[Intent]:
        rest = (Rest(TrainNet),) if frame.idle else ()  # else it began by itself with the first points
        return (*rest, *frame.settings, *ask_labs(*frame.questions))

    def paint(self, frame: PlaygroundFrame, theme: Theme) -> None:
        self._turned = None
        super().paint(frame, theme)
        self.controls.show_frame(frame, theme)
        self.weight.show_frame(frame)
        self.past.show_frame(frame)
        self.text.setVisible(bool(frame.formula))
        if frame.formula:
            self.text.show_formula(frame.formula, frame.whole_formula)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: PlaygroundFrame) -> str:
        return words.heading(frame)

    def notes(self, frame: PlaygroundFrame) -> str:
        """A figure is passed on, and tells nobody where a person keeps a net."""
        return words.notes(replace(frame, saved="") if self.still else frame)

    def alarms(self, frame: PlaygroundFrame) -> bool:
        beginning = frame.own and frame.there is None and not frame.file_refused
        return bool(frame.why_not) and not beginning  # which is no mistake

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw_parts(self, frame: PlaygroundFrame, wanted: bool) -> None:
        net, weights, pictures = frame.net, frame.weights, frame.pictures
        net_shown = None
        if net is not None and weights is not None and pictures is not None:
            net_shown = Shown(net, weights, pictures, frame.chosen, self._values, names=frame.data.names)
        self.pane.show_net(net_shown, self.look)
        self._fit()
        self._draw_planes(frame)

    def show_charts(self, frame: PlaygroundFrame, wanted: bool) -> None:
        """A figure of one column of a paper has no room for curves as well."""
        super().show_charts(frame, wanted and not self._is_narrow)

    @property
    def _is_narrow(self) -> bool:
        return self.still and self.width() < NARROW * self.em

    def draw_charts(self, frame: PlaygroundFrame) -> None:
        with self.drawing() as grid:
            draw_curves(grid, frame, self.look)

    def _draw_planes(self, frame: PlaygroundFrame) -> None:
        for panel, draw in ((self.plane, self._draw_plane), (self.truth, self._draw_truth)):
            if not panel.isHidden():
                with panel.drawing(self.colours, self.still) as grid:
                    draw(grid, frame)

    def _draw_plane(self, grid: ChartGrid, frame: PlaygroundFrame) -> None:
        from viz.labs.playground.planes import draw_plane  # with pyqtgraph, not before there is a chart

        self._aim(draw_plane(grid, frame, self.look, self._neuron, 0.6 if self._is_narrow else 1.0), frame)

    def _draw_truth(self, grid: ChartGrid, frame: PlaygroundFrame) -> None:
        from viz.labs.playground.planes import draw_truth

        draw_truth(grid, frame, self.look)

    # -- pointing ------------------------------------------------------------------------------------------------

    def _aim(self, plot: Plot, frame: PlaygroundFrame) -> None:
        where = bounds(frame.there)
        plot.aim(
            Places(where.left, where.right, where.low, where.high, own=movable(frame)),
            lambda at: self._words_at(frame, at),
            point=self._point,
            choose=self._draw_at if frame.own else self._hold if frame.data.kind == "attractors" else None,
            browse=True,
        )
        if len(movable(frame)) and not self.still:
            from viz.charts.handles import Handles

            plot.item(Handles).take(plot, self._drag)

    def _words_at(self, frame: PlaygroundFrame, at: tuple[float, float] | int) -> str:
        x, y = place_of(frame, at)
        said = words.point_words(frame, *seen(frame, (x, y)), answers(frame, (x, y)))
        return f"{words.movable_words(at)}\n{said}" if isinstance(at, int) else said

    def _point(self, at: tuple[float, float] | int | None) -> None:
        """Every neuron shows what it answers at the place that is pointed at."""
        frame = self.painted
        self._values = answers(frame, place_of(frame, at)) if frame is not None and at is not None else ()
        self.pane.show_values(self._values)

    def _look_at(self, layer: int, unit: int) -> None:
        """Show a neuron's picture large while it is pointed at."""
        frame = self.painted
        if frame is not None and frame.net is not None and not frame.data.is_function:
            self._neuron = (layer, unit) if layer < len(frame.net.sizes) - 1 else (-1, -1)
            self._draw_planes(frame)

    # -- training ------------------------------------------------------------------------------------------------

    def _train(self) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.going:
            self.send(Rest(TrainNet))
        elif frame.following is not None:
            self._resume(frame)
            self.send(GoOn(frame.following))

    def _step(self) -> None:
        frame = self.painted
        if frame is not None and frame.following is not None:
            self._resume(frame)
            self.send(AskLab(replace(frame.following, steps=1), again=True))

    def _resume(self, frame: PlaygroundFrame) -> None:
        """From now, past the last step too; weights turned by hand hold on screen until the training has answered."""
        if frame.turned and frame.following is not None:
            kept = choice.turned_text(frame.following.turn, dict(frame.turned))
            self.send(choice.choose(choice.TURNED, kept))
        self._go_back_to(-1)
        if frame.done and frame.following is not None:
            self.send(choice.choose(choice.LAST, frame.following.last))

    def _go_back_to(self, step: int) -> None:
        """Show the net as it was after so many steps; -1: as it is now."""
        frame = self.painted
        if frame is not None and (step >= 0 or frame.moment >= 0):
            if frame.going and step >= 0:
                self.send(Rest(TrainNet))
            self.send(choice.choose(choice.MOMENT, step))

    def _rewind(self) -> None:
        frame = self.painted
        if frame is not None:
            attempt = frame.following.attempt if frame.following is not None else frame.attempt
            self._begin(choice.choose(choice.ATTEMPT, attempt + 1))

    def _fresh(self) -> None:
        if self.painted is not None:
            seed = choice.choose(choice.SEED, (self.painted.seed + 1) % 1_000_000)
            self._begin(choice.choose(choice.START, ""), seed)

    def _begin(self, *settings: SetOption) -> None:
        """End the training, and begin another one with these settings."""
        self.send(Rest(TrainNet))
        self._go_back_to(-1)
        for setting in (choice.choose(choice.TURNED, ""), choice.choose(choice.TRAINED, 0), *settings):
            self.send(setting)

    # -- by hand -------------------------------------------------------------------------------------------------

    def _turn_to(self, value: float) -> None:
        frame = self.painted
        if frame is None or frame.chosen < 0 or frame.moment >= 0:  # what is past stays as it was
            return
        if frame.going:
            self.send(Rest(TrainNet))
        turned = self._turned if self._turned is not None else dict(frame.turned)
        turned[frame.chosen] = value
        self._turned = turned
        self.send(choice.choose(choice.TURNED, choice.turned_text(FOREVER, turned)))

    def _turn_by(self, step: float) -> None:
        frame = self.painted
        if frame is not None and frame.weights is not None and frame.chosen >= 0:
            self._turn_to(round(float(frame.weights[frame.chosen]) + step, 6))

    # -- data of one's own, and nets as files --------------------------------------------------------------------

    def _hold(self, at: tuple[float, float] | int) -> None:
        """The keys move this point from now on; a place that is none changes nothing."""
        if isinstance(at, int):
            self._held = at

    def _drag(self, at: int, x: float, y: float, last: bool) -> None:
        """A point of “nearest point” is dragged: the regions follow, and a training goes on with them."""
        frame = self.painted
        if frame is None or not at < len(movable(frame)):
            return
        self._held = at
        self.send(choice.choose(choice.PLACES, choice.drawn_text(moved(frame, at, x, y))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys move the point that was chosen, with Shift sideways."""
        frame, ways = self.painted, {Qt.Key.Key_PageUp: NUDGE, Qt.Key.Key_PageDown: -NUDGE}
        key = Qt.Key(event.key())
        if key in ways and frame is not None and self._held is not None and self._held < len(movable(frame)):
            x, y = movable(frame)[self._held].tolist()
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._drag(self._held, x + ways[key] * sideways, y + ways[key] * (not sideways), True)
            return
        super().keyPressEvent(event)

    def _draw_at(self, at: tuple[float, float]) -> None:
        """Put a point where it was clicked."""
        frame = self.painted
        if frame is None:
            return
        row = [*at] if frame.data.is_function else [*at, float(frame.pen)]
        table = np.vstack([self._drawn(frame), row])
        self._keep_drawn(frame, table)

    def _drawn(self, frame: PlaygroundFrame) -> F64:
        """The points of one's own that are drawn; those of a file are none of them."""
        n = frame.n_drawn
        return frame.data.table[len(frame.data.table) - n :] if n else frame.data.table[:0]

    def _keep_drawn(self, frame: PlaygroundFrame, table: F64) -> None:
        option = choice.DRAWN_VALUES if frame.data.is_function else choice.DRAWN
        self.send(choice.choose(option, choice.drawn_text(table)))

    def _undraw(self, n: int) -> None:
        """Take the last n points away, or all of them, those of a file too."""
        frame = self.painted
        if frame is None:
            return
        table = self._drawn(frame)
        if n == 0 or not len(table):
            self.send(choice.choose(choice.FILE, ""))
        self._keep_drawn(frame, table[:-n] if n else table[:0])

    def _open_points(self) -> None:
        frame = self.painted
        kinds = self.tr("Tables (*.csv *.tsv *.txt);;All files (*)")
        path = ask_path.open_file(self, self.tr("Own points from a CSV file"), kinds)
        if path and frame is not None:  # what was drawn stays beside the file's points: it may be refused
            self.send(choice.choose(choice.FILE, path))
            self.send(AskLab(ReadPoints(path, frame.data.is_function), again=True))

    def _open_net(self) -> None:
        path = ask_path.open_file(self, self.tr("Open a net"), self.tr("Nets (*.safetensors);;All files (*)"))
        if path:
            self.send(Rest(TrainNet))
            self.send(choice.choose(choice.TURNED, ""))
            self.send(choice.choose(choice.START, path))
            self.send(choice.choose(choice.OPENING, path))
            self.send(AskLab(OpenNet(path), again=True))

    def _save_net(self) -> None:
        frame = self.painted
        if frame is None:
            return
        question = asked_to_save(self, frame)
        if question is not None:
            self.send(AskLab(question, again=True))

    # -- room ----------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        """The truth has a picture of its own where there is room and it is known; elsewhere its borders are drawn."""
        frame = self.painted
        known = frame is not None and frame.truth is not None and not frame.data.is_function
        self.truth.setVisible(known and self.height() > TALL * self.em)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = self.truth.isHidden()
        self._fit()
        if self.painted is not None and before and not self.truth.isHidden() and not self._waits:
            self._draw_planes(self.painted)

    def finish_figure(self) -> None:
        super().finish_figure()
        self.controls.hide()
        self.weight.hide()
        self.past.hide()
        if not self.text.isHidden():
            self.column.activate()
            self.text.finish_figure(self)
