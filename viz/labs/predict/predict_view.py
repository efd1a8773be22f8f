"""Predict first: a class votes on the next token before any view shows what the model expects of it.

The model's likeliest tokens stand on large buttons, shuffled among decoys; a click or a number key is a vote, and a
guess can be typed. Then the model's probabilities grow beside the votes, the text goes on with the token of the
model, of the class or of a draw, and the score of the class stands beside the model's.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.run import Run
from viz.charts.numbers import bits, percent
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.guesses import NO_GUESSES, Guesses
from viz.intents import AskDistribution, Intent, SaveTable, Say, SetGuesses, TakeToken, ask_labs
from viz.joined import sentences
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.predict import table
from viz.labs.predict.controls import (
    BEGIN,
    DRAWN,
    GIVE_UP,
    LIKELIEST,
    REVEAL,
    ROW,
    UNDO,
    VOTED,
    ControlRow,
    TileButton,
)
from viz.labs.predict.drawing import Areas, PredictDrawing, areas
from viz.labs.predict.first_token import first_token
from viz.labs.predict.offers import round_at
from viz.labs.predict.predict_frame import PredictFrame, predict_frame
from viz.plural import plural
from viz.theme import Theme
from viz.token_text import shown
from viz.ui_state import Option, UiState
from viz.view import option_value

GROWS_MS = 900
LEAST_WIDE, LEAST_HIGH = 20.0, 19.0  # em of the view


class PredictView(PaintedView):
    """See the module."""

    name = "predict"
    title = QT_TRANSLATE_NOOP("PredictView", "Predict first")
    subtitle = QT_TRANSLATE_NOOP("PredictView", "The class guesses before the model shows")
    keywords = (
        QT_TRANSLATE_NOOP("PredictView", "guess"),
        QT_TRANSLATE_NOOP("PredictView", "vote"),
        QT_TRANSLATE_NOOP("PredictView", "quiz"),
        QT_TRANSLATE_NOOP("PredictView", "hide next token"),
    )
    area = "centre"
    order = 60
    worked_by_audience = True
    controls_named = (ROW,)
    tip = QT_TRANSLATE_NOOP(
        "PredictView",
        "A class votes on the next token while it is hidden everywhere; then the model's probabilities are shown "
        "beside the votes. Bits: with n votes and m tokens voted for or offered, the class's probability of a token is "
        "(votes + 1) / (n + m + 1), and the rest is spread over all others.",
    )
    options = (
        Option(
            "top",
            QT_TRANSLATE_NOOP("PredictView", "Most likely"),
            "integer",
            4,
            low=1,
            high=8,
            tip=QT_TRANSLATE_NOOP("PredictView", "How many of the model's most likely tokens stand on the buttons."),
        ),
        Option(
            "decoys",
            QT_TRANSLATE_NOOP("PredictView", "Decoys"),
            "integer",
            4,
            low=0,
            high=8,
            tip=QT_TRANSLATE_NOOP(
                "PredictView",
                "How many unlikely tokens stand among them: drawn from the model's candidates beyond the 15 most "
                "likely ones, as far as the run keeps them, and written as the most likely one is (a word, letters "
                "that continue it, or other).",
            ),
        ),
        Option(
            "seed",
            QT_TRANSLATE_NOOP("PredictView", "Seed of the decoys"),
            "integer",
            0,
            low=0,
            high=9999,
            tip=QT_TRANSLATE_NOOP("PredictView", "Another seed draws other decoys and shuffles the buttons anew."),
            in_bar=False,
        ),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: PredictFrame | None = None
        self._latest = NO_GUESSES  # with what was sent since it was painted: votes can come faster than pictures
        self.tiles: list[TileButton] = []
        self.controls = ControlRow(self)
        self.controls.asked.connect(self.do)
        self.controls.typed.connect(self.type_guess)
        self._grows = QVariantAnimation(self)
        self._grows.setDuration(GROWS_MS)
        self._grows.setStartValue(0.0)
        self._grows.setEndValue(1.0)
        self._grows.valueChanged.connect(lambda _: self.update())

    # -- frame and paint -----------------------------------------------------------------------------------------

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> PredictFrame:
        before = None
        if len(run) and len(run.nodes[run.current].next_ids):
            top, decoys, seed = (int(option_value(cls, ui, name)) for name in ("top", "decoys", "seed"))
            before = round_at(run.nodes[run.current], run.vocabulary, top, decoys, seed)
        return predict_frame(run, ui, before)

    @classmethod
    def wants(cls, frame: PredictFrame) -> Sequence[Intent]:
        """Where the text went on while what comes next is hidden the next round begins. A typed token's probability is
        asked for, and kept with the round."""
        if frame.completed is not None:
            return (SetGuesses(frame.guesses.changed(frame.completed)),)
        if frame.guesses.hides and frame.before is not None and frame.before.offered:
            return (SetGuesses(frame.guesses.begun(frame.before)),)
        if frame.wants_distribution:
            return (AskDistribution(frame.node),)
        return ask_labs(frame.pieces)

    def paint(self, frame: PredictFrame, theme: Theme) -> None:
        before = self.painted
        super().paint(frame, theme)
        self._latest = frame.guesses
        was_guessed = before is not None and before.is_guessed and before.node == frame.node
        if was_guessed and len(frame.probs) and not frame.still and not self.still:
            self._grows.start()
        elif not len(frame.probs):
            self._grows.stop()
        self.controls.show_frame(frame)
        self._place()
        say_changed(self, self._spoken(frame))

    def nothing_to_see(self, frame: PredictFrame) -> str:
        return "" if frame.node >= 0 else self._question(frame)

    def as_table(self, frame: PredictFrame) -> SaveTable | None:
        return SaveTable(self.tr("predict first"), table.COLUMNS, table.rows(frame)) if frame.guesses.rounds else None

    def finish_figure(self) -> None:
        super().finish_figure()
        self._grows.stop()
        self.controls.hide()
        for tile in self.tiles:
            tile.hide()

    # -- words ---------------------------------------------------------------------------------------------------

    def _question(self, frame: PredictFrame) -> str:
        """What stands below the text: what is asked, or what came out."""
        if frame.node < 0:
            return self.tr("No text yet. Write a prompt and press play.")
        if frame.played is None and frame.before is None:
            return self.tr("This run's file holds no next tokens: nothing can be guessed.")
        if frame.played is None:
            return self.tr("What comes next? Hide it, and let the class guess first.")
        n = len(frame.played.votes)
        if frame.is_guessed:
            said = self.tr(
                "What comes next? {n} vote(s) so far. Press a number, click a token, or type a guess.", "", n
            )
            return plural(said, n).format(n=n)
        if not n:
            return self.tr("Nobody voted. The model's most likely token has a frame.")
        return self.tr(
            "The model gave the class's guesses a probability of {p} on average. Its most likely token has a frame."
        ).format(p=percent(frame.guessed_probability))

    def _spoken(self, frame: PredictFrame) -> str:
        parts = [self._question(frame)]
        if len(frame.probs):
            for text, p, votes in zip(frame.texts, frame.probs, frame.votes, strict=True):
                n = int(votes)
                parts.append(
                    plural(self.tr("{token}: model {p}, {n} vote(s)", "", n), n).format(
                        token=text, p=percent(float(p)), n=n
                    )
                )
        if frame.total is not None:
            parts.append(
                self.tr("Mean log loss: class {a} bits, model {b} bits, without votes {c} bits").format(
                    a=bits(frame.total.class_bits), b=bits(frame.total.model_bits), c=bits(frame.total.chance_bits)
                )
            )
            if not math.isnan(frame.total.table_bits):
                said = self.tr("A table of six letters needs {bits} bits for the same tokens")
                parts.append(said.format(bits=bits(frame.total.table_bits)))
        return sentences(*parts)

    # -- drawing -------------------------------------------------------------------------------------------------

    def _areas(self, rect: QRectF) -> Areas:
        frame = self.painted
        below = 0 if self.still or self.controls.isHidden() else self.controls.height() + 0.4 * self.em
        n = 0 if frame is None else len(frame.token_ids)
        return areas(rect.adjusted(0, 0, 0, -below), self.em, n, frame is not None and frame.total is not None)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        if frame is None:
            return
        if frame.node < 0:
            painter.setFont(self.font_of())
            painter.setPen(QColor(self.colours.muted))
            centred = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(rect.adjusted(self.em, 0, -self.em, 0), centred, self._question(frame))
            return
        running = self._grows.state() == QVariantAnimation.State.Running
        part = float(self._grows.currentValue()) if running else 1.0
        drawing = PredictDrawing(painter, frame, self.colours, self.font(), self.em)
        drawing.draw(self._areas(rect), self._question(frame), part)

    def _place(self) -> None:
        """Put the buttons over their tiles, and the row at the bottom."""
        frame = self.painted
        if frame is None or self.still:
            return
        high = self.controls.heightForWidth(self.width() - round(1.4 * self.em))
        self.controls.setGeometry(
            round(0.7 * self.em), self.height() - high - round(0.4 * self.em), self.width() - round(1.4 * self.em), high
        )
        places = self._areas(QRectF(self.rect())).tiles
        while len(self.tiles) < len(places):
            tile = TileButton(self)
            tile.clicked.connect(lambda _=False, tile=tile: self.vote_for(self.tiles.index(tile)))
            self.tiles.append(tile)
        for index, tile in enumerate(self.tiles):
            there = index < len(places) and frame.is_guessed
            tile.setVisible(there)
            if there:
                n = int(frame.votes[index])
                tile.accent = self.colours.accent
                tile.setGeometry(places[index].toAlignedRect())
                tile.setAccessibleName(
                    plural(self.tr("Vote for {token}, {n} vote(s) so far", "", n), n).format(
                        token=frame.texts[index], n=n
                    )
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """What eight tiles and the row of controls need; a dock that is smaller scrolls it."""
        return QSize(round(LEAST_WIDE * self.em), round(LEAST_HIGH * self.em)).expandedTo(super().minimumSizeHint())

    # -- gestures ------------------------------------------------------------------------------------------------

    def _set(self, guesses: Guesses) -> None:
        self._latest = guesses
        self.send(SetGuesses(guesses))

    def vote(self, token_id: int) -> None:
        """A vote for a token."""
        if self._latest.open is not None:
            self._set(self._latest.changed(self._latest.open.voted(token_id)))

    def vote_for(self, index: int) -> None:
        """A vote for the token of a tile."""
        frame = self.painted
        if frame is not None and frame.is_guessed and index < len(frame.token_ids):
            self.vote(int(frame.token_ids[index]))

    def type_guess(self, text: str) -> None:
        """A vote for what was typed: its first token."""
        frame = self.painted
        if frame is None or not frame.is_guessed:
            return
        token, whole = first_token(frame.vocabulary, text)
        if token < 0:
            self.send(Say(self.tr("The model has no token that begins “{text}”.").format(text=text.strip())))
            return
        if not whole:
            said = self.tr("“{text}” is more than one token: the vote is for its beginning, {token}.")
            self.send(Say(said.format(text=text.strip(), token=shown(frame.vocabulary, token))))
        self.vote(token)

    def do(self, what: str) -> None:
        """What a button of the row means."""
        frame, latest = self.painted, self._latest
        if frame is None:
            return
        if what == BEGIN and frame.before is not None:
            self._set(latest.begun(frame.before))
            self.setFocus()
        elif what == UNDO and latest.open is not None:
            self._set(latest.changed(latest.open.undone))
        elif what == REVEAL:
            self._set(latest.revealed)
            self.setFocus()
        elif what == GIVE_UP:
            self._set(latest.given_up)
        elif what in (LIKELIEST, VOTED, DRAWN):
            token = {LIKELIEST: frame.likeliest, VOTED: frame.voted, DRAWN: frame.drawn}[what]
            self._set(replace(latest, hides=True))  # nothing flashes up on the way
            self.send(TakeToken(frame.node, token))
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Numbers vote, Backspace takes the last vote back."""
        frame, key = self.painted, event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if frame is not None and frame.is_guessed and plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.vote_for(key - Qt.Key.Key_1)
        elif frame is not None and frame.is_guessed and plain and key == Qt.Key.Key_Backspace:
            self.do(UNDO)
        else:
            super().keyPressEvent(event)
