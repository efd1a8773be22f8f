"""What one neuron stores: the MLP as key-value memory.

Three pages: what its weights read as (the value as tokens promoted and suppressed, the keys as the tokens that lie
along them and against them), where on the present text it is active and what its loss changes there, and where on a
whole text it is most active, with a histogram of all its activations.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from engine.labs.neurons.records import (
    AskHere,
    AskNeuron,
    AskTriggers,
    Here,
    Neuron,
    Triggers,
)
from engine.questions import Finding, Question, Refused
from engine.records import F32, I32, Change, Site, Vocabulary
from engine.run import Run
from viz.charts.colours import Scale
from viz.charts.lab_view import LEFT, RIGHT, LabView, below, cut
from viz.charts.legend import draw_legend
from viz.charts.numbers import percent, signed
from viz.charts.plot import Plot
from viz.charts.speech import say_changed
from viz.intents import AskLab, PutOnBoard, SetOption
from viz.labs.neurons.histogram import draw_histogram
from viz.labs.neurons.ranks_frame import pearson
from viz.labs.neurons.token_lines import draw_in_context, draw_text_lines
from viz.theme import Theme
from viz.token_text import shown, shown_all
from viz.ui_state import Option, UiState
from viz.view import option_value

PAGES = ("what it reads and writes", "along this text", "where it is most active")
SHOWN = 8  # tokens of a list
GIANT = 3.0  # times the largest other activation: position 0 is then left out of scales


@dataclass(frozen=True)
class NeuronFrame:
    """What is known of the chosen neuron."""

    site: Site
    page: str
    vocabulary: Vocabulary | None
    token_ids: I32  # [T] up to the position looked at
    reading: Neuron | None
    here: Here | None
    triggers: Triggers | None
    file: str
    refused: str
    question: Question | None  # asked without being told to
    big: AskTriggers | None  # asked by a button
    why_not: str
    can_put: bool

    @property
    def agreement(self) -> float:
        """Correlation over positions of the activation's amount and what its loss changes (KL)."""
        if self.here is None:
            return float("nan")
        return pearson(np.abs(self.here.activations[self.first :]), self.here.kl[self.first :])

    @property
    def first(self) -> int:
        """The first position that scales count: 1 where the activation at 0 is a giant, as it is in many models."""
        amounts = np.empty(0) if self.here is None else np.abs(self.here.activations)
        return int(len(amounts) > 2 and amounts[0] > GIANT * amounts[1:].max())


class NeuronView(LabView):
    """The pages; see the module."""

    name = "neuron"
    title = "What a neuron stores"
    area = "right"
    order = 42
    tip = "What the chosen neuron reads and writes, where it is active, and what its loss changes."
    options = (
        Option("page", "Show", "choice", PAGES[0], choices=PAGES, tip="What is shown of the neuron."),
        Option("file", "Text", "text", "", in_bar=False, tip="A UTF-8 file instead of the bundled sample."),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: NeuronFrame | None = None
        self.off = self.button(self.tr("Switch off"), self._switch_off)
        self.sample = self.button(self.tr("Read the sample"), self._read)
        self.of_file = self.button(self.tr("Read a file…"), self._open)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> NeuronFrame:
        info = run.info
        layers, width = (info.n_layers, info.d_mlp) if info else (0, 0)
        layer, neuron = min(ui.layer, max(layers - 1, 0)), min(ui.neuron, max(width - 1, 0))
        page, file = str(option_value(cls, ui, "page")), str(option_value(cls, ui, "file"))
        position = len(run) - 1 if ui.position is None else min(max(ui.position, 0), len(run) - 1)
        node = run.path[-1] if position >= 0 else -1
        questions: dict[str, Question] = {
            PAGES[0]: AskNeuron(layer, neuron),
            PAGES[1]: AskHere(node, layer, neuron),
            PAGES[2]: AskTriggers(layer, neuron, file),
        }
        found: dict[str, Finding | None] = {name: run.findings.get(it) for name, it in questions.items()}
        why = (info.why_missing("neurons") or "") if info else ""
        may = info is not None and not why and found[page] is None and page != PAGES[2]
        if page == PAGES[1]:
            may = may and run.run_id > 0 and not ui.playing and node >= 0
        refused = found[page]
        reading, here, triggers = (found[name] for name in PAGES)
        return NeuronFrame(
            Site("neuron", layer, neuron), page, run.vocabulary, run.token_ids,
            reading if isinstance(reading, Neuron) else None, here if isinstance(here, Here) else None,
            triggers if isinstance(triggers, Triggers) else None, file,
            refused.sentence if isinstance(refused, Refused) else "", questions[page] if may else None,
            AskTriggers(layer, neuron, file) if page == PAGES[2] and not why else None,
            why, info is not None and not why and width > 0,
        )  # fmt: skip

    def paint(self, frame: NeuronFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.off.setEnabled(frame.can_put)
        on_text = frame.page == PAGES[2]
        for button in (self.sample, self.of_file):
            button.setVisible(on_text and not self.still)
            button.setEnabled(frame.can_put)
        self.place_bar()
        if frame.question is not None and not self.still:
            self.send(AskLab(frame.question))
        say_changed(self, f"{frame.site}. {self._said(frame)}")

    # -- painting ------------------------------------------------------------------------------------------------
    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        if frame is None:
            return
        body = self.body(rect)
        y = self.say(painter, body, self._heading(frame), 1.1, bold=True)
        said, under = self._said(frame), below(body, y + self.em * 0.2)
        if body.height() < self.em * 24 and not frame.refused:  # a small dock: the picture comes first
            painter.setFont(self.font_of(0.9))
            said = cut(painter, said, body.width())
        y = self.whisper(painter, under, said)
        rest = below(body, y + self.em * 0.6)
        if frame.page == PAGES[0] and frame.reading is not None:
            self._draw_reading(painter, rest, frame, frame.reading)
        elif frame.page == PAGES[1] and frame.here is not None:
            self._draw_here(painter, rest, frame, frame.here)
        elif frame.page == PAGES[2] and frame.triggers is not None:
            self._draw_triggers(painter, rest, frame, frame.triggers)

    def _draw_reading(self, painter: QPainter, rect: QRectF, frame: NeuronFrame, found: Neuron) -> None:
        """Pairs of lists: value, then each key; two side by side where there is room."""
        em = self.em
        lists: list[tuple[str, I32, F32, str, I32, F32]] = [
            (self.tr("writes: promotes"), found.promoted, found.promoted_logits,
             self.tr("writes: suppresses"), found.suppressed, found.suppressed_logits)
        ]  # fmt: skip
        for key in found.keys:
            name = {"gate": self.tr("gate"), "up": self.tr("up"), "key": self.tr("key")}[key.part]
            lists.append(
                (self.tr("{key} is along").format(key=name), key.along, key.along_cosine,
                 self.tr("{key} is against").format(key=name), key.against, key.against_cosine)
            )  # fmt: skip
        high = min(rect.height() / len(lists), em * (SHOWN * 1.5 + 2.6))
        count = max(2, min(SHOWN, int((high - em * 2.2) / (em * 1.35))))
        for row, (left, left_ids, left_values, right, right_ids, right_values) in enumerate(lists):
            y, half = rect.top() + row * high, rect.width() / 2
            for column, (title, ids, values) in enumerate(
                ((left, left_ids, left_values), (right, right_ids, right_values))
            ):
                box = QRectF(rect.left() + column * half, y, half - em * 0.8, high - em * 0.6)
                self._draw_list(painter, box, frame, title, ids[:count], values[:count], row == 0)

    def _draw_list(
        self, painter: QPainter, box: QRectF, frame: NeuronFrame, title: str, ids: I32, values: F32, logits: bool
    ) -> None:
        em = self.em
        painter.setFont(self.font_of(0.9, bold=True))
        painter.setPen(QColor(self.colours.text))
        unit = self.tr("logit") if logits else self.tr("cosine")
        painter.drawText(QRectF(box.left(), box.top(), box.width(), em * 1.3), LEFT, cut(painter, title, box.width()))
        painter.setFont(self.font_of(0.8))
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(QRectF(box.left(), box.top(), box.width(), em * 1.3), RIGHT, unit)
        top = float(np.abs(values).max(initial=1e-9))
        line = min((box.height() - em * 1.6) / max(len(ids), 1), em * 1.5)
        painter.setFont(self.font_of(min(1.0, line / em * 0.72)))
        number = QFontMetricsF(painter.font()).horizontalAdvance("−00.00") + em * 0.3
        word = min(box.width() * 0.45, em * 7)
        for row, (token, value) in enumerate(zip(ids.tolist(), values.tolist(), strict=True)):
            y = box.top() + em * 1.5 + row * line
            painter.setPen(QColor(self.colours.text))
            text = cut(painter, shown(frame.vocabulary, token), word)
            painter.drawText(QRectF(box.left(), y, word, line), LEFT, text)
            track = max(box.width() - word - number - em * 0.6, em)
            colour = self.colours.diverging[-2] if value > 0 else self.colours.diverging[1]
            bar = QRectF(box.left() + word + em * 0.3, y + line * 0.2, track * abs(value) / top, line * 0.6)
            painter.fillRect(bar, QColor(colour))
            painter.drawText(QRectF(box.left(), y, box.width(), line), RIGHT, signed(value))

    def _draw_here(self, painter: QPainter, rect: QRectF, frame: NeuronFrame, found: Here) -> None:
        em, n = self.em, len(found.activations)
        high = float(np.abs(found.activations[frame.first :]).max(initial=1e-9))
        scale = Scale(self.colours.diverging, -high, high)
        painter.setFont(self.font_of(0.85))
        line = QRectF(rect.left(), rect.top(), rect.width(), em * 1.3)
        draw_legend(painter, line, scale, self.tr("activation"), signed(-high), signed(high), self.colours, em * 7)
        words = shown_all(frame.vocabulary, frame.token_ids[:n].tolist())
        painter.setFont(self.font_of(0.95))
        text, values = below(rect, rect.top() + em * 1.7), found.activations
        bottom = draw_text_lines(painter, text, words, values, scale, self.colours, em, em * 9)
        self._draw_along(painter, below(rect, bottom + em * 0.8), frame, found)

    def _draw_along(self, painter: QPainter, rect: QRectF, frame: NeuronFrame, found: Here) -> None:
        """The activation, and below it what changes when the neuron is off, position by position."""
        em, n = self.em, len(found.activations)
        xs = np.arange(n, dtype=np.float64)
        painter.setFont(self.font_of(0.8))
        series = (
            (found.kl, self.tr("bits by which the next-token odds change without it (KL)"), self.colours.fan),
            (found.activations, self.tr("activation"), self.colours.path),
        )
        shown_series = series if rect.height() > em * 15 else series[:1]
        share = rect.height() / len(shown_series)
        for row, (values, name, colour) in enumerate(shown_series):
            top = rect.top() + row * share + em * 1.5
            box = QRectF(rect.left() + em * 4.2, top, rect.width() - em * 5, share - em * 4.4)
            if box.height() < em * 1.5:
                return
            counted = values[frame.first :]
            low, high = min(float(counted.min(initial=0)), 0.0), max(float(counted.max(initial=0)), 1e-6)
            plot = Plot(box, (0.0, float(max(n - 1, 1))), (low, high), self.colours, em * 0.8)
            plot.frame(painter, self.tr("position"), name)
            plot.line(painter, xs[frame.first :], counted.astype(np.float64), colour, dots=n <= 40)

    def _draw_triggers(self, painter: QPainter, rect: QRectF, frame: NeuronFrame, found: Triggers) -> None:
        em = self.em
        high = float(np.abs(found.tops).max(initial=1e-9))
        scale = Scale(self.colours.diverging, -high, high)
        painter.setFont(self.font_of(0.85))
        line = QRectF(rect.left(), rect.top(), rect.width(), em * 1.3)
        draw_legend(painter, line, scale, self.tr("activation"), signed(-high), signed(high), self.colours, em * 7)
        room = rect.height() - em * 12
        count = max(min(len(found.tops), int(room / (em * 1.6))), min(len(found.tops), 2))
        for row in range(count):
            y = rect.top() + em * 1.8 + row * em * 1.6
            self._draw_context(painter, QRectF(rect.left(), y, rect.width(), em * 1.45), frame, found, row, scale)
        painter.setFont(self.font_of(0.8))
        names = (self.tr("activation"), self.tr("positions (each step ten times as many)"))
        draw_histogram(painter, below(rect, rect.top() + em * 2.6 + count * em * 1.6), found, names, self.colours, em)

    def _draw_context(
        self, painter: QPainter, line: QRectF, frame: NeuronFrame, found: Triggers, row: int, scale: Scale
    ) -> None:
        """The activation, the top token in its context, and its kind."""
        em = self.em
        painter.setFont(self.font_of(0.85))
        number = QFontMetricsF(painter.font()).horizontalAdvance("−00.00") + em * 0.6
        kind = min(em * 6, line.width() * 0.2)
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(QRectF(line.left(), line.top(), number, line.height()), LEFT, signed(float(found.tops[row])))
        painter.drawText(line, RIGHT, cut(painter, found.kinds[row], kind))
        ids = found.contexts[row]
        there = ids >= 0
        words, values = shown_all(frame.vocabulary, ids[there].tolist()), found.context_values[row][there]
        middle = line.adjusted(number, 0, -kind - em * 0.5, 0)
        draw_in_context(painter, middle, words, values, int(there[: found.at].sum()), scale, self.colours, em)

    # -- words ---------------------------------------------------------------------------------------------------

    def _heading(self, frame: NeuronFrame) -> str:
        return self.tr("{site}: {page}").format(site=frame.site, page=self.tr(frame.page))

    def _said(self, frame: NeuronFrame) -> str:
        if frame.refused or frame.why_not:
            return frame.refused or frame.why_not
        if not frame.can_put:
            return self.tr("Load a model to look into its neurons.")
        said = {PAGES[0]: self._said_of_weights, PAGES[1]: self._said_here, PAGES[2]: self._said_of_text}[frame.page]
        return said(frame)

    def _said_of_weights(self, frame: NeuronFrame) -> str:
        found = frame.reading
        if found is None:
            return self.tr("Reading the neuron's weights.")
        value = self.tr(
            "Its value through the final norm's gain and the unembedding, per unit of activation where the norm "
            "divides by 1; where the activation is negative, promoting and suppressing change places."
        )
        if len(found.keys) == 2:
            keys = self.tr("Its activation is the gate's (through the activation function) times the up part's.")
        else:
            keys = self.tr("Its activation grows with the stream's part along its key.") if found.keys else ""
        folded = self.tr("Keys hold the gain of the norm before the MLP.") if found.gain_in_keys else ""
        return " ".join(part for part in (value, keys, folded) if part)

    def _said_here(self, frame: NeuronFrame) -> str:
        found = frame.here
        if found is None:
            if not len(frame.token_ids):
                return self.tr("No text to look at yet. Write a prompt and press play.")
            return self.tr("The neuron is read along the text when generation pauses and the model holds the run.")
        top = int(np.argmax(np.abs(found.activations)))
        word = shown_all(frame.vocabulary, frame.token_ids[: len(found.activations)].tolist())[top]
        r = frame.agreement
        if frame.first:
            top = 1 + int(np.argmax(np.abs(found.activations[1:])))
            word = shown_all(frame.vocabulary, frame.token_ids[: len(found.activations)].tolist())[top]
        said = self.tr("Largest at “{word}” ({at}): {value}.").format(
            word=word, at=top, value=signed(float(found.activations[top]))
        )
        if np.isfinite(r):
            said += " " + self.tr(
                "Its amount and what its loss changes correlate by {r} over {n} positions (off at all of them)."
            ).format(r=f"{r:.2f}".replace("-", "−"), n=len(found.activations) - frame.first)
        if frame.first:
            said += " " + self.tr("Position 0 is left out: its activation is a giant, {value}.").format(
                value=signed(float(found.activations[0]))
            )
        return said

    def _said_of_text(self, frame: NeuronFrame) -> str:
        found = frame.triggers
        if found is None:
            return self.tr("Runs the model over a text and keeps this neuron's activation at every token.")
        return self.tr(
            "{n} tokens of {source} (the first of each piece left out): {active} of them are above a "
            "tenth of the largest amount, {positive} are "
            "positive, the mean is {mean}. {note}"
        ).format(
            n=f"{found.n_tokens:,}", source=found.source or self.tr("the bundled sample"),
            active=percent(found.share_active), positive=percent(found.share_positive), mean=signed(found.mean),
            note=found.note,
        ).strip()  # fmt: skip

    # -- gestures ------------------------------------------------------------------------------------------------

    def _switch_off(self) -> None:
        if self.painted is not None and self.painted.can_put:
            self.send(PutOnBoard(Change(self.painted.site, 0.0)))

    def _read(self) -> None:
        frame = self.painted
        if frame is not None and frame.big is not None:
            self.send(SetOption(self.name, "file", ""))
            self.ask(AskTriggers(frame.site.layer, frame.site.index))

    def _open(self) -> None:
        frame = self.painted
        path = QFileDialog.getOpenFileName(self, self.tr("Read a text"), "", self.tr("Text (*.txt);;All files (*)"))[0]
        if path and frame is not None:
            self.send(SetOption(self.name, "file", path))
            self.ask(AskTriggers(frame.site.layer, frame.site.index, path))
