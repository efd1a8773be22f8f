"""The toy model of superposition: how a net without room for all features packs them, and when.

Arrows are the features' directions while the models train; beside them W^T W, every start with the name of what it came
to, the losses with the best linear model's, and D_i. Two further pages: the outcome at every density, and the phase
diagram of two features in one dimension. Definitions stand in `engine.labs.superposition.records`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engine.labs.superposition.records import ToyTrained
from engine.run import Run
from viz.charts.chart_panel import ChartPanel
from viz.charts.chart_view import ChartView
from viz.intents import GoOn, Intent, Rest, SetOption, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.superposition import superposition_frame as data
from viz.labs.superposition import words
from viz.labs.superposition.arrows import DRAWN, draw_arrows
from viz.labs.superposition.drawing import (
    draw_densities,
    draw_losses,
    draw_phases,
    draw_products,
    draw_shares,
    draw_starts,
)
from viz.labs.superposition.superposition_frame import SuperpositionFrame, superposition_frame
from viz.labs.superposition.toy_controls import ToyControls
from viz.ui_state import UiState

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid

PLAY_MS = 60  # between two moments that are played
WIDE = 60  # em of width from which on charts stand beside each other


class SuperpositionView(ChartView):
    """The toy model; see the module."""

    name = data.OWNER
    title = QT_TRANSLATE_NOOP("SuperpositionView", "Superposition: toy model")
    tab = QT_TRANSLATE_NOOP("SuperpositionView", "Superposition")
    subtitle = QT_TRANSLATE_NOOP("SuperpositionView", "More features than dimensions")
    keywords = (
        QT_TRANSLATE_NOOP("SuperpositionView", "toy models of superposition"),
        QT_TRANSLATE_NOOP("SuperpositionView", "features"),
        QT_TRANSLATE_NOOP("SuperpositionView", "sparsity"),
        QT_TRANSLATE_NOOP("SuperpositionView", "dimensionality"),
        QT_TRANSLATE_NOOP("SuperpositionView", "phase diagram"),
    )
    area = "centre"
    order = 70
    figure_needs = "engine"
    figure_seconds = 10.0
    tip = QT_TRANSLATE_NOOP(
        "SuperpositionView",
        "Train a model to keep more features than it has dimensions, and see how it arranges them: as pairs, a "
        "pentagon, or not at all.",
    )
    options = data.OPTIONS
    figure_lines = 760
    worked_by_audience = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: SuperpositionFrame | None = None
        self._turned: tuple[float, float] | None = None  # while it is dragged: rotation and elevation
        self._wide = True
        self._timer = QTimer(self)
        self._timer.setInterval(PLAY_MS)
        self._timer.timeout.connect(self._play_on)
        self.controls = ToyControls(self)
        self.arrows = ChartPanel(self, self.tr("Features as arrows"))
        self.column.insertWidget(0, self.controls)
        self.column.removeWidget(self.panel)
        body = QHBoxLayout()
        body.addWidget(self.arrows, 4)
        body.addWidget(self.panel, 6)
        self.column.addLayout(body, 1)
        self.controls.start.clicked.connect(self._start)
        self.controls.pause.clicked.connect(self._pause)
        self.controls.rewind.clicked.connect(self._rewind)
        self.controls.moment_chosen.connect(self._show_moment)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> SuperpositionFrame:
        return superposition_frame(run, ui)

    @classmethod
    def wants(cls, frame: SuperpositionFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    @classmethod
    def figure_wants(cls, frame: SuperpositionFrame) -> Sequence[Intent]:
        if frame.why_not or frame.following is None:
            return ()
        return ask_labs(frame.following) if frame.page == data.TRAINING else (GoOn(frame.following),)

    # -- words -----------------------------------------------------------------------------------------------------

    def heading(self, frame: SuperpositionFrame) -> str:
        return words.heading(frame)

    def notes(self, frame: SuperpositionFrame) -> str:
        return words.notes(frame)

    def alarms(self, frame: SuperpositionFrame) -> bool:
        diverged = frame.now is not None and frame.now.diverged
        return bool(frame.why_not) or diverged or any(it.diverged for it in frame.densities)

    def instead(self, frame: SuperpositionFrame) -> str:
        if self._has_charts(frame):
            return ""
        if frame.why_not or frame.page != data.TRAINING:
            return words.notes(frame)
        return self.tr("Drawing random weights …")

    @staticmethod
    def _has_charts(frame: SuperpositionFrame) -> bool:
        return bool(frame.told if frame.page == data.TRAINING else frame.parts[0])

    # -- drawing ---------------------------------------------------------------------------------------------------

    def show_charts(self, frame: SuperpositionFrame, wanted: bool) -> None:
        self.controls.show_frame(frame, self._timer.isActive())
        arrows = wanted and frame.page == data.TRAINING and frame.recipe.dimensions <= DRAWN
        self.arrows.setVisible(arrows)
        self._wide = self._is_wide()
        super().show_charts(frame, wanted)
        if arrows:
            self._draw_arrows(frame)

    def _draw_arrows(self, frame: SuperpositionFrame) -> None:
        if self._turned is not None:
            frame = _turned(frame, *self._turned)
        with self.arrows.drawing(self.colours, self.still) as grid:
            draw_arrows(grid, frame, self.colours, None if self.still else self._turn)

    def draw_charts(self, frame: SuperpositionFrame) -> None:
        with self.drawing() as grid:
            if frame.page == data.OVER_DENSITY:
                draw_densities(grid, frame, self.colours, self._wide)
            elif frame.page == data.PHASES:
                draw_phases(grid, frame, self.colours)
            elif frame.now is not None:
                self._draw_training(grid, frame, frame.now)

    def _draw_training(self, grid: ChartGrid, frame: SuperpositionFrame, now: ToyTrained) -> None:
        colours, wide = self.colours, self._wide
        arrows = 0.4 if frame.recipe.dimensions <= DRAWN else 0.0
        room = self.width() * (1 - arrows) / self.em / (2 if wide else 1) - 5
        second = (0, 1) if wide else (2, 0)
        draw_products(grid, 0, 0, frame, now, colours, room)
        draw_starts(grid, *second, frame, now, colours, self._choose)
        draw_losses(grid, 2 if wide else 4, 0, 1, frame, now, colours)
        draw_shares(grid, 2 if wide else 6, 1 if wide else 0, 1, frame, now, colours)
        if wide:
            grid.share(rows={1: 3, 3: 2}, columns={0: 1, 1: 1})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wide != self._is_wide():
            self.redraw()

    def _is_wide(self) -> bool:
        """Whether charts stand beside each other; a figure, which does not scroll, needs only to be wider than high."""
        return self.width() >= WIDE * self.em or (self.still and self.width() > self.height())

    # -- gestures --------------------------------------------------------------------------------------------------

    def _set(self, name: str, value: int) -> None:
        self.send(SetOption(self.name, name, value))

    def _choose(self, at: int) -> None:
        frame = self.painted
        if frame is not None and frame.now is not None:
            self._set(data.CHOSEN.name, 0 if at == frame.best else at + 1)

    def _turn(self, across: float, up: float, done: bool) -> None:
        """Turn while it is dragged; the angle is kept when the drag ends."""
        frame = self.painted
        if frame is None:
            return
        azimuth, elevation = self._turned or (frame.azimuth, frame.elevation)
        azimuth = (azimuth + across + 180.0) % 360.0 - 180.0
        self._turned = azimuth, min(max(elevation + up, -89.0), 89.0)
        self._draw_arrows(frame)
        if done:
            azimuth, elevation = self._turned
            self._turned = None
            self._set(data.AZIMUTH.name, round(azimuth))
            self._set(data.ELEVATION.name, round(elevation))

    def _show_moment(self, moment: int) -> None:
        self._timer.stop()
        self._set(data.MOMENT.name, moment)

    def _start(self) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.page == data.TRAINING and frame.moment < len(frame.told) - 1:
            self._timer.start()
            self.controls.show_frame(frame, True)
        elif frame.following is not None:
            if frame.page == data.TRAINING:
                self._set(data.MOMENT.name, -1)
            self.send(GoOn(frame.following))

    def _play_on(self) -> None:
        """The next moment; after the last that is known, go on with the training where it is not done."""
        frame = self.painted
        if frame is None or frame.page != data.TRAINING or not self.isVisible():
            self._timer.stop()
            return
        if frame.moment < len(frame.told) - 2:
            self._set(data.MOMENT.name, frame.moment + 1)
            return
        self._timer.stop()
        self._set(data.MOMENT.name, -1)
        if frame.following is not None and not frame.going:
            self.send(GoOn(frame.following))

    def _pause(self) -> None:
        frame = self.painted
        self._timer.stop()
        if frame is None:
            return
        if frame.following is not None and frame.going:
            self.send(Rest(type(frame.following)))
        self.controls.show_frame(frame, False)

    def _rewind(self) -> None:
        self._pause()
        self._set(data.MOMENT.name, 0)

    def finish_figure(self) -> None:
        super().finish_figure()
        self.controls.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)


def _turned(frame: SuperpositionFrame, azimuth: float, elevation: float) -> SuperpositionFrame:
    return replace(frame, azimuth=azimuth, elevation=elevation)
