"""torch's inside: products of matrices of 8-bit integers with 32-bit sums, which have no public name yet."""

from __future__ import annotations

import torch
from torch import Tensor


def integer_products(a: Tensor, b: Tensor) -> Tensor:
    """`a` [n, D] times `b` [D, N], both int8, as int32 [n, N]. Raises RuntimeError where there is no code for it."""
    return torch._int_mm(a, b)


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
