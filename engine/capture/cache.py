"""Empty caches of keys and values that fit a model."""

from __future__ import annotations

import inspect

from transformers import DynamicCache, PreTrainedModel

from engine.libraries.transformers_inside import holds_only_keys


def new_cache(model: PreTrainedModel) -> DynamicCache | None:
    """An empty cache that fits the model, None where the model takes none (then every step is a whole forward)."""
    if "past_key_values" not in inspect.signature(model.forward).parameters:
        return None
    return DynamicCache(config=model.config)


def key_cache(model: PreTrainedModel) -> DynamicCache | None:
    """An empty cache of keys and values in every block, None where a block of the model keeps another state."""
    cache = new_cache(model)
    return cache if cache is not None and holds_only_keys(cache) else None
