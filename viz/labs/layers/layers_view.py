"""The bus: what attention and MLP write into the residual stream at each layer, for the position looked at.

A bar is the length (Euclidean norm) of what attention writes, and after it that of what the MLP writes; the tick is
the length of both together, shorter where they work against each other. Ticks and the stream's own length come from
the recorded states and need no model; the two parts are measured by a lab.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.layers.records import AskWrites, Writes
from engine.records import F32
from engine.run import Run
from viz.charts.colours import mixed
from viz.charts.numbers import nice_ceiling, percent
from viz.charts.pointed import PointedView
from viz.charts.speech import say_changed
from viz.intents import AskLab, ChooseLayer
from viz.theme import Theme
from viz.token_text import shown_in_context
from viz.ui_state import Option, UiState
from viz.view import option_value

MEASURES = ("share of the stream after it", "length")
EXPLAINED = 1e-3  # share of the stream that two parts may leave over before it is told
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True)
class LayersFrame:
    """Lengths at one position. Empty arrays: not known."""

    n_layers: int
    text: str  # the token looked at
    position: int  # -1 where there is none
    layer: int
    stream: F32  # [L+1] of resid
    both: F32  # [L] of what a block adds
    attention: F32  # [L]
    mlp: F32  # [L]
    remainder: F32  # [L] of what the two parts do not explain
    as_share: bool
    question: AskWrites | None  # to be asked now
    playing: bool

    def measured(self, values: F32) -> F32:
        """Lengths [L] as they are shown: as they are, or as shares of what leaves the block."""
        if not self.as_share or not len(values):
            return values
        return np.asarray(values / np.maximum(self.stream[1:], 1e-12), dtype=np.float32)


def writes_at(run: Run, position: int) -> tuple[Writes, int] | None:
    """The newest finding that covers a position of the active path."""
    position_of = {node: at for at, node in enumerate(run.path)}
    found = None
    for finding in run.findings.values():
        if isinstance(finding, Writes) and position_of.get(finding.node, -1) >= position:
            found = (finding, position)
    return found


class LayersView(PointedView):
    """The bars; see the module."""

    name = "layers"
    title = "Layers"
    area = "right"
    order = 35
    tip = "What attention and MLP write at each layer for the token looked at. Click a layer to choose it."
    options = (Option("measure", "Measure", "choice", MEASURES[0], choices=MEASURES, tip="What a bar's length means."),)
    figure_lines = 560

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: LayersFrame | None = None

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> LayersFrame:
        n, layers = len(run), run.info.n_layers if run.info else 0
        position = n - 1 if ui.position is None else min(max(ui.position, 0), n - 1)
        none = np.empty(0, np.float32)
        stream = both = attention = mlp = remainder = none
        resid = run.at(position).resid if position >= 0 else None
        if resid is not None:
            stream = np.asarray(np.linalg.norm(resid, axis=1), dtype=np.float32)
            both = np.asarray(np.linalg.norm(np.diff(resid, axis=0), axis=1), dtype=np.float32)
        found = writes_at(run, position) if position >= 0 else None
        if found is not None and found[0].both.shape[0] == layers:
            known, at = found
            attention, mlp, remainder = known.attention[:, at], known.mlp[:, at], known.remainder[:, at]
            stream, both = (stream, both) if len(stream) else (known.stream[:, at], known.both[:, at])
        may = run.run_id > 0 and not ui.playing  # a file's run is not the engine's
        asks = may and position >= 0 and not len(attention) and (run.info is None or not run.info.why_missing("resid"))
        return LayersFrame(
            layers, shown_in_context(run.vocabulary, run.token_ids.tolist(), position) if n else "", position,
            min(ui.layer, max(layers - 1, 0)), stream, both, attention, mlp, remainder,
            option_value(cls, ui, "measure") == MEASURES[0], AskWrites(run.path[-1]) if asks else None, ui.playing,
        )  # fmt: skip

    def paint(self, frame: LayersFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        if frame.question is not None and not self.still:
            self.send(AskLab(frame.question))
        say_changed(self, f"{self._heading(frame)}. {self._facts(frame, frame.layer)}" if len(frame.stream) else "")

    # -- geometry ------------------------------------------------------------------------------------------------

    def _area(self, rect: QRectF) -> QRectF:
        em = self.em
        return rect.adjusted(em * 3.2, em * 6.0, -em * 5.2, -em * 0.6)

    def _row(self, rect: QRectF, frame: LayersFrame, layer: int) -> QRectF:
        area = self._area(rect)
        high = min(area.height() / max(frame.n_layers, 1), self.em * 2.2)
        return QRectF(area.left(), area.top() + layer * high, area.width(), high)

    def under(self, point: QPointF) -> int | None:
        """The layer whose row is under a point of the widget."""
        frame = self.painted
        if frame is None or not len(frame.stream):
            return None
        first = self._row(QRectF(self.rect()), frame, 0)
        layer = int((point.y() - first.top()) // first.height())
        return layer if 0 <= layer < frame.n_layers else None

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        if frame is None:
            return
        em = self.em
        line = QRectF(rect.left() + em * 0.6, rect.top() + em * 0.25, rect.width() - em * 1.2, em * 1.4)
        if not len(frame.stream):
            painter.setFont(self.font_of())
            painter.setPen(QColor(self.colours.muted))
            said = self.tr("No states to measure here. Write a prompt and press play.")
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), said)
            return
        painter.setFont(self.font_of(1.0, bold=True))
        painter.setPen(QColor(self.colours.text))
        said = QFontMetricsF(painter.font()).elidedText(self._heading(frame), Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, LEFT, said)
        self._draw_legend(painter, line.translated(0, em * 1.45))
        painter.setFont(self.font_of(0.9))
        painter.setPen(QColor(self.colours.muted))
        pointed = frame.layer if self._hover is None or self.still else self._hover
        said = self._facts(frame, pointed)
        said = QFontMetricsF(painter.font()).elidedText(said, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line.translated(0, em * 2.85), LEFT, said)
        high = self._top(frame)
        self._draw_axis(painter, rect, frame, high)
        for layer in range(frame.n_layers):
            self._draw_row(painter, rect, frame, layer, high)

    @staticmethod
    def _top(frame: LayersFrame) -> float:
        """The value at the right end of the axis."""
        sums = frame.measured(np.nan_to_num(frame.attention) + np.nan_to_num(frame.mlp))
        every = np.concatenate([sums, frame.measured(frame.both)])
        highest = float(every.max(initial=0.0))
        return max(math.ceil(highest * 5 - 1e-6) / 5, 0.2) if frame.as_share else nice_ceiling(highest)

    def _colours_of_parts(self) -> tuple[QColor, QColor]:
        return QColor(self.colours.categories[0]), QColor(self.colours.categories[1])

    def _draw_legend(self, painter: QPainter, line: QRectF) -> None:
        em, x = self.em, line.left()
        painter.setFont(self.font_of(0.9))
        metrics = QFontMetricsF(painter.font())
        for colour, label in zip(self._colours_of_parts(), (self.tr("attention"), self.tr("MLP")), strict=True):
            painter.fillRect(QRectF(x, line.center().y() - em * 0.35, em * 0.9, em * 0.7), colour)
            painter.setPen(QColor(self.colours.text))
            painter.drawText(QRectF(x + em * 1.2, line.top(), line.width(), line.height()), LEFT, label)
            x += em * 2.2 + metrics.horizontalAdvance(label)
        painter.setPen(QPen(QColor(self.colours.text), max(em * 0.16, 1.5)))
        painter.drawLine(QPointF(x, line.center().y() - em * 0.45), QPointF(x, line.center().y() + em * 0.45))
        painter.drawText(QRectF(x + em * 0.5, line.top(), line.width(), line.height()), LEFT, self.tr("both together"))

    def _draw_axis(self, painter: QPainter, rect: QRectF, frame: LayersFrame, high: float) -> None:
        em, area = self.em, self._area(rect)
        bottom = self._row(rect, frame, frame.n_layers - 1).bottom()
        painter.setFont(self.font_of(0.75))
        for part in (0.0, 0.5, 1.0):
            x = area.left() + part * area.width()
            painter.setPen(QPen(mixed(self.colours.border, self.colours.surface, 0.3), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, bottom))
            painter.setPen(QColor(self.colours.muted))
            box = QRectF(x - em * 4, area.top() - em * 1.2, em * 8, em * 1.1)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._number(frame, part * high))
        box = QRectF(area.right() + em * 0.4, area.top() - em * 1.2, em * 4.6, em * 1.1)
        painter.drawText(box, RIGHT, self.tr("stream"))

    def _draw_row(self, painter: QPainter, rect: QRectF, frame: LayersFrame, layer: int, high: float) -> None:
        em, row = self.em, self._row(rect, frame, layer)
        is_chosen, lit = layer == frame.layer, layer == self._hover and not self.still
        if is_chosen or lit:
            painter.fillRect(row.adjusted(-em * 3, 0, em * 5, 0), QColor(self.colours.raised))
        thick = row.height() * 0.68
        bar = QRectF(row.left(), row.center().y() - thick / 2, 0.0, thick)
        for values, colour in zip((frame.attention, frame.mlp), self._colours_of_parts(), strict=True):
            value = float(np.nan_to_num(frame.measured(values)[layer])) if len(values) else 0.0
            bar = QRectF(bar.right(), bar.top(), value / high * row.width(), thick)
            painter.fillRect(bar, colour)
        x = row.left() + float(frame.measured(frame.both)[layer]) / high * row.width()
        painter.setPen(QPen(QColor(self.colours.text), max(em * 0.16, 1.5)))
        painter.drawLine(QPointF(x, row.top() + 1), QPointF(x, row.bottom() - 1))
        every = max(1, math.ceil(em * 0.95 / row.height()))  # labels that would touch are left out
        near = abs(layer - frame.layer) < every and not is_chosen
        if not is_chosen and (layer % every or near):
            return
        painter.setFont(self.font_of(0.8, bold=is_chosen))
        painter.setPen(QColor(self.colours.accent if is_chosen else self.colours.muted))
        painter.drawText(row.adjusted(-em * 3, -em, -row.width() - em * 0.5, em), RIGHT, f"L{layer}")
        stream = QRectF(row.right() + em * 0.4, row.top() - em, em * 4.6, row.height() + em * 2)
        painter.drawText(stream, RIGHT, _length(float(frame.stream[layer + 1])))

    # -- words ---------------------------------------------------------------------------------------------------

    def _heading(self, frame: LayersFrame) -> str:
        text = self.tr("What each layer writes at “{token}” ({position})").format(
            token=frame.text, position=frame.position
        )
        of = self.tr("as a share of the stream after it") if frame.as_share else self.tr("Euclidean length")
        return f"{text}, {of}"

    def _number(self, frame: LayersFrame, value: float) -> str:
        return percent(value) if frame.as_share else f"{value:g}"

    def _facts(self, frame: LayersFrame, layer: int) -> str:
        if layer >= frame.n_layers:
            return ""
        if not len(frame.attention):
            if frame.playing:
                return self.tr("Attention and MLP are measured apart when generation pauses.")
            return self.tr("Only both together are stored; apart they are measured where the model holds the run.")
        parts = [f"L{layer}"]
        for label, values in ((self.tr("attention"), frame.attention), (self.tr("MLP"), frame.mlp)):
            if np.isfinite(values[layer]):
                parts.append(f"{label} {_length(float(values[layer]))}")
        parts.append(self.tr("both {n}").format(n=_length(float(frame.both[layer]))))
        parts.append(self.tr("stream after it {n}").format(n=_length(float(frame.stream[layer + 1]))))
        rest = float((frame.remainder / np.maximum(frame.stream[1:], 1e-12)).max())
        if rest > EXPLAINED:
            parts.append(self.tr("this model's blocks also add something else, up to {n}").format(n=percent(rest)))
        return " · ".join(parts)

    # -- gestures ------------------------------------------------------------------------------------------------

    def pick(self, thing: int, point: QPointF) -> None:
        """Choose the layer."""
        self.send(ChooseLayer(thing))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame = self.painted
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or frame is None or not 0 <= frame.layer + step < frame.n_layers:
            super().keyPressEvent(event)
            return
        self.send(ChooseLayer(frame.layer + step))


def _length(value: float) -> str:
    """A length with three digits."""
    return f"{value:,.0f}" if value >= 99.5 else f"{value:.1f}" if value >= 9.95 else f"{value:.2f}"
