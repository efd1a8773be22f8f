"""One neuron: its readings against the model's own head and forward, its effect and triggers against plain forwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from engine.capture.neuron_weights import keys_of, norm_before_keys, values_of
from engine.capture.norms import norm_of, readout
from engine.capture.recorder import Want, forward
from engine.capture.replay import unembed
from engine.errors import InputRefused, Stopped
from engine.labs.neurons import neuron, search, shares
from engine.labs.neurons.records import (
    AskActive,
    AskHere,
    AskNeuron,
    AskPromoters,
    AskShares,
    AskTriggers,
)
from engine.records import Change, Plan, Site
from tests.helpers.families import FAMILIES
from tests.helpers.sessions import PROMPT, begun, hooks_on, plain_logits, tiny_session
from tests.helpers.workbench import bench

HEADS = sorted(set(FAMILIES) - {"opt-post-norm-projected"})
IDS = torch.from_numpy(PROMPT.astype(np.int64))


@pytest.mark.parametrize("family", sorted(set(HEADS) - {"gemma2"}))
def test_a_state_is_read_as_the_model_reads_it(family: str) -> None:
    session = tiny_session(family)
    head = readout(session.anatomy)
    state = torch.randn(session.anatomy.d_model, generator=torch.Generator().manual_seed(1)) * 3
    logits = unembed(session.model, session.anatomy, state[None])[0]
    for token in (0, 7, 96):
        got = float(state @ head.direction(token)) / head.norm.apart(state) + head.constant(token)
        assert got == pytest.approx(float(logits[token]), abs=2e-4 * max(1.0, float(logits.abs().max())))
    every = head.read(state[None])[0] / head.norm.apart(state)
    one = float(state @ head.direction(7)) / head.norm.apart(state)
    assert float(every[7]) == pytest.approx(one, abs=1e-4)


@pytest.mark.parametrize("family", ["llama", "gpt2", "phi3", "gemma", "glm4", "starcoder2", "opt", "mpt", "cohere"])
def test_values_and_keys_are_the_models_own(family: str) -> None:
    """down(neurons) is neurons @ values + bias, and the keys on the normed stream give what the activation meets."""
    session = tiny_session(family)
    anatomy, layer = session.anatomy, 1
    block = anatomy.blocks[layer]
    assert block.down_projection is not None
    seen: dict[str, torch.Tensor] = {}
    handle = block.down_projection.register_forward_hook(
        lambda _m, args, out: seen.update(
            given=args[0].reshape(-1, args[0].shape[-1]), out=out.reshape(-1, out.shape[-1])
        )
    )
    states = forward(session.model, anatomy, IDS, want=Want(logits="none")).resid
    handle.remove()
    assert states is not None
    bias = getattr(block.down_projection, "bias", None)
    expected = seen["given"] @ values_of(anatomy, layer) + (0 if bias is None else bias)
    torch.testing.assert_close(expected, seen["out"], atol=1e-4, rtol=1e-4)
    keys = keys_of(anatomy, layer)
    assert [key.part for key in keys] in (["gate", "up"], ["key"])
    assert all(key.rows.shape == (anatomy.d_mlp, anatomy.d_model) for key in keys)
    assert norm_before_keys(session.model, anatomy, layer) is not None
    assert hooks_on(session.model) == 0


def test_gate_times_up_is_the_activation_of_a_gated_mlp() -> None:
    for family in ("llama", "phi3", "glm4"):
        session = tiny_session(family)
        block = session.anatomy.blocks[2]
        gate, up = keys_of(session.anatomy, 2)
        kept: list[torch.Tensor] = []
        mlp: Any = session.model.get_submodule("model.layers.2.mlp")
        handle = mlp.register_forward_pre_hook(lambda _m, args, kept=kept: kept.append(args[0][0]))
        captured = forward(session.model, session.anatomy, IDS, want=Want(neurons=True, logits="none"))
        handle.remove()
        assert captured.neurons is not None
        expected = torch.nn.functional.silu(kept[0] @ gate.rows.T) * (kept[0] @ up.rows.T)
        torch.testing.assert_close(captured.neurons[:, 2], expected, atol=1e-4, rtol=1e-4)
        assert block.down_projection is not None


def test_the_key_of_a_plain_mlp_is_its_row_with_the_norms_gain() -> None:
    session = tiny_session("gpt2")
    found = neuron.read(AskNeuron(1, 3), bench(session))
    block: Any = session.model.get_submodule("transformer.h.1")
    row = block.mlp.c_fc.weight[:, 3] * block.ln_2.weight
    row = (row - row.mean()).detach()
    embedding = session.anatomy.embedding_weight
    cosine = torch.nn.functional.cosine_similarity(embedding, row[None], dim=-1)
    assert [key.part for key in found.keys] == ["key"]
    assert found.gain_in_keys
    np.testing.assert_array_equal(found.keys[0].along, cosine.topk(12).indices)
    np.testing.assert_allclose(found.keys[0].against_cosine, -(-cosine).topk(12).values, atol=1e-5)
    value = block.mlp.c_proj.weight[3].detach()
    centred = (value - value.mean()) * session.model.transformer.ln_f.weight.detach()  # type: ignore[union-attr,operator]
    logits = centred @ embedding.T
    np.testing.assert_array_equal(found.promoted, logits.topk(12).indices)
    np.testing.assert_allclose(found.promoted_logits, logits.topk(12).values, atol=1e-4)
    assert (np.diff(found.suppressed_logits) >= 0).all()


def test_a_norm_that_is_none_is_not_taken_for_one() -> None:
    assert norm_of(torch.nn.Linear(8, 8), 8) is None
    assert norm_of(torch.nn.Softmax(-1), 8) is None
    odd = torch.nn.LayerNorm(7)
    torch.nn.init.normal_(odd.weight)
    found = norm_of(odd, 7)
    assert found is not None
    torch.testing.assert_close(found.gain, odd.weight.detach(), atol=1e-3, rtol=1e-3)


# -- along a text ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("family", ["llama", "gpt2", "gpt_neox", "gemma2", "mistral"])
def test_here_is_what_plain_forwards_say(family: str) -> None:
    session = tiny_session(family)
    begun(session)
    found = neuron.here(AskHere(7, 1, 5), bench(session))
    captured = forward(session.model, session.anatomy, IDS, want=Want(neurons=True))
    off = forward(session.model, session.anatomy, IDS, plan=Plan((Change(Site("neuron", 1, 5), 0.0),))).logits
    assert captured.neurons is not None
    assert captured.logits is not None
    assert off is not None
    np.testing.assert_allclose(found.activations, captured.neurons[:, 1, 5], atol=1e-5)
    before, after = torch.log_softmax(captured.logits, -1), torch.log_softmax(off, -1)
    kl = torch.nn.functional.kl_div(after, before, log_target=True, reduction="none").sum(-1) / np.log(2)
    np.testing.assert_allclose(found.kl, kl.clamp_min(0), atol=1e-4)
    rise = (before - after)[torch.arange(7), IDS[1:]] / np.log(2)
    np.testing.assert_allclose(found.surprisal[:-1], rise, atol=1e-4)
    assert np.isnan(found.surprisal[-1])
    assert hooks_on(session.model) == 0


def test_triggers_of_a_file_are_its_largest_activations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = tiny_session("llama")
    rng = np.random.default_rng(0)
    ids = rng.integers(5, 97, 90)
    path = tmp_path / "text.txt"
    path.write_text("\n\n".join(" ".join(map(str, part)) for part in np.split(ids, 3)), encoding="utf-8")
    monkeypatch.setattr(neuron, "WINDOW", 32)
    found = neuron.triggers(AskTriggers(2, 9, str(path), 5), bench(session))
    values = []
    for low in range(0, 90, 32):
        captured = forward(
            session.model, session.anatomy, torch.from_numpy(ids[low : low + 32]), want=Want(neurons=True)
        )
        assert captured.neurons is not None
        values.append(captured.neurons[1:, 2, 9].numpy())  # the first token of a piece does not count
    every = np.concatenate(values)
    order = np.argsort(-np.abs(every), kind="stable")[:5]
    np.testing.assert_allclose(found.tops, every[order], atol=1e-5)
    np.testing.assert_array_equal(found.contexts[:, found.at], np.delete(ids, [0, 32, 64])[order])
    assert found.counts.sum() == found.n_tokens == 87
    assert found.mean == pytest.approx(every.mean(), abs=1e-5)
    assert found.share_positive == pytest.approx((every > 0).mean())
    assert found.note == "2 empty lines were left out."
    row = found.context_values[0][np.isfinite(found.context_values[0])]
    assert float(found.tops[0]) in row.tolist()


def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path: Path) -> None:
    session = tiny_session()
    wrong, empty = tmp_path / "latin.txt", tmp_path / "empty.txt"
    wrong.write_bytes("première ligne\n".encode() + "été".encode("latin-1"))
    empty.write_text("\n \n", encoding="utf-8")
    for path, word in ((wrong, "Line 2"), (empty, "no text"), (tmp_path / "none.txt", "cannot be read")):
        with pytest.raises(InputRefused, match=word):
            neuron.triggers(AskTriggers(0, 0, str(path)), bench(session))
    with pytest.raises(InputRefused, match="no neuron 99"):
        neuron.read(AskNeuron(0, 99), bench(session))
    with pytest.raises(Stopped):
        neuron.triggers(AskTriggers(0, 0), bench(session, stop=True))
    assert hooks_on(session.model) == 0


# -- finding -----------------------------------------------------------------------------------------------------


def test_promoters_are_those_of_a_plain_product() -> None:
    session = tiny_session("llama")
    model: Any = session.model
    found = search.promoters(AskPromoters("11", 20), bench(session))
    direction = model.lm_head.weight[11].detach() * model.model.norm.weight.detach()
    scores = torch.stack([layer.mlp.down_proj.weight.detach().T @ direction for layer in model.model.layers])
    order = scores.abs().ravel().argsort(descending=True)[:20]
    np.testing.assert_allclose(found.scores, scores.ravel()[order], atol=1e-4)
    assert (found.token_id, int(found.layers[0]) * 48 + int(found.indices[0])) == (11, int(order[0]))


def test_the_most_active_and_the_most_different_are_those_of_two_forwards() -> None:
    session = tiny_session("llama")
    begun(session)
    model: Any = session.model
    lengths = torch.stack([layer.mlp.down_proj.weight.detach().norm(dim=0) for layer in model.model.layers])

    def last(ids: torch.Tensor) -> torch.Tensor:
        captured = forward(session.model, session.anatomy, ids, want=Want(neurons=True))
        assert captured.neurons is not None
        return captured.neurons[-1]

    here, there = last(IDS), last(torch.tensor([9, 40, 41]))
    active = search.most_active(AskActive(7, count=10), bench(session))
    np.testing.assert_allclose(
        active.writes, (here.abs() * lengths).ravel().sort(descending=True).values[:10], atol=1e-4
    )
    assert np.isnan(active.there).all()
    differ = search.most_active(AskActive(7, "9 40 41", 10), bench(session))
    expected = ((here - there).abs() * lengths).ravel().sort(descending=True).values[:10]
    np.testing.assert_allclose(differ.writes, expected, atol=1e-4)
    np.testing.assert_allclose(differ.there, there.numpy()[differ.layers, differ.indices], atol=1e-5)
    assert differ.other_tokens == 3


# -- shares ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("family", HEADS)
def test_shares_sum_to_the_logit(family: str) -> None:
    session = tiny_session(family)
    begun(session)
    found = shares.answer(AskShares(7), bench(session))
    logits = plain_logits(session.model, PROMPT)[-1]
    parts = found.embedding + found.constant + found.remainder.sum() + np.nansum(found.attention) + np.nansum(found.mlp)
    size = max(1.0, float(np.abs(logits).max()))
    assert parts == pytest.approx(found.logit, abs=1e-3 * size)
    if not found.capped:
        assert found.token_id == int(logits.argmax())
        assert found.logit == pytest.approx(float(logits.max()), abs=1e-3 * size)
    assert hooks_on(session.model) == 0


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2", "olmo2", "phi"])
def test_neurons_shares_and_the_bias_are_their_mlps(family: str) -> None:
    session = tiny_session(family)
    begun(session)
    found = shares.answer(AskShares(7, count=10_000), bench(session))
    anatomy = session.anatomy
    assert len(found.neuron_shares) == anatomy.n_layers * anatomy.d_mlp
    by_layer = [found.neuron_shares[found.neuron_layers == layer].sum() for layer in range(anatomy.n_layers)]
    np.testing.assert_allclose(by_layer, found.neuron_sums, atol=1e-3)
    no_bias = family in ("llama", "gemma2", "olmo2")
    if no_bias:
        np.testing.assert_allclose(found.neuron_sums, found.mlp, atol=2e-3)


def test_a_share_is_what_the_logit_loses_when_the_last_mlps_neuron_is_taken_out_with_the_scale_held() -> None:
    session = tiny_session("llama")
    begun(session)
    found = shares.answer(AskShares(7, count=10_000), bench(session))
    model: Any = session.model
    captured = forward(session.model, session.anatomy, IDS, want=Want(neurons=True))
    assert captured.resid is not None
    assert captured.neurons is not None
    last, scale = captured.resid[-1, -1], captured.resid[-1, -1].pow(2).mean().add(1e-6).sqrt()
    direction = model.lm_head.weight[found.token_id].detach() * model.model.norm.weight.detach() / scale
    for index in (0, 17):
        row = np.flatnonzero((found.neuron_layers == 3) & (found.neuron_indices == index))[0]
        value = model.model.layers[3].mlp.down_proj.weight[:, index].detach() * captured.neurons[-1, 3, index]
        assert found.neuron_shares[row] == pytest.approx(float(value @ direction), abs=1e-4)
    assert found.logit == pytest.approx(float(last @ direction), abs=1e-3)
