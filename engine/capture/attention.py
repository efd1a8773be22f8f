"""Which attention code of the library runs: the one the model was loaded with, or the one that has weights to show.

The fast implementations (sdpa and others) never form the matrix of attention weights; "eager" does. The choice is an
attribute of the configuration that each attention module reads at every call, so it can be changed per forward; the
context manager here changes it on every configuration of the model and puts it back whatever happens.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from torch import nn
from transformers import PreTrainedModel

from engine.libraries.transformers_inside import attention_name, reads_attention_name, set_attention_name


def configurations(model: nn.Module) -> tuple[Any, ...]:
    """Every distinct configuration object that a module of `model` reads its attention implementation from."""
    found: dict[int, Any] = {}
    for module in model.modules():
        config = getattr(module, "config", None)
        if reads_attention_name(config):
            found[id(config)] = config
    return tuple(found.values())


@contextmanager
def implementation(configs: tuple[Any, ...], name: str | None) -> Iterator[None]:
    """Run with attention implementation `name` (None: as loaded); what was set before is restored at the end."""
    before = [attention_name(config) for config in configs]
    if name is None or all(value == name for value in before):
        yield
        return
    try:
        for config in configs:
            set_attention_name(config, name)
        yield
    finally:
        for config, value in zip(configs, before, strict=True):
            set_attention_name(config, value)


def loaded_implementation(model: PreTrainedModel) -> str:
    """The name of the implementation the model was loaded with."""
    return attention_name(model.config) or "eager"
