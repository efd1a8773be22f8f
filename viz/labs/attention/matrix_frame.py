"""The matrix the head view shows, and what is said of it: one head, a mean over heads, or the difference of two.

Kept per run and choice, so that hovering computes nothing. Sums, ranges and pictures leave out the first column where
asked. Texts of more than `LONG` positions whose attention is not stored have a `LongMatrix` in its place.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.labs.attention.records import AskHeadPicture, Mix
from engine.records import F32
from engine.run import Run
from viz.charts.head_names import Head
from viz.charts.matrix_pyramid import Pyramid
from viz.charts.numbers import nice_ceiling
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.attention.attention_store import layer_mean
from viz.labs.attention.long_matrix import (
    LONG,
    LongMatrix,
    long_matrix_of,
    stored,
)

HEAD, LAYER_MEAN, CHOSEN_MEAN, DIFFERENCE = "head", "mean of the layer", "mean of chosen heads", "difference"
KINDS = (HEAD, LAYER_MEAN, CHOSEN_MEAN, DIFFERENCE)
KIND_WORDS = (
    QT_TRANSLATE_NOOP("AttentionHeadView", "one head"),
    QT_TRANSLATE_NOOP("AttentionHeadView", "mean of the layer"),
    QT_TRANSLATE_NOOP("AttentionHeadView", "mean of selected heads"),
    QT_TRANSLATE_NOOP("AttentionHeadView", "difference"),
)  # as they are shown


@dataclass(frozen=True)
class MatrixChoice:
    """Which matrix. `other` is subtracted for a difference; `several` are the chosen heads of a mean."""

    kind: str  # one of KINDS
    layer: int
    head: int
    other: Head
    without_first: bool
    several: tuple[Head, ...] = ()

    @property
    def heads(self) -> tuple[Head, ...]:
        """The heads that are added up."""
        if self.kind == CHOSEN_MEAN and self.several:
            return self.several
        return ((self.layer, self.head),)

    @property
    def needs(self) -> tuple[tuple[int, int | None], ...]:
        """(layer, head) of what must be known; head None: all heads of the layer."""
        if self.kind == LAYER_MEAN:
            return ((self.layer, None),)
        return (*self.heads, self.other) if self.kind == DIFFERENCE else self.heads

    def mix(self, n_heads: int) -> Mix:
        """The same for a lab."""
        if self.kind == LAYER_MEAN:
            return Mix(tuple((self.layer, head) for head in range(n_heads)))
        return Mix(self.heads, (self.other,)) if self.kind == DIFFERENCE else Mix(self.heads)


@dataclass(frozen=True, eq=False)
class Matrix:
    """[T, T] attention (or a difference), 0 in the future, its sums and the range of its colours."""

    values: F32  # [T, T]
    row_sums: F32  # [T]
    column_sums: F32  # [T]
    high: float
    signed: bool
    first_share: float  # mean attention of later rows to the first token (0 for a difference)
    without_first: bool = False

    @property
    def n(self) -> int:
        """Positions."""
        return len(self.values)

    @cached_property
    def _pyramid(self) -> Pyramid:
        values = self.values
        if self.without_first and len(values):
            values = values.copy()
            values[:, 0] = 0.0
        return Pyramid(values, self.signed)

    def cut(self, left: float, top: float, width: float, pixels: float) -> tuple[F32, int, int, int]:
        """What to draw for a part at so many pixels: cells, positions each spans, the first one's column and row."""
        return self._pyramid.cut(left, top, width, width, pixels)

    def value(self, row: int, column: int) -> float | None:
        """Of one cell."""
        return float(self.values[row, column])


Shown = Matrix | LongMatrix
_kept: weakref.WeakKeyDictionary[Run, tuple[tuple[object, ...], Matrix | None]] = weakref.WeakKeyDictionary()


def shown_of(run: Run, choice: MatrixChoice, playing: bool = False) -> tuple[Shown | None, AskHeadPicture | None]:
    """What can be shown for a choice, and what a lab should be asked for."""
    if run.info is None or not len(run):
        return None, None
    if not is_long(run):
        return matrix_of(run, choice), None
    mix = choice.mix(run.info.n_heads)
    question = AskHeadPicture(run.current, mix)
    may = run.run_id > 0 and not playing and not any(run.info.why_missing(name) for name in ("attn", "replay"))
    return long_matrix_of(run, mix, choice.without_first), question if may and question not in run.findings else None


def is_long(run: Run) -> bool:
    """Whether the text is too long for whole matrices, and its attention is not stored."""
    return len(run) > LONG and not stored(run)


def matrix_of(run: Run, choice: MatrixChoice) -> Matrix | None:
    """The matrix for a choice; None where what it needs is not known."""
    key = (choice, run.current, run.changed, len(run.nodes), len(run.replayed))
    known = _kept.get(run)
    if known is not None and known[0] == key:
        return known[1]
    made = _made(run, choice)
    _kept[run] = (key, made)
    return made


def _mean(run: Run, choice: MatrixChoice) -> F32 | None:
    if choice.kind == LAYER_MEAN:
        return layer_mean(run, choice.layer)
    parts = [run.attention(*head) for head in choice.heads]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    return known[0] if len(known) == 1 else np.asarray(np.mean(known, axis=0), np.float32)


def _made(run: Run, choice: MatrixChoice) -> Matrix | None:
    values = _mean(run, choice)
    if values is None:
        return None
    signed = choice.kind == DIFFERENCE
    first_share = 0.0 if signed or len(values) < 2 else float(values[1:, 0].mean())
    if signed:
        other = run.attention(*choice.other)
        if other is None:
            return None
        values = values - other
    seen = values[:, 1:] if choice.without_first else values
    largest = float(seen.max(initial=0.0))
    if signed:
        largest = max(largest, -float(seen.min(initial=0.0)))
    column_sums = values.sum(axis=0)
    if choice.without_first and len(column_sums):
        column_sums[0] = 0.0
    return Matrix(
        values, seen.sum(axis=1), column_sums, min(nice_ceiling(largest), 1.0), signed, first_share,
        choice.without_first,
    )  # fmt: skip
