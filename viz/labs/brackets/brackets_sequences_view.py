"""Wolfram's sequences: growing runs of "(" with the net's greedy completion, and n brackets opened and closed again.

Above, for each run of n opening brackets, how many the net closes before it ends: on the dashed line it is right.
Below, what it says after n opened and n closed ("may it end, or close once more?") and one bracket earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.labs.brackets.questions import BracketSequences
from engine.labs.brackets.records import BracketRun, OpenedClosed, Sequences
from engine.questions import Refused
from engine.run import Run
from viz.charts.aim import Columns
from viz.charts.chart_view import ChartView
from viz.charts.keys import Key
from viz.charts.numbers import percent
from viz.charts.rulers import Ruler
from viz.intents import Intent, ask_labs
from viz.joined import spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.same_frame import same_frame
from viz.labs.brackets.words import net_words
from viz.theme import Theme
from viz.ui_state import UiState

if TYPE_CHECKING:
    from viz.charts.plots import Plot


@dataclass(frozen=True)
class SequencesFrame:
    """The sequences as the net goes through them."""

    net: str
    question: BracketSequences
    found: Sequences | None
    why_not: str


class BracketsSequencesView(ChartView):
    """The charts; see the module."""

    name = "brackets_sequences"
    title = QT_TRANSLATE_NOOP("BracketsSequencesView", "Brackets: opening only")
    tab = QT_TRANSLATE_NOOP("BracketsSequencesView", "(((( …")
    subtitle = QT_TRANSLATE_NOOP("BracketsSequencesView", "How long until it miscounts?")
    keywords = (
        QT_TRANSLATE_NOOP("BracketsSequencesView", "counting"),
        QT_TRANSLATE_NOOP("BracketsSequencesView", "repeated brackets"),
        QT_TRANSLATE_NOOP("BracketsSequencesView", "length generalisation"),
    )
    area = "right"
    order = 62
    figure_needs = "engine"
    figure_seconds = 1.0
    tip = QT_TRANSLATE_NOOP(
        "BracketsSequencesView",
        "Strings of 1, 2, 3 … opening brackets: does the small model close exactly as many? Click one to try it.",
    )
    figure_lines = 560

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: SequencesFrame | None = None
        self._hover: tuple[int, int] | None = None  # the chart pointed at, and its n

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> SequencesFrame:
        question = BracketSequences(choice.net_of(ui))
        found = run.findings.get(question)
        why = found.sentence if isinstance(found, Refused) else ""
        return SequencesFrame(question.net, question, found if isinstance(found, Sequences) else None, why)

    @classmethod
    def wants(cls, frame: SequencesFrame) -> Sequence[Intent]:
        return ask_labs(frame.question) if frame.found is None and not frame.why_not else ()

    def paint(self, frame: SequencesFrame, theme: Theme) -> None:
        if theme is self.colours and same_frame(frame, self.painted):
            return
        if self._hover is not None and (frame.found is None or self._hover[1] > len(frame.found.runs)):
            self._hover = None
        super().paint(frame, theme)

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw_charts(self, frame: SequencesFrame) -> None:
        found, colours = frame.found, self.colours
        if found is None:
            return
        closings = (
            Key(self.tr("closes once more (invalid)"), colours.error),
            Key(self.tr("ends (valid)"), colours.good, dash=1),
            Key(self.tr("ends one bracket early (invalid)"), colours.warning, dash=2),
        )
        with self.drawing() as grid:
            grid.key(0, 0, [Key(self.tr("as many as were opened"), colours.muted, dash=1)])
            grid.words(0, 1, self.tr("● correct   ✗ wrong"), size=0.85, right=True)
            runs = grid.plot(1, 0, 1, 2)
            self._draw_runs(runs, found)
            grid.words(2, 0, self.closed_words(frame), size=1.0, bold=True, columns=2)
            grid.key(3, 0, closings, columns=2)
            closed = grid.plot(4, 0, 1, 2)
            self._draw_closed(closed, found, closings)
            grid.link([runs, closed])

    def _draw_runs(self, plot: Plot, found: Sequences) -> None:
        colours, n = self.colours, len(found.runs)
        opened = np.array([run.opened for run in found.runs], np.float64)
        closed = np.array([run.completion.count(")") + run.completion.count("]") for run in found.runs], np.float64)
        right = np.array([run.right for run in found.runs])
        most = max(*(len(run.completion) for run in found.runs), n)
        plot.show_axes(
            Ruler(0, n + 0.5, self.tr("opening brackets in a row"), lines=False),
            Ruler(0, 1.03 * most, self.tr("brackets closed before it ends")),
        )
        trained = next((run.opened for run in found.runs if run.beyond_training), None)
        if trained is not None:
            plot.limit(trained - 0.5, self.tr("never trained on"))
        plot.line([0.0, n], [0.0, n], colours.muted, dash=1, width=0.1)
        plot.points(opened[right], closed[right], colours.good, size=0.56)
        plot.points(opened[~right], closed[~right], colours.error, size=0.7, symbol="x", edge=colours.error)
        plot.aim(
            Columns(opened, [run.opened for run in found.runs]), lambda n: self._run_words(found.runs[n - 1]),
            point=lambda n: self._point(0, n), choose=lambda n: self._open(found.runs[n - 1].string), browse=True,
        )  # fmt: skip

    def _draw_closed(self, plot: Plot, found: Sequences, keys: Sequence[Key]) -> None:
        closed, n = found.opened_closed, len(found.runs)
        plot.show_axes(
            Ruler(0, n + 0.5, self.tr("brackets opened, then closed"), lines=False),
            Ruler(0, 1, self.tr("probability")),
        )
        trained = np.flatnonzero(closed.beyond_training)
        if len(trained):
            plot.limit(float(closed.opened[trained[0]]) - 0.5, self.tr("never trained on"))
        for column, values, key in (
            (2, closed.balanced, keys[1]), (1, closed.balanced, keys[0]), (2, closed.one_short, keys[2]),
        ):  # fmt: skip
            plot.line(closed.opened, values[:, column], key.colour, dash=key.dash)
        if self._hover is not None and not self.still:
            plot.limit(self._hover[1], colour=self.colours.path, dash=0, width=0.07)
        plot.aim(
            Columns(closed.opened.astype(np.float64), closed.opened.tolist()),
            lambda n: self._row_words(closed, n - 1), point=lambda n: self._point(1, n),
            choose=lambda n: self._open("(" * n + ")" * n), browse=True,
        )  # fmt: skip

    # -- words ---------------------------------------------------------------------------------------------------

    def instead(self, frame: SequencesFrame) -> str:
        return "" if frame.found else frame.why_not or self.tr("Completing rows of opening brackets …")

    def spoken(self, frame: SequencesFrame) -> str:
        return self.instead(frame) or spoken(self.heading(frame), self.closed_words(frame))

    def heading(self, frame: SequencesFrame) -> str:
        found = frame.found
        if found is None:
            return net_words(frame.net)
        if self._hover is not None:
            return self._run_words(found.runs[self._hover[1] - 1])
        if found.first_failure is None:
            return self.tr("{net}: every row of up to {n} opening brackets is completed correctly").format(
                net=net_words(frame.net), n=len(found.runs)
            )
        failed = self._failed(found.runs[found.first_failure - 1].ending)
        return failed.format(net=net_words(frame.net), m=found.first_failure - 1, n=found.first_failure)

    def _run_words(self, run: BracketRun) -> str:
        said = {
            "balanced": self.tr("{n} opened: the model closes {m}, which is correct"),
            "ended too early": self.tr("{n} opened: the model closes {m} and ends too early"),
            "closed too often": self.tr("{n} opened: the model closes {m}, one too many"),
            "wrong kind": self.tr("{n} opened: the model closes {m}, one of the wrong kind"),
            "did not end": self.tr("{n} opened: the model closes {m} and does not end"),
        }[run.ending]
        return said.format(n=run.opened, m=run.completion.count(")"))

    def _failed(self, ending: str) -> str:
        """How the first row that is not completed correctly ends."""
        return {
            "ended too early": self.tr("{net}: correct up to {m} opening brackets; at {n} it ends too early"),
            "closed too often": self.tr("{net}: correct up to {m} opening brackets; at {n} it closes one too many"),
            "wrong kind": self.tr("{net}: correct up to {m} opening brackets; at {n} it closes one of the wrong kind"),
            "did not end": self.tr("{net}: correct up to {m} opening brackets; at {n} it does not end"),
        }[ending]

    def closed_words(self, frame: SequencesFrame) -> str:
        found = frame.found
        if found is None:
            return ""
        worst = int(found.opened_closed.balanced[:, 1].argmax())
        return self._row_words(found.opened_closed, worst if self._hover is None else self._hover[1] - 1)

    def _row_words(self, closed: OpenedClosed, row: int) -> str:
        return self.tr("{n} opened and closed: closes once more with {p}, ends with {q}").format(
            n=int(closed.opened[row]),
            p=percent(float(closed.balanced[row, 1])),
            q=percent(float(closed.balanced[row, 2])),
        )

    # -- gestures ------------------------------------------------------------------------------------------------

    def _point(self, chart: int, n: int | None) -> None:
        """Speak of the n pointed at; a chart that the pointer has left does not silence the other."""
        if n is not None:
            self._hover = (chart, n)
        elif self._hover is None or self._hover[0] != chart:
            return
        else:
            self._hover = None
        self.redraw()

    def _open(self, string: str) -> None:
        self.send(choice.choose(choice.AT, -1))
        self.send(choice.choose(choice.STRING, string))
