"""One head's attention as a matrix: each row a token and what it attends to, with labels, sums and exact values.

Cells of the future are hatched: they hold nothing, which is not the same as zero. Texts longer than the picture has
pixels are drawn from a pyramid of maxima and sharpen as one zooms in. What is not stored is asked for and drawn
when it comes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from engine.records import I32
from engine.run import Run
from viz.charts.colours import Scale, mixed
from viz.charts.heatmap import MODES, Colouring, Pyramid, image_of, without_future
from viz.charts.legend import draw_legend, legend_width
from viz.charts.matrix_data import KINDS, Matrix, MatrixChoice, matrix_of
from viz.charts.matrix_edges import Edges, draw_column_labels, draw_row_labels, draw_sums
from viz.charts.numbers import percent
from viz.charts.painted import PaintedView
from viz.charts.port import Port
from viz.charts.speech import say_changed
from viz.charts.strip_data import strip_tokens
from viz.intents import AskReplay, Hover, LookAt
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

LABELS = 6.5  # em, room for token labels
SUMS = 2.2  # em, room for the sums
Cell = tuple[int, int]


@dataclass(frozen=True)
class AttentionHeadFrame:
    """A matrix with its labels. `matrix` None: not known (yet)."""

    choice: MatrixChoice
    matrix: Matrix | None
    why_not: str  # from the model, why there is none at all
    texts: tuple[str, ...]  # [T]
    token_ids: I32  # [T]
    nodes: I32  # [T]
    position: int
    hovered: int  # position pointed at in any view, -1 for none
    mode: str
    run_id: int


class AttentionHeadView(PaintedView):
    """The matrix; see the module."""

    name = "attention_head"
    title = "Head"
    area = "right"
    order = 31
    tip = "One head's attention: rows attend to columns. Wheel to zoom, drag to move, hover for the value."
    options = (
        Option(
            "show", "Show", "choice", "head", choices=KINDS, tip="The chosen head, its layer's mean, or minus another."
        ),
        Option("other_layer", "minus layer", "integer", 0, low=0, high=500, in_bar=False, tip="For a difference."),
        Option("other_head", "minus head", "integer", 0, low=0, high=500, in_bar=False, tip="For a difference."),
        Option("scale", "Scale", "choice", "square root", choices=MODES, tip="How attention becomes colour."),
        Option(
            "first",
            "First token",
            "switch",
            True,
            tip="Off: leaves out attention to the first token, which otherwise outshines the rest.",
        ),
    )
    figure_lines = 640

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: AttentionHeadFrame | None = None
        self.port: Port | None = None  # None: the whole matrix
        self._pyramid: Pyramid | None = None
        self._cell: Cell | None = None
        self._dragged: QPointF | None = None
        self._moved = False
        self._asked: set[tuple[int, int, int, int | None]] = set()

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> AttentionHeadFrame:
        tokens = strip_tokens(run)
        other = (int(option_value(cls, ui, "other_layer")), int(option_value(cls, ui, "other_head")))
        layer, head = ui.layer, ui.head
        if run.info is not None:
            layers, heads = run.info.n_layers, run.info.n_heads
            other = (min(other[0], layers - 1), min(other[1], heads - 1))
            layer, head = min(layer, layers - 1), min(head, heads - 1)
        kind = str(option_value(cls, ui, "show"))
        choice = MatrixChoice(kind, layer, head, other, not option_value(cls, ui, "first"))
        known = run.info is not None and len(run) > 0
        lit = np.nonzero(tokens.nodes == ui.hover_node)[0].tolist() if ui.hover_node is not None else []
        n = len(tokens.texts)
        return AttentionHeadFrame(
            choice,
            matrix_of(run, choice) if known else None,
            (run.info.why_missing("attn") or "") if run.info else "",
            tokens.texts,
            tokens.token_ids,
            tokens.nodes,
            n - 1 if ui.position is None else min(max(ui.position, 0), n - 1),
            lit[0] if lit else -1,
            str(option_value(cls, ui, "scale")),
            run.run_id,
        )

    def paint(self, frame: AttentionHeadFrame, theme: Theme) -> None:
        before = self.painted
        super().paint(frame, theme)
        if frame.matrix is not None and (self._pyramid is None or self._pyramid.values is not frame.matrix.values):
            self._pyramid = Pyramid(frame.matrix.values, frame.matrix.signed)
        if before is not None and len(frame.texts) < len(before.texts):
            self.port = None
        if frame.matrix is None:
            self._ask(frame)
        say_changed(self, self._heading(frame))

    def _ask(self, frame: AttentionHeadFrame) -> None:
        """Ask for what is missing, once for each path and head."""
        if not frame.texts or frame.why_not or self.still:
            return
        for layer, head in frame.choice.needs:
            key = (frame.run_id, int(frame.nodes[-1]), layer, head)
            if key not in self._asked:
                self._asked.add(key)
                self.send(AskReplay(key[1], layer, "attn", head))

    # -- geometry ------------------------------------------------------------------------------------------------

    def square(self, rect: QRectF) -> QRectF:
        """Where the matrix is drawn: as large as fits with labels and sums, in the middle."""
        em, label = self.em, self._label_room(rect)
        top = em * 3.6 + min(em * LABELS, rect.height() * 0.2)
        side = min(rect.width() - label - em * (SUMS + 0.8), rect.height() - top - em * (SUMS + 0.6))
        side = max(side, 8.0)
        spare = max(rect.width() - label - side - em * (SUMS + 0.8), 0.0)
        return QRectF(rect.left() + spare / 2 + label, rect.top() + top, side, side)

    def _label_room(self, rect: QRectF) -> float:
        """Width of the row labels."""
        return min(self.em * LABELS, rect.width() * 0.2)

    def _port(self, n: int) -> Port:
        return (self.port or Port.whole(n)).kept_inside(n)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        if frame is None:
            return
        self._draw_heading(painter, rect, frame)
        if frame.matrix is None or self._pyramid is None:
            self._draw_reason(painter, rect, frame)
            return
        square = self.square(rect)
        port = self._port(len(frame.texts))
        self._draw_matrix(painter, square, port, frame, frame.matrix, self._pyramid)
        edges = Edges(square, port, self.em)
        colours = [self._label_colour(frame, position) for position in range(len(frame.texts))]
        draw_row_labels(painter, edges, self._label_room(rect) - self.em * 0.5, frame.texts, colours, self.font_of)
        draw_column_labels(
            painter, edges, square.top() - rect.top() - self.em * 3.6, frame.texts, colours, self.font_of
        )
        room = self.em * (SUMS - 0.5)
        draw_sums(painter, edges, room, frame.matrix.row_sums, False, self.colours)
        draw_sums(painter, edges, room, frame.matrix.column_sums, True, self.colours)
        self._draw_marks(painter, square, port, frame)

    def _colouring(self, frame: AttentionHeadFrame, matrix: Matrix) -> Colouring:
        mode = next(mode for mode in MODES if mode == frame.mode)
        if matrix.signed:
            return Colouring(self.colours.diverging, "", matrix.high, "linear", True)
        return Colouring(self.colours.ramp, "", matrix.high, mode)

    def _draw_matrix(
        self,
        painter: QPainter,
        square: QRectF,
        port: Port,
        frame: AttentionHeadFrame,
        matrix: Matrix,
        pyramid: Pyramid,
    ) -> None:
        hatch = QBrush(mixed(self.colours.surface, self.colours.border, 0.8), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(square, hatch)
        pixels = square.width() * painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        cells, span, left, top = pyramid.cut(port.left, port.top, port.span, port.span, pixels)
        shown = without_future(cells, left // span, top // span)
        if frame.choice.without_first and left == 0 and shown.size:
            shown[:, 0] = np.nan if span == 1 else shown[:, 0]
        image = image_of(shown, self._colouring(frame, matrix))
        painter.save()
        painter.setClipRect(square)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(port.rect_of(top, left, shown.shape[0] * span, shown.shape[1] * span, square), image)
        painter.restore()
        painter.setPen(QPen(QColor(self.colours.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square)

    def _label_colour(self, frame: AttentionHeadFrame, position: int) -> QColor:
        pointed = position == frame.hovered or (self._cell is not None and position in self._cell)
        if position == frame.position:
            return QColor(self.colours.accent)
        return QColor(self.colours.text if pointed else self.colours.muted)

    def _draw_marks(self, painter: QPainter, square: QRectF, port: Port, frame: AttentionHeadFrame) -> None:
        """The row looked at, what is pointed at elsewhere, and the crosshair."""
        if self.still:
            return
        painter.save()
        painter.setClipRect(square.adjusted(-2, -2, 2, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        n = len(frame.texts)
        painter.setPen(QPen(QColor(self.colours.accent), 1.5))
        painter.drawRect((port.rect_of(frame.position, 0, 1, n, square) & square).adjusted(-1, -1, 1, 1))
        painter.setPen(QPen(QColor(self.colours.text), 1, Qt.PenStyle.DashLine))
        row, column = self._cell or (frame.hovered, frame.hovered)
        if row >= 0:
            painter.drawRect(port.rect_of(row, 0, 1, n, square) & square)
            painter.drawRect(port.rect_of(0, column, n, 1, square) & square)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRectF, frame: AttentionHeadFrame) -> None:
        em = self.em
        line = QRectF(rect.left() + em * 0.6, rect.top() + em * 0.25, rect.width() - em * 1.2, em * 1.5)
        centred = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setPen(QColor(self.colours.text))
        painter.setFont(self.font_of(1.05, bold=True))
        painter.drawText(line, centred, self._named(frame))
        used = QFontMetricsF(painter.font()).horizontalAdvance(self._named(frame)) + em
        painter.setFont(self.font_of(0.9))
        if frame.matrix is not None:
            colouring = self._colouring(frame, frame.matrix)
            low, high = f"{colouring.low:g}".replace("-", "−"), f"{colouring.high:g}"
            label = self.tr("difference") if frame.matrix.signed else self.tr(frame.mode)
            if legend_width(painter.font(), label, low, high, 80) < line.width() - used:
                draw_legend(painter, line, Scale(colouring.stops, 0, 1), label, low, high, self.colours, 80)
        painter.setPen(QColor(self.colours.muted))
        facts = self._cell_facts(frame) or self._facts(frame)
        said = QFontMetricsF(painter.font()).elidedText(facts, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line.translated(0, em * 1.5), centred, said)

    def _draw_reason(self, painter: QPainter, rect: QRectF, frame: AttentionHeadFrame) -> None:
        if not frame.texts:
            said = self.tr("No attention yet. Write a prompt and press play.")
        else:
            said = frame.why_not or self.tr(
                "The attention of this head is not stored in this run. It is computed again where the model is loaded."
            )
        painter.setFont(self.font_of())
        painter.setPen(QColor(self.colours.muted))
        inside = rect.adjusted(self.em * 2, self.em * 4, -self.em * 2, -self.em)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), said)

    # -- words ---------------------------------------------------------------------------------------------------

    def _named(self, frame: AttentionHeadFrame) -> str:
        choice = frame.choice
        if choice.kind == KINDS[1]:
            return self.tr("mean of layer {layer}").format(layer=choice.layer)
        named = f"L{choice.layer}.H{choice.head}"
        return f"{named} − L{choice.other[0]}.H{choice.other[1]}" if choice.kind == KINDS[2] else named

    def _facts(self, frame: AttentionHeadFrame) -> str:
        if frame.matrix is None:
            return ""
        facts = [self.tr("rows attend to columns")]
        share = percent(frame.matrix.first_share)
        if frame.choice.without_first:
            facts.append(self.tr("first token left out ({share} of attention)").format(share=share))
        elif not frame.matrix.signed:
            facts.append(self.tr("to the first token: {share}").format(share=share))
        if self._port(len(frame.texts)).span < len(frame.texts):
            facts.append(self.tr("zoomed: double-click shows all"))
        return " · ".join(facts)

    def _cell_facts(self, frame: AttentionHeadFrame) -> str:
        """The cell under the pointer in words."""
        if self._cell is None or frame.matrix is None or max(self._cell) >= len(frame.matrix.values):
            return ""
        row, column = self._cell
        pair = f"{frame.texts[row]} ({row}) → {frame.texts[column]} ({column})"
        if column > row:
            return f"{pair} · " + self.tr("in the future: nothing there")
        value = float(frame.matrix.values[row, column])
        sums = self.tr("row sum {row}, column sum {column}").format(
            row=f"{float(frame.matrix.row_sums[row]):.3f}", column=f"{float(frame.matrix.column_sums[column]):.3f}"
        )
        return f"{pair} · {value:.4f} · {sums}".replace("-", "−")

    def _heading(self, frame: AttentionHeadFrame) -> str:
        return ", ".join(part for part in (self._named(frame), self._cell_facts(frame) or self._facts(frame)) if part)

    # -- gestures ------------------------------------------------------------------------------------------------

    def cell_at(self, point: QPointF) -> Cell | None:
        """(row, column) under a point of the widget."""
        if self.painted is None or self.painted.matrix is None:
            return None
        n = len(self.painted.texts)
        return self._port(n).cell_at(point, self.square(QRectF(self.rect())), n)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and self.painted is not None:
            n, delta = len(self.painted.texts), event.position() - self._dragged
            if self._moved or delta.manhattanLength() > 4:
                self._moved, self._dragged = True, event.position()
                self.port = self._port(n).panned(delta.x(), delta.y(), self.square(QRectF(self.rect())), n)
                self.update()
            return
        self._point_at(self.cell_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if self._dragged is not None and not self._moved and cell is not None and self.painted is not None:
            last = len(self.painted.texts) - 1
            self.send(LookAt(None if cell[0] == last else cell[0]))
        self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._show_all()

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def _point_at(self, cell: Cell | None) -> None:
        """The pointer is over a cell: its key is what every view lights."""
        if cell == self._cell or self.painted is None:
            return
        column_before, self._cell = self._cell[1] if self._cell else None, cell
        if cell is None:
            self.send(Hover())
        elif cell[1] != column_before:
            self.send(Hover(int(self.painted.token_ids[cell[1]]), int(self.painted.nodes[cell[1]])))
        self.update()

    def _show_all(self) -> None:
        self.port = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(0.8 ** (event.angleDelta().y() / 120), event.position())

    def _zoom(self, factor: float, where: QPointF) -> None:
        if self.painted is not None and self.painted.matrix is not None:
            n = len(self.painted.texts)
            self.port = self._port(n).zoomed(factor, where, self.square(QRectF(self.rect())), n)
            if self.port.span >= n:
                self.port = None
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, square = Qt.Key(event.key()), self.square(QRectF(self.rect()))
        steps = {
            Qt.Key.Key_Left: (1, 0),
            Qt.Key.Key_Right: (-1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(1.25 if key == Qt.Key.Key_Minus else 0.8, square.center())
        elif key == Qt.Key.Key_0:
            self._show_all()
        elif key in steps and self.painted is not None:
            dx, dy = (part * square.width() / 8 for part in steps[key])
            n = len(self.painted.texts)
            self.port = self._port(n).panned(dx, dy, square, n)
            self.update()
        else:
            super().keyPressEvent(event)
