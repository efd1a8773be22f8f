"""Many starts of one net: they agree on the data and disagree elsewhere, and too small a net fails by its start.

The net, the data and the recipe are those of the playground; only the seeds differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.playground.questions import TrainStarts
from engine.questions import Question
from engine.run import Run
from viz.charts import net_pictures
from viz.charts.chart_panel import ChartPanel
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.lab_chart_view import LabChartView
from viz.charts.late_charts import LateChartsView
from viz.charts.net_words import number
from viz.charts.numbers import percent
from viz.charts.rulers import Ruler, categories, shares
from viz.enabled import enable
from viz.in_language import in_language
from viz.intents import GoOn, Intent, Rest, SetOption, ShowViews, ask_labs
from viz.joined import spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.playground import options as choice
from viz.labs.playground import starts_frame as data
from viz.labs.playground.places import bounds
from viz.labs.playground.starts_frame import StartsFrame, starts_frame
from viz.labs.playground.starts_pane import StartsPane, start_words
from viz.theme import Theme
from viz.ui_state import UiState

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected
NARROW = 44  # em of width below which a figure shows the nets and where they disagree alone
PLANE, WIDTHS = 17, 13  # em of height that the charts are given at least
JITTER = 0.26  # of the points of starts beside each other


class PlaygroundStartsView(LateChartsView, LabChartView):
    """See the module."""

    name = data.OWNER
    title = QT_TRANSLATE_NOOP("PlaygroundStartsView", "Playground: many starts")
    tab = QT_TRANSLATE_NOOP("PlaygroundStartsView", "Many starts")
    subtitle = QT_TRANSLATE_NOOP("PlaygroundStartsView", "Where do equally good nets disagree?")
    keywords = (
        QT_TRANSLATE_NOOP("PlaygroundStartsView", "initialisation"),
        QT_TRANSLATE_NOOP("PlaygroundStartsView", "ensemble"),
        QT_TRANSLATE_NOOP("PlaygroundStartsView", "local minima"),
        QT_TRANSLATE_NOOP("PlaygroundStartsView", "extrapolation"),
        QT_TRANSLATE_NOOP("PlaygroundStartsView", "seed"),
    )
    area = "centre"
    order = 72
    figure_needs = "engine"
    figure_seconds = 3.0
    tip = QT_TRANSLATE_NOOP(
        "PlaygroundStartsView",
        "Train the net of the playground from many initial weights at once: see where the nets agree, where they "
        "disagree, and which starts fail.",
    )
    options = data.OPTIONS
    figure_lines = 760

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: StartsFrame | None = None
        self.train = self.bar.button(self.tr("Train all"), self._train)
        self.rewind = self.bar.button(self.tr("Rewind"), self._rewind)
        self.measure = self.bar.button(self.tr("Measure 1 to 4 neurons"), self._measure)
        self.pane = StartsPane(self)
        self.column.removeWidget(self.panel)
        body = QHBoxLayout()
        body.setSpacing(10)
        body.addWidget(self.pane, 55)
        self.small = ChartPanel(self, self.tr("Starts by the neurons of the first hidden layer"))
        self.right = QVBoxLayout()
        self.right.addWidget(self.panel, 3)
        self.right.addWidget(self.small, 2)
        body.addLayout(self.right, 50)
        self.column.insertLayout(self.column.count() - 1, body, 1)
        self.pane.chosen.connect(self._open)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> StartsFrame:
        return starts_frame(run, ui)

    @classmethod
    def wants(cls, frame: StartsFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    @classmethod
    def begins(cls, frame: StartsFrame) -> Question | None:
        return frame.measure if frame.widths is None else None

    def paint(self, frame: StartsFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        words = self.tr("Pause") if frame.going else self.tr("Train all")
        self.train.setText(words)
        self.train.setAccessibleName(words)
        enable(self.train, frame.going or frame.following is not None)
        enable(self.rewind, frame.step > 0)
        enable(self.measure, frame.measure is not None and frame.widths is None)
        if frame.widths is not None:
            self.bar.waiting = None

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: StartsFrame) -> str:
        if frame.net is None or not np.isfinite(frame.inside):
            return ""
        said = self.tr(
            "Step {step}: the nets differ by {inside} where the data lie (before training by {before}), and by "
            "{outside} beyond."
        )
        return said.format(
            step=f"{frame.step:,}", inside=number(frame.inside), before=number(frame.untrained_inside),
            outside=number(frame.outside),
        )  # fmt: skip

    def notes(self, frame: StartsFrame) -> str:
        if frame.why_not:
            return in_language(frame.why_not)
        if frame.net is not None and frame.net.inputs == 1:
            return self.tr("Standard deviation between the nets of the value; the dashed lines bound the data.")
        return self.tr(
            "Standard deviation between the nets of the probability of a class; the dashed square is where the data "
            "lie. Click a picture to open that start."
        )

    def alarms(self, frame: StartsFrame) -> bool:
        return bool(frame.why_not)

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw_parts(self, frame: StartsFrame, wanted: bool) -> None:
        regions = frame.net is not None and frame.net.inputs == 2
        self.pane.setVisible(regions)
        self.pane.show_starts(frame if regions else None, self.look)

    def draw_charts(self, frame: StartsFrame) -> None:
        with self.drawing() as grid:
            self._draw_spread(grid, frame)
        asked = self.bar.waiting is not None and self.bar.waiting == frame.measure
        narrow = self.still and self.width() < NARROW * self.em  # one column of a paper
        shown = (frame.widths is not None or asked) and not narrow
        self.small.setVisible(shown)
        self.right.setStretch(1, 2 if shown and frame.widths is not None else 0)
        for panel, least in ((self.panel, PLANE), (self.small, WIDTHS)):  # the dock scrolls where it has less
            panel.setMinimumHeight(0 if self.still else round(least * self.em))
        if shown:
            with self.small.drawing(self.colours, self.still) as grid:
                self._draw_widths(grid, frame)

    def _draw_spread(self, grid: ChartGrid, frame: StartsFrame) -> None:
        function = frame.net is not None and frame.net.inputs == 1
        high = max(float(frame.spread.max()) if frame.spread.size else 1.0, 0.02)
        said = self.tr("Where the nets disagree") if function else self.tr("Standard deviation between the nets")
        grid.words(0, 0, said, bold=True)
        if not function:
            colouring = grid.colour_bar(
                1,
                0,
                Bar(Colouring(self.colours.ramp, "", high), numbers=_short, name=self.tr("standard deviation")),
            )
            plot = grid.plot(2, 0)
            self._draw_shaded(plot, frame, colouring)
            grid.square(plot)
            return
        keys = (
            Key(self.tr("each net"), self.colours.muted),
            Key(self.tr("mean"), self.colours.path),
            Key(self.tr("± one standard deviation"), self.colours.path, "box", tint=0.3),
        )
        grid.key(1, 0, keys)
        self._draw_functions(grid.plot(2, 0), frame)

    def _draw_shaded(self, plot: Plot, frame: StartsFrame, colouring: Colouring) -> None:
        from PySide6.QtCore import QRectF

        from viz.charts.heat import colours_of
        from viz.labs.playground.plane import PlaneImage
        from viz.labs.playground.planes import class_colour

        where = bounds(frame.there, data.REACH)
        plot.show_axes(Ruler(where.left, where.right, "x", lines=False), Ruler(where.low, where.high, "y", lines=False))
        if frame.spread.ndim == 2:
            plot.item(PlaneImage).show_pixels(
                colours_of(frame.spread.astype(np.float32), colouring),
                QRectF(where.left, where.low, where.right - where.left, where.high - where.low),
            )
        if frame.there is not None:
            (left, low), (right, high) = frame.there.inputs.own(np.array([[-1.0, -1.0], [1.0, 1.0]])).tolist()
            plot.box(left, low, right - left, high - low, self.colours.text, dash=1, width=0.1)
            train = frame.there.train
            colours = [class_colour(int(it), self.colours) for it in train.targets]
            points = frame.there.inputs.own(train.inputs)
            plot.points(points[:, 0], points[:, 1], colours, size=0.32, name=self.tr("trained on"),
                        edge=self.colours.ground)  # fmt: skip

    def _draw_functions(self, plot: Plot, frame: StartsFrame) -> None:
        there, where = frame.there, bounds(frame.there, data.REACH)
        xs = np.linspace(where.left, where.right, net_pictures.LINE)
        values = frame.answers.astype(np.float64) if frame.answers.ndim == 2 else np.empty((0, len(xs)))
        least, most = (-1.0, 1.2) if there is None else there.outputs.own(np.array([[-1.0], [1.2]]))[:, 0].tolist()
        low, high = (float(values.min()), float(values.max())) if values.size else (least, most)
        plot.show_axes(Ruler(where.left, where.right, "x"), Ruler(min(low, least), max(high, most), "y"))
        for index, line in enumerate(values):
            plot.line(xs, line, self.colours.muted, width=0.06, name=start_words(frame, index))
        if values.size:
            middle, spread = values.mean(axis=0), values.std(axis=0)
            plot.band(xs, middle - spread, middle + spread, self.colours.path, 0.25)
            plot.line(xs, middle, self.colours.path, width=0.2, name=self.tr("mean"))
        if there is not None:
            for at in there.inputs.own(np.array([[-1.0], [1.0]]))[:, 0].tolist():
                plot.limit(at, colour=self.colours.muted)
            points = there.inputs.own(there.train.inputs)[:, 0], there.outputs.own(there.train.targets)[:, 0]
            plot.points(*points, self.colours.warning, size=0.36, name=self.tr("trained on"))

    def _draw_widths(self, grid: ChartGrid, frame: StartsFrame) -> None:
        """How good each start of nets of one to four neurons is: too small a net fails by its start."""
        found = frame.widths
        known = found is not None and bool(np.isfinite(found.right).all())
        grid.words(0, 0, self.tr("How good 20 starts are"), bold=True)
        if found is None:
            waits = self.bar.waiting is not None and self.bar.waiting == frame.measure
            words = self.tr("Measuring …") if waits else self.tr("Press “Measure 1 to 4 neurons”.")
            grid.words(1, 0, words, colour=self.colours.muted)
            return
        plot = grid.plot(1, 0)
        values = found.right if known else found.loss
        low, high = (0.0, 1.02) if known else (0.0, 1.05 * float(np.nanmax(values)))
        name = self.tr("share right") if known else self.tr("loss")
        ruler = Ruler(low, high, name, numbers=shares) if known else Ruler(low, high, name)
        plot.show_axes(
            categories(tuple(map(str, found.widths.tolist())), self.tr("neurons of the first hidden layer")), ruler
        )
        spots = np.linspace(-JITTER, JITTER, values.shape[1])
        for at, row in enumerate(values):
            plot.points(at + spots, np.sort(row), self.colours.path, size=0.5, name=str(int(found.widths[at])))

    def spoken(self, frame: StartsFrame) -> str:
        found = frame.widths
        if found is None or not np.isfinite(found.right).all():
            return super().spoken(frame)
        said = [
            self.tr("{n} neurons: {low} to {high} right").format(
                n=int(width), low=percent(float(row.min())), high=percent(float(row.max()))
            )
            for width, row in zip(found.widths, found.right, strict=True)
        ]
        return spoken(super().spoken(frame), *said)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _train(self) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.going:
            self.send(Rest(TrainStarts))
        elif frame.following is not None:
            self.send(GoOn(frame.following))

    def _rewind(self) -> None:
        if self.painted is not None:
            self.send(Rest(TrainStarts))
            self.send(choice.choose(choice.TRAINED, 0))
            self.send(SetOption(self.name, data.ATTEMPT.name, self.painted.attempt + 1))

    def _measure(self) -> None:
        if self.painted is not None and self.painted.measure is not None:
            self.ask(self.painted.measure)

    def _open(self, index: int) -> None:
        """Show this start in the playground."""
        frame = self.painted
        if frame is not None and index < len(frame.seeds):
            self.send(choice.choose(choice.SEED, frame.seeds[index]))
            self.send(choice.choose(choice.START, ""))
            self.send(choice.choose(choice.TURNED, ""))
            self.send(ShowViews("from_scratch", (choice.OWNER,)))


def _short(value: float) -> str:
    return f"{value:z.2g}"
