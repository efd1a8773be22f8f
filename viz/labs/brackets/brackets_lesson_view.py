"""The lesson on brackets as a page of text whose numbers are measured while it is read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QWidget

from engine.questions import Question
from engine.run import Run
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.intents import Intent, ask_labs
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.brackets.lesson_text import (
    Claim,
    as_html,
    claims,
    missing,
)
from viz.labs.brackets.same_frame import same_frame
from viz.theme import Theme
from viz.ui_state import UiState


@dataclass(frozen=True)
class LessonFrame:
    """The claims with their numbers, and what is still to be measured."""

    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]


class BracketsLessonView(PaintedView):
    """The page; see the module."""

    name = "brackets_lesson"
    title = QT_TRANSLATE_NOOP("BracketsLessonView", "Brackets: claims checked")
    tab = QT_TRANSLATE_NOOP("BracketsLessonView", "Claims")
    subtitle = QT_TRANSLATE_NOOP("BracketsLessonView", "What the essay says, what is measured")
    keywords = (
        QT_TRANSLATE_NOOP("BracketsLessonView", "Wolfram"),
        QT_TRANSLATE_NOOP("BracketsLessonView", "What is ChatGPT doing"),
        QT_TRANSLATE_NOOP("BracketsLessonView", "replication"),
    )
    area = "right"
    order = 63
    figure_needs = "engine"
    figure_seconds = 2.0
    tip = QT_TRANSLATE_NOOP(
        "BracketsLessonView",
        "Statements from Stephen Wolfram's essay on this experiment, each beside what is measured here.",
    )
    figure_lines = 640

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: LessonFrame | None = None
        self._document = QTextDocument(self)
        self._scrolled = 0.0

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> LessonFrame:
        return LessonFrame(claims(run), missing(run))

    @classmethod
    def wants(cls, frame: LessonFrame) -> Sequence[Intent]:
        return ask_labs(*frame.questions)

    def paint(self, frame: LessonFrame, theme: Theme) -> None:
        if theme is self.colours and same_frame(frame, self.painted):
            return
        super().paint(frame, theme)
        say_changed(self, sentences(*(said for claim in frame.claims for said in (claim.source, claim.here))))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em, theme = self.painted, self.em, self.colours
        if frame is None:
            return
        self._document.setDefaultFont(self.font_of(1.0))
        self._document.setHtml(as_html(frame.claims, theme.text, theme.muted, theme.good, theme.warning))
        inside = rect.adjusted(em, em * 0.4, -em, -em * 0.4)
        self._document.setTextWidth(max(inside.width(), em * 8))
        room = max(self._document.size().height() - inside.height(), 0.0)
        self._scrolled = 0.0 if self.still else min(max(self._scrolled, 0.0), room)
        painter.save()
        painter.setClipRect(inside)
        painter.translate(inside.left(), inside.top() - self._scrolled)
        high = self._document.size().height() if self.still else inside.height()  # a figure is asked what has no room
        self._document.drawContents(painter, QRectF(0, self._scrolled, inside.width(), high))
        painter.restore()
        if room > 0 and not self.still:
            self._draw_bar(painter, rect, inside.height(), room)

    def _draw_bar(self, painter: QPainter, rect: QRectF, seen: float, room: float) -> None:
        """How far down the page one is."""
        track = rect.height() - self.em
        high = max(track * seen / (seen + room), self.em)
        top = rect.top() + self.em * 0.5 + (track - high) * self._scrolled / room
        painter.fillRect(QRectF(rect.right() - self.em * 0.5, top, self.em * 0.3, high), Qt.GlobalColor.gray)

    def _scroll(self, by: float) -> None:
        self._scrolled += by
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._scroll(-event.angleDelta().y() / 120 * self.em * 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.height() * 0.8
        steps = {
            Qt.Key.Key_Down: self.em * 3, Qt.Key.Key_Up: -self.em * 3, Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page, Qt.Key.Key_Home: -1e9, Qt.Key.Key_End: 1e9,
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._scroll(step)
