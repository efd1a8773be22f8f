"""Who says Mary: which heads make the model prefer one of two names at the end of a sentence, and by how much.

The logit difference taken apart (direct attribution: layers x heads, the largest as bars, and the sum that closes),
what is left of it without each head, and where the heads that matter look from the last token. Sentence and names are
a person's; everything is measured on the intact model, whatever the run is.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QResizeEvent
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
from viz.charts.head_names import Head, head_name
from viz.charts.head_picker import HeadPicker
from viz.charts.plot import LEFT
from viz.charts.speech import say_changed
from viz.intents import AskLab, PutOnBoard, SetOption, StartRun
from viz.labs.two_names import panels
from viz.labs.two_names.controls import NamesControls
from viz.labs.two_names.frame import (
    KNOCKS,
    Knock,
    Share,
    heads_looked_at,
    knocks_in_order,
    largest_shares,
)
from viz.labs.two_names.words import (
    closing,
    knock_line,
    mean_of,
    sum_line,
    verdict,
)
from viz.theme import Theme
from viz.token_text import shown_in_context
from viz.ui_state import Option, UiState
from viz.view import option_value

SHARES, KNOCKED = 24, 24  # rows shown at most
AT_ONCE = 3e12  # multiplications that knocking out every head may take before it waits to be asked for


@dataclass(frozen=True, eq=False)
class Places:
    """Where each picture lies, and its rows."""

    picture: panels.Picture
    shares: panels.Rows
    knocks: panels.Rows
    attention: panels.Rows


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
    shares: tuple[Share, ...]
    knocks: tuple[Knock, ...]
    heads: tuple[Head, ...]  # whose attention is shown
    chosen: Head
    n_layers: int
    n_heads: int
    waits: bool  # knocking out waits for the button
    by_mean: bool  # what knock-outs are sorted by


class WhoSaysMaryView(HeadPicker):
    """The lesson; see the module."""

    name = "who_says_mary"
    title = "Who says Mary"
    area = "centre"
    order = 38
    tip = "Which heads make the model prefer one name to another, taken apart and knocked out one by one."
    options = (
        Option("by", "Knock-outs by", "choice", "mean", choices=KNOCKS, tip="What the knock-outs are sorted by."),
        Option("sentence", "Sentence", "text", SENTENCE, in_bar=False),
        Option("answer", "Name that is right", "text", ANSWER, in_bar=False),
        Option("other", "Other name", "text", OTHER, in_bar=False),
    )
    figure_lines = 620

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: NamesFrame | None = None
        self.controls = NamesControls(self)
        self.controls.changed.connect(self._change)
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
        info, chosen = run.info, (ui.layer, ui.head)
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
            largest_shares(found, SHARES) if found else (),
            knocks_in_order(knocked, str(option_value(cls, ui, "by")), KNOCKED) if knocked else (),
            heads_looked_at(found, chosen, True) if found else (), chosen, info.n_layers if info else 0,
            info.n_heads if info else 0, work > AT_ONCE and knocks is None, option_value(cls, ui, "by") == KNOCKS[1],
        )  # fmt: skip

    def paint(self, frame: NamesFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.controls.show_asked(frame.sentence, frame.answer, frame.other)
        self.controls.show_offers(frame.offers)
        there = frame.chosen[0] < frame.n_layers and frame.chosen[1] < frame.n_heads
        self.controls.show_board(head_name(*frame.chosen) if there and frame.found else "")
        self.controls.knock.setEnabled(frame.found is not None and frame.knocked is None)
        self.controls.run.setEnabled(frame.n_layers > 0)
        if not self.still:
            for question in frame.asks:
                self.send(AskLab(question))
        say_changed(self, self._heading(frame))

    def finish_figure(self) -> None:
        super().finish_figure()
        self.controls.hide()

    # -- geometry ------------------------------------------------------------------------------------------------

    def places(self, rect: QRectF) -> Places:
        """The pictures: side by side where the view is wide, else bars below each other; attention along the bottom."""
        em, frame = self.em, self.painted
        top = rect.top() + em * 4.6 + (0.0 if self.still else self.controls.height())
        body = QRectF(rect.left() + em * 0.8, top, rect.width() - em * 1.6, rect.bottom() - top - em * 0.5)
        n_heads = len(frame.heads) if frame else 0
        low = min((n_heads + 1) * em * 1.7 + em * 1.6, body.height() * 0.34)
        upper = QRectF(body.left(), body.top(), body.width(), body.height() - low - em * 0.8)
        gap = em * 1.6
        n_knocks = len(frame.knocks) if frame else 0
        if body.width() > em * 54:
            third = (upper.width() - 2 * gap) / 3
            first = QRectF(upper.left(), upper.top(), third * 0.9, upper.height())
            second = QRectF(first.right() + gap, upper.top(), third * 0.95, upper.height())
            last = QRectF(second.right() + gap, upper.top(), upper.right() - second.right() - gap, upper.height())
        else:
            first = QRectF(upper.left(), upper.top(), upper.width() * 0.42, upper.height())
            right = QRectF(first.right() + gap, upper.top(), upper.right() - first.right() - gap, upper.height())
            second = QRectF(right.left(), right.top(), right.width(), right.height() * 0.47)
            last = QRectF(
                right.left(), second.bottom() + em * 0.5, right.width(), right.bottom() - second.bottom() - em * 0.5
            )
        below = QRectF(body.left(), upper.bottom() + em * 0.8, body.width(), low)
        return Places(
            panels.Picture(first, frame.n_layers if frame else 0, frame.n_heads if frame else 0, em),
            panels.Rows(second, self._fits(second, len(frame.shares) if frame else 0, 1.6), em),
            panels.Rows(last, self._fits(last, n_knocks, 2.9), em, 2.9),
            panels.Rows(below, n_heads + 1, em),
        )  # fmt: skip

    def _fits(self, where: QRectF, count: int, head: float) -> int:
        """As many rows as can be read."""
        return max(min(count, int((where.height() - head * self.em) / (self.em * 1.05))), 0)

    def under(self, point: QPointF) -> Head | None:
        """The head under a point, in whichever picture."""
        frame = self.painted
        if frame is None or frame.found is None:
            return None
        where = self.places(QRectF(self.rect()))
        found = where.picture.head_at(point)
        if found is not None:
            return found
        row = where.shares.at(point)
        if row is not None:
            return self._shares(frame, where)[row].head
        row = where.knocks.at(point)
        if row is not None:
            return self._knocks(frame, where)[row].head
        row = where.attention.at(point)
        return frame.heads[row - 1] if row else None

    @staticmethod
    def _shares(frame: NamesFrame, where: Places) -> tuple[Share, ...]:
        """Those there is room for: the largest, in order."""
        kept = sorted(frame.shares, key=lambda share: -abs(share.value))[: where.shares.count]
        return tuple(share for share in frame.shares if share in kept)

    @staticmethod
    def _knocks(frame: NamesFrame, where: Places) -> tuple[Knock, ...]:
        """Those there is room for: the largest changes, in order."""
        if frame.knocked is None:
            return ()
        intact, by_mean = frame.knocked.difference, frame.by_mean
        change = {knock: abs((knock.mean if by_mean else knock.zero) - intact) for knock in frame.knocks}
        kept = sorted(frame.knocks, key=lambda knock: -change[knock])[: where.knocks.count]
        return tuple(knock for knock in frame.knocks if knock in kept)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        top = rect.top() + (0.0 if self.still else self.controls.height())
        line = QRectF(rect.left() + em * 0.8, top + em * 0.2, rect.width() - em * 1.6, em * 1.6)
        if frame.found is None:
            self._write(painter, rect.adjusted(em * 2, top - rect.top() + em, -em * 2, -em), self._heading(frame))
            return
        for row, (said, size, colour) in enumerate(
            (
                (verdict(frame.found, *frame.named), 1.1, self.colours.text),
                (sum_line(frame.found), 0.95, self.colours.text),
                (closing(frame.found), 0.85, self.colours.muted),
            )
        ):
            painter.setFont(self.font_of(size, bold=row == 0))
            painter.setPen(QColor(colour))
            fitted = QFontMetricsF(painter.font()).elidedText(said, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line.translated(0, em * 1.4 * row), LEFT, fitted)
        self._draw_pictures(painter, self.places(rect), frame, frame.found)

    def _draw_pictures(self, painter: QPainter, where: Places, frame: NamesFrame, found: Names) -> None:
        hover = None if self.still else self._hover
        ink = panels.Ink(self.colours, self.em, self._font)
        where.picture.draw(painter, ink, found, frame.chosen, hover)
        shares = self._shares(frame, where)
        lit = next((at for at, share in enumerate(shares) if share.head == hover and hover is not None), None)
        panels.draw_shares(painter, ink, where.shares, shares, frame.chosen, lit)
        title = self.tr("Difference without each head")
        panels.draw_title(painter, ink, where.knocks.where, title)
        if frame.knocked is not None and self._knocks(frame, where):
            knocks = self._knocks(frame, where)
            area = where.knocks.where
            panels.draw_knock_key(
                painter,
                ink,
                QRectF(area.left(), area.top() + self.em * 1.4, area.width(), self.em * 1.3),
                mean_of(frame.knocked),
            )
            lit = next((at for at, knock in enumerate(knocks) if knock.head == hover), None)
            panels.draw_knocks(painter, ink, where.knocks, knocks, frame.knocked.difference, frame.chosen, lit)
        elif frame.knocked is None:
            area = where.knocks.where.adjusted(0, self.em * 2, 0, 0)
            said = frame.why_not or (
                self.tr("Knocking out every head of this model takes a while: press the button to begin.")
                if frame.waits
                else self.tr("Every head is knocked out in turn where the model is loaded.")
            )
            self._write(painter, area, said)
        marked = {*found.answer_at.tolist(), *found.other_at.tolist()}
        panels.draw_attention(
            painter, ink, where.attention, frame.texts, frame.heads, found.attention, marked, frame.chosen
        )

    def _font(self, size: float, bold: bool) -> QFont:
        return self.font_of(size, bold)

    def _write(self, painter: QPainter, where: QRectF, said: str) -> None:
        painter.setFont(self.font_of())
        painter.setPen(QColor(self.colours.muted))
        painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), said)

    def _heading(self, frame: NamesFrame) -> str:
        if frame.found is None:
            if frame.offers:
                names = ", ".join(frame.offers)
                return f"{frame.why_not} " + self.tr("Names that are one token: {names}.").format(names=names)
            if frame.why_not:
                return frame.why_not
            if not frame.n_layers:
                return self.tr("Load a model to see which of its heads choose between two names.")
            return self.tr("Taking the logit difference apart. This needs the model and takes a moment.")
        said = [verdict(frame.found, *frame.named), sum_line(frame.found), closing(frame.found)]
        return ". ".join([*said, knock_line(frame.knocked)] if frame.knocked else said)

    # -- gestures ------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.controls.setGeometry(0, 0, self.width(), self.controls.sizeHint().height())

    def choice(self) -> tuple[Head, tuple[int, int]] | None:
        frame = self.painted
        return None if frame is None or frame.found is None else (frame.chosen, (frame.n_layers, frame.n_heads))

    def _change(self, name: str, text: str) -> None:
        frame = self.painted
        if frame is not None and text != getattr(frame, name):
            self.send(SetOption(self.name, name, text))

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
