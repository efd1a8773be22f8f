"""One head's attention as a matrix: each row a token and what it attends to, with labels, sums and exact values.

Cells of the future are hatched: they hold nothing, which is not the same as zero. Texts longer than the picture has
pixels are drawn from a pyramid of maxima and sharpen as one zooms in. What is not stored is asked for and drawn when
it comes; of texts too long for whole matrices, a picture of maxima, then the part zoomed into and the row pointed at.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from engine.questions import Question
from engine.records import I32
from engine.run import Run
from viz.charts.colours import Scale, mixed
from viz.charts.head_names import read_heads
from viz.charts.heatmap import MODES, Colouring, image_of, without_future
from viz.charts.legend import draw_legend, legend_width
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.charts.strip_frame import strip_tokens
from viz.intents import AskLab, AskReplay, HandOver, Hover, LookAt
from viz.labs.attention.long_matrix import LongMatrix
from viz.labs.attention.matrix_edges import (
    Edges,
    draw_column_labels,
    draw_row_labels,
    draw_sums,
)
from viz.labs.attention.matrix_frame import (
    CHOSEN_MEAN,
    HEAD,
    KINDS,
    MatrixChoice,
    Shown,
    is_long,
    shown_of,
)
from viz.labs.attention.matrix_words import cell_facts, facts, named
from viz.labs.attention.visible_part import Port
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


class AttentionHeadView(PaintedView):
    """The matrix; see the module."""

    name = "attention_head"
    title = "Head"
    area = "right"
    order = 31
    tip = "One head's attention: rows attend to columns. Wheel to zoom, drag to move, hover for the value."
    options = (
        Option(
            "show", "Show", "choice", HEAD, choices=KINDS, tip="The chosen head, a mean over heads, or minus another."
        ),
        Option("heads", "Chosen heads", "text", "", in_bar=False, tip="For a mean over them, as in 5.1 7.3."),
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
        self._cell: Cell | None = None
        self._dragged: QPointF | None = None
        self._moved = False
        self._asked: set[tuple[int, int, int, int | None]] = set()
        self.offer = QPushButton(self.tr("Compute it with the loaded model"), self)
        self.offer.setAccessibleName(self.offer.text())
        self.offer.clicked.connect(lambda: self.send(HandOver()))
        self.offer.hide()

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> AttentionHeadFrame:
        tokens = strip_tokens(run)
        layers, heads = (run.info.n_layers, run.info.n_heads) if run.info else (1, 1)
        other = (int(option_value(cls, ui, "other_layer")), int(option_value(cls, ui, "other_head")))
        several, refused = read_heads(str(option_value(cls, ui, "heads")), layers, heads)
        choice = MatrixChoice(
            str(option_value(cls, ui, "show")), min(ui.layer, layers - 1), min(ui.head, heads - 1),
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

    def paint(self, frame: AttentionHeadFrame, theme: Theme) -> None:
        before = self.painted
        super().paint(frame, theme)
        if before is not None and len(frame.texts) < len(before.texts):
            self.port = None
        if not self.still:
            self._ask(frame)
            self._sharpen()
        self.offer.setVisible(self._offers(frame) and not self.still)
        say_changed(self, self._heading(frame))

    @staticmethod
    def _offers(frame: AttentionHeadFrame) -> bool:
        """Whether the run is a file's, and a model could compute what it lacks."""
        return bool(frame.texts) and frame.matrix is None and not frame.why_not and frame.run_id == 0

    def _ask(self, frame: AttentionHeadFrame) -> None:
        """Ask for what is missing, once for each path and head."""
        if frame.question is not None:
            self.send(AskLab(frame.question))
        if frame.matrix is not None or not frame.texts or frame.why_not or frame.is_long:
            return
        for layer, head in frame.choice.needs:
            key = (frame.run_id, int(frame.nodes[-1]), layer, head)
            if key not in self._asked:
                self._asked.add(key)
                self.send(AskReplay(key[1], layer, "attn", head))

    def _sharpen(self) -> None:
        """Of a long text, ask for the part seen and the row pointed at, where they are not there yet."""
        frame = self.painted
        if frame is None or not isinstance(frame.matrix, LongMatrix) or frame.run_id <= 0:
            return
        wanted = frame.matrix.sharper(self._port(frame.matrix.n), self.square(QRectF(self.rect())).width())
        if wanted is not None:
            self.send(AskLab(wanted))
        if self._cell is not None and max(self._cell) < frame.matrix.n and frame.matrix.value(*self._cell) is None:
            self.send(AskLab(frame.matrix.exact(self._cell[0])))

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
        if frame.matrix is None:
            self._draw_reason(painter, rect, frame)
            return
        square, n = self.square(rect), frame.matrix.n
        port, texts = self._port(n), frame.texts[:n]
        self._draw_matrix(painter, square, port, frame, frame.matrix)
        edges = Edges(square, port, self.em)

        def colour(position: int) -> QColor:
            return self._label_colour(frame, position)

        draw_row_labels(painter, edges, self._label_room(rect) - self.em * 0.5, texts, colour, self.font_of)
        draw_column_labels(painter, edges, square.top() - rect.top() - self.em * 3.6, texts, colour, self.font_of)
        room = self.em * (SUMS - 0.5)
        draw_sums(painter, edges, room, frame.matrix.row_sums, False, self.colours)
        draw_sums(painter, edges, room, frame.matrix.column_sums, True, self.colours)
        self._draw_marks(painter, square, port, frame)

    def _colouring(self, frame: AttentionHeadFrame, matrix: Shown) -> Colouring:
        mode = next(mode for mode in MODES if mode == frame.mode)
        if matrix.signed:
            return Colouring(self.colours.diverging, "", matrix.high, "linear", True)
        return Colouring(self.colours.ramp, "", matrix.high, mode)

    def _draw_matrix(
        self, painter: QPainter, square: QRectF, port: Port, frame: AttentionHeadFrame, matrix: Shown
    ) -> None:
        hatch = QBrush(mixed(self.colours.surface, self.colours.border, 0.8), Qt.BrushStyle.BDiagPattern)
        painter.fillRect(square, hatch)
        pixels = square.width() * painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        cells, span, left, top = matrix.cut(port.left, port.top, port.span, pixels)
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
        n = frame.matrix.n if frame.matrix is not None else 0
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
        painter.drawText(line, centred, named(frame.choice))
        used = QFontMetricsF(painter.font()).horizontalAdvance(named(frame.choice)) + em
        painter.setFont(self.font_of(0.9))
        if frame.matrix is not None:
            colouring = self._colouring(frame, frame.matrix)
            low, high = f"{colouring.low:g}".replace("-", "−"), f"{colouring.high:g}"
            label = self.tr("difference") if frame.matrix.signed else self.tr(frame.mode)
            if legend_width(painter.font(), label, low, high, 80) < line.width() - used:
                draw_legend(painter, line, Scale(colouring.stops, 0, 1), label, low, high, self.colours, 80)
        painter.setPen(QColor(self.colours.muted))
        said = QFontMetricsF(painter.font()).elidedText(self._facts(frame), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line.translated(0, em * 1.5), centred, said)

    def _draw_reason(self, painter: QPainter, rect: QRectF, frame: AttentionHeadFrame) -> None:
        if not frame.texts:
            said = self.tr("No attention yet. Write a prompt and press play.")
        else:
            said = frame.why_not or (
                self.tr("The attention of this head is not stored in this run.")
                if self._offers(frame)
                else self.tr("The attention of this head is not stored in this run. It is being computed again.")
            )
        painter.setFont(self.font_of())
        painter.setPen(QColor(self.colours.muted))
        inside = rect.adjusted(self.em * 2, self.em * 4, -self.em * 2, -self.em)
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), said)

    # -- words ---------------------------------------------------------------------------------------------------

    def _facts(self, frame: AttentionHeadFrame) -> str:
        """The cell under the pointer in words, else what is shown."""
        if frame.refused:
            return self.tr("not a head of this model: {text}").format(text=frame.refused)
        if frame.matrix is None:
            return ""
        said = cell_facts(frame.matrix, frame.texts, self._cell)
        if not said and frame.choice.kind == CHOSEN_MEAN and len(frame.choice.heads) < 2:
            return self.tr("list the heads to be averaged in this view's options, as in 5.1 7.3")
        return said or facts(frame.matrix, frame.choice.without_first, len(frame.texts), self._port(frame.matrix.n))

    def _heading(self, frame: AttentionHeadFrame) -> str:
        return ", ".join(part for part in (named(frame.choice), self._facts(frame)) if part)

    # -- gestures ------------------------------------------------------------------------------------------------

    def cell_at(self, point: QPointF) -> Cell | None:
        """(row, column) under a point of the widget."""
        if self.painted is None or self.painted.matrix is None:
            return None
        n = self.painted.matrix.n
        return self._port(n).cell_at(point, self.square(QRectF(self.rect())), n)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and self._n:
            n, delta = self._n, event.position() - self._dragged
            if self._moved or delta.manhattanLength() > 4:
                self._moved, self._dragged = True, event.position()
                self._see(self._port(n).panned(delta.x(), delta.y(), self.square(QRectF(self.rect())), n))
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
        self._sharpen()
        self.update()

    @property
    def _n(self) -> int:
        """Positions of the matrix shown."""
        return self.painted.matrix.n if self.painted is not None and self.painted.matrix is not None else 0

    def _see(self, port: Port | None) -> None:
        """Show a part of the matrix, None for all of it."""
        self.port = None if port is None or port.span >= self._n else port
        self._sharpen()
        self.update()

    def _show_all(self) -> None:
        self._see(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.offer.sizeHint()
        self.offer.move((self.width() - size.width()) // 2, self.height() // 2 + round(self.em * 4))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(0.8 ** (event.angleDelta().y() / 120), event.position())

    def _zoom(self, factor: float, where: QPointF) -> None:
        if self._n:
            self._see(self._port(self._n).zoomed(factor, where, self.square(QRectF(self.rect())), self._n))

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
        elif key in steps and self._n:
            dx, dy = (part * square.width() / 8 for part in steps[key])
            self._see(self._port(self._n).panned(dx, dy, square, self._n))
        else:
            super().keyPressEvent(event)
