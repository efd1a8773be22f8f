"""ALiBi in Falcon: the library's eager code counts it twice; what is recorded counts it once, as the model does."""

from __future__ import annotations

import math

import pytest
import torch
from torch import nn

from engine.capture.recognise import describe
from engine.capture.recorder import Want, forward
from tests.helpers.families import FAMILIES
from tests.helpers.subjects import Subject, T, apart


@pytest.mark.parametrize("family", ["falcon-alibi", "falcon-alibi-serial"], indirect=True)
def test_attention_with_alibi_equals_the_formula(family: Subject) -> None:
    assert family.anatomy.zero_alibi
    got, config = family.captured, family.model.config
    assert got.resid is not None
    assert got.attn is not None
    heads, width = config.num_attention_heads, config.hidden_size // config.num_attention_heads
    slopes = torch.tensor([2.0 ** (-8.0 * (head + 1) / heads) for head in range(heads)])  # Press et al. 2021, section 3
    bias = slopes[:, None] * torch.arange(T)
    for layer in range(family.anatomy.n_layers):
        block = family.model.get_submodule(f"transformer.h.{layer}")
        norm, fused = block.get_submodule("input_layernorm"), block.get_submodule("self_attention.query_key_value")
        with torch.no_grad():
            mixed = fused(norm(got.resid[:, layer]))
        if config.multi_query:
            mixed = mixed.view(T, heads + 2, width)
            query, key = mixed[:, :heads], mixed[:, heads : heads + 1].expand(T, heads, width)
        else:
            mixed = mixed.view(T, heads, 3, width)
            query, key = mixed[:, :, 0], mixed[:, :, 1]
        scores = (torch.einsum("qhd,khd->hqk", query, key) + bias[:, None]) / math.sqrt(width)
        scores = scores.masked_fill(torch.ones(T, T).triu(1).bool(), -torch.inf)
        assert apart(got.attn[layer], scores.softmax(-1)) < 1e-5


def test_attention_that_belongs_to_another_computation_is_not_shown() -> None:
    model = FAMILIES["llama"]()
    for name, module in model.named_modules():
        if name.endswith("self_attn"):
            module.register_forward_pre_hook(_stretched_under_eager, with_kwargs=True)
    seen = describe(model)
    assert "another computation" in seen.missing["attn"]
    got = forward(model, seen, torch.arange(5, 11), want=Want(neurons=True))
    assert got.neurons is not None


def _stretched_under_eager(
    module: nn.Module, args: object, kwargs: dict[str, object]
) -> tuple[object, dict[str, object]]:
    config = module.config
    eager = getattr(config, "_attn_implementation", "") == "eager"
    module.scaling = 1.0 if eager else module.head_dim**-0.5  # type: ignore[operator, assignment]
    return args, kwargs
