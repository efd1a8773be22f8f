"""The way through the layers: where the residual stream of one position lies on a map after each block. Numpy only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.lab_records import Finding, Question
from engine.records import F32, I32, Bools, Space

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
