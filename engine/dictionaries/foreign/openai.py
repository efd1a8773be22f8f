"""OpenAI's dictionaries of GPT-2 (2406.04093), converted from their pickled state to safetensors or npz.

Read from `sparse_autoencoder/model.py` and `paths.py`: encoder.weight [n, D], latent_bias [n], pre_bias [D],
decoder.weight [D, n]; latents = activation((x - pre_bias) W' + latent_bias). With TopK each position is brought to mean
0 and standard deviation 1 first, and back after. Activation and k are no arrays there: a JSON beside (`config.json` or
the file's own name with .json) may tell "activation", "k", "location", "layer" and "model", else the published folders
do ("resid_post_mlp_v5_32k/autoencoders/8.safetensors": TopK with k 32).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from engine.dictionaries.foreign.hook_names import hook_of
from engine.dictionaries.foreign.made import Parts, text, whole_number
from engine.dictionaries.foreign.source import Source
from engine.dictionaries.records import Hook
from engine.errors import InputRefused, in_short
from engine.sentences import say

FORMAT = "OpenAI"
FACTS = ("config.json",)
_LOCATIONS = {
    "resid_post_mlp": "hook_resid_post",
    "resid_delta_mlp": "hook_mlp_out",
    "resid_delta_attn": "hook_attn_out",
    "mlp_post_act": "mlp.hook_post",
    "resid_post_attn": "hook_resid_mid",
}
_FOLDERS = re.compile(rf"/({'|'.join(_LOCATIONS)})(_v\d\w*)?/(?:autoencoders/)?(\d{{1,4}})\.\w+$")


def is_one(source: Source) -> bool:
    """Whether a file is one of its."""
    return {"encoder.weight", "latent_bias", "pre_bias"} <= source.shapes.keys()


def read(source: Source) -> Parts:
    """Its parts. Raises ValueError and InputRefused."""
    n, d = source.matrix("encoder.weight")
    folders = _FOLDERS.search(source.path.absolute().as_posix())
    facts = {**source.metadata, **source.facts}
    k = _k(source, facts, folders)
    w_enc = source.tensor("encoder.weight", n, d)
    tied = "decoder.weight" not in source.shapes
    return Parts(
        hook=_hook(source, facts, folders),
        w_enc=w_enc,
        b_enc=source.tensor("latent_bias", n),
        w_dec=w_enc.clone() if tied else source.tensor("decoder.weight", d, n).T.contiguous(),
        b_dec=source.tensor("pre_bias", d),
        activation="topk" if k else "relu",
        k=k,
        normalising="position" if k else "fixed",
        model=text(facts.get("model")) or text(facts.get("model_name")) or "gpt2",
    )


def _k(source: Source, facts: Mapping[str, Any], folders: re.Match[str] | None) -> int:
    """k of TopK, 0 of ReLU. Raises ValueError where it is told nowhere."""
    activation = text(facts.get("activation"))
    state = facts.get("activation_state_dict")
    told = [facts.get("k"), state.get("k") if isinstance(state, dict) else None]
    told += [source.number(name) for name in ("k", "activation_state_dict.k")]
    said = next((value for value in told if value is not None), None)
    version = (folders[2] or "_v1") if folders else ""
    if activation == "ReLU" or (not activation and said is None and version[:3] in ("_v1", "_v4")):
        return 0
    if activation not in ("", "TopK"):
        raise ValueError(f"its activation is {activation:.40}")
    if said is None and version.startswith("_v5"):
        return 32
    if said is None:
        raise InputRefused(
            say(
                "{name} does not say its activation. Write {topk} or {relu} into a config.json beside it.",
                name=in_short(source.path.name),
                topk='{"activation": "TopK", "k": 32}',
                relu='{"activation": "ReLU"}',
            )
        )
    return whole_number(int(said) if isinstance(said, str) and said.isdigit() else said, "k")


def _hook(source: Source, facts: Mapping[str, Any], folders: re.Match[str] | None) -> Hook:
    if text(facts.get("hook_name")):
        return hook_of(facts["hook_name"])
    location = text(facts.get("location")) or (folders[1] if folders else "")
    layer = facts.get("layer", folders[3] if folders else None)
    if location not in _LOCATIONS or not str(layer).isdigit():
        raise InputRefused(
            say(
                "{name} does not say where it reads. Put it into folders named as where it is published "
                "(resid_post_mlp_v5_32k/autoencoders/8.safetensors), or write location and layer into a config.json "
                "beside it.",
                name=in_short(source.path.name),
            )
        )
    return hook_of(f"blocks.{layer}.{_LOCATIONS[location]}")
