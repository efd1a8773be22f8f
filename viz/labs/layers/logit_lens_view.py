"""The logit lens: what each layer's state would say next, were it the last one, as a grid of tokens.

Columns are positions, rows layers from the input down to the model's own output. A cell shows the likeliest token,
coloured by its probability (or by what the final choice gets here); bold is what the model finally chooses. Only the
positions on screen are asked for, and none while the model is generating.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollBar, QWidget

from engine.labs.layers.records import AskLens
from engine.run import Run
from viz.charts.colours import Scale, ink_on, mixed
from viz.charts.legend import draw_legend, legend_width
from viz.charts.numbers import bits, percent
from viz.charts.pointed import PointedView
from viz.charts.speech import say_changed
from viz.charts.strip_frame import strip_tokens
from viz.intents import AskLab, ChooseLayer, LookAt
from viz.labs.layers.lens_frame import (
    COLOURS,
    WORST,
    Cell,
    LogitLensFrame,
    cell_value,
    lens_table,
    questions,
    rows_shown,
)
from viz.labs.layers.lens_panel import draw_candidates
from viz.theme import Theme
from viz.token_text import shown
from viz.ui_state import Option, UiState
from viz.view import option_value

ROWS = ("as many as fit", "all")
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class LogitLensView(PointedView):
    """The grid; see the module."""

    name = "logit_lens"
    title = "Logit lens"
    area = "right"
    order = 36
    tip = "What each layer would say next: its state through the final norm and the unembedding. Click a cell."
    options = (
        Option("colour", "Colour", "choice", COLOURS[0], choices=COLOURS, tip="What colours a cell."),
        Option("rows", "Layers", "choice", ROWS[0], choices=ROWS, tip="Leave layers out, or scroll through all."),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: LogitLensFrame | None = None
        self._picked: Cell | None = None
        self._waits: tuple[int, AskLens] | None = None  # run and question that is not answered yet
        self._looked: tuple[int, int] = (-1, -1)  # position and length that were last scrolled to
        self.across = QScrollBar(Qt.Orientation.Horizontal, self)
        self.across.setAccessibleName(self.tr("Positions"))
        self.down = QScrollBar(Qt.Orientation.Vertical, self)
        self.down.setAccessibleName(self.tr("Layers"))
        for bar in (self.across, self.down):
            bar.valueChanged.connect(self._scrolled)
            bar.setSingleStep(1)
            bar.hide()

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

    def paint(self, frame: LogitLensFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        picked = self._picked
        if picked is not None and (picked[1] != frame.position or max(picked[0] - 1, 0) != frame.layer):
            self._picked = None
        self._fit_bars()
        if (frame.position, len(frame.texts)) != self._looked:
            self._looked = (frame.position, len(frame.texts))
            self._bring(frame.position)
        self._ask()
        cell = self._cell(frame)
        say_changed(self, self._title(frame, cell) if frame.texts and frame.n_rows else "")

    def _ask(self) -> None:
        """Ask for what is missing on screen, one span after the other: a newer question would end the one before."""
        frame = self.painted
        if frame is None or not frame.asks or self.still or not frame.n_rows:
            return
        if self._waits is not None and self._waits[0] == frame.run_id and not self._is_known(frame, self._waits[1]):
            return
        low, count = self._columns(QRectF(self.rect()))
        missing = questions(frame.table.known, frame.nodes, low, low + count)
        self._waits = (frame.run_id, missing[-1]) if missing else None  # the newest text first
        if missing:
            self.send(AskLab(missing[-1]))

    @staticmethod
    def _is_known(frame: LogitLensFrame, question: AskLens) -> bool:
        """Whether a question is answered, or asks for what is no longer on the path."""
        at = np.flatnonzero(frame.nodes == question.node)
        return not len(at) or bool(frame.table.known[question.start : int(at[0]) + 1].all())

    # -- geometry ------------------------------------------------------------------------------------------------

    def _panel_height(self, rect: QRectF) -> float:
        return min(self.em * 8.2, rect.height() * 0.27)

    def grid(self, rect: QRectF) -> QRectF:
        """Where the cells are drawn."""
        em, bar = self.em, 0.0 if self.still else self.em * 1.1
        bottom = rect.bottom() - self._panel_height(rect) - bar
        return QRectF(
            QPointF(rect.left() + em * 3.9, rect.top() + em * 5.0),
            QPointF(rect.right() - em * 0.5 - bar, max(bottom, rect.top() + em * 6)),
        )

    def _columns(self, rect: QRectF) -> tuple[int, int]:
        """The first position on screen and how many there are."""
        n = len(self.painted.texts) if self.painted else 0
        count = max(1, min(int(self.grid(rect).width() / (self.em * 5.4)), n))
        if self.still:
            at = self.painted.position if self.painted else 0
            return max(0, min(at - count // 2, n - count)), count
        return min(self.across.value(), max(0, n - count)), count

    def _rows(self, rect: QRectF) -> tuple[int, ...]:
        """The rows on screen."""
        frame = self.painted
        if frame is None:
            return ()
        room = max(1, int(self.grid(rect).height() / (self.em * 1.45)))
        if not frame.all_rows or self.still:
            return rows_shown(frame.n_rows, room)
        first = min(self.down.value(), max(0, frame.n_rows - room))
        return tuple(range(first, min(first + room, frame.n_rows)))

    def _place(self, rect: QRectF, row: int, column: int, n_rows: int, n_columns: int) -> QRectF:
        area = self.grid(rect)
        wide, high = area.width() / n_columns, min(area.height() / max(n_rows, 1), self.em * 2.4)
        return QRectF(area.left() + column * wide, area.top() + row * high, wide - 1, high - 1)

    def under(self, point: QPointF) -> Cell | None:
        """The row and position under a point of the widget."""
        rect, frame = QRectF(self.rect()), self.painted
        if frame is None or not frame.texts or not frame.n_rows:
            return None
        rows, (low, count) = self._rows(rect), self._columns(rect)
        first = self._place(rect, 0, 0, len(rows), count)
        column = int((point.x() - first.left()) // (first.width() + 1))
        row = int((point.y() - first.top()) // (first.height() + 1))
        return (rows[row], low + column) if 0 <= column < count and 0 <= row < len(rows) else None

    def _fit_bars(self) -> None:
        frame, rect = self.painted, QRectF(self.rect())
        if frame is None:
            return
        area, thick = self.grid(rect), round(self.em * 0.9)
        _, count = self._columns(rect)
        room = max(1, int(area.height() / (self.em * 1.45)))
        self.across.setRange(0, max(0, len(frame.texts) - count))
        self.across.setPageStep(count)
        self.across.setVisible(self.across.maximum() > 0)
        self.across.setGeometry(round(area.left()), round(area.bottom()) + 2, round(area.width()), thick)
        self.down.setRange(0, max(0, frame.n_rows - room) if frame.all_rows else 0)
        self.down.setPageStep(room)
        self.down.setVisible(self.down.maximum() > 0)
        self.down.setGeometry(round(area.right()) + 2, round(area.top()), thick, round(area.height()))

    def _bring(self, position: int) -> None:
        """Scroll so that `position` is on screen."""
        low, count = self._columns(QRectF(self.rect()))
        if position < low:
            self.across.setValue(position)
        elif position >= low + count:
            self.across.setValue(position - count + 1)

    def _scrolled(self) -> None:
        self._ask()
        self.update()

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        if frame is None:
            return
        self._draw_heading(painter, rect, frame)
        if not frame.texts or not frame.n_rows:
            painter.setFont(self.font_of())
            painter.setPen(QColor(self.colours.muted))
            said = self.tr("Nothing to read yet. Write a prompt and press play.")
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), said)
            return
        rows, (low, count) = self._rows(rect), self._columns(rect)
        scale = self._scale(frame)
        for line, row in enumerate(rows):
            for column in range(count):
                place = self._place(rect, line, column, len(rows), count)
                self._draw_cell(painter, place, frame, scale, (row, low + column))
        self._draw_axes(painter, rect, frame, rows, low, count)
        cell = self._cell(frame)
        if cell[0] in rows and low <= cell[1] < low + count:
            place = self._place(rect, rows.index(cell[0]), cell[1] - low, len(rows), count)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, wide in ((self.colours.surface, 0.42), (self.colours.accent, 0.17)):  # seen on bright cells too
                painter.setPen(QPen(QColor(colour), max(self.em * wide, 2.0)))
                painter.drawRect(place)
        self._draw_panel(painter, rect, frame, cell)

    def _scale(self, frame: LogitLensFrame) -> Scale:
        if frame.colour == "entropy":
            size = len(frame.vocabulary) if frame.vocabulary is not None else 2
            return Scale(self.colours.ramp[::-1], 0.0, float(np.log2(max(size, 2))))
        return Scale(self.colours.ramp, 0.0, 1.0)

    def _draw_cell(self, painter: QPainter, place: QRectF, frame: LogitLensFrame, scale: Scale, cell: Cell) -> None:
        value = cell_value(frame, cell)
        if not np.isfinite(value):
            ground = mixed(self.colours.surface, self.colours.border, 0.8)
            painter.fillRect(place, QBrush(ground, Qt.BrushStyle.BDiagPattern))
            return
        colour = scale.colour(value)
        painter.fillRect(place, colour)
        painter.setPen(ink_on(colour))
        is_final = int(frame.table.ids[(*cell, 0)]) == int(frame.table.ids[-1, cell[1], 0])
        painter.setFont(self.font_of(min(0.95, place.height() / self.em * 0.68), bold=is_final))
        metrics, text = QFontMetricsF(painter.font()), shown(frame.vocabulary, int(frame.table.ids[(*cell, 0)]))
        inside = place.adjusted(self.em * 0.25, 0, -self.em * 0.15, 0)
        painter.drawText(inside, LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width()))

    def _draw_axes(
        self, painter: QPainter, rect: QRectF, frame: LogitLensFrame, rows: tuple[int, ...], low: int, count: int
    ) -> None:
        em = self.em
        for line, row in enumerate(rows):
            place = self._place(rect, line, 0, len(rows), count)
            painter.setFont(self.font_of(0.8, bold=row == frame.n_rows - 1))
            painter.setPen(QColor(self.colours.accent if row == frame.layer + 1 else self.colours.muted))
            painter.drawText(
                QRectF(rect.left(), place.top(), em * 3.6, place.height()), RIGHT, self._row_name(frame, row)
            )
        for column in range(count):
            place = self._place(rect, 0, column, len(rows), count)
            at = low + column
            painter.setPen(QColor(self.colours.accent if at == frame.position else self.colours.text))
            for size, text, above in ((0.9, frame.texts[at], 1.4), (0.7, str(at), 2.4)):
                painter.setFont(self.font_of(size))
                elided = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
                painter.drawText(QRectF(place.left(), place.top() - em * above, place.width(), em * 1.3), LEFT, elided)
                painter.setPen(QColor(self.colours.muted))

    def _draw_heading(self, painter: QPainter, rect: QRectF, frame: LogitLensFrame) -> None:
        em = self.em
        line = QRectF(rect.left() + em * 0.6, rect.top() + em * 0.2, rect.width() - em * 1.2, em * 1.4)
        painter.setFont(self.font_of(0.9))
        low, high = {
            COLOURS[2]: (f"{WORST:,.0f}", self.tr("first")),
            "entropy": ("0", self.tr("{n} bits").format(n=round(self._scale(frame).high, 1))),
        }.get(frame.colour, ("0", "1"))
        label = self.tr(frame.colour)
        room = line.width()
        if legend_width(painter.font(), label, low, high, 70) < room:
            draw_legend(painter, line, self._scale(frame), label, low, high, self.colours, 70)
            room -= legend_width(painter.font(), label, low, high, 70)
        painter.setPen(QColor(self.colours.text))
        metrics = QFontMetricsF(painter.font())
        said = self.tr("the likeliest next token after each layer")
        painter.drawText(line, LEFT, metrics.elidedText(said, Qt.TextElideMode.ElideRight, room))
        painter.setPen(QColor(self.colours.muted))
        said = metrics.elidedText(self._facts(frame), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line.translated(0, em * 1.3), LEFT, said)

    def _draw_panel(self, painter: QPainter, rect: QRectF, frame: LogitLensFrame, cell: Cell) -> None:
        em, height = self.em, self._panel_height(rect)
        top = rect.bottom() - height + em * 0.5
        box = QRectF(rect.left() + em * 0.6, top, rect.width() - em * 1.2, height - em * 0.8)
        ids, probs, title = frame.table.ids[cell], frame.table.probs[cell], self._title(frame, cell)
        draw_candidates(painter, box, title, ids, probs, frame.vocabulary, self.colours, em, self.font_of)

    # -- words ---------------------------------------------------------------------------------------------------

    def _row_name(self, frame: LogitLensFrame, row: int) -> str:
        if row == frame.n_rows - 1:
            return self.tr("output")
        return f"L{row - 1}" if row else self.tr("input")

    def _cell(self, frame: LogitLensFrame) -> Cell:
        """The cell whose candidates are shown: pointed at, picked, or that of the chosen layer and position."""
        for cell in (None if self.still else self._hover, self._picked):
            if cell is not None and cell[0] < frame.n_rows and cell[1] < len(frame.texts):
                return cell
        return frame.layer + 1, frame.position

    def _title(self, frame: LogitLensFrame, cell: Cell) -> str:
        row, position = cell
        where = {0: self.tr("input"), frame.n_rows - 1: self.tr("model's output")}.get(
            row, self.tr("after layer {layer}").format(layer=row - 1)
        )
        parts = [f"{where}, “{frame.texts[position]}” ({position})"]
        if frame.table.ids[(*cell, 0)] >= 0:
            final = shown(frame.vocabulary, int(frame.table.ids[-1, position, 0]))
            parts.append(self.tr("{n} bits").format(n=bits(float(frame.table.entropy[cell]))))
            parts.append(
                self.tr("final choice “{token}” is number {rank} with {share}").format(
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
                "Only the output is stored in a run file; the layers are read where the model holds the run."
            )
        facts = [self.tr("bold: the model's final choice")]
        if np.isfinite(frame.table.difference):
            facts.append(
                self.tr("output row as recorded; read again it differs by {d}").format(
                    d=f"{frame.table.difference:.0e}".replace("e-0", "e−")
                )
            )
        return " · ".join(facts)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _choose(self, cell: Cell) -> None:
        frame = self.painted
        if frame is None:
            return
        self._picked = cell
        self.send(ChooseLayer(max(cell[0] - 1, 0)))
        self.send(LookAt(None if cell[1] == len(frame.texts) - 1 else cell[1]))
        self.update()

    def pick(self, thing: Cell, point: QPointF) -> None:
        """Choose the cell's layer and position."""
        self._choose(thing)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        sideways = abs(delta.x()) > abs(delta.y()) or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar = self.across if sideways or not self.down.maximum() else self.down
        bar.setValue(bar.value() - round((delta.x() or delta.y()) / 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame = self.painted
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        step = steps.get(Qt.Key(event.key()))
        if step is None or frame is None or not frame.texts or not frame.n_rows:
            super().keyPressEvent(event)
            return
        row, position = self._cell(frame)
        row, position = row + step[0], position + step[1]
        if 0 <= row < frame.n_rows and 0 <= position < len(frame.texts):
            self._choose((row, position))
