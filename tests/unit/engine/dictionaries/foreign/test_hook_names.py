"""The names of hooks in other programs."""

from __future__ import annotations

import pytest

from engine.dictionaries.foreign.hook_names import hook_of
from engine.dictionaries.records import Hook
from engine.errors import InputRefused


@pytest.mark.parametrize(
    ("name", "hook"),
    [
        ("blocks.8.hook_resid_post", Hook("resid", 8)),
        ("blocks.8.hook_resid_pre", Hook("resid", 7)),
        ("blocks.0.hook_mlp_out", Hook("mlp", 0)),
        ("blocks.11.hook_attn_out", Hook("attention", 11)),
        ("blocks.5.mlp.hook_post", Hook("neurons", 5)),
        ("model.layers.20", Hook("resid", 20)),
        ("model.layers.20.output", Hook("resid", 20)),
        ("transformer.h.3.mlp", Hook("mlp", 3)),
        ("gpt_neox.layers.2.attention", Hook("attention", 2)),
        ("model.language_model.layers.4.self_attn", Hook("attention", 4)),
    ],
)
def test_means(name: str, hook: Hook) -> None:
    assert hook_of(name) == hook


@pytest.mark.parametrize(
    "name",
    ["", "hook_embed", "blocks.0.hook_resid_pre", "blocks.3.attn.hook_z", "blocks.3.hook_resid_mid",
     "blocks.3.ln2.hook_normalized", "blocks.x.hook_resid_post", "blocks.99999.hook_mlp_out", "lm_head"],
)  # fmt: skip
def test_what_is_no_hook_of_orrerys_is_refused(name: str) -> None:
    with pytest.raises(InputRefused, match="resid after a layer"):
        hook_of(name)
