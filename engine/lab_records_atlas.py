"""All heads of a text at thumbnail size, for runs whose attention is not stored. Numpy only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.lab_records import Finding, Question
from engine.records import F32

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
