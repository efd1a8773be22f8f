"""Blocks, the rest of the model, and the head, run from stored states, equal the whole forward."""

from __future__ import annotations

import pytest
import torch

from engine.capture.cache import new_cache
from engine.capture.recorder import Captured, Want, forward
from engine.capture.replay import Quantity, final_norm, replay_block, resume, unembed
from engine.errors import InputRefused, Stopped
from engine.records import Change, Plan, Site
from tests.helpers.families import FAMILIES, MIXTURES, OTHERS
from tests.helpers.subjects import Subject, T, apart, plain_forward

EVERY = [*FAMILIES, *MIXTURES, *OTHERS]
TOLERANCE = 1e-5


def _resid(got: Captured) -> torch.Tensor:
    assert got.resid is not None
    return got.resid


def _quantities(family: Subject) -> tuple[Quantity, ...]:
    names: tuple[Quantity, ...] = ("attn", "neurons")
    return tuple(name for name in names if name not in family.anatomy.missing)


@pytest.mark.parametrize("rows_at_once", [T, 3])
@pytest.mark.parametrize("family", [*FAMILIES, *MIXTURES], indirect=True)
def test_replay_equals_what_was_recorded(family: Subject, rows_at_once: int) -> None:
    got = family.captured
    for layer in range(family.anatomy.n_layers):
        again = replay_block(
            family.model,
            family.anatomy,
            layer,
            _resid(got)[:, layer],
            _quantities(family),
            chunk_bytes=4 * family.anatomy.n_heads * T * rows_at_once,
        )
        assert got.attn is not None
        assert apart(again["attn"], got.attn[layer]) < TOLERANCE
        if got.neurons is not None:
            assert apart(again["neurons"], got.neurons[:, layer]) < TOLERANCE


@pytest.mark.parametrize(
    "family", ["llama", "gemma2", "bloom", "falcon-alibi", "gpt_neo", "opt", "mistral", "gpt_oss"], indirect=True
)
def test_chosen_rows_and_heads(family: Subject) -> None:
    got = family.captured
    assert got.attn is not None
    states = _resid(got)[:, 2]
    again = replay_block(family.model, family.anatomy, 2, states, ("attn",), rows=slice(6, 9), heads=(3, 0))
    assert apart(again["attn"], got.attn[2][[3, 0], 6:9]) < TOLERANCE
    last = replay_block(family.model, family.anatomy, 2, states, ("attn",), rows=slice(T - 1, T), heads=(1,))
    assert last["attn"].shape == (1, 1, T)
    assert apart(last["attn"], got.attn[2][[1], T - 1 :]) < TOLERANCE


@pytest.mark.parametrize("family", EVERY, indirect=True)
def test_resuming_at_any_layer_equals_the_whole_forward(family: Subject) -> None:
    got = family.captured
    for layer in range(family.anatomy.n_layers + 1):
        rest = resume(family.model, family.anatomy, layer, _resid(got)[:, layer], family.everything)
        assert rest.first == layer
        assert got.logits is not None
        assert rest.logits is not None
        assert apart(rest.logits, got.logits) < TOLERANCE
        assert apart(_resid(rest), _resid(got)[:, layer:]) < TOLERANCE


@pytest.mark.parametrize("family", EVERY, indirect=True)
def test_unembedding_the_last_states_gives_the_logits(family: Subject) -> None:
    states = _resid(family.captured)[:, -1]
    assert apart(unembed(family.model, family.anatomy, states), plain_forward(family).logits) < TOLERANCE
    shuffled = torch.randperm(T, generator=torch.Generator().manual_seed(0))
    assert (
        apart(unembed(family.model, family.anatomy, states[shuffled]), plain_forward(family).logits[shuffled])
        < TOLERANCE
    )


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2", "bloom", "olmo2", "mamba"], indirect=True)
def test_final_norm_is_what_stands_before_the_head(family: Subject) -> None:
    normed = final_norm(family.anatomy, _resid(family.captured)[:, -1])
    with torch.no_grad():
        last = family.model.base_model(input_ids=family.ids[None], use_cache=False).last_hidden_state[0]
    assert apart(normed, last) < TOLERANCE


@pytest.mark.parametrize(
    "family", ["llama", "mistral", "gemma2", "bloom", "gpt2", "falcon", "gpt_neo", "mpt"], indirect=True
)
def test_generation_goes_on_from_a_resumed_cache_as_with_the_plan_from_the_start(family: Subject) -> None:
    plan = Plan((Change(Site("head", 1, 2), 0.0), Change(Site("neuron", 2, 5), 3.0)))
    model, anatomy = family.model, family.anatomy
    intact, changed = new_cache(model), new_cache(model)
    before = forward(model, anatomy, family.ids[:9], intact)
    forward(model, anatomy, family.ids[:9], changed, plan=plan)
    rest = resume(model, anatomy, 1, _resid(before)[:, 1], plan=plan, below=intact)
    assert rest.cache is not None
    for token in family.ids[9:].split(1):
        ours = forward(model, anatomy, token, rest.cache, plan=plan)
        theirs = forward(model, anatomy, token, changed, plan=plan)
        assert apart(_resid(ours), _resid(theirs)) < TOLERANCE
    assert intact is not None
    assert intact.get_seq_length() == 9


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_what_is_refused(family: Subject) -> None:
    states = _resid(family.captured)[:, 1]
    model, anatomy = family.model, family.anatomy
    with pytest.raises(InputRefused, match="There is no layer 4: this model has layers 0 to 3"):
        replay_block(model, anatomy, 4, states)
    with pytest.raises(InputRefused, match="There is no head 9"):
        replay_block(model, anatomy, 0, states, heads=(9,))
    with pytest.raises(InputRefused, match="States of shape"):
        unembed(model, anatomy, states[:, :5])
    with pytest.raises(InputRefused, match="recomputed from there"):
        resume(model, anatomy, 2, states, plan=Plan((Change(Site("head", 1, 0), 0.0),)))
    with pytest.raises(InputRefused, match=r"lost track of this run.*0 positions cached"):
        resume(model, anatomy, 1, states, below=new_cache(model))


@pytest.mark.parametrize("family", ["mixtral"], indirect=True)
def test_a_missing_quantity_is_refused_with_its_reason(family: Subject) -> None:
    with pytest.raises(InputRefused, match="mixture of experts"):
        replay_block(family.model, family.anatomy, 0, _resid(family.captured)[:, 0], ("neurons",))
    with pytest.raises(InputRefused, match="mixture of experts"):
        forward(family.model, family.anatomy, family.ids, want=Want(neurons=True))


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_a_stopped_replay_leaves_the_model_as_it_was(family: Subject) -> None:
    with pytest.raises(Stopped):
        replay_block(family.model, family.anatomy, 3, _resid(family.captured)[:, 3], stop=lambda: True)
    with pytest.raises(Stopped):
        resume(family.model, family.anatomy, 2, _resid(family.captured)[:, 2], stop=lambda: True)


def test_a_block_whose_forward_was_replaced_gets_its_own_back() -> None:
    model = FAMILIES["llama"]()
    block = model.get_submodule("model.layers.0")
    original = block.forward

    def moved(*args: object, **kwargs: object) -> object:
        return original(*args, **kwargs)

    block.forward = moved
    from engine.capture.recognise import describe

    anatomy = describe(model)
    unembed(model, anatomy, torch.randn(2, 32))
    assert block.forward is moved
