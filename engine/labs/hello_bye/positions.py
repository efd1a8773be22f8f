"""What tells a model's positions apart, taken in one forward from where it acts.

Three hooks and nothing else: on the position table (its output), on the rotary modules (cosines and sines), and
before block 0 (the angles or the ALiBi bias that it is handed). Families that turn queries with a table of their own
inside attention (GPT-J) are read from that table.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture.anatomy import Anatomy
from engine.records import F32


class Positions:
    """What the hooks saw."""

    def __init__(self, anatomy: Anatomy) -> None:
        self._anatomy = anatomy
        self._table: Tensor | None = None
        self._turns: tuple[Tensor, Tensor] | None = None  # cosines, sines of the first rotary module
        self._handed: dict[str, Any] = {}

    def on_table(self, _module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
        if isinstance(output, Tensor):
            self._table = output.detach().float().clone()

    def on_rotary(self, _module: nn.Module, _args: tuple[Any, ...], output: Any) -> None:
        if self._turns is None:
            self._turns = _pair(output)

    def before_block(self, _module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self._handed = {name: kwargs.get(name) for name in ("position_embeddings", "alibi", "position_bias")}

    def read(self, length: int) -> dict[str, F32 | None]:
        """ "table" [T, D], "phases" [T, F] and "bias" [H, T], None where the model has none."""
        return {"table": self._table_rows(length), "phases": self._phases(length), "bias": self._bias(length)}

    def _table_rows(self, length: int) -> F32 | None:
        if self._table is None:
            return None
        rows: F32 = self._table.reshape(-1, self._table.shape[-1])[-length:].cpu().numpy()
        return rows if len(rows) == length else None

    def _phases(self, length: int) -> F32 | None:
        turns = _pair(self._handed.get("position_embeddings")) or self._turns
        if turns is None:
            return self._own_phases(length)
        cosines, sines = (part.reshape(-1, part.shape[-1])[-length:] for part in turns)
        if len(cosines) != length:
            return None
        return angles(cosines, sines)

    def _own_phases(self, length: int) -> F32 | None:
        """From a table [positions, sines then cosines] that attention keeps for itself."""
        attention = self._anatomy.blocks[0].attention if self._anatomy.blocks else None
        holders = [] if attention is None else [attention, *attention.children()]
        for holder in holders:
            table = getattr(holder, "embed_positions", None)
            if getattr(holder, "rotary_dim", None) and isinstance(table, Tensor) and len(table) >= length:
                sines, cosines = table[:length].chunk(2, dim=-1)
                return angles(cosines, sines)
        return None

    def _bias(self, length: int) -> F32 | None:
        for name in ("alibi", "position_bias"):
            bias = self._handed.get(name)
            if isinstance(bias, Tensor) and bias.shape[-1] >= length:
                rows = bias.float().reshape(-1, bias.shape[-1])[: self._anatomy.n_heads, -length:]
                return np.asarray((rows - rows[:, -1:]).cpu().numpy(), dtype=np.float32)
        return None


def _pair(output: Any) -> tuple[Tensor, Tensor] | None:
    if isinstance(output, (tuple, list)) and len(output) == 2 and all(isinstance(part, Tensor) for part in output):
        first, second = output
        if first.shape == second.shape and first.dim() >= 2:
            return first.detach().float(), second.detach().float()
    return None


def angles(cosines: Tensor, sines: Tensor) -> F32:
    """[T, F] radians within -π..π; columns that are there twice (for both components of a pair) count once."""
    found = torch.atan2(sines, cosines)  # [T, R]
    width = found.shape[-1]
    if width % 2 == 0 and torch.allclose(found[:, : width // 2], found[:, width // 2 :], atol=1e-6):
        found = found[:, : width // 2]
    elif width % 2 == 0 and torch.allclose(found[:, 0::2], found[:, 1::2], atol=1e-6):
        found = found[:, 0::2]
    values: F32 = np.ascontiguousarray(found.cpu().numpy(), dtype=np.float32)
    return values


@contextmanager
def watched_positions(model: PreTrainedModel, anatomy: Anatomy) -> Iterator[Positions]:
    """Hooks that see what tells positions apart in the forwards inside; they come off whatever happens."""
    seen = Positions(anatomy)
    with ExitStack() as stack:
        if anatomy.position_table is not None:
            stack.callback(anatomy.position_table.register_forward_hook(seen.on_table).remove)
        for module in model.modules():
            if "rotary" in type(module).__name__.lower():
                stack.callback(module.register_forward_hook(seen.on_rotary).remove)
        if anatomy.blocks:
            block = anatomy.blocks[0].module
            stack.callback(block.register_forward_pre_hook(seen.before_block, with_kwargs=True).remove)
        yield seen
