"""Wolfram's sequences: growing runs of "(" with the net's greedy completion, and n brackets opened and closed again.

Above, for each run of n opening brackets, how many the net closes before it ends: on the dashed line it is right.
Below, what it says after n opened and n closed ("may it end, or close once more?") and one bracket earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.brackets.questions import BracketSequences
from engine.labs.brackets.records import BracketRun, Sequences
from engine.questions import Refused
from engine.run import Run
from viz.charts.lab_view import cut
from viz.charts.numbers import percent
from viz.charts.plot import LEFT, Key, Plot, draw_key
from viz.charts.pointed import PointedView
from viz.charts.speech import say_changed
from viz.intents import Intent, ask_labs
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.heading import draw_heading, draw_instead
from viz.labs.brackets.same_frame import same_frame
from viz.labs.brackets.words import net_words
from viz.theme import Theme
from viz.ui_state import UiState


@dataclass(frozen=True)
class SequencesFrame:
    """The sequences as the net goes through them."""

    net: str
    question: BracketSequences
    found: Sequences | None
    why_not: str


class BracketsSequencesView(PointedView):
    """The charts; see the module."""

    name = "brackets_sequences"
    title = "Runs of ("
    area = "right"
    order = 62
    tip = "Growing runs of opening brackets, and what the net makes of them. Click one to open it."
    figure_lines = 560

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: SequencesFrame | None = None
        self._hover: int | None = None

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> SequencesFrame:
        question = BracketSequences(choice.net_of(ui))
        found = run.findings.get(question)
        why = found.sentence if isinstance(found, Refused) else ""
        return SequencesFrame(question.net, question, found if isinstance(found, Sequences) else None, why)

    @classmethod
    def wants(cls, frame: SequencesFrame) -> Sequence[Intent]:
        return ask_labs(frame.question) if frame.found is None and not frame.why_not else ()

    def paint(self, frame: SequencesFrame, theme: Theme) -> None:
        if theme is self.colours and same_frame(frame, self.painted):
            return
        super().paint(frame, theme)
        say_changed(self, f"{self._first(frame)} {self._second(frame)}")

    # -- geometry ------------------------------------------------------------------------------------------------

    def _plots(self, rect: QRectF, found: Sequences) -> tuple[Plot, Plot]:
        em, n = self.em, len(found.runs)
        body = rect.adjusted(em * 4.4, em * 4.6, -em * 1.2, -em * 2.8)
        high = body.height() / 2 - em * 3.4
        most = max(*(len(run.completion) for run in found.runs), n)
        above = QRectF(body.left(), body.top(), body.width(), high)
        below = QRectF(body.left(), body.bottom() - high + em * 0.8, body.width(), high - em * 0.8)
        first = Plot(above, (0, n), (0, float(most)), self.colours, em)
        return first, Plot(below, (0, n), (0.0, 1.0), self.colours, em)

    def under(self, point: QPointF) -> int | None:
        """The n under a point."""
        frame = self.painted
        if frame is None or frame.found is None:
            return None
        for plot in self._plots(QRectF(self.rect()), frame.found):
            box = plot.box.adjusted(-4, -4, 4, 4)
            if box.contains(point):
                n = round((point.x() - plot.box.left()) / plot.box.width() * plot.xs[1])
                return min(max(n, 1), len(frame.found.runs))
        return None

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        line = draw_heading(self, painter, rect, self._first(frame))
        if frame.found is None:
            draw_instead(self, painter, rect, frame.why_not or self.tr("Completing runs of brackets …"))
            return
        first, second = self._plots(rect, frame.found)
        self._draw_runs(painter, first, frame.found)
        words = QRectF(line.left(), second.box.top() - em * 4.5, line.width(), em * 1.5)
        painter.setFont(self.font_of(1.0, bold=True))
        painter.setPen(QColor(self.colours.text))
        painter.drawText(words, LEFT, cut(painter, self._second(frame), words.width()))
        self._draw_closed(painter, second, frame.found, words)

    def _draw_runs(self, painter: QPainter, plot: Plot, found: Sequences) -> None:
        em, colours = self.em, self.colours
        painter.setFont(self.font_of(0.85))
        words = [Key(self.tr("as many as the run opened"), colours.muted, 1)]
        draw_key(
            painter, QRectF(plot.box.left(), plot.box.top() - em * 3.0, plot.box.width(), em * 1.4), words, colours, em
        )
        legend = self.tr("● right   ✗ wrong")
        wide = QFontMetricsF(painter.font()).horizontalAdvance(legend) + em
        painter.drawText(QRectF(plot.box.right() - wide, plot.box.top() - em * 3.0, wide, em * 1.4), LEFT, legend)
        plot.frame(painter, self.tr("opening brackets in a row"), self.tr("brackets closed before it ends"))
        trained = next((run.opened for run in found.runs if run.beyond_training), None)
        if trained is not None:
            plot.limit(painter, trained - 0.5, self.tr("never trained on"))
        plot.line(painter, [0.0, plot.xs[1]], [0.0, plot.xs[1]], colours.muted, 1, width=0.1)
        for run in found.runs:
            self._draw_run(painter, plot, run)

    def _draw_run(self, painter: QPainter, plot: Plot, run: BracketRun) -> None:
        em = self.em
        closed = run.completion.count(")") + run.completion.count("]")
        place = QPointF(plot.x(run.opened), plot.y(closed))
        side = em * (0.42 if run.opened == self._hover and not self.still else 0.28)
        if run.right:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.good))
            painter.drawEllipse(place, side, side)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            return
        painter.setPen(QPen(QColor(self.colours.error), max(em * 0.14, 1.6)))
        painter.drawLine(place + QPointF(-side, -side), place + QPointF(side, side))
        painter.drawLine(place + QPointF(-side, side), place + QPointF(side, -side))

    def _draw_closed(self, painter: QPainter, plot: Plot, found: Sequences, words: QRectF) -> None:
        em, colours, closed = self.em, self.colours, found.opened_closed
        painter.setFont(self.font_of(0.85))
        entries = (
            Key(self.tr("closes once more (illegal)"), colours.error, 0),
            Key(self.tr("ends (legal)"), colours.good, 1),
            Key(self.tr("ends one bracket early (illegal)"), colours.warning, 2),
        )
        draw_key(painter, words.translated(em * 0.2, em * 1.4), entries, colours, em)
        plot.frame(painter, self.tr("brackets opened, then closed"), self.tr("probability"))
        trained = np.flatnonzero(closed.beyond_training)
        if len(trained):
            plot.limit(painter, float(closed.opened[trained[0]]) - 0.5, self.tr("never trained on"))
        xs = closed.opened.astype(np.float64)
        for column, values, key in (
            (2, closed.balanced, entries[1]), (1, closed.balanced, entries[0]), (2, closed.one_short, entries[2]),
        ):  # fmt: skip
            plot.line(painter, xs, values[:, column], key.colour, key.dash)
        if self._hover is not None and not self.still:
            painter.setPen(QPen(QColor(colours.path), 1.0))
            x = plot.x(self._hover)
            painter.drawLine(QPointF(x, plot.box.top()), QPointF(x, plot.box.bottom()))

    # -- words ---------------------------------------------------------------------------------------------------

    def _first(self, frame: SequencesFrame) -> str:
        found = frame.found
        if found is None:
            return net_words(frame.net)
        if self._hover is not None:
            run = found.runs[self._hover - 1]
            return self.tr("{n} opened: the net closes {m}, {how}").format(
                n=run.opened, m=run.completion.count(")"), how=self._how(run)
            )
        if found.first_failure is None:
            return self.tr("{net}: every run up to {n} is completed rightly").format(
                net=net_words(frame.net), n=len(found.runs)
            )
        return self.tr("{net}: completed rightly up to {m} opening brackets, wrong at {n} ({how})").format(
            net=net_words(frame.net), m=found.first_failure - 1, n=found.first_failure,
            how=self._how(found.runs[found.first_failure - 1]),
        )  # fmt: skip

    def _how(self, run: BracketRun) -> str:
        return {
            "balanced": self.tr("which is right"),
            "ended too early": self.tr("and ends too early"),
            "closed too often": self.tr("one too many"),
            "wrong kind": self.tr("one of the wrong kind"),
            "did not end": self.tr("and does not end"),
        }[run.ending]

    def _second(self, frame: SequencesFrame) -> str:
        found = frame.found
        if found is None:
            return ""
        closed = found.opened_closed
        row = int(closed.balanced[:, 1].argmax()) if self._hover is None else self._hover - 1
        return self.tr("{n} opened and closed: closes once more with {p}, ends with {q}").format(
            n=int(closed.opened[row]),
            p=percent(float(closed.balanced[row, 1])),
            q=percent(float(closed.balanced[row, 2])),
        )

    # -- gestures ------------------------------------------------------------------------------------------------

    def pick(self, thing: int, point: QPointF) -> None:
        if self.painted is None or self.painted.found is None:
            return
        above = point.y() < self.rect().center().y()
        string = self.painted.found.runs[thing - 1].string if above else "(" * thing + ")" * thing
        self.send(choice.choose(choice.AT, -1))
        self.send(choice.choose(choice.STRING, string))
