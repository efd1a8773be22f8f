"""How alike the states of the repeated words are, block by block, and the path they take.

Four pictures: the cosines between all positions after one block; how alike two occurrences of a word, and one of each,
are from the input to the last block; the path over the vocabulary's map, where a token has one place; and the states
themselves in the plane in which they differ most. A click on the curves chooses the block, and so do the arrow keys.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from engine.labs.hello_bye.records import HelloByeFound
from engine.run import Run
from viz.charts.chart_panel import ChartPanel
from viz.charts.chart_view import ChartView
from viz.charts.keys import Bar
from viz.charts.numbers import percent
from viz.charts.painted_part import PaintedPart
from viz.intents import ChooseLayer, Intent, ask_labs
from viz.joined import apart, sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.hello_bye.draw import Brush, draw_title, write_fitting
from viz.labs.hello_bye.frame import Shown, hover_of, n_layers, shown
from viz.labs.hello_bye.labels import number
from viz.labs.hello_bye.plots import (
    Drawing,
    cosine_colours,
    draw_curves,
    draw_map_path,
    draw_plane_path,
    draw_table,
)
from viz.labs.hello_bye.stage import Stage
from viz.labs.hello_bye.states_frame import Alike, MapPath, PlanePath, alike, map_path, plane_path
from viz.labs.hello_bye.states_words import said_alike, said_in_plane, said_on_map
from viz.labs.hello_bye.words import reason
from viz.plain import show_tip
from viz.state_names import row_after, state_place
from viz.ui_state import UiState

ARRANGEMENTS = ((4, False), (2, False), (2, True), (1, True))  # pictures in a row, and whether words stand beside
LINE = 1.6  # em of height of a colour bar
BAR = 14  # em of a chart's width from which on it has a colour bar


@dataclass(frozen=True)
class Cell:
    """One of the four: its title, its chart's room and its words."""

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


class HelloByeStatesView(ChartView):
    """The four pictures; see the module."""

    name = "hello_bye_states"
    title = QT_TRANSLATE_NOOP("HelloByeStatesView", "Hello/Bye: similarity")
    tab = QT_TRANSLATE_NOOP("HelloByeStatesView", "Similarity")
    subtitle = QT_TRANSLATE_NOOP("HelloByeStatesView", "Hidden states of the repeated words")
    keywords = (
        QT_TRANSLATE_NOOP("HelloByeStatesView", "cosine similarity"),
        QT_TRANSLATE_NOOP("HelloByeStatesView", "hidden states"),
        QT_TRANSLATE_NOOP("HelloByeStatesView", "representation similarity"),
        QT_TRANSLATE_NOOP("HelloByeStatesView", "trajectory"),
        QT_TRANSLATE_NOOP("HelloByeStatesView", "repeated words"),
    )
    area = "right"
    order = 62
    figure_needs = "model"
    figure_seconds = 6.0
    tip = QT_TRANSLATE_NOOP(
        "HelloByeStatesView",
        "How similar the hidden states of the repeated words are in each layer, and the path they trace.",
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: HelloByeStatesFrame | None = None
        self._hover: tuple[int, int] | None = None  # row and column of the table
        self._stage = Stage(self)
        self._said = PaintedPart(self._stage, self._draw_words)
        self.column.removeWidget(self.panel)
        self.panel.setParent(self._stage)
        self.table, self.map_path, self.plane = (ChartPanel(self._stage, self.translated_title()) for _ in range(3))
        self.column.addWidget(self._stage, 1)
        self._stage.resized.connect(self.redraw)

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

    # -- geometry ------------------------------------------------------------------------------------------------

    def _cells(self, rect: QRectF) -> list[Cell]:
        """Room of each of the four: in a row or two by two, words below or beside, whichever makes them largest."""
        return max((self._arranged(rect, *how) for how in ARRANGEMENTS), key=lambda cells: cells[0].picture.width())

    def _arranged(self, rect: QRectF, across: int, beside: bool) -> list[Cell]:
        em, down = self.em, 4 // across
        inside = rect.adjusted(0, 0, -em * 0.3, 0)
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

    def _curves(self, cell: Cell) -> QRectF:
        """The curves are as wide as their words are."""
        right = cell.picture.right() if cell.words.left() > cell.picture.right() else cell.words.right()
        return QRectF(cell.picture.left(), cell.picture.top(), right - cell.picture.left(), cell.picture.height())

    def _with_bar(self, cell: Cell) -> QRectF:
        """The table, and below it a colour bar where there is room for one."""
        picture, words, em = cell.picture, cell.words, self.em
        if words.left() > picture.right() or words.width() < BAR * em:
            return picture
        return QRectF(picture.left(), picture.top(), words.width() - em, picture.height() + LINE * em)

    @property
    def _panels(self) -> tuple[ChartPanel, ChartPanel, ChartPanel, ChartPanel]:
        return self.table, self.panel, self.map_path, self.plane

    def _lay_out(self) -> list[Cell]:
        """Put every chart where it belongs."""
        self.column.activate()
        em, whole = self.em, QRectF(self._stage.rect())
        cells = self._cells(whole)
        self._said.show_at(whole.height())
        self._said.resize(self._stage.size())
        for at, (panel, cell) in enumerate(zip(self._panels, cells, strict=True)):
            room = self._curves(cell) if at == 1 else self._with_bar(cell) if at == 0 else cell.picture
            panel.setGeometry(room.adjusted(-0.6 * em, -0.3 * em, 0.7 * em, 0.3 * em).toAlignedRect())
        return cells

    # -- charts --------------------------------------------------------------------------------------------------

    def instead(self, frame: HelloByeStatesFrame) -> str:
        if frame.shown.found is not None and frame.alike is not None:
            return ""
        return reason(frame.shown) or self.tr(
            "The hidden states of this run were not recorded, so there is nothing to compare."
        )

    def spoken(self, frame: HelloByeStatesFrame) -> str:
        alike_said, _, on_map, in_plane = _said(frame)
        return self.instead(frame) or sentences(alike_said, on_map, in_plane)

    def show_charts(self, frame: HelloByeStatesFrame, wanted: bool) -> None:
        self._stage.setVisible(wanted)
        if wanted:
            self.draw_charts(frame)

    def draw_charts(self, frame: HelloByeStatesFrame) -> None:
        found = frame.shown.found
        if found is None or frame.alike is None:
            return
        self._lay_out()
        self._draw_table(frame.alike, self._drawing(frame, found, self.table))
        with self.panel.drawing(self.colours, self.still) as grid:
            on = self._drawing(frame, found, self.panel)
            draw_curves(grid.plot(), frame.alike, on, frame.layer, self._choose)
        self.map_path.setVisible(frame.on_map is not None)
        if frame.on_map is not None:
            with self.map_path.drawing(self.colours, self.still) as grid:
                plot = grid.plot()
                grid.square(plot)
                draw_map_path(plot, frame.on_map, self._drawing(frame, found, self.map_path), self._point_at)
        self.plane.setVisible(frame.plane is not None)
        if frame.plane is not None:
            with self.plane.drawing(self.colours, self.still) as grid:
                plot = grid.plot()
                grid.square(plot)
                draw_plane_path(plot, frame.plane, self._drawing(frame, found, self.plane), self._point_at)

    def _draw_table(self, alike_: Alike, on: Drawing) -> None:
        with self.table.drawing(self.colours, self.still) as grid:
            plot = grid.plot()
            grid.square(plot)
            draw_table(plot, alike_, on, self._pair, self._point)
            if on.wide >= BAR * self.em:
                ends = (number(alike_.low), "1")
                grid.colour_bar(1, 0, Bar(cosine_colours(alike_, self.look), self.tr("cosine"), ends=ends))

    def _drawing(self, frame: HelloByeStatesFrame, found: HelloByeFound, panel: ChartPanel) -> Drawing:
        lit = frame.shown.lit if self._hover is None or self.still else frozenset(self._hover)
        em = self.em
        return Drawing(found, frame.shown.texts, lit, self.look, panel.width() - 1.2 * em, panel.height() - 0.5 * em)

    # -- words ---------------------------------------------------------------------------------------------------

    def _sentences(self, frame: HelloByeStatesFrame) -> tuple[tuple[str, str], ...]:
        """Title and sentences of each of the four."""
        alike_said, _, on_map, in_plane = _said(frame)
        table, *rest = apart(alike_said) or [""]
        place = state_place(row_after(frame.layer))
        after = self.tr("6  Similarity {place}").format(place=place)
        plane = self.tr("8  Path {place}").format(place=place)
        return (
            (after, table),
            (self.tr("6  Through the layers"), sentences(*rest)),
            (self.tr("8  Path on the map"), self._map_said(frame.on_map, on_map)),
            (plane, in_plane),
        )

    def _map_said(self, on_map: MapPath | None, said: str) -> str:
        if on_map is None:
            return self.tr(
                "There is no map of the vocabulary yet: it is made when the map of token embeddings is opened."
            )
        kept = self.tr("Neighbours kept on the 2D map: {p}.").format(p=percent(on_map.kept))
        return sentences(said, kept)

    def _draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Titles and sentences: running text, cut where a sentence does not fit."""
        frame = self.painted
        if frame is None or frame.alike is None:
            return
        brush = Brush(painter, self.colours, self.em, self._font)
        cells = self._cells(rect)
        if frame.on_map is None:
            painter.fillRect(cells[2].picture, QColor(self.colours.raised))
        for cell, (title, said) in zip(cells, self._sentences(frame), strict=True):
            draw_title(brush, title, cell.title)
            below = self._with_bar(cell).bottom() - cell.picture.bottom() if cell is cells[0] else 0.0
            write_fitting(brush, said, cell.words.adjusted(0, below, 0, 0), self.colours.text, 0.95)

    def _font(self, size: float, bold: bool) -> QFont:
        return self.look.font_of(size, bold)

    def _pair(self, cell: tuple[int, int]) -> str:
        frame = self.painted
        if frame is None or frame.alike is None:
            return ""
        (row, column), texts = cell, frame.shown.texts
        return self.tr("{one} ({i}) and {other} ({j}): cosine similarity {value}").format(
            one=texts[row], i=row, other=texts[column], j=column, value=number(float(frame.alike.table[row, column]))
        )

    # -- gestures ------------------------------------------------------------------------------------------------

    def _point_at(self, position: int | None) -> None:
        self._point(None if position is None else (position, position))

    def _point(self, cell: tuple[int, int] | None) -> None:
        frame = self.painted
        if frame is None or cell == self._hover:
            return
        before, self._hover = self._hover, cell
        if (before and before[1]) != (cell and cell[1]) or (before is None) != (cell is None):
            self.send(hover_of(frame.shown, None if cell is None else cell[1]))
        self.redraw()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(event.globalPos(), self.label_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def label_at(self, point: QPointF) -> str:
        """All of the words of the picture under a point: small windows leave sentences out."""
        frame = self.painted
        if frame is None or frame.alike is None:
            return ""
        inside = point - QPointF(self._stage.pos())
        for cell, said in zip(self._cells(QRectF(self._stage.rect())), _said(frame), strict=True):
            if cell.words.contains(inside):
                return said
        return ""

    def _choose(self, layer: int) -> None:
        if self.painted is not None and layer != self.painted.layer:
            self.send(ChooseLayer(layer))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame, step = self.painted, {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or frame is None or not 0 <= frame.layer + step < frame.n_layers:
            super().keyPressEvent(event)
            return
        self._choose(frame.layer + step)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)


def _said(frame: HelloByeStatesFrame) -> tuple[str, str, str, str]:
    """The sentences of each of the four; the first two share theirs."""
    found = frame.shown.found
    if found is None or frame.alike is None:
        return "", "", "", ""
    alike_said = said_alike(found, frame.alike)
    on_map = said_on_map(found, frame.on_map) if frame.on_map is not None else ""
    in_plane = said_in_plane(found, frame.plane) if frame.plane is not None else ""
    return alike_said, alike_said, on_map, in_plane
