"""Paints what the changes on the board do: four figures, a sentence made of them, and bars before and after in pairs.

The upper bar of a pair is the intact model's probability, the lower one the changed model's; the rows keep the intact
model's order, so that nothing jumps under a slider, and tokens that come up only in the changed model stand below a
line of their own. The followed token is marked.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from viz.changed import Pairs
from viz.charts.colours import mixed
from viz.charts.numbers import NBSP, bits, nice_ceiling, percent, signed, with_percent
from viz.labs.ablation.effect import Effect
from viz.theme import Theme

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine)
ROW = 2.15  # em
TILES, LOW_TILES = 4.6, 3.1  # em; without their third line where there is little height
LOW = 25.0  # em of height below which tiles are low
SHORTEST = 3.0  # em of a full bar: with less room numbers stand one above the other, and changes are left out
STACKED = 0.8  # em of the numbers' type there


translate = QCoreApplication.translate  # by this name its texts are collected


def heading(effect: Effect) -> str:
    """Which place is shown."""
    if effect.position < 0:
        return translate("Effect", "No text yet")
    return translate("Effect", "Next token after “{token}” (position {position})").format(
        token=effect.after, position=effect.position
    )


def verdict(effect: Effect) -> str:
    """What came of it, from the numbers."""
    found, pairs = effect.found, effect.pairs
    if found is None or pairs is None:
        if not effect.changed:
            return translate("Effect", "No interventions are on: both bars of a pair are the same.")
        return (
            translate("Effect", "Running the modified model…")
            if effect.waits
            else translate("Effect", "The modified model runs when generation pauses.")
        )
    before, after = (percent(float(value)) for value in found.token_probs)
    if found.kl == 0.0:
        return translate("Effect", "The interventions make no difference at this position.")
    parts = {"token": effect.token_text, "before": before, "after": after, "best": effect.best}
    if int(found.token_ranks[1]) == 0:
        return translate("Effect", "“{token}” goes from {before} to {after} and is the most likely token.").format(
            **parts
        )
    if int(found.token_ranks[0]) == 0:
        return translate(
            "Effect", "“{token}” goes from {before} to {after}; the most likely token is now “{best}”."
        ).format(**parts)
    return translate("Effect", "“{token}” goes from {before} to {after}; the most likely token is “{best}”.").format(
        **parts
    )


def tiles(effect: Effect) -> list[tuple[str, str, str]]:
    """(what, value, more) of each figure."""
    found = effect.found
    if found is None:
        return []
    arrow = f"{NBSP}→{NBSP}"
    token = effect.token_text
    ranks = arrow.join(str(int(rank) + 1) for rank in found.token_ranks)
    reach = (
        translate("Effect", "affects L{n} and later").format(n=found.from_layer)
        if found.kl
        else translate("Effect", "no effect")
    )
    return [
        (
            translate("Effect", "KL (original ‖ modified)"),
            translate("Effect", "{n}\u00a0bits").format(n=bits(found.kl)),
            reach,
        ),
        (
            translate("Effect", "p(“{token}”)").format(token=token),
            arrow.join(percent(float(it)) for it in found.token_probs),
            translate("Effect", "rank {ranks}").format(ranks=ranks),
        ),
        (
            translate("Effect", "logit of “{token}”").format(token=token),
            signed(float(found.token_logits[1] - found.token_logits[0])),
            arrow.join(signed(float(it)) for it in found.token_logits),
        ),
        (
            translate("Effect", "entropy"),
            arrow.join(bits(float(it)) for it in found.entropy),
            translate("Effect", "bits of the next token"),
        ),
    ]


class EffectPainter:
    """Paints into a rectangle with a font of `em` pixels; `beside` the heading so many are left free at its end."""

    def __init__(self, theme: Theme, font: QFont, em: float, beside: float = 0.0) -> None:
        self.theme, self.base, self.em, self.beside = theme, font, em, beside
        self.low = False

    def fit(self, height: float) -> EffectPainter:
        """Get ready for this height in pixels."""
        self.low = height < LOW * self.em
        return self

    def font(self, size: float, bold: bool = False) -> QFont:
        """The font at `size` em."""
        font = QFont(self.base)
        font.setPixelSize(max(round(self.em * size), 7))
        font.setBold(bold)
        return font

    @staticmethod
    def elided(painter: QPainter, text: str, width: float) -> str:
        """`text` as far as it fits."""
        return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, width)

    def top_of_rows(self, effect: Effect) -> float:
        """Pixels above the first row."""
        return self.em * (3.2 + (self.tiles + 0.5 if effect.found is not None else 0.0) + 1.5)

    @property
    def tiles(self) -> float:
        """Height of the figures' boxes in em."""
        return LOW_TILES if self.low else TILES

    def room(self, effect: Effect, height: float) -> int:
        """How many rows fit, with one line less for the heading of those that come up."""
        return max(int((height - self.top_of_rows(effect) - self.em * 1.6) / (self.em * ROW)), 1)

    def row_rect(self, rect: QRectF, effect: Effect, row: int) -> QRectF:
        """Where a pair is drawn."""
        n_first = effect.pairs.n_first if effect.pairs is not None else 0
        gap = self.em * 1.5 if row >= n_first else 0.0
        top = rect.top() + self.top_of_rows(effect) + row * self.em * ROW + gap
        return QRectF(rect.left() + self.em * 0.7, top, rect.width() - self.em * 1.4, self.em * ROW)

    def draw(self, painter: QPainter, rect: QRectF, effect: Effect) -> None:
        """Everything."""
        em, theme = self.em, self.theme
        line = QRectF(rect.left() + em * 0.7, rect.top() + em * 0.2, rect.width() - em * 1.4, em * 1.5)
        painter.setFont(self.font(1.05, bold=True))
        painter.setPen(QColor(theme.text))
        painter.drawText(line, LEFT, self.elided(painter, heading(effect), line.width() - self.beside))
        if effect.position < 0:
            painter.setFont(self.font(1.0))
            painter.setPen(QColor(theme.muted))
            said = translate(
                "Effect",
                "Type a prompt and run it: the next token is then shown here, for the original and the modified model.",
            )
            painter.drawText(line.translated(0, em * 1.5), LEFT, self.elided(painter, said, line.width()))
            return
        painter.setFont(self.font(0.95))
        painter.setPen(QColor(theme.muted))
        said = verdict(effect) + ("  …" if effect.waits else "")
        room = line.width() - self.beside
        painter.drawText(line.translated(0, em * 1.45), LEFT, self.elided(painter, said, room))
        if effect.found is not None:
            self._tiles(painter, QRectF(line.left(), rect.top() + em * 3.3, line.width(), em * self.tiles), effect)
        self._legend(painter, rect, effect)
        self._rows(painter, rect, effect)

    def _tiles(self, painter: QPainter, rect: QRectF, effect: Effect) -> None:
        em, theme, shown = self.em, self.theme, tiles(effect)
        wide = (rect.width() - em * 0.6 * (len(shown) - 1)) / len(shown)
        for index, (what, value, more) in enumerate(shown):
            box = QRectF(rect.left() + index * (wide + em * 0.6), rect.top(), wide, rect.height())
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.setBrush(mixed(theme.raised, theme.surface, 0.4))
            painter.drawRoundedRect(box, em * 0.4, em * 0.4)
            inner = box.adjusted(em * 0.6, em * 0.25, -em * 0.4, -em * 0.25)
            third = inner.height() / (2.1 if self.low else 3)
            for size, bold, colour, text, top, tall in (
                (0.82, False, theme.muted, what, 0.0, third * 0.9),
                (1.35, True, theme.text, value, third * 0.85, third * 1.25),
                (0.82, False, theme.muted, more, third * 2.1, third * 0.9),
            )[: 2 if self.low else 3]:
                font = self.font(size, bold)
                while font.pixelSize() > em * 0.75 and QFontMetricsF(font).horizontalAdvance(text) > inner.width():
                    font.setPixelSize(font.pixelSize() - 1)
                painter.setFont(font)
                painter.setPen(QColor(colour))
                where = QRectF(inner.left(), inner.top() + top, inner.width(), tall)
                painter.drawText(where, LEFT, self.elided(painter, text, inner.width()))

    def _legend(self, painter: QPainter, rect: QRectF, effect: Effect) -> None:
        em, theme = self.em, self.theme
        top = rect.top() + self.top_of_rows(effect) - em * 1.5
        painter.setFont(self.font(0.85))
        metrics = QFontMetricsF(painter.font())
        x = rect.left() + em * 0.7
        for colour, text in (
            (self.intact, translate("Effect", "upper bar: original")),
            (QColor(theme.fan), translate("Effect", "lower bar: modified")),
        ):
            painter.fillRect(QRectF(x, top + em * 0.4, em * 1.1, em * 0.5), colour)
            painter.setPen(QColor(theme.muted))
            free = rect.right() - x - em * 1.8
            painter.drawText(QRectF(x + em * 1.4, top, free, em * 1.3), LEFT, self.elided(painter, text, free))
            x += em * 2.6 + metrics.horizontalAdvance(text)
        if effect.pairs is not None and len(effect.pairs):
            end = translate("Effect", "full bar {top}").format(top=percent(self.full(effect.pairs)))
            free = rect.right() - x - em * 1.4 - metrics.horizontalAdvance(translate("Effect", "original → modified"))
            end = end if metrics.horizontalAdvance(end) < free else ""
            painter.drawText(QRectF(x, top, rect.right() - x - em * 0.7, em * 1.3), LEFT, end)
        last = translate("Effect", "original → modified")
        if x + metrics.horizontalAdvance(last) < rect.right() - em * 0.7:
            painter.drawText(QRectF(rect.left(), top, rect.width() - em * 0.7, em * 1.3), RIGHT, last)

    @property
    def intact(self) -> QColor:
        """The colour of the intact model."""
        return QColor(self.theme.path)

    @staticmethod
    def full(pairs: Pairs) -> float:
        """Probability of a full bar."""
        return nice_ceiling(float(pairs.probs.max())) if len(pairs) else 1.0

    def _rows(self, painter: QPainter, rect: QRectF, effect: Effect) -> None:
        pairs = effect.pairs
        if pairs is None or not len(pairs):
            return
        em, theme = self.em, self.theme
        painter.setFont(self.font(1.0))
        metrics = QFontMetricsF(painter.font())
        words = min(max(metrics.horizontalAdvance(text) for text in pairs.texts) + em * 1.6, rect.width() * 0.3)
        numbers, deltas, stacked = self._room_for_numbers(metrics, rect.width() - em * 1.4 - words)
        if pairs.n_first < len(pairs):
            head = self.row_rect(rect, effect, pairs.n_first).translated(0, -em * 1.45)
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(head.topLeft() + QPointF(0, em * 0.1), head.topRight() + QPointF(0, em * 0.1))
            painter.setFont(self.font(0.85))
            painter.setPen(QColor(theme.muted))
            painter.drawText(
                QRectF(head.left(), head.top(), head.width(), em * 1.4),
                LEFT,
                translate("Effect", "among the top only when modified"),
            )
        top = self.full(pairs)
        for row in range(len(pairs)):
            box = self.row_rect(rect, effect, row)
            token = int(pairs.token_ids[row])
            if token in (effect.token, effect.hovered):
                painter.setPen(QPen(QColor(theme.accent if token == effect.token else theme.border), 1.3))
                painter.setBrush(mixed(theme.raised, theme.surface, 0.3))
                painter.drawRoundedRect(box.adjusted(-em * 0.3, 1, em * 0.3, -1), em * 0.3, em * 0.3)
            painter.setFont(self.font(1.0, bold=token == effect.token))
            painter.setPen(QColor(theme.text))
            text = self.elided(painter, pairs.texts[row], words - em * 1.2)
            painter.drawText(QRectF(box.left() + em * 0.3, box.top(), words, box.height()), LEFT, text)
            track = QRectF(box.left() + words, box.top(), box.width() - words - numbers - deltas, box.height())
            self._bars(painter, track, float(pairs.probs[0, row]) / top, float(pairs.probs[1, row]) / top)
            self._numbers(painter, box, track.right(), numbers, pairs, row, stacked)

    def _room_for_numbers(self, metrics: QFontMetricsF, free: float) -> tuple[float, float, bool]:
        """Pixels of the probabilities and of their change, and whether the former stand one above the other."""
        em, one = self.em, metrics.horizontalAdvance(with_percent("< 0.01"))
        beside = metrics.horizontalAdvance(" → ".join(2 * [with_percent("< 0.01")])) + em * 0.4
        deltas = metrics.horizontalAdvance(translate("Effect", "{number}\u00a0pp").format(number="+00.0")) + em * 0.8
        if free - beside - deltas >= SHORTEST * em:
            return beside, deltas, False
        above = STACKED * one + em * 0.4
        return above, deltas if free - above - deltas >= SHORTEST * em else 0.0, True

    def _bars(self, painter: QPainter, track: QRectF, before: float, after: float) -> None:
        thick = track.height() * 0.34
        for share, colour, top in ((before, self.intact, 0.14), (after, QColor(self.theme.fan), 0.5)):
            wide = max(track.width() * min(share, 1.0), 1.0 if share > 0 else 0.0)
            painter.fillRect(QRectF(track.left(), track.top() + track.height() * top, wide, thick), colour)

    def _numbers(
        self, painter: QPainter, box: QRectF, x: float, wide: float, pairs: Pairs, row: int, stacked: bool
    ) -> None:
        em, theme = self.em, self.theme
        before, after = float(pairs.probs[0, row]), float(pairs.probs[1, row])
        painter.setPen(QColor(theme.text))
        if stacked:
            painter.setFont(self.font(STACKED))
            half = box.height() / 2
            for index, value in enumerate((before, after)):
                painter.drawText(QRectF(x, box.top() + index * half, wide, half), RIGHT, percent(value))
        painter.setFont(self.font(0.95))
        if not stacked:
            painter.drawText(
                QRectF(x, box.top(), wide, box.height()), RIGHT, f"{percent(before)}{NBSP}→{NBSP}{percent(after)}"
            )
        if box.right() - x - wide < em:
            return  # no room for the change
        change = 100 * (after - before)
        number = f"{'−' if change < 0 else '+'}{abs(change):z.{1 if abs(change) >= 9.995 else 2}f}"
        said = translate("Effect", "{number}\u00a0pp").format(number=number)
        painter.setPen(QColor(theme.muted if abs(change) < 0.005 else theme.text))
        painter.drawText(QRectF(x + wide, box.top(), box.right() - x - wide - em * 0.2, box.height()), RIGHT, said)
