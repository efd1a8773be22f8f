"""Layers' shares of a logit: how much of the predicted token's logit was written by which attention, MLP and neuron.

Direct logit attribution: everything added to the residual stream at the last position, projected on the token's
direction with the final norm's scale held fixed. The parts sum to the logit; what cannot be told apart is a part too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.neurons.records import AskShares, Shares
from engine.questions import Refused
from engine.records import F32, Site, Vocabulary
from engine.run import Run
from viz.charts.colours import mixed
from viz.charts.lab_view import CENTRE, LEFT, RIGHT, Field, LabView, below, cut
from viz.charts.numbers import signed
from viz.charts.speech import say_changed
from viz.intents import ChooseLayer, ChooseNeuron, Intent, ask_labs
from viz.theme import Theme
from viz.token_text import shown
from viz.ui_state import Option, UiState
from viz.view import option_value


@dataclass(frozen=True)
class SharesFrame:
    """The shares at the position looked at."""

    found: Shares | None
    vocabulary: Vocabulary | None
    layer: int
    chosen: Site
    question: AskShares | None
    refused: str
    has_text: bool
    playing: bool
    ui: UiState

    def rows(self) -> tuple[tuple[str, int, float, float, float], ...]:
        """(name, layer or -1, attention, mlp, rest) of every row, top to bottom; together they are the logit."""
        if self.found is None:
            return ()
        it = self.found
        rows = [("embedding", -1, 0.0, 0.0, it.embedding)]
        for layer in range(len(it.mlp)):
            parts = (it.attention[layer], it.mlp[layer], it.remainder[layer])
            rows.append((f"L{layer}", layer, *(float(np.nan_to_num(part)) for part in parts)))  # type: ignore[arg-type]
        rows.append(("biases", -1, 0.0, 0.0, it.constant))
        return tuple(rows)


class SharesView(LabView):
    """The bars and the neurons; see the module."""

    name = "shares"
    title = "Layers' shares"
    area = "right"
    order = 43
    tip = "How much of a token's logit was written by which attention, which MLP, and which neurons in it."
    options = (Option("token", "Token", "text", "", in_bar=False, tip="Whose logit is parted."),)
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, (Field("token", "the likeliest next token"),))
        self.painted: SharesFrame | None = None
        self._neurons: list[tuple[QRectF, Site]] = []
        self._layers: list[tuple[QRectF, int]] = []

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> SharesFrame:
        position = len(run) - 1 if ui.position is None else min(max(ui.position, 0), len(run) - 1)
        node = run.path[position] if position >= 0 else -1
        token = str(option_value(cls, ui, "token"))
        question = AskShares(node, token)
        found = run.findings.get(question)
        may = node >= 0 and run.info is not None and run.run_id > 0 and not ui.playing and found is None
        return SharesFrame(
            found if isinstance(found, Shares) else None, run.vocabulary, ui.layer, Site("neuron", ui.layer, ui.neuron),
            question if may else None, found.sentence if isinstance(found, Refused) else "", node >= 0, ui.playing,
            UiState().with_option(cls.name, "token", token),
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: SharesFrame) -> Sequence[Intent]:
        return ask_labs(frame.question)

    def paint(self, frame: SharesFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.show_fields(frame.ui)
        say_changed(self, self._heading(frame))

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        self._neurons, self._layers = [], []
        if frame is None:
            return
        body, em = self.body(rect), self.em
        y = self.say(painter, body, self._heading(frame), 1.05, bold=True)
        y = self.whisper(painter, below(body, y + em * 0.2), self._said(frame))
        if frame.found is None:
            return
        rest = below(body, y + em * 0.6)
        self._draw_legend(painter, QRectF(rest.left(), rest.top(), rest.width(), em * 1.4))
        rest = below(rest, rest.top() + em * 1.8)
        wide = rest.width() > em * 36
        list_width = em * 15 if wide else 0.0
        n = len(frame.found.neuron_shares)
        list_height = 0.0 if wide or not n else em * 1.4 * (min(n, 8) + 1.6)
        bars = rest.adjusted(0, 0, -list_width - (em if wide else 0), -list_height)
        self._draw_bars(painter, bars, frame)
        if n:
            where = (
                QRectF(bars.right() + em, rest.top(), list_width, rest.height()) if wide else below(rest, bars.bottom())
            )
            self._draw_neurons(painter, where, frame, frame.found)

    def _parts(self) -> tuple[tuple[str, QColor], ...]:
        colours = self.colours.categories
        return (
            (self.tr("attention"), QColor(colours[0])),
            (self.tr("MLP"), QColor(colours[1])),
            (self.tr("other"), QColor(colours[2])),
        )

    def _draw_legend(self, painter: QPainter, line: QRectF) -> None:
        em, x = self.em, line.left()
        painter.setFont(self.font_of(0.9))
        metrics = QFontMetricsF(painter.font())
        for name, colour in self._parts():
            painter.fillRect(QRectF(x, line.center().y() - em * 0.35, em * 0.9, em * 0.7), colour)
            painter.setPen(QColor(self.colours.text))
            painter.drawText(QRectF(x + em * 1.2, line.top(), line.width(), line.height()), LEFT, name)
            x += em * 2.4 + metrics.horizontalAdvance(name)

    def _draw_bars(self, painter: QPainter, box: QRectF, frame: SharesFrame) -> None:
        """A row each: positive parts to the right of 0, negative ones to the left, the row's sum as a number."""
        em, rows = self.em, frame.rows()
        high = min(box.height() / len(rows), em * 1.8)
        name, number = em * 4.6, em * 3.6
        track = QRectF(box.left() + name, box.top(), max(box.width() - name - number, em), high * len(rows))
        right = max(*(sum(max(part, 0.0) for part in row[2:]) for row in rows), 1e-6)
        left = max(sum(max(-part, 0.0) for part in row[2:]) for row in rows)
        zero = track.left() + track.width() * left / (left + right)
        unit = track.width() / (left + right)
        every = max(1, int(np.ceil(em * 1.0 / high)))
        painter.setPen(QPen(mixed(self.colours.border, self.colours.surface, 0.2), 1))
        painter.drawLine(QPointF(zero, track.top()), QPointF(zero, track.bottom()))
        painter.setFont(self.font_of(0.8))
        marked = next((index for index, row in enumerate(rows) if row[1] == frame.layer), -every)
        for index, (title, layer, *parts) in enumerate(rows):
            row = QRectF(box.left(), box.top() + index * high, box.width(), high)
            chosen = layer == frame.layer and layer >= 0
            if chosen:
                painter.fillRect(row, QColor(self.colours.raised))
            self._layers.append((row, layer))
            self._draw_row(painter, row, zero, unit, parts)
            if chosen or (index % every == 0 and abs(index - marked) >= every):
                painter.setPen(QColor(self.colours.accent if chosen else self.colours.muted))
                words = {"embedding": self.tr("embedding"), "biases": self.tr("biases")}.get(title, title)
                painter.drawText(QRectF(row.left(), row.top() - em, name - em * 0.4, high + em * 2), RIGHT, words)
                painter.setPen(QColor(self.colours.text if chosen else self.colours.muted))
                painter.drawText(
                    QRectF(row.left(), row.top() - em, row.width(), high + em * 2), RIGHT, signed(sum(parts))
                )

    def _draw_row(self, painter: QPainter, row: QRectF, zero: float, unit: float, parts: list[float]) -> None:
        thick = row.height() * 0.7
        y, right, left = row.center().y() - thick / 2, zero, zero
        for part, (_, colour) in zip(parts, self._parts(), strict=True):
            wide = abs(part) * unit
            if part >= 0:
                painter.fillRect(QRectF(right, y, wide, thick), colour)
                right += wide
            else:
                painter.fillRect(QRectF(left - wide, y, wide, thick), colour)
                left -= wide

    def _draw_neurons(self, painter: QPainter, box: QRectF, frame: SharesFrame, found: Shares) -> None:
        em = self.em
        painter.setFont(self.font_of(0.9, bold=True))
        painter.setPen(QColor(self.colours.text))
        title = self.tr("Neurons with the largest shares")
        painter.drawText(QRectF(box.left(), box.top(), box.width(), em * 1.4), LEFT, cut(painter, title, box.width()))
        painter.setFont(self.font_of(0.9))
        top = float(np.abs(found.neuron_shares).max(initial=1e-9))
        rows = int((box.height() - em * 1.6) / (em * 1.4))
        for row in range(min(rows, len(found.neuron_shares))):
            site = Site("neuron", int(found.neuron_layers[row]), int(found.neuron_indices[row]))
            line = QRectF(box.left(), box.top() + em * 1.6 + row * em * 1.4, box.width(), em * 1.4)
            self._neurons.append((line, site))
            value, chosen = float(found.neuron_shares[row]), site == frame.chosen
            painter.setPen(QColor(self.colours.accent if chosen else self.colours.text))
            painter.drawText(line, LEFT, str(site))
            painter.drawText(line, RIGHT, signed(value))
            room = max(line.width() - em * 10, em)
            colour = QColor(self.colours.categories[1])
            colour.setAlphaF(1.0 if value > 0 else 0.45)
            painter.fillRect(
                QRectF(line.left() + em * 6, line.top() + em * 0.3, room * abs(value) / top, em * 0.8), colour
            )
        painter.setPen(QColor(self.colours.muted))
        if not self._neurons:
            painter.drawText(box, CENTRE, "")

    # -- words ---------------------------------------------------------------------------------------------------

    def _heading(self, frame: SharesFrame) -> str:
        found = frame.found
        if found is None:
            return self.tr("Shares of a token's logit")
        return self.tr("Who wrote the logit {value} of “{token}”").format(
            value=signed(found.logit), token=shown(frame.vocabulary, found.token_id)
        )

    def _said(self, frame: SharesFrame) -> str:
        found = frame.found
        if frame.refused:
            return frame.refused
        if not frame.has_text:
            return self.tr("No text to look at yet. Write a prompt and press play.")
        if found is None:
            return (
                self.tr("Shares are measured when generation pauses.")
                if frame.playing
                else self.tr("Shares are measured where the model holds the run.")
            )
        every = np.concatenate([np.nan_to_num(found.attention), np.nan_to_num(found.mlp)])
        attention, mlp = (_total(part) for part in (found.attention, found.mlp))
        rest = found.logit - attention - mlp
        said = self.tr(
            "All attention {attention}, all MLPs {mlp}, the rest {rest}; the final norm's scale is held fixed."
        )
        said = said.format(attention=signed(attention), mlp=signed(mlp), rest=signed(rest))
        best = int(np.argmax(np.abs(every))) if len(every) else -1
        if best >= 0:
            layers = len(found.mlp)
            kind = self.tr("attention") if best < layers else self.tr("MLP")
            said += " " + self.tr("The largest is the {kind} of L{layer} with {value}.").format(
                kind=kind, layer=best % layers, value=signed(float(every[best]))
            )
        if found.capped:
            said += " " + self.tr("This is the logit before the model's cap.")
        if not len(found.neuron_shares):
            said += " " + self.tr("Single neurons cannot be told apart in this model.")
        return said

    # -- gestures ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for box, site in self._neurons:
            if box.contains(event.position()):
                self.send(ChooseNeuron(site.layer, site.index))
                return
        for box, layer in self._layers:
            if layer >= 0 and box.contains(event.position()):
                self.send(ChooseLayer(layer))
                return


def _total(values: F32) -> float:
    return float(np.nansum(values.astype(np.float64)))
