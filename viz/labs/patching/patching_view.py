"""Where it is decided: a picture of layers x positions, each cell a run of the model with one place changed.

Patching takes a place's activation from prompt A into prompt B and shows how much of A's logit difference comes back.
Tracing spoils a subject's embeddings with noise, restores one clean place, and shows the answer's probability. States
are named by the layer they leave, from the input to the model's output.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from engine.labs.patching.records import PARTS, AskPatching, AskTracing, Picture
from engine.questions import Question, Refused
from engine.records import Vocabulary
from engine.run import Run
from viz.charts.aim import Cells
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar
from viz.charts.lab_bar import Field
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import percent, signed
from viz.charts.rulers import Ruler, categories
from viz.intents import ChooseLayer
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.state_names import layer_of, row_after, state_name, state_place, state_tick, states_axis
from viz.theme import Theme
from viz.token_text import shown, shown_all
from viz.ui_state import Option, UiState
from viz.view import option_value, own_options

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid

KINDS = ("patching from A into B", "tracing a fact")
KIND_WORDS = (
    QT_TRANSLATE_NOOP("PatchingView", "activation patching, A into B"),
    QT_TRANSLATE_NOOP("PatchingView", "causal tracing of a fact"),
)  # as they are shown
PART_WORDS = {
    "state": QT_TRANSLATE_NOOP("PatchingView", "hidden state"),
    "attention": QT_TRANSLATE_NOOP("PatchingView", "attention output"),
    "mlp": QT_TRANSLATE_NOOP("PatchingView", "MLP output"),
}
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


class PatchingView(LabChartView):
    """The picture; see the module."""

    name = "patching"
    title = QT_TRANSLATE_NOOP("PatchingView", "Activation patching")
    tab = QT_TRANSLATE_NOOP("PatchingView", "Patching")
    subtitle = QT_TRANSLATE_NOOP("PatchingView", "Where is it decided?")
    keywords = (
        QT_TRANSLATE_NOOP("PatchingView", "causal tracing"),
        QT_TRANSLATE_NOOP("PatchingView", "ROME"),
        QT_TRANSLATE_NOOP("PatchingView", "interchange intervention"),
        QT_TRANSLATE_NOOP("PatchingView", "causal mediation"),
        QT_TRANSLATE_NOOP("PatchingView", "denoising"),
    )
    area = "centre"
    order = 62
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 7.0
    tip = QT_TRANSLATE_NOOP(
        "PatchingView",
        "Copies hidden states from prompt A into prompt B, one layer and position at a time, to find where A's "
        "answer comes from.",
    )
    options = (
        Option(
            "kind",
            QT_TRANSLATE_NOOP("PatchingView", "Method"),
            "choice",
            KINDS[0],
            choices=KINDS,
            shown=KIND_WORDS,
            tip=QT_TRANSLATE_NOOP(
                "PatchingView", "Activation patching between two prompts, or causal tracing of a fact."
            ),
        ),
        Option(
            "part",
            QT_TRANSLATE_NOOP("PatchingView", "Component"),
            "choice",
            PARTS[0],
            choices=PARTS,
            shown=tuple(PART_WORDS[part] for part in PARTS),
            tip=QT_TRANSLATE_NOOP("PatchingView", "What is replaced at each layer and position."),
        ),
        Option(
            "a",
            QT_TRANSLATE_NOOP("PatchingView", "Prompt A"),
            "text",
            A,
            in_bar=False,
            long=True,
            tip=QT_TRANSLATE_NOOP("PatchingView", "The prompt whose activations are copied."),
        ),
        Option(
            "b",
            QT_TRANSLATE_NOOP("PatchingView", "Prompt B"),
            "text",
            B,
            in_bar=False,
            long=True,
            tip=QT_TRANSLATE_NOOP("PatchingView", "The prompt they are copied into; it needs as many tokens as A."),
        ),
        Option(
            "answer_a",
            QT_TRANSLATE_NOOP("PatchingView", "A's answer"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("PatchingView", "A token; empty for the most likely one."),
        ),
        Option(
            "answer_b",
            QT_TRANSLATE_NOOP("PatchingView", "B's answer"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("PatchingView", "A token; empty for the most likely one."),
        ),
        Option(
            "fact",
            QT_TRANSLATE_NOOP("PatchingView", "Prompt"),
            "text",
            FACT,
            in_bar=False,
            long=True,
            tip=QT_TRANSLATE_NOOP("PatchingView", "A prompt whose next token states a fact."),
        ),
        Option(
            "subject",
            QT_TRANSLATE_NOOP("PatchingView", "Subject"),
            "text",
            SUBJECT,
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("PatchingView", "Words of the prompt whose embeddings are spoiled with noise."),
        ),
        Option(
            "answer",
            QT_TRANSLATE_NOOP("PatchingView", "Answer"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("PatchingView", "A token; empty for the most likely one."),
        ),
        Option(
            "draws",
            QT_TRANSLATE_NOOP("PatchingView", "Draws"),
            "integer",
            10,
            low=1,
            high=50,
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("PatchingView", "How often noise is drawn; the mean is shown."),
        ),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        fields = (
            Field("a", QT_TRANSLATE_NOOP("PatchingView", "a prompt"), 0, 0, 3),
            Field("answer_a", QT_TRANSLATE_NOOP("PatchingView", "the most likely token"), 0, 1),
            Field("b", QT_TRANSLATE_NOOP("PatchingView", "a prompt of as many tokens"), 1, 0, 3),
            Field("answer_b", QT_TRANSLATE_NOOP("PatchingView", "the most likely token"), 1, 1),
            Field("fact", QT_TRANSLATE_NOOP("PatchingView", "a prompt"), 2, 0, 3),
            Field("answer", QT_TRANSLATE_NOOP("PatchingView", "the most likely token"), 2, 1),
            Field("subject", QT_TRANSLATE_NOOP("PatchingView", "words of the prompt"), 3, 0, 3),
        )
        super().__init__(parent, fields)
        self.painted: PatchingFrame | None = None
        self.run = self.bar.button(self.tr("Measure every cell"), self._ask)

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
        mine = own_options(cls, ui)
        return PatchingFrame(
            kind, found if isinstance(found, Picture) else None, found.sentence if isinstance(found, Refused) else "",
            question, run.vocabulary, ui.layer, run.info is not None, mine,
        )  # fmt: skip

    @classmethod
    def begins(cls, frame: PatchingFrame) -> Question | None:
        return frame.question if frame.found is None and not frame.refused else None

    def paint(self, frame: PatchingFrame, theme: Theme) -> None:
        shown_fields = ("a", "answer_a", "b", "answer_b") if frame.kind == KINDS[0] else ("fact", "answer", "subject")
        self.bar.fields.show_only(shown_fields)
        self.run.setEnabled(frame.has_model)
        if frame.found is not None or frame.refused:
            self.bar.waiting = None
        super().paint(frame, theme)
        self.bar.show_fields(frame.ui)

    # -- the picture ---------------------------------------------------------------------------------------------

    def has_charts(self, frame: PatchingFrame) -> bool:
        return frame.found is not None

    def draw_charts(self, frame: PatchingFrame) -> None:
        with self.drawing() as grid:
            if frame.found is not None:
                self._draw_picture(grid, frame, frame.found)

    def _draw_picture(self, grid: ChartGrid, frame: PatchingFrame, found: Picture) -> None:
        colouring = self._colouring(found)
        restored = found.kind != "patching"
        words = self.tr("probability of the answer") if restored else self.tr("recovered (0 = B, 1 = A)")
        bar = Bar(colouring, words, percent if restored else _place_between, free=True)
        colouring = grid.colour_bar(0, 0, bar)
        plot = grid.plot(1, 0)
        places, count = found.values.shape
        marked = set(found.differs.tolist())
        chosen = row_after(frame.layer) if found.part == "state" else frame.layer
        plot.show_axes(
            self._places(found, chosen),
            categories(self._tokens(frame, found), down=True, marked=frozenset(marked)),
        )
        plot.heat(np.ascontiguousarray(found.values.T), colouring)
        if chosen < places:
            plot.box(chosen - 0.5, -0.5, 1, count, self.colours.accent)
        of_state = found.part == "state"
        plot.aim(
            Cells(count, places), lambda cell: self.place(frame, found, cell[1], cell[0]),
            choose=lambda cell: self.send(ChooseLayer(layer_of(cell[1]) if of_state else cell[1])), chosen=None,
        )  # fmt: skip

    def _places(self, found: Picture, chosen: int) -> Ruler:
        places = len(found.values)
        if found.part == "state":
            return categories(tuple(state_tick(row) for row in range(places)), states_axis(), chosen=chosen)
        return categories(tuple(f"L{layer}" for layer in range(places)), self.tr("layer"), chosen=chosen)

    def _colouring(self, found: Picture) -> Colouring:
        theme = self.colours
        if found.kind == "patching":
            high = max(1.0, float(np.nanmax(np.abs(found.values))))
            return Colouring(theme.diverging, theme.raised, high, signed=True)
        return Colouring(theme.ramp, theme.raised, max(found.clean, float(np.nanmax(found.values)), 1e-6))

    @staticmethod
    def _tokens(frame: PatchingFrame, found: Picture) -> tuple[str, ...]:
        """The words of A down the side; where B has another one, both."""
        words = shown_all(frame.vocabulary, found.token_ids.tolist())
        others = shown_all(frame.vocabulary, found.other_ids.tolist()) if len(found.other_ids) else words
        differs = set(found.differs.tolist()) if len(found.other_ids) else set()
        return tuple(f"{others[at]} → {word}" if at in differs else word for at, word in enumerate(words))

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: PatchingFrame) -> str:
        part = {"state": self.tr("hidden states"), "attention": self.tr("attention outputs"),
                "mlp": self.tr("MLP outputs")}  # fmt: skip
        which = part[frame.question.part] if isinstance(frame.question, (AskPatching, AskTracing)) else ""
        if frame.kind == KINDS[0]:
            return self.tr("Copying {part} from A into B, one layer and position at a time").format(part=which)
        return self.tr("Restoring {part} under noise, one layer and position at a time").format(part=which)

    def notes(self, frame: PatchingFrame) -> str:
        found = frame.found
        if frame.refused:
            return frame.refused
        if not frame.has_model:
            return self.tr("Load a model to see where it decides between two answers.")
        if found is None:
            if self.bar.waiting is not None:
                return self.tr("Measuring. Progress and Cancel are in the status line.")
            return self.tr("One forward pass for every layer and position: this takes up to some minutes.")
        row, at = most(found)
        word = shown_all(frame.vocabulary, found.token_ids.tolist())[at]
        best, place = float(found.values[row, at]), self._place_in_words(found, row)
        answer = shown(frame.vocabulary, found.answer)
        if found.kind == "patching":
            said = self.tr(
                "Logit difference “{answer}” − “{other}”: {clean} in A, {spoiled} in B. Copying at “{word}” "
                "{place} recovers most of it: {best}."
            ).format(
                answer=answer, other=shown(frame.vocabulary, found.against), clean=signed(found.clean),
                spoiled=signed(found.spoiled), word=word, place=place, best=f"{best:z.2f}",
            )  # fmt: skip
            late = taken_over(found)
            if late >= 0:
                alone = self.tr("The last position alone recovers more than half {place} and later.")
                said = sentences(said, alone.format(place=self._place_in_words(found, late)))
            return said
        window = self.tr("{n} layers together").format(n=found.window) if found.window > 1 else self.tr("one layer")
        return self.tr(
            "Probability of “{answer}”: {clean}, and {spoiled} with noise of 3 standard deviations on the subject "
            "(mean of {draws} draws). Restoring {window} at “{word}” {place} recovers most: {best}."
        ).format(
            answer=answer, clean=percent(found.clean), spoiled=percent(found.spoiled), draws=found.draws, window=window,
            word=word, place=place, best=percent(best),
        )  # fmt: skip

    def _place_in_words(self, found: Picture, row: int) -> str:
        return state_place(row) if found.part == "state" else self.tr("in L{layer}").format(layer=row)

    def place(self, frame: PatchingFrame, found: Picture, row: int, position: int) -> str:
        """What is said of one cell."""
        value = float(found.values[row, position])
        name = state_name(row, len(found.values)) if found.part == "state" else f"L{row}"
        word = shown_all(frame.vocabulary, found.token_ids.tolist())[position]
        number = f"{value:z.3f}" if found.kind == "patching" else percent(value)
        if not np.isfinite(value):
            number = self.tr("not measured: A and B do not differ yet")
        return self.tr("{place}, “{word}” ({at}): {number}").format(
            place=name, word=word, at=position, number=number
        )  # fmt: skip

    def _ask(self) -> None:
        if self.painted is not None:
            self.ask(self.painted.question)


def _place_between(value: float) -> str:
    """A tick of what is recovered: 0 has no sign."""
    return signed(value) if value else "0"


def most(found: Picture) -> tuple[int, int]:
    """Where most comes back (row, position); of states only between the input and the output, where all must."""
    values = found.values.copy()
    if found.part == "state" and np.isfinite(values[1:-1]).any():
        values[[0, -1]] = np.nan
    row, position = np.unravel_index(int(np.nanargmax(values)), values.shape)
    return int(row), int(position)


def taken_over(found: Picture) -> int:
    """The first row from which on the last position recovers more than half; -1 for none or all of them."""
    holds = found.values[:, -1] > 0.5
    if not holds[-1] or holds.all():
        return -1
    return int(np.flatnonzero(~holds)[-1]) + 1
