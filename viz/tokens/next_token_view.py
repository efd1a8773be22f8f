"""What may come next: the likeliest tokens with bars and numbers; a click goes there.

Probabilities are the model's own. Asked to, the bars show instead the chance of being drawn after penalty,
temperature and filters, with the model's own as an outline behind and the candidates that are cut left as outlines
alone. A last row sums up all other tokens, so that the bars cannot be taken for the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from engine.run import Run
from viz.charts.numbers import bits, nice_ceiling, percent, signed, with_percent
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.intents import AskDistribution, Hover, Intent, TakeToken
from viz.joined import facts, listed, named, spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.plural import plural
from viz.theme import Theme
from viz.tokens.candidate_list import CandidateDelegate, CandidateModel
from viz.tokens.candidate_rows import (
    Candidate,
    Columns,
    columns,
    draw_candidate,
)
from viz.tokens.next_token_frame import NextTokenFrame, next_token_frame, on_the_way, shortened
from viz.tokens.sampling_words import sampling_words
from viz.ui_state import Option, UiState
from viz.view import option_value

HEADER = 4.3  # em
ROW = 1.95  # em of a row's height
CLOSEST, WIDEST = 1.3, 2.4  # the same in figures
SPOKEN = 3  # candidates that are named in what is said of the list
BESIDE = 2  # rows that are no candidates: all others, and the token taken where it is not listed


class NextTokenView(PaintedView):
    """Bars of candidates; see the module."""

    name = "next_token"
    title = QT_TRANSLATE_NOOP("NextTokenView", "Next token")
    subtitle = QT_TRANSLATE_NOOP("NextTokenView", "Probabilities and logits")
    keywords = (
        QT_TRANSLATE_NOOP("NextTokenView", "softmax"),
        QT_TRANSLATE_NOOP("NextTokenView", "logits"),
        QT_TRANSLATE_NOOP("NextTokenView", "probability"),
        QT_TRANSLATE_NOOP("NextTokenView", "top-k"),
        QT_TRANSLATE_NOOP("NextTokenView", "sampling"),
        QT_TRANSLATE_NOOP("NextTokenView", "distribution"),
        QT_TRANSLATE_NOOP("NextTokenView", "candidates"),
    )
    area = "right"
    order = 10
    gives_next_away = True
    tip = QT_TRANSLATE_NOOP(
        "NextTokenView",
        "The most likely next tokens with their probabilities: point at one to find it on the map, click to continue "
        "the text with it.",
    )
    options = (
        Option(
            "count",
            QT_TRANSLATE_NOOP("NextTokenView", "Candidates"),
            "integer",
            20,
            low=10,
            high=50,
            step=5,
            tip=QT_TRANSLATE_NOOP("NextTokenView", "How many candidates are listed."),
        ),
        Option(
            "drawn",
            QT_TRANSLATE_NOOP("NextTokenView", "As sampled"),
            "switch",
            False,
            tip=QT_TRANSLATE_NOOP(
                "NextTokenView",
                "Bars show the chance of being drawn, after temperature, penalty and filters; outlines show the "
                "model's own probability.",
            ),
        ),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.painted: NextTokenFrame | None = None
        self._hovering = False
        self._rows: tuple[Candidate, ...] = ()
        self._model = CandidateModel(self)
        self._delegate = CandidateDelegate(self)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName(self.tr("Candidates for the next token"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.viewport().setAutoFillBackground(False)
        self.list.clicked.connect(self._take)
        self.list.entered.connect(self._hover)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.installEventFilter(self)
        self.list.viewport().installEventFilter(self)
        self.setFocusProxy(self.list)

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> NextTokenFrame:
        return next_token_frame(run, ui, int(option_value(cls, ui, "count")), bool(option_value(cls, ui, "drawn")))

    @classmethod
    def wants(cls, frame: NextTokenFrame) -> Sequence[Intent]:
        return () if frame.exact else (AskDistribution(frame.node),)

    def paint(self, frame: NextTokenFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self._rows = self._candidates(frame)
        self._delegate.theme, self._delegate.lit = theme, frame.hovered
        self._colour_list(theme)
        self._model.show(self._rows, frame.vocabulary)
        self._lay_out()
        say_changed(self, self.spoken(frame))
        say_changed(self.list, self.spoken(frame))

    def _colour_list(self, theme: Theme) -> None:
        palette = self.list.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, QColor(theme.surface))
        self.list.setPalette(palette)

    # -- rows ----------------------------------------------------------------------------------------------------

    def _candidates(self, frame: NextTokenFrame) -> tuple[Candidate, ...]:
        if frame.node < 0:
            return ()
        rows = [self._candidate(frame, i) for i in range(len(frame.token_ids))]
        if frame.n_others:
            said = plural(self.tr("{n} other(s)", "", frame.n_others), frame.n_others).format(n=f"{frame.n_others:,}")
            share = percent(frame.others)
            rows.append(Candidate(None, said, frame.others, None, share, "", spoken=named(said, share)))
        if frame.taken is not None and frame.taken not in frame.token_ids:
            spoken = self.tr("{token}: {p}, chosen").format(token=frame.taken_text, p=percent(frame.taken_prob))
            number = percent(frame.taken_prob)
            rows.append(
                Candidate(frame.taken, frame.taken_text, frame.taken_prob, None, number, "", taken=True, spoken=spoken)
            )
        return tuple(rows)

    def _candidate(self, frame: NextTokenFrame, i: int) -> Candidate:
        token_id, prob = int(frame.token_ids[i]), float(frame.probs[i])
        chance = None if frame.chances is None else float(frame.chances[i])
        cut = frame.survive is not None and not bool(frame.survive[i])
        taken, branch = token_id == frame.taken, token_id in frame.branches
        number = percent(prob if chance is None else chance)
        logit = signed(float(frame.logits[i]))
        words = [
            f"{i + 1}. {frame.texts[i]}",
            self.tr("probability {p}").format(p=percent(prob)),
            self.tr("logit {x}").format(x=logit),
        ]
        if chance is not None:
            words.append(
                self.tr("excluded by sampling")
                if cut
                else self.tr("drawn with probability {p}").format(p=percent(chance))
            )
        if taken:
            words.append(self.tr("chosen"))
        if branch:
            words.append(self.tr("chosen on another branch"))
        return Candidate(
            token_id,
            frame.texts[i],
            prob if chance is None else chance,
            None if chance is None else prob,
            self.tr("excluded") if cut else number,
            logit,
            taken,
            branch,
            cut,
            facts(words),
        )

    def _columns(self, rows: tuple[Candidate, ...], width: float) -> Columns:
        listed = [row for row in rows if row.token_id is not None]
        longest = max((max(row.bar, row.ghost or 0.0) for row in listed), default=1.0)
        top = min(nice_ceiling(longest), 1.0) if np.isfinite(longest) else 1.0
        return columns(rows, width, top, self.font_of(bold=True), self.em)

    @classmethod
    def between(cls, before: NextTokenFrame, after: NextTokenFrame, part: float) -> NextTokenFrame:
        """In films: `after` with its bars at `part` (0..1) of the way from `before`."""
        return on_the_way(before, after, part)

    # -- geometry and painting -----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        em, frame = self.em, self.painted
        if frame is None:
            return
        top = round(em * HEADER)
        self.list.setFont(self.font_of())
        row, free = max(round(em * ROW), 1), max(self.height() - top, 0)
        scrolled = row * len(self._rows) > free >= row
        self.list.setGeometry(0, top, self.width(), free - free % row if scrolled else free)  # no row is cut in half
        self.list.setVisible(bool(self._rows) and not self.still)
        if self._delegate.row_height != row:
            self._delegate.row_height = row
            self.list.scheduleDelayedItemsLayout()  # the list remembers the height of its rows
        bar = self.list.verticalScrollBar().sizeHint().width()
        over = self._delegate.row_height * len(self._rows) > self.list.height()
        self._delegate.columns = self._columns(self._rows, self.width() - (bar if over else 0) - em * 0.5)
        self.list.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.painted is not None:
            self._lay_out()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.node < 0:
            painter.setFont(self.font_of())
            painter.setPen(QColor(self.colours.muted))
            said = self.tr("No prediction yet. Write a prompt and press play.")
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), said)
        elif self.still:
            self._draw_still(painter, rect, frame)
        elif self._delegate.columns is not None:
            self._draw_header(painter, QRectF(0, 0, rect.width(), self.em * HEADER), frame, self._delegate.columns)

    def _draw_still(self, painter: QPainter, rect: QRectF, frame: NextTokenFrame) -> None:
        """Header and rows in the figure's own size of text: what does not fit is among all others."""
        top = self.em * HEADER
        room = rect.height() - top - self.em * 0.5
        fitting = max(int(room / (self.em * CLOSEST)), 1 + BESIDE)
        rows = self._rows if len(self._rows) <= fitting else self._candidates(shortened(frame, fitting - BESIDE))
        height = min(room / max(len(rows), 1), self.em * WIDEST)
        at = self._columns(rows, rect.width() - self.em)
        self._draw_header(painter, QRectF(0, 0, rect.width(), top), frame, at)
        for i, row in enumerate(rows):
            where = QRectF(rect.left(), rect.top() + top + i * height, rect.width(), height)
            draw_candidate(painter, where, row, at, self.colours, self.font_of(), False, False)

    def _draw_header(self, painter: QPainter, rect: QRectF, frame: NextTokenFrame, at: Columns) -> None:
        em = self.em
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        for line, (said, colour, font) in enumerate(
            (
                (self._heading(frame), self.colours.text, self.font_of(1.05, bold=True)),
                (self._facts(frame), self.colours.muted, self.font_of(0.9)),
            )
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            where = QRectF(rect.left() + em * 0.6, rect.top() + em * (0.25 + 1.4 * line), rect.width() - em, em * 1.5)
            elided = QFontMetricsF(font).elidedText(said, Qt.TextElideMode.ElideRight, where.width())
            painter.drawText(where, left, elided)
        self._draw_axis(painter, rect, at)

    def _draw_axis(self, painter: QPainter, rect: QRectF, at: Columns) -> None:
        """0 and the probability of a full bar, above the bars."""
        painter.setFont(self.font_of(0.8))
        painter.setPen(QColor(self.colours.muted))
        x = rect.left() + at.mark + at.text
        where = QRectF(x, rect.bottom() - at.em * 1.3, at.bar, at.em * 1.1)
        end, metrics = with_percent(f"{100 * at.top:g}"), QFontMetricsF(painter.font())
        if metrics.horizontalAdvance(f"0  {end}") <= at.bar:  # where bars are short their end is what is not known
            painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), "0")
        to_end = where.adjusted(-at.text, 0, 0, 0)
        painter.drawText(to_end, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), end)
        if at.logit:
            logit = QRectF(where.right() + at.number, where.top(), at.logit - at.em * 0.3, where.height())
            painter.drawText(logit, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self.tr("logit"))
        y = rect.bottom() - at.em * 0.15
        painter.drawLine(round(where.left()), round(y), round(where.right()), round(y))

    def spoken(self, frame: NextTokenFrame) -> str:
        """What a screen reader says of the list: after what, how sure the model is, and the likeliest."""
        if frame.node < 0:
            return self.tr("No prediction yet. Write a prompt and press play.")
        likeliest = listed(f"{row.text} {row.number}" for row in self._rows[:SPOKEN])
        return spoken(self._heading(frame), self._facts(frame), likeliest)

    def _heading(self, frame: NextTokenFrame) -> str:
        return self.tr("after {token}  (position {position})").format(token=frame.after, position=frame.position)

    def _facts(self, frame: NextTokenFrame) -> str:
        """Entropy, and what the sampling leaves."""
        facts = [self.tr("entropy {bits} bits").format(bits=bits(frame.entropy))]
        if frame.chances is not None:
            n = f"{'' if frame.exact else '≈ '}{frame.n_survivors:,}"
            drawn = self.tr("{settings}: {n} can be drawn").format(settings=sampling_words(frame.sampling), n=n)
            facts = [drawn, self.tr("outline: the model's own"), *facts]
        return " · ".join(facts)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _token_at(self, index: QModelIndex) -> int | None:
        return self._model.rows[index.row()].token_id if index.isValid() else None

    def _take(self, index: QModelIndex) -> None:
        token_id = self._token_at(index)
        if token_id is not None and self.painted is not None:
            self.send(TakeToken(self.painted.node, token_id))

    def _hover(self, index: QModelIndex) -> None:
        token_id = self._token_at(index)
        self._hovering = token_id is not None
        self.send(Hover(token_id=token_id))

    def _current_changed(self, index: QModelIndex) -> None:
        if self.list.hasFocus() and index.isValid():
            self._hover(index)

    def _hover_ends(self) -> None:
        if self._hovering:
            self._hovering = False
            self.send(Hover())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._hover_ends()
        if watched is self.list and event.type() == QEvent.Type.KeyPress and _is_choice(event):
            self._take(self.list.currentIndex())
            return True
        return super().eventFilter(watched, event)


def _is_choice(event: QEvent) -> bool:
    """Whether a key event is one that chooses the row with the focus."""
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
