"""Which features made a token: questions and findings. Numpy only.

The model is made linear at one text: attention patterns and the scales of its norms are held as they are, and its MLPs
as `Mlps` says. A node is a feature at a position, the error of a dictionary there (what it does not explain), its
constant there (its bias and mean), or a token's embedding. A node's effect is its activation times the gradient of the
token's value in the linear model: what the value would lose there without the node. In each row (the embeddings, or one
dictionary) the effects add up to the value but for what passes beside the row: constants of later layers and, where a
dictionary reads a sublayer, the residual stream around it.

The first position is not read by any dictionary, nor is one that is longer than those a dictionary learnt from:
both are outliers. All of such a state counts as error.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar, Literal

import numpy as np

from engine.dictionaries.records import Hook
from engine.questions import Finding, Question
from engine.records import F32, I32, Frozen

# How the MLPs are made linear. "gates": their activation function's factor is held (of a gated MLP the gate as a
# whole), so that the linear model gives the model's own numbers; "slope": their derivative at this text, which leaves a
# constant over; "constant": what they add is held, so that effects pass the residual stream and attention alone.
Mlps = Literal["gates", "slope", "constant"]
MLPS: tuple[Mlps, ...] = ("gates", "slope", "constant")
Kind = Literal["feature", "error", "constant", "embedding"]
KINDS: tuple[Kind, ...] = ("feature", "error", "constant", "embedding")
FEATURE, ERROR, CONSTANT, EMBEDDED = range(4)
TOKEN = -1  # as the target of an edge: the token that is explained
MOST_TOKENS = 256  # of a text
MOST_DICTIONARIES = 6


@dataclass(frozen=True)
class AskAttribution(Question):
    """Which features made a token after `node`. Answer: Attribution."""

    kept: ClassVar[int] = 12

    node: int
    dictionaries: tuple[str, ...]  # their names, one a place in the model
    token: str = ""  # as typed, or #id; "" = the likeliest one
    against: str = ""  # another token, whose logit is subtracted; "" = the token's log-probability is explained
    mlps: Mlps = "gates"
    most: int = 24  # strongest nodes kept of each row
    checked: int = 32  # features that are switched off one by one: so many of the strongest, so many drawn at random
    seed: int = 0


@dataclass(frozen=True)
class Row(Frozen):
    """The sums over all nodes of one row, those that are not kept too; in the value's unit."""

    name: str  # of the dictionary; "" = the embeddings
    hook: Hook | None
    title: str  # of the dictionary
    sha256: str
    active: int  # features that are not 0, over all positions
    signed: F32  # [4] sum of the effects of each of `KINDS`
    sizes: F32  # [4] sum of their sizes
    beside: float  # what the effects lack of the value

    @property
    def in_sight(self) -> float:
        """The features' share of all effects' sizes; of the embeddings 1. NaN where nothing has an effect."""
        whole = float(self.sizes.sum())
        return float(self.sizes[FEATURE] + self.sizes[EMBEDDED]) / whole if whole > 0 else math.nan


@dataclass(frozen=True)
class Node(Frozen):
    """One node by its name: of a question's dictionaries one by its number, -1 for the embeddings."""

    dictionary: int
    kind: Kind
    position: int
    feature: int = -1


@dataclass(frozen=True)
class Check(Frozen):
    """Features switched off one by one in the model itself, with nothing held, against minus their effects."""

    predicted: F32  # [n]
    measured: F32  # [n] change of the value
    nodes: tuple[Node, ...]

    @property
    def correlation(self) -> float:
        """Pearson's; NaN where there are fewer than 3, or no spread."""
        if len(self.predicted) < 3 or not self.predicted.std() or not self.measured.std():
            return math.nan
        return float(np.corrcoef(self.predicted.astype(np.float64), self.measured.astype(np.float64))[0, 1])

    @property
    def interval(self) -> tuple[float, float]:
        """95 % by Fisher's transformation; NaN where there are fewer than 4."""
        r, n = self.correlation, len(self.predicted)
        if math.isnan(r) or n < 4:
            return math.nan, math.nan
        middle, half = math.atanh(min(max(r, -0.999999), 0.999999)), 1.959963984540054 / math.sqrt(n - 3)
        return math.tanh(middle - half), math.tanh(middle + half)


@dataclass(frozen=True)
class Attribution(Finding):
    """The strongest nodes of each row, their sums, and the edges between them. E edges, N nodes, R rows."""

    node: int
    token: int
    against: int  # -1: the log-probability
    value: float  # that the effects of a row add up to: bits of log-probability above the model's mean, or logits
    probability: float  # of the token
    entropy: float  # bits, of the next token
    token_ids: I32  # [T] of the text
    rows: tuple[Row, ...]  # [R] the embeddings, then the dictionaries from the lowest
    row: I32  # [N] of each node
    kinds: I32  # [N] number in `KINDS`
    positions: I32  # [N]
    features: I32  # [N] -1 where it is none
    activations: F32  # [N] of features; NaN for the others
    largest: F32  # [N] a feature's largest activation where its dictionary was measured; 0 where that is not known
    effects: F32  # [N] on the value, by all ways
    direct: F32  # [N] of that: by ways that pass no dictionary above
    sources: I32  # [E] number of a node
    targets: I32  # [E] number of a node, or `TOKEN`
    weights: F32  # [E] of a feature's activation: what the source adds to it; of the token and of errors: the effect
    carried: F32  # [E] the effect on the value that goes this way
    strongest: Check
    random: Check  # the control: features drawn from all that are not 0
    seconds: float

    @property
    def unit_is_bits(self) -> bool:
        """Whether effects are in bits; otherwise they are logits."""
        return self.against < 0


@dataclass(frozen=True)
class AskOff(Question):
    """Switch nodes off together in the model itself, nothing held. Answer: Off."""

    kept: ClassVar[int] = 24

    of: AskAttribution
    nodes: tuple[Node, ...]
    expected: float  # minus the sum of their effects


@dataclass(frozen=True)
class Off(Finding):
    """Row 0 as the run is, row 1 without the nodes."""

    value: F32  # [2] log2 of the token's probability, or the difference of the two logits
    expected: float  # change of the value in the linear model
    probability: F32  # [2] of the token
    kl: float  # bits, KL(row 0 || row 1)
    ids: I32  # [2, 5] likeliest next tokens
    probs: F32  # [2, 5]
