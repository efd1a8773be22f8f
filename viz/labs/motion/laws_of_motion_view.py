"""Is there a law in the motion? Every measure over many texts, as its difference from each control.

Measures have different units, so each difference is drawn in standard deviations over texts, with its 95 % interval, on
an axis of asinh, since a random walk may be twenty of them away; the numbers themselves stand at the side. What has the
colour of the path is beyond chance by the rule, which the notes state.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.labs.motion.questions import FULL, MAP, ROWS, STEPS, AskLaws, Laws
from engine.questions import Refused
from engine.run import Run
from viz.charts.aim import Rows
from viz.charts.keys import Key
from viz.charts.lab_bar import Field
from viz.charts.numbers import fixed
from viz.charts.rulers import Ruler, categories
from viz.intents import SaveTable
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.motion.over_texts import OverTextsView
from viz.labs.motion.row_choice import row_of, space_of, state_option
from viz.labs.motion.words import beyond, conclusion, control_name, control_tip, law_name, law_tip, row_name, rule
from viz.ui_state import Option, UiState
from viz.view import option_value, own_options

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

MARKS = tuple((float(np.arcsinh(value)), f"{value:g}".replace("-", "−")) for value in (-20, -5, -1, 0, 1, 5, 20))
COLUMNS = (
    "law", "control", "where", "value", "value low", "value high", "control value", "difference", "low", "high",
    "low that decides", "high that decides", "texts", "beyond chance",
)  # fmt: skip


@dataclass(frozen=True)
class LawsFrame:
    """What was found."""

    found: Laws | None
    refused: str
    question: AskLaws
    layers: int
    has_model: bool
    why_not: str
    ui: UiState


class LawsOfMotionView(OverTextsView):
    """The differences; see the module."""

    name = "laws_of_motion"
    title = QT_TRANSLATE_NOOP("LawsOfMotionView", "Laws of motion")
    tab = QT_TRANSLATE_NOOP("LawsOfMotionView", "Laws")
    subtitle = QT_TRANSLATE_NOOP("LawsOfMotionView", "Beyond chance, or not?")
    keywords = (
        QT_TRANSLATE_NOOP("LawsOfMotionView", "fan direction"),
        QT_TRANSLATE_NOOP("LawsOfMotionView", "shuffled control"),
        QT_TRANSLATE_NOOP("LawsOfMotionView", "random walk"),
        QT_TRANSLATE_NOOP("LawsOfMotionView", "bootstrap interval"),
        QT_TRANSLATE_NOOP("LawsOfMotionView", "resultant length"),
    )
    area = "centre"
    order = 71
    figure_needs = "model"
    figure_seconds = 63.0
    tip = QT_TRANSLATE_NOOP(
        "LawsOfMotionView",
        "Tests over many texts whether their paths move otherwise than shuffled ones and random walks, and whether "
        "their fans point in a definite direction.",
    )
    options = (
        state_option(
            QT_TRANSLATE_NOOP("LawsOfMotionView", "States"),
            QT_TRANSLATE_NOOP(
                "LawsOfMotionView", "Which vectors make the paths; where the map shows the same, it is measured too."
            ),
        ),
        Option(
            "steps",
            QT_TRANSLATE_NOOP("LawsOfMotionView", "Tokens"),
            "integer",
            STEPS,
            low=0,
            high=300,
            tip=QT_TRANSLATE_NOOP(
                "LawsOfMotionView",
                "How many the original model generates after each text; 0 measures the texts themselves.",
            ),
            least=QT_TRANSLATE_NOOP("LawsOfMotionView", "0 (texts only)"),
        ),
        Option(
            "texts",
            QT_TRANSLATE_NOOP("LawsOfMotionView", "Texts"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP(
                "LawsOfMotionView", "A UTF-8 file with one text per line; empty for the 20 bundled openings."
            ),
        ),
    )
    figure_lines = 720

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, (Field("texts", QT_TRANSLATE_NOOP("LawsOfMotionView", "the 20 bundled openings"), 0),))
        self.painted: LawsFrame | None = None
        self.measure = self.bar.button(self.tr("Measure over the texts"), self.ask_it)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> LawsFrame:
        info = run.info
        layers = info.n_layers if info is not None else 0
        row = row_of(str(option_value(cls, ui, "state")), ui, info)
        space = space_of(row, layers)
        shown = space if space in run.maps and space == ui.space else None
        texts = str(option_value(cls, ui, "texts")).strip()
        question = AskLaws(row, shown, texts, int(option_value(cls, ui, "steps")))
        found = run.findings.get(question)
        mine = own_options(cls, ui)
        return LawsFrame(
            found if isinstance(found, Laws) else None, found.sentence if isinstance(found, Refused) else "", question,
            layers, info is not None, (info.why_missing("resid") or "") if info is not None else "", mine,
        )  # fmt: skip

    @classmethod
    def begins(cls, frame: LawsFrame) -> AskLaws | None:
        return frame.question if frame.found is None and not frame.refused else None

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: LawsFrame) -> str:
        return self.tr("Laws of motion, {states}").format(states=row_name(frame.question.row, frame.layers))

    def notes(self, frame: LawsFrame) -> str:
        if frame.refused or frame.why_not:
            return frame.refused or frame.why_not
        if not frame.has_model:
            return self.tr("Load a model to see whether its texts move by any law.")
        found = frame.found
        if found is None:
            if self.bar.waiting is not None:
                return self.tr("Measuring. Progress and Cancel are in the status line.")
            return self.tr(
                "Generates after each text, and takes one step of the model with 16 tokens at each position: some "
                "minutes."
            )
        n_texts = found.values.shape[2]
        parts = [
            conclusion(found),
            rule(),
            self.tr("{texts} texts, {steps} positions, {out} left out as outliers.").format(
                texts=n_texts, steps=f"{found.n_steps:,}", out=found.n_left_out
            ),
            found.note,
        ]
        if not found.on_map:
            parts.append(self.tr("Show the map of these states and measure again to have it measured on the map too."))
        return sentences(*parts)

    # -- drawing -------------------------------------------------------------------------------------------------

    def has_charts(self, frame: LawsFrame) -> bool:
        return frame.found is not None

    def draw_charts(self, frame: LawsFrame) -> None:
        with self.drawing() as grid:
            if frame.found is not None:
                self._draw(grid, frame.found)

    def _draw(self, grid: ChartGrid, found: Laws) -> None:
        theme = self.colours
        wheres = [(FULL, self.tr("all {n} dimensions").format(n=f"{found.dimensions:,}"))]
        if found.on_map:
            wheres.append((MAP, self.tr("on the map, 3 dimensions")))
        keys = (
            Key(self.tr("beyond chance"), theme.path, "o"),
            Key(self.tr("not beyond chance"), theme.muted, "o"),
        )  # fmt: skip
        grid.key(0, 0, keys, columns=len(wheres))
        reach = self._reach(found, [which for which, _ in wheres])
        names = tuple(f"{law_name(law)} − {control_name(control)}" for law, control in ROWS)
        for column, (which, title) in enumerate(wheres):
            grid.words(1, column, title, bold=True)
            plot = grid.plot(2, column)
            numbers = tuple(
                f"{fixed(found.mean[which, at], 2)} · {fixed(found.control[which, at], 2)}" for at in range(len(ROWS))
            )
            labels = names if column == 0 else ("",) * len(names)
            plot.show_axes(
                Ruler(-reach, reach, self.tr("difference / standard deviation over texts"), marks=MARKS),
                categories(labels, down=True, clear=True, widest=24.0) if column == 0 else Ruler(
                    -0.5, len(ROWS) - 0.5, down=True, marks=(), hidden=True
                ),
                categories(numbers, self.tr("measured · control"), down=True, far=True, widest=12.0),
            )  # fmt: skip
            plot.limit(0.0, self.tr("chance"), colour=theme.muted, dash=0)
            self._draw_rows(plot, found, which)
        grid.share({2: 1}, {0: 3 if len(wheres) > 1 else 1, 1: 2 if len(wheres) > 1 else 0})

    def _draw_rows(self, plot: Plot, found: Laws, which: int) -> None:
        theme, scale = self.colours, _scale(found, which)
        gap, low, high = (np.arcsinh(values[which] / scale) for values in (found.gap, found.gap_low, found.gap_high))
        ys = np.arange(len(ROWS), dtype=np.float64)
        sure = np.array([beyond(found, which, at) != 0 for at in range(len(ROWS))])
        for rows, colour in ((~sure, theme.muted), (sure, theme.path)):
            if rows.any():
                plot.errors(gap[rows], ys[rows], low[rows], high[rows], colour, across=True)
                plot.points(gap[rows], ys[rows], colour, name=self.tr("difference"))
        plot.aim(Rows(len(ROWS)), lambda at: self.told(found, which, at))

    def _reach(self, found: Laws, wheres: list[int]) -> float:
        ends = (found.gap_low, found.gap_high)
        parts = [np.abs(np.arcsinh(values[which] / _scale(found, which))) for which in wheres for values in ends]
        known = np.concatenate(parts)
        known = known[np.isfinite(known)]
        return float(known.max()) * 1.1 if len(known) and known.max() > 0 else 1.0

    def told(self, found: Laws, which: int, at: int) -> str:
        """What the crosshair says of a row."""
        law, control = ROWS[at]
        sign = beyond(found, which, at)
        verdict = (
            self.tr("beyond chance, above its control") if sign > 0
            else self.tr("beyond chance, below its control") if sign < 0
            else self.tr("not beyond chance")
        )  # fmt: skip
        lines = [
            law_name(law),
            law_tip(law),
            self.tr("measured {value}, 95 % {low} to {high}").format(
                value=fixed(found.mean[which, at], 3), low=fixed(found.low[which, at], 3),
                high=fixed(found.high[which, at], 3),
            ),
            self.tr("{control} {value}: {what}").format(
                control=control_name(control), value=fixed(found.control[which, at], 3), what=control_tip(control)
            ),
            self.tr("difference {gap}, 95 % {low} to {high}: {verdict}").format(
                gap=fixed(found.gap[which, at], 3), low=fixed(found.gap_low[which, at], 3),
                high=fixed(found.gap_high[which, at], 3), verdict=verdict,
            ),
        ]  # fmt: skip
        return "\n".join(lines)

    def as_table(self, frame: LawsFrame) -> SaveTable | None:
        found = frame.found
        if found is None:
            return None
        rows = []
        for which in (FULL, MAP) if found.on_map else (FULL,):
            for at, (law, control) in enumerate(ROWS):
                known = int(np.isfinite(found.values[which, at] - found.controls[which, at]).sum())
                numbers = (
                    found.mean, found.low, found.high, found.control, found.gap, found.gap_low, found.gap_high,
                    found.strict_low, found.strict_high,
                )  # fmt: skip
                rows.append(
                    (law, control, ("all dimensions", "map")[which], *(float(part[which, at]) for part in numbers),
                     known, beyond(found, which, at))
                )  # fmt: skip
        return SaveTable(self.name, COLUMNS, tuple(rows))


def _scale(found: Laws, which: int) -> np.ndarray:
    """[R] what a standard deviation over texts is; NaN where there is none."""
    spread = found.spread[which]
    return np.where(spread > 0, spread, np.nan)
