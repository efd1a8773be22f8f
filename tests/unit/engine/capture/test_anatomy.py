"""What is recognised in a model, and what is said where something cannot be."""

from __future__ import annotations

import math

import pytest
import torch
from torch import nn

from engine.capture.recognise import describe
from tests.helpers.families import FAMILIES, MIXTURES, OTHERS
from tests.helpers.subjects import Subject, hooks


@pytest.mark.parametrize("family", [*FAMILIES, *MIXTURES], indirect=True)
def test_sizes_are_those_of_the_configuration(family: Subject) -> None:
    seen, config = family.anatomy, family.model.config
    heads = getattr(config, "num_attention_heads", None) or config.n_heads
    assert (seen.n_layers, seen.n_heads, seen.d_model) == (config.num_hidden_layers, heads, config.hidden_size)
    assert seen.vocab_size == config.vocab_size
    widths = {
        block.down_projection.weight.numel() // seen.d_model
        for block in seen.blocks
        if isinstance(block.down_projection, nn.Module) and isinstance(block.down_projection.weight, torch.Tensor)
    }
    if "neurons" not in seen.missing:
        assert widths == {seen.d_mlp}


@pytest.mark.parametrize(
    ("family", "scheme"),
    [
        ("gpt2", "learned"),
        ("opt", "learned"),
        ("gpt_neo", "learned"),
        ("llama", "rotary"),
        ("gptj", "rotary"),
        ("gemma3", "rotary"),
        ("falcon", "rotary"),
        ("bloom", "alibi"),
        ("mpt", "alibi"),
        ("falcon-alibi", "alibi"),
        ("xglm", "other"),
        ("mamba", "other"),
    ],
    indirect=["family"],
)
def test_position_scheme(family: Subject, scheme: str) -> None:
    assert family.anatomy.position_scheme == scheme
    assert (family.anatomy.position_table is not None) == (scheme == "learned")


@pytest.mark.parametrize(
    ("family", "heads"), [("falcon", 1), ("falcon-new", 2), ("llama", 2), ("gpt2", 4)], indirect=["family"]
)
def test_key_value_heads(family: Subject, heads: int) -> None:
    assert family.anatomy.n_kv_heads == heads


@pytest.mark.parametrize(
    ("family", "scale"),
    [("gemma", math.sqrt(32)), ("gemma3", math.sqrt(32)), ("granite", 3.0), ("llama", 1.0)],
    indirect=["family"],
)
def test_embedding_scale_is_measured(family: Subject, scale: float) -> None:
    assert family.anatomy.embedding_scale == pytest.approx(scale, rel=1e-3)


@pytest.mark.parametrize(
    ("family", "cap", "scale"),
    [("gemma2", 3.0, 1.0), ("cohere", None, 0.25), ("granite", None, 0.25)],
    indirect=["family"],
)
def test_logit_cap_and_scale(family: Subject, cap: float | None, scale: float) -> None:
    assert (family.anatomy.logit_softcap, family.anatomy.logit_scale) == (cap, scale)


def test_tied_and_sinks() -> None:
    assert describe(FAMILIES["gpt2"]()).tied
    assert not describe(FAMILIES["llama"]()).tied
    assert describe(MIXTURES["gpt_oss"]()).sinks
    assert not describe(FAMILIES["llama"]()).sinks


@pytest.mark.parametrize("family", list(MIXTURES), indirect=True)
def test_a_mixture_of_experts_says_why_there_are_no_neurons(family: Subject) -> None:
    sentence = family.anatomy.why_missing("neurons")
    assert sentence is not None
    assert "experts" in sentence
    assert sentence.startswith("Layers 1, 2, 3" if family.name == "qwen3_moe" else "The layers")
    assert family.anatomy.why_missing("attn") is None


@pytest.mark.parametrize("family", list(OTHERS), indirect=True)
def test_a_model_without_attention_says_so_and_keeps_the_rest(family: Subject) -> None:
    assert set(family.anatomy.missing) == {"attn", "heads", "neurons"}
    assert family.captured.resid is not None


def test_looking_leaves_no_hook_and_no_change() -> None:
    model = FAMILIES["falcon-alibi"]()
    describe(model)
    assert hooks(model) == 0
    assert model.config._attn_implementation == "sdpa"


def test_weights_that_are_not_numbers_do_not_stop_the_look() -> None:
    model = FAMILIES["llama"]()
    with torch.no_grad():
        model.get_submodule("model.layers.1.mlp.down_proj").weight.fill_(math.nan)  # type: ignore[operator]
    assert describe(model).n_layers == 4


def test_states_of_another_shape_degrade_to_a_sentence() -> None:
    class Folded(nn.Module):
        def __init__(self, inner: nn.Module) -> None:
            super().__init__()
            self.inner = inner

        def forward(self, states: torch.Tensor, *args: object, **kwargs: object) -> torch.Tensor:
            result = self.inner(states.squeeze(0) if states.dim() == 4 else states, *args, **kwargs)
            assert isinstance(result, torch.Tensor)
            return result[None]

    model = FAMILIES["llama"]()
    layers = model.get_submodule("model.layers")
    assert isinstance(layers, nn.ModuleList)
    for index in range(3):
        layers[index] = Folded(layers[index])
    last = layers[3]
    layers[3] = Folded(last)
    layers[3].register_forward_hook(lambda _module, _args, out: out[0])
    seen = describe(model)
    assert "resid" in seen.missing
    assert "one hidden state per token" in seen.missing["resid"]
