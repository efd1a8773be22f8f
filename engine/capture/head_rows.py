"""Attention weights of single heads over a long text, some rows at a time, and nothing else of the block.

The block's own attention module makes queries and keys (rotary phases, norms of them, grouped heads: whatever the
family does); in place of its attention function stands one that keeps the two and ends the forward, so values, the
output projection and the MLP are never computed. They are T x width numbers; weights are formed from them a chunk of
rows at a time, `rows` x T of each asked head. So what is alive at once grows with T, never with T squared. Where few
heads of a block are asked about, queries and keys are made of those alone (`engine.capture.narrow`).

Whether this may stand in for a family's own code is found by comparing the two on the first rows of the very states
asked about; where it may not, the eager code's chunks of rows are used, which form all heads.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture import step
from engine.capture.anatomy import Anatomy
from engine.capture.attention import implementation
from engine.capture.narrow import narrowed
from engine.capture.probe import UNFIT
from engine.capture.recorder import Enough
from engine.capture.replay import detour, replay_block
from engine.errors import InputRefused
from engine.libraries.transformers_inside import (
    eager_attention,
    masks_only_the_future,
    register_attention,
    sdpa_mask,
)
from engine.sentences import say
from engine.shortage import pass_on

NAME = "orrery_head"
CHUNK_ROWS = 128  # a chunk of 4,096 keys then stays within a core's own cache while it is worked on
REPLAYED_ROWS = 512  # where every chunk runs the block again
_KEEP = "orrery_keep"  # attribute of an attention module while its queries and keys are asked for
_COMPARED = 12  # rows
Stop = Callable[[], bool]


class HeadRows(Protocol):
    """What can give rows of one block's heads."""

    @property
    def length(self) -> int:
        """T."""

    @property
    def chunk(self) -> int:
        """How many rows are best asked for at once."""

    def weights(self, head: int, low: int, high: int) -> Tensor:
        """Rows low..high-1 over the keys 0..high-1, [high - low, high] float32 on the host."""


class _Mask:
    """The library's boolean mask, made for the rows it is asked for."""

    def __init__(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self._args, self._kwargs = args, kwargs

    def rows(self, low: int, high: int) -> Tensor | None:
        """[B, 1, high - low, T] True where a key is seen; None where nothing is masked but the future."""
        offset = self._kwargs.get("q_offset", 0) + low
        return sdpa_mask(*self._args, **{**self._kwargs, "q_length": high - low, "q_offset": offset})


def _mask(*args: Any, **kwargs: Any) -> Any:
    """None where a row sees all that came before, as most do; else a mask that is made row by row."""
    return None if masks_only_the_future(kwargs) else _Mask(args, kwargs)


@dataclass(frozen=True)
class Kept:
    """Queries and keys of one block, as they are multiplied."""

    query: Tensor  # [H, T, head_dim]
    key: Tensor  # [H of keys, T, head_dim]
    scale: float
    softcap: float | None
    mask: _Mask | None

    @property
    def length(self) -> int:
        """T."""
        return self.query.shape[1]

    @property
    def chunk(self) -> int:
        """See `HeadRows`."""
        return CHUNK_ROWS

    def only(self, head: int) -> Kept:
        """The same of one head, which is then head 0, with nothing else alive."""
        shared = len(self.query) // len(self.key)
        group = head // shared
        query, key = self.query[head : head + 1].clone(), self.key[group : group + 1].clone()
        return Kept(query, key, self.scale, self.softcap, self.mask)

    def weights(self, head: int, low: int, high: int) -> Tensor:
        """See `HeadRows`."""
        shared = len(self.query) // len(self.key)
        with torch.inference_mode():
            scores = (self.query[head, low:high] * self.scale) @ self.key[head // shared, :high].T  # [r, high]
            if self.softcap is not None:
                scores = torch.tanh(scores / self.softcap) * self.softcap
            seen = self.mask.rows(low, high) if self.mask is not None else None
            if seen is None:
                later = torch.ones(high - low, high - low, dtype=torch.bool, device=scores.device).triu_(1)
                scores[:, low:].masked_fill_(later, -torch.inf)  # what comes before the first of these rows is seen
            else:
                scores.masked_fill_(~seen[0, 0, :, :high].to(scores.device), -torch.inf)  # masks are made on the first
            return torch.softmax(scores, -1, dtype=torch.float32).cpu()


@dataclass(frozen=True)
class OneByOne:
    """Queries and keys of one head each, made when that head is first asked about."""

    model: PreTrainedModel
    anatomy: Anatomy
    layer: int
    states: Tensor  # [T, D]
    token_ids: Tensor | None
    _made: dict[int, Kept] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """T."""
        return len(self.states)

    @property
    def chunk(self) -> int:
        """See `HeadRows`."""
        return CHUNK_ROWS

    def weights(self, head: int, low: int, high: int) -> Tensor:
        """See `HeadRows`."""
        if head not in self._made:
            self._made[head] = _kept(self.model, self.anatomy, self.layer, self.states, self.token_ids, head).only(head)
        return self._made[head].weights(0, low, high)


@dataclass(frozen=True)
class Replayed:
    """The same from the family's own code: every row asked for runs the block on all before it."""

    model: PreTrainedModel
    anatomy: Anatomy
    layer: int
    states: Tensor  # [T, D]
    token_ids: Tensor | None
    stop: Stop | None

    @property
    def length(self) -> int:
        """T."""
        return len(self.states)

    @property
    def chunk(self) -> int:
        """See `HeadRows`."""
        return REPLAYED_ROWS

    def weights(self, head: int, low: int, high: int) -> Tensor:
        """See `HeadRows`."""
        ids = None if self.token_ids is None else self.token_ids[:high]
        found = replay_block(
            self.model, self.anatomy, self.layer, self.states[:high], ("attn",), rows=slice(low, high), heads=(head,),
            stop=self.stop, token_ids=ids,
        )  # fmt: skip
        return found["attn"][0]


def _keep(
    module: nn.Module,
    query: Tensor,  # [1, H, t, head_dim]
    key: Tensor,  # [1, H of keys, t, head_dim]
    value: Tensor,
    attention_mask: Any,
    scaling: float | None = None,
    dropout: float = 0.0,
    softcap: float | None = None,
    **kwargs: Any,
) -> tuple[Tensor, Tensor]:
    """Keep queries and keys and end the forward."""
    goal: list[Kept] | None = module.__dict__.get(_KEEP)
    if goal is None:
        return eager_attention(module)(
            module, query, key, value, attention_mask, scaling=scaling, dropout=dropout, **kwargs
        )
    scale = scaling if scaling is not None else 1.0 / math.sqrt(query.shape[-1])
    goal.append(Kept(query[0], key[0], scale, softcap, attention_mask))
    raise Enough


register_attention(NAME, _keep, _mask)


class Way(Enum):
    """How a block's rows may be had, the quickest first."""

    ONE_BY_ONE = "one by one"
    KEPT = "kept"
    REPLAYED = "replayed"


def head_rows(
    model: PreTrainedModel, anatomy: Anatomy, layer: int, states: Tensor, token_ids: Tensor | None = None,
    stop: Stop | None = None, way: Way | None = None,
) -> HeadRows:  # fmt: skip
    """A block's heads, from `resid[:, layer]` [T, D]. `way` is one that `agrees` of this block; None: all heads at once
    where they agree.

    Raises:
        InputRefused: no such layer, or a model without attention or replay.
    """
    for quantity in ("attn", "replay"):
        if quantity in anatomy.missing:
            raise InputRefused(anatomy.missing[quantity])
    if not 0 <= layer < anatomy.n_layers:
        raise InputRefused(
            say("There is no layer {layer}: this model has layers 0 to {last}.", layer=layer, last=anatomy.n_layers - 1)
        )
    if way is None:
        way = Way.KEPT if agrees(model, anatomy, layer, states, token_ids) else Way.REPLAYED
    if way is Way.ONE_BY_ONE:
        return OneByOne(model, anatomy, layer, states, token_ids)
    if way is Way.KEPT:
        return _kept(model, anatomy, layer, states, token_ids)
    return Replayed(model, anatomy, layer, states, token_ids, stop)


def quickest(
    model: PreTrainedModel, anatomy: Anatomy, layer: int, states: Tensor, token_ids: Tensor | None = None
) -> Way:
    """The quickest way that gives this block's own weights."""
    ways = (way for way in Way if agrees(model, anatomy, layer, states, token_ids, way))
    return next(ways, Way.REPLAYED)


def _kept(
    model: PreTrainedModel, anatomy: Anatomy, layer: int, states: Tensor, token_ids: Tensor | None,
    head: int | None = None,
) -> Kept:  # fmt: skip
    """Queries and keys of all heads, or right for one of them alone."""
    found: list[Kept] = []
    module = anatomy.blocks[layer].attention
    if module is None:
        raise InputRefused(say("Layer {layer} of this model has no attention.", layer=layer))
    given = states.to(device=anatomy.device, dtype=anatomy.dtype)[None]  # [1, T, D]
    ids = torch.zeros(len(states), dtype=torch.long) if token_ids is None else token_ids
    with (
        torch.inference_mode(),
        narrowed(module, head, anatomy.n_heads, anatomy.n_kv_heads) as is_narrow,
        _keeping(anatomy, module, found),
        detour(anatomy, given, layer, layer, None),
        suppress(Enough),
    ):
        if head is not None and not is_narrow:
            raise RuntimeError(f"block {layer} has no projections of single heads")
        model(input_ids=ids[None].to(anatomy.device), use_cache=False, return_dict=True)
    if not found:
        raise RuntimeError(f"block {layer} has an attention function of its own")
    return found[0]


@contextmanager
def _keeping(anatomy: Anatomy, module: nn.Module, goal: list[Kept]) -> Iterator[None]:
    module.__dict__[_KEEP] = goal
    try:
        with implementation(anatomy.configs, NAME):
            yield
    finally:
        del module.__dict__[_KEEP]


def agrees(
    model: PreTrainedModel, anatomy: Anatomy, layer: int, states: Tensor, token_ids: Tensor | None = None,
    way: Way = Way.KEPT,
) -> bool:  # fmt: skip
    """Whether this way gives this block's own eager weights on the first rows of `states`."""
    if way is Way.REPLAYED:
        return True
    if anatomy.attention_with_weights != step.NAME or anatomy.sinks:
        return False
    few = states[:_COMPARED]
    ids = None if token_ids is None else token_ids[:_COMPARED]
    own = replay_block(model, anatomy, layer, few, ("attn",), token_ids=ids)["attn"]  # [H, n, n]
    try:
        rows = head_rows(model, anatomy, layer, few, ids, way=way)
        found = torch.stack([rows.weights(head, 0, len(few)) for head in range(anatomy.n_heads)])
    except UNFIT as error:  # attention of another form
        pass_on(error)
        return False
    tolerance = 1e-5 if anatomy.dtype == torch.float32 else 0.02
    return found.shape == own.shape and bool((found - own).abs().max() <= tolerance)
