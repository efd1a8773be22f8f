"""The keys and values of a run: made, and branched without copying what the branches share.

A layer of transformers' DynamicCache grows by concatenation: an update binds new tensors and leaves the old ones as
they were. So copying the layer objects, not their tensors, gives two caches that go on independently. Layers of other
mechanisms (convolutions, recurrences) keep dictionaries of states that are overwritten in place: those are copied.
"""

from __future__ import annotations

import copy
import inspect
from typing import Any

import torch
from torch import Tensor
from transformers import Cache, DynamicCache, PreTrainedModel
from transformers.cache_utils import DynamicLayer, DynamicSlidingWindowLayer


def new_cache(model: PreTrainedModel) -> DynamicCache | None:
    """An empty cache that fits the model, None where the model takes none (then every step is a whole forward)."""
    if "past_key_values" not in inspect.signature(model.forward).parameters:
        return None
    return DynamicCache(config=model.config)


def key_cache(model: PreTrainedModel) -> DynamicCache | None:
    """An empty cache of keys and values in every block, None where a block of the model keeps another state."""
    cache = new_cache(model)
    return cache if cache is not None and holds_only_keys(cache) else None


def holds_only_keys(cache: Cache) -> bool:
    """Whether every layer keeps keys and values and nothing besides, such as a convolution's states."""
    return all(type(layer) in (DynamicLayer, DynamicSlidingWindowLayer) for layer in cache.layers)


def fork(cache: Cache) -> Cache:
    """A cache that holds the same and grows by itself."""
    twin = copy.copy(cache)
    twin.layers = [copy.copy(layer) for layer in cache.layers]
    for layer in twin.layers:
        vars(layer).update(held_apart(layer))
    return twin


def held_apart(layer: Any) -> dict[str, Any]:
    """What a layer holds, with copies of what it overwrites in place."""

    def kept(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {name: state.clone() if isinstance(state, Tensor) else state for name, state in value.items()}

    return {name: kept(value) for name, value in vars(layer).items()}


def repeated(cache: Cache, times: int) -> Cache:
    """A fork with each row held `times` times along the batch axis, for `times` alternatives at one place."""
    twin = fork(cache)
    for layer in twin.layers:
        if type(layer) not in (DynamicLayer, DynamicSlidingWindowLayer):
            layer.reorder_cache(torch.LongTensor([0] * times))
        elif isinstance(layer, DynamicLayer) and layer.keys is not None and layer.keys.numel():
            layer.keys = layer.keys.expand(times, *layer.keys.shape[1:])
            layer.values = None if layer.values is None else layer.values.expand(times, *layer.values.shape[1:])
    return twin
