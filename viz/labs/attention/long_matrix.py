"""The matrix of a text too long to hold as a whole: a picture of maxima, sharper parts and exact lines as they come.

It answers what a matrix at hand answers (`viz.labs.attention.matrix_frame.Matrix`): what to draw for a part of it at so
many pixels, and the value of a cell where that is known.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.labs.attention.records import (
    CELLS,
    AskHeadLine,
    AskHeadWindow,
    HeadLine,
    HeadPicture,
    HeadWindow,
    Mix,
)
from engine.records import F32
from engine.run import Run
from viz.charts.matrix_pyramid import Pyramid
from viz.charts.numbers import nice_ceiling
from viz.labs.attention.visible_part import VisiblePart

LONG = CELLS  # positions; up to here the whole matrix is 4 MB
ALIGNED = 64  # positions that parts begin at multiples of


@dataclass(frozen=True, eq=False)
class LongMatrix:
    """What is known of a mix of heads on the active path."""

    picture: HeadPicture
    windows: tuple[HeadWindow, ...]  # newest first
    lines: tuple[HeadLine, ...]
    without_first: bool

    @property
    def n(self) -> int:
        """Positions."""
        return self.picture.n

    @property
    def signed(self) -> bool:
        """Whether values may be below zero."""
        return bool(self.picture.mix.minus)

    @cached_property
    def row_sums(self) -> F32:
        """[T]"""
        picture = self.picture
        return picture.row_sums - picture.first if self.without_first else picture.row_sums

    @cached_property
    def column_sums(self) -> F32:
        """[T]"""
        sums = self.picture.column_sums.copy()
        if self.without_first and len(sums):
            sums[0] = 0.0
        return sums

    @cached_property
    def high(self) -> float:
        """The top of the colours."""
        return min(nice_ceiling(float(np.abs(self._base.values).max(initial=0.0))), 1.0)

    @property
    def first_share(self) -> float:
        """Mean attention of later rows to the first token."""
        return 0.0 if self.signed or self.n < 2 else float(self.picture.first[1:].mean())

    @cached_property
    def _base(self) -> Pyramid:
        cells = self.picture.cells
        if self.without_first:
            cells = cells.copy()
            cells[:, 0] = self.picture.without_first
        return Pyramid(cells, self.signed)

    @cached_property
    def _parts(self) -> tuple[Pyramid, ...]:
        parts = []
        for window in self.windows:
            values = window.values
            if self.without_first and window.left == 0:
                values = values.copy()
                values[:, 0] = 0.0
            parts.append(Pyramid(values, self.signed))
        return tuple(parts)

    def cut(self, left: float, top: float, width: float, pixels: float) -> tuple[F32, int, int, int]:
        """As `Pyramid.cut`: cells, positions each spans, and the first one's column and row."""
        if self.picture.bin > 1:
            for window, part in zip(self.windows, self._parts, strict=True):
                if _covers(window, left, top, width, self.n):
                    cells, span, x, y = part.cut(left - window.left, top - window.top, width, width, pixels)
                    return cells, span, x + window.left, y + window.top
        size = self.picture.bin
        cells, span, x, y = self._base.cut(left / size, top / size, width / size, width / size, pixels)
        return cells, span * size, x * size, y * size

    def value(self, row: int, column: int) -> float | None:
        """Of one cell, where it is known exactly."""
        if column > row:
            return 0.0
        for line in self.lines:
            if line.column and line.position == column:
                return float(line.values[row - column])
            if not line.column and line.position == row:
                return float(line.values[column])
        for window in self.windows:
            high, wide = window.values.shape
            if window.top <= row < window.top + high and window.left <= column < window.left + wide:
                return float(window.values[row - window.top, column - window.left])
        return float(self.picture.cells[row, column]) if self.picture.bin == 1 else None

    def sharper(self, part: VisiblePart, pixels: float) -> AskHeadWindow | None:
        """The part to be asked for, where there are more pixels than cells and it is not there yet."""
        if self.picture.bin == 1 or part.span > CELLS - 2 * ALIGNED or pixels * self.picture.bin <= part.span:
            return None
        if any(_covers(window, part.left, part.top, part.span, self.n) for window in self.windows):
            return None
        top, left = (int(start // ALIGNED) * ALIGNED for start in (part.top, part.left))
        side = min(int((part.span + 2 * ALIGNED) // ALIGNED + 1) * ALIGNED, CELLS)
        return AskHeadWindow(self.picture.node, self.picture.mix, top, left, side)

    def exact(self, row: int) -> AskHeadLine:
        """The row to be asked for."""
        return AskHeadLine(self.picture.node, self.picture.mix, row)


def _covers(window: HeadWindow, left: float, top: float, width: float, n: int) -> bool:
    rows, columns = window.values.shape
    below, beside = min(top + width, n), min(left + width, n)
    down = window.top <= top and window.top + rows >= below
    return down and window.left <= left and window.left + columns >= beside


_kept: weakref.WeakKeyDictionary[Run, tuple[tuple[object, ...], LongMatrix | None]] = weakref.WeakKeyDictionary()


def long_matrix_of(run: Run, mix: Mix, without_first: bool) -> LongMatrix | None:
    """What findings there are of a mix: at the current node, else at the latest one before it on the path."""
    key = (mix, without_first, run.current, run.changed, len(run.findings))
    known = _kept.get(run)
    if known is not None and known[0] == key:
        return known[1]
    made = _made(run, mix, without_first)
    _kept[run] = (key, made)
    return made


def _made(run: Run, mix: Mix, without_first: bool) -> LongMatrix | None:
    position = {node: at for at, node in enumerate(run.path)}
    found = [
        it for it in run.findings.values() if isinstance(it, (HeadPicture, HeadWindow, HeadLine)) and it.mix == mix
    ]
    pictures = [it for it in found if isinstance(it, HeadPicture) and it.node in position]
    if not pictures:
        return None
    best = max(pictures, key=lambda it: position[it.node])
    windows = [it for it in found if isinstance(it, HeadWindow) and it.node == best.node]
    lines = tuple(it for it in found if isinstance(it, HeadLine) and it.node in position and it.position < best.n)
    lines = tuple(it for it in lines if not it.column or it.node == best.node)
    return LongMatrix(best, tuple(reversed(windows)), lines, without_first)


def stored(run: Run) -> bool:
    """Whether every position of the path has its attention with it."""
    return all(run.nodes[node].attn is not None for node in run.path)
