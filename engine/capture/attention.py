"""Which attention code of the library runs: the one the model was loaded with, or the one that has weights to show.

The fast implementations (sdpa and others) never form the matrix of attention weights; "eager" does. The choice is an
attribute of the configuration that each attention module reads at every call, so it can be changed per forward; the
context manager here changes it on every configuration of the model and puts it back whatever happens. (The library's
`set_attn_implementation` walks all modules, costs 0.7 ms for 30 blocks, and refuses families that read the attribute by
themselves, Falcon among them.)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from torch import nn
from transformers import PreTrainedModel


def configurations(model: nn.Module) -> tuple[Any, ...]:
    """Every distinct configuration object that a module of `model` reads its attention implementation from."""
    found: dict[int, Any] = {}
    for module in model.modules():
        config = getattr(module, "config", None)
        if hasattr(config, "_attn_implementation"):
            found[id(config)] = config
    return tuple(found.values())


@contextmanager
def implementation(configs: tuple[Any, ...], name: str | None) -> Iterator[None]:
    """Run with attention implementation `name` (None: as loaded); what was set before is restored at the end."""
    before = [config._attn_implementation for config in configs]
    if name is None or all(value == name for value in before):
        yield
        return
    try:
        for config in configs:
            config._attn_implementation = name
        yield
    finally:
        for config, value in zip(configs, before, strict=True):
            config._attn_implementation = value


def loaded_implementation(model: PreTrainedModel) -> str:
    """The name of the implementation the model was loaded with."""
    return str(getattr(model.config, "_attn_implementation", None) or "eager")
