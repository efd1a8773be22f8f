"""The induction lesson: this token came before; will what followed it then be said again, and which heads see to it?

Above, the place where the token stood before and the place looked at now; below, the probability of the copy as the
model is, without each of the heads that attend most to the token to be copied, and without all of them: set to zero
(upper bar) and to their means (lower one). Marks come from the text alone; the rest is measured by a lab, one place
after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from engine.labs.attention.records import (
    AskInduction,
    AskInductionMeans,
    Induction,
    InductionMeans,
)
from engine.questions import Finding
from engine.records import I32
from engine.run import Run
from viz.charts.aim import Rows
from viz.charts.chart_view import ChartView
from viz.charts.head_names import Head, head_name
from viz.charts.numbers import nice_ceiling, percent
from viz.charts.rulers import Ruler, categories, shares
from viz.charts.strip_frame import strip_tokens
from viz.intents import ChooseHead, Intent, ask_labs
from viz.joined import spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.attention.copy_words import CopyWords, Line, Word
from viz.ui_state import UiState

AROUND = 4  # tokens shown before and after
NAN = float("nan")
ROW, WIDE = 2.2, 20.0  # em: a row's height at most, and its labels' width
ALONE, HALF = 0.6, 0.36  # of a row's height: its bar, and each of two
GAP = "\u2003"  # between numbers of different things


@dataclass(frozen=True)
class Row:
    """The probability of the copy, as the model is or without heads."""

    zero: float  # the heads set to zero
    mean: float = NAN  # to their means, NaN where that is not known
    head: Head | None = None  # the one that is left out
    attends: float = NAN  # how much it attends to the token to be copied
    n_heads: int = 0  # left out together


@dataclass(frozen=True)
class InductionFrame:
    """The place looked at, where its token stood before, and what the lab found."""

    texts: tuple[str, ...]  # [T]
    position: int  # -1 where there is none
    earlier: int  # the token's last occurrence before, -1 where there is none
    finding: Induction | None
    question: AskInduction | None  # wanted now
    chosen: tuple[int, int]
    run_id: int
    playing: bool
    why_not: str
    means: InductionMeans | None = None  # the same with heads at their means
    means_question: AskInductionMeans | None = None  # wanted once the finding is there

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The model as it is, without each of the heads, and without all of them; none before they are measured."""
        found, known = self.finding, self.means
        if found is None:
            return ()
        means = [NAN] * len(self.heads) if known is None else known.without.tolist()
        each = [
            Row(zero, mean, head, float(found.attention[head]))
            for head, zero, mean in zip(self.heads, found.without.tolist(), means, strict=True)
        ]
        together = Row(found.without_all, NAN if known is None else known.without_all, n_heads=len(self.heads))
        return (Row(found.intact), *each, together)

    @property
    def heads(self) -> list[tuple[int, int]]:
        """(layer, head) of each that was switched off."""
        return [] if self.finding is None else [(int(layer), int(head)) for layer, head in self.finding.heads]


def last_before(token_ids: I32, position: int) -> int:
    """Where the token at `position` stood before it, the last time; -1 for nowhere."""
    if position <= 0:
        return -1
    before = np.flatnonzero(token_ids[:position] == token_ids[position])
    return int(before[-1]) if len(before) else -1


class InductionView(ChartView):
    """The lesson; see the module."""

    name = "induction"
    title = QT_TRANSLATE_NOOP("InductionView", "Induction heads")
    tab = QT_TRANSLATE_NOOP("InductionView", "Induction")
    subtitle = QT_TRANSLATE_NOOP("InductionView", "Who repeats what came before?")
    keywords = (
        QT_TRANSLATE_NOOP("InductionView", "copying"),
        QT_TRANSLATE_NOOP("InductionView", "in-context learning"),
        QT_TRANSLATE_NOOP("InductionView", "repetition"),
        QT_TRANSLATE_NOOP("InductionView", "ablation"),
    )
    area = "right"
    order = 37
    figure_needs = "model"
    figure_seconds = 4.0
    tip = QT_TRANSLATE_NOOP(
        "InductionView",
        "Where this token occurred before, what followed it then, and how much less likely the model repeats that "
        "when single heads are switched off.",
    )
    figure_lines = 420

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = CopyWords(self)
        self.column.insertWidget(2, self.words)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> InductionFrame:
        tokens, n = strip_tokens(run), len(run)
        position = n - 1 if ui.position is None else min(max(ui.position, 0), n - 1)
        earlier = last_before(tokens.token_ids, position)
        lacks = [run.info.why_missing(name) for name in ("attn", "heads", "replay")] if run.info else []
        why = next((reason for reason in lacks if reason), "")
        question = AskInduction(run.path[position]) if earlier >= 0 else None
        found = run.findings.get(question) if question is not None else None
        known = isinstance(found, Induction)
        wanted = not known and run.run_id > 0 and not ui.playing and not why  # a file's run is not the engine's
        means: Finding | None = None
        means_question: AskInductionMeans | None = None
        if isinstance(found, Induction):
            heads = tuple((int(layer), int(head)) for layer, head in found.heads)
            asked = AskInductionMeans(found.node, found.copied, heads)
            means = run.findings.get(asked)
            means_question = asked if means is None and run.run_id > 0 and not ui.playing else None
        return InductionFrame(
            tokens.texts, position, earlier, found if isinstance(found, Induction) else None,
            question if wanted else None, ui.head, run.run_id, ui.playing, why,
            means if isinstance(means, InductionMeans) else None, means_question,
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: InductionFrame) -> Sequence[Intent]:
        return (*ask_labs(frame.question, in_turn=True), *ask_labs(frame.means_question))

    @classmethod
    def lacks(cls, frame: InductionFrame) -> bool:
        return frame.earlier >= 0 and frame.finding is None and not frame.why_not

    # -- drawing -------------------------------------------------------------------------------------------------

    def redraw(self) -> None:
        if self.painted is not None:
            self.words.show_lines(self._lines(self.painted), self.look)
        super().redraw()

    def _lines(self, frame: InductionFrame) -> tuple[Line, ...]:
        """The tokens around where it stood before, and those up to now with the copy as a question at the end."""
        if frame.earlier < 0:
            return ()
        texts, before, now = frame.texts, frame.earlier, frame.position
        earlier = range(max(0, before - AROUND), min(before + AROUND, len(texts) - 1) + 1)
        then = tuple(Word(texts[at], at == before, at == before + 1) for at in earlier)
        here = tuple(Word(texts[at], at == now) for at in range(max(0, now - AROUND), now + 1))
        guess = Word(f"{texts[before + 1]} ?", is_copy=True, is_guess=True)
        return (self.tr("before"), then), (self.tr("now"), (*here, guess))

    def draw_charts(self, frame: InductionFrame) -> None:
        rows = frame.rows
        if not rows:
            return
        theme, at = self.colours, np.arange(len(rows))
        top = nice_ceiling(max(value for row in rows for value in (row.zero, row.mean) if value == value))
        chosen = frame.heads.index(frame.chosen) + 1 if frame.chosen in frame.heads else None
        both, shift = frame.means is not None, HALF / 2
        colours = [theme.path, *[theme.fan] * (len(rows) - 1)]
        with self.drawing() as grid:
            grid.words(0, 0, self._axis(frame, top), colour=theme.muted)
            plot = grid.plot(1, 0)
            plot.show_axes(
                Ruler(0, top, numbers=shares, far=True),
                categories(tuple(map(self._named, rows)), down=True, chosen=chosen, widest=WIDE, clear=True),
                categories(tuple(map(_numbers, rows)), down=True, far=True, chosen=chosen, widest=WIDE, clear=True),
            )
            plot.at_most(high=ROW * len(rows))
            zero = np.array([row.zero for row in rows])
            alone = np.array([row.mean != row.mean for row in rows])
            plot.bars(at[alone], zero[alone], [colours[row] for row in at[alone]], thick=ALONE, across=True)
            if both:
                means = np.array([row.mean for row in rows])
                plot.bars(at[~alone], zero[~alone], theme.fan, thick=HALF, shift=-shift, across=True)
                plot.bars(at[~alone], means[~alone], theme.categories[2], thick=HALF, shift=shift, across=True)
            plot.limit(rows[0].zero, colour=theme.path)
            plot.aim(Rows(len(rows)), self._card, choose=self._choose, chosen=chosen, browse=True)

    def _choose(self, row: int) -> None:
        head = self.painted.rows[row].head
        if head is not None:
            self.send(ChooseHead(*head))

    # -- words ---------------------------------------------------------------------------------------------------

    def heading(self, frame: InductionFrame) -> str:
        return self._said(frame) if frame.position >= 0 else ""

    def notes(self, frame: InductionFrame) -> str:
        return self._verdict(frame)

    def instead(self, frame: InductionFrame) -> str:
        if frame.position < 0:
            return self._said(frame)
        return "" if frame.finding is not None else self._verdict(frame)

    def spoken(self, frame: InductionFrame) -> str:
        return spoken(self._said(frame), self._verdict(frame))

    def _named(self, row: Row) -> str:
        if row.n_heads:
            return self.tr("without all {n}").format(n=row.n_heads)
        return self.tr("original") if row.head is None else self.tr("without {head}").format(head=head_name(*row.head))

    def _card(self, at: int) -> str:
        """What the crosshair tells of a row."""
        row = self.painted.rows[at]
        return "\n".join((self._named(row), *_numbers(row).split(GAP)))

    def _said(self, frame: InductionFrame) -> str:
        if frame.position < 0:
            return self.tr("Nothing to repeat yet. Type a prompt and press play.")
        here = frame.texts[frame.position]
        if frame.earlier < 0:
            return self.tr("“{token}” ({position}) occurs here for the first time").format(
                token=here, position=frame.position
            )
        return self.tr("“{token}” occurred at {earlier} and was followed by “{copy}”").format(
            token=here, earlier=frame.earlier, copy=frame.texts[frame.earlier + 1]
        )

    def _verdict(self, frame: InductionFrame) -> str:
        """What came of it, from the numbers."""
        found = frame.finding
        if frame.position < 0:
            return ""
        if frame.earlier < 0:
            return self.tr("Select a token that occurred earlier in the text: click one in the token strip.")
        if found is None:
            if frame.playing:
                return self.tr("Heads are switched off one by one when generation pauses.")
            return frame.why_not or self.tr("Heads are switched off one by one, in the model that made this run.")
        least = int(np.argmin(found.without))
        name = head_name(*frame.heads[least])
        said = self.tr("Probability of the copy: {intact}; without {head} {without}, without all {n} heads {all}")
        return said.format(
            intact=percent(found.intact), head=name, without=percent(float(found.without[least])),
            n=len(frame.heads), all=percent(found.without_all),
        )  # fmt: skip

    def _axis(self, frame: InductionFrame, top: float) -> str:
        copy = frame.texts[frame.earlier + 1]
        said = self.tr("probability of “{copy}”, 0 to {top}").format(copy=copy, top=percent(top))
        if frame.means is None:
            return said
        return f"{said} · " + self.tr("above: switched off, below: replaced by the mean")


def _numbers(row: Row) -> str:
    """A row's probabilities, and how much its head attends to the token to be copied."""
    said = percent(row.zero) if row.mean != row.mean else f"{percent(row.zero)} · {percent(row.mean)}"
    seen = QCoreApplication.translate("InductionView", "attends {share}").format(share=percent(row.attends))
    return said if row.head is None else said + GAP + seen
