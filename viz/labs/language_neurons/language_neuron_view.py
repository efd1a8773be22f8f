"""The language-neuron experiment: what switching off the best neuron found for a language costs, on every set of texts.

The neuron is chosen on one half of the texts and measured on the other. Bars are the loss (or its rise) with the
neuron at zero and at its mean, with 95 % bootstrap intervals; the curve is the rise along the neuron's scale. A second
model stands beside the first on the same axes. Sentences are made from the numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from engine.labs.language_neurons.records import AskLanguage, Language
from engine.questions import Refused
from engine.records import Change, Site
from engine.run import Run
from viz.charts.lab_view import Field, LabView, below
from viz.charts.numbers import NBSP, percent
from viz.charts.plot import Key, Plot, draw_key
from viz.charts.set_names import set_name
from viz.charts.speech import say_changed
from viz.intents import ChooseNeuron, PutOnBoard
from viz.labs.language_neurons.rate_bars import (
    MEASURES,
    bars_of,
    colours_of,
    curve_reach,
    draw_bars,
    draw_curve,
    draw_swatches,
    reach,
    shares,
    without_x,
)
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value


@dataclass(frozen=True)
class LanguageFrame:
    """What was found, for one model or two."""

    found: tuple[Language, ...]
    refused: str
    measure: str
    neuron: int
    question: AskLanguage
    second: AskLanguage | None
    answered: frozenset[AskLanguage]
    has_model: bool
    why_not: str
    ui: UiState


class LanguageNeuronView(LabView):
    """Bars and curves; see the module."""

    name = "language_neuron"
    title = "Language neuron"
    area = "centre"
    order = 60
    tip = "Find the neuron for a language, and measure what its loss costs on French, English, code and more."
    options = (
        Option("measure", "Bars", "choice", MEASURES[0], choices=MEASURES, tip="What the bars show."),
        Option("neuron", "Neuron", "integer", 1, low=1, high=3, tip="The best one, the second, or the third."),
        Option("a", "Language", "text", "french", in_bar=False, tip="A set, or a UTF-8 file with one text a line."),
        Option("second", "Second model", "text", "", in_bar=False, tip="A name, a hub id, a folder or a GGUF file."),
    )
    figure_lines = 640

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("a", "french, german, chinese, code, numbers or a file", 0, 0),
            Field("second", "none: name a model to compare with", 0, 1),
        )
        super().__init__(parent, fields)
        self.painted: LanguageFrame | None = None
        self.run = self.button(self.tr("Find the neuron and measure"), lambda: self._ask(False))
        self.other = self.button(self.tr("Measure the second model"), lambda: self._ask(True))
        self.off = self.button(self.tr("Switch the neuron off"), self._switch_off)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> LanguageFrame:
        def value(name: str) -> str:
            return str(option_value(cls, ui, name))

        question = AskLanguage(value("a"))
        second = AskLanguage(value("a"), value("second")) if value("second") else None
        found, refused = [], ""
        for asked in (question, second):
            finding = run.findings.get(asked) if asked is not None else None
            if isinstance(finding, Language):
                found.append(finding)
            elif isinstance(finding, Refused):
                refused = finding.sentence
        mine = UiState()
        for option in cls.options:
            mine = mine.with_option(cls.name, option.name, ui.option(cls.name, option))
        answered = frozenset(it for it in run.findings if isinstance(it, AskLanguage))
        why = (run.info.why_missing("neurons") or "") if run.info else ""
        neuron = int(option_value(cls, ui, "neuron")) - 1
        return LanguageFrame(
            tuple(found), refused, value("measure"), neuron, question, second, answered, run.info is not None, why, mine
        )

    def paint(self, frame: LanguageFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.show_fields(frame.ui)
        self.run.setEnabled(frame.has_model and not frame.why_not)
        self.other.setEnabled(frame.has_model and frame.second is not None)
        self.off.setEnabled(bool(frame.found))
        if self.waiting in frame.answered:
            self.waiting = None
        say_changed(self, self._said(frame))

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        body = self.body(rect)
        y = self.say(painter, body, self._heading(frame), 1.15, bold=True)
        y = self.whisper(painter, below(body, y + em * 0.2), self._said(frame), 0.95)
        if not frame.found:
            return
        rest = below(body, y + em * 0.8)
        wide = rest.width() / len(frame.found)
        for column, found in enumerate(frame.found):
            box = QRectF(rest.left() + column * wide, rest.top(), wide - em * 0.5, rest.height())
            self._draw_model(painter, box, frame, found)

    def _draw_model(self, painter: QPainter, box: QRectF, frame: LanguageFrame, found: Language) -> None:
        em, neuron = self.em, min(frame.neuron, len(found.layers) - 1)
        y = self.say(painter, box, self._name(found, neuron), 1.0, bold=True)
        y = self.whisper(painter, below(box, y), self._choice(found, neuron), 0.85)
        rest = below(box, y + em * 0.5)
        side = rest.width() > em * 56
        if side:
            left = QRectF(rest.left(), rest.top(), rest.width() * 0.52, rest.height())
            right = QRectF(left.right() + em, rest.top(), rest.width() - left.width() - em, rest.height())
        else:
            left = QRectF(rest.left(), rest.top(), rest.width(), rest.height() * 0.5)
            right = below(rest, left.bottom() + em * 0.4)
        self._draw_bars(painter, left, frame, found, neuron)
        if neuron == 0:
            self._draw_curve(painter, right, frame, found)

    def _draw_bars(self, painter: QPainter, box: QRectF, frame: LanguageFrame, found: Language, neuron: int) -> None:
        em, rise = self.em, frame.measure == MEASURES[0]
        colours = colours_of(self.colours, frame.measure)
        words = [self.tr("as it is"), self.tr("switched off"), self.tr("at its mean")][1 if rise else 0 :]
        painter.setFont(self.font_of(0.85))
        line = QRectF(box.left() + em * 4, box.top(), box.width() - em * 4, em * 1.4)
        draw_swatches(painter, line, words, colours, self.colours)
        every = [part for it in frame.found for part in bars_of(it, min(neuron, len(it.layers) - 1), frame.measure)]
        inside = box.adjusted(em * 4.6, em * 3.6, -em * 0.6, -em * 2.0)
        plot = Plot(inside, (0.0, 1.0), reach(every), self.colours, em)
        name = (
            self.tr("rise of the loss per token, 95 % interval") if rise else self.tr("bits per token, 95 % interval")
        )
        without_x(plot).frame(painter, "", name, shares(plot) if rise else ())
        draw_bars(painter, plot, [set_name(it) for it in found.sets], bars_of(found, neuron, frame.measure), colours)

    def _draw_curve(self, painter: QPainter, box: QRectF, frame: LanguageFrame, found: Language) -> None:
        em, colours = self.em, self.colours.categories
        painter.setFont(self.font_of(0.85))
        keys = [Key(set_name(name), colours[row % len(colours)], row) for row, name in enumerate(found.sets)]
        draw_key(painter, QRectF(box.left() + em * 1, box.top(), box.width() - em, em * 2.8), keys, self.colours, em)
        inside = box.adjusted(em * 4.6, em * 5.0, -em * 0.8, -em * 2.9)
        if inside.height() < em * 3:
            return
        plot = Plot(inside, (float(found.scales.min()), float(found.scales.max())), curve_reach(list(frame.found)),
                    self.colours, em)  # fmt: skip
        plot.frame(painter, self.tr("the neuron's activation times"), self.tr("rise of the loss"), shares(plot))
        draw_curve(painter, plot, found, colours)

    # -- words ---------------------------------------------------------------------------------------------------

    def _heading(self, frame: LanguageFrame) -> str:
        return self.tr("What the loss of one neuron costs: {language}").format(language=set_name(frame.question.a))

    def _name(self, found: Language, neuron: int) -> str:
        size = f"{found.n_parameters / 1e6:,.0f}M" if found.n_parameters else ""
        site = f"L{found.layers[neuron]}.N{found.indices[neuron]}"
        return f"{found.model} ({size}): {site}" if size else f"{found.model}: {site}"

    def _choice(self, found: Language, neuron: int) -> str:
        return self.tr(
            "chosen from {tried} neurons on one half of the texts (AUC {auc}), measured on the other (AUC {held}): "
            "{texts} texts of {a} with {tokens} tokens"
        ).format(
            tried=f"{found.n_tried:,}", auc=f"{found.auc[neuron]:.3f}", held=f"{found.held_auc[neuron]:.3f}",
            texts=int(found.n_texts[0]), a=set_name(found.a), tokens=f"{int(found.n_tokens[0]):,}",
        )  # fmt: skip

    def _said(self, frame: LanguageFrame) -> str:
        if frame.refused or frame.why_not:
            return frame.refused or frame.why_not
        if not frame.found:
            return self._expected(frame)
        said = [self._cost(found, min(frame.neuron, len(found.layers) - 1)) for found in frame.found]
        if len(frame.found) == 1:
            said.append(
                self.tr(
                    "In larger models one neuron is expected to matter less (Gurnee et al., 2305.01610: 8 % at 70M, "
                    "0.2 % at 6.9B)."
                )
            )
        else:
            said.append(self._compared(frame))
        said.extend(sorted({found.note for found in frame.found if found.note}))
        return " ".join(part for part in said if part)

    def _expected(self, frame: LanguageFrame) -> str:
        if not frame.has_model:
            return self.tr("Load a model to look for its language neurons.")
        if self.waiting is not None:
            return self.tr("Measuring; progress and a way to stop stand in the status line.")
        return self.tr(
            "One click ranks all neurons by how well they tell the set from all other texts, takes the one whose "
            "absence costs it most, and measures the loss on texts that had no part in the choice. It takes some "
            "minutes on a small model and a processor."
        )

    def _cost(self, found: Language, neuron: int) -> str:
        """The measured rise on the set itself, and the largest one on another set."""
        rise, low, high = (part[0, 0] for part in bars_of(found, neuron, MEASURES[0]))
        values, lows, highs = bars_of(found, neuron, MEASURES[0])
        other = 1 + int(values[1:, 0].argmax())
        return self.tr(
            "{model}: without the neuron the loss on {a} rises by {rise} ({low} to {high}), on no other set by more "
            "than {most} ({set}, {least} to {top})."
        ).format(
            model=found.model, a=set_name(found.a), rise=_share(float(rise)), low=_share(float(low)),
            high=_share(float(high)), most=_share(float(values[other, 0])), set=set_name(found.sets[other]),
            least=_share(float(lows[other, 0])), top=_share(float(highs[other, 0])),
        )  # fmt: skip

    def _compared(self, frame: LanguageFrame) -> str:
        """Which of two models the neuron matters more in, where the intervals say so."""
        first, second = sorted(frame.found, key=lambda it: it.n_parameters)
        rows = [tuple(part[0, 0] for part in bars_of(it, 0, MEASURES[0])) for it in (first, second)]
        (_, low, high), (_, other_low, other_high) = rows
        if low > other_high:
            return self.tr("The smaller model loses more, and the intervals do not touch.")
        if other_low > high:
            return self.tr("The larger model loses more, and the intervals do not touch.")
        return self.tr("The intervals of the two models overlap.")

    # -- gestures ------------------------------------------------------------------------------------------------

    def _ask(self, second: bool) -> None:
        frame = self.painted
        if frame is not None:
            self.ask(frame.second if second else frame.question)

    def _switch_off(self) -> None:
        frame = self.painted
        if frame is not None and frame.found:
            found, neuron = frame.found[0], min(frame.neuron, len(frame.found[0].layers) - 1)
            site = Site("neuron", int(found.layers[neuron]), int(found.indices[neuron]))
            self.send(ChooseNeuron(site.layer, site.index))
            self.send(PutOnBoard(Change(site, 0.0)))


def _share(value: float) -> str:
    """A share of the loss, signed where it falls."""
    small = abs(value) < 5e-5  # "−< 0.01 %" would say nothing of the sign
    said = f"{abs(value) * 100:.2g}{NBSP}%" if small and value else percent(abs(value))
    return f"−{said}" if value < 0 else said
