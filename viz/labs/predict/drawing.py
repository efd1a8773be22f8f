"""Draws Predict first: the end of the text, a tile for each token with its votes and bars, and the score."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from viz.charts.colours import mixed
from viz.charts.numbers import NBSP, NOT_THERE, bits, fixed, percent
from viz.labs.predict.predict_frame import PredictFrame
from viz.plural import plural
from viz.theme import Theme

translate = QCoreApplication.translate  # by this name its texts are collected

HEAD, SHORT = 5.3, 2.5  # em of the text with what is asked below it, and without
SCORE, ROW = 8.95, 1.55  # em of the score, and of a line of it
TOKEN = 0.4  # of a tile's height, where its bars stand below it
GAP = 0.5  # em between tiles
LEAST, MOST = 2.3, 11.0  # em of a tile's height
BESIDE = 22.0  # em of a tile's width from which its bars stand beside the token
WIDE, NARROW = 34.0, 9.0  # em from which tiles stand in two columns, and of a column at least
LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)
WORDS = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Areas:
    """Where the parts stand. `tiles` has one place for each token."""

    head: QRectF
    tiles: tuple[QRectF, ...]
    score: QRectF


def areas(rect: QRectF, em: float, n: int, has_score: bool) -> Areas:
    """Share a rectangle out: tiles take what head and score leave. Where they could not be read the score goes, then
    what is asked."""
    inside = rect.adjusted(0.7 * em, 0.2 * em, -0.7 * em, -0.3 * em)
    for above, below in ((HEAD, SCORE), (HEAD, 0.0), (SHORT, 0.0)):
        high = below * em if has_score else 0.0
        head = QRectF(inside.left(), inside.top(), inside.width(), above * em)
        score = QRectF(inside.left(), inside.bottom() - high, inside.width(), high)
        room = QRectF(inside.left(), head.bottom(), inside.width(), max(score.top() - head.bottom() - 0.3 * em, em))
        columns, tall = _columns(room, em, n)
        if tall >= LEAST * em:
            break
    rows = -(-n // columns) if n else 1
    wide = (room.width() - GAP * em * (columns - 1)) / columns
    places = [
        QRectF(room.left() + (i // rows) * (wide + GAP * em), room.top() + (i % rows) * (tall + GAP * em), wide, tall)
        for i in range(n)
    ]
    return Areas(head, tuple(places), score)


def _columns(room: QRectF, em: float, n: int) -> tuple[int, float]:
    """How many columns of tiles, and how high a tile is: as few as leave all of them high enough."""
    first = 2 if room.width() > WIDE * em and n > 1 else 1
    columns, tall = first, em
    for columns in range(first, max(int(room.width() / (NARROW * em)), first) + 1):
        rows = max(-(-n // columns), 1)
        tall = min((room.height() - GAP * em * (rows - 1)) / rows, MOST * em)
        if tall >= LEAST * em:
            break
    return columns, max(tall, 4.0)


class PredictDrawing:
    """One picture. `part` (0..1): how far the bars have grown."""

    def __init__(self, painter: QPainter, frame: PredictFrame, theme: Theme, font: QFont, em: float) -> None:
        self.painter, self.frame, self.theme, self.base, self.em = painter, frame, theme, font, em

    def draw(self, where: Areas, question: str, part: float = 1.0) -> None:
        """All of it; `question` stands above."""
        self._head(where.head, question)
        for index, place in enumerate(where.tiles):
            self._tile(place, index, part)
        if where.score.height() > 0:
            self._score(where.score)

    def _font(self, size: float, bold: bool = False) -> QFont:
        font = QFont(self.base)
        font.setPixelSize(max(round(self.em * size), 6))
        font.setBold(bold)
        return font

    def _text(
        self, box: QRectF, text: str, size: float, colour: str, flags: int = LEFT, bold: bool = False,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:  # fmt: skip
        self.painter.setFont(self._font(size, bold))
        self.painter.setPen(QColor(colour))
        if not flags & int(Qt.TextFlag.TextWordWrap):
            text = QFontMetricsF(self.painter.font()).elidedText(text, cut, box.width())
        self.painter.drawText(box, flags, text)

    def _head(self, box: QRectF, question: str) -> None:
        """The end of the text with a gap after it, and what is asked."""
        text = "".join(self.frame.text).replace("·", " ").replace("↵", " ").strip()
        gap = 2.4 * self.em
        line = QRectF(box.left(), box.top(), box.width() - gap - 0.5 * self.em, 2.3 * self.em)
        self._text(line, text, 1.5, self.theme.text, bold=True, cut=Qt.TextElideMode.ElideLeft)
        wide = min(QFontMetricsF(self._font(1.5, True)).horizontalAdvance(text), line.width())
        place = QRectF(line.left() + wide + 0.5 * self.em, line.top() + 0.35 * self.em, gap, 1.7 * self.em)
        if self.frame.node >= 0:
            pen = QPen(QColor(self.theme.accent), max(0.12 * self.em, 1.5), Qt.PenStyle.DashLine)
            self.painter.setPen(pen)
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawRoundedRect(place, 0.3 * self.em, 0.3 * self.em)
            self._text(place, "?", 1.2, self.theme.accent, int(Qt.AlignmentFlag.AlignCenter), bold=True)
        below = QRectF(box.left(), line.bottom(), box.width(), box.bottom() - line.bottom())
        if below.height() > self.em:
            self._text(below, question, 0.95, self.theme.muted, WORDS)

    def _tile(self, place: QRectF, index: int, part: float) -> None:
        frame, theme, em = self.frame, self.theme, self.em
        shown = bool(len(frame.probs))
        likeliest = shown and int(frame.token_ids[index]) == frame.likeliest
        self.painter.setPen(QPen(QColor(theme.chosen if likeliest else theme.border), 2.5 if likeliest else 1.2))
        self.painter.setBrush(QColor(theme.raised))
        self.painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 0.4 * em, 0.4 * em)
        inside = place.adjusted(0.6 * em, 0.15 * em, -0.6 * em, -0.15 * em)
        if not shown:
            self._token(inside, index, below=False)
        elif inside.width() > BESIDE * em:
            split = inside.left() + max(0.34 * inside.width(), 8 * em)
            self._token(QRectF(inside.topLeft(), QPointF(split - 0.5 * em, inside.bottom())), index, below=True)
            self._bars(QRectF(QPointF(split, inside.top()), inside.bottomRight()), index, part)
        else:
            middle = inside.top() + TOKEN * inside.height()
            self._token(QRectF(inside.topLeft(), QPointF(inside.right(), middle)), index, below=False)
            self._bars(QRectF(QPointF(inside.left(), middle), inside.bottomRight()), index, part)

    def _token(self, box: QRectF, index: int, below: bool) -> None:
        """The number of its key, the token, and its votes: `below` it or at the right."""
        votes = int(self.frame.votes[index])
        said = plural(translate("Predict", "{n} vote(s)", "", votes), votes).format(n=votes) if votes else ""
        if len(self.frame.decoys) and bool(self.frame.decoys[index]):
            said = translate("Predict", "decoy, {votes}").format(votes=said) if said else translate("Predict", "decoy")
        top = QRectF(box.left(), box.top(), box.width(), box.height() * (0.62 if below else 1.0))
        size = min(max(top.height() / self.em * 0.5, 0.35), 3.0)
        count = min(max(0.85, 0.5 * size), 1.3, max(top.height() / self.em * 0.6, 0.35))
        wide = 0.0 if below else QFontMetricsF(self._font(count)).horizontalAdvance(said) + 0.4 * self.em
        number = QRectF(top.left(), top.top(), 1.3 * self.em * size, top.height())
        self._text(number, str(index + 1) if index < 9 else "", 0.75 * size, self.theme.muted)
        word = QRectF(number.right(), top.top(), max(top.right() - number.right() - wide, 1.0), top.height())
        text = self.frame.texts[index]
        needed = max(QFontMetricsF(self._font(size, True)).horizontalAdvance(text), 1.0)
        fitting = max(size * min(0.97 * word.width() / needed, 1.0), min(0.8, size))
        self._text(word, text, fitting, self.theme.text, bold=True)
        if below:
            rest = QRectF(box.left(), top.bottom(), box.width(), box.bottom() - top.bottom())
            self._text(rest, said, min(count, rest.height() / self.em * 0.75), self.theme.text)
        else:
            self._text(QRectF(top.right() - wide, top.top(), wide, top.height()), said, count, self.theme.text, RIGHT)

    def _bars(self, box: QRectF, index: int, part: float) -> None:
        """The model's probability above the class's, from 0 to 1 across the tile."""
        size = min(max(box.height() / 2 / self.em * 0.7, 0.35), 1.3, max(box.width() / self.em / 13, 0.35))
        label, number = 4.0 * self.em * size, 4.4 * self.em * size
        for row, (name, share, colour) in enumerate((
            (translate("Predict", "model"), float(self.frame.probs[index]), self.theme.fan),
            (translate("Predict", "class"), float(self.frame.class_shares[index]), self.theme.path),
        )):  # fmt: skip
            line = QRectF(box.left(), box.top() + row * box.height() / 2, box.width(), box.height() / 2)
            self._text(QRectF(line.left(), line.top(), label, line.height()), name, size, self.theme.muted)
            track = QRectF(line.left() + label, line.center().y() - 0.28 * line.height(),
                           max(line.width() - label - number, 1.0), 0.56 * line.height())  # fmt: skip
            self.painter.fillRect(track, mixed(self.theme.border, self.theme.surface, 0.3))
            if np.isfinite(share):
                self.painter.fillRect(QRectF(track.left(), track.top(), track.width() * share * part, track.height()),
                                      QColor(colour))  # fmt: skip
            said = percent(share * part) if part < 1 and np.isfinite(share) else percent(share)
            self._text(QRectF(line.right() - number, line.top(), number, line.height()), said, size, self.theme.text,
                       RIGHT)  # fmt: skip

    def _score(self, box: QRectF) -> None:
        """A table: class, model, the buttons without a vote, and counting, on the last token and over all rounds."""
        sums, em = self.frame.total, self.em
        if sums is None:
            return
        last, n = self.frame.rounds[-1], sums.n
        self.painter.setPen(QPen(QColor(self.theme.border), 1))
        self.painter.drawLine(box.topLeft(), QPointF(box.right(), box.top()))
        mean = plural(translate("Predict", "mean of {n} token(s)", "", n), n).format(n=n)
        rows = (
            ("", translate("Predict", "last token"), mean, translate("Predict", "hits")),
            (translate("Predict", "Class"), _bits(last.class_bits), _bits(sums.class_bits), str(sums.class_hits)),
            (translate("Predict", "Model"), _bits(last.model_bits), _bits(sums.model_bits), str(sums.model_hits)),
            (translate("Predict", "Blind (no votes)"), _bits(last.chance_bits), _bits(sums.chance_bits),
             fixed(sums.chance_hits, 1)),
            (translate("Predict", "Table of 6 letters"), _bits(last.table_bits), _bits(sums.table_bits), NOT_THERE),
        )  # fmt: skip
        shares = (0.34, 0.2, 0.3, 0.16)
        for line, cells in enumerate(rows):
            left = box.left()
            for column, (cell, share) in enumerate(zip(cells, shares, strict=True)):
                place = QRectF(left, box.top() + 0.2 * em + line * ROW * em, share * box.width(), ROW * em)
                colour = self.theme.muted if line == 0 else self.theme.text
                self._text(place, cell, 1.0, colour, LEFT if column == 0 else RIGHT, bold=line == 1)
                left += share * box.width()


def _bits(value: float) -> str:
    if not np.isfinite(value):
        return NOT_THERE
    return translate("Predict", "{n} bits").format(n=bits(value)).replace(" ", NBSP)
