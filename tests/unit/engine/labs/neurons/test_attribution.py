"""Effects against autograd on a plain forward and against brute-force ablation, in many families."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
import torch

from engine.capture.recognise import describe
from engine.errors import InputRefused, Stopped
from engine.generation.session import Session
from engine.generation.settings import Settings
from engine.labkit.dispatch import answerer_of
from engine.labkit.workbench import Workbench
from engine.labs.neurons import attribution, strongest
from engine.labs.neurons.records import AskEffects, AskExact, AskStrongest, Effects, Exact
from engine.models.load import LoadedModel
from engine.records import Change, Plan, Site
from tests.helpers.families import FAMILIES, MIXTURES, paths
from tests.helpers.runs import tiny_info
from tests.helpers.sessions import PROMPT, begun, hooks_on, session_of, tiny_session
from tests.helpers.workbench import bench

SOME = ["gpt2", "gpt_neox", "llama", "gemma2", "falcon", "phi3", "opt", "olmo2", "mpt", "cohere", "xglm", "bloom"]


def by_hand(model: Any, family: str, layer: int, which: int, token: int) -> Any:
    """Minus gradient of log₂ p times activation at one module's input, on a plain forward. [width] float32"""
    module = model.get_submodule(str(paths(family, layer)[which]))
    kept: list[torch.Tensor] = []

    def keep(_module: Any, args: Any) -> Any:
        kept.append(args[0].detach().requires_grad_(True))
        return (kept[0], *args[1:])

    handle = module.register_forward_pre_hook(keep)
    try:
        ids = torch.from_numpy(PROMPT.astype(np.int64))[None]
        probs = torch.softmax(model(input_ids=ids, use_cache=False).logits[0, -1].double(), -1)
        torch.log2(probs[token]).backward()
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
    nats = np.log(2)  # single tokens are measured in bits, a difference of logits is one of natural logarithms
    np.testing.assert_allclose(both.neurons, (one.neurons - other.neurons) * nats, atol=1e-5)
    assert both.value == pytest.approx((one.value - other.value) * nats, abs=1e-5)


def agreement(
    made: Workbench, node: int, against: str = "", ranks_of: Sequence[int] = range(30)
) -> tuple[Any, Exact, Any]:
    """Estimates [n] of the parts at these ranks, what was measured, and the token's log₂ probabilities without each."""
    found = attribution.estimate(AskEffects(node, against=against), made)
    exact = attribution.measure(AskExact(node, found.token_id, found.against_id, largest(found, ranks_of)), made)
    tables = {"neuron": found.neurons, "head": found.heads}
    estimates = np.array([tables[site.kind][site.layer, site.index] for site in exact.sites])  # type: ignore[index]
    assert exact.probs is not None
    return estimates, exact, np.log2(exact.probs)


def largest(found: Effects, at: Sequence[int]) -> tuple[Site, ...]:
    """The parts at these places in the order of the estimates' amounts, largest first."""
    parts = [
        (abs(float(value)), Site(kind, *at))  # type: ignore[arg-type]
        for kind, table in (("neuron", found.neurons), ("head", found.heads)) if table is not None
        for at, value in np.ndenumerate(table)
    ]  # fmt: skip
    parts.sort(key=lambda part: -part[0])
    return tuple(parts[place][1] for place in at)


def ranks(values: Any) -> Any:
    return np.argsort(np.argsort(values))


def spearman(one: Any, other: Any) -> float:
    return float(np.corrcoef(ranks(one), ranks(other))[0, 1])


@pytest.mark.parametrize("family", SOME)
def test_what_a_part_is_measured_to_do_never_contradicts_the_probability_beside_it(family: str) -> None:
    """Every logit raised alike leaves a probability as it is, and so must the effect on a single token."""
    session = tiny_session(family)
    begun(session)
    _, exact, left = agreement(bench(session), 7)
    assert exact.changes is not None
    np.testing.assert_allclose(exact.changes, left - np.log2(exact.prob), atol=2e-4)


def test_a_part_that_raises_all_logits_alike_says_no_token() -> None:
    """A direction that all unembeddings share, and a neuron that writes along it: logits move, odds do not."""
    session = tiny_session("gpt2")
    model: Any = session.model
    site = Site("neuron", session.anatomy.n_layers - 1, 3)
    with torch.no_grad():
        shared = torch.randn(session.anatomy.d_model, generator=torch.Generator().manual_seed(0))
        model.lm_head.weight = torch.nn.Parameter(model.lm_head.weight + 10 * shared)
        model.transformer.h[-1].mlp.c_proj.weight[3] = 0.5 * shared
    begun(session)
    exact = attribution.measure(AskExact(7, 11, -1, (site,)), bench(session))
    with torch.no_grad():
        intact = model(input_ids=torch.from_numpy(PROMPT.astype(np.int64))[None]).logits[0, -1].numpy()
    logit = off_by_hand(model, "gpt2", site, session.anatomy.head_dim)[11] - intact[11]
    assert exact.changes is not None
    assert abs(float(logit)) > 10 * abs(float(exact.changes[0]))


@pytest.mark.parametrize("against", ["", "30"])
@pytest.mark.parametrize("family", ["gpt2", "llama", "gemma2"])
def test_the_ranking_estimated_is_the_ranking_measured(family: str, against: str) -> None:
    session = tiny_session(family)
    begun(session)
    estimates, exact, _ = agreement(bench(session), 7, against)
    assert exact.changes is not None
    assert spearman(estimates, exact.changes) > 0.6
    assert (np.sign(estimates) == np.sign(exact.changes)).mean() > 0.75


def test_the_default_models_ranking_holds_on_several_prompts(default_model: LoadedModel) -> None:
    """From the largest estimate to the two thousandth, in steps that double: what is estimated larger is larger."""
    anatomy, info = describe(default_model.model), tiny_info(default_model.vocabulary)
    agree, correlations = [], []
    for text in ("The capital of France is", "The opposite of hot is", "The best thing about AI is its ability to"):
        session = Session(default_model.model, anatomy, 64)
        session.begin(Settings())
        ids = np.array(default_model.tokenizer(text)["input_ids"], np.int32)
        list(session.prefill(ids))
        made = Workbench(
            session, default_model.tokenizer, default_model.vocabulary, info, lambda *_: None, lambda: False
        )
        estimates, exact, left = agreement(
            made, len(ids) - 1, ranks_of=[0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048]
        )
        assert exact.changes is not None
        np.testing.assert_allclose(exact.changes, left - np.log2(exact.prob), atol=1e-3)
        agree += (np.sign(estimates) == np.sign(exact.changes)).tolist()
        correlations.append(spearman(estimates, exact.changes))
    assert np.mean(agree) > 0.8
    assert np.mean(correlations) > 0.45


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
