"""All heads of a text at thumbnail size, for runs whose attention is not stored. Numpy only.

Which head does what: the question and the finding. Numpy only.

On a random sequence of n different tokens said twice, all a head can go by is place and repetition, so where its
attention lies tells what it does. For a query at position q, after BOS where the model has one:

- previous: attention to q - 1, over all q > 0;
- duplicate: to q - n, the same token in the first half, over the second half;
- induction: to q - n + 1, the token after it, over the second half;
- first: to position 0, over all q > 0;
- current: to q itself, over all q > 0.

Each is a mean of a diagonal of `attn`, then over sequences. A head counts at 0.4.

The induction lesson: what copies the token that followed the last occurrence of this one. Numpy only.

Attention of single heads over long texts, in pieces a screen can hold. Numpy only.

What is asked about is a mix of heads: the mean of `plus`, less the mean of `minus` where there are any (then values
are signed). A matrix of 4,096 x 4,096 is 64 MB; its picture of maxima is 4 MB, the part one has zoomed into at most
that, a row 16 KB.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.questions import Finding, Question
from engine.records import F32, I32

BINS = 64  # cells of a thumbnail, a side, at most
TEXT_SCORES = ("previous", "duplicate", "induction", "first", "current", "entropy", "distance")


@dataclass(frozen=True)
class AskAtlas(Question):
    """Every head's attention at `node`, merged by the maximum, and its scores on the text."""

    kept: ClassVar[int] = 2
    node: int


@dataclass(frozen=True)
class AtlasFound(Finding):
    """Cells of the future are NaN, as they are in an atlas grown from stored rows."""

    node: int
    n: int  # T
    bin: int  # positions per cell and side, a power of two
    cells: F32  # [L, H, c, c]
    without_first: F32  # [L, H, c] column 0 of `cells` when key 0 is left out
    scores: F32  # [len(TEXT_SCORES), L, H], NaN where never defined
    seconds: float


HEAD_SCORES = ("previous", "duplicate", "induction", "first", "current")
COUNTS_AT = 0.4


@dataclass(frozen=True)
class AskHeadScores(Question):
    """Score every head of the intact model on repeated random tokens."""

    about: ClassVar[Literal["run", "model"]] = "model"
    seed: int = 0
    length: int = 50  # n, the tokens that are repeated
    sequences: int = 4  # in a batch
    batches: int = 2


@dataclass(frozen=True)
class HeadScores(Finding):
    """Scores of every head."""

    scores: F32  # [5, L, H] by HEAD_SCORES, 0..1
    errors: F32  # [5, L, H] standard error of the mean over sequences
    seed: int
    length: int  # n
    sequences: int  # in all
    begins_with_bos: bool
    seconds: float


@dataclass(frozen=True)
class AskInduction(Question):
    """At `node`, whose token occurred before: which heads look at what followed then, and what they do to its chance.

    The `heads` with the highest attention there are each switched off at every position, then all of them together.
    """

    node: int
    heads: int = 6


@dataclass(frozen=True)
class Induction(Finding):
    """`earlier` -1: the token did not occur before, and nothing else is known."""

    node: int
    position: int  # of the node
    earlier: int  # position of the token's last occurrence before
    copied: int  # id of the token after it, position earlier + 1
    attention: F32  # [L, H] from `position` to earlier + 1
    heads: I32  # [n, 2] (layer, head), highest attention first
    intact: float  # probability of the copy
    without: F32  # [n] probability of the copy without each head
    without_all: float  # without all of them; NaN where there are none


@dataclass(frozen=True)
class AskInductionMeans(Question):
    """The same copy with these heads set to their means over the bundled sample text, each by itself and all."""

    node: int
    copied: int  # token id
    heads: tuple[tuple[int, int], ...]  # (layer, head)


@dataclass(frozen=True)
class InductionMeans(Finding):
    node: int
    without: F32  # [n] probability of the copy with each head at its mean
    without_all: float


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
