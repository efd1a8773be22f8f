"""The residual stream of a bracket net, and its parts switched off one row at a time.

`resid` is read by hooks at the blocks (transformers' last hidden state is after the final norm). For knock-outs every
row of a batch may have its own part off: a row's heads and neurons are multiplied by that row's scales, so a few
hundred neurons are tried in a few forwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from engine.labs.brackets.language import START
from engine.labs.brackets.net import BATCH_TOKENS, Net
from engine.records import F32


def resid(net: Net, ids: npt.NDArray[np.integer]) -> F32:
    """The residual stream after each prefix, the empty one first.  # [B, n] -> [B, n + 1, L + 1, D] float32"""
    net.check_length(ids.shape[1])
    rows = max(1, BATCH_TOKENS // (ids.shape[1] + 1))
    parts = [_resid(net, ids[i : i + rows]) for i in range(0, len(ids), rows)]
    return np.concatenate(parts)


def _resid(net: Net, ids: npt.NDArray[np.integer]) -> F32:
    net.heed_stop()
    seen: list[Tensor] = []

    def before(_module: torch.nn.Module, args: tuple[Any, ...]) -> None:
        seen.append(args[0].detach())

    def after(_module: torch.nn.Module, _args: Any, output: Any) -> None:
        seen.append((output if isinstance(output, Tensor) else output[0]).detach())

    blocks = net.model.transformer.h
    handles = [blocks[0].register_forward_pre_hook(before), *(block.register_forward_hook(after) for block in blocks)]
    try:
        with torch.inference_mode():
            net.model(input_ids=inputs(net, ids), use_cache=False)
    finally:
        for handle in handles:
            handle.remove()
    stream: F32 = torch.stack(seen, dim=2).float().cpu().numpy()  # [B, n + 1, L + 1, D]
    return stream


def inputs(net: Net, ids: npt.NDArray[np.integer]) -> Tensor:
    """The rows with the start token in front, on the net's device.  # [B, n + 1]"""
    start = np.full((len(ids), 1), START, np.int64)
    return torch.from_numpy(np.concatenate([start, ids.astype(np.int64)], axis=1)).to(net.model.device)


@contextmanager
def scaled_rows(net: Net, layer: int, part: str, scales: Tensor) -> Iterator[None]:
    """While open, row b of a forward has its heads or neurons of `layer` multiplied by `scales[b]`.

    `scales` is [B, H] for part "head" and [B, M] for part "neuron".
    """
    block = f"transformer.h.{layer}"
    module = net.model.get_submodule(f"{block}.attn.c_proj" if part == "head" else f"{block}.mlp.c_proj")

    def hook(_module: torch.nn.Module, args: tuple[Any, ...]) -> tuple[Any, ...]:
        values = args[0]  # [B, t, width]
        per_column = scales.repeat_interleave(values.shape[-1] // scales.shape[-1], dim=-1)
        return (values * per_column[:, None, :].to(values), *args[1:])

    handle = module.register_forward_pre_hook(hook)
    try:
        yield
    finally:
        handle.remove()
