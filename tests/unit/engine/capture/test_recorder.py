"""Hooks are gone and the attention code is restored after success, error and stop; captured arrays alias nothing."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, nn

from engine.capture.cache import new_cache
from engine.capture.gather import MOST_KEPT
from engine.capture.recognise import describe
from engine.capture.recorder import Recorder, Want, forward
from engine.errors import InputRefused, Stopped
from engine.records import Change, Plan, Site
from tests.helpers.families import FAMILIES, sample_ids
from tests.helpers.subjects import Subject, apart, hooks

ALL = Want(attn=True, neurons=True)
PLAN = Plan((Change(Site("neuron", 0, 1), 0.0), Change(Site("mlp", 1), 0.5)))


def test_hooks_are_there_inside_and_gone_after_success() -> None:
    model = FAMILIES["llama"]()
    anatomy = describe(model)
    with Recorder(model, anatomy, ALL, plan=PLAN, stop=lambda: False) as recorder:
        assert hooks(model) > 0
        assert model.config._attn_implementation == anatomy.attention_with_weights
        recorder.run(sample_ids(4))
    assert hooks(model) == 0
    assert model.config._attn_implementation == "sdpa"


def test_hooks_are_gone_after_an_error_in_the_model() -> None:
    model = FAMILIES["llama"]()
    anatomy = describe(model)
    with pytest.raises(IndexError):
        forward(model, anatomy, torch.tensor([10_000]), want=ALL, plan=PLAN)
    assert hooks(model) == 0
    assert model.config._attn_implementation == "sdpa"


def test_hooks_are_gone_after_a_refused_plan() -> None:
    model = FAMILIES["llama"]()
    anatomy = describe(model)
    with pytest.raises(InputRefused):
        forward(model, anatomy, sample_ids(4), want=ALL, plan=Plan((Change(Site("head", 99, 0)),)))
    assert hooks(model) == 0
    assert model.config._attn_implementation == "sdpa"


@pytest.mark.parametrize("calls", [1, 3, 5])
def test_a_stop_takes_effect_at_the_next_block(calls: int) -> None:
    model = FAMILIES["llama"]()
    anatomy = describe(model)
    asked = ran = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        return asked >= calls

    def count(_module: nn.Module, _args: tuple[object, ...]) -> None:
        nonlocal ran
        ran += 1

    counters = [block.module.register_forward_pre_hook(count) for block in anatomy.blocks]
    with pytest.raises(Stopped):
        forward(model, anatomy, sample_ids(4), want=ALL, stop=stop)
    for counter in counters:
        counter.remove()
    assert asked == calls
    assert ran == calls - 1 or (calls == 1 and ran <= 1)
    assert hooks(model) == 0


def test_captured_arrays_are_not_touched_by_later_forwards() -> None:
    model = FAMILIES["llama"]()
    anatomy = describe(model)
    with Recorder(model, anatomy, ALL) as recorder:
        first = recorder.run(sample_ids(6))
        copies = [
            values.clone() for values in (first.resid, first.attn, first.neurons, first.logits) if values is not None
        ]
        recorder.run(sample_ids(6, seed=1))
        for values, copied in zip((first.resid, first.attn, first.neurons, first.logits), copies, strict=True):
            assert values is not None
            assert torch.equal(values, copied)


def test_captured_arrays_alias_no_live_tensor() -> None:
    model = FAMILIES["llama"]()
    anatomy = describe(model)
    seen: list[Tensor] = []
    handles = [
        module.register_forward_hook(
            lambda _module, args, out: seen.extend(v for v in (*args, out) if isinstance(v, Tensor))
        )
        for module in model.modules()
    ]
    for length in (6, MOST_KEPT + 1):
        got = forward(model, anatomy, sample_ids(length), want=ALL)
        addresses = {tensor.untyped_storage().data_ptr() for tensor in seen}
        for values in (got.resid, got.attn, got.neurons):
            assert values is not None
            assert values.untyped_storage().data_ptr() not in addresses
    for handle in handles:
        handle.remove()


@pytest.mark.parametrize("family", ["llama", "mistral", "gpt2", "falcon", "opt", "bloom"], indirect=True)
def test_both_ways_of_gathering_agree(family: Subject) -> None:
    ids = sample_ids(MOST_KEPT + 8)
    whole = forward(family.model, family.anatomy, ids, want=ALL)  # copied as it appears
    cache = new_cache(family.model)
    parts = [forward(family.model, family.anatomy, piece, cache, ALL) for piece in ids.split(MOST_KEPT - 2)]  # kept
    for name in ("resid", "neurons", "logits"):
        assert apart(torch.cat([getattr(part, name) for part in parts]), getattr(whole, name)) < 1e-5
    for part in parts:
        assert part.attn is not None
        assert whole.attn is not None
        rows = slice(part.start, part.start + part.attn.shape[2])
        assert apart(part.attn, whole.attn[:, :, rows, : rows.stop]) < 1e-5


def test_states_that_are_overwritten_later_in_a_forward_are_recorded_as_they_were() -> None:
    model = FAMILIES["llama"]()
    block = model.get_submodule("model.layers.1")
    plain = block.forward

    def spoils_its_input(states: Tensor, *args: object, **kwargs: object) -> object:
        result = plain(states.clone(), *args, **kwargs)
        states.zero_()
        return result

    expected = forward(model, describe(model), sample_ids(6)).resid
    block.forward = spoils_its_input
    anatomy = describe(model)
    assert anatomy.overwrites
    got = forward(model, anatomy, sample_ids(6)).resid
    assert got is not None
    assert expected is not None
    assert torch.equal(got, expected)


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_no_tokens_are_refused(family: Subject) -> None:
    with pytest.raises(InputRefused, match="no tokens"):
        forward(family.model, family.anatomy, torch.tensor([], dtype=torch.long))


def test_weights_that_are_not_numbers_are_recorded_as_such() -> None:
    model = FAMILIES["llama"]()
    anatomy = describe(model)
    with torch.no_grad():
        weight = model.get_submodule("model.layers.2.mlp.down_proj").weight
        assert isinstance(weight, Tensor)
        weight.fill_(math.nan)
    got = forward(model, anatomy, sample_ids(4), want=ALL)
    assert got.resid is not None
    assert bool(got.resid[:, :3].isfinite().all())
    assert bool(got.resid[:, 3:].isnan().all())


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_is_recorded_as_float32(dtype: torch.dtype) -> None:
    model = FAMILIES["gemma2"]().to(dtype)  # type: ignore[arg-type]
    got = forward(model, describe(model), sample_ids(6), want=ALL)
    for values in (got.resid, got.attn, got.neurons, got.logits):
        assert values is not None
        assert values.dtype == torch.float32
    assert got.attn is not None
    assert float((got.attn.sum(-1) - 1).abs().max()) < 0.02
