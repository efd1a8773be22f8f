"""What switching parts of the model off does to one next token: asked at the frame rate of a slider. Numpy only.

"Intact" is the model without any change, also where the run itself was made with some.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from engine.adjustable import Adjustable
from engine.questions import Finding, Question
from engine.records import EMBEDDING, F32, I32, Change, Placed, Plan, Space


@dataclass(frozen=True)
class AskChangedNext(Question):
    """What `plan` does to the distribution after `node`. Answer: ChangedNext."""

    kept: ClassVar[int] = 48  # a slider asks at every step

    plan: Plan
    node: int
    token: int = -1  # the token followed; -1: the likeliest of the intact model
    space: Space = EMBEDDING  # where a `resid` space: the state's move in it is placed
    layout_key: str = ""  # of the layout it is to be placed in: a question for each
    k: int = 40  # likeliest tokens of each of the two


@dataclass(frozen=True)
class ChangedNext(Finding):
    """Row 0 is the intact model, row 1 the changed one."""

    node: int
    token: int  # the token followed
    ids: I32  # [n] the likeliest k of each, in the order of the larger of the two probabilities
    probs: F32  # [2, n]
    logits: F32  # [2, n]
    ranks: I32  # [2, n] from 0
    token_probs: F32  # [2] of the token followed
    token_logits: F32  # [2]
    token_ranks: I32  # [2]
    entropy: F32  # [2] bits
    kl: float  # KL(intact || changed), bits
    placed: Placed | None  # of the two states at the node, where the space asked for is one of states and in use
    from_layer: int  # block the computation began at


@dataclass(frozen=True)
class AskChangedInside(Question):
    """What `plan` does inside, at `node`: the logit lens of every layer, and one head's row. Answer: ChangedInside."""

    kept: ClassVar[int] = 12

    plan: Plan
    node: int
    layer: int
    head: int
    token: int = -1  # as in AskChangedNext
    k: int = 3  # likeliest tokens kept of each layer


@dataclass(frozen=True)
class ChangedInside(Finding):
    """Row 0 is the intact model, row 1 the changed one. State 0 enters block 0, state l + 1 leaves block l."""

    node: int
    token: int
    lens_ids: I32  # [2, L+1, k] likeliest tokens of the logit lens
    lens_probs: F32  # [2, L+1, k]
    token_probs: F32  # [2, L+1] of the token followed
    kl: F32  # [L+1] bits, KL(intact || changed) of the lens
    moved: F32  # [L+1] length of the difference of the two states, as a share of the intact state's
    attention: F32 | None  # [2, T] of the head, from the node; None where the model has none to show
    layer: int
    head: int


SCALES = (-2.0, -1.0, -0.5, 0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0)


@dataclass(frozen=True)
class AskSweep(Question):
    """The followed token over the scale of one part, the rest of the plan as it is. Answer: Sweep."""

    kept: ClassVar[int] = 16

    change: Change | Adjustable  # its scale or strength is not used
    rest: Plan
    node: int
    token: int = -1
    scales: tuple[float, ...] = SCALES


@dataclass(frozen=True)
class Sweep(Finding):
    """One value for each scale."""

    node: int
    token: int
    scales: F32  # [n]
    probs: F32  # [n] of the token followed
    logits: F32  # [n]
    kl: F32  # [n] bits, KL(intact || changed)
    entropy: F32  # [n] bits
    likeliest: I32  # [n] likeliest token there
