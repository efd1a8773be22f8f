"""Attention over the repeated words: every head of one block, and then one head through all blocks.

Each thumbnail is a head's matrix, keys across and queries down, bars in the words' colours along both edges. Roots of
the shares are coloured, since most of attention goes to few places; the future is left empty. Clicking chooses the
block and the head for every view; so do the arrow keys.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QWidget

from engine.labs.hello_bye.records import HelloByeFound
from engine.run import Run
from viz.charts.chart_panel import ChartPanel
from viz.charts.chart_view import ChartView
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.numbers import percent
from viz.charts.painted_part import PaintedPart
from viz.charts.rulers import Ruler
from viz.intents import ChooseHead, Intent, ask_labs
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.hello_bye.draw import Brush, draw_title, write_fitting
from viz.labs.hello_bye.frame import Shown, hover_of, shown
from viz.labs.hello_bye.heads_layout import Cell, HeadCells, best_cut
from viz.labs.hello_bye.labels import head_through_blocks, heads_of_block
from viz.labs.hello_bye.same import Same
from viz.labs.hello_bye.stage import Stage
from viz.labs.hello_bye.words import reason
from viz.plain import show_tip
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.labs.hello_bye.heads_item import HeadsItem

SENTENCE, MEASURED = 0.9, 0.78  # em of a sentence, and of one that is to have a single line
ABOVE, BETWEEN = 0.25, 0.35  # em of height above a chart, and between the two grids
TITLE, LINE = 1.2, 1.1  # em of height of a title, and of a sentence's line
TOP = 1.5  # em of height of the colour bar's line


@dataclass(frozen=True)
class HelloByeHeadsFrame:
    """The finding's attention, and which of it is chosen."""

    shown: Shown
    layer: int
    head: int
    n_layers: int  # 0 where there is no attention
    n_heads: int
    with_first: bool
    of_block: str  # sentence
    through: str  # sentence
    high: float  # top of the scale


@dataclass(frozen=True)
class Half:
    """One of the two grids: its title, its sentence and its chart's room."""

    title: QRectF
    words: QRectF
    chart: QRectF


class HelloByeHeadsView(ChartView):
    """The thumbnails; see the module. `panel` holds the heads of the block, `through` the head of every block."""

    name = "hello_bye_heads"
    title = QT_TRANSLATE_NOOP("HelloByeHeadsView", "Hello/Bye: attention")
    tab = QT_TRANSLATE_NOOP("HelloByeHeadsView", "Attention")
    subtitle = QT_TRANSLATE_NOOP("HelloByeHeadsView", "Heads over the repeated words")
    keywords = (
        QT_TRANSLATE_NOOP("HelloByeHeadsView", "repetition"),
        QT_TRANSLATE_NOOP("HelloByeHeadsView", "attention heads"),
        QT_TRANSLATE_NOOP("HelloByeHeadsView", "block"),
        QT_TRANSLATE_NOOP("HelloByeHeadsView", "repeated words"),
        QT_TRANSLATE_NOOP("HelloByeHeadsView", "attention patterns"),
    )
    area = "right"
    order = 61
    figure_needs = "model"
    figure_seconds = 6.0
    tip = QT_TRANSLATE_NOOP(
        "HelloByeHeadsView",
        "How the heads of one layer, and one head number in every layer, attend among the repeated words.",
    )
    options = (
        Option(
            "first",
            QT_TRANSLATE_NOOP("HelloByeHeadsView", "First token"),
            "switch",
            True,
            tip=QT_TRANSLATE_NOOP(
                "HelloByeHeadsView",
                "Show attention to the first token (the attention sink, which often takes most). Off: the colour "
                "scale is that of the rest.",
            ),
        ),
    )
    figure_lines = 560

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: HelloByeHeadsFrame | None = None
        self._items: list[HeadsItem] = []
        self._hover: Cell | None = None
        self._stage = Stage(self)
        self._said = PaintedPart(self._stage, self._draw_words)
        self.column.removeWidget(self.panel)
        self.panel.setParent(self._stage)
        self.scale, self.through = (ChartPanel(self._stage, self.translated_title()) for _ in range(2))
        self.column.addWidget(self._stage, 1)
        self._stage.resized.connect(self.redraw)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> HelloByeHeadsFrame:
        what = shown(run, ui)
        with_first = bool(option_value(cls, ui, "first"))
        found = what.found
        if found is None or found.attn is None:
            said = "" if found is None else heads_of_block(found, 0)
            return HelloByeHeadsFrame(what, 0, 0, 0, 0, with_first, said, "", 1.0)
        layers, heads = found.attn.shape[:2]
        layer, head = min(what.head[0], layers - 1), min(what.head[1], heads - 1)
        of_block, through, high = _sentences(Same(found), layer, head, with_first)
        return HelloByeHeadsFrame(what, layer, head, layers, heads, with_first, of_block, through, high)

    @classmethod
    def wants(cls, frame: HelloByeHeadsFrame) -> Sequence[Intent]:
        return ask_labs(frame.shown.question) if frame.shown.asks else ()

    # -- geometry ------------------------------------------------------------------------------------------------

    def _halves(self, frame: HelloByeHeadsFrame, whole: QRectF) -> tuple[Half, Half]:
        """Room of the two grids, so that thumbnails become as large as they can."""
        em, said = self.em, (frame.of_block, frame.through)
        top = whole.top() + TOP * em
        words = [self._lines(sentence, whole.width()) * LINE * em for sentence in said]
        free = max(whole.bottom() - top - sum(words) - (2 * TITLE + 2 * ABOVE + BETWEEN) * em, 2.0)
        share = best_cut(whole.width(), free, frame.n_heads, frame.n_layers, em)
        halves = []
        for room, high in zip(words, (free * share, free * (1 - share)), strict=True):
            title = QRectF(whole.left(), top, whole.width(), TITLE * em)
            text = QRectF(whole.left(), title.bottom(), whole.width(), room)
            halves.append(Half(title, text, QRectF(whole.left(), text.bottom() + ABOVE * em, whole.width(), high)))
            top = halves[-1].chart.bottom() + BETWEEN * em
        return halves[0], halves[1]

    def _lines(self, sentence: str, width: float) -> int:
        """Lines that a sentence is given: more than two leave too little to the thumbnails."""
        return 1 if QFontMetricsF(self._font(MEASURED, False)).horizontalAdvance(sentence) <= width else 2

    def _lay_out(self, frame: HelloByeHeadsFrame) -> None:
        """Put words and charts where they belong: a chart without its grid's margins has the room it is given."""
        from viz.charts.chart_grid import AT_END
        from viz.charts.grid_room import GAP

        self.column.activate()
        whole = QRectF(self._stage.rect())
        self._said.show_at(whole.height())
        self._said.resize(self._stage.size())
        margin, beyond = 0.5 * GAP * self.em, AT_END * self.em  # of a grid of charts
        line = QRectF(whole.left(), whole.top(), whole.width(), (TOP - 0.2) * self.em)
        self.scale.setGeometry(line.adjusted(0, -margin, beyond, margin).toAlignedRect())
        for panel, half in zip((self.panel, self.through), self._halves(frame, whole), strict=True):
            panel.setGeometry(half.chart.adjusted(-1, -margin - 1, beyond + 1, margin + 1).toAlignedRect())

    # -- charts --------------------------------------------------------------------------------------------------

    def instead(self, frame: HelloByeHeadsFrame) -> str:
        return "" if frame.n_layers else reason(frame.shown) or frame.of_block

    def spoken(self, frame: HelloByeHeadsFrame) -> str:
        return reason(frame.shown) or sentences(frame.of_block, frame.through)

    def show_charts(self, frame: HelloByeHeadsFrame, wanted: bool) -> None:
        self._stage.setVisible(wanted)
        if wanted:
            self.draw_charts(frame)

    def draw_charts(self, frame: HelloByeHeadsFrame) -> None:
        found = frame.shown.found
        if found is None:
            return
        self._lay_out(frame)
        if self._hover is not None and max(self._hover[2:]) >= frame.shown.n:
            self._hover = None  # of longer words
        ground = "" if self.transparent else self.colours.surface
        colouring = Colouring(self.colours.ramp, ground, frame.high, "square root")
        with self.scale.drawing(self.colours, self.still) as grid:
            bar = Bar(colouring, self.tr("fraction of attention (square root)"), _share, free=True)
            grid.words(0, 0, self._how_to_read(bar), size=SENTENCE)
            colouring = grid.colour_bar(0, 1, bar)
            grid.share(columns={0: 1})
        heads = tuple((frame.layer, head) for head in range(frame.n_heads))
        blocks = tuple((layer, frame.head) for layer in range(frame.n_layers))
        self._items = [
            self._draw_grid(self.panel, frame, found, heads, colouring),
            self._draw_grid(self.through, frame, found, blocks, colouring),
        ]

    def _draw_grid(
        self, panel: ChartPanel, frame: HelloByeHeadsFrame, found: HelloByeFound, heads: tuple[tuple[int, int], ...],
        colouring: Colouring,
    ) -> HeadsItem:  # fmt: skip
        from viz.labs.hello_bye.heads_item import HeadsItem, HeadsPicture

        names = tuple(f"H{head}" if panel is self.panel else f"L{layer}" for layer, head in heads)
        chosen = heads.index((frame.layer, frame.head))
        with panel.drawing(self.colours, self.still) as grid:
            plot = grid.plot()
            plot.show_axes(Ruler(0, 1, hidden=True), Ruler(0, 1, hidden=True, down=True))
            item: HeadsItem = plot.item(HeadsItem)
            item.show_picture(
                HeadsPicture(found, heads, names, chosen, not frame.with_first, frame.shown.lit, colouring, self.look)
            )
            item.point(self._hover and self._hover[2:])
            cells = HeadCells(item.places, heads, frame.shown.n, (frame.n_layers, frame.n_heads))
            plot.aim(cells, self._share, point=self._point_at, choose=self._choose,
                     chosen=(frame.layer, frame.head, 0, 0))  # fmt: skip
        return item

    # -- words ---------------------------------------------------------------------------------------------------

    def _how(self) -> str:
        return self.tr("From each token (down) to those before it (across)")

    def _how_to_read(self, bar: Bar) -> str:
        """In fewer words where there is little room beside the colour bar, in none where there is less."""
        from viz.charts.rows import BAR, SMALL

        small, metrics = QFontMetricsF(self._font(SMALL, False)), QFontMetricsF(self._font(SENTENCE, False))
        taken = sum(small.horizontalAdvance(text) for text in (bar.label, *bar.said_at_ends))
        free = self._stage.width() - taken - (BAR + 2.6) * self.em
        said = (self._how(), self.tr("Queries down, keys across"), self.tr("Query ↓, key →"))
        return next((text for text in said if metrics.horizontalAdvance(text) <= free), "")

    def _draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Titles and sentences: running text, cut where a sentence does not fit."""
        frame = self.painted
        if frame is None or not frame.n_layers:
            return
        brush = Brush(painter, self.colours, self.em, self._font)
        titles = (
            self.tr("4  All heads of layer {layer}").format(layer=frame.layer),
            self.tr("4  Head {head} of every layer").format(head=frame.head),
        )
        said = (frame.of_block, frame.through)
        for half, title, sentence in zip(self._halves(frame, rect), titles, said, strict=True):
            draw_title(brush, title, half.title)
            write_fitting(brush, sentence, half.words, self.colours.text, SENTENCE)

    def _font(self, size: float, bold: bool) -> QFont:
        return self.look.font_of(size, bold)

    def _share(self, cell: Cell) -> str:
        """What is said of a cell."""
        frame = self.painted
        found = frame.shown.found if frame is not None else None
        if frame is None or found is None or found.attn is None:
            return ""
        layer, head, query, key = cell
        return self.tr("L{layer}.H{head}: {query} ({i}) attends to {key} ({j}): {share}").format(
            layer=layer, head=head, query=frame.shown.texts[query], i=query, key=frame.shown.texts[key], j=key,
            share=percent(float(found.attn[layer, head, query, key])),
        )  # fmt: skip

    # -- gestures ------------------------------------------------------------------------------------------------

    def _point_at(self, cell: Cell | None) -> None:
        frame = self.painted
        if frame is None or cell == self._hover:
            return
        before, self._hover = self._hover, cell
        for item in self._items:
            item.point(cell and cell[2:])
        if (before and before[2]) != (cell and cell[2]) or (before is None) != (cell is None):
            self.send(hover_of(frame.shown, None if cell is None else cell[2]))

    def _choose(self, cell: Cell) -> None:
        self.send(ChooseHead(cell[0], cell[1]))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(event.globalPos(), self.label_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def label_at(self, point: QPointF) -> str:
        """All of the words under a point: small windows leave some out."""
        frame = self.painted
        if frame is None or not frame.n_layers:
            return ""
        inside, said = point - QPointF(self._stage.pos()), (frame.of_block, frame.through)
        for half, sentence in zip(self._halves(frame, QRectF(self._stage.rect())), said, strict=True):
            if half.title.united(half.words).contains(inside):
                return sentence
        return self._how() if 0 <= inside.y() < TOP * self.em else ""

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)


def _share(value: float) -> str:
    return percent(value) if value else "0"


@functools.lru_cache(maxsize=64)
def _sentences(held: Same[HelloByeFound], layer: int, head: int, with_first: bool) -> tuple[str, str, float]:
    """What is said of the two grids, and the top of the scale."""
    found = held.value
    high = 1.0
    if not with_first and found.attn is not None and found.attn.shape[3] > 1:
        high = max(float(found.attn[:, :, :, 1:].max()), 1e-6)
    return heads_of_block(found, layer), head_through_blocks(found, head), high
