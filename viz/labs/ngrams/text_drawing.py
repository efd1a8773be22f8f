"""Draws texts made by tables as running text, and a sentence under each table as rows of coloured cells."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from viz.charts.colours import ink_on, lookup
from viz.charts.numbers import bits, percent
from viz.charts.painted import LEFT, RIGHT, cut
from viz.labs.ngrams.choices import sign
from viz.labs.ngrams.text_frame import MODEL, Row, TextFrame
from viz.labs.ngrams.text_layout import Box, cells, running
from viz.theme import Theme

translate = QCoreApplication.translate  # by this name its texts are collected

LINE = 1.6  # em of a line of running text
GUTTER = 7.6  # em before it
BETWEEN = 0.55  # em between two rows
CELL_WIDE, CELL_HIGH = 0.95, 1.45  # em of a cell of a sentence
MOST_BITS = 8.0  # per character: the end of the colours


@dataclass(frozen=True)
class Target:
    """A piece as it stands: its row, its number there, and where."""

    row: int
    piece: int
    rect: QRectF


class TextDrawing:
    """One layout of a frame for a width, and its drawing. `font_of(size, bold)` gives fonts by em."""

    def __init__(self, frame: TextFrame, width: float, em: float, font_of: Callable[..., QFont]) -> None:
        self.frame, self.width, self.em, self._font_of = frame, width, em, font_of
        self.targets: list[Target] = []
        self.lines = 1  # that a sentence is laid over; running text may take as many as it does
        self._tops: list[float] = []  # of each row's first line, or of each block of cells
        self._metrics = QFontMetricsF(font_of(1.0))
        self.height = self._running() if frame.show == "generated text" else self._cells()

    # -- layout --------------------------------------------------------------------------------------------------

    def _running(self) -> float:
        y, em = 0.0, self.em
        room = max(self.width - GUTTER * em, 4 * em)
        for number, row in enumerate(self.frame.rows):
            self._tops.append(y)
            boxes = running([sign_of(piece) for piece in row.pieces], room, self._metrics.horizontalAdvance)
            self.targets += [self._target(number, box, y) for box in boxes]
            lines = 1 + max((box.line for box in boxes), default=0)
            y += max(lines, 2) * LINE * em + BETWEEN * em
        return y

    def _target(self, row: int, box: Box, y: float) -> Target:
        em = self.em
        return Target(
            row, box.piece, QRectF(GUTTER * em + box.left, y + box.line * LINE * em, box.wide, LINE * em)
        )  # fmt: skip

    def _cells(self) -> float:
        em, rows = self.em, self.frame.rows
        wide, high = CELL_WIDE * em, CELL_HIGH * em
        per_line = max(int((self.width - GUTTER * em) / wide), 8)
        block = len(rows) * high + 1.2 * em
        last = 0
        for number, row in enumerate(rows):
            for piece, line, column, n in cells(row.pieces, per_line):
                rect = QRectF(GUTTER * em + column * wide, line * block + number * high, n * wide, high)
                self.targets.append(Target(number, piece, rect))
                last = max(last, line)
        self._tops = [line * block for line in range(last + 1)]
        self.lines = last + 1
        return (last + 1) * block

    def at(self, point: QPointF) -> Target | None:
        """The piece under a point."""
        return next((it for it in self.targets if it.rect.contains(point)), None)

    def of(self, row: int, piece: int) -> Target | None:
        """A piece by its row and number."""
        return next((it for it in self.targets if (it.row, it.piece) == (row, piece)), None)

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, theme: Theme, marked: tuple[int, int] | None) -> None:
        """All of it, at the painter's origin; the piece that is looked at is framed."""
        if self.frame.show == "generated text":
            self._draw_running(painter, theme, marked)
        else:
            self._draw_cells(painter, theme)
        if marked is not None:
            self._draw_marked(painter, theme, marked)

    def _draw_running(self, painter: QPainter, theme: Theme, marked: tuple[int, int] | None) -> None:
        em, rows = self.em, self.frame.rows
        for top, row in zip(self._tops, rows, strict=True):
            self._draw_label(painter, theme, QRectF(0, top, (GUTTER - 0.5) * em, LINE * em), row)
            below = QRectF(0, top + 0.75 * LINE * em, (GUTTER - 0.5) * em, LINE * em)
            if row.line is None:
                self._draw_small(painter, theme, below, self.frame.model)
            else:
                self._draw_small(
                    painter, theme, below, translate("Ngrams", "{share} forced").format(share=percent(row.line.forced))
                )
        same = None if marked is None else self._same_passage(*marked)
        painter.setFont(self._font_of(1.0))
        for target in self.targets:
            row, at = rows[target.row], target.piece
            forced = row.line is not None and int(row.line.choices[at]) == 1
            if same is not None and target.row == same[0] and row.line is not None and row.line.passage[at] == same[1]:
                ground = QColor(theme.accent)
                ground.setAlphaF(0.28)
                painter.fillRect(target.rect.adjusted(0, 0.12 * em, 0, -0.05 * em), ground)
            backed = row.line is not None and int(row.line.used[at]) < row.n
            painter.setPen(QColor(theme.muted if backed else theme.text))
            painter.drawText(target.rect, LEFT | int(Qt.TextFlag.TextSingleLine), sign_of(row.pieces[at]))
            if forced:
                self._underline(painter, theme, target.rect)

    def _same_passage(self, row: int, piece: int) -> tuple[int, int] | None:
        """The row and the passage that a piece was copied from."""
        line = self.frame.rows[row].line if row < len(self.frame.rows) else None
        return None if line is None or line.passage[piece] < 0 else (row, int(line.passage[piece]))

    def _underline(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        painter.setPen(QPen(QColor(theme.fan), max(0.13 * self.em, 1.5)))
        y = rect.bottom() - 0.18 * self.em
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    def _draw_label(self, painter: QPainter, theme: Theme, rect: QRectF, row: Row) -> None:
        painter.setFont(self._font_of(1.0, bold=True))
        painter.setPen(QColor(theme.path if row.n == MODEL else theme.text))
        name = translate("Ngrams", "Model") if row.n == MODEL else translate("Ngrams", "n = {n}").format(n=row.n)
        painter.drawText(rect, LEFT, cut(painter, name, rect.width()))

    def _draw_small(self, painter: QPainter, theme: Theme, rect: QRectF, text: str, where: int = LEFT) -> None:
        painter.setFont(self._font_of(0.8))
        painter.setPen(QColor(theme.muted))
        painter.drawText(rect, where, cut(painter, text, rect.width()))

    def _draw_cells(self, painter: QPainter, theme: Theme) -> None:
        em, rows, colours = self.em, self.frame.rows, lookup(theme.ramp)
        high = CELL_HIGH * em
        for top in self._tops:
            for number, row in enumerate(rows):
                label = QRectF(0, top + number * high, (GUTTER - 3.1) * em, high)
                self._draw_label(painter, theme, label, row)
                mean = QRectF(label.right(), label.top(), 2.7 * em, high)
                self._draw_small(painter, theme, mean, bits(row.mean), RIGHT)
        painter.setFont(self._font_of(0.95))
        told = [0] * len(rows)  # characters of the piece that were drawn on a line before
        last = [-1] * len(rows)
        for target in self.targets:
            row = rows[target.row]
            if last[target.row] != target.piece:
                told[target.row], last[target.row] = 0, target.piece
            n = round(target.rect.width() / (CELL_WIDE * em))
            letters = row.pieces[target.piece][told[target.row] : told[target.row] + n]
            told[target.row] += n
            fill = QColor(theme.raised)
            value = float(row.bits[target.piece])
            if math.isfinite(value):
                fill = QColor(*(int(it) for it in colours[round(min(max(value, 0.0) / MOST_BITS, 1.0) * 255)]))
            painter.fillRect(target.rect.adjusted(0.5, 0.5, -0.5, -0.5), fill)
            painter.setPen(ink_on(fill))
            for at, letter in enumerate(letters):
                cell = QRectF(target.rect.left() + at * CELL_WIDE * em, target.rect.top(), CELL_WIDE * em, high)
                painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), sign(letter))

    def _draw_marked(self, painter: QPainter, theme: Theme, marked: tuple[int, int]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), max(0.14 * self.em, 1.5)))
        for target in self.targets:
            if (target.row, target.piece) == marked:
                painter.drawRect(target.rect)

    def draw_legend(self, painter: QPainter, theme: Theme, rect: QRectF, font: QFont) -> None:
        """What underlines and colours mean."""
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        em = QFontMetricsF(font).height() / 1.3
        if self.frame.show == "generated text":
            said = translate(
                "Ngrams", "Underlined: the table had one choice only, and copies. Grey: a table of lower n was asked."
            )
            painter.drawText(rect, LEFT, cut(painter, said, rect.width()))
            return
        said = translate("Ngrams", "bits per character")
        wide = QFontMetricsF(painter.font()).horizontalAdvance(said) + 0.6 * em
        painter.drawText(QRectF(rect.left(), rect.top(), wide, rect.height()), LEFT, said)
        bar = QRectF(rect.left() + wide + em, rect.center().y() - 0.35 * em, 9 * em, 0.7 * em)
        colours = lookup(theme.ramp)
        steps = np.linspace(0, 255, 64).astype(int)
        for at, step in enumerate(steps.tolist()):
            part = QRectF(bar.left() + at * bar.width() / 64, bar.top(), bar.width() / 64 + 0.5, bar.height())
            painter.fillRect(part, QColor(*(int(it) for it in colours[step])))
        painter.drawText(QRectF(bar.left() - em, rect.top(), 0.8 * em, rect.height()), RIGHT, "0")
        end = translate("Ngrams", "{n} and more; the number of a row is its mean").format(n=f"{MOST_BITS:g}")
        painter.drawText(
            QRectF(bar.right() + 0.3 * em, rect.top(), rect.right() - bar.right(), rect.height()), LEFT,
            cut(painter, end, rect.right() - bar.right() - 0.3 * em),
        )  # fmt: skip


def sign_of(piece: str) -> str:
    """A piece in running text: a line's end as a sign, since the text goes on beside it."""
    return piece.replace("\n", " ↵ ")
