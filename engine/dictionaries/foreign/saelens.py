"""SAELens' dictionaries: `sae_weights.safetensors` beside `cfg.json`, as its versions from 2 to 6 write them.

Read from its source (`sae.py`, `saes/*.py`, `loading/pretrained_sae_loaders.py`): W_enc [D, n] and W_dec [n, D];
architectures standard, topk, jumprelu (as which it also keeps BatchTopK and Matryoshka ones) and gated; activations are
normalised by none, layer_norm, constant_norm_rescale, or expected_average_only_in, whose factor is often not kept; a
finetuning scaling factor multiplies the activations before the decoder.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from engine.dictionaries.foreign.hook_names import hook_of
from engine.dictionaries.foreign.made import Parts, text, whole_number
from engine.dictionaries.foreign.source import Source
from engine.dictionaries.records import Hook, Normalising
from engine.errors import InputRefused, in_short
from engine.sentences import say

FORMAT = "SAELens"
WEIGHTS = ("sae_weights.safetensors", "sae_weights.npz")
FACTS = ("cfg.json",)
_RENAMED = {"hook_point": "hook_name", "hook_point_layer": "hook_layer", "hook_point_head_index": "hook_head_index",
            "activation_fn_str": "activation_fn"}  # fmt: skip
_NORMALISING: dict[str, Normalising] = {
    "none": "fixed",
    "expected_average_only_in": "fixed",
    "constant_norm_rescale": "length",
    "layer_norm": "position",
}
_FACTORS = ("norm_scaling_factor", "activation_norm_scaling_factor")


def is_one(source: Source) -> bool:
    """Whether a file is one of its."""
    return {"W_enc", "W_dec", "b_dec"} <= source.shapes.keys() and bool({"d_in", "architecture"} & source.facts.keys())


def lacks_factor(source: Source) -> bool:
    """Whether its activations are scaled by a factor that its files do not tell."""
    facts = _flat(source.facts)
    return facts.get("normalize_activations") in (True, "expected_average_only_in") and _factor(facts) is None


def read(source: Source, factor: float | None = None) -> Parts:
    """Its parts. Raises ValueError and InputRefused; `factor` is used where the files lack it (`lacks_factor`)."""
    facts = _flat(source.facts)
    d, n = source.matrix("W_enc")
    _require_sizes(facts, d, n)
    w_dec = source.tensor("W_dec", n, d)
    activation, k = _activation(facts)
    parts = Parts(
        hook=_hook(facts),
        w_enc=source.tensor("W_enc", d, n).T.contiguous(),
        b_enc=source.tensor("b_mag" if activation == "gated" else "b_enc", n),
        w_dec=w_dec * _scaling(source, facts, n)[:, None],
        b_dec=source.tensor("b_dec", d),
        centred=facts.get("apply_b_dec_to_input", True) is not False,
        normalising=_normalising(facts),
        factor=_wanted_factor(facts, factor),
        model=text(facts.get("model_name")),
        note=_note(facts),
    )
    if activation == "gated":
        return _gated(source, parts, n)
    if activation == "jumprelu":
        return replace(parts, activation="jumprelu", threshold=source.tensor("threshold", n))
    if activation == "topk" and facts.get("rescale_acts_by_decoder_norm") is True:
        parts = by_decoder_norm(parts)
    return replace(parts, activation="topk" if activation == "topk" else "relu", k=k)


def by_decoder_norm(parts: Parts) -> Parts:
    """The same with each activation times its decoder row's norm, and rows of norm 1."""
    norm = torch.linalg.vector_norm(parts.w_dec, dim=1)
    norm = torch.where(norm > 0, norm, torch.ones_like(norm))
    gate = None if parts.gate is None else (parts.gate[0] + norm.log(), parts.gate[1])
    threshold = None if parts.threshold is None else parts.threshold * norm
    return replace(
        parts, w_enc=parts.w_enc * norm[:, None], b_enc=parts.b_enc * norm, w_dec=parts.w_dec / norm[:, None],
        gate=gate, threshold=threshold,
    )  # fmt: skip


def _flat(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Names of before version 6, and what it keeps under "metadata" (release candidates: "meta"), in one place."""
    found = {_RENAMED.get(key, key): value for key, value in facts.items()}
    for key in ("metadata", "meta"):
        if isinstance(found.get(key), dict):
            found = {**{name: value for name, value in found[key].items() if value is not None}, **found}
    return found


def _require_sizes(facts: Mapping[str, Any], d: int, n: int) -> None:
    for key, size in (("d_in", d), ("d_sae", n)):
        if key in facts and facts[key] != size:
            raise ValueError(f"cfg.json says that {key} is {facts[key]!s:.40}, but W_enc is {d}×{n}")


def _activation(facts: Mapping[str, Any]) -> tuple[str, int]:
    """Which of standard, topk, jumprelu and gated it is, and k."""
    architecture, function = facts.get("architecture", "standard"), facts.get("activation_fn", "relu")
    settings = facts.get("activation_fn_kwargs")
    settings = settings if isinstance(settings, dict) else {}
    if architecture == "standard" and function == "topk":
        architecture = "topk"
    elif function not in ("relu", "topk", None) or architecture not in ("standard", "topk", "jumprelu", "gated"):
        raise InputRefused(
            say(
                "The dictionary's architecture is {architecture} with {function}, which Orrery cannot compute. It "
                "computes SAELens' standard, topk, jumprelu and gated ones.",
                architecture=in_short(architecture),
                function=in_short(function),
            )
        )
    if architecture != "topk":
        return str(architecture), 0
    if not str(settings.get("postact_fn", "relu")).lower().removesuffix("()").endswith("relu"):
        raise ValueError(f"what follows its top k is {settings['postact_fn']!s:.40}, not ReLU")
    return "topk", whole_number(facts.get("k", settings.get("k")), "k")


def _hook(facts: Mapping[str, Any]) -> Hook:
    name = text(facts.get("hook_name")).replace("{layer}", str(facts.get("hook_layer")))
    if facts.get("hook_head_index") is not None:
        name = f"{name} (head {facts['hook_head_index']!s:.20})"
    if facts.get("hook_name_out") not in (None, facts.get("hook_name")):
        name = f"{name} -> {facts['hook_name_out']!s:.80}"
    return hook_of(name)


def _normalising(facts: Mapping[str, Any]) -> Normalising:
    wanted = facts.get("normalize_activations")
    wanted = {True: "expected_average_only_in", False: "none", None: "none"}.get(wanted, wanted)
    if wanted not in _NORMALISING:
        raise ValueError(f"its normalize_activations is {wanted!s:.40}")
    found = _NORMALISING[wanted]
    if not _centres_writing(facts) or found == "position":
        return found
    if found == "length" or _factor(facts) is not None or wanted != "none":
        raise ValueError("it both centres the writing weights and rescales the activations")
    return "mean"


def _centres_writing(facts: Mapping[str, Any]) -> bool:
    """Whether the model was changed so that everything it writes to `resid` has a mean of 0 over the width."""
    settings = facts.get("model_from_pretrained_kwargs")
    asked = isinstance(settings, dict) and settings.get("center_writing_weights") is True
    return asked and not text(facts.get("hook_name")).endswith("mlp.hook_post")


def _factor(facts: Mapping[str, Any]) -> float | None:
    return next((facts[key] for key in _FACTORS if isinstance(facts.get(key), (int, float))), None)


def _wanted_factor(facts: Mapping[str, Any], given: float | None) -> float:
    if facts.get("normalize_activations") not in (True, "expected_average_only_in"):
        return 1.0
    factor = _factor(facts) or given
    if factor is None:
        raise InputRefused(
            say(
                "The dictionary multiplies activations by a factor that brings their mean length to the root of their "
                "number, but does not tell the factor. Open it under Published dictionaries: there it is measured."
            )
        )
    if not (math.isfinite(factor) and factor > 0):
        raise ValueError(f"its factor is {factor}")
    return float(factor)


def _scaling(source: Source, facts: Mapping[str, Any], n: int) -> Tensor:
    name = next((key for key in ("finetuning_scaling_factor", "scaling_factor") if key in source.shapes), "")
    if not name:
        return torch.ones(n)
    found = source.tensor(name, n)
    if not facts.get("finetuning_scaling_factor") and not torch.allclose(found, torch.ones(n)):
        raise ValueError(f"it holds {name}, but cfg.json says that none is to be used")
    return found


def _gated(source: Source, parts: Parts, n: int) -> Parts:
    r, bias = source.tensor("r_mag", n), source.tensor("b_gate", n)
    return replace(parts, activation="gated", w_enc=parts.w_enc * r.exp()[:, None], gate=(r, bias))


def _note(facts: Mapping[str, Any]) -> str:
    if not _centres_writing(facts):
        return ""
    return say("It was made on a model whose writing weights were centred: each position's mean is subtracted first.")
