"""Who says Mary: which heads make the model prefer one of two names at the end of a sentence, and by how much.

The logit difference taken apart (direct attribution: layers x heads, the largest as bars, and the sum that closes),
what is left of it without each head, and where the heads that matter look from the last token. Sentence and names are
a person's; everything is measured on the intact model, whatever the run is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.labs.two_names.records import (
    ANSWER,
    OTHER,
    SENTENCE,
    AskNameKnockouts,
    AskNames,
    NameKnockouts,
    Names,
    NotNames,
)
from engine.questions import Refused
from engine.records import Change, Site
from engine.run import Run
from viz.charts.chart_view import ChartView
from viz.charts.head_names import Head, head_name
from viz.charts.heatmap import Colouring
from viz.charts.keys import Bar, Key
from viz.charts.numbers import percent, signed
from viz.intents import AskLab, ChooseHead, Intent, PutOnBoard, SetOption, StartRun, TryAgain, ask_labs
from viz.joined import listed, sentences, spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.two_names import panels
from viz.labs.two_names.controls import NamesControls
from viz.labs.two_names.frame import KNOCKS, heads_looked_at, knocks_in_order, largest_shares
from viz.labs.two_names.words import closing, knock_line, mean_of, sum_line, verdict
from viz.theme import Theme
from viz.token_text import shown_in_context
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.chart_grid import ChartGrid

translate = QCoreApplication.translate  # by this name its texts are collected

LOWEST = 34  # em of height below which shares and knock-outs have all the room
ROWS = 24  # bars shown at most
SIDE_BY_SIDE = 54  # em of width from which on three charts stand beside each other
CONTROLS, BESIDE_BARS = 5, 18  # em of height that controls, and words with attention, take from the bars
LABEL = 4.0  # em of the colour bar's words at least, where there is no room for all
AT_ONCE = 2e11  # operations that knocking out every head may take (a few seconds) before it waits to be asked for


@dataclass(frozen=True)
class NamesFrame:
    """What was asked, what is known of it, and what is still to be asked."""

    sentence: str
    answer: str
    other: str
    texts: tuple[str, ...]  # [T] tokens of the sentence
    named: tuple[str, str, str]  # the two names and the likeliest token, as tokens
    found: Names | None
    knocked: NameKnockouts | None
    why_not: str
    offers: tuple[str, ...]
    offered_for: str  # "answer" or "other"
    asks: tuple[AskNames | AskNameKnockouts, ...]  # to be asked now
    knock_question: AskNameKnockouts
    heads: tuple[Head, ...]  # whose attention is shown
    chosen: Head
    n_layers: int
    n_heads: int
    waits: bool  # knocking out waits for the button
    by: str  # what knock-outs are sorted by


class WhoSaysMaryView(ChartView):
    """The lesson; see the module."""

    name = "who_says_mary"
    title = QT_TRANSLATE_NOOP("WhoSaysMaryView", "Name choice (IOI)")
    tab = QT_TRANSLATE_NOOP("WhoSaysMaryView", "Name choice")
    subtitle = QT_TRANSLATE_NOOP("WhoSaysMaryView", "Who says Mary?")
    keywords = (
        QT_TRANSLATE_NOOP("WhoSaysMaryView", "IOI"),
        QT_TRANSLATE_NOOP("WhoSaysMaryView", "indirect object identification"),
        QT_TRANSLATE_NOOP("WhoSaysMaryView", "logit difference"),
        QT_TRANSLATE_NOOP("WhoSaysMaryView", "direct logit attribution"),
        QT_TRANSLATE_NOOP("WhoSaysMaryView", "name mover heads"),
        QT_TRANSLATE_NOOP("WhoSaysMaryView", "ablation"),
        QT_TRANSLATE_NOOP("WhoSaysMaryView", "name movers"),
    )
    area = "centre"
    order = 38
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 40.0
    tip = QT_TRANSLATE_NOOP(
        "WhoSaysMaryView",
        "How far each head and MLP pushes the model towards one name rather than another, and what remains when "
        "each head is switched off.",
    )
    options = (
        Option(
            "by",
            QT_TRANSLATE_NOOP("WhoSaysMaryView", "Sort by"),
            "choice",
            "mean",
            choices=KNOCKS,
            tip=QT_TRANSLATE_NOOP("WhoSaysMaryView", "What the heads switched off are sorted by."),
        ),
        Option("sentence", QT_TRANSLATE_NOOP("WhoSaysMaryView", "Sentence"), "text", SENTENCE, in_bar=False, long=True),
        Option("answer", QT_TRANSLATE_NOOP("WhoSaysMaryView", "Correct name"), "text", ANSWER, in_bar=False),
        Option("other", QT_TRANSLATE_NOOP("WhoSaysMaryView", "Other name"), "text", OTHER, in_bar=False),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: NamesFrame | None = None
        self._hover: Head | None = None
        self._arranged = (True, 0)
        self.controls = NamesControls(self)
        self.column.insertWidget(0, self.controls)
        self.controls.changed.connect(self._change)
        self.controls.entered.connect(self._enter)
        self.controls.run_asked.connect(self._make_run)
        self.controls.board_asked.connect(self._put_on_board)
        self.controls.knock_asked.connect(self._knock_out)
        self.controls.offered.connect(self._take_offer)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> NamesFrame:
        sentence, answer, other = (str(option_value(cls, ui, name)) for name in ("sentence", "answer", "other"))
        question, knock = AskNames(sentence, answer, other), AskNameKnockouts(sentence, answer, other)
        known, knocks = run.findings.get(question), run.findings.get(knock)
        found = known if isinstance(known, Names) else None
        knocked = knocks if isinstance(knocks, NameKnockouts) else None
        info, chosen = run.info, ui.head
        lacks = [info.why_missing(name) for name in ("attn", "heads", "replay", "resid")] if info else []
        why = next((reason for reason in lacks if reason), "")
        if isinstance(known, (NotNames, Refused)):
            why = known.sentence
        elif isinstance(knocks, Refused):
            why = knocks.sentence
        may = info is not None and not why and not ui.playing
        work = (
            0.0 if info is None or found is None else 2.0 * info.n_parameters * found.heads.size * len(found.token_ids)
        )
        asks: list[AskNames | AskNameKnockouts] = [question] if may and known is None else []
        if may and found is not None and knocks is None and work <= AT_ONCE:
            asks.append(knock)
        return NamesFrame(
            sentence, answer, other, _texts(run, found), _named(run, found), found, knocked, why,
            known.alternatives if isinstance(known, NotNames) else (),
            known.field if isinstance(known, NotNames) else "", tuple(asks), knock,
            heads_looked_at(found, chosen, True) if found else (), chosen, info.n_layers if info else 0,
            info.n_heads if info else 0, work > AT_ONCE and knocks is None, str(option_value(cls, ui, "by")),
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: NamesFrame) -> Sequence[Intent]:
        return tuple(AskLab(question) for question in frame.asks)

    @classmethod
    def figure_wants(cls, frame: NamesFrame) -> Sequence[Intent]:
        waits = frame.waits and not frame.why_not
        return (*cls.wants(frame), *ask_labs(frame.knock_question if waits else None))

    def paint(self, frame: NamesFrame, theme: Theme) -> None:
        self.controls.show_asked(frame.sentence, frame.answer, frame.other)
        self.controls.show_offers(frame.offers)
        there = frame.chosen[0] < frame.n_layers and frame.chosen[1] < frame.n_heads
        self.controls.show_board(head_name(*frame.chosen) if there and frame.found else "")
        self.controls.knock.setEnabled(frame.found is not None and frame.knocked is None)
        self.controls.run.setEnabled(frame.n_layers > 0)
        super().paint(frame, theme)

    def finish_figure(self) -> None:
        super().finish_figure()
        self.controls.hide()

    # -- charts --------------------------------------------------------------------------------------------------

    @property
    def arrangement(self) -> tuple[bool, int]:
        """Whether all three charts stand side by side, and how many rows of bars can be read in each."""
        wide, high = self.width() / self.em, self.height() / self.em - (0 if self.still else CONTROLS)
        beside = wide > SIDE_BY_SIDE
        return beside, min(max(int((high - BESIDE_BARS) / (1.3 if beside else 2.9)), 4), ROWS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._arranged != self.arrangement:
            self.redraw()

    def draw_charts(self, frame: NamesFrame) -> None:
        found = frame.found
        if found is None:
            return
        self._arranged = beside, rows = self.arrangement
        gestures = panels.Gestures(frame.chosen, None if self.still else self._hover, self._point, self._choose)
        columns = 1 + (beside and frame.knocked is not None) + 1
        with self.drawing() as grid:
            grid.words(0, 0, self.tr("Direct logit attribution"), bold=True)
            words = self.tr("contribution to the logit difference")
            bar = Bar(panels.share_colours(found, self.colours), words, _tick, least=LABEL, free=True)
            colouring = grid.colour_bar(1, 0, bar)
            picture = grid.plot(2, 0, 1 if columns == 3 or frame.knocked is None else 4)
            panels.draw_picture(picture, found, colouring, self.colours, gestures)
            grid.words(0, 1, self.tr("Largest contributions"), bold=True)
            panels.draw_shares(grid.plot(1, 1, 2), largest_shares(found, rows), self.colours, gestures)
            if frame.knocked is not None:
                self._draw_knocks(grid, (0, 2) if columns == 3 else (3, 1), frame, frame.knocked, rows, gestures)
            self._draw_attention(grid, 6, columns, frame, found, gestures)
            low = 10 * (columns == 2 and frame.knocked is not None)
            grid.share(rows={2: 10, 5: low}, columns={0: 9, 1: 10, 2: 10 * (columns == 3)})

    def _draw_knocks(
        self, grid: ChartGrid, at: tuple[int, int], frame: NamesFrame, knocked: NameKnockouts, rows: int,
        gestures: panels.Gestures,
    ) -> None:  # fmt: skip
        row, column = at
        mean = mean_of(knocked)
        grid.words(row, column, self.tr("Logit difference without each head"), bold=True)
        theme = self.colours
        keys = (
            Key(translate("TwoNames", "zero"), theme.fan, "box"),
            Key(translate("TwoNames", "original"), theme.text, "tick"),
            Key(mean, theme.path, "box"),
        )
        grid.key(row + 1, column, keys)
        knocks = knocks_in_order(knocked, frame.by, rows)
        panels.draw_knocks(grid.plot(row + 2, column), knocks, knocked.difference, mean, theme, gestures)

    def _draw_attention(
        self, grid: ChartGrid, row: int, columns: int, frame: NamesFrame, found: Names, gestures: panels.Gestures
    ) -> None:
        if not frame.heads or self.height() < LOWEST * self.em:
            return
        colouring = Colouring(self.colours.ramp, "", 1.0, "square root")
        grid.words(row, 0, self.tr("Attention of the last token"), bold=True)
        whose = self.tr("heads with the largest contributions, and the selected one")
        grid.colour_bar(
            row, 1, Bar(colouring, whose, percent),
            columns=columns - 1,
        )  # fmt: skip
        plot = grid.plot(row + 1, 0, 1, columns)
        marked = frozenset({*found.answer_at.tolist(), *found.other_at.tolist()})
        panels.draw_attention(plot, frame.texts, frame.heads, found.attention, marked, colouring, gestures)
        plot.setFixedHeight(min((len(frame.heads) + 1) * 1.7 * self.em, 0.3 * self.height()))

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: NamesFrame) -> str:
        return "" if frame.found is None else verdict(frame.found, *frame.named)

    def notes(self, frame: NamesFrame) -> str:
        if frame.found is None:
            return ""
        said = [sum_line(frame.found), closing(frame.found)]
        if frame.knocked is None:
            waits = self.tr("Switching off every head of this model takes a while: press the button to begin.")
            runs = self.tr("Every head is switched off in turn, in the loaded model.")
            said.append(frame.why_not or (waits if frame.waits else runs))
        return "\n".join(said)

    def instead(self, frame: NamesFrame) -> str:
        return "" if frame.found is not None else self.spoken(frame)

    def spoken(self, frame: NamesFrame) -> str:
        if frame.found is None:
            if frame.offers:
                names = listed(frame.offers)
                offer = self.tr("Choose names that are a single token in this model, for example {names}.")
                return sentences(frame.why_not, offer.format(names=names))
            if frame.why_not:
                return frame.why_not
            if not frame.n_layers:
                return self.tr("Load a model to see which of its heads and MLPs choose between two names.")
            return self.tr(
                "Splitting the logit difference into contributions. This needs the model and takes a moment."
            )
        said = [verdict(frame.found, *frame.named), sum_line(frame.found), closing(frame.found)]
        return spoken(*said, knock_line(frame.knocked) if frame.knocked else "")

    # -- gestures ------------------------------------------------------------------------------------------------

    def _point(self, head: Head | None) -> None:
        """Mark the head that is pointed at in every chart."""
        if head != self._hover:
            self._hover = head
            self.redraw()

    def _choose(self, head: Head) -> None:
        self.send(ChooseHead(*head))

    def _change(self, name: str, text: str) -> None:
        frame = self.painted
        if frame is not None and text != getattr(frame, name):
            self.send(SetOption(self.name, name, text))

    def _enter(self, name: str, text: str) -> None:
        """Enter asks, also where nothing was changed: what was stopped is tried again."""
        if self.painted is not None and text == getattr(self.painted, name):
            self.send(TryAgain())

    def _make_run(self) -> None:
        if self.painted is not None:
            self.send(StartRun(self.painted.sentence))

    def _put_on_board(self) -> None:
        if self.painted is not None and self.painted.found is not None:
            layer, head = self.painted.chosen
            self.send(PutOnBoard(Change(Site("head", layer, head), 0.0)))

    def _knock_out(self) -> None:
        if self.painted is not None:
            self.send(AskLab(self.painted.knock_question, again=True))

    def _take_offer(self, name: str) -> None:
        if self.painted is not None and self.painted.offered_for:
            self.send(SetOption(self.name, self.painted.offered_for, name))


def _tick(value: float) -> str:
    """A tick of the colour bar: 0 has no sign."""
    return signed(value) if value else "0"


def _texts(run: Run, found: Names | None) -> tuple[str, ...]:
    if found is None or run.vocabulary is None:
        return ()
    ids = found.token_ids.tolist()
    return tuple(shown_in_context(run.vocabulary, ids, at) for at in range(len(ids)))


def _named(run: Run, found: Names | None) -> tuple[str, str, str]:
    if found is None or run.vocabulary is None:
        return "", "", ""
    answer, other, first = (
        shown_in_context(run.vocabulary, [it], 0) for it in (found.answer, found.other, found.first)
    )
    return answer, other, first
