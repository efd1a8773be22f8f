"""Attention of a single query, with its weights: what the library's eager code computes, in half the operations.

A step of a small model on a processor is mostly the calls, not the numbers. For one query no key is masked that is in
the cache, so no mask is made, and grouped heads share their keys by a reshape of the query instead of copies of the
keys. It is registered with transformers as an attention implementation of its own; longer inputs, and families whose
attention does more than a softmax of scaled scores (caps, sinks, biases), get the module's own eager code. Whether a
model may use it is found by comparing the two on a step (`step_agrees`), not by its name.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture.attention import configurations, implementation
from engine.capture.cache import new_cache
from engine.capture.probe import UNFIT, alike, probe_ids
from engine.libraries.transformers_inside import eager_attention, eager_mask, register_attention, sdpa_mask
from engine.shortage import pass_on

NAME = "orrery_step"
_MORE_THAN_SOFTMAX = ("softcap", "s_aux", "position_bias", "head_mask")


def attend(
    module: nn.Module,
    query: Tensor,  # [B, H, t, head_dim]
    key: Tensor,  # [B, H of keys, S, head_dim]
    value: Tensor,
    attention_mask: Tensor | None,
    scaling: float | None = None,
    dropout: float = 0.0,
    **kwargs: Any,
) -> tuple[Tensor, Tensor]:
    """[B, t, H, head_dim] and the weights [B, H, t, S], as an eager attention function of transformers gives them."""
    batch, heads, rows, width = query.shape
    if rows != 1 or scaling is None or any(kwargs.get(name) is not None for name in _MORE_THAN_SOFTMAX):
        eager = eager_attention(module)
        return eager(module, query, key, value, attention_mask, scaling=scaling, dropout=dropout, **kwargs)
    if batch == 1 and attention_mask is None and query.dtype == torch.float32:
        scores = torch.bmm(query.view(key.shape[1], -1, width), key[0].transpose(1, 2))  # heads that share keys as rows
        weights = torch.softmax(scores.mul_(scaling), -1)
        return torch.bmm(weights, value[0]).view(1, 1, heads, -1), weights.view(1, heads, 1, -1)
    grouped = query.view(batch, key.shape[1], -1, width)
    scores = torch.matmul(grouped, key.transpose(2, 3)).mul_(scaling)
    if attention_mask is not None:
        scores = scores + attention_mask
    weights = torch.softmax(scores, -1, dtype=torch.float32).to(query.dtype)
    mixed = torch.matmul(weights, value)
    return mixed.reshape(batch, 1, heads, -1), weights.view(batch, heads, 1, -1)


def _mask(*args: Any, **kwargs: Any) -> Tensor | None:
    """Eager's mask; none for a single query that sees every key there is."""
    if kwargs.get("q_length") == 1 and sdpa_mask(*args, **kwargs) is None:
        return None
    mask: Tensor = eager_mask(*args, **kwargs)
    return mask


register_attention(NAME, attend, _mask)


def step_agrees(model: PreTrainedModel) -> bool:
    """Whether a prompt and a step give the same logits with this attention as with the library's eager code."""
    try:
        ours, theirs = _two_forwards(model, NAME), _two_forwards(model, "eager")
    except UNFIT as error:  # a family with attention of another form
        pass_on(error)
        return False
    return alike(ours, theirs, model.dtype, 1e-4)


def _two_forwards(model: PreTrainedModel, name: str) -> Tensor:
    cache = new_cache(model)
    if cache is None:
        raise ValueError("no cache, so no steps")
    ids = probe_ids(model)
    with torch.no_grad(), implementation(configurations(model), name):
        first = model(input_ids=ids[:, :-1], past_key_values=cache, use_cache=True, return_dict=True).logits
        second = model(input_ids=ids[:, -1:], past_key_values=cache, use_cache=True, return_dict=True).logits
    return torch.cat([first, second], 1).float()
