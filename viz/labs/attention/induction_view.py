"""The induction lesson: this token came before; will what followed it then be said again, and which heads see to it?

Above, the place where the token stood before and the place looked at now; below, the probability of the copy as the
model is, without each of the heads that attend most to the token to be copied, and without all of them: set to zero
(upper bar) and to their means (lower one). Marks come from the text alone; the rest is measured by a lab, one place
after the other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPen
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
from viz.charts.head_names import head_name
from viz.charts.lab_view import cut
from viz.charts.numbers import nice_ceiling, percent
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.charts.strip_frame import strip_tokens
from viz.intents import AskLab, ChooseHead
from viz.theme import Theme
from viz.ui_state import UiState

AROUND = 4  # tokens shown before and after
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)


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
    answered: frozenset[int]  # nodes with a finding
    means: InductionMeans | None = None  # the same with heads at their means
    means_question: AskInductionMeans | None = None  # wanted once the finding is there

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


class InductionView(PaintedView):
    """The lesson; see the module."""

    name = "induction"
    title = "Induction"
    area = "right"
    order = 37
    tip = "Where this token stood before, what followed it, and which heads make the model say that again."
    figure_lines = 420

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: InductionFrame | None = None
        self._waits: tuple[int, AskInduction] | None = None

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> InductionFrame:
        tokens, n = strip_tokens(run), len(run)
        position = n - 1 if ui.position is None else min(max(ui.position, 0), n - 1)
        earlier = last_before(tokens.token_ids, position)
        lacks = [run.info.why_missing(name) for name in ("attn", "heads", "replay")] if run.info else []
        why = next((reason for reason in lacks if reason), "")
        answered = frozenset(it.node for it in run.findings.values() if isinstance(it, Induction))
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
            question if wanted else None, (ui.layer, ui.head), run.run_id, ui.playing, why, answered,
            means if isinstance(means, InductionMeans) else None, means_question,
        )  # fmt: skip

    def paint(self, frame: InductionFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        waits = self._waits  # one question at a time: a newer one would end the one before
        busy = waits is not None and waits[0] == frame.run_id and waits[1].node not in frame.answered
        if frame.question is not None and not busy and not self.still:
            self._waits = (frame.run_id, frame.question)
            self.send(AskLab(frame.question))
        if frame.means_question is not None and not self.still:
            self.send(AskLab(frame.means_question))
        say_changed(self, f"{self._heading(frame)} {self._verdict(frame)}")

    # -- geometry ------------------------------------------------------------------------------------------------

    def _row(self, rect: QRectF, row: int) -> QRectF:
        """Row 0: the intact model; then a head each; then all together."""
        em = self.em
        rows = len(self.painted.heads) + 2 if self.painted else 2
        top = rect.top() + em * 9.4
        high = max(min((rect.bottom() - top - em * 0.4) / rows, em * 2.2), em * 0.9)
        return QRectF(rect.left() + em * 0.6, top + row * high, rect.width() - em * 1.2, high)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        line = QRectF(rect.left() + em * 0.6, rect.top() + em * 0.25, rect.width() - em * 1.2, em * 1.4)
        painter.setFont(self.font_of(1.0, bold=True))
        painter.setPen(QColor(self.colours.text))
        painter.drawText(line, LEFT, cut(painter, self._heading(frame), line.width()))
        painter.setFont(self.font_of(0.9))
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(line.translated(0, em * 1.4), LEFT, cut(painter, self._verdict(frame), line.width()))
        if frame.earlier < 0:
            return
        self._draw_words(painter, line.translated(0, em * 3.2), frame, frame.earlier, True)
        self._draw_words(painter, line.translated(0, em * 5.4), frame, frame.position, False)
        if frame.finding is not None:
            self._draw_bars(painter, rect, frame, frame.finding)

    def _draw_words(self, painter: QPainter, line: QRectF, frame: InductionFrame, at: int, before: bool) -> None:
        """A few tokens around `at`; before: with the copy marked; now: with the copy as a question at the end."""
        em = self.em
        painter.setFont(self.font_of(0.8))
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(line, LEFT, self.tr("before") if before else self.tr("now"))
        x, high = line.left() + em * 3.6, em * 1.7
        painter.setFont(self.font_of(1.0))
        metrics = QFontMetricsF(painter.font())
        last = min(at + AROUND, len(frame.texts) - 1) if before else at
        words = [(position, frame.texts[position]) for position in range(max(0, at - AROUND), last + 1)]
        if not before:
            words.append((-1, f"{frame.texts[frame.earlier + 1]} ?"))
        for position, text in words:
            wide = metrics.horizontalAdvance(text) + em * 0.6
            if x + wide > line.right():
                break
            box = QRectF(x, line.center().y() - high / 2, wide, high)
            is_copy = position == -1 or (before and position == at + 1)
            colour = self.colours.accent if position == at else self.colours.fan if is_copy else self.colours.border
            style = Qt.PenStyle.DashLine if position == -1 else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(colour), em * 0.14 if is_copy or position == at else 1.0, style))
            painter.setBrush(QColor(self.colours.raised))
            painter.drawRoundedRect(box, em * 0.25, em * 0.25)
            painter.setPen(QColor(self.colours.text))
            painter.drawText(box, CENTRE, text)
            x += wide + em * 0.25

    def _draw_bars(self, painter: QPainter, rect: QRectF, frame: InductionFrame, finding: Induction) -> None:
        em = self.em
        known = frame.means
        means = [float("nan")] * len(frame.heads) if known is None else known.without.tolist()
        together = float("nan") if known is None else known.without_all
        rows = [(self.tr("as it is"), finding.intact, float("nan"), "")]
        for (layer, head), value, mean in zip(frame.heads, finding.without.tolist(), means, strict=True):
            seen = self.tr("attends {share}").format(share=percent(float(finding.attention[layer, head])))
            rows.append((self.tr("without {head}").format(head=head_name(layer, head)), value, mean, seen))
        rows.append((self.tr("without all {n}").format(n=len(frame.heads)), finding.without_all, together, ""))
        top = nice_ceiling(max(value for _, zero, mean, _ in rows for value in (zero, mean) if value == value))
        first = self._row(rect, 0)
        painter.setFont(self.font_of(min(0.92, first.height() / em * 0.8)))
        metrics = QFontMetricsF(painter.font())
        name = max(metrics.horizontalAdvance(text) for text, _, _, _ in rows) + em * 0.7
        seen_room = metrics.horizontalAdvance(self.tr("attends {share}").format(share="00.0 %")) + em * 0.5
        widest = "> 99.9 % · > 99.9 %" if known is not None else "> 99.9 %"
        number = metrics.horizontalAdvance(widest) + em * 0.6
        track = QRectF(first.left() + name, 0, max(first.width() - name - seen_room - number, em), 1)
        painter.setPen(QColor(self.colours.muted))
        above = QRectF(track.left(), first.top() - em * 1.2, track.width() + number, em * 1.1)
        painter.drawText(above, LEFT, cut(painter, self._axis(frame, top), above.width()))
        for index, (text, value, mean, seen) in enumerate(rows):
            row = self._row(rect, index)
            is_chosen = 0 < index <= len(frame.heads) and frame.heads[index - 1] == frame.chosen
            painter.setPen(QColor(self.colours.accent if is_chosen else self.colours.text))
            painter.drawText(row, LEFT, text)
            both = mean == mean
            high = row.height() * (0.34 if both else 0.6)
            bar = QRectF(track.left(), row.top() + row.height() * 0.16, track.width() * value / top, high)
            painter.fillRect(bar, QColor(self.colours.path if index == 0 else self.colours.fan))
            if both:
                lower = QRectF(track.left(), bar.bottom() + 1, track.width() * mean / top, high)
                painter.fillRect(lower, QColor(self.colours.categories[2]))
            said = f"{percent(value)} · {percent(mean)}" if both else percent(value)
            painter.drawText(QRectF(track.right(), row.top(), number, row.height()), RIGHT, said)
            painter.setPen(QColor(self.colours.muted))
            painter.drawText(row, RIGHT, seen)
        x = track.left() + track.width() * finding.intact / top
        painter.setPen(QPen(QColor(self.colours.path), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, first.top()), QPointF(x, self._row(rect, len(rows) - 1).bottom()))

    # -- words ---------------------------------------------------------------------------------------------------

    def _heading(self, frame: InductionFrame) -> str:
        if frame.position < 0:
            return self.tr("Nothing to repeat yet. Write a prompt and press play.")
        here = frame.texts[frame.position]
        if frame.earlier < 0:
            return self.tr("“{token}” ({position}) stands here for the first time").format(
                token=here, position=frame.position
            )
        return self.tr("“{token}” stood at {earlier} and was followed by “{copy}”").format(
            token=here, earlier=frame.earlier, copy=frame.texts[frame.earlier + 1]
        )

    def _verdict(self, frame: InductionFrame) -> str:
        """What came of it, from the numbers."""
        found = frame.finding
        if frame.position < 0:
            return ""
        if frame.earlier < 0:
            return self.tr("Look at a token that stood in the text before: click one in the strip.")
        if found is None:
            if frame.playing:
                return self.tr("Heads are switched off one by one when generation pauses.")
            return frame.why_not or self.tr("Heads are switched off one by one where the model holds the run.")
        least = int(np.argmin(found.without))
        name = head_name(*frame.heads[least])
        return self.tr("The copy has {intact}; without {head} {without}, without all {n} {all}").format(
            intact=percent(found.intact), head=name, without=percent(float(found.without[least])),
            n=len(frame.heads), all=percent(found.without_all),
        )  # fmt: skip

    def _axis(self, frame: InductionFrame, top: float) -> str:
        copy = frame.texts[frame.earlier + 1]
        said = self.tr("probability of “{copy}”, 0 to {top}").format(copy=copy, top=percent(top))
        if frame.means is None:
            return said
        return f"{said} · " + self.tr("above: at zero, below: at their mean")

    # -- gestures ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        frame = self.painted
        if frame is None or event.button() != Qt.MouseButton.LeftButton:
            return
        for index, (layer, head) in enumerate(frame.heads, start=1):
            if self._row(QRectF(self.rect()), index).contains(event.position()):
                self.send(ChooseHead(layer, head))
