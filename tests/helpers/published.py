"""Published dictionaries as other programs write them, with random numbers, and what they make of activations by numpy.

Each `Written` holds the arrays under the program's own names and the arithmetic of its own source, written down here
by itself, so that a reader that mixes up a transpose, a bias or a norm is found out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import save_file

from engine.records import F32, AnyArray

N, D, T = 24, 8, 40
Coded = tuple[Any, Any]  # arrays: activations [t, n] and reconstruction [t, D]


@dataclass(frozen=True)
class Written:
    """One published dictionary."""

    file: str  # below its folder
    arrays: Mapping[str, Any]
    facts: Mapping[str, Any] | None
    by_hand: Callable[[F32], Coded]
    facts_name: str = "cfg.json"
    metadata: Mapping[str, str] = field(default_factory=dict)

    def write(self, folder: Path, suffix: str = "") -> Path:
        """Its files under a folder; the path of the arrays, whose suffix may be another."""
        path = (folder / self.file).with_suffix(suffix or Path(self.file).suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".npz":
            np.savez(path, **dict[str, Any](self.arrays))
        else:
            save_file(
                {name: np.ascontiguousarray(array) for name, array in self.arrays.items()}, path, {**self.metadata}
            )
        if self.facts is not None:
            (path.parent / self.facts_name).write_text(json.dumps(self.facts), "utf-8")
        return path


def activations(seed: int = 3) -> F32:
    """[T, D] with a mean of its own, as a model's are."""
    return (np.random.default_rng(seed).normal(size=(T, D)) * 3 + 1.5).astype(np.float32)


def numbers(seed: int, *shape: int, scale: float = 1.0) -> F32:
    """Random numbers."""
    return (np.random.default_rng(seed).normal(size=shape) * scale).astype(np.float32)


def relu(x: F32) -> F32:
    """The positive part."""
    return np.maximum(x, 0)


def top(x: F32, k: int) -> F32:
    """The k largest of each row, their positive part."""
    found = np.zeros_like(x)
    for row, values in enumerate(x):
        which = np.argsort(-values)[:k]
        found[row, which] = relu(values[which])
    return found


# -- SAELens -------------------------------------------------------------------------------------------------------


def saelens(architecture: str = "standard", new: bool = True, **facts: Any) -> Written:
    """`new`: as its version 6 writes, what is about the model under "metadata"."""
    w = {"W_enc": numbers(1, D, N), "W_dec": numbers(2, N, D), "b_dec": numbers(3, D)}
    if architecture == "gated":
        w |= {"b_mag": numbers(4, N), "b_gate": numbers(5, N), "r_mag": numbers(6, N, scale=0.3)}
    else:
        w["b_enc"] = numbers(4, N)
    if architecture == "jumprelu":
        w["threshold"] = np.abs(numbers(5, N))
    if facts.get("finetuning_scaling_factor"):
        w["finetuning_scaling_factor"] = 1 + np.abs(numbers(7, N))
    model = {"model_name": "gpt2-small", "hook_name": "blocks.3.hook_resid_pre", "hook_head_index": None,
             "sae_lens_version": "6.12.1"}  # fmt: skip
    model |= {key: facts.pop(key) for key in ("model_from_pretrained_kwargs",) if key in facts}
    said = {"d_in": D, "d_sae": N, "dtype": "float32", "apply_b_dec_to_input": True, "normalize_activations": "none",
            "reshape_activations": "none", "architecture": architecture, "device": "cuda", **facts}  # fmt: skip
    if architecture == "topk" and new:
        said["k"] = 5
    if new:
        said["metadata"] = model
    else:
        said |= {**model, "hook_point": model["hook_name"], "activation_fn_str": "relu", "hook_layer": 3}
        del said["hook_name"], said["sae_lens_version"]
    if architecture == "topk" and not new:
        said |= {"architecture": "standard", "activation_fn_str": "topk", "activation_fn_kwargs": {"k": 5}}
    return Written("sae/sae_weights.safetensors", w, said, lambda x: _saelens(w, {**said, **model}, architecture, x))


def _saelens(w: Mapping[str, AnyArray], said: Mapping[str, Any], architecture: str, x: F32) -> Coded:
    how = said["normalize_activations"]
    mean = np.zeros((len(x), 1), np.float32)
    if (said.get("model_from_pretrained_kwargs") or {}).get("center_writing_weights"):
        mean = x.mean(1, keepdims=True)  # what the model lacks that it was made on
    z, back = x - mean, np.ones((len(x), 1), np.float32)
    if how == "constant_norm_rescale":
        back = np.linalg.norm(z, axis=1, keepdims=True) / np.sqrt(D)
    elif how == "layer_norm":
        mean = x.mean(1, keepdims=True)
        back = (x - mean).std(1, ddof=1, keepdims=True)
        z = x - mean
    elif how == "expected_average_only_in":
        back = np.full((len(x), 1), 1 / said["norm_scaling_factor"], np.float32)
    inside = z / back - (w["b_dec"] if said["apply_b_dec_to_input"] else 0)
    if architecture == "gated":
        f = (inside @ w["W_enc"] + w["b_gate"] > 0) * relu(inside @ (w["W_enc"] * np.exp(w["r_mag"])) + w["b_mag"])
    else:
        pre = inside @ w["W_enc"] + w["b_enc"]
        norm = (
            np.linalg.norm(w["W_dec"], axis=1) if said.get("rescale_acts_by_decoder_norm") else np.ones(N, np.float32)
        )
        f = top(pre * norm, 5) if architecture == "topk" else relu(pre)
        if architecture == "jumprelu":
            f = f * (pre > w["threshold"])
        return f, ((f / norm) * w.get("finetuning_scaling_factor", 1) @ w["W_dec"] + w["b_dec"]) * back + mean
    return f, (f @ w["W_dec"] + w["b_dec"]) * back + mean


# -- Gemma Scope ---------------------------------------------------------------------------------------------------


def gemma_scope(second: bool = False) -> Written:
    """`second`: of Gemma Scope 2."""
    w = {"W_enc": numbers(1, D, N), "W_dec": numbers(2, N, D), "b_enc": numbers(4, N), "b_dec": numbers(3, D),
         "threshold": np.abs(numbers(5, N))}  # fmt: skip

    def by_hand(x: F32) -> Coded:
        pre = x @ w["W_enc"] + w["b_enc"]
        f = (pre > w["threshold"]) * relu(pre)
        return f, f @ w["W_dec"] + w["b_dec"]

    if not second:
        return Written("gemma-scope-2b-pt-res/layer_3/width_16k/average_l0_71/params.npz", w, None, by_hand)
    facts = {"hf_hook_point_in": "model.layers.3.output", "hf_hook_point_out": "model.layers.3.output", "width": N,
             "model_name": "google/gemma-3-1b-pt", "architecture": "jump_relu", "l0": 20, "type": "sae"}  # fmt: skip
    lower = {name.lower(): array for name, array in w.items()}
    return Written("resid_post/layer_3_width_16k_l0_small/params.safetensors", lower, facts, by_hand, "config.json")


# -- OpenAI --------------------------------------------------------------------------------------------------------


def openai(k: int = 5, **facts: Any) -> Written:
    """k 0: with ReLU, and not normalised, as its first ones."""
    w: dict[str, Any] = {"encoder.weight": numbers(1, N, D), "latent_bias": numbers(4, N), "pre_bias": numbers(3, D),
         "decoder.weight": numbers(2, D, N), "stats_last_nonzero": np.zeros(N, np.int64)}  # fmt: skip

    def by_hand(x: F32) -> Coded:
        mean = x.mean(1, keepdims=True) if k else 0
        deviation = x.std(1, ddof=1, keepdims=True) if k else 1
        pre = ((x - mean) / deviation - w["pre_bias"]) @ w["encoder.weight"].T + w["latent_bias"]
        f = top(pre, k) if k else relu(pre)
        return f, (f @ w["decoder.weight"].T + w["pre_bias"]) * deviation + mean

    said = {"activation": "TopK", "activation_state_dict": {"k": k, "postact_fn": "ReLU"}} if k else None
    folder = "resid_post_mlp_v5_32k" if k else "resid_post_mlp_v4"
    return Written(f"{folder}/autoencoders/2.safetensors", w, said and {**said, **facts}, by_hand, "2.json")


# -- dictionary_learning -------------------------------------------------------------------------------------------


def dictionary_learning(kind: str, **trainer: Any) -> Written:
    """`kind`: its class."""
    linear: dict[str, Any] = {"encoder.weight": numbers(1, N, D), "decoder.weight": numbers(2, D, N)}
    plain: dict[str, Any] = {
        "W_enc": numbers(1, D, N),
        "W_dec": numbers(2, N, D),
        "b_enc": numbers(4, N),
        "b_dec": numbers(3, D),
    }
    one: dict[str, Any] = {"threshold": np.float32(0.7).reshape(()), "k": np.int32(5).reshape(())}
    w: dict[str, Any] = {
        "AutoEncoder": {**linear, "encoder.bias": numbers(4, N), "bias": numbers(3, D)},
        "AutoEncoderNew": {**linear, "encoder.bias": numbers(4, N), "decoder.bias": numbers(3, D)},
        "AutoEncoderTopK": {**linear, "encoder.bias": numbers(4, N), "b_dec": numbers(3, D), **one},
        "BatchTopKSAE": {**linear, "encoder.bias": numbers(4, N), "b_dec": numbers(3, D), **one},
        "MatryoshkaBatchTopKSAE": {**plain, **one},
        "GatedAutoEncoder": {**linear, "decoder_bias": numbers(3, D), "r_mag": numbers(6, N, scale=0.3),
                             "gate_bias": numbers(5, N), "mag_bias": numbers(4, N)},
        "JumpReluAutoEncoder": {**plain, "threshold": np.abs(numbers(5, N))},
    }[kind]  # fmt: skip
    said = {"trainer": {"dict_class": kind, "layer": 2, "lm_name": "EleutherAI/pythia-70m-deduped", "k": 5,
                        "submodule_name": "resid_post_layer_2", "activation_dim": D, "dict_size": N, **trainer},
            "buffer": {"io": "out", "ctx_len": 128}}  # fmt: skip
    return Written("trainer_0/ae.safetensors", w, said, lambda x: _dictionary_learning(w, kind, x), "config.json")


def _dictionary_learning(w: Mapping[str, AnyArray], kind: str, x: F32) -> Coded:
    if kind == "JumpReluAutoEncoder":
        norm = np.linalg.norm(w["W_dec"], axis=1)
        pre = x @ w["W_enc"] + w["b_enc"]
        f = relu(pre * (pre > w["threshold"])) * norm
        return f, (f / norm) @ w["W_dec"] + w["b_dec"]
    if kind == "MatryoshkaBatchTopKSAE":
        f = relu((x - w["b_dec"]) @ w["W_enc"] + w["b_enc"])
        f = f * (f > w["threshold"])
        return f, f @ w["W_dec"] + w["b_dec"]
    encoder, decoder = w["encoder.weight"].T, w["decoder.weight"].T
    if kind == "GatedAutoEncoder":
        norm = np.linalg.norm(decoder, axis=1)
        inside = (x - w["decoder_bias"]) @ encoder
        f = (inside + w["gate_bias"] > 0) * relu(np.exp(w["r_mag"]) * inside + w["mag_bias"]) * norm
        return f, (f / norm) @ decoder + w["decoder_bias"]
    bias = w[{"AutoEncoder": "bias", "AutoEncoderNew": "decoder.bias"}.get(kind, "b_dec")]
    f = relu((x if kind == "AutoEncoderNew" else x - bias) @ encoder + w["encoder.bias"])
    if kind == "AutoEncoderTopK":
        f = top(f, 5)
    if kind == "BatchTopKSAE":
        f = f * (f > w["threshold"])
    return f, f @ decoder + bias


CLASSES = ("AutoEncoder", "AutoEncoderNew", "AutoEncoderTopK", "BatchTopKSAE", "MatryoshkaBatchTopKSAE",
           "GatedAutoEncoder", "JumpReluAutoEncoder")  # fmt: skip

ALL: dict[str, Written] = {
    **{f"saelens {kind}": saelens(kind) for kind in ("standard", "topk", "jumprelu", "gated")},
    **{f"saelens {kind} before 6": saelens(kind, new=False) for kind in ("standard", "topk", "jumprelu", "gated")},
    "saelens layer norm": saelens("topk", normalize_activations="layer_norm"),
    "saelens constant norm": saelens("standard", normalize_activations="constant_norm_rescale"),
    "saelens factor": saelens("jumprelu", normalize_activations="expected_average_only_in", norm_scaling_factor=0.31),
    "saelens uncentred": saelens("gated", apply_b_dec_to_input=False),
    "saelens finetuned": saelens("standard", new=False, finetuning_scaling_factor=True),
    "saelens by decoder norm": saelens("topk", rescale_acts_by_decoder_norm=True),
    "saelens centred writing": saelens("standard", model_from_pretrained_kwargs={"center_writing_weights": True}),
    "gemma scope": gemma_scope(),
    "gemma scope 2": gemma_scope(second=True),
    "openai topk": openai(),
    "openai relu": openai(0),
    **{f"dictionary_learning {kind}": dictionary_learning(kind) for kind in CLASSES},
}
