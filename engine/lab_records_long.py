"""Attention of single heads over long texts, in pieces a screen can hold. Numpy only.

What is asked about is a mix of heads: the mean of `plus`, less the mean of `minus` where there are any (then values
are signed). A matrix of 4,096 x 4,096 is 64 MB; its picture of maxima is 4 MB, the part one has zoomed into at most
that, a row 16 KB.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.lab_records import Finding, Question
from engine.records import F32

CELLS = 1024  # of a picture, a side, at most
Heads = tuple[tuple[int, int], ...]  # (layer, head) each


@dataclass(frozen=True)
class Mix:
    """The mean of some heads, less the mean of others."""

    plus: Heads
    minus: Heads = ()


@dataclass(frozen=True)
class AskHeadPicture(Question):
    """The whole matrix at `node`, each cell the largest (by amount) of bin x bin positions."""

    kept: ClassVar[int] = 6
    node: int
    mix: Mix


@dataclass(frozen=True)
class HeadPicture(Finding):
    node: int
    mix: Mix
    n: int  # T
    bin: int  # positions per cell and side, a power of two
    cells: F32  # [c, c]; 0 in the future
    without_first: F32  # [c] the first column of `cells` without key 0
    row_sums: F32  # [T]
    column_sums: F32  # [T]
    first: F32  # [T] attention to key 0
    seconds: float


@dataclass(frozen=True)
class AskHeadWindow(Question):
    """The matrix itself, from a row and a column on."""

    kept: ClassVar[int] = 4
    node: int
    mix: Mix
    top: int
    left: int
    side: int  # rows and columns, at most CELLS


@dataclass(frozen=True)
class HeadWindow(Finding):
    node: int
    mix: Mix
    top: int
    left: int
    values: F32  # [rows, columns]; 0 in the future


@dataclass(frozen=True)
class AskHeadLine(Question):
    """One row (what `position` attends to) or one column (what attends to it) exactly."""

    kept: ClassVar[int] = 64
    node: int
    mix: Mix
    position: int
    column: bool = False


@dataclass(frozen=True)
class HeadLine(Finding):
    node: int
    mix: Mix
    position: int
    column: bool
    values: F32  # [position + 1] of a row, [T - position] of a column
