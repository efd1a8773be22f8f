"""Every family: what is recorded equals an independent forward, cached as uncached, and attention is a distribution."""

from __future__ import annotations

import copy

import pytest
import torch

from engine.capture.cache import new_cache
from engine.capture.recognise import describe
from engine.capture.recorder import Want, forward
from engine.libraries.transformers_inside import fork, repeated
from tests.helpers.families import FAMILIES, MIXTURES, OTHERS, WINDOW, paths
from tests.helpers.subjects import Subject, T, apart, plain_forward

EVERY = [*FAMILIES, *MIXTURES, *OTHERS]
ATTENTIVE = [*FAMILIES, *MIXTURES]
SINGLE = {"xglm", "gpt_oss", *MIXTURES}  # the library's code for these knows no double precision
TOLERANCE = 1e-5


@pytest.mark.parametrize("family", EVERY, indirect=True)
def test_recorded_equals_an_independent_forward(family: Subject) -> None:
    plain, got = plain_forward(family), family.captured
    assert got.logits is not None
    assert got.resid is not None
    assert apart(got.logits, plain.logits) < TOLERANCE
    assert apart(got.resid, torch.stack(plain.resid, 1)) < TOLERANCE
    if plain.neurons:
        assert got.neurons is not None
        assert apart(got.neurons, torch.stack(plain.neurons, 1)) < TOLERANCE
    if (
        plain.attn is not None and not family.anatomy.zero_alibi
    ):  # there the library's eager code is wrong: see test_quirks
        assert got.attn is not None
        assert apart(got.attn, torch.stack(plain.attn)) < TOLERANCE


@pytest.mark.parametrize("family", EVERY, indirect=True)
def test_without_attention_the_logits_are_those_of_the_model_as_loaded_to_the_bit(family: Subject) -> None:
    got = forward(family.model, family.anatomy, family.ids)
    assert got.logits is not None
    assert torch.equal(got.logits, plain_forward(family).logits)


@pytest.mark.parametrize("family", ATTENTIVE, indirect=True)
def test_step_by_step_equals_one_forward(family: Subject) -> None:
    model = copy.deepcopy(family.model)
    if family.name not in SINGLE:
        model.double()  # products of other shapes are rounded otherwise
    anatomy, cache = describe(model), new_cache(model)
    whole = forward(model, anatomy, family.ids, want=family.everything)
    pieces = [family.ids[:5], *family.ids[5:].split(1)]
    parts = [forward(model, anatomy, piece, cache, family.everything) for piece in pieces]
    for name in ("logits", "resid", "neurons"):
        values = getattr(whole, name)
        if values is not None:
            assert apart(torch.cat([getattr(part, name) for part in parts]), values) < TOLERANCE, name
    assert whole.attn is not None
    for part in parts:
        assert part.attn is not None
        rows = slice(part.start, part.start + part.attn.shape[2])
        assert apart(part.attn, whole.attn[:, :, rows, : rows.stop]) < TOLERANCE


@pytest.mark.parametrize("family", ATTENTIVE, indirect=True)
def test_attention_is_a_distribution_over_the_past(family: Subject) -> None:
    attn = family.captured.attn
    assert attn is not None
    later = torch.ones(T, T).triu(1).bool()
    assert bool((attn[:, :, later] == 0).all())
    sums = attn.sum(-1)
    if family.anatomy.sinks:
        assert float((1.0 - sums).max()) > 0.1
        assert float(sums.max()) < 1.0 + TOLERANCE
    else:
        assert apart(sums, torch.ones_like(sums)) < TOLERANCE


@pytest.mark.parametrize(
    "family",
    ["mistral", "qwen2-sliding", "gemma2", "gemma3", "phi3-sliding", "olmo3", "cohere2", "gpt_neo", "gpt_oss"],
    indirect=True,
)
def test_sliding_layers_see_exactly_their_window(family: Subject) -> None:
    attn = family.captured.attn
    assert attn is not None
    outside = torch.ones(T, T).tril(-WINDOW).bool()
    windowed = [bool((layer[:, outside] == 0).all()) for layer in attn]
    everywhere = family.name in ("mistral", "phi3-sliding")
    assert all(windowed) if everywhere else any(windowed) and not all(windowed)
    for layer, narrow in zip(attn, windowed, strict=True):
        if narrow:
            assert bool((layer[:, torch.ones(T, T).tril().bool() & ~outside] > 0).all())


@pytest.mark.parametrize("family", EVERY, indirect=True)
def test_parts_are_the_ones_the_source_names(family: Subject) -> None:
    for layer, block in enumerate(family.anatomy.blocks):
        if family.name in OTHERS:
            assert (block.attention, block.out_projection, block.down_projection) == (None, None, None)
            continue
        whole, out, down = paths(family.name, layer)
        assert block.module is family.model.get_submodule(whole)
        assert block.out_projection is family.model.get_submodule(out)
        if down is not None:
            assert block.down_projection is family.model.get_submodule(down)


@pytest.mark.parametrize("family", ["llama", "mistral", "bloom", "falcon", "gpt_neo", "gpt_oss"], indirect=True)
def test_alternatives_at_one_place_equal_single_steps_and_leave_the_cache(family: Subject) -> None:
    cache = new_cache(family.model)
    assert cache is not None
    forward(family.model, family.anatomy, family.ids[:8], cache)
    choices = torch.tensor([7, 30, 55])
    together = forward(family.model, family.anatomy, choices[:, None], repeated(cache, 3), family.everything)
    assert cache.get_seq_length() == 8
    for row, choice in enumerate(choices):
        alone = forward(family.model, family.anatomy, choice[None], fork(cache), family.everything)
        for name in ("resid", "logits", "neurons"):
            if getattr(alone, name) is not None:
                assert apart(getattr(together, name)[row], getattr(alone, name)[0]) < TOLERANCE, name
        assert together.attn is not None
        assert alone.attn is not None
        assert apart(together.attn[:, :, row], alone.attn[:, :, 0]) < TOLERANCE


@pytest.mark.parametrize("family", ["llama", "gpt2", "cohere", "opt-post-norm-projected"], indirect=True)
def test_only_the_last_logits_can_be_asked_for(family: Subject) -> None:
    assert family.captured.logits is not None
    last = forward(family.model, family.anatomy, family.ids, want=Want(logits="last")).logits
    assert last is not None
    assert apart(last, family.captured.logits[-1:]) < TOLERANCE
    assert forward(family.model, family.anatomy, family.ids, want=Want(logits="none")).logits is None
