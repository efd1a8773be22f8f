"""Probes and knock-outs: read from the true residual stream, and hooks gone afterwards."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from engine.errors import Stopped
from engine.labs.brackets import knockout, language, probe, states
from engine.labs.brackets.net import Net
from engine.labs.brackets.surface import judged


def some(net: Net, count: int = 4, length: int = 10) -> np.ndarray:
    return language.draw(count, length // 2, np.random.default_rng(0), net.language)


def hooks(net: Net) -> int:
    """How many there are, but for those that the library lays once, for good, where it is asked for attention."""
    there = [hook for m in net.model.modules() for hook in (*m._forward_hooks.values(), *m._forward_pre_hooks.values())]
    return sum(not hook.__module__.startswith("transformers.") for hook in there)


def test_resid_begins_with_the_embeddings_and_ends_before_the_final_norm(small_net: Net) -> None:
    ids = some(small_net)
    stream = states.resid(small_net, ids)  # [B, n + 1, L + 1, D]
    body: Any = small_net.model.transformer
    inputs = states.inputs(small_net, ids)
    with torch.no_grad():
        embedded = body.wte(inputs) + body.wpe(torch.arange(inputs.shape[1]))
        logits = small_net.model.lm_head(body.ln_f(torch.tensor(stream[:, :, -1])))
        np.testing.assert_allclose(logits, small_net.model(inputs).logits, atol=1e-4)
    np.testing.assert_allclose(stream[:, :, 0], embedded, atol=1e-6)
    assert hooks(small_net) == 0


def test_a_knocked_out_part_harms_as_much_as_with_its_weights_zeroed(small_net: Net) -> None:
    ids = some(small_net)
    harm = knockout.knock_out(small_net, ids)
    assert harm.intact == pytest.approx(judged(small_net, ids).illegal.mean(), abs=1e-6)
    block: Any = small_net.model.transformer.h[1]
    for module, columns, found in (
        (block.attn.c_proj, slice(8, 16), harm.heads[1, 1]),
        (block.mlp.c_proj, slice(5, 6), harm.neurons[1, 5]),
    ):
        kept = module.weight.detach().clone()
        with torch.no_grad():
            module.weight[columns] = 0.0
        expected = 1 - (small_net.probabilities(ids) * language.legal_sets(ids)).sum(axis=-1).mean()
        with torch.no_grad():
            module.weight.copy_(kept)
        assert harm.intact + found == pytest.approx(expected, abs=1e-6)
    assert hooks(small_net) == 0


def test_scales_of_one_change_nothing_at_all(small_net: Net) -> None:
    inputs = states.inputs(small_net, some(small_net))
    with torch.no_grad():
        before = small_net.model(inputs).logits
        with states.scaled_rows(small_net, 0, "head", torch.ones(len(inputs), 2)):
            assert torch.equal(small_net.model(inputs).logits, before)
    assert hooks(small_net) == 0


def test_the_most_harmful_parts_come_first_and_a_stop_leaves_no_hook(small_net: Net) -> None:
    ids = some(small_net)
    worst = knockout.knock_out(small_net, ids).worst("neuron", 64)
    assert len({site for site, _ in worst}) == 64
    assert [harm for _, harm in worst] == sorted((harm for _, harm in worst), reverse=True)
    with pytest.raises(Stopped):
        knockout.knock_out(small_net, ids, carry_on=lambda: False)
    assert hooks(small_net) == 0


def test_a_probe_is_tested_on_other_strings_than_it_was_fitted_on(small_net: Net) -> None:
    found = probe.probe(small_net, strings=40, longest=18)
    assert found.read.shape == (3, 20 * 19)  # layers, half the strings times their prefixes
    within = found.length <= small_net.trained_length
    for layer in range(3):
        truth, read = found.depth[within], found.read[layer][within]
        r2 = 1 - ((truth - read) ** 2).sum() / ((truth - truth.mean()) ** 2).sum()
        assert found.r2_in[layer] == pytest.approx(r2, abs=1e-4)
    assert (found.r2_in < 1.0).all()


def test_a_cloud_keeps_distances_when_it_is_turned_to_another(small_net: Net) -> None:
    ids = some(small_net)
    first = probe.cloud(small_net, ids, 2)
    other = probe.cloud(small_net, ids, 1)
    turned = probe.cloud(small_net, ids, 1, like=first.points3)
    gaps = [np.linalg.norm(c.points3[3:] - c.points3[:-3], axis=1) for c in (other, turned)]
    np.testing.assert_allclose(gaps[0], gaps[1], rtol=1e-3, atol=1e-4)
    again = probe.cloud(small_net, ids, 2, like=first.points3)
    np.testing.assert_allclose(again.points3, first.points3, atol=1e-3)
    flat = states.resid(small_net, ids)[:, :, 1].reshape(-1, 16)
    np.testing.assert_allclose((flat - turned.centre) @ turned.axes.T, turned.points3, atol=1e-3)


def test_attention_rows_sum_to_one_and_look_back_only(small_net: Net) -> None:
    maps = probe.attention(small_net, some(small_net)[0])
    assert maps.shape == (2, 2, 11, 11)
    np.testing.assert_allclose(maps.sum(axis=-1), 1.0, atol=1e-6)
    assert (np.triu(maps, 1) == 0).all()
    assert small_net.model.config._attn_implementation == "sdpa"
