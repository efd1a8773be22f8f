"""The terms in which a kind of intervention says what it does to a forward."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from torch import Tensor, nn

from engine.records import Positions, Since, Site

Means = Mapping[Site, Tensor]  # neuron [1], head [head_dim], attention and mlp [D]; float32


@dataclass(frozen=True)
class Effect:
    """One edit of what a module is given or returns.

    States are edited where a block leaves them (the output of its module): what enters a block is stored as the one
    before left it, and would be edited twice where a run begins again from there.
    """

    layer: int  # the block the module is in or is; a forward that begins above it leaves the edit out
    module: nn.Module
    side: Literal["input", "output"]
    # values [..., t, width] of that side, a copy that may be written to; the module's input, only to read; and the
    # position of the first of the t rows -> the values it is to have
    edit: Callable[[Tensor, Tensor, int], Tensor]


def rows_of(positions: Positions, start: int, n_rows: int) -> slice | list[int]:
    """The rows of a forward beginning at position `start` that hold `positions` (None: all)."""
    if positions is None:
        return slice(None)
    if isinstance(positions, Since):
        return slice(min(max(positions.position - start, 0), n_rows), None)
    return sorted({position - start for position in positions if start <= position < start + n_rows})


def are_positions(positions: Positions) -> bool:
    """Whether there are any, none of them below 0."""
    if isinstance(positions, Since):
        return positions.position >= 0
    return positions is None or (bool(positions) and min(positions) >= 0)
