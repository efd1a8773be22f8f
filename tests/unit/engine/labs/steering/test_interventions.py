"""Changes of features and vectors against plain forwards of the library with hooks made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from transformers import PreTrainedModel

from engine.capture.recorder import forward
from engine.capture.replay import resume
from engine.errors import InputRefused
from engine.files.run_file import load_run, save_run
from engine.labs.steering.interventions import random_direction
from engine.labs.steering.records import WAYS, FeatureChange, SteeringVector, Way
from engine.records import Plan, Positions, Since
from tests.helpers.dictionaries import by_hand
from tests.helpers.families import paths
from tests.helpers.sessions import begun, gathered, stepped, tiny_session
from tests.helpers.steering import FEATURE, HOOK, LARGEST, dictionary_file, feature_change, vector_of
from tests.helpers.subjects import Subject, apart, hooks, plain_forward

POSITIONS: tuple[Positions, ...] = (None, (2, 5), Since(9))


def _rows(positions: Positions, length: int) -> list[int]:
    if positions is None:
        return list(range(length))
    return list(range(positions.position, length)) if isinstance(positions, Since) else list(positions)


def _logits(family: Subject, change: FeatureChange | SteeringVector) -> Tensor:
    found = forward(family.model, family.anatomy, family.ids, plan=Plan((change,))).logits
    assert found is not None
    return found


def _plain(family: Subject, states: Callable[[Tensor], Tensor]) -> Tensor:
    """Logits with the output of the block [T, D] as `states` makes it, by torch's own hook."""

    def edit(model: PreTrainedModel) -> None:
        def after(_module: nn.Module, _args: object, output: Any) -> Any:
            if isinstance(output, tuple):
                return (states(output[0][0])[None], *output[1:])
            return states(output[0])[None]

        model.get_submodule(paths(family.name, HOOK.layer)[0]).register_forward_hook(after)

    return plain_forward(family, edit).logits


@pytest.mark.parametrize("positions", POSITIONS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("family", ["llama", "gpt2"], indirect=True)
def test_a_changed_feature_is_the_change_of_its_activation_by_hand(
    family: Subject, way: Way, positions: Positions, tmp_path: Path
) -> None:
    dictionary, name = dictionary_file(tmp_path, family.anatomy.d_model)
    change = feature_change(name, dictionary.info.sha256, way, 1.5).with_positions(positions)

    def states(x: Tensor) -> Tensor:
        rows, out = _rows(positions, len(x)), x.clone()
        f = by_hand(dictionary, x)[0][:, FEATURE]
        to = {"add": f + 1.5 * LARGEST, "clamp": f * 0 + 1.5 * LARGEST, "multiply": 1.5 * f, "zero": 0 * f}[way]
        moved = np.outer(to - f, dictionary.w_dec[FEATURE].numpy() * dictionary.scale.numpy())
        out[rows] += torch.from_numpy(moved)[rows].float()
        return out

    assert apart(_logits(family, change), _plain(family, states)) < 1e-4
    assert hooks(family.model) == 0


@pytest.mark.parametrize("positions", POSITIONS)
@pytest.mark.parametrize("family", ["llama", "gpt2"], indirect=True)
def test_a_vector_is_added_where_it_should_be(family: Subject, positions: Positions) -> None:
    change = vector_of(family.anatomy.d_model, strength=-2.0).with_positions(positions)

    def states(x: Tensor) -> Tensor:
        out = x.clone()
        out[_rows(positions, len(x))] -= 2.0 * torch.tensor(change.vector)
        return out

    assert apart(_logits(family, change), _plain(family, states)) < 1e-4


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_a_change_of_nothing_leaves_every_bit(family: Subject, tmp_path: Path) -> None:
    dictionary, name = dictionary_file(tmp_path, family.anatomy.d_model)
    intact = forward(family.model, family.anatomy, family.ids).logits
    assert intact is not None
    idle = (
        feature_change(name, dictionary.info.sha256, "add", 0.0),
        feature_change(name, dictionary.info.sha256, "multiply", 1.0),
        vector_of(family.anatomy.d_model, strength=0.0),
    )
    for change in idle:
        assert change.is_identity
        assert torch.equal(_logits(family, change), intact)
    active = feature_change(name, dictionary.info.sha256, "clamp", 0.0)
    assert not active.is_identity
    assert not torch.equal(_logits(family, replace(active, strength=1.0)), intact)


@pytest.mark.parametrize("family", ["llama"], indirect=True)
def test_the_control_goes_as_far_another_way(family: Subject, tmp_path: Path) -> None:
    dictionary, name = dictionary_file(tmp_path, family.anatomy.d_model)
    change = feature_change(name, dictionary.info.sha256)
    moved = [
        _moved(family, change),
        _moved(family, replace(change, control=1)),
        _moved(family, replace(change, control=2)),
    ]
    lengths = [each.norm(dim=-1) for each in moved]
    torch.testing.assert_close(lengths[1], lengths[0], rtol=1e-4, atol=1e-5)
    for one, other in ((0, 1), (1, 2)):
        assert float(torch.cosine_similarity(moved[one], moved[other], dim=-1).abs().max()) < 0.9
    assert change.target != replace(change, control=1).target
    assert np.linalg.norm(random_direction(32, 1)) == pytest.approx(1, abs=1e-6)


def _moved(family: Subject, change: FeatureChange) -> Tensor:
    """What is added to the states after its block. [T, D]"""
    found = [forward(family.model, family.anatomy, family.ids, plan=plan).resid for plan in (None, Plan((change,)))]
    assert found[0] is not None
    assert found[1] is not None
    return found[1][:, HOOK.layer + 1] - found[0][:, HOOK.layer + 1]


def test_steps_and_a_resumed_forward_change_generated_tokens_only(tmp_path: Path) -> None:
    session = tiny_session()
    dictionary, name = dictionary_file(tmp_path, session.anatomy.d_model)
    n = 8
    plan = Plan((feature_change(name, dictionary.info.sha256, strength=3.0).with_positions(Since(n)),))
    run = gathered(begun(session, plan=plan) + stepped(session, 4))
    intact = gathered(begun(tiny_session(), prompt=run.token_ids))
    here, there = run.stacked("resid"), intact.stacked("resid")
    assert here is not None
    assert there is not None
    np.testing.assert_allclose(here[:n], there[:n], atol=1e-5)
    assert np.abs(here[n:, HOOK.layer + 1] - there[n:, HOOK.layer + 1]).max() > 0.1
    ids = torch.from_numpy(run.token_ids.astype(np.int64))
    session.cool()
    below = torch.from_numpy(there[:, HOOK.layer])
    again = resume(session.model, session.anatomy, HOOK.layer, below, plan=plan, token_ids=ids).resid
    assert again is not None
    np.testing.assert_allclose(again.numpy(), here[:, HOOK.layer :], atol=1e-4)
    assert not plan.changes[0].reaches(n)
    assert plan.changes[0].reaches(n + 1)


def test_a_run_file_names_the_dictionary_and_opens_without_it(tmp_path: Path) -> None:
    session = tiny_session()
    dictionary, name = dictionary_file(tmp_path, session.anatomy.d_model)
    vector = vector_of(session.anatomy.d_model).with_positions((1, 2))
    plan = Plan((feature_change(name, dictionary.info.sha256, "clamp").with_positions(Since(3)), vector))
    run = gathered(begun(session, plan=plan))
    run.plan = plan
    save_run(run, tmp_path / "a.orrery")
    Path(name).unlink()
    opened = load_run(tmp_path / "a.orrery").plan
    assert opened == plan
    assert "F7" in str(opened.changes[0])
    with pytest.raises(InputRefused, match=r"There is no dictionary .*resid\.1"):
        begun(tiny_session(), plan=opened)


def test_another_dictionary_another_width_and_a_dead_feature_are_refused_in_words(tmp_path: Path) -> None:
    session = tiny_session()
    dictionary, name = dictionary_file(tmp_path, session.anatomy.d_model)
    good = feature_change(name, dictionary.info.sha256)
    narrow = dictionary_file(tmp_path, 16, seed=5)[1]
    for change, sentence in (
        (replace(good, sha256="1" * 64), "is not the one that F7 was chosen from"),
        (replace(good, index=4800), "There is no feature 4800"),
        (replace(good, largest=0.0), "F7 was never active"),
        (replace(good, dictionary=narrow, sha256=""), "reads 16 numbers"),
        (good.with_positions((-1,)), "must name positions from 0 on"),
        (vector_of(session.anatomy.d_model + 1), "numbers, but"),
    ):
        with pytest.raises(InputRefused, match=sentence):
            begun(session, plan=Plan((change,)))
    assert hooks(session.model) == 0
