"""Leaving out of an attention module's projections what is not asked for: the values, and the other heads' rows.

In a block of the default model the three projections are most of what a head of a long text costs, and of their 960
rows one head needs 128. The module still does everything else itself, on zeros where a head is left out. Where heads
are not independent (a norm over all of them) or lie otherwise in the weights, the result is another: whoever uses this
compares it with the block's own first (`engine.capture.head_rows`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from torch import Tensor, nn
from torch.nn.functional import linear

from engine.libraries.accelerate_inside import is_moved
from engine.libraries.torch_inside import kept_parameter

_QUERY, _KEY, _VALUE = "q_proj", "k_proj", "v_proj"


@contextmanager
def narrowed(module: nn.Module, head: int | None, n_heads: int, n_kv_heads: int) -> Iterator[bool]:
    """Let `module` compute queries and keys of `head` alone (None: of all), and no values.

    Yields: whether the queries and keys of the other heads are really left out.
    """
    found = {name: getattr(module, name, None) for name in (_QUERY, _KEY, _VALUE)}
    layers = {name: layer for name, layer in found.items() if isinstance(layer, nn.Linear) and _is_plain(layer)}
    if len(layers) < len(found):
        yield False
        return
    with ExitStack() as stack:
        for name, layer in layers.items():
            if name == _VALUE:
                stack.enter_context(_instead(layer, _nothing(layer)))
            elif head is not None:
                count = n_heads if name == _QUERY else n_kv_heads
                stack.enter_context(_instead(layer, _part(layer, head * count // n_heads, count)))
        yield head is not None


def _is_plain(layer: nn.Linear) -> bool:
    """Not quantised, and not such as accelerate moves between devices."""
    return type(layer) is nn.Linear and not is_moved(layer)


def _nothing(layer: nn.Linear) -> Callable[[Tensor], Tensor]:
    def forward(values: Tensor) -> Tensor:
        return values.new_zeros(1).expand(*values.shape[:-1], layer.out_features)

    return forward


def _part(layer: nn.Linear, index: int, count: int) -> Callable[[Tensor], Tensor]:
    """Part `index` of `count` equal parts of the layer's output, zeros elsewhere."""
    rows = layer.out_features // count
    part = slice(index * rows, (index + 1) * rows)

    def forward(values: Tensor) -> Tensor:
        whole = values.new_zeros(*values.shape[:-1], layer.out_features)
        bias = kept_parameter(layer, "bias")
        whole[..., part] = linear(values, layer.weight[part], bias if bias is None else bias[part])
        return whole

    return forward


@contextmanager
def _instead(layer: nn.Module, forward: Callable[[Tensor], Tensor]) -> Iterator[None]:
    before = vars(layer).get("forward")  # a product of its own
    layer.forward = forward
    try:
        yield
    finally:
        del layer.forward
        if before is not None:
            layer.forward = before
