"""Redundancy: how many of a language's best neurons must go before the language suffers, against as many random ones.

Both losses are drawn, on the set itself and on the other texts: neurons that matter only to the set separate the two
solid lines, and the random ones say what switching off that many neurons of these layers does by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.labs.language_neurons.records import AskRedundancy, Redundancy
from engine.questions import Refused
from engine.run import Run
from viz.charts.aim import F64, Columns
from viz.charts.keys import Key
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import with_percent
from viz.charts.rulers import Ruler
from viz.charts.set_names import set_name
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.language_neurons.rate_bars import percent_tick, reach
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value, own_options

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid


@dataclass(frozen=True)
class RedundancyFrame:
    """What was found."""

    found: Redundancy | None
    refused: str
    question: AskRedundancy
    has_model: bool
    why_not: str
    ui: UiState


class RedundancyView(LabChartView):
    """The curves; see the module."""

    name = "redundancy"
    title = QT_TRANSLATE_NOOP("RedundancyView", "Neuron redundancy")
    tab = QT_TRANSLATE_NOOP("RedundancyView", "Redundancy")
    subtitle = QT_TRANSLATE_NOOP("RedundancyView", "Switching off 1, 2, 5, 10 …")
    keywords = (
        QT_TRANSLATE_NOOP("RedundancyView", "cumulative ablation"),
        QT_TRANSLATE_NOOP("RedundancyView", "redundancy"),
        QT_TRANSLATE_NOOP("RedundancyView", "robustness"),
        QT_TRANSLATE_NOOP("RedundancyView", "random baseline"),
        QT_TRANSLATE_NOOP("RedundancyView", "backup neurons"),
    )
    area = "centre"
    order = 61
    figure_needs = "model"
    figure_seconds = 240.0
    tip = QT_TRANSLATE_NOOP(
        "RedundancyView",
        "How the loss grows when more and more of a language's neurons are switched off, compared with equally "
        "many random ones.",
    )
    options = (
        Option(
            "a",
            QT_TRANSLATE_NOOP("RedundancyView", "Language"),
            "text",
            "french",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("RedundancyView", "A text set, or a UTF-8 file with one text per line."),
        ),
        Option(
            "b",
            QT_TRANSLATE_NOOP("RedundancyView", "against"),
            "text",
            "all others",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("RedundancyView", "A text set, a UTF-8 file with one text per line, or all others."),
        ),
    )
    figure_lines = 600

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("a", QT_TRANSLATE_NOOP("RedundancyView", "french, german, code … or a file"), 0, 0),
            Field("b", QT_TRANSLATE_NOOP("RedundancyView", "all others, english …"), 0, 1),
        )
        super().__init__(parent, fields)
        self.painted: RedundancyFrame | None = None
        self.run = self.bar.button(self.tr("Switch them off and measure"), self._ask)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> RedundancyFrame:
        question = AskRedundancy(str(option_value(cls, ui, "a")), str(option_value(cls, ui, "b")))
        found = run.findings.get(question)
        mine = own_options(cls, ui)
        return RedundancyFrame(
            found if isinstance(found, Redundancy) else None, found.sentence if isinstance(found, Refused) else "",
            question, run.info is not None, (run.info.why_missing("neurons") or "") if run.info else "", mine,
        )  # fmt: skip

    @classmethod
    def begins(cls, frame: RedundancyFrame) -> AskRedundancy | None:
        return frame.question if frame.found is None and not frame.refused else None

    def paint(self, frame: RedundancyFrame, theme: Theme) -> None:
        self.run.setEnabled(frame.has_model and not frame.why_not)
        if frame.found is not None or frame.refused:
            self.bar.waiting = None
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    def has_charts(self, frame: RedundancyFrame) -> bool:
        return frame.found is not None

    def draw_charts(self, frame: RedundancyFrame) -> None:
        with self.drawing() as grid:
            if frame.found is not None:
                self._draw_curves(grid, frame.found)

    def _draw_curves(self, grid: ChartGrid, found: Redundancy) -> None:
        colours, a, b = self.colours.categories, set_name(found.a), set_name(found.b)
        names = (
            self.tr("the best neurons, on {a}").format(a=a),
            self.tr("the best neurons, on {b}").format(b=b),
            self.tr("random ones, on {a}").format(a=a),
            self.tr("random ones, on {b}").format(b=b),
        )
        grid.key(0, 0, [Key(name, colours[row], dash=row) for row, name in enumerate(names)])
        rises = self.rises(found)
        xs = np.log2(found.counts.astype(np.float64))
        counts = tuple(zip(xs.tolist(), map(str, found.counts.tolist()), strict=True))
        off, risen = self.tr("neurons switched off"), self.tr("rise of the loss over the original model")
        plot = grid.plot(1, 0)
        plot.show_axes(
            Ruler(float(xs[0]) - 0.15, float(xs[-1]) + 0.15, off, marks=counts, lines=False),
            Ruler(*reach([part.astype(np.float32) for part in rises]), risen, numbers=percent_tick),
        )
        means = [values.mean(0) if values.ndim == 2 else values for values in rises]
        for row, (values, mean) in enumerate(zip(rises, means, strict=True)):
            if values.ndim == 2:
                plot.band(xs, values.min(0), values.max(0), colours[row])
            plot.line(xs, mean, colours[row], name=names[row], dash=row, dots=True)

        def words(at: int) -> str:
            said = [with_percent(f"{name} {100 * mean[at]:+z.2f}") for name, mean in zip(names, means, strict=True)]
            return "\n".join([f"{off}: {counts[at][1]}", *said]).replace("-", "−")

        plot.aim(Columns(xs), words)

    @staticmethod
    def rises(found: Redundancy) -> tuple[F64, F64, F64, F64]:
        """Shares of the intact loss: best on a and b [C], random on a and b [draws, C]."""
        a, b = found.intact_a, found.intact_b
        top_a, top_b = found.top_a.astype(np.float64) / a - 1, found.top_b.astype(np.float64) / b - 1
        return top_a, top_b, found.random_a.astype(np.float64) / a - 1, found.random_b.astype(np.float64) / b - 1

    def heading(self, frame: RedundancyFrame) -> str:
        return self.tr("Switching off more and more neurons for {a}").format(a=set_name(frame.question.a))

    def notes(self, frame: RedundancyFrame) -> str:
        if frame.refused or frame.why_not:
            return frame.refused or frame.why_not
        if not frame.has_model:
            return self.tr("Load a model to see how its loss rises when neurons are switched off.")
        found = frame.found
        if found is None:
            if self.bar.waiting is not None:
                return self.tr("Measuring. Progress and Cancel are in the status line.")
            return self.tr(
                "Ranks all neurons on one half of the texts (by how well they separate the text sets; the top ones "
                "by how much switching each off raises the loss), and measures on the other half. It takes some "
                "minutes."
            )
        top_a, top_b, random_a, _ = self.rises(found)
        return self.tr(
            "With the top {n} neurons switched off, the loss on {a} changes by {rise} (original: {intact} bits per "
            "token), on {b} by {other}; with {n} random ones of the same layers by {random} (mean of {draws} "
            "draws). {texts} texts of {a}."
        ).format(
            n=int(found.counts[-1]), a=set_name(found.a), b=set_name(found.b),
            rise=with_percent(f"{100 * top_a[-1]:+z.2f}"),
            intact=f"{found.intact_a:z.2f}", other=with_percent(f"{100 * top_b[-1]:+z.2f}"),
            random=with_percent(f"{100 * random_a[:, -1].mean():+z.2f}"), draws=len(found.random_a),
            texts=found.n_texts_a,
        ).replace("-", "−")  # fmt: skip

    def _ask(self) -> None:
        if self.painted is not None:
            self.ask(self.painted.question)
