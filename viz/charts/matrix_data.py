"""The matrix the head view shows, and what is said of it: one head, a layer's mean, or the difference of two heads.

Kept per run and choice, so that hovering computes nothing. Sums and ranges leave out the first column where asked.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass

from engine.records import F32
from engine.run import Run
from viz.charts.attention_store import layer_mean
from viz.charts.numbers import nice_ceiling

KINDS = ("head", "mean of the layer", "difference")


@dataclass(frozen=True)
class MatrixChoice:
    """Which matrix. `other` is subtracted for a difference."""

    kind: str  # one of KINDS
    layer: int
    head: int
    other: tuple[int, int]
    without_first: bool

    @property
    def needs(self) -> tuple[tuple[int, int | None], ...]:
        """(layer, head) of what must be known; head None: all heads of the layer."""
        if self.kind == KINDS[1]:
            return ((self.layer, None),)
        return ((self.layer, self.head), self.other) if self.kind == KINDS[2] else ((self.layer, self.head),)


@dataclass(frozen=True, eq=False)
class Matrix:
    """[T, T] attention (or a difference), 0 in the future, its sums and the range of its colours."""

    values: F32  # [T, T]
    row_sums: F32  # [T]
    column_sums: F32  # [T]
    high: float
    signed: bool
    first_share: float  # mean attention of later rows to the first token (0 for a difference)


_kept: weakref.WeakKeyDictionary[Run, tuple[tuple[object, ...], Matrix | None]] = weakref.WeakKeyDictionary()


def matrix_of(run: Run, choice: MatrixChoice) -> Matrix | None:
    """The matrix for a choice; None where what it needs is not known."""
    key = (choice, run.current, run.changed, len(run.nodes), len(run.replayed))
    known = _kept.get(run)
    if known is not None and known[0] == key:
        return known[1]
    made = _made(run, choice)
    _kept[run] = (key, made)
    return made


def _made(run: Run, choice: MatrixChoice) -> Matrix | None:
    values = layer_mean(run, choice.layer) if choice.kind == KINDS[1] else run.attention(choice.layer, choice.head)
    if values is None:
        return None
    signed = choice.kind == KINDS[2]
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
    return Matrix(values, seen.sum(axis=1), column_sums, min(nice_ceiling(largest), 1.0), signed, first_share)
