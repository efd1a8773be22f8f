"""How a processor multiplies its matrices by the one row of a step: by which product, and on how many threads.

A step of generation reads every weight once and multiplies it by one row, so its least time is set by the memory. In
float32 `torch.nn.functional.linear` hands that to MKL, which for a single row uses one thread and on AMD processors
reads at a third of the speed one core could. Two other ways are known. `numpy.vecdot`, a dot product of each row of
the weights by OpenBLAS, reads at two thirds to four fifths of it, on one thread as well; a batched product of as many
parts as there are threads reads on all of them. Each `nn.Linear` of a model then has a `forward` of its own that takes
the chosen way for one row and the usual one for all else. They differ by float rounding.

Threads cost too: those that wait for the next small product spin, and take cores from the window and from whatever
reads the records. A step therefore runs on one thread (`step_threads`) unless more make it clearly faster. All this is
measured once per model, on its own weights, and `plain` puts the library's own back for as long as something is to be
compared with it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import MethodType
from typing import Any
from weakref import WeakSet

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import linear

_CLEARLY = 1.1  # times as fast as the simpler way, or it is not taken
WORTH = 32 * 2**20  # bytes of weights below which a step is calls, not memory, and nothing is to be won
_SAMPLED = 96 * 2**20  # bytes of weights that are timed: more than the caches hold
_TURNS = 3
_CLOSE = 1e-4  # of the largest output: the most that a product may differ from the library's

Product = Callable[[Tensor, Tensor, Tensor | None], Tensor]


@dataclass(frozen=True)
class Way:
    """A product of one row, and whether a step with it runs on one thread."""

    product: Product
    alone: bool


_ON_ONE_THREAD: WeakSet[nn.Module] = WeakSet()  # models whose steps more threads do not make faster


def quicken(model: nn.Module) -> bool:
    """Give every float32 `nn.Linear` of `model` that lies on the processor the fastest product of one row.

    Returns:
        Whether it is another than the library's own.
    """
    layers = [layer for layer in model.modules() if isinstance(layer, nn.Linear) and _fits(layer)]
    if sum(layer.weight.nbytes for layer in layers) < WORTH:
        return False
    way = fastest(layers)
    if way.alone:
        _ON_ONE_THREAD.add(model)
    if way.product is linear or not all(_agree(layer, way.product) for layer in _by_shape(layers, 1)):
        return False
    forward = _forward_by(way.product)
    for layer in layers:
        bound = MethodType(forward, layer)  # a method, so that a copied layer multiplies its own weights
        vars(layer)["forward"] = bound
    return True


@contextmanager
def step_threads(model: nn.Module) -> Iterator[None]:
    """As many threads as a step of `model` is fastest with: one, where more were measured to gain nothing."""
    before = torch.get_num_threads()
    if before == 1 or model not in _ON_ONE_THREAD:
        yield
        return
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


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
    """Whether this layer has another product than the library's."""
    return hasattr(getattr(vars(layer).get("forward"), "__func__", None), "product_of_a_row")


def _forward_by(product: Product) -> Callable[[nn.Linear, Tensor], Tensor]:
    def forward(layer: nn.Linear, values: Tensor) -> Tensor:
        weight, bias = layer.weight, layer.bias
        if values.numel() != weight.shape[1] or values.requires_grad or weight.requires_grad:
            return linear(values, weight, bias)
        return product(values, weight, bias)

    vars(forward)["product_of_a_row"] = product
    return forward


def of_a_row(values: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
    """`linear` of the one row in `values` [..., in]: [..., out]."""
    row = torch.from_numpy(np.vecdot(weight.numpy(), values.contiguous().numpy().reshape(-1)))
    if bias is not None:
        row += bias
    return row.view(*values.shape[:-1], -1)


def in_parts(values: Tensor, weight: Tensor, bias: Tensor | None) -> Tensor:
    """The same by all threads, each with its part of the rows of the weights; as usual where they cannot be shared."""
    parts = torch.get_num_threads()
    if parts == 1 or weight.shape[0] % parts:
        return linear(values, weight, bias)
    rows = values.reshape(1, 1, -1).expand(parts, -1, -1)  # [parts, 1, in]
    found = torch.bmm(rows, weight.view(parts, -1, weight.shape[1]).transpose(1, 2)).view(-1)
    return (found if bias is None else found + bias).view(*values.shape[:-1], -1)


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


def _agree(layer: nn.Linear, product: Product) -> bool:
    values = _row(layer)
    theirs = linear(values, layer.weight, layer.bias)
    ours = product(values, layer.weight, layer.bias)
    return bool((ours - theirs).abs().max() <= _CLOSE * theirs.abs().max().clamp_min(1e-6))


def fastest(layers: list[nn.Linear]) -> Way:
    """How one row through a sample of the layers takes the least time, the best of a few turns of each.

    The library's own product on one thread, unless another is clearly faster; several threads only where they are
    clearly faster than the best on one.
    """
    sample = [(layer, _row(layer)) for layer in _sample(layers)]
    threads = torch.get_num_threads()
    ways = [Way(linear, True), Way(of_a_row, True)]
    if threads > 1:
        ways += [Way(linear, False), Way(in_parts, False)]
    took: dict[Way, list[float]] = {way: [] for way in ways}
    try:
        for _ in range(_TURNS):
            for way, seconds in took.items():
                torch.set_num_threads(1 if way.alone else threads)
                seconds.append(_seconds(way.product, sample))
    finally:
        torch.set_num_threads(threads)
    best = ways[0]
    for way in ways[1:]:
        if min(took[way]) * _CLEARLY <= min(took[best]):
            best = way
    return best


def _sample(layers: list[nn.Linear]) -> list[nn.Linear]:
    found: list[nn.Linear] = []
    size = 0
    for layer in _by_shape(layers, len(layers)):
        if not found or size + layer.weight.nbytes <= _SAMPLED:
            found.append(layer)
            size += layer.weight.nbytes
    return found


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
