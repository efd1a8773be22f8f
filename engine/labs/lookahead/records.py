"""What comes after continuations of a text that were not taken: question and finding. Numpy only.

A question names the continuations, so whoever looks decides how the tree grows, and what is known stays known however
much more of it is wanted. All continuations of one question are equally long, so that they are one batch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.questions import Finding, Question
from engine.records import F32, I32, Placed, Space

CANDIDATES = 50  # next tokens that are told of each continuation


@dataclass(frozen=True)
class AskAhead(Question):
    """What comes after each of `paths`, put after `node`, and where in `space` the state after it lies.

    In a space of states the state is placed in the layout with this key; without a key nothing is.
    """

    kept: ClassVar[int] = 600
    gives_way: ClassVar[bool] = True
    node: int
    paths: tuple[tuple[int, ...], ...]  # token ids, each path as long as the others
    space: Space
    layout_key: str = ""


@dataclass(frozen=True)
class Ahead(Finding):
    """Row i is about path i. Probabilities are the model's at temperature 1, with the run's own interventions."""

    ids: I32  # [n, K] the likeliest tokens after it, likeliest first
    probs: F32  # [n, K]
    placed: Placed | None  # n places; None where none was asked for, or the layout in use is another one by now
