"""Where it is decided: a picture of layers x positions, each cell a run of the model with one place changed.

Patching takes a place's activation from prompt A into prompt B and shows how much of A's logit difference comes back.
Tracing spoils a subject's embeddings with noise, restores one clean place, and shows the answer's probability.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.patching.records import (
    PARTS,
    AskPatching,
    AskTracing,
    Picture,
)
from engine.questions import Question, Refused
from engine.records import Vocabulary
from engine.run import Run
from viz.charts.colours import Scale
from viz.charts.heatmap import Colouring, image_of
from viz.charts.lab_view import RIGHT, Field, LabView, below, cut
from viz.charts.legend import draw_legend
from viz.charts.numbers import percent, signed
from viz.charts.speech import say_changed
from viz.intents import ChooseLayer
from viz.theme import Theme
from viz.token_text import shown, shown_all
from viz.ui_state import Option, UiState
from viz.view import option_value

KINDS = ("patching from A into B", "tracing a fact")
A = "When Mary and John went to the store, John gave a drink to"
B = "When Mary and John went to the store, Mary gave a drink to"
FACT, SUBJECT = "The Eiffel Tower is in the city of", "The Eiffel Tower"


@dataclass(frozen=True)
class PatchingFrame:
    """The picture, or what it would be of."""

    kind: str
    found: Picture | None
    refused: str
    question: Question
    vocabulary: Vocabulary | None
    layer: int
    has_model: bool
    ui: UiState


class PatchingView(LabView):
    """The picture; see the module."""

    name = "patching"
    title = "Where it is decided"
    area = "centre"
    order = 62
    tip = "Layers and positions at which a decision can be carried over from one prompt to another, or restored."
    options = (
        Option("kind", "Do", "choice", KINDS[0], choices=KINDS, tip="Patching between two prompts, or causal tracing."),
        Option("part", "Part", "choice", PARTS[0], choices=PARTS, tip="What is put in at each place."),
        Option("a", "Prompt A", "text", A, in_bar=False, tip="Where activations are taken from."),
        Option("b", "Prompt B", "text", B, in_bar=False, tip="Where they are put in; as many tokens as A."),
        Option("answer_a", "A's answer", "text", "", in_bar=False, tip="A token; empty for the likeliest one."),
        Option("answer_b", "B's answer", "text", "", in_bar=False, tip="A token; empty for the likeliest one."),
        Option("fact", "Prompt", "text", FACT, in_bar=False, tip="A prompt whose next token states a fact."),
        Option("subject", "Subject", "text", SUBJECT, in_bar=False, tip="Words of the prompt; noise goes onto them."),
        Option("answer", "Answer", "text", "", in_bar=False, tip="A token; empty for the likeliest one."),
        Option("draws", "Draws", "integer", 10, low=1, high=50, in_bar=False, tip="Of the noise; their mean is shown."),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("a", "a prompt", 0, 0, 3),
            Field("answer_a", "the likeliest token", 0, 1),
            Field("b", "a prompt of as many tokens", 1, 0, 3),
            Field("answer_b", "the likeliest token", 1, 1),
            Field("fact", "a prompt", 2, 0, 3),
            Field("answer", "the likeliest token", 2, 1),
            Field("subject", "words of the prompt", 3, 0, 3),
        )
        super().__init__(parent, fields)
        self.painted: PatchingFrame | None = None
        self._hover: tuple[int, int] | None = None
        self.run = self.button(self.tr("Measure every place"), self._ask)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> PatchingFrame:
        def value(name: str) -> str:
            return str(option_value(cls, ui, name))

        kind, part = value("kind"), option_value(cls, ui, "part")
        question: Question
        if kind == KINDS[0]:
            question = AskPatching(value("a"), value("b"), part, value("answer_a"), value("answer_b"))
        else:
            draws = int(option_value(cls, ui, "draws"))
            question = AskTracing(value("fact"), value("subject"), value("answer"), part, draws=draws)
        found = run.findings.get(question)
        mine = UiState()
        for option in cls.options:
            mine = mine.with_option(cls.name, option.name, ui.option(cls.name, option))
        return PatchingFrame(
            kind, found if isinstance(found, Picture) else None, found.sentence if isinstance(found, Refused) else "",
            question, run.vocabulary, ui.layer, run.info is not None, mine,
        )  # fmt: skip

    def paint(self, frame: PatchingFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        shown_fields = ("a", "answer_a", "b", "answer_b") if frame.kind == KINDS[0] else ("fact", "answer", "subject")
        self.fields.show_only(shown_fields)
        self.show_fields(frame.ui)
        self.place_bar()
        self.run.setEnabled(frame.has_model)
        if frame.found is not None or frame.refused:
            self.waiting = None
        say_changed(self, self._said(frame))

    # -- geometry ------------------------------------------------------------------------------------------------

    def _cells(self, painter_width: QRectF, found: Picture) -> QRectF:
        """Where the cells are: tokens run down, layers to the right."""
        em = self.em
        return painter_width.adjusted(em * 7.2, em * 3.2, -em * 0.6, -em * 2.6)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        body = self.body(rect)
        y = self.say(painter, body, self._heading(frame), 1.1, bold=True)
        y = self.whisper(painter, below(body, y + em * 0.2), self._said(frame), 0.95)
        if frame.found is not None:
            self._where = self._cells(below(body, y + em * 0.4), frame.found)
            self._draw_picture(painter, self._where, frame, frame.found)

    _where = QRectF()

    def _scale(self, found: Picture) -> tuple[Scale, str, str]:
        if found.kind == "patching":
            high = max(1.0, float(np.nanmax(np.abs(found.values))))
            return Scale(self.colours.diverging, -high, high), signed(-high), signed(high)
        low, high = 0.0, max(found.clean, float(np.nanmax(found.values)), 1e-6)
        return Scale(self.colours.ramp, low, high), percent(low), percent(high)

    def _draw_picture(self, painter: QPainter, cells: QRectF, frame: PatchingFrame, found: Picture) -> None:
        em = self.em
        layers, count = found.values.shape
        scale, low, high = self._scale(found)
        painter.setFont(self.font_of(0.85))
        words = (
            self.tr("recovered: 0 as B, 1 as A") if found.kind == "patching" else self.tr("probability of the answer")
        )
        line = QRectF(cells.left() - em * 7, cells.top() - em * 3.0, cells.width() + em * 7, em * 1.4)
        draw_legend(painter, line, scale, words, low, high, self.colours, em * 7)
        signed_scale = found.kind == "patching"
        colouring = Colouring(scale.stops, self.colours.raised, scale.high, signed=signed_scale)
        painter.drawImage(cells, image_of(np.ascontiguousarray(found.values.T), colouring))
        self._draw_words(painter, cells, frame, found)
        high_cell, wide = cells.height() / count, cells.width() / layers
        painter.setFont(self.font_of(0.75))
        step = max(1, int(np.ceil(em * 2.2 / wide)))
        painter.setPen(QColor(self.colours.muted))
        for layer in range(0, layers, step):
            box = QRectF(cells.left() + (layer + 0.5) * wide - em * 2, cells.bottom() + em * 0.2, em * 4, em * 1.2)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"L{layer}")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.colours.accent), 1.6))
        if frame.layer < layers:
            painter.drawRect(QRectF(cells.left() + frame.layer * wide, cells.top(), wide, cells.height()))
        if self._hover is not None and not self.still:
            layer, position = self._hover
            box = QRectF(cells.left() + layer * wide, cells.top() + position * high_cell, wide, high_cell)
            painter.setPen(QPen(QColor(self.colours.path), 2.0))
            painter.drawRect(box)
        under = QRectF(cells.left(), cells.bottom() + em * 1.3, cells.width(), em * 1.3)
        painter.setFont(self.font_of(0.85))
        painter.setPen(QColor(self.colours.text))
        painter.drawText(
            under, int(Qt.AlignmentFlag.AlignCenter), cut(painter, self._place(frame, found), under.width())
        )

    def _draw_words(self, painter: QPainter, cells: QRectF, frame: PatchingFrame, found: Picture) -> None:
        em, count = self.em, found.values.shape[1]
        high = cells.height() / count
        painter.setFont(self.font_of(min(0.95, high / em * 0.78)))
        words = shown_all(frame.vocabulary, found.token_ids.tolist())
        others = shown_all(frame.vocabulary, found.other_ids.tolist()) if len(found.other_ids) else None
        step = max(1, int(np.ceil(QFontMetricsF(painter.font()).height() * 0.8 / high)))
        marked = set(found.differs.tolist())
        for position in range(count):
            if position % step and position not in marked:
                continue
            text = words[position]
            if others is not None and position in marked:
                text = f"{others[position]} → {text}"
            painter.setPen(QColor(self.colours.accent if position in marked else self.colours.text))
            box = QRectF(cells.left() - em * 7.2, cells.top() + position * high, em * 6.9, high)
            painter.drawText(box, RIGHT, cut(painter, text, box.width()))

    # -- words ---------------------------------------------------------------------------------------------------

    def _heading(self, frame: PatchingFrame) -> str:
        part = {"state": self.tr("the state"), "attention": self.tr("what attention writes"),
                "mlp": self.tr("what the MLP writes")}  # fmt: skip
        which = part[frame.question.part] if isinstance(frame.question, (AskPatching, AskTracing)) else ""
        if frame.kind == KINDS[0]:
            return self.tr("Taking {part} from A into B, place by place").format(part=which)
        return self.tr("Restoring {part} under noise, place by place").format(part=which)

    def _said(self, frame: PatchingFrame) -> str:
        found = frame.found
        if frame.refused:
            return frame.refused
        if not frame.has_model:
            return self.tr("Load a model to see where it decides.")
        if found is None:
            if self.waiting is not None:
                return self.tr("Measuring; progress and a way to stop stand in the status line.")
            return self.tr("One run of the model for every layer and position. It takes up to some minutes.")
        position = np.unravel_index(int(np.nanargmax(found.values)), found.values.shape)
        word = shown_all(frame.vocabulary, found.token_ids.tolist())[int(position[1])]
        best = float(found.values[position])
        answer = shown(frame.vocabulary, found.answer)
        if found.kind == "patching":
            said = self.tr(
                "Logit of “{answer}” minus “{other}”: {clean} in A, {spoiled} in B. The most comes back at “{word}” in "
                "L{layer}: {best} of the way."
            ).format(
                answer=answer, other=shown(frame.vocabulary, found.against), clean=signed(found.clean),
                spoiled=signed(found.spoiled), word=word, layer=position[0], best=f"{best:.2f}",
            )  # fmt: skip
            late = taken_over(found)
            if late >= 0:
                said += " " + self.tr("From L{layer} on the last position holds more than half.").format(layer=late)
            return said
        window = self.tr("{n} layers together").format(n=found.window) if found.window > 1 else self.tr("one layer")
        return self.tr(
            "“{answer}” has {clean}, and {spoiled} with noise of 3 standard deviations on the subject (mean of {draws} "
            "draws). Restoring {window} brings back the most at “{word}” in L{layer}: {best}."
        ).format(
            answer=answer, clean=percent(found.clean), spoiled=percent(found.spoiled), draws=found.draws, window=window,
            word=word, layer=position[0], best=percent(best),
        )  # fmt: skip

    def _place(self, frame: PatchingFrame, found: Picture) -> str:
        if self._hover is None or self.still:
            return self.tr("layer")
        layer, position = self._hover
        value = float(found.values[layer, position])
        word = shown_all(frame.vocabulary, found.token_ids.tolist())[position]
        number = f"{value:.3f}" if found.kind == "patching" else percent(value)
        if not np.isfinite(value):
            number = self.tr("nothing differs yet")
        return self.tr("L{layer}, “{word}” ({at}): {number}").format(
            layer=layer, word=word, at=position, number=number
        )  # fmt: skip

    # -- gestures ------------------------------------------------------------------------------------------------

    def place_at(self, point: QPointF) -> tuple[int, int] | None:
        """(layer, position) of the cell under a point of the widget."""
        frame = self.painted
        if frame is None or frame.found is None or not self._where.contains(point):
            return None
        layers, count = frame.found.values.shape
        layer = int((point.x() - self._where.left()) / self._where.width() * layers)
        position = int((point.y() - self._where.top()) / self._where.height() * count)
        return min(layer, layers - 1), min(position, count - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place != self._hover:
            self._hover = place
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.send(ChooseLayer(place[0]))

    def _ask(self) -> None:
        if self.painted is not None:
            self.ask(self.painted.question)


def taken_over(found: Picture) -> int:
    """The first layer from which on the last position recovers more than half; -1 for none or all of them."""
    holds = found.values[:, -1] > 0.5
    if not holds[-1] or holds.all():
        return -1
    return int(np.flatnonzero(~holds)[-1]) + 1
