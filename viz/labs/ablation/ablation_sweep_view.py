"""One part over its whole scale: the followed token's probability, and how far the model is from the intact one.

The rest of the board stays as it is. Measured when a person asks, one scale after the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.labs.ablation.records import SCALES, AskSweep, Sweep
from engine.questions import Refused
from engine.records import F32
from engine.run import Run
from viz.board import Board, Row, shown_scale
from viz.changed import here
from viz.charts.aim import Columns
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import bits, nice_ceiling, percent
from viz.charts.rulers import Ruler
from viz.in_language import in_language
from viz.lab import QT_TRANSLATE_NOOP
from viz.theme import Theme
from viz.token_text import shown
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.plots import Plot


@dataclass(frozen=True)
class SweepFrame:
    """The row that is swept and what was found."""

    row: Row | None
    question: AskSweep | None
    found: Sweep | None
    token_text: str
    likeliest: tuple[str, ...]  # at each scale
    refused: str
    position: int


def _scales(row: Row) -> tuple[float, ...]:
    """Those that are tried: of an intervention of a laboratory as many, evenly over its dial."""
    if row.site is not None:
        return SCALES
    low, high = row.dial.low, row.dial.high
    return tuple(round(float(it), 3) for it in np.linspace(low, high, len(SCALES) + 1)) if low < high else (low,)


class AblationSweepView(LabChartView):
    """Two curves; see the module."""

    name = "ablation_sweep"
    title = QT_TRANSLATE_NOOP("AblationSweepView", "Scale sweep")
    tab = QT_TRANSLATE_NOOP("AblationSweepView", "Sweep")
    subtitle = QT_TRANSLATE_NOOP("AblationSweepView", "From −2 through 0 to 10")
    keywords = (
        QT_TRANSLATE_NOOP("AblationSweepView", "dose response"),
        QT_TRANSLATE_NOOP("AblationSweepView", "sweep"),
        QT_TRANSLATE_NOOP("AblationSweepView", "steering strength"),
        QT_TRANSLATE_NOOP("AblationSweepView", "scaling curve"),
        QT_TRANSLATE_NOOP("AblationSweepView", "ablation"),
    )
    area = "right"
    order = 43
    gives_next_away = True
    tip = QT_TRANSLATE_NOOP(
        "AblationSweepView",
        "How the tracked token's probability changes as one component is scaled from −2 through 0 (off) and 1 "
        "(original) to 10.",
    )
    figure_lines = 480
    options = (
        Option(
            "row",
            QT_TRANSLATE_NOOP("AblationSweepView", "Row of the list"),
            "integer",
            1,
            low=1,
            high=50,
            tip=QT_TRANSLATE_NOOP(
                "AblationSweepView", "Which row of the intervention list is swept, counted from the top."
            ),
        ),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: SweepFrame | None = None
        self.measure = self.bar.button(self.tr("Measure"), self._ask)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> SweepFrame:
        at = here(run, ui)
        index = int(option_value(cls, ui, "row")) - 1
        row = ui.board.rows[index] if index < len(ui.board.rows) else None
        question = None
        if row is not None and at.position >= 0 and at.token >= -1 and not at.why_not:
            board = ui.board
            rest = Board(tuple(it for it in board.rows if board.active(it) and it.target != row.target))
            swept = replace(row, scale=0.0, mean=False).change(at.position, run.n_prompt)
            plan = rest.plan(at.position, run.info, run.n_prompt)
            question = AskSweep(swept, plan, at.node, at.token, _scales(row))
        found = run.findings.get(question) if question is not None else None
        sweep = found if isinstance(found, Sweep) else None
        return SweepFrame(
            row, question, sweep, shown(run.vocabulary, sweep.token) if sweep is not None else "",
            tuple(shown(run.vocabulary, int(token)) for token in sweep.likeliest) if sweep is not None else (),
            found.sentence if isinstance(found, Refused) else at.why_not, at.position,
        )  # fmt: skip

    @classmethod
    def begins(cls, frame: SweepFrame) -> AskSweep | None:
        return frame.question if frame.found is None and not frame.refused else None

    def paint(self, frame: SweepFrame, theme: Theme) -> None:
        self.measure.setEnabled(frame.question is not None and frame.found is None)
        super().paint(frame, theme)

    def _ask(self) -> None:
        if self.painted is not None and self.painted.question is not None:
            self.ask(self.painted.question)

    def has_charts(self, frame: SweepFrame) -> bool:
        return frame.found is not None and frame.row is not None

    def draw_charts(self, frame: SweepFrame) -> None:
        with self.drawing() as grid:
            if frame.found is None or frame.row is None:
                return
            found, row, theme = frame.found, frame.row, self.colours
            scale = Ruler(float(found.scales.min()), float(found.scales.max()), lines=False)
            named = replace(scale, name=self.tr("scale of {part}").format(part=in_language(row.label)))
            probability = self.tr("probability of “{token}”").format(token=frame.token_text)
            upper, lower = grid.plot(0, 0), grid.plot(1, 0)
            self._draw(upper, found, row, found.probs, theme.fan, scale, probability)
            self._draw(lower, found, row, found.kl, theme.path, named, self.tr("KL (original ‖ modified), bits"))
            for plot in (upper, lower):
                plot.aim(Columns(found.scales.tolist()), lambda at: self._at_scale(frame, found, at))
            grid.link([upper, lower])

    def _draw(self, plot: Plot, found: Sweep, row: Row, values: F32, colour: str, x: Ruler, name: str) -> None:
        plot.show_axes(x, Ruler(0.0, nice_ceiling(float(np.nanmax(values))), name))
        if row.dial.neutral is not None:
            plot.limit(row.dial.neutral, colour=self.colours.border, dash=2)
        plot.line(found.scales, values, colour, dots=True)
        if not row.mean:
            plot.limit(row.scale, self.tr("now × {scale}").format(scale=shown_scale(row.scale)))

    def _at_scale(self, frame: SweepFrame, found: Sweep, at: int) -> str:
        """The exact values at one scale, and what is likeliest there."""
        words = self.tr("× {scale}: “{token}” {p}, KL {kl} bits; most likely “{likeliest}”")
        return words.format(
            scale=shown_scale(float(found.scales[at])), token=frame.token_text, p=percent(float(found.probs[at])),
            kl=bits(float(found.kl[at])), likeliest=frame.likeliest[at],
        )  # fmt: skip

    # -- words ---------------------------------------------------------------------------------------------------

    def notes(self, frame: SweepFrame) -> str:
        found, row = frame.found, frame.row
        if frame.refused:
            return frame.refused
        if frame.position < 0:
            return self.tr("Type a prompt and run it, then add a component to the interventions.")
        if row is None:
            return self.tr("The intervention list has no such row: add a component, or choose another row above.")
        if found is None:
            return self.tr("“Measure” tries scales of {part} from {low} to {high}.").format(
                part=in_language(row.label), low=shown_scale(row.dial.low), high=shown_scale(row.dial.high)
            )
        best, least = int(found.probs.argmax()), int(found.probs.argmin())
        said = self.tr(
            "“{token}” is most probable at scale {best} ({p}) and least at {least} ({q}). Largest change "
            "of the distribution: KL {kl} bits."
        )
        return said.format(
            token=frame.token_text, best=shown_scale(float(found.scales[best])), p=percent(float(found.probs[best])),
            least=shown_scale(float(found.scales[least])), q=percent(float(found.probs[least])),
            kl=bits(float(found.kl.max())),
        )  # fmt: skip
