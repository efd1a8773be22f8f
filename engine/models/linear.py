"""Matrix times one row on a processor: NumPy's dot products in the place of torch's `linear`, where they are faster.

A step of generation reads every weight once and multiplies it by one row, so its least time is set by the memory. In
float32 `torch.nn.functional.linear` hands that to MKL, which for a single row uses one thread and on AMD processors
reads at a third of the speed one core could; `numpy.vecdot`, a dot product of each row of the weights by OpenBLAS,
reads at two thirds to four fifths of it, on one thread as well, so the window keeps the other cores. Each `nn.Linear`
of a model then has a `forward` of its own that takes this way for one row and the usual one for all else. The two
differ by float rounding. Which one is used is measured once per model, on its own weights, and `plain` puts the
library's own back for as long as something is to be compared with it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import MethodType
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import linear

_AT_LEAST = 1.1  # times as fast as the usual way, or it is not taken
WORTH = 32 * 2**20  # bytes of weights below which a step is calls, not memory, and nothing is to be won
_SAMPLED = 96 * 2**20  # bytes of weights that are timed: more than the caches hold
_TURNS = 3
_CLOSE = 1e-4  # of the largest output: the most that the two may differ

Product = Callable[[Tensor, Tensor, Tensor | None], Tensor]


def quicken(model: nn.Module) -> bool:
    """Give every float32 `nn.Linear` of `model` that lies on the processor the faster product. Whether it did."""
    layers = [layer for layer in model.modules() if isinstance(layer, nn.Linear) and _fits(layer)]
    if sum(layer.weight.nbytes for layer in layers) < WORTH:
        return False
    if not all(_agree(layer) for layer in _by_shape(layers, 1)) or not is_faster(layers):
        return False
    for layer in layers:
        forward = MethodType(_forward, layer)  # a method, so that a copied layer multiplies its own weights
        vars(layer)["forward"] = forward
    return True


@contextmanager
def plain(model: nn.Module) -> Iterator[None]:
    """The library's own product in every layer, for as long as this lasts."""
    taken = [(layer, vars(layer).pop("forward")) for layer in model.modules() if is_quick(layer)]
    try:
        yield
    finally:
        for layer, forward in taken:
            vars(layer)["forward"] = forward


def is_quick(layer: nn.Module) -> bool:
    """Whether this layer has the faster product."""
    return getattr(vars(layer).get("forward"), "__func__", None) is _forward


def _forward(layer: nn.Linear, values: Tensor) -> Tensor:
    weight, bias = layer.weight, layer.bias
    if values.numel() != weight.shape[1] or values.requires_grad or weight.requires_grad:
        return linear(values, weight, bias)
    return of_a_row(values, weight, bias)


def of_a_row(values: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
    """`linear` of the one row in `values` [..., in]: [..., out]."""
    row = torch.from_numpy(np.vecdot(weight.numpy(), values.contiguous().numpy().reshape(-1)))
    if bias is not None:
        row += bias
    return row.view(*values.shape[:-1], -1)


def _fits(layer: nn.Linear) -> bool:
    weight = layer.weight
    return (
        type(layer) is nn.Linear
        and "forward" not in vars(layer)
        and weight.device.type == "cpu"
        and weight.dtype == torch.float32
        and weight.is_contiguous()
        and not weight.requires_grad
    )


def _agree(layer: nn.Linear) -> bool:
    values = _row(layer)
    theirs = linear(values, layer.weight, layer.bias)
    ours = of_a_row(values, layer.weight, layer.bias)
    return bool((ours - theirs).abs().max() <= _CLOSE * theirs.abs().max().clamp_min(1e-6))


def is_faster(layers: list[nn.Linear]) -> bool:
    """Whether one row through a sample of the layers takes less time; the best of a few turns of each."""
    sample: list[tuple[nn.Linear, Tensor]] = []
    size = 0
    for layer in _by_shape(layers, len(layers)):
        if not sample or size + layer.weight.nbytes <= _SAMPLED:
            sample.append((layer, _row(layer)))
            size += layer.weight.nbytes
    took: dict[Product, list[float]] = {linear: [], of_a_row: []}
    for _ in range(_TURNS):
        for product, seconds in took.items():
            seconds.append(_seconds(product, sample))
    return min(took[of_a_row]) * _AT_LEAST <= min(took[linear])


def _seconds(product: Product, sample: list[tuple[nn.Linear, Tensor]]) -> float:
    began = time.perf_counter()
    for layer, values in sample:
        product(values, layer.weight, layer.bias)
    return time.perf_counter() - began


def _by_shape(layers: list[nn.Linear], most: int) -> list[nn.Linear]:
    """Up to `most` layers of each shape, one of each shape first."""
    shapes: dict[Any, list[nn.Linear]] = {}
    for layer in layers:
        shapes.setdefault((*layer.weight.shape, layer.bias is None), []).append(layer)
    return [group[index] for index in range(most) for group in shapes.values() if index < len(group)]


def _row(layer: nn.Linear) -> Tensor:
    """[1, in] numbers that are always the same."""
    return torch.linspace(-1.0, 1.0, layer.weight.shape[1]).mul(9.0).sin()[None]
