"""How far to trust this map: the layouts of its space side by side, each by the same measures and beside a control.

Trustworthiness falls where points are near on the map that are not so in the full space, continuity where neighbours
are torn apart; the share kept says both at once. Definitions stand in `engine.labs.projections.records`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.projections.records import KS, SHUFFLED, Projections
from engine.questions import Question
from engine.run import Run
from viz.charts.aim import Cells
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import fixed, percent
from viz.charts.rulers import categories
from viz.intents import SaveTable
from viz.joined import facts, listed, named, sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.projections.frame import (
    MEASURES,
    MIDDLE,
    ProjectionsFrame,
    best,
    comparisons,
    errors_of,
    frame_of,
    row_shown,
    table_of,
    values_of,
)
from viz.map.data.algorithms import NAMES
from viz.map.faithful import kept_of
from viz.map.faithful import percent as percent_of
from viz.map.paint.layout_words import layout_name
from viz.map.paint.words import space_name
from viz.plain import set_tip
from viz.theme import Theme
from viz.ui_state import UiState

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

translate = QCoreApplication.translate  # by this name its texts are collected

WIDE = 62  # em of width from which on all measures stand beside each other
ROW = 2.1  # em of a row, at most


class ProjectionsView(LabChartView):
    """See the module."""

    name = "projections"
    title = QT_TRANSLATE_NOOP("ProjectionsView", "How far to trust this map")
    tab = QT_TRANSLATE_NOOP("ProjectionsView", "Trust in the map")
    subtitle = QT_TRANSLATE_NOOP("ProjectionsView", "Neighbours and distances that each layout keeps")
    keywords = (
        QT_TRANSLATE_NOOP("ProjectionsView", "trustworthiness"),
        QT_TRANSLATE_NOOP("ProjectionsView", "continuity"),
        QT_TRANSLATE_NOOP("ProjectionsView", "neighbours kept"),
        QT_TRANSLATE_NOOP("ProjectionsView", "distance correlation"),
        QT_TRANSLATE_NOOP("ProjectionsView", "compare layouts"),
        QT_TRANSLATE_NOOP("ProjectionsView", "faithfulness"),
    )
    area = "right"
    order = 49
    figure_needs = "model"
    figure_seconds = 9.0
    tip = QT_TRANSLATE_NOOP(
        "ProjectionsView",
        "How many of the neighbours in all dimensions, and of the distances, each layout of the map keeps, beside a "
        "shuffled "
        "layout as a control.",
    )
    figure_lines = 540

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: ProjectionsFrame | None = None
        self._was_wide = False
        self.run = self.bar.button(self.tr("Measure all layouts"), self._ask)
        set_tip(self.run, self.tr("Compare 500 points' neighbours in all dimensions with those on every layout"))

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> ProjectionsFrame:
        return frame_of(run, ui)

    @classmethod
    def begins(cls, frame: ProjectionsFrame) -> Question | None:
        return frame.question if frame.found is None and not frame.refused else None

    def paint(self, frame: ProjectionsFrame, theme: Theme) -> None:
        self.run.setEnabled(frame.has_model and frame.question is not None)
        if frame.found is not None or frame.refused or frame.question != self.bar.waiting:
            self.bar.waiting = None
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    def has_charts(self, frame: ProjectionsFrame) -> bool:
        return frame.found is not None

    def as_table(self, frame: ProjectionsFrame) -> SaveTable | None:
        return table_of(frame, self._names(frame))

    # -- charts --------------------------------------------------------------------------------------------------

    @property
    def _is_wide(self) -> bool:
        return self.width() > WIDE * self.em

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_wide != self._was_wide:
            self.redraw()

    def draw_charts(self, frame: ProjectionsFrame) -> None:
        self._was_wide = self._is_wide
        if frame.found is None:
            return
        places = [(0, 0), (0, 1), (0, 2), (0, 3)] if self._is_wide else [(0, 0), (0, 1), (1, 0), (1, 1)]
        with self.drawing() as grid:
            grid.colour_bar(0, 0, Bar(self._scale), columns=4 if self._is_wide else 2)
            for measure, (line, column) in zip(MEASURES, places, strict=True):
                grid.words(1 + 2 * line, column, self._measure(measure), bold=True)
                self._draw(grid, frame, frame.found, measure, (2 + 2 * line, column))
            grid.share(
                {2: 1, 4: 0 if self._is_wide else 1}, {0: 6, 1: 3, 2: 3, 3: 2} if self._is_wide else {0: 5, 1: 3}
            )

    @property
    def _scale(self) -> Colouring:
        return Colouring(self.colours.ramp, self.colours.raised, 1.0)

    def _draw(
        self, grid: ChartGrid, frame: ProjectionsFrame, found: Projections, measure: str, at: tuple[int, int]
    ) -> None:
        plot: Plot = grid.plot(*at)
        values, errors, names = values_of(found, measure), errors_of(found, measure), self._rows(frame, found)
        many = errors is not None
        columns = tuple(self.tr("k = {k}").format(k=k) for k in KS) if many else (self.tr("Spearman"),)
        plot.show_axes(
            categories(columns, far=True),
            categories(names, down=True, clear=True, widest=22.0, hidden=at[1] > 0, chosen=row_shown(frame)),
        )
        plot.heat(
            values, self._scale, parted=True,
            write=lambda row, column: (self._number(measure, float(values[row, column])), False),
        )  # fmt: skip
        plot.at_most(high=ROW * len(names))

        def words(cell: tuple[int, int]) -> str:
            number = self._number(measure, float(values[cell]))
            if errors is not None:
                number += f" ± {self._number(measure, float(errors[cell]))}"
            said = named(facts((self._measure(measure), columns[cell[1]])), number)
            return "\n".join([names[cell[0]], said, self._definition(measure)])

        plot.aim(Cells(*values.shape), words)

    # -- words ---------------------------------------------------------------------------------------------------

    def _measure(self, measure: str) -> str:
        return {
            "trustworthiness": self.tr("trustworthiness"),
            "continuity": self.tr("continuity"),
            "kept": self.tr("true neighbours kept"),
            "correlation": self.tr("distances"),
        }[measure]

    def _definition(self, measure: str) -> str:
        return {
            "trustworthiness": self.tr(
                "1: each point's k nearest on the map are its k true neighbours. It falls by how far down the list of "
                "true neighbours the others stand; 0.5 is chance."
            ),
            "continuity": self.tr(
                "1: each point's k true neighbours are its k nearest on the map. It falls by how far away on the map "
                "the others are; 0.5 is chance."
            ),
            "kept": self.tr("The share of a point's k true neighbours that are among its k nearest on the map."),
            "correlation": self.tr("Spearman's correlation of distances in all dimensions (cosine) and on the map."),
        }[measure]

    @staticmethod
    def _number(measure: str, value: float) -> str:
        return percent(value) if measure == MEASURES[2] else fixed(value, 3)

    def _names(self, frame: ProjectionsFrame) -> dict[str, str]:
        """The layouts by their keys."""
        names = {layout.key: layout_name(layout) for layout in frame.layouts}
        return {**names, SHUFFLED: self.tr("shuffled")}

    def _rows(self, frame: ProjectionsFrame, found: Projections) -> tuple[str, ...]:
        names = self._names(frame)
        return tuple(f"{row.dimensions}D · {names.get(row.key, row.key[:6])}" for row in found.rows)

    def heading(self, frame: ProjectionsFrame) -> str:
        where = space_name(frame.space, frame.n_layers)
        return self.tr("What the layouts of this space keep: {space}").format(space=where)

    def notes(self, frame: ProjectionsFrame) -> str:
        if frame.refused:
            return frame.refused
        if not frame.has_model:
            return self.tr("Load a model to measure the layouts of its map.")
        if frame.question is None:
            return self.tr("The map of this space is not there yet. Show it first.")
        if frame.found is None:
            if self.bar.waiting is not None:
                return self.tr("Measuring. Progress and Cancel are in the status line.")
            return self.tr(
                "One click compares 500 points' neighbours in all dimensions with those on each layout, in 3D and 2D, "
                "and with a shuffled layout. It takes some seconds for each layout."
            )
        parts = (self._conclusion(frame, frame.found), self._basis(frame), self._compared(frame.found))
        return "\n".join(part for part in parts if part)

    def _conclusion(self, frame: ProjectionsFrame, found: Projections) -> str:
        """What the best layout keeps, and what that means for who looks at it."""
        both = best(found)
        if both is None:
            return self.tr("This space has too few points for 15 neighbours.")
        first, control = both
        said = self.tr(
            "Most is kept by {layout} in {n}D: {share} of a point's 15 true neighbours are among its 15 nearest there "
            "(shuffled: {chance}), trustworthiness {trust}, distances {rho}."
        ).format(
            layout=self._names(frame)[first.key], n=first.dimensions, share=percent(float(first.kept[MIDDLE])),
            chance=percent(float(control.kept[MIDDLE])), trust=fixed(float(first.trustworthiness[MIDDLE]), 3),
            rho=fixed(first.correlation, 2),
        )  # fmt: skip
        if float(first.kept[MIDDLE]) < 0.5:
            warning = self.tr("So most of what stands next to a point on these maps is not its true neighbour.")
            said = sentences(said, warning)
        return said

    def _basis(self, frame: ProjectionsFrame) -> str:
        """On which points, what the map itself states, and what another seed gives."""
        found = frame.found
        if found is None:
            return ""
        basis = self.tr(
            "Measured on {n} of {all} points (seed 0), each against all others; distances of {pairs} pairs."
        ).format(n=f"{len(found.sampled):,}", all=f"{found.n_points:,}", pairs=f"{found.n_pairs:,}")
        said = [basis]
        shown = frame.layouts[frame.chosen]
        three, two = kept_of(shown, False), kept_of(shown, True)
        if three is not None and two is not None:
            of_map = self.tr(
                "The map states for the layout that it shows {three} in 3D and {two} in 2D: of 15 among the 50 nearest."
            )
            said.append(of_map.format(three=percent_of(three), two=percent_of(two)))
        alike = [it.shared[MIDDLE] for it in found.agreements if it.dimensions == 3 and np.isfinite(it.shared[MIDDLE])]
        seeds = self.tr("Two seeds of one layout share {share} of a point's 15 nearest on the map (3D).")
        said += [seeds.format(share=percent(float(share))) for share in alike]
        return sentences(*said)

    def _compared(self, found: Projections) -> str:
        """What was measured of the default model: whether three dimensions can keep half, and if not how many do."""
        said = []
        for it in comparisons(found):
            kept_said = listed(f"{_algorithm(name)} {percent(kept)}" for name, kept in it.in_3d)
            basis = self.tr("{n} {space} of the default model, of 15 neighbours among 50 in 3D: {shares}.")
            words = basis.format(n=f"{it.points:,}", space=_space(it.space), shares=kept_said)
            if it.fewest is None:
                nothing = self.tr(
                    "Nothing that was tried keeps half, in up to {d} dimensions: most is {share}, by {name} in {at}."
                )
                name, at, share = it.best
                said_of = nothing.format(d=it.tried, share=percent(share), name=_algorithm(name), at=at)
                words = sentences(words, said_of)
            elif it.fewest[1] > 3:
                fewest = self.tr("None keeps half; the fewest dimensions tried that do are {d}, by {name} ({share}).")
                name = _algorithm(it.fewest[0])
                words = sentences(words, fewest.format(d=it.fewest[1], name=name, share=percent(it.fewest[2])))
            said.append(words)
        if said:
            chance = percent(max(it.shuffled for it in comparisons(found)))
            said.insert(
                0, self.tr("For comparison (tests/bench/keep.py; shuffled at most {chance}):").format(chance=chance)
            )
        return sentences(*said)

    def alarms(self, frame: ProjectionsFrame) -> bool:
        return bool(frame.refused)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self.painted is not None and self.painted.question is not None:
            self.ask(self.painted.question)


def _algorithm(name: str) -> str:
    """An algorithm's name; that of a later version as it stands there."""
    return {str(known): said for known, said in NAMES.items()}.get(name, name)


def _space(name: str) -> str:
    """A space of the measurements in words."""
    return {
        "token embeddings": translate("ProjectionsView", "token embeddings"),
        "states after L14": translate("ProjectionsView", "hidden states after L14 (the short sample text)"),
    }.get(name, name)
