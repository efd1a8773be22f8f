"""How what a net says after each prefix is painted: stacked bars beside what is legal, over a ruler of depth.

Illegal probability is red AND hatched, and every legal outcome has its own row with a tick where it may come next, so
nothing hangs on colour. The likeliest outcome of each prefix is ringed in its row, with a cross where it is illegal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from engine.labs.brackets.records import Reading
from viz.charts.colours import ink_on, mixed
from viz.charts.hatching import hatched
from viz.charts.numbers import percent, with_percent
from viz.charts.painted import CENTRE, LEFT, RIGHT
from viz.charts.rulers import ticks
from viz.labs.brackets.words import START, symbol_name
from viz.theme import Theme

_CATEGORY = {"(": 0, ")": 1, "End": 2, "[": 3, "]": 6}
HATCH = 8.0  # pixels between two lines, across
SAID = 0.005  # probability of the start token from which it is shown by itself


def outcome_colour(theme: Theme, name: str) -> QColor:
    """The colour of an outcome, the same in every view."""
    return QColor(theme.categories[_CATEGORY.get(name, 7) % len(theme.categories)])


def bracket_font(font: QFont, size: float, bold: bool = False) -> QFont:
    """A font whose characters are equally wide."""
    made = QFont(font)
    made.setFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
    made.setStyleHint(QFont.StyleHint.Monospace)
    made.setPixelSize(max(round(size), 6))
    made.setBold(bold)
    return made


def fill_illegal(painter: QPainter, where: QRectF, theme: Theme) -> None:
    """Red with a hatch over it."""
    painter.fillRect(where, QColor(theme.error))
    painter.save()
    painter.setPen(QPen(mixed(theme.error, theme.ground, 0.75), 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLines(hatched(where, HATCH))
    painter.restore()


RULER, LETTERS, BARS, ROW, BETWEEN = 3.0, 1.7, 3.0, 1.25, 1.8  # em of the parts of the columns, at least


@dataclass(frozen=True)
class Columns:
    """Where the prefixes stand: prefix i in column i, of which there are n + 1."""

    bars: QRectF  # stacked probabilities, 0 at the bottom
    ruler: QRectF  # depth
    letters: QRectF  # the string
    rows: QRectF  # what is legal
    count: int

    @property
    def wide(self) -> float:
        """Width of a column."""
        return self.bars.width() / max(self.count, 1)

    def column(self, i: int, of: QRectF) -> QRectF:
        """Column i's part of one of the rectangles."""
        return QRectF(of.left() + i * self.wide, of.top(), self.wide, of.height())

    def at(self, point: QPointF) -> int | None:
        """The prefix under a point."""
        whole = self.ruler.united(self.rows)
        if not whole.contains(point) or self.count == 0:
            return None
        return min(int((point.x() - self.bars.left()) / self.wide), self.count - 1)


def lowest(reading: Reading) -> float:
    """Em that `lay_out` needs for nothing to lie over another."""
    return RULER + LETTERS + BARS + ROW * len(reading.outcomes) + BETWEEN


def lay_out(where: QRectF, reading: Reading, em: float) -> Columns:
    """Ruler, bars, letters and rows of what is legal, from above; room for names on the left."""
    left, n = em * 4.6, len(reading.probs)
    inside = where.adjusted(left, 0, -em * 0.4, 0)
    wide = min(inside.width() / max(n, 1), em * 5.0)
    inside.setWidth(wide * n)
    row = em * ROW
    legal = row * len(reading.outcomes)
    ruler = min(max(inside.height() * 0.2, em * RULER), em * 7)
    letters = em * LETTERS
    top = inside.top()
    bars = max(inside.height() - ruler - letters - legal - em * BETWEEN, em * BARS)
    return Columns(
        ruler=QRectF(inside.left(), top, inside.width(), ruler),
        letters=QRectF(inside.left(), top + ruler + em * 0.5, inside.width(), letters),
        bars=QRectF(inside.left(), top + ruler + letters + em * 0.9, inside.width(), bars),
        rows=QRectF(inside.left(), top + ruler + letters + bars + em * 1.5, inside.width(), legal),
        count=n,
    )


def draw_columns(
    painter: QPainter, at: Columns, reading: Reading, theme: Theme, font: QFont, em: float, rest: bool = True
) -> None:
    """Everything but the marks of what is looked at; `rest` as in `draw_stack`."""
    draw_ruler(painter, at, reading, theme, font, em)
    draw_letters(painter, at, reading, theme, font, em)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for i in range(at.count):
        draw_stack(painter, _inner(at.column(i, at.bars)), reading, i, theme, rest=rest)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(bracket_font(font, em * 0.8))
    painter.setPen(QColor(theme.muted))
    for share, text in ((0.0, "0"), (0.5, with_percent("50")), (1.0, with_percent("100"))):
        y = at.bars.bottom() - share * at.bars.height()
        painter.drawText(QRectF(at.bars.left() - em * 4.4, y - em, em * 4.1, em * 2), RIGHT, text)
        painter.drawLine(QPointF(at.bars.left() - em * 0.2, y), QPointF(at.bars.left(), y))
    draw_legal(painter, at, reading, theme, font, em)


def _inner(column: QRectF) -> QRectF:
    gap = min(column.width() * 0.16, 4.0)
    return column.adjusted(gap / 2, 0, -gap / 2, 0)


def draw_stack(
    painter: QPainter, where: QRectF, reading: Reading, i: int, theme: Theme, lying: bool = False, rest: bool = True
) -> None:
    """One prefix: its outcomes from the bottom up (lying: from the left), what is illegal last.

    What is missing to 1 is the start token, which is illegal everywhere; `rest` False leaves it bare.
    """
    used = 0.0
    legal = [(name, float(reading.probs[i, k])) for k, name in enumerate(reading.outcomes) if reading.legal[i, k]]
    illegal = sum(float(reading.probs[i, k]) for k in range(len(reading.outcomes)) if not reading.legal[i, k])
    illegal += float(reading.start_share[i]) if rest else 0.0
    for name, share in (*legal, ("", illegal)):
        if lying:
            part = QRectF(where.left() + used * where.width(), where.top(), share * where.width(), where.height())
        else:
            bottom = where.bottom() - (used + share) * where.height()
            part = QRectF(where.left(), bottom, where.width(), share * where.height())
        if name:
            painter.fillRect(part, outcome_colour(theme, name))
        else:
            fill_illegal(painter, part, theme)
        used += share


def draw_ruler(painter: QPainter, at: Columns, reading: Reading, theme: Theme, font: QFont, em: float) -> None:
    """Depth after each prefix as steps, with its numbers; below 0 the string has left the language."""
    low = min(int(reading.depth.min()), 0)
    high = max(int(reading.depth.max()), 1)

    def y(depth: float) -> float:
        return at.ruler.bottom() - (depth - low) / max(high - low, 1) * at.ruler.height()

    painter.setFont(bracket_font(font, em * 0.8))
    for value in ticks(low, high, max(1, int(at.ruler.height() / (em * 1.6)))):
        if value != int(value):
            continue
        painter.setPen(QPen(mixed(theme.surface, theme.border, 0.7), 1.0))
        painter.drawLine(QPointF(at.ruler.left(), y(value)), QPointF(at.ruler.right(), y(value)))
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRectF(at.ruler.left() - em * 4.4, y(value) - em, em * 4.1, em * 2), RIGHT, f"{value:g}")
    points = []
    for i, depth in enumerate(reading.depth.tolist()):
        column = at.column(i, at.ruler)
        points += [QPointF(column.left(), y(depth)), QPointF(column.right(), y(depth))]
    ground = [QPointF(at.ruler.right(), y(0)), QPointF(at.ruler.left(), y(0))]
    fill = QColor(theme.path)
    fill.setAlphaF(0.18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawPolygon(QPolygonF([*points, *ground]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.path), max(em * 0.14, 1.5)))
    painter.drawPolyline(QPolygonF(points))


def draw_letters(painter: QPainter, at: Columns, reading: Reading, theme: Theme, font: QFont, em: float) -> None:
    """Column i holds the i-th bracket, the last of its prefix; column 0 the beginning."""
    size = min(em * 1.35, at.wide * 1.7)
    painter.setFont(bracket_font(font, size, bold=True))
    painter.setPen(QColor(theme.text))
    for i, letter in enumerate(reading.string, start=1):
        painter.drawText(at.column(i, at.letters).adjusted(-em, 0, em, 0), CENTRE, letter)
    painter.setFont(bracket_font(font, em * 0.8))
    painter.setPen(QColor(theme.muted))
    painter.drawText(at.column(0, at.letters).adjusted(-em, 0, em, 0), CENTRE, "·")


def draw_legal(painter: QPainter, at: Columns, reading: Reading, theme: Theme, font: QFont, em: float) -> None:
    """A row for each outcome: filled where it may come, a dash where not; the likeliest ringed, crossed where wrong."""
    high = at.rows.height() / len(reading.outcomes)
    best = np.where(reading.probs.max(axis=1) < reading.start_share, -1, reading.probs.argmax(axis=1))
    for k, name in enumerate(reading.outcomes):
        y = at.rows.top() + k * high
        painter.setFont(bracket_font(font, em * 0.9, bold=True))
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(at.rows.left() - em * 4.4, y, em * 4.0, high), RIGHT, symbol_name(name))
        colour = outcome_colour(theme, name)
        for i in range(at.count):
            box = QRectF(at.rows.left() + i * at.wide, y, at.wide, high)
            side = min(box.width() * 0.62, high * 0.62)
            dot = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
            legal = bool(reading.legal[i, k])
            if legal:
                painter.fillRect(dot, colour)
            else:
                painter.setPen(QPen(mixed(theme.surface, theme.muted, 0.55), 1.0))
                painter.drawLine(QPointF(dot.left(), dot.center().y()), QPointF(dot.right(), dot.center().y()))
            if best[i] == k:
                _ring(painter, box, dot, legal, theme, em)


def _ring(painter: QPainter, box: QRectF, dot: QRectF, legal: bool, theme: Theme, em: float) -> None:
    grown = dot.adjusted(-2, -2, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.text if legal else theme.error), max(em * 0.11, 1.4)))
    painter.drawRect(grown)
    if not legal:
        painter.drawLine(grown.topLeft(), grown.bottomRight())
        painter.drawLine(grown.topRight(), grown.bottomLeft())


@dataclass(frozen=True)
class Entry:
    """One entry of the legend: an outcome, or "illegal"."""

    name: str
    words: str


def draw_legend_of(
    painter: QPainter, where: QRectF, entries: Sequence[Entry], theme: Theme, font: QFont, em: float
) -> None:
    """A square of each colour with its name; "" is what is illegal."""
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    x = where.left()
    for entry in entries:
        box = QRectF(x, where.center().y() - em * 0.45, em * 0.9, em * 0.9)
        wide = metrics.horizontalAdvance(entry.words) + em * 0.3
        if x + em * 1.3 + wide > where.right() + em * 0.5:
            return
        if entry.name:
            painter.fillRect(box, outcome_colour(theme, entry.name))
        else:
            fill_illegal(painter, box, theme)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(x + em * 1.3, where.top(), wide, where.height()), LEFT, entry.words)
        x += em * 2.2 + wide


def draw_card(painter: QPainter, where: QRectF, reading: Reading, i: int, theme: Theme, font: QFont, em: float) -> None:
    """What the net says after prefix i: a bar for each outcome with its probability and whether it is legal."""
    rows = [(name, bool(ok), float(p)) for name, ok, p in zip(
        reading.outcomes, reading.legal[i], reading.probs[i], strict=True)]  # fmt: skip
    if float(reading.start_share[i]) >= SAID:
        rows.append((START, False, float(reading.start_share[i])))
    high = min(where.height() / len(rows), em * 2.3)
    painter.setFont(bracket_font(font, min(high * 0.62, em * 1.5), bold=True))
    metrics = QFontMetricsF(painter.font())
    name = max(metrics.horizontalAdvance(symbol_name(outcome)) for outcome, _, _ in rows) + em * 0.8
    number = metrics.horizontalAdvance(with_percent("< 0.01")) + em * 0.6
    best = int(np.argmax([share for _, _, share in rows]))
    for k, (outcome, legal, share) in enumerate(rows):
        row = QRectF(where.left(), where.top() + k * high, where.width(), high)
        painter.setPen(QColor(theme.text))
        painter.drawText(row, LEFT, symbol_name(outcome))
        track = QRectF(row.left() + name, row.top() + high * 0.16, max(row.width() - name - number, em), high * 0.68)
        painter.fillRect(track, mixed(theme.surface, theme.border, 0.35))
        bar = QRectF(track.left(), track.top(), track.width() * share, track.height())
        if legal:
            painter.fillRect(bar, outcome_colour(theme, outcome))
        else:
            fill_illegal(painter, bar, theme)
        if k == best:
            painter.setPen(QPen(QColor(theme.text if legal else theme.error), max(em * 0.12, 1.5)))
            painter.drawRect(track)
        painter.setPen(QColor(theme.text if legal else theme.error))
        painter.drawText(row, RIGHT, percent(share))
        inside = QRectF(track.left() + em * 0.4, track.top(), track.width() - em * 0.8, track.height())
        if not legal:
            _crossed(painter, inside, bar, theme, em)


def _crossed(painter: QPainter, inside: QRectF, bar: QRectF, theme: Theme, em: float) -> None:
    """A cross on an outcome that may not come next."""
    side = min(inside.height() * 0.5, em * 0.8)
    box = QRectF(inside.left(), inside.center().y() - side / 2, side, side)
    on = QColor(theme.error) if bar.width() < side + em else ink_on(QColor(theme.error))
    painter.setPen(QPen(on, max(em * 0.14, 1.5)))
    painter.drawLine(box.topLeft(), box.bottomRight())
    painter.drawLine(box.topRight(), box.bottomLeft())
