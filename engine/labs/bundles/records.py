"""Many samples of one text: question and finding. Numpy only.

Sample i is drawn with the seed of `sampling` plus i, by the rule by which a run draws: it is what a run with that seed
writes, but for float rounding where two tokens are nearly as likely to be drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.questions import Finding, Question
from engine.records import F32, I32, Sampling

MOST, LONGEST = 50, 200  # samples, and tokens of each
DRAWS = 400  # of the bootstrap


@dataclass(frozen=True)
class AskBundle(Question):
    """Draw `count` continuations of `length` tokens after `node`, or after `prompt` where one is given."""

    kept: ClassVar[int] = 32
    node: int
    count: int
    length: int
    sampling: Sampling
    prompt: str = ""


@dataclass(frozen=True)
class Bundle(Finding):
    """n samples of at most T tokens. Distances are 1 - cosine of the last states after the final norm, over pairs."""

    token_ids: I32  # [n, T], -1 after the end of the text
    lengths: I32  # [n] tokens, that which ends the text included
    bits: F32  # [n] surprisal of the whole sample at temperature 1
    spread: F32  # [T] mean distance of two samples after so many tokens; NaN where fewer than two still go on
    low: F32  # [T] its 95 % interval, from a bootstrap over samples
    high: F32  # [T]
    going: I32  # [T] samples that still go on
    parted: int  # the first step at which the spread is half of its largest value, from 0 on; -1: none
    groups: I32  # [n] the largest group first
    typical: I32  # [G] the sample of each group that is nearest to all others of it
    silhouette: float  # how well the groups are apart, -1..1; NaN where there is one group
    prompt_tokens: int
    seconds: float
