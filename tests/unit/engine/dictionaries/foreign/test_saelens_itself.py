"""Dictionaries that SAELens itself writes, held against what it makes of them: a test extra, where it is installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.dictionaries.foreign import published

pytestmark = pytest.mark.skipif(importlib.util.find_spec("sae_lens") is None, reason="SAELens is not installed")
KINDS = {
    "standard": ("standard_sae", "StandardSAE", {}),
    "topk": ("topk_sae", "TopKSAE", {"k": 5}),
    "topk by decoder norm": ("topk_sae", "TopKSAE", {"k": 5, "rescale_acts_by_decoder_norm": True}),
    "jumprelu": ("jumprelu_sae", "JumpReLUSAE", {}),
    "gated": ("gated_sae", "GatedSAE", {}),
}


def made(kind: str, **facts: Any) -> Any:
    """One with random numbers in all its parts."""
    module, name, more = KINDS[kind]
    source = importlib.import_module(f"sae_lens.saes.{module}")
    about = importlib.import_module("sae_lens.saes.sae").SAEMetadata(hook_name="blocks.3.hook_resid_pre")
    found = getattr(source, name)(getattr(source, f"{name}Config")(d_in=16, d_sae=48, metadata=about, **more, **facts))
    chance = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for part, values in found.named_parameters():
            drawn = torch.randn(values.shape, generator=chance) * (0.3 if part == "r_mag" else 0.5)
            values.copy_(drawn.abs() if part == "threshold" else drawn)
    return found


@pytest.mark.parametrize("centred", [True, False])
@pytest.mark.parametrize("normalising", ["none", "layer_norm", "constant_norm_rescale"])
@pytest.mark.parametrize("kind", KINDS)
def test_it_codes_and_decodes_as_saelens(kind: str, normalising: str, centred: bool, tmp_path: Path) -> None:
    theirs = made(kind, normalize_activations=normalising, apply_b_dec_to_input=centred)
    theirs.save_model(tmp_path)
    ours = published.read(tmp_path)
    x = torch.randn(40, 16, generator=torch.Generator().manual_seed(4)) * 3 + 1.5
    with torch.no_grad():
        f = theirs.encode(x)
        back = theirs.decode(f)
    assert float((f > 0).float().mean()) > 0.05
    torch.testing.assert_close(ours.encode(x), f, rtol=1e-4, atol=1e-4)
    torch.testing.assert_close(ours.reconstruct(x), back, rtol=1e-4, atol=5e-4)
