"""The language-neuron experiment: what switching off the best neuron found for a language costs, on every set of texts.

The neuron is chosen on one half of the texts and measured on the other. Bars are the loss (or its rise) with the
neuron at zero and at its mean, with 95 % bootstrap intervals; the curve is the rise along the neuron's scale. A second
model stands beside the first on the same axes. Sentences are made from the numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.language_neurons.records import AskLanguage, Language
from engine.questions import Refused
from engine.records import Change, Site
from engine.run import Run
from viz.charts.keys import Key
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import percent, with_percent
from viz.charts.rulers import Ruler, short
from viz.charts.set_names import set_name
from viz.intents import ChooseNeuron, PutOnBoard
from viz.joined import facts, sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.language_neurons.rate_bars import (
    MEASURE_WORDS,
    MEASURES,
    TINTS,
    bars_of,
    colours_of,
    curve_reach,
    draw_bars,
    draw_curve,
    percent_tick,
    reach,
)
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value, own_options

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid
    from viz.charts.plots import Plot

SIDE_BY_SIDE = 56  # em of width for each model from which on its bars and its curve stand beside each other


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


class LanguageNeuronView(LabChartView):
    """Bars and curves; see the module."""

    name = "language_neuron"
    title = QT_TRANSLATE_NOOP("LanguageNeuronView", "Language neuron")
    subtitle = QT_TRANSLATE_NOOP("LanguageNeuronView", "One neuron, one language")
    keywords = (
        QT_TRANSLATE_NOOP("LanguageNeuronView", "language-specific neuron"),
        QT_TRANSLATE_NOOP("LanguageNeuronView", "French neuron"),
        QT_TRANSLATE_NOOP("LanguageNeuronView", "sparse probing"),
        QT_TRANSLATE_NOOP("LanguageNeuronView", "ablation"),
        QT_TRANSLATE_NOOP("LanguageNeuronView", "bootstrap"),
        QT_TRANSLATE_NOOP("LanguageNeuronView", "AUC"),
    )
    area = "centre"
    order = 60
    figure_needs = "model"
    figure_seconds = 240.0
    tip = QT_TRANSLATE_NOOP(
        "LanguageNeuronView",
        "Finds the neuron that best tells one language from others, switches it off, and measures how much worse "
        "the model predicts each kind of text.",
    )
    options = (
        Option(
            "measure",
            QT_TRANSLATE_NOOP("LanguageNeuronView", "Show"),
            "choice",
            MEASURES[0],
            choices=MEASURES,
            shown=MEASURE_WORDS,
            tip=QT_TRANSLATE_NOOP("LanguageNeuronView", "What the bars show."),
        ),
        Option(
            "neuron",
            QT_TRANSLATE_NOOP("LanguageNeuronView", "Neuron"),
            "integer",
            1,
            low=1,
            high=3,
            tip=QT_TRANSLATE_NOOP("LanguageNeuronView", "Which neuron: the best, the second or the third."),
        ),
        Option(
            "a",
            QT_TRANSLATE_NOOP("LanguageNeuronView", "Language"),
            "text",
            "french",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("LanguageNeuronView", "A text set, or a UTF-8 file with one text per line."),
        ),
        Option(
            "second",
            QT_TRANSLATE_NOOP("LanguageNeuronView", "Second model"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("LanguageNeuronView", "A name, a hub id, a folder or a GGUF file."),
        ),
    )
    figure_lines = 640

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field(
                "a", QT_TRANSLATE_NOOP("LanguageNeuronView", "french, german, chinese, code, numbers or a file"), 0, 0
            ),
            Field("second", QT_TRANSLATE_NOOP("LanguageNeuronView", "none: name a model to compare with"), 0, 1),
        )
        super().__init__(parent, fields)
        self.painted: LanguageFrame | None = None
        self._side_by_side = False
        self.run = self.bar.button(self.tr("Find the neuron and measure"), lambda: self._ask(False))
        self.other = self.bar.button(self.tr("Measure the second model"), lambda: self._ask(True))
        self.off = self.bar.button(self.tr("Switch the neuron off"), self._switch_off)

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
        mine = own_options(cls, ui)
        answered = frozenset(it for it in run.findings if isinstance(it, AskLanguage))
        why = (run.info.why_missing("neurons") or "") if run.info else ""
        neuron = int(option_value(cls, ui, "neuron")) - 1
        return LanguageFrame(
            tuple(found), refused, value("measure"), neuron, question, second, answered, run.info is not None, why, mine
        )

    @classmethod
    def begins(cls, frame: LanguageFrame) -> AskLanguage | None:
        return frame.question if not frame.found and not frame.refused else None

    def paint(self, frame: LanguageFrame, theme: Theme) -> None:
        self.run.setEnabled(frame.has_model and not frame.why_not)
        self.other.setEnabled(frame.has_model and frame.second is not None)
        self.off.setEnabled(bool(frame.found))
        if self.bar.waiting in frame.answered:
            self.bar.waiting = None
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    # -- charts --------------------------------------------------------------------------------------------------

    @property
    def is_side_by_side(self) -> bool:
        """Whether bars and curve of a model have room beside each other."""
        models = len(self.painted.found) if self.painted is not None else 1
        return self.width() > SIDE_BY_SIDE * max(models, 1) * self.em

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.is_side_by_side != self._side_by_side:
            self.redraw()

    def has_charts(self, frame: LanguageFrame) -> bool:
        return bool(frame.found)

    def draw_charts(self, frame: LanguageFrame) -> None:
        self._side_by_side = side = self.is_side_by_side
        every = [part for it in frame.found for part in bars_of(it, self._neuron(frame, it), frame.measure)]
        bars, curves = [], []
        with self.drawing() as grid:
            for model, found in enumerate(frame.found):
                left = 2 * model if side else model
                neuron = self._neuron(frame, found)
                has_curve = neuron == 0
                span = 2 if side and not has_curve else 1
                if len(frame.found) > 1:
                    grid.words(0, left, self._name(found, neuron), size=1.0, bold=True, columns=2 if side else 1)
                bars.append(self._draw_bars(grid, (1, left, span), frame, found, reach(every)))
                if has_curve:
                    curves.append(self._draw_curve(grid, (1, left + 1) if side else (3, left), frame, found))
            grid.link(bars, x=False, y=True)
            grid.link(curves, x=True, y=True)

    @staticmethod
    def _neuron(frame: LanguageFrame, found: Language) -> int:
        return min(frame.neuron, len(found.layers) - 1)

    def _draw_bars(
        self, grid: ChartGrid, at: tuple[int, int, int], frame: LanguageFrame, found: Language,
        ends: tuple[float, float],
    ) -> Plot:  # fmt: skip
        row, column, columns = at
        rise = frame.measure == MEASURES[0]
        colours = colours_of(self.colours, frame.measure)
        names = [self.tr("original"), self.tr("switched off"), self.tr("replaced by its mean")][1 if rise else 0 :]
        keys = [Key(name, colour, "box", tint=tint) for name, colour, tint in zip(names, colours, TINTS, strict=False)]
        grid.key(row, column, keys, columns=columns)
        words = self.tr("rise of the loss, 95 % interval") if rise else self.tr("bits per token, 95 % interval")
        plot = grid.plot(row + 1, column, 1, columns)
        ruler = Ruler(*ends, words, numbers=percent_tick if rise else short)
        sets = [set_name(it) for it in found.sets]
        draw_bars(
            plot, self.colours, sets, bars_of(found, self._neuron(frame, found), frame.measure), ruler, names, colours
        )
        return plot

    def _draw_curve(self, grid: ChartGrid, at: tuple[int, int], frame: LanguageFrame, found: Language) -> Plot:
        row, column = at
        colours, sets = self.colours.categories, [set_name(it) for it in found.sets]
        grid.key(row, column, [Key(name, colours[n % len(colours)], dash=n) for n, name in enumerate(sets)])
        plot = grid.plot(row + 1, column)
        ruler = Ruler(*curve_reach(frame.found), self.tr("rise of the loss"), numbers=percent_tick)
        draw_curve(plot, self.colours, found, sets, self.tr("scale of the neuron's activation"), ruler)
        return plot

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: LanguageFrame) -> str:
        return self.tr("How much worse the model predicts {language} text with one neuron switched off").format(
            language=set_name(frame.question.a)
        )

    def _name(self, found: Language, neuron: int) -> str:
        size = f"{found.n_parameters / 1e6:z,.0f}M" if found.n_parameters else ""
        site = f"L{found.layers[neuron]}.N{found.indices[neuron]}"
        return f"{found.model} ({size}): {site}" if size else f"{found.model}: {site}"

    def _choice(self, found: Language, neuron: int) -> str:
        how = self.tr(
            "selected among {tried} neurons on one half of the texts (AUC {auc}), measured on the other (AUC "
            "{held}): {texts} texts of {a} with {tokens} tokens"
        ).format(
            tried=f"{found.n_tried:,}", auc=f"{found.auc[neuron]:z.3f}", held=f"{found.held_auc[neuron]:z.3f}",
            texts=int(found.n_texts[0]), a=set_name(found.a), tokens=f"{int(found.n_tokens[0]):,}",
        )  # fmt: skip
        return facts((self._name(found, neuron), how))

    def notes(self, frame: LanguageFrame) -> str:
        if frame.refused or frame.why_not:
            return frame.refused or frame.why_not
        if not frame.found:
            return self._expected(frame)
        said = [self._cost(found, self._neuron(frame, found)) for found in frame.found]
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
        chosen = [self._choice(found, self._neuron(frame, found)) for found in frame.found]
        return "\n".join([sentences(*said), *chosen])

    def _expected(self, frame: LanguageFrame) -> str:
        if not frame.has_model:
            return self.tr("Load a model to look for its language neurons.")
        if self.bar.waiting is not None:
            return self.tr("Measuring. Progress and Cancel are in the status line.")
        return self.tr(
            "One click ranks all neurons by how well they tell this language from all other texts, selects the one "
            "whose switching off raises the loss on it most, and measures the loss on texts that were not used for "
            "the choice. It takes some minutes for a small model on a CPU."
        )

    def _cost(self, found: Language, neuron: int) -> str:
        """The measured rise on the set itself, and the largest one on another set."""
        rise, low, high = (part[0, 0] for part in bars_of(found, neuron, MEASURES[0]))
        values, lows, highs = bars_of(found, neuron, MEASURES[0])
        other = 1 + int(values[1:, 0].argmax())
        return self.tr(
            "{model}: with the neuron switched off, the loss on {a} rises by {rise} ({low} to {high}), on no other "
            "text set by more than {most} ({set}, {least} to {top})."
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
            return self.tr("The loss rises more in the smaller model, and the intervals do not overlap.")
        if other_low > high:
            return self.tr("The loss rises more in the larger model, and the intervals do not overlap.")
        return self.tr("The intervals of the two models overlap.")

    # -- gestures ------------------------------------------------------------------------------------------------

    def _ask(self, second: bool) -> None:
        frame = self.painted
        question = None if frame is None else frame.second if second else frame.question
        if question is not None:
            self.ask(question)

    def _switch_off(self) -> None:
        frame = self.painted
        if frame is not None and frame.found:
            found, neuron = frame.found[0], self._neuron(frame, frame.found[0])
            site = Site("neuron", int(found.layers[neuron]), int(found.indices[neuron]))
            self.send(ChooseNeuron(site.layer, site.index))
            self.send(PutOnBoard(Change(site, 0.0)))


def _share(value: float) -> str:
    """A share of the loss, signed where it falls."""
    small = abs(value) < 5e-5  # "−< 0.01 %" would say nothing of the sign
    said = with_percent(f"{abs(value) * 100:z.2g}") if small and value else percent(abs(value))
    return f"−{said}" if value < 0 else said
