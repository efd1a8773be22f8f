"""Where a neuron's weights lie: its value (what it writes) and its keys (what it looks for), whatever the family.

The value is the neuron's column of the down projection. Its keys are the rows of the matrices of a block outside
attention that lead from the model's width to the MLP's: one in a plain MLP, two (gate and up) in a gated one, which
some families keep in one matrix of twice the width, the gate first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from engine.capture.anatomy import Anatomy
from engine.capture.norms import Norm, norm_of
from engine.capture.placed import tensor_of
from engine.capture.probe import probe_ids
from engine.errors import InputRefused
from engine.sentences import say


@dataclass(frozen=True)
class Key:
    """One matrix of keys."""

    part: str  # "gate", "up", or "key" where there is one only
    rows: Tensor  # [M, D], on the model's device
    bias: Tensor | None  # [M]


def values_of(anatomy: Anatomy, layer: int) -> Tensor:
    """[M, D] what each neuron of a layer writes per unit of activation, as the model holds it.

    Raises:
        InputRefused: the layer has no neurons of a known shape.
    """
    module = anatomy.blocks[layer].down_projection
    matrix = None if module is None or not anatomy.d_mlp else _in_by_out(module)
    if matrix is None:
        raise InputRefused(
            anatomy.missing.get("neurons", say("Orrery does not recognise the neurons of layer {layer}.", layer=layer))
        )
    return matrix


def keys_of(anatomy: Anatomy, layer: int) -> tuple[Key, ...]:
    """The key matrices of a layer; none where they were not recognised."""
    found: list[Key] = []
    for name, matrix, bias in _candidates(anatomy, layer):
        if matrix.shape[1] == 2 * anatomy.d_mlp:
            gates, ups = matrix.T.chunk(2)
            of_gates, of_ups = (None, None) if bias is None else bias.chunk(2)
            return Key("gate", gates, of_gates), Key("up", ups, of_ups)
        found.append(Key(name, matrix.T, bias))
    if len(found) == 2:
        gate = next((key for key in found if "gate" in key.part or key.part.endswith("w1")), found[0])
        other = next(key for key in found if key is not gate)
        return Key("gate", gate.rows, gate.bias), Key("up", other.rows, other.bias)
    return (Key("key", found[0].rows, found[0].bias),) if len(found) == 1 else ()


def key_modules(anatomy: Anatomy, layer: int) -> tuple[tuple[str, nn.Module], ...]:
    """(part, module) of each matrix of keys of a layer; one that holds both is called "gate and up"."""
    names = [name for name, _, _ in _candidates(anatomy, layer)]
    parts = tuple(key.part for key in keys_of(anatomy, layer))
    module = anatomy.blocks[layer].module
    if parts == ("gate", "up") and len(names) == 1:
        return (("gate and up", module.get_submodule(names[0])),)
    if parts == ("gate", "up"):
        gate = next((name for name in names if "gate" in name or name.endswith("w1")), names[0])
        other = next(name for name in names if name != gate)
        return ("gate", module.get_submodule(gate)), ("up", module.get_submodule(other))
    return tuple((part, module.get_submodule(name)) for part, name in zip(parts, names, strict=True))


def _candidates(anatomy: Anatomy, layer: int) -> list[tuple[str, Tensor, Tensor | None]]:
    """(name, [D, M or 2M], bias) of each matrix that may hold keys: those beside the down projection, else any."""
    block = anatomy.blocks[layer]
    found: list[tuple[str, Tensor, Tensor | None]] = []
    inside = set() if block.attention is None else {id(module) for module in block.attention.modules()}
    holders = (module for module in block.module.modules() if block.down_projection in set(module.children()))
    holder = next(holders, block.module)
    beside = {id(module) for module in holder.modules()}
    near: list[tuple[str, Tensor, Tensor | None]] = []
    for name, module in block.module.named_modules():
        if id(module) in inside or module is block.down_projection:
            continue
        matrix = _in_by_out(module)
        if matrix is None or matrix.shape[0] != anatomy.d_model:
            continue
        if matrix.shape[1] in (anatomy.d_mlp, 2 * anatomy.d_mlp):
            found.append((name, matrix, tensor_of(module, "bias")))
            near += found[-1:] if id(module) in beside else []
    return near or found


def _in_by_out(module: nn.Module) -> Tensor | None:
    """[in, out] of a matrix module; None for another one."""
    shown: Any = getattr(module, "weight", None)
    if not isinstance(shown, Tensor) or shown.dim() != 2 or isinstance(module, nn.Embedding):
        return None
    weight = tensor_of(module)
    if weight is None:
        return None
    transposed = type(module).__name__ == "Conv1D"  # GPT-2's: stored as it is multiplied
    return weight if transposed else weight.T


def norm_before_keys(model: Any, anatomy: Anatomy, layer: int) -> Norm | None:
    """The norm whose output the keys of a layer meet, seen in one short forward; None where there is none."""
    block = anatomy.blocks[layer]
    keys = {name for name, _, _ in _candidates(anatomy, layer)}
    outputs: dict[int, nn.Module] = {}
    met: list[int] = []
    kept: list[Tensor] = []  # alive until the end, so that addresses stay their own
    handles = []

    def leaving(module: nn.Module, _args: Any, output: Any) -> None:
        if isinstance(output, Tensor):
            kept.append(output)
            outputs[output.data_ptr()] = module

    def entering(_module: nn.Module, args: tuple[Any, ...]) -> None:
        kept.append(args[0])
        met.append(args[0].data_ptr())

    try:
        for name, module in block.module.named_modules():
            if "norm" in type(module).__name__.lower():
                handles.append(module.register_forward_hook(leaving))
            if name in keys:
                handles.append(module.register_forward_pre_hook(entering))
        with torch.inference_mode():
            model(input_ids=probe_ids(model), use_cache=False, return_dict=True)
    finally:
        for handle in handles:
            handle.remove()
    module_before = next((outputs[address] for address in met if address in outputs), None)
    return None if module_before is None else norm_of(module_before, anatomy.d_model)
