"""How the text on screen moves: one measure along it, in the full space and on the map, with what chance would give.

Below each stands the recurrence plot, the distance of every two positions: a path that comes back shows as lines off
the diagonal. All but the fans comes from the run's records, so it follows a run while it is written and needs no model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.motion.questions import AskFans, AskScales
from engine.questions import Question
from engine.run import Run
from viz.charts.aim import Cells, Columns
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import fixed, nice_ceiling
from viz.charts.rulers import Ruler
from viz.intents import Intent, LookAt, ask_labs
from viz.joined import listed, sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.motion.motion_frame import FAN_MEASURES, MEASURES, Column, MotionFrame, motion_frame
from viz.labs.motion.row_choice import state_option
from viz.labs.motion.words import control_name, measure_name, measure_tip, row_name
from viz.map.paint.fit_words import duration
from viz.plural import plural
from viz.theme import Theme
from viz.token_text import shown_in_context
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

MEASURE_WORDS = (
    QT_TRANSLATE_NOOP("MotionView", "step length"),
    QT_TRANSLATE_NOOP("MotionView", "turning angle"),
    QT_TRANSLATE_NOOP("MotionView", "curvature"),
    QT_TRANSLATE_NOOP("MotionView", "distance from the start"),
    QT_TRANSLATE_NOOP("MotionView", "entropy of the next token"),
    QT_TRANSLATE_NOOP("MotionView", "fan: cosine of candidates"),
    QT_TRANSLATE_NOOP("MotionView", "fan: resultant length"),
    QT_TRANSLATE_NOOP("MotionView", "fan: autocorrelation of its direction"),
)  # as they are shown
ANGLES = tuple((float(at), f"{at}°") for at in (0, 45, 90, 135, 180))
LABEL = 3.0  # em of a colour bar's words at least: a figure one column wide has two of them
LISTED = 6  # left-out positions that are named
BESIDE = 26.0  # em of width from which on both columns of charts stand side by side


class MotionView(LabChartView):
    """The charts; see the module."""

    name = "motion"
    title = QT_TRANSLATE_NOOP("MotionView", "Motion of the text")
    tab = QT_TRANSLATE_NOOP("MotionView", "Motion")
    subtitle = QT_TRANSLATE_NOOP("MotionView", "Steps, turns and fans")
    keywords = (
        QT_TRANSLATE_NOOP("MotionView", "trajectory"),
        QT_TRANSLATE_NOOP("MotionView", "step length"),
        QT_TRANSLATE_NOOP("MotionView", "turning angle"),
        QT_TRANSLATE_NOOP("MotionView", "curvature"),
        QT_TRANSLATE_NOOP("MotionView", "recurrence plot"),
        QT_TRANSLATE_NOOP("MotionView", "autocorrelation"),
    )
    area = "centre"
    order = 70
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 4.0
    tip = QT_TRANSLATE_NOOP(
        "MotionView",
        "How the text moves from token to token, in all dimensions and on the map, beside the same positions in "
        "shuffled order and a random walk.",
    )
    options = (
        Option(
            "measure",
            QT_TRANSLATE_NOOP("MotionView", "Measure"),
            "choice",
            "turn",
            choices=MEASURES,
            shown=MEASURE_WORDS,
            tip=QT_TRANSLATE_NOOP("MotionView", "What is measured at each position."),
        ),
        state_option(
            QT_TRANSLATE_NOOP("MotionView", "States"),
            QT_TRANSLATE_NOOP(
                "MotionView",
                "Which vectors make the path: what the map shows, or states after a layer. Token embeddings are those "
                "that enter layer 0.",
            ),
        ),
        Option(
            "leave_out",
            QT_TRANSLATE_NOOP("MotionView", "Leave out outliers"),
            "switch",
            True,
            tip=QT_TRANSLATE_NOOP(
                "MotionView",
                "Position 0 and states of more than 4 times the usual length: one of them is farther away than the "
                "whole rest of the path is long. Token embeddings are never left out.",
            ),
            in_bar=False,
        ),
    )
    figure_lines = 700

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: MotionFrame | None = None
        self._is_beside = True  # both columns of charts
        self.measure = self.bar.button(self.tr("Measure the fans"), self._ask)
        self.read = self.bar.button(self.tr("Read the sample texts"), self._ask_scales)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> MotionFrame:
        state, measure = str(option_value(cls, ui, "state")), str(option_value(cls, ui, "measure"))
        return motion_frame(run, ui, state, measure, bool(option_value(cls, ui, "leave_out")))

    @classmethod
    def wants(cls, frame: MotionFrame) -> Sequence[Intent]:
        return ask_labs(*frame.asks)

    @classmethod
    def begins(cls, frame: MotionFrame) -> Question | None:
        if frame.measure in FAN_MEASURES and frame.fans_to < frame.n:
            return frame.fans
        return None if frame.scales_refused else frame.scales

    def paint(self, frame: MotionFrame, theme: Theme) -> None:
        of_fans = frame.measure in FAN_MEASURES
        self.bar.setVisible((of_fans or frame.scales is not None) and frame.n > 1 and not self.still)
        self.measure.setVisible(of_fans)
        self.measure.setEnabled(frame.fans is not None)
        self.read.setVisible(frame.scales is not None)
        of_scales = isinstance(self.bar.waiting, AskScales)
        if frame.refused or (
            frame.scales is None or frame.scales_refused if of_scales else 0 < frame.n <= frame.fans_to
        ):
            self.bar.waiting = None
        super().paint(frame, theme)

    def finish_figure(self) -> None:
        super().finish_figure()
        self.bar.hide()

    def _ask(self) -> None:
        if self.painted is not None and self.painted.fans is not None:
            self.ask(self.painted.fans)

    def _ask_scales(self) -> None:
        if self.painted is not None and self.painted.scales is not None:
            self.ask(self.painted.scales)

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: MotionFrame) -> str:
        name = measure_name(frame.measure)
        return self.tr("{measure}, {states}").format(
            measure=name[:1].upper() + name[1:], states=row_name(frame.row, frame.layers)
        )

    def instead(self, frame: MotionFrame) -> str:
        if not frame.n:
            return self.tr("No text to follow. Type a prompt and press play.")
        if frame.n == 1:
            return self.tr("One token is a point, not a path. Generate another one.")
        if frame.lacks == "states":
            return self.tr("This run holds no hidden states. Load its model and run the prompt again.")
        if frame.lacks == "norm" and not len(frame.full.values):
            if frame.playing:
                return self.tr("States after the final norm are computed when generation pauses.")
            return frame.refused or self.tr(
                "States after the final norm are not recorded: they need the model that made this run."
            )
        return ""

    def alarms(self, frame: MotionFrame) -> bool:
        return bool(frame.refused)

    def notes(self, frame: MotionFrame) -> str:
        if frame.refused:
            return frame.refused
        parts = [*self._of_fans(frame)]
        if not parts:
            parts.append(self._compared(frame, frame.full, self.tr("All dimensions")))
            if frame.map_name:
                parts.append(self._compared(frame, frame.flat, self.tr("On the map")))
        parts.append(measure_tip(frame.measure))
        parts += self._about_path(frame)
        return sentences(*parts)

    def _of_fans(self, frame: MotionFrame) -> tuple[str, ...]:
        if frame.measure not in FAN_MEASURES:
            return ()
        if frame.lacks == "fans":
            if isinstance(self.bar.waiting, AskFans):
                return (self.tr("Measuring. Progress and Cancel are in the status line."),)
            if frame.fans is None:
                return (self.tr("Fans are measured with the model that made this run, when generation has paused."),)
            return (self.tr("Each position takes one step of the model with 16 tokens."),)
        if frame.measure == "fan_turn":
            return ()
        said = []
        for column, where in ((frame.full, self.tr("All dimensions")), (frame.flat, self.tr("On the map"))):
            if not np.isfinite(column.own):
                continue
            text = (
                self.tr("{where}: {own}; mixed candidates {mixed}, random tokens {random}, another step's fan {other}.")
                if frame.measure == "fan_length"
                else self.tr("{where}: {own}; mixed candidates {mixed}, random tokens {random}.")
            )
            said.append(
                text.format(
                    where=where,
                    own=fixed(column.own, 3),
                    mixed=fixed(column.by_chance, 3),
                    random=fixed(column.by_second, 3),
                    other=fixed(column.by_third, 3),
                )
            )
        if frame.fans_to < frame.n:
            said.append(self.tr("Measured up to position {at}.").format(at=frame.fans_to - 1))
        return tuple(said)

    def _compared(self, frame: MotionFrame, column: Column, where: str) -> str:
        if not np.isfinite(column.own):
            return self.tr("{where}: too few positions.").format(where=where)
        digits = 1 if frame.measure == "turn" else 2
        unit = "°" if frame.measure == "turn" else ""
        numbers = (column.own, column.by_chance_low, column.by_chance_high, column.by_second)
        own, low, high, walk = (f"{fixed(value, digits)}{unit}" for value in numbers)
        if frame.measure == "entropy":
            return ""
        if frame.measure == "fan_turn":
            said = self.tr("{where}: {own} from one step to the next; shuffled order {low} to {high}.")
        elif frame.measure == "length":
            said = self.tr("{where}: {own} on average; in shuffled order {low} to {high}.")
        else:
            said = self.tr("{where}: {own} on average; in shuffled order {low} to {high}, random walk {walk}.")
        said = said.format(where=where, own=own, low=low, high=high, walk=walk)
        inside = column.by_chance_low <= column.own <= column.by_chance_high
        return sentences(said, self.tr("No law beyond chance here.") if inside else "")

    def _about_path(self, frame: MotionFrame) -> tuple[str, ...]:
        said = []
        if frame.n_still:
            n = frame.n_still
            said.append(
                plural(
                    self.tr("{n} step(s) have length 0 (the same vector twice): no angle is defined there.", "", n), n
                ).format(n=n)
            )
        if frame.left_out:
            named = listed(map(str, frame.left_out[:LISTED])) + (" …" if len(frame.left_out) > LISTED else "")
            n = len(frame.left_out)
            words = self.tr("{n} position(s) left out as [an outlier|outliers]: {which}.", "", n)
            said.append(plural(words, n).format(n=n, which=named))
        if frame.first:
            said.append(self.tr("The last {n} positions are measured.").format(n=frame.n - frame.first))
        said.append(
            {
                "sample": self.tr("Each dimension is standardised over {n} states of bundled texts."),
                "own": self.tr("Each dimension is standardised over the {n} states of this text."),
            }.get(frame.scale, "").format(n=frame.n_scale)
        )
        said += self._about_scales(frame)
        if not frame.map_name:
            if frame.row > frame.layers:
                said.append(self.tr("No map shows states after the final norm."))
            else:
                said.append(self.tr("Show the map of these states to measure the path on it too."))
        return tuple(said)

    def _about_scales(self, frame: MotionFrame) -> tuple[str, ...]:
        """What states are to be standardised by, where a person asked for it or may."""
        if isinstance(self.bar.waiting, AskScales):
            return (self.tr("Reading the sample texts. Progress and Cancel are in the status line."),)
        if frame.scales is None or self.still:
            return ()
        said = self.tr("“Read the sample texts” standardises over their states instead: {time}.")
        unknown = self.tr("seconds on a small model, minutes on a large one")
        known = self.tr("about {time}").format(time=duration(frame.scales_seconds))
        return frame.scales_refused, said.format(time=known if frame.scales_seconds > 0 else unknown)

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw_charts(self, frame: MotionFrame) -> None:
        columns = [(frame.full, self.tr("all {n} dimensions").format(n=f"{frame.full.dimensions:,}"))]
        if frame.map_name:
            columns.append((frame.flat, self.tr("on the map ({name}, 3D)").format(name=frame.map_name)))
        self._is_beside = self._has_room_beside()
        beside = self._is_beside
        with self.drawing() as grid:
            grid.key(0, 0, self._keys(frame), columns=len(columns) if beside else 1)
            for at, (column, title) in enumerate(columns):
                row, place = (1, at) if beside else (1 + 4 * at, 0)
                grid.words(row, place, title, bold=True)
                self._draw_measure(grid.plot(row + 1, place), frame, column)
                self._draw_recurrence(grid, frame, column, (row + 2, place))
            below = len(columns) > 1 and not beside
            grid.share(
                {2: 5, 4: 6, 6: 5 if below else 0, 8: 6 if below else 0},
                {0: 1, 1: 1 if len(columns) > 1 and beside else 0},
            )

    def _has_room_beside(self) -> bool:
        """Whether two columns of charts can be read side by side; in a narrow dock one stands below the other."""
        return self.still or self.width() >= BESIDE * self.em

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._has_room_beside() != self._is_beside:
            self.redraw()

    def _keys(self, frame: MotionFrame) -> list[Key]:
        colours, theme = self.colours.categories, self.colours
        keys = [Key(self.tr("this text"), theme.path)]
        if frame.measure in ("fan_cosine", "fan_length"):
            keys += [
                Key(control_name("mixed"), colours[1], dash=1),
                Key(control_name("random"), colours[2], dash=2),
            ]  # fmt: skip
            if frame.measure == "fan_length":
                keys.append(Key(control_name("other"), colours[3], dash=3))
            return keys
        keys.append(Key(self.tr("shuffled order, and 95 % of 200"), theme.muted, dash=1))
        if frame.measure in ("turn", "curvature", "from_start"):
            keys.append(Key(self.tr("random walk with the same steps"), colours[2], dash=2))
        return keys

    def _draw_measure(self, plot: Plot, frame: MotionFrame, column: Column) -> None:
        theme, colours = self.colours, self.colours.categories
        of_lags = frame.measure == "fan_turn"
        of_fans = frame.measure in ("fan_cosine", "fan_length")
        xs = np.arange(len(column.values)) + (1 if of_lags else frame.first)
        low, high = _range(frame.measure, column)
        x_name = self.tr("steps apart") if of_lags else self.tr("position")
        last = float(xs[-1]) if len(xs) else 1.0
        plot.show_axes(
            Ruler(float(xs[0]) - 0.5 if len(xs) else 0.0, last + 0.5, x_name, whole=True, lines=False),
            Ruler(low, high, measure_name(frame.measure), marks=ANGLES if frame.measure == "turn" else ()),
        )
        names = [control_name("mixed"), control_name("random"), control_name("other")] if of_fans else [
            self.tr("shuffled order"), self.tr("random walk"), ""
        ]  # fmt: skip
        if of_lags:
            plot.limit(0.0, colour=theme.muted, across=True)
        if not of_fans:
            plot.band(xs, column.low, column.high, theme.muted, 0.2)
        lines = (
            (column.control, colours[1] if of_fans else theme.muted, 1),
            (column.second, colours[2], 2),
            (column.third, colours[3], 3),
        )  # fmt: skip
        for (values, colour, dash), name in zip(lines, names, strict=True):
            if np.isfinite(values).any():
                plot.line(xs, values, colour, name=name, dash=dash)
        plot.line(xs, column.values, theme.path, name=self.tr("this text"), dots=len(xs) <= 80)

        if not np.isfinite(column.values).any() and frame.measure in FAN_MEASURES:
            plot.words(float(xs.mean()), (low + high) / 2, self.tr("not measured yet"), colour=theme.muted)

        def words(at: int) -> str:
            index = at - int(xs[0])
            said = [self.tr("{n} steps apart").format(n=at) if of_lags else self._token(frame, at)]
            for values, name in zip((column.values, *(line[0] for line in lines)), ("", *names), strict=True):
                if np.isfinite(values[index]):
                    said.append(f"{name or measure_name(frame.measure)} {fixed(float(values[index]), 3)}")
            if not np.isfinite(column.values[index]):
                said.append(self._why_nothing(frame, at))
            return "\n".join(part for part in said if part)

        things = xs.astype(int).tolist()
        if of_lags:
            plot.aim(Columns(xs.astype(np.float64), things), words)
        else:
            plot.aim(
                Columns(xs.astype(np.float64), things), words, choose=lambda at: self.send(LookAt(int(at))),
                chosen=frame.position,
            )  # fmt: skip
            if xs.size and xs[0] <= frame.position <= xs[-1]:
                plot.limit(float(frame.position), colour=theme.accent, dash=0)

    def _why_nothing(self, frame: MotionFrame, at: int) -> str:
        if at in frame.left_out:
            return self.tr("left out as an outlier")
        if frame.measure == "length" and at == 0:
            return self.tr("no step leads here")
        if frame.measure in ("turn", "curvature"):
            return self.tr("undefined: it takes two steps that have a length")
        return ""

    def _token(self, frame: MotionFrame, at: int) -> str:
        text = shown_in_context(frame.vocabulary, list(frame.token_ids), at - frame.first)
        return self.tr("“{token}” ({position})").format(token=text, position=at)

    def _draw_recurrence(self, grid: ChartGrid, frame: MotionFrame, column: Column, place: tuple[int, int]) -> None:
        """Its colour bar at a row and column, and the plot below it."""
        table, n = column.distances, len(column.distances)
        known = table[np.isfinite(table)]
        high = nice_ceiling(float(known.max())) if len(known) else 1.0
        colouring = Colouring(self.colours.ramp[::-1], self.colours.raised, high)
        colouring = grid.colour_bar(
            *place, Bar(colouring, self.tr("recurrence plot: distance"), least=LABEL, free=True)
        )
        plot = grid.plot(place[0] + 1, place[1])
        marks = tuple((float(value - frame.first), str(value)) for value in _whole(frame.first, frame.first + n - 1))
        along = Ruler(-0.5, n - 0.5, self.tr("position"), marks=marks, lines=False)
        plot.show_axes(along, replace(along, down=True))
        plot.heat(table, colouring)

        def words(cell: tuple[int, int]) -> str:
            one, other = (self._token(frame, place + frame.first) for place in cell)
            value = float(table[cell])
            number = fixed(value, 3) if np.isfinite(value) else self.tr("left out as an outlier")
            apart = self.tr("distance {value}").format(value=number)
            return f"{one}\n{other}\n{apart}"

        plot.aim(
            Cells(n, n, cross=True), words, choose=lambda cell: self.send(LookAt(cell[1] + frame.first)), chosen=None
        )


def _range(measure: str, column: Column) -> tuple[float, float]:
    """The axis of a measure: angles and cosines have their own ends, the others begin at 0."""
    if measure == "turn":
        return 0.0, 180.0
    parts = (column.values, column.low, column.high, column.second, column.third, column.control)
    known = np.concatenate([part[np.isfinite(part)] for part in parts])
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    if measure in ("fan_cosine", "fan_turn"):
        return min(low - 0.05, -0.1), max(high + 0.05, 0.1)
    return 0.0, high * 1.05 if high > 0 else 1.0


def _whole(low: int, high: int) -> list[int]:
    """Some whole numbers from `low` to `high`."""
    step = next(
        (base * ten for ten in (1, 10, 100, 1000) for base in (1, 2, 5) if (high - low) / (base * ten) <= 6), 10_000
    )
    return list(range(-(-low // step) * step, high + 1, step))
