"""The same strings put to the loaded language model: how often it is right at each depth, beside the small net.

A large model reads tokens that merge several brackets; the engine follows every way of cutting the text, so that the
probabilities here are those of the next character. What stands before the strings is shown in full.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

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
from viz.charts.numbers import percent
from viz.charts.painted import PaintedView
from viz.charts.plot import CENTRE, LEFT, Key, Plot, draw_key
from viz.charts.speech import say_changed
from viz.intents import AskLab
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.bars import (
    Entry,
    bracket_font,
    draw_columns,
    draw_legend_of,
    lay_out,
)
from viz.labs.brackets.words import net_words, short_string
from viz.theme import Theme
from viz.ui_state import Option, UiState
from viz.view import option_value

STRINGS = ("16 drawn", "the one in the bench")
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


class BracketsLargeView(PaintedView):
    """The comparison; see the module."""

    name = "brackets_large"
    title = "A large one"
    area = "centre"
    order = 63
    tip = "The same bracket strings put to the loaded language model, beside the small net and a counter."
    options = (
        Option(
            "framing", "Framing", "choice", FRAMINGS[2].name, choices=tuple(it.name for it in FRAMINGS),
            tip="What stands before the string.",
        ),
        Option("strings", "Strings", "choice", STRINGS[0], choices=STRINGS, tip="Which strings it is asked about."),
        Option("example", "Example", "integer", 1, low=1, high=16, tip="The string shown character by character."),
    )  # fmt: skip
    figure_lines = 700

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: LargeFrame | None = None
        self._asked_for: CompareLarge | None = None
        self.button = QPushButton(self.tr("Ask the model"), self)
        self.button.setAccessibleName(self.tr("Ask the model"))
        self.button.clicked.connect(self._ask)

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

    def paint(self, frame: LargeFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.button.setEnabled(bool(frame.model) and not frame.is_small)
        if frame.found is not None or frame.why_not or frame.question != self._asked_for:
            self._asked_for = None
        self.button.setText(self.tr("Ask again") if frame.found else self.tr("Ask the model"))
        say_changed(self, f"{self._heading(frame)} {self._result(frame)}")

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        inside = rect.adjusted(em, em * 0.6, -em, -em * 0.6)
        room = inside.width() - (0.0 if self.still else self.button.width() + em)
        painter.setPen(QColor(self.colours.text))
        painter.setFont(self.font_of(1.2, bold=True))
        self._say(painter, QRectF(inside.left(), inside.top(), room, em * 1.8), self._heading(frame))
        painter.setFont(self.font_of(0.95))
        painter.setPen(QColor(self.colours.muted))
        said = QRectF(inside.left(), inside.top() + em * 2.0, inside.width(), em * 3.0)
        painter.drawText(said, WRAPPED, frame.why_not or self._result(frame))
        body = inside.adjusted(0, em * 5.2, 0, 0)
        left = body.width() * 0.34
        self._draw_framing(painter, QRectF(body.left(), body.top(), left, body.height()), frame)
        right = QRectF(body.left() + left + em * 1.5, body.top(), body.width() - left - em * 1.5, body.height())
        if frame.found is None:
            painter.setFont(self.font_of(1.0))
            painter.drawText(right, CENTRE | int(Qt.TextFlag.TextWordWrap), self._missing(frame))
            return
        upper = right.height() * 0.48
        half = (right.width() - em) / 2
        for k, question in enumerate(("legal", "close or end")):
            where = QRectF(right.left() + k * (half + em), right.top(), half, upper)
            self._draw_depths(painter, where, frame.found, question)
        self._draw_example(painter, right.adjusted(0, upper + em, 0, 0), frame)

    def _say(self, painter: QPainter, line: QRectF, text: str) -> None:
        fitted = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, LEFT, fitted)

    def _draw_framing(self, painter: QPainter, where: QRectF, frame: LargeFrame) -> None:
        """All that stands before the string, then the string's place; and the merged tokens."""
        em, framing = self.em, frame.question.framing
        painter.setFont(self.font_of(0.95, bold=True))
        painter.setPen(QColor(self.colours.text))
        painter.drawText(QRectF(where.left(), where.top(), where.width(), em * 1.4), LEFT, self.tr("What it reads"))
        painter.setFont(bracket_font(self.font(), em * 0.95))
        box = QRectF(where.left(), where.top() + em * 1.6, where.width(), where.height() * 0.7)
        example = self._asked(frame)
        string = short_string(example.string if example else "((…", 24)
        shown = framing.before + string
        inside = box.adjusted(em * 0.6, em * 0.5, -em * 0.6, -em * 0.5)
        box.setBottom(min(painter.boundingRect(inside, WRAPPED, shown).bottom() + em * 0.5, box.bottom()))
        painter.fillRect(box, QColor(self.colours.raised))
        painter.setPen(QColor(self.colours.text))
        painter.drawText(inside, WRAPPED, shown)
        painter.setFont(self.font_of(0.9))
        painter.setPen(QColor(self.colours.muted))
        below = QRectF(where.left(), box.bottom() + em * 0.6, where.width(), where.bottom() - box.bottom() - em * 0.6)
        painter.drawText(below, WRAPPED, self._tokens(frame))

    def _draw_depths(self, painter: QPainter, where: QRectF, found: Comparison, question: str) -> None:
        em = self.em
        tables = [table for table in found.tables if table.question == question]
        colours = (self.colours.fan, self.colours.path, self.colours.good)
        painter.setFont(self.font_of(0.85))
        keys = [Key(self._who(table, found), colours[k % 3], k) for k, table in enumerate(tables)]
        most = max((int(table.depth.max()) for table in tables if len(table.depth)), default=1)
        plot = Plot(where.adjusted(em * 4.4, em * 4.4, -em * 0.6, -em * 2.8), (0.0, float(max(most, 1))), (0.0, 1.0),
                    self.colours, em)  # fmt: skip
        draw_key(painter, QRectF(where.left() + em, where.top(), where.width() - em, em * 1.4), keys, self.colours, em)
        title = (
            self.tr("likeliest of the three is legal")
            if question == "legal"
            else self.tr("of ) and End the likelier is legal (a coin: half)")
        )
        plot.frame(painter, self.tr("depth (bars: 95 % Wilson intervals)"), title)
        beside = max(most, 1) * 0.006
        for k in reversed(range(len(tables))):  # the model on top; side by side, where they have the same share
            key, table = keys[k], tables[k]
            xs = table.depth.astype(np.float64) + (1 - k) * beside
            if table.who != COUNTER:  # which is right by definition: it has no interval
                plot.band(painter, xs, table.low, table.high, key.colour)
                painter.setPen(QPen(QColor(key.colour), max(em * 0.08, 1.0)))
                for x, low, high in zip(xs, table.low, table.high, strict=True):
                    painter.drawLine(QPointF(plot.x(x), plot.y(low)), QPointF(plot.x(x), plot.y(high)))
            plot.line(painter, xs, table.share, key.colour, key.dash, dots=table.who != COUNTER)

    def _draw_example(self, painter: QPainter, where: QRectF, frame: LargeFrame) -> None:
        """One string, character by character."""
        em, asked = self.em, self._asked(frame)
        if asked is None:
            return
        reading = as_reading(asked)
        painter.setFont(self.font_of(0.95, bold=True))
        painter.setPen(QColor(self.colours.text))
        said = self.tr("{string} as {model} reads it; bare ground: other characters").format(
            string=short_string(asked.string), model=frame.model
        )
        self._say(painter, QRectF(where.left(), where.top(), where.width(), em * 1.4), said)
        entries = [Entry(name, name) for name in reading.outcomes] + [Entry("", self.tr("illegal (hatched)"))]
        line = QRectF(where.left(), where.top() + em * 1.5, where.width(), em * 1.4)
        draw_legend_of(painter, line, entries, self.colours, self.font_of(0.85), em)
        columns = lay_out(where.adjusted(0, em * 3.2, 0, 0), reading, em)
        draw_columns(painter, columns, reading, self.colours, self.font(), em, rest=False)

    def _asked(self, frame: LargeFrame) -> Asked | None:
        if frame.found is None or not frame.found.asked:
            return None
        return frame.found.asked[frame.example % len(frame.found.asked)]

    # -- words ---------------------------------------------------------------------------------------------------

    def _who(self, table: ByDepth, found: Comparison) -> str:
        return {
            "the small net": self.tr("the small net"),
            COUNTER: self.tr("a counter (always right)"),
        }.get(table.who, table.who)

    def _heading(self, frame: LargeFrame) -> str:
        if not frame.model:
            return self.tr("No language model is loaded")
        return self.tr("Can {model} count? Framing: {framing}").format(
            model=frame.model, framing=self.tr(frame.question.framing.name)
        )

    def _result(self, frame: LargeFrame) -> str:
        """How often each is right, from the tables."""
        found = frame.found
        if found is None:
            return self.tr("It is asked what follows each prefix: (, ) or the end, which is a line break.")
        parts = []
        for table in found.tables:
            if table.question == "close or end" and table.who != COUNTER:
                count, right = int(table.count.sum()), int(table.right.sum())
                share = percent(right / max(count, 1))
                words = self.tr("{who} {p} ({right} of {count})")
                parts.append(words.format(who=self._who(table, found), p=share, right=right, count=count))
        lost = max((asked.left_out for asked in found.asked), default=0.0)
        other = float(np.mean([asked.other.mean() for asked in found.asked]))
        return self.tr("Close or end, right: {parts}. Other characters get {other}; cuttings left out: {lost}.").format(
            parts=", ".join(parts), other=percent(other), lost=percent(lost)
        )

    def _missing(self, frame: LargeFrame) -> str:
        if not frame.model:
            return self.tr("Load a language model (Ctrl+M) and ask it the same strings.")
        if frame.is_small:
            return self.tr("The loaded model is a bracket net itself. Load a language model (Ctrl+M) to compare.")
        if self._asked_for is not None:
            return self.tr("Asking, character by character … The status line shows how far it is, and can stop it.")
        return self.tr("Press “Ask the model”. Every prefix of every string takes a forward; the status line counts.")

    def _tokens(self, frame: LargeFrame) -> str:
        found, asked = frame.found, self._asked(frame)
        if found is None or asked is None:
            return self.tr("{net} and a counter are asked the same.").format(net=net_words(frame.question.net))
        merged = " ".join(found.merged[:24])
        cut = " | ".join(asked.tokens)
        return self.tr(
            "Its tokens merge brackets: {n} of them are made of brackets alone ({merged}{more}). This string is cut "
            "{cut}. Each way of cutting is followed and its probability shared out character by character."
        ).format(n=len(found.merged), merged=merged, more=" …" if len(found.merged) > 24 else "", cut=cut)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self.painted is not None:
            self._asked_for = self.painted.question
            self.send(AskLab(self.painted.question, again=True))
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.button.sizeHint()
        self.button.setGeometry(
            self.width() - size.width() - round(self.em), round(self.em * 0.5), size.width(), size.height()
        )
