"""dictionary_learning's dictionaries: `ae.safetensors` (or npz, converted from `ae.pt`) beside `config.json`.

Read from its `dictionary.py` and `trainers/`: the linear classes have encoder.weight [n, D] and decoder.weight [D, n],
the others W_enc [D, n] and W_dec [n, D]. AutoEncoder (bias), AutoEncoderNew (decoder.bias, not subtracted before),
AutoEncoderTopK, BatchTopKSAE and MatryoshkaBatchTopKSAE (one threshold for all latents, which is what they use after
training), GatedAutoEncoder and JumpReluAutoEncoder (activations times the norms of the decoder's rows).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import torch

from engine.dictionaries.foreign.hook_names import hook_of
from engine.dictionaries.foreign.made import Parts, text, whole_number
from engine.dictionaries.foreign.saelens import by_decoder_norm
from engine.dictionaries.foreign.source import Source
from engine.dictionaries.records import Hook
from engine.errors import InputRefused, in_short
from engine.sentences import say

FORMAT = "dictionary_learning"
WEIGHTS = ("ae.safetensors", "ae.npz")
FACTS = ("config.json",)


def is_one(source: Source) -> bool:
    """Whether a file is one of its."""
    names = source.shapes.keys()
    return {"encoder.weight", "decoder.weight"} <= names or isinstance(source.facts.get("trainer"), dict)


def read(source: Source) -> Parts:
    """Its parts. Raises ValueError and InputRefused."""
    trainer = source.facts.get("trainer")
    if not isinstance(trainer, dict):
        raise InputRefused(
            say(
                "{name} needs the config.json of its folder beside it, which tells its class and layer. Put it there.",
                name=in_short(source.path.name),
            )
        )
    told = text(trainer.get("dict_class")).rpartition(".")[2].removesuffix("'>")
    if told not in _CLASSES:
        raise InputRefused(
            say(
                "The dictionary's class is {told}, which Orrery cannot compute. It computes {those}.",
                told=in_short(told) or "?",
                those=", ".join(sorted(_CLASSES)),
            )
        )
    if "transcoder" in text(trainer.get("trainer_class")).lower():
        raise ValueError("it is a transcoder, which reads one thing and writes another")
    parts = _CLASSES[told](source, trainer)
    return replace(parts, hook=_hook(trainer, source.facts), model=text(trainer.get("lm_name")))


def _linear(source: Source, bias: str, centred: bool = True) -> Parts:
    n, d = source.matrix("encoder.weight")
    return Parts(
        hook=Hook("resid", 0),
        w_enc=source.tensor("encoder.weight", n, d),
        b_enc=source.tensor("encoder.bias", n) if "encoder.bias" in source.shapes else torch.zeros(n),
        w_dec=source.tensor("decoder.weight", d, n).T.contiguous(),
        b_dec=source.tensor(bias, d),
        centred=centred,
    )


def _named(source: Source, centred: bool) -> Parts:
    d, n = source.matrix("W_enc")
    return Parts(
        hook=Hook("resid", 0),
        w_enc=source.tensor("W_enc", d, n).T.contiguous(),
        b_enc=source.tensor("b_enc", n),
        w_dec=source.tensor("W_dec", n, d),
        b_dec=source.tensor("b_dec", d),
        centred=centred,
    )


def _top_k(source: Source, trainer: Mapping[str, Any]) -> Parts:
    stored = source.number("k")
    k = whole_number(trainer.get("k") if stored is None else stored, "k")
    return replace(_linear(source, "b_dec"), activation="topk", k=k)


def _one_threshold(parts: Parts, source: Source) -> Parts:
    threshold = source.number("threshold")
    if threshold is None or threshold < 0:
        raise InputRefused(
            say(
                "The dictionary has no threshold, so which latents are active depends on the batch they are read in. "
                "Take one that was trained on until its threshold was set."
            )
        )
    return replace(parts, activation="jumprelu", threshold=torch.full((len(parts.b_enc),), threshold))


def _gated(source: Source, _trainer: Mapping[str, Any]) -> Parts:
    linear = _linear(source, "decoder_bias")
    n = len(linear.b_enc)
    r = source.tensor("r_mag", n)
    return by_decoder_norm(
        replace(
            linear, activation="gated", w_enc=linear.w_enc * r.exp()[:, None], b_enc=source.tensor("mag_bias", n),
            gate=(r, source.tensor("gate_bias", n)),
        )
    )  # fmt: skip


def _jump_relu(source: Source, _trainer: Mapping[str, Any]) -> Parts:
    parts = _named(source, centred=False)
    threshold = source.tensor("threshold", len(parts.b_enc))
    return by_decoder_norm(replace(parts, activation="jumprelu", threshold=threshold))


_CLASSES: dict[str, Callable[[Source, Mapping[str, Any]], Parts]] = {
    "AutoEncoder": lambda source, _: _linear(source, "bias"),
    "AutoEncoderNew": lambda source, _: _linear(source, "decoder.bias", centred=False),
    "AutoEncoderTopK": _top_k,
    "BatchTopKSAE": lambda source, _: _one_threshold(_linear(source, "b_dec"), source),
    "MatryoshkaBatchTopKSAE": lambda source, _: _one_threshold(_named(source, centred=True), source),
    "GatedAutoEncoder": _gated,
    "JumpReluAutoEncoder": _jump_relu,
}


_PLACES = {"attn": "hook_attn_out", "attention": "hook_attn_out", "mlp": "hook_mlp_out"}


def _hook(trainer: Mapping[str, Any], facts: Mapping[str, Any]) -> Hook:
    """By the layer and by the submodule's name, which is free text ("resid_post_layer_8", "Residual Stream")."""
    layer = whole_number(trainer.get("layer"), "its layer")
    name = text(trainer.get("submodule_name")).lower()
    buffer = facts.get("buffer")
    reads_input = isinstance(buffer, dict) and buffer.get("io") == "in"
    if "resid" in name or not name:
        before = reads_input or "resid_pre" in name
        return hook_of(f"blocks.{layer}.{'hook_resid_pre' if before else 'hook_resid_post'}")
    place = next((hook for part, hook in _PLACES.items() if part in name), "")
    return hook_of(f"blocks.{layer}.{place}" if place and not reads_input else name)
