"""The model goes on from the repeated words: does it keep saying the second one?

One time line over sequence and continuation: how uncertain the model is of what follows (entropy, a solid line), and
how much its induction heads look at what followed this token earlier (dashed). Both are measured by a lab in a
forward of its own, after the induction heads were found on random repetitions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.labs.hello_bye.records import GoesOn
from engine.questions import Question
from engine.records import F32
from engine.run import Run
from viz.charts.colours import mixed
from viz.charts.numbers import nice_ceiling, percent
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.intents import Hover, Intent, ask_labs
from viz.labs.hello_bye.axis import (
    LEFT,
    RIGHT,
    Columns,
    draw_label,
    label_height,
    shown_columns,
)
from viz.labs.hello_bye.draw import Brush, draw_message, write_fitting
from viz.labs.hello_bye.frame import Shown, shown
from viz.labs.hello_bye.going_on_frame import going
from viz.labs.hello_bye.labels import going_on, number
from viz.theme import Theme
from viz.token_text import joined
from viz.ui_state import Option, UiState
from viz.view import option_value

WIDE = 50  # em from which the sentence stands beside the lines


@dataclass(frozen=True)
class HelloByeGoesOnFrame:
    """The continuation, and what is to be asked for it."""

    shown: Shown
    asks: Question | None
    found: GoesOn | None
    texts: tuple[str, ...]  # [T] of sequence and continuation
    second_colour: tuple[int, ...]  # [T] 0, 1: the words of the sequence and what repeats the second; -1: other
    heads: tuple[tuple[int, int], ...]
    counted: bool
    why_not: str
    sentence: str


class HelloByeGoesOnView(PaintedView):
    """The time line; see the module."""

    name = "hello_bye_goes_on"
    title = "Generation from it"
    area = "bottom"
    order = 63
    tip = "The model goes on from the repeated words: does it keep saying the second one, and how sure is it?"
    options = (
        Option("tokens", "Tokens", "integer", 30, low=1, high=200, tip="How many tokens the model writes."),
        Option(
            "temperature", "Temperature", "number", 0.0, low=0.0, high=2.0, step=0.1,
            tip="0 takes the likeliest token each time; 1 draws as the model says.",
        ),
        Option("seed", "Seed", "integer", 0, low=0, high=9999, in_bar=False, tip="Of the draws."),
    )  # fmt: skip
    figure_lines = 420

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: HelloByeGoesOnFrame | None = None
        self._hover: int | None = None

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> HelloByeGoesOnFrame:
        what = shown(run, ui)
        asks: Question | None = what.question if what.asks else None
        if what.found is None:
            return HelloByeGoesOnFrame(what, asks, None, (), (), (), False, what.why_not, "")
        tokens, temperature, seed = (option_value(cls, ui, name) for name in ("tokens", "temperature", "seed"))
        here = going(
            run, what.found, what.from_run, int(tokens), float(temperature), int(seed),
            run.info is not None and not ui.playing,
        )  # fmt: skip
        asks = asks if what.asks else here.asks
        found = here.found
        if found is None:
            return HelloByeGoesOnFrame(what, asks, None, (), (), here.heads, here.counted, here.why_not, "")
        second = [int(word >= what.found.question.first_count) if word >= 0 else -1 for word in what.found.words]
        later = [1 if again else -1 for again in found.repeats[found.n_prompt :]]
        return HelloByeGoesOnFrame(
            what, asks, found, tuple(joined(found.raws)), (*second, *later), here.heads, here.counted, "",
            going_on(found),
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: HelloByeGoesOnFrame) -> Sequence[Intent]:
        return ask_labs(frame.asks)

    def paint(self, frame: HelloByeGoesOnFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        say_changed(self, frame.sentence or frame.why_not or self._waiting(frame))

    # -- geometry ------------------------------------------------------------------------------------------------

    def _area(self, rect: QRectF) -> tuple[QRectF, QRectF]:
        """Room of the lines (tokens below included) and of the sentence."""
        em = self.em
        if rect.width() >= WIDE * em:
            wide = min(em * 25, rect.width() * 0.3)
            said = QRectF(rect.right() - wide, rect.top() + em * 0.4, wide - em * 0.6, rect.height() - em * 0.8)
            return QRectF(rect.left() + em * 4.4, rect.top() + em * 1.7, rect.width() - wide - em * 9.4,
                          rect.height() - em * 2.0), said  # fmt: skip
        said = QRectF(rect.left() + em * 0.6, rect.top() + em * 0.3, rect.width() - em * 1.2, em * 3.4)
        top = said.bottom() + em * 1.4
        return QRectF(rect.left() + em * 4.4, top, rect.width() - em * 9.0, rect.bottom() - top - em * 0.3), said

    def _columns(self, rect: QRectF) -> Columns:
        area, _ = self._area(rect)
        return Columns(area.left(), area.width(), len(self.painted.texts) if self.painted else 0)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        if frame.found is None:
            brush = Brush(painter, self.colours, em, self._font, Columns(0, 1, 1))
            said = frame.why_not or self._waiting(frame)
            draw_message(brush, self.translated_title(), said, rect)
            return
        area, said_room = self._area(rect)
        brush = Brush(painter, self.colours, em, self._font, self._columns(rect))
        font = self.font_of(0.82)
        tall, sideways = label_height(frame.texts, brush.columns, font, area.height() * 0.55)
        lines = QRectF(area.left(), area.top(), area.width(), max(area.height() - tall - em * 0.5, em))
        self._draw_lines(brush, frame.found, lines)
        self._draw_tokens(brush, frame, lines.bottom() + em * 0.1, tall, sideways, font)
        self._draw_keys(brush, frame, lines)
        pointed = self._pointed(frame)
        write_fitting(brush, pointed or f"{frame.sentence} {self._heads_said(frame)}".strip(), said_room,
                      self.colours.text, 0.95)  # fmt: skip

    def _draw_lines(self, brush: Brush, found: GoesOn, lines: QRectF) -> None:
        em, theme, painter = self.em, self.colours, brush.painter
        top = nice_ceiling(float(np.nanmax(found.entropy, initial=1.0)))
        for part in (0.0, 0.5, 1.0):
            y = lines.bottom() - lines.height() * part
            painter.setPen(QPen(mixed(theme.border, theme.surface, 0.2), 1))
            painter.drawLine(QPointF(lines.left(), y), QPointF(lines.right(), y))
            left = QRectF(lines.left() - em * 4.2, y - em * 0.6, em * 3.9, em * 1.2)
            brush.write(left, RIGHT, self.tr("{n} bits").format(n=f"{top * part:g}"), 0.75, theme.path)
            if found.induction is not None:
                right = QRectF(lines.right() + em * 0.3, y - em * 0.6, em * 4.2, em * 1.2)
                brush.write(right, LEFT, percent(part), 0.75, theme.fan)
        x = brush.columns.x(found.n_prompt)
        painter.setPen(QPen(QColor(theme.text), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, lines.top()), QPointF(x, lines.bottom()))
        self._draw_line(brush, found.entropy / np.float32(top), lines, theme.path, Qt.PenStyle.SolidLine)
        if found.induction is not None:
            self._draw_line(brush, found.induction, lines, theme.fan, Qt.PenStyle.DashLine)
        painter.setPen(QPen(QColor(theme.accent), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for at in self._lit():
            painter.drawRect(QRectF(brush.columns.x(at), lines.top(), brush.columns.cell, lines.height()))

    def _lit(self) -> frozenset[int]:
        """Positions pointed at, here or in another view."""
        if self._hover is not None and not self.still:
            return frozenset({self._hover})
        return frozenset() if self.painted is None else self.painted.shown.lit

    def _draw_line(self, brush: Brush, shares: F32, lines: QRectF, colour: str, style: Qt.PenStyle) -> None:
        """Shares [T] of the height, one point in the middle of each column."""
        points = [
            QPointF(brush.columns.x(at + 0.5), lines.bottom() - lines.height() * float(np.clip(share, 0, 1)))
            for at, share in enumerate(shares)
            if np.isfinite(share)
        ]
        brush.painter.setPen(QPen(QColor(colour), max(self.em * 0.15, 1.6), style))
        brush.painter.drawPolyline(QPolygonF(points))

    def _draw_tokens(
        self, brush: Brush, frame: HelloByeGoesOnFrame, top: float, tall: float, sideways: bool, font: QFont
    ) -> None:
        em, theme, columns = self.em, self.colours, brush.columns
        bar = em * 0.32
        for position, which in enumerate(frame.second_colour):
            colour = QColor(theme.muted if which < 0 else theme.categories[which])
            thick = bar * (0.3 if which < 0 else 1.0 if which == 0 else 0.6)
            brush.painter.fillRect(QRectF(columns.x(position) + 0.5, top, max(columns.cell - 1, 1), thick), colour)
        brush.painter.setFont(font)
        lit = self._lit()
        named = set(shown_columns(columns, font, sideways)) | lit
        for position in sorted(named):
            if 0 <= position < len(frame.texts):
                colour = QColor(theme.accent if position in lit else theme.text)
                box = QRectF(columns.x(position), top + bar, columns.cell, tall)
                draw_label(brush.painter, frame.texts[position], box, sideways, colour, True)

    def _draw_keys(self, brush: Brush, frame: HelloByeGoesOnFrame, lines: QRectF) -> None:
        """Above the lines: what each of them is, and where the model's own words begin."""
        em, theme, x = self.em, self.colours, lines.left()
        keys = [(self.tr("entropy of what follows"), theme.path, Qt.PenStyle.SolidLine)]
        if frame.found is not None and frame.found.induction is not None:
            keys.append((self.tr("induction activity"), theme.fan, Qt.PenStyle.DashLine))
        keys.append((self.tr("right of it: written by the model"), theme.text, Qt.PenStyle.DashLine))
        metrics = QFontMetricsF(self.font_of(0.82))
        for text, colour, style in keys:
            y = lines.top() - em * 0.85
            brush.painter.setPen(QPen(QColor(colour), max(em * 0.15, 1.6), style))
            brush.painter.drawLine(QPointF(x, y), QPointF(x + em * 1.8, y))
            wide = metrics.horizontalAdvance(text) + em * 0.3
            if x + em * 2.1 + wide > lines.right() + em * 4:
                break
            brush.write(QRectF(x + em * 2.1, y - em * 0.6, wide, em * 1.2), LEFT, text, 0.82, theme.text)
            x += em * 3.2 + wide

    def _font(self, size: float, bold: bool) -> QFont:
        return self.font_of(size, bold)

    # -- words ---------------------------------------------------------------------------------------------------

    def _waiting(self, frame: HelloByeGoesOnFrame) -> str:
        if frame.shown.from_run:
            return self.tr("Nothing was generated after these words in this run.")
        if not frame.heads and frame.shown.found is not None and frame.shown.found.attn is not None:
            return self.tr("Looking for the induction heads on random repetitions …")
        return self.tr("The model is going on from the words …")

    def _heads_said(self, frame: HelloByeGoesOnFrame) -> str:
        if not frame.heads:
            return ""
        names = ", ".join(f"L{layer}.H{head}" for layer, head in frame.heads)
        if frame.counted:
            return self.tr("Heads: {names} (induction heads on random repetitions).").format(names=names)
        return self.tr("No head counts as an induction head; those that come nearest: {names}.").format(names=names)

    def _pointed(self, frame: HelloByeGoesOnFrame) -> str:
        found, at = frame.found, self._hover
        if found is None or at is None or self.still or not 0 <= at < len(frame.texts):
            return ""
        parts = [self.tr("{at}: {token}").format(at=at, token=frame.texts[at])]
        if at < len(found.actual) and np.isfinite(found.actual[at]):
            parts.append(self.tr("it had {p}").format(p=percent(float(found.actual[at]))))
        parts.append(self.tr("entropy after it {n} bits").format(n=number(float(found.entropy[at]))))
        if found.induction is not None:
            parts.append(self.tr("induction activity {p}").format(p=percent(float(found.induction[at]))))
        return "\n".join(parts)

    # -- gestures ------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._columns(QRectF(self.rect())).at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def _point_at(self, column: int | None) -> None:
        frame = self.painted
        if frame is None or frame.found is None or column == self._hover:
            return
        self._hover = column
        nodes = frame.shown.nodes
        if column is None:
            self.send(Hover())
        else:
            self.send(Hover(int(frame.found.token_ids[column]), nodes[column] if column < len(nodes) else None))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 84)
