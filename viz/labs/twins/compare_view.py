"""Twins: two texts written side by side with the same random numbers, and the first token where they part.

Intact and changed model, two seeds, two prompts, or the loaded model and another one. What is given is chosen in the
bar; the button writes both. Texts stand aligned step by step with a ribbon of KL between them, and both paths lie on
the flat layout of the map that is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from engine.labs.twins.records import AskTwins, Twin, Twins
from engine.questions import Refused
from engine.records import EMBEDDING, F32
from engine.run import Run
from viz.board import told
from viz.charts.colours import Scale
from viz.charts.legend import draw_legend, legend_width
from viz.charts.numbers import bits, nice_ceiling, percent
from viz.charts.painted import cut
from viz.charts.speech import say_changed
from viz.intents import GoOn, Intent, Rest
from viz.joined import sentences, spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.twins.corner_button import CornerButtonView
from viz.labs.twins.map import TwinMap, draw_map, twin_map
from viz.labs.twins.texts import TwinTexts, draw_texts, line_height
from viz.looked_at import position_of
from viz.plural import plural
from viz.theme import Theme
from viz.token_text import plain_text, shown_all
from viz.ui_state import Option, UiState
from viz.view import option_value

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
WHATS = (
    "changed model",
    QT_TRANSLATE_NOOP("CompareView", "another seed"),
    QT_TRANSLATE_NOOP("CompareView", "another prompt"),
    QT_TRANSLATE_NOOP("CompareView", "another model"),
)
WHAT_WORDS = (QT_TRANSLATE_NOOP("CompareView", "modified model"), *WHATS[1:])  # as they are shown


@dataclass(frozen=True)
class CompareFrame:
    """What can be asked, and what was found last."""

    question: AskTwins | None  # what the button asks
    why_not: str  # what is missing for one: "text", "plan", "prompt" or "model"
    found: Twins | None
    texts: TwinTexts | None
    map: TwinMap | None
    refused: str
    going: bool
    what: str
    after: str  # the end of the text gone on from
    labels: tuple[str, str]  # which is which, of the finding


class CompareView(CornerButtonView):
    """Both texts; see the module."""

    name = "compare"
    title = QT_TRANSLATE_NOOP("CompareView", "Compare runs")
    tab = QT_TRANSLATE_NOOP("CompareView", "Compare")
    subtitle = QT_TRANSLATE_NOOP("CompareView", "Same random numbers, one difference")
    keywords = (
        QT_TRANSLATE_NOOP("CompareView", "paired sampling"),
        QT_TRANSLATE_NOOP("CompareView", "common random numbers"),
        QT_TRANSLATE_NOOP("CompareView", "A/B"),
        QT_TRANSLATE_NOOP("CompareView", "divergence"),
        QT_TRANSLATE_NOOP("CompareView", "twins"),
        QT_TRANSLATE_NOOP("CompareView", "KL"),
        QT_TRANSLATE_NOOP("CompareView", "two texts"),
    )
    area = "right"
    order = 41
    gives_next_away = True
    tip = QT_TRANSLATE_NOOP(
        "CompareView",
        "Two continuations drawn with the same random numbers, so that the first token where they differ is due to "
        "the one thing you changed.",
    )
    figure_lines = 560
    options = (
        Option(
            "what",
            QT_TRANSLATE_NOOP("CompareView", "Compare with"),
            "choice",
            WHATS[0],
            choices=WHATS,
            shown=WHAT_WORDS,
            tip=QT_TRANSLATE_NOOP("CompareView", "What is different about the second text."),
        ),
        Option(
            "other",
            QT_TRANSLATE_NOOP("CompareView", "Other"),
            "text",
            "",
            long=True,
            tip=QT_TRANSLATE_NOOP("CompareView", "The other seed, prompt or model; not needed for the modified model."),
        ),
        Option(
            "tokens",
            QT_TRANSLATE_NOOP("CompareView", "Tokens"),
            "integer",
            30,
            low=5,
            high=200,
            step=5,
            tip=QT_TRANSLATE_NOOP("CompareView", "How many tokens both generate."),
        ),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: CompareFrame | None = None
        self.button.setText(self.tr("Generate both"))

    # -- frame ---------------------------------------------------------------------------------------------------

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> CompareFrame:
        what, other = str(option_value(cls, ui, "what")), str(option_value(cls, ui, "other")).strip()
        position = position_of(run, ui)
        ids = tuple(int(token) for token in run.token_ids[: position + 1])
        question, why = _question(run, ui, what, other, ids, int(option_value(cls, ui, "tokens")))
        found, refused = _newest(run, what)
        texts = _texts(run, found) if found is not None else None
        state = run.maps.get(ui.space)
        return CompareFrame(
            question, why, found, texts, twin_map(found, state) if found is not None else None, refused,
            AskTwins.__name__ in ui.going, what, plain_text(run.vocabulary, ids)[-60:],
            _labels(found) if found is not None else ("", ""),
        )  # fmt: skip

    @classmethod
    def figure_wants(cls, frame: CompareFrame) -> Sequence[Intent]:
        """Both texts to their end: a figure has no button to begin them."""
        begins = frame.question is not None and (frame.going or (frame.found is None and not frame.refused))
        return (GoOn(frame.question),) if begins and frame.question is not None else ()

    def paint(self, frame: CompareFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        self.button.setText(self.tr("Stop") if frame.going else self.tr("Generate both"))
        self.button.setEnabled(frame.going or frame.question is not None)
        self.place_button()
        say_changed(self, spoken(self._heading(frame), self.verdict(frame)))

    def press(self) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.going:
            self.send(Rest(AskTwins))
        elif frame.question is not None:
            self.send(GoOn(frame.question))

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        room = self.beside_button(rect.width() - em * 1.4)
        line = QRectF(rect.left() + em * 0.7, rect.top() + em * 0.4, room, em * 1.5)
        painter.setFont(self.font_of(1.05, bold=True))
        painter.setPen(QColor(self.colours.text))
        painter.drawText(line, LEFT, cut(painter, self._heading(frame), room))
        painter.setFont(self.font_of(0.92))
        said = self.verdict(frame)
        bad = bool(frame.refused) and frame.found is None
        painter.setPen(QColor(self.colours.warning if bad else self.colours.muted))
        wide = rect.width() - em * 1.4
        begin = line.bottom() + em * 0.2 if self.still else max(line.bottom(), self.button.geometry().bottom() + 4.0)
        below = QRectF(line.left(), begin, wide, em * 6)
        taken = painter.boundingRect(below, WRAPPED, said)
        painter.drawText(below, WRAPPED, said)
        if frame.texts is None:
            return
        top = taken.bottom() + em * 0.4
        area = QRectF(line.left(), top, wide, rect.bottom() - top - em * 0.6)
        self._draw_found(painter, area, frame, frame.texts)

    def _draw_found(self, painter: QPainter, area: QRectF, frame: CompareFrame, texts: TwinTexts) -> None:
        em = self.em
        beside = frame.map is not None and area.width() > em * 50
        text_area = QRectF(area.left(), area.top() + em * 1.7, area.width(), area.height() - em * 1.7)
        if frame.map is not None and beside:
            text_area.setWidth(area.width() * 0.6)
        elif frame.map is not None and area.height() > em * 17:
            text_area.setHeight(max(area.height() * 0.5, line_height(em)) - em * 1.7)
        scale = Scale(self.colours.ramp, 0.0, texts.high)
        self._draw_legend(painter, QRectF(area.left(), area.top(), text_area.width(), em * 1.5), frame, scale)
        bottom = draw_texts(painter, text_area, texts, self.font_of(0.95), self.colours, em, scale)
        if frame.map is None or frame.found is None:
            return
        where = QRectF(text_area.right() + em, area.top(), area.right() - text_area.right() - em, area.height())
        if not beside:
            where = QRectF(area.left(), bottom + em * 0.2, area.width(), area.bottom() - bottom - em * 0.2)
        if where.height() > em * 6:
            draw_map(painter, where, frame.map, self._names(frame), self.font_of(0.85), self.colours, em)

    def _draw_legend(self, painter: QPainter, line: QRectF, frame: CompareFrame, scale: Scale) -> None:
        em = self.em
        painter.setFont(self.font_of(0.85))
        metrics = QFontMetricsF(painter.font())
        if frame.found is not None and not frame.found.incomparable:
            label, high = self.tr("KL of a token"), self.tr("{n}\u00a0bits").format(n=f"{scale.high:g}")
            draw_legend(painter, line, scale, label, "0", high, self.colours, bar=em * 4)
            line = line.adjusted(0, 0, -legend_width(painter.font(), label, "0", high, em * 4), 0)
        x, most = line.left(), max(line.width() / 2 - em * 2.0, em)
        for text, colour in zip(self._names(frame), (self.colours.path, self.colours.fan), strict=True):
            painter.fillRect(QRectF(x, line.center().y() - em * 0.3, em * 0.9, em * 0.6), QColor(colour))
            painter.setPen(QColor(self.colours.text))
            room = min(metrics.horizontalAdvance(text) + 2, most)
            painter.drawText(QRectF(x + em * 1.2, line.top(), room, line.height()), LEFT, cut(painter, text, room))
            x += room + em * 2.0

    # -- words ---------------------------------------------------------------------------------------------------

    def _names(self, frame: CompareFrame) -> tuple[str, str]:
        """Which is which, above: first, below: second."""
        known = {"original": self.tr("original"), "seed": self.tr("seed {n}"), "prompt": self.tr("prompt {n}")}
        one, other = (
            known.get(kind, label).format(n=number) if kind in known else label
            for label, (kind, _, number) in ((label, label.partition(" ")) for label in frame.labels)
        )
        return self.tr("above: {what}").format(what=one), self.tr("below: {what}").format(what=other)

    def _heading(self, frame: CompareFrame) -> str:
        if frame.found is None:
            return self.tr("Two texts drawn with the same random numbers")
        n = len(frame.found.kl)
        return self.tr("{n} of {all} tokens, generated with the same random numbers").format(
            n=n, all=frame.found.asked.n_tokens
        )

    def _writing(self, frame: CompareFrame) -> str:
        return self.tr("Both are being generated; the first tokens appear in a moment.") if frame.going else ""

    def verdict(self, frame: CompareFrame) -> str:
        """What came of it, from the numbers; before that, what the button would do."""
        found, texts = frame.found, frame.texts
        if frame.refused and (found is None or not frame.going):
            return frame.refused
        if found is None or texts is None:
            return self._writing(frame) or self._missing(frame) or self._offer(frame)
        if found.incomparable:
            return found.incomparable
        n, at = len(found.kl), found.parted
        mean = bits(float(found.kl[: at + 1 if at >= 0 else n].mean())) if n else "0"
        if at < 0:
            said = self.tr("The texts are the same for {n} token(s); KL is {mean} bits per token on average.", "", n)
            return plural(said, n).format(n=n, mean=mean)
        said = self.tr(
            "First difference at token {step}: “{one}” ({p}) and “{other}” ({q}). KL up to there: {mean} bits per "
            "token."
        )
        if at + 1 < n:
            more = self.tr("After it, the texts have different histories, and KL compares different contexts.")
            said = sentences(said, more)
        return said.format(
            step=at + 1, one=texts.one[at], other=texts.other[at], p=percent(float(found.probs[0, at])),
            q=percent(float(found.probs[1, at])), mean=mean,
        )  # fmt: skip

    def nothing_to_see(self, frame: CompareFrame) -> str:
        return "" if frame.found is not None else frame.refused or self._missing(frame) or self._offer(frame)

    def _missing(self, frame: CompareFrame) -> str:
        """What has to be given first."""
        return {
            "text": self.tr("Type a prompt and run it first: both texts continue from the selected token."),
            "plan": self.tr("No interventions yet: add a component to the interventions, then generate both."),
            "prompt": self.tr("Type the other prompt into “Other” above."),
            "model": self.tr("Type the other model into “Other” above: a name, a hub id, a folder or a GGUF file."),
        }.get(frame.why_not, "")

    def _offer(self, frame: CompareFrame) -> str:
        return self.tr(
            "“Generate both” continues “…{text}” twice with the same random numbers and marks the first difference."
        ).format(text=frame.after[-40:].replace("\n", " "))


def _question(
    run: Run, ui: UiState, what: str, other: str, ids: tuple[int, ...], n_tokens: int
) -> tuple[AskTwins | None, str]:
    """What the button asks, or why it cannot."""
    if not ids:
        return None, "text"
    one = Twin(ids)
    if what == "changed model":
        if not ui.plan.changes:
            return None, "plan"
        second = Twin(ids, plan=ui.plan)
    elif what == "another seed":
        seed = int(other) if other.isdigit() else run.sampling.seed + 1
        second = Twin(ids, seed=seed)
    elif what == "another prompt":
        if not other:
            return None, "prompt"
        second = Twin(prompt=other)
    else:
        if not other:
            return None, "model"
        second = Twin(prompt=plain_text(run.vocabulary, ids), model=other)
    space = ui.space if ui.space in run.maps else EMBEDDING
    return AskTwins(one, second, n_tokens, run.sampling, space), ""


def _what(asked: AskTwins) -> str:
    """Which comparison this is."""
    one, other = asked.one, asked.other
    if other.model:
        return WHATS[3]
    if other.plan != one.plan:
        return WHATS[0]
    return WHATS[1] if other.seed != one.seed else WHATS[2]


def _newest(run: Run, what: str) -> tuple[Twins | None, str]:
    """The finding of this comparison that came last, and why there is none newer."""
    refused = ""
    for question in reversed(run.findings):
        if isinstance(question, AskTwins) and _what(question) == what:
            found = run.findings[question]
            if isinstance(found, Twins):
                return found, refused
            if isinstance(found, Refused) and not refused:
                refused = found.sentence
    return None, refused


def _texts(run: Run, found: Twins) -> TwinTexts:
    one = tuple(shown_all(run.vocabulary, found.written[0].tolist()))
    other = tuple(shown_all(found.vocabulary or run.vocabulary, found.written[1].tolist()))
    return TwinTexts(one, other, found.kl, _high(found.kl), found.parted)


def _high(kl: F32) -> float:
    """Bits of a full bar: stable, it grows in nice steps from 2 on."""
    known = kl[np.isfinite(kl)]
    return nice_ceiling(max(2.0, float(known.max()) if len(known) else 0.0))


def _labels(found: Twins) -> tuple[str, str]:
    """Which is which: `original`, `L5.H1 × 0`, `seed 3`, the beginning of a prompt, or a model's name."""
    one, other = found.asked.one, found.asked.other
    if other.model:
        return found.names
    if other.plan != one.plan:
        return told(one.plan.changes) or "original", told(other.plan.changes, 2) or "original"
    if other.seed != one.seed:
        return f"seed {found.asked.sampling.seed}", f"seed {other.seed}"
    return "prompt 1", f"“{other.prompt[:24]}”"
