"""Small random sparse dictionaries, of every activation, and the same arithmetic in numpy, written apart."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from engine.dictionaries.dictionary import EPS, Dictionary
from engine.dictionaries.records import Activation, DictionaryInfo, Hook, Normalising

FIRST = Hook("resid", 0)
F64 = np.ndarray[Any, np.dtype[np.float64]]


def random_dictionary(
    d: int = 32,
    width: int = 48,
    hook: Hook = FIRST,
    activation: Activation = "topk",
    k: int = 5,
    normalising: Normalising = "fixed",
    seed: int = 0,
    **facts: Any,
) -> Dictionary:
    """Decoder rows have norm 1; about half of the latents would be above 0 at a position."""
    chance = torch.Generator().manual_seed(seed)

    def normal(*shape: int) -> torch.Tensor:
        return torch.randn(shape, generator=chance)

    rows = torch.nn.functional.normalize(normal(width, d), dim=1)
    info = DictionaryInfo(
        facts.pop("name", "random"), "Random", hook, width, d, activation, k, normalising, sha256="0", **facts
    )
    return Dictionary(
        info, rows + 0.1 * normal(width, d), 0.1 * normal(width), rows, 0.1 * normal(d), 0.1 * normal(d),
        torch.rand(d, generator=chance) + 0.5,
        threshold=torch.rand(width, generator=chance) if activation == "jumprelu" else None,
        gate=(0.1 * normal(width), 0.1 * normal(width)) if activation == "gated" else None,
    )  # fmt: skip


def by_hand(dictionary: Dictionary, x: torch.Tensor) -> tuple[F64, F64]:
    """Activations [t, n] and reconstruction [t, D] of x [t, D], position by position in float64."""
    part = {name: getattr(dictionary, name).double().numpy() for name in ("w_enc", "b_enc", "w_dec", "b_dec")}
    found, made = [], []
    for row in x.double().numpy():
        mean, scale = _normalising(dictionary, row)
        z = (row - mean) / scale
        read = z - part["b_dec"] if dictionary.centred else z
        f = _active(dictionary, part["w_enc"] @ read, part["b_enc"])
        found.append(f)
        made.append((f @ part["w_dec"] + part["b_dec"]) * scale + mean)
    return np.array(found), np.array(made)


def _normalising(dictionary: Dictionary, row: F64) -> tuple[Any, Any]:
    """The mean and the scale of a position."""
    return {
        "fixed": (dictionary.mean.double().numpy(), dictionary.scale.double().numpy()),
        "position": (row.mean(), row.std(ddof=1) + EPS),
        "mean": (row.mean(), 1.0),
        "length": (0.0, np.sqrt((row**2).mean())),
    }[dictionary.info.normalising]


def _active(dictionary: Dictionary, seen: F64, bias: F64) -> F64:
    kind, pre = dictionary.info.activation, seen + bias
    if kind == "topk":
        f = np.zeros_like(pre)
        best = np.argsort(-pre)[: dictionary.info.k]
        f[best] = np.maximum(pre[best], 0)
        return f
    if kind == "jumprelu":
        assert dictionary.threshold is not None
        return np.where(pre > dictionary.threshold.double().numpy(), pre, 0)
    if kind == "gated":
        assert dictionary.gate is not None
        r, b = (each.double().numpy() for each in dictionary.gate)
        return np.where(seen * np.exp(-r) + b > 0, np.maximum(pre, 0), 0)
    return np.maximum(pre, 0)
