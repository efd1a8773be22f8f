"""Where in a model the quantities of DESIGN section 3 are to be read and changed, found by looking at it run.

No table of family names: a four-token forward is observed (`engine.capture.probe`) and the parts are recognised by
what they do. The blocks are the longest module list; attention is the module in a block that returns a [1, H, t, t]
matrix of weights; its output projection is the last matrix in it that writes the model width; the down projection is
the last such matrix of a block outside attention. What cannot be recognised, or fails a short trial
(`engine.capture.trial`), is left out and `missing` says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import torch
from torch import Tensor, nn

from engine.capture.placed import device_of, tensor_of
from engine.errors import ModelUnusable
from engine.sentences import say

PositionScheme = Literal["learned", "rotary", "alibi", "other"]


@dataclass(frozen=True)
class Block:
    """The parts of one block. A part that was not recognised is None."""

    module: nn.Module
    returns: int | None  # length of the tuple the block returns, None where it returns the states alone
    attention: nn.Module | None  # returns the weights at `weights_index` of its outputs
    weights_index: int
    out_projection: nn.Module | None  # input [t, H * head_dim], heads one after the other
    attention_write: (
        nn.Module | None
    )  # its output is what attention adds to `resid` (after a post-norm where there is one)
    head_dim: int  # width of a head's slice of that input; blocks of one model may differ
    down_projection: nn.Module | None  # input [t, M] is `neurons`
    mlp_write: nn.Module | None  # its output is what the MLP adds to `resid`


@dataclass(frozen=True)
class Anatomy:
    """What a model is made of. Holds references to the modules of the model it was made from."""

    n_layers: int  # L
    n_heads: int  # H, 0 where there is no attention
    n_kv_heads: int
    head_dim: int  # that of the first block with attention
    d_model: int  # D
    d_mlp: int  # M, 0 where `neurons` is missing
    vocab_size: int  # V
    position_scheme: PositionScheme
    tied: bool  # unembedding = transposed token embedding
    embedding_scale: float  # the token embedding is multiplied by this on entering `resid`
    logit_softcap: float | None
    logit_scale: float  # the unembedding's result is multiplied by this
    plain_head: bool  # the final norm, the unembedding, factor and cap are all that makes logits of the last states
    caches: bool  # a run may go on from a cache; otherwise every step is a whole forward
    sinks: bool  # rows of `attn` sum to less than 1: the rest goes to a learned sink
    attention_as_loaded: str
    attention_with_weights: str  # the implementation that is switched to where attention is to be recorded
    missing: Mapping[str, str]  # quantity -> one sentence why it cannot be shown
    blocks: tuple[Block, ...] = field(repr=False)
    final_norm: nn.Module | None = field(repr=False)
    embedding: nn.Module = field(repr=False)
    position_table: nn.Module | None = field(repr=False)  # learned positions, weight [≥ context, D]
    unembedding: nn.Module | None = field(repr=False)
    configs: tuple[Any, ...] = field(repr=False)  # whose attention implementation is switched
    zero_alibi: bool = field(default=False, repr=False)  # see engine.capture.quirks
    overwrites: bool = field(
        default=True, repr=False
    )  # a tensor to be captured is written to later in the same forward

    @property
    def embedding_weight(self) -> Tensor:
        """[V, D] the token embedding's rows, wherever they are kept."""
        weight = tensor_of(self.embedding)
        if weight is None:
            raise ModelUnusable(
                say("This model's token embedding has no rows of its own to read: choose another model.")
            )
        return weight

    @property
    def device(self) -> torch.device:
        """Where a forward begins, and its logits end."""
        return device_of(self.embedding)

    @property
    def dtype(self) -> torch.dtype:
        """Of the states a forward begins with."""
        dtype: torch.dtype = self.embedding.weight.dtype  # type: ignore[assignment]
        return dtype

    def why_missing(self, quantity: str) -> str | None:
        """The reason a quantity cannot be shown, None where it can."""
        return self.missing.get(quantity)
