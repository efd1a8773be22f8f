"""What happens from layer to layer at each position of a text: questions and findings. Numpy only.

A question names the last node of its span and where the span begins, so its finding holds for every continuation of
that path: positions that are known need not be asked again when the text grows.

Row l of a lens is `resid[:, l]` read as if it were the last state: unembed(final_norm(resid[:, l])). Row 0 is what
enters block 0, row L the model's own output.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.lab_records import Finding, Question
from engine.records import F32, I32

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
