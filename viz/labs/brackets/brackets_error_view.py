"""Where a bracket net fails: errors over (length, depth), as three surfaces of cells with their counts.

Length runs to the right and depth upwards; only cells of equal parity exist, so each stands two lengths wide. Cells
that were not met are hatched; right of the dashed slope no string trained on goes, since a prefix of depth d needs d
brackets more. A click on a cell shows its worst strings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.brackets.questions import BracketSurface
from engine.labs.brackets.records import Surface
from engine.questions import Refused
from engine.records import F32
from engine.run import Run
from viz.charts.chart_view import ChartView
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.numbers import percent
from viz.charts.rulers import Ruler
from viz.intents import Intent, ask_labs
from viz.joined import named
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.same_frame import same_frame
from viz.labs.brackets.surface_cells import WIDE, Cell, SurfaceCells, shares_wrong, table_of
from viz.labs.brackets.words import net_words
from viz.plural import plural
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

BY = (QT_TRANSLATE_NOOP("BracketsErrorView", "random prefixes"), QT_TRANSLATE_NOOP("BracketsErrorView", "all up to 14"))
NAMES = ("end_illegal", "close_illegal", "wrong")
FLAT = 1.6  # times as wide as high: from there on the surfaces stand beside each other


@dataclass(frozen=True)
class ErrorFrame:
    """The surface, and which of its cells is looked at."""

    net: str
    question: BracketSurface
    surface: Surface | None
    why_not: str
    cell: Cell | None
    deepest: int  # depths 0 to this one are shown

    @property
    def rows(self) -> int:
        """How many depths are shown."""
        return 0 if self.surface is None else min(self.deepest + 1, len(self.surface.counts))


class BracketsErrorView(ChartView):
    """The surfaces; see the module."""

    name = "brackets_error"
    title = QT_TRANSLATE_NOOP("BracketsErrorView", "Brackets: error map")
    tab = QT_TRANSLATE_NOOP("BracketsErrorView", "Error map")
    subtitle = QT_TRANSLATE_NOOP("BracketsErrorView", "By length and depth")
    keywords = (
        QT_TRANSLATE_NOOP("BracketsErrorView", "error heatmap"),
        QT_TRANSLATE_NOOP("BracketsErrorView", "length generalisation"),
        QT_TRANSLATE_NOOP("BracketsErrorView", "out of distribution"),
    )
    area = "right"
    order = 60
    figure_needs = "engine"
    figure_seconds = 2.0
    tip = QT_TRANSLATE_NOOP(
        "BracketsErrorView",
        "How often the small model is wrong for each length and depth; click a cell to list its worst strings.",
    )
    options = (
        Option(
            "by",
            QT_TRANSLATE_NOOP("BracketsErrorView", "Prefixes"),
            "choice",
            BY[0],
            choices=BY,
            tip=QT_TRANSLATE_NOOP("BracketsErrorView", "Random prefixes, or all prefixes of up to 14 brackets."),
        ),
        Option(
            "longest",
            QT_TRANSLATE_NOOP("BracketsErrorView", "Length"),
            "integer",
            60,
            low=4,
            high=120,
            step=4,
            tip=QT_TRANSLATE_NOOP("BracketsErrorView", "Length of the longest prefix shown."),
        ),
        Option(
            "deepest",
            QT_TRANSLATE_NOOP("BracketsErrorView", "Depth"),
            "integer",
            10,
            low=2,
            high=120,
            step=2,
            tip=QT_TRANSLATE_NOOP("BracketsErrorView", "Depth (unclosed brackets) of the deepest prefix shown."),
        ),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: ErrorFrame | None = None
        self._hover: tuple[int, Cell] | None = None  # the surface pointed at, and its cell
        self._flat = False
        self._tables: tuple[Surface, int, tuple[F32, ...]] | None = None

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> ErrorFrame:
        exact, net = option_value(cls, ui, "by") == BY[1], choice.net_of(ui)
        longest = 14 if exact else int(option_value(cls, ui, "longest"))
        question = BracketSurface(net, longest=longest, exact=exact)
        found = run.findings.get(question)
        why = found.sentence if isinstance(found, Refused) else ""
        deepest = int(option_value(cls, ui, "deepest"))
        surface = found if isinstance(found, Surface) else None
        return ErrorFrame(net, question, surface, why, choice.cell_of(ui), deepest)

    @classmethod
    def wants(cls, frame: ErrorFrame) -> Sequence[Intent]:
        return ask_labs(frame.question) if frame.surface is None and not frame.why_not else ()

    def paint(self, frame: ErrorFrame, theme: Theme) -> None:
        if theme is self.colours and same_frame(frame, self.painted):
            return
        super().paint(frame, theme)

    # -- drawing -------------------------------------------------------------------------------------------------

    @property
    def is_flat(self) -> bool:
        """Whether the surfaces stand beside each other, not below."""
        return self.width() > (self.height() - 5 * self.em) * FLAT

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_flat != self._flat:
            self.redraw()

    def draw_charts(self, frame: ErrorFrame) -> None:
        if frame.surface is None:
            return
        self._flat = flat = self.is_flat
        tables = self._tables_of(frame.surface, frame.rows)
        wide = (self.width() / (3 if flat else 1) - 5 * self.em) / self.em  # em inside of a surface
        titles = self._titles(wide < 22)
        colouring = Colouring(self.colours.ramp, "", 1.0)
        with self.drawing() as grid:
            says = self.tr("dashed: limit of the trained lengths")
            bar = Bar(colouring, self.tr("mean over the prefixes"), ends=("0", "1"))
            grid.colour_bar(0, 0 if flat else 1, bar, columns=3 if flat else 1)
            row = 1 if flat else 0  # of its own, so that the surfaces are equally wide
            grid.words(row, 0, says, size=0.82, colour=self.colours.warning, columns=3 if flat else 1)
            plots = [
                self._draw_surface(grid, frame, frame.surface, k, tables[k], titles[k], wide > 18) for k in range(3)
            ]
            grid.link(plots, x=True, y=True)

    def _draw_surface(
        self, grid: ChartGrid, frame: ErrorFrame, surface: Surface, k: int, table: F32, title: str, roomy: bool
    ) -> Plot:
        n, rows, flat, theme = len(surface.counts), frame.rows, self._flat, self.colours
        plot = grid.plot(2, k) if flat else grid.plot(1 + k, 0, 1, 2)
        along = self.tr("brackets so far → (depth upwards)") if roomy else self.tr("brackets →")
        plot.show_axes(
            Ruler(-0.5, n - 0.5, along if flat or k == 2 else "", whole=True, lines=False),
            Ruler(-0.5, rows - 0.5, title, whole=True, lines=False),
        )
        plot.hatch(-0.5, -0.5, n, rows)
        values = getattr(surface, NAMES[k])

        def count(depth: int, length: int) -> tuple[str, bool]:
            return (f"{counts[length, depth]}" if counts[length, depth] and known[length, depth] else "", False)

        counts, known = surface.counts, np.isfinite(values)
        plot.heat(table, Colouring(theme.ramp, "", 1.0), name=title, write=count, size=0.75, wide=WIDE)
        trained = surface.trained_length
        plot.line([trained + 1.0, trained - rows + 1.0], [-0.5, rows - 0.5], theme.warning, dash=1, width=0.12)
        hover = self._hover[1] if self._hover and not self.still else None
        for cell, colour in ((frame.cell, theme.accent), (hover, theme.path)):
            if cell is not None and cell[0] < n and cell[1] < rows:
                plot.box(cell[0] - 0.5, cell[1] - 0.5, WIDE, 1, colour)
        plot.aim(
            SurfaceCells(surface, rows), lambda cell: self._cell_words(surface, cell).replace(" · ", "\n"),
            point=lambda cell: self._point(k, cell), choose=self._choose, chosen=frame.cell,
        )  # fmt: skip
        return plot

    def _tables_of(self, surface: Surface, rows: int) -> tuple[F32, ...]:
        """The same arrays while the surface is the same, so that their pictures are kept."""
        known = self._tables
        if known is None or known[0] is not surface or known[1] != rows:
            known = (surface, rows, tuple(table_of(getattr(surface, name), rows) for name in NAMES))
            self._tables = known
        return known[2]

    # -- words ---------------------------------------------------------------------------------------------------

    def _titles(self, narrow: bool) -> tuple[str, str, str]:
        """What each surface shows; in few words where there is little room."""
        if narrow:
            return self.tr("End, invalid"), self.tr("closing, invalid"), self.tr("top prediction invalid")
        return (
            self.tr("probability of End where it is invalid"),
            self.tr("probability of closing where it is invalid"),
            self.tr("fraction of prefixes whose top prediction is invalid"),
        )

    def instead(self, frame: ErrorFrame) -> str:
        return "" if frame.surface else frame.why_not or self.tr("Running the bracket model on thousands of prefixes …")

    def heading(self, frame: ErrorFrame) -> str:
        if frame.surface is None:
            return net_words(frame.net)
        counts = int(frame.surface.counts.sum())
        how = self.tr("every valid prefix") if frame.surface.exact else self.tr("random prefixes")
        return self.tr("{net}: {n} prefixes up to {longest} brackets, {how}").format(
            net=net_words(frame.net), n=f"{counts:,}", longest=len(frame.surface.counts) - 1, how=how
        )

    def notes(self, frame: ErrorFrame) -> str:
        """The cell pointed at or chosen, else what holds within and beyond the trained length."""
        surface = frame.surface
        if surface is None:
            return ""
        cell = self._hover[1] if self._hover else frame.cell
        if cell is not None and max(cell) < len(surface.counts) and surface.counts[cell]:
            return self._cell_words(surface, cell)
        within, beyond = shares_wrong(surface)
        said = self.tr("Wrong: {p} of the prefixes of strings of up to {n} brackets (trained lengths).")
        if np.isfinite(beyond):
            said = self.tr("Wrong: {p} of the prefixes of strings of up to {n} brackets (trained lengths), {q} beyond.")
        return said.format(p=percent(within), n=surface.trained_length, q=percent(beyond))

    def _cell_words(self, surface: Surface, cell: Cell) -> str:
        n, depth = cell
        count = int(surface.counts[cell])
        where = plural(self.tr("{n} bracket(s), depth {d}", "", n), n).format(n=n, d=depth)
        parts = [named(where, plural(self.tr("{n} prefix(es)", "", count), count).format(n=f"{count:,}"))]
        for value, words in (
            (surface.end_illegal[cell], self.tr("End {p}")),
            (surface.close_illegal[cell], self.tr("closing {p}")),
            (surface.wrong[cell], self.tr("wrong {p}")),
        ):
            if np.isfinite(value):
                parts.append(words.format(p=percent(float(value))))
        return " · ".join(parts)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _point(self, k: int, cell: Cell | None) -> None:
        """Mark the cell pointed at in every surface; one that the pointer has left does not unmark another's."""
        if cell is not None:
            self._hover = (k, cell)
        elif self._hover is None or self._hover[0] != k:
            return
        else:
            self._hover = None
        self.redraw()

    def _choose(self, cell: Cell) -> None:
        self.send(choice.choose(choice.CELL, f"{cell[0]},{cell[1]}"))
