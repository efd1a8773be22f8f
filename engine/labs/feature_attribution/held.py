"""Holds what is not linear in a model at the values it has in one forward, so that gradients are those of a linear map.

- Attention: the softmax's result passes no gradient, so patterns stay as they are and values alone matter.
- Norms: their scale at each position is held; y = gain (x - mean) / scale + shift is linear then.
- MLPs: see `records.Mlps`. "gates": act(h) becomes h times the held act(h) / h where the activation is what the down
  projection reads; where it is multiplied with something else first (a gated MLP), all of act(h) is held.

Forwards give the model's own numbers to the bit: y becomes y + (linear - linear), which has the linear map's gradient.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from engine.capture.anatomy import Anatomy, Block
from engine.capture.attention import implementation
from engine.capture.norms import Norm, norm_of
from engine.capture.placed import tensor_of
from engine.errors import InputRefused
from engine.labs.feature_attribution.records import Mlps
from engine.sentences import say

_SOFTMAX: frozenset[Any] = frozenset({torch.softmax, Tensor.softmax, nn.functional.softmax})


def with_gradient_of(value: Tensor, linear: Tensor) -> Tensor:
    """`value` as it is, with the gradient of `linear`."""
    linear = linear.to(value.dtype)
    return value.detach() + (linear - linear.detach())


@contextmanager
def held(anatomy: Anatomy, mlps: Mlps, gated: Sequence[bool | None]) -> Iterator[None]:
    """Forwards in it are linear in the sense of the module. `gated`: see `which_are_gated`; of "gates" only.

    Raises:
        InputRefused: a part that is to be held is not recognised.
    """
    norms = _norms(anatomy)  # measured before anything is held
    patterns = _Patterns()
    with ExitStack() as stack:
        stack.enter_context(implementation(anatomy.configs, anatomy.attention_with_weights))
        for module, parts in norms:
            stack.callback(module.register_forward_hook(_norm_held(parts), with_kwargs=True).remove)
        for layer, block in enumerate(anatomy.blocks):
            if mlps == "constant":
                stack.callback(_required(block.mlp_write, layer).register_forward_hook(_constant).remove)
            elif mlps == "gates":
                for module in _activations(block):
                    hook = _gate_held if gated[layer] else _factor_held
                    stack.callback(module.register_forward_hook(hook).remove)
        stack.enter_context(patterns)
        yield
        if patterns.seen < sum(block.attention is not None for block in anatomy.blocks):
            raise InputRefused(
                say(
                    "Orrery cannot hold the attention patterns of this model as they are, so no effect can be "
                    "attributed to features. Choose another model for this view."
                )
            )


class _Patterns(TorchFunctionMode):
    """While entered, results of a softmax pass no gradient."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        if func in _SOFTMAX:
            self.seen += int(result.dim() >= 3)  # not a router's
            return result.detach()
        return result


def _norms(anatomy: Anatomy) -> list[tuple[nn.Module, Norm]]:
    """The norms of the blocks outside attention, and the final one; those of queries matter to patterns only."""
    found: list[tuple[nn.Module, Norm]] = []
    for block in anatomy.blocks:
        inside = set() if block.attention is None else set(block.attention.modules())
        inside.discard(block.attention_write)  # a norm after attention may be what writes
        found += [
            (it, _parts(it, anatomy.d_model)) for it in block.module.modules() if _is_norm(it) and it not in inside
        ]
    if anatomy.final_norm is not None:
        found.append((anatomy.final_norm, _parts(anatomy.final_norm, anatomy.d_model)))
    return found


def _is_norm(module: nn.Module) -> bool:
    return "norm" in type(module).__name__.lower() and not any(module.children())


def _parts(module: nn.Module, d_model: int) -> Norm:
    weight = tensor_of(module)
    found = norm_of(module, d_model if weight is None else int(weight.shape[-1]))
    if found is None:
        raise InputRefused(
            say(
                "Orrery does not recognise a norm of this model ({kind}), so its scale cannot be held. Choose another "
                "model for this view.",
                kind=type(module).__name__,
            )
        )
    return found


def _norm_held(parts: Norm) -> Callable[..., Tensor]:
    def hook(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any], output: Tensor) -> Tensor:
        given: Tensor = args[0] if args else next(iter(kwargs.values()))
        bare = parts.gain.to(given.device) * parts.centred(given.float())
        with torch.no_grad():
            own = output.float() - parts.shift.to(given.device)
            size = (bare * bare).sum(-1, keepdim=True)
            inverse = torch.where(size > 0, (bare * own).sum(-1, keepdim=True) / size, torch.zeros_like(size))
        return with_gradient_of(output, bare * inverse)

    return hook


# -- MLPs --------------------------------------------------------------------------------------------------------


def _activations(block: Block) -> list[nn.Module]:
    """What may be the activation function of a block's MLP: modules without parts and parameters, outside attention."""
    inside = set() if block.attention is None else set(block.attention.modules())
    found = []
    for module in block.module.modules():
        bare = not any(module.children()) and next(module.parameters(), None) is None
        name = type(module).__name__.lower()
        other = any(word in name for word in ("dropout", "identity", "norm", "rotary", "embedding"))
        if bare and not other and module not in inside:
            found.append(module)
    return found


def which_are_gated(anatomy: Anatomy, forward: Callable[[], object]) -> list[bool | None]:
    """Of each block whether its MLP multiplies its activations with something before the down projection.

    `forward` runs the model once. None: no activation function was seen there.
    """
    seen: list[Tensor | None] = [None] * anatomy.n_layers
    gated: list[bool | None] = [None] * anatomy.n_layers

    def active(layer: int) -> Callable[..., None]:
        def hook(_module: nn.Module, _args: Any, output: Any) -> None:
            seen[layer] = output.detach() if isinstance(output, Tensor) else None

        return hook

    def down(layer: int) -> Callable[..., None]:
        def hook(_module: nn.Module, args: tuple[Any, ...]) -> None:
            made = seen[layer]
            if made is not None and made.shape == args[0].shape:
                gated[layer] = not torch.equal(made, args[0])

        return hook

    with ExitStack() as stack:
        for layer, block in enumerate(anatomy.blocks):
            if block.down_projection is None:
                continue
            for module in _activations(block):
                stack.callback(module.register_forward_hook(active(layer)).remove)
            stack.callback(block.down_projection.register_forward_pre_hook(down(layer)).remove)
        forward()
    return gated


def require_gates(gated: Sequence[bool | None]) -> None:
    """Raises InputRefused where some block's MLP was not understood."""
    for layer, known in enumerate(gated):
        if known is None:
            raise InputRefused(
                say(
                    "Orrery does not recognise the activation function in the MLP of layer {layer}, so it cannot be "
                    "held. Choose the MLPs' slope, or hold what they add.",
                    layer=layer,
                )
            )


def _required(module: nn.Module | None, layer: int) -> nn.Module:
    if module is None:
        raise InputRefused(
            say(
                "Orrery does not recognise the MLP of layer {layer}, so what it adds cannot be held. Choose the MLPs' "
                "slope.",
                layer=layer,
            )
        )
    return module


def _constant(_module: nn.Module, _args: Any, output: Any) -> Any:
    if isinstance(output, tuple):
        return (output[0].detach(), *output[1:])
    return output.detach()


def _gate_held(_module: nn.Module, _args: Any, output: Tensor) -> Tensor:
    return output.detach()


def _factor_held(_module: nn.Module, args: tuple[Any, ...], output: Tensor) -> Tensor:
    given: Tensor = args[0]
    with torch.no_grad():
        factor = torch.where(given != 0, output / given, torch.zeros_like(given))
    return with_gradient_of(output, given * factor)
