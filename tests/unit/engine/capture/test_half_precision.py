"""In half precision, as a graphics card has it by default, a model is found to be what it is in float32."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from engine.capture import probe, quirks
from engine.capture.anatomy import Anatomy
from engine.capture.head_rows import Way, quickest
from engine.capture.recognise import describe
from engine.capture.recorder import Want, forward
from engine.models.load import LoadedModel, load
from tests.helpers.families import FAMILIES, MIXTURES

HALVES = [torch.bfloat16, torch.float16]


def _found(a: Anatomy) -> dict[str, Any]:
    return {
        "missing": sorted(a.missing),
        "attention": a.attention_with_weights,
        "flags": (a.sinks, a.tied, a.plain_head, a.caches, a.zero_alibi, a.overwrites, a.position_scheme),
        "sizes": (a.n_heads, a.head_dim, a.d_mlp, a.n_kv_heads),
        "scale": round(a.logit_scale, 2),
    }


@pytest.mark.parametrize("dtype", HALVES)
@pytest.mark.parametrize("family", [*FAMILIES, *MIXTURES])
def test_every_family_is_found_the_same(family: str, dtype: torch.dtype) -> None:
    build = (FAMILIES | MIXTURES)[family]
    assert _found(describe(build().to(dtype))) == _found(describe(build()))  # type: ignore[arg-type]


@pytest.mark.parametrize("dtype", HALVES)
def test_the_default_model_shows_all_it_has_by_the_quick_ways(default_model: LoadedModel, dtype: torch.dtype) -> None:
    loaded = load(default_model.name, device="cpu", dtype=str(dtype).removeprefix("torch."))
    anatomy = describe(loaded.model)
    assert _found(anatomy) == _found(describe(default_model.model))
    assert not anatomy.missing
    ids = torch.tensor(
        loaded.tokenizer("The best thing about AI is its ability to learn from what it reads")["input_ids"]
    )
    got = forward(loaded.model, anatomy, ids, want=Want(attn=True))
    assert got.resid is not None
    assert got.attn is not None
    assert bool((got.attn.sum(-1) - 1).abs().max() < 0.01)
    for layer in (0, 15, 29):
        assert quickest(loaded.model, anatomy, layer, got.resid[:, layer], ids) is Way.ONE_BY_ONE


@pytest.mark.parametrize("dtype", HALVES)
def test_another_computation_is_seen_through_the_rounding(
    dtype: torch.dtype, monkeypatch: pytest.MonkeyPatch, default_model: LoadedModel
) -> None:
    model: Any = FAMILIES["llama"]().to(dtype)  # type: ignore[arg-type]
    plain: Callable[..., torch.Tensor] = probe.plain_logits
    monkeypatch.setattr(quirks, "plain_logits", lambda *args: plain(*args).roll(1, 0))
    assert "another computation" in describe(model).missing["attn"]
