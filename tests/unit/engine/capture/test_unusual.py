"""Families whose blocks are no plain attention and MLP: what can be shown is right, the rest says why it is not."""

from __future__ import annotations

import copy
import functools
from dataclasses import dataclass

import pytest
import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture.anatomy import Anatomy
from engine.capture.neuron_weights import keys_of
from engine.capture.norms import readout
from engine.capture.recognise import describe
from engine.capture.recorder import Captured, Want, forward
from engine.capture.replay import replay_block, resume, unembed
from engine.capture.sites import check_site, columns
from engine.errors import InputRefused, ModelUnusable
from engine.records import Change, Plan, Site
from tests.helpers.families import FAMILIES, sample_ids
from tests.helpers.subjects import T, apart, hooks
from tests.helpers.unusual import BOTH_WAYS, UNUSUAL

TOLERANCE = 2e-5
MISSING = {
    "gemma4-shared-keys": {"replay"},
    "gemma4-experts": {"neurons"},
    "deepseek_v3-experts": {"neurons"},
    "granitemoehybrid": {"attn", "heads"},
    "granitemoehybrid-experts": {"attn", "heads", "neurons"},
    "jamba": {"attn", "heads"},
    "qwen3_next": {"attn", "heads"},
    "lfm2": {"attn", "heads"},
    "recurrent_gemma": {"attn", "heads"},
    "rwkv": {"attn", "heads", "neurons"},
    "diffllama": {"heads"},
}


@dataclass(frozen=True)
class Seen:
    """A model, what was recognised, and one recorded forward of all it has."""

    model: PreTrainedModel
    anatomy: Anatomy
    ids: Tensor
    captured: Captured


@functools.cache
def seen(name: str) -> Seen:
    model = {**FAMILIES, **UNUSUAL}[name]()
    anatomy = describe(model)
    want = Want(attn="attn" not in anatomy.missing, neurons="neurons" not in anatomy.missing)
    return Seen(model, anatomy, sample_ids(T), forward(model, anatomy, sample_ids(T), want=want))


def plain(model: PreTrainedModel, ids: Tensor) -> Tensor:
    with torch.no_grad():
        logits: Tensor = model(input_ids=ids[None], use_cache=False).logits[0]
    return logits


def path_of(model: PreTrainedModel, module: nn.Module | None) -> str:
    return next(str(name) for name, each in model.named_modules() if each is module)


def resid(made: Seen) -> Tensor:
    assert made.captured.resid is not None
    return made.captured.resid


@pytest.mark.parametrize("name", UNUSUAL)
def test_what_is_missing_is_said_and_the_rest_is_right(name: str) -> None:
    made = seen(name)
    assert set(made.anatomy.missing) == MISSING.get(name, set())
    assert all(sentence.endswith(".") for sentence in made.anatomy.missing.values())
    assert made.captured.logits is not None
    assert apart(made.captured.logits, plain(made.model, made.ids)) < TOLERANCE
    if made.captured.attn is not None:
        assert bool((made.captured.attn.triu(1) == 0).all())
        assert apart(made.captured.attn.sum(-1), torch.ones(made.captured.attn.shape[:-1])) < TOLERANCE
    assert hooks(made.model) == 0


@pytest.mark.parametrize("name", [name for name in UNUSUAL if name != "gemma4-shared-keys"])
def test_running_from_stored_states_equals_the_whole_forward(name: str) -> None:
    made = seen(name)
    logits = plain(made.model, made.ids)
    for layer in range(made.anatomy.n_layers):
        rest = resume(made.model, made.anatomy, layer, resid(made)[:, layer], token_ids=made.ids)
        assert rest.logits is not None
        assert apart(rest.logits, logits) < TOLERANCE
    assert apart(unembed(made.model, made.anatomy, resid(made)[:, -1]), logits) < TOLERANCE


@pytest.mark.parametrize("name", ["falcon_h1", "gemma4", "deepseek_v3", "bert"])
def test_later_rows_alone_equal_those_of_all(name: str) -> None:
    made = seen(name)
    assert made.captured.attn is not None
    for layer in range(made.anatomy.n_layers):
        states = resid(made)[:, layer]
        again = replay_block(made.model, made.anatomy, layer, states, ("attn",), rows=slice(6, 9), token_ids=made.ids)
        assert apart(again["attn"], made.captured.attn[layer][:, 6:9]) < TOLERANCE


def test_blocks_that_share_keys_are_not_run_alone() -> None:
    made = seen("gemma4-shared-keys")
    with pytest.raises(InputRefused, match="more from the blocks before it"):
        replay_block(made.model, made.anatomy, 3, resid(made)[:, 3], ("attn",))


@pytest.mark.parametrize(
    ("name", "down"),
    [
        ("gemma4", "model.layers.1.mlp.down_proj"),  # not the projection of the input per layer
        ("granitemoehybrid", "model.layers.1.shared_mlp.output_linear"),
        ("falcon_h1", "model.layers.1.feed_forward.down_proj"),
        ("jamba", "model.layers.1.feed_forward.down_proj"),
        ("bert", "bert.encoder.layer.1.output.dense"),
    ],
)
def test_neurons_are_those_of_the_feed_forward_part(name: str, down: str) -> None:
    made = seen(name)
    assert path_of(made.model, made.anatomy.blocks[1].down_projection) == down
    assert made.captured.neurons is not None
    keys = [key.part for key in keys_of(made.anatomy, 1)]
    assert keys == (["key"] if name == "bert" else ["gate", "up"])


@pytest.mark.parametrize(
    ("name", "out"),
    [("bert", "bert.encoder.layer.1.attention.output.dense"), ("deepseek_v3", "model.layers.1.self_attn.o_proj")],
)
def test_heads_are_projected_by_what_reads_their_outputs(name: str, out: str) -> None:
    assert path_of(seen(name).model, seen(name).anatomy.blocks[1].out_projection) == out


@pytest.mark.parametrize("name", [name for name in UNUSUAL if name not in ("rwkv", "diffllama")])
@pytest.mark.parametrize("kind", ["neuron", "head"])
def test_switching_off_equals_a_plain_forward_without_the_columns(name: str, kind: str) -> None:
    made = seen(name)
    site = Site("neuron", 1, 3) if kind == "neuron" else Site("head", 1, 2)
    block = made.anatomy.blocks[1]
    module = block.down_projection if kind == "neuron" else block.out_projection
    if module is None or (kind == "neuron" and not made.anatomy.d_mlp):
        with pytest.raises(InputRefused):
            check_site(made.anatomy, site)
        return
    model = copy.deepcopy(made.model)
    weight = model.get_submodule(path_of(made.model, module)).weight
    assert isinstance(weight, Tensor)
    width = 1 if kind == "neuron" else weight.shape[1] // made.anatomy.n_heads
    with torch.no_grad():
        weight[:, site.index * width : (site.index + 1) * width] = 0
    got = forward(made.model, made.anatomy, made.ids, plan=Plan((Change(site, 0.0),)))
    assert got.logits is not None
    assert apart(got.logits, plain(model, made.ids)) < TOLERANCE
    assert not torch.equal(got.logits, plain(made.model, made.ids))


def test_heads_of_different_widths_are_cut_where_they_lie() -> None:
    anatomy = seen("gemma4-wide-heads").anatomy
    assert [block.head_dim for block in anatomy.blocks] == [8, 16, 8, 16]
    assert columns(anatomy, Site("head", 1, 2)) == slice(32, 48)


@pytest.mark.parametrize("index", [0, 1])
def test_heads_that_are_subtracted_from_one_another_are_not_told_apart(index: int) -> None:
    made = seen("diffllama")
    assert "combined with one another" in made.anatomy.missing["heads"]
    with pytest.raises(InputRefused, match="combined with one another"):
        check_site(made.anatomy, Site("head", 1, index))
    assert made.anatomy.why_missing("attn") is None


@pytest.mark.parametrize("name", ["gemma4-experts", "granitemoehybrid", "deepseek_v3-experts", "falcon_h1"])
def test_without_its_parts_a_block_hands_on_what_it_gets(name: str) -> None:
    made, layer = seen(name), 1
    plan = Plan((Change(Site("attention", layer), 0.0), Change(Site("mlp", layer), 0.0)))
    got = forward(made.model, made.anatomy, made.ids, plan=plan).resid
    assert got is not None
    entering, leaving = got[:, layer].flatten(), got[:, layer + 1].flatten()
    if name == "falcon_h1":  # a third part stands beside the two
        assert apart(leaving, entering) > 0.01
        return
    scale = (leaving @ entering) / (entering @ entering)
    assert apart(leaving, entering * scale) < 1e-4


def test_a_feed_forward_part_in_two_pieces_is_not_scaled_by_one_of_them() -> None:
    made = seen("granitemoehybrid-experts")
    with pytest.raises(InputRefused, match="builds its mlp"):
        check_site(made.anatomy, Site("mlp", 1))


@pytest.mark.parametrize(
    ("name", "scale", "cap"),
    [("minicpm3", 0.5, None), ("nanochat", 1.0, 15.0), ("gemma2", 1.0, 3.0), ("granite", 0.25, None)],
)
def test_factor_and_cap_of_the_head_are_measured(name: str, scale: float, cap: float | None) -> None:
    made = seen(name)
    head = readout(made.anatomy)
    assert made.anatomy.logit_scale == pytest.approx(scale, rel=1e-5)
    assert made.anatomy.logit_softcap == cap
    state, logits = resid(made)[-1, -1], plain(made.model, made.ids)
    value = float(state @ head.direction(7)) / head.norm.apart(state) + head.constant(7)
    if cap is not None:
        value = cap * float(torch.tanh(torch.tensor(value / cap)))
    assert value == pytest.approx(float(logits[-1, 7]), rel=1e-3, abs=1e-3)


@pytest.mark.parametrize("name", ["bert", "modernbert-decoder"])
def test_a_head_with_a_layer_of_its_own_is_not_read_through(name: str) -> None:
    with pytest.raises(InputRefused, match="not a single matrix"):
        readout(seen(name).anatomy)


def test_a_table_of_inputs_per_layer_is_no_table_of_positions() -> None:
    assert seen("gemma4").anatomy.position_table is None
    assert seen("gemma4").anatomy.position_scheme == "rotary"
    assert path_of(seen("bert").model, seen("bert").anatomy.position_table) == "bert.embeddings.position_embeddings"


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
@pytest.mark.parametrize("name", ["llama", "gemma2", "gpt2", "falcon-alibi", "granite", "gemma4", "granitemoehybrid"])
def test_rounding_in_half_precision_is_taken_for_no_other_computation(name: str, dtype: torch.dtype) -> None:
    model: PreTrainedModel = {**FAMILIES, **UNUSUAL}[name]().to(dtype=dtype)  # type: ignore[call-arg]
    found, exact = describe(model), seen(name).anatomy
    assert found.missing.keys() == exact.missing.keys()
    assert (found.caches, found.plain_head, found.zero_alibi) == (exact.caches, exact.plain_head, exact.zero_alibi)
    assert (found.logit_scale, found.logit_softcap) == (exact.logit_scale, exact.logit_softcap)


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_a_model_that_looks_ahead_is_refused(name: str) -> None:
    model = BOTH_WAYS[name]()
    with pytest.raises(ModelUnusable, match="does not continue texts"):
        describe(model)
    assert hooks(model) == 0


def test_blocks_that_run_twice_are_no_chain() -> None:
    model = FAMILIES["llama"]()
    layers = model.get_submodule("model.layers")
    assert isinstance(layers, nn.ModuleList)
    layers.append(layers[0])
    model.config.num_hidden_layers = 5
    assert "resid" in describe(model).missing
