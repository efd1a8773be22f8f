"""The keys and values of a run: made, and branched without copying what the branches share.

A layer of transformers' DynamicCache grows by concatenation: an update binds new tensors and leaves the old ones as
they were. So copying the layer objects, not their tensors, gives two caches that go on independently.
"""

from __future__ import annotations

import copy
import inspect

import torch
from transformers import Cache, DynamicCache, PreTrainedModel
from transformers.cache_utils import DynamicLayer


def new_cache(model: PreTrainedModel) -> DynamicCache | None:
    """An empty cache that fits the model, None where the model takes none (then every step is a whole forward)."""
    if "past_key_values" not in inspect.signature(model.forward).parameters:
        return None
    return DynamicCache(config=model.config)


def key_cache(model: PreTrainedModel) -> DynamicCache | None:
    """An empty cache of keys and values in every block, None where a block of the model keeps another state."""
    cache = new_cache(model)
    return cache if cache is not None and all(isinstance(layer, DynamicLayer) for layer in cache.layers) else None


def fork(cache: Cache) -> Cache:
    """A cache that holds the same and grows by itself."""
    twin = copy.copy(cache)
    twin.layers = [copy.copy(layer) for layer in cache.layers]
    return twin


def repeated(cache: Cache, times: int) -> Cache:
    """A fork with each row held `times` times along the batch axis, for `times` alternatives at one place."""
    twin = fork(cache)
    for layer in twin.layers:
        if not isinstance(layer, DynamicLayer):
            layer.reorder_cache(torch.LongTensor([0] * times))
        elif layer.keys is not None and layer.values is not None and layer.keys.numel():
            layer.keys = layer.keys.expand(times, *layer.keys.shape[1:])
            layer.values = layer.values.expand(times, *layer.values.shape[1:])
    return twin
