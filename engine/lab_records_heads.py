"""Which head does what: the question and the finding. Numpy only.

On a random sequence of n different tokens said twice, all a head can go by is place and repetition, so where its
attention lies tells what it does. For a query at position q, after BOS where the model has one:

- previous: attention to q - 1, over all q > 0;
- duplicate: to q - n, the same token in the first half, over the second half;
- induction: to q - n + 1, the token after it, over the second half;
- first: to position 0, over all q > 0;
- current: to q itself, over all q > 0.

Each is a mean of a diagonal of `attn`, then over sequences. A head counts at 0.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.lab_records import Finding, Question
from engine.records import F32

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
