"""One head's attention as a matrix: each row a token and what it attends to, with labels, sums and exact values.

Cells of the future are hatched: they hold nothing, which is not the same as zero. Texts longer than the picture has
pixels are drawn from a pyramid of maxima and sharpen as one zooms in. What is not stored is asked for and drawn when
it comes; of texts too long for whole matrices, a picture of maxima, then the part zoomed into and the row pointed at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget

from engine.questions import Question
from engine.records import I32
from engine.run import Run
from viz import joined
from viz.charts.aim import Cells, Columns, Rows
from viz.charts.chart_view import ChartView
from viz.charts.head_names import read_heads
from viz.charts.heatmap import MODE_WORDS, MODES, Colouring, mode_in_words
from viz.charts.keys import Bar
from viz.charts.rulers import Ruler, categories
from viz.charts.speech import say_changed
from viz.charts.strip_frame import strip_tokens
from viz.charts.tables import MOST
from viz.intents import AskLab, AskReplay, HandOver, Hover, Intent, LookAt, SaveTable, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.attention.long_matrix import LongMatrix
from viz.labs.attention.matrix_frame import (
    CHOSEN_MEAN,
    HEAD,
    KIND_WORDS,
    KINDS,
    Matrix,
    MatrixChoice,
    Shown,
    is_long,
    shown_of,
)
from viz.labs.attention.matrix_parts import MatrixParts, seen_sums
from viz.labs.attention.matrix_words import cell_facts, facts, named, sum_facts
from viz.labs.attention.visible_part import VisiblePart
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.plots import Plot

LABELS = 6.5  # em, room for token labels
SUMS, THIN = 2.4, 1.3  # em, room for the sums, and in a figure of few lines
LOW = 24.0  # em: of the height of such a figure
IN_WORDS, SHORT = 5.5, 4.0  # em of room from which on sums are named by a word, and what their name has at least
UNLIKE = 2.0  # times as wide as high, or as high as wide, are its cells at most: so it fills its panel
Cell = tuple[int, int]


@dataclass(frozen=True)
class AttentionHeadFrame:
    """A matrix with its labels. `matrix` None: not known (yet)."""

    choice: MatrixChoice
    matrix: Shown | None
    question: Question | None  # that a lab is to be asked for it
    is_long: bool  # too long for whole matrices
    why_not: str  # from the model, why there is none at all
    refused: str  # what of the list of heads could not be read
    texts: tuple[str, ...]  # [T]
    token_ids: I32  # [T]
    nodes: I32  # [T]
    position: int
    hovered: int  # position pointed at in any view, -1 for none
    mode: str
    run_id: int


class AttentionHeadView(ChartView):
    """The matrix; see the module."""

    name = "attention_head"
    title = QT_TRANSLATE_NOOP("AttentionHeadView", "Attention: one head")
    tab = QT_TRANSLATE_NOOP("AttentionHeadView", "One head")
    subtitle = QT_TRANSLATE_NOOP("AttentionHeadView", "Attention pattern with exact values")
    keywords = (
        QT_TRANSLATE_NOOP("AttentionHeadView", "attention pattern"),
        QT_TRANSLATE_NOOP("AttentionHeadView", "attention matrix"),
        QT_TRANSLATE_NOOP("AttentionHeadView", "heatmap"),
        QT_TRANSLATE_NOOP("AttentionHeadView", "mean"),
        QT_TRANSLATE_NOOP("AttentionHeadView", "difference"),
    )
    area = "right"
    order = 31
    tip = QT_TRANSLATE_NOOP(
        "AttentionHeadView",
        "The attention of one head as a table: row = token that attends, column = token attended to.",
    )
    options = (
        Option(
            "show",
            QT_TRANSLATE_NOOP("AttentionHeadView", "Show"),
            "choice",
            HEAD,
            choices=KINDS,
            shown=KIND_WORDS,
            tip=QT_TRANSLATE_NOOP(
                "AttentionHeadView", "The selected head, a mean over heads, or its difference from another head."
            ),
        ),
        Option(
            "heads",
            QT_TRANSLATE_NOOP("AttentionHeadView", "Selected heads"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("AttentionHeadView", "The heads to average, as in 5.1 7.3."),
        ),
        Option(
            "other_layer",
            QT_TRANSLATE_NOOP("AttentionHeadView", "minus layer"),
            "integer",
            0,
            low=0,
            high=500,
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("AttentionHeadView", "The head to subtract, for a difference."),
        ),
        Option(
            "other_head",
            QT_TRANSLATE_NOOP("AttentionHeadView", "minus head"),
            "integer",
            0,
            low=0,
            high=500,
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("AttentionHeadView", "The head to subtract, for a difference."),
        ),
        Option(
            "scale",
            QT_TRANSLATE_NOOP("AttentionHeadView", "Colour scale"),
            "choice",
            "square root",
            choices=MODES,
            shown=MODE_WORDS,
            context="Colouring",
            tip=QT_TRANSLATE_NOOP("AttentionHeadView", "How attention weights become colour."),
        ),
        Option(
            "first",
            QT_TRANSLATE_NOOP("AttentionHeadView", "First token"),
            "switch",
            True,
            tip=QT_TRANSLATE_NOOP(
                "AttentionHeadView",
                "Off: leaves out attention to the first token (the attention sink), which otherwise outshines the "
                "rest.",
            ),
        ),
    )
    figure_lines = 640
    least_plot = 0.8  # the bars of sums beside the matrix are thin

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cell: Cell | None = None  # pointed at
        self._seen: tuple[VisiblePart, float] | None = None  # the part painted last, and its pixels across
        self._noted = ""
        self._settled = QTimer(self)  # runs out when what was pointed at and zoomed to has been painted
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self._settle)
        self.offer = QPushButton(self.tr("Compute it with the loaded model"), self)
        self.offer.setAccessibleName(self.offer.text())
        self.offer.clicked.connect(lambda: self.send(HandOver()))
        self.column.addWidget(self.offer, 1, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.offer.hide()

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> AttentionHeadFrame:
        tokens = strip_tokens(run)
        layers, heads = (run.info.n_layers, run.info.n_heads) if run.info else (1, 1)
        other = (int(option_value(cls, ui, "other_layer")), int(option_value(cls, ui, "other_head")))
        several, refused = read_heads(str(option_value(cls, ui, "heads")), layers, heads)
        choice = MatrixChoice(
            str(option_value(cls, ui, "show")), min(ui.head[0], layers - 1), min(ui.head[1], heads - 1),
            (min(other[0], layers - 1), min(other[1], heads - 1)), not option_value(cls, ui, "first"), several,
        )  # fmt: skip
        matrix, question = shown_of(run, choice, ui.playing)
        lit = np.nonzero(tokens.nodes == ui.hover_node)[0].tolist() if ui.hover_node is not None else []
        n = len(tokens.texts)
        return AttentionHeadFrame(
            choice, matrix, question, bool(n) and is_long(run),
            (run.info.why_missing("attn") or "") if run.info else "", refused, tokens.texts, tokens.token_ids,
            tokens.nodes, n - 1 if ui.position is None else min(max(ui.position, 0), n - 1), lit[0] if lit else -1,
            str(option_value(cls, ui, "scale")), run.run_id,
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: AttentionHeadFrame) -> Sequence[Intent]:
        asked = ask_labs(frame.question)
        if frame.matrix is not None or not frame.texts or frame.why_not or frame.is_long:
            return asked
        node = int(frame.nodes[-1])
        return (*asked, *(AskReplay(node, layer, "attn", head) for layer, head in frame.choice.needs))

    def redraw(self) -> None:
        super().redraw()
        if self.painted is not None:
            self._noted = self.notes(self.painted)
            self.offer.setVisible(self._offers(self.painted) and not self.still)

    @staticmethod
    def _offers(frame: AttentionHeadFrame) -> bool:
        """Whether the run is a file's, and a model could compute what it lacks."""
        return bool(frame.texts) and frame.matrix is None and not frame.why_not and frame.run_id == 0

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw_charts(self, frame: AttentionHeadFrame) -> None:
        matrix = frame.matrix
        if matrix is None:
            return
        label = self.tr("difference") if matrix.signed else mode_in_words(frame.mode)
        name = self.tr("attention, {scale}").format(scale=label)
        name = self.tr("difference of attention") if matrix.signed else name
        with self.drawing() as grid:
            bar = Bar(self._colouring(frame, matrix), label, name=name, free=True)
            colouring = grid.colour_bar(0, 0, bar, columns=2)
            plot, beside, below = grid.plot(1, 0), grid.plot(1, 1), grid.plot(2, 0)
            sums = (THIN if self.still and self.height() < LOW * self.em else SUMS) * self.em
            beside.setFixedWidth(sums)
            below.setFixedHeight(sums)
            self._draw_matrix(plot, frame, matrix, colouring)
            self._draw_sums(plot, beside, below)
            grid.link((plot, below))
            grid.link((plot, beside), x=False, y=True)
            grid.square(plot, UNLIKE)
            plot.moved(self._moved)

    def _colouring(self, frame: AttentionHeadFrame, matrix: Shown) -> Colouring:
        mode = next(mode for mode in MODES if mode == frame.mode)
        if matrix.signed:
            return Colouring(self.colours.diverging, "", matrix.high, "linear", True)
        return Colouring(self.colours.ramp, "", matrix.high, mode)

    def _draw_matrix(self, plot: Plot, frame: AttentionHeadFrame, matrix: Shown, colouring: Colouring) -> None:
        from viz.charts.heat_part import HeatPart

        theme, n, texts, at = self.colours, matrix.n, frame.texts[: matrix.n], min(frame.position, matrix.n - 1)
        tokens = categories(texts, chosen=at, widest=self._label_room())
        plot.show_axes(replace(tokens, far=True, turned=True), replace(tokens, down=True))
        plot.hatch(-0.5, -0.5, n, n)
        parts = MatrixParts(matrix, frame.choice.without_first)
        plot.item(HeatPart).show_parts(parts, colouring, self._painted_part)
        plot.box(-0.5, -0.5, n, n, theme.border, width=0.05)
        if not self.still:
            plot.box(-0.5, at - 0.5, n, 1, theme.accent, width=0.12)
            if 0 <= frame.hovered < n and self.cell is None:
                plot.box(-0.5, frame.hovered - 0.5, n, 1, theme.text, width=0.05, dash=1)
                plot.box(frame.hovered - 0.5, -0.5, 1, n, theme.text, width=0.05, dash=1)
        cells = Cells(n, n, cross=True)
        plot.aim(cells, self._card, point=self._point_at, choose=self._look_at, chosen=(at, at), browse=True)

    def _draw_sums(self, plot: Plot, beside: Plot, below: Plot) -> None:
        """Bars for the sums of the rows and columns in sight, and how much the longest of them is."""
        frame: AttentionHeadFrame = self.painted
        matrix = frame.matrix
        if matrix is None:
            return
        (left, right), (top, bottom) = plot.vb.viewRange()
        for side, across, bars in (
            (beside, True, seen_sums(matrix.row_sums, top, bottom, plot.vb.height())),
            (below, False, seen_sums(matrix.column_sums, left, right, plot.vb.width())),
        ):
            share = bars.sums / bars.largest
            length = self._length(bars.largest, matrix)
            along = Ruler(-0.5, matrix.n - 0.5, hidden=True, down=across)
            side.show_axes(*((replace(length, far=True, turned=True), along) if across else (along, length)))
            for colour, shown in ((self.colours.path, share >= 0), (self.colours.fan, share < 0)):
                side.bars(
                    bars.at[shown], np.abs(share[shown]) - 0.5, colour, base=-0.5, thick=bars.thick, across=across
                )
            side.aim(Rows(matrix.n) if across else Columns(range(matrix.n)), self._sums_of)

    def _length(self, largest: float, matrix: Shown) -> Ruler:
        """The axis along the bars of sums, which are shares of the longest."""
        if self._label_room() < IN_WORDS:
            words = self.tr("|Σ| ≤ {largest}") if matrix.signed else self.tr("Σ ≤ {largest}")
        else:
            words = self.tr("|sums| ≤ {largest}") if matrix.signed else self.tr("sums ≤ {largest}")
        label = words.format(largest=f"{largest:z.3g}")
        return categories((label,), down=True, fixed=True, widest=max(self._label_room(), SHORT))

    def _label_room(self) -> float:
        """em of a token's label."""
        return max(min(LABELS, 0.2 * min(self.width(), self.height()) / self.em), 2.0)

    def _moved(self) -> None:
        """Another part is in sight, or of another size: sums are those of that part, and so is what is said."""
        plot, beside, below = self.panel.grid.plots
        for side in (beside, below):
            side.begin(self.look)
        self._draw_sums(plot, beside, below)
        for side in (beside, below):
            side.end()
        self._settle_soon()

    def has_numbers(self, frame: AttentionHeadFrame) -> bool:
        return isinstance(frame.matrix, Matrix)

    def as_table(self, frame: AttentionHeadFrame) -> SaveTable | None:
        """Each weight with its query and its key; of a text too long for whole matrices there is none."""
        matrix = frame.matrix
        if not isinstance(matrix, Matrix) or matrix.n**2 > 2 * MOST:
            return None
        rows = (
            (query, frame.texts[query], key, frame.texts[key], float(matrix.values[query, key]))
            for query in range(matrix.n)
            for key in range(query + 1)
        )
        return SaveTable(named(frame.choice), ("query", "query token", "key", "key token", "attention"), tuple(rows))

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: AttentionHeadFrame) -> str:
        return named(frame.choice)

    def notes(self, frame: AttentionHeadFrame) -> str:
        if frame.refused:
            return self.tr("not heads of this model: {text}").format(text=frame.refused)
        if frame.matrix is None:
            return ""
        if frame.choice.kind == CHOSEN_MEAN and len(frame.choice.heads) < 2:
            return self.tr("name the heads to average in this view's options, as in 5.1 7.3")
        return facts(frame.matrix, frame.choice.without_first, len(frame.texts), self.part(frame.matrix.n))

    def instead(self, frame: AttentionHeadFrame) -> str:
        if frame.matrix is not None:
            return ""
        if not frame.texts:
            return self.tr("No attention yet. Type a prompt and press play.")
        return frame.why_not or (
            self.tr("The attention of this head is not stored in this run.")
            if self._offers(frame)
            else self.tr("The attention of this head is not stored in this run. It is being recomputed.")
        )

    def spoken(self, frame: AttentionHeadFrame) -> str:
        """The head, and of the cell pointed at or of the whole what there is to say."""
        said = self.instead(frame) or self.notes(frame)
        if self.cell is not None and frame.matrix is not None and max(self.cell) < frame.matrix.n:
            said = " · ".join(cell_facts(frame.matrix, frame.texts, self.cell))
        return joined.facts((self.heading(frame), said))

    def _card(self, cell: Cell) -> str:
        frame: AttentionHeadFrame = self.painted
        return "\n".join(cell_facts(frame.matrix, frame.texts, cell)) if frame.matrix is not None else ""

    def _sums_of(self, position: int) -> str:
        frame: AttentionHeadFrame = self.painted
        said = sum_facts(frame.matrix, position, position) if frame.matrix is not None else ""
        return f"{frame.texts[position]} ({position})\n{said}"

    # -- gestures ------------------------------------------------------------------------------------------------

    def part(self, n: int) -> VisiblePart:
        """Which part of n positions is in sight."""
        plots = self.panel.grid.plots if self.panel.has_charts else []
        if not plots or not plots[0].vb.is_zoomed:
            return VisiblePart.whole(n)
        (left, right), (top, _) = plots[0].vb.viewRange()
        return VisiblePart(left + 0.5, top + 0.5, right - left)

    def _look_at(self, cell: Cell) -> None:
        self.send(LookAt(None if cell[0] == len(self.painted.texts) - 1 else cell[0]))

    def _point_at(self, cell: Cell | None) -> None:
        """The pointer is over a cell: its key is what every view lights."""
        column_before, self.cell = self.cell[1] if self.cell else None, cell
        frame: AttentionHeadFrame = self.painted
        if cell is None:
            self.send(Hover())
        elif cell[1] != column_before:
            self.send(Hover(int(frame.token_ids[cell[1]]), int(frame.nodes[cell[1]])))
        say_changed(self, self.spoken(self.painted))
        self._settle_soon()

    def _painted_part(self, left: float, top: float, width: float, pixels: float) -> None:
        self._seen = (VisiblePart(left, top, width), pixels)
        if isinstance(self.painted.matrix, LongMatrix):
            self._settle_soon()

    def _settle_soon(self) -> None:
        if self.isVisible() and not self.still:
            self._settled.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settled.stop()
        super().hideEvent(event)

    def _settle(self) -> None:
        """Say what is in sight now, and ask for what it lacks."""
        if self.painted is not None:
            if self.notes(self.painted) != self._noted:
                self.redraw()
            self._ask_closer()

    def _ask_closer(self) -> None:
        """Of a long text, ask for the part a person zoomed to and the row pointed at, where they are not there yet."""
        frame: AttentionHeadFrame = self.painted
        matrix = frame.matrix
        if not isinstance(matrix, LongMatrix) or frame.run_id <= 0 or self.still:
            return
        wanted = matrix.sharper(*self._seen) if self._seen is not None else None
        if wanted is not None:
            self.send(AskLab(wanted))
        if self.cell is not None and max(self.cell) < matrix.n and matrix.value(*self.cell) is None:
            self.send(AskLab(matrix.exact(self.cell[0])))
