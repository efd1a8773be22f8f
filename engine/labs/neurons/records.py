"""Which neurons and heads matter here: questions and findings. Numpy only.

The first-order effect of a part is minus gradient times activation, summed over positions: how much the token's log₂
probability (or the difference of two logits) would change if the part were zero and the model linear. The exact one is
measured by switching the part off. Both are changes of the same quantity.

What one neuron stores, and how much of a logit comes from where: questions and findings. Numpy only.

An MLP as key-value memory (Geva et al., 2012.14913): a neuron's key says when it is active, its value what it then
writes. A value is read as logits: the final norm's gain (and centring, for a LayerNorm) is applied, its division by
the state's scale is not, since that depends on the state; so the unit is a logit at scale 1 per unit of activation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.questions import Finding, Question
from engine.records import F32, I32, Site


@dataclass(frozen=True)
class AskEffects(Question):
    """Estimate every neuron's and head's effect on a token's log-probability after `node`.

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
    value: float  # log₂ of the token's probability (bits), or logit of the token minus that of `against_id`
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
    changes: F32 | None  # [n] of the value that `Effects` estimates, in its unit
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
    estimate: float  # change of the token's log₂ probability (bits), to first order
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


READ_TOKENS = 12


@dataclass(frozen=True)
class AskNeuron(Question):
    """Read the weights of one neuron."""

    about: ClassVar[Literal["run", "model"]] = "model"
    layer: int
    neuron: int


@dataclass(frozen=True)
class KeyReading(Finding):
    """The tokens whose embedding lies along a key, and against it."""

    part: str  # "gate", "up" or "key"
    along: I32  # [n] token ids
    along_cosine: F32  # [n]
    against: I32  # [n]
    against_cosine: F32  # [n]
    length: float


@dataclass(frozen=True)
class Neuron(Finding):
    """What a neuron's weights say."""

    layer: int
    neuron: int
    promoted: I32  # [n] token ids
    promoted_logits: F32  # [n]
    suppressed: I32  # [n]
    suppressed_logits: F32  # [n]
    length: float  # of the value
    keys: tuple[KeyReading, ...]
    gain_in_keys: bool  # the norm before the MLP was found, and its gain is part of the keys


@dataclass(frozen=True)
class AskHere(Question):
    """One neuron along the text up to `node`, and what switching it off changes at each position."""

    node: int
    layer: int
    neuron: int


@dataclass(frozen=True)
class Here(Finding):
    """Along the text."""

    node: int
    layer: int
    neuron: int
    activations: F32  # [T]
    kl: F32  # [T] bits between the next-token distributions, intact against off
    surprisal: F32  # [T] bits more for the token that follows, when it is off; NaN at the last position


@dataclass(frozen=True)
class AskTriggers(Question):
    """A neuron over a whole text: the bundled sample, or a file of UTF-8 text."""

    about: ClassVar[Literal["run", "model"]] = "model"
    layer: int
    neuron: int
    file: str = ""
    count: int = 16


@dataclass(frozen=True)
class Triggers(Finding):
    """Its largest activations with the tokens around them, and all of them as a histogram.

    The first token of every piece that was run (256 tokens) is left out: many models rest their attention there, and
    the giant activations that go with it say nothing about the text.
    """

    layer: int
    neuron: int
    source: str  # "" for the bundled sample
    n_tokens: int
    tops: F32  # [n] largest by amount, largest first
    kinds: tuple[str, ...]  # of each one's text
    contexts: I32  # [n, W] token ids, -1 where the text ends
    context_values: F32  # [n, W] activations, NaN where the text ends
    at: int  # column of the top token
    edges: F32  # [B + 1] of the histogram
    counts: I32  # [B]
    share_active: float  # of positions above a tenth of the largest amount
    share_positive: float
    mean: float
    note: str = ""  # what was left out


@dataclass(frozen=True)
class AskShares(Question):
    """How much of a token's logit after `node` was written by which part, the final norm's scale held fixed."""

    node: int
    token: str = ""
    count: int = 24


@dataclass(frozen=True)
class Shares(Finding):
    """A logit as a sum: embedding + Σ attention + Σ mlp + Σ remainder + constant."""

    node: int
    token_id: int
    logit: float  # before a cap where the model has one
    embedding: float
    attention: F32  # [L] NaN where the part has no known shape (then it is in the remainder)
    mlp: F32  # [L]
    remainder: F32  # [L] what a block adds besides
    constant: float  # of biases of norm and unembedding
    neuron_layers: I32  # [n] the neurons with the largest shares, largest amount first
    neuron_indices: I32  # [n]
    neuron_shares: F32  # [n]
    neuron_sums: F32  # [L] of all neurons of a layer; NaN where they cannot be told apart
    capped: bool
