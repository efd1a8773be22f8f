"""What happens from layer to layer at each position of a text: questions and findings. Numpy only.

A question names the last node of its span and where the span begins, so its finding holds for every continuation of
that path: positions that are known need not be asked again when the text grows.

Row l of a lens is `resid[:, l]` read as if it were the last state: unembed(final_norm(resid[:, l])). Row 0 is what
enters block 0, row L the model's own output.

The way through the layers: where the residual stream of one position lies on a map after each block. Numpy only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.questions import Finding, Question
from engine.records import F32, I32, Bools, Space

LENS_SPAN = 8  # positions asked for at once
CANDIDATES = 8


@dataclass(frozen=True)
class AskLens(Question):
    """Read positions `start` to that of `node`, at every layer."""

    node: int
    start: int


@dataclass(frozen=True)
class Lens(Finding):
    """What each layer's state says, for W positions from `start` on."""

    node: int
    start: int
    ids: I32  # [L+1, W, K] the likeliest tokens, likeliest first
    probs: F32  # [L+1, W, K]
    entropy: F32  # [L+1, W] bits
    final_rank: I32  # [L+1, W] how many tokens are likelier than the last row's first one: 0 = it is the first
    final_probs: F32  # [L+1, W] probability of that token


@dataclass(frozen=True)
class AskLensApart(Question):
    """How far two branches' lenses are apart at positions `start` to that of `node` and of `other`, at every layer."""

    node: int
    other: int  # of the other branch, at the same position
    start: int


@dataclass(frozen=True)
class LensApart(Finding):
    """The Jensen-Shannon divergence of what both states would say next (Lin 1991, eq. 4.1, with equal weights).

    It is symmetric, since neither branch is the other's original: 0 bits where both say the same, 1 where what one
    holds possible the other excludes.
    """

    node: int
    other: int
    start: int
    bits: F32  # [L+1, W] 0..1


@dataclass(frozen=True)
class AskWrites(Question):
    """Measure what attention and MLP write at every layer, for all positions up to that of `node`."""

    node: int


@dataclass(frozen=True)
class Writes(Finding):
    """Lengths (Euclidean norms) of what each part adds to `resid`; NaN where a part has no known shape."""

    node: int
    attention: F32  # [L, T]
    mlp: F32  # [L, T]
    both: F32  # [L, T] of resid[:, l+1] - resid[:, l]
    remainder: F32  # [L, T] of what the two parts do not explain of it
    stream: F32  # [L+1, T] of resid itself


Through = Literal["final norm", "the space's standardising", "nothing"]


@dataclass(frozen=True)
class AskWay(Question):
    """Place `resid[position of node, 0..L]` in the layout with this key, in use of this space."""

    kept: ClassVar[int] = 24
    node: int
    space: Space
    layout_key: str


@dataclass(frozen=True)
class LayersWay(Finding):
    """Row l is what enters block l, row L what leaves the last one. Placed by the rule every new point is placed by."""

    node: int
    layout_key: str
    points3: F32  # [L+1, 3]
    points2: F32  # [L+1, 2]
    kept3: F32  # [L+1] share of its 15 true neighbours that are near it on the map
    kept2: F32  # [L+1]
    left_out: Bools  # [L+1] as long as those the space's fit leaves out
    nearest: I32  # [L+1] in the unembedding: the token this state makes likeliest (the logit lens); else empty
    through: Through  # what the states went through before they were placed
