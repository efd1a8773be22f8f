"""Which neurons and heads matter here: questions and findings. Numpy only.

The first-order effect of a part is minus gradient times activation, summed over positions: how much the chosen logit
(or the difference of two) would change if the part were zero and the model linear. The exact one is measured by
switching the part off. Both are changes of the same quantity.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.lab_records import Finding, Question
from engine.records import F32, I32, Site


@dataclass(frozen=True)
class AskEffects(Question):
    """Estimate every neuron's and head's effect on a token's logit after `node`.

    `token` "" is the likeliest next one; with `against` it is the difference of the two logits. Both as a person
    types them (a leading space is tried too), or `#id`.
    """

    node: int
    token: str = ""
    against: str = ""


@dataclass(frozen=True)
class Effects(Finding):
    """Estimates of all parts."""

    node: int
    token_id: int
    against_id: int  # -1 for none
    value: float  # the logit or the difference, as the model is
    neurons: F32 | None  # [L, M] estimated change when the neuron is zero at every position
    heads: F32 | None  # [L, H]
    activations: F32 | None  # [L, M] at the last position
    seconds: float


@dataclass(frozen=True)
class AskExact(Question):
    """Switch each of `sites` off by itself, and see."""

    node: int
    token_id: int
    against_id: int
    sites: tuple[Site, ...]


@dataclass(frozen=True)
class Exact(Finding):
    """What happened to each."""

    node: int
    sites: tuple[Site, ...]
    changes: F32 | None  # [n] of the logit or the difference
    probs: F32 | None  # [n] of the token without the site
    first_ids: I32 | None  # [n] the likeliest next token without the site
    prob: float  # of the token, as the model is
    seconds: float


@dataclass(frozen=True)
class AskStrongest(Question):
    """Which neuron or head does the token after `node` lose most by?"""

    node: int
    token_id: int
    kind: Literal["neuron", "head"]
    measured: int = 30  # parts with the largest estimates by amount, each switched off by itself


@dataclass(frozen=True)
class Strongest(Finding):
    """The one part, and what its loss does."""

    node: int
    token_id: int
    site: Site
    estimate: float  # change of the token's logit, to first order
    change: float  # measured
    prob: float  # of the token, as the model is
    without: float  # without the part
    measured: int


@dataclass(frozen=True)
class AskActive(Question):
    """The neurons most active at `node`, or those that differ most from their activation at the end of `other`."""

    node: int
    other: str = ""
    count: int = 200


@dataclass(frozen=True)
class Active(Finding):
    """The first `count` neurons by how long a vector they write (or would write differently)."""

    node: int
    layers: I32  # [n]
    indices: I32  # [n]
    here: F32  # [n] activation at the node
    there: F32  # [n] activation at the last token of the other text; NaN without one
    writes: F32  # [n] length of the value times |here|, or times |here - there|
    other_tokens: int  # of the other text; 0 without one


@dataclass(frozen=True)
class AskPromoters(Question):
    """The neurons whose value promotes a token most, through the final norm's gain and the unembedding."""

    about: ClassVar[Literal["run", "model"]] = "model"
    token: str
    count: int = 200


@dataclass(frozen=True)
class Promoters(Finding):
    """The strongest promoters and suppressors."""

    token_id: int
    layers: I32  # [n]
    indices: I32  # [n]
    scores: F32  # [n] logit per unit of activation, for a scale of 1 of the final norm
    cosines: F32  # [n] of the value with the token's direction
