"""Effects against autograd on a plain forward and against brute-force ablation, in many families."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from engine.errors import InputRefused, Stopped
from engine.labkit.dispatch import answerer_of
from engine.labs.neurons import attribution, strongest
from engine.labs.neurons.records import AskEffects, AskExact, AskStrongest
from engine.records import Change, Plan, Site
from tests.helpers.families import FAMILIES, MIXTURES, paths
from tests.helpers.sessions import PROMPT, begun, hooks_on, session_of, tiny_session
from tests.helpers.workbench import bench

SOME = ["gpt2", "gpt_neox", "llama", "gemma2", "falcon", "phi3", "opt", "olmo2", "mpt", "cohere", "xglm", "bloom"]


def by_hand(model: Any, family: str, layer: int, which: int, token: int) -> Any:
    """Minus gradient times activation at one module's input, by autograd on a plain forward. [width] float32"""
    module = model.get_submodule(str(paths(family, layer)[which]))
    kept: list[torch.Tensor] = []

    def keep(_module: Any, args: Any) -> Any:
        kept.append(args[0].detach().requires_grad_(True))
        return (kept[0], *args[1:])

    handle = module.register_forward_pre_hook(keep)
    try:
        ids = torch.from_numpy(PROMPT.astype(np.int64))[None]
        model(input_ids=ids, use_cache=False).logits[0, -1, token].backward()
    finally:
        handle.remove()
    assert kept[0].grad is not None
    product = -(kept[0].grad * kept[0].detach()).reshape(-1, kept[0].shape[-1])
    return product.sum(0).numpy()


def off_by_hand(model: Any, family: str, site: Site, head_dim: int) -> Any:
    """Logits after the prompt with a column or a slice at zero, by a plain forward. [V] float32"""
    module = model.get_submodule(str(paths(family, site.layer)[1 if site.kind == "head" else 2]))
    part = slice(site.index, site.index + 1) if site.kind == "neuron" else slice(
        site.index * head_dim, (site.index + 1) * head_dim
    )  # fmt: skip

    def zero(_module: Any, args: Any) -> Any:
        values = args[0].clone()
        values[..., part] = 0
        return (values, *args[1:])

    handle = module.register_forward_pre_hook(zero)
    try:
        with torch.no_grad():
            ids = torch.from_numpy(PROMPT.astype(np.int64))[None]
            return model(input_ids=ids, use_cache=False).logits[0, -1].numpy()
    finally:
        handle.remove()


@pytest.mark.parametrize("family", SOME)
def test_estimates_are_those_of_autograd_by_hand(family: str) -> None:
    session = tiny_session(family)
    begun(session)
    found = attribution.estimate(AskEffects(7), bench(session))
    assert found.neurons is not None
    assert found.heads is not None
    layer = 1
    expected = by_hand(session.model, family, layer, 2, found.token_id)
    np.testing.assert_allclose(found.neurons[layer], expected, atol=1e-4 * max(1, np.abs(expected).max()))
    heads = by_hand(session.model, family, layer, 1, found.token_id)
    expected = heads.reshape(session.anatomy.n_heads, -1).sum(1)
    np.testing.assert_allclose(found.heads[layer], expected, atol=1e-4 * max(1, np.abs(expected).max()))
    assert hooks_on(session.model) == 0


def test_no_parameter_is_left_with_a_gradient() -> None:
    session = tiny_session()
    session.model.requires_grad_(False)
    begun(session)
    attribution.estimate(AskEffects(7), bench(session))
    assert not any(parameter.requires_grad or parameter.grad is not None for parameter in session.model.parameters())


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_exact_effects_are_those_of_plain_forwards_by_hand(family: str) -> None:
    session = tiny_session(family)
    begun(session)
    sites = (Site("neuron", 0, 3), Site("neuron", 2, 7), Site("head", 1, 2), Site("neuron", 2, 0), Site("head", 0, 0))
    found = attribution.measure(AskExact(7, 11, 30, sites), bench(session))
    assert found.changes is not None
    assert found.probs is not None
    assert found.first_ids is not None
    with torch.no_grad():
        intact = session.model(input_ids=torch.from_numpy(PROMPT.astype(np.int64))[None]).logits[0, -1].numpy()
    for row, site in enumerate(sites):
        logits = off_by_hand(session.model, family, site, session.anatomy.head_dim)
        expected = (logits[11] - logits[30]) - (intact[11] - intact[30])
        assert found.changes[row] == pytest.approx(expected, abs=1e-4 * max(1.0, float(np.abs(logits).max())))
        assert found.probs[row] == pytest.approx(float(torch.softmax(torch.tensor(logits), -1)[11]), abs=1e-4)
    assert found.prob == pytest.approx(float(torch.softmax(torch.tensor(intact), -1)[11]), abs=1e-4)
    assert hooks_on(session.model) == 0


def test_the_estimate_of_a_part_that_is_nearly_off_is_its_exact_effect() -> None:
    """First order means: exact where the change is small. All neurons are scaled to a thousandth by the plan."""
    session = tiny_session("gpt2")
    tiny = Plan(tuple(Change(Site("neuron", 1, index), 1e-3) for index in range(6)))
    begun(session, plan=tiny)
    found = attribution.estimate(AskEffects(7, "11"), bench(session))
    sites = tuple(Site("neuron", 1, index) for index in range(6))
    exact = attribution.measure(AskExact(7, found.token_id, -1, sites), bench(session))
    assert found.neurons is not None
    assert exact.changes is not None
    np.testing.assert_allclose(found.neurons[1, :6], exact.changes, atol=5e-5)


def test_a_token_against_another_is_the_difference_of_their_effects() -> None:
    session = tiny_session("llama")
    begun(session)
    both, one, other = (
        attribution.estimate(AskEffects(7, *tokens), bench(session)) for tokens in (("11", "30"), ("11",), ("30",))
    )
    assert both.neurons is not None
    assert one.neurons is not None
    assert other.neurons is not None
    assert (both.token_id, both.against_id) == (11, 30)
    np.testing.assert_allclose(both.neurons, one.neurons - other.neurons, atol=1e-5)
    assert both.value == pytest.approx(one.value - other.value, abs=1e-5)


def test_many_versions_in_small_batches_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    session = tiny_session("llama")
    begun(session)
    ask = AskExact(7, 11, -1, tuple(Site("neuron", 2, index) for index in range(9)))
    whole = attribution.measure(ask, bench(session))
    monkeypatch.setattr(attribution, "TOKENS_AT_ONCE", 16)
    parted = attribution.measure(ask, bench(session))
    assert parted.changes is not None
    assert whole.changes is not None
    np.testing.assert_allclose(parted.changes, whole.changes, atol=1e-5)


def test_a_mixture_of_experts_still_has_heads() -> None:
    session = session_of(MIXTURES["mixtral"]())
    begun(session)
    found = attribution.estimate(AskEffects(7), bench(session))
    assert found.neurons is None
    assert found.heads is not None
    assert found.heads.shape == (4, 4)


def test_refused_in_words_and_stopped_without_a_hook_left() -> None:
    session = tiny_session()
    begun(session)
    for ask in (AskEffects(-1), AskEffects(99), AskEffects(7, "no such token"), AskEffects(7, "#97")):
        with pytest.raises(InputRefused):
            attribution.estimate(ask, bench(session))
    for sites in ((Site("neuron", 9, 0),), (Site("neuron", 0, 99),), (Site("head", 0, 4),)):
        with pytest.raises(InputRefused):
            attribution.measure(AskExact(7, 11, -1, sites), bench(session))
    with pytest.raises(Stopped):
        attribution.estimate(AskEffects(7), bench(session, stop=True))
    with pytest.raises(Stopped):
        attribution.measure(AskExact(7, 11, -1, (Site("neuron", 0, 0),)), bench(session, stop=True))
    assert hooks_on(session.model) == 0
    assert answerer_of(AskEffects) is attribution.estimate


@pytest.mark.parametrize("kind", ["neuron", "head"])
def test_the_strongest_part_leaves_the_token_least(kind: Any) -> None:
    session = tiny_session("llama")
    begun(session)
    found = strongest.answer(AskStrongest(7, 11, kind, 200), bench(session))
    a = session.anatomy
    count = a.d_mlp if kind == "neuron" else a.n_heads
    sites = [Site(kind, layer, index) for layer in range(a.n_layers) for index in range(count)]
    left = [
        torch.softmax(torch.from_numpy(off_by_hand(session.model, "llama", it, a.head_dim)), -1)[11] for it in sites
    ]
    assert found.site == sites[int(np.argmin(left))]
    assert found.without == pytest.approx(float(min(left)), abs=1e-5)
    assert hooks_on(session.model) == 0
