"""What one neuron stores, and how much of a logit comes from where: questions and findings. Numpy only.

An MLP as key-value memory (Geva et al., 2012.14913): a neuron's key says when it is active, its value what it then
writes. A value is read as logits: the final norm's gain (and centring, for a LayerNorm) is applied, its division by
the state's scale is not, since that depends on the state; so the unit is a logit at scale 1 per unit of activation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from engine.lab_records import Finding, Question
from engine.records import F32, I32

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
