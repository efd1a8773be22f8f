"""The loss of a small net over two of its weights, or over the plane through three minima, and descents on it.

At the left from above, with contours; at the right as a surface; below, the loss of every descent, whose marks move
together. The slider goes along the descents, and plays them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from engine.labs.landscape.records import F64, Landscape
from engine.run import Run
from viz.charts.aim import Columns, Points
from viz.charts.chart_view import ChartView
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.net_words import short_name
from viz.charts.numbers import fixed
from viz.charts.rulers import Ruler
from viz.enabled import enable
from viz.intents import Intent, SetOption, ask_labs
from viz.joined import listed, sentences, spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.landscape import settings
from viz.labs.landscape.landscape_frame import LandscapeFrame, landscape_frame
from viz.labs.landscape.minima_row import MinimaRow
from viz.labs.landscape.surface_pane import SurfacePane, scaled
from viz.labs.landscape.weights_pane import WeightsPane
from viz.labs.landscape.words import broken_words, centre_words, short
from viz.plain import Label, set_tip
from viz.ui_state import UiState

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
PLAY_MS, MOMENTS_A_TICK = 50, 2
CHARTS = 25  # em of height that the charts are given at least
NARROW = 44  # em of width below which a figure leaves the net out
DECADE = 5  # marks of the scale of losses at most


class LandscapeView(ChartView):
    """See the module."""

    name = settings.OWNER
    title = QT_TRANSLATE_NOOP("LandscapeView", "Loss landscape")
    tab = QT_TRANSLATE_NOOP("LandscapeView", "Landscape")
    subtitle = QT_TRANSLATE_NOOP("LandscapeView", "Where a descent goes, and where it gets stuck")
    keywords = (
        QT_TRANSLATE_NOOP("LandscapeView", "loss surface"),
        QT_TRANSLATE_NOOP("LandscapeView", "gradient descent"),
        QT_TRANSLATE_NOOP("LandscapeView", "local minimum"),
        QT_TRANSLATE_NOOP("LandscapeView", "saddle point"),
        QT_TRANSLATE_NOOP("LandscapeView", "contour"),
        QT_TRANSLATE_NOOP("LandscapeView", "optimizer"),
        QT_TRANSLATE_NOOP("LandscapeView", "training"),
    )
    area = "centre"
    order = 74
    figure_needs = "engine"
    figure_seconds = 2.0
    tip = QT_TRANSLATE_NOOP(
        "LandscapeView",
        "The loss of a small model over two of its weights, from above and as a surface, with the paths of descents "
        "from several starts: some end in a local minimum.",
    )
    options = settings.OPTIONS
    figure_lines = 700
    worked_by_audience = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: LandscapeFrame | None = None
        self.surface, self.net = SurfacePane(self), WeightsPane(self)
        self.minima = MinimaRow(self)
        self.controls = QWidget(self)
        self.play, self.again = QPushButton(), QPushButton(self.tr("From another start"))
        self.slider, self.moment = QSlider(Qt.Orientation.Horizontal), Label()
        self._timer = QTimer(self)
        self._timer.setInterval(PLAY_MS)
        self._timer.timeout.connect(self._tick)
        self._at = 0
        self._build_controls()
        self.column.insertWidget(0, self.controls)
        self.column.removeWidget(self.panel)
        body = QHBoxLayout()
        body.addWidget(self.panel, 55)
        right = QVBoxLayout()
        right.addWidget(self.surface, 55)
        right.addWidget(self.net, 45)
        body.addLayout(right, 45)
        self.column.addLayout(body, 1)
        self.column.insertWidget(1, self.minima)
        self.net.chosen.connect(self._choose_weights)
        self.minima.chosen.connect(self._choose_ends)

    def _build_controls(self) -> None:
        row = QHBoxLayout(self.controls)
        row.setContentsMargins(0, 0, 0, 0)
        self._name_play()
        set_tip(self.play, self.tr("Let the descents run from their starts"))
        self.again.setAccessibleName(self.again.text())
        set_tip(self.again, self.tr("Train from other initial weights: the next seed"))
        self.slider.setAccessibleName(self.tr("Moment of the descents"))
        set_tip(self.slider, self.tr("Move along the descents"))
        self.play.clicked.connect(self._toggle)
        self.again.clicked.connect(self._next_seed)
        self.slider.valueChanged.connect(self._slid)
        row.addWidget(self.play)
        row.addWidget(self.again)
        row.addWidget(self.slider, 1)
        row.addWidget(self.moment)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> LandscapeFrame:
        return landscape_frame(run, ui)

    @classmethod
    def wants(cls, frame: LandscapeFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: LandscapeFrame) -> str:
        sizes = " – ".join(map(str, frame.asked.setup.architecture.sizes))
        found = frame.found
        if found is None:
            return self.tr("The loss of a model of {sizes} neurons").format(sizes=sizes)
        if found.kind == "weights":
            said = self.tr("{sizes}: the loss over {one} and {other}, all other weights fixed")
            one, other = self._axes(frame)
            return said.format(sizes=sizes, one=one, other=other)
        said = self.tr("{sizes}: the loss over the plane through the ends of starts {starts}, of {n} weights each")
        return said.format(sizes=sizes, n=found.n_weights, starts=listed(map(str, frame.asked.through)))

    def _axes(self, frame: LandscapeFrame) -> tuple[str, str]:
        """What stands along both sides of the plane."""
        net, asked = frame.asked.setup.architecture, frame.asked
        if asked.kind == "weights":
            return short_name(net, asked.one), short_name(net, asked.other)
        return self.tr("towards the end of start {n}").format(n=asked.through[1]), self.tr("at right angles")

    def notes(self, frame: LandscapeFrame) -> str:
        found, minima, valleys = frame.found, frame.minima, frame.valleys
        if found is None or minima is None or valleys is None:
            return frame.why_not or self.tr("Descending from several starts …")
        parts = [centre_words(found), broken_words(found), self._ends(frame)]
        if found.kind == "minima":
            parts.append(
                self.tr(
                    "Paths are seen from straight above: at their ends they are up to {d} away from the plane, and on "
                    "the surface their height is their own loss, not the plane's."
                ).format(d=fixed(float(np.nanmax(found.away[:, -1])), 2))
            )
        return sentences(*(part for part in parts if part))

    def _ends(self, frame: LandscapeFrame) -> str:
        found, minima, valleys = frame.found, frame.minima, frame.valleys
        if found is None or minima is None or valleys is None or not len(valleys):
            return self.tr("No descent has come to rest in a minimum yet: give it more steps.")
        rests, count = int((minima == 1).sum()), len(minima)
        if len(valleys) == 1:
            said = self.tr(
                "{n} of {all} descents rest in a minimum, all at a loss of {low} (a constant answer: {flat})."
            )
            return said.format(n=rests, all=count, low=short(float(valleys[0])), flat=short(found.constant))
        return self.tr(
            "{n} of {all} descents rest in a minimum, at {k} different losses from {low} to {high} (a constant answer: "
            "{flat}): some are stuck in a local minimum."
        ).format(
            n=rests, all=count, k=len(valleys), low=short(float(valleys[0])), high=short(float(valleys[-1])),
            flat=short(found.constant),
        )  # fmt: skip

    def alarms(self, frame: LandscapeFrame) -> bool:
        return bool(frame.why_not) or (
            frame.found is not None and bool((frame.found.broke_at >= 0).any() or frame.found.centre_broke_at >= 0)
        )

    def spoken(self, frame: LandscapeFrame) -> str:
        return spoken(self.heading(frame), self.notes(frame))

    # -- drawing -------------------------------------------------------------------------------------------------

    def show_charts(self, frame: LandscapeFrame, wanted: bool) -> None:
        there, weights = frame.found is not None, frame.asked.kind == "weights"
        self.surface.setVisible(there)
        self.panel.setMinimumHeight(0 if self.still else round(CHARTS * self.em))  # the dock scrolls where it has less
        narrow = self.still and self.width() < NARROW * self.em  # one column of a paper
        self.net.setVisible(weights and frame.weights is not None and not narrow)
        self.net.show_frame(frame, self.look)
        self.minima.setVisible(not weights and not self.still)
        self.minima.show_frame(frame)
        if there:
            self.surface.show_frame(frame, self.look, self._line_colours(frame))
        self._show_controls(frame)
        super().show_charts(frame, wanted and there)

    def _line_colours(self, frame: LandscapeFrame) -> tuple[str, ...]:
        found = frame.found
        count = 0 if found is None else len(found.paths)
        return tuple(self.colours.categories[start % len(self.colours.categories)] for start in range(count))

    def draw_charts(self, frame: LandscapeFrame) -> None:
        with self.drawing() as grid:
            grid.share(rows={0: 0, 1: 5, 2: 0, 3: 2})
            self._draw_plane(grid, frame)
            grid.words(2, 0, self.tr("loss of every descent, logarithmic (dashed: the best constant answer)"))
            self._draw_losses(grid.plot(3, 0), frame)

    def _draw_plane(self, grid: ChartGrid, frame: LandscapeFrame) -> None:
        from viz.charts.graphs import pg  # which the window's first picture does not wait for

        found, height = frame.found, frame.height
        if found is None or height is None:
            return
        low, high = float(np.nanmin(found.loss)), float(np.nanmax(found.loss))
        colouring = Colouring(self.colours.ramp, self.colours.ground, 1.0)
        bar = Bar(colouring, self.tr("loss, logarithmic"), ends=(short(low), short(high)))
        colouring = grid.colour_bar(0, 0, bar)
        plot = grid.plot(1, 0)
        names = self._axes(frame)
        n = len(found.a)
        plot.show_axes(_weight_ruler(found.a, names[0]), _weight_ruler(found.b, names[1]))
        values = scaled(height, height).astype(np.float32)
        plot.heat(values, colouring, name=self.tr("loss, logarithmic"))
        for level in frame.levels:
            lines = pg.functions.isocurve(np.nan_to_num(height.T, nan=99.0), level, connected=True)
            joined = [point for line in lines for point in (*line, (math.nan, math.nan))]
            if joined:
                xs, ys = np.array(joined, np.float64).T - 0.5
                plot.line(xs, ys, self.colours.ground, width=0.05)
        colours = self._line_colours(frame)
        for start, colour in enumerate(colours):
            xs, ys = self._cells(found, found.paths[start, : frame.moment + 1])
            plot.line(xs, ys, self.colours.ground, width=0.3)
            plot.line(xs, ys, colour, width=0.17, name=self.tr("start {n}").format(n=start))
        places = frame.places if frame.places is not None else np.empty((0, 2))
        xs, ys = self._cells(found, places)
        plot.points(xs, ys, colours, size=0.9, edge=self.colours.ground, name=self.tr("now"))
        inside = np.where((xs > -0.5) & (xs < n - 0.5) & (ys > -0.5) & (ys < n - 0.5), xs, np.nan)
        plot.aim(Points(inside, ys), lambda start: self._start_words(frame, start))

    @staticmethod
    def _cells(found: Landscape, places: F64) -> tuple[F64, F64]:
        """Places [k, 2] on the plane in cells of the picture."""
        last = len(found.a) - 1
        xs = (places[:, 0] - found.a[0]) / (found.a[-1] - found.a[0]) * last
        ys = (places[:, 1] - found.b[0]) / (found.b[-1] - found.b[0]) * last
        return xs, ys

    def _draw_losses(self, plot: Plot, frame: LandscapeFrame) -> None:
        found = frame.found
        if found is None:
            return
        with np.errstate(divide="ignore", invalid="ignore"):
            logs = np.log10(found.path_loss)
        known = logs[np.isfinite(logs)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (-1.0, 0.0)
        high = max(high, low + 0.1)
        marks = tuple((float(power), short(10.0**power)) for power in range(math.ceil(low), math.floor(high) + 1))
        plot.show_axes(
            Ruler(0.0, float(max(found.steps[-1], 1)), self.tr("steps"), lines=False),
            Ruler(low - 0.05 * (high - low), high + 0.05 * (high - low), self.tr("loss"), marks=marks)
            if len(marks) > 1
            else Ruler(low - 0.05 * (high - low), high + 0.05 * (high - low), self.tr("loss"), _power),
        )
        if found.constant > 0:
            plot.limit(math.log10(found.constant), across=True)
        for start, colour in enumerate(self._line_colours(frame)):
            plot.line(found.steps, logs[start], colour, dash=start % 4, name=self.tr("start {n}").format(n=start))
        plot.limit(float(frame.step), colour=self.colours.accent, dash=0)
        plot.aim(
            Columns(found.steps.astype(np.float64)), lambda at: self._moment_words(found, at), choose=self._choose,
            chosen=frame.moment, ends=(0, len(found.steps) - 1),
        )  # fmt: skip

    def _start_words(self, frame: LandscapeFrame, start: int) -> str:
        found, minima = frame.found, frame.minima
        if found is None or minima is None:
            return ""
        lines = [
            self.tr("start {n}: loss {loss} at step {step}").format(
                n=start, loss=short(float(found.path_loss[start, frame.moment])), step=f"{frame.step:,}"
            )
        ]
        if minima[start] < 0:
            lines.append(self.tr("broke off at step {step}").format(step=f"{int(found.broke_at[start]):,}"))
        elif minima[start]:
            lines.append(self.tr("ends in a minimum: slope {slope}, least curvature {bend}").format(
                slope=short(float(found.slope[start])), bend=short(float(found.bend[start]))))  # fmt: skip
        else:
            lines.append(self.tr("is not at rest at its end: slope {slope}, least curvature {bend}").format(
                slope=short(float(found.slope[start])), bend=short(float(found.bend[start]))))  # fmt: skip
        return "\n".join(lines)

    def _moment_words(self, found: Landscape, at: int) -> str:
        said = self.tr("start {n}: {loss}")
        order = np.argsort(found.path_loss[:, at])[:6]
        rows = (said.format(n=int(start), loss=short(float(found.path_loss[start, at]))) for start in order)
        return "\n".join([self.tr("step {n}").format(n=f"{int(found.steps[at]):,}"), *rows])

    # -- gestures ------------------------------------------------------------------------------------------------

    def _show_controls(self, frame: LandscapeFrame) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(frame.moments - 1, 0))
            self.slider.setValue(frame.moment)
        enable(self.slider, frame.moments > 1)
        enable(self.play, frame.moments > 1)
        self.moment.setText(self.tr("step {n}").format(n=f"{frame.step:,}"))

    def _choose(self, moment: int) -> None:
        frame = self.painted
        last = frame.moments - 1 if frame is not None else 0
        self.send(SetOption(self.name, settings.MOMENT.name, -1 if moment >= last else int(moment)))

    def _slid(self, value: int) -> None:
        self._pause()
        self._choose(value)

    def _name_play(self) -> None:
        text = self.tr("Pause") if self._timer.isActive() else self.tr("Play")
        self.play.setText(text)
        self.play.setAccessibleName(text)

    def _toggle(self) -> None:
        frame = self.painted
        if self._timer.isActive() or frame is None:
            self._pause()
            return
        self._at = 0 if frame.moment >= frame.moments - 1 else frame.moment
        self._timer.start()
        self._name_play()

    def _pause(self) -> None:
        self._timer.stop()
        self._name_play()

    def _tick(self) -> None:
        frame = self.painted
        if frame is None or frame.found is None:
            self._pause()
            return
        self._at += MOMENTS_A_TICK
        if self._at >= frame.moments - 1:
            self._pause()
        self._choose(min(self._at, frame.moments - 1))

    def _choose_weights(self, one: int, other: int) -> None:
        self.send(SetOption(self.name, settings.ONE.name, one))
        self.send(SetOption(self.name, settings.OTHER.name, other))

    def _choose_ends(self, through: tuple[int, ...]) -> None:
        self.send(SetOption(self.name, settings.THROUGH.name, settings.typed_as(through)))

    def _next_seed(self) -> None:
        if self.painted is not None:
            self.send(SetOption(self.name, settings.SEED.name, (self.painted.asked.setup.seed + 1) % 10_000))

    def hideEvent(self, event: QHideEvent) -> None:
        self._pause()
        super().hideEvent(event)

    def finish_figure(self) -> None:
        super().finish_figure()
        self._timer.stop()
        self.controls.hide()
        self.minima.hide()
        self.net.row.hide()


def _power(value: float) -> str:
    return short(10.0**value)


def _weight_ruler(values: F64, name: str) -> Ruler:
    """An axis of cells whose marks are the weights there."""
    last = len(values) - 1
    at = np.linspace(0, last, 5)
    marks = tuple((float(cell), fixed(float(values[0] + (values[-1] - values[0]) * cell / last), 1)) for cell in at)
    return Ruler(-0.5, last + 0.5, name, marks=marks, lines=False)
