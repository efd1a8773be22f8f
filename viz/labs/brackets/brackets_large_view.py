"""The same strings put to the loaded language model: how often it is right at each depth, beside the small net.

A large model reads tokens that merge several brackets; the engine follows every way of cutting the text, so that the
probabilities here are those of the next character. What stands before the strings is shown in full.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.labs.brackets.questions import CompareLarge
from engine.labs.brackets.records import (
    FRAMINGS,
    Asked,
    ByDepth,
    Comparison,
    Reading,
)
from engine.questions import Refused
from engine.run import Run
from viz.charts.aim import Columns
from viz.charts.chart_words import ChartWords
from viz.charts.keys import Key
from viz.charts.lab_chart_view import LabChartView
from viz.charts.numbers import percent
from viz.charts.painted import LEFT
from viz.charts.rulers import Ruler
from viz.joined import listed
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.bars import (
    Entry,
    bracket_font,
    draw_columns,
    draw_legend_of,
    lay_out,
)
from viz.labs.brackets.hand_painted import HandPainted
from viz.labs.brackets.words import net_words, short_string, symbol_name
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

if TYPE_CHECKING:
    from viz.charts.plots import Plot

STRINGS = ("16 drawn", "the one in the bench")
FRAMING_WORDS = {  # those of the engine, as they are shown
    "the string alone": QT_TRANSLATE_NOOP("BracketsLargeView", "the string alone"),
    "described": QT_TRANSLATE_NOOP("BracketsLargeView", "described"),
    "few-shot": QT_TRANSLATE_NOOP("BracketsLargeView", "few-shot"),
    "program": QT_TRANSLATE_NOOP("BracketsLargeView", "program"),
}
STRING_WORDS = (
    QT_TRANSLATE_NOOP("BracketsLargeView", "16 random strings"),
    QT_TRANSLATE_NOOP("BracketsLargeView", "the string being tried"),
)  # as they are shown
COUNTER = "a counter"  # as the lab calls it
LONGEST = 64  # brackets a large model is asked about
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class LargeFrame:
    """What the model was asked, and how it answered."""

    question: CompareLarge
    found: Comparison | None
    why_not: str
    model: str  # "" where none is loaded
    is_small: bool  # the loaded model is a bracket net itself
    example: int  # which string is shown, from 0


def as_reading(asked: Asked) -> Reading:
    """One string as the test bench shows it; what is missing to 1 are other characters."""
    return Reading(asked.string, asked.outcomes, asked.probs, asked.legal, asked.depth, 1_000_000)


class BracketsLargeView(LabChartView):
    """The comparison; see the module."""

    name = "brackets_large"
    title = QT_TRANSLATE_NOOP("BracketsLargeView", "Brackets: language model")
    tab = QT_TRANSLATE_NOOP("BracketsLargeView", "Language model")
    subtitle = QT_TRANSLATE_NOOP("BracketsLargeView", "Can a large model count?")
    keywords = (
        QT_TRANSLATE_NOOP("BracketsLargeView", "LLM"),
        QT_TRANSLATE_NOOP("BracketsLargeView", "few-shot"),
        QT_TRANSLATE_NOOP("BracketsLargeView", "prompt"),
        QT_TRANSLATE_NOOP("BracketsLargeView", "tokenizer"),
        QT_TRANSLATE_NOOP("BracketsLargeView", "baseline"),
    )
    area = "centre"
    order = 63
    figure_needs = "model"
    figure_seconds = 100.0
    tip = QT_TRANSLATE_NOOP(
        "BracketsLargeView",
        "Puts the same bracket strings to the loaded language model, next to the small model and an exact counter.",
    )
    options = (
        Option(
            "framing",
            QT_TRANSLATE_NOOP("BracketsLargeView", "Prompt style"),
            "choice",
            FRAMINGS[2].name,
            choices=tuple(FRAMING_WORDS),
            shown=tuple(FRAMING_WORDS.values()),
            tip=QT_TRANSLATE_NOOP("BracketsLargeView", "The text put before the string."),
        ),
        Option(
            "strings",
            QT_TRANSLATE_NOOP("BracketsLargeView", "Strings"),
            "choice",
            STRINGS[0],
            choices=STRINGS,
            shown=STRING_WORDS,
            tip=QT_TRANSLATE_NOOP("BracketsLargeView", "The strings that the model is asked about."),
        ),
        Option(
            "example",
            QT_TRANSLATE_NOOP("BracketsLargeView", "Example"),
            "integer",
            1,
            low=1,
            high=16,
            tip=QT_TRANSLATE_NOOP(
                "BracketsLargeView",
                "The string shown character by character.",
            ),
        ),
    )
    figure_lines = 700

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: LargeFrame | None = None
        self.button = self.bar.button(self.tr("Ask the model"), self._ask)
        self._framing, self._example, self._missing = HandPainted(self), HandPainted(self), ChartWords(self)
        self.column.removeWidget(self.panel)
        right, self._body = QVBoxLayout(), QHBoxLayout()
        right.addWidget(self._missing)
        right.addWidget(self.panel, 48)
        right.addWidget(self._example, 52)
        self._body.addWidget(self._framing, 34)
        self._body.addLayout(right, 66)
        self.column.addLayout(self._body, 1)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> LargeFrame:
        framing = next(it for it in FRAMINGS if it.name == option_value(cls, ui, "framing"))
        strings: tuple[str, ...] = ()
        if option_value(cls, ui, "strings") == STRINGS[1]:
            reading = choice.shown(run, ui).reading
            strings = (reading.string[:LONGEST],) if reading is not None and reading.string else ()
        question = CompareLarge(framing, strings, choice.net_of(ui))
        found = run.findings.get(question)
        info = run.info
        small = info is not None and info.vocab_size <= 6
        return LargeFrame(
            question, found if isinstance(found, Comparison) else None,
            found.sentence if isinstance(found, Refused) else "", "" if info is None else info.name, small,
            int(option_value(cls, ui, "example")) - 1,
        )  # fmt: skip

    @classmethod
    def begins(cls, frame: LargeFrame) -> CompareLarge | None:
        return frame.question if frame.found is None and not frame.why_not else None

    def paint(self, frame: LargeFrame, theme: Theme) -> None:
        self.button.setEnabled(bool(frame.model) and not frame.is_small)
        if frame.found is not None or frame.why_not or frame.question != self.bar.waiting:
            self.bar.waiting = None
        self.button.setText(self.tr("Ask again") if frame.found else self.tr("Ask the model"))
        super().paint(frame, theme)

    # -- drawing -------------------------------------------------------------------------------------------------

    def show_charts(self, frame: LargeFrame, wanted: bool) -> None:
        known = frame.found is not None
        self._body.setSpacing(round(self.em))
        self._missing.show_words("" if known else self.missing(frame), self.look, muted=True, centred=True)
        super().show_charts(frame, known)
        self._framing.show_drawing(
            lambda painter, rect: self._draw_framing(painter, rect, frame),
            lambda wide: self._framing_needs(wide, frame),
        )
        self._example.show_drawing(
            (lambda painter, rect: self._draw_example(painter, rect, frame)) if self._asked(frame) else None
        )

    def draw_charts(self, frame: LargeFrame) -> None:
        found = frame.found
        if found is None:
            return
        colours = (self.colours.fan, self.colours.path, self.colours.good)
        with self.drawing() as grid:
            plots = []
            for column, question in enumerate(("legal", "close or end")):
                tables = [table for table in found.tables if table.question == question]
                keys = [Key(self._who(table), colours[k % 3], dash=k) for k, table in enumerate(tables)]
                grid.key(0, column, keys)
                plots.append(grid.plot(1, column))
                self._draw_depths(plots[-1], tables, keys, question)
            grid.link(plots, x=True, y=True)

    def _draw_depths(self, plot: Plot, tables: Sequence[ByDepth], keys: Sequence[Key], question: str) -> None:
        most = max(*(int(table.depth.max()) for table in tables if len(table.depth)), 1, 1)
        title = (
            self.tr("top prediction of the three is valid")
            if question == "legal"
            else self.tr("between ) and End, the valid one is more likely (guessing: 50 %)")
        )
        plot.show_axes(
            Ruler(-0.03 * most, 1.03 * most, self.tr("depth (bars: 95 % Wilson intervals)"), whole=True, lines=False),
            Ruler(-0.04, 1.04, title),
        )
        beside = most * 0.006
        for k in reversed(range(len(tables))):  # the model on top; side by side, where they have the same share
            key, table = keys[k], tables[k]
            xs, measured = table.depth.astype(np.float64) + (1 - k) * beside, table.who != COUNTER
            if measured:  # the counter is right by definition: it has no interval
                plot.band(xs, table.low, table.high, key.colour)
                plot.errors(xs, table.share, table.low, table.high, key.colour, cap=0.0)
            plot.line(xs, table.share, key.colour, dash=key.dash, dots=measured, name=key.name)
        depths = sorted({int(depth) for table in tables for depth in table.depth})
        plot.aim(
            Columns(np.array(depths, np.float64), depths),
            lambda depth: "\n".join([self.tr("depth {d}").format(d=depth), *_shares_at(tables, keys, depth)]),
        )

    def _draw_framing(self, painter: QPainter, where: QRectF, frame: LargeFrame) -> None:
        """All that stands before the string, then the string's place; and the merged tokens."""
        em = self.em
        painter.setFont(self.look.font_of(0.95, bold=True))
        painter.setPen(QColor(self.colours.text))
        painter.drawText(QRectF(where.left(), where.top(), where.width(), em * 1.4), LEFT, self.tr("What it reads"))
        painter.setFont(bracket_font(self.font(), em * 0.95))
        box = QRectF(where.left(), where.top() + em * 1.6, where.width(), where.height())
        shown = self._read(frame)
        inside = box.adjusted(em * 0.6, em * 0.5, -em * 0.6, -em * 0.5)
        box.setBottom(min(painter.boundingRect(inside, WRAPPED, shown).bottom() + em * 0.5, where.bottom()))
        painter.fillRect(box, QColor(self.colours.raised))
        painter.setPen(QColor(self.colours.text))
        painter.drawText(inside, WRAPPED, shown)
        painter.setFont(self.look.font_of(0.9))
        painter.setPen(QColor(self.colours.muted))
        below = QRectF(where.left(), box.bottom() + em * 0.6, where.width(), where.bottom() - box.bottom() - em * 0.6)
        painter.drawText(below, WRAPPED, self._tokens(frame))

    def _read(self, frame: LargeFrame) -> str:
        """What the model reads: all that stands before the string, and the string."""
        example = self._asked(frame)
        return frame.question.framing.before + short_string(example.string if example else "((…", 24)

    def _framing_needs(self, width: int, frame: LargeFrame) -> float:
        """Pixels of height that the left column takes."""
        em = self.em
        of_read = QFontMetricsF(bracket_font(self.font(), em * 0.95))
        of_tokens = QFontMetricsF(self.look.font_of(0.9))
        read = of_read.boundingRect(QRectF(0, 0, max(width - 1.2 * em, 1), 1e6), WRAPPED, self._read(frame))
        tokens = of_tokens.boundingRect(QRectF(0, 0, max(width, 1), 1e6), WRAPPED, self._tokens(frame))
        return em * 3.4 + read.height() + tokens.height()

    def _draw_example(self, painter: QPainter, where: QRectF, frame: LargeFrame) -> None:
        """One string, character by character."""
        em, asked = self.em, self._asked(frame)
        if asked is None:
            return
        reading = as_reading(asked)
        painter.setFont(self.look.font_of(0.95, bold=True))
        painter.setPen(QColor(self.colours.text))
        said = self.tr("{string} as {model} reads it; empty: other characters").format(
            string=short_string(asked.string), model=frame.model
        )
        said = QFontMetricsF(painter.font()).elidedText(said, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(QRectF(where.left(), where.top(), where.width(), em * 1.4), LEFT, said)
        entries = [Entry(name, symbol_name(name)) for name in reading.outcomes] + [
            Entry("", self.tr("invalid (hatched)"))
        ]
        line = QRectF(where.left(), where.top() + em * 1.5, where.width(), em * 1.4)
        draw_legend_of(painter, line, entries, self.colours, self.look.font_of(0.85), em)
        columns = lay_out(where.adjusted(0, em * 3.2, 0, 0), reading, em)
        draw_columns(painter, columns, reading, self.colours, self.font(), em, rest=False)

    def _asked(self, frame: LargeFrame) -> Asked | None:
        if frame.found is None or not frame.found.asked:
            return None
        return frame.found.asked[frame.example % len(frame.found.asked)]

    # -- words ---------------------------------------------------------------------------------------------------

    def _who(self, table: ByDepth) -> str:
        return {
            "the small net": self.tr("the bracket model"),
            COUNTER: self.tr("a counter (always correct)"),
        }.get(table.who, table.who)

    def heading(self, frame: LargeFrame) -> str:
        if not frame.model:
            return self.tr("No language model is loaded")
        return self.tr("Can {model} count? Prompt style: {framing}").format(
            model=frame.model, framing=self.translated(FRAMING_WORDS[frame.question.framing.name])
        )

    def notes(self, frame: LargeFrame) -> str:
        """How often each is right, from the tables."""
        found = frame.found
        if frame.why_not:
            return frame.why_not
        if found is None:
            return self.tr("The model is asked what follows each prefix: (, ) or the end, which is a line break.")
        parts = []
        for table in found.tables:
            if table.question == "close or end" and table.who != COUNTER:
                count, right = int(table.count.sum()), int(table.right.sum())
                share = percent(right / max(count, 1))
                words = self.tr("{who} {p} ({right} of {count})")
                parts.append(words.format(who=self._who(table), p=share, right=right, count=count))
        lost = max((asked.left_out for asked in found.asked), default=0.0)
        other = float(np.mean([asked.other.mean() for asked in found.asked]))
        return self.tr(
            "Close or end, correct: {parts}. Other characters get {other}; tokenizations left out: {lost}."
        ).format(parts=listed(parts), other=percent(other), lost=percent(lost))

    def missing(self, frame: LargeFrame) -> str:
        if not frame.model:
            return self.tr("Load a language model (Ctrl+M) and ask it the same strings.")
        if frame.is_small:
            return self.tr("The loaded model is a bracket model itself. Load a language model (Ctrl+M) to compare.")
        if self.bar.waiting is not None:
            return self.tr("Asking, character by character … Progress and Cancel are in the status line.")
        return self.tr("Press “Ask the model”. It takes one forward pass per prefix; progress is in the status line.")

    def _tokens(self, frame: LargeFrame) -> str:
        found, asked = frame.found, self._asked(frame)
        if found is None or asked is None:
            return self.tr("{net} and an exact counter are asked the same.").format(net=net_words(frame.question.net))
        merged = " ".join(found.merged[:24])
        cut = " | ".join(asked.tokens)
        return self.tr(
            "This model's tokenizer joins brackets ({n} tokens consist of brackets only: {merged}{more}). It would "
            "read this string as {cut}. All ways to split it are added up, so that every character gets one "
            "probability."
        ).format(n=len(found.merged), merged=merged, more=" …" if len(found.merged) > 24 else "", cut=cut)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self.painted is not None:
            self.ask(self.painted.question)


def _shares_at(tables: Sequence[ByDepth], keys: Sequence[Key], depth: int) -> list[str]:
    """How often each is right at a depth, and of how many."""
    return [
        f"{key.name} {percent(float(table.share[row]))} ({int(table.right[row])} / {int(table.count[row])})"
        for key, table in zip(keys, tables, strict=True)
        for row in np.flatnonzero(table.depth == depth).tolist()
    ]
