"""How alike the states of the repeated words are, block by block, and the path they take.

Four pictures: the cosines between all positions after one block; how alike two occurrences of a word, and one of each,
are from the input to the last block; the path over the vocabulary's map, where a token has one place; and the states
themselves in the plane in which they differ most. Clicking the curves chooses the block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from engine.run import Run
from viz.charts.colours import Scale
from viz.charts.legend import draw_legend
from viz.charts.numbers import percent
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.intents import ChooseLayer, Intent, ask_labs
from viz.labs.hello_bye.axis import Columns
from viz.labs.hello_bye.draw import (
    Brush,
    draw_message,
    draw_title,
    write_fitting,
)
from viz.labs.hello_bye.frame import Shown, hover_of, n_layers, shown
from viz.labs.hello_bye.labels import number
from viz.labs.hello_bye.plots import (
    draw_curves,
    draw_map_path,
    draw_plane_path,
    draw_table,
)
from viz.labs.hello_bye.states_frame import (
    Alike,
    MapPath,
    PlanePath,
    alike,
    map_path,
    plane_path,
)
from viz.theme import Theme
from viz.ui_state import UiState

ARRANGEMENTS = ((4, False), (2, False), (2, True), (1, True))  # pictures in a row, and whether words stand beside


@dataclass(frozen=True)
class Cell:
    """One of the four: its title, its square and its words."""

    title: QRectF
    picture: QRectF
    words: QRectF


@dataclass(frozen=True)
class HelloByeStatesFrame:
    """What the four pictures show."""

    shown: Shown
    layer: int
    n_layers: int
    alike: Alike | None
    on_map: MapPath | None
    plane: PlanePath | None


class HelloByeStatesView(PaintedView):
    """The four pictures; see the module."""

    name = "hello_bye_states"
    title = "States of the words"
    area = "right"
    order = 62
    tip = "How alike the states of the repeated words are, block by block, and the path they take. Click a block."
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: HelloByeStatesFrame | None = None
        self._hover: tuple[int, int] | None = None  # row and column of the table

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> HelloByeStatesFrame:
        what = shown(run, ui)
        found, layers = what.found, n_layers(what.found)
        layer = min(what.layer, max(layers - 1, 0))
        if found is None or not layers:
            return HelloByeStatesFrame(what, 0, 0, None, None, None)
        return HelloByeStatesFrame(
            what,
            layer,
            layers,
            alike(found, layer),
            map_path(run, found, what.nodes, ui.space),
            plane_path(found, layer),
        )

    @classmethod
    def wants(cls, frame: HelloByeStatesFrame) -> Sequence[Intent]:
        return ask_labs(frame.shown.question) if frame.shown.asks else ()

    def paint(self, frame: HelloByeStatesFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        parts = [frame.shown.why_not] + [it.sentence for it in (frame.alike, frame.on_map, frame.plane) if it]
        say_changed(self, " ".join(part for part in parts if part))

    # -- geometry ------------------------------------------------------------------------------------------------

    def _cells(self, rect: QRectF) -> list[Cell]:
        """Room of each of the four: in a row or two by two, words below or beside, whichever makes them largest."""
        return max((self._arranged(rect, *how) for how in ARRANGEMENTS), key=lambda cells: cells[0].picture.width())

    def _arranged(self, rect: QRectF, across: int, beside: bool) -> list[Cell]:
        em, down = self.em, 4 // across
        inside = rect.adjusted(em * 0.6, em * 0.3, -em * 0.6, -em * 0.3)
        wide, high = (inside.width() - em * (across - 1)) / across, (inside.height() - em * 0.5 * (down - 1)) / down
        cells = []
        for at in range(4):
            left, top = inside.left() + at % across * (wide + em), inside.top() + at // across * (high + em * 0.5)
            text = em * 15 if beside else min(max(em * 5.4, high * 0.3), high * 0.5)
            room = (wide - text - em, high - em * 2.4) if beside else (wide - em * 0.8, high - text - em * 2.2)
            picture = QRectF(left + em * 0.6, top + em * 1.9, max(min(room), em), max(min(room), em))
            title = QRectF(left, top, wide, em * 1.2)
            low = picture.bottom() + em * 0.35
            words = QRectF(left, low, wide, top + high - low)
            if beside:
                words = QRectF(picture.right() + em, picture.top(), text, top + high - picture.top())
            cells.append(Cell(title, picture, words))
        return cells

    def _curves(self, cell: Cell) -> tuple[QRectF, float]:
        """Where the curves are, and the room for their names right of them."""
        em, picture = self.em, cell.picture
        left = picture.left() + em * 2.6
        right = picture.right() if cell.words.left() > picture.right() else cell.words.right()
        room = min(em * 6.8, (right - left) * 0.42)
        return QRectF(left, picture.top(), max(right - left - room, em), picture.height() - em * 1.2), room

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        found = frame.shown.found
        if found is None or frame.alike is None:
            brush = Brush(painter, self.colours, em, self._font, Columns(0, 1, 1))
            said = frame.shown.why_not or self.tr(
                "The states of this run were not recorded, so there is nothing to compare."
            )
            draw_message(brush, self.translated_title(), said, rect)
            return
        cells = self._cells(rect)
        brush = Brush(painter, self.colours, em, self._font, Columns(0, 1, max(frame.shown.n, 1)))
        lit = frame.shown.lit if self._hover is None or self.still else frozenset(self._hover)
        texts = frame.shown.texts
        draw_table(brush, frame.alike, found, cells[0].picture, lit)
        table_said, _, through = frame.alike.sentence.partition(". ")
        self._draw_words(brush, cells[0], self.tr("6  Cosines after block {layer}").format(layer=frame.layer),
                         self._pointed(frame) or (f"{table_said}." if through else table_said), 1.2)  # fmt: skip
        self._draw_scale(brush, frame.alike, cells[0])
        curves, room = self._curves(cells[1])
        draw_curves(brush, frame.alike, found, curves, frame.layer, room)
        self._draw_words(brush, cells[1], self.tr("6  Through the blocks"), through)
        self._draw_map(brush, frame, cells[2], lit)
        if frame.plane is not None:
            draw_plane_path(brush, frame.plane, found, texts, cells[3].picture, lit)
            title = self.tr("8  Path after block {layer}").format(layer=frame.layer)
            self._draw_words(brush, cells[3], title, frame.plane.sentence)

    def _draw_map(self, brush: Brush, frame: HelloByeStatesFrame, cell: Cell, lit: frozenset[int]) -> None:
        title, found = self.tr("8  Path on the map"), frame.shown.found
        if frame.on_map is None or found is None:
            square = cell.picture
            brush.painter.fillRect(square, QColor(self.colours.raised))
            self._draw_words(brush, cell, title, self.tr("The vocabulary's map is not there: it is laid out when the "
                                                         "map of token embeddings is opened."))  # fmt: skip
            return
        draw_map_path(brush, frame.on_map, found, frame.shown.texts, cell.picture, lit)
        kept = self.tr("The flat map keeps {p} of each point's neighbours.").format(p=percent(frame.on_map.kept))
        self._draw_words(brush, cell, title, f"{frame.on_map.sentence} {kept}")

    def _draw_words(self, brush: Brush, cell: Cell, title: str, sentence: str, scale: float = 0.0) -> None:
        draw_title(brush, title, cell.title)
        room = cell.words.adjusted(0, 0, 0, -self.em * scale)
        write_fitting(brush, sentence, room, self.colours.text, 0.95)

    def _draw_scale(self, brush: Brush, shown_: Alike, cell: Cell) -> None:
        em, words = self.em, cell.words
        brush.painter.setFont(self.font_of(0.75))
        line = QRectF(words.left(), words.bottom() - em * 1.1, min(words.width(), em * 13), em * 1.1)
        scale = Scale(self.colours.ramp, shown_.low, 1.0)
        draw_legend(brush.painter, line, scale, self.tr("cosine"), number(shown_.low), "1", self.colours, em * 4)

    def _font(self, size: float, bold: bool) -> QFont:
        return self.font_of(size, bold)

    def _pointed(self, frame: HelloByeStatesFrame) -> str:
        if self._hover is None or self.still or frame.alike is None:
            return ""
        row, column = self._hover
        texts = frame.shown.texts
        return self.tr("{one} ({i}) and {other} ({j}): cosine {value}").format(
            one=texts[row], i=row, other=texts[column], j=column, value=number(float(frame.alike.table[row, column]))
        )

    # -- gestures ------------------------------------------------------------------------------------------------

    def _cell_at(self, point: QPointF) -> tuple[int, int] | None:
        frame = self.painted
        square = self._cells(QRectF(self.rect()))[0].picture
        if frame is None or frame.alike is None or not square.contains(point):
            return None
        n = frame.shown.n
        return (
            min(int((point.y() - square.top()) / square.height() * n), n - 1),
            min(int((point.x() - square.left()) / square.width() * n), n - 1),
        )

    def layer_at(self, point: QPointF) -> int | None:
        """The block under a point of the curves."""
        frame = self.painted
        area, _ = self._curves(self._cells(QRectF(self.rect()))[1])
        if frame is None or frame.alike is None or not area.adjusted(-8, 0, 8, 8).contains(point):
            return None
        row = round((point.x() - area.left()) / area.width() * frame.n_layers)
        return min(max(row - 1, 0), frame.n_layers - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self.layer_at(event.position()))
        self._point_at(self._cell_at(event.position()))

    def _point_at(self, cell: tuple[int, int] | None) -> None:
        frame = self.painted
        if frame is None or cell == self._hover:
            return
        before, self._hover = self._hover, cell
        if (before and before[1]) != (cell and cell[1]) or (before is None) != (cell is None):
            self.send(hover_of(frame.shown, None if cell is None else cell[1]))
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.label_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def label_at(self, point: QPointF) -> str:
        """All of the words of the picture under a point: small windows leave sentences out."""
        frame = self.painted
        if frame is None or frame.alike is None:
            return ""
        said = (frame.alike, frame.alike, frame.on_map, frame.plane)
        for cell, shown_ in zip(self._cells(QRectF(self.rect())), said, strict=True):
            if shown_ is not None and cell.words.contains(point):
                return shown_.sentence
        return ""

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def _choose(self, layer: int | None) -> None:
        if layer is not None and self.painted is not None and layer != self.painted.layer:
            self.send(ChooseLayer(layer))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.layer_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame = self.painted
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(
            Qt.Key(event.key())
        )
        if step is None or frame is None or not 0 <= frame.layer + step < frame.n_layers:
            super().keyPressEvent(event)
            return
        self.send(ChooseLayer(frame.layer + step))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)
