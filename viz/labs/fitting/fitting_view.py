"""Fitting: points, a curve of least squares, its spread beyond them, and the error on points it has not seen.

The points can be dragged: all is computed where it is painted, so the curve follows. What a person changes becomes own
points, kept as a text among the options, so that a lesson, a figure and the next start have them too.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from engine.errors import InputRefused
from engine.run import Run
from viz.ask_path import open_file
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.enabled import enable
from viz.in_language import in_language
from viz.intents import Say, SetOption
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.fitting import words
from viz.labs.fitting.drawing import Drawn, Gestures, Room, draw, ranges_of
from viz.labs.fitting.families import POLYNOMIAL, TERMS
from viz.labs.fitting.frame import AUTO, HIDDEN, OWN, FittingChoice, FittingFrame, frame_of, terms_of
from viz.labs.fitting.history import History, State
from viz.labs.fitting.options import OPTIONS
from viz.labs.fitting.points import MOST, Points, points_of, read_file, write_points
from viz.labs.fitting.targets import ALONG, NEW
from viz.labs.fitting.terms import COMMA
from viz.plain import Label, set_tip
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import option_value, own_options

WIDE = 48  # em of width from which on the errors stand beside the picture
LOW = 31  # em of height from which on there is room for residuals below the picture
TALL = 50  # em of height from which on there is room for all of them below each other
NUDGE = 0.01  # of the range of an axis: how far a key moves a point
CHOSEN = ("data", "n", "noise", "seed", "points", "family", "degree", "terms", "beyond", "at", "folds", "fold", "truth")


class FittingView(LabChartView):
    """See the module."""

    name = "fitting"
    title = QT_TRANSLATE_NOOP("FittingView", "Fitting a curve")
    tab = QT_TRANSLATE_NOOP("FittingView", "Fitting")
    subtitle = QT_TRANSLATE_NOOP("FittingView", "What do points say about places where there are none?")
    keywords = (
        QT_TRANSLATE_NOOP("FittingView", "least squares"),
        QT_TRANSLATE_NOOP("FittingView", "regression"),
        QT_TRANSLATE_NOOP("FittingView", "polynomial"),
        QT_TRANSLATE_NOOP("FittingView", "overfitting"),
        QT_TRANSLATE_NOOP("FittingView", "cross-validation"),
        QT_TRANSLATE_NOOP("FittingView", "bootstrap"),
        QT_TRANSLATE_NOOP("FittingView", "extrapolation"),
        QT_TRANSLATE_NOOP("FittingView", "tower of Pisa"),
    )
    area = "centre"
    order = 70
    tip = QT_TRANSLATE_NOOP(
        "FittingView",
        "A curve fitted to points that you can drag: what it predicts between and beyond them, and how wrong it is on "
        "points it has not seen.",
    )
    options = OPTIONS
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (Field("terms", QT_TRANSLATE_NOOP("FittingView", "such as 1, x, sin(x)")),)
        super().__init__(parent, fields)
        self.painted: FittingFrame | None = None
        self._history = History()
        self._chosen: int | None = None
        self._ranges: Any = None  # of the axes, while a point is being dragged
        self._drawn_in = Room(True, True, True)
        self.place = self._place_line()
        button = self.bar.button
        self.again = self._tipped(
            button(self.tr("Draw again"), self._draw_again), self.tr("Draw new noise: the next seed")
        )
        self.adding = self._tipped(
            button(self.tr("Add points"), self.redraw),
            self.tr("While this is on, a click beside the points adds one (Insert)"),
        )
        self.adding.setCheckable(True)
        self.removing = self._tipped(
            button(self.tr("Remove"), self._remove), self.tr("Remove the point that is chosen (Delete)")
        )
        self.undo = self._tipped(
            button(self.tr("Undo"), self._undo), self.tr("Take the last change of the points back")
        )
        self.redo = self._tipped(button(self.tr("Redo"), self._redo), self.tr("Make it again"))
        self.opening = self._tipped(
            button(self.tr("Open CSV…"), self._open), self.tr("Points from a file: two columns, x before y")
        )
        self.searching = self._tipped(
            button(self.tr("Try formulas"), self._search),
            self.tr("Fit every sum of up to three of eleven terms, and compare them on held-out points"),
        )
        self.copying = self._tipped(
            button(self.tr("Copy as Python"), self._copy), self.tr("Copy the fitted curve as a function of NumPy")
        )

    def _place_line(self) -> QLineEdit:
        """The line for the x at which is predicted, with its label, before the buttons."""
        label, line = Label(self.tr("Predict at x =")), QLineEdit()
        line.setAccessibleName(label.text())
        line.setPlaceholderText(self.tr("the right end"))
        set_tip(line, self.tr("Where the curve predicts y; empty: at the right end of the picture."))
        line.editingFinished.connect(lambda: self._predict_at(line.text()))
        label.setBuddy(line)
        self.bar.row.add(label)
        self.bar.row.add(line)
        return line

    def _predict_at(self, text: str) -> None:
        if self.painted is not None and text != self.painted.choice.at:
            self._set("at", text)

    @staticmethod
    def _tipped(button: QPushButton, tip: str) -> QPushButton:
        set_tip(button, tip)
        return button

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> FittingFrame:
        choice = FittingChoice(**{name: option_value(cls, ui, name) for name in CHOSEN})
        return frame_of(choice, own_options(cls, ui), run.findings)

    def paint(self, frame: FittingFrame, theme: Theme) -> None:
        n = len(frame.points) if frame.points is not None else 0
        if self._chosen is not None and self._chosen >= n:
            self._chosen = None
        self.bar.fields.setVisible(frame.choice.family == TERMS)
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)
        if not self.place.hasFocus() and self.place.text() != frame.choice.at:
            self.place.setText(frame.choice.at)
        self._show_buttons(frame)

    def _show_buttons(self, frame: FittingFrame) -> None:
        if any(button.hasFocus() for button in (self.again, self.removing, self.undo, self.redo, self.searching)):
            self.setFocus()  # before one of them cannot have it any more
        enable(self.again, frame.choice.data != OWN)
        enable(self.removing, self._chosen is not None)
        enable(self.undo, bool(self._history.before))
        enable(self.redo, bool(self._history.after))
        enable(self.copying, frame.curve is not None)
        enable(self.searching, frame.question is not None and frame.formulas is None)

    # -- what is shown -------------------------------------------------------------------------------------------

    def heading(self, frame: FittingFrame) -> str:
        return words.formula_words(frame)

    def notes(self, frame: FittingFrame) -> str:
        return words.notes(frame)

    def alarms(self, frame: FittingFrame) -> bool:
        return bool(frame.problem)

    def has_charts(self, frame: FittingFrame) -> bool:
        return frame.points is not None

    def draw_charts(self, frame: FittingFrame) -> None:
        gestures = Gestures(self._choose, self._choose_degree, self._choose_formula, self._drag)
        chosen = None if self._chosen is None or self.still else self._chosen
        drawn = Drawn(
            frame, self.colours, option_value(type(self), frame.ui, "spread"), self.adding.isChecked(), chosen,
            self._ranges, self.still,
        )  # fmt: skip
        with self.drawing() as grid:
            draw(grid, drawn, gestures, self._room())

    def _room(self) -> Room:
        high = self.height() / self.em
        return Room(self.width() >= WIDE * self.em, high >= LOW, high >= TALL)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if self._room() != self._drawn_in:
            self._drawn_in = self._room()
            self.redraw()

    # -- gestures ------------------------------------------------------------------------------------------------

    def _set(self, name: str, value: Any) -> None:
        self.send(SetOption(self.name, name, value))

    def _draw_again(self) -> None:
        if self.painted is not None:
            self._set("seed", (self.painted.choice.seed + 1) % 10_000)

    def _choose(self, thing: Any) -> None:
        """A click, or the arrow keys: a point, a free place, or a place of the curve."""
        frame = self.painted
        if frame is None or frame.points is None:
            return
        if not isinstance(thing, tuple):
            self._chosen = int(thing)
            self.redraw()
            self._show_buttons(frame)
        elif thing[0] == NEW:
            self._add(thing[1], thing[2])
        elif thing[0] == ALONG:
            self._set("at", f"{float(frame.grid[thing[1]]):z.4g}")

    def _search(self) -> None:
        if self.painted is not None and self.painted.question is not None:
            self.ask(self.painted.question)

    def _choose_formula(self, at: int) -> None:
        frame = self.painted
        if frame is not None and frame.formulas is not None:
            self._set("terms", COMMA.join(terms_of(frame.formulas, at)))
            self._set("family", TERMS)

    def _choose_degree(self, degree: int) -> None:
        if self.painted is None:
            return
        if self.painted.choice.family != POLYNOMIAL:
            self._set("family", POLYNOMIAL)
        self._set("degree", int(degree))

    def _drag(self, at: int, x: float, y: float, last: bool) -> None:
        """A point is dragged: the axes stay until it is let go."""
        frame = self.painted
        if frame is None or frame.points is None or at >= len(frame.points):
            return
        if self._ranges is None:
            self._keep(frame)
            self._ranges, self._chosen = ranges_of(frame), at
        if last:
            self._ranges = None
        self._move(frame.points, at, x, y)
        if last:
            self.redraw()

    def _move(self, points: Points, at: int, x: float, y: float) -> None:
        xs, ys = points.x.copy(), points.y.copy()
        xs[at], ys[at] = _short(x), _short(y)
        self._show_points(points_of(xs, ys, points.x_name, points.y_name))

    def _add(self, x: float, y: float) -> None:
        frame = self.painted
        if frame is None or frame.points is None:
            return
        if len(frame.points) >= MOST:
            self.send(Say(self.tr("There are {most} points already, the most there can be.").format(most=MOST)))
            return
        self._keep(frame)
        points = frame.points
        self._chosen = len(points)
        self._show_points(points_of([*points.x, _short(x)], [*points.y, _short(y)], points.x_name, points.y_name))

    def _remove(self) -> None:
        frame = self.painted
        if frame is None or frame.points is None or self._chosen is None or len(frame.points) < 2:
            return
        self._keep(frame)
        left = np.arange(len(frame.points)) != self._chosen
        self._chosen = min(self._chosen, int(left.sum()) - 1)
        points = frame.points
        self._show_points(points_of(points.x[left], points.y[left], points.x_name, points.y_name))

    def _nudge(self, right: float, up: float) -> None:
        frame = self.painted
        if frame is None or frame.points is None or self._chosen is None:
            return
        (left, end), (low, high) = ranges_of(frame)
        at, points = self._chosen, frame.points
        self._keep(frame)
        self._move(
            points,
            at,
            float(points.x[at]) + right * NUDGE * (end - left),
            float(points.y[at]) + up * NUDGE * (high - low),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys move the point that is chosen, with Shift sideways; Insert adds one, Delete removes it."""
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        ways = {Qt.Key.Key_PageUp: 1.0, Qt.Key.Key_PageDown: -1.0}
        key = Qt.Key(event.key())
        if key in ways and self._chosen is not None:
            self._nudge(ways[key] if sideways else 0.0, 0.0 if sideways else ways[key])
        elif key == Qt.Key.Key_Delete and self._chosen is not None:
            self._remove()
        elif key == Qt.Key.Key_Insert and self.painted is not None and self.painted.points is not None:
            (left, end), (low, high) = ranges_of(self.painted)
            self._add((left + end) / 2, (low + high) / 2)
        else:
            super().keyPressEvent(event)

    # -- points of one's own -------------------------------------------------------------------------------------

    def _state(self, frame: FittingFrame) -> State:
        return frame.choice.data, frame.choice.points

    def _keep(self, frame: FittingFrame) -> None:
        self._history.keep(self._state(frame))

    def _show_points(self, points: Points, truth: str = "") -> None:
        """Show own points, beside the curve that those they come from were drawn from; `truth`: beside another."""
        choice = self.painted.choice if self.painted is not None else None
        if choice is not None and choice.data != OWN and choice.truth != HIDDEN:
            truth = truth or choice.data
        if truth and (choice is None or choice.truth != truth):
            self._set("truth", truth)
        self._show((OWN, write_points(self._named(points))))

    def _named(self, points: Points) -> Points:
        """With the names of the axes they had."""
        if self.painted is None or points.x_name or points.y_name or self.painted.choice.data != "tower":
            return points
        return points_of(points.x, points.y, *words.axis_names(self.painted))

    def _show(self, state: State) -> None:
        data, text = state
        self._set("points", text)
        if self.painted is None or self.painted.choice.data != data:
            self._set("data", data)

    def _undo(self) -> None:
        if self.painted is not None and (state := self._history.back(self._state(self.painted))):
            self._show(state)

    def _redo(self) -> None:
        if self.painted is not None and (state := self._history.again(self._state(self.painted))):
            self._show(state)

    def _open(self) -> None:
        path = open_file(self, self.tr("Open points"), self.tr("Tables (*.csv *.tsv *.txt);;All files (*)"))
        if path:
            self.open_points(Path(path))

    def open_points(self, path: Path) -> None:
        """Show the points of a file, or say what is wrong with it."""
        try:
            points = read_file(path)
        except InputRefused as error:
            self.send(Say(in_language(error.args[0])))
            return
        if self.painted is not None:
            self._keep(self.painted)
        self._show_points(points, AUTO)

    def _copy(self) -> None:
        if self.painted is not None and self.painted.python:
            QGuiApplication.clipboard().setText(self.painted.python)
            self.send(Say(self.tr("Copied: the fitted curve as a function of NumPy.")))


def _short(value: float) -> float:
    """A place a person pointed at, without digits that nobody could point at."""
    return float(f"{value:z.6g}")
