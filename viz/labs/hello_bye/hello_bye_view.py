"""One word said several times, then another: what it looks like inside, panel under panel on one token axis.

Token embeddings, positions, what enters block 0, the residual stream after a block that a slider chooses, and what
the model expects next. All of it comes from one forward that a lab runs by itself as soon as the view is seen; the
run on screen is not touched until a person makes the sequence the run.

Each panel is a chart of its own, which the keyboard reaches by Tab; they zoom and move along the tokens together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSlider, QWidget

from engine.labs.hello_bye.records import HelloByeFound
from engine.run import Run
from viz.charts.chart_panel import ChartPanel
from viz.charts.chart_view import ROOMY, ChartView
from viz.charts.chart_words import ChartWords
from viz.charts.keys import Bar
from viz.charts.painted_part import PaintedPart
from viz.intents import ChooseLayer, Intent, SetOption, StartRun, ask_labs
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.hello_bye import panel_charts
from viz.labs.hello_bye.draw import Brush, draw_message, draw_text
from viz.labs.hello_bye.frame import VIEW, WORD_OPTIONS, Shown, hover_of, n_layers, shown
from viz.labs.hello_bye.labels import amount, several_tokens
from viz.labs.hello_bye.panel_places import AROUND, AT_END, BAR, SLIDER, Place, Places, is_beside, places, width_of
from viz.labs.hello_bye.panels import ORDERS, Panel, panels_of
from viz.labs.hello_bye.stage import Stage
from viz.labs.hello_bye.words import reason
from viz.plain import caption, set_tip, show_tip
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.plots import Plot

NUMBERS = (1, 2, 3, 5, 7)  # of the panels
TIGHT = 1.1  # em from the end of sentences to the bottom of the colour bar below them
LEFT_BOTTOM = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True)
class HelloByeFrame:
    """The finding, and the panels made of it."""

    shown: Shown
    panels: tuple[Panel, ...]
    layer: int
    n_layers: int


class HelloByeView(ChartView):
    """The panels; see the module. `panel` is the row of tokens, `charts` are the panels by their numbers."""

    name = VIEW
    title = QT_TRANSLATE_NOOP("HelloByeView", "Hello/Bye")
    tab = QT_TRANSLATE_NOOP("HelloByeView", "Overview")
    subtitle = QT_TRANSLATE_NOOP("HelloByeView", "Repeated words")
    keywords = (
        QT_TRANSLATE_NOOP("HelloByeView", "repeated words"),
        QT_TRANSLATE_NOOP("HelloByeView", "repetition"),
        QT_TRANSLATE_NOOP("HelloByeView", "hello bye"),
        QT_TRANSLATE_NOOP("HelloByeView", "repeated tokens"),
        QT_TRANSLATE_NOOP("HelloByeView", "position"),
        QT_TRANSLATE_NOOP("HelloByeView", "RoPE"),
        QT_TRANSLATE_NOOP("HelloByeView", "residual stream"),
    )
    area = "centre"
    order = 60
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 6.0
    tip = QT_TRANSLATE_NOOP(
        "HelloByeView",
        "One word said several times, then another: embeddings, positions, hidden states and predictions, one "
        "column for each token.",
    )
    options = (
        *WORD_OPTIONS,
        Option(
            "order", QT_TRANSLATE_NOOP("HelloByeView", "Components"), "choice", ORDERS[0], choices=ORDERS,
            tip=QT_TRANSLATE_NOOP("HelloByeView",
"Sorted: those the first word has most of on top, those of the second at the bottom, "
"panel by panel.",),
        ),
    )  # fmt: skip
    least_plot = 0.0  # its panels are strips
    figure_lines = 900

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: HelloByeFrame | None = None
        self._hover: int | None = None  # the column pointed at here
        self._over: ChartPanel | None = None  # the chart in which it is
        self._places: Places | None = None
        self._stage = Stage(self)
        self._said = PaintedPart(self._stage, self._draw_words)
        self.column.removeWidget(self.panel)
        self.panel.setParent(self._stage)
        self.panel.setAccessibleName(self.tr("Tokens"))
        self.charts = {number: ChartPanel(self._stage) for number in NUMBERS}
        self.slider = QSlider(Qt.Orientation.Horizontal, self._stage)
        self.slider.setAccessibleName(self.tr("Layer after which the residual stream is shown"))
        set_tip(self.slider, self.tr("After which layer the residual stream is shown"))
        self.slider.valueChanged.connect(self._slid)
        self._make_head()
        self.column.addWidget(self._stage, 1)
        self._stage.resized.connect(self.redraw)

    def _make_head(self) -> None:
        """A line of words and two buttons."""
        self.make_run = QPushButton(self.tr("Use as prompt"), self)
        set_tip(self.make_run, self.tr("Run this sequence as the prompt, so that every other view shows it"))
        self.make_run.clicked.connect(self._make_run)
        self.take_offer = QPushButton(self)
        self.take_offer.setAccessibleName(self.tr("Choose two words of one token each"))
        self.take_offer.clicked.connect(self._take_offer)
        self._summary = ChartWords(self, 0.95)
        self._head, self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self._buttons.addStretch()
        for button in (self.take_offer, self.make_run):
            self._buttons.addWidget(button)
            button.hide()
        self._head.addWidget(self._summary, 1)
        self._head.addLayout(self._buttons)
        self.column.insertLayout(0, self._head)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> HelloByeFrame:
        what = shown(run, ui)
        order = str(option_value(cls, ui, "order"))
        panels = () if what.found is None else panels_of(what.found, _layer(what), order)
        return HelloByeFrame(what, panels, _layer(what), n_layers(what.found))

    @classmethod
    def wants(cls, frame: HelloByeFrame) -> Sequence[Intent]:
        return ask_labs(frame.shown.question) if frame.shown.asks else ()

    def nothing_to_see(self, frame: HelloByeFrame) -> str:
        return reason(frame.shown) if frame.shown.found is None else ""

    def spoken(self, frame: HelloByeFrame) -> str:
        return reason(frame.shown) or sentences(*(panel.sentence for panel in frame.panels))

    # -- the line above ------------------------------------------------------------------------------------------

    def _show_head(self, frame: HelloByeFrame) -> None:
        found = frame.shown.found
        self.make_run.setVisible(found is not None and not frame.shown.nodes and not self.still)
        offer = found.offer if found is not None else None
        self.take_offer.setVisible(offer is not None and not self.still)
        if offer is not None:
            words = self.tr("Try “{first}” and “{second}”: one token each")
            self.take_offer.setText(caption(words.format(first=offer[0], second=offer[1])))
        shown_ = [button for button in (self.take_offer, self.make_run) if button.isVisibleTo(self)]
        buttons = sum(button.sizeHint().width() for button in shown_)
        narrow, roomy = self.width() - buttons < 12 * self.em, self.height() >= ROOMY * self.em
        ways = QBoxLayout.Direction
        self._head.setSpacing(round(0.5 * self.em))
        self._buttons.setSpacing(round(0.5 * self.em))
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        said = "" if found is None or (narrow and shown_ and not roomy) else self.summary(frame)
        self._summary.show_words(said, self.look)

    def summary(self, frame: HelloByeFrame) -> str:
        """The line on top: the token pointed at in the row of tokens, or what the sequence is."""
        found = frame.shown.found
        if found is None:
            return reason(frame.shown)
        if self._hover is not None and self._hover < frame.shown.n and not self.still and self._over is self.panel:
            return self._token_said(frame, self._hover)
        asked = found.question
        parts = [
            self.tr("{n} × “{first}”, then {m} × “{second}”: {t} tokens").format(
                n=asked.first_count, first=asked.first, m=asked.second_count, second=asked.second, t=frame.shown.n
            )
        ]
        several = several_tokens(found)
        if several:
            parts.append(several)
        if frame.shown.from_run:
            parts.append(self.tr("from the records of this run"))
        if frame.shown.run_is_changed:
            parts.append(self.tr("the original model, without the run's interventions"))
        return " · ".join(parts)

    # -- charts --------------------------------------------------------------------------------------------------

    def show_charts(self, frame: HelloByeFrame, wanted: bool) -> None:
        self._show_head(frame)
        self.column.activate()
        self._said.show_at(self._stage.height())
        self._said.resize(self._stage.size())
        found = frame.shown.found
        there = {panel.number for panel in frame.panels}
        self.panel.setVisible(found is not None)
        for number, chart in self.charts.items():
            chart.setVisible(number in there)
        if found is None:
            self._places = None
        else:
            self._draw(frame, found)
        self._show_slider(frame)
        self._said.raise_()
        self.slider.raise_()

    def _draw(self, frame: HelloByeFrame, found: HelloByeFound) -> None:
        em, look, rect = self.em, self.look, QRectF(self._stage.rect())
        side, wide, beside = panel_charts.side_of(frame.panels, look), width_of(rect, em), is_beside(rect, em)
        column = (wide - (side + AT_END * beside) * em) / max(frame.shown.n, 1)
        on = panel_charts.Sheet(found, frame.shown.texts, self._lit(frame), look, side, column, beside)
        with self.panel.drawing(self.colours, self.still) as grid:
            tokens = grid.plot(1, 0)
            panel_charts.draw_tokens(tokens, on, lambda column: self._point_at(self.panel, column))
        high = tokens.sides["top"].room(look) + (panel_charts.WORD_BAR + 2 * AROUND) * em + 2
        self._places = places(rect, em, frame.panels, high)
        tokens.setFixedWidth(wide)
        self._put(self.panel, self._places.words, 0.0)
        for place in self._places.panels:
            plot = self._draw_panel(frame, on, place)
            plot.setFixedWidth(wide)
            plot.vb.follow(tokens.vb, 0)

    def _draw_panel(self, frame: HelloByeFrame, on: panel_charts.Sheet, place: Place) -> Plot:
        """One panel's chart, with its colour bar beside or above it."""
        panel, chart = place.panel, self.charts[place.panel.number]
        name = f"{panel.number} {panel.title}"

        def point(column: int | None) -> None:
            self._point_at(chart, column)

        chart.setAccessibleName(name)
        chart.say(panel.sentence)
        with chart.drawing(self.colours, self.still) as grid:
            grid.setAccessibleName(name)
            plot = grid.plot(1, 0)
            if place.bar:
                bar = self._bar(panel, place.words.width())
                if on.beside:
                    grid.colour_bar(1, 1, bar, side=LEFT_BOTTOM)
                else:
                    grid.colour_bar(0, 0, bar, side=LEFT_BOTTOM)
            if panel.values is None:
                panel_charts.draw_nothing(plot, on, lambda column: self._token_said(frame, column), point)
            elif panel.kind == "next":
                panel_charts.draw_next(plot, on, place.chart.height(), self._expected, point)
            else:
                panel_charts.draw_picture(
                    plot, panel, on, lambda cell: self._cell_said(panel, cell),
                    lambda cell: point(None if cell is None else cell[1]),
                )  # fmt: skip
        self._put(chart, place.chart, 0.0 if on.beside or not place.bar else BAR)
        return plot

    def _put(self, chart: ChartPanel, where: QRectF, above: float) -> None:
        """Give a chart its place, with what its grid leaves free around it; `above`: em of what stands above it.

        It reaches to the right as far as words beside it do: its colour bar stands among them.
        """
        around = AROUND * self.em + 1
        right = float(self._stage.width()) if chart is not self.panel else where.right() + AT_END * self.em
        top = where.top() - (0.0 if chart is self.panel else around + above * self.em)
        bottom = where.bottom() + (0.0 if chart is self.panel else around)
        chart.setGeometry(QRectF(QPointF(where.left(), top), QPointF(right, bottom)).toAlignedRect())

    def _bar(self, panel: Panel, room: float) -> Bar:
        """The colour bar, without words before it where they do not fit."""
        metrics, em = QFontMetricsF(self.look.font_of(0.82)), self.em
        texts = (panel.legend, amount(-panel.high), amount(panel.high))
        fits = sum(map(metrics.horizontalAdvance, texts)) + 8.5 * em <= room
        return Bar(panel_charts.colouring_of(panel, self.look), panel.legend if fits else "", numbers=amount)

    def _lit(self, frame: HelloByeFrame) -> frozenset[int]:
        if self._hover is not None and self._hover < frame.shown.n and not self.still:
            return frozenset({self._hover})
        return frame.shown.lit

    # -- words ---------------------------------------------------------------------------------------------------

    def _draw_words(self, painter: QPainter, rect: QRectF) -> None:
        """Titles and sentences: running text, cut where a sentence does not fit."""
        frame, placed = self.painted, self._places
        if frame is None:
            return
        brush = Brush(painter, self.colours, self.em, self._font)
        if placed is None:
            draw_message(brush, self.translated_title(), reason(frame.shown), rect)
            return
        for place in placed.panels:
            low = TIGHT * self.em if place.bar and placed.beside else 0.0
            has_slider = place.panel.number == 5 and self.slider.isVisibleTo(self)
            draw_text(brush, place.panel, place.words, self._slider_place(place) if has_slider else QRectF(), low)

    def _font(self, size: float, bold: bool) -> QFont:
        return self.look.font_of(size, bold)

    def _token_said(self, frame: HelloByeFrame, column: int) -> str:
        return self.tr("{column}: {token}").format(column=column, token=frame.shown.texts[column])

    def _cell_said(self, panel: Panel, cell: tuple[int, int]) -> str:
        (row, column), frame = cell, self.painted
        if frame is None or panel.values is None:
            return ""
        said = self.tr("{panel}, {what} {row}: {value}")
        value = amount(float(panel.values[row, column]))
        told = said.format(panel=panel.title, what=panel.rows, row=panel.row_number(row), value=value)
        return f"{self._token_said(frame, column)}\n{told}"

    def _expected(self, column: int) -> str:
        frame = self.painted
        if frame is None or frame.shown.found is None:
            return ""
        return f"{self._token_said(frame, column)}\n{panel_charts.expected_said(frame.shown.found, column)}"

    # -- the slider ----------------------------------------------------------------------------------------------

    def _show_slider(self, frame: HelloByeFrame) -> None:
        found = frame.shown.found
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(frame.n_layers - 1, 0))
        self.slider.setValue(frame.layer)
        self.slider.blockSignals(False)
        self.slider.setVisible(found is not None and found.resid is not None and not self.still)
        for place in self._places.panels if self._places is not None else ():
            if place.panel.number == 5:
                self.slider.setGeometry(self._slider_place(place).toAlignedRect())

    def _slider_place(self, place: Place) -> QRectF:
        """Beside the title where there is room, else under it, and where neither has room in place of its end."""
        em, words = self.em, place.words
        title = QFontMetricsF(self._font(0.95, True)).horizontalAdvance(f"5  {place.panel.title}")
        room = words.width() - title - em
        if room >= em * 6 or words.height() < em * (SLIDER + 1.3):
            wide = min(room, em * 12) if room >= em * 6 else words.width() * 0.4
            return QRectF(words.right() - wide, words.top(), wide, em * 1.4)
        return QRectF(words.left(), words.top() + em * SLIDER, words.width(), em * 1.3)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _slid(self, value: int) -> None:
        self.send(ChooseLayer(value))

    def _make_run(self) -> None:
        if self.painted is not None and self.painted.shown.found is not None:
            self.send(StartRun(self.painted.shown.found.question.text))

    def _take_offer(self) -> None:
        found = self.painted.shown.found if self.painted is not None else None
        if found is not None and found.offer is not None:
            self.send(SetOption(VIEW, "first", found.offer[0]))
            self.send(SetOption(VIEW, "second", found.offer[1]))

    def _point_at(self, chart: ChartPanel, column: int | None) -> None:
        """A column is pointed at in one of the charts, by mouse or keyboard, and in none of the others."""
        frame = self.painted
        if frame is None:
            return
        for other in (self.panel, *self.charts.values()):
            if other is not chart and other.has_charts and column is not None:
                for plot in other.grid.plots:
                    plot.crosshair.leave()
        if column == self._hover and self._over is chart:
            return
        self._hover, self._over = column, chart
        self.send(hover_of(frame.shown, column))
        self.redraw()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(event.globalPos(), self.label_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def label_at(self, point: QPointF) -> str:
        """All of the line on top or the panel's words under a point: small windows leave sentences out."""
        frame, placed = self.painted, self._places
        if frame is None or placed is None:
            return ""
        inside = point - QPointF(self._stage.pos())
        if inside.y() < placed.words.top():
            return self.summary(frame)
        for place in placed.panels:
            if place.words.contains(inside):
                return f"{place.panel.title}\n{place.panel.sentence}\n{place.panel.beyond}".strip()
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame, step = self.painted, {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or frame is None or not 0 <= frame.layer + step < frame.n_layers:
            super().keyPressEvent(event)
            return
        self.send(ChooseLayer(frame.layer + step))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)


def _layer(what: Shown) -> int:
    return min(what.layer, max(n_layers(what.found) - 1, 0))
