"""Where hooks put what they see, one row per layer: references for a short step, copies for a long prompt.

Copying each tensor as it appears costs a few microseconds times three times the number of layers, a tenth of a step
of a small model. So for a few tokens the hooks only keep references, and one `torch.stack` at the end makes the copy
that is handed out. That is right only where nothing writes to those tensors later in the forward
(`Anatomy.overwrites`, seen by their version counts); otherwise, and for long prompts, where keeping every layer's
tensors alive would double the memory, each is copied into its place in one buffer at once.
Both are stores into a sequence of rows.
"""

from __future__ import annotations

from typing import Protocol

import torch
from torch import Tensor

MOST_KEPT = 32  # tokens up to which references are kept


class Rows(Protocol):
    """A sequence of rows that takes tensors by index."""

    def __setitem__(self, row: int, value: Tensor, /) -> None: ...


def together(rows: list[Tensor]) -> tuple[Tensor, ...]:
    """All on the first one's device: the blocks of a spread model run on several."""
    first = rows[0].device
    return tuple(rows if all(row.device == first for row in rows) else (row.to(first) for row in rows))


class States:
    """[n, rows, width] float32: each row takes [B, t, width] or [B * t, width].

    In memory the rows of a token stand together, as records hand them out.
    """

    def __init__(self, n: int, rows: int, width: int, device: torch.device) -> None:
        self._buffer = torch.empty(rows, n, width, dtype=torch.float32, device=device).transpose(0, 1)

    def __setitem__(self, row: int, value: Tensor) -> None:
        goal = self._buffer[row]
        goal.copy_(value.reshape(goal.shape))

    def gathered(self) -> Tensor:
        """[n, rows, width]."""
        return self._buffer


class KeptStates(list[Tensor]):
    """The same, of references."""

    def __init__(self, n: int, rows: int, width: int) -> None:
        super().__init__([torch.empty(0)] * n)
        self._shape = (n, rows, width)

    def gathered(self) -> Tensor:
        """[n, rows, width], a copy."""
        return torch.stack(together(self)).reshape(self._shape).float() if self else torch.empty(self._shape)


class Weights:
    """[n, H, rows, T] float32: each row takes weights [B, H, t, S] over the last S of T keys; the others are zero."""

    def __init__(self, n: int, heads: int, rows: int, keys: int, device: torch.device) -> None:
        self._buffer = torch.zeros(n, heads, rows, keys, dtype=torch.float32, device=device)

    def __setitem__(self, row: int, value: Tensor) -> None:
        goal, keys = self._buffer[row], value.shape[-1]
        goal[:, :, goal.shape[-1] - keys :] = value.transpose(0, 1).reshape(goal.shape[0], goal.shape[1], keys)

    def gathered(self) -> Tensor:
        """[n, H, rows, T]."""
        return self._buffer


class KeptWeights(list[Tensor]):
    """The same, of references."""

    def __init__(self, n: int, heads: int, rows: int, keys: int) -> None:
        super().__init__([torch.empty(0)] * n)
        self._shape = (n, heads, rows, keys)

    def gathered(self) -> Tensor:
        """[n, H, rows, T], a copy."""
        n, heads, rows, keys = self._shape
        if all(weights.shape[-1] == keys for weights in self) and self:
            return torch.stack(together(self)).transpose(1, 2).reshape(self._shape).float()
        padded = Weights(n, heads, rows, keys, self[0].device if self else torch.device("cpu"))
        for row, weights in enumerate(self):
            padded[row] = weights
        return padded.gathered()
