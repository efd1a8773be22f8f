"""Models of every family with their anatomies, each built once, and an independent forward."""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture.anatomy import Anatomy
from engine.capture.recognise import describe
from engine.capture.recorder import Captured, Want, forward
from tests.helpers.families import FAMILIES, MIXTURES, OTHERS, paths, sample_ids

T = 14


@dataclass(frozen=True)
class Plain:
    """What one plain uncached forward gave, read with hooks written for the family by hand."""

    logits: Tensor  # [T, V] as the model was loaded
    resid: list[Tensor]  # L+1 of [T, D]
    attn: list[Tensor] | None  # L of [H, T, T], from the library's own outputs
    neurons: list[Tensor]  # L of [T, M]


@dataclass(frozen=True)
class Subject:
    """A family, its model, what was recognised, and what was recorded in one forward of everything it has."""

    name: str
    model: PreTrainedModel
    anatomy: Anatomy
    ids: Tensor
    everything: Want
    captured: Captured


@functools.cache
def subject(name: str) -> Subject:
    """The family's model with one recorded forward; the model must be left as it is."""
    model = {**FAMILIES, **MIXTURES, **OTHERS}[name]()
    anatomy = describe(model)
    everything = Want(attn="attn" not in anatomy.missing, neurons="neurons" not in anatomy.missing)
    ids = sample_ids(T)
    return Subject(name, model, anatomy, ids, everything, forward(model, anatomy, ids, want=everything))


def hooks(model: nn.Module) -> int:
    """How many hooks of both kinds there are on all modules."""
    return sum(len(module._forward_hooks) + len(module._forward_pre_hooks) for module in model.modules())


def plain_forward(made: Subject, edit: Callable[[PreTrainedModel], object] | None = None) -> Plain:
    """Run a copy of the model (its weights edited by `edit`) without any of the engine's code."""
    model = copy.deepcopy(made.model)
    if edit is not None:
        with torch.no_grad():
            edit(model)
    resid: dict[int, Tensor] = {}
    neurons: dict[int, Tensor] = {}
    for layer in range(made.anatomy.n_layers):
        block, _, down = paths(made.name, layer) if made.name != "mamba" else (f"backbone.layers.{layer}", "", None)
        if layer == 0:
            model.get_submodule(block).register_forward_pre_hook(
                lambda _module, args: resid.__setitem__(0, args[0][0].clone())
            )
        model.get_submodule(block).register_forward_hook(
            lambda _module, _args, out, at=layer + 1: resid.__setitem__(
                at, (out if isinstance(out, Tensor) else out[0])[0].clone()
            )
        )
        if down is not None and "neurons" not in made.anatomy.missing:
            model.get_submodule(down).register_forward_pre_hook(
                lambda _module, args, at=layer: neurons.__setitem__(at, args[0].reshape(T, -1).clone())
            )
    with torch.no_grad():
        logits = model(input_ids=made.ids[None], use_cache=False).logits[0]
        states = [resid[index] for index in sorted(resid)]
        values = [neurons[index] for index in sorted(neurons)]
        attn = None
        if "attn" not in made.anatomy.missing:
            model.config._attn_implementation = "eager"
            attn = [w[0] for w in model(input_ids=made.ids[None], use_cache=False, output_attentions=True).attentions]
    return Plain(logits, states, attn, values)


def apart(a: Tensor, b: Tensor) -> float:
    """The largest difference, as a share of the largest value (1 at least)."""
    assert a.shape == b.shape
    return float((a - b).abs().max()) / max(1.0, float(b.abs().max()))
