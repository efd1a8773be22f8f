"""The four pictures of "Who says Mary": shares by layer and head, the largest as bars, knock-outs, and attention.

Each is a class that knows where its rows lie, so that what is drawn and what a click means cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from engine.labs.two_names.records import Names
from engine.records import F32
from viz.charts.colours import Scale, ink_on, mixed
from viz.charts.head_names import Head, head_name
from viz.charts.legend import draw_legend, legend_width
from viz.charts.numbers import signed
from viz.charts.plot import CENTRE, LEFT, RIGHT
from viz.labs.two_names.frame import Knock, Share
from viz.labs.two_names.words import tr
from viz.theme import Theme


@dataclass(frozen=True)
class Ink:
    """What a picture is drawn with."""

    theme: Theme
    em: float
    font_of: Callable[[float, bool], QFont]


def draw_title(painter: QPainter, ink: Ink, where: QRectF, title: str, aside: str = "") -> None:
    """A bold title and, where there is room, words after it."""
    line = QRectF(where.left(), where.top(), where.width(), ink.em * 1.4)
    painter.setFont(ink.font_of(0.95, True))
    painter.setPen(QColor(ink.theme.text))
    metrics = QFontMetricsF(painter.font())
    painter.drawText(line, LEFT, metrics.elidedText(title, Qt.TextElideMode.ElideRight, line.width()))
    used = metrics.horizontalAdvance(title) + ink.em * 0.8
    if aside and used < line.width() * 0.8:
        painter.setFont(ink.font_of(0.82, False))
        painter.setPen(QColor(ink.theme.muted))
        rest = line.adjusted(used, 0, 0, 0)
        said = QFontMetricsF(painter.font()).elidedText(aside, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, LEFT, said)


@dataclass(frozen=True)
class Picture:
    """Layers x heads, and a column for the MLPs apart, coloured by their share around 0."""

    where: QRectF
    layers: int
    heads: int
    em: float

    @property
    def cells(self) -> QRectF:
        """Where the heads' cells lie."""
        return self.where.adjusted(self.em * 2.2, self.em * 3.9, -self.wide * 1.5, 0)

    @property
    def wide(self) -> float:
        """Width of a cell."""
        return max((self.where.width() - self.em * 2.2) / (self.heads + 1.5), 1.0)

    def cell(self, layer: int, column: int) -> QRectF:
        """A head's cell; column H is the MLP's."""
        cells, high = self.cells, self.cells.height() / max(self.layers, 1)
        x = cells.left() + (column + (0.5 if column == self.heads else 0.0)) * self.wide
        gap = 1.0 if min(self.wide, high) > 5 else 0.0
        return QRectF(x, cells.top() + layer * high, self.wide - gap, high - gap)

    def head_at(self, point: QPointF) -> Head | None:
        """The head under a point."""
        cells = self.cells
        if not cells.contains(point) or not self.layers:
            return None
        row = int((point.y() - cells.top()) / cells.height() * self.layers)
        column = int((point.x() - cells.left()) / self.wide)
        return (min(row, self.layers - 1), column) if column < self.heads else None

    def draw(self, painter: QPainter, ink: Ink, found: Names, chosen: Head, hover: Head | None) -> None:
        """All cells, the axes and the legend."""
        both = np.concatenate([found.heads.ravel(), found.mlp])
        high = max(float(np.nanmax(np.abs(both), initial=0.0)), 1e-6)
        scale = Scale(ink.theme.diverging, -high, high)
        draw_title(painter, ink, self.where, tr("Direct attribution"))
        self._draw_legend(painter, ink, scale, high)
        hatch = QBrush(mixed(ink.theme.surface, ink.theme.border, 0.8), Qt.BrushStyle.BDiagPattern)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for layer in range(self.layers):
            row = [*found.heads[layer].tolist(), float(found.mlp[layer])]
            for column, value in enumerate(row):
                painter.fillRect(self.cell(layer, column), scale.colour(value) if np.isfinite(value) else hatch)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axes(painter, ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for head, colour in ((chosen, ink.theme.accent), (hover, ink.theme.path)):
            if head is not None and head[0] < self.layers and head[1] < self.heads:
                painter.setPen(QPen(QColor(colour), max(self.em * 0.16, 2.0)))
                painter.drawRect(self.cell(*head).adjusted(-1, -1, 1, 1))

    def _draw_legend(self, painter: QPainter, ink: Ink, scale: Scale, high: float) -> None:
        painter.setFont(ink.font_of(0.78, False))
        low, top = signed(-high), signed(high)
        line = QRectF(self.where.left(), self.where.top() + self.em * 1.4, self.where.width(), self.em * 1.2)
        bar = 60.0
        label = tr("share of the difference")
        if legend_width(painter.font(), label, low, top, bar) > line.width():
            label = ""
        draw_legend(painter, line, scale, label, low, top, ink.theme, bar)

    def _draw_axes(self, painter: QPainter, ink: Ink) -> None:
        painter.setFont(ink.font_of(0.72, False))
        painter.setPen(QColor(ink.theme.muted))
        high = self.cells.height() / max(self.layers, 1)
        every = next(step for step in (1, 2, 5, 10, 20, 1000) if step * high >= self.em)
        for layer in range(0, self.layers, every):
            y = self.cell(layer, 0).center().y()
            painter.drawText(QRectF(self.where.left(), y - self.em, self.em * 1.9, self.em * 2), RIGHT, f"L{layer}")
        every = next(step for step in (1, 2, 5, 10, 1000) if step * self.wide >= self.em * 1.8)
        for head in range(0, self.heads, every):
            x = self.cell(0, head).center().x()
            box = QRectF(x - self.em * 2, self.cells.top() - self.em * 1.15, self.em * 4, self.em * 1.1)
            painter.drawText(box, CENTRE, f"H{head}")
        x = self.cell(0, self.heads).center().x()
        box = QRectF(x - self.em * 2, self.cells.top() - self.em * 1.15, self.em * 4, self.em * 1.1)
        painter.drawText(box, CENTRE, "MLP")


@dataclass(frozen=True)
class Rows:
    """Rows of equal height under a title."""

    where: QRectF
    count: int
    em: float
    head: float = 1.6  # em, room for the title

    def row(self, at: int) -> QRectF:
        """Where a row lies."""
        top = self.where.top() + self.em * self.head
        high = min((self.where.bottom() - top) / max(self.count, 1), self.em * 1.9)
        return QRectF(self.where.left(), top + at * high, self.where.width(), high)

    def at(self, point: QPointF) -> int | None:
        """The row under a point."""
        return next((row for row in range(self.count) if self.row(row).contains(point)), None)


def draw_shares(
    painter: QPainter, ink: Ink, rows: Rows, shares: Sequence[Share], chosen: Head, hover: int | None
) -> None:
    """Signed bars around a middle line: for the answer to the right, against it to the left."""
    draw_title(painter, ink, rows.where, tr("Largest shares"))
    if not shares:
        return
    em, high = ink.em, rows.row(0).height()
    painter.setFont(ink.font_of(min(0.9, high / em * 0.74), False))
    metrics = QFontMetricsF(painter.font())
    name = max(metrics.horizontalAdvance(share.name) for share in shares) + em * 0.6
    number = metrics.horizontalAdvance("+00.00") + em * 0.3
    top = max(1e-9, *(abs(share.value) for share in shares))
    room = max(rows.where.width() - name - number, em)
    low = max(0.0, -min(share.value for share in shares)) / top
    up = max(0.0, *(share.value for share in shares)) / top
    unit = room / max(low + up, 1e-9)
    middle = rows.where.left() + name + low * unit
    for at, share in enumerate(shares):
        row, is_chosen = rows.row(at), share.head == chosen
        lit = at == hover
        painter.setPen(QColor(ink.theme.accent if is_chosen else ink.theme.path if lit else ink.theme.text))
        painter.drawText(row, LEFT, share.name)
        painter.drawText(row, RIGHT, signed(share.value))
        length = share.value / top * unit
        bar = QRectF(min(middle, middle + length), row.top() + high * 0.2, abs(length), high * 0.6)
        painter.fillRect(bar, QColor(ink.theme.diverging[-1 if share.value >= 0 else 0]))
    painter.setPen(QPen(QColor(ink.theme.muted), 1))
    painter.drawLine(QPointF(middle, rows.row(0).top()), QPointF(middle, rows.row(len(shares) - 1).bottom()))


def draw_knocks(
    painter: QPainter, ink: Ink, rows: Rows, knocks: Sequence[Knock], intact: float, chosen: Head, hover: int | None
) -> None:
    """Two bars per head, what is left of the difference: zero above, mean below; a line where it was."""
    em, high = ink.em, rows.row(0).height()
    values = [value for knock in knocks for value in (knock.zero, knock.mean)] + [intact, 0.0]
    low, top = min(values), max(values)
    painter.setFont(ink.font_of(min(0.85, high / em * 0.72), False))
    metrics = QFontMetricsF(painter.font())
    name = max(metrics.horizontalAdvance(head_name(*knock.head)) for knock in knocks) + em * 0.6
    number = metrics.horizontalAdvance("+00.00 +00.00") + em * 0.6
    track = max(rows.where.width() - name - number, em)
    unit = track / max(top - low, 1e-9)
    zero_x = rows.where.left() + name - low * unit
    for at, knock in enumerate(knocks):
        row = rows.row(at)
        colour = ink.theme.accent if knock.head == chosen else ink.theme.path if at == hover else ink.theme.text
        painter.setPen(QColor(colour))
        painter.drawText(row, LEFT, head_name(*knock.head))
        painter.drawText(row, RIGHT, f"{signed(knock.zero)} {signed(knock.mean)}")
        for part, (value, fill) in enumerate(((knock.zero, ink.theme.fan), (knock.mean, ink.theme.path))):
            x = zero_x + value * unit
            bar = QRectF(min(x, zero_x), row.top() + high * (0.14 + 0.38 * part), abs(x - zero_x), high * 0.32)
            painter.fillRect(bar, QColor(fill))
    x = zero_x + intact * unit
    painter.setPen(QPen(QColor(ink.theme.text), 1.2, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, rows.row(0).top()), QPointF(x, rows.row(len(knocks) - 1).bottom()))
    painter.setPen(QPen(QColor(ink.theme.muted), 1))
    painter.drawLine(QPointF(zero_x, rows.row(0).top()), QPointF(zero_x, rows.row(len(knocks) - 1).bottom()))


def draw_knock_key(painter: QPainter, ink: Ink, where: QRectF, mean: str) -> None:
    """Which bar is which."""
    x = where.left()
    painter.setFont(ink.font_of(0.8, False))
    metrics = QFontMetricsF(painter.font())
    entries = ((ink.theme.fan, tr("zero")), ("", tr("┆ as it is")), (ink.theme.path, mean))
    for colour, said in entries:
        if colour:
            painter.fillRect(QRectF(x, where.center().y() - ink.em * 0.3, ink.em * 0.6, ink.em * 0.6), QColor(colour))
            x += ink.em * 0.9
        painter.setPen(QColor(ink.theme.muted))
        wide = metrics.horizontalAdvance(said) + ink.em * 0.8
        fitted = metrics.elidedText(said, Qt.TextElideMode.ElideRight, max(where.right() - x, 0.0))
        painter.drawText(QRectF(x, where.top(), wide, where.height()), LEFT, fitted)
        x += wide


def draw_attention(
    painter: QPainter, ink: Ink, rows: Rows, texts: Sequence[str], heads: Sequence[Head], attention: F32,
    marked: set[int], chosen: Head,
) -> None:  # fmt: skip
    """One row of cells per head, a cell per token of the sentence: how much the last token attends to it."""
    draw_title(
        painter,
        ink,
        rows.where,
        tr("Attention of the last token"),
        tr("by the heads with the largest shares, and the chosen one"),
    )
    em, first = ink.em, rows.row(0)
    name = em * 4.0
    wide = (first.width() - name) / max(len(texts), 1)
    scale = Scale(ink.theme.ramp, 0.0, 1.0)
    painter.setFont(ink.font_of(0.85, False))
    metrics = QFontMetricsF(painter.font())
    for at, text in enumerate(texts):
        box = QRectF(first.left() + name + at * wide, first.top(), wide, first.height())
        painter.setPen(QColor(ink.theme.accent if at in marked else ink.theme.muted))
        painter.drawText(box, CENTRE, metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide))
    for row, head in enumerate(heads, start=1):
        line = rows.row(row)
        painter.setPen(QColor(ink.theme.accent if head == chosen else ink.theme.text))
        painter.drawText(line, LEFT, head_name(*head))
        for at in range(len(texts)):
            value = float(attention[head[0], head[1], at])
            box = QRectF(line.left() + name + at * wide, line.top(), wide, line.height()).adjusted(0, 0.5, -1, -0.5)
            colour = scale.colour(float(np.sqrt(max(value, 0.0))))
            painter.fillRect(box, colour)
            if value >= 0.05 and wide > em * 1.6:
                painter.setPen(ink_on(colour))
                painter.drawText(box, CENTRE, f"{100 * value:.0f}" if wide < em * 2.6 else f"{100 * value:.0f} %")
