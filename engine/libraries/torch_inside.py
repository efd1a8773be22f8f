"""torch's inside: what has no public name.

Products of matrices of 8-bit integers with 32-bit sums; how often a tensor was written to in place; a parameter of a
module as it is kept there, past what the module may do when it is asked for it."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from engine.libraries.changed import relied_on


def integer_products(a: Tensor, b: Tensor) -> Tensor:
    """`a` [n, D] times `b` [D, N], both int8, as int32 [n, N]. Raises RuntimeError where there is no code for it."""
    return torch._int_mm(a, b)


@relied_on("torch")
def writes(tensor: Tensor) -> int:
    """How often the tensor's numbers were written to in place."""
    return tensor._version


@relied_on("torch")
def kept_parameter(module: nn.Module, name: str) -> Tensor | None:
    """A parameter as the module keeps it, None where it has none of this name."""
    return module._parameters.get(name)


def integer_products_are_exact(width: int) -> bool:
    """Whether this processor sums `width` products exactly: some older ones add pairs of them in 16 bits."""
    extremes = torch.tensor([127, -127], dtype=torch.int8)
    rows = extremes[torch.arange(2)[:, None] * torch.arange(width) % 2]  # [2, D] all alike, and alternating
    try:
        found = integer_products(rows, torch.cat([rows, -rows]).T)
    except (AttributeError, RuntimeError, NotImplementedError):
        return False
    wide = rows.long()
    return bool((found.long() == wide @ torch.cat([wide, -wide]).T).all())
