"""Where a module's weights are, also in a model that accelerate has spread over several devices.

A module that is kept away from the device it runs on (in main memory, or on disk) has parameters on "meta", without
numbers, and a hook wrapped round its forward that fetches them for as long as it runs. So who asks a parameter for its
device learns "meta", and who reads its numbers finds none: they are the hook's to give.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from engine.libraries.accelerate_inside import kept_weights, runs_on


def tensor_of(module: nn.Module | None, name: str = "weight") -> Tensor | None:
    """A module's own weight of this name, from wherever it is kept; None where it has none."""
    found = getattr(module, name, None)
    if not isinstance(found, Tensor):
        return None
    if found.is_meta and module is not None:
        kept = kept_weights(module)
        if kept is not None:
            return kept[name].detach()
    return found.detach()


def device_of(module: nn.Module) -> torch.device:
    """Where a module runs; the processor where it has no weights of its own that would say."""
    elsewhere = runs_on(module)
    if elsewhere is not None:
        return elsewhere
    parameter = next(module.parameters(), None)
    return torch.device("cpu") if parameter is None else parameter.device


def fitting(values: Tensor, module: nn.Module) -> Tensor:
    """`values` where and as a module takes them."""
    parameter = next(module.parameters(), None)
    return values if parameter is None else values.to(device=device_of(module), dtype=parameter.dtype)


def is_same(one: nn.Module | None, other: nn.Module | None) -> bool:
    """Whether the weights of two modules are one and the same."""
    first, second = getattr(one, "weight", None), getattr(other, "weight", None)
    if not isinstance(first, Tensor) or not isinstance(second, Tensor) or first.shape != second.shape:
        return False
    if not first.is_meta and not second.is_meta:
        return first.data_ptr() == second.data_ptr()
    kept, others = tensor_of(one), tensor_of(other)
    return kept is not None and others is not None and torch.equal(kept.cpu(), others.cpu())


def n_parameters(model: Any) -> int:
    """The model's numbers, each counted once; accelerate parts what was tied where it keeps both elsewhere."""
    counts = {id(parameter): parameter.numel() for parameter in model.parameters()}
    embedding, head = model.get_input_embeddings(), model.get_output_embeddings()
    twice: bool = is_same(head, embedding) and head.weight is not embedding.weight
    total: int = sum(counts.values()) - (embedding.weight.numel() if twice else 0)
    return total
