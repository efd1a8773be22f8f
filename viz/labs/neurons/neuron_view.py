"""What one neuron stores: the MLP as key-value memory.

Three pages: what its weights read as (the value as tokens promoted and suppressed, the keys as the tokens that lie
along them and against them), where on the present text it is active and what its loss changes there, and where on a
whole text it is most active, with a histogram of all its activations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from engine.errors import InputRefused
from engine.labs.neurons.records import AskHere, AskNeuron, AskTriggers, Here, Neuron, Triggers
from engine.questions import Finding, Question, Refused
from engine.records import I32, Change, ModelInfo, Site, Vocabulary
from engine.run import Run
from viz import ask_path
from viz.board import site_of
from viz.charts.colours import Scale
from viz.charts.lab_chart_view import LabChartView
from viz.charts.legend import draw_legend
from viz.charts.numbers import percent, signed
from viz.charts.painted import LEFT, RIGHT, cut
from viz.charts.painted_part import PaintedPart
from viz.intents import AskLab, Intent, PutOnBoard, Say, SetOption, choose
from viz.joined import sentences, spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.neurons.histogram import draw_histogram
from viz.labs.neurons.neuron_charts import TOKEN, Listed, draw_along, draw_list
from viz.labs.neurons.ranks_frame import pearson
from viz.labs.neurons.token_lines import LINE, draw_in_context, draw_text_lines, text_lines
from viz.plain import set_tip
from viz.plural import plural
from viz.theme import Theme
from viz.token_text import shown_all
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid

PAGES = (
    QT_TRANSLATE_NOOP("NeuronView", "what it reads and writes"),
    QT_TRANSLATE_NOOP("NeuronView", "along this text"),
    QT_TRANSLATE_NOOP("NeuronView", "where it is most active"),
)
SHOWN = 8  # tokens of a list
TAKEN = 8.0  # em of the height that buttons and words take, about
CONTEXT = 1.6  # em from one context to the next
ROOM_FOR_TWO = 26  # em of height from which on both curves are shown
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
    info: ModelInfo | None
    of_file: bool  # whether no engine holds the run

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


class NeuronView(LabChartView):
    """The pages; see the module."""

    name = "neuron"
    title = QT_TRANSLATE_NOOP("NeuronView", "Neuron details")
    tab = QT_TRANSLATE_NOOP("NeuronView", "Neuron")
    subtitle = QT_TRANSLATE_NOOP("NeuronView", "What it reads, writes, and reacts to")
    keywords = (
        QT_TRANSLATE_NOOP("NeuronView", "neuron"),
        QT_TRANSLATE_NOOP("NeuronView", "key"),
        QT_TRANSLATE_NOOP("NeuronView", "value"),
        QT_TRANSLATE_NOOP("NeuronView", "max activating examples"),
        QT_TRANSLATE_NOOP("NeuronView", "logit weights"),
        QT_TRANSLATE_NOOP("NeuronView", "output weights"),
        QT_TRANSLATE_NOOP("NeuronView", "Neuronpedia"),
        QT_TRANSLATE_NOOP("NeuronView", "top activating texts"),
    )
    area = "right"
    order = 42
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 1.0
    tip = QT_TRANSLATE_NOOP(
        "NeuronView",
        "One neuron: which tokens its output makes more or less likely, where in a text it is active, and what "
        "changes without it.",
    )
    options = (
        Option(
            "page",
            QT_TRANSLATE_NOOP("NeuronView", "Show"),
            "choice",
            PAGES[0],
            choices=PAGES,
            tip=QT_TRANSLATE_NOOP("NeuronView", "What is shown of this neuron."),
        ),
        Option(
            "file",
            QT_TRANSLATE_NOOP("NeuronView", "Text"),
            "text",
            "",
            in_bar=False,
            tip=QT_TRANSLATE_NOOP("NeuronView", "A UTF-8 file instead of the bundled sample."),
        ),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typed = self._make_field()
        self.off = self.bar.button(self.tr("Switch off"), self._switch_off)
        self.sample = self.bar.button(self.tr("Read the sample"), self._read)
        self.of_file = self.bar.button(self.tr("Read a file…"), self._open)
        self.part = PaintedPart(self, self._draw_part)
        self.column.insertWidget(self.column.indexOf(self.panel), self.part)

    def _make_field(self) -> QLineEdit:
        """Where a neuron can be typed; it shows the one that is looked at."""
        line = QLineEdit()
        line.setPlaceholderText("L10.N100")
        line.setAccessibleName(self.tr("Neuron to show"))
        set_tip(line, self.tr("Type a neuron, such as L10.N100 or 10.100, and press Enter: every view shows it"))
        line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line.setMinimumWidth(60)
        line.returnPressed.connect(self._choose_typed)
        self.bar.row.add(line, first=True)
        return line

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> NeuronFrame:
        info = run.info
        layers, width = (info.n_layers, info.d_mlp) if info else (0, 0)
        layer, neuron = min(ui.neuron[0], max(layers - 1, 0)), min(ui.neuron[1], max(width - 1, 0))
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
            why, info is not None and not why and width > 0, info, run.run_id == 0,
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: NeuronFrame) -> Sequence[Intent]:
        return () if frame.question is None else (AskLab(frame.question),)

    @classmethod
    def lacks(cls, frame: NeuronFrame) -> bool:
        return frame.page == PAGES[1] and frame.can_put and bool(len(frame.token_ids)) and frame.here is None

    def paint(self, frame: NeuronFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.off.setEnabled(frame.can_put)
        self.typed.setEnabled(frame.can_put)
        if not self.typed.isModified() or not self.typed.hasFocus():
            self.typed.setText(str(frame.site))
        on_text = frame.page == PAGES[2]
        for button in (self.sample, self.of_file):
            button.setVisible(on_text and not self.still)
            button.setEnabled(frame.can_put)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.redraw()

    # -- drawing -------------------------------------------------------------------------------------------------

    def show_charts(self, frame: NeuronFrame, wanted: bool) -> None:
        self.part.show_at(self._part_height(frame) if wanted else 0.0)
        super().show_charts(frame, wanted)

    def draw_charts(self, frame: NeuronFrame) -> None:
        with self.drawing() as grid:
            if frame.page == PAGES[0] and frame.reading is not None:
                self._draw_reading(grid, frame, frame.reading)
            elif frame.page == PAGES[1] and frame.here is not None:
                self._draw_along(grid, frame, frame.here)
            elif frame.page == PAGES[2] and frame.triggers is not None:
                names = (self.tr("activation"), self.tr("positions (each step of the axis: ten times as many)"))
                draw_histogram(grid.plot(), frame.triggers, names, self.colours)

    def _draw_reading(self, grid: ChartGrid, frame: NeuronFrame, found: Neuron) -> None:
        """Pairs of lists: value, then each key."""
        logit, cosine = self.tr("logit"), self.tr("cosine")
        lists = [
            Listed(self.tr("promotes"), logit, found.promoted, found.promoted_logits),
            Listed(self.tr("suppresses"), logit, found.suppressed, found.suppressed_logits),
        ]
        for key in found.keys:
            name = {"gate": self.tr("gate"), "up": self.tr("up"), "key": self.tr("key")}[key.part]
            along, against = self.tr("{key}: along"), self.tr("{key}: against")
            lists.append(Listed(along.format(key=name), cosine, key.along, key.along_cosine))
            lists.append(Listed(against.format(key=name), cosine, key.against, key.against_cosine))
        room = (self.height() / self.em - TAKEN) / (len(lists) // 2)
        count = max(2, min(SHOWN, int((room - 2.2) / TOKEN)))
        grid.share(columns={0: 3, 1: 1, 2: 3, 3: 1})
        for at, listed in enumerate(lists):
            draw_list(grid, 2 * (at // 2), at % 2, listed, count, frame.vocabulary, self.colours)

    def _draw_along(self, grid: ChartGrid, frame: NeuronFrame, found: Here) -> None:
        """What changes when the neuron is off, and below it the activation, position by position."""
        series = (
            (found.kl, self.tr("KL (original ‖ neuron switched off), bits"), self.colours.fan),
            (found.activations, self.tr("activation"), self.colours.path),
        )
        n, first = len(found.activations), frame.first
        words = shown_all(frame.vocabulary, frame.token_ids[:n].tolist())
        for row, (values, name, colour) in enumerate(series if self.height() > ROOM_FOR_TWO * self.em else series[:1]):
            draw_along(grid.plot(row), values, first, (self.tr("position"), name), words, colour)
        grid.link(grid.plots)

    # -- the text, by hand ---------------------------------------------------------------------------------------

    def _part_height(self, frame: NeuronFrame) -> float:
        """Pixels of the tokens above the charts; 0 where the page has none."""
        em = self.em
        if frame.page == PAGES[1] and frame.here is not None:
            words = shown_all(frame.vocabulary, frame.token_ids[: len(frame.here.activations)].tolist())
            width = self.width() - 1.2 * em
            lines = len(text_lines(QFontMetricsF(self.look.font_of(0.95)), words, width, em))
            return em * (1.7 + LINE * min(lines, max(int(self.height() / em * 0.2 / LINE), 1)))
        if frame.page == PAGES[2] and frame.triggers is not None:
            return em * (1.8 + CONTEXT * self._contexts(frame.triggers))
        return 0.0

    def _contexts(self, found: Triggers) -> int:
        """How many contexts there is room for."""
        room = int((self.height() / self.em - TAKEN - 12) / CONTEXT)
        return max(min(len(found.tops), room), min(len(found.tops), 2))

    def _draw_part(self, painter: QPainter, rect: QRectF) -> None:
        frame: NeuronFrame = self.painted
        here, em = frame.here, self.em
        triggers = frame.triggers if frame.page == PAGES[2] else None
        if triggers is None and here is None:
            return
        values = triggers.tops if triggers else here.activations[frame.first :] if here else np.empty(0)
        high = float(np.abs(values).max(initial=1e-9))
        scale = Scale(self.colours.diverging, -high, high)
        painter.setFont(self.look.font_of(0.85))
        line = QRectF(rect.left(), rect.top(), rect.width() - em * 0.5, em * 1.3)
        draw_legend(painter, line, scale, self.tr("activation"), signed(-high), signed(high), self.colours, em * 7)
        if triggers is not None:
            for row in range(self._contexts(triggers)):
                place = QRectF(rect.left(), rect.top() + em * (1.8 + row * CONTEXT), rect.width(), em * 1.45)
                self._draw_context(painter, place, frame, triggers, row, scale)
        elif here is not None:
            painter.setFont(self.look.font_of(0.95))
            words = shown_all(frame.vocabulary, frame.token_ids[: len(here.activations)].tolist())
            draw_text_lines(painter, rect.adjusted(0, em * 1.7, 0, 0), words, here.activations, scale, self.colours, em)

    def _draw_context(
        self, painter: QPainter, line: QRectF, frame: NeuronFrame, found: Triggers, row: int, scale: Scale
    ) -> None:
        """The activation, the top token in its context, and its kind."""
        em = self.em
        painter.setFont(self.look.font_of(0.85))
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

    def heading(self, frame: NeuronFrame) -> str:
        return self.tr("{site}: {page}").format(site=frame.site, page=self.translated(frame.page))

    def notes(self, frame: NeuronFrame) -> str:
        return self.said(frame)

    def instead(self, frame: NeuronFrame) -> str:
        found = {PAGES[0]: frame.reading, PAGES[1]: frame.here, PAGES[2]: frame.triggers}[frame.page]
        return "" if found is not None and not frame.refused else self.said(frame)

    def spoken(self, frame: NeuronFrame) -> str:
        return spoken(str(frame.site), self.said(frame))

    def said(self, frame: NeuronFrame) -> str:
        """What the page tells in words."""
        if frame.refused or frame.why_not:
            return frame.refused or frame.why_not
        if not frame.can_put:
            return self.tr("Load a model to look into its neurons.")
        said = {PAGES[0]: self._said_of_weights, PAGES[1]: self._said_here, PAGES[2]: self._said_of_text}[frame.page]
        return said(frame)

    def _said_of_weights(self, frame: NeuronFrame) -> str:
        found = frame.reading
        if found is None and frame.of_file:
            return self.tr("A run file does not store weights; they are read from the model that made this run.")
        if found is None:
            return self.tr("Reading the neuron's weights.")
        value = self.tr(
            "Output weights × final-norm gain × unembedding: change of each logit per unit of activation (the "
            "norm's division is ignored). Where the activation is negative, promoted and suppressed change places."
        )
        if len(found.keys) == 2:
            keys = self.tr("Its activation is the gate (after the activation function) times the up projection.")
        else:
            keys = (
                self.tr("The neuron is more active when the residual stream points along its input weights.")
                if found.keys
                else ""
            )
        folded = self.tr("Input weights include the gain of the norm before the MLP.") if found.gain_in_keys else ""
        return sentences(value, keys, folded)

    def _said_here(self, frame: NeuronFrame) -> str:
        found = frame.here
        if found is None:
            if not len(frame.token_ids):
                return self.tr("No text to look at yet. Type a prompt and press play.")
            if frame.of_file:
                return self.tr(
                    "A run file does not store every neuron; this one is read by the model that made this run."
                )
            return self.tr("The neuron is read along the text when generation pauses.")
        top = int(np.argmax(np.abs(found.activations)))
        word = shown_all(frame.vocabulary, frame.token_ids[: len(found.activations)].tolist())[top]
        r = frame.agreement
        if frame.first:
            top = 1 + int(np.argmax(np.abs(found.activations[1:])))
            word = shown_all(frame.vocabulary, frame.token_ids[: len(found.activations)].tolist())[top]
        said = self.tr("Largest activation at “{word}” ({at}): {value}.").format(
            word=word, at=top, value=signed(float(found.activations[top]))
        )
        if np.isfinite(r):
            n = len(found.activations) - frame.first
            together = plural(
                self.tr(
                    "Over {n} position(s), the size of its activation and the effect of switching it off correlate "
                    "with r = {r} (switched off at every position).",
                    "",
                    n,
                ),
                n,
            ).format(r=f"{r:z.2f}".replace("-", "−"), n=len(found.activations) - frame.first)
            said = sentences(said, together)
        if frame.first:
            left_out = self.tr(
                "The first token is left out: its activation ({value}) is far larger than all "
                "others (a “massive activation”)."
            ).format(value=signed(float(found.activations[0])))
            said = sentences(said, left_out)
        return said

    def _said_of_text(self, frame: NeuronFrame) -> str:
        found = frame.triggers
        if found is None:
            return self.tr("Runs the model over a text and records this neuron's activation at every token.")
        return self.tr(
            "{n} tokens of {source} (without the first token of each piece): {active} have an activation above a "
            "tenth of the largest in size, {positive} are positive, the mean is {mean}. {note}"
        ).format(
            n=f"{found.n_tokens:,}", source=found.source or self.tr("the bundled sample"),
            active=percent(found.share_active), positive=percent(found.share_positive), mean=signed(found.mean),
            note=found.note,
        ).strip()  # fmt: skip

    # -- gestures ------------------------------------------------------------------------------------------------

    def _choose_typed(self) -> None:
        """Look at what was typed; a sentence where that is no neuron of this model."""
        frame = self.painted
        if frame is None:
            return
        try:
            site = site_of(self.typed.text(), frame.info)
            if site.kind != "neuron":
                raise InputRefused(self.tr("{site} is not a neuron: type one such as L10.N100.").format(site=site))
        except InputRefused as error:
            self.send(Say(str(error)))
            return
        self.typed.setModified(False)
        self.send(choose(site))

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
        path = ask_path.open_file(self, self.tr("Read a text"), self.tr("Text (*.txt);;All files (*)"))
        if path and frame is not None:
            self.send(SetOption(self.name, "file", path))
            self.ask(AskTriggers(frame.site.layer, frame.site.index, path))
