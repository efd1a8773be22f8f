"""The induction lesson: what copies the token that followed the last occurrence of this one. Numpy only."""

from __future__ import annotations

from dataclasses import dataclass

from engine.lab_records import Finding, Question
from engine.records import F32, I32


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
