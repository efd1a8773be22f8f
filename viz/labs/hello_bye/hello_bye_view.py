"""One word said several times, then another: what it looks like inside, panel under panel on one token axis.

Token embeddings, positions, what enters block 0, the residual stream after a block that a slider chooses, and what
the model expects next. All of it comes from one forward that a lab runs by itself as soon as the view is seen; the
run on screen is not touched until a person makes the sequence the run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSlider, QToolTip, QWidget

from engine.labs.hello_bye.records import HelloByeFound
from engine.run import Run
from viz.charts.numbers import percent
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.intents import ChooseLayer, Intent, SetOption, StartRun, ask_labs
from viz.labs.hello_bye.axis import (
    LEFT,
    Columns,
    draw_axis,
    draw_lit,
    draw_switch,
    label_height,
)
from viz.labs.hello_bye.draw import Brush, draw_message, draw_panel
from viz.labs.hello_bye.frame import (
    VIEW,
    WORD_OPTIONS,
    Shown,
    hover_of,
    n_layers,
    shown,
)
from viz.labs.hello_bye.labels import amount, several_tokens
from viz.labs.hello_bye.panels import ORDERS, Panel, panels_of
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

WIDE = 46  # em from which labels stand beside the pictures
WEIGHTS = {1: 1.0, 2: 1.0, 3: 1.0, 5: 1.25, 7: 1.35}  # share of the height


@dataclass(frozen=True)
class HelloByeFrame:
    """The finding, and the panels made of it."""

    shown: Shown
    panels: tuple[Panel, ...]
    layer: int
    n_layers: int


class HelloByeView(PaintedView):
    """The panels; see the module."""

    name = VIEW
    title = "Hello/Bye"
    area = "centre"
    order = 60
    tip = "One word said several times, then another: embeddings, positions, states and expectations, token by token."
    options = (
        *WORD_OPTIONS,
        Option(
            "order", "Components", "choice", ORDERS[0], choices=ORDERS,
            tip="Sorted: those the first word has most of on top, those of the second at the bottom, panel by panel.",
        ),
    )  # fmt: skip
    figure_lines = 900

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: HelloByeFrame | None = None
        self._hover: tuple[int, float] | None = None  # column, height in the widget
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(self.tr("Block whose residual stream is shown"))
        self.slider.setToolTip(self.tr("After which block the residual stream is shown"))
        self.slider.valueChanged.connect(self._slid)
        self.make_run = QPushButton(self.tr("Make this the run"), self)
        self.make_run.setToolTip(self.tr("Run this sequence as the prompt, so that every other view shows it"))
        self.make_run.clicked.connect(self._make_run)
        self.take_offer = QPushButton(self)
        self.take_offer.setAccessibleName(self.tr("Take two words of one token each"))
        self.take_offer.clicked.connect(self._take_offer)
        for part in (self.slider, self.make_run, self.take_offer):
            part.hide()

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> HelloByeFrame:
        what = shown(run, ui)
        order = str(option_value(cls, ui, "order"))
        panels = () if what.found is None else panels_of(what.found, _layer(what), order)
        return HelloByeFrame(what, panels, _layer(what), n_layers(what.found))

    @classmethod
    def wants(cls, frame: HelloByeFrame) -> Sequence[Intent]:
        return ask_labs(frame.shown.question) if frame.shown.asks else ()

    def paint(self, frame: HelloByeFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self._show_controls(frame)
        said = frame.shown.why_not or " ".join(panel.sentence for panel in frame.panels)
        say_changed(self, said)

    def _show_controls(self, frame: HelloByeFrame) -> None:
        found = frame.shown.found
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(frame.n_layers - 1, 0))
        self.slider.setValue(frame.layer)
        self.slider.blockSignals(False)
        self.slider.setVisible(found is not None and found.resid is not None and not self.still)
        self.make_run.setVisible(found is not None and not frame.shown.nodes and not self.still)
        offer = found.offer if found is not None else None
        self.take_offer.setVisible(offer is not None and not self.still)
        if offer is not None:
            words = self.tr("Try “{first}” and “{second}”: one token each")
            self.take_offer.setText(words.format(first=offer[0], second=offer[1]))
        self._place_controls()

    def _place_controls(self) -> None:
        frame = self.painted
        if frame is None or frame.shown.found is None:
            return
        rect, em = QRectF(self.rect()), self.em
        right = int(rect.right() - em * 0.6)
        for button in (self.make_run, self.take_offer):
            if button.isVisibleTo(self):
                size = button.sizeHint()
                button.setGeometry(right - size.width(), int(em * 0.3), size.width(), size.height())
                right -= size.width() + int(em * 0.5)
        for panel, _, label in self._places(rect, frame):
            if panel.number == 5:
                self.slider.setGeometry(self._slider_place(panel, label).toAlignedRect())

    def _slider_place(self, panel: Panel, label: QRectF) -> QRectF:
        """Beside the title where there is room, else under it."""
        em = self.em
        title = QFontMetricsF(self.font_of(0.95, bold=True)).horizontalAdvance(f"5  {panel.title}")
        room = label.width() - title - em
        if room >= em * 6:
            wide = min(room, em * 12)
            return QRectF(label.right() - wide, label.top(), wide, em * 1.4)
        return QRectF(label.left(), label.top() + em * 1.4, label.width(), em * 1.3)

    # -- geometry ------------------------------------------------------------------------------------------------

    def _columns(self, rect: QRectF, frame: HelloByeFrame) -> Columns:
        em = self.em
        left = rect.left() + em * (6.4 if self._is_wide(rect) else 5.0)
        share = 0.66 if self._is_wide(rect) else 1.0
        return Columns(left, max(rect.width() * share - (left - rect.left()) - em * 0.6, em), frame.shown.n)

    def _is_wide(self, rect: QRectF) -> bool:
        return rect.width() >= WIDE * self.em

    def _axis(self, rect: QRectF, frame: HelloByeFrame) -> QRectF:
        """Where the token labels are."""
        em, columns = self.em, self._columns(rect, frame)
        high, _ = label_height(frame.shown.texts, columns, self.font_of(0.85), em * 7)
        return QRectF(columns.left, rect.top() + em * 2.6, columns.width, high + em * 0.42)

    def _places(self, rect: QRectF, frame: HelloByeFrame) -> list[tuple[Panel, QRectF, QRectF]]:
        """Each panel with the place of its picture and of its label."""
        em, columns = self.em, self._columns(rect, frame)
        top = self._axis(rect, frame).bottom() + em * 0.3
        gap = em * 0.7
        whole = rect.bottom() - em * 0.4 - top - gap * (len(frame.panels) - 1)
        weights = sum(_weight(panel) for panel in frame.panels)
        found = []
        for panel in frame.panels:
            high = whole * _weight(panel) / max(weights, 1e-6)
            if self._is_wide(rect):
                label = QRectF(columns.x(columns.n) + em, top, 0, high)
                label.setRight(rect.right() - em * 0.6)
                found.append((panel, QRectF(columns.left, top, columns.width, high), label))
            else:
                text = min(high * 0.5, em * 4.2)
                label = QRectF(rect.left() + em * 0.6, top, rect.width() - em * 1.2, text)
                found.append((panel, QRectF(columns.left, top + text, columns.width, high - text), label))
            top += high + gap
        return found

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        found = frame.shown.found
        if found is None:
            brush = Brush(painter, self.colours, em, self._font, Columns(0, 1, 1))
            said = frame.shown.why_not
            draw_message(brush, self.translated_title(), said, rect)
            return
        self._draw_head(painter, rect, frame)
        columns, axis, lit = self._columns(rect, frame), self._axis(rect, frame), self._lit(frame)
        painter.setFont(self.font_of(0.85))
        draw_axis(painter, columns, axis.top(), axis.height(), found, frame.shown.texts, lit, em, self.colours)
        places = self._places(rect, frame)
        brush = Brush(painter, self.colours, em, self._font, columns)
        for panel, area, label in places:
            draw_panel(brush, panel, found, area, label, self._below_title(panel, label))
            draw_switch(painter, columns, area.top(), area.bottom(), found.switch, self.colours)
            draw_lit(painter, columns, area.top(), area.bottom(), lit, self.colours)

    def _below_title(self, panel: Panel, label: QRectF) -> float:
        """Room for the slider, where it stands under the title."""
        under = self.slider.isVisibleTo(self) and self._slider_place(panel, label).top() > label.top()
        return self.em * 1.4 if panel.number == 5 and under else 0.0

    def _font(self, size: float, bold: bool) -> QFont:
        return self.font_of(size, bold)

    def _lit(self, frame: HelloByeFrame) -> frozenset[int]:
        if self._hover is not None and not self.still:
            return frozenset({self._hover[0]})
        return frame.shown.lit

    def _draw_head(self, painter: QPainter, rect: QRectF, frame: HelloByeFrame) -> None:
        em = self.em
        right = rect.right() - em * 0.6
        for button in (self.make_run, self.take_offer):
            if button.isVisibleTo(self):
                right = min(right, button.geometry().left() - em * 0.6)
        line = QRectF(rect.left() + em * 0.6, rect.top() + em * 0.3, max(right - rect.left() - em * 0.6, 1), em * 1.9)
        painter.setFont(self.font_of(0.95))
        painter.setPen(QColor(self.colours.text))
        said = QFontMetricsF(painter.font()).elidedText(self.heading(frame), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, LEFT, said)

    def heading(self, frame: HelloByeFrame) -> str:
        """The line on top: what is pointed at, or what the sequence is."""
        found = frame.shown.found
        if found is None:
            return frame.shown.why_not
        if self._hover is not None and not self.still:
            return self._pointed(frame, found, *self._hover)
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
            parts.append(self.tr("from the run's own records"))
        if frame.shown.run_is_changed:
            parts.append(self.tr("the model as it is, without the run's changes"))
        return " · ".join(parts)

    def _pointed(self, frame: HelloByeFrame, found: HelloByeFound, column: int, y: float) -> str:
        parts = [self.tr("{column}: {token}").format(column=column, token=frame.shown.texts[column])]
        for panel, area, _ in self._places(QRectF(self.rect()), frame):
            if not area.top() <= y <= area.bottom() or panel.values is None:
                continue
            if panel.kind == "next":
                said = self.tr("the word goes on {p}, entropy {h} bits")
                parts.append(
                    said.format(p=percent(float(found.repeat[column])), h=amount(float(found.entropy[column])))
                )
                continue
            rows = panel.values.shape[0]
            row = min(int((y - area.top()) / max(area.height(), 1.0) * rows), rows - 1)
            said = self.tr("{panel}, {what} {row}: {value}")
            value = amount(float(panel.values[row, column]))
            parts.append(said.format(panel=panel.title, what=panel.rows, row=panel.row_number(row), value=value))
        return " · ".join(parts)

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

    def _point_at(self, where: tuple[int, float] | None) -> None:
        frame = self.painted
        before, self._hover = self._hover, where
        if frame is None or frame.shown.found is None:
            return
        if (before and before[0]) != (where and where[0]) or (before is None) != (where is None):
            self.send(hover_of(frame.shown, None if where is None else where[0]))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame = self.painted
        if frame is None or frame.shown.found is None:
            return
        column = self._columns(QRectF(self.rect()), frame).at(event.position().x())
        below = event.position().y() >= self._axis(QRectF(self.rect()), frame).top()
        self._point_at((column, event.position().y()) if column is not None and below else None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.label_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def label_at(self, point: QPointF) -> str:
        """All of the heading or the panel's label under a point: small windows leave sentences out."""
        frame = self.painted
        if frame is None or frame.shown.found is None:
            return ""
        if point.y() < self._axis(QRectF(self.rect()), frame).top():
            return self.heading(frame)
        for panel, _, label in self._places(QRectF(self.rect()), frame):
            if label.contains(point):
                return f"{panel.title}\n{panel.sentence}\n{panel.beyond}".strip()
        return ""

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_controls()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame = self.painted
        key = Qt.Key(event.key())
        down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if frame is None or frame.shown.found is None:
            super().keyPressEvent(event)
        elif down is not None and 0 <= frame.layer + down < frame.n_layers:
            self.send(ChooseLayer(frame.layer + down))
        elif across is not None and frame.shown.n:
            column = min(max((self._hover[0] if self._hover else -1) + across, 0), frame.shown.n - 1)
            self._point_at((column, self._hover[1] if self._hover else self._axis(QRectF(self.rect()), frame).top()))
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)


def _weight(panel: Panel) -> float:
    """A panel's share of the height: one that has nothing to show needs only room for its sentence."""
    return WEIGHTS[panel.number] if panel.values is not None else 0.5


def _layer(what: Shown) -> int:
    return min(what.layer, max(n_layers(what.found) - 1, 0))
