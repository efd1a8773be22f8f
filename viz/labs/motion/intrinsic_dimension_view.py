"""How many dimensions the states take, layer by layer, and how far two measures of that can be trusted.

On the right both measures are put to Gaussian clouds of as many points whose dimension is known: TwoNN follows the
diagonal for few dimensions and saturates, so a number on the left is read through the curve on the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.labs.motion.questions import AskDimension, Dimension
from engine.labs.motion.records import F64
from engine.questions import Refused
from engine.run import Run
from viz.charts.aim import Columns
from viz.charts.keys import Key
from viz.charts.lab_bar import Field
from viz.charts.numbers import fixed
from viz.charts.rulers import Ruler, categories
from viz.intents import ChooseLayer
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.motion.over_texts import OverTextsView
from viz.labs.motion.words import saturated
from viz.state_names import layer_of, row_after, state_name, state_tick, states_axis
from viz.ui_state import Option, UiState
from viz.view import option_value, own_options

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid

MARKS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


@dataclass(frozen=True)
class DimensionFrame:
    """What was found."""

    found: Dimension | None
    refused: str
    question: AskDimension
    layer: int
    has_model: bool
    why_not: str
    ui: UiState


class IntrinsicDimensionView(OverTextsView):
    """The curves; see the module."""

    name = "intrinsic_dimension"
    title = QT_TRANSLATE_NOOP("IntrinsicDimensionView", "Intrinsic dimension")
    tab = QT_TRANSLATE_NOOP("IntrinsicDimensionView", "Dimension")
    subtitle = QT_TRANSLATE_NOOP("IntrinsicDimensionView", "By layer")
    keywords = (
        QT_TRANSLATE_NOOP("IntrinsicDimensionView", "participation ratio"),
        QT_TRANSLATE_NOOP("IntrinsicDimensionView", "TwoNN"),
        QT_TRANSLATE_NOOP("IntrinsicDimensionView", "manifold"),
        QT_TRANSLATE_NOOP("IntrinsicDimensionView", "effective dimension"),
    )
    area = "centre"
    order = 72
    figure_needs = "model"
    figure_seconds = 65.0
    tip = QT_TRANSLATE_NOOP(
        "IntrinsicDimensionView",
        "How many dimensions the hidden states take after each layer, by two measures, beside Gaussian clouds of "
        "known dimension.",
    )
    options = (
        Option(
            "n_states",
            QT_TRANSLATE_NOOP("IntrinsicDimensionView", "States"),
            "integer",
            2000,
            low=50,
            high=20000,
            step=500,
            tip=QT_TRANSLATE_NOOP(
                "IntrinsicDimensionView", "How many hidden states are measured. More of them saturate later."
            ),
        ),
        Option(
            "texts",
            QT_TRANSLATE_NOOP("IntrinsicDimensionView", "Texts"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP(
                "IntrinsicDimensionView", "A UTF-8 file with one text per line; empty for the bundled sample texts."
            ),
        ),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        hint = QT_TRANSLATE_NOOP("IntrinsicDimensionView", "the bundled sample texts")
        super().__init__(parent, (Field("texts", hint, 0),))
        self.painted: DimensionFrame | None = None
        self.measure = self.bar.button(self.tr("Measure every layer"), self.ask_it)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> DimensionFrame:
        info = run.info
        question = AskDimension(str(option_value(cls, ui, "texts")).strip(), int(option_value(cls, ui, "n_states")))
        found = run.findings.get(question)
        mine = own_options(cls, ui)
        return DimensionFrame(
            found if isinstance(found, Dimension) else None, found.sentence if isinstance(found, Refused) else "",
            question, ui.layer, info is not None, (info.why_missing("resid") or "") if info is not None else "", mine,
        )  # fmt: skip

    @classmethod
    def begins(cls, frame: DimensionFrame) -> AskDimension | None:
        return frame.question if frame.found is None and not frame.refused else None

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: DimensionFrame) -> str:
        return self.tr("Intrinsic dimension of the hidden states after each layer")

    def notes(self, frame: DimensionFrame) -> str:
        if frame.refused or frame.why_not:
            return frame.refused or frame.why_not
        if not frame.has_model:
            return self.tr("Load a model to see how many dimensions its states take.")
        found = frame.found
        if found is None:
            if self.bar.waiting is not None:
                return self.tr("Measuring. Progress and Cancel are in the status line.")
            return self.tr("Reads texts and measures the states after every layer: up to some minutes.")
        row = self._chosen(frame, found)
        parts = [
            self.tr(
                "{place}: TwoNN {near} as the states are, {near_standard} standardised; a Gaussian cloud of {n} points "
                "that reads so has about {true} and {true_standard} dimensions. Participation ratio {ratio} and "
                "{ratio_standard}; a Gaussian in all {width} dimensions reads {full}."
            ).format(
                place=self._name(found, row), near=fixed(found.nearest[0, row], 1),
                near_standard=fixed(found.nearest[1, row], 1), n=f"{found.n_states:,}",
                true=saturated(found, float(found.nearest[0, row])),
                true_standard=saturated(found, float(found.nearest[1, row])), ratio=fixed(found.ratio[0, row], 1),
                ratio_standard=fixed(found.ratio[1, row], 1), width=f"{found.dimensions:,}",
                full=fixed(found.control_ratio[-1], 0),
            ),
            self.tr(
                "Participation ratio: (Σλ)² / Σλ² of the covariance's eigenvalues. TwoNN: from the distances to the "
                "first and second neighbour; it saturates, so it is read beside clouds of known dimension. Bands: "
                "jackknife over texts (± 2 standard errors) and 95 % bootstrap."
            ),
            found.note,
        ]  # fmt: skip
        return sentences(*parts)

    @staticmethod
    def _chosen(frame: DimensionFrame, found: Dimension) -> int:
        return min(row_after(frame.layer), int(found.ratio.shape[1]) - 2)

    def _name(self, found: Dimension, row: int) -> str:
        if row == found.ratio.shape[1] - 1:
            return self.tr("After the final norm")
        name = state_name(row, found.ratio.shape[1] - 1)
        return name[:1].upper() + name[1:]

    # -- drawing -------------------------------------------------------------------------------------------------

    def has_charts(self, frame: DimensionFrame) -> bool:
        return frame.found is not None

    def draw_charts(self, frame: DimensionFrame) -> None:
        with self.drawing() as grid:
            if frame.found is not None:
                self._draw(grid, frame, frame.found)

    def _series(self, found: Dimension) -> list[tuple[str, str, int, F64, F64, F64]]:
        """name, colour, dash, values, low, high."""
        one, other = self.colours.categories[:2]
        error = 2 * found.ratio_error
        ratio, nearest = self.tr("participation ratio"), self.tr("TwoNN")
        standard = self.tr("{measure}, standardised")
        return [
            (ratio, one, 0, found.ratio[0], found.ratio[0] - error[0], found.ratio[0] + error[0]),
            (standard.format(measure=ratio), one, 1, found.ratio[1], found.ratio[1] - error[1],
             found.ratio[1] + error[1]),
            (nearest, other, 0, found.nearest[0], found.nearest_low[0], found.nearest_high[0]),
            (standard.format(measure=nearest), other, 1, found.nearest[1], found.nearest_low[1],
             found.nearest_high[1]),
        ]  # fmt: skip

    def _draw(self, grid: ChartGrid, frame: DimensionFrame, found: Dimension) -> None:
        rows = found.ratio.shape[1]
        series = self._series(found)
        grid.key(0, 0, [Key(name, colour, dash=dash) for name, colour, dash, *_ in series])
        plot, chosen = grid.plot(1, 0), self._chosen(frame, found)
        ticks = (*(state_tick(row) for row in range(rows - 1)), self.tr("norm"))
        full = (found.control_ratio[-1:], found.control_nearest[-1:])  # of a Gaussian in all dimensions
        low, high, marks = _logarithmic(
            [*full, *(part for *_, one, two, three in series for part in (one, two, three))]
        )
        plot.show_axes(
            categories(ticks, states_axis(), chosen=chosen), Ruler(low, high, self.tr("dimensions"), marks=marks)
        )
        for value, colour, name in zip(full, self.colours.categories, (series[0][0], series[2][0]), strict=False):
            words_there = self.tr("{measure} of a Gaussian").format(measure=name)
            plot.limit(float(_log(value)[0]), words_there, colour=colour, dash=2, across=True)
        xs = np.arange(rows)
        for name, colour, dash, values, below, above in series:
            plot.band(xs, _log(below), _log(above), colour)
            plot.line(xs, _log(values), colour, name=name, dash=dash, dots=rows <= 40)

        def words(row: int) -> str:
            said = [self._name(found, row)]
            for name, _, _, values, below, above in series:
                said.append(
                    self.tr("{name} {value} ({low} to {high})").format(
                        name=name, value=fixed(values[row], 1), low=fixed(below[row], 1), high=fixed(above[row], 1)
                    )
                )
            return "\n".join(said)

        def choose(row: int) -> None:
            self.send(ChooseLayer(layer_of(min(row, rows - 2))))

        plot.aim(
            Columns(xs.astype(np.float64)), words, choose=choose,
            chosen=chosen,
        )  # fmt: skip
        self._draw_controls(grid, found)
        grid.share(columns={0: 5, 1: 3})

    def _draw_controls(self, grid: ChartGrid, found: Dimension) -> None:
        theme = self.colours
        one, other = theme.categories[:2]
        names = (self.tr("participation ratio"), self.tr("TwoNN"), self.tr("true dimension"))
        grid.key(0, 1, [Key(names[0], one), Key(names[1], other, dash=1), Key(names[2], theme.muted, dash=2)])
        plot = grid.plot(1, 1)
        true = found.true.astype(np.float64)
        low, high, marks = _logarithmic([true, found.control_nearest, found.control_ratio])
        plot.show_axes(
            Ruler(low, high, self.tr("dimensions of a Gaussian cloud of {n} points").format(n=f"{found.n_states:,}"),
                  marks=marks),
            Ruler(low, high, self.tr("what is measured"), marks=marks),
        )  # fmt: skip
        xs = _log(true)
        plot.line(xs, xs, theme.muted, name=names[2], dash=2)
        plot.line(xs, _log(found.control_ratio), one, name=names[0], dots=True)
        plot.line(xs, _log(found.control_nearest), other, name=names[1], dash=1, dots=True)

        def words(at: int) -> str:
            return "\n".join(
                [
                    self.tr("Gaussian in {n} dimensions").format(n=int(found.true[at])),
                    f"{names[0]} {fixed(found.control_ratio[at], 1)}",
                    f"{names[1]} {fixed(found.control_nearest[at], 1)}",
                ]
            )

        plot.aim(Columns(xs), words)


def _log(values: F64) -> F64:
    """Logarithms to base 10; NaN of what is not above 0."""
    return np.asarray(np.log10(np.where(values > 0, values, np.nan)))


def _logarithmic(parts: list[F64]) -> tuple[float, float, tuple[tuple[float, str], ...]]:
    """The ends of a logarithmic axis and its marks."""
    known = np.concatenate([_log(np.asarray(part, np.float64)) for part in parts])
    known = known[np.isfinite(known)]
    low, high = (float(known.min()) - 0.05, float(known.max()) + 0.05) if len(known) else (0.0, 1.0)
    marks = tuple((float(np.log10(mark)), f"{mark:,}") for mark in MARKS if low <= np.log10(mark) <= high)
    return low, high, marks
