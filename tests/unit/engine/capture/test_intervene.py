"""A plan does exactly what editing the weights by hand does, in every family, step by step included."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
import torch
from torch import Tensor, nn
from transformers import PreTrainedModel
from transformers.pytorch_utils import Conv1D

from engine.capture.cache import new_cache
from engine.capture.intervene import check_plan
from engine.capture.means import reference_means
from engine.capture.recorder import Captured, Recorder, Want, forward
from engine.capture.replay import replay_block
from engine.errors import InputRefused
from engine.records import Change, Plan, Site
from tests.helpers.families import FAMILIES, MIXTURES, POST_NORMS, family_of, paths, sample_ids
from tests.helpers.subjects import Subject, apart, hooks, plain_forward

LAYER = 1
TOLERANCE = 1e-5
Edit = Callable[[PreTrainedModel], object]


def _weight(module: nn.Module) -> Tensor:
    weight = module.weight
    assert isinstance(weight, Tensor)
    return weight


def _inputs(module: nn.Module) -> Tensor:
    """A view of a projection's weights with the inputs as rows."""
    return _weight(module).data if isinstance(module, Conv1D) else _weight(module).data.T


def _scale_inputs(name: str, rows: slice, scale: float) -> Edit:
    return lambda model: _inputs(model.get_submodule(name))[rows].mul_(scale)


def _scale_output(family: str, name: str, post: str | None, scale: float) -> Edit:
    """Scale what a sublayer writes: its projection's weights and bias, or its post-norm's."""

    def edit(model: PreTrainedModel) -> None:
        module = model.get_submodule(post or name)
        offset = 1.0 if post and family_of(family).startswith("gemma") else 0.0  # Gemma's norms multiply by 1 + weight
        _weight(module).data.add_(offset).mul_(scale).sub_(offset)
        if isinstance(getattr(module, "bias", None), Tensor):
            module.bias.data.mul_(scale)  # type: ignore[operator]

    return edit


def _edited(family: Subject, site: Site, scale: float) -> Edit:
    block, out, down = paths(family.name, site.layer)
    post = POST_NORMS.get(family_of(family.name))
    width = family.anatomy.head_dim
    if site.kind == "head":
        return _scale_inputs(out, slice(site.index * width, (site.index + 1) * width), scale)
    assert down is not None or site.kind == "attention"
    if site.kind == "neuron":
        return _scale_inputs(str(down), slice(site.index, site.index + 1), scale)
    name, norm = (out, 0) if site.kind == "attention" else (str(down), 1)
    return _scale_output(family.name, name, f"{block}.{post[norm]}" if post else None, scale)


def _sites(family: Subject) -> list[Site]:
    """One site of each kind the family has; the neuron is its most active one, as a silent one shows nothing."""
    sites = [Site("head", LAYER, 2), Site("attention", LAYER)]
    if family.captured.neurons is not None:
        strongest = int(family.captured.neurons[:, LAYER].abs().amax(0).argmax())
        sites += [Site("neuron", LAYER, strongest), Site("mlp", LAYER)]
    return sites


@pytest.mark.parametrize("scale", [0.0, 1.7])
@pytest.mark.parametrize("family", [*FAMILIES, *MIXTURES], indirect=True)
def test_a_change_equals_edited_weights(family: Subject, scale: float) -> None:
    for site in _sites(family):
        plain = plain_forward(family, _edited(family, site, scale))
        got = forward(family.model, family.anatomy, family.ids, plan=Plan((Change(site, scale),)))
        assert got.logits is not None
        assert got.resid is not None
        assert apart(got.logits, plain.logits) < TOLERANCE, site
        assert apart(got.resid, torch.stack(plain.resid, 1)) < TOLERANCE, site
        assert family.captured.resid is not None
        assert torch.equal(got.resid[:, : LAYER + 1], _fast(family)[:, : LAYER + 1]), (
            "a plan changes nothing below its layer"
        )
        assert apart(got.resid[:, LAYER + 1], _fast(family)[:, LAYER + 1]) > 1e-4, "the change is real"


def _fast(family: Subject) -> Tensor:
    resid = forward(family.model, family.anatomy, family.ids).resid
    assert resid is not None
    return resid


@pytest.mark.parametrize("family", list(MIXTURES), indirect=True)
def test_a_mixture_layer_is_scaled_as_a_whole(family: Subject) -> None:
    def halved(_module: nn.Module, _args: object, output: object) -> object:
        if isinstance(output, tuple):
            return (output[0] * 0.5, *output[1:])
        assert isinstance(output, Tensor)
        return output * 0.5

    plain = plain_forward(
        family, lambda model: model.get_submodule(f"model.layers.{LAYER}.mlp").register_forward_hook(halved)
    )
    got = forward(family.model, family.anatomy, family.ids, plan=Plan((Change(Site("mlp", LAYER), 0.5),)))
    assert got.logits is not None
    assert apart(got.logits, plain.logits) < TOLERANCE


@pytest.mark.parametrize("family", [*FAMILIES, *MIXTURES], indirect=True)
def test_generation_with_a_cache_follows_the_plan(family: Subject) -> None:
    sites = _sites(family)
    plan = Plan(tuple(Change(site, 0.3) for site in sites))

    def edit(model: PreTrainedModel) -> None:
        for site in sites:
            _edited(family, site, 0.3)(model)

    plain, cache = plain_forward(family, edit), new_cache(family.model)
    with Recorder(family.model, family.anatomy, family.everything, plan=plan) as recorder:
        parts = [recorder.run(piece, cache) for piece in (family.ids[:6], *family.ids[6:].split(1))]
    assert apart(torch.cat([part.logits for part in parts if part.logits is not None]), plain.logits) < TOLERANCE


@pytest.mark.parametrize("family", [*FAMILIES, *MIXTURES], indirect=True)
def test_scale_one_is_bit_identical_and_installs_nothing(family: Subject) -> None:
    plan = Plan(tuple(Change(site, 1.0) for site in (*_sites(family), Site("mlp", LAYER))))
    with Recorder(family.model, family.anatomy, Want(resid=False), plan=plan) as recorder:
        assert hooks(family.model) == 0
        got = recorder.run(family.ids)
    assert got.logits is not None
    assert torch.equal(got.logits, plain_forward(family).logits)


@pytest.mark.parametrize("family", ["llama", "gpt2", "opt", "gemma2"], indirect=True)
def test_what_is_recorded_is_what_the_plan_made_of_it(family: Subject) -> None:
    got = forward(
        family.model,
        family.anatomy,
        family.ids,
        want=family.everything,
        plan=Plan((Change(Site("neuron", 1, 7), 2.0),)),
    )
    before = family.captured.neurons
    assert got.neurons is not None
    assert before is not None
    assert apart(got.neurons[:, 1, 7], 2.0 * before[:, 1, 7]) < TOLERANCE
    others = [index for index in range(before.shape[-1]) if index != 7]
    assert apart(got.neurons[:, 1, others], before[:, 1, others]) < TOLERANCE


@pytest.mark.parametrize("family", ["llama", "gpt2", "opt", "bloom", "mistral"], indirect=True)
def test_positions_restrict_a_change_whether_run_at_once_or_step_by_step(family: Subject) -> None:
    plan = Plan((Change(Site("mlp", 1), 0.0, positions=(3, 8)),))
    at_once = forward(family.model, family.anatomy, family.ids, plan=plan).resid
    everywhere = forward(family.model, family.anatomy, family.ids, plan=Plan((Change(Site("mlp", 1), 0.0),))).resid
    intact = _fast(family)
    assert at_once is not None
    assert everywhere is not None
    for position in range(len(family.ids)):
        source = everywhere if position in (3, 8) else intact
        assert torch.equal(at_once[position, 2], source[position, 2]), position
    cache = new_cache(family.model)
    pieces = [family.ids[:6], *family.ids[6:].split(1)]
    steps = [forward(family.model, family.anatomy, piece, cache, plan=plan).resid for piece in pieces]
    assert apart(torch.cat([step for step in steps if step is not None]), at_once) < TOLERANCE


@pytest.mark.parametrize("family", ["llama", "gpt2", "gemma2", "bloom", "opt"], indirect=True)
def test_means_are_those_of_the_recorded_quantities_and_replace_them(family: Subject) -> None:
    texts = [sample_ids(9, seed=1), sample_ids(5, seed=2)]
    sites = [Site("neuron", 1, 7), Site("head", 0, 3), Site("attention", 2), Site("mlp", 2)]
    means = reference_means(family.model, family.anatomy, texts, sites)
    neurons = [forward(family.model, family.anatomy, ids, want=Want(neurons=True)).neurons for ids in texts]
    values = torch.cat([each[:, 1, 7] for each in neurons if each is not None])
    assert float(means[sites[0]]) == pytest.approx(float(values.mean()), rel=1e-5)
    assert means[sites[1]].shape == (family.anatomy.head_dim,)
    assert means[sites[3]].shape == (family.anatomy.d_model,)
    plan = Plan(tuple(Change(site, mean=True) for site in sites))
    with Recorder(family.model, family.anatomy, Want(neurons=True), plan=plan, means=means) as recorder:
        got = recorder.run(family.ids)
    assert got.neurons is not None
    assert torch.allclose(got.neurons[:, 1, 7], means[sites[0]].expand(len(family.ids)))
    again = reference_means(family.model, family.anatomy, [texts[0]], sites[:1], skip=2)
    assert neurons[0] is not None
    assert float(again[sites[0]]) == pytest.approx(float(neurons[0][2:, 1, 7].mean()), rel=1e-5)


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_a_mean_layer_writes_the_same_everywhere(family: Subject) -> None:
    site = Site("mlp", 3)
    means = reference_means(family.model, family.anatomy, [sample_ids(9, seed=1)], [site])
    off = forward(family.model, family.anatomy, family.ids, plan=Plan((Change(site, 0.0),))).resid
    mean = forward(family.model, family.anatomy, family.ids, plan=Plan((Change(site, mean=True),)), means=means).resid
    assert off is not None
    assert mean is not None
    assert apart(mean[:, 4] - off[:, 4], means[site].expand(len(family.ids), -1)) < TOLERANCE


@pytest.mark.parametrize("family", ["llama", "bloom"], indirect=True)
def test_zero_silences_what_is_not_finite(family: Subject) -> None:
    site = Site("neuron", 1, 7)

    def spoiled(_module: nn.Module, args: tuple[Tensor, ...]) -> tuple[Tensor, ...]:
        values = args[0].clone()
        values[..., 7] = math.inf
        return (values, *args[1:])

    down = family.anatomy.blocks[1].down_projection
    assert down is not None
    handle = down.register_forward_pre_hook(spoiled)
    try:
        got: Captured = forward(family.model, family.anatomy, family.ids, plan=Plan((Change(site, 0.0),)))
    finally:
        handle.remove()
    assert got.logits is not None
    assert bool(got.logits.isfinite().all())


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_replay_follows_the_plan(family: Subject) -> None:
    plan = Plan((Change(Site("neuron", 1, 7), 0.0), Change(Site("attention", 1), 0.0)))
    changed = forward(family.model, family.anatomy, family.ids, want=family.everything, plan=plan)
    assert changed.resid is not None
    assert changed.neurons is not None
    again = replay_block(family.model, family.anatomy, 1, changed.resid[:, 1], plan=plan)
    assert apart(again["neurons"], changed.neurons[:, 1]) < TOLERANCE


REFUSED = [
    (Change(Site("neuron", 4, 0)), "There is no layer 4: this model has layers 0 to 3"),
    (Change(Site("head", -1, 0)), "There is no layer -1"),
    (Change(Site("head", 0, 4)), "There is no head 4: each layer of this model has 0 to 3"),
    (Change(Site("neuron", 0, 48)), "There is no neuron 48: each layer of this model has 0 to 47"),
    (Change(Site("neuron", 0, 0), math.nan), "finite number"),
    (Change(Site("head", 0, 0), math.inf), "finite number"),
    (Change(Site("mlp", 0), 0.0, positions=()), "positions from 0 on"),
    (Change(Site("mlp", 0), 0.0, positions=(-1,)), "positions from 0 on"),
    (Change(Site("mlp", 0), mean=True), "no reference text"),
]


@pytest.mark.parametrize(("change", "sentence"), REFUSED)
@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_what_does_not_fit_is_refused_in_a_sentence(family: Subject, change: Change, sentence: str) -> None:
    with pytest.raises(InputRefused, match=sentence):
        check_plan(family.anatomy, Plan((change,)))


@pytest.mark.parametrize("family", ["mixtral", "mamba"], indirect=True)
def test_sites_a_model_lacks_are_refused_with_the_reason(family: Subject) -> None:
    with pytest.raises(InputRefused, match=r"experts|MLP of a form"):
        check_plan(family.anatomy, Plan((Change(Site("neuron", 1, 0), 0.0),)))


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_a_mean_over_nothing_is_refused(family: Subject) -> None:
    with pytest.raises(InputRefused, match="reference text of more than 3 tokens"):
        reference_means(family.model, family.anatomy, [sample_ids(3)], [Site("mlp", 0)], skip=3)
