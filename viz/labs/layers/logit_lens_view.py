"""The logit lens: what each layer's state would say next, were it the last one, as a grid of tokens.

Columns are positions, rows layers from the input down to the model's own output. A cell shows the likeliest token,
coloured by its probability (or by what the final choice gets here); bold is what the model finally chooses. Positions
around the one looked at are asked for, and those that a person moves to, none while the model is generating.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.layers.records import LENS_SPAN, AskLens
from engine.run import Run
from viz.charts.aim import Cells
from viz.charts.chart_panel import ChartPanel
from viz.charts.chart_view import ChartView
from viz.charts.chart_words import ChartWords
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.numbers import bits, percent
from viz.charts.rulers import categories
from viz.charts.strip_frame import strip_tokens
from viz.intents import AskLab, ChooseLayer, Intent, LookAt
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.layers.lens_frame import (
    COLOUR_WORDS,
    COLOURS,
    WORST,
    Cell,
    LogitLensFrame,
    cell_values,
    highest,
    lens_table,
    questions,
    rows_shown,
)
from viz.labs.layers.lens_panel import MOST, ROW, draw_candidates
from viz.labs.layers.lens_window import Window
from viz.state_names import layer_of, row_after, state_name, state_tick
from viz.theme import Theme
from viz.token_text import shown
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.plots import Plot

ROWS = ("as many as fit", "all")
AROUND = 3 * LENS_SPAN  # positions before and after the one looked at that are asked for
WIDE, HIGH, HIGHEST = 5.4, 1.45, 2.4  # em of a cell: its width and height at least, its height at most
BESIDE, ABOVE = 5.8, 7.2  # em that axes and words take from the width and the height, about


class LogitLensView(ChartView):
    """The grid; see the module."""

    name = "logit_lens"
    title = QT_TRANSLATE_NOOP("LogitLensView", "Logit lens")
    subtitle = QT_TRANSLATE_NOOP("LogitLensView", "The guess after every layer")
    keywords = (
        QT_TRANSLATE_NOOP("LogitLensView", "early exit"),
        QT_TRANSLATE_NOOP("LogitLensView", "intermediate predictions"),
        QT_TRANSLATE_NOOP("LogitLensView", "unembedding"),
    )
    area = "right"
    order = 36
    tip = QT_TRANSLATE_NOOP(
        "LogitLensView",
        "What the model would predict if it stopped after each layer, read by applying its own output step early.",
    )
    options = (
        Option(
            "colour", "Colour", "choice", COLOURS[0], choices=COLOURS, shown=COLOUR_WORDS, tip="What colours a cell."
        ),
        Option(
            "rows",
            "Layers",
            "choice",
            ROWS[0],
            choices=ROWS,
            tip="Leave layers out to fit, or scroll through all of them.",
        ),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked: Cell | None = None
        self._hover: Cell | None = None
        self._waits: AskLens | None = None  # what a person moved to and is not answered yet
        self.window_across, self.window_down = Window(), Window()
        self.across = self.panel.add_bar(Qt.Orientation.Horizontal, self.tr("Positions"))
        self.down = self.panel.add_bar(Qt.Orientation.Vertical, self.tr("Layers"))
        self._cell_words = ChartWords(self, 0.92, bold=True)
        self.candidates = ChartPanel(self, self.tr("Candidates"))
        self.column.addWidget(self._cell_words)
        self.column.addWidget(self.candidates)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> LogitLensFrame:
        tokens, n = strip_tokens(run), len(run)
        return LogitLensFrame(
            lens_table(run),
            tokens.texts,
            tokens.nodes,
            run.vocabulary,
            n - 1 if ui.position is None else min(max(ui.position, 0), n - 1),
            min(ui.layer, run.info.n_layers - 1) if run.info else 0,
            str(option_value(cls, ui, "colour")),
            option_value(cls, ui, "rows") == ROWS[1],
            run.run_id > 0 and not ui.playing,  # a file's run is not the engine's
            ui.playing,
            run.run_id,
        )

    @classmethod
    def wants(cls, frame: LogitLensFrame) -> Sequence[Intent]:
        """The newest text first, one span after the other: a newer question would end the one before."""
        if not frame.asks or frame.is_empty:
            return ()
        low, high = max(frame.position - AROUND, 0), frame.position + AROUND
        missing = questions(frame.table.known, frame.nodes, low, high)
        return (AskLab(missing[-1]),) if missing else ()

    # -- what is in sight ----------------------------------------------------------------------------------------

    @property
    def columns(self) -> int:
        """How many positions there is room for."""
        return max(1, int((self.width() / self.em - BESIDE) / WIDE))

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of the table that are shown."""
        frame: LogitLensFrame = self.painted
        return tuple(range(frame.n_rows)) if frame.all_rows and not self.still else rows_shown(frame.n_rows, self._room)

    @property
    def _room(self) -> int:
        """How many rows there is room for."""
        return max(1, int((self.height() / self.em - ABOVE - self._lines * ROW - 1.5) / HIGH))

    @property
    def _lines(self) -> int:
        """How many candidates stand below each other."""
        return max(1, min(MOST, int((0.27 * self.height() / self.em - 1.5) / ROW)))

    def _moved(self) -> None:
        """A person has moved or zoomed: what has come into sight is asked for."""
        (plot, *_) = self.panel.grid.plots
        (left, right), (top, bottom) = plot.vb.viewRange()
        if self.window_across.take(left, right, self.columns) | self.window_down.take(top, bottom, self._room):
            self._ask()

    def _ask(self) -> None:
        frame: LogitLensFrame = self.painted
        waits = self._waits
        if not frame.asks or self.still or (waits is not None and not self._is_known(frame, waits)):
            return
        low, high = self.window_across.sight
        missing = questions(frame.table.known, frame.nodes, max(low, 0), high)
        self._waits = missing[-1] if missing else None
        if missing:
            self.send(AskLab(missing[-1]))

    @staticmethod
    def _is_known(frame: LogitLensFrame, question: AskLens) -> bool:
        """Whether a question is answered, or asks for what is no longer on the path."""
        at = np.flatnonzero(frame.nodes == question.node)
        return not len(at) or bool(frame.table.known[question.start : int(at[0]) + 1].all())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    # -- drawing -------------------------------------------------------------------------------------------------

    def paint(self, frame: LogitLensFrame, theme: Theme) -> None:
        picked = self._picked
        if picked is not None and (picked[1] != frame.position or layer_of(picked[0]) != frame.layer):
            self._picked = None
        super().paint(frame, theme)

    def draw_charts(self, frame: LogitLensFrame) -> None:
        rows, n, theme = self.rows, len(frame.texts), self.colours
        with self.window_across.held(), self.drawing() as grid:
            colouring = self.colouring(frame)
            grid.words(0, 0, self.tr("the top prediction after each layer"))
            grid.colour_bar(0, 1, self._bar(frame, colouring))
            grid.share(columns={0: 1})
            plot = grid.plot(1, 0, columns=2)
            chosen = rows.index(row_after(frame.layer)) if row_after(frame.layer) in rows else None
            positions = tuple(map(str, range(n)))
            plot.show_axes(
                categories(frame.texts, under=positions, far=True, at_start=True, chosen=frame.position),
                categories(tuple(self._row_name(frame, row) for row in rows), down=True, chosen=chosen),
            )
            self._show_window(plot, frame, rows)
            values = cell_values(frame)[list(rows)]
            if np.isnan(values).any():
                plot.hatch(-0.5, -0.5, n, len(rows))
            plot.heat(values, colouring, parted=True, write=self._writer(frame, rows), at_start=True)
            cell = self.cell(frame)
            if cell[0] in rows:
                plot.cell(rows.index(cell[0]), cell[1])
            plot.aim(
                Cells(rows, n), self._card, point=self._point, choose=self._choose, chosen=self._nearest(cell, rows)
            )
            grid.words(2, 0, self._facts(frame), size=0.85, colour=theme.muted, columns=2)
        self._show_candidates(frame)
        if self._waits is not None:
            self._ask()

    def _show_window(self, plot: Plot, frame: LogitLensFrame, rows: tuple[int, ...]) -> None:
        """The part of the table in sight: what is looked at, or where a person has moved to."""
        room = self._room if frame.all_rows and not self.still else len(rows)
        plot.at_most(high=HIGHEST * min(len(rows), room))
        n, box = len(frame.texts), plot.vb
        box.show_part(0, *self.window_across.show(n, self.columns, frame.position, self.still))
        box.show_part(1, *self.window_down.show(len(rows), room, None, self.still))
        if not self.still:
            self.across.follow(box)
            self.down.follow(box)
            self.window_across.watch(box, self._moved)

    def colouring(self, frame: LogitLensFrame) -> Colouring:
        """From a cell's value to its colour."""
        ramp = self.colours.ramp
        return Colouring(ramp[::-1] if frame.colour == COLOURS[3] else ramp, "", highest(frame))

    def _bar(self, frame: LogitLensFrame, colouring: Colouring) -> Bar:
        ends = {
            COLOURS[2]: (f"{WORST:,.0f}", "1"),
            COLOURS[3]: ("0", self.tr("{n} bits").format(n=round(colouring.high, 1))),
        }.get(frame.colour, ("0", "1"))
        return Bar(colouring, self.tr(dict(zip(COLOURS, COLOUR_WORDS, strict=True))[frame.colour]), ends=ends)

    def _writer(self, frame: LogitLensFrame, rows: tuple[int, ...]) -> Callable[[int, int], tuple[str, bool]]:
        """Each cell's likeliest token, bold where it is the final choice."""
        ids = frame.table.ids[..., 0]

        def write(line: int, column: int) -> tuple[str, bool]:
            token = int(ids[rows[line], column])
            return (shown(frame.vocabulary, token), token == int(ids[-1, column])) if token >= 0 else ("", False)

        return write

    def _show_candidates(self, frame: LogitLensFrame) -> None:
        """The candidates of the cell pointed at, or chosen."""
        cell = self._hover or self.cell(frame)
        self._cell_words.show_words(self._title(frame, cell), self.look, colour=self.colours.accent)
        self.candidates.setFixedHeight(round((self._lines * ROW + 0.6) * self.em))
        with self.candidates.drawing(self.colours, self.still) as grid:
            ids, probs = frame.table.ids[cell], frame.table.probs[cell]
            draw_candidates(grid, ids, probs, frame.vocabulary, self._lines, self.colours)

    def show_charts(self, frame: LogitLensFrame, wanted: bool) -> None:
        super().show_charts(frame, wanted)
        self.candidates.setVisible(wanted)
        self._cell_words.setVisible(wanted)

    # -- words ---------------------------------------------------------------------------------------------------

    def instead(self, frame: LogitLensFrame) -> str:
        return self.tr("Nothing to read yet. Type a prompt and press play.") if frame.is_empty else ""

    def spoken(self, frame: LogitLensFrame) -> str:
        return "" if frame.is_empty else self._title(frame, self.cell(frame))

    def _row_name(self, frame: LogitLensFrame, row: int) -> str:
        return state_tick(row, frame.n_rows)

    def cell(self, frame: LogitLensFrame) -> Cell:
        """The cell that is chosen: picked, or that of the chosen layer and position."""
        cell = self._picked
        if cell is not None and cell[0] < frame.n_rows and cell[1] < len(frame.texts):
            return cell
        return row_after(frame.layer), frame.position

    def _card(self, cell: Cell) -> str:
        frame: LogitLensFrame = self.painted
        token, share = int(frame.table.ids[(*cell, 0)]), float(frame.table.probs[(*cell, 0)])
        return f"{shown(frame.vocabulary, token)}  {percent(share)}" if token >= 0 else ""

    def _title(self, frame: LogitLensFrame, cell: Cell) -> str:
        row, position = cell
        where = state_name(row)
        if row == frame.n_rows - 1:
            where = self.tr("{place}: the model's own output").format(place=where)
        parts = [f"{where}, “{frame.texts[position]}” ({position})"]
        if frame.table.ids[(*cell, 0)] >= 0:
            final = shown(frame.vocabulary, int(frame.table.ids[-1, position, 0]))
            parts.append(self.tr("{n} bits").format(n=bits(float(frame.table.entropy[cell]))))
            parts.append(
                self.tr("final prediction “{token}” has rank {rank} and probability {share}").format(
                    token=final,
                    rank=f"{frame.table.final_rank[cell] + 1:,}",
                    share=percent(float(frame.table.final_probs[cell])),
                )
            )
        return " · ".join(parts)

    def _facts(self, frame: LogitLensFrame) -> str:
        if not frame.texts:
            return ""
        if frame.playing and not frame.table.known.all():
            return self.tr("New positions are read when generation pauses.")
        if not frame.asks and not frame.table.known.any():
            return self.tr(
                "A run file stores only the output; the layers are read once the model that made this run is loaded."
            )
        facts = [self.tr("bold: the model's final prediction")]
        if np.isfinite(frame.table.difference):
            facts.append(
                self.tr("output row as recorded; recomputed, it differs by {d}").format(
                    d=f"{frame.table.difference:.0e}".replace("e-0", "e−")
                )
            )
        return " · ".join(facts)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _point(self, cell: Cell | None) -> None:
        self._hover = cell
        self._show_candidates(self.painted)

    def _choose(self, cell: Cell) -> None:
        """Choose the cell's layer and position."""
        self._picked = cell
        self.send(ChooseLayer(layer_of(cell[0])))
        self.send(LookAt(None if cell[1] == len(self.painted.texts) - 1 else cell[1]))
        self.redraw()

    @staticmethod
    def _nearest(cell: Cell, rows: tuple[int, ...]) -> Cell:
        """The cell of the same position in the row shown that is nearest."""
        return min(rows, key=lambda row: abs(row - cell[0])), cell[1]
