"""The logit lens: what each layer's state would say next, were it the last one, as a grid of tokens.

Columns are positions, rows layers from the input down to the model's own output. A cell shows the likeliest token,
coloured by its probability (or by what the final choice gets here); bold is what the model finally chooses. Positions
around the one looked at are asked for, and those that a person moves to, none while the model is generating.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.layers.records import LENS_SPAN, AskLens, AskLensApart
from engine.run import Run
from viz.charts.aim import Cells
from viz.charts.chart_panel import ChartPanel
from viz.charts.chart_view import ROOMY, ChartView
from viz.charts.chart_words import ChartWords
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.numbers import bits, percent
from viz.charts.rulers import categories
from viz.charts.strip_frame import strip_tokens
from viz.intents import AskLab, ChooseLayer, CompareWith, Intent, LookAt, ask_labs
from viz.joined import facts
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.layers.lens_frame import (
    COLOUR_WORDS,
    COLOURS,
    DIFFERENCE,
    WORST,
    Cell,
    LensBeside,
    LensTable,
    LogitLensFrame,
    cell_values,
    highest,
    lens_beside,
    lens_table,
    questions,
    questions_apart,
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

ROWS = (QT_TRANSLATE_NOOP("LogitLensView", "as many as fit"), QT_TRANSLATE_NOOP("LogitLensView", "all"))
AROUND = 3 * LENS_SPAN  # positions before and after the one looked at that are asked for
WIDE, HIGH, HIGHEST = 5.4, 1.45, 2.4  # em of a cell: its width and height at least, its height at most
NARROW = 2.2  # em: the least width of a figure's cell
SMALL = 0.72  # em: the words of its cells
FULL = 24.0  # em of height below which two tables take it all
SECOND, LOW = 3.9, 1.25  # em that words and axis of a second table take, and the least height of a cell of two
BESIDE, ABOVE = 5.8, 7.2  # em that axes and words take from the width and the height, about

BESIDE_LABEL = 13.5  # em that stand beside the label of a colour bar: the bar, its ends and the margins


def _missing(frame: LogitLensFrame, low: int, high: int) -> Sequence[AskLens | AskLensApart]:
    """What to ask about positions low..high-1; about the branch compared once the current one's are known."""
    own = questions(frame.table.known, frame.nodes, low, high)
    if own or frame.beside is None:
        return own
    beside = questions(frame.beside.table.known, frame.beside.nodes, low, high)
    if beside or frame.colour != DIFFERENCE:
        return beside
    return questions_apart(frame.beside, frame.nodes, low, high)


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
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 2.0
    tip = QT_TRANSLATE_NOOP(
        "LogitLensView",
        "What the model would predict if it stopped after each layer, read by applying its own output step early.",
    )
    options = (
        Option(
            "colour",
            QT_TRANSLATE_NOOP("LogitLensView", "Colour"),
            "choice",
            COLOURS[0],
            choices=COLOURS,
            shown=COLOUR_WORDS,
            tip=QT_TRANSLATE_NOOP(
                "LogitLensView",
                "What colours a cell. The difference between branches, while two are compared, is the Jensen–Shannon "
                "divergence of what both would predict at the same position after the same layer: 0 bits where they "
                "agree, 1 where they exclude each other.",
            ),
        ),
        Option(
            "rows",
            QT_TRANSLATE_NOOP("LogitLensView", "Layers"),
            "choice",
            ROWS[0],
            choices=ROWS,
            tip=QT_TRANSLATE_NOOP("LogitLensView", "Leave layers out to fit, or scroll through all of them."),
        ),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked: Cell | None = None
        self._hover: Cell | None = None
        self._picked_beside = self._hover_beside = False  # whether that cell is one of the branch compared
        self._waits: AskLens | AskLensApart | None = None  # what a person moved to and is not answered yet
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
            lens_beside(run, ui),
        )

    @classmethod
    def wants(cls, frame: LogitLensFrame) -> Sequence[Intent]:
        """The newest text first, one span after the other: a newer question would end the one before."""
        if not frame.asks or frame.is_empty:
            return ()
        looked_at = [frame.position] if frame.beside is None else [frame.beside.fork, frame.position]
        for at in looked_at:
            missing = _missing(frame, max(at - AROUND, 0), at + AROUND)
            if missing:
                return (AskLab(missing[-1]),)
        return ()

    @classmethod
    def figure_wants(cls, frame: LogitLensFrame) -> Sequence[Intent]:
        """All positions, one span after the other: a figure has room for more of them than a dock."""
        missing = () if frame.is_empty or not frame.asks else _missing(frame, 0, frame.length)
        return ask_labs(*missing[-1:])

    @classmethod
    def lacks(cls, frame: LogitLensFrame) -> bool:
        tables = [frame.table] if frame.beside is None else [frame.table, frame.beside.table]
        return not frame.is_empty and not all(table.known.all() for table in tables)

    # -- what is in sight ----------------------------------------------------------------------------------------

    @property
    def columns(self) -> int:
        """How many positions there is room for; nobody can move a figure, so its cells are as narrow as can be read."""
        return max(1, int((self.width() / self.em - BESIDE) / (NARROW if self.still else WIDE)))

    @property
    def _is_tight(self) -> bool:
        """Whether cells are so narrow, in a figure, that their words are written smaller."""
        shown = min(self.columns, self.painted.length)
        return self.still and (self.width() / self.em - BESIDE) / shown < WIDE

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of the table that are shown."""
        frame: LogitLensFrame = self.painted
        return tuple(range(frame.n_rows)) if frame.all_rows and not self.still else rows_shown(frame.n_rows, self._room)

    @property
    def _room(self) -> int:
        """How many rows there is room for."""
        frame: LogitLensFrame | None = self.painted
        rest = self.height() / self.em - ABOVE - (0.0 if self._is_full else self._lines * ROW + 1.5)
        if frame is not None and frame.beside is not None:
            return max(1, int((rest - SECOND) / 2 / LOW))
        return max(1, int(rest / HIGH))

    @property
    def _is_full(self) -> bool:
        """Whether two tables take all the room there is: then no candidates stand below them."""
        two = self.painted is not None and self.painted.beside is not None
        return two and not self.still and self.height() < FULL * self.em

    @property
    def _lines(self) -> int:
        """How many candidates stand below each other."""
        two = self.painted is not None and self.painted.beside is not None
        return max(1, min(MOST, int(((0.14 if two else 0.27) * self.height() / self.em - 1.5) / ROW)))

    def _moved(self) -> None:
        """A person has moved or zoomed: what has come into sight is asked for."""
        (plot, *others) = self.panel.grid.plots
        (left, right), (top, bottom) = plot.vb.viewRange()
        for other in others:
            other.vb.show_part(0, left, right)
            other.vb.show_part(1, top, bottom)
        if self.window_across.take(left, right, self.columns) | self.window_down.take(top, bottom, self._room):
            self._ask()

    def _ask(self) -> None:
        frame: LogitLensFrame = self.painted
        waits = self._waits
        if not frame.asks or self.still or (waits is not None and not self._is_known(frame, waits)):
            return
        low, high = self.window_across.sight
        missing = _missing(frame, max(low, 0), high)
        self._waits = missing[-1] if missing else None
        if missing:
            self.send(AskLab(missing[-1]))

    @staticmethod
    def _is_known(frame: LogitLensFrame, question: AskLens | AskLensApart) -> bool:
        """Whether a question is answered, or asks for what is no longer on the path."""
        if isinstance(question, AskLensApart):
            asked = questions_apart(frame.beside, frame.nodes, 0, frame.length) if frame.beside is not None else ()
            return question not in asked
        sides = [(frame.nodes, frame.table)]
        sides += [(frame.beside.nodes, frame.beside.table)] if frame.beside is not None else []
        for nodes, table in sides:
            at = np.flatnonzero(nodes == question.node)
            if len(at):
                return bool(table.known[question.start : int(at[0]) + 1].all())
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    # -- drawing -------------------------------------------------------------------------------------------------

    def paint(self, frame: LogitLensFrame, theme: Theme) -> None:
        picked, before = self._picked, self.painted
        if picked is not None:
            elsewhere = picked[1] != frame.position and not (self._picked_beside and frame.beside is not None)
            if elsewhere or layer_of(picked[0]) != frame.layer:
                self._picked = None
        if frame.beside is not None and (
            before is None or before.beside is None or before.beside.name != frame.beside.name
        ):
            self.window_across.begin_at(frame.beside.fork - 1.0, frame.position, frame.length)  # where both part
        super().paint(frame, theme)

    def draw_charts(self, frame: LogitLensFrame) -> None:
        rows, theme, beside = self.rows, self.colours, frame.beside
        with self.window_across.held(), self.drawing() as grid:
            colouring = self.colouring(frame)
            words = self.tr("the top prediction after each layer")
            if beside is not None:
                words = self.tr("A: {name}, {words}").format(
                    name=beside.current_name or self.tr("current"), words=words
                )
            grid.words(0, 0, words)
            grid.colour_bar(0, 1, self._bar(frame, colouring))
            grid.share(columns={0: 1})
            self._draw_table(grid.plot(1, 0, columns=2), frame, rows, colouring, None)
            if beside is not None:
                grid.words(2, 0, self.tr("B: {name}").format(name=beside.name), colour=theme.compared, columns=2)
                self._draw_table(grid.plot(3, 0, columns=2), frame, rows, colouring, beside)
            roomy = self.height() >= ROOMY * self.em and not self.still  # else the table needs the height
            grid.words(4, 0, self._facts(frame), size=0.85, colour=theme.muted, columns=2, whole=roomy)
        self._show_candidates(frame)
        if self._waits is not None:
            self._ask()

    def _draw_table(
        self, plot: Plot, frame: LogitLensFrame, rows: tuple[int, ...], colouring: Colouring, beside: LensBeside | None
    ) -> None:
        """One branch: the current one, or the one compared, with which it shares its positions."""
        table, texts = (frame.table, frame.texts) if beside is None else (beside.table, beside.texts)
        n, length = len(texts), frame.length
        chosen = rows.index(row_after(frame.layer)) if row_after(frame.layer) in rows else None
        plot.show_axes(
            categories(
                texts + ("",) * (length - n), under=tuple(map(str, range(length))), far=True, at_start=True,
                chosen=frame.position, fixed=beside is not None,
            ),
            categories(
                tuple(self._row_name(frame, row) for row in rows), down=True, chosen=chosen, fixed=beside is not None
            ),
        )  # fmt: skip
        self._show_window(plot, frame, rows, beside is None)
        values = cell_values(frame, table)[list(rows)]
        if np.isnan(values).any():
            plot.hatch(-0.5, -0.5, n, len(rows))
        plot.heat(
            values, colouring, parted=True, name=self._colour_name(frame), write=self._writer(frame, table, rows),
            size=SMALL if self._is_tight else 0.95, at_start=True,
        )  # fmt: skip
        if frame.beside is not None:
            plot.limit(frame.beside.fork - 0.5, colour=self.colours.text)
        cell = self.cell(frame)
        if cell[0] in rows and cell[1] < n and (self._picked is None or self._picked_beside == (beside is not None)):
            plot.cell(rows.index(cell[0]), cell[1])
        at_end = min(cell[1], n - 1)
        plot.aim(
            Cells(rows, n),
            functools.partial(self._card, table=table),
            point=functools.partial(self._point, beside=beside is not None),
            choose=functools.partial(self._choose, beside=beside is not None),
            chosen=self._nearest((cell[0], at_end), rows),
        )

    def _show_window(self, plot: Plot, frame: LogitLensFrame, rows: tuple[int, ...], first: bool) -> None:
        """The part of the table in sight: what is looked at, or where a person has moved to."""
        room = self._room if frame.all_rows and not self.still else len(rows)
        plot.at_most(high=HIGHEST * min(len(rows), room))
        n, box = frame.length, plot.vb
        box.show_part(0, *self.window_across.show(n, self.columns, frame.position, self.still))
        box.show_part(1, *self.window_down.show(len(rows), room, None, self.still))
        if first and not self.still:
            self.across.follow(box)
            self.down.follow(box)
            self.window_across.watch(box, self._moved)

    def colouring(self, frame: LogitLensFrame) -> Colouring:
        """From a cell's value to its colour."""
        ramp = self.colours.ramp
        return Colouring(ramp[::-1] if frame.colour == COLOURS[3] else ramp, "", highest(frame))

    def _bar(self, frame: LogitLensFrame, colouring: Colouring) -> Bar:
        ends = {
            COLOURS[2]: (f"{WORST:z,.0f}", "1"),
            COLOURS[3]: ("0", self.tr("{n} bits").format(n=round(colouring.high, 1))),
            DIFFERENCE: ("0", self.tr("1 bit")),
        }.get(frame.colour, ("0", "1"))
        room = self.width() / self.em - BESIDE_LABEL  # em
        label = self._colour_name(frame) if self.still or room > 4.0 else ""
        return (
            Bar(colouring, label, ends=ends) if self.still else Bar(colouring, label, ends=ends, least=min(room, 12.0))
        )

    def _colour_name(self, frame: LogitLensFrame) -> str:
        return self.translated(dict(zip(COLOURS, COLOUR_WORDS, strict=True))[frame.colour])

    def _writer(
        self, frame: LogitLensFrame, table: LensTable, rows: tuple[int, ...]
    ) -> Callable[[int, int], tuple[str, bool]]:
        """Each cell's likeliest token, bold where it is the final choice."""
        ids = table.ids[..., 0]

        def write(line: int, column: int) -> tuple[str, bool]:
            token = int(ids[rows[line], column])
            return (shown(frame.vocabulary, token), token == int(ids[-1, column])) if token >= 0 else ("", False)

        return write

    def _show_candidates(self, frame: LogitLensFrame) -> None:
        """The candidates of the cell pointed at, or chosen."""
        cell, beside = self._hover or self.cell(frame), self._hover_beside if self._hover else self._picked_beside
        table, texts = self._side(frame, beside)
        if cell[1] >= len(texts):
            cell = cell[0], len(texts) - 1
        title = "" if self._is_full else self._title(frame, cell, beside)
        self._cell_words.show_words(title, self.look, colour=self.colours.accent)
        self.candidates.setFixedHeight(round((self._lines * ROW + 0.6) * self.em))
        with self.candidates.drawing(self.colours, self.still) as grid:
            ids, probs = table.ids[cell], table.probs[cell]
            draw_candidates(grid, ids, probs, frame.vocabulary, self._lines, self.colours)

    def _side(self, frame: LogitLensFrame, beside: bool) -> tuple[LensTable, tuple[str, ...]]:
        """Table and tokens of the current branch, or of the one compared."""
        if beside and frame.beside is not None:
            return frame.beside.table, frame.beside.texts
        return frame.table, frame.texts

    def show_charts(self, frame: LogitLensFrame, wanted: bool) -> None:
        super().show_charts(frame, wanted)
        self.candidates.setVisible(wanted and not self._is_full)
        self._cell_words.setVisible(wanted and not self._is_full)

    # -- words ---------------------------------------------------------------------------------------------------

    def instead(self, frame: LogitLensFrame) -> str:
        return self.tr("Nothing to read yet. Type a prompt and press play.") if frame.is_empty else ""

    def spoken(self, frame: LogitLensFrame) -> str:
        return self.instead(frame) if frame.is_empty else self._title(frame, self.cell(frame))

    def _row_name(self, frame: LogitLensFrame, row: int) -> str:
        return state_tick(row, frame.n_rows)

    def cell(self, frame: LogitLensFrame) -> Cell:
        """The cell that is chosen: picked, or that of the chosen layer and position."""
        cell = self._picked
        if cell is not None and cell[0] < frame.n_rows and cell[1] < len(self._side(frame, self._picked_beside)[1]):
            return cell
        return row_after(frame.layer), frame.position

    def _card(self, cell: Cell, table: LensTable) -> str:
        frame: LogitLensFrame = self.painted
        token, share = int(table.ids[(*cell, 0)]), float(table.probs[(*cell, 0)])
        said = f"{shown(frame.vocabulary, token)}  {percent(share)}" if token >= 0 else ""
        return "\n".join(part for part in (said, self._difference(frame, cell)) if part)

    def _difference(self, frame: LogitLensFrame, cell: Cell) -> str:
        """How much both branches differ in a cell, where that is what its colour tells."""
        if frame.colour != DIFFERENCE or frame.beside is None or cell[1] >= frame.beside.apart.shape[1]:
            return ""
        apart = float(frame.beside.apart[cell])
        return self.tr("A and B differ by {n} bits").format(n=f"{apart:z.2f}") if np.isfinite(apart) else ""

    def _title(self, frame: LogitLensFrame, cell: Cell, beside: bool = False) -> str:
        row, position = cell
        table, texts = self._side(frame, beside)
        where = state_name(row)
        if row == frame.n_rows - 1:
            where = self.tr("{place}: the model's own output").format(place=where)
        parts = [facts((where, f"“{texts[position]}” ({position})"))]
        if frame.beside is not None:
            parts.insert(0, "B" if beside else "A")
        if table.ids[(*cell, 0)] >= 0:
            final = shown(frame.vocabulary, int(table.ids[-1, position, 0]))
            parts.append(self.tr("{n} bits").format(n=bits(float(table.entropy[cell]))))
            parts.append(
                self.tr("final prediction “{token}” has rank {rank} and probability {share}").format(
                    token=final,
                    rank=f"{table.final_rank[cell] + 1:,}",
                    share=percent(float(table.final_probs[cell])),
                )
            )
        if difference := self._difference(frame, cell):
            parts.append(difference)
        return " · ".join(parts)

    def _facts(self, frame: LogitLensFrame) -> str:
        if not frame.texts:
            return ""
        if frame.playing and not frame.table.known.all():
            return self.tr("New positions are read when generation pauses.")
        if not frame.asks and not frame.table.known.any():
            return self.tr("A run file stores only the output; the layers are read by the model that made this run.")
        if frame.colour == DIFFERENCE and frame.beside is None:
            return self.tr("The difference is shown while two branches are compared: choose one in Branches.")
        facts = [self.tr("bold: the model's final prediction")]
        low, high = self.window_across.sight
        if self.still and high - low < frame.length:
            facts.insert(
                0,
                self.tr("positions {low} to {high} of 0 to {last}").format(
                    low=low, high=high - 1, last=frame.length - 1
                ),
            )
        if np.isfinite(frame.table.difference):
            facts.append(
                self.tr("output row as recorded; recomputed, it differs by {d}").format(
                    d=f"{frame.table.difference:.0e}".replace("e-0", "e−")
                )
            )
        return " · ".join(facts)

    # -- gestures ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows the current branch alone."""
        if event.key() == Qt.Key.Key_Escape and self.painted is not None and self.painted.beside is not None:
            self.send(CompareWith(None))
        else:
            super().keyPressEvent(event)

    def _point(self, cell: Cell | None, beside: bool) -> None:
        if cell is None and self._hover is not None and beside != self._hover_beside:
            return  # the pointer has gone on to the other branch
        self._hover, self._hover_beside = cell, beside
        self._show_candidates(self.painted)

    def _choose(self, cell: Cell, beside: bool) -> None:
        """Choose the cell's layer and position."""
        self._picked, self._picked_beside = cell, beside
        self.send(ChooseLayer(layer_of(cell[0])))
        self.send(LookAt(None if cell[1] >= len(self.painted.texts) - 1 else cell[1]))
        self.redraw()

    @staticmethod
    def _nearest(cell: Cell, rows: tuple[int, ...]) -> Cell:
        """The cell of the same position in the row shown that is nearest."""
        return min(rows, key=lambda row: abs(row - cell[0])), cell[1]
