"""Gemma Scope's dictionaries (2408.05147): `params.npz` with W_enc [D, n], W_dec [n, D], b_enc, b_dec and threshold.

JumpReLU; b_dec is not subtracted before encoding. The file says nothing of where it reads: the folders do, as they are
on the hub ("gemma-scope-2b-pt-res/layer_20/width_16k/params.npz"), or a `cfg.json` beside with "hook_name"
and "model_name". Gemma Scope 2 has `params.safetensors` with lower-case names beside a `config.json`.
"""

from __future__ import annotations

import re
from pathlib import Path

from engine.dictionaries.foreign.hook_names import hook_of
from engine.dictionaries.foreign.made import Parts, text
from engine.dictionaries.foreign.source import Source
from engine.dictionaries.records import Hook, HookKind
from engine.errors import InputRefused, in_short
from engine.sentences import say

FORMAT = "Gemma Scope"
WEIGHTS = ("params.npz", "params.safetensors")
FACTS = ("cfg.json", "config.json")
_KINDS: dict[str, HookKind | None] = {"res": "resid", "mlp": "mlp", "att": None, "transcoders": None}
_SECOND = {  # what Gemma adds to resid is what the norms after its sublayers give
    "output": "resid",
    "post_feedforward_layernorm.output": "mlp",
    "post_attention_layernorm.output": "attention",
}


def is_one(source: Source) -> bool:
    """Whether a file is one of its."""
    return {"w_enc", "w_dec", "b_enc", "b_dec", "threshold"} <= {name.lower() for name in source.shapes}


def read(source: Source) -> Parts:
    """Its parts. Raises ValueError and InputRefused."""
    names = {name.lower(): name for name in source.shapes}
    d, n = source.matrix(names["w_enc"])
    hook, model = _where(source)
    return Parts(
        hook=hook,
        w_enc=source.tensor(names["w_enc"], d, n).T.contiguous(),
        b_enc=source.tensor(names["b_enc"], n),
        w_dec=source.tensor(names["w_dec"], n, d),
        b_dec=source.tensor(names["b_dec"], d),
        activation="jumprelu",
        threshold=source.tensor(names["threshold"], n),
        centred=False,
        model=model,
    )


def _where(source: Source) -> tuple[Hook, str]:
    facts = source.facts
    model = text(facts.get("model_name"))
    if text(facts.get("hook_name")):
        return hook_of(facts["hook_name"]), model
    if text(facts.get("hf_hook_point_in")):
        return _second(facts["hf_hook_point_in"], text(facts.get("hf_hook_point_out"))), model
    return _by_folders(source.path.absolute())


def _second(name: str, out: str) -> Hook:
    found = re.fullmatch(r"model\.layers\.(\d{1,4})\.(.+)", name)
    if found is None or found[2] not in _SECOND or out not in ("", name):
        return hook_of(f"{name} -> {out}" if out not in ("", name) else name)
    return Hook(_SECOND[found[2]], int(found[1]))  # type: ignore[arg-type]


def _by_folders(path: Path) -> tuple[Hook, str]:
    whole = path.as_posix()
    repo = re.search(r"gemma-scope-(\d+b)-(pt|it)-(res|mlp|att|transcoders)", whole)
    layer = re.search(r"/layer_(\d{1,4})/", whole)
    if repo is None or layer is None:
        raise InputRefused(
            say(
                "{name} does not say where it reads. Put it into folders named as on the hub "
                "(gemma-scope-2b-pt-res/layer_20/…), or write a cfg.json beside it with hook_name and model_name.",
                name=in_short(path.name),
            )
        )
    kind = _KINDS[repo[3]]
    if kind is None:
        return hook_of(f"blocks.{layer[1]}.attn.hook_z" if repo[3] == "att" else "ln2.hook_normalized"), ""
    return Hook(kind, int(layer[1])), f"google/gemma-2-{repo[1]}" + ("-it" if repo[2] == "it" else "")
