"""The matrices of a small net, of a file of its weights: pictures of weights need no language model.

A net is a module tree that holds what the file names, so all that is done with a model's matrices by their names is
done with these. What rows and columns mean is not known of them.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from torch import Tensor, nn

from engine.errors import ModelUnusable, in_short
from engine.folders import RESOURCES
from engine.labkit.workbench import Bench
from engine.labs.weights.matrices import flat, parameters
from engine.labs.weights.records import ROLES, SHIPPED, Matrices
from engine.nets.files import read_tensors
from engine.sentences import say

NOTHING_KNOWN = SimpleNamespace(
    n_layers=0, d_model=-1, blocks=(), embedding=None, unembedding=None, position_table=None, tied=False
)


@dataclass(frozen=True)
class NetBench:
    """What stands in a workbench's place for a small net."""

    model: nn.Module
    progress: Callable[[str, int, int], None]
    stop: Callable[[], bool]
    anatomy: Any = field(default_factory=lambda: NOTHING_KNOWN)


def bench_of(net: str, bench: Bench) -> NetBench:
    """A bench about the net of this name or file. Raises ModelUnusable: it cannot be read, or holds no weights."""
    path = RESOURCES / "brackets" / net / "model.safetensors" if net in SHIPPED else Path(net)
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        changed = 0  # reading it says what is wrong
    return NetBench(_module(path, changed), bench.progress, bench.stop)


@functools.lru_cache(maxsize=2)
def _module(path: Path, _changed: int) -> nn.Module:
    tensors, _ = read_tensors(path)
    kept = {name: value for name, value in tensors.items() if value.is_floating_point() and value.numel()}
    if not kept:
        raise ModelUnusable(say("{path} holds no weights. Choose another file.", path=in_short(path)))
    whole = nn.Module()
    for name, value in kept.items():
        _put(whole, name.split("."), value)
    return whole


def _put(module: nn.Module, parts: list[str], value: Tensor) -> None:
    for part in parts[:-1]:
        if part not in module._modules:
            module.add_module(part, nn.Module())
        module = module._modules[part] or module
    module.register_parameter(parts[-1], nn.Parameter(value, requires_grad=False))


def list_net(bench: NetBench) -> Matrices:
    """Every matrix of the net, by name: it has no roles."""
    why = tuple("" if role == "by name" else say("These matrices have no roles. Choose one by its name.")
                for role in ROLES)  # fmt: skip
    found = list(parameters(bench.model))
    sizes = [flat(tuple(getattr(module, own).shape), index) for _, module, own, index in found]
    dtype = str(next(iter(bench.model.parameters())).dtype).removeprefix("torch.")
    return Matrices(ROLES, why, np.zeros((len(ROLES), 0, 2), np.int32), tuple(name for name, *_ in found),
                    np.array(sizes, np.int32).reshape(-1, 2), False, dtype)  # fmt: skip
