"""Attention over the repeated words: every head of one block, and then one head through all blocks.

Each thumbnail is a head's matrix, keys across and queries down, bars in the words' colours along both edges. Roots of
the shares are coloured, since most of attention goes to few places; the future is left empty. Clicking chooses the
block and the head for every view.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from engine.labs.hello_bye.records import HelloByeFound
from engine.run import Run
from viz.charts.atlas_grid import AtlasGrid, in_order
from viz.charts.colours import Scale
from viz.charts.heatmap import Colouring, image_of, without_future
from viz.charts.legend import draw_legend, legend_width
from viz.charts.numbers import percent
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.intents import ChooseHead, Intent, ask_labs
from viz.labs.hello_bye.axis import (
    CENTRE,
    LEFT,
    Columns,
    word_colour,
)
from viz.labs.hello_bye.draw import (
    Brush,
    draw_message,
    draw_title,
    write_fitting,
)
from viz.labs.hello_bye.frame import Shown, hover_of, shown
from viz.labs.hello_bye.labels import head_through_blocks, heads_of_block
from viz.labs.hello_bye.panels import Same
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

SENTENCE = 0.85  # em


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
class Place:
    """A thumbnail: whose it is and where."""

    layer: int
    head: int
    rect: QRectF


class HelloByeHeadsView(PaintedView):
    """The thumbnails; see the module."""

    name = "hello_bye_heads"
    title = "Heads over the words"
    area = "right"
    order = 61
    tip = "Attention over the repeated words: all heads of one block, and one head through all blocks. Click to choose."
    options = (
        Option(
            "first", "First token", "switch", True,
            tip="Show attention to the first token, which often takes most of it. Off: the scale is that of the rest.",
        ),
    )  # fmt: skip
    figure_lines = 560

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: HelloByeHeadsFrame | None = None
        self._hover: tuple[int, int, int, int] | None = None  # layer, head, query, key

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> HelloByeHeadsFrame:
        what = shown(run, ui)
        with_first = bool(option_value(cls, ui, "first"))
        found = what.found
        if found is None or found.attn is None:
            said = "" if found is None else heads_of_block(found, 0)
            return HelloByeHeadsFrame(what, 0, 0, 0, 0, with_first, said, "", 1.0)
        layers, heads = found.attn.shape[:2]
        layer, head = min(what.layer, layers - 1), min(what.head, heads - 1)
        of_block, through, high = _said(Same(found), layer, head, with_first)
        return HelloByeHeadsFrame(what, layer, head, layers, heads, with_first, of_block, through, high)

    @classmethod
    def wants(cls, frame: HelloByeHeadsFrame) -> Sequence[Intent]:
        return ask_labs(frame.shown.question) if frame.shown.asks else ()

    def paint(self, frame: HelloByeHeadsFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        say_changed(self, frame.shown.why_not or f"{frame.of_block} {frame.through}")

    # -- geometry ------------------------------------------------------------------------------------------------

    def _halves(self, rect: QRectF) -> tuple[QRectF, QRectF]:
        """Room of the two grids, titles and sentences included, so that thumbnails become as large as they can."""
        frame, em = self.painted, self.em
        whole = rect.adjusted(em * 0.6, em * 1.9, -em * 0.6, -em * 0.4)
        best, most = 0.5, -1.0
        if frame is not None:
            one_room, other_room = (self._words(said, whole.width()) for said in (frame.of_block, frame.through))
            for share in np.arange(0.25, 0.76, 0.05).tolist():
                one = in_order(QRectF(0, 0, whole.width(), whole.height() * share - one_room), frame.n_heads)
                other = in_order(QRectF(0, 0, whole.width(), whole.height() * (1 - share) - other_room), frame.n_layers)
                size = min(one.width, other.width * 1.35)
                if size > most:
                    best, most = share, size
        cut = whole.top() + whole.height() * best
        return (
            QRectF(whole.left(), whole.top(), whole.width(), cut - whole.top() - em * 0.3),
            QRectF(whole.left(), cut, whole.width(), whole.bottom() - cut),
        )

    def _words(self, sentence: str, width: float) -> float:
        """Room of a title and of its sentence, in one line where it fits and in two where it does not."""
        line = QFontMetricsF(self.font_of(SENTENCE)).horizontalAdvance(sentence) <= width
        return self.em * (2.4 if line else 3.4)

    def _grid(self, half: QRectF, n: int, sentence: str) -> AtlasGrid:
        return in_order(half.adjusted(0, self._words(sentence, half.width()), 0, 0), n)

    def _places(self, rect: QRectF) -> tuple[list[Place], list[Place]]:
        """Thumbnails of the two grids."""
        frame = self.painted
        if frame is None or not frame.n_layers:
            return [], []
        upper, lower = self._halves(rect)
        one = self._grid(upper, frame.n_heads, frame.of_block)
        other = self._grid(lower, frame.n_layers, frame.through)
        return (
            [Place(frame.layer, head, _inner(one.place(head), self.em)) for head in range(frame.n_heads)],
            [Place(layer, frame.head, _inner(other.place(layer), self.em)) for layer in range(frame.n_layers)],
        )

    def place_at(self, point: QPointF) -> Place | None:
        """The thumbnail under a point of the widget."""
        upper, lower = self._places(QRectF(self.rect()))
        return next((place for place in (*upper, *lower) if place.rect.contains(point)), None)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        found = frame.shown.found
        if found is None or found.attn is None:
            brush = Brush(painter, self.colours, em, self._font, Columns(0, 1, 1))
            said = frame.shown.why_not or frame.of_block
            draw_message(brush, self.translated_title(), said, rect)
            return
        self._draw_head(painter, rect, frame)
        upper, lower = self._halves(rect)
        title = self.tr("4  All heads of block {layer}").format(layer=frame.layer)
        self._draw_label(painter, upper, title, frame.of_block)
        through = self.tr("4  Head {head} of every block").format(head=frame.head)
        self._draw_label(painter, lower, through, frame.through)
        for places, by_head in zip(self._places(rect), (True, False), strict=True):
            for place in places:
                self._draw_thumbnail(painter, frame, found, place, by_head)

    def _draw_head(self, painter: QPainter, rect: QRectF, frame: HelloByeHeadsFrame) -> None:
        em = self.em
        line = QRectF(rect.left() + em * 0.6, rect.top() + em * 0.2, rect.width() - em * 1.2, em * 1.5)
        painter.setFont(self.font_of(0.8))
        label, high = self.tr("share of attention (root)"), percent(frame.high)
        wide = legend_width(painter.font(), label, "0", high, em * 5)
        draw_legend(painter, line, Scale(self.colours.ramp, 0, 1), label, "0", high, self.colours, em * 5)
        painter.setFont(self.font_of(0.9))
        painter.setPen(QColor(self.colours.text))
        room = QRectF(line.left(), line.top(), max(line.width() - wide - em, 1.0), line.height())
        said = QFontMetricsF(painter.font()).elidedText(self.heading(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, said)

    def heading(self) -> str:
        """The cell pointed at, or how to read a thumbnail."""
        frame = self.painted
        found = frame.shown.found if frame is not None else None
        if frame is None or found is None or found.attn is None:
            return ""
        if self._hover is None or self.still:
            return self.tr("From each token (down) to those before it (across)")
        layer, head, query, key = self._hover
        return self.tr("L{layer}.H{head}: {query} ({i}) attends to {key} ({j}): {share}").format(
            layer=layer, head=head, query=frame.shown.texts[query], i=query, key=frame.shown.texts[key], j=key,
            share=percent(float(found.attn[layer, head, query, key])),
        )  # fmt: skip

    def _draw_label(self, painter: QPainter, half: QRectF, title: str, sentence: str) -> None:
        em = self.em
        brush = Brush(painter, self.colours, em, self._font, Columns(0, 1, 1))
        line = QRectF(half.left(), half.top(), half.width(), em * 1.2)
        draw_title(brush, title, line)
        high = self._words(sentence, half.width()) - em * 1.2
        room = QRectF(half.left(), line.bottom(), half.width(), high)
        write_fitting(brush, sentence, room, self.colours.text, 0.9)

    def _font(self, size: float, bold: bool) -> QFont:
        return self.font_of(size, bold)

    def _draw_thumbnail(
        self, painter: QPainter, frame: HelloByeHeadsFrame, found: HelloByeFound, place: Place, by_head: bool
    ) -> None:
        em, rect = self.em, place.rect
        image = _image(
            Same(found), place.layer, place.head, frame.with_first, frame.high, self.colours.ramp, self.colours.surface
        )
        painter.drawImage(rect, image)
        chosen = (place.layer, place.head) == (frame.layer, frame.head)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.colours.accent if chosen else self.colours.border), 2.2 if chosen else 1.0))
        painter.drawRect(rect)
        self._draw_bars(painter, found, rect)
        self._draw_lit(painter, frame, place)
        painter.setFont(self.font_of(0.72, bold=chosen))
        painter.setPen(QColor(self.colours.accent if chosen else self.colours.text))
        name = f"H{place.head}" if by_head else f"L{place.layer}"
        painter.drawText(QRectF(rect.left(), rect.top() - em * 1.1, rect.width(), em * 0.9), CENTRE, name)

    def _draw_bars(self, painter: QPainter, found: HelloByeFound, rect: QRectF) -> None:
        """The words' colours along the upper and the left edge."""
        n = len(found.token_ids)
        cell, high = rect.width() / n, rect.height() / n
        thick = max(2.0, self.em * 0.14)
        for words in (found.first_words, found.second_words):
            at = np.flatnonzero(words)
            if len(at):
                colour = word_colour(found, int(at[0]), self.colours)
                low, count = int(at[0]), int(at[-1] - at[0] + 1)
                painter.fillRect(QRectF(rect.left() + low * cell, rect.top() - thick, count * cell, thick), colour)
                painter.fillRect(QRectF(rect.left() - thick, rect.top() + low * high, thick, count * high), colour)

    def _draw_lit(self, painter: QPainter, frame: HelloByeHeadsFrame, place: Place) -> None:
        """The column and the row of what is pointed at, in every thumbnail."""
        rect, n = place.rect, max(frame.shown.n, 1)
        cell, high = rect.width() / n, rect.height() / n
        rows = columns = frame.shown.lit
        if self._hover is not None and not self.still:
            rows, columns = frozenset({self._hover[2]}), frozenset({self._hover[3]})
        painter.setPen(QPen(QColor(self.colours.accent), 1.0))
        for column in columns:
            painter.drawRect(QRectF(rect.left() + column * cell, rect.top(), cell, rect.height()))
        for row in rows:
            painter.drawRect(QRectF(rect.left(), rect.top() + row * high, rect.width(), high))

    # -- gestures ------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame, point = self.painted, event.position()
        place = self.place_at(point)
        cell = None
        if frame is not None and place is not None and frame.shown.n:
            n = frame.shown.n
            key = min(int((point.x() - place.rect.left()) / place.rect.width() * n), n - 1)
            query = min(int((point.y() - place.rect.top()) / place.rect.height() * n), n - 1)
            cell = (place.layer, place.head, query, key)
        self._point_at(cell)

    def _point_at(self, cell: tuple[int, int, int, int] | None) -> None:
        frame = self.painted
        if frame is None or cell == self._hover:
            return
        before, self._hover = self._hover, cell
        if (before and before[2]) != (cell and cell[2]) or (before is None) != (cell is None):
            self.send(hover_of(frame.shown, None if cell is None else cell[2]))
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            frame, place = self.painted, self.place_at(QPointF(event.pos()))
            said = "" if frame is None or place is not None else f"{frame.of_block}\n{frame.through}"
            QToolTip.showText(event.globalPos(), said, self)  # small windows leave sentences out
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.send(ChooseHead(place.layer, place.head))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame = self.painted
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        step = steps.get(Qt.Key(event.key()))
        if step is None or frame is None or not frame.n_layers:
            super().keyPressEvent(event)
            return
        layer, head = frame.layer + step[0], frame.head + step[1]
        if 0 <= layer < frame.n_layers and 0 <= head < frame.n_heads:
            self.send(ChooseHead(layer, head))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)


def _inner(cell: QRectF, em: float) -> QRectF:
    """The matrix within its cell: square, its name above it and its bars beside it."""
    side = max(min(cell.width() - em * 0.5, cell.height() - em * 1.15), 4.0)
    return QRectF(cell.left() + (cell.width() - side) / 2, cell.top() + em, side, side)


@functools.lru_cache(maxsize=64)
def _said(held: Same[HelloByeFound], layer: int, head: int, with_first: bool) -> tuple[str, str, float]:
    found = held.value
    high = 1.0
    if not with_first and found.attn is not None and found.attn.shape[3] > 1:
        high = max(float(found.attn[:, :, :, 1:].max()), 1e-6)
    return heads_of_block(found, layer), head_through_blocks(found, head), high


@functools.lru_cache(maxsize=1024)
def _image(
    held: Same[HelloByeFound], layer: int, head: int, with_first: bool, high: float, ramp: tuple[str, ...], ground: str
) -> QImage:
    """A head's matrix, one pixel a cell."""
    attn = held.value.attn
    if attn is None:
        return QImage(1, 1, QImage.Format.Format_ARGB32)
    cells = without_future(attn[layer, head], 0, 0)
    if not with_first:
        cells[1:, 0] = np.nan
    return image_of(cells, Colouring(ramp, ground, high, "square root"))
