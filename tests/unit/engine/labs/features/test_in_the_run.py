"""Features of the run: what fires, and effects, against autograd by hand and forwards with a feature taken out."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.dictionaries.records import Hook
from engine.errors import InputRefused, Stopped
from engine.generation.settings import Settings
from engine.labkit.dispatch import answer
from engine.labs.features.records import AskFeatureEffects, AskFiring, AskTry, FeatureEffects, Firing, Tried
from engine.records import Change, Plan, Site
from tests.helpers.dictionaries import by_hand
from tests.helpers.sessions import GREEDY, PROMPT, begun, hooks_on
from tests.helpers.steering import dictionary_file
from tests.unit.engine.labs.features.conftest import HOOK, Stage

NODE = len(PROMPT) - 1
IDS = tuple(PROMPT.tolist())


def effects(stage: Stage, **more: object) -> FeatureEffects:
    question = AskFeatureEffects(NODE, stage.name, measured=6, **more)  # type: ignore[arg-type]
    found = answer(question, stage.bench)
    assert isinstance(found, FeatureEffects)
    assert hooks_on(stage.session.model) == 0
    return found


def test_what_fires_here_is_what_the_dictionary_makes_of_the_state(stage: Stage) -> None:
    found = answer(AskFiring(NODE, stage.name), stage.bench)
    assert isinstance(found, Firing)
    states = stage.states(IDS)
    f, made = by_hand(stage.dictionary, states)
    there = np.flatnonzero(f[-1])
    assert sorted(found.features.tolist()) == sorted(there.tolist())
    np.testing.assert_allclose(found.values, np.sort(f[-1][there])[::-1], atol=2e-5)
    left = np.linalg.norm(states[-1].numpy() - made[-1]) / np.linalg.norm(states[-1].numpy())
    assert found.error == pytest.approx(left, abs=1e-5)


def test_what_fires_follows_the_runs_interventions(stage: Stage) -> None:
    stage.session.begin(Settings(GREEDY, plan=Plan((Change(Site("mlp", 0), 0.0),))))
    list(stage.session.prefill(PROMPT))
    changed = answer(AskFiring(NODE, stage.name), stage.bench)
    begun(stage.session)
    plain = answer(AskFiring(NODE, stage.name), stage.bench)
    assert isinstance(changed, Firing)
    assert isinstance(plain, Firing)
    assert not np.array_equal(changed.values, plain.values)


def test_estimates_are_minus_gradient_times_activation(stage: Stage) -> None:
    found = effects(stage)
    model = stage.session.model
    states = stage.states(IDS)
    f = torch.from_numpy(by_hand(stage.dictionary, states)[0]).float().requires_grad_(True)  # [T, n]
    directions = stage.dictionary.directions()
    error = states - f.detach() @ directions  # with it, the features give the states themselves

    def put(_module: object, _args: object, _output: object) -> torch.Tensor:
        return (f @ directions + error)[None]

    handle = stage.session.anatomy.blocks[HOOK.layer].module.register_forward_hook(put)
    logits = model(input_ids=torch.tensor([IDS])).logits[0, -1]
    handle.remove()
    token = int(logits.argmax())
    value = logits.log_softmax(-1)[token] / np.log(2)
    (gradient,) = torch.autograd.grad(value, f)
    expected = -(gradient * f.detach()).sum(0).numpy()
    assert found.token_id == token
    assert found.value == pytest.approx(float(value.detach()), abs=1e-4)
    np.testing.assert_allclose(found.estimates, expected[found.features], atol=1e-4)
    active = np.flatnonzero((f.detach() > 0).any(0).numpy())
    assert sorted(found.features.tolist()) == active.tolist()
    assert (np.diff(np.abs(found.estimates)) <= 1e-6).all()
    largest = np.abs((gradient * f.detach()).numpy()[:, found.features[0]]).argmax()
    assert found.at[0] == largest


def test_measured_effects_are_those_of_a_plain_forward_without_the_feature(stage: Stage) -> None:
    found = effects(stage)
    states = stage.states(IDS)
    f = by_hand(stage.dictionary, states)[0]
    for feature, told in zip(
        (*found.measured.tolist(), *found.drawn.tolist()), (*found.exact, *found.drawn_exact), strict=True
    ):
        without = states - torch.from_numpy(f[:, [feature]]).float() * stage.dictionary.directions()[feature]
        handle = stage.session.anatomy.blocks[HOOK.layer].module.register_forward_hook(
            lambda _m, _a, _o, without=without: without[None]
        )
        with torch.inference_mode():
            logits = stage.session.model(input_ids=torch.tensor([IDS])).logits[0, -1]
        handle.remove()
        value = float(logits.log_softmax(-1)[found.token_id]) / np.log(2)
        assert told == pytest.approx(value - found.value, abs=2e-4)


def test_the_control_is_drawn_among_those_that_are_not_measured(stage: Stage) -> None:
    found = effects(stage)
    assert not set(found.measured.tolist()) & set(found.drawn.tolist())
    assert set(found.drawn.tolist()) <= set(found.features.tolist())
    assert len(found.drawn) == min(6, len(found.features) - 6)
    np.testing.assert_array_equal(found.measured, found.features[:6])


def test_another_token_can_be_asked_about(stage: Stage) -> None:
    assert effects(stage, token="#7").token_id == 7
    with pytest.raises(InputRefused, match="does not exist"):
        effects(stage, token="#97")


@pytest.mark.parametrize("kind", ["attention", "mlp", "neurons"])
def test_every_hook_has_effects(stage: Stage, kind: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    anatomy = stage.session.anatomy
    width = anatomy.d_mlp if kind == "neurons" else anatomy.d_model
    hook = Hook(kind, 1)  # type: ignore[arg-type]
    _, name = dictionary_file(tmp_path_factory.mktemp("other"), width, hook)
    found = effects(replace_name(stage, name))
    assert np.isfinite(found.exact).all()
    assert np.corrcoef(found.exact, found.exact_estimates)[0, 1] > 0.5
    firing = answer(AskFiring(NODE, name), stage.bench)
    assert isinstance(firing, Firing)
    assert len(firing.features)


def replace_name(stage: Stage, name: str) -> Stage:
    return replace(stage, name=name)


def test_a_typed_text_is_read_from_its_beginning(stage: Stage) -> None:
    found = answer(AskTry(stage.name, 7, "5 17 60 33"), stage.bench)
    assert isinstance(found, Tried)
    assert found.token_ids.tolist() == [5, 17, 60, 33]
    expected = by_hand(stage.dictionary, stage.states((5, 17, 60, 33)))[0][:, 7]
    np.testing.assert_allclose(found.values, expected, atol=2e-5)
    with pytest.raises(InputRefused, match="Type a text"):
        answer(AskTry(stage.name, 7, "  "), stage.bench)


def test_it_can_be_stopped(stage: Stage) -> None:
    with pytest.raises(Stopped):
        answer(AskFeatureEffects(NODE, stage.name), replace(stage.bench, stop=lambda: True))
    assert hooks_on(stage.session.model) == 0


def test_without_a_text_there_is_a_sentence(stage: Stage) -> None:
    with pytest.raises(InputRefused, match="no text yet"):
        answer(AskFiring(-1, stage.name), stage.bench)
